"""How time passes in an experiment: step by step, backwards, and slowly where it falls."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import Generic

from scenes.experiment.background import Background
from scenes.experiment.protocols import ModelT, MomentT
from scenes.experiment.timeline.clock import Clock
from scenes.experiment.timeline.playback import Playback
from scenes.experiment.timeline.recording import EVERY
from scenes.experiment.timeline.table import recorded
from scenes.experiment.timeline.timebar import TimeBar
from scenes.preferences import Preferences
from sim.parameter import Parameter, Value


class Timed(ABC, Generic[ModelT, MomentT]):
    """A model, what was seen of it, and the bar that rules its time."""

    preferences: Preferences
    background: Background
    playback: Playback[ModelT, MomentT]
    bar: TimeBar
    parameters: Mapping[str, Parameter]

    @abstractmethod
    def moment_of(self, model: ModelT) -> MomentT:
        """The model as it is now."""

    @abstractmethod
    def falling(self, moment: MomentT) -> bool:
        """Whether it is going over right now, so that time should run slowly."""

    @abstractmethod
    def _show(self) -> None:
        """Bring everything up to the moment shown."""

    @property
    def ready(self) -> bool:
        """Whether all is known that a picture can not do without."""
        return True

    @property
    def moving(self) -> bool:
        """Whether so much goes on that nothing else is worked out meanwhile."""
        return False

    @property
    def at_rest(self) -> bool:
        """Whether what is simulated stands still, as far as one could see."""
        return False

    @property
    def moves(self) -> bool:
        """Whether it will look different a moment later."""
        still = self.clock.paused or self.waiting or self.at_rest
        return self.playback.transition is not None or not still

    @property
    def waiting(self) -> bool:
        """Whether all rests until somebody touches it: then no time passes."""
        return False

    @property
    def model(self) -> ModelT:
        """What is simulated."""
        return self.playback.model

    @property
    def clock(self) -> Clock:
        """What lets time pass."""
        return self.playback.clock

    @property
    def told_settings(self) -> Mapping[str, Value]:
        """The settings of the moment shown: the present ones, or those of then."""
        shown = self.playback.shown if self.playback.before_now else self.model
        return shown.settings

    def to_now(self) -> None:
        """No longer look back, as whoever changes something looks at what it does."""
        self.playback.before_now = 0.0

    def again(self) -> None:
        """Set the model up again, with the present settings."""
        self.playback.again()

    def single_step(self) -> None:
        """Stop time and let one moment pass."""
        self.look_back(0.0)
        self.skip(EVERY)

    def go_on(self) -> None:
        """Let time pass, if it was stopped."""
        self.clock.paused = False
        self.bar.refresh()

    def look_back(self, before_now: float) -> None:
        """Stop time and show what was recorded so long ago [s]."""
        self.playback.look_back(before_now)
        self.bar.refresh()

    def look_further(self, seconds: float) -> None:
        """Look further back, or less far."""
        self.look_back(self.playback.before_now + seconds)

    def tables(self) -> Mapping[str, Callable[[], str]]:
        """What makes the tables that there are, by the names of their words in `data`."""
        return {"recording": lambda: recorded(self.playback.recording, self.parameters)}

    @property
    def slowing(self) -> float:
        """A factor on time while it falls, if the user wants that."""
        if not self.preferences.auto_slow:
            return 1.0
        return self.playback.slowing(falling=self.falling(self.playback.moment))

    def update(self, elapsed: float) -> None:
        """Let real time pass."""
        # The slower of the two counts: they do not multiply.
        slowing = 0.0 if self.waiting else min(1.0, self.slowing / self.clock.speed)
        self.playback.update(elapsed, slowing)
        if self.moving:
            self.background.wait()
        else:
            self.background.work()
        self._show()

    def skip(self, steps: int) -> None:
        """Let so many steps pass at once, and show what came of it."""
        self.playback.skip(steps)
        self._show()
