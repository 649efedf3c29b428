"""One tree gives values and units of one shape."""

from sim.mechanics.quantity import Quantity, units, values

TREE = {
    "name": "a spine",
    "gravity": Quantity(9.81, "m/s^2"),
    "bones": [
        {"name": "sacrum", "fixed": True},
        {"name": "L5", "place": Quantity([0.0, 1.0], "m"), "share": Quantity(0.5, "")},
        {"name": "L4", "radius": Quantity(None, "m")},
    ],
    "law": {"formula": "a = b", "nodes": [1, 2]},
}


def test_values_stand_where_quantities_were() -> None:
    assert values(TREE) == {
        "name": "a spine",
        "gravity": 9.81,
        "bones": [
            {"name": "sacrum", "fixed": True},
            {"name": "L5", "place": [0.0, 1.0], "share": 0.5},
            {"name": "L4", "radius": None},
        ],
        "law": {"formula": "a = b", "nodes": [1, 2]},
    }


def test_units_have_the_same_names_and_lists_are_one() -> None:
    assert units(TREE) == {
        "gravity": "m/s^2",
        "bones": {"place": "m", "share": "", "radius": "m"},
    }
