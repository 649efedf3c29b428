"""What is said of a rotation beside the limits of a joint."""

import pytest

from sim.spine.limits_of_bend import GIVEN_WAY, NEUTRAL_ZONE, side_of_neutral_zone


@pytest.mark.parametrize(
    ("rotation", "side"),
    [
        (0.0, "within"),
        (1.44, "within"),
        (1.46, "edge"),
        (NEUTRAL_ZONE, "edge"),
        (1.54, "edge"),
        (1.56, "beyond"),
        (GIVEN_WAY, "beyond"),
    ],
)
def test_the_number_that_is_shown_decides_on_which_side_it_is(rotation: float, side: str) -> None:
    assert side_of_neutral_zone(rotation) == side
