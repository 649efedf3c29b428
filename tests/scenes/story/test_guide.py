"""The card and the ring of the guide: nothing covers target, hands or words."""

import pygame
import pytest

from scenes.draw.palette import PROFILES
from scenes.experiment.base import Experiment
from scenes.story.steps import PUSHED
from sim.catalogue import LANGUAGES
from sim.mechanics.world import STEP
from tests.scenes.story.player import check_picture, Reader, SIZES


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


@pytest.mark.parametrize("calm", [False, True])
def test_the_ring_stands_still_where_motion_is_unwelcome(*, calm: bool) -> None:
    reader = Reader()
    reader.app.prefer(reduced_motion=calm)
    reader.story.go(1)
    reader.frames(2)
    reader.answer()
    pictures = []
    spot = reader.ring().inflate(40, 40)
    for _ in range(2):
        pictures.append(pygame.image.tobytes(reader.app.surface.subsurface(spot), "RGB"))
        reader.frames(24)
    assert (pictures[0] == pictures[1]) == calm


@pytest.mark.parametrize("size", [(390, 844), (360, 640), (844, 390), (768, 1024)], ids=str)
@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
def test_what_is_to_be_done_is_in_view(size: tuple[int, int], zoom: float) -> None:
    reader = Reader(size=size)
    reader.app.prefer(zoom=zoom)
    story, guide = reader.story, reader.story.guide
    for index, step in enumerate(story.steps):
        story.go(index)
        reader.frames(2)
        if step.question is not None:
            reader.expect("wrong", by_touch=True)
        for number, part in enumerate(step.parts, 1):
            where = (step.name, part.target)
            target = story.shown.target(part.target)
            assert target is not None, where
            if target.control is None:
                # The first line of what to do is read without scrolling.
                first = guide.card.text.rect.copy()
                first.height = reader.app.look.line_height(20)
                assert guide.area.rect.contains(first), where
            else:
                assert target.control.parent is not None, where
                room, box = target.control.parent.rect, target.control.rect
                # One that is higher than its place fills it.
                fills = box.height > room.height and box.clip(room).height > 0.9 * room.height
                assert room.contains(box) or fills, where
            # Of the ring nothing lies over the card.
            clip = guide.pointer.clip
            assert clip is not None, where
            if target.control is None:
                assert not clip.colliderect(guide.area.rect), where
            if number < len(step.parts):
                reader.touch()
                reader.frames(2)
                assert reader.until(lambda part=part: part.met(story.shown.observed()), 60), where  # type: ignore[misc]


def test_the_frame_of_a_control_keeps_off_the_card() -> None:
    for size in ((390, 844), (360, 640), (844, 390), (768, 1024), (1280, 720)):
        reader = Reader(size=size)
        story, guide = reader.story, reader.story.guide
        for index, step in enumerate(story.steps):
            story.go(index)
            reader.frames(2)
            if step.question is not None:
                reader.expect("wrong", by_touch=True)
            target = story.shown.target(step.parts[0].target)
            if target is not None and target.control is not None:
                frame = reader.ring().inflate(4, 4)
                assert not frame.colliderect(guide.card.rect), (size, step.name)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(640, 360), (844, 390), (360, 640), (390, 844)], ids=str)
def test_what_is_asked_is_whole_above_the_picture_on_a_phone(
    size: tuple[int, int], language: str
) -> None:
    reader = Reader("show", size, language)
    reader.app.prefer(zoom=2.0)
    story = reader.story
    for index, step in enumerate(story.steps):
        story.go(index)
        reader.frames(2)
        scene = story.shown
        if not step.question or not isinstance(scene, Experiment):
            continue
        line, areas = scene.view._line.headline, scene.view._areas
        assert areas is not None
        assert line.text == reader.app.words(f"story.{step.name}_asks")
        assert not line.layout(reader.app.look, line.rect.width).cut, line.text
        assert line.rect.bottom <= areas.play.top + 2
        # Upright the card is below the picture, and both give way to the question.
        assert areas.play.height > (0.3 if size[0] > size[1] else 0.24) * size[1]


@pytest.mark.parametrize("profile", ["default", "projector"])
def test_a_tablets_card_with_large_letters_has_the_width_of_the_panel(profile: str) -> None:
    reader = Reader("show", (768, 1024))
    reader.app.prefer(zoom=2.0, profile=profile)
    story = reader.story
    card, area = story.guide.card, story.guide.area
    for index, step in enumerate(story.steps):
        story.go(index)
        reader.frames(2)
        assert card.rect.width > 0.85 * 768
        if step.question is not None:
            assert area.rect.contains(card.text.rect.union(card.answers.rect)), step.name
        for widget in story.shown.play_widgets():
            assert not widget.rect.colliderect(story.bar.back.rect), step.name


@pytest.mark.parametrize("size", [(640, 360), (844, 390)], ids=str)
def test_the_last_page_has_all_of_a_phones_side(size: tuple[int, int]) -> None:
    reader = Reader("show", size)
    story = reader.story
    story.go(len(story.steps))
    reader.frames(2)
    assert story.end.area.rect.width > 0.95 * size[0]
    assert story.end.area.rect.bottom > 0.9 * size[1]
    shown = [widget for widget in story.bar.widgets() if widget.visible]
    assert shown
    for button in shown:
        assert not button.rect.colliderect(story.end.area.rect)
        assert not button.rect.colliderect(reader.app.header.info.rect)


@pytest.mark.parametrize("name", ["tape", "corset", "timing"])
def test_while_something_goes_on_one_is_told_to_watch_and_not_to_touch_again(name: str) -> None:
    reader = Reader()
    story, words = reader.story, reader.app.words
    story.go([step.name for step in story.steps].index(name))
    reader.frames(2)
    reader.answer()
    pushed = next(index for index, part in enumerate(story.step.parts) if part.target in PUSHED)
    for part in story.step.parts[:pushed]:
        reader.touch()
        assert reader.until(lambda part=part: part.met(story.shown.observed()), 5)  # type: ignore[misc]
    assert story.guide.card.status == words("story.your_turn")
    assert story.guide.pointer.target is not None
    reader.touch()
    reader.frames(20)
    assert story.guide.card.status == words("story.watch")
    assert story.tells().line == words("story.watch")
    assert story.guide.pointer.target is None
    if name == "tape":
        assert reader.until(lambda: story.step.done(story.shown.observed()), 10)
        reader.frames(2)
        assert story.guide.card.status == words("story.achieved")


def test_when_time_is_stopped_one_is_told_to_touch_again() -> None:
    reader = Reader()
    story = reader.story
    story.go([step.name for step in story.steps].index("spine"))
    reader.frames(2)
    reader.touch()
    assert story.guide.pointer.target is None
    reader.key(pygame.K_PERIOD)  # one moment, and time stops
    assert story.guide.card.status == reader.app.words("story.your_turn")
    reader.touch()
    assert story.guide.card.status == reader.app.words("story.watch")


@pytest.mark.parametrize("way", ["show", "teach"])
def test_what_is_done_while_time_is_stopped_lets_it_go_on(way: str) -> None:
    reader = Reader(way)
    story = reader.story
    story.go([step.name for step in story.steps].index("corset"))
    reader.frames(2)
    corset = story.shown
    assert isinstance(corset, Experiment)
    corset.tap()
    corset.skip(round(4.6 / STEP))
    corset.look_back(0.1)
    reader.frames(2)
    if way == "show":
        reader.touch()
    else:
        reader.key(pygame.K_PAGEDOWN)
    assert reader.until(lambda: "corset" in story.done, 3)
