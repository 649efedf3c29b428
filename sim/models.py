"""All models by the name of their scene."""

from sim.lumbar import LumbarSpine
from sim.model import Model
from sim.stack import BlockStack

MODELS: dict[str, type[Model]] = {model.name: model for model in (BlockStack, LumbarSpine)}
