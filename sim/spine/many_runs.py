"""Many runs of the lumbar spine side by side: pushed, and how far each goes.

Each is a run of `sim.spine.model` with the same column, the same laws of muscles and discs, the
same finger and the same limit, in joint angles instead of a solver's pivots
(`sim.mechanics.many_columns`); docs/model.md says how closely they agree.
"""

import math
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from sim.mechanics.column import Array
from sim.mechanics.many_columns import Drive, ManyColumns
from sim.mechanics.world import STEP
from sim.model.column_model import FINGER_REACH
from sim.model.simulation import Report
from sim.parameter import Value
from sim.spine.activation import activation_law, FURTHER, together
from sim.spine.anatomy import unheld
from sim.spine.limits_of_bend import GIVEN_WAY
from sim.spine.muscles import MUSCLES
from sim.spine.parameters import JOINTS, pushed_segment

ABREAST = 200  # runs at a time: with more of them numpy leaves the processor's cache

Settings = Mapping[str, Value]


def each(settings: Sequence[Settings], name: str) -> Array:
    """One number of every run, (runs,)."""
    return np.array([float(one[name]) for one in settings])


class SpineRuns:
    """As many spines as there are complete sets of parameters, standing neutral.

    `rotations` [degrees] and `displacements` [m] are the largest so far; `fell_at` [s] is
    when each gave way since the push began, nan where it stands. All are (runs,).
    """

    lead = 0.0  # s of a run before the push, in which nothing moves
    usual_step = STEP  # s; docs/model.md shows what finer steps change

    def __init__(self, settings: Sequence[Settings], *, longest_step: float | None = None) -> None:
        self._longest_step = longest_step or self.usual_step
        spines = [self.spine(one) for one in settings]
        kinds = [tuple(one[name] for name in FURTHER) for one in spines]
        first = dict(zip(kinds, spines, strict=True))
        number = {kind: i for i, kind in enumerate(first)}
        which = np.array([number[kind] for kind in kinds])
        self._law = together([activation_law(spine) for spine in first.values()], which)
        self._columns = ManyColumns([unheld(spine) for spine in first.values()], which)
        self._levels = np.array([each(spines, name) for name in MUSCLES])
        self._tuning = self._law.tuned(self._levels)
        self._set_up(settings)
        self._reached = np.ones(len(settings), dtype=bool)
        self._limit = math.radians(GIVEN_WAY)
        self._far = np.zeros(len(settings))
        self._most = np.zeros(len(settings))
        self.displacements = np.zeros(len(settings))
        self.fell_at = np.full(len(settings), np.nan)

    # -- what each model says for itself --------------------------------------------

    @staticmethod
    def spine(settings: Settings) -> Settings:
        """The parameters of the spine as it stands before the push."""
        return settings

    def _set_up(self, settings: Sequence[Settings]) -> None:
        """Find what pushes: `_pushed` segments, `_force` [N], `_moment` [N m], `_pulse` [s]."""
        self._pushed = np.array([pushed_segment(one) for one in settings])
        self._force, self._pulse = each(settings, "push"), each(settings, "push_time")
        self._moment = np.zeros(len(settings))

    def _follow(self, time: float) -> None:
        """Bring muscles up to a time since the push began [s]; here they do not change."""

    # -- time ----------------------------------------------------------------------------

    def steps(self, duration: float) -> Iterator[None]:
        """Go through runs of this length [s], with a pause after every step."""
        left = duration - self.lead
        count = max(0, math.ceil(left / self._longest_step - 1e-9))
        pulse = np.maximum(1, np.round(self._pulse / STEP)) * STEP
        for step in range(count):
            dt = left / count
            time = step * dt
            self._follow(time)
            self._columns.step(self._drive(time, dt, pulse), dt)
            self._measure(time, dt)
            yield

    def _drive(self, time: float, dt: float, pulse: Array) -> Drive:
        """What acts about a time: pushes last for so much of the step about it as they do."""
        share = np.clip((pulse - (time - dt / 2)) / dt, 0.0, 1.0)
        if not time:
            share = share - 0.5
        if not share.any():
            return Drive(*self._tuning)
        runs = np.arange(len(pulse))
        # A finger follows a segment only so far; where it has lost it, that was it.
        aside = self._columns.aside[self._pushed - 1, runs]
        self._reached &= np.abs(aside) < FINGER_REACH
        share = share * self._reached
        pushes = np.zeros((len(JOINTS), len(pulse)))
        pushes[self._pushed - 1, runs] = share * self._force
        return Drive(*self._tuning, pushes, share * self._moment)

    def _measure(self, time: float, dt: float) -> None:
        """Keep the largest, and when each gives way: on the way between two steps."""
        bends = np.abs(self._columns.bends).max(axis=0)
        before, self._far = self._far, bends
        falling = (bends > self._limit) & np.isnan(self.fell_at)
        if falling.any():
            share = (self._limit - before[falling]) / (bends - before)[falling]
            self.fell_at[falling] = time + dt * share
        np.maximum(self._most, bends, out=self._most)
        aside = np.abs(self._columns.aside).max(axis=0)
        np.maximum(self.displacements, aside, out=self.displacements)

    # -- what can be read ------------------------------------------------------------------

    @property
    def rotations(self) -> Array:
        """The largest joint rotation of each so far [degrees]."""
        found: Array = np.degrees(self._most)
        return found

    def outcomes(self) -> list[Report]:
        """What each has to say so far, as `sim.model.column_model` does."""
        rows = zip(
            self.rotations.tolist(), self.displacements.tolist(), self.fell_at.tolist(), strict=True
        )
        return [
            {
                "standing": math.isnan(fell),
                "fell_at_s": None if math.isnan(fell) else fell,
                "max_displacement_mm": 1000 * aside,
                "max_rotation_deg": rotation,
            }
            for rotation, aside, fell in rows
        ]
