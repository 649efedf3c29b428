"""What can be set on the corset: the breath, how hard its muscles pull, posture and load."""

from collections.abc import Mapping

from sim.corset.lifting import POSTURES
from sim.parameter import checked, Parameter, Value


def _posture(text: str) -> str:
    if text.lower() not in POSTURES:
        raise ValueError(text)
    return text.lower()


PARAMETERS = (
    Parameter("breath_phase", "", 0.0, "0 is the end of breathing out, 0.5 of in", 0, 1, 0.01),
    Parameter("breath_depth", "", 0.3, "0.3 is a quiet breath, 1 the deepest", 0, 1, 0.01),
    Parameter("breath_time", "s", 5.0, "12 breaths a minute", 2, 12, 0.5),
    Parameter("breathing", "", 1, "1: it goes on by itself; 0: it is held", 0, 1, 1, whole=True),
    Parameter("draw_in", "", 0.0, "pulling the navel in: 1 is as far as can be", 0, 1, 0.01),
    Parameter("brace", "", 0.0, "everything at once: 1 is as for a heavy lift", 0, 1, 0.01),
    Parameter("joined", "", 1, "0 parts left from right, to show", 0, 1, 1, whole=True),
    Parameter(
        "posture",
        "",
        "stand",
        "as in the measurements of disc pressure (Wilke et al. 1999)",
        canonical=_posture,
        names=tuple(POSTURES),
    ),
    Parameter("load", "kg", 20.0, "what is lifted; 20 kg in the measurements", 0, 40, 1),
)


def settings_of(values: Mapping[str, object]) -> dict[str, Value]:
    """A complete set of parameters from some given ones. Raises ParameterError."""
    return checked(PARAMETERS, values)
