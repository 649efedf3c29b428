"""The lesson's panel: the scene's own controls, or the steps with notes for who teaches."""

from collections.abc import Callable, Collection, Sequence

import pygame

from scenes.draw.look import Look, SEMIBOLD
from scenes.experiment.protocols import TabScene
from scenes.forms import Areas, PANEL_INSET
from scenes.story.list import Caps
from scenes.story.steps import Step
from scenes.text.words import Words
from scenes.widgets.button import Button
from scenes.widgets.rich_text import RichText
from scenes.widgets.scroll import PAD, ScrollArea
from scenes.widgets.tabs import TabBar
from scenes.widgets.widget import Widget

BUTTON = 0.3  # of the header at most
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
        self.button = Button(words("lesson.lesson"), kind="toggle", on_press=self.turn)
        self.button.visible = False  # it is in the place of the pages, in the hand
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
        self.button.on = self.notes

    def of_scene(self, scene: TabScene, areas: Areas) -> list[Widget]:
        """The scene's widgets, those in the panel only where they are asked for."""
        if self.button.visible:
            return [] if self.notes else list(scene.widgets())
        return [
            widget
            for widget in scene.widgets()
            if not (self.notes and areas.panel.colliderect(widget.rect))
        ]

    def widgets(self) -> list[Widget]:
        """The switch, and the notes."""
        switch: Widget = self.button if self.button.visible else self.pages
        return [switch, self.area] if self.notes else [switch]

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

    def _place_in_hand(self, areas: Areas, look: Look) -> None:
        """A button in the header; the notes over all that is below it."""
        header, side = areas.header, areas.header.height
        wide = min(self.button.width(look), round(header.width * BUTTON))
        right = header.right - 2 * (side + look.px(PAD))
        self.button.place(pygame.Rect(right - wide, header.top, wide, side), look)
        self.button.on = self.notes
        self._rest = areas.below_header
        self.area.place(self._rest, look)

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """The ground of the notes, in the hand."""
        if self.button.visible and self.notes:
            ground = surface.get_rect()
            ground.top = self._rest.top
            surface.fill(look.palette.panel, ground)

    def place(self, areas: Areas, look: Look) -> pygame.Rect | None:
        """Take up the top of the panel; what is left of it, None where it takes nothing."""
        in_hand = areas.form.in_hand
        if in_hand and not self.button.visible:
            self.pages.chosen = 0  # the picture first
        self.button.visible = in_hand
        if in_hand:
            self._place_in_hand(areas, look)
            return None
        inset = look.px(PANEL_INSET)
        panel, pad = areas.panel.inflate(-2 * inset, -2 * inset), look.px(PAD)
        wide = panel.width - 2 * pad
        high = self.pages.height(look, wide)
        self.pages.place(pygame.Rect(panel.left + pad, panel.top + pad // 2, wide, high), look)
        top = self.pages.rect.bottom
        self._rest = pygame.Rect(panel.left, top, panel.width, panel.bottom - top)
        return self._rest
