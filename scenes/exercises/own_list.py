"""My exercises: the list that a link brings to the living room, and one button, Begin."""

from collections.abc import Callable, Sequence
from typing import Protocol

import pygame

from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.panels import frame_card, put_rounded
from scenes.draw.person.figure import draw_figure
from scenes.exercises.catalogue import exercises
from scenes.exercises.session import Session
from scenes.forms import Areas, EDGE, PANEL_INSET
from scenes.text.words import Words
from scenes.widgets.button import Button
from scenes.widgets.rich_text import RichText
from scenes.widgets.scroll import PAD, ScrollArea
from scenes.widgets.widget import Widget

TITLE, NAME, DOSE = 30, 22, 20
PICTURE = (120, 76)  # design px; never more than a third of a row's width
INSET, GAP = 12, 12
WIDE = 760  # design px that lines are to be read in
BEGIN = 64  # design px high


class Owner(Protocol):
    """What the page asks of the scene."""

    words: Words
    session: Session

    def begin(self) -> None:
        """Open the first of the list, and count."""

    def show_all(self) -> None:
        """To the cards of all exercises."""


class Line(Widget):
    """One exercise of the list: its pose, its name, and how often."""

    def __init__(self, exercise: str, name: str, dose: str) -> None:
        super().__init__()
        self._exercise = exercise
        self._texts = [RichText(name, size=NAME, weight=SEMIBOLD), RichText(dose, size=DOSE)]

    def describe(self) -> str:
        """Name and dose."""
        return ": ".join(text.describe() for text in self._texts)

    def _columns(self, look: Look, width: int) -> tuple[int, int]:
        """Width of the picture and of the words."""
        picture = min(look.px(PICTURE[0]), width // 3)
        return picture, width - picture - look.px(3 * INSET)

    def height(self, look: Look, width: int) -> int:
        """The picture, or the words if they need more."""
        words = sum(text.height(look, self._columns(look, width)[1]) for text in self._texts)
        return max(look.px(PICTURE[1]), words) + look.px(2 * INSET)

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Ground, pose and words."""
        box, inset = self.rect, look.px(INSET)
        put_rounded(surface, box, look.px(16), look.palette.field)
        picture, inside = self._columns(look, box.width)
        place = pygame.Rect(0, 0, picture, min(look.px(PICTURE[1]), box.height - inset))
        place.midleft = (box.left + inset, box.centery)
        draw_figure(surface, place, look, self._exercise, 1.0, floor=False)
        heights = [text.height(look, inside) for text in self._texts]
        y = box.centery - sum(heights) // 2
        for text, high in zip(self._texts, heights, strict=True):
            text.place(pygame.Rect(place.right + inset, y, inside, high), look)
            text.draw(surface, look)
            y += high


class OwnList:
    """The list as it was put together elsewhere: nothing is chosen here any more."""

    fills_window = False
    moves = False

    def __init__(self, owner: Owner) -> None:
        self._owner = owner
        words = owner.words
        begin = words("exercises.begin_short")
        self.begin = Button(begin, icon="play", kind="primary", on_press=owner.begin)
        self._all = Button(
            words("exercises.all"), icon="chevron", kind="row", on_press=owner.show_all
        )
        self.area = ScrollArea(gap=GAP)
        self._placed: tuple[Areas, Look] | None = None
        self._box = pygame.Rect(0, 0, 0, 0)
        self.refresh()

    def _line(self, name: str) -> Line:
        words = self._owner.words
        dose = self._owner.session.dose(name).words(words, sided=exercises()[name].sided)
        return Line(name, words(f"exercise.{name}"), dose)

    def refresh(self) -> None:
        """Show the list as it is."""
        words = self._owner.words
        self.area.set_children(
            [
                RichText(words("exercises.own"), size=TITLE, weight=SEMIBOLD),
                RichText(words("sheet.about"), colour="muted"),
                *(self._line(name) for name in self._owner.session.chosen),
                RichText(f"**{words('exercise.stop_head')}** {words('exercise.stop_text')}"),
                self._all,
            ]
        )
        if self._placed:
            self.place(*self._placed)

    def widgets(self) -> Sequence[Widget]:
        """What to do first, then what there is."""
        return [self.begin, self.area]

    def place(self, areas: Areas, look: Look) -> None:
        """The list in the middle, Begin at its foot under the thumb."""
        self._placed = (areas, look)
        hand = areas.form.in_hand
        self._box = areas.below_header if hand else areas.tall_play.union(areas.panel)
        inset = look.px(EDGE if hand else PANEL_INSET)
        wide = min(self._box.width - 2 * inset, look.control(WIDE))
        box = self._box.inflate(wide - self._box.width, -2 * inset)
        high = max(look.px(BEGIN), self.begin.height(look, wide))
        self.begin.place(pygame.Rect(box.left, box.bottom - high, wide, high), look)
        pad = look.px(PAD)
        rest = box.height - high - look.px(GAP)
        self.area.place(pygame.Rect(box.left - pad, box.top, wide + 2 * pad, rest), look)

    def update(self, elapsed: float) -> None:
        """Nothing moves here."""

    def draw(self, surface: pygame.Surface) -> None:
        """The card below."""
        if self._placed is None:
            return
        areas, look = self._placed
        if not areas.form.in_hand:
            surface.fill(look.palette.play, self._box)
            frame_card(surface, self._box, look)

    def says(self) -> str:
        """What this is, and what is on it."""
        return "\n".join(child.describe() for child in self.area.children[:-1])

    def actions(self) -> dict[str, Callable[[], None]]:
        """Esc leads to all exercises."""
        return {"back": self._owner.show_all}
