"""All models by the name of their scene."""

from sim.corset import Corset
from sim.lumbar import LumbarSpine
from sim.model import Model
from sim.recovery import Recovery
from sim.simulation import Simulation
from sim.stack import BlockStack
from sim.timing import ArmRaise

COLUMNS: dict[str, type[Model]] = {
    model.name: model for model in (BlockStack, LumbarSpine, ArmRaise, Recovery)
}
MODELS: dict[str, type[Simulation]] = {**COLUMNS, Corset.name: Corset}
