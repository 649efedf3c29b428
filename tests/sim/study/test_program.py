"""What makes another program of it, so that its finished runs do not count, and what does not."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sim.study.program import digest, SIM

SAME = {
    "a docstring": ("mechanics/world.py", r'\A"""', '"""Now: '),
    "a method's docstring": ("model/column_model.py", r'"""Put everything', '"""Everything'),
    "what stands below a constant": (
        "recovery/pain_and_recurrence.py",
        r'"""Of a hundred',
        '"""Of 100',
    ),
    "a comment": ("mechanics/world.py", r"\A", "# A comment.\n"),
    "white space": ("spine/parameters.py", r"\nPARAMETERS", "\n\n\nPARAMETERS"),
    "where a default comes from": ("blocks/parameters.py", "wood on wood", "wood against wood"),
    "help through a function": ("spine/parameters.py", "deep belly muscle", "muscle of the belly"),
    "valid forms": ("blocks/parameters.py", "which joints are taped", "what is taped"),
    "help of the command line": ("cli/parser.py", "strict JSON", "JSON"),
    "a figure": ("study/figures.py", r"DOTS = \(6.4, 5.2\), 150", "DOTS = (6.4, 5.2), 200"),
}
OTHER = {
    "a constant": ("spine/anatomy.py", r"SLICE_MASS = 2.0", "SLICE_MASS = 2.1"),
    "a default": ("blocks/parameters.py", r'"press", "N", 60.0', '"press", "N", 61.0'),
    "the end of a range": ("blocks/parameters.py", r", 0, 300, 5\)", ", 0, 310, 5)"),
    "a default that is a name": ("spine/parameters.py", r'"L3",\n', '"L4",\n'),
    "a sign": ("mechanics/energy.py", r"lengths - self", "lengths + self"),
    "data": ("spine/strands.csv", r"(\d)\n\Z", "\\g<1>1\n"),
}


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[str, str, str], str]:
    """The digest of a copy in which something in a file is replaced by something else."""
    folder = tmp_path / "sim"
    shutil.copytree(SIM, folder)

    def change(name: str, what: str, into: str) -> str:
        text = (folder / name).read_text(encoding="utf-8")
        new = re.sub(what, into, text, flags=re.MULTILINE)
        assert new != text
        (folder / name).write_text(new, encoding="utf-8")
        return digest(folder)

    return change


@pytest.mark.parametrize("change", SAME.values(), ids=SAME)
def test_what_people_read_makes_no_difference(
    change: tuple[str, str, str], changed: Callable[..., str]
) -> None:
    assert changed(*change) == digest(SIM)


@pytest.mark.parametrize("change", OTHER.values(), ids=OTHER)
def test_what_runs_depend_on_makes_another_program(
    change: tuple[str, str, str], changed: Callable[..., str]
) -> None:
    assert changed(*change) != digest(SIM)


def test_another_module_is_another_program(tmp_path: Path) -> None:
    folder = tmp_path / "sim"
    shutil.copytree(SIM, folder)
    (folder / "blocks" / "new.py").write_text("", encoding="utf-8")
    assert digest(folder) != digest(SIM)
