"""All models by the name of their scene."""

from sim.blocks.model import BlockStack
from sim.corset.model import Corset
from sim.model.column_model import Model
from sim.model.simulation import Simulation
from sim.recovery.model import Recovery
from sim.spine.model import LumbarSpine
from sim.timing.model import ArmRaise

COLUMNS: dict[str, type[Model]] = {
    model.name: model for model in (BlockStack, LumbarSpine, ArmRaise, Recovery)
}
MODELS: dict[str, type[Simulation]] = {**COLUMNS, Corset.name: Corset}
