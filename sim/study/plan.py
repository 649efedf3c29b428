"""Sweeps: one run after the other over the range of any number that a scene has.

Every run is a model of its own, so that it makes no difference where and in which
order they are done. With a table to write, finished runs are kept in a journal
beside it until all are done (`sim.study.journal`): a sweep that was stopped goes on there.

This module says what a sweep is, `sim.study.execute` carries it out.
"""

import hashlib
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from sim.catalogue import SCENES
from sim.mechanics.world import STEP
from sim.model.run import Run
from sim.parameter import nearest, Parameter, ParameterError, UserError, Value
from sim.study.program import program


@dataclass(frozen=True)
class Plan:
    """Which runs: one for each of the `values` of a parameter, with all settings of each."""

    scene: str
    parameter: Parameter
    values: tuple[Value, ...]
    settings: tuple[dict[str, Value], ...]
    duration: float

    def name(self) -> str:
        """Something that no other sweep is called, nor this one after a change of the program."""
        told = [self.scene, self.parameter.name, self.duration, STEP, self.settings, program()]
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()


Outcome = dict[str, float | bool | None]
"""What one run gave, as far as its model's `tabled` names it."""


@dataclass(frozen=True)
class Sweep:
    """A plan that has been carried out."""

    plan: Plan
    outcomes: tuple[Outcome, ...]

    @property
    def titles(self) -> dict[str, str]:
        """Title and unit of everything in an outcome, what is drawn first."""
        return SCENES[self.plan.scene].model.tabled()

    def header(self) -> list[str]:
        """Quantities and units of the table; times count from what is named."""
        return [self.plan.parameter.title, *self.titles.values()]

    def drawn(self) -> list[float]:
        """Of every run what matters most."""
        first = next(iter(self.titles))
        return [float(one[first] or 0.0) for one in self.outcomes]

    def csv(self) -> str:
        """One line a run; nothing under the time of falling where it stands."""
        text = io.StringIO()
        text.write(",".join(self.header()) + "\n")
        for value, one in zip(self.plan.values, self.outcomes, strict=True):
            text.write(",".join(map(_cell, (value, *one.values()))) + "\n")
        return text.getvalue()

    def report(self) -> dict[str, Any]:
        """What the sweep says, ready for strict JSON."""
        plan, drawn = self.plan, self.drawn()
        largest = max(range(len(drawn)), key=drawn.__getitem__)
        _, _, quantity = next(iter(self.titles)).partition("_")
        standing = [bool(one["standing"]) for one in self.outcomes if "standing" in one]
        first = plan.settings[0]
        return {
            "scene": plan.scene,
            "vary": plan.parameter.name,
            "from": plan.values[0],
            "to": plan.values[-1],
            "steps": len(plan.values),
            **({"standing": sum(standing)} if standing else {}),
            f"largest_{quantity}": drawn[largest],
            "largest_at": plan.values[largest],
            "points": [
                {plan.parameter.name: value, **one}
                for value, one in zip(plan.values, self.outcomes, strict=True)
            ],
            "parameters": {
                name: value
                for name, value in first.items()
                if all(settings[name] == value for settings in plan.settings)
            },
        }


def _cell(value: Value | None) -> str:
    return "" if value is None else f"{value:.9g}"


def plan(
    scene: str,
    vary: str,
    ends: tuple[float, float],
    steps: int,
    values: Mapping[str, object],
    *,
    duration: float | None = None,
) -> Plan:
    """`steps` values of a parameter, both ends included. Raises ParameterError."""
    model = SCENES[scene].model
    numbers = {p.name: p for p in model.parameters if not p.canonical}
    if vary not in numbers:
        raise nearest("number to vary", vary, numbers)
    if not ends[0] < ends[1]:
        raise ParameterError(f"a sweep can not go from {ends[0]:g} to {ends[1]:g}: it must rise")
    for end in ends:
        numbers[vary].check(end)
    others = {name: value for name, value in values.items() if name != vary}
    # Twelve digits, so that a tenth of the way is 0.1.
    varied = [float(f"{value:.12g}") for value in np.linspace(*ends, steps)]
    checked = tuple(numbers[vary].check(value) for value in varied)
    settings = tuple(model.settings_of({**others, vary: value}) for value in checked)
    return Plan(scene, numbers[vary], checked, settings, duration or model.duration)


def run_one(
    index: int, scene: str, settings: Mapping[str, Value], duration: float, of: str
) -> tuple[int, Outcome]:
    """One run, wherever it takes place. Raises UserError where the program is another one."""
    if of != program():
        raise UserError("the cluster has another version of Spinestack: install this one there")
    watch = Run(SCENES[scene].model(settings))
    for _ in watch.slices(duration):
        pass
    outcome = watch.outcome()
    return index, {name: outcome[name] for name in watch.model.tabled()}
