"""The card of a step: a question with its answers, what to do, or what was seen.

It is as high as the longest of these, so that nothing moves while a step is gone through.
"""

from collections.abc import Callable, Sequence

import pygame

from scenes.draw.icons import icon
from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.panels import put_rounded
from scenes.draw.shapes import put
from scenes.story.answer_pictures import picture_of
from scenes.story.measured import Seen
from scenes.story.progress import Phase, Progress
from scenes.story.steps import Step
from scenes.text.words import Words
from scenes.widgets.answers import Answer, Answers, PICTURE
from scenes.widgets.rich_text import RichText
from scenes.widgets.widget import Position, Widget

PADDING, SLIM, GAP = 22, 14, 8  # design px; slim in the hand
RADIUS, BORDER = 20, 3
LOW = 42  # design px of the answers' pictures on a phone's side
PILL, ICON = 42, 24


class Card(Widget):
    """Title, text, and below them the answers, or whose turn it is."""

    focusable = False

    def __init__(self, words: Words, choose: Callable[[str], None]) -> None:
        super().__init__()
        self._words = words
        self._choose = choose
        self.title = RichText("", size=24, weight=SEMIBOLD)
        self.text = RichText("", size=20)
        self.answers = Answers()
        self.status, self._sign = "", ""
        self.watched = False  # whether something goes on that was set off
        self.phase = Phase.DO
        self.slim = False
        self.low = False  # with lower pictures
        self.tight = False  # with answers or status straight below the text
        self._step: Step | None = None
        self._measure = RichText("", size=20)

    @property
    def children(self) -> list[Widget]:
        """The answers, while they are asked for."""
        return [self.answers] if self.phase is Phase.ASK else []

    # -- what it says ------------------------------------------------------------------

    def begin(self, step: Step) -> None:
        """Take up another step."""
        if step is self._step:
            return
        self._step = step
        self.title.text = self._words(f"story.{step.name}")
        names = step.question.answers if step.question else ()
        self.answers = Answers(
            [
                Answer(
                    self._words(f"answer.{name}"),
                    picture_of(name),
                    lambda name=name: self._choose(name),  # type: ignore[misc]
                )
                for name in names
            ]
        )
        self.answers.parent = self

    def say(self, progress: Progress, phase: Phase, seen: Seen) -> None:
        """Show what a step waits for, and what has come of it."""
        step, words = progress.step, self._words
        self.begin(step)
        self.phase = phase
        self.watched = phase is Phase.DO and step.watched(seen)
        self.status = words("story.watch" if self.watched else "story.your_turn")
        self._sign = "play" if self.watched else "tap"
        if phase is Phase.ASK:
            self.text.text = step.asked(words)
        elif phase is Phase.DO:
            self.text.text = words(f"story.{step.does[step.part(seen)]}")
        else:
            self.text.text = words(f"story.{step.name}_seen")
            self.status = words("story.achieved" if step.achieved else "story.seen")
            self._sign = "check"
            guess = progress.guesses.get(step.name)
            if guess is not None and step.question is not None:
                back = step.question.back(words, guess, progress.came[step.name])
                self.text.text = f"{back} {self.text.text}"

    def describe(self) -> str:
        """Everything on it; the answers with the keys that choose them.

        What is to be done is not told once more while what it set off goes on.
        """
        if self.watched:
            return self.status
        said = f"{self.title.describe()}. {self.text.describe()}"
        if self.phase is not Phase.ASK:
            return f"{said} {self.status}"
        answers = enumerate(self.answers.children, start=1)
        return " ".join([said, *(f"{number}: {one.label}." for number, one in answers)])

    # -- where it is -------------------------------------------------------------------

    def _inset(self, look: Look) -> int:
        return look.px(SLIM if self.slim else PADDING)

    def height(self, look: Look, width: int) -> int:
        """What the longest of its texts needs, with what stands below it."""
        for answer in self.answers.children:
            answer.tall = LOW if self.low else PICTURE
        inset, gap, pill = self._inset(look), look.px(GAP), look.control(PILL)
        inner = width - 2 * inset
        need = max(self._high(text, look, inner) + pill for text in self._later())
        if self._step is not None and self._step.question is not None:
            asked = self._high(self._step.asked(self._words), look, inner)
            need = max(need, asked + self.answers.height(look, inner))
        title = self.title.height(look, inner) + gap if self.title.visible else 0
        return title + need + gap + 2 * inset

    def _later(self) -> Sequence[str]:
        """All texts that it may have once the question is answered."""
        step = self._step
        if step is None:
            return [self.text.text]
        does = [self._words(f"story.{name}") for name in step.does]
        seen = self._words(f"story.{step.name}_seen")
        backs = step.question.backs(self._words) if step.question else []
        return [*does, seen, *(f"{back} {seen}" for back in backs)]

    def _high(self, text: str, look: Look, width: int) -> int:
        self._measure.text = text
        return self._measure.height(look, width)

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Lay words and answers out."""
        super().place(rect, look)
        inset, gap = self._inset(look), look.px(GAP)
        inner = rect.width - 2 * inset
        left, y = rect.left + inset, rect.top + inset
        for text in (self.title, self.text):
            if not text.visible:
                continue
            high = text.height(look, inner)
            text.place(pygame.Rect(left, y, inner, high), look)
            y += high + gap
        high = self.answers.height(look, inner)
        top = y if self.tight else rect.bottom - inset - high
        self.answers.place(pygame.Rect(left, top, inner, high), look)

    def move(self, dx: int, dy: int) -> None:
        """Shift with its words and answers."""
        super().move(dx, dy)
        for widget in (self.title, self.text, self.answers):
            widget.move(dx, dy)

    def at(self, position: Position) -> Widget | None:
        """An answer, or the card."""
        found = self.answers.at(position) if self.phase is Phase.ASK else None
        return found or super().at(position)

    def stops(self) -> Sequence[Widget]:
        """The answers, while they are asked for."""
        return self.answers.stops() if self.phase is Phase.ASK else ()

    def reveal(self, child: Widget) -> None:
        """Pass on to what it lies in."""
        if self.parent is not None:
            self.parent.reveal(child)

    # -- how it looks ------------------------------------------------------------------

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Box, words, and answers or status; where it scrolls, what is seen of it is framed."""
        colours, clip = look.palette, surface.get_clip()
        box = self.rect.clip(self.parent.rect) if self.parent is not None else self.rect
        if not box.size[1]:
            return
        radius = min(look.px(RADIUS), box.height / 2)
        put_rounded(surface, box, radius, colours.panel, colours.ui, look.line(BORDER))
        inside = 2 * look.stroke(BORDER)
        surface.set_clip(box.inflate(-inside, -inside).clip(clip))
        if self.title.visible:
            self.title.draw(surface, look)
        self.text.draw(surface, look)
        if self.phase is Phase.ASK:
            self.answers.draw(surface, look)
        else:
            self._draw_status(surface, look)
        surface.set_clip(clip)

    def _draw_status(self, surface: pygame.Surface, look: Look) -> None:
        colours, box, inset = look.palette, self.rect, self._inset(look)
        seen = self.phase is Phase.SEEN
        pill = pygame.Rect(box.left + inset, 0, box.width - 2 * inset, look.control(PILL))
        pill.bottom = box.bottom - inset
        if self.tight:
            pill.top = self.text.rect.bottom + look.px(GAP)
        ink = colours.panel if seen else colours.teal
        put_rounded(surface, pill, pill.height / 2, colours.teal if seen else colours.teal_tint)
        side = look.control(ICON)
        picture = icon(self._sign, side, ink)
        room, left = pill.width - side - look.px(40), pill.left + side + look.px(24)
        wide = look.measure(self.status, 20, SEMIBOLD)
        if wide > pill.width - look.px(16):  # the text above says it
            put(surface, picture, picture.get_rect(center=pill.center).topleft)
            return
        if wide > room:
            left = pill.left + look.px(8)  # the words alone
        else:
            put(surface, picture, (pill.left + look.px(14), pill.centery - side // 2))
        words = look.text(self.status, 20, ink, SEMIBOLD)
        surface.blit(words, words.get_rect(midleft=(left, pill.centery)))


class Space(Widget):
    """Nothing, some design pixels high."""

    focusable = False

    def __init__(self, high: float) -> None:
        super().__init__()
        self._high = high

    def height(self, look: Look, width: int) -> int:
        """Its height."""
        return look.px(self._high)
