"""Spinestack: opens the window, or runs one headless command and leaves.

`python run.py --help` lists everything. Headless commands never open a window
and import pygame only where they draw.
"""

import argparse
import os
import sys
from collections.abc import Sequence

from sim.cli.output import say
from sim.cli.parser import command_parser, COMMANDS, window_parser
from sim.files import can_not_read
from sim.parameter import nearest, UserError


def _command(arguments: argparse.Namespace) -> None:
    # Imported here because --help and bad command lines need neither solver nor pygame.
    match arguments.command:
        case "screenshot":
            from scenes.shell.commands import screenshot

            screenshot(arguments)
        case "handout":
            from scenes.shell.commands import handout

            handout(arguments)
        case "web":
            from scenes.web.build import write_site

            report = write_site(arguments.out, arguments.wheels, arguments.pyodide)
            say(report, as_json=arguments.json)
        case headless:
            from sim.cli import commands

            say(commands.COMMANDS[headless](arguments), as_json=arguments.json)


def _window(arguments: argparse.Namespace) -> None:
    from scenes.shell.commands import window

    window(arguments)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; 0 when done, 2 with one line on stderr when it can't be."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    argv = sys.argv[1:] if argv is None else list(argv)
    try:
        if argv and not argv[0].startswith("-"):
            if argv[0] not in COMMANDS:
                raise nearest("command", argv[0], COMMANDS)
            _command(command_parser().parse_args(argv))
        else:
            _window(window_parser().parse_args(argv))
    except (UserError, OSError) as error:
        said = can_not_read(error) if isinstance(error, OSError) else error
        print(f"spinestack: {said}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
