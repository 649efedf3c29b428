"""The lesson's panel: the scene's own controls, or the steps with notes for who teaches."""

from collections.abc import Callable, Collection, Sequence

import pygame

from scenes.draw.look import Look, SEMIBOLD
from scenes.experiment.protocols import TabScene
from scenes.forms import Areas, PANEL_INSET
from scenes.story.list import Caps
from scenes.story.steps import Step
from scenes.text.words import Words
from scenes.widgets.rich_text import RichText
from scenes.widgets.scroll import PAD, ScrollArea
from scenes.widgets.tabs import TabBar
from scenes.widgets.widget import Widget

NOTES = ("ask", "mistake", "left_out")


class Lesson:
    """The switch between controls and notes, and the notes; made anew with the language."""

    def __init__(self, words: Words, steps: Sequence[Step], go: Callable[[int], None]) -> None:
        self._words = words
        self._steps = steps
        self.pages = TabBar(
            [words("app.controls"), words("lesson.lesson")],
            1,
            segmented=True,
            name=words("lesson.pages"),
        )
        self.caps = Caps(words("lesson.steps"), len(steps), go)
        self.area = ScrollArea(gap=6)
        self._rest = pygame.Rect(0, 0, 0, 0)
        self._shown: object = None

    @property
    def notes(self) -> bool:
        """Whether the notes are shown, and not the scene's controls."""
        return self.pages.chosen == 1

    def turn(self) -> None:
        """From controls to notes, or back."""
        self.pages.chosen = 1 - self.pages.chosen

    def of_scene(self, scene: TabScene, areas: Areas) -> list[Widget]:
        """The scene's widgets, those in the panel only where they are asked for."""
        return [
            widget
            for widget in scene.widgets()
            if not (self.notes and areas.panel.colliderect(widget.rect))
        ]

    def widgets(self) -> list[Widget]:
        """The switch, and the notes."""
        return [self.pages, self.area] if self.notes else [self.pages]

    def show(self, index: int, done: Collection[str], areas: Areas, look: Look) -> None:
        """Bring the panel to a step; lay it out where anything has changed."""
        self.caps.current = index
        self.caps.done = {n for n, step in enumerate(self._steps) if step.name in done}
        wanted = (index, areas.panel.copy(), look)
        if wanted == self._shown:
            return
        self._shown = wanted
        step = self._steps[index]
        title = self._words(f"story.{step.name}")
        texts: list[Widget] = [RichText(f"{index + 1}. {title}", size=22, weight=SEMIBOLD)]
        for note in NOTES:
            texts += [
                RichText(self._words(f"lesson.{note}"), size=18, colour="ui", weight=SEMIBOLD),
                RichText(self._words(f"lesson.{step.name}_{note}"), size=18),
            ]
        self.area.set_children([self.caps, *texts])
        self.area.place(self._rest, look)

    def place(self, areas: Areas, look: Look) -> pygame.Rect:
        """Take up the top of the panel; what is left of it."""
        inset = look.px(PANEL_INSET)
        panel, pad = areas.panel.inflate(-2 * inset, -2 * inset), look.px(PAD)
        wide = panel.width - 2 * pad
        high = self.pages.height(look, wide)
        self.pages.place(pygame.Rect(panel.left + pad, panel.top + pad // 2, wide, high), look)
        top = self.pages.rect.bottom
        self._rest = pygame.Rect(panel.left, top, panel.width, panel.bottom - top)
        return self._rest
