"""The critical press and crown by simulation, against theory and the closed form."""

from dataclasses import replace

import pytest

from sim.blocks.critical import bracketed, closed_form_press, slenderness, survives_nudge
from sim.blocks.parameters import column_of, settings_of
from sim.mechanics.stability import critical_press


def simulated_press(blocks: int, stiffness: float, gravity: float = 9.81) -> tuple[float, float]:
    """Critical press by theory and by simulation [N]."""
    settings = settings_of({"blocks": blocks, "tape": "all", "tape_stiffness": stiffness})
    column = column_of(settings, gravity)
    theory = critical_press(column)
    assert theory is not None
    found = bracketed(
        lambda press: survives_nudge(replace(column, press=press), (blocks + 1) // 2),
        theory * 0.8,
        theory * 1.25,
    )
    assert found is not None
    return theory, found


@pytest.mark.parametrize(
    ("blocks", "stiffness"), [(4, 3000), (5, 1000), (5, 3000), (7, 3000), (5, 30000)]
)
def test_critical_press_agrees_with_theory(blocks: int, stiffness: float) -> None:
    theory, found = simulated_press(blocks, stiffness)
    assert found == pytest.approx(theory, rel=0.05)


@pytest.mark.parametrize(("blocks", "stiffness"), [(4, 3000), (5, 1000), (5, 3000), (7, 3000)])
def test_weightless_critical_press_agrees_with_the_closed_form(
    blocks: int, stiffness: float
) -> None:
    _, found = simulated_press(blocks, stiffness, gravity=0.0)
    exact, _ = closed_form_press(
        settings_of({"blocks": blocks, "tape": "all", "tape_stiffness": stiffness})
    )
    assert found == pytest.approx(exact, rel=0.05)


def test_critical_crown_agrees_with_the_closed_form() -> None:
    base = settings_of({"press": 20})

    def holds(curvature: float) -> bool:
        return survives_nudge(column_of({**base, "crown_curvature": curvature}), 3)

    found = bracketed(holds, 12.0, 16.0)
    assert found is not None
    assert 1 / found == pytest.approx(2 / slenderness(5), rel=0.03)


@pytest.mark.parametrize(
    ("blocks", "millimetres"),
    [(3, 37), (4, 53.5), (5, 74), (6, 98), (7, 126), (8, 158), (9, 194)],
)
def test_critical_crown_radius_of_each_stack(blocks: int, millimetres: float) -> None:
    assert 2 / slenderness(blocks) * 1000 == pytest.approx(millimetres, abs=0.5)
