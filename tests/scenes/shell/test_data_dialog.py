"""Tables out of the window, opened as spreadsheets of both countries open them."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pygame
import pytest

from scenes import saving
from scenes.widgets.button import Button
from scenes.widgets.tabs import TabBar
from sim.catalogue import SCENES, with_model
from sim.mechanics.world import STEP
from sim.study.simulate import simulate
from tests.scenes.player import Player

CONVENTIONS = {"nl": (";", ","), "en": (",", ".")}  # what spreadsheets take for cells and decimals
NAMES = {
    "blocks": ["recording"],
    "spine": ["recording", "map"],
    "timing": ["recording", "sweep"],
    "recovery": ["recording", "year"],
    "corset": ["recording"],
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where files go."""
    monkeypatch.setenv(saving.FOLDER, str(tmp_path))
    return tmp_path


def opened(file: Path, language: str) -> tuple[list[str], list[list[float]]]:
    """Header and numbers of a table, nothing where a cell is empty."""
    cells, decimals = CONVENTIONS[language]
    data = file.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") == (language == "nl")
    header, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=cells)
    assert not any("." in cell for row in rows for cell in row) or decimals == "."
    return header, [[float(c.replace(decimals, ".") or "nan") for c in row] for row in rows]


def body(player: Player, kind: type) -> Iterator[Any]:
    """Widgets of a kind in the dialog."""
    dialog = player.app.dialog
    assert dialog is not None
    return (one for one in dialog.body.children if isinstance(one, kind))


def saved(player: Player, folder: Path, name: str) -> Path:
    """The file that the button of a table makes."""
    before = {*folder.iterdir()}
    player.key(pygame.K_d)
    wanted = player.app.words(f"data.{name}")
    (button,) = (one for one in body(player, Button) if one.text == wanted)
    player.click(button.rect.center)
    player.key(pygame.K_ESCAPE)
    (file,) = {*folder.iterdir()} - before
    assert file.suffix == ".csv"
    return file


@pytest.mark.parametrize("language", CONVENTIONS)
@pytest.mark.parametrize("scene", with_model())
def test_every_table_opens_as_its_country_writes_numbers(
    scene: str, language: str, folder: Path
) -> None:
    player = Player(language=language, scene=scene)
    player.key(pygame.K_p)
    player.frames(40)
    player.key(pygame.K_d)
    tables = [player.app.words(f"data.{name}") for name in NAMES[scene]]
    assert [one.text for one in body(player, Button)] == tables
    player.key(pygame.K_ESCAPE)
    for name in NAMES[scene]:
        header, rows = opened(saved(player, folder, name), language)
        assert len(rows) > 2
        assert {len(row) for row in rows} == {len(header)}
        assert all(column.isascii() and "None" not in column for column in header)


def test_the_other_form_is_one_choice_away(folder: Path) -> None:
    player = Player(language="nl")
    player.frames(10)
    player.key(pygame.K_d)
    (forms,) = body(player, TabBar)
    assert forms.chosen == 1
    forms.choose(0)
    (button,) = body(player, Button)
    player.click(button.rect.center)
    (file,) = folder.iterdir()
    assert opened(file, "en")[0][0] == "time [s]"


@pytest.mark.parametrize("scene", ["blocks", "spine", "corset"])
def test_what_is_recorded_is_what_the_command_line_records(scene: str, folder: Path) -> None:
    player = Player(language="en", scene=scene)
    player.app.prefer(auto_slow=False)
    experiment = player.app.experiment
    experiment.load({})
    experiment.tap()
    player.frames(20)
    header, rows = opened(saved(player, folder, "recording"), "en")
    _, trace = simulate(scene, experiment.model.settings, 1.0)
    columns, *lines = csv.reader(trace.csv().splitlines())
    assert set(header) - {"time_since_push [s]"} <= {*columns}
    expected = {round(float(line[0]) / STEP): line for line in lines}
    compared = [row for row in rows if round(row[0] / STEP) in expected and row[1] >= 0]
    assert len(compared) > 20
    for row in compared:
        line = expected[round(row[0] / STEP)]
        for name in set(header) & {*columns}:
            value, wanted = row[header.index(name)], float(line[columns.index(name)])
            assert value == pytest.approx(wanted, rel=1e-6, abs=1e-9), name


def test_the_map_and_the_sweep_hold_what_is_shown(folder: Path) -> None:
    player = Player(language="en", scene="spine")
    header, rows = opened(saved(player, folder, "map"), "en")
    assert header == ["long_muscles", "deep_muscles", "smallest_eigenvalue [N m/rad]"]
    scene: Any = player.app.tab
    assert player.until(lambda: scene.view.map.plane.region.fine)
    shown = scene.view.map.plane.region.smallest
    assert [row[2] for row in rows] == pytest.approx(shown.ravel().tolist())
    player.app.choose("timing")
    header, rows = opened(saved(player, folder, "sweep"), "en")
    assert header == ["onset [s]", "max_rotation [deg]"]
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)
    late = SCENES["timing"].model({"onset": rows[-1][0]})
    report, _ = simulate("timing", late.settings)
    assert rows[-1][1] == pytest.approx(report["max_rotation_deg"], rel=0.01)


def test_sharing_leads_to_the_tables() -> None:
    player = Player(language="en")
    player.key(pygame.K_c)
    (button,) = (one for one in body(player, Button) if one.text == player.app.words("share.data"))
    player.click(button.rect.center)
    assert player.app.dialog is not None
    assert player.app.dialog.title == player.app.words("data.title")
