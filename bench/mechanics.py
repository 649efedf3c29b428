"""How fast the block stack is stepped, without a window."""

import time

from bench.rows import Row
from sim.blocks import BlockStack
from sim.world import STEP

BLOCK = 30  # steps at a time: short against the drift of a processor's clock
SECONDS = 2.0  # of simulated time in one run
PAIRS = round(SECONDS / STEP / BLOCK / 2)


def own_code(repeats: int) -> list[float]:
    """Microseconds that our code adds to a physics step, averaged over 2 s after a tap.

    From pairs of short blocks of steps. In the first block of a pair whole steps are timed, in the second only the solver
    within them. The solver is not stepped by itself in between: without hand and
    finger the stack would be shaken, and a shaken stack is another one to step.
    Getting at the solver needs a private name; nothing but this measurement may.
    """
    stack = BlockStack({"tape": "all", "push": 2})
    space, clock = stack.world._space, time.perf_counter
    bare = space.step
    solver = 0.0

    def timed(seconds: float) -> None:
        nonlocal solver
        start = clock()
        bare(seconds)
        solver += clock() - start

    found = []
    for _ in range(repeats):
        stack.push()
        own = 0.0
        for _ in range(PAIRS):
            start = clock()
            for _ in range(BLOCK):
                stack.step()
            whole = clock() - start
            solver = 0.0
            vars(space)["step"] = timed
            for _ in range(BLOCK):
                stack.step()
            del vars(space)["step"]
            own += whole - solver
        found.append(1e6 * own / (PAIRS * BLOCK))
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
