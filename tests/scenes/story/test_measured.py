"""What came of a step is measured: another measurement gives another answer."""

from typing import Any

import pytest

from scenes.story import measured
from sim.corset.rest import rest_pressure

REST = rest_pressure()


@pytest.mark.parametrize(
    ("came", "seen", "name"),
    [
        (measured.falls_or_stays, {"fallen": True}, "falls"),
        (measured.falls_or_stays, {"fallen": False}, "stays"),
        (measured.sooner_or_later, {"fallen": False, "fell_at": None}, "stays"),
        (measured.sooner_or_later, {"fallen": True, "fell_at": 0.05}, "sooner"),
        (measured.sooner_or_later, {"fallen": True, "fell_at": 0.9}, "later"),
        (measured.shape, {"fallen": False, "leans": False}, "upright"),
        (measured.shape, {"fallen": True, "leans": True}, "leans"),
        (measured.shape, {"fallen": True, "leans": False}, "gives"),
        (measured.pressure, {"pressure": 2 * REST}, "higher"),
        (measured.pressure, {"pressure": REST}, "equal"),
        (measured.pressure, {"pressure": REST / 2}, "lower"),
        (measured.further, {"turned": (1.4, 2.4)}, "right"),
        (measured.further, {"turned": (1.4, 1.41)}, "same"),
        (measured.further, {"turned": (2.4, 1.4)}, "left"),
        (measured.onset, {"onset": -0.02}, "early"),
        (measured.onset, {"onset": 0.05}, "late"),
    ],
)
def test_an_answer_is_what_was_measured(came: Any, seen: dict[str, Any], name: str) -> None:  # noqa: ANN401
    assert came(seen) == name
