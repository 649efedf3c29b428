"""The tests of the back of all weeks, worked out side by side between pictures.

They are runs of `sim.recovery.many_runs`, all at once, in steps so that no picture comes late.
"""

from collections.abc import Iterator, Mapping

from sim.recovery.many_runs import Week, year_tests


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
