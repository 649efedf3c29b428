"""What lies around the experiment: looking back, undo, examples, sharing, display, pictures."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pygame
import pytest
from PIL import Image

from scenes import preferences
from scenes.experiment.preset import find_preset, load_preset, preset_names
from scenes.shell import capture
from scenes.shell.app import App
from scenes.shell.display import Options
from scenes.shell.platform import Platform
from scenes.shell.start_screen import StartScreen
from scenes.widgets.dialog import Dialog
from scenes.widgets.switch import Switch
from sim.blocks.parameters import settings_of
from sim.mechanics.world import X
from sim.parameter import UserError
from tests.scenes.player import Player


def fall(player: Player) -> None:
    """Tap, and wait until the blocks lie."""
    player.key(pygame.K_p)
    assert player.until(lambda: player.scene.stack.fallen)
    player.frames(200)


def test_looking_back_shows_what_was_recorded() -> None:
    player = Player(push=0.3)
    player.frames(30)
    fall(player)
    scene = player.scene
    now = scene.playback.moment
    box = scene.bar.back.rect
    player.drag([(box.right - 13, box.bottom - 14), (box.centerx, box.bottom - 14)])
    assert scene.clock.paused
    shown = scene.playback.shown
    assert shown.time < now.time
    assert shown is scene.view.touch.moment
    assert any(shown is moment for moment in scene.playback.recording.last(20))
    player.frames(10)
    assert scene.playback.shown is shown
    player.key(pygame.K_k, pygame.KMOD_ALT)
    player.frames(1)
    assert scene.playback.before_now == 0
    assert scene.playback.shown.time >= now.time


def test_arrow_keys_look_back_and_forth() -> None:
    player = Player()
    player.frames(60)
    player.key(pygame.K_TAB)
    for _ in range(5):
        player.key(pygame.K_LEFT)
    assert player.scene.playback.before_now == pytest.approx(0.1)
    player.key(pygame.K_RIGHT)
    assert player.scene.playback.before_now == pytest.approx(0.08)


def test_the_recording_goes_back_twenty_seconds_and_no_further() -> None:
    player = Player(tape="all")
    player.scene.skip(25 * 1200)
    recording = player.scene.playback.recording
    assert recording.seconds == pytest.approx(20, abs=0.01)
    newest = recording.before(0).time
    assert newest - recording.before(20).time == pytest.approx(20, abs=0.01)
    assert newest - recording.before(1.0).time == pytest.approx(1, abs=0.01)


def test_undo_takes_back_slider_and_tape_one_drag_at_a_time() -> None:
    player = Player()
    scene = player.scene
    start = dict(scene.stack.settings)
    slider = scene.panel.sliders["press"].rect
    y = slider.bottom - 14
    player.drag([(slider.left + 60, y), (slider.left + 120, y), (slider.left + 200, y)])
    dragged = dict(scene.stack.settings)
    assert dragged["press"] != start["press"]
    player.key(pygame.K_t)
    assert scene.stack.settings["tape"] == "all"
    player.key(pygame.K_z, pygame.KMOD_CTRL)
    assert scene.stack.settings == dragged
    player.key(pygame.K_z, pygame.KMOD_CTRL)
    assert scene.stack.settings == start
    player.key(pygame.K_z, pygame.KMOD_CTRL)
    assert scene.stack.settings == start


def test_undo_of_another_number_of_blocks_stacks_them_again() -> None:
    player = Player(tape="1,6")
    player.scene.change("blocks", 4)
    assert player.scene.stack.settings["tape"] == "1"
    player.key(pygame.K_z, pygame.KMOD_CTRL)
    assert player.scene.stack.settings["tape"] == "1,6"
    assert len(player.scene.playback.moment.state) == 7


def test_blocks_come_back_moving_or_at_once() -> None:
    for calm in (False, True):
        player = Player(push=0.3, press=100)
        player.app.prefer(reduced_motion=calm)
        fall(player)
        player.key(pygame.K_s)
        assert not player.scene.stack.fallen
        shown = np.abs(player.scene.playback.shown.state[:-2, X]).max()
        assert (shown < 1e-6) == calm
        player.frames(60)
        assert np.abs(player.scene.playback.shown.state[:-2, X]).max() < 1e-3


def test_slow_motion_at_the_fall_can_be_turned_off() -> None:
    pictures = []
    for slow in (True, False):
        player = Player(push=0.3, press=100)
        player.app.prefer(auto_slow=slow)
        player.key(pygame.K_p)
        count = 0
        while player.scene.playback.moment.furthest < 0.06:
            player.frames(1)
            count += 1
        pictures.append(count)
    assert pictures[0] > pictures[1] + 5


@pytest.mark.parametrize("name", preset_names())
def test_every_example_can_be_chosen(name: str) -> None:
    player = Player(scene=find_preset(name).scene)
    scene = player.app.experiment
    player.click(player.middle_of(scene.panel.more))
    title = player.app.words(f"presets.{name}")
    button = next(child for child in scene.panel.area.children if child.describe() == title)
    player.app.group.focus_on(button, keyboard=True)
    player.key(pygame.K_RETURN)
    assert scene.model.settings == load_preset(name)


def test_what_is_shared_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    clipboard: list[str] = []

    def put(platform: Platform, text: str, done: Callable[[bool], None]) -> None:
        clipboard.append(text)
        done(True)

    monkeypatch.setattr(Platform, "copy", put)
    monkeypatch.setattr(Platform, "paste", lambda self, use: use(clipboard[-1]))
    player = Player(tape="1,2,3l", press=120, blocks=7)
    wanted = dict(player.scene.stack.settings)
    player.key(pygame.K_c)
    dialog = player.app.group.modal
    assert isinstance(dialog, Dialog)
    paste, copy = dialog.actions
    player.click(copy.rect.center)
    player.key(pygame.K_ESCAPE)
    player.scene.load({})
    player.key(pygame.K_c)
    dialog = player.app.group.modal
    assert isinstance(dialog, Dialog)
    player.click(dialog.actions[0].rect.center)
    assert player.scene.stack.settings == wanted
    assert player.app.group.modal is None
    clipboard.append("blocks?press=1000")
    player.app.exchange.load(clipboard[-1])
    assert player.app.group.modal is not None
    assert player.scene.stack.settings == wanted
    assert paste.text


def test_display_is_kept_for_the_next_start() -> None:
    player = Player()
    try:
        player.key(pygame.K_F9)
        player.key(pygame.K_EQUALS, pygame.KMOD_CTRL)
        player.key(pygame.K_l)
        again = App({}, Options())
        assert again.preferences.profile == "projector"
        assert again.preferences.zoom == 1.1
        assert again.words.language == "en"
        assert again.look.palette.name == "projector"
    finally:
        (preferences.preferences_folder() / preferences.FILE).unlink()


def test_damaged_preferences_are_told_and_replaced() -> None:
    path = preferences.preferences_folder() / preferences.FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("profile = 7 [", encoding="utf-8")
    app = App({}, Options("en"))
    app.frame(0.0)
    assert app.group.modal is not None
    app = App({}, Options("en"))
    app.frame(0.0)
    assert app.group.modal is None


def test_a_picture_and_a_clip_are_saved(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(capture, "pictures_folder", lambda: tmp_path)
    player = Player(push=0.3)
    fall(player)
    player.key(pygame.K_F12)
    player.key(pygame.K_ESCAPE)
    player.key(pygame.K_g)
    player.key(pygame.K_ESCAPE)
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".gif", ".png"]
    for path in tmp_path.iterdir():
        with Image.open(path) as image:
            if path.suffix == ".png":
                assert image.size == (1280, 720)
            else:
                assert getattr(image, "n_frames", 1) > 20


def test_what_can_not_be_saved_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise UserError("no space left on device")

    monkeypatch.setattr(capture, "save_picture", refuse)
    player = Player()
    player.click(player.middle_of(player.scene.bar.camera))
    assert player.app.group.modal is not None


def test_the_start_screen_has_three_ways_in() -> None:
    for index in range(3):
        app = App({}, Options("nl", start=True))
        app.frame(0.0)
        assert isinstance(app.scene, StartScreen)
        for _ in range(index + 1):
            app.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=0, unicode=""))
        enter = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode="")
        app.handle(enter)
        app.frame(0.0)
        assert app.scene.name == ("story", "blocks", "story")[index]
        app.home()
        app.frame(0.0)
        assert isinstance(app.scene, StartScreen)


def test_sources_and_counter_evidence_are_one_press_away() -> None:
    player = Player(language="en")
    player.click(player.middle_of(player.app.header.info))
    dialog = player.app.group.modal
    assert isinstance(dialog, Dialog)
    first = " ".join(widget.describe() for widget in dialog.chapters[0].widgets())
    assert "Cholewicki" in first
    assert "Smith, Littlewood" in first
    rest = " ".join(w.describe() for chapter in dialog.chapters[1:] for w in chapter.widgets())
    assert "Crisco" in rest
    assert "Reflexes" in rest


def test_forces_and_the_shape_of_falling_change_the_picture() -> None:
    player = Player(tape="1,2,3,5,6", press=100)
    stage = player.scene.view.touch.rect
    player.scene.clock.paused = True
    pictures = []
    for extra in ("", "forces", "mode"):
        player.scene.show_extra("forces", extra == "forces")
        player.scene.show_extra("mode", extra == "mode")
        player.frames(1)
        pictures.append(player.app.surface.subsurface(stage).copy().get_buffer().raw)
    assert len(set(pictures)) == 3


def test_the_switches_keep_showing_what_is_shown() -> None:
    player = Player()
    player.scene.show_extra("mode", True)
    player.scene.unfold()
    player.key(pygame.K_l)
    switches = [child for child in player.scene.panel.area.children if isinstance(child, Switch)]
    assert [switch.on for switch in switches] == [False, True]


def test_time_stands_still_under_a_dialog() -> None:
    player = Player()
    player.key(pygame.K_F1)
    before = player.scene.stack.world.steps
    player.frames(30)
    assert player.scene.stack.world.steps == before


def test_a_slider_shows_in_the_very_next_picture() -> None:
    player = Player()
    slider = player.scene.panel.sliders["press"].rect
    place = (slider.left + 250, slider.bottom - 14)
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pygame.event.post(pygame.event.Event(kind, pos=place, button=1, touch=False))
    before = player.app.surface.copy()
    player.app.frame(0.0)
    assert player.scene.stack.settings != settings_of({})
    assert before.get_buffer().raw != player.app.surface.get_buffer().raw
    assert player.scene.view.touch.moment is not None
    assert player.scene.view.touch.moment.press == player.scene.stack.settings["press"]


def test_taping_fallen_blocks_stacks_them_first() -> None:
    player = Player(press=100)
    fall(player)
    player.key(pygame.K_t)
    assert not player.scene.stack.fallen
    lengths = player.scene.stack.world.strands.lengths(player.scene.stack.world.state)
    assert lengths == pytest.approx(0.0185, rel=0.01)
    player.frames(60)
    assert player.scene.view.headline.text == player.app.words("blocks_say.stands")


def test_the_reason_stays_when_the_blocks_lie() -> None:
    player = Player(press=100)
    fall(player)
    assert player.app.words("blocks_say.harder_sooner") in player.scene.view.reason.text
    assert player.app.words("blocks_say.stack_again") in player.scene.view.reason.text


def test_slow_motion_and_the_slow_fall_do_not_multiply() -> None:
    player = Player(press=100)
    player.key(pygame.K_z)
    player.key(pygame.K_z)
    player.key(pygame.K_p)
    player.until(lambda: player.scene.slowing < 1)
    before = player.scene.stack.world.steps
    player.frames(60)
    assert player.scene.stack.world.steps - before == pytest.approx(60, abs=5)


def test_fallen_blocks_stay_in_view() -> None:
    player = Player(press=300, push=50)
    fall(player)
    player.scene.skip(2400)
    assert np.abs(player.scene.playback.moment.state[:-2, X]).max() < 0.29


def test_words_about_the_past_are_about_the_stack_of_then() -> None:
    player = Player(press=100)
    player.frames(60)
    player.key(pygame.K_t)
    player.frames(60)
    scene, words = player.scene, player.app.words
    assert scene.view.headline.text == words("blocks_say.stands")
    scene.look_back(1.5)
    player.frames(1)
    assert np.isnan(scene.playback.shown.tensions).all()
    assert scene.view.headline.text == words("blocks_say.wobbly")
    scene.look_back(0.5)
    player.frames(1)
    assert scene.view.headline.text == words("blocks_say.stands")
