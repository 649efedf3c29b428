"""Any scene gets tabs, time, looking back, undo, sharing, clips and start over for free."""

import random
from collections.abc import Iterator, Mapping
from pathlib import Path

import pygame
import pytest
from PIL import Image

from scenes.experiment import preset
from scenes.experiment.preset import preset_names
from scenes.shell import capture, dialogs, hotkeys
from scenes.shell.app import App
from scenes.shell.display import Options
from scenes.shell.screenshot import screenshot
from scenes.shell.start_screen import StartScreen
from scenes.widgets.dialog import Dialog
from sim.parameter import ParameterError, Value
from tests.scenes.blocks.test_random_events import random_event
from tests.scenes.experiment.pole import Pole, PoleScene, PoleView, registered, settings_of
from tests.scenes.player import Player
from tests.sim.cli.test_run import call


@pytest.fixture(autouse=True)
def _second_scene() -> Iterator[None]:
    with registered():
        yield


class PolePlayer(Player):
    """A window that shows the pole."""

    def __init__(self, **values: float) -> None:
        super().__init__((1280, 720), "nl", "pole", **values)

    @property
    def pole(self) -> PoleScene:
        """The scene."""
        assert isinstance(self.app.experiment, PoleScene)
        return self.app.experiment

    def fall(self) -> None:
        """Tap, and wait until it lies."""
        self.key(pygame.K_p)
        assert self.until(lambda: self.pole.playback.moment.fallen)
        self.frames(60)


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


def test_looking_back_and_single_steps() -> None:
    player = PolePlayer(push=5)
    player.fall()
    scene = player.pole
    now = scene.playback.moment
    box = scene.bar.back.rect
    player.drag([(box.right - 13, box.bottom - 14), (box.centerx, box.bottom - 14)])
    assert scene.clock.paused
    assert scene.playback.shown.time < now.time
    player.key(pygame.K_PERIOD)
    assert scene.playback.shown.time > now.time
    player.key(pygame.K_k, pygame.KMOD_ALT)
    player.frames(2)
    assert not scene.clock.paused


def test_words_chart_and_slow_motion() -> None:
    player = PolePlayer(push=5)
    scene = player.pole
    assert scene.view.headline.text == "De stok staat."
    assert scene.view.reason.text == "Hij wordt vastgehouden."
    player.key(pygame.K_p)
    assert player.until(lambda: scene.slowing < 1)
    player.until(lambda: scene.playback.moment.fallen)
    player.frames(5)
    assert scene.view.headline.text.startswith("De stok ligt na ")
    assert not scene.view.reason.visible
    assert len(scene.panel.plot.series) == 1
    assert scene.panel.plot.series[0].y.max() > 0.9
    assert scene.panel.plot.x.high == 2
    player.key(pygame.K_s)
    assert not scene.playback.moment.fallen
    player.key(pygame.K_p)
    player.frames(5)
    assert [series.dashed for series in scene.panel.plot.series] == [True, False]


def test_undo_and_start_over() -> None:
    player = PolePlayer(hold=2)
    scene = player.pole
    slider = scene.panel.sliders["hold"].rect
    player.click((slider.right - 20, slider.bottom - 14))
    changed = scene.model.settings["hold"]
    assert changed != 2
    scene.change("length", 2)
    assert scene.playback.recording.seconds < 0.1
    player.key(pygame.K_z, pygame.KMOD_CTRL)
    assert scene.model.settings == settings_of({"hold": changed})
    player.key(pygame.K_z, pygame.KMOD_CTRL)
    assert scene.model.settings["hold"] == 2
    player.click((slider.right - 20, slider.bottom - 14))
    player.key(pygame.K_z)
    player.key(pygame.K_r, pygame.KMOD_ALT)
    assert scene.model.settings == settings_of({"hold": 2})
    assert scene.clock.speed == 1
    assert len(scene.undo_list) == 0
    assert scene.panel.sliders["hold"].value == 2


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
    player.app.exchange.load("pole?hold=11")
    assert player.app.group.modal is not None
    assert player.scene.name == "blocks"


