"""Discs stiffen under load as they were measured to, in the analysis and in the world alike."""

import numpy as np
import pytest

from sim.mechanics.column import Column
from sim.spine.anatomy import column_of, neutral_compression
from sim.spine.discs import stiffening
from sim.spine.model import LumbarSpine
from sim.spine.parameters import settings_of
from sim.spine.stability_map import stability_map
from sim.spine.verdict import verdict_of


def stiffness(column: Column) -> list[float]:
    return [joint.disc.stiffness for joint in column.joints if joint.disc]


def test_stiffening_is_the_measured_one() -> None:
    found = stiffening(np.array([-50.0, 0.0, 125.0, 250.0, 375.0, 500.0, 5000.0]))
    assert found == pytest.approx([1, 1, 1.355, 1.71, 1.91, 2.11, 2.11])


def test_a_disc_is_as_stiff_as_its_load_makes_it() -> None:
    settings = settings_of({"preload_stiffening": 1, "long_muscles": 0.02, "transversus": 0.5})
    expected = 40 * stiffening(neutral_compression(settings)) + 20 * 0.5
    assert stiffness(column_of(settings)) == pytest.approx(expected)
    assert len({round(k, 3) for k in expected}) > 1
    plain = stiffness(column_of({**settings, "preload_stiffening": 0}))
    assert plain == pytest.approx([50.0] * 6)


def test_the_load_is_what_the_spine_says_its_discs_carry() -> None:
    values = {"multifidus": 0.3, "erector_lumbar": 0.2, "hand_load": 5, "transversus": 0.4}
    seen = LumbarSpine(values).observe()
    told = [value for name, value in seen.items() if name.startswith("disc_force")]
    assert neutral_compression(settings_of(values)) == pytest.approx(told, rel=1e-3)


def test_the_world_follows_every_change_of_activation() -> None:
    spine = LumbarSpine({"preload_stiffening": 1, "long_muscles": 0.1})
    for name, value in (("multifidus", 0.4), ("long_muscles", 0.7), ("hand_load", 8)):
        spine.set(name, value)
        assert spine.world.discs.stiffness == pytest.approx(stiffness(column_of(spine.settings)))


def test_the_map_is_that_of_single_verdicts() -> None:
    for x, y in (("long_muscles", "deep_muscles"), ("disc_stiffness", "hand_load")):
        found = stability_map(x, y, 4, {"preload_stiffening": 1, "erector_lumbar": 0.1})
        for i, j in ((0, 0), (1, 2), (3, 1)):
            values = {x: found.x_values[j], y: found.y_values[i]}
            alone = verdict_of(settings_of({**found.settings, **values}))
            assert found.smallest[i, j] == pytest.approx(alone.smallest, abs=1e-8)
