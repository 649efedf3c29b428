"""Examples: two taps from any scene, in every form, and with keys alone."""

import itertools

import pygame
import pytest

from scenes.draw.palette import PROFILES
from scenes.experiment.preset import find_preset, load_preset, preset_names
from scenes.shell.app import App
from scenes.widgets.button import Button
from sim.catalogue import with_model
from tests.scenes.player import Player
from tests.scenes.story.player import Reader
from tests.scenes.test_layout import faults, shown, tap

DESKS = [(1280, 720), (800, 480), (1024, 600), (768, 1024)]
HANDS = [(390, 844), (320, 520), (844, 390)]


def offered(app: App) -> list[Button]:
    """The examples in the dialog that is open."""
    assert app.dialog is not None
    return [one for one in app.dialog.body.children if isinstance(one, Button)]


@pytest.mark.parametrize("name", preset_names())
def test_every_example_can_be_chosen_with_keys(name: str) -> None:
    player = Player(scene=find_preset(name).scene)
    words, scene = player.app.words, player.app.experiment
    before = dict(scene.model.settings)
    player.key(pygame.K_x)
    said = f"{words(f'presets.{name}')}: {words(f'presets.{name}_note')}"
    (button,) = (one for one in offered(player.app) if one.describe() == said)
    player.app.group.modal.group.focus_on(button, keyboard=True)  # type: ignore[union-attr]
    player.key(pygame.K_RETURN)
    assert player.app.dialog is None
    assert scene.model.settings == load_preset(name)
    player.key(pygame.K_z, pygame.KMOD_CTRL)
    assert scene.model.settings == before
    player.key(pygame.K_z, pygame.KMOD_CTRL)


@pytest.mark.parametrize("scene", with_model())
@pytest.mark.parametrize("size", DESKS, ids=str)
def test_one_tap_leads_to_them_on_a_desk(size: tuple[int, int], scene: str) -> None:
    player = Player(size, "nl", scene)
    for profile, zoom in itertools.product(PROFILES, (1.0, 1.5, 2.0)):
        player.app.prefer(profile=profile, zoom=zoom)
        player.app.go_on(0.0)
        header = player.app.header
        assert header.examples in player.app.group.widgets
        assert header.tabs.rect.right <= header.examples.rect.left or header.tabs.rect.top > 60
        tap(player.app, header.examples.rect.center)
        assert len(offered(player.app)) == len(preset_names(scene))
        assert not [*faults(player.app, shown(player.app))], (profile, zoom)
        assert player.app.dialog is not None
        player.app.dialog.close()


@pytest.mark.parametrize("size", HANDS, ids=str)
def test_in_the_hand_they_are_with_the_scenes(size: tuple[int, int]) -> None:
    player = Player(size, "nl", "timing")
    for profile, zoom in itertools.product(PROFILES, (1.0, 1.5, 2.0)):
        player.app.prefer(profile=profile, zoom=zoom)
        player.frames(1)
        player.click(player.app.header.scene.rect.center)
        row = next(b for b in offered(player.app) if b.text == player.app.words("app.examples"))
        assert player.app.dialog.body.rect.contains(row.rect)  # type: ignore[union-attr]
        player.click(row.rect.center)
        button = offered(player.app)[2]
        assert not [*faults(player.app, shown(player.app))], (profile, zoom)
        button.parent.reveal(button)  # type: ignore[union-attr]
        player.click(button.rect.center)
        assert player.app.experiment.model.settings == load_preset(preset_names("timing")[2])
        player.app.experiment.reset()


def test_upright_one_button_leads_to_them() -> None:
    player = Player((390, 844), "nl", "spine")
    player.click(player.app.header.examples.rect.center)
    assert len(offered(player.app)) == len(preset_names("spine"))


def test_what_is_set_up_has_a_mark() -> None:
    player = Player(scene="spine")
    player.app.experiment.load(load_preset("both"))
    player.key(pygame.K_x)
    marked = [one.text for one in offered(player.app) if one.icon == "check"]
    assert marked == [player.app.words("presets.both")]


def test_a_lesson_has_those_of_the_scene_in_it_and_a_story_none() -> None:
    reader = Reader("teach")
    reader.story.go(8)
    reader.frames(2)
    reader.click(reader.app.header.examples.rect.center)
    assert len(offered(reader.app)) == len(preset_names("timing"))
    reader.click(offered(reader.app)[1].rect.center)
    assert reader.app.experiment.model.settings == load_preset(preset_names("timing")[1])
    assert reader.story.index == 8
    reader.story.go(0)
    reader.frames(1)
    assert reader.app.header.examples not in reader.app.group.widgets
    story = Reader()
    story.story.go(3)
    story.frames(1)
    assert story.app.header.examples not in story.app.group.widgets
    story.key(pygame.K_x)
    assert story.app.dialog is None


def test_a_scene_with_a_model_has_examples() -> None:
    assert all(preset_names(scene) for scene in with_model())


def test_in_both_languages_each_says_in_a_line_what_it_shows() -> None:
    player = Player(scene="spine", language="en")
    player.key(pygame.K_x)
    assert all(": " in one.describe() for one in offered(player.app))
