"""The panel of the corset: gauges, table and words are those of the model."""

import random

import pygame
import pytest

from scenes.experiment.preset import load_preset, preset_names
from scenes.text.words import table
from sim.catalogue import LANGUAGES
from sim.corset.lifting import disc_force, disc_pressure, lifting_table, POSTURES
from sim.corset.parameters import PARAMETERS
from sim.corset.rest import rest_pressure
from tests.scenes.corset.player import agree, CorsetPlayer, settled


def test_every_posture_is_one_press_away_and_loads_the_disc_more() -> None:
    player = CorsetPlayer()
    tabs = player.corset.panel.posture
    loads = []
    for index, name in enumerate(POSTURES):
        player.click((tabs.rect.left + (index + 0.5) * tabs.rect.width / 4, tabs.rect.centery))
        player.frames(1)
        assert player.corset.model.settings["posture"] == name
        agree(player)
        loads.append(player.corset.playback.moment.disc_force)
    assert loads == sorted(loads)
    player.app.group.focus_on(tabs, keyboard=True)
    player.key(pygame.K_LEFT)
    assert player.corset.model.settings["posture"] == "knees"


def test_the_gauges_are_the_model_whatever_is_done() -> None:
    player = CorsetPlayer()
    source = random.Random(5)
    scene = player.corset
    for _ in range(40):
        what = source.randrange(5)
        if what == 0:
            player.slide(source.choice(["draw_in", "brace"]), source.random())
        elif what == 1:
            scene.change("posture", source.choice([*POSTURES]))
        elif what == 2:
            player.click(player.breath(source.uniform(0, 2)))
        elif what == 3:
            scene.undo()
        else:
            scene.load(load_preset(source.choice(preset_names("corset"))))
        player.frames(source.randrange(1, 6))
        agree(player)


def test_the_dashed_ticks_are_rest_and_the_thin_ones_what_was_measured() -> None:
    player = CorsetPlayer(posture="knees", load=10)
    panel = player.corset.panel
    assert panel.pressure.rest == pytest.approx(settled().pressure / 1000)
    at_rest = disc_pressure(disc_force(POSTURES["knees"], 10, rest_pressure())) / 1e6
    assert panel.disc.rest == pytest.approx(at_rest)
    assert [place for place, _ in panel.disc.marks] == [0.5, 1.1, 1.7, 2.3]
    assert panel.disc.label == player.app.words("corset.disc_other")
    player.corset.change("load", 20)
    assert panel.disc.label == player.app.words("corset.disc")


def test_the_table_has_the_figures_of_the_static_balance() -> None:
    player = CorsetPlayer()
    player.frames(1)
    card = player.corset.view.touch.rect
    before = player.app.surface.subsurface(card).copy()
    player.click(player.middle_of(player.corset.panel.more))
    switch = player.switch("corset.show_table")
    player.app.group.focus_on(switch, keyboard=True)
    player.key(pygame.K_SPACE)
    player.frames(1)
    assert "table" in player.corset.extras
    assert before.get_buffer().raw != player.app.surface.subsurface(card).get_buffer().raw
    for row in lifting_table():
        assert f"corset.table_{row['posture']}" in table("nl")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_parameter_has_words(language: str) -> None:
    for parameter in PARAMETERS:
        assert table(language)[f"corset.{parameter.name}"]
