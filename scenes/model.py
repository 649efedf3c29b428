"""What a scene's model and the moments recorded of it have in common.

Time, recording, looking back, undo, sharing and clips know no more of a model
than this.
"""

from collections.abc import Mapping
from typing import Protocol, TypeVar

from sim.parameter import Value


class Model(Protocol):
    """Something simulated that goes on by fixed steps."""

    @property
    def settings(self) -> Mapping[str, Value]:
        """Every parameter with its present value."""

    def set(self, name: str, value: Value) -> None:
        """Change a parameter. Raises ParameterError and changes nothing if it is not valid."""

    def push(self) -> None:
        """Begin to push."""

    def step(self) -> None:
        """Go on by exactly one step."""

    def reset(self) -> None:
        """Back to how it began, with the present settings."""


class Moment(Protocol):
    """A model at one time: all there is to draw and to speak of. Never changes."""

    @property
    def time(self) -> float:
        """Simulated time [s]."""

    @property
    def since_push(self) -> float | None:
        """Time since the push that counts began [s], None before the first."""

    @property
    def settings(self) -> Mapping[str, Value]:
        """The settings of then."""

    @property
    def fallen(self) -> bool:
        """Whether it had given way."""


ModelT = TypeVar("ModelT", bound=Model)
MomentT = TypeVar("MomentT", bound=Moment)
