"""Goes through the story as somebody new would, with taps or with keys alone."""

import itertools
import re
from collections.abc import Callable
from typing import Any

import pygame
import pytest

from scenes.draw.look import Look
from scenes.experiment.base import Experiment
from scenes.shell.spoken import described
from scenes.story.end import SEEN
from scenes.story.list import DISC
from scenes.story.people import PeopleScene
from scenes.story.progress import Phase
from scenes.story.scene import StoryScene
from tests.scenes.player import Player
from tests.scenes.windows import every_widget

SIZES = [(1024, 600), (1280, 720), (1920, 1080)]
# What a finger does with each thing that a step points at: where on its slider it taps.
SHARES = {"press": 0.9, "long_muscles": 0.95, "deep_muscles": 0.95, "draw_in": 0.8}
# What the keyboard does instead: keys and how often.
CAME = {
    "stack": "falls",
    "press": "sooner",
    "tape": "stays",
    "spine": "leans",
    "long": "gives",
    "deep": "upright",
    "corset": "higher",
    "timing": "right",
    "recovery": "late",
    "training": "early",
}
"""What comes of each step that asks."""
TELLING = {
    "stack": ("blocks_say.wobbly", "blocks_say.roll", "blocks_say.rolled"),
    "press": ("blocks_say.harder_sooner",),
    "tape": ("blocks_say.tape_holds", "blocks_say.stands"),
    "spine": ("spine_say.wobbly", "spine_say.lean_deep_can_not"),
    "long": ("spine_say.buckle_deep_could",),
    "deep": ("spine_say.both", "spine.multifidus_like", "spine.deep_note"),
    "corset": ("corset_say.little", "corset_say.closes"),
    "timing": ("timing_say.which", "timing_say.right_beyond", "timing_say.right_further"),
    "recovery": ("recovery_say.little_late", "recovery_say.going_late"),
    "training": ("recovery_say.little_back", "recovery_say.going_coming"),
}
"""Texts of the scenes that would answer what a step asks."""
KEYS: dict[str, list[int]] = {
    "tap": [pygame.K_p],
    "press": [pygame.K_EQUALS] * 18,
    "tape": [pygame.K_t],
    "long_muscles": [pygame.K_EQUALS] * 8,
    "deep_muscles": [pygame.K_t],
    "draw_in": [pygame.K_t],
    "arm": [pygame.K_p],
    "breath": [pygame.K_p],
    "training": [pygame.K_t],
}


