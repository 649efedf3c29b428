"""Tables are read by what the spreadsheets of both kinds of countries expect."""

import csv
from pathlib import Path

import pytest

from sim.csv_form import DECIMAL_COMMA, encoded, FORMS, INTERNATIONAL
from tests.terminal import call

TABLES = {
    "simulate": ("simulate", "blocks", "--duration", "0.1"),
    "map": ("map", "spine", "--grid", "3"),
    "sweep": ("sweep", "timing", "--vary=onset", "--from=0", "--to=0.1", "--steps=3", "--jobs=1"),
}


def cells(path: Path, form: str) -> list[list[str]]:
    """A table as a spreadsheet reads it: by separator, decimal sign and mark of its country."""
    local = form == DECIMAL_COMMA
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") == local
    lines = data.decode("utf-8-sig").splitlines()
    rows = list(csv.reader(lines, delimiter=";" if local else ","))
    assert len({len(row) for row in rows}) == 1
    foreign = "." if local else ","
    assert not any(foreign in cell for row in rows[1:] for cell in row)
    return [rows[0], *([cell.replace(",", ".") for cell in row] for row in rows[1:])]


@pytest.mark.parametrize("command", TABLES)
def test_both_forms_hold_the_same(command: str, tmp_path: Path) -> None:
    found = []
    for form in FORMS:
        path = tmp_path / f"{form}.csv"
        assert call(*TABLES[command], "--csv", str(path), "--csv-format", form).code == 0
        found.append(cells(path, form))
    assert found[0] == found[1]
    assert any(title.endswith("]") for title in found[0][0])


def test_a_table_has_the_international_form_if_none_is_named(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    assert call(*TABLES["simulate"], "--csv", str(path)).code == 0
    assert cells(path, INTERNATIONAL)[0][0] == "time [s]"


def test_only_numbers_get_a_comma() -> None:
    text = encoded('v1.2 [m],"a, b"\n1.5,-2e-05\n,see 1.2\n', DECIMAL_COMMA)
    assert text == "\ufeffv1.2 [m];a, b\r\n1,5;-2e-05\r\n;see 1.2\r\n".encode()


def test_recordings_and_sweeps_speak_in_the_same_units(tmp_path: Path) -> None:
    units = set()
    for command in ("simulate", "sweep"):
        path = tmp_path / f"{command}.csv"
        assert call(*TABLES[command], "--csv", str(path)).code == 0
        header = cells(path, INTERNATIONAL)[0]
        units |= {title.partition("[")[2].rstrip("]") for title in header}
    assert {"mm", "deg"} <= units
    assert not units & {"m", "rad"}
