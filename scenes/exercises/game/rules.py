"""First stabilise, then move: a game whose referee is the mechanics of a raised arm.

The model is that of `sim.timing.model`. The movement starts when the person presses for
it, and the deep muscles get their onset from when the person pressed for them,
`SLOWER` times slower than in the model. Pressed beforehand the onset is negative.
Pressed too late it is set while the movement runs, which changes nothing that has
been: until then the deep muscles had not been called for.
"""

import math
from dataclasses import dataclass

from sim.mechanics.world import STEP
from sim.model.run import Run
from sim.spine.limits_of_bend import side_of_neutral_zone
from sim.timing.model import ArmRaise, PARAMETERS, WATCHED

SLOWER = 2  # times that the game's time is slower than the model's
HOLDING = 0.5  # s within which a press that comes again is one that is held (key repeat: 0.4)
GRACE = 1.5  # s that a press lasts after it was let go: one finger has to reach both buttons
RUSH = 36  # steps in a frame before the movement starts, when there is nothing to see
ONSET = next(parameter for parameter in PARAMETERS if parameter.name == "onset")


@dataclass(frozen=True)
class Attempt:
    """One try: onset of the deep muscles [s], None if they were not called for, and what came."""

    onset: float | None
    rotation: float
    gave_way: bool

    @property
    def calm(self) -> bool:
        """Whether no joint left the neutral zone."""
        return side_of_neutral_zone(self.rotation) != "beyond"


class Game:
    """The spine, what is pressed, and the tries so far.

    `since_deep`, `since_move` [s of the person's time] are None until pressed.
    """

    def __init__(self) -> None:
        self.model = ArmRaise({"onset": ONSET.high})
        self.attempts: list[Attempt] = []
        self._idle = {"deep": math.inf, "move": math.inf}  # s since the last press of each
        self.again()

    def again(self) -> None:
        """Stand ready for another try."""
        self.model.set("onset", ONSET.high)
        self.model.reset()
        self._watch: Run | None = None
        self.since_deep: float | None = None
        self.since_move: float | None = None
        self._held = 0.0  # s for which the deep muscles stay pressed
        self.over = False

    # -- what the person does --------------------------------------------------------

    def press_deep(self) -> None:
        """The deep muscles; called again as long as they are held."""
        holding = self._holding("deep")
        if self.over:
            if holding:
                return
            self.again()
        self._held = GRACE
        if self.since_deep is None:
            self.since_deep = 0.0
            if self.since_move is not None:
                self._call_deep(self.since_move / SLOWER)

    def press_move(self) -> None:
        """The movement; called again as long as it is held, which begins no other one."""
        if self._holding("move"):
            return
        if self.over:
            self.again()
        if self.since_move is None:
            self.since_move = 0.0
            self._watch = Run(self.model)
            if self.since_deep is not None:
                self._call_deep(-self.since_deep / SLOWER)

    def _holding(self, what: str) -> bool:
        holding = self._idle[what] < HOLDING
        self._idle[what] = 0.0
        return holding

    def _call_deep(self, onset: float) -> None:
        onset = max(onset, self.model.since_movement)
        self.model.set("onset", min(ONSET.high, max(ONSET.low, onset)))

    # -- time ------------------------------------------------------------------------

    def update(self, elapsed: float) -> None:
        """Let `elapsed` seconds of the person's time pass."""
        self._idle = {what: idle + elapsed for what, idle in self._idle.items()}
        if self.over:
            return
        self._held -= elapsed
        if self.since_move is None and self._held <= 0:
            self.since_deep = None
        if self.since_deep is not None:
            self.since_deep += elapsed
        if self.since_move is not None and self._watch is not None:
            self.since_move += elapsed
            self._advance(self._watch, self.since_move / SLOWER)

    def _advance(self, watch: Run, time: float) -> None:
        """Bring the model to `time` [s] after the movement's start."""
        for _ in range(RUSH):
            if self.model.since_movement + STEP / 2 >= min(time, WATCHED):
                break
            watch.step()
        if self.model.since_movement + STEP >= WATCHED:
            self._finish(watch)

    def _finish(self, watch: Run) -> None:
        fell = self.model.fell_at is not None
        self.attempts.append(Attempt(self.onset, watch.rotation, fell))
        self.over = True

    # -- what can be seen --------------------------------------------------------------

    @property
    def onset(self) -> float | None:
        """When the deep muscles were pressed, from the movement's start [s of the model]."""
        if self.since_deep is None or self.since_move is None:
            return None
        return (self.since_move - self.since_deep) / SLOWER

    @property
    def rotation(self) -> float:
        """The largest rotation of a joint so far [degrees]."""
        return self._watch.rotation if self._watch else 0.0
