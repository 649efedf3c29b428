"""Many runs at once on a Dask cluster; results come in any order.

All of it takes place in an event loop of this thread, which waits for nothing longer than
it is told to, and which Ctrl+C ends. The library is an extra, loaded when it is needed.
"""

import asyncio
import logging
import re
import socket
import threading
import warnings
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from sim.parameter import UserError
from sim.study.workers import Task

PATIENCE = 4.0  # s for each step on the way to a scheduler: its name, its answer, its client
LOOK = 2.0  # s without a result after which one looks for workers
TOGETHER = 100  # runs that are handed over before anything else may happen

ADDRESS = re.compile(r"((tcp|tls)://)?(?P<host>\[[0-9A-Fa-f:.]+\]|[^/\s\[\]:]+):(?P<port>\d{1,5})")


def on_cluster(
    work: Callable[..., Any], tasks: Sequence[Task], address: str, say: Callable[[str], object]
) -> Generator[Any, None, None]:
    """`work(*task)` for every task on the cluster whose scheduler is at the address.

    `say` is told what is waited for. The workers have to have Spinestack installed, the
    same as here. Raises UserError.
    """
    try:
        import distributed  # noqa: F401, PLC0415 - an extra
    except ImportError:
        raise UserError("a cluster needs distributed: install spinestack[cluster]") from None
    _check(address)
    with _quiet(), asyncio.Runner() as runner:
        client = runner.run(_client(address))
        try:
            waiting = runner.run(_submitted(client, work, tasks))
            for _ in tasks:
                yield runner.run(_next(client, waiting, lambda: say(_without_workers(address))))
        except UserError:
            raise
        except Exception as error:  # whatever goes wrong on other machines
            if client.status != "running":
                raise UserError(f"the scheduler at {address[:60]!r} is gone") from None
            what = " ".join(f"{type(error).__name__}: {error}".split())
            raise UserError(f"the cluster failed: {what[:200]}") from None
        finally:
            runner.run(_close(client))


@contextmanager
def _quiet() -> Iterator[None]:
    """What matters is raised; the rest is of no use to who waits for a table."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        logging.disable()
        try:
            yield
        finally:
            logging.disable(logging.NOTSET)


def _without_workers(address: str) -> str:
    return f"spinestack: waiting for a worker: the scheduler at {address!r} has none"


def _check(address: str) -> None:
    """Raise UserError where the address can not be one, or nobody knows its host."""
    found = ADDRESS.fullmatch(address)
    if not found or int(found["port"]) > 65535:
        raise UserError(f"{address[:60]!r} is not of the form tcp://HOST:PORT")
    known = []

    def look_up() -> None:
        with suppress(OSError, UnicodeError):
            known.append(socket.getaddrinfo(found["host"].strip("[]"), found["port"]))

    # In a thread that may be left behind: a name server that is not there takes its time.
    looking = threading.Thread(target=look_up, daemon=True)
    looking.start()
    looking.join(PATIENCE)
    if not known:
        raise UserError(f"no Dask scheduler answers at {address[:60]!r}: its host is not known")


async def _client(address: str) -> Any:  # noqa: ANN401 - distributed says no types
    """A client of the scheduler at an address. Raises UserError where there is none."""
    from distributed import Client  # noqa: PLC0415
    from distributed.comm import connect  # noqa: PLC0415

    try:
        async with asyncio.timeout(PATIENCE):
            comm = await connect(address, timeout=PATIENCE)
            await comm.write({"op": "identity", "reply": True})
            kind = (await comm.read())["type"]
            comm.abort()
        if kind != "Scheduler":
            raise UserError(f"at {address[:60]!r} is a Dask {kind.lower()}, not a scheduler")
        async with asyncio.timeout(PATIENCE):
            return await Client(address, asynchronous=True, timeout=PATIENCE, set_as_default=False)
    except UserError:
        raise
    except (OSError, TimeoutError):
        raise UserError(f"no Dask scheduler answers at {address[:60]!r}") from None
    except TypeError:
        raise UserError(f"{address[:60]!r} needs certificates: Dask's settings name none") from None
    except Exception:  # what somebody else says can be taken for anything
        raise UserError(f"what answers at {address[:60]!r} is not a Dask scheduler") from None


async def _submitted(client: Any, work: Callable[..., Any], tasks: Sequence[Task]) -> Any:  # noqa: ANN401
    """All tasks, handed over; they come out as they are done."""
    from distributed import as_completed  # noqa: PLC0415

    futures = []
    for number, task in enumerate(tasks):
        futures.append(client.submit(work, *task, pure=False))
        if number % TOGETHER == 0:
            await asyncio.sleep(0)
    return as_completed(futures, loop=client.loop)


async def _next(client: Any, waiting: Any, alone: Callable[[], object]) -> Any:  # noqa: ANN401
    """The next result; `alone` is called where there is nobody to make one."""

    async def result() -> Any:  # noqa: ANN401
        return await (await anext(waiting)).result()

    coming = asyncio.ensure_future(result())
    told = False
    while not coming.done():
        await asyncio.wait({coming}, timeout=LOOK)
        if not coming.done() and not told:
            with suppress(Exception):
                if not await asyncio.wait_for(client.nthreads(), PATIENCE):
                    told = True
                    alone()
    return coming.result()


async def _close(client: Any) -> None:  # noqa: ANN401
    with suppress(Exception):
        async with asyncio.timeout(PATIENCE):
            await client.close()
