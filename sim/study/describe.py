"""A model in SI and world coordinates, enough to rebuild it elsewhere; and its parameters.

Every function returns plain data ready for strict JSON: what does not exist is None.
"""

from collections.abc import Mapping

from sim.catalogue import SCENES, with_model
from sim.mechanics.quantity import Quantity, units, values
from sim.model.simulation import Report
from sim.parameter import Parameter


def describe(scene: str, settings: Mapping[str, object]) -> Report:
    """The model at rest, with the unit of every quantity. Raises ParameterError for bad values."""
    model = SCENES[scene].model(settings)
    named = {p.name: p.unit for p in model.parameters}
    set_to = {
        name: value if isinstance(value, str) else Quantity(value, named[name])
        for name, value in model.settings.items()
    }
    tree = SCENES[scene].description(model) | {"parameters": set_to}
    return {"scene": scene, **values(tree), "units": units(tree)}


def params(scene: str | None = None) -> list[Report]:
    """Every parameter of a scene, or of all, with unit, default, range, step and source."""
    scenes = with_model() if scene is None else (scene,)
    return [_parameter(name, p) for name in scenes for p in SCENES[name].model.parameters]


def _parameter(scene: str, p: Parameter) -> Report:
    ends = {"form": p.valid} if p.canonical else {"low": p.low, "high": p.high, "step": p.step}
    report: Report = {"scene": scene, "name": p.name, "unit": p.unit, "default": p.default, **ends}
    return report | ({"sets": list(p.sets)} if p.sets else {}) | {"source": p.source}
