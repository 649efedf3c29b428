"""The hand on top of a stack: its stroke ends, and it weakens with its speed."""

from sim.blocks.model import BlockStack
from sim.mechanics.hand import HAND_SPEED, STROKE
from sim.mechanics.world import ANGLE, VY, X, Y


def test_the_top_moves_up_and_down_only_and_the_hand_has_a_stroke() -> None:
    stack = BlockStack({"press": 300, "push": 5})
    start = stack.world.state[-2, Y]
    stack.push()
    for _ in range(1200):
        stack.step()
        assert abs(stack.world.state[-2, X]) < 1e-4
        assert stack.world.state[-2, ANGLE] == 0
    fell = start - stack.world.state[-2, Y]
    assert 0.05 < fell < STROKE * start + 1e-3


def test_the_hand_weakens_with_its_speed() -> None:
    """Beyond its own speed the hand adds nothing: the rest is falling."""
    stack = BlockStack({"press": 300, "push": 1})
    stack.push()
    start = float(stack.world.state[-2, Y])
    fastest = 0.0
    for _ in range(600):
        stack.step()
        row = stack.world.state[-2]
        fastest = max(fastest, -row[VY])
        assert row[VY] ** 2 < HAND_SPEED**2 + 2 * 9.81 * (start - row[Y]) + 0.2
    assert fastest > HAND_SPEED
