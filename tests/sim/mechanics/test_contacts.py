"""Contacts: what they carry, and that reading them changes nothing."""

import pytest

from sim.blocks.model import BlockStack
from tests.sim.blocks.stacks import run


def test_contact_forces_are_the_weight_above_and_the_press() -> None:
    stack = BlockStack({"press": 60})
    run(stack, 0.05)
    above = [60 + 9.81 * (0.3 + 0.1 * blocks) for blocks in range(5, -1, -1)]
    assert stack.world.contact_forces() == pytest.approx(above, rel=1e-6)
    taped = BlockStack({"press": 60, "tape": "all"})
    run(taped, 0.05)
    pulls = taped.world.strands.tensions(taped.world.state).reshape(-1, 2).sum(axis=1)
    assert taped.world.contact_forces() == pytest.approx(above + pulls, rel=1e-3)


def test_reading_contacts_needs_no_memory() -> None:
    resource = pytest.importorskip("resource")
    stack = BlockStack({"press": 60})
    run(stack, 0.05)

    def peak() -> int:
        for _ in range(20_000):
            stack.world.contact_forces()
        return int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)

    assert peak() == pytest.approx(peak(), abs=2000)  # kB; it grew by 10 MB once
