"""The time controls of a scene whose time is a year: let it pass, one week on.

Looking back goes through the test of the week that is shown.
"""

from collections.abc import Callable
from types import MappingProxyType

from scenes.experiment.timeline.clock import Clock
from scenes.experiment.timeline.timebar import TimeBar
from scenes.text.words import Words
from scenes.widgets.button import Button
from sim.recovery.model import Recovery


class YearBar(TimeBar):
    """`play` lets the year pass or stops it, `passing` tells whether it does."""

    texts = ("app.pause", "recovery.play_year", "recovery.one_week")
    short = MappingProxyType({**TimeBar.short, "recovery.play_year": "recovery.play_short"})
    longest = Recovery.duration

    def __init__(
        self,
        words: Words,
        clock: Clock,
        *,
        passing: Callable[[], bool],
        play: Callable[[], None],
        step: Callable[[], None],
        reset: Callable[[], None],
        back: Callable[[float], None],
        picture: Callable[[], None],
    ) -> None:
        self._passing = passing
        self._play = play
        super().__init__(words, clock, step=step, reset=reset, back=back, picture=picture)
        self.slow.visible = False  # the test is slow already

    def _row(self) -> list[Button]:
        return [self.step, self.again]  # the year is played by the primary action

    @property
    def going(self) -> bool:
        """Whether the year passes."""
        return self._passing()

    def _pause(self) -> None:
        self._play()
        self.refresh()
