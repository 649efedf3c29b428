"""The marks of the onsets, their sliders and the model say the same."""

import pygame
import pytest

from sim.timing.pair import ONSETS
from tests.scenes.timing.player import TimingPlayer


def test_a_mark_its_slider_and_the_model_say_the_same() -> None:
    player = TimingPlayer()
    scene = player.timing
    for row, onset in enumerate(ONSETS, start=1):
        mark = scene.view.marks[row - 1]
        assert min(mark.rect.size) >= 44
        for time in (-0.1, 0.013, 0.2, 0.6):
            player.drag([mark.rect.center, player.trace(time, row)])
            value = float(scene.model.settings[onset])
            assert value == mark.value == scene.panel.sliders[onset].value
            assert value == pytest.approx(min(time, 0.2), abs=0.005)
            assert (value / 0.005) == pytest.approx(round(value / 0.005))
        player.slide(onset, 0.5)
        assert mark.value == scene.model.settings[onset]
        assert mark.rect.centerx == pytest.approx(player.trace(mark.value)[0], abs=1)
        assert mark.describe().startswith(scene.words(f"timing.{onset}"))


def test_one_undo_takes_back_a_whole_drag() -> None:
    player = TimingPlayer()
    scene = player.timing
    before = dict(scene.model.settings)
    x, y = scene.view.marks[0].rect.center
    player.drag([(x, y), (x + 30, y), (x + 60, y), (x + 90, y)])
    assert scene.model.settings["onset_beside"] != before["onset_beside"]
    player.key(pygame.K_z, pygame.KMOD_CTRL)
    assert scene.model.settings == before
    assert scene.view.marks[0].value == before["onset_beside"]
    assert len(scene.undo_list) == 0
