"""One run of a model, and how far it went at most."""

from collections.abc import Iterator

import numpy as np

from sim.mechanics.world import STEP
from sim.model.simulation import Report, Simulation

SLICE = 20  # steps between two pauses, about 2 ms


class Run:
    """Pushes a model, then goes on step by step and keeps the `most` of its `sizes`."""

    def __init__(self, model: Simulation) -> None:
        self.model = model
        self.most = model.sizes()
        model.push()

    def step(self) -> None:
        """Go on by one step."""
        self.model.step()
        np.maximum(self.most, self.model.sizes(), out=self.most)

    def slices(self, duration: float) -> Iterator[None]:
        """Go on for `duration` [s], with a pause after every slice for whoever has more to do."""
        for step in range(1, round(duration / STEP) + 1):
            self.step()
            if step % SLICE == 0:
                yield

    def outcome(self) -> Report:
        """What the model has to say of the run so far."""
        return self.model.outcome(self.most)

    @property
    def rotation(self) -> float:
        """The largest rotation [degrees], of a model in which something turns."""
        return float(self.outcome()["max_rotation_deg"])
