"""What is seen of the timing scene: words, two backs on their cards, the traces below them."""

from collections.abc import Mapping

import pygame

from scenes.draw.look import Look, REGULAR, SEMIBOLD
from scenes.draw.palette import Colour
from scenes.draw.panels import frame_card
from scenes.draw.spine.pose import MAGNIFIED
from scenes.experiment.accompanied import ROUND
from scenes.experiment.headline import Speech
from scenes.experiment.view import Painter, View
from scenes.forms import Areas, EDGE, LARGE_TEXT
from scenes.text.words import Words
from scenes.timing.arm import draw_raising
from scenes.timing.moment import Back, TimingMoment
from scenes.timing.onset_mark import OnsetMark
from scenes.timing.picture import arm_angle, Backs, draw_back, draw_remembered, overlaid, SIDES
from scenes.timing.says import say
from scenes.timing.touch import TimingTouch
from scenes.timing.traces import Lanes, lanes_in, LanesPicture
from scenes.widgets.button import Button
from scenes.widgets.typeset import wrap
from sim.parameter import Value
from sim.timing.pair import ONSETS

PADDING, GAP = 24, 20  # design px
PICTURE, SLIM = 0.54, 0.9  # most of a card's width, and of its height, for the back
LEAST_WORDS = 300  # design px that the words keep beside the button
TITLE, TEXT, NUMBER, LARGE, SMALL = 22, 18, 44, 28, 16  # letters
SLIM_CARD = 240  # design px: a narrower card has no room for the onset, nor for what is measured
FIGURE = (78, 110)  # design px, the person whose arm rises
NOTE_LINES = 3  # that the note under a back may take


