"""Spinestack: opens the window, or runs one headless command and leaves.

`python run.py --help` lists everything. Headless commands never open a window
and import pygame only where they draw.
"""

import _thread
import os
import signal
import sys
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from types import FrameType

INTERRUPTED = 130  # what shells take for stopped by Ctrl+C
# How the solver gives its memory back: half done, it is used once more, and the program crashes.
GIVING_BACK = {"spacefree", "freebody", "shapefree", "constraintfree"}


def _command(arguments: "argparse.Namespace") -> None:
    # Imported here because --help and bad command lines need neither solver nor pygame.
    from sim.cli.output import say

    match arguments.command:
        case "screenshot":
            from scenes.shell.commands import screenshot

            screenshot(arguments)
        case "handout":
            from scenes.shell.commands import handout

            handout(arguments)
        case "notes":
            from scenes.shell.commands import notes

            notes(arguments)
        case "web":
            from scenes.web.build import write_site
            from scenes.web.serve import cache, serve_site

            out = arguments.out or cache()
            report = write_site(out, arguments.wheels, arguments.pyodide)
            say(report, as_json=arguments.json)
            if arguments.serve:
                serve_site(out, arguments.port)
        case headless:
            from sim.cli import commands

            say(commands.COMMANDS[headless](arguments), as_json=arguments.json)


def _window(arguments: "argparse.Namespace") -> None:
    import gc

    gc.disable()  # what is loaded stays: the window looks for garbage from its first picture on
    from scenes.shell.commands import window

    window(arguments)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; 0 when done, 2 with one line on stderr when it can't be.

    130, with one line, when Ctrl+C stopped it.
    """
    if argv is None:
        signal.signal(signal.SIGINT, _stop)
        sys.unraisablehook = _insist
    try:
        return _run(sys.argv[1:] if argv is None else list(argv))
    except KeyboardInterrupt as stop:
        if argv is None:
            _silence()
        print(f"spinestack: {str(stop) or 'stopped'}", file=sys.stderr)
        return INTERRUPTED
    finally:
        if argv is None:  # the interpreter is leaving anyway
            signal.signal(signal.SIGINT, signal.SIG_IGN)


def _stop(_: int, frame: "FrameType | None") -> None:
    """Ctrl+C, but never inside what must come to its end.

    In an import, compiled modules take it for a fault of theirs, or abort.
    """
    while frame is not None:
        code = frame.f_code
        if code.co_filename == "<frozen importlib._bootstrap>" or code.co_name in GIVING_BACK:
            _stop_later()
            return
        frame = frame.f_back
    raise KeyboardInterrupt


def _insist(unraisable: "sys.UnraisableHookArgs") -> None:
    """Let a Ctrl+C count that came where nothing can be raised, as in clearing away."""
    if unraisable.exc_type is KeyboardInterrupt:
        _stop_later()  # not here, where it would be lost
    else:
        sys.__unraisablehook__(unraisable)


def _stop_later() -> None:
    threading.Timer(0.01, _thread.interrupt_main).start()


def _silence() -> None:
    """Let nothing that was half made when Ctrl+C came complain of it, such as an event loop."""
    import warnings

    warnings.simplefilter("ignore")
    sys.unraisablehook = lambda _: None


def _run(argv: list[str]) -> int:
    # Imported here, where Ctrl+C is expected.
    from sim.cli.output import fill_streams, flush
    from sim.files import can_not_read
    from sim.parameter import UserError

    fill_streams()
    try:
        try:
            _understand(argv)
        except SystemExit:  # --help and --version have been printed
            flush()
            raise
    except (UserError, OSError) as error:
        said = can_not_read(error) if isinstance(error, OSError) else error
        print(f"spinestack: {said}", file=sys.stderr)
        return 2
    return 0


def _understand(argv: list[str]) -> None:
    from sim.cli.output import check_outputs_of
    from sim.cli.parser import command_parser, COMMANDS, window_parser
    from sim.parameter import nearest

    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    if argv and not argv[0].startswith("-"):
        if argv[0] not in COMMANDS:
            raise nearest("command", argv[0], COMMANDS)
        arguments = command_parser().parse_args(argv)
        check_outputs_of(arguments)
        _command(arguments)
    else:
        _window(window_parser().parse_args(argv))


if __name__ == "__main__":
    sys.exit(main())
