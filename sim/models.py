"""All models by the name of their scene."""

from sim.corset import Corset
from sim.lumbar import LumbarSpine
from sim.model import Model
from sim.simulation import Simulation
from sim.stack import BlockStack

COLUMNS: dict[str, type[Model]] = {model.name: model for model in (BlockStack, LumbarSpine)}
MODELS: dict[str, type[Simulation]] = {**COLUMNS, Corset.name: Corset}
