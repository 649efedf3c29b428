"""What is seen of recovery: words, the year, and the spine that tests itself beside it."""

from collections.abc import Mapping
from typing import Protocol

import pygame

from scenes.draw.look import Look
from scenes.headline import Speech
from scenes.layout import Areas
from scenes.recovery_card import TestCard
from scenes.recovery_moment import RecoveryMoment
from scenes.recovery_picture import draw_moment
from scenes.recovery_tests import WeekTests
from scenes.recovery_words import DECIMALS, say
from scenes.recovery_year import Hands as YearHands
from scenes.recovery_year import YearCard
from scenes.view import Painter, View
from scenes.words import Words
from sim.parameter import Value
from sim.recovery import onset

PADDING, GAP = 24, 16  # design px
YEAR = 0.61  # of the width of both cards
LEAST_CARD = 270  # design px that the test needs beside the year


class Hands(YearHands, Protocol):
    """What a person can do here."""

    def look_further(self, seconds: float) -> None:
        """Look further back through the test, or less far."""


class RecoveryView(View[RecoveryMoment]):
    """Words, year and test; `test_beside` says whether the test has room here."""

    stage: YearCard

    def __init__(self, words: Words, hands: Hands, tests: WeekTests) -> None:
        super().__init__("recovery", words)
        self.stage = YearCard(words, hands)
        self.test = TestCard(words, hands)
        self.test_beside = True
        self.slower = 1
        self._tests = tests

    def place(self, areas: Areas, look: Look) -> None:
        """Take up the play area; without room for the test it goes to the panel."""
        wide = (areas.play.width - 2 * look.px(PADDING)) * (1 - YEAR) - look.px(GAP)
        self.test_beside = wide >= look.control(LEAST_CARD)
        super().place(areas, look)

    def show_settings(self, settings: Mapping[str, Value]) -> None:
        """The week that is meant from now on."""
        self.stage.show(int(settings["week"]), trained=bool(settings["trained"]))

    def _rotation(self, settings: Mapping[str, Value]) -> float | None:
        return self._tests.rotation(int(settings["week"]), bool(settings["trained"]))

    def say(self, moment: RecoveryMoment, *, busy: bool) -> Speech:
        """How pain and timing are in the week of the moment, and what its test found."""
        words = self._words
        week, trained = int(moment.settings["week"]), bool(moment.settings["trained"])
        rotation = self._rotation(moment.settings)
        places = {
            "week": words.number(week),
            "late": words.quantity(abs(1000 * onset(week, trained)), "ms", 0),
            "turn": f"{words.number(rotation or 0.0, DECIMALS)}°",
        }
        return Speech(say(week, trained, rotation), places)

    def arrange(self, moment: RecoveryMoment, words_bottom: int, areas: Areas, look: Look) -> None:
        """The year left and the test right of it, below the words."""
        play, inset = areas.play, look.px(PADDING)
        top = words_bottom + look.px(8)
        room = pygame.Rect(play.left + inset, top, play.width - 2 * inset, 0)
        room.height = play.bottom - inset - top
        year = room.copy()
        if self.test_beside:
            year.width = round(room.width * YEAR)
            left = year.right + look.px(GAP)
            card = pygame.Rect(left, top, room.right - left, room.height)
            if self.test.rect != card:
                self.test.place(card, look)
        if self.stage.rect != year:
            self.stage.place(year, look)
        self.test.show(moment, self._rotation(moment.settings), self.slower)

    def painter(self, rect: pygame.Rect, look: Look) -> Painter[RecoveryMoment]:
        """The spine without words over it."""

        def paint(surface: pygame.Surface, moment: RecoveryMoment) -> None:
            draw_moment(surface, rect, look, moment)

        return paint

    def paint(self, surface: pygame.Surface, moment: RecoveryMoment, look: Look) -> None:
        """Both cards are widgets and draw themselves."""
