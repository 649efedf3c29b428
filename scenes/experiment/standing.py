"""An experiment on a column, stack or spine alike: it stands, is pushed or held, and falls."""

from abc import abstractmethod
from functools import cached_property
from typing import Generic, Protocol, TypeVar

import numpy as np

from scenes.experiment.base import Experiment
from scenes.experiment.hints import Hints
from scenes.experiment.protocols import Moment
from scenes.experiment.timeline.curves import Curves
from scenes.experiment.timeline.playback import AFTERMATH
from sim.mechanics.column import Array
from sim.mechanics.world import VX
from sim.model.column_model import Model

OVER = 5.0  # s after which chart and words have nothing more to say of a push
UNSEEN = 3e-4  # m and rad, a tenth of a pixel


class ColumnMoment(Moment, Protocol):
    """A column at one time; `state` as in `sim.mechanics.world`."""

    @property
    def state(self) -> Array:
        """Where all segments are."""

    @property
    def furthest(self) -> float:
        """How far what went furthest is from where it stood."""


ColumnT = TypeVar("ColumnT", bound=Model)
ColumnMomentT = TypeVar("ColumnMomentT", bound=ColumnMoment)


class Standing(Experiment[ColumnT, ColumnMomentT], Generic[ColumnT, ColumnMomentT]):
    """What hands do to a column, and whether it stands.

    `going` is how far the furthest is when it no longer just stands; `hinted` is what can be
    done with the picture.
    """

    going: float
    hinted: tuple[str, ...] = ("tap",)

    @cached_property
    def hints(self) -> Hints:
        """What is still to be told of what hands can do."""
        return Hints(*self.hinted)

    @property
    @abstractmethod
    def stable(self) -> bool:
        """Whether it stands with the present settings, by the analysis."""

    @abstractmethod
    def quantity(self, largest: float) -> str:
        """The largest value on the chart, in words."""

    def outcome(self, tried: Curves[ColumnMomentT]) -> str:
        """That it stays up, and how far it went at most."""
        said = "stays_up" if self.stable else "so_far"
        return self.words(f"spoken.{said}", size=self.quantity(tried.largest))

    def falling(self, moment: ColumnMomentT) -> bool:
        """Whether one that can not stand is on its way, or one that can is tapped.

        What stands up to a tap has its drama too: it is seen as slowly as a fall.
        """
        if not self.stable:
            return moment.furthest > self.going
        since, ends = moment.since_push, self.push_time + AFTERMATH
        return since is not None and since < ends and not self.model.holding

    @property
    def at_rest(self) -> bool:
        """Whether all is where it was drawn, and the last push is long over."""
        now, seen = self.playback.moment, self.seen
        if seen is None or (now.since_push is not None and now.since_push < OVER):
            return False
        same = now.state.shape == seen.state.shape
        return same and bool(np.abs(now.state - seen.state)[:, :VX].max() < UNSEEN)

    def tap(self) -> None:
        """Push, as every experiment; that one can is known from then on."""
        self.hints.done("tap")
        super().tap()

    def hold(self, segment: int, force: float) -> None:
        """Push a segment as long as it is dragged."""
        self.hints.done("tap")
        self.go_on()
        if not self.model.holding:
            self.playback.begin_try(self.make_curves())
        most = self.parameters["push"].high
        self.model.hold(segment, max(-most, min(most, force)))

    def release(self) -> None:
        """Let go of a dragged segment."""
        self.model.release()
