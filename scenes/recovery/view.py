"""What is seen of recovery: words, the year, and the spine that tests itself beside it."""

from collections.abc import Mapping
from typing import Protocol

import pygame

from scenes.draw.look import Look
from scenes.experiment.headline import Speech
from scenes.experiment.view import Painter, View
from scenes.forms import Areas, EDGE, Form, LARGE_TEXT, STRIP
from scenes.recovery.moment import RecoveryMoment
from scenes.recovery.picture import draw_course, draw_moment
from scenes.recovery.says import DECIMALS, say
from scenes.recovery.test_card import TestCard
from scenes.recovery.week_tests import WeekTests
from scenes.recovery.year import Hands as YearHands
from scenes.recovery.year import YearCard
from scenes.text.words import Words
from scenes.widgets.widget import Widget
from sim.parameter import Value
from sim.recovery.model import onset

PADDING, GAP = 24, 16  # design px
LEAST_BESIDE = 480  # design px that year and test need beside each other, in the hand
LEAST_BOTH = 300  # design px that year and test need above each other
YEAR_TALL = 0.62  # of the height of both cards above each other
YEAR = 0.56  # of the width of both cards
LEAST_CARD = 200  # design px that the test needs beside the year
TWO = ("recovery.year_and_back", "recovery.hundred")  # pages, and where both have no room
THREE = ("recovery.year", "recovery.back", "recovery.hundred")
WORDS = 0.24  # of the play area's height: two cards need more of it than one picture
LEFT_OVER = 0.68  # of the play area's height that the words above always leave


class Hands(YearHands, Protocol):
    """What a person can do here."""

    def look_further(self, seconds: float) -> None:
        """Look further back through the test, or less far."""


class RecoveryView(View[RecoveryMoment]):
    """Words, year and test; `test_beside` says whether the test has room there."""

    gives_way = False  # year and test need all that there is

    touch: YearCard
    pages = TWO
    crowd: Widget

    def __init__(self, words: Words, hands: Hands, tests: WeekTests) -> None:
        super().__init__("recovery", words)
        self.touch = YearCard(words, hands)
        self.test = TestCard(words, hands)
        self.test_beside = True
        self.slower = 1
        self._tests = tests

    def place(self, areas: Areas, look: Look) -> None:
        """Take up the play area; what has no room in it is `elsewhere`."""
        if areas.form.in_hand:
            self._place_in_hand(areas, look)
            return
        play, self.test.gauged = areas.play, True
        room = pygame.Rect(0, 0, play.width - 2 * look.px(PADDING), round(play.height * LEFT_OVER))
        room.height -= look.px(PADDING)
        # A story asks for the year alone.
        wide = room.width * (1 - YEAR) - look.px(GAP) >= look.control(LEAST_CARD)
        self.test_beside = wide and not self.led
        if self.test_beside:
            room.width = round(room.width * YEAR)
        self.touch.fold(room, look)
        super().place(areas, look)

    def _place_in_hand(self, areas: Areas, look: Look) -> None:
        """The year above or beside the test, or a page for each; the hundred people."""
        strip = 0 if areas.form is Form.LOW else look.control(STRIP)
        free = areas.play.height - strip - 2 * look.px(EDGE)
        wide = areas.play.width > max(free, look.control(LEAST_BESIDE))
        both = look.zoom < LARGE_TEXT and (wide or free >= look.control(LEAST_BOTH))
        self.set_pages(TWO if both else THREE)
        self.test.gauged = not look.bare
        super().place(areas, look)
        assert self._areas is not None
        inset = look.px(EDGE if both else EDGE // 3)
        room = self._areas.play.inflate(-2 * inset, -2 * inset)
        self.crowd.visible = self.page == "recovery.hundred" and not areas.small
        self.touch.visible = self.page in TWO[:1] + THREE[:1] and not areas.small
        beside = self.page in (TWO[0], THREE[1]) and not areas.small
        self.test_beside = beside and not self.led
        if self.crowd.visible:
            self.crowd.place(self._areas.play, look)
            return
        if not (self.touch.visible and self.test_beside):
            self.touch.fold(room, look)
            (self.test if self.test_beside else self.touch).place(room, look)
            return
        year = pygame.Rect(room.topleft, (room.width, round(room.height * YEAR_TALL)))
        if wide:
            year.size = round(room.width * YEAR), room.height
        self.touch.fold(year, look)
        self.touch.elsewhere = [self.touch.note]
        self.touch.place(year, look)
        gap = look.px(8)
        left, top = (year.right + gap, room.top) if wide else (room.left, year.bottom + gap)
        test = pygame.Rect(left, top, room.right - left, room.bottom - top)
        self.test.place(test, look)
        if self.test.gauged and self.test.gauge.rect.bottom > test.bottom - gap:
            self.test.gauged = False  # it stands beside the chart then
            self.test.place(test, look)

    @property
    def elsewhere(self) -> list[Widget]:
        """What has to stand in the panel."""
        if self.led:
            return []
        if self.in_hand:
            return [] if self.test.gauged else [self.test.gauge]
        return [*([] if self.test_beside else [self.test]), *self.touch.elsewhere]

    def target(self, name: str) -> pygame.Rect | None:
        """The year, whatever is asked for."""
        return self.touch.rect

    def show_settings(self, settings: Mapping[str, Value]) -> None:
        """The week that is meant from now on."""
        self.touch.show(int(settings["week"]), trained=bool(settings["trained"]))

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
        return Speech(say(week, trained, rotation), places, height=WORDS)

    def arrange(self, moment: RecoveryMoment, words_bottom: int, areas: Areas, look: Look) -> None:
        """The year left and the test right of it, below the words."""
        self.touch.foretell(wanted=not (self.led or self.asked))
        if areas.form.in_hand:
            self.test.show(moment, self._rotation(moment.settings), self.slower)
            return
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
        if self.touch.rect != year:
            self.touch.place(year, look)
        self.test.show(moment, self._rotation(moment.settings), self.slower)

    def painter(self, rect: pygame.Rect, look: Look) -> Painter[RecoveryMoment]:
        """The spine without words over it."""

        def paint(surface: pygame.Surface, moment: RecoveryMoment) -> None:
            draw_moment(surface, rect, look, moment)

        return paint

    def remember(self, rect: pygame.Rect, look: Look) -> Painter[RecoveryMoment]:
        """The weeks so far: when the deep muscles began, beside the other course."""

        def paint(surface: pygame.Surface, moment: RecoveryMoment) -> None:
            week, trained = int(moment.settings["week"]), bool(moment.settings["trained"])
            draw_course(surface, rect, look, week, trained=trained)

        return paint

    def paint(self, surface: pygame.Surface, moment: RecoveryMoment, look: Look) -> None:
        """Both cards are widgets and draw themselves."""
