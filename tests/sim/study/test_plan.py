"""Which sweeps can be made, and what makes one another sweep."""

from pathlib import Path

import pytest

from sim.study.plan import plan
from tests.sim.study.sweeps import alone, names, QUICK
from tests.terminal import complaint


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--vary", "onst"), "unknown number to vary 'onst': did you mean onset"),
        (("--from", "0.1", "--to", "0.1"), "can not go from 0.1 to 0.1: it must rise"),
        (("--from", "0.2", "--to", "0"), "it must rise"),
        (("--to", "0.3"), "onset can not be '0.3': it must be a number from -0.1 to 0.2 s"),
        (("--from", "nan"), "is not a number from"),
        (("--steps", "1"), "a whole number from 2 to 1000000"),
        (("--steps", "2.5"), "a whole number from 2 to 1000000"),
        (("--engine", "contract"), "unknown engine 'contract': did you mean contacts"),
        (("--jobs", "0"), "a whole number from 1 to 1000"),
        (("--set", "lag=1"), "a number from 0.01 to 0.1 s"),
        (("--duration", "0"), "a number from 0.01 to 600 s"),
        (("--csv", "."), "does not name a file"),
        (("--csv", "missing/sweep.csv"), "No such file or directory"),
        (("--csv", "folder"), "it is a folder"),
    ],
)
def test_a_sweep_that_can_not_be_made_is_refused(
    arguments: tuple[str, ...], says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    assert says in complaint(*alone(*QUICK), "--csv", "never.csv", *arguments)
    assert names(Path()) == ["folder"]


def test_a_number_that_is_not_whole_can_not_be_a_number_of_blocks() -> None:
    blocks = ("blocks", "--vary", "blocks", "--from", "4", "--to", "9", "--steps", "4")
    assert "blocks can not be '5.66" in complaint(*alone(*blocks))


def test_what_is_not_a_number_can_not_be_varied() -> None:
    tape = ("blocks", "--vary", "tape", "--from", "0", "--to", "1", "--steps", "2")
    assert "unknown number to vary 'tape'" in complaint(*alone(*tape))


def test_a_sweep_is_called_after_all_that_matters() -> None:
    plans = [
        plan("timing", "onset", (0, 0.2), 5, {}),
        plan("timing", "onset", (0, 0.2), 6, {}),
        plan("timing", "onset", (0, 0.1), 5, {}),
        plan("timing", "lag", (0.01, 0.1), 5, {}),
        plan("timing", "onset", (0, 0.2), 5, {"lag": 0.05}),
        plan("timing", "onset", (0, 0.2), 5, {}, duration=0.5),
        plan("timing", "onset", (0, 0.2), 5, {}, engine="contacts"),
    ]
    assert len({planned.name() for planned in plans}) == len(plans)
    assert plans[0].name() == plan("timing", "onset", (0, 0.2), 5, {"lag": 0.03}).name()


def test_another_version_of_the_program_is_another_sweep(monkeypatch: pytest.MonkeyPatch) -> None:
    planned = plan("timing", "onset", (0, 0.2), 5, {})
    name = planned.name()
    monkeypatch.setattr("sim.study.plan.program", lambda: "another")
    assert planned.name() != name
