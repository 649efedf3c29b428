"""Strips of tape: they pull and never push, wherever and whenever they are put on."""

import numpy as np
import pytest

from sim.blocks.model import BlockStack
from sim.blocks.taped_joints import MOST_JOINTS
from sim.mechanics.world import ANGLE, SPIN, VX, VY, X, Y
from tests.sim.blocks.stacks import run


def test_strips_pull_and_never_push() -> None:
    """A joint that is turned far enough slackens one strip, which then does nothing."""
    stack = BlockStack({"tape": "all", "tape_stiffness": 500, "press": 20, "push": 20})
    stack.push()
    saw_slack = False
    for _ in range(400):
        stack.step()
        world = stack.world
        lengths = world.strands.lengths(world.state)
        for length, tension, spring, rest in zip(
            lengths,
            world.strands.tensions(world.state),
            world.strands.springs(),
            world.strands.rest_lengths,
            strict=True,
        ):
            assert rest is not None
            assert tension >= 0
            if length < rest:
                saw_slack = True
                assert spring.stiffness == 0
                assert spring.damping == 0
            else:
                assert spring.stiffness == 500
    assert saw_slack


def test_tape_goes_on_taut_wherever_the_stack_is() -> None:
    stack = BlockStack({"press": 100, "push": 2})
    stack.push()
    run(stack, 0.3)
    assert stack.fallen
    stack.set("tape", "all")
    lengths = stack.world.strands.lengths(stack.world.state)
    assert np.array(stack.world.strands.rest_lengths, dtype=float) == pytest.approx(0.98 * lengths)
    run(stack, 1.0)
    assert np.abs(stack.world.state[:, (VX, VY)]).max() < 3
    assert np.abs(stack.world.state[:, SPIN]).max() < 100


def test_a_strip_can_be_put_on_and_off_by_itself() -> None:
    stack = BlockStack()
    stack.set("tape", "4l")
    on = [i for i, rest in enumerate(stack.world.strands.rest_lengths) if rest is not None]
    assert on == [6]
    stack.set("tape", "none")
    assert len(stack.world.strands) == 0
    assert MOST_JOINTS == 10


def test_putting_tape_on_does_not_shake_a_standing_stack() -> None:
    stack = BlockStack({"press": 100})
    start = stack.world.state.copy()
    for tape in ("all", "none", "2,4", "all"):
        stack.set("tape", tape)
        run(stack, 0.1)
        moved = np.abs(stack.world.state - start)
        assert moved[:, X].max() < 1e-12
        assert moved[:, Y].max() < 2e-6  # the joints' overlap under another load
        assert moved[:, ANGLE].max() < 1e-12
