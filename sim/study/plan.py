"""Sweeps: runs over the range of any number that a scene has.

Every run is a model of its own, so that it makes no difference where and in which
order they are done. They are done in blocks: many side by side where the model can
(`sim.spine.many_runs`), else one alone in a world with contacts. With a table to write,
finished blocks are kept in a journal beside it until all are done (`sim.study.journal`): a
sweep that was stopped goes on there.

This module says what a sweep is, `sim.study.execute` carries it out.
"""

import hashlib
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from sim.catalogue import ENGINES, SCENES
from sim.mechanics.world import STEP
from sim.model.run import Run
from sim.model.simulation import Report, Simulation
from sim.parameter import nearest, Parameter, ParameterError, UserError, Value
from sim.spine.many_runs import ABREAST
from sim.study.program import program

JOINTS, CONTACTS = ENGINES


@dataclass(frozen=True)
class Plan:
    """Which runs: one for each of the `values` of a parameter, with the `others` as they are."""

    scene: str
    parameter: Parameter
    values: tuple[Value, ...]
    others: Mapping[str, object]
    duration: float
    engine: str

    def settings(self, value: Value) -> dict[str, Value]:
        """All parameters of the run with this value. Raises ParameterError."""
        return SCENES[self.scene].model.settings_of({**self.others, self.parameter.name: value})

    def name(self) -> str:
        """Something that no other sweep is called, nor this one after a change of the program."""
        ends = [self.settings(value) for value in (self.values[0], self.values[-1])]
        what = (self.scene, self.parameter.name, self.values, ends, self.duration)
        how = (self.engine, self.together, STEP, program())
        return hashlib.sha256(json.dumps((what, how)).encode()).hexdigest()

    @property
    def together(self) -> int:
        """How many runs make a block."""
        return ABREAST if self.engine == JOINTS else 1

    def blocks(self) -> list["Plan"]:
        """The same in blocks of runs, in their order."""
        step = self.together
        parts = (self.values[at : at + step] for at in range(0, len(self.values), step))
        return [replace(self, values=part) for part in parts]


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
        first, *rest = map(plan.settings, plan.values)
        return {
            "scene": plan.scene,
            "vary": plan.parameter.name,
            "from": plan.values[0],
            "to": plan.values[-1],
            "steps": len(plan.values),
            "engine": plan.engine,
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
                if all(settings[name] == value for settings in rest)
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
    engine: str | None = None,
) -> Plan:
    """`steps` values of a parameter, both ends included; side by side where that can be.

    Raises ParameterError.
    """
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
    can = SCENES[scene].many_runs is not None
    if engine == JOINTS and not can:
        raise ParameterError(f"{scene} can not be done in {JOINTS}: the engine is {CONTACTS}")
    engine = engine or (JOINTS if can else CONTACTS)
    found = Plan(scene, numbers[vary], checked, others, duration or model.duration, engine)
    found.settings(checked[0])  # raises before anything is done
    return found


def run_for(program_there: str, number: int, block: Plan) -> tuple[int, list[Outcome]]:
    """A block of runs for a program elsewhere. Raises UserError where this is another."""
    if program_there != program():
        raise UserError("the cluster has another version of Spinestack: install this one there")
    return run_block(number, block)


def run_block(number: int, block: Plan) -> tuple[int, list[Outcome]]:
    """A block of runs, wherever it takes place."""
    scene = SCENES[block.scene]
    settings = [block.settings(value) for value in block.values]
    if block.engine == JOINTS and scene.many_runs:
        runs = scene.many_runs(settings)
        for _ in runs.steps(block.duration):
            pass
        reports = runs.outcomes()
    else:
        reports = [_alone(scene.model(one), block.duration) for one in settings]
    return number, [{name: one[name] for name in scene.model.tabled()} for one in reports]


def _alone(model: Simulation, duration: float) -> Report:
    watch = Run(model)
    for _ in watch.slices(duration):
        pass
    return watch.outcome()
