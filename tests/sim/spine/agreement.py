"""Runs side by side set against a pymunk world each, with random parameters."""

import math
from collections.abc import Sequence

import numpy as np
import pytest

from sim.mechanics.world import STEP
from sim.model.column_model import Model
from sim.model.run import Run
from sim.parameter import Parameter
from sim.spine.anatomy import STOP
from sim.spine.many_runs import Settings, SpineRuns

HALF = STEP / 2  # s: at its usual step the world's own errors come to 1.3 % (docs/model.md)
STOPPED = math.degrees(STOP)


def random_value(parameter: Parameter, random: np.random.Generator) -> float:
    """As a slider would give it."""
    steps = round((parameter.high - parameter.low) / parameter.step)
    return round(parameter.low + int(random.integers(steps + 1)) * parameter.step, 6)


def together(
    many: type[SpineRuns], settings: Sequence[Settings], duration: float, finer: int = 1
) -> SpineRuns:
    """All of them to the end, in steps so many times as fine as usual."""
    runs = many(settings, longest_step=many.usual_step / finer)
    for _ in runs.steps(duration):
        pass
    return runs


def alone(model: type[Model], settings: Settings, duration: float, dt: float) -> Run:
    """One of them in a pymunk world."""
    run = Run(model(settings, dt=dt))
    for _ in range(round(duration / dt)):
        run.step()
    return run


def agree(
    model: type[Model],
    runs: SpineRuns,
    settings: Sequence[Settings],
    duration: float,
    first: int = 0,
) -> None:
    """Largest rotation within 1 %, and giving way within a step and 1 %.

    Up to the stops: where a fall ends, it is the step that says how far beyond one it goes.
    These settings are of the runs from the first one on.
    """
    outcomes = runs.outcomes()
    for i, one in enumerate(settings, start=first):
        run = alone(model, one, duration, HALF)
        found, exact = min(runs.rotations[i], STOPPED), min(run.rotation, STOPPED)
        assert found == pytest.approx(exact, rel=0.01), one
        outcome, told = outcomes[i], run.outcome()
        if outcome["standing"] != told["standing"]:
            # Whichever it is, it is within a hair.
            assert exact == pytest.approx(5.0, rel=0.01), one
        elif not told["standing"]:
            fell = told["fell_at_s"]
            assert outcome["fell_at_s"] == pytest.approx(fell, abs=STEP + 0.01 * fell), one
        assert outcome["max_displacement_mm"] == pytest.approx(
            told["max_displacement_mm"], rel=0.01 if told["standing"] else 0.1
        ), one


def agrees_with_itself(whole: SpineRuns, half: SpineRuns, part: slice) -> None:
    """At half the step within 0.2 %, up to the stops."""
    found, exact = (np.minimum(runs.rotations[part], STOPPED) for runs in (whole, half))
    assert found == pytest.approx(exact, rel=0.002)
    fell, truly = whole.fell_at[part], half.fell_at[part]
    assert np.isnan(fell).tolist() == np.isnan(truly).tolist()
    assert fell == pytest.approx(truly, rel=0.005, abs=STEP, nan_ok=True)
