"""What the guides for teachers and the table of claims say is so."""

import json
import re
from pathlib import Path

import pytest

import run
from sim.catalogue import LANGUAGES, SCENES
from tests.terminal import call

ROOT = Path(run.__file__).parent
DOCS = ROOT / "docs"
GUIDES = {
    language: (DOCS / f"teacher-guide.{language}.md").read_text(encoding="utf-8")
    for language in LANGUAGES
}
BLOCK = re.compile(r"```console\n\$ python run\.py (.+)\n((?:.+\n)+?)```")
COMMANDS = BLOCK.findall(GUIDES["nl"])
BOLD = re.compile(r"\*\*(-?\d+(?:[.,]\d+)?)\*\*")
NUMBER = re.compile(r"-?\d+(\.\d+)?")
CLAIMS = (DOCS / "claims.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split(" | ")]
    for line in CLAIMS.splitlines()
    if re.match(r"\| C\d+ ", line)
]


def as_shown(value: object, shown: str) -> object:
    """A computed value to as many digits as are shown."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return json.dumps(value) if not isinstance(value, str) else value
    digits = len(shown.replace("-", "").replace(".", "").lstrip("0"))
    return f"{value:.{max(1, digits)}g}"


@pytest.mark.parametrize(("line", "shown"), COMMANDS, ids=[line for line, _ in COMMANDS])
def test_the_guide_shows_what_the_command_prints(
    line: str, shown: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = call(*line.split(), "--json")
    assert outcome.code == 0
    report = json.loads(outcome.out)
    for pair in shown.splitlines():
        key, text = pair.split(": ")
        if NUMBER.fullmatch(text):
            # Another system may differ in the last digit that is shown.
            assert float(text) == pytest.approx(report[key], rel=0.02), pair
        else:
            assert as_shown(report[key], text) == text, pair
    for name in re.findall(r"--csv (\S+)", line):
        header = (tmp_path / name).read_text(encoding="utf-8").splitlines()[0]
        for column in re.findall(r"`(\w+ \[\w+\])`", GUIDES["nl"]):
            assert name != "fall.csv" or column in header


@pytest.mark.parametrize("language", GUIDES)
def test_every_figure_of_a_guide_stands_beside_its_command(language: str) -> None:
    text = GUIDES[language]
    shown = {
        value
        for _, lines in BLOCK.findall(text)
        for value in re.findall(r": (-?[\d.]+)$", lines, re.M)
    }
    figures = [number.replace(",", ".") for number in BOLD.findall(text)]
    assert len(figures) >= 15
    assert set(figures) <= shown


def test_both_guides_have_the_same_commands_and_figures() -> None:
    assert BLOCK.findall(GUIDES["en"]) == COMMANDS
    dutch, english = (
        [number.replace(",", ".") for number in BOLD.findall(GUIDES[language])]
        for language in LANGUAGES
    )
    assert dutch == english
    assert GUIDES["nl"].count("\n## ") == GUIDES["en"].count("\n## ")
    assert GUIDES["nl"].count("\n### ") == GUIDES["en"].count("\n### ")


def test_every_claim_is_in_the_table_once() -> None:
    assert [row[0].removeprefix("| ") for row in ROWS] == [f"C{n}" for n in range(1, 15)]
    for row in ROWS:
        assert len(row) >= 5, row[0]


@pytest.mark.parametrize("row", ROWS, ids=[row[0].removeprefix("| ") for row in ROWS])
def test_the_scenes_and_tests_of_a_claim_exist(row: list[str]) -> None:
    scenes = re.findall(r"`(\w+)`", row[2])
    assert scenes
    assert set(scenes) <= set(SCENES)
    tests = re.findall(r"`(tests/\S+\.py)::(\w+)`", " ".join(row))
    assert tests
    for path, name in tests:
        source = (ROOT / path).read_text(encoding="utf-8")
        assert re.search(rf"^def {name}\(", source, re.MULTILINE), f"{path}::{name}"