class Reader(Player):
    """Someone who chose "Show me", or "I teach", on the start screen."""

    def __init__(
        self, way: str = "show", size: tuple[int, int] = (1280, 720), language: str = "nl"
    ) -> None:
        super().__init__(size, language)
        self.app.prefer(zoom=1.0)
        self.app.home()
        self.frames(1)
        self.click(self.choice(way))

    def choice(self, way: str) -> tuple[int, int]:
        """Where a way in is on the start screen."""
        index = ("show", "try", "teach").index(way)
        return self.app.start_screen.choices[index].rect.center

    @property
    def story(self) -> StoryScene:
        """The scene."""
        assert isinstance(self.app.scene, StoryScene)
        return self.app.scene

    @property
    def target(self) -> str:
        """What the ring is round."""
        return self.story.step.target(self.story.shown.observed())

    def ring(self) -> pygame.Rect:
        """Where the ring is."""
        found = self.story.guide.pointer.target
        assert found is not None, self.story.step.name
        return found

    @property
    def finished(self) -> bool:
        """Whether the way on is open."""
        return self.story.bar.next.enabled

    def expect(self, way: str, *, by_touch: bool) -> None:
        """Say what is expected, "right" or "wrong", or have it "skipped"."""
        story = self.story
        question = story.step.question
        assert question is not None
        names = question.answers
        if way == "skipped":
            self.click(story.bar.skip.rect.center) if by_touch else self.key(pygame.K_o)
            return
        came = CAME[story.step.name]
        number = names.index(came)
        if way == "wrong":
            number = (number + 1) % len(names)
        if by_touch:
            answer = story.guide.card.answers.children[number]
            assert self.app.surface.get_rect().contains(answer.rect)
            self.click(answer.rect.center)
        else:
            self.key(pygame.K_1 + number)
        assert story.progress.guesses[story.step.name] == names[number]

    def touch(self) -> None:
        """Do with a finger what the ring points at, whatever is expected."""
        self.answer()
        target, ring = self.target, self.ring()
        scene = self.story.shown
        if isinstance(scene, PeopleScene):
            self.click(scene.crowd.cell(6).center)
        elif target in SHARES:
            assert isinstance(scene, Experiment)
            box = scene.panel.sliders[target].rect
            assert ring.contains(box)
            self.click((box.left + SHARES[target] * box.width, box.bottom - 14))
        elif target == "year":
            y = ring.centery
            self.drag([(ring.left + ring.width * share, y) for share in (0.2, 0.4, 0.6)])
        else:
            self.click(ring.center)

    def type(self) -> None:
        """Do the same with keys; Tab leads to what has no key of its own."""
        target = self.target
        if target in KEYS:
            for key in KEYS[target]:
                self.key(key)
            return
        self.focus_on_target()
        if target == "year":
            for _ in range(5):
                self.key(pygame.K_PAGEUP)
        else:
            self.key(pygame.K_RETURN)

    def answer(self) -> None:
        """Expect the first thing, where that is still asked."""
        if self.story.phase is Phase.ASK:
            self.key(pygame.K_1)

    def focus_on_target(self) -> None:
        """Press Tab until the focus lies in the ring."""
        for _ in range(60):
            self.key(pygame.K_TAB)
            focus = self.app.group.focus
            if focus is not None and self.ring().contains(focus.rect):
                return
        raise AssertionError(f"Tab does not lead to {self.target}")


def shown_texts(reader: Reader) -> str:
    """All words that are drawn or spoken, in one."""
    app = reader.app
    told = [app.scene.tells().line]
    told += [described(widget, app.words) for widget in every_widget(app.group.widgets)]
    with pytest.MonkeyPatch.context() as patch:
        for name in ("text", "fitted"):
            write = getattr(Look, name)

            def noted(
                look: Look,
                text: str,
                *rest: Any,  # noqa: ANN401 - as the method itself
                write: Callable[..., pygame.Surface] = write,
                **named: Any,  # noqa: ANN401
            ) -> pygame.Surface:
                told.append(text)
                return write(look, text, *rest, **named)

            patch.setattr(Look, name, noted)
        app.draw()
    return " ".join(told)


def read(reader: Reader, *, by_touch: bool, way: str = "right") -> list[str]:
    """Go through the whole story; the names of the steps that were done.

    Before a step has been done nothing says what will come of it.
    """
    story, words = reader.story, reader.app.words
    seen = []
    for index, step in enumerate(story.steps):
        before = ""
        assert story.index == index
        assert not reader.finished, step.name
        if step.question is not None:
            assert story.phase is Phase.ASK
            assert story.guide.pointer.target is None
            before = check_untold(reader)
            reader.expect(way, by_touch=by_touch)
        assert story.phase is Phase.DO
        before += check_untold(reader)
        for part in step.parts:
            assert reader.target == part.target
            (reader.touch if by_touch else reader.type)()
            assert reader.until(lambda part=part: part.met(story.shown.observed()), 60), step.name  # type: ignore[misc]
        assert reader.until(lambda: reader.finished, 5), step.name
        expected = words(f"story.{step.name}_seen")
        if step.question is not None:
            check_new(reader, before)
            assert story.progress.came[step.name] == CAME[step.name]
            guess = story.progress.guesses.get(step.name)
            assert (guess is None) == (way == "skipped")
            if guess is not None:
                back = step.question.back(words, guess, CAME[step.name])
                expected = f"{back} {expected}"
        assert story.guide.card.text.text == expected
        assert story.guide.pointer.target is None
        seen.append(step.name)
        if by_touch:
            reader.click(story.bar.next.rect.center)
        else:
            reader.key(pygame.K_n)
    assert story.progress.ended
    return seen


