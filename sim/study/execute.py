"""Carries a sweep out, shows how far it is, and lets it be stopped and taken up again.

Ctrl+C and SIGTERM end it after the run that is being kept; any other end, a crash
of the machine aside, costs no finished run either (`sim.study.journal`).
"""

import signal
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

from sim.csv_form import encoded, INTERNATIONAL
from sim.files import can_not_write, target_of, write_all
from sim.study.cluster import on_cluster
from sim.study.figures import figures, sweep_figure
from sim.study.journal import Journal
from sim.study.plan import JOINTS, Outcome, Plan, run_block, run_for, Sweep
from sim.study.program import program
from sim.study.progress import progress
from sim.study.workers import on_cores, WORTH


def sweep(
    plan: Plan, *, jobs: int = -1, dask: str | None = None, journal: Journal | None = None
) -> Sweep:
    """All runs of a plan that the journal does not have yet; on so many cores, -1 for all.

    With `dask`, the address of a scheduler, on its cluster. Raises UserError.
    """
    done: dict[int, list[Outcome]] = dict(journal.rows) if journal else {}
    blocks = plan.blocks()
    tasks = [(at, block) for at, block in enumerate(blocks) if at not in done]
    if jobs < 0 and plan.engine == JOINTS and len(tasks) < WORTH:
        jobs = 1
    with progress(len(plan.values), runs_of(done)) as bar:
        if dask is None:
            results = on_cores(run_block, tasks, jobs)
        else:
            sent = [(program(), *task) for task in tasks]
            say = partial(bar.write, file=sys.stderr)
            results = on_cluster(run_for, sent, dask, say)
        with closing(results):
            for at, outcomes in results:
                if journal:
                    journal.add(at, outcomes)
                done[at] = outcomes
                bar.update(len(outcomes))
    return Sweep(plan, tuple(one for at in range(len(blocks)) for one in done[at]))


def runs_of(blocks: Mapping[int, Sequence[Outcome]]) -> int:
    """How many runs there are in some blocks."""
    return sum(map(len, blocks.values()))


def write_sweep(
    plan: Plan,
    *,
    jobs: int = -1,
    dask: str | None = None,
    csv: Path | None = None,
    csv_format: str = INTERNATIONAL,
    png: Path | None = None,
) -> dict[str, Any]:
    """Carry out a plan and write its files whole; what it says, for strict JSON.

    Raises UserError, and KeyboardInterrupt with what is kept where it was stopped.
    """
    if png:
        figures()
    journal = _journal(csv, plan) if csv else None
    try:
        with _stoppable():
            found = sweep(plan, jobs=jobs, dask=dask, journal=journal)
            outputs: dict[Path, bytes] = {}
            if png:
                outputs[png] = sweep_figure(found)
            if csv:
                outputs[csv] = encoded(found.csv(), csv_format)
            write_all(outputs)
            if journal:
                journal.remove()
    except KeyboardInterrupt:
        kept = "without --csv no run is kept"
        if journal:
            done = runs_of(journal.rows)
            kept = f"{done} of {len(plan.values)} runs are kept for the same command"
        raise KeyboardInterrupt(f"the sweep was stopped: {kept}") from None
    finally:
        if journal:
            journal.close()
    return found.report()


def _journal(csv: Path, plan: Plan) -> Journal | None:
    """Beside a table that will be a file; what is written into something is not kept."""
    try:
        target = target_of(csv)
    except OSError as error:
        raise can_not_write(csv, error) from None
    if target is None:
        return None
    journal = Journal(target.with_name(f".{target.name}.sweep"), plan.name())
    for count, what in (
        (journal.damaged, "not whole: what they kept is done again"),
        (journal.others, "of another sweep: they are dropped"),
    ):
        if count:
            lines = f"{count} {'line is' if count == 1 else 'lines are'}"
            said = f"spinestack: in {str(journal.path)!r} {lines} {what}"
            print(said, file=sys.stderr)
    return journal


@contextmanager
def _stoppable() -> Iterator[None]:
    """SIGTERM does what Ctrl+C does."""

    def stop(number: int, frame: FrameType | None) -> NoReturn:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
