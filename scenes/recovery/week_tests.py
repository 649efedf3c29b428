"""The tests of the back of all weeks, worked out side by side between pictures.

They are runs of `sim.recovery.many_runs`, all at once, in steps so that no picture comes late.
"""

from collections.abc import Iterator, Mapping

from sim.recovery.many_runs import Week, year_tests
from sim.recovery.model import onset, Recovery
from sim.recovery.pain_and_recurrence import pain


class WeekTests:
    """Largest rotations [degrees] of the weeks' tests, once they are known."""

    def __init__(self) -> None:
        self._found: Mapping[Week, float] = {}

    def rotation(self, week: int, trained: bool) -> float | None:
        """What the test of a week found, None while that is not known."""
        return self._found.get((week, trained))

    def slices(self) -> Iterator[bool]:
        """Test all weeks; they are known in the end."""
        for found in year_tests():
            if found:
                self._found = found
            yield bool(found)


def year_table() -> str:
    """What is shown of every week, headed as the command line heads its sweeps."""
    *_, tests = year_tests()
    rows = [
        f"{week},{int(trained)},{pain(week):.9g},{onset(week, trained):.9g},{turned:.9g}"
        for (week, trained), turned in sorted((tests or {}).items())
    ]
    week, trained = (parameter.title for parameter in Recovery.parameters)
    turned = Recovery.tabled()["max_rotation_deg"]
    return "\n".join([f"{week},{trained},pain [0 to 100],onset [s],{turned}", *rows, ""])
