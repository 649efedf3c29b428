"""The story, and the lesson: the same steps through all scenes, with scenes of their own.

In the story a card asks what will come, then says what to do, a ring shows where, and the way
on opens when it has been done. In the lesson steps are chosen freely, the scene has all
its controls, and the panel turns to notes for who teaches.
"""

from collections.abc import Callable, Sequence
from functools import partial

import pygame

from scenes.draw.look import Look
from scenes.draw.panels import put_card
from scenes.experiment.accompanied import Accompanied
from scenes.experiment.background import Background
from scenes.experiment.protocols import Told
from scenes.forms import Areas, Form, STACKED_ZOOM
from scenes.story.bar import StoryBar
from scenes.story.end import End, SEEN
from scenes.story.guide import Guide
from scenes.story.notes_pdf import notes_pdf
from scenes.story.progress import Phase
from scenes.story.remote import Dark
from scenes.story.teacher_notes import Lesson
from scenes.story.way import Way
from scenes.text.words import Words
from scenes.widgets.widget import Widget
from sim.files import write_whole

MOST_ANSWERS = 3
DARKENED = ("step", "next_week")  # what the key for the dark does outside the lesson


class StoryScene(Way):
    """Card, list and foot of the story, or panel of the lesson, and the scene of the step."""

    name = "story"
    _placed: tuple[Areas, Look] | None = None
    _tallied = False  # whether counted hands took some of the room

    # -- as the app asks -------------------------------------------------------------

    def translate(self, words: Words) -> None:
        """Make all widgets anew in a language."""
        self.words = words
        self._scenes.translate(words)
        self.bar = StoryBar(
            words,
            len(self.steps),
            back=self.back,
            skip=self.skip,
            following=self.following,
        )
        self.guide = Guide(words, self.progress, self.go, self.expect)
        self.end = End(words, self._go_to, self._host.leave)
        former = getattr(self, "lesson", None)  # there is none while the scene is made
        self.lesson = Lesson(
            words,
            self.progress,
            self.go,
            self.hands,
            remember=self._remember,
            save=self._save_notes,
        )
        if former is None:
            self._recall()
        else:
            self.lesson.follow(former)
        self._dark = Dark(words("lesson.dark"), self.remote.blank)
        self._place()

    def begin(self, *, teaching: bool) -> None:
        """From the first step on; the lesson has the page that is preferred."""
        self.lesson.begin()
        self._recall()
        super().begin(teaching=teaching)

    def _remember(self, notes: bool) -> None:
        self._host.prefer(notes=notes)

    def _save_notes(self) -> None:
        words, steps = self.words, self.steps
        self._host.save(".pdf", lambda path: write_whole(path, notes_pdf(words, steps)))

    def _recall(self) -> None:
        """The notes as they were wanted; a projector shows none that nobody asked for."""
        if self.lesson.button.visible:
            return  # in the hand they would hide the picture
        liked = self._preferences.notes
        on_projector = self._preferences.profile == "projector"
        self.lesson.show_notes(wanted=not on_projector if liked is None else liked)

    def widgets(self) -> Sequence[Widget]:
        """Play area, panel, foot; the card and the ring lie over the picture."""
        scene = self.shown
        if self._placed is None:
            return []
        if self.fills_window:
            return [self._dark]
        areas = self._placed[0]
        if self.teaching:
            return [*self.lesson.of_scene(scene, areas), *self.lesson.widgets()]
        if self.progress.ended:
            return [*self.end.widgets(), *self.bar.widgets()]
        return [
            *scene.play_widgets(),
            *self.guide.widgets(),
            *self.bar.widgets(),
            self.guide.pointer,
        ]

    def place(self, areas: Areas, look: Look) -> None:
        """Take up the parts of the window."""
        self._placed = (areas, look)
        self._place()

    def _place(self) -> None:
        if self._placed is None:
            return
        areas, look = self._placed
        in_hand = areas.form.in_hand
        foot = areas.actions if in_hand else areas.time
        if self.progress.ended and areas.form is Form.STACK:  # the page takes up the panel too
            foot = foot.move(0, areas.panel.bottom - foot.bottom)
        if self.progress.ended and areas.form is Form.LOW:
            foot = pygame.Rect(foot.left, areas.header.top, foot.width, areas.header.height)
        if in_hand:
            self.bar.place_in_hand(foot, look)
        else:
            self.bar.place(foot, look, stacked=look.zoom > STACKED_ZOOM)
        scene = self.shown
        scene.led = not self.teaching
        scene.panel_place = self.lesson.place(areas, look) if self.teaching else None
        self._tallied = self.teaching and self.lesson.tallied
        parts = self.lesson.beside(areas, look) if self.teaching else areas
        scene.place(parts, look)  # before it has a place it has no controls
        if self.progress.ended:
            self.end.place(areas, foot, look)
        elif not self.teaching:
            scene.place(self.guide.place(scene, areas, look), look)
        self._arrange()

    def _arrange(self) -> None:
        """Bring card, panel and foot to what is so now."""
        if self._placed is None:
            return
        areas, look = self._placed
        scene, phase = self.shown, self.phase
        self.bar.show(self.index, done=self.step.name in self.done)
        asks = bool(self.step.question) and phase is not Phase.SEEN
        asks = asks and (not self.teaching or self.lesson.asks or self.lesson.tallied)
        scene.asked = self.words(f"story.{self.step.name}_asks") if asks else ""
        if self.teaching:
            self.lesson.show(areas, look, scene.observed())
        elif self.progress.ended:
            self.end.show(self._kept)
        else:
            self.guide.pointer.still = self._preferences.reduced_motion
            self.guide.show(scene, phase, areas, look)

    @property
    def background(self) -> Background:
        """What the scene that is shown works out."""
        return self.shown.background

    @property
    def moves(self) -> bool:
        """Whether the scene that is shown does; the ring says so for itself."""
        return self.shown.moves

    @property
    def moving_part(self) -> pygame.Rect | None:
        """That of the scene that is shown."""
        return None if self.progress.ended or self.fills_window else self.shown.moving_part

    def update(self, elapsed: float) -> None:
        """Let real time pass, and see what has been done; in the dark nothing happens."""
        self.remote.let_pass(elapsed)
        if self.fills_window:
            self.wanted_focus = self._dark
            return
        scene = self.shown
        scene.update(elapsed)
        seen = scene.observed()
        self.progress.look(seen)
        kept = self.step.name in SEEN and self.step.done(seen)
        if kept and isinstance(scene, Accompanied):
            self._kept[self.step.name] = scene.keepsake()
        wanted, scene.wanted_focus = scene.wanted_focus, None
        if self.teaching and wanted is not None:
            self.lesson.show_experiment()
            self.wanted_focus = wanted
        if self._tallied != (self.teaching and self.lesson.tallied):
            self._place()
        self._arrange()

    def draw(self, surface: pygame.Surface) -> None:
        """What is seen of the scene, the ground of what is on it; at the end only that page."""
        if self._placed is None:
            return
        areas, look = self._placed
        if self.progress.ended:
            self.end.draw(surface, areas, look)
            return
        if self.teaching and self.lesson.covers:
            self.lesson.draw(surface, look)
            return
        self.shown.draw(surface)
        if self.teaching:
            return
        if areas.form.in_hand:
            self.guide.draw(surface, look)
        else:
            put_card(surface, areas.panel, look)

    def tells(self) -> Told:
        """The card of the story, and what the scene tells."""
        if self.progress.ended:
            return Told(self.end.says())
        told = self.shown.tells()
        if self.teaching:
            return told._replace(line=self._dark.describe()) if self.fills_window else told
        said = [self.guide.card.describe()]
        if not self.shown.asked:
            said.append(told.line)  # what is asked is on the card
        return told._replace(line="\n".join(said))

    def _go_to(self, name: str) -> None:
        self.go([step.name for step in self.steps].index(name))

    def _uncover(self) -> None:
        """The picture first, then what the remote does with it."""
        self.lesson.show_experiment()
        self.remote.on()

    def actions(self) -> dict[str, Callable[[], None]]:
        """The scene's own, and the way through the steps."""
        if self.fills_window:
            return self.remote.actions()
        own: dict[str, Callable[[], None]] = {"next_step": self.following, "skip_step": self.skip}
        own |= {"previous_step": self.back, "reset": self.again}
        answers = self.hands.raised if self.teaching else self.answer
        if self.teaching:
            own |= {"lesson": self.lesson.turn, "question": self.lesson.ask}
            own |= {"next_step": self.skip, **self.remote.actions()}
            own |= {"go_on": self._uncover} if self.lesson.covers else {}
            own |= {} if self.lesson.asks else self.remote.numbers()
        if not self.teaching or self.lesson.asks:
            for number in range(MOST_ANSWERS):
                own[f"answer_{number + 1}"] = partial(answers, number)
        # Keys that the remote takes are not offered for anything else.
        scene = self.shown.actions()
        taken = DARKENED if self.teaching else [name for name in scene if not self.step.takes(name)]
        return {**{name: act for name, act in scene.items() if name not in taken}, **own}
