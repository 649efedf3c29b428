"""The spine in a form that other programs simulate."""

from collections.abc import Mapping

from sim.model.simulation import Report
from sim.spine.mjcf import LEFT_OUT, mjcf
from sim.spine.model import LumbarSpine

WRITERS = {"mjcf": (mjcf, LEFT_OUT)}  # of `sim.catalogue.FORMATS`, and what they leave out


def export(form: str, values: Mapping[str, object]) -> tuple[Report, str]:
    """What to report, and the spine with these parameters. Raises ParameterError."""
    write, left_out = WRITERS[form]
    settings = LumbarSpine.settings_of(values)
    report = {"scene": LumbarSpine.name, "format": form, "left_out": left_out}
    return {**report, "parameters": settings}, write(settings)
