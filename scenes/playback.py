"""How the stack gets through time: steps, recording, looking back, slow falls.

Holds the one stack that is simulated and everything that was seen of it.
"""

from scenes.blocks_words import TIPPED
from scenes.clock import Clock
from scenes.recording import EVERY, Moment, moment_of, Recording
from scenes.restacking import Restacking
from scenes.tries import Try
from sim.blocks import pushed_block
from sim.stack import BlockStack
from sim.world import STEP

COLLAPSE = 0.1  # time runs so much slower while the stack falls
AFTERMATH = 0.12  # s after the fall that still run so slowly


class Playback:
    """The stack, its clock, what was recorded, and which moment is shown."""

    def __init__(self, stack: BlockStack, speed: float) -> None:
        self.clock = Clock(STEP, speed)
        self.recording = Recording(STEP)
        self.before_now = 0.0
        self.restacking: Restacking | None = None
        self._fell_time: float | None = None
        self._since_moment = 0
        self.begin(stack)

    def begin(self, stack: BlockStack) -> None:
        """Another stack stands, and nothing has been seen of it."""
        self.stack = stack
        self.recording.clear()
        self.tries: list[Try] = []
        self._stand()

    def restack(self, *, animated: bool) -> None:
        """Stack the same blocks again; what was recorded can still be looked back to."""
        lying = self.shown
        self.stack.reset()
        self._stand()
        if animated:
            self.restacking = Restacking(lying)

    def _stand(self) -> None:
        self.before_now = 0.0
        self.restacking = None
        self._fell_time = None
        self.moment = moment_of(self.stack)
        self.recording.add(self.moment)

    def refresh(self) -> None:
        """Look at the stack anew: a setting has changed and no time has passed."""
        self.moment = moment_of(self.stack)

    def new_try(self, label: str, colour: str, furthest: str) -> None:
        """Begin curves for the chart, with words for them; those before them fade."""
        for old in self.tries[-1:]:
            old.fade()
        middle = pushed_block({**self.stack.settings, "push_block": 0})
        self.tries = [*self.tries[-1:], Try(middle, label, colour, furthest)]

    @property
    def shown(self) -> Moment:
        """What the picture shows: now, on the way back up, or a while ago."""
        if self.restacking is not None:
            return self.restacking.moment(self.moment)
        return self.recording.before(self.before_now) if self.before_now else self.moment

    def slowing(self, *, stable: bool) -> float:
        """A factor on time: slower while the stack falls, so that it can be seen."""
        if self._fell_time is None:
            falling = self.moment.furthest > TIPPED and not stable
        else:
            falling = self.moment.time - self._fell_time < AFTERMATH
        return COLLAPSE if falling else 1.0

    def update(self, elapsed: float, slowing: float) -> None:
        """Let real time pass."""
        if not self.clock.paused:
            self.before_now = 0.0
        if self.restacking is not None:
            if self.restacking.advance(elapsed):
                return
            self.restacking = None
        self.skip(self.clock.steps(elapsed, slowing))

    def skip(self, steps: int) -> None:
        """Let so many steps pass at once."""
        for _ in range(steps):
            self.stack.step()
            self._since_moment += 1
            if self._since_moment >= EVERY:
                self._since_moment = 0
                self.keep()
        if steps:
            self.moment = moment_of(self.stack)

    def keep(self) -> None:
        """Record the present moment."""
        moment = moment_of(self.stack)
        self.recording.add(moment)
        if moment.fallen and self._fell_time is None:
            self._fell_time = moment.time
        if self.tries and moment.since_push is not None:
            self.tries[-1].add(moment)
