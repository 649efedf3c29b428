"""The corset: transversus as a ring around the abdomen, breathing, drawn in or braced.

Two things are simulated: the transverse section at L4 (`sim.corset.section`), a membrane whose
pressure comes of itself, and what that pressure does for the spine (`sim.corset.lifting`): it
carries F = p A of the trunk, and it stiffens the joints as transversus does in the
lumbar spine. `push` begins a breath. Multifidus works together with transversus.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from sim.corset.effort import Effort, effort, lungs, towards
from sim.corset.lifting import disc_force, disc_pressure, joint_stiffness, POSTURES
from sim.corset.parameters import PARAMETERS, settings_of
from sim.corset.rest import rest_places, rest_pressure, settled
from sim.corset.ring import Ring, RingState
from sim.corset.section import (
    ABDOMEN,
    arc_radius,
    BELT_LINKS,
    EDGES,
    NAVEL,
    RIGHT,
    section,
    tuned,
)
from sim.mechanics.column import Array
from sim.mechanics.world import STEP
from sim.model.simulation import Report, Simulation
from sim.parameter import Value


@dataclass(frozen=True)
class CorsetState:
    """All that a corset needs to go on."""

    settings: tuple[tuple[str, Value], ...]
    ring: RingState
    effort: Effort
    phase: float
    began: int | None
    one_breath: bool


class Corset(Simulation):
    """The simulated corset; `phase` of its breath, `effort` that its muscles make now."""

    name = "corset"
    parameters = PARAMETERS
    duration = 5.0
    since = "breath"

    def __init__(
        self, values: Mapping[str, object] = MappingProxyType({}), *, dt: float = STEP
    ) -> None:
        self.settings = self.settings_of(values)
        self._dt = dt
        self.reset()

    @staticmethod
    def settings_of(values: Mapping[str, object]) -> dict[str, Value]:
        """See `sim.corset.parameters.settings_of`."""
        return settings_of(values)

    def reset(self) -> None:
        """Back to the beginning of the breath, at rest, with the present settings."""
        self.phase = float(self.settings["breath_phase"])
        self.effort = effort(self.settings, self.phase)
        self.ring = Ring(section(), self._dt)
        self._tune()
        self.ring.restore(settled(self.effort))
        self._start: Array = self.ring.places.copy()
        self._began: int | None = None
        self._one_breath = False

    def _tune(self) -> None:
        self.ring.tune(*tuned(self.effort))

    def set(self, name: str, value: object) -> None:
        """Change a parameter; breath and muscles follow. `breath_phase` moves the breath there.

        Raises ParameterError and changes nothing if it is not valid.
        """
        self.settings = self.settings_of({**self.settings, name: value})
        if name == "breath_phase":
            self.phase = float(self.settings[name])
            self._one_breath = False

    def push(self) -> None:
        """Begin a breath, from the end of breathing out; a held one stops there again."""
        self.phase = 0.0
        self._began = self.ring.steps
        self._one_breath = not self.settings["breathing"]

    def step(self) -> None:
        """Go on by exactly one step."""
        if self.settings["breathing"] or self._one_breath:
            self.phase += self._dt / float(self.settings["breath_time"])
            if self.phase >= 1:
                self.phase = 0.0 if self._one_breath else self.phase - 1
                self._one_breath = False
        asked = effort(self.settings, self.phase)
        self.effort = towards(self.effort, asked, self._dt)
        self._tune()
        self.ring.step()

    def snapshot(self) -> CorsetState:
        """The present state."""
        settings, ring = tuple(self.settings.items()), self.ring.snapshot()
        return CorsetState(settings, ring, self.effort, self.phase, self._began, self._one_breath)

    def restore(self, state: CorsetState) -> None:
        """Go back to a state; it goes on bit for bit as it did."""
        self.settings = dict(state.settings)
        self.effort, self.phase = state.effort, state.phase
        self._began, self._one_breath = state.began, state.one_breath
        self._tune()
        self.ring.restore(state.ring)

    # -- what can be read ----------------------------------------------------------

    @property
    def time(self) -> float:
        """Simulated time [s]."""
        return self.ring.steps * self._dt

    @property
    def since_push(self) -> float | None:
        """Time since the breath that counts began [s], None before the first."""
        return None if self._began is None else (self.ring.steps - self._began) * self._dt

    @property
    def fallen(self) -> bool:
        """A corset has nothing to fall."""
        return False

    @property
    def places(self) -> Array:
        """Where all nodes of the section are [m], (n, 2); do not change it."""
        return self.ring.places

    @property
    def pressure(self) -> float:
        """Pressure in the abdomen [Pa]."""
        return float(self.ring.membrane.pressures[ABDOMEN])

    @property
    def gap(self) -> float:
        """How much further left and right are apart in front than at rest [m]."""
        return float(np.ptp(self.places[EDGES, 0]) - np.ptp(rest_places()[EDGES, 0]))

    @property
    def disc_force(self) -> float:
        """Compression of the disc L4/5 [N]."""
        return self.disc_force_at(self.pressure)

    def disc_force_at(self, abdominal: float) -> float:
        """What that would be at this pressure in the abdomen [Pa], all else as it is [N]."""
        posture = POSTURES[str(self.settings["posture"])]
        return disc_force(posture, float(self.settings["load"]), abdominal)

    def units(self) -> dict[str, str]:
        """What `observe` measures, with units."""
        return {
            "time": "s",
            "breath_phase": "",
            "lungs": "",
            "transversus": "",
            "obliques": "",
            "pressure": "Pa",
            "tension": "N/m",
            "radius": "m",
            "content_area": "m^2",
            "compartment_pressure": "Pa",
            "gap": "m",
            "navel_in": "m",
            "disc_force": "N",
            "disc_pressure": "Pa",
            "relief": "",
            "joint_stiffness": "N m/rad",
            "fibre_work": "J",
            "content_work": "J",
        }

    def observe(self) -> dict[str, float]:
        """What can be measured now; `units` names and units."""
        ring, membrane = self.ring, self.ring.membrane
        force, at_rest = self.disc_force, self.disc_force_at(rest_pressure())
        return {
            "time": self.time,
            "breath_phase": self.phase,
            "lungs": lungs(self.phase) * float(self.settings["breath_depth"]),
            "transversus": self.effort.transversus,
            "obliques": self.effort.obliques,
            "pressure": self.pressure,
            "tension": float(membrane.tensions[:BELT_LINKS].mean()),
            "radius": arc_radius(ring.places),
            "content_area": float(membrane.areas[ABDOMEN]),
            "compartment_pressure": float(membrane.pressures[RIGHT]),
            "gap": self.gap,
            "navel_in": float((rest_places() - ring.places)[NAVEL, 1].mean()),
            "disc_force": force,
            "disc_pressure": disc_pressure(force),
            "relief": 1 - force / at_rest,
            "joint_stiffness": joint_stiffness(self.pressure),
            "fibre_work": ring.fibre_work,
            "content_work": ring.content_work,
        }

    def sizes(self) -> Array:
        """Largest movement of the wall [m], pressures in abdomen and disc [Pa], and less than."""
        moved = np.abs(self.ring.places - self._start).max()
        inside, disc = self.pressure, disc_pressure(self.disc_force)
        return np.array([moved, inside, disc, -inside, -disc])

    def outcome(self, most: Array) -> Report:
        """How far the wall went, and both pressures at their least, their most and now."""
        moved, inside, disc, inside_less, disc_less = most.tolist()
        return {
            "standing": True,
            "fell_at_s": None,
            "gave_way": None,
            "max_displacement_mm": moved * 1000,
            "max_rotation_deg": None,
            "least_pressure_kPa": -inside_less / 1000,
            "most_pressure_kPa": inside / 1000,
            "pressure_kPa": self.pressure / 1000,
            "least_disc_pressure_MPa": -disc_less / 1e6,
            "most_disc_pressure_MPa": disc / 1e6,
            "disc_pressure_MPa": disc_pressure(self.disc_force) / 1e6,
        }

    @classmethod
    def tabled(cls) -> dict[str, str]:
        """Both pressures, and how far the wall went."""
        pressures = ("pressure_kPa", "disc_pressure_MPa")
        names = [f"{which}{name}" for name in pressures for which in ("most_", "least_", "")]
        titles = {name: "{} [{}]".format(*name.rsplit("_", 1)) for name in names}
        return {**titles, "max_displacement_mm": "max_displacement [mm]"}

    def remarks(self) -> Report:
        """Why there is no fall to report."""
        return {"note": "a corset does not fall and nothing in it turns"}
