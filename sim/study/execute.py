"""Carries a sweep out, shows how far it is, and lets it be stopped and taken up again.

Ctrl+C and SIGTERM end it after the run that is being kept; any other end, a crash
of the machine aside, costs no finished run either (`sim.study.journal`).
"""

import signal
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn, TextIO

from sim.files import can_not_write, target_of, write_all
from sim.parameter import UserError
from sim.study.cluster import on_cluster
from sim.study.figures import figures, sweep_figure
from sim.study.journal import Journal
from sim.study.plan import Outcome, Plan, run_one, Sweep
from sim.study.program import program
from sim.study.workers import on_cores


def sweep(
    plan: Plan, *, jobs: int = -1, dask: str | None = None, journal: Journal | None = None
) -> Sweep:
    """All runs of a plan that the journal does not have yet; on so many cores, -1 for all.

    With `dask`, the address of a scheduler, on its cluster. Raises UserError.
    """
    done: dict[int, Outcome] = dict(journal.rows) if journal else {}
    tasks = [
        (index, plan.scene, settings, plan.duration, program())
        for index, settings in enumerate(plan.settings)
        if index not in done
    ]
    with _progress(len(plan.values), len(done)) as bar:
        if dask is None:
            results = on_cores(run_one, tasks, jobs)
        else:
            results = on_cluster(run_one, tasks, dask, partial(bar.write, file=sys.stderr))
        with closing(results):
            for index, outcome in results:
                if journal:
                    journal.add(index, outcome)
                done[index] = outcome
                bar.update()
    return Sweep(plan, tuple(done[index] for index in range(len(plan.values))))


def write_sweep(
    plan: Plan,
    *,
    jobs: int = -1,
    dask: str | None = None,
    csv: Path | None = None,
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
                outputs[csv] = found.csv().encode()
            write_all(outputs)
            if journal:
                journal.remove()
    except KeyboardInterrupt:
        kept = "without --csv no run is kept"
        if journal:
            kept = f"{len(journal.rows)} of {len(plan.values)} runs are kept for the same command"
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


def _progress(total: int, done: int) -> Any:  # noqa: ANN401 - tqdm says no types
    """A bar on a terminal; elsewhere nothing is shown."""
    if not sys.stderr.isatty():
        return nullcontext(_Silent())
    try:
        from tqdm import tqdm  # noqa: PLC0415 - an extra
    except ImportError:
        raise UserError("sweeps need tqdm: install spinestack[sweep]") from None

    return tqdm(total=total, initial=done, unit=" runs", file=sys.stderr)


class _Silent:
    def update(self) -> None:
        """One more is done."""

    def write(self, text: str, file: TextIO) -> None:
        """Say one thing meanwhile."""
        print(text, file=file)
