"""The window played: tap and it falls, press and it falls sooner, tape and it stands."""

import pygame
import pytest

from scenes.blocks.scene import BlocksScene
from scenes.shell.hotkeys import HOTKEYS
from sim.blocks.model import BlockStack
from sim.catalogue import LANGUAGES
from tests.scenes.player import Player


def fall(player: Player) -> float:
    """Tap the middle block and wait until it has fallen; after how long [s]."""
    player.click(player.block(3))
    assert player.until(lambda: player.scene.stack.fallen)
    found = player.scene.stack.fell_at
    assert found is not None
    return found


def stack_again(player: Player) -> None:
    """One tap on the play area after a fall."""
    player.click(player.middle_of(player.scene.view.touch))
    assert not player.scene.stack.fallen
    player.frames(45)  # the blocks are on their way back up


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_teaching_path_with_the_mouse(language: str) -> None:
    player = Player(language=language, push=0.3)
    scene = player.scene
    words = player.app.words
    player.frames(60)
    assert scene.view.headline.text == words("blocks_say.wobbly")
    assert not scene.stack.fallen
    first = fall(player)
    assert scene.view.headline.text == words("blocks_say.falls")
    assert scene.view.reason.text == words("blocks_say.harder_sooner")
    stack_again(player)
    player.slide("press", 0.95)
    assert float(scene.stack.settings["press"]) > 200
    second = fall(player)
    assert second < first
    stack_again(player)
    player.click(player.middle_of(scene.panel.tape))
    assert scene.stack.settings["tape"] == "all"
    assert scene.view.headline.text == words("blocks_say.stands")
    player.click(player.block(3))
    player.frames(180)
    assert not scene.stack.fallen
    assert scene.view.headline.text == words("blocks_say.stands")


def test_the_teaching_path_with_the_keyboard() -> None:
    player = Player()
    scene = player.scene
    player.key(pygame.K_TAB)
    assert scene.view.touch.focused
    player.key(pygame.K_SPACE)
    assert player.until(lambda: scene.stack.fallen)
    first = scene.stack.fell_at
    player.key(pygame.K_SPACE)
    assert not scene.stack.fallen
    for _ in range(10):
        player.key(pygame.K_DOWN)
    assert scene.stack.settings["press"] == 160
    player.key(pygame.K_SPACE)
    assert player.until(lambda: scene.stack.fallen)
    second = scene.stack.fell_at
    assert first is not None
    assert second is not None
    assert second < first
    player.key(pygame.K_SPACE)
    player.key(pygame.K_t)
    player.key(pygame.K_SPACE)
    player.frames(180)
    assert not scene.stack.fallen


def test_dragging_a_block_pushes_it_as_hard_as_it_is_dragged() -> None:
    player = Player(tape="all", press=100)
    x, y = player.block(2)
    places = [(x + dx, y) for dx in (0, 20, 60, 100)]
    player.drag(places[:1])  # a tap, to be sure that only the drag counts below
    player.frames(60)
    before = player.scene.stack.world.push_work
    for kind, at in zip((pygame.MOUSEBUTTONDOWN, *[pygame.MOUSEMOTION] * 3), places, strict=True):
        place = (round(at[0]), round(at[1]))
        pygame.event.post(
            pygame.event.Event(kind, pos=place, button=1, rel=(0, 0), buttons=(1, 0, 0))
        )
        player.frames(1)
    stage = player.scene.view.touch.stage
    assert stage is not None
    block, force = player.scene.stack.finger
    assert block == 2
    assert force == pytest.approx(0.1 * 100 / stage.camera.pixels_per_mm, rel=0.02)
    pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=(round(x), round(y)), button=1))
    player.frames(1)
    assert player.scene.stack.finger == (0, 0.0)
    assert player.scene.stack.world.push_work > before


def test_dragging_the_hand_presses() -> None:
    player = Player()
    x, y = player.block(5)
    top = (x, y - 80)
    player.drag([top, (x, y - 60), (x, y - 20)])
    assert player.scene.stack.settings["press"] == pytest.approx(120, abs=2)


