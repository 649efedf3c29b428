"""A round ring of fibre around content: Laplace, work and energy."""

import math

import numpy as np
import pytest

from sim.corset.ring import Ring, RingState
from sim.mechanics.membrane import Bag, HEIGHT, Plan
from sim.mechanics.world import STEP
from tests.sim.corset.corsets import fastest

COUNT, RADIUS = 36, 0.107
CONTENT = 18e3  # Pa
WALL, PULL = 900.0, 600.0  # N/m


def round_ring(*, dt: float = STEP, parts: int = 1) -> Ring:
    """A ring at rest under 1 kPa."""
    angles = 2 * math.pi * np.arange(COUNT) / COUNT
    places = RADIUS * np.stack([np.cos(angles), np.sin(angles)], axis=1)
    side = math.dist(places[0], places[1])
    area = COUNT / 2 * RADIUS**2 * math.sin(2 * math.pi / COUNT)
    plan = Plan(
        places,
        COUNT,
        tuple((i, (i + 1) % COUNT) for i in range(COUNT)),
        np.full(COUNT, WALL),
        np.full(COUNT, side / (1 + 1000 * RADIUS / WALL)),
        (Bag(tuple(range(COUNT)), CONTENT, area * (1 + 1000 / CONTENT)),),
        mass=0.3,
    )
    return Ring(plan, dt, parts=parts)


def pull(ring: Ring, tension: float, widening: float = 1.0) -> None:
    """Let all fibre pull with an active tension [N/m] around content that needs more room."""
    (bag,) = ring.membrane.plan.bags
    free = np.array([bag.free_area * widening])
    ring.tune(np.full(COUNT, WALL), np.full(COUNT, tension), free)


def run(ring: Ring, seconds: float) -> None:
    for _ in range(round(seconds / ring.dt)):
        ring.step()


@pytest.mark.parametrize("tension", [0.0, 100.0, 600.0, 2000.0])
@pytest.mark.parametrize("widening", [1.0, 1.3])
def test_tension_is_pressure_times_radius(tension: float, widening: float) -> None:
    ring = round_ring()
    pull(ring, tension, widening)
    run(ring, 3)
    radius = float(np.hypot(*ring.places.T).mean())
    (pressure,) = ring.membrane.pressures
    assert pressure > 500
    assert ring.membrane.tensions == pytest.approx(pressure * radius, rel=0.02)
    # A polygon of n corners has T = p r cos(pi / n), exactly.
    exact = pressure * radius * math.cos(math.pi / COUNT)
    assert ring.membrane.tensions == pytest.approx(exact, rel=1e-6)


def test_pressure_falls_as_the_ring_widens() -> None:
    ring = round_ring()
    found = []
    for tension in (0.0, 200.0, 400.0, 800.0):
        pull(ring, tension)
        run(ring, 2)
        found.append((float(ring.membrane.areas[0]), float(ring.membrane.pressures[0])))
    assert found == sorted(found, key=lambda pair: (-pair[0], pair[1]))
    assert found[-1][1] > 2 * found[0][1]


def test_what_the_fibre_does_the_content_takes_up() -> None:
    """Drawn in within 4 s, so slowly that hardly anything is lost on the way: 2 %."""
    ring = round_ring()
    run(ring, 2)
    fibre, content = ring.fibre_work, ring.content_work
    steps = round(4 / STEP)
    for step in range(steps):
        pull(ring, PULL * (1 - math.cos(math.pi * step / steps)) / 2)
        ring.step()
    run(ring, 1)
    fibre, content = ring.fibre_work - fibre, ring.content_work - content
    assert fibre > 1
    assert fibre == pytest.approx(-content, rel=0.02)
    # Against the closed form: the work of a pressure k (A0 - A) / Ar from one area to the other.
    (bag,) = ring.membrane.plan.bags
    drawn = bag.free_area / (1 + 1000 / CONTENT)
    (pressure,) = ring.membrane.pressures
    before, after = HEIGHT * drawn / (2 * CONTENT) * np.array([1000.0**2, float(pressure) ** 2])
    assert -content == pytest.approx(after - before, rel=0.01)


def test_a_sudden_pull_loses_energy_and_never_gains_any() -> None:
    ring = round_ring()
    pull(ring, PULL)
    ring.step()
    # Speeds begin half a step after the places: that much kinetic energy is from nowhere.
    worst, late = 0.0, ring.kinetic()
    begun = late
    for _ in range(3600):
        early = late
        ring.step()
        late = ring.kinetic()
        worst = max(worst, (early + late) / 2 - ring.fibre_work - ring.content_work)
    assert worst <= begun < 3e-3 * ring.fibre_work
    assert ring.kinetic() < 1e-12
    assert ring.fibre_work > -1.2 * ring.content_work


def test_a_ring_is_no_stronger_than_its_weakest_link() -> None:
    """Three links of nothing but skin: the fibre shortens, the gap opens, pressure is gone."""
    whole, parted = round_ring(), round_ring()
    for ring in (whole, parted):
        pull(ring, PULL)
    passive, active = np.full(COUNT, WALL), np.full(COUNT, PULL)
    passive[-3:], active[-3:] = 1.0, 0.0
    parted.tune(passive, active, parted.membrane.free_areas)
    for ring in (whole, parted):
        run(ring, 8)
    assert whole.membrane.pressures[0] > 3000
    assert parted.membrane.pressures[0] < 300
    assert parted.membrane.lengths[-1] > 5 * whole.membrane.lengths[-1]
    assert fastest(parted) < 1e-3


@pytest.mark.parametrize("finer", [{"dt": STEP / 2}, {"parts": 2}])
def test_half_the_step_changes_little(finer: dict[str, float]) -> None:
    coarse, fine = round_ring(), round_ring(**finer)  # type: ignore[arg-type]
    for ring in (coarse, fine):
        pull(ring, PULL)
        run(ring, 0.05)
    moved = np.hypot(*(coarse.places - coarse.membrane.plan.places).T).max()
    assert moved > 0.002
    assert np.abs(coarse.places - fine.places).max() < 0.05 * moved


def test_a_restored_ring_goes_on_bit_for_bit() -> None:
    ring, other = round_ring(), round_ring()
    for one in (ring, other):
        pull(one, PULL)
    run(ring, 0.1)
    kept = ring.snapshot()
    run(ring, 0.1)
    other.restore(kept)
    run(other, 0.1)
    assert other.snapshot() == ring.snapshot()
    assert isinstance(kept, RingState)
    still = RingState.still(ring.places)
    assert still.bodies[:2] == ring.snapshot().bodies[:2]
    assert set(still.bodies[2::4]) == {0.0}
