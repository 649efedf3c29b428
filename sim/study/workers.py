"""Many runs at once: on all cores of this machine, or on a Dask cluster.

Both give the results as they come, in any order. The libraries are extras, loaded
when they are needed.
"""

import logging
import re
from collections.abc import Callable, Generator, Sequence
from typing import Any

from sim.parameter import UserError

PATIENCE = 10  # s for a cluster to answer
IDLE = 5  # s after which workers leave whose sweep was killed

ADDRESS = re.compile(r"(tcp://|tls://)?[^/\s]+:\d{1,5}")
Task = tuple[Any, ...]


def on_cores(
    work: Callable[..., Any], tasks: Sequence[Task], jobs: int
) -> Generator[Any, None, None]:
    """`work(*task)` for every task, on so many cores; all of them for -1. Raises UserError."""
    try:
        from joblib import delayed, Parallel, parallel_config  # noqa: PLC0415 - an extra
    except ImportError:
        raise UserError("sweeps need joblib: install spinestack[sweep]") from None
    # Run by run, so that what is finished is known at once.
    with parallel_config("loky", n_jobs=jobs, idle_worker_timeout=IDLE):
        runner = Parallel(batch_size=1, return_as="generator_unordered")
        yield from runner(delayed(work)(*task) for task in tasks)


def on_cluster(
    work: Callable[..., Any], tasks: Sequence[Task], address: str
) -> Generator[Any, None, None]:
    """The same on the Dask cluster whose scheduler is at the address. Raises UserError.

    Its workers have to have Spinestack installed, the same as here.
    """
    try:
        from distributed import as_completed, Client  # noqa: PLC0415 - an extra
    except ImportError:
        raise UserError("a cluster needs distributed: install spinestack[cluster]") from None
    if not ADDRESS.fullmatch(address):
        raise UserError(f"{address[:60]!r} is not of the form tcp://HOST:PORT")
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what matters is raised
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)
    except OSError:
        raise UserError(f"no Dask scheduler answers at {address[:60]!r}") from None
    with client:
        futures = [client.submit(work, *task, pure=False) for task in tasks]
        try:
            for future in as_completed(futures, loop=client.loop):
                yield future.result()
        except UserError:
            raise
        except Exception as error:  # whatever goes wrong on other machines
            what = " ".join(f"{type(error).__name__}: {error}".split())
            raise UserError(f"the cluster failed: {what[:200]}") from None
