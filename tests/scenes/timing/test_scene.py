"""Two backs raise the same arm: played, measured, shared and looked back on."""

import pygame
import pytest

from scenes.shell.images.clip import clip_frames
from scenes.timing.later_means_more import EARLIEST, LATEST
from sim.mechanics.world import STEP
from sim.share import encode
from sim.timing.model import WATCHED
from sim.timing.pair import DURATION, settings_of
from tests.scenes.shell.links.read import read
from tests.scenes.timing.player import rotation, TimingPlayer

# -- the teaching path --------------------------------------------------------------


def test_the_teaching_path_with_the_mouse() -> None:
    player = TimingPlayer()
    scene, words = player.timing, player.app.words
    assert scene.view.headline.text == words("timing_say.ready")
    player.click(scene.view.button.rect.center)
    assert scene.model.moving
    assert scene.view.headline.text == words("timing_say.before")
    assert player.until(player.over)
    assert scene.view.headline.text == words("timing_say.right_beyond")
    assert words("timing_say.came_later_right") in scene.view.reason.text
    late = player.shown.right.turned
    x, y = scene.view.marks[1].rect.center
    player.drag([(x, y), (x - 40, y), player.trace(-0.03, 2)])
    assert scene.model.settings["onset"] == pytest.approx(-0.03, abs=0.006)
    assert scene.playback.moment.since_push is None  # both are at rest again
    player.click(scene.view.touch.cards[1].center)
    assert player.until(player.over)
    assert player.shown.right.turned < 0.7 * late
    assert scene.view.headline.text == words("timing_say.both_within")


def test_the_teaching_path_with_the_keyboard() -> None:
    player = TimingPlayer(onset=0.02)
    player.app.prefer(auto_slow=False)
    scene = player.timing
    player.key(pygame.K_TAB)
    assert scene.view.touch.focused
    player.key(pygame.K_SPACE)
    assert player.until(player.over)
    first = player.shown.right.turned
    for wanted in (scene.view.button, scene.view.marks[0], scene.view.marks[1]):
        player.key(pygame.K_TAB)
        assert player.app.group.focus is wanted
    for key in (pygame.K_PAGEUP, pygame.K_PAGEUP, pygame.K_UP, pygame.K_LEFT):
        player.key(key)
    assert scene.model.settings["onset"] == pytest.approx(0.12)
    player.key(pygame.K_p)
    assert player.until(player.over)
    assert player.shown.right.turned > first + 1
    player.key(pygame.K_END)
    assert scene.model.settings["onset"] == LATEST
    player.key(pygame.K_HOME)
    assert scene.model.settings["onset"] == EARLIEST


def test_the_movement_is_shown_slowly_unless_that_is_not_wanted() -> None:
    frames = []
    for slowly in (True, False):
        player = TimingPlayer()
        player.app.prefer(auto_slow=slowly)
        player.key(pygame.K_p)
        count = 0
        while not player.over():
            player.app.go_on(1 / 60)
            count += 1
        frames.append(count)
    assert frames[0] == pytest.approx(10 * 60 * DURATION, abs=3)
    assert frames[1] == pytest.approx(60 * DURATION, abs=3)


# -- what is measured ----------------------------------------------------------------


def test_the_numbers_are_those_of_headless_runs() -> None:
    player = TimingPlayer(onset=0.15, onset_beside=0.05)
    player.app.prefer(auto_slow=False)
    for _ in range(2):  # a second movement is the same as the first, to the last bit
        player.key(pygame.K_p)
        assert player.until(player.over)
        shown = player.shown
        assert (shown.left.turned, shown.right.turned) == (rotation(0.05), rotation(0.15))
    words = player.app.words
    assert words("timing.degrees", number=words.number(rotation(0.15), 1)) in (
        player.timing.view.reason.text
    )


def test_the_movement_ends_and_nothing_more_is_recorded() -> None:
    player = TimingPlayer()
    player.app.prefer(auto_slow=False)
    player.key(pygame.K_p)
    assert player.until(player.over)
    moment, count = player.shown, len(player.timing.playback.recording)
    assert moment.since_push == pytest.approx(WATCHED)
    assert count == round(DURATION / STEP) // 4 + 1
    player.frames(30)
    assert player.shown is moment
    assert len(player.timing.playback.recording) == count


def test_both_onsets_can_be_shared() -> None:
    wanted = settings_of({"onset": 0.12, "onset_beside": 0.005, "lag": 0.04})
    assert read(encode("timing", wanted)) == ("timing", wanted)
    player = TimingPlayer()
    player.app.exchange.load(encode("timing", wanted))
    assert player.timing.model.settings == wanted
    assert [mark.value for mark in player.timing.view.marks] == [0.005, 0.12]


# -- looking back ----------------------------------------------------------------------


def test_the_slider_for_looking_back_spans_the_movement() -> None:
    player = TimingPlayer()
    player.key(pygame.K_p)
    assert player.until(player.over)
    box = player.timing.bar.back.rect
    player.drag([(box.right - 13, box.bottom - 14), (box.centerx, box.bottom - 14)])
    assert player.shown.now == pytest.approx(WATCHED - DURATION / 2, abs=0.02)
    player.app.language()
    assert player.timing.bar.back.low == -DURATION


def test_a_clip_shows_the_movement() -> None:
    player = TimingPlayer()
    player.key(pygame.K_p)
    assert player.until(player.over)
    frames = [pygame.image.tobytes(frame, "RGB") for frame in clip_frames(player.timing)]
    assert len(set(frames)) > 20
