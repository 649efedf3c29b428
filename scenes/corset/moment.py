"""The corset at one time: what is recorded, drawn, charted and spoken of."""

from collections.abc import Mapping
from dataclasses import dataclass

from scenes.corset.section_pose import SectionPose
from scenes.experiment.protocols import Readings
from sim.corset.effort import Effort, effort, exhaling
from sim.corset.lifting import disc_pressure
from sim.corset.model import Corset
from sim.corset.rest import rest_pressure
from sim.mechanics.column import Array
from sim.parameter import Value


@dataclass(frozen=True)
class CorsetMoment:
    """The corset at one time.

    `phase` of the breath, 0 to 1; `places` [m] of all nodes of the section; `pressure`
    [Pa] in the abdomen; `disc_force` [N] on L4/5, and `rest_force` with the
    pressure of a belly at rest; `gap` [m] between left and right in front.
    """

    time: float
    since_push: float | None
    settings: Mapping[str, Value]
    phase: float
    effort: Effort
    places: Array
    pressure: float
    disc_force: float
    rest_force: float
    gap: float

    @property
    def fallen(self) -> bool:
        """A corset has nothing to fall."""
        return False

    @property
    def disc_pressure(self) -> float:
        """Pressure in the disc L4/5 [Pa]."""
        return disc_pressure(self.disc_force)

    @property
    def rest_disc_pressure(self) -> float:
        """What that would be with the belly at rest [Pa]."""
        return disc_pressure(self.rest_force)

    @property
    def relief(self) -> float:
        """The share of the disc's load that is taken off, against a belly at rest."""
        return 1 - self.disc_force / self.rest_force

    @property
    def asked(self) -> Effort:
        """What settings and breath ask of the muscles now; they follow with their lag."""
        return effort(self.settings, self.phase)

    @property
    def exhaling(self) -> float:
        """What the breath alone asks of transversus now, 0 to 1."""
        return exhaling(float(self.settings["breath_depth"]), self.phase)

    @property
    def pose(self) -> SectionPose:
        """What the drawing of the section needs."""
        return SectionPose(
            self.places, self.effort.transversus, self.effort.obliques, self.pressure
        )

    def readings(self) -> Readings:
        """Breath, muscles, pressures, and what the disc carries."""
        return {
            ("breath_phase", ""): self.phase,
            ("transversus", ""): self.effort.transversus,
            ("obliques", ""): self.effort.obliques,
            ("pressure", "Pa"): self.pressure,
            ("gap", "m"): self.gap,
            ("disc_force", "N"): self.disc_force,
            ("disc_pressure", "Pa"): self.disc_pressure,
            ("relief", ""): self.relief,
        }


def moment_of(corset: Corset) -> CorsetMoment:
    """The corset as it is now."""
    return CorsetMoment(
        corset.time,
        corset.since_push,
        corset.settings,
        corset.phase,
        corset.effort,
        corset.places.copy(),
        corset.pressure,
        corset.disc_force,
        corset.disc_force_at(rest_pressure()),
        corset.gap,
    )
