"""Many raised arms side by side, each with a movement and muscles of its own.

Each is a run of `sim.timing.model`. Until the arm moves nothing does, whatever the muscles do:
the spine is in balance. Runs therefore begin with the movement.
"""

from collections.abc import Generator, Iterable, Mapping, Sequence

import numpy as np

from sim.mechanics.world import STEP
from sim.spine.many_runs import each, Settings, SpineRuns
from sim.spine.muscles import DEEP, LONG, MUSCLES
from sim.timing.model import activations_at, ArmRaise, before, LEAD, PUSHED, settings_of


class ArmRuns(SpineRuns):
    """As many raised arms as there are complete sets of parameters; times count from its start.

    `movement` has every parameter as an array, (runs,).
    """

    lead = LEAD
    usual_step = 2 * STEP  # no arm is raised so hard that more is of use (docs/model.md)

    @staticmethod
    def spine(settings: Settings) -> Settings:
        """The parameters of the spine before the movement."""
        return before(settings)

    def _set_up(self, settings: Sequence[Settings]) -> None:
        self.movement = {name: each(settings, name) for name in settings[0]}
        self._pushed = np.full(len(settings), PUSHED)
        self._force, self._moment = self.movement["force"], self.movement["moment"]
        self._pulse = self.movement["pulse"]

    def _follow(self, time: float) -> None:
        for muscles, group in (("long", LONG), ("deep", DEEP)):
            level = activations_at(self.movement, muscles, time)
            for name in group:
                self._levels[MUSCLES.index(name)] = level
        self._tuning = self._law.tuned(self._levels)


def later_means_more(
    values: Mapping[str, object], onsets: Iterable[float]
) -> Generator[list[tuple[float, float]] | None]:
    """The largest joint rotation [degrees] at each onset [s], all at once.

    Yields None after every step, for a caller who has a picture to draw meanwhile, and at
    last all (onset, rotation). Raises ParameterError.
    """
    settings = [settings_of({**values, "onset": onset}) for onset in onsets]
    runs = ArmRuns(settings)
    yield from runs.steps(ArmRaise.duration)
    at = [float(one["onset"]) for one in settings]
    yield list(zip(at, runs.rotations.tolist(), strict=True))
