"""The curve of the breath: dragged, by keys, and drawn one breath after the other."""

import math

import numpy as np
import pygame
import pytest

from scenes.corset.breath_curve import GRAB, KNOB
from scenes.corset.says import WORKS
from scenes.shell.images.clip import last_push
from sim.mechanics.world import STEP
from tests.harness.drawn_text import written
from tests.scenes.corset.player import agree, CorsetPlayer


def test_the_knob_drags_the_breath_and_lets_it_go() -> None:
    player = CorsetPlayer()
    scene, knob = player.corset, player.corset.panel.breath
    before = dict(scene.model.settings)
    player.drag([knob.knob, player.breath(0.2), player.breath(0.5)])
    assert scene.model.phase == pytest.approx(0.5, abs=0.02)
    player.frames(60)
    assert scene.model.phase == pytest.approx(0.5, abs=0.02)  # it is held
    belly = scene.model.observe()
    assert belly["navel_in"] < -0.003  # the belly is out
    player.drag([knob.knob, player.breath(0.8), player.breath(1.02)])
    player.frames(60)
    assert scene.model.observe()["navel_in"] > belly["navel_in"] + 0.003
    player.click(knob.knob)
    assert scene.model.settings["breathing"]
    phase = scene.model.phase
    player.frames(30)
    assert scene.model.phase == pytest.approx(phase + 0.1, abs=0.01)
    for _ in range(3):
        scene.undo()
    assert scene.model.settings == before


def test_the_knob_is_large_enough_and_has_keys() -> None:
    player = CorsetPlayer()
    scene, knob = player.corset, player.corset.panel.breath
    assert 2 * GRAB >= 44
    x, y = knob.knob
    player.drag([(x + GRAB - 3, y), (x + GRAB + 60, y)])
    taken = scene.model.phase
    assert taken == pytest.approx(63 / (knob.x_of(0.5) - knob.x_of(0)) / 2, abs=0.02)
    player.app.group.focus_on(knob, keyboard=True)
    player.key(pygame.K_RIGHT)
    assert scene.model.phase == pytest.approx(taken + 0.02, abs=1e-3)
    player.key(pygame.K_END)
    assert scene.model.phase == 0.5
    player.key(pygame.K_PAGEUP)
    assert scene.model.phase == 0.75
    player.key(pygame.K_HOME)
    assert scene.model.phase == 0
    player.key(pygame.K_LEFT)
    assert scene.model.phase == pytest.approx(0.98)
    assert not scene.model.settings["breathing"]
    player.key(pygame.K_SPACE)
    assert scene.model.settings["breathing"]
    agree(player)


def test_two_breaths_are_drawn_one_after_the_other() -> None:
    player = CorsetPlayer(breath_time=2)
    knob = player.corset.panel.breath
    places = []
    for _ in range(30):
        player.frames(8)
        places.append((knob.knob[0] - knob.x_of(0)) / (knob.x_of(2) - knob.x_of(0)))
    steps = np.diff(places)
    assert (np.abs(steps - 8 / 60 / 4) < 0.01).sum() >= len(steps) - 1  # one way back
    assert min(steps) < -0.8


def test_a_deep_breath_out_brings_transversus_on_at_its_end() -> None:
    player = CorsetPlayer(breath_depth=1)
    words, said = player.app.words, set()
    for _ in range(300):
        player.app.go_on(1 / 60)
        moment = player.corset.playback.moment
        said.add(player.headline)
        if player.headline == words("corset_say.exhales"):
            assert moment.effort.transversus > WORKS
            assert moment.phase > 0.8 or moment.phase < 0.15
    assert said == {words("corset_say.exhales"), words("corset_say.quiet")}


def test_the_chart_shows_this_breath_and_the_one_before() -> None:
    player = CorsetPlayer(breath_time=2)
    scene = player.corset
    player.key(pygame.K_p)
    scene.skip(round(2 / STEP))
    scene.change("draw_in", 0.6)
    scene.skip(600)
    player.key(pygame.K_p)
    scene.skip(round(1.5 / STEP))
    before, now = scene.panel.plot.series
    assert before.dashed
    assert before.label == player.app.words("corset.chart_quiet")
    assert "60" in now.label
    assert before.x[-1] == pytest.approx(2, abs=0.01)
    assert now.x[-1] == pytest.approx(1.5, abs=0.03)
    assert scene.panel.plot.x.high == 2
    assert now.y[-1] == pytest.approx(scene.playback.moment.pressure / 1000, abs=0.01)
    moments = last_push(scene.playback.recording, scene.clip_seconds)
    assert moments[-1].time - moments[0].time == pytest.approx(1.5, abs=0.03)


@pytest.mark.parametrize("zoom", [1.0, 2.0])
@pytest.mark.parametrize("phase", [0.0, 0.999])
def test_the_knob_is_whole_at_both_ends(phase: float, *, zoom: float) -> None:
    player = CorsetPlayer()
    player.app.prefer(zoom=zoom)
    player.frames(1)
    knob, radius = player.corset.panel.breath, player.app.look.control(KNOB + 2)
    for lap in (0, 1):
        x = knob.x_of(lap + phase)
        assert knob.rect.left <= x - radius
        assert x + radius <= knob.rect.right


def test_the_knob_cuts_no_word(monkeypatch: pytest.MonkeyPatch) -> None:
    player = CorsetPlayer()
    knob, radius = player.corset.panel.breath, player.app.look.control(KNOB)
    names = {player.app.words(f"corset.{name}") for name in ("in_short", "out_short")}
    seen = []
    for hundredth in range(0, 100, 8):
        player.corset.breathe_to(hundredth / 100)
        player.frames(1)
        x, y = knob.knob
        found = [line for line in written(player.app, monkeypatch) if line.text in names]
        for line in found:
            left, right = line.box.left - x, x - line.box.right
            assert math.hypot(max(left, right, 0), max(line.box.top - y, 0)) >= radius
        assert {line.text for line in found} == names
        seen.append(len(found))
    assert max(seen) == 4  # one of them gives way in passing
    assert min(seen) == 3
