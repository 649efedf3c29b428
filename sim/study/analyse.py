"""The stability analysis of any column, as plain data ready for strict JSON."""

from collections.abc import Mapping

from sim.catalogue import SCENES, with_column
from sim.mechanics.stability import analyse
from sim.model.column_model import Model
from sim.model.simulation import Report
from sim.parameter import nearest


def stability(scene: str, values: Mapping[str, object]) -> Report:
    """The stability analysis of the neutral model; empty lists where faces are flat.

    Raises ParameterError, also for a scene whose model is no column.
    """
    model = SCENES[scene].model(values)
    if not isinstance(model, Model):
        raise nearest("scene with a column", scene, with_column())
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
