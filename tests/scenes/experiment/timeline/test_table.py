"""What was recorded, as a table."""

from types import SimpleNamespace
from typing import cast

from scenes.experiment.protocols import Moment
from scenes.experiment.timeline.table import recorded
from sim.parameter import Parameter

PARAMETERS = {
    "press": Parameter("press", "N", 0.0, "illustrative", 0, 10, 1),
    "length": Parameter("length", "m", 1.0, "illustrative", 0, 10, 1),
    "tape": Parameter("tape", "", "none", "illustrative", canonical=str, form="any"),
    "both": Parameter("both", "", 0.0, "illustrative", 0, 1, 1, sets=("press",)),
}


def moment(time: float, since: float | None, press: float = 5.0, tape: str = "none") -> Moment:
    """A moment that was measured twice its time away."""
    found = SimpleNamespace(
        time=time,
        since_push=since,
        settings={"press": press, "length": 1.0, "tape": tape},
        readings=lambda: {("away", "m"): 2 * time, ("turned", "rad"): 0.0},
    )
    return cast("Moment", found)


def test_a_moment_is_a_line_under_quantities_and_units() -> None:
    table = recorded([moment(0.0, None), moment(0.5, 0.25)], PARAMETERS)
    assert table.splitlines() == [
        "time [s],time_since_push [s],away [mm],turned [deg]",
        "0,,0,0",
        "0.5,0.25,1000,0",
    ]


def test_it_begins_where_time_last_fell_back() -> None:
    moments = [moment(time, None) for time in (0.0, 0.5, 1.0, 0.0, 0.5)]
    assert len(recorded(moments, PARAMETERS).splitlines()) == 1 + 2


def test_of_two_moments_at_one_time_the_later_counts() -> None:
    tapped = [moment(0.5, None), moment(0.5, 0.0), moment(1.0, 0.5)]
    assert [line.split(",")[1] for line in recorded(tapped, PARAMETERS).splitlines()[1:]] == [
        "0",
        "0.5",
    ]


def test_a_number_that_was_changed_meanwhile_has_a_column() -> None:
    changed = [moment(0.0, None), moment(0.5, None, press=8.0, tape="all")]
    header, *lines = recorded(changed, PARAMETERS).splitlines()
    assert header.split(",")[2] == "press [N]"
    assert [line.split(",")[2] for line in lines] == ["5", "8"]
    assert "length" not in header
    assert "tape" not in header
