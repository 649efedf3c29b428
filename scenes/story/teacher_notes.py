"""The lesson's panel: the scene's controls, a question, the steps by name, or the notes."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pygame

from scenes.draw.look import Look, SEMIBOLD
from scenes.experiment.protocols import TabScene
from scenes.forms import Areas, FEW, Form, ONE_LINE, PANEL_INSET, PILL, STACKED_ZOOM
from scenes.story.hands_up import HandsUp
from scenes.story.list import mark, rows_of
from scenes.story.measured import Seen
from scenes.story.notes_pdf import NOTES
from scenes.story.progress import Progress
from scenes.story.tally import Slim, Tally
from scenes.text.words import Words
from scenes.widgets.button import Button
from scenes.widgets.rich_text import RichText
from scenes.widgets.scroll import PAD, ScrollArea
from scenes.widgets.tabs import LEAST, TabBar
from scenes.widgets.widget import Widget

BUTTON, FOLDED = 0.3, 72  # of the header at most; design px of the scene's button without a name
LETTERS = (18, 16, 15)  # of the names of pages side by side, the largest that have room
EXPERIMENT, QUESTION, STEPS, NOTED = range(4)
PAGES = ("experiment", "question", "all_steps", "notes")


class Lesson:
    """The switch between the pages, and what is on them; made anew with the language.

    `hands` counts those of the class; `remember` is told whether the notes are wanted; `save`
    keeps them all as a file.
    """

    def __init__(
        self,
        words: Words,
        progress: Progress,
        go: Callable[[int], None],
        hands: HandsUp,
        *,
        remember: Callable[[bool], None],
        save: Callable[[], None],
    ) -> None:
        self._words, self._progress, self._hands = words, progress, hands
        self._remember = remember
        self.pages = TabBar(
            [words(f"lesson.{page}") for page in PAGES],
            NOTED,
            on_choose=self._turned,
            segmented=True,
            name=words("lesson.pages"),
        )
        self.button = Button(words("lesson.lesson"), kind="toggle", on_press=self._open)
        self.button.visible = False  # it is in the place of the pages, in the hand
        self._save = Button(words("lesson.save"), icon="print", on_press=save)
        self.rows = rows_of(words, progress.steps, go)
        self.area = ScrollArea(gap=6)
        self.tally = Tally()
        self._rest = pygame.Rect(0, 0, 0, 0)
        self._shown: object = None

    @property
    def notes(self) -> bool:
        """Whether the notes are shown."""
        return self.pages.chosen == NOTED

    @property
    def asks(self) -> bool:
        """Whether the question is shown, and number keys count hands."""
        return self.pages.chosen == QUESTION

    @property
    def experiment(self) -> bool:
        """Whether the scene's controls are shown."""
        return self.pages.chosen == EXPERIMENT

    def turn(self) -> None:
        """Show the notes, or hide them."""
        self.pages.choose(EXPERIMENT if self.notes else NOTED)

    def show_notes(self, wanted: bool) -> None:
        """The notes, or in their place the question, which is for all to see."""
        if wanted != self.notes:
            self.pages.chosen = NOTED if wanted else QUESTION

    def begin(self) -> None:
        """As if it had just been made."""
        self.pages.chosen, self.button.visible = NOTED, False

    def follow(self, former: "Lesson") -> None:
        """Show the page that it showed in another language."""
        self.pages.chosen = former.pages.chosen
        self.button.visible, self.button.on = former.button.visible, former.button.on

    def ask(self) -> None:
        """Show the question, or hide it."""
        self.pages.choose(EXPERIMENT if self.asks else QUESTION)

    def show_experiment(self) -> None:
        """The scene and its controls."""
        self.pages.chosen, self.button.on = EXPERIMENT, False

    def _open(self) -> None:
        """From the picture to the steps, or back, in the hand."""
        self.pages.choose(STEPS if self.experiment else EXPERIMENT)

    def _turned(self, page: int) -> None:
        self.button.on = page != EXPERIMENT
        if not self.button.visible:  # in the hand they are over the picture, and soon away
            self._remember(page == NOTED)

    def of_scene(self, scene: TabScene, areas: Areas) -> list[Widget]:
        """The scene's widgets, those in the panel only where they are asked for."""
        if self.button.visible:
            return list(scene.widgets()) if self.experiment else []
        return [
            widget
            for widget in scene.widgets()
            if self.experiment or not areas.panel.colliderect(widget.rect)
        ]

    def widgets(self) -> list[Widget]:
        """The switch, and what it leads to."""
        if not self.button.visible:
            bare = self.experiment and not self.told
            return [self.pages] if bare else [self.pages, self.area]
        if not self.experiment:
            return [self.button, self.pages, self.area]
        return [self.button, self.tally] if self.tallied else [self.button]

    @property
    def told(self) -> bool:
        """Whether the scene has no controls, in whose place it is told what to do."""
        return self.experiment and self._progress.step.scene == "people"

    @property
    def covers(self) -> bool:
        """Whether it lies over the experiment, in the hand."""
        return self.button.visible and not self.experiment

    @property
    def tallied(self) -> bool:
        """Whether the counted hands stand above the experiment, in the hand."""
        counted = self._hands.raised_for(self._progress)
        return self.button.visible and self.experiment and counted

    def show(self, areas: Areas, look: Look, seen: Seen) -> None:
        """Bring the panel to a step; lay it out where anything has changed."""
        mark(self.rows, self._progress)
        self._hands.show(self._progress, seen)
        wanted = (self._progress.index, self.pages.chosen, areas.panel.copy(), look)
        if wanted == self._shown:
            return
        self._shown = wanted
        self.area.set_children(self._page())
        if self.button.visible and self.experiment:
            box = self.tally.rect
            self.tally.show(self._hands.made(Slim, self._words, self._progress))
            self.tally.place(box, look)
        self._hands.show(self._progress, seen)
        self.area.place(self._rest, look)
        if self.pages.chosen == STEPS:
            self.area.reveal(self.rows[self._progress.index])

    def _page(self) -> Sequence[Widget]:
        if self.asks:
            return self._hands.page(self._words, self._progress)
        if self.told:
            return [RichText(self._words(f"story.{self._progress.step.does[0]}"))]
        return self._noted() if self.notes else self.rows

    def _noted(self) -> list[Widget]:
        words, step = self._words, self._progress.step
        number, title = words.number(self._progress.index + 1), words(f"story.{step.name}")
        texts: list[Widget] = [RichText(f"{number}. {title}", size=22, weight=SEMIBOLD)]
        for note in NOTES:
            texts += [
                RichText(words(f"lesson.{note}"), size=18, colour="ui", weight=SEMIBOLD),
                RichText(words(f"lesson.{step.name}_{note}"), size=18),
            ]
        return [*texts, self._save]

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """The ground of steps and notes, in the hand."""
        surface.fill(look.palette.panel)

    def beside(self, areas: Areas, look: Look) -> Areas:
        """The parts of the window with words on top clear of the switch, and below the hands."""
        if self.tallied:
            areas = self.tally.place_above(areas, look)
        words, switch = areas.words, self.button.rect
        if words is None or not (self.button.visible and words.colliderect(switch)):
            return areas
        left = switch.right + look.px(PAD)
        clear = pygame.Rect(left, words.top, words.right - left, words.height)
        return replace(areas, words=clear)

    def place(self, areas: Areas, look: Look) -> pygame.Rect | None:
        """Take up the top of the panel; what is left of it, None where it takes nothing."""
        in_hand = areas.form.in_hand
        if in_hand and not self.button.visible:
            self.show_experiment()  # the picture first
        self.button.visible = in_hand
        pad = look.px(PAD)
        if in_hand:
            header, side = areas.header, areas.header.height
            least = self.button.least(look)
            wide = min(self.button.width(look), max(least, round(header.width * BUTTON)))
            # With larger letters there is one button right of it.
            right = header.right - (1 if look.zoom > FEW else 2) * (side + pad)
            pill = PILL if look.zoom <= ONE_LINE else FOLDED
            room = right - header.left - look.control(pill)
            wide = min(wide, max(room, least)) if areas.form is Form.TALL else wide
            if areas.form is Form.LOW:  # beside them: what is at the right a drawer may move
                right = header.left + (1 if look.zoom > FEW else 2) * (side + pad) + wide
            self.button.place(pygame.Rect(right - wide, header.top, wide, side), look)
            panel = areas.below_header
        else:
            inset = look.px(PANEL_INSET)
            panel = areas.panel.inflate(-2 * inset, -2 * inset)
        wide = panel.width - 2 * pad
        # Side by side where all names have room, else a list that opens.
        names, room = self.pages.names, wide // len(self.pages.names) - look.px(LEAST)
        fitting = [
            size
            for size in LETTERS
            if max(look.measure(name, size, SEMIBOLD) for name in names) <= room
        ]
        self.pages.segmented = look.zoom <= STACKED_ZOOM and bool(fitting)
        self.pages.size = fitting[0] if self.pages.segmented else LETTERS[0]
        high = self.pages.height(look, wide)
        self.pages.place(pygame.Rect(panel.left + pad, panel.top + pad // 2, wide, high), look)
        top = self.pages.rect.bottom
        self._rest = pygame.Rect(panel.left, top, panel.width, panel.bottom - top)
        self.area.place(self._rest, look)
        return None if in_hand else self._rest
