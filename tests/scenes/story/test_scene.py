"""The story and the lesson, gone through by touch alone and by keyboard alone."""

import itertools
import random
from pathlib import Path

import pygame
import pytest

from scenes.draw.palette import PROFILES
from scenes.exercises.scene import ExercisesScene
from scenes.experiment.base import Experiment
from scenes.shell import capture
from scenes.story.card import beside, Card
from scenes.story.people import Crowd, PeopleScene
from scenes.story.scene import StoryScene
from scenes.story.steps import STEPS, steps_in
from scenes.text.words import table
from scenes.widgets.slider import Slider
from sim.catalogue import LANGUAGES, SCENES
from tests.scenes.blocks.test_pictures import every_widget
from tests.scenes.blocks.test_random_events import random_event
from tests.scenes.player import Player

SIZES = [(1024, 600), (1280, 720), (1920, 1080)]
PEOPLE = "people"
HANDS = ("skin", "skin2", "cuff", "cuff2", "cuff_b", "cuff_b2")
# What a finger does with each thing that a step points at: where on its slider it taps.
SHARES = {"press": 0.9, "long_muscles": 0.95, "deep_muscles": 0.5}
# What the keyboard does instead: keys and how often.
KEYS: dict[str, list[int]] = {
    "tap": [pygame.K_p],
    "press": [pygame.K_EQUALS] * 18,
    "tape": [pygame.K_t],
    "long_muscles": [pygame.K_EQUALS] * 8,
    "deep_muscles": [pygame.K_t],
    "arm": [pygame.K_p],
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

    def touch(self) -> None:
        """Do with a finger what the ring points at."""
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
            for _ in range(4):
                self.key(pygame.K_PAGEUP)
        else:
            self.key(pygame.K_RETURN)

    def focus_on_target(self) -> None:
        """Press Tab until the focus lies in the ring."""
        for _ in range(60):
            self.key(pygame.K_TAB)
            focus = self.app.group.focus
            if focus is not None and self.ring().contains(focus.rect):
                return
        raise AssertionError(f"Tab does not lead to {self.target}")


def read(reader: Reader, *, by_touch: bool) -> list[str]:
    """Go through the whole story; the names of the steps that were done."""
    story = reader.story
    seen = []
    for index, step in enumerate(story.steps):
        assert story.index == index
        assert not reader.finished, step.name
        for part in step.parts:
            assert reader.target == part.target
            (reader.touch if by_touch else reader.type)()
            assert reader.until(lambda part=part: part.met(story.shown.observed()), 60), step.name  # type: ignore[misc]
        assert reader.until(lambda: reader.finished, 5), step.name
        assert story.guide.card.text.text == reader.app.words(f"story.{step.name}_seen")
        assert story.guide.pointer.target is None
        seen.append(step.name)
        if by_touch:
            reader.click(story.bar.next.rect.center)
        else:
            reader.key(pygame.K_n)
    assert story.index == 0
    return seen


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("by_touch", [True, False], ids=["touch", "keyboard"])
def test_someone_new_gets_through_the_story(language: str, *, by_touch: bool) -> None:
    reader = Reader(language=language)
    assert read(reader, by_touch=by_touch) == [step.name for step in reader.story.steps]


@pytest.mark.parametrize(("size", "zoom"), [((1024, 600), 1.0), ((1280, 720), 2.0)])
def test_the_story_can_be_touched_where_room_is_short(size: tuple[int, int], zoom: float) -> None:
    reader = Reader(size=size)
    reader.app.prefer(zoom=zoom)
    reader.frames(2)
    assert len(read(reader, by_touch=True)) == len(reader.story.steps)


def test_every_step_has_its_scene_and_its_words() -> None:
    assert steps_in({PEOPLE, *SCENES}) == STEPS
    assert 8 <= len(STEPS) <= 10
    assert steps_in({"blocks"}) == tuple(step for step in STEPS if step.scene == "blocks")
    for step, language in itertools.product(STEPS, LANGUAGES):
        words = table(language)
        for key in ("", "_do", "_seen"):
            assert words[f"story.{step.name}{key}"]
        for note in ("ask", "mistake", "left_out"):
            assert words[f"lesson.{step.name}_{note}"]
        for part in step.parts:
            assert words[f"story.wait_{part.target}"]


# -- back, skip, forward -----------------------------------------------------------------


def test_next_waits_and_skip_never_does() -> None:
    reader = Reader()
    story = reader.story
    for index in range(len(story.steps)):
        assert story.index == index
        assert story.bar.skip.enabled
        assert not story.bar.next.enabled
        reader.click(story.bar.next.rect.center)
        reader.key(pygame.K_n)
        assert story.index == index
        if index % 2:
            reader.key(pygame.K_o)
        else:
            reader.click(story.bar.skip.rect.center)
    assert story.index == 0
    assert not story.bar.back.enabled


def test_back_begins_a_step_anew_and_what_was_done_stays_done() -> None:
    reader = Reader()
    story = reader.story
    story.go(2)
    reader.frames(2)
    reader.touch()
    assert reader.target == "tap"
    reader.touch()
    assert reader.until(lambda: reader.finished, 60)
    reader.click(story.bar.next.rect.center)
    assert story.step.name == "tape"
    reader.key(pygame.K_BACKSPACE)
    assert story.step.name == "press"
    scene = story.shown
    assert isinstance(scene, Experiment)
    assert scene.model.settings["press"] == story.step.settings["press"]
    assert not scene.playback.moment.fallen
    assert reader.finished
    assert story.guide.card.text.text == reader.app.words("story.press_do")
    reader.click(story.bar.back.rect.center)
    assert story.step.name == "stack"


def test_a_step_in_the_list_is_gone_to_at_once() -> None:
    reader = Reader()
    reader.click(reader.story.guide.rows[3].rect.center)
    assert reader.story.step is STEPS[3]
    assert reader.story.guide.rows[3].current


def test_a_step_is_not_done_by_halves() -> None:
    reader = Reader()
    story = reader.story
    story.go(2)
    reader.frames(2)
    reader.click(story.shown.view.touch.finger.center)  # type: ignore[attr-defined]
    reader.frames(200)
    assert story.shown.playback.moment.fallen  # type: ignore[attr-defined]
    assert not reader.finished
    story.go(3)
    reader.frames(2)
    reader.touch()
    reader.frames(120)
    assert not reader.finished


def test_starting_over_is_the_step_from_its_beginning() -> None:
    reader = Reader()
    reader.story.go(3)
    reader.frames(2)
    reader.touch()
    scene = reader.story.shown
    assert isinstance(scene, Experiment)
    assert scene.model.settings["tape"] == "all"
    reader.key(pygame.K_r, pygame.KMOD_ALT)
    assert reader.story.step is STEPS[3]
    assert scene.model.settings["tape"] == "none"


def test_the_story_leaves_the_other_scenes_alone() -> None:
    reader = Reader()
    reader.story.go(1)
    reader.app.choose("blocks")
    assert reader.scene.stack.settings["press"] == 60


def test_the_language_changes_in_the_middle_of_a_step() -> None:
    reader = Reader()
    reader.story.go(2)
    reader.frames(2)
    reader.touch()
    reader.key(pygame.K_l)
    assert reader.story.guide.card.text.text == table("en")["story.press_do"]
    assert reader.target == "tap"
    reader.touch()
    assert reader.until(lambda: reader.finished, 60)


def test_a_guess_is_answered_with_the_figure() -> None:
    reader = Reader()
    scene = reader.story.shown
    assert isinstance(scene, PeopleScene)
    reader.click(scene.crowd.cell(2).center)
    assert scene.guess == 3
    assert scene.line.headline.text == table("nl")["story_say.figure"]
    for text in ("story_say.figure", "story_say.source", "story.people_seen"):
        for language in LANGUAGES:
            assert "8" in table(language)[text] or "6" in table(language)[text]
    crowd = Crowd(reader.app.words, lambda number: None)
    before = crowd.describe()
    crowd.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RIGHT, mod=0))
    assert crowd.describe() != before


