"""The table of scenes tells the truth of what it names, and costs nothing to read."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import run
from sim.catalogue import SCENES, with_column, with_model
from sim.model.column_model import Model
from sim.model.simulation import Simulation


@pytest.mark.parametrize("name", with_model())
def test_a_model_is_called_after_its_scene(name: str) -> None:
    model = SCENES[name].model
    assert issubclass(model, Simulation)
    assert model.name == name
    assert issubclass(model, Model) == (name in with_column())


@pytest.mark.parametrize("name", with_model())
def test_what_is_shown_can_set_all_that_the_model_has(name: str) -> None:
    scene = SCENES[name]
    shown = {parameter.name for parameter in scene.parameters}
    assert shown >= {parameter.name for parameter in scene.model.parameters}
    assert scene.check({}) == scene.check(scene.check({}))


@pytest.mark.parametrize("name", SCENES)
def test_every_scene_has_a_room_with_its_picture(name: str) -> None:
    module = import_module(f"scenes.{name}.scene")
    assert getattr(module, f"{name.capitalize()}Scene").name == name


def test_names_are_read_without_a_solver() -> None:
    code = (
        "import sys; from sim.catalogue import *; with_model(), with_column()\n"
        "assert not {'numpy', 'pymunk', 'pygame'} & {*sys.modules}"
    )
    subprocess.run([sys.executable, "-c", code], cwd=Path(run.__file__).parent, check=True)
