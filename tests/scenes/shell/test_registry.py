"""Any scene gets a tab of its own, is made when first shown, and stays as it was left."""

import random
from collections.abc import Mapping

import pygame
import pytest

from scenes.shell.app import App
from scenes.shell.machine.display import Options
from scenes.shell.start_screen import StartScreen
from sim.parameter import ParameterError, Value
from tests.scenes.experiment.pole import Pole, PolePlayer, PoleScene, settings_of
from tests.scenes.player import Player
from tests.scenes.restless import restless, start_over
from tests.terminal import call

pytestmark = pytest.mark.usefixtures("second_scene")


def test_a_scene_is_made_when_it_is_first_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Pole] = []

    def make(self: PoleScene, settings: Mapping[str, Value]) -> Pole:
        made.append(Pole(settings))
        return made[-1]

    monkeypatch.setattr(PoleScene, "make_model", make)
    player = Player()
    player.frames(5)
    player.key(pygame.K_l)
    player.app.prefer(auto_slow=False)
    assert made == []
    player.key(pygame.K_TAB, pygame.KMOD_CTRL)
    assert made == [player.app.experiment.model]
    assert player.app.experiment.words is player.app.words
    assert player.app.experiment.preferences is player.app.preferences
    assert player.app.experiment.model.settings == settings_of({})
    app = App({}, Options("nl", start=True))
    app.frame(0.0)
    assert len(made) == 1


def test_tabs_show_scenes_and_each_stays_as_it_was_left() -> None:
    player = Player(press=150)
    blocks = player.scene
    blocks.unfold()
    tabs = player.app.header.tabs
    assert tabs.names == ["Blokjes", "Stok"]
    player.frames(1)
    player.click((tabs.rect.left + 130, tabs.rect.centery))
    assert isinstance(player.app.scene, PoleScene)
    assert tabs.chosen == 1
    steps = blocks.stack.world.steps
    player.frames(30)
    assert blocks.stack.world.steps == steps
    player.key(pygame.K_TAB, pygame.KMOD_CTRL)
    assert player.scene is blocks
    assert tabs.chosen == 0
    assert blocks.unfolded
    assert blocks.stack.settings["press"] == 150


def test_tabs_from_the_keyboard_keep_the_focus() -> None:
    player = Player()
    tabs = player.app.header.tabs
    player.app.group.focus_on(tabs, keyboard=True)
    player.key(pygame.K_RIGHT)
    assert isinstance(player.app.scene, PoleScene)
    player.key(pygame.K_LEFT)
    assert player.scene.name == "blocks"
    assert player.app.group.focus is tabs


def test_leaving_a_scene_lets_go_of_what_is_held() -> None:
    player = Player(tape="all", press=100)
    blocks = player.scene
    x, y = player.block(2)
    for kind, across in ((pygame.MOUSEBUTTONDOWN, 0), (pygame.MOUSEMOTION, 60)):
        place = (round(x) + across, round(y))
        event = pygame.event.Event(kind, pos=place, button=1, rel=(0, 0), buttons=(1, 0, 0))
        pygame.event.post(event)
        player.frames(1)
    assert blocks.stack.holding
    player.key(pygame.K_TAB, pygame.KMOD_CTRL)
    assert not blocks.stack.holding


def test_home_leads_back_to_the_scene_that_was_left() -> None:
    player = PolePlayer()
    player.key(pygame.K_h)
    start = player.app.scene
    assert isinstance(start, StartScreen)
    start.choices[1].activate()
    assert isinstance(player.app.scene, PoleScene)


def test_language_profile_and_text_change_all_scenes() -> None:
    player = PolePlayer()
    pole = player.pole
    player.key(pygame.K_TAB, pygame.KMOD_CTRL)
    for key, modifier in ((pygame.K_l, 0), (pygame.K_F9, 0), (pygame.K_EQUALS, pygame.KMOD_CTRL)):
        player.key(key, modifier)
    assert player.app.header.tabs.names == ["Blocks", "Pole"]
    player.key(pygame.K_TAB, pygame.KMOD_CTRL)
    assert player.pole is pole
    assert pole.view.headline.text == "The pole stands."
    assert pole.preferences.profile == "projector"
    assert player.app.look.zoom == 1.1


def test_a_shared_line_opens_its_own_scene() -> None:
    player = PolePlayer(hold=3)
    shared = player.app.exchange.shared()
    assert shared.startswith("pole?hold=3&")
    player.key(pygame.K_TAB, pygame.KMOD_CTRL)
    assert player.app.exchange.shared().startswith("blocks?")
    player.app.exchange.load("pole?hold=7")
    assert player.pole.model.settings["hold"] == 7
    assert player.app.header.tabs.chosen == 1
    player.app.exchange.load("blocks?press=120")
    assert player.scene.stack.settings["press"] == 120
    player.app.exchange.load("poole?hold=7")
    assert player.app.group.modal is not None
    assert player.scene.name == "blocks"
    player.app.exchange.load("pole?hold=11")
    assert player.app.group.modal is not None


def test_the_command_line_chooses_the_scene(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[tuple[dict[str, object], Options]] = []
    monkeypatch.setattr("scenes.shell.window.open_window", lambda *given: opened.append(given))
    assert call("--scene", "pole", "--set", "hold=3").code == 0
    assert call("--load", "pole?hold=4").code == 0
    assert call("--preset", "taped").code == 0
    assert call("--scene", "pole").code == 0
    assert [(values.get("hold"), options.scene) for values, options in opened] == [
        ("3", "pole"),
        (4.0, "pole"),
        (None, "blocks"),
        (None, "pole"),
    ]
    assert not any(options.start for _, options in opened)
    for asked in (
        ("--scene", "pole", "--preset", "taped"),
        ("--scene", "blocks", "--load", "pole?hold=4"),
        ("--preset", "taped", "--load", "pole?hold=4"),
    ):
        outcome = call(*asked)
        assert outcome.code == 2
        assert outcome.err.count("\n") == 1
        assert ", but " in outcome.err
        assert "blocks" in outcome.err
        assert "pole" in outcome.err
    assert len(opened) == 4


def test_a_scene_without_a_window_is_refused() -> None:
    with pytest.raises(ParameterError, match="did you mean"):
        App({}, Options("nl", scene="poles"))


@pytest.mark.usefixtures("unsaved")
def test_anything_in_two_scenes_and_then_a_fresh_start() -> None:
    player = PolePlayer(hold=1)
    source = random.Random(4)
    seen = set()
    for _ in restless(player, source, 1800):
        seen.add(player.app.scene.name)
    assert seen == {"start", "blocks", "pole"}
    start_over(player, "pole")
    assert player.pole.model.settings == settings_of({"hold": 1})
    assert player.pole.model.lean == 0
