"""How fast the block stack and the spine are stepped and analysed, without a window."""

import math
import time
from collections.abc import Callable

import numpy as np

from bench.rows import Row
from sim.blocks.model import BlockStack
from sim.corset.model import Corset
from sim.mechanics.world import STEP
from sim.model.column_model import Model
from sim.spine.activation import activation_law
from sim.spine.model import LumbarSpine
from sim.spine.muscles import MUSCLES
from sim.spine.stability_map import axes, stability_map, stiffness_over

BLOCK = 30  # steps at a time, between which the stopwatch itself is timed
SECONDS = 2.0  # of simulated time in one run
BLOCKS = round(SECONDS / STEP / BLOCK)
STANDING = {"long_muscles": 0.3, "deep_muscles": 0.5}  # a spine that a push does not fell
BUCKLING = {"long_muscles": 0.8}
GRID = 100  # cells of a map either way


def own_code(model: Model | Corset, step: Callable[[], None], repeats: int) -> list[float]:
    """Microseconds that our code adds to a physics step, averaged over 2 s after a tap.

    A stopwatch around each call of the solver tells its share of the very steps that
    are timed as a whole, so that the drift of the processor's clock cancels. What the
    stopwatch costs by itself is measured after every block of steps and taken off.
    The solver is not stepped by itself: without hand and finger the model would be
    shaken, and a shaken model is another one to step. Getting at the solver needs
    private names; nothing but this measurement may.
    """
    moving = model.ring if isinstance(model, Corset) else model.world
    space, parts, clock = moving._space, moving._parts, time.perf_counter
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
        model.push()
        own = 0.0
        for _ in range(BLOCKS):
            stopped, start = 0.0, clock()
            for _ in range(BLOCK):
                step()
            own += clock() - start - stopped
            stopped, start = 0.0, clock()
            for _ in range(BLOCK * parts):
                nothing(0.0)
            own -= clock() - start - stopped
        found.append(1e6 * own / (BLOCKS * BLOCK))
    assert not model.fallen, "this row is about a model that stands"
    return found


def stack_step(repeats: int) -> list[float]:
    """Microseconds of our code per step of a taped stack."""
    stack = BlockStack({"tape": "all", "push": 2})
    return own_code(stack, stack.step, repeats)


def spine_step(repeats: int) -> list[float]:
    """Microseconds of our code per step of a spine whose muscles keep their activation."""
    spine = LumbarSpine(STANDING)
    return own_code(spine, spine.step, repeats)


def contracting_step(repeats: int) -> list[float]:
    """Microseconds of our code per step in which every muscle changes its activation."""
    spine = LumbarSpine(STANDING)
    law = activation_law(spine.settings)
    start = {name: float(spine.settings[name]) for name in MUSCLES}
    steps = 0

    def step() -> None:
        nonlocal steps
        steps += 1
        more = 0.1 * math.sin(1e-3 * steps)
        law.tune(spine.world, {name: level + more for name, level in start.items()})
        spine.step()

    return own_code(spine, step, repeats)


def corset_step(repeats: int) -> list[float]:
    """Microseconds of our code per step of a corset that breathes as deeply as it can."""
    corset = Corset({"breath_depth": 1, "draw_in": 0.5})
    return own_code(corset, corset.step, repeats)


def speed(model: Model) -> float:
    """Simulated seconds per second after a push."""
    model.push()
    start = time.perf_counter()
    for _ in range(round(SECONDS / STEP)):
        model.step()
    return SECONDS / (time.perf_counter() - start)


def stack_speed(repeats: int) -> list[float]:
    """Simulated seconds per second, taped and pressed as hard as can be."""
    return [speed(BlockStack({"tape": "all", "press": 300})) for _ in range(repeats)]


def spine_speed(repeats: int) -> list[float]:
    """Simulated seconds per second of a spine: the slower of standing and buckling."""
    return [min(speed(LumbarSpine(STANDING)), speed(LumbarSpine(BUCKLING))) for _ in range(repeats)]


def map_against_eigenvalues(repeats: int) -> list[float]:
    """Time for a map, as a multiple of the eigenvalues alone of its matrices."""
    shown = "long_muscles", "deep_muscles"
    spine = LumbarSpine()
    ys, xs = np.meshgrid(*[np.linspace(0, 1, GRID)] * 2, indexing="ij")
    matrices = stiffness_over(*axes(*shown), spine.settings, (xs.ravel(), ys.ravel()))
    clock, found = time.perf_counter, []
    # In pairs, so that a busy moment of the machine hits both.
    for _ in range(repeats + 1):
        start = clock()
        stability_map(*shown, GRID, {})
        middle = clock()
        np.linalg.eigvalsh(matrices)
        found.append((middle - start) / (clock() - middle))
    return found[1:]  # the first reads the muscles from their file


ROWS = [
    Row("own code per physics step, taped, tapped with 2 N", "us", 8, stack_step, 15, 4),
    Row(
        "own code per physics step, spine, all strands active, activation constant",
        *("us", 12, spine_step, 15, 4),
    ),
    Row(
        "own code per step while activations change every step",
        *("us", 45, contracting_step, 15, 4),
    ),
    Row("own code per step of a corset in a deep breath", "us", 60, corset_step, 15, 4),
    Row("real-time factor, no window, taped, 300 N", "x", 20, stack_speed, 9, 3, at_least=True),
    Row("real-time factor, no window, spine", "x", 15, spine_speed, 9, 3, at_least=True),
    Row(
        "100 x 100 map against numpy.linalg.eigvalsh alone on the same matrices",
        *("x", 1.5, map_against_eigenvalues, 25, 7),
    ),
]
