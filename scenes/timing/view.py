"""What is seen of the timing scene: words, two backs on their cards, the traces below them."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

import pygame

from scenes.draw.look import Look
from scenes.draw.panels import frame_card
from scenes.experiment.accompanied import ROUND
from scenes.experiment.headline import Speech
from scenes.experiment.legend import Entry
from scenes.experiment.view import Painter, View
from scenes.forms import Areas, EDGE, LARGE_TEXT
from scenes.text.words import Words
from scenes.timing.card import CardWords, picture_in
from scenes.timing.moment import TimingMoment
from scenes.timing.onset_map import OnsetMap
from scenes.timing.onset_mark import OnsetMark
from scenes.timing.picture import Backs, draw_back, draw_remembered, SIDES
from scenes.timing.says import say
from scenes.timing.touch import TimingTouch
from scenes.timing.traces import Lanes, lanes_in, LanesPicture, ROWS
from scenes.widgets.button import Button
from sim.parameter import Value
from sim.timing.pair import ONSETS

PADDING, GAP = 24, 20  # design px
LEAST_WORDS = 300  # design px that the words keep beside the button
WORDS = 0.2  # of the height for words at most: both backs are what there is to see
BELOW_MAP, BESIDE_MAP = 0.34, 0.24  # share of the height, or of the width, for backs
LEAST_CARD, CARDS = 60, 0.22  # design px high; share of the width for a back beside the traces
SLIM_BESIDE = 112  # design px of the same in the hand


class TimingView(View[TimingMoment]):
    """Words, cards and traces, or the map; `marks`, `button` and `turn` are widgets on them."""

    touch: TimingTouch
    pages = ("timing.backs", "timing.map")

    def __init__(
        self,
        words: Words,
        stage: TimingTouch,
        marks: tuple[OnsetMark, ...],
        onset_map: OnsetMap,
        buttons: tuple[Button, Button],
        *,
        extras: AbstractSet[str],
    ) -> None:
        super().__init__("timing", words)
        self.touch = stage
        self.marks = marks
        self.map = onset_map
        self.button, self.turn = buttons
        self._extras = extras
        self._cards = CardWords(words)
        self._backs = Backs()
        self._traces = LanesPicture(words)
        self._lanes: Lanes | None = None
        self._narrow = False  # whether backs and traces stand beside each other
        self._below = 0  # the words so far: the backs keep their size whatever is said

    def place(self, areas: Areas, look: Look) -> None:
        """Take up the play area; the button stands beside the words where they have room too."""
        button, play, inset = self.button, areas.play, look.px(PADDING)
        self._below = 0
        wide, high = button.width(look), button.height(look, 0)
        spare = play.width - 3 * inset - wide
        here = look.zoom < LARGE_TEXT and spare >= look.control(LEAST_WORDS)
        button.visible = here and not areas.form.in_hand
        button.place(
            pygame.Rect(play.right - inset - wide, play.top + look.px(18), wide, high), look
        )
        turn = pygame.Rect(0, button.rect.top, self.turn.width(look), high)
        turn.right = button.rect.left - look.px(8)
        self.turn.place(turn, look)
        roomy = turn.left - play.left - 2 * inset >= look.control(LEAST_WORDS)
        self.turn.visible = button.visible and roomy and not self.led
        self.turn.on = "map" in self._extras
        super().place(areas, look)
        self._cards.in_hand = self.in_hand
        self.map.visible = self.mapped
        for mark in self.marks:
            mark.visible = not (self.mapped or areas.small)

    @property
    def mapped(self) -> bool:
        """Whether the map is shown: a page in the hand, else in the place of the traces."""
        if self.in_hand:
            return self.page == "timing.map" and not (self._whole and self._whole.small)
        return "map" in self._extras and not self.led

    def entries(self, moment: TimingMoment | None) -> list[Entry]:
        """The rows, with when deep muscles begin."""
        words = self._words
        onsets = [float(moment.settings[onset]) for onset in ONSETS] if moment else []
        begins = ["", *[words.quantity(1000 * onset, "ms", 0) for onset in onsets]]
        begins += [""] * (len(ROWS) - len(begins))
        return [
            Entry(
                "teal" if row in SIDES else "brick",
                words(f"timing.row_{row}"),
                words(f"timing.row_{row}_note"),
                begin,
            )
            for row, begin in zip(ROWS, begins, strict=True)
        ]

    def target(self, name: str) -> pygame.Rect | None:
        """The arm's button, or the right back where the button has no room."""
        if not self.button.visible:
            return (self.touch.cards or (None,))[-1]
        wider = 2 * self._look.px(ROUND) if self._look else 0
        return self.button.rect.inflate(wider, wider)

    def show_settings(self, settings: Mapping[str, Value]) -> None:
        """Both onsets, where they are to be seen."""
        for mark, onset in zip(self.marks, ONSETS, strict=True):
            mark.value = float(settings[onset])
        self.map.show_settings(settings, tuple(float(settings[onset]) for onset in ONSETS))

    def say(self, moment: TimingMoment, *, busy: bool) -> Speech:
        """The words of what was measured; beside the button, if it is there."""
        turned = map(self._cards.degrees, moment.backs)
        places = dict(zip(SIDES, turned, strict=True))
        share = 1.0
        if self.button.visible and self._areas is not None:
            play = self._areas.play
            first = self.turn if self.turn.visible else self.button
            share = (first.rect.left - play.left - 2 * PADDING) / play.width
        return Speech(say(moment, led=self.led), places, share, WORDS)

    def arrange(self, moment: TimingMoment, words_bottom: int, areas: Areas, look: Look) -> None:
        """Traces at the bottom, and both cards between them and the words."""
        play = areas.play
        inset = look.px(EDGE if areas.form.in_hand else PADDING)
        self._below = max(self._below, words_bottom)
        top = self._below + look.px(6)
        if self.button.visible:
            top = max(top, self.button.rect.bottom + look.px(8))
        room = pygame.Rect(play.left + inset, top, play.width - 2 * inset, 0)
        room.height = play.bottom - look.px(12) - top
        if self.mapped:
            self._arrange_map(room, look)
            return
        lanes = lanes_in(room, look, self._words)
        bottom = lanes.plot.top - lanes.arm - look.px(6)
        wide = (room.width - look.px(GAP)) // 2
        cards = tuple(
            pygame.Rect(left, top, wide, max(look.px(40), bottom - top))
            for left in (room.left, room.right - wide)
        )
        self._narrow = cards[0].height < look.control(LEAST_CARD)
        if self._narrow:
            lanes, cards = self._beside(room, look)
        self._lanes = self.touch.lanes = lanes
        self.touch.cards = cards
        for mark in self.marks:
            mark.follow(lanes, look)

    def _beside(self, room: pygame.Rect, look: Look) -> tuple[Lanes, tuple[pygame.Rect, ...]]:
        """Backs left and traces right, where both above each other would be too low."""
        gap = look.px(EDGE)
        wide = max(round(CARDS * room.width) - gap, self._cards.least(look))
        first = pygame.Rect(room.left, room.top, wide, room.height)
        left = room.left + 2 * (wide + gap)
        traces = pygame.Rect(left, room.top, room.right - left, room.height)
        lanes = lanes_in(traces, look, self._words, alone=True)
        return lanes, (first, first.move(wide + gap, 0))

    def _arrange_map(self, room: pygame.Rect, look: Look) -> None:
        """The map, and both backs beside it, or below it where there is more room.

        With large letters it needs all there is.
        """
        gap = look.px(EDGE)
        place, first, second = room.copy(), room.copy(), room.copy()
        if look.bare:
            first.width = second.width = 0
        elif room.height > room.width:
            first.height = second.height = round(BELOW_MAP * room.height)
            first.width = second.width = (room.width - gap) // 2
            first.bottom = second.bottom = room.bottom
            second.right = room.right
            place.height -= first.height + gap
        else:
            wide = look.px(SLIM_BESIDE) if self.in_hand else round(BESIDE_MAP * room.width)
            first.width = second.width = min(wide, room.width // 3)
            first.height = second.height = (room.height - gap) // 2
            first.right = second.right = room.right
            second.bottom = room.bottom
            place.width -= first.width + gap
        self._lanes = self.touch.lanes = None
        self.touch.cards = (first, second) if first.width else ()
        if self.map.rect != place:
            self.map.place(place, look)

    def tell_slowness(
        self, surface: pygame.Surface, play: pygame.Rect, look: Look, times: int
    ) -> None:
        """It stands with the axis of the traces, where they are shown."""
        if self._lanes is None:
            super().tell_slowness(surface, play, look, times)

    def draw(self, surface: pygame.Surface, times_slower: int) -> None:
        """Draw all, the traces with how much slower time runs."""
        self._traces.slower = 1 if self.looking_back else times_slower
        super().draw(surface, times_slower)

    def painter(self, rect: pygame.Rect, look: Look) -> Painter[TimingMoment]:
        """Both backs side by side with their arm and their numbers."""
        wide = rect.width // 2 - look.px(GAP)
        high = min(rect.height - look.px(GAP), wide * 4 // 5)
        tops = rect.centery - high // 2
        cards = [
            pygame.Rect(rect.left + look.px(GAP) // 2 + number * rect.width // 2, tops, wide, high)
            for number in (0, 1)
        ]

        def paint(surface: pygame.Surface, moment: TimingMoment) -> None:
            backs = moment.backs
            for number, (card, back) in enumerate(zip(cards, backs, strict=True)):
                surface.fill(look.palette.panel, card)
                other = backs[1 - number] if moment.done else None
                draw_back(surface, look, picture_in(card), back, other)
                self._cards.write(surface, look, card, moment, number)
                frame_card(surface, card, look, radius=16, ground=look.palette.play)

        return paint

    def remember(self, rect: pygame.Rect, look: Look) -> Painter[TimingMoment]:
        """Both backs where they bent most; in little room the right one, the left one dashed."""

        def paint(surface: pygame.Surface, moment: TimingMoment) -> None:
            draw_remembered(surface, rect, look, moment.backs, self._words)

        return paint

    def paint(self, surface: pygame.Surface, moment: TimingMoment, look: Look) -> None:
        """Draw the cards and the traces."""
        cards = self.touch.cards
        for card in cards:
            surface.fill(look.palette.panel, card)
        titled = self._cards.titled(look)
        small = self.mapped or self._narrow
        pictures = cards if small else [picture_in(card, titled) for card in cards]
        if cards:
            self._backs.draw(surface, look, pictures, moment.backs, moment.now, over=moment.done)
        for number, card in enumerate(cards):
            if small:
                self._cards.write_small(surface, look, card, moment, number)
            else:
                self._cards.write(surface, look, card, moment, number)
            frame_card(surface, card, look, radius=16, ground=look.palette.play)
        if self._lanes is not None:
            self._traces.draw(surface, look, self._lanes, moment)
