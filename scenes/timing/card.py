"""What stands on the card of a back: which one it is, how far it bent, and the arm that rises."""

from collections.abc import Sequence

import pygame

from scenes.draw.look import Look, REGULAR, SEMIBOLD
from scenes.draw.palette import Colour
from scenes.draw.panels import put_rounded
from scenes.draw.person.raising import arm_angle, draw_raising
from scenes.draw.spine.pose import MAGNIFIED
from scenes.forms import LARGE_TEXT
from scenes.text.words import Words
from scenes.timing.gap import draw_gap
from scenes.timing.moment import Back, TimingMoment
from scenes.timing.picture import overlaid, SIDES
from scenes.widgets.typeset import wrap
from sim.timing.pair import ONSETS

PICTURE, SLIM = 0.54, 0.9  # most of a card's width, and of its height, for the back
TITLE, TEXT, NUMBER, LARGE, SMALL = 22, 18, 44, 28, 16  # letters
SIZES = (22, 18, 16, 14)  # of what stands on a back, the largest that have room
SLIM_CARD = 240  # design px: a narrower card has no room for the onset, nor for what is measured
FIGURE = (78, 110)  # design px, the person whose arm rises
NOTE_LINES = 3  # that the note under a back may take


class CardWords:
    """Writes on both cards in a language; `in_hand` as of the view."""

    in_hand = False

    def __init__(self, words: Words) -> None:
        self._words = words

    def write(
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
        picture = picture_in(card, self.titled(look))
        room = pygame.Rect(picture.right + look.px(6), card.top + look.px(8), 0, 0)
        room.size = max(1, card.right - inset - room.left), card.bottom - look.px(4) - room.top
        slim = card.width < look.px(SLIM_CARD)  # no room for a person
        person = pygame.Rect(0, room.top, min(look.px(FIGURE[0]), room.width // 2), 0)
        person.right = room.right
        narrow = room.width - (0 if slim else person.width) - look.px(4)
        # On a narrow card a person has room below the name alone, and the note beside them.
        standing = card.bottom - room.top - look.line_height(TITLE) > look.px(FIGURE[1]) // 3
        beside = narrow - (person.width if slim and standing else 0)
        # That it is magnified is always said: below the rest, or above the person.
        key, times = "magnified", MAGNIFIED
        if moment.done:
            key, times = "overlaid", overlaid(moment.left, moment.right)
        said = [*wrap(self._words(f"timing.{key}", times=str(times)), look.font(SMALL), beside)]
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
        for text, size, ink, weight, aside in self._lines(
            look, moment, number, (narrow, room.height)
        ):
            across = narrow if aside else room.width
            for smaller in (size, LARGE, TITLE, SMALL):
                face = look.fitted(text, min(size, smaller), ink, weight, width=across)
                if y + face.get_height() <= room.bottom:
                    break
            else:
                break
            surface.blit(face, (room.left, y))
            y += face.get_height()
            if slim or not aside:
                person.top = y
        person.height = card.bottom - look.px(1) - person.top
        if person.height > look.px(FIGURE[1]) // 3:
            reaction = float(moment.settings["moment"])
            draw_raising(surface, look, person, arm_angle(moment.now, reaction))
        if moment.done and not large:
            draw_gap(surface, look, picture, moment.backs, self._words)

    def _place_note(
        self,
        surface: pygame.Surface,
        look: Look,
        room: pygame.Rect,
        person: pygame.Rect,
        note: pygame.Surface,
    ) -> list[pygame.Surface]:
        """With large letters beside the name of a back, or below it; what is below."""
        if self._widest(look) + note.get_width() <= room.width:
            surface.blit(note, note.get_rect(topright=person.topright))
            person.top += note.get_height()
            return []
        fits = room.height >= look.line_height(TITLE) + note.get_height()
        return [note] if fits else []

    def titled(self, look: Look) -> int:
        """What the name of a back needs beside its picture, in the hand."""
        return self._widest(look) if self.in_hand else 0

    def least(self, look: Look) -> int:
        """How wide a card has to be for the name of its back over the picture."""
        names = [self._words(f"timing.{side}") for side in SIDES]
        return max(look.measure(name, SIZES[-1], SEMIBOLD) for name in names) + look.px(16)

    def _widest(self, look: Look) -> int:
        names = [self._words(f"timing.{side}") for side in SIDES]
        return max(look.measure(name, TITLE, SEMIBOLD) for name in names) + look.px(20)

    def _lines(
        self, look: Look, moment: TimingMoment, number: int, room: tuple[int, int]
    ) -> list[tuple[str, float, Colour, int, bool]]:
        """What stands on a card, and whether it stands beside the person or above.

        `room`: width beside the person, and height.
        """
        words, palette = self._words, look.palette
        back = moment.backs[number]
        side, onset = SIDES[number], float(moment.settings[ONSETS[number]])
        slim = room[0] < look.px(SLIM_CARD) // 2
        title = (words(f"timing.{side}"), TITLE, palette.ink, SEMIBOLD, False)
        when = (self._when(onset), TEXT, palette.muted, REGULAR, False)
        if moment.since_push is None:
            return [title] if look.zoom >= LARGE_TEXT or slim else [title, when]
        colour = palette.teal if back.within else palette.amber_ink
        if look.zoom >= LARGE_TEXT:
            turned = (self.degrees(back), LARGE, colour, SEMIBOLD, True)
            both = look.line_height(TITLE) + look.line_height(LARGE) <= room[1]
            return [title, turned] if both else [turned]
        said = words("timing.largest")
        widest = max(look.measure(word, TEXT) for word in said.split())  # no word is cut
        largest = wrap(said, look.font(TEXT), max(room[0], widest))
        # The marks say the onset as well: it gives way to the number.
        least = sum(map(look.line_height, (TITLE, TEXT, LARGE)))
        caption = [(line, TEXT, palette.muted, REGULAR, True) for line in largest]
        return [
            title,
            *([when] if least <= room[1] and not slim else []),
            (self.degrees(back), LARGE if slim else NUMBER, colour, SEMIBOLD, True),
            *([] if slim else caption),
        ]

    def _when(self, onset: float) -> str:
        """When deep muscles begin, in words."""
        key = "before_arm" if onset < 0 else "after_arm" if onset > 0 else "with_arm"
        return self._words(f"timing.{key}", time=self._words.quantity(abs(1000 * onset), "ms", 0))

    def degrees(self, back: Back) -> str:
        """How far a back bent so far, in words."""
        return self._words("timing.degrees", number=self._words.number(back.turned, 1))

    def write_small(
        self, surface: pygame.Surface, look: Look, card: pygame.Rect, moment: TimingMoment, at: int
    ) -> None:
        """Over a back that has all of its card: which one it is, and how far it bent so far."""
        palette, gap, back = look.palette, look.px(5), moment.backs[at]
        room = card.width - 3 * gap
        names = [self._words(f"timing.{side}") for side in SIDES]
        name = look.text(names[at], _fitting(look, names, TEXT, room), palette.ink, SEMIBOLD)
        written = [(name, name.get_rect(topleft=(card.left + 2 * gap, card.top + gap)))]
        if moment.since_push is not None:
            colour = palette.teal if back.within else palette.amber_ink
            turned = [self.degrees(one) for one in moment.backs]
            size = _fitting(look, turned, TITLE, room)
            number = look.text(turned[at], size, colour, SEMIBOLD)
            low = number.get_rect(bottomright=(card.right - 2 * gap, card.bottom - gap))
            written.append((number, low))
        for face, box in written:
            put_rounded(surface, box.inflate(2 * gap, 0), gap, palette.panel)
            surface.blit(face, box)


def _fitting(look: Look, texts: Sequence[str], most: int, room: int) -> int:
    """The largest letters, up to `most`, with which all texts have room."""
    for size in (size for size in SIZES if size <= most):
        if max(look.measure(text, size, SEMIBOLD) for text in texts) <= room:
            return size
    return SIZES[-1]


def picture_in(card: pygame.Rect, words: int = 0) -> pygame.Rect:
    """The back on a card, which leaves so many pixels to the words."""
    wide = min(PICTURE * card.width, SLIM * card.height, card.width - words)
    return pygame.Rect(card.left, card.top, round(wide), card.height)
