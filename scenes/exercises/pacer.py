"""Counts an exercise: breathe in, hold for so many seconds, again; a rest between rounds.

A dose is spread out into beats when the count begins, so that what comes when is
a list that can be looked at. Nothing here draws or makes a sound.
"""

import math
from dataclasses import dataclass

from scenes.draw.person.pose import eased
from scenes.exercises.catalogue import Dose

PREPARE = 4.0  # s of breathing in before each hold
REST = 10.0  # s between rounds, and to turn to the other side
MOVE = 1.5  # s from one pose to the other
BREATH = 3.0  # s that half a breath lasts about
GAP = 1.0  # s without a picture: the window was held, the page hidden, or the machine slept


@dataclass(frozen=True)
class Beat:
    """A stretch of the count: "prepare", "hold" or "rest", of a repetition (from 1 on)."""

    kind: str
    seconds: float
    round: int
    side: int
    repetition: int


def beats(dose: Dose, sides: int, *, rested: bool = False) -> list[Beat]:
    """Everything from the first breath to the last hold; `rested` with a rest before it."""
    found: list[Beat] = []
    for number in range(1, dose.sets + 1):
        for side in range(sides):
            if found or rested:
                found.append(Beat("rest", REST, number, side, 1))
            for repetition in range(1, dose.repetitions + 1):
                found.append(Beat("prepare", PREPARE, number, side, repetition))
                found.append(Beat("hold", float(dose.seconds), number, side, repetition))
    return found


class Pacer:
    """A count that is going on; `paused` stops it, and so does a gap in time (`interrupted`)."""

    def __init__(self, dose: Dose, sides: int, breath: str, *, rested: bool = False) -> None:
        self.dose = dose
        self.sides = sides
        self.paused = self.interrupted = False
        self.beats = beats(dose, sides, rested=rested)
        self._breath = breath
        self._at = 0
        self.time = 0.0  # s since the present beat began

    def update(self, elapsed: float) -> None:
        """Let real time pass; what nobody could follow is not counted."""
        if not self.moves:
            return
        if elapsed > GAP and not self.done:
            begun = self._at > 0 or self.time > 0  # its first picture may take long
            self.paused = self.interrupted = begun
            return
        self.time += elapsed
        while self.time >= self.beat.seconds and not self.done:
            self.time -= self.beat.seconds
            self._at += 1

    def pause(self) -> None:
        """Stop the count, or go on with it."""
        self.paused, self.interrupted = not self.paused, False

    @property
    def moves(self) -> bool:
        """Whether it counts, or the figure still goes back at the end."""
        return not self.paused and not (self.done and self.time >= MOVE)

    @property
    def done(self) -> bool:
        """Whether the last hold is over."""
        return self._at >= len(self.beats)

    @property
    def beat(self) -> Beat:
        """The present stretch; after the end the last one."""
        return self.beats[min(self._at, len(self.beats) - 1)]

    def other_side(self) -> None:
        """Go on with the other side, or with the next round, after a rest."""
        here = self.beat
        while not self.done and (self.beat.round, self.beat.side) == (here.round, here.side):
            self._at += 1
        self.time = MOVE if self.done else 0.0

    # -- what is shown ---------------------------------------------------------------

    @property
    def stretch(self) -> str:
        """What goes on: the kind of the present beat, or "end"."""
        return "end" if self.done else self.beat.kind

    @property
    def count(self) -> int:
        """The number to show: counts up in a hold, as one counts aloud, else down to it."""
        if self.done:
            return self.dose.seconds
        if self.beat.kind == "hold":
            return min(int(self.time) + 1, self.dose.seconds)
        return max(1, math.ceil(self.beat.seconds - self.time))

    @property
    def ring(self) -> float:
        """How much of the hold is done, 0 to 1."""
        if self.done:
            return 1.0
        return self.time / self.beat.seconds if self.beat.kind == "hold" else 0.0

    @property
    def share(self) -> float:
        """How far the figure is into the hold, 0 to 1."""
        way = eased(self.time / MOVE)
        if self.beat.kind == "hold" and not self.done:
            return way
        first = self.beat.kind == "prepare" and self.beat.repetition == 1
        return 0.0 if first or self._at == 0 else 1 - way

    @property
    def lungs(self) -> float:
        """How full the breath is, 0 to 1; every hold begins full and ends empty."""
        if self.done:
            return 0.0
        if self.beat.kind == "prepare":
            return eased(self.time / PREPARE)
        if self.beat.kind == "rest":
            return 0.0
        half = self._half_breath()
        number, within = divmod(self.time, half)
        way = eased(within / half)
        return way if number % 2 else 1 - way

    @property
    def says(self) -> str:
        """The text key of what to do now."""
        if self.done:
            return "exercises.done"
        if self.paused:
            return "exercises.interrupted" if self.interrupted else "exercises.paused"
        if self.beat.kind == "rest":
            before = "rest_first" if self._at == 0 else "rest"
            return f"exercises.{'rest_side' if self.beat.side else before}"
        if self.beat.kind == "prepare":
            return "exercises.prepare"
        if self._breath == "out":
            return "exercises.breathe_out"
        breathing_in = int(self.time / self._half_breath()) % 2
        return "exercises.hold_in" if breathing_in else "exercises.hold_out"

    def _half_breath(self) -> float:
        """Length of a breath in or out: an odd number of them fills the hold."""
        if self._breath == "out":
            return float(self.dose.seconds)
        return self.dose.seconds / (2 * max(0, round((self.dose.seconds / BREATH - 1) / 2)) + 1)
