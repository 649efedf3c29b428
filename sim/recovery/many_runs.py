"""The tests of the back in many weeks, side by side: each a run of `sim.recovery.model`."""

from collections.abc import Generator, Sequence

from sim.recovery.model import Recovery, timing_in
from sim.recovery.pain_and_recurrence import WEEKS
from sim.spine.many_runs import Settings
from sim.timing.many_runs import ArmRuns

Week = tuple[int, bool]
"""Weeks since the pain began, and whether the deep muscles are trained."""


class WeekRuns(ArmRuns):
    """As many tests as there are complete sets of parameters."""

    def __init__(self, settings: Sequence[Settings], *, longest_step: float | None = None) -> None:
        weeks = [timing_in(int(one["week"]), bool(one["trained"])) for one in settings]
        super().__init__(weeks, longest_step=longest_step)


_found: dict[Week, float] = {}  # largest rotations [degrees]; nothing can be set that changes them


def year_tests() -> Generator[dict[Week, float] | None]:
    """The largest rotation [degrees] in the test of every week, with and without training.

    All at once, in steps: None while they run, at last all. They are made once.
    """
    if not _found:
        weeks = [(week, trained) for trained in (False, True) for week in range(WEEKS + 1)]
        runs = WeekRuns([{"week": week, "trained": int(trained)} for week, trained in weeks])
        yield from runs.steps(Recovery.duration)
        _found.update(zip(weeks, runs.rotations.tolist(), strict=True))
    yield _found


def week_test(week: int, trained: bool) -> float:
    """The largest joint rotation [degrees] when the back is tested in this week: a run."""
    *_, found = year_tests()
    return (found or {})[week, trained]
