"""What everything that is simulated has in common: set, push, step, reset, observe.

The command line, sharing and the window know no more of a simulation than this.
`sim.model.column_model` adds what a column does: stand, be pushed, give way.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, ClassVar

from sim.mechanics.column import Array
from sim.parameter import Parameter, Value

Report = dict[str, Any]


class Simulation(ABC):
    """Goes on by fixed steps; `settings` holds every parameter, change them with `set`.

    A run is watched for `duration` [s]; its times count from the event named `since`.
    """

    name: ClassVar[str]
    parameters: ClassVar[tuple[Parameter, ...]]
    duration: ClassVar[float] = 2.0
    since: ClassVar[str] = "push"
    settings: dict[str, Value]

    @abstractmethod
    def __init__(self, values: Mapping[str, object] = MappingProxyType({})) -> None:
        """Begin with these parameters, the others at their defaults. Raises ParameterError."""

    @staticmethod
    @abstractmethod
    def settings_of(values: Mapping[str, object]) -> dict[str, Value]:
        """A complete and consistent set of parameters. Raises ParameterError."""

    @abstractmethod
    def set(self, name: str, value: object) -> None:
        """Change a parameter. Raises ParameterError and changes nothing if it is not valid."""

    @abstractmethod
    def push(self) -> None:
        """Begin what one comes to see."""

    @abstractmethod
    def step(self) -> None:
        """Go on by exactly one step."""

    @abstractmethod
    def reset(self) -> None:
        """Back to how it began, with the present settings."""

    @abstractmethod
    def snapshot(self) -> Any:  # noqa: ANN401 - each has a state of its own
        """The present state."""

    @abstractmethod
    def restore(self, state: Any) -> None:  # noqa: ANN401
        """Go back to a state that `snapshot` gave."""

    @abstractmethod
    def observe(self) -> dict[str, float]:
        """What can be measured now; `units` names and units."""

    @abstractmethod
    def units(self) -> dict[str, str]:
        """What `observe` measures, with units."""

    @property
    @abstractmethod
    def time(self) -> float:
        """Simulated time [s]."""

    @property
    @abstractmethod
    def since_push(self) -> float | None:
        """Time since the push that counts began [s], None before the first."""

    @abstractmethod
    def sizes(self) -> Array:
        """What `outcome` needs the largest values of, at this moment."""

    @abstractmethod
    def outcome(self, most: Array) -> Report:
        """What to report after a run in which `sizes` reached `most`."""

    @classmethod
    @abstractmethod
    def tabled(cls) -> dict[str, str]:
        """What of `outcome` a table of many runs has, with titles; the first is drawn."""

    def remarks(self) -> Report:
        """What else there is to report of it."""
        return {}
