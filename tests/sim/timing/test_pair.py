"""Two backs that raise the same arm."""

import pytest

from sim.parameter import ParameterError
from sim.timing.model import ArmRaise
from sim.timing.pair import of_one, TwoBacks


def test_a_change_puts_both_backs_at_rest() -> None:
    backs = TwoBacks()
    backs.push()
    for _ in range(300):
        backs.step()
    backs.set("lag", 0.05)
    assert not backs.moving
    assert backs.since_push is None
    assert backs.settings["lag"] == 0.05
    with pytest.raises(ParameterError):
        backs.set("onset_beside", 3)
    backs.step()
    assert backs.time == 0
    assert (
        of_one(backs.settings, "onset_beside") == ArmRaise({"onset": -0.03, "lag": 0.05}).settings
    )