def test_an_exercise_that_is_opened_counts_and_the_story_stays() -> None:
    reader = Reader()
    reader.story.go(len(reader.story.steps) - 1)
    reader.frames(2)
    reader.touch()
    scene = reader.story.shown
    assert isinstance(scene, ExercisesScene)
    assert not scene.fills_window
    assert len(scene.session.chosen) == 1
    assert reader.finished


# -- the picture -------------------------------------------------------------------------


def hand_pixels(reader: Reader, box: pygame.Rect) -> int:
    """How many pixels of hands and sleeves lie in a box, without the card."""
    card = reader.story.guide.card
    card.visible = False
    reader.app.draw()
    card.visible = True
    palette = reader.app.look.palette
    colours = {getattr(palette, name) for name in HANDS}
    view = pygame.surfarray.pixels3d(reader.app.surface)[
        box.left : box.right : 3, box.top : box.bottom : 3
    ]
    return sum(tuple(pixel) in colours for pixel in view.reshape(-1, 3).tolist())


def check_picture(reader: Reader) -> None:
    """Nothing lies on target, hands or words; everything is inside the window."""
    story, window = reader.story, reader.app.surface.get_rect()
    guide, scene = story.guide, story.shown
    card, where = guide.card, (story.step.name, window.size, reader.app.look.zoom)
    in_play = card in guide.widgets()
    if in_play:
        assert reader.app.group.at(card.rect.center) is card
        lines = scene.line if isinstance(scene, PeopleScene) else scene.view  # type: ignore[attr-defined]
        for text in (lines.headline, lines.reason):
            assert not (text.visible and card.rect.colliderect(text.rect)), where
        if guide.pointer.target is not None:
            assert not card.rect.colliderect(guide.pointer.target), where
        assert hand_pixels(reader, card.rect) == 0, where
    else:
        assert card.parent is guide.area
        assert card.rect.top >= guide.area.rect.top
    assert window.contains(card.rect) or not in_play, where
    for text in (card.title, card.text):
        assert not text.layout(reader.app.look, text.rect.width).cut
        assert card.rect.contains(text.rect), where
    if guide.pointer.target is not None:
        # What is pointed at can be seen, and nothing of the story lies over its middle.
        assert window.contains(guide.pointer.target.clip(window)), where
        assert window.collidepoint(guide.pointer.target.center), where
        found = reader.app.group.at(guide.pointer.target.center)
        assert found is not None, where
        assert not isinstance(found, Card), where
    row = [widget for widget in story.bar.widgets() if widget.visible]
    for one, other in itertools.combinations(row, 2):
        assert not one.rect.colliderect(other.rect), where
    for widget in every_widget(reader.app.group.widgets):
        assert widget.rect.left >= 0, where
        assert widget.rect.right <= window.right, where
    for stop in (*story.bar.widgets()[:3], *guide.rows):
        assert stop.rect.width >= 44, where
        assert stop.rect.height >= 44, where


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("zoom", [1.0, 1.4, 2.0])
def test_nothing_covers_target_hands_or_words(
    size: tuple[int, int], profile: str, zoom: float
) -> None:
    for language in LANGUAGES:
        reader = Reader(size=size, language=language)
        reader.app.prefer(profile=profile, zoom=zoom)
        for index in range(len(reader.story.steps)):
            reader.story.go(index)
            reader.frames(2)
            check_picture(reader)


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_nothing_covers_them_while_a_stack_falls(zoom: float) -> None:
    reader = Reader()
    reader.app.prefer(zoom=zoom)
    reader.story.go(1)
    reader.frames(2)
    reader.touch()
    for _ in range(40):
        reader.frames(6)
        check_picture(reader)


