"""Many columns side by side: each does what it would alone, and what theory says."""

import math
from dataclasses import replace

import numpy as np
import pytest

from sim.mechanics.column import Column, Disc, Joint, Segment, STANDARD_GRAVITY, Strand
from sim.mechanics.many_columns import Drive, ManyColumns

HIGH, MASS, INERTIA = 0.4, 3.0, 0.05
DISC = Disc(20.0, 0.0, 0.0, 0.0, math.radians(30), 4000.0, 0.0, torque=0.0)


def pole(disc: Disc = DISC) -> Column:
    """One segment that stands on its pivot."""
    segments = (Segment("base", 0.0, 0.0), Segment("pole", MASS, INERTIA))
    return Column(segments, (Joint("foot", (0, 0), (0, -HIGH), disc=disc),), (), 0.0, guided=False)


def pushed(disc: Disc, force: float, dt: float, steps: tuple[int, int]) -> list[float]:
    """The angle [rad] after every step of a pole that is pushed for the first steps."""
    columns = ManyColumns([pole(disc)], np.zeros(1, dtype=np.intp))
    stiffness, none = np.full((1, 1), disc.stiffness), np.zeros((1, 1))
    found = []
    for step in range(steps[1]):
        share = 0.5 if step == 0 else float(step < steps[0])
        drive = Drive(np.zeros((0, 1)), stiffness, none, np.full((1, 1), force * share))
        columns.step(drive, dt)
        found.append(float(columns.bends[0, 0]))
    return found


@pytest.mark.parametrize("stiffness", [5.0, 20.0])
def test_a_pole_falls_and_swings_as_it_does_on_paper(stiffness: float) -> None:
    """Of small angles: I t'' = F h + (m g h - k) t."""
    force, dt = 0.01, 1 / 1000
    found = pushed(replace(DISC, stiffness=stiffness), force, dt, (400, 400))
    about_foot = INERTIA + MASS * HIGH**2
    loose = MASS * STANDARD_GRAVITY * HIGH - stiffness
    times = math.sqrt(abs(loose) / about_foot) * dt * np.arange(1, 401)
    away = np.cosh(times) - 1 if loose > 0 else np.cos(times) - 1
    # To the right is clockwise, which is negative.
    assert np.asarray(found) == pytest.approx(-force * HIGH / loose * away, rel=1e-3)


def test_a_brake_ends_a_fall_at_the_stop_and_holds_there() -> None:
    disc = replace(DISC, stiffness=5.0, stop=math.radians(10), stop_friction=30.0)
    found = -np.degrees(pushed(disc, 5.0, 1 / 600, (100, 1500)))
    assert 10 < found.max() < 11
    assert found[-1] == pytest.approx(found[-300], abs=0.01)
    assert found[-1] > 9.9


def test_without_friction_it_rises_from_the_stop_again() -> None:
    disc = replace(DISC, stiffness=5.0, stop=math.radians(10))
    found = -np.degrees(pushed(disc, 5.0, 1 / 600, (100, 900)))
    assert found[found.argmax() :].min() < 5


def test_runs_do_not_touch_each_other() -> None:
    strand = Strand("rope", "rope", 0, 1, (0.05, 0.0), (0.05, 0.0), 500.0, 0.39, 0.0)
    light = replace(pole(), strands=(strand,))
    heavy = replace(
        light, segments=(light.segments[0], replace(light.segments[1], mass=5.0, inertia=0.2))
    )

    def moved(columns: list[Column], which: list[int], forces: list[float]) -> list[float]:
        many = ManyColumns(columns, np.array(which, dtype=np.intp))
        ones = np.ones((1, len(which)))
        for _ in range(200):
            many.step(Drive(500 * ones, 5 * ones, 0 * ones, np.array([forces])), 1 / 600)
        found: list[float] = many.bends[0].tolist()
        return found

    together = moved([light, heavy], [0, 1, 1, 0], [0.1, 0.1, -0.3, 0.2])
    alone = [
        *moved([light], [0], [0.1]),
        *moved([heavy], [0], [0.1]),
        *moved([heavy], [0], [-0.3]),
        *moved([light], [0], [0.2]),
    ]
    assert together == pytest.approx(alone, rel=1e-9)
    assert len({round(one, 6) for one in together}) == 4


def test_faces_that_roll_are_refused() -> None:
    column = pole()
    rolling = replace(column, joints=(replace(column.joints[0], disc=None, radius=0.04),))
    with pytest.raises(ValueError, match="only pivots"):
        ManyColumns([rolling], np.zeros(1, dtype=np.intp))
