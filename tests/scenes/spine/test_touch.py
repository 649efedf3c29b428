"""The spine under the finger: vertebrae, muscles, names."""

import pygame
import pytest

from scenes.draw.spine.pose import pose_of
from scenes.draw.spine.trunk import girdle
from sim.mechanics.world import Y
from sim.spine.muscles import MUSCLES
from sim.spine.parameters import settings_of
from tests.scenes.spine.player import SpinePlayer


def test_dragging_a_vertebra_pushes_it() -> None:
    player = SpinePlayer(long_muscles=0.3, deep_muscles=0.8)
    x, y = player.vertebra(2)
    player.mouse(pygame.MOUSEBUTTONDOWN, (x, y))
    player.mouse(pygame.MOUSEMOTION, (x + 60, y))
    player.frames(6)
    segment, force = player.spine.model.finger
    assert segment == 2
    assert 5 < force <= 50
    assert player.spine.model.displacements[1] > 0
    player.mouse(pygame.MOUSEBUTTONUP, (x + 60, y))
    player.frames(1)
    assert player.spine.model.finger == (0, 0.0)


@pytest.mark.parametrize("muscle", [*MUSCLES])
def test_a_tap_on_a_muscles_name_selects_its_slider(muscle: str) -> None:
    player = SpinePlayer()
    player.click(player.spine.view.touch.names[muscle].center)
    player.frames(1)
    slider = player.spine.panel.sliders[muscle]
    assert player.app.group.focus is slider
    assert player.app.surface.get_rect().contains(slider.rect)
    player.key(pygame.K_RIGHT)
    first = float(settings_of({})[muscle])
    assert float(player.spine.model.settings[muscle]) == pytest.approx(first + 0.01)


def test_a_tap_on_a_belly_selects_its_slider() -> None:
    player = SpinePlayer()
    stage = player.spine.view.touch.stage
    assert stage is not None
    moment = player.spine.playback.moment
    ends = moment.ends[moment.strands.groups.index("abdominals")]
    x, y = ends[0] + 0.6 * (ends[1] - ends[0])
    player.click(stage.camera.to_screen((float(x), float(y))))
    player.frames(1)
    assert player.app.group.focus is player.spine.panel.sliders["abdominals"]


def test_a_tap_on_the_girdle_selects_transversus() -> None:
    player = SpinePlayer()
    stage = player.spine.view.touch.stage
    assert stage is not None
    line = girdle(pose_of(player.spine.playback.moment.state))[2]
    player.click(stage.camera.to_screen((float(line[6, 0]), float(line[6, 1]))))
    player.frames(1)
    assert player.app.group.focus is player.spine.panel.sliders["transversus"]


def test_the_finger_waits_behind_the_pushed_level() -> None:
    heights = []
    for name in ("L5", "L1"):
        player = SpinePlayer(push_level=name)
        moment = player.spine.playback.moment
        heights.append(player.spine.view.touch.finger.centery)
        stage = player.spine.view.touch.stage
        assert stage is not None
        y = float(moment.state[moment.push_segment - 1, Y])
        assert abs(heights[-1] - stage.camera.to_screen((0.0, y))[1]) < 60
    assert heights[1] < heights[0]
