"""The muscles are the published ones, and what is wrong with their file is said with its line."""

from pathlib import Path

import pytest

from sim.parameter import UserError
from sim.spine import anatomy, muscles
from sim.spine.muscles import DEEP, level, linked, LONG, MUSCLES
from sim.spine.parameters import settings_of


def test_strands_are_the_published_ones() -> None:
    forces: dict[str, float] = {}
    for muscle in muscles.muscles():
        forces[muscle.group] = forces.get(muscle.group, 0.0) + muscle.fmax
    rounded = {group: round(force) for group, force in forces.items()}
    assert rounded == {
        "multifidus": 1044,
        "erector_spinae": 1404,
        "erector_lumbar": 1121,
        "abdominals": 1274,
    }


def test_linked_muscles_have_the_level_they_were_given() -> None:
    activations = linked(long=0.2, deep=0.7)
    assert set(activations) == set(MUSCLES)
    assert level(activations, LONG) == pytest.approx(0.2)
    assert level(activations, DEEP) == pytest.approx(0.7)


def test_the_level_of_muscles_that_differ_is_their_mean() -> None:
    settings = settings_of({"multifidus": 0.2, "transversus": 0.6})
    assert level(settings, DEEP) == pytest.approx(0.4)


GOOD = muscles.STRANDS.read_text()
THIRD = "multifidus,L4,-32,4,L1,-60,-12,42"


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("multifidus,L4,-32,4,L1,-60,-12", "it has not as many cells as titles"),
        (f"{THIRD},1", "it has not as many cells as titles"),
        ("multifidus,L4,-32,4,L1,-60,x,42", "could not convert string to float: 'x'"),
        ("multifidu,L4,-32,4,L1,-60,-12,42", "'multifidu' is not a muscle"),
        ("multifidus,L9,-32,4,L1,-60,-12,42", "its segments are not known"),
        ("multifidus,L4,-32,4,L4,-32,4,42", "it has no length"),
        ("multifidus,L4,-32,nan,L1,-60,-12,42", "a number is out of range"),
        ("multifidus,L4,-32,4,L1,-60,-12,-42", "a number is out of range"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(
    row: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "strands.csv"
    assert GOOD.splitlines()[2] == THIRD
    path.write_text(GOOD.replace(THIRD, row, 1))
    said = refusal(path, monkeypatch)
    assert said == f"'strands.csv' is damaged in line 3: {why}"


def test_a_column_that_is_not_there_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "strands.csv"
    path.write_text(GOOD.replace("fmax_N", "fmax", 1))
    assert refusal(path, monkeypatch) == "'strands.csv' is damaged: there is no column 'fmax_N'"


def refusal(path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    caches = muscles.muscles, anatomy.strand_places
    monkeypatch.setattr(muscles, "STRANDS", path)
    for cached in caches:
        cached.cache_clear()
    try:
        with pytest.raises(UserError) as error:
            anatomy.strand_places()
    finally:
        for cached in caches:
            cached.cache_clear()
    return str(error.value)