def test_a_key_may_do_something_else_in_another_scene(monkeypatch: pytest.MonkeyPatch) -> None:
    table = (*hotkeys.HOTKEYS, hotkeys.Hotkey(pygame.K_t, 0, "T", "lean"))
    monkeypatch.setattr(hotkeys, "HOTKEYS", table)
    monkeypatch.setattr(dialogs, "HOTKEYS", table)
    player = PolePlayer()
    scene = player.pole
    player.key(pygame.K_t)
    assert scene.model.lean >= 0.25
    for tape in (False, True):
        player.key(pygame.K_F1)
        dialog = player.app.group.modal
        assert isinstance(dialog, Dialog)
        (keys,) = dialog.chapters[1].widgets()
        assert ("Leunen" in keys.describe()) != tape
        assert ("Tape erop of eraf" in keys.describe()) == tape
        player.key(pygame.K_ESCAPE)
        player.key(pygame.K_TAB, pygame.KMOD_CTRL)


def test_help_and_sources_are_those_of_the_scene() -> None:
    player = PolePlayer()
    for key, text in ((pygame.K_F1, "Tik."), (pygame.K_i, "Stok.")):
        player.key(key)
        dialog = player.app.group.modal
        assert isinstance(dialog, Dialog)
        said = [widget.describe() for chapter in dialog.chapters for widget in chapter.widgets()]
        assert any(text in words for words in said)
        player.key(pygame.K_ESCAPE)


def test_pictures_and_clips(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(capture, "pictures_folder", lambda: tmp_path)
    player = PolePlayer(push=5)
    player.fall()
    player.key(pygame.K_g)
    (clip,) = tmp_path.iterdir()
    with Image.open(clip) as image:
        assert getattr(image, "n_frames", 1) > 10
    options = {"size": (1024, 600), "language": "nl", "profile": "default", "text_scale": 1.0}
    still, pushed = (screenshot("pole", {}, at, **options) for at in (None, 0.5))  # type: ignore[arg-type]
    assert still != pushed


def test_examples_are_those_of_the_scene(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, scene, order in (("upright", "pole", 2), ("taped", "blocks", 1)):
        text = f'scene = "{scene}"\norder = {order}\n[parameters]\n'
        (tmp_path / f"{name}.toml").write_text(text + "hold = 9\n" * (scene == "pole"))
    (tmp_path / "damaged.toml").write_text("scene = ")
    monkeypatch.setattr(preset, "PRESETS", tmp_path)
    assert preset_names() == ("taped", "upright", "damaged")
    assert preset_names("pole") == ("upright",)
    player = PolePlayer()
    player.click(player.middle_of(player.pole.panel.more))
    titles = [child.describe() for child in player.pole.panel.area.children]
    assert "Rechtop" in titles
    assert "Met tape" not in titles
    player.pole.load({"hold": 9})
    assert player.pole.model.settings["hold"] == 9


def test_the_words_fold_in_a_small_window_with_large_letters() -> None:
    player = PolePlayer()
    player.app.prefer(zoom=2.0)
    player.frames(1)
    view = player.pole.view
    assert isinstance(view, PoleView)
    assert view.headline.text == "Staat."
    assert view.bottom < view.touch.rect.centery


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


def test_anything_in_two_scenes_and_then_a_fresh_start(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(capture, "pictures_folder", lambda: tmp_path)
    monkeypatch.setattr(capture, "save_clip", lambda frames, path, per_second: None)
    monkeypatch.setattr(capture, "save_picture", lambda surface, path: None)
    player = PolePlayer(hold=1)
    source = random.Random(4)
    seen = set()
    for _ in range(1800):
        for _ in range(5):
            pygame.event.post(random_event(source, player.app.surface.get_size()))
        player.app.frame(source.choice([0.0, 1 / 60, 1 / 10]))
        seen.add(player.app.scene.name)
    assert seen == {"start", "blocks", "pole"}
    player.app.group.cancel()
    while player.app.group.modal is not None:
        player.key(pygame.K_ESCAPE)
    player.app.choose("pole")
    player.key(pygame.K_r, pygame.KMOD_ALT)
    assert player.pole.model.settings == settings_of({"hold": 1})
    assert player.pole.model.lean == 0
    assert player.pole.playback.tries == []