def test_tape_goes_on_joint_by_joint_and_strip_by_strip() -> None:
    player = Player()
    settings = player.scene.stack
    player.click(player.joint(4, 1))
    assert settings.settings["tape"] == "4"
    player.click(player.joint(4, -1), button=3)
    assert settings.settings["tape"] == "4r"
    player.click(player.joint(2, 1), button=3)
    assert settings.settings["tape"] == "2r,4r"
    player.click(player.joint(4, 1))
    assert settings.settings["tape"] == "2r,4"
    assert player.scene.panel.tape.on


def test_a_long_press_takes_one_strip() -> None:
    player = Player()
    x, y = player.joint(3, -1)
    place = (round(x), round(y))
    pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=place, button=1))
    player.frames(40)
    pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=place, button=1))
    player.frames(1)
    assert player.scene.stack.settings["tape"] == "3l"


def test_pause_stops_time_and_a_step_lets_a_little_pass() -> None:
    player = Player()
    scene = player.scene
    player.click(player.middle_of(scene.bar.pause))
    before = scene.stack.world.steps
    player.frames(30)
    assert scene.stack.world.steps == before
    player.click(player.middle_of(scene.bar.step))
    assert 0 < scene.stack.world.steps - before <= 10
    player.click(player.middle_of(scene.bar.pause))
    player.frames(30)
    assert scene.stack.world.steps > before + 300


def test_slow_motion_takes_fewer_of_the_same_steps() -> None:
    player = Player()
    scene = player.scene
    counts = []
    for _ in range(3):
        before = scene.stack.world.steps
        player.frames(60)
        counts.append(scene.stack.world.steps - before)
        player.key(pygame.K_z)
    assert counts[0] == pytest.approx(1200, abs=25)
    assert counts[1] == pytest.approx(300, abs=10)
    assert counts[2] == pytest.approx(60, abs=5)
    assert scene.stack.world.dt == 1 / 1200


def test_language_changes_while_running_and_keeps_the_stack() -> None:
    player = Player()
    player.key(pygame.K_t)
    before = player.scene.stack.snapshot()
    player.scene.clock.paused = True
    player.click(player.middle_of(player.app.header.language))
    assert player.app.words.language == "en"
    assert player.scene.view.headline.text == "The stack stays up."
    assert player.scene.stack.settings == dict(before.settings)


def test_resizing_keeps_everything_inside() -> None:
    player = Player(size=(1600, 900))
    window = player.app.surface.get_rect()
    for widget in player.app.group.stops():
        assert window.contains(widget.rect)


def test_numbers_are_written_in_the_language() -> None:
    player = Player(push=0.3)
    assert player.scene.panel.sliders["push"].text(0.3) == "0,3\N{NO-BREAK SPACE}N"
    player.key(pygame.K_l)
    assert player.scene.panel.sliders["push"].text(0.3) == "0.3\N{NO-BREAK SPACE}N"


def test_every_hotkey_does_something_and_help_names_it() -> None:
    player = Player()
    for hotkey in HOTKEYS:
        if hotkey.action in ("fullscreen", "quit"):
            continue
        player.key(hotkey.key, hotkey.modifier)
        player.frames(1)
        if hotkey.action == "help":
            assert player.app.group.modal is not None
            player.key(pygame.K_ESCAPE)
            assert player.app.group.modal is None


def test_reset_brings_everything_back() -> None:
    player = Player(press=80)
    player.slide("press", 0.9)
    player.slide("push", 0.9)
    player.click(player.joint(2, 1))
    player.key(pygame.K_z)
    player.key(pygame.K_k, pygame.KMOD_ALT)
    player.key(pygame.K_r, pygame.KMOD_ALT)
    scene = player.scene
    start = {**BlocksScene.start, "press": 80}
    assert scene.stack.settings == BlockStack(start).settings
    assert not scene.clock.paused
    assert scene.clock.speed == 1
    assert scene.playback.tries == []
    fresh = BlockStack(start)
    for _ in range(scene.stack.world.steps):
        fresh.step()
    assert scene.stack.snapshot() == fresh.snapshot()
    assert scene.panel.sliders["press"].value == 80


def test_the_window_closes() -> None:
    player = Player()
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    player.frames(1)
    assert not player.app.running
