"""The tests of the back of all weeks, worked out between pictures.

Each is a run of its own (`sim.recovery.model.testing`), made in slices so that no picture
comes late: first that of the week that is shown, then those of the weeks around it,
so that a dragged year finds them ready.
"""

from collections.abc import Iterator

from sim.recovery.evidence import WEEKS
from sim.recovery.model import testing


class WeekTests:
    """Largest rotations [degrees] of the weeks' tests, as far as they are known."""

    def __init__(self) -> None:
        self._found: dict[tuple[int, bool], float] = {}

    def rotation(self, week: int, trained: bool) -> float | None:
        """What the test of a week found, None while that is not known."""
        return self._found.get((week, trained))

    def around(self, middle: int, trained: bool) -> Iterator[None]:
        """Test the weeks from the middle outwards, of two equally near ones the later first."""
        for week in sorted(range(WEEKS + 1), key=lambda week: (abs(week - middle), -week)):
            if (week, trained) not in self._found:
                for rotation in testing(week, trained):
                    if rotation is None:
                        yield
                    else:
                        self._found[week, trained] = rotation
