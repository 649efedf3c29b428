"""The story, and the lesson: the same steps through all scenes, with scenes of their own.

In the story a card says what to do, a ring shows where, and the way on opens when it
has been done. In the lesson steps are chosen freely, the scene has all its controls,
and the panel turns to notes for who teaches.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import pygame

from scenes.draw.look import Look
from scenes.draw.panels import put_card
from scenes.experiment.protocols import Host, TabScene, Told
from scenes.forms import Areas, STACKED_ZOOM
from scenes.preferences import Preferences
from scenes.story.bar import StoryBar
from scenes.story.guide import Guide
from scenes.story.people import PeopleScene
from scenes.story.steps import Step, steps_in
from scenes.story.teacher_notes import Lesson
from scenes.text.words import Words
from scenes.widgets.widget import Widget
from sim.parameter import UserError

PEOPLE = "people"


class StoryScene:
    """Which step is shown, and what has been done. Raises UserError for any setting.

    `makers` make the scenes, by their names; `teaching` is whether this is the lesson.
    """

    name = "story"
    fills_window = False

    def __init__(
        self,
        makers: Mapping[str, Callable[..., TabScene]],
        values: Mapping[str, object],
        words: Words,
        preferences: Preferences,
        *,
        speed: float = 1.0,
        host: Host | None = None,
    ) -> None:
        if values:
            raise UserError("the story has no parameters")
        self._makers = makers
        self._speed, self._host = speed, host
        self._made: dict[str, TabScene] = {}
        self._preferences = preferences
        self._placed: tuple[Areas, Look] | None = None
        self.steps = steps_in({PEOPLE, *makers})
        self.done: set[str] = set()
        self.index = 0
        self.teaching = False
        self.wanted_focus: Widget | None = None
        self.translate(words)

    # -- steps -----------------------------------------------------------------------

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self.steps[self.index]

    @property
    def shown(self) -> TabScene:
        """The scene of the step."""
        name = self.step.scene
        if name not in self._made:
            self._made[name] = self._make(name)
            self._prepare()
        return self._made[name]

    def _make(self, name: str) -> TabScene:
        if name == PEOPLE:
            return PeopleScene(self.words, self._preferences)
        scene = self._makers[name](
            {}, self.words, self._preferences, speed=self._speed, host=self._host
        )
        scene.accompanied = True
        return scene

    def _prepare(self) -> None:
        """Bring the scene of the step to where the step begins."""
        self._made[self.step.scene].clear(self.step.settings)

    def begin(self, *, teaching: bool) -> None:
        """From the first step on."""
        self.teaching = teaching
        self.done.clear()
        self.go(0)

    def go(self, index: int) -> None:
        """To a step, as it begins."""
        self.index = index % len(self.steps)
        if self.step.scene in self._made:
            self._prepare()
        self._place()

    def following(self) -> None:
        """To the next step, if this one is done; after the last one the first."""
        if self.step.name in self.done:
            self.skip()

    def skip(self) -> None:
        """To the next step, done or not."""
        self.go(self.index + 1)

    def back(self) -> None:
        """To the step before."""
        self.go(max(0, self.index - 1))

    def again(self) -> None:
        """The present step from its beginning."""
        self.go(self.index)

    # -- as the app asks -------------------------------------------------------------

    @property
    def preferences(self) -> Preferences:
        """How things look and move."""
        return self._preferences

    @preferences.setter
    def preferences(self, preferences: Preferences) -> None:
        self._preferences = preferences
        for scene in self._made.values():
            scene.preferences = preferences

    def translate(self, words: Words) -> None:
        """Make all widgets anew in a language."""
        self.words = words
        for scene in self._made.values():
            scene.translate(words)
        self.bar = StoryBar(
            words,
            len(self.steps),
            back=self.back,
            skip=self.skip,
            following=self.following,
        )
        self.guide = Guide(words, self.steps, self.go)
        self.lesson = Lesson(words, self.steps, self.go)
        self._place()

    def widgets(self) -> Sequence[Widget]:
        """Play area, panel, foot; the card and the ring lie over the picture."""
        scene = self.shown
        if self._placed is None:
            return []
        areas = self._placed[0]
        if self.teaching:
            return [*self.lesson.of_scene(scene, areas), *self.lesson.widgets()]
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
        self.bar.place(foot, look, stacked=look.zoom > STACKED_ZOOM or in_hand)
        self.shown.led = not self.teaching
        if in_hand and not self.teaching:
            self.shown.panel_place = None
            self.shown.place(areas, look)  # before it has a place it has no controls
            self.shown.place(self.guide.place(self.index, self.shown, areas, look), look)
        elif self.teaching:
            self.shown.panel_place = self.lesson.place(areas, look)
            self.shown.place(areas, look)
        else:
            self.guide.leave_hand()
            self.shown.panel_place = None
            # Whatever reaches below the play area would meet the foot of the story.
            panel = areas.panel.copy()
            panel.height = areas.play.bottom - panel.top
            self.shown.place(replace(areas, panel=panel), look)
        self._arrange()

    def _arrange(self) -> None:
        """Bring card, panel and foot to what is so now."""
        if self._placed is None:
            return
        areas, look = self._placed
        self.bar.show(self.index, done=self.step.name in self.done)
        if self.teaching:
            self.lesson.show(self.index, self.done, areas, look)
        else:
            self.guide.pointer.still = self._preferences.reduced_motion
            self.guide.show(self.index, self.done, self.shown, areas, look)

    @property
    def moves(self) -> bool:
        """Whether the scene that is shown does; the ring says so for itself."""
        return self.shown.moves

    def update(self, elapsed: float) -> None:
        """Let real time pass, and see what has been done."""
        scene = self.shown
        scene.update(elapsed)
        if self.step.done(scene.observed()):
            self.done.add(self.step.name)
        wanted, scene.wanted_focus = scene.wanted_focus, None
        if self.teaching and wanted is not None:
            self.lesson.pages.chosen = 0
            self.wanted_focus = wanted
        self._arrange()

    def draw(self, surface: pygame.Surface) -> None:
        """The scene, and in the story the panel's own card."""
        self.shown.draw(surface)
        if self._placed is None:
            return
        areas, look = self._placed
        if self.teaching:
            self.lesson.draw(surface, look)
            return
        if areas.form.in_hand:
            self.guide.draw(surface, look)
        else:
            put_card(surface, areas.panel, look)

    def tells(self) -> Told:
        """The card of the story, and what the scene tells."""
        card = [] if self.teaching else [self.guide.card.describe()]
        told = self.shown.tells()
        return told._replace(line="\n".join([*card, told.line]))

    def actions(self) -> dict[str, Callable[[], None]]:
        """The scene's own, and the way through the steps."""
        own: dict[str, Callable[[], None]] = {
            "next_step": self.following,
            "skip_step": self.skip,
            "previous_step": self.back,
            "reset": self.again,
        }
        if self.teaching:
            own["lesson"] = self.lesson.turn
            own["next_step"] = self.skip
            for index in range(len(self.steps)):
                own[f"step_{index + 1}"] = lambda index=index: self.go(index)  # type: ignore[misc]
        return {**self.shown.actions(), **own}
