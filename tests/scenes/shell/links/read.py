"""Reads a link of which nothing may be left out."""

from scenes.shell.links.address import asked_by
from sim.catalogue import SCENES
from sim.parameter import Value


def read(link: str) -> tuple[str, dict[str, Value]]:
    asked = asked_by(link)
    assert asked.scene is not None
    assert asked.left_out == {}
    return asked.scene, SCENES[asked.scene].check(asked.settings)