def test_the_card_stands_beside_its_target_where_there_is_room() -> None:
    reader = Reader()
    for index, expected in ((0, True), (1, True), (2, True), (4, True)):
        reader.story.go(index)
        reader.frames(2)
        card = reader.story.guide.card
        assert (card in reader.story.guide.widgets()) == expected
        assert (card.tail(reader.app.look) is not None) == (index != 4)
    reader.app.prefer(zoom=2.0)
    reader.frames(2)
    assert reader.story.guide.card not in reader.story.guide.widgets()


def test_a_place_beside_a_target_is_free_or_there_is_none() -> None:
    look = Reader().app.look
    play, target = pygame.Rect(0, 0, 900, 500), pygame.Rect(300, 200, 88, 88)
    place = beside(target, play, [], look, lambda width: 200)
    assert place is not None
    assert place.left > target.right
    wall = pygame.Rect(target.right + 20, 0, 600, 500)
    place = beside(target, play, [wall], look, lambda width: 200)
    assert place is None
    assert beside(target, play, [], look, lambda width: 480) is None


@pytest.mark.parametrize("calm", [False, True])
def test_the_ring_stands_still_where_motion_is_unwelcome(*, calm: bool) -> None:
    reader = Reader()
    reader.app.prefer(reduced_motion=calm)
    reader.story.go(1)
    reader.frames(2)
    pictures = []
    spot = reader.ring().inflate(40, 40)
    for _ in range(2):
        pictures.append(pygame.image.tobytes(reader.app.surface.subsurface(spot), "RGB"))
        reader.frames(24)
    assert (pictures[0] == pictures[1]) == calm


