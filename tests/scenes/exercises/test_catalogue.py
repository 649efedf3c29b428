"""The file of the exercises: what is wrong with it is said with its line."""

from pathlib import Path

import pytest

from scenes.assets import EXERCISES
from scenes.exercises import catalogue
from sim.parameter import UserError

GOOD = EXERCISES.read_text()


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("[draw_in]", "other = 1\n[draw_in]", "the exercise 'other': it is not a table"),
        ("[bridge]\nstep = 2", "[bridge]\nstep = 7", "its step is not 1, 2 or 3"),
        ("[bridge]\nstep = 2", "[bridge]\nstep = true", "its step is not 1, 2 or 3"),
        ("[bridge]\nstep = 2", "[bridge]\nstep = [2]", "its step is not 1, 2 or 3"),
        ("[bridge]\nstep = 2", "[bridge]", "its step is not 1, 2 or 3"),
        ("dose = [2, 8, 6]", "dose = [2, 8]", "its dose is not three whole numbers"),
        ("dose = [2, 8, 6]", "dose = [2, 8, 6.5]", "its dose is not three whole numbers"),
        ("dose = [2, 8, 6]", "dose = 2", "its dose is not three whole numbers"),
        ("dose = [2, 8, 6]", "dose = [2, 8, 61]", "seconds must be a whole number from 1 to 60"),
        ("dose = [2, 8, 6]", "dose = [2, 8, 6]\nbreath = []", "its sides or its breath"),
        ("dose = [2, 8, 6]", "dose = [2, 8, 6]\nsided = 1", "its sides or its breath"),
        ("[bridge]", "[bridge", "Expected ']'"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(
    old: str, new: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "exercises.toml"
    assert old in GOOD
    path.write_text(GOOD.replace(old, new, 1))
    line = path.read_text().splitlines().index(new.splitlines()[0]) + 1
    monkeypatch.setattr(catalogue, "EXERCISES", path)
    catalogue.exercises.cache_clear()
    with pytest.raises(UserError) as error:
        catalogue.exercises()
    catalogue.exercises.cache_clear()
    said = str(error.value)
    assert said.startswith("'exercises.toml' is damaged")
    assert why in said
    if old.startswith("[bridge]"):
        assert f"line {line}" in said
