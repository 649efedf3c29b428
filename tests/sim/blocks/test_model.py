"""The figures of design.md section 3, out of contacts and forces alone."""

from dataclasses import replace

import numpy as np
import pytest

from sim.blocks.model import BlockStack
from sim.blocks.parameters import column_of, settings_of, WIDTH
from sim.mechanics.stability import critical_press
from sim.mechanics.world import ANGLE, upright, World, X
from tests.sim.blocks.stacks import fall_time, pushed, run


def test_untaped_falls_at_every_press_and_sooner_when_pressed_harder() -> None:
    expected = {0: 0.21, 5: 0.18, 20: 0.14, 100: 0.086, 300: 0.058}
    times = {press: fall_time(press=press, push=0.1) for press in expected}
    for press, time in expected.items():
        assert times[press] == pytest.approx(time, rel=0.15)
    assert list(times.values()) == sorted(times.values(), reverse=True)
    assert len(set(times.values())) == len(times)


def test_taped_hardly_moves_at_a_small_push() -> None:
    _, peak = pushed(2.0, press=100, tape="all", push=2)
    assert peak < 1e-3
    assert peak == pytest.approx(0.45e-3, rel=0.15)


def test_taped_stands_a_hard_push_and_comes_back() -> None:
    stack, peak = pushed(0.15, press=100, tape="all", push=20)
    peak = max(peak, run(stack, 1.0))
    assert not stack.fallen
    assert peak == pytest.approx(8e-3, rel=0.15)
    assert np.abs(stack.world.state[:, X]).max() < 1e-3


def survives_push(press: float, push: float) -> bool:
    """Whether flat blocks stand a push of 0.15 s, which may be harder than a finger's."""
    column = replace(column_of(settings_of({"crown_curvature": 0})), press=press)
    world = World(column, upright(column, ()))
    world.push_segment = 3
    for step in range(2400):
        world.push = push if step < 180 else 0.0
        world.step()
        if np.abs(world.state[:, X]).max() > WIDTH / 2:
            return False
    return True


def test_flat_blocks_are_helped_by_pressing() -> None:
    assert survives_push(press=20, push=20)
    assert not survives_push(press=20, push=50)
    assert survives_push(press=100, push=20)
    assert survives_push(press=100, push=100)


@pytest.mark.parametrize("bare", [1, 3, 4, 6])
def test_a_joint_without_tape_gives_way_first(bare: int) -> None:
    """Joints 2 and 5 are left out: the stack hardly bends there, so it hardly misses their tape."""
    tape = ",".join(str(joint) for joint in range(1, 7) if joint != bare)
    values: dict[str, float] = {"tape_stiffness": 4000, "push": 0.1}
    limits = [
        critical_press(column_of(settings_of({**values, "tape": pattern})))
        for pattern in ("all", tape)
    ]
    assert limits[0] is not None
    assert limits[1] is not None
    values["press"] = (limits[0] + limits[1]) / 2
    assert not pushed(2.0, tape="all", **values)[0].fallen
    stack = BlockStack({"tape": tape, **values})
    stack.push()
    while not stack.fallen and stack.world.time < 2:
        stack.step()
    assert stack.fallen
    rows = [stack.world.state[-1], *stack.world.state[:-1]]
    turns = np.abs(np.diff([row[ANGLE] for row in rows]))
    assert int(np.argmax(turns)) == bare - 1
    assert turns[bare - 1] > 1.2 * np.delete(turns, bare - 1).max()


def test_it_is_the_force_of_the_tape_that_holds() -> None:
    """The same taped stack with the strips' force law swapped for zero falls."""
    column = column_of(settings_of({"tape": "all", "press": 100}))
    nothing = tuple(replace(s, stiffness=0.0, damping=0.0) for s in column.strands)
    times = []
    for strands in (column.strands, nothing, ()):
        world = World(
            replace(column, strands=strands),
            upright(replace(column, strands=strands), (True,) * len(strands)),
        )
        world.push_segment = 3
        while world.time < 2 and np.abs(world.state[:, X]).max() < WIDTH / 2:
            world.push = 0.1 if world.time < 0.15 else 0.0
            world.step()
        times.append(world.time)
    taped, without_force, untaped = times
    assert taped >= 2
    assert without_force == pytest.approx(untaped, abs=1e-9)
    assert untaped < 0.1
