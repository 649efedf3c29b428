"""Any scene gets time, looking back, words, chart, undo, help, clips and examples for free."""

from pathlib import Path

import pygame
import pytest
from PIL import Image

from scenes import saving
from scenes.experiment import preset
from scenes.experiment.preset import preset_names
from scenes.shell import dialogs, hotkeys
from scenes.shell.images.screenshot import screenshot
from scenes.widgets.dialog import Dialog
from tests.scenes.experiment.pole import PolePlayer, PoleView, settings_of

pytestmark = pytest.mark.usefixtures("second_scene")


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


def test_a_scene_that_is_cleared_has_its_settings_and_nothing_to_take_back() -> None:
    scene = PolePlayer(push=5).pole
    scene.change("push", 4)
    scene.clear({"push": 3})
    assert scene.model.settings["push"] == 3
    assert len(scene.undo_list) == 0
    scene.reset()
    assert scene.model.settings["push"] == 5


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
    monkeypatch.setenv(saving.FOLDER, str(tmp_path))
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
    player.key(pygame.K_x)
    assert player.app.dialog is not None
    said = [one.describe() for one in player.app.dialog.body.children]
    assert said == ["Rechtop: Hij blijft staan.", "Hij blijft staan."]
    player.key(pygame.K_ESCAPE)
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