# -- the lesson --------------------------------------------------------------------------


def test_number_keys_choose_any_step_of_the_lesson() -> None:
    reader = Reader("teach")
    story = reader.story
    assert story.teaching
    keys = [*range(pygame.K_1, pygame.K_9 + 1), pygame.K_0]
    for index in reversed(range(len(story.steps))):
        reader.key(keys[index])
        assert story.index == index
        step = story.step
        scene = story.shown
        if isinstance(scene, Experiment) and step.scene != "spine":
            # On the spine a setting may stand for two.
            begun = {name: scene.model.settings[name] for name in step.settings}
            assert begun == dict(step.settings)
        texts = [getattr(child, "text", "") for child in story.lesson.area.children]
        assert reader.app.words(f"lesson.{step.name}_mistake") in texts


def test_number_keys_do_nothing_in_the_story() -> None:
    reader = Reader()
    reader.key(pygame.K_4)
    assert reader.story.index == 0


def test_notes_and_controls_take_turns() -> None:
    reader = Reader("teach")
    reader.key(pygame.K_3)
    story, scene = reader.story, reader.story.shown
    assert isinstance(scene, Experiment)
    assert story.lesson.area in reader.app.group.widgets
    assert scene.panel.area not in reader.app.group.widgets
    assert scene.bar.pause in reader.app.group.widgets
    reader.key(pygame.K_e)
    reader.frames(1)
    assert scene.panel.area in reader.app.group.widgets
    assert story.lesson.area not in reader.app.group.widgets
    slider = scene.panel.sliders["press"]
    assert isinstance(slider, Slider)
    assert not slider.rect.colliderect(story.lesson.pages.rect)
    reader.click((slider.rect.left + 0.9 * slider.rect.width, slider.rect.bottom - 14))
    assert scene.model.settings["press"] > 200
    box = story.lesson.pages.rect
    reader.click((box.left + box.width * 0.75, box.centery))
    assert story.lesson.notes


def test_a_muscle_that_is_tapped_shows_its_slider() -> None:
    reader = Reader("teach")
    reader.key(pygame.K_5)
    scene = reader.story.shown
    scene.select("multifidus")  # type: ignore[attr-defined]
    reader.frames(2)
    assert not reader.story.lesson.notes
    assert reader.app.group.focus is scene.panel.sliders["multifidus"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_the_lesson_fits(size: tuple[int, int], zoom: float) -> None:
    for language in LANGUAGES:
        reader = Reader("teach", size, language)
        reader.app.prefer(zoom=zoom)
        window = reader.app.surface.get_rect()
        for index in range(len(reader.story.steps)):
            reader.story.go(index)
            for _ in range(2):
                reader.frames(1)
                for widget in every_widget(reader.app.group.widgets):
                    assert widget.rect.left >= 0
                    assert widget.rect.right <= window.right
                for widget in reader.app.group.widgets:
                    assert window.contains(widget.rect)
                reader.key(pygame.K_e)


def test_the_three_ways_in() -> None:
    reader = Reader("teach")
    assert reader.story.teaching
    reader.app.home()
    reader.frames(1)
    reader.click(reader.choice("show"))
    assert not reader.story.teaching
    reader.app.home()
    reader.frames(1)
    reader.click(reader.choice("try"))
    assert reader.scene.name == "blocks"


@pytest.mark.parametrize("way", ["show", "teach"])
def test_after_anything_the_story_begins_anew(
    way: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(capture, "pictures_folder", lambda: tmp_path)
    monkeypatch.setattr(capture, "save_clip", lambda frames, path, per_second: None)
    monkeypatch.setattr(capture, "save_picture", lambda surface, path: None)
    reader = Reader(way)
    source = random.Random(5)
    for number in range(1200):
        for _ in range(5):
            pygame.event.post(random_event(source, reader.app.surface.get_size()))
        reader.app.frame(source.choice([0.0, 1 / 60, 1 / 10]))
        if number % 100 == 0:
            reader.app.group.cancel()
            reader.app.choose("story")
    reader.app.group.cancel()
    while reader.app.group.modal is not None:
        reader.key(pygame.K_ESCAPE)
    reader.app.home()
    reader.frames(1)
    reader.app.start_screen.choices[0].activate()
    reader.frames(1)
    assert reader.story.index == 0
    assert reader.story.done == set()
    reader.app.prefer(zoom=1.0)
    reader.story.go(1)
    reader.frames(2)
    check_picture(reader)
