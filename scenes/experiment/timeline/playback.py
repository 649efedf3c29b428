"""How a model gets through time: steps, recording, looking back, slow falls.

Holds the one model that is simulated and everything that was seen of it.
"""

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from scenes.experiment.protocols import ModelT, MomentT
from scenes.experiment.timeline.clock import Clock
from scenes.experiment.timeline.curves import Curves
from scenes.experiment.timeline.recording import EVERY, Recording
from sim.mechanics.world import STEP

COLLAPSE = 0.1  # time runs so much slower while something falls
AFTERMATH = 0.12  # s after the fall that still run so slowly

_Shown = TypeVar("_Shown")


class Transition(Protocol[_Shown]):
    """A picture on its way to a new beginning, while the model stands there already."""

    def advance(self, elapsed: float) -> bool:
        """Let time pass; False when it has arrived."""

    def moment(self, arrived: _Shown) -> _Shown:
        """What is shown between the two."""


class Playback(Generic[ModelT, MomentT]):
    """A model, its clock, what was recorded, and which moment is shown."""

    def __init__(self, model: ModelT, moment_of: Callable[[ModelT], MomentT], speed: float) -> None:
        self._moment_of = moment_of
        self.clock = Clock(STEP, speed)
        self.recording: Recording[MomentT] = Recording(STEP)
        self.before_now = 0.0
        self.transition: Transition[MomentT] | None = None
        self._fell_time: float | None = None
        self._first_push: float | None = None
        self.begin(model)

    def begin(self, model: ModelT) -> None:
        """Another model stands, and nothing has been seen of it."""
        self.model = model
        self.recording.clear()
        self.tries: list[Curves[MomentT]] = []
        self._stand()

    def again(self, transition: Transition[MomentT] | None = None) -> None:
        """Set the same model up again; what was recorded can still be looked back to."""
        self.model.reset()
        self._stand()
        self.transition = transition

    def _stand(self) -> None:
        self._since_moment = 0
        self.before_now = 0.0
        self.transition = None
        self._fell_time = self._first_push = None
        self.moment = self._moment_of(self.model)
        self.recording.add(self.moment)

    def refresh(self) -> None:
        """Look at the model anew: a setting has changed and no time has passed."""
        self.moment = self._moment_of(self.model)

    def begin_try(self, following: Curves[MomentT]) -> None:
        """Begin curves for the chart; the one before them fades, and stays with one to compare."""
        for old in self.tries[-1:]:
            old.fade()
        self.tries = [*following.earlier(self.tries), following]
        if self._first_push is None:
            self._first_push = self.moment.time

    @property
    def since_first(self) -> float | None:
        """Time since the first push of all since it stands [s], None before it."""
        return None if self._first_push is None else self.moment.time - self._first_push

    @property
    def shown(self) -> MomentT:
        """What the picture shows: now, on the way to a new beginning, or a while ago."""
        if self.transition is not None:
            return self.transition.moment(self.moment)
        return self.recording.before(self.before_now) if self.before_now else self.moment

    def slowing(self, *, falling: bool) -> float:
        """A factor on time: slower during a fall and just after it, so that it can be seen."""
        if self._fell_time is not None:
            falling = self.moment.time - self._fell_time < AFTERMATH
        return COLLAPSE if falling else 1.0

    def look_back(self, before_now: float) -> None:
        """Stop time and show what was recorded so long ago [s]."""
        self.clock.paused = True
        self.before_now = min(self.recording.seconds, max(0.0, before_now))

    def update(self, elapsed: float, slowing: float) -> None:
        """Let real time pass."""
        if not self.clock.paused:
            self.before_now = 0.0
        if self.transition is not None:
            if self.transition.advance(elapsed):
                return
            self.transition = None
        self.skip(self.clock.steps(elapsed, slowing))

    def skip(self, steps: int) -> None:
        """Let so many steps pass at once."""
        for _ in range(steps):
            self.model.step()
            self._since_moment += 1
            if self._since_moment >= EVERY:
                self._since_moment = 0
                self.keep()
        if steps:
            self.moment = self._moment_of(self.model)

    def keep(self) -> None:
        """Record the present moment."""
        moment = self._moment_of(self.model)
        self.recording.add(moment)
        if moment.fallen and self._fell_time is None:
            self._fell_time = moment.time
        if self.tries and moment.since_push is not None:
            self.tries[-1].add(moment)