def check_untold(reader: Reader) -> str:
    """Nothing that is shown or spoken says what comes of the step, or of a later one.

    What is shown, for comparison with what is said afterwards.
    """
    story, words = reader.story, reader.app.words
    shown = shown_texts(reader)
    for key in ("story.seen", "story.achieved", *(f"story.end_{name}" for name in SEEN)):
        assert not re.search(rf"\b{re.escape(words(key))}", shown), (story.step.name, key)
    for step in story.steps[story.index :]:
        assert words(f"story.{step.name}_seen") not in shown
        for key in TELLING.get(step.name, ()):
            assert words(key) not in shown, (story.step.name, key)
        for back in step.question.backs(words) if step.question else ():
            assert back.replace("*", "") not in shown.replace("*", ""), story.step.name
    came = CAME.get(story.step.name)
    # The answers are gone once one was chosen; left and right are names in the picture as well.
    if came and story.phase is Phase.DO and story.step.name != "timing":
        assert not re.search(rf"\b{re.escape(words(f'answer.{came}'))}\b", shown), story.step.name
    return shown


def check_new(reader: Reader, before: str) -> None:
    """What the words on top say now was not there before the step was done."""
    reader.frames(2)
    scene = reader.story.shown
    assert isinstance(scene, Experiment)
    headline = scene.view.headline.describe()
    assert headline
    assert headline not in before, reader.story.step.name


def check_picture(reader: Reader) -> None:
    """The card is whole where it belongs, what is asked for can be seen and touched."""
    story, app = reader.story, reader.app
    window, guide = app.surface.get_rect(), story.guide
    card, where = guide.card, (story.step.name, window.size, app.look.zoom)
    assert card.parent is guide.area
    assert window.contains(guide.area.rect), where
    for text in (one for one in (card.title, card.text) if one.visible):
        assert not text.layout(app.look, text.rect.width).cut
        assert card.rect.contains(text.rect), where
    if story.phase is Phase.ASK:
        assert not card.answers.rect.colliderect(card.text.rect), where
        for answer in card.answers.children:
            assert card.rect.contains(answer.rect), where
            assert min(answer.rect.size) >= 44, where
    target = guide.pointer.target
    if target is not None:
        # What is pointed at can be seen, and nothing of the story lies over its middle.
        assert window.contains(target.clip(window)), where
        assert window.collidepoint(target.center), where
        found = app.group.at(target.center)
        assert found is not None, where
        assert found is not card, where
    row = [widget for widget in story.bar.widgets() if widget.visible]
    for one, other in itertools.combinations(row, 2):
        assert not one.rect.colliderect(other.rect), where
    for widget in every_widget(app.group.widgets):
        assert widget.rect.left >= 0, where
        assert widget.rect.right <= window.right, where
    for stop in (*story.bar.widgets()[:3], *guide.list.rows):
        assert min(stop.rect.size) >= 44 or not guide.list.area.visible, where
    check_list(reader)


def check_list(reader: Reader) -> None:
    """The present step is in the list, and no row is cut."""
    story = reader.story
    area, rows = story.guide.list.area, story.guide.list.rows
    if not area.visible:
        return
    assert reader.app.surface.get_rect().contains(area.rect)
    assert area.rect.contains(rows[story.index].rect)
    look = reader.app.look
    written = max(2 * look.control(DISC) + 1, look.line_height(20))
    inside = [row for row in rows if row.rect.colliderect(area.rect)]
    whole = [row for row in inside if area.rect.contains(row.rect)]
    for row in inside:
        # Of a neighbour there may be its empty edge, and none of its words.
        seen = row.rect.clip(area.rect).height
        assert row in whole or seen <= (row.rect.height - written) / 2
