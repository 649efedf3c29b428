"""One run of a model, and how far it went at most."""

import math
from collections.abc import Iterator

import numpy as np

from sim.model import Model
from sim.world import STEP

SLICE = 20  # steps between two pauses, about 2 ms


class Watch:
    """Pushes a model, then goes on step by step and keeps the largest motions seen.

    `turned` [rad]: the largest size of each of the model's `rotations`.
    """

    def __init__(self, model: Model) -> None:
        self.model = model
        self.turned = np.abs(model.rotations)
        self._aside = np.abs(model.displacements)
        model.push()

    def step(self) -> None:
        """Go on by one step."""
        self.model.step()
        np.maximum(self._aside, np.abs(self.model.displacements), out=self._aside)
        np.maximum(self.turned, np.abs(self.model.rotations), out=self.turned)

    def slices(self, duration: float) -> Iterator[None]:
        """Go on for `duration` [s], with a pause after every slice for whoever has more to do."""
        for step in range(1, round(duration / STEP) + 1):
            self.step()
            if step % SLICE == 0:
                yield

    @property
    def displacement(self) -> float:
        """The largest distance of any segment from where it stood [m]."""
        return float(self._aside.max())

    @property
    def rotation(self) -> float:
        """The largest rotation [degrees]."""
        return math.degrees(float(self.turned.max()))
