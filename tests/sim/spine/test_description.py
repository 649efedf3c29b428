"""What is told of the spine beyond its column is enough for what its discs carry and do."""

from typing import Any

import numpy as np
import pytest

from tests.terminal import report

STATE = (
    *("--set=long_muscles=0.4", "--set=deep_muscles=0.3", "--set=erector_lumbar=0.2"),
    *("--set=hand_load=8", "--set=preload_stiffening=1", "--set=push_level=L2"),
)


@pytest.fixture(scope="module")
def told() -> Any:  # noqa: ANN401 - JSON
    return report("describe", "spine", *STATE)


def test_what_the_discs_carry_can_be_rebuilt(told: dict[str, Any]) -> None:
    names = [segment["name"] for segment in told["segments"]]
    law, gas = told["laws"]["disc"], told["laws"]["abdominal_pressure"]
    transversus = told["parameters"]["transversus"]
    p = gas["rest"] + (gas["most"] - gas["rest"]) * transversus
    for level, joint in enumerate(told["joints"]):
        force = np.zeros(2)
        for segment in told["segments"][level + 1 :]:
            force[1] -= segment["mass"] * told["gravity"]
        for strand in told["strands"]:
            if names.index(strand["below"]) <= level < names.index(strand["above"]):
                span = np.subtract(strand["point_below"], strand["point_above"])
                force += strand["tension"] * span / np.hypot(*span)
        carried = -(np.array(joint["disc_axis"]) @ force) - p * law["trunk_area"]
        assert joint["compression"] == pytest.approx(carried)


def test_how_stiff_the_discs_are_can_be_rebuilt(told: dict[str, Any]) -> None:
    law = told["laws"]["disc_stiffness"]
    assert law["preload_stiffening"] is True
    for joint in told["joints"]:
        times = np.interp(joint["compression"], law["preloads"], law["stiffening"])
        deep = law["transversus_stiffness"] * law["transversus"]
        assert joint["stiffness"] == pytest.approx(law["disc_stiffness"] * times + deep)


def test_balance_torques_and_strands_follow_from_the_activations(told: dict[str, Any]) -> None:
    levels = {strand["group"]: strand["activation"] for strand in told["strands"]}
    for joint in told["joints"]:
        held = sum(levels[group] * full for group, full in joint["balance_torque_of"].items())
        assert joint["balance_torque"] == pytest.approx(joint["balance_torque_at_rest"] + held)
    q = told["laws"]["muscle"]["q"]
    for strand in told["strands"]:
        stiffness = q * strand["activation"] * strand["fmax"] / strand["length"]
        assert strand["stiffness"] == pytest.approx(stiffness)
        assert strand["rest_length"] == pytest.approx(strand["length"] * (1 - 1 / q))


def test_the_finger_and_the_limit_are_told(told: dict[str, Any]) -> None:
    (pushed,) = (s for s in told["segments"] if s["name"] == told["push"]["segment"] == "L2")
    assert told["push"]["point"] == pushed["com"]
    assert told["push"]["force"] == [told["parameters"]["push"], 0]
    assert np.degrees(told["given_way"]["angle"]) == pytest.approx(5)
    assert {"stop", "stop_stiffness", "stop_friction"} <= set(told["joints"][0])