class TimingView(View[TimingMoment]):
    """Words, cards and traces; `marks` and `button` are widgets on them."""

    touch: TimingTouch

    def __init__(
        self, words: Words, stage: TimingTouch, marks: tuple[OnsetMark, ...], button: Button
    ) -> None:
        super().__init__("timing", words)
        self.touch = stage
        self.marks = marks
        self.button = button
        self._backs = Backs()
        self._traces = LanesPicture(words)
        self._lanes: Lanes | None = None

    def place(self, areas: Areas, look: Look) -> None:
        """Take up the play area; the button stands beside the words where they have room too."""
        button, play, inset = self.button, areas.play, look.px(PADDING)
        wide, high = button.width(look), button.height(look, 0)
        spare = play.width - 3 * inset - wide
        here = look.zoom < LARGE_TEXT and spare >= look.control(LEAST_WORDS)
        button.visible = here and not areas.form.in_hand
        button.place(
            pygame.Rect(play.right - inset - wide, play.top + look.px(18), wide, high), look
        )
        super().place(areas, look)

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

    def say(self, moment: TimingMoment, *, busy: bool) -> Speech:
        """The words of what was measured; beside the button, if it is there."""
        turned = map(self._degrees, _both(moment))
        places = dict(zip(SIDES, turned, strict=True))
        share = 1.0
        if self.button.visible and self._areas is not None:
            play = self._areas.play
            share = (self.button.rect.left - play.left - 2 * PADDING) / play.width
        return Speech(say(moment, led=self.led), places, share)

    def arrange(self, moment: TimingMoment, words_bottom: int, areas: Areas, look: Look) -> None:
        """Traces at the bottom, and both cards between them and the words."""
        play = areas.play
        inset = look.px(EDGE if areas.form.in_hand else PADDING)
        top = words_bottom + look.px(6)
        if self.button.visible:
            top = max(top, self.button.rect.bottom + look.px(8))
        room = pygame.Rect(play.left + inset, top, play.width - 2 * inset, 0)
        room.height = play.bottom - look.px(12) - top
        lanes = self._lanes = lanes_in(room, look, self._words)
        bottom = lanes.plot.top - lanes.arm - look.px(6)
        wide = (room.width - look.px(GAP)) // 2
        cards = tuple(
            pygame.Rect(left, top, wide, max(look.px(40), bottom - top))
            for left in (room.left, room.right - wide)
        )
        self.touch.lanes, self.touch.cards = lanes, cards
        for mark in self.marks:
            mark.follow(lanes, look)

    def tell_slowness(
        self, surface: pygame.Surface, play: pygame.Rect, look: Look, times: int
    ) -> None:
        """It stands with the axis of the traces."""
        if self._lanes is not None:
            self._traces.draw_slowness(surface, look, self._lanes, times)

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
            backs = _both(moment)
            for number, (card, back) in enumerate(zip(cards, backs, strict=True)):
                surface.fill(look.palette.panel, card)
                other = backs[1 - number] if moment.done else None
                draw_back(surface, look, _picture(card), back, other)
                self._write(surface, look, card, moment, number)
                frame_card(surface, card, look, radius=16, ground=look.palette.play)

        return paint

    def remember(self, rect: pygame.Rect, look: Look) -> Painter[TimingMoment]:
        """Both backs where they bent most; in little room the right one, the left one dashed."""

        def paint(surface: pygame.Surface, moment: TimingMoment) -> None:
            draw_remembered(surface, rect, look, _both(moment), self._words)

        return paint

    def paint(self, surface: pygame.Surface, moment: TimingMoment, look: Look) -> None:
        """Draw the cards and the traces."""
        cards = self.touch.cards
        if self._lanes is None or len(cards) != len(SIDES):
            return
        for card in cards:
            surface.fill(look.palette.panel, card)
        pictures = (_picture(cards[0], self._titled(look)), _picture(cards[1], self._titled(look)))
        self._backs.draw(surface, look, pictures, _both(moment), moment.now, over=moment.done)
        for number, card in enumerate(cards):
            self._write(surface, look, card, moment, number)
            frame_card(surface, card, look, radius=16, ground=look.palette.play)
        self._traces.draw(surface, look, self._lanes, moment)

    def _write(
        self,
        surface: pygame.Surface,
        look: Look,
        card: pygame.Rect,
        moment: TimingMoment,
        number: int,
    ) -> None:
        """Which back it is, how far it turned, and the arm, as far as there is room."""
        if look.wordless:
            return
        inset, large = look.px(12), look.zoom >= LARGE_TEXT
        picture = _picture(card, self._titled(look))
        room = pygame.Rect(picture.right + look.px(6), card.top + look.px(8), 0, 0)
        room.size = max(1, card.right - inset - room.left), card.bottom - look.px(4) - room.top
        slim = card.width < look.px(SLIM_CARD)  # no room for a person
        person = pygame.Rect(0, room.top, min(look.px(FIGURE[0]), room.width // 2), 0)
        person.right = room.right
        narrow = room.width - (0 if slim else person.width) - look.px(4)
        # That it is magnified is always said: below the rest, or above the person.
        key, times = "magnified", MAGNIFIED
        if moment.done:
            key, times = "overlaid", overlaid(moment.left, moment.right)
        said = [*wrap(self._words(f"timing.{key}", times=str(times)), look.font(SMALL), narrow)]
        if len(said) > (NOTE_LINES if moment.done and not large else 1):
            said = [self._words("timing.magnified_short", times=str(times))]
        notes = [look.text(line, SMALL, look.palette.muted) for line in said]
        if large:
            notes = self._place_note(surface, look, room, person, notes[0])
        room.height -= sum(note.get_height() for note in notes)
        at = room.bottom
        for note in notes:
            surface.blit(note, (room.left, at))
            at += note.get_height()
        y = room.top
        for text, size, ink, weight, beside in self._lines(
            look, moment, number, (narrow, room.height)
        ):
            across = narrow if beside else room.width
            for smaller in (size, LARGE, TITLE, SMALL):
                face = look.fitted(text, min(size, smaller), ink, weight, width=across)
                if y + face.get_height() <= room.bottom:
                    break
            else:
                break
            surface.blit(face, (room.left, y))
            y += face.get_height()
            if slim or not beside:
                person.top = y
        person.height = card.bottom - look.px(1) - person.top
        if person.height > look.px(FIGURE[1]) // 3:
            draw_raising(surface, look, person, arm_angle(moment.settings, moment.now))

    def _place_note(
        self,
        surface: pygame.Surface,
        look: Look,
        room: pygame.Rect,
        person: pygame.Rect,
        note: pygame.Surface,
    ) -> list[pygame.Surface]:
        """With large letters beside the name of a back, or below it; what is below."""
        if not self.in_hand or self._titled(look) + note.get_width() <= room.width:
            surface.blit(note, note.get_rect(topright=person.topright))
            person.top += note.get_height()
            return []
        fits = room.height >= look.line_height(TITLE) + note.get_height()
        return [note] if fits else []

    def _titled(self, look: Look) -> int:
        """What the name of a back needs beside its picture, in the hand."""
        if not self.in_hand:
            return 0
        names = [self._words(f"timing.{side}") for side in SIDES]
        return max(look.measure(name, TITLE, SEMIBOLD) for name in names) + look.px(20)

    def _lines(
        self, look: Look, moment: TimingMoment, number: int, room: tuple[int, int]
    ) -> list[tuple[str, float, Colour, int, bool]]:
        """What stands on a card, and whether it stands beside the person or above.

        `room`: width beside the person, and height.
        """
        words, palette = self._words, look.palette
        back = _both(moment)[number]
        side, onset = SIDES[number], float(moment.settings[ONSETS[number]])
        slim = room[0] < look.px(SLIM_CARD) // 2
        title = (words(f"timing.{side}"), TITLE, palette.ink, SEMIBOLD, False)
        when = (self._when(onset), TEXT, palette.muted, REGULAR, False)
        if moment.since_push is None:
            return [title] if look.zoom >= LARGE_TEXT or slim else [title, when]
        colour = palette.teal if back.within else palette.amber_ink
        if look.zoom >= LARGE_TEXT:
            return [(self._degrees(back), LARGE, colour, SEMIBOLD, True)]
        said = words("timing.largest")
        widest = max(look.measure(word, TEXT) for word in said.split())  # no word is cut
        largest = wrap(said, look.font(TEXT), max(room[0], widest))
        # The marks say the onset as well: it gives way to the number.
        least = sum(map(look.line_height, (TITLE, TEXT, LARGE)))
        caption = [(line, TEXT, palette.muted, REGULAR, True) for line in largest]
        return [
            title,
            *([when] if least <= room[1] and not slim else []),
            (self._degrees(back), LARGE if slim else NUMBER, colour, SEMIBOLD, True),
            *([] if slim else caption),
        ]

    def _when(self, onset: float) -> str:
        """When deep muscles begin, in words."""
        key = "before_arm" if onset < 0 else "after_arm" if onset > 0 else "with_arm"
        return self._words(f"timing.{key}", time=self._words.quantity(abs(1000 * onset), "ms", 0))

    def _degrees(self, back: Back) -> str:
        return self._words("timing.degrees", number=self._words.number(back.turned, 1))


def _both(moment: TimingMoment) -> tuple[Back, Back]:
    return moment.left, moment.right


def _picture(card: pygame.Rect, words: int = 0) -> pygame.Rect:
    """The back on a card, which leaves so many pixels to the words."""
    wide = min(PICTURE * card.width, SLIM * card.height, card.width - words)
    return pygame.Rect(card.left, card.top, round(wide), card.height)
