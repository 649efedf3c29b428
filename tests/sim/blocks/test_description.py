"""What is told of the block stack beyond its column."""

import pytest

from tests.terminal import report


@pytest.mark.parametrize(
    ("settings", "block"), [({}, 3), ({"blocks": 4}, 2), ({"push_block": 5}, 5)]
)
def test_the_block_that_is_pushed_is_told(settings: dict[str, int], block: int) -> None:
    told = report("describe", "blocks", *(f"--set={n}={v}" for n, v in settings.items()))
    pushed = told["segments"][block]
    assert (told["push"]["block"], told["push"]["segment"]) == (block, pushed["name"])
    assert told["push"]["point"] == pushed["com"]
    assert told["push"]["force"] == [told["parameters"]["push"], 0]
    assert told["push"]["time"] == told["parameters"]["push_time"]


def test_the_hand_presses_the_top_down_over_its_stroke() -> None:
    told = report("describe", "blocks", "--set=press=100", "--set=crown_curvature=0")
    hand, base, top = told["hand"], told["segments"][0], told["segments"][-1]
    assert (hand["press"], hand["speed"]) == (100, 1)
    assert hand["stroke"] == pytest.approx(0.6 * (top["com"][1] - base["origin"][1]))
    assert told["given_way"]["aside"] == pytest.approx(base["half_width"])
    assert told["joints"][0]["radius"] is None
    assert told["units"]["joints"]["radius"] == "m"
