"""How fast the block stack is stepped, without a window."""

import time

from bench.rows import Row
from sim.stack import BlockStack
from sim.world import STEP

BLOCK = 30  # steps at a time, between which the stopwatch itself is timed
SECONDS = 2.0  # of simulated time in one run
BLOCKS = round(SECONDS / STEP / BLOCK)


def own_code(repeats: int) -> list[float]:
    """Microseconds that our code adds to a physics step, averaged over 2 s after a tap.

    A stopwatch around each call of the solver tells its share of the very steps that
    are timed as a whole, so that the drift of the processor's clock cancels. What the
    stopwatch costs by itself is measured after every block of steps and taken off.
    The solver is not stepped by itself: without hand and finger the stack would be
    shaken, and a shaken stack is another one to step. Getting at the solver needs
    private names; nothing but this measurement may.
    """
    stack = BlockStack({"tape": "all", "push": 2})
    space, parts, clock = stack.world._space, stack.world._parts, time.perf_counter
    bare = space.step
    stopped = 0.0

    def solver(seconds: float) -> None:
        nonlocal stopped
        start = clock()
        bare(seconds)
        stopped += clock() - start

    def nothing(seconds: float) -> None:
        nonlocal stopped
        start = clock()
        abs(seconds)
        stopped += clock() - start

    vars(space)["step"] = solver
    found = []
    for _ in range(repeats):
        stack.push()
        own = 0.0
        for _ in range(BLOCKS):
            stopped, start = 0.0, clock()
            for _ in range(BLOCK):
                stack.step()
            own += clock() - start - stopped
            stopped, start = 0.0, clock()
            for _ in range(BLOCK * parts):
                nothing(0.0)
            own -= clock() - start - stopped
        found.append(1e6 * own / (BLOCKS * BLOCK))
    assert not stack.fallen, "this row is about a standing stack"
    return found


def real_time_factor(repeats: int) -> list[float]:
    """Simulated seconds per second, taped and pressed as hard as can be."""
    found = []
    for _ in range(repeats):
        stack = BlockStack({"tape": "all", "press": 300})
        stack.push()
        start = time.perf_counter()
        for _ in range(round(SECONDS / STEP)):
            stack.step()
        found.append(SECONDS / (time.perf_counter() - start))
    return found


ROWS = [
    Row("own code per physics step, taped, tapped with 2 N", "us", 8, own_code, 15, 4),
    Row(
        "real-time factor, no window, taped, 300 N", "x", 20, real_time_factor, 9, 3, at_least=True
    ),
]
