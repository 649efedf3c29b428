"""Headless experiments on any model: simulate, analyse.

Every function returns plain data ready for strict JSON: what does not exist is
None, with a note that says why.
"""

from collections.abc import Mapping

from sim.catalogue import COLUMNS, MODELS
from sim.mechanics.stability import analyse
from sim.mechanics.world import STEP
from sim.model.run import Run
from sim.model.simulation import Report
from sim.model.trace import Trace

SAMPLE = 4  # steps between two samples of a trace: 300 a second


def simulate(
    scene: str, values: Mapping[str, object], duration: float | None = None
) -> tuple[Report, Trace]:
    """Push the model at t = 0 and run for `duration` [s], or as long as is usual for it."""
    model = MODELS[scene](values)
    trace = Trace(model.units())
    trace.add(model.observe())
    watch = Run(model)
    for step in range(1, round((duration or model.duration) / STEP) + 1):
        watch.step()
        if step % SAMPLE == 0:
            trace.add(model.observe())
    report = {
        "scene": scene,
        "time_s": model.time,
        **watch.outcome(),
        **model.remarks(),
        "parameters": model.settings,
    }
    return report, trace


def stability(scene: str, values: Mapping[str, object]) -> Report:
    """The stability analysis of the neutral model; empty lists where faces are flat."""
    model = COLUMNS[scene](values)
    column = model.column()
    report: Report = {
        "scene": scene,
        "joint_names": [joint.name for joint in column.joints],
        "stiffness_matrix": [],
        "mass_matrix": [],
        "eigenvalues": [],
        "mode": [],
        "growth_rates": [],
        "stable": True,
        "note": "flat faces do not roll: a small push turns no block",
        "parameters": model.settings,
    }
    if column.flat:
        return report
    found = analyse(column)
    return report | {
        "stiffness_matrix": found.stiffness.tolist(),
        "mass_matrix": found.mass.tolist(),
        "eigenvalues": found.eigenvalues.tolist(),
        "mode": found.mode.tolist(),
        "growth_rates": found.growth_rates.tolist(),
        "stable": found.stable,
        "note": "" if found.balanced else "no balance near upright: the tape pulls to one side",
    }
