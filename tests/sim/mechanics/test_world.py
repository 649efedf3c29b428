"""Invariants of the moving stack: finite, deterministic, no energy from nothing."""

import math
import subprocess
import sys
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from sim.blocks.model import BlockStack
from sim.blocks.parameters import WIDTH
from sim.blocks.taped_joints import pattern, SIDES
from sim.mechanics.world import ANGLE, X, Y
from tests.sim.blocks.stacks import penetration, run

GAIN = 0.04  # of the hand's work and a tenth of a joule: what the solver may add


@st.composite
def any_settings(draw: st.DrawFn) -> dict[str, Any]:
    """Any valid stack, with tape in any pattern."""
    blocks = draw(st.integers(4, 9))
    joints = st.tuples(st.integers(1, blocks + 1), st.sampled_from(SIDES))
    tape = draw(
        st.one_of(
            st.sampled_from(["none", "all"]),
            st.frozensets(joints).map(lambda on: pattern(on, blocks + 1)),
        )
    )
    return {
        "blocks": blocks,
        "press": draw(st.sampled_from([0.0, 5.0, 60.0, 300.0]) | st.floats(0, 300)),
        "push": draw(st.floats(0, 50)),
        "push_time": draw(st.floats(0.02, 1)),
        "push_block": draw(st.integers(0, blocks)),
        "crown_curvature": draw(st.sampled_from([0.0, 25.0]) | st.floats(0, 33.3)),
        "tape": tape,
        "tape_stiffness": draw(st.floats(500, 30000)),
        "friction": draw(st.floats(0.2, 1.2)),
    }


@given(any_settings())
@hypothesis_settings(max_examples=25, deadline=None)
def test_anything_the_sliders_can_do_stays_finite_and_bounded(values: dict[str, Any]) -> None:
    stack = BlockStack(values)
    stack.push()
    for _ in range(5):
        run(stack, 0.2)
        assert np.isfinite(stack.world.state).all()
        assert np.abs(stack.world.state[:, (X, Y)]).max() < 100
        assert all(math.isfinite(value) for value in stack.observe().values())


@given(any_settings())
@hypothesis_settings(max_examples=20, deadline=None)
def test_without_a_push_no_energy_appears(values: dict[str, Any]) -> None:
    stack = BlockStack(values)
    start = stack.world.energy()
    for _ in range(12):
        run(stack, 0.05)
        gained = stack.world.energy() - start - stack.world.hand_work
        assert gained < GAIN * (abs(stack.world.hand_work) + 0.1)


@given(any_settings())
@hypothesis_settings(max_examples=25, deadline=None)
def test_blocks_do_not_sink_into_each_other_while_standing(values: dict[str, Any]) -> None:
    stack = BlockStack(values)
    stack.push()
    for _ in range(600):
        stack.step()
        if np.abs(stack.world.state[:, X]).max() > WIDTH / 4:
            break
        assert penetration(stack) < 0.2e-3


@given(any_settings())
@hypothesis_settings(max_examples=10, deadline=None)
def test_equal_calls_give_equal_states(values: dict[str, Any]) -> None:
    states = []
    for _ in range(2):
        stack = BlockStack(values)
        stack.push()
        run(stack, 0.3)
        states.append(stack.snapshot())
    assert states[0] == states[1]


SCRIPT = """
import sys
from sim.blocks.model import BlockStack
stack = BlockStack({"press": 200, "tape": "1,2,4l,6", "push": 3})
stack.push()
for i in range(900):
    stack.step()
    if i == 200:
        stack.set("tape", "1,2,3,6r")
    if i == 300:
        stack.set("friction", 0.5)
        stack.set("press", 120)
sys.stdout.write(repr(stack.snapshot()))
"""


def test_two_processes_agree_bit_for_bit() -> None:
    command = [sys.executable, "-c", SCRIPT]
    first, second = (
        subprocess.run(command, capture_output=True, text=True, check=True).stdout for _ in range(2)
    )
    assert first == second
    assert len(first) > 1000


@given(any_settings(), st.floats(0.01, 0.4))
@hypothesis_settings(max_examples=15, deadline=None)
def test_two_restores_go_on_alike(values: dict[str, Any], when: float) -> None:
    stack = BlockStack(values)
    stack.push()
    run(stack, when)
    kept = stack.snapshot()
    ends = []
    for other in (BlockStack(), BlockStack({"blocks": 9, "tape": "all"})):
        other.restore(kept)
        assert other.snapshot() == kept
        run(other, 0.2)
        ends.append(other.snapshot())
    assert ends[0] == ends[1]


def test_a_restored_standing_stack_follows_the_original() -> None:
    stack = BlockStack({"tape": "all", "press": 100, "push": 5})
    stack.push()
    run(stack, 0.1)
    other = BlockStack()
    other.restore(stack.snapshot())
    run(stack, 0.5)
    run(other, 0.5)
    assert np.abs(stack.world.state - other.world.state)[:, (X, Y)].max() < 1e-6


def test_reset_equals_fresh() -> None:
    stack = BlockStack({"press": 200, "tape": "1,2"})
    stack.push()
    run(stack, 0.5)
    stack.set("tape", "3l")
    stack.reset()
    assert stack.snapshot() == BlockStack({"press": 200, "tape": "3l"}).snapshot()


@pytest.mark.parametrize("tape", ["none", "all"])
@pytest.mark.parametrize("press", [0, 20, 300])
@pytest.mark.parametrize("curvature", [0, 1, 25])
def test_nothing_moves_without_a_push(tape: str, press: float, curvature: float) -> None:
    stack = BlockStack({"tape": tape, "press": press, "crown_curvature": curvature})
    start = stack.world.state.copy()
    run(stack, 0.1)
    moved = np.abs(stack.world.state - start)
    assert moved[:, (X, Y)].max() < 1e-6
    assert math.degrees(moved[:, ANGLE].max()) < 1e-3


def test_a_push_acts_on_the_named_block_for_its_time() -> None:
    stack = BlockStack({"tape": "all", "push": 5, "push_block": 1, "push_time": 0.1})
    stack.push()
    run(stack, 0.05)
    assert stack.finger == (1, 5)
    displacements = stack.world.state[:-2, X]
    assert displacements[0] > displacements[-1] > 0
    run(stack, 0.06)
    assert stack.finger == (0, 0)
