"""What is described is enough to rebuild a model elsewhere."""

import itertools
import json
import math
from collections.abc import Iterator

import numpy as np
import pytest

from sim.catalogue import SCENES, with_model
from sim.spine.anatomy import neutral_stiffness
from sim.spine.parameters import JOINTS, settings_of
from sim.study.describe import describe
from tests.terminal import report


@pytest.mark.parametrize("scene", with_model())
def test_params_are_the_declared_ones(scene: str) -> None:
    found = report("params", scene)
    assert found == [entry for entry in report("params") if entry["scene"] == scene]
    parameters = SCENES[scene].model.parameters
    assert [entry["name"] for entry in found] == [parameter.name for parameter in parameters]
    for entry, declared in zip(found, parameters, strict=True):
        assert entry["unit"] == declared.unit
        assert entry["default"] == declared.default
        assert entry["source"] == declared.source != ""
        if declared.canonical:
            assert entry["form"] == declared.valid
        else:
            limits = [entry[key] for key in ("low", "high", "step")]
            assert limits == [declared.low, declared.high, declared.step]


@pytest.mark.parametrize("scene", with_model())
def test_every_quantity_has_a_unit(scene: str) -> None:
    told = report("describe", scene)
    units = dict(_leaves(told.pop("units")))
    numbers = {name for name, leaf in _leaves(told) if not isinstance(leaf, str | bool)}
    names_of_nodes = {"/links/nodes", "/bags/nodes"}
    assert set(units) == numbers - names_of_nodes
    for parameter in SCENES[scene].model.parameters:
        assert units.get(f"/parameters/{parameter.name}", parameter.unit) == parameter.unit


def _leaves(tree: object, name: str = "") -> Iterator[tuple[str, object]]:
    """Whatever stands in a tree, by its names; entries of a list have that of the list."""
    if isinstance(tree, dict):
        for key, part in tree.items():
            yield from _leaves(part, f"{name}/{key}")
    elif isinstance(tree, list):
        for part in tree:
            yield from _leaves(part, name)
    else:
        yield name, tree


def test_the_model_can_be_rebuilt_from_its_description() -> None:
    values = {"long_muscles": 0.37, "deep_muscles": 0.62, "hand_load": 12.0}
    told = json.loads(json.dumps(describe("spine", values), allow_nan=False))
    pivot = np.array([joint["pivot"] for joint in told["joints"]])
    names = [segment["name"] for segment in told["segments"]]
    hessian = np.diag([joint["stiffness"] for joint in told["joints"]])
    torque = np.zeros(6)
    for segment in told["segments"][1:]:
        level = names.index(segment["name"])
        for j, k in itertools.product(range(level), repeat=2):
            lift = segment["com"][1] - pivot[max(j, k), 1]
            hessian[j, k] -= segment["mass"] * told["gravity"] * lift
        for j in range(level):
            torque[j] += segment["mass"] * told["gravity"] * (segment["com"][0] - pivot[j, 0])
    for strand in told["strands"]:
        low, high = np.array(strand["point_below"]), np.array(strand["point_above"])
        span = high - low
        length = math.hypot(*span)
        unit = span / length
        crossed = range(names.index(strand["below"]), names.index(strand["above"]))
        moves = {j: np.array([pivot[j, 1] - high[1], high[0] - pivot[j, 0]]) for j in crossed}
        assert strand["tension"] == pytest.approx(strand["activation"] * strand["fmax"])
        for j, k in itertools.product(crossed, repeat=2):
            slopes = unit @ moves[j] * (unit @ moves[k])
            second = moves[j] @ moves[k] - slopes
            second -= span @ (high - pivot[max(j, k)])
            hessian[j, k] += strand["stiffness"] * slopes + strand["tension"] * second / length
        for j in crossed:
            torque[j] += strand["tension"] * (unit @ moves[j])
    assert np.allclose(hessian, neutral_stiffness(settings_of(values)), rtol=1e-9, atol=1e-6)
    assert np.allclose(torque, [joint["balance_torque"] for joint in told["joints"]], atol=1e-9)


def test_segments_are_described_where_the_design_has_them() -> None:
    told = describe("spine", {})
    assert told["segments"][0] == {"name": "sacrum", "fixed": True, "origin": [0.0, 0.0]}
    assert told["segments"][1]["com"] == pytest.approx([0.0063, 0.0174], abs=5e-5)
    assert told["segments"][6]["com"] == pytest.approx([-0.0014, 0.4008], abs=5e-5)
    assert [joint["name"] for joint in told["joints"]] == list(JOINTS)
