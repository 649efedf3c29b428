"""What there is to choose from: scenes, languages, profiles, formats. Everything else asks here.

Names cost nothing to read. What a scene simulates is loaded when it is asked for, so
that `--help` needs no solver. A scene's picture is found by its name
(`scenes.shell.registry`).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any, cast, Protocol, TYPE_CHECKING

from sim.parameter import Parameter, Value

if TYPE_CHECKING:
    from sim.model.simulation import Simulation
    from sim.spine.many_runs import SpineRuns

LANGUAGES = ("nl", "en")
PROFILES = ("default", "projector", "contrast")
FORMS = ("tall", "low", "stack", "wide")  # of a window: phone upright, on its side, tablet, desk
ENGINES = ("joints", "contacts")  # for many runs: side by side in joint angles, or each in pymunk
MAPPED = ("max_rotation_deg", "fell_at_s")  # what is measured for a map
FORMATS = ("mjcf",)  # in which a spine can be exported


class Declared(Protocol):
    """Something with settings: its parameters, and what makes a complete set of some of them."""

    parameters: tuple[Parameter, ...]

    @staticmethod
    def settings_of(values: Mapping[str, object]) -> dict[str, Value]:
        """A complete set of parameters from some given ones. Raises ParameterError."""


@dataclass(frozen=True)
class Scene:
    """A scene by its name; one that simulates nothing has a name alone.

    `simulates`: module and class of its model. `column`: the model is one that stands,
    whose stability can be analysed. `shows`: what the window and share strings set,
    where that is not the model alone. `together`: what makes many runs of it side by side.
    """

    name: str
    simulates: str = ""
    column: bool = False
    shows: str = ""
    together: str = ""

    @property
    def model(self) -> "type[Simulation]":
        """The class of its model."""
        return cast("type[Simulation]", _load(self.simulates))

    @property
    def many_runs(self) -> "type[SpineRuns] | None":
        """What makes many runs side by side, where its model can."""
        return cast("type[SpineRuns]", _load(self.together)) if self.together else None

    @property
    def description(self) -> "Callable[[Simulation], dict[str, Any]]":
        """What tells its model, as `sim.mechanics.quantity` has it: the module beside the model."""
        module = self.simulates.partition(":")[0].removesuffix("model")
        return cast("Callable[[Simulation], dict[str, Any]]", _load(f"{module}description:told"))

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """What can be set in the window and by a share string."""
        return self._declared.parameters

    def check(self, values: Mapping[str, object]) -> dict[str, Value]:
        """A complete set of parameters from some given ones. Raises ParameterError."""
        return self._declared.settings_of(values)

    @property
    def _declared(self) -> Declared:
        return cast(Declared, _load(self.shows or self.simulates))


def _load(path: str) -> Any:  # noqa: ANN401 - whatever is there
    module, _, name = path.partition(":")
    return getattr(import_module(module), name)


SCENES = {
    scene.name: scene
    for scene in (
        Scene("blocks", "sim.blocks.model:BlockStack", column=True),
        Scene(
            "spine",
            "sim.spine.model:LumbarSpine",
            column=True,
            together="sim.spine.many_runs:SpineRuns",
        ),
        # The window shows two backs: one onset more than a single run has.
        Scene(
            "timing",
            "sim.timing.model:ArmRaise",
            column=True,
            shows="sim.timing.pair:TwoBacks",
            together="sim.timing.many_runs:ArmRuns",
        ),
        Scene(
            "recovery",
            "sim.recovery.model:Recovery",
            column=True,
            together="sim.recovery.many_runs:WeekRuns",
        ),
        Scene("corset", "sim.corset.model:Corset"),
        Scene("exercises"),
        Scene("story"),
    )
}
"""All scenes, in the order of the tabs; a tab is called by the text `app.<name>`."""


def with_model() -> tuple[str, ...]:
    """The names of all scenes that simulate something."""
    return tuple(name for name, scene in SCENES.items() if scene.simulates)


def with_column() -> tuple[str, ...]:
    """The names of all scenes whose model is a column."""
    return tuple(name for name, scene in SCENES.items() if scene.column)
