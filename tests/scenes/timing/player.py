"""Plays the two backs as a person would, and runs them headless."""

from collections.abc import Mapping
from functools import cache

from scenes.timing.moment import moment_of, TimingMoment
from scenes.timing.scene import TimingScene
from sim.model.run import Run
from sim.timing.model import ArmRaise
from sim.timing.pair import TwoBacks
from tests.scenes.player import Player


class TimingPlayer(Player):
    """A window that shows the two backs."""

    def __init__(
        self, size: tuple[int, int] = (1280, 720), language: str = "en", **values: object
    ) -> None:
        super().__init__(size, language, "timing", **values)

    @property
    def timing(self) -> TimingScene:
        """The scene."""
        assert isinstance(self.app.experiment, TimingScene)
        return self.app.experiment

    @property
    def shown(self) -> TimingMoment:
        """What the picture shows."""
        return self.timing.playback.shown

    def over(self) -> bool:
        """Whether a movement has begun and ended."""
        return self.timing.playback.moment.done

    def trace(self, time: float, row: int = 0) -> tuple[float, float]:
        """Where a time is on a trace."""
        lanes = self.timing.view.touch.lanes
        assert lanes is not None
        return lanes.x(time), lanes.row(row).centery


@cache
def rotation(onset: float) -> float:
    """The largest joint rotation of a headless run [degrees]."""
    return measured({"onset": onset})


def measured(values: Mapping[str, object]) -> float:
    """The same with further settings."""
    watch = Run(ArmRaise(values))
    for _ in watch.slices(ArmRaise.duration):
        pass
    return watch.rotation


def raised(**values: object) -> TimingMoment:
    """Both backs when the movement is over."""
    backs = TwoBacks(values)
    backs.push()
    while backs.moving:
        backs.step()
    return moment_of(backs)
