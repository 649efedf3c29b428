"""All models by the name of their scene."""

from sim.lumbar import LumbarSpine
from sim.model import Model
from sim.recovery import Recovery
from sim.stack import BlockStack
from sim.timing import ArmRaise

MODELS: dict[str, type[Model]] = {
    model.name: model for model in (BlockStack, LumbarSpine, ArmRaise, Recovery)
}
