"""The question of a step for a whole class: answers as pictures, with how many hands are up."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

import pygame

from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.panels import focus_ring, put_rounded
from scenes.story.answer_pictures import picture_of
from scenes.story.measured import Seen
from scenes.story.progress import Progress
from scenes.text.words import Words
from scenes.widgets.answers import Picture
from scenes.widgets.button import Button
from scenes.widgets.rich_text import RichText
from scenes.widgets.several import Several
from scenes.widgets.typeset import wrap
from scenes.widgets.widget import Pressable, Widget

TALL, PICTURE, PAD, GAP = 80, 84, 8, 6  # design px: of a row, its picture's width, round, between
LEAST = 210  # design px that one needs beside others
LETTERS, COUNT = 18, 44
RADIUS = 14


class Hands(Pressable):
    """An answer and how many expect it; a tap is one more."""

    def __init__(self, label: str, picture: Picture, more: Callable[[], None]) -> None:
        super().__init__()
        self.label, self.count = label, 0
        self.came = False  # it came true
        self._picture, self._more = picture, more
        self.beside: Sequence[str] = (label,)  # all words of a step, whose rows look alike

    def activate(self) -> None:
        """One more hand."""
        self._more()

    def describe(self) -> str:
        """The answer, and how many expect it."""
        return f"{self.label}: {self.count}"

    def _laid(self, look: Look, width: int) -> tuple[int, int, tuple[str, ...]]:
        """Widths of picture and number, and the lines of the word, whole: the picture gives way."""
        pad = look.px(PAD)
        number = 3 * pad + look.measure("00", COUNT, SEMIBOLD)
        picture = min(look.px(PICTURE), width // 3)
        room = width - 2 * pad - picture - number
        words = " ".join(self.beside).split()
        if max(look.measure(word, LETTERS, SEMIBOLD) for word in words) > room:
            picture, room = 0, width - pad - number
        return picture, number, wrap(self.label, look.font(LETTERS, SEMIBOLD), max(1, room))

    def height(self, look: Look, width: int) -> int:
        """A picture, to be seen from the last row; or the word, if it needs more."""
        words = len(self._laid(look, width)[2]) * look.line_height(LETTERS)
        return max(look.control(TALL), words + 2 * look.px(PAD))

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Picture, word, and a large number; framed once it came true."""
        colours, box, pad = look.palette, self.rect, look.px(PAD)
        fill = colours.track if self.pressed else colours.field if self.hovered else colours.panel
        edge, width = (colours.teal, 4.0) if self.came else (colours.edge, 1.5)
        fill = colours.teal_tint if self.came else fill
        put_rounded(surface, box, look.px(RADIUS), fill, edge, look.line(width))
        wide, taken, lines = self._laid(look, box.width)
        room = taken - 2 * pad
        number = look.fitted(str(self.count), COUNT, colours.ink, SEMIBOLD, width=room)
        surface.blit(number, number.get_rect(center=(box.right - taken // 2, box.centery)))
        left = box.left + pad
        if wide:
            high = look.control(TALL) - 2 * pad
            picture = pygame.Rect(left, box.centery - high // 2, wide, high)
            self._picture(surface, picture, look)
            left += wide + pad
        y = box.centery - len(lines) * look.line_height(LETTERS) // 2
        for line in lines:
            words = look.text(line, LETTERS, colours.ink, SEMIBOLD)
            surface.blit(words, (left, y))
            y += look.line_height(LETTERS)
        if self.ring:
            focus_ring(surface, box, look.px(RADIUS), look)


HandsT = TypeVar("HandsT", bound=Hands)


class Row(Several[Widget]):
    """Hands of an answer, and a button that takes one down again."""

    def height(self, look: Look, width: int) -> int:
        """That of the hands."""
        return self.children[0].height(look, width - self._side(look) - look.px(GAP))

    def _side(self, look: Look) -> int:
        return max(look.control(TALL) // 2, look.px(look.finger))

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """The button right of the hands."""
        super().place(rect, look)
        hands, less = self.children
        side = self._side(look)
        hands.place(
            pygame.Rect(rect.topleft, (rect.width - side - look.px(GAP), rect.height)), look
        )
        less.place(pygame.Rect(rect.right - side, rect.centery - side // 2, side, side), look)


class Rows(Several[Row]):
    """Side by side where there is the width for it: so all are in sight in a low panel."""

    def _across(self, look: Look, width: int) -> int:
        count = max(1, len(self.children))
        return count if width >= count * look.control(LEAST) else 1

    def _rows(self, look: Look, width: int) -> tuple[int, list[tuple[list[Row], int]]]:
        """Width of one, and those beside each other with their height."""
        across = self._across(look, width)
        wide = (width - look.px(GAP) * (across - 1)) // across
        rows = [self.children[at : at + across] for at in range(0, len(self.children), across)]
        return wide, [(row, max(one.height(look, wide) for one in row)) for row in rows]

    def height(self, look: Look, width: int) -> int:
        """One row, or all below each other."""
        _, rows = self._rows(look, width)
        return max(0, sum(high + look.px(GAP) for _, high in rows) - look.px(GAP))

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """In their order."""
        super().place(rect, look)
        gap, top = look.px(GAP), rect.top
        wide, rows = self._rows(look, rect.width)
        for row, high in rows:
            for index, one in enumerate(row):
                one.place(pygame.Rect(rect.left + index * (wide + gap), top, wide, high), look)
            top += high + gap


class HandsUp:
    """How many of a class expect what, of every step; the widgets are made for each step."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str]] = Counter()
        self.rows: list[Hands] = []

    def clear(self) -> None:
        """Another class."""
        self._counts.clear()

    def raised(self, number: int) -> None:
        """A hand for the answer of this number [from 0], by a key."""
        if number < len(self.rows):
            self.rows[number].activate()

    def add(self, step: str, answer: str, change: int = 1) -> None:
        """A hand goes up, or down."""
        self._counts[step, answer] = max(0, self._counts[step, answer] + change)

    def raised_for(self, progress: Progress) -> bool:
        """Whether there is a hand for the present step."""
        question = progress.step.question
        return any(
            self._counts[progress.step.name, name]
            for name in (question.answers if question else ())
        )

    def show(self, progress: Progress, seen: Seen) -> None:
        """Bring the numbers to how they are; what came true is framed once it has been seen."""
        step = progress.step
        names = step.question.answers if step.question else ()
        for row, name in zip(self.rows, names, strict=False):
            row.count = self._counts[step.name, name]
            row.came = step.done(seen) and progress.came.get(step.name) == name

    def made(self, kind: type[HandsT], words: Words, progress: Progress) -> list[HandsT]:
        """A counter of this kind for each answer of the step."""
        step = progress.step
        rows = [
            kind(
                words(f"answer.{name}"),
                picture_of(name),
                lambda name=name: self.add(step.name, name),  # type: ignore[misc]
            )
            for name in (step.question.answers if step.question else ())
        ]
        for row in rows:
            row.beside = [other.label for other in rows]
        self.rows = [*rows]
        return rows

    def page(self, words: Words, progress: Progress) -> list[Widget]:
        """What the step asks, or what is to be done where it asks nothing."""
        step = progress.step
        number, title = words.number(progress.index + 1), words(f"story.{step.name}")
        asks = f"{step.name}_ask" if step.question else step.does[0]
        names = step.question.answers if step.question else ()
        self.made(Hands, words, progress)
        less = [
            Button(
                icon="minus",
                kind="round",
                name=words("lesson.hand_down", answer=row.label),
                on_press=lambda name=name: self.add(step.name, name, -1),  # type: ignore[misc]
            )
            for name, row in zip(names, self.rows, strict=True)
        ]
        return [
            RichText(f"{number}. {title}", size=22, weight=SEMIBOLD),
            RichText(words(f"story.{asks}"), size=20),
            Rows([Row(pair) for pair in zip(self.rows, less, strict=True)]),
        ]
