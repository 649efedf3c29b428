"""Every command that can be asked for is one that is carried out."""

from scenes.shell import commands as seen
from sim.cli.commands import COMMANDS
from sim.cli.parser import COMMANDS as NAMED


def test_every_command_is_carried_out_by_somebody() -> None:
    assert callable(seen.screenshot)
    assert callable(seen.handout)
    assert sorted(NAMED) == sorted([*COMMANDS, "screenshot", "handout", "web"])
