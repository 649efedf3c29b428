"""A hundred people, and how many of them have had pain again by the week that is shown."""

import pygame

from scenes.draw.look import Look, SEMIBOLD
from scenes.recovery.people_picture import COLUMNS, draw_people
from scenes.text.words import Words
from scenes.widgets.widget import Widget
from sim.recovery.pain_and_recurrence import PEOPLE, people

TITLE, COUNT = 20, 26  # letters
GAP = 4  # design px
LEAST, MOST = 150, 210  # design px high: in less, nobody would be seen as a person


class People(Widget):
    """The crowd with its counts in words; `show` puts it at a week."""

    focusable = False

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.tall = LEAST
        self.week = 0
        self.again = 0
        self.box = pygame.Rect(0, 0, 0, 0)

    def show(self, week: int, *, trained: bool) -> None:
        """Those with and without training are different people."""
        self.week, self.again = week, sum(people(week, trained))

    def _texts(self) -> tuple[str, str, str]:
        words = self._words
        return (
            words("recovery.people", people=words.number(PEOPLE), week=words.number(self.week)),
            words("recovery.again", count=words.number(self.again)),
            words("recovery.not_again", count=words.number(PEOPLE - self.again)),
        )

    def describe(self) -> str:
        """Everything in words."""
        return ". ".join(self._texts())

    def height(self, look: Look, width: int) -> int:
        """Title, crowd and counts."""
        lines = look.line_height(TITLE) + look.line_height(self._count(look, width))
        if not self._beside(look, width):
            lines += look.line_height(TITLE)
        return lines + look.px(self.tall + 2 * GAP)

    def _count(self, look: Look, width: int) -> int:
        """The letters of the count: large where there is room."""
        fits = look.measure(self._texts()[1], COUNT, SEMIBOLD) <= width
        return COUNT if fits else TITLE

    def _beside(self, look: Look, width: int) -> bool:
        """Whether both counts stand on one line."""
        _, again, others = self._texts()
        both = look.measure(again, self._count(look, width), SEMIBOLD)
        return both + look.measure(others, TITLE, SEMIBOLD) + look.px(12) <= width

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """The same said twice: as a pattern, and in words."""
        colours, rect = look.palette, self.rect
        title, again, others = self._texts()
        if look.measure(title, TITLE, SEMIBOLD) > rect.width:
            title = self._words("recovery.hundred")
        words = look.fitted(title, TITLE, colours.ink, SEMIBOLD, width=rect.width)
        surface.blit(words, rect.topleft)
        top = rect.top + look.line_height(TITLE) + look.px(GAP)
        # A whole number of pixels for each, so that all stand equally far apart.
        wide = rect.width // COLUMNS * COLUMNS
        self.box = pygame.Rect(rect.left, top, wide, look.px(self.tall))
        draw_people(surface, look, self.box, self.again, PEOPLE)
        top = self.box.bottom + look.px(GAP)
        size = self._count(look, rect.width)
        left = look.fitted(again, size, colours.amber_ink, SEMIBOLD, width=rect.width)
        surface.blit(left, (rect.left, top))
        right = look.fitted(others, TITLE, colours.teal, SEMIBOLD, width=rect.width)
        base = top + look.line_height(size)
        if self._beside(look, rect.width):
            base -= right.get_height()
        surface.blit(right, (rect.right - right.get_width(), base))
