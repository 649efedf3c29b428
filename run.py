"""Spinestack: opens the window, or runs one headless command and leaves.

`python run.py --help` lists everything. Headless commands never open a window
and import pygame only where they draw.
"""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from sim.files import write_whole
from sim.parameter import assignments, nearest, UserError

SCENES = ("blocks", "spine", "timing", "recovery", "corset")
COLUMNS = ("blocks", "spine", "timing", "recovery")
LANGUAGES = ("nl", "en")
PROFILES = ("default", "projector", "contrast")
COMMANDS = {
    "simulate": "Push at t = 0 and report what happens.",
    "critical": "Find the largest value at which the stack stands, in three ways.",
    "stability": "Stiffness and mass matrix, eigenvalues, buckling mode, growth rates.",
    "map": "Where the spine stands over two parameters: the smallest eigenvalue on a grid.",
    "sweep": "One run after the other over the range of a parameter, on all cores.",
    "describe": "The model itself in SI, enough to rebuild it elsewhere.",
    "params": "Every parameter with its unit, default and range.",
    "screenshot": "A picture of the window as PNG.",
    "web": "The program as a static web page.",
}
LONGEST = 600.0  # s of simulated time in one command


class _Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one line."""

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_abbrev=False, **options)

    def error(self, message: str) -> NoReturn:
        raise UserError(" ".join(message.split()))  # an argument may contain line breaks


def _choice(kind: str, valid: Sequence[str]) -> Any:
    def check(text: str) -> str:
        if text not in valid:
            raise argparse.ArgumentTypeError(str(nearest(kind, text, valid)))
        return text

    return check


def _number(low: float, high: float, unit: str = "") -> Any:
    def check(text: str) -> float:
        try:
            value = float(text)
        except ValueError:
            value = float("nan")
        if not low <= value <= high:
            raise argparse.ArgumentTypeError(
                f"{text[:40]!r} is not a number from {low:g} to {high:g}{unit and ' ' + unit}"
            )
        return value

    return check


def _whole(low: int, high: int) -> Any:
    def check(text: str) -> int:
        if not (text.isdecimal() and len(text) < 10 and low <= int(text) <= high):
            raise argparse.ArgumentTypeError(
                f"{text[:40]!r} is not a whole number from {low} to {high}"
            )
        return int(text)

    return check


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is not of the form WIDTHxHEIGHT")
    size = int(width), int(height)
    if not (1024 <= size[0] <= 3840 and 600 <= size[1] <= 2160):
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is not from 1024x600 to 3840x2160")
    return size


def _file(text: str) -> Path:
    path = Path(text)
    if not path.name:
        raise argparse.ArgumentTypeError(f"{text[:40]!r} does not name a file")
    return path


class _Shared:
    """Options that several parsers have in common."""

    def __init__(self) -> None:
        self.settings = _Parser(add_help=False)
        self.settings.add_argument(
            "--set", action="append", default=[], metavar="NAME=VALUE", help="see params"
        )
        self.duration = _Parser(add_help=False)
        self.duration.add_argument(
            "--duration", type=_number(0.01, LONGEST, "s"), metavar="S", help="of a run, in s"
        )
        self.json = _Parser(add_help=False)
        self.json.add_argument("--json", action="store_true", help="strict JSON")
        self.look = _Parser(add_help=False)
        self.look.add_argument("--lang", type=_choice("language", LANGUAGES), help="nl or en")
        self.look.add_argument("--profile", type=_choice("profile", PROFILES), help=_or(PROFILES))
        self.look.add_argument("--text-scale", type=_number(1, 2), metavar="X", help="1 to 2")


def _or(names: Sequence[str]) -> str:
    return " or ".join(names)


def _window_parser() -> argparse.ArgumentParser:
    shared = _Shared()
    parser = _Parser(
        prog="run.py",
        description="Why small deep muscles hold a spine up: opens the window.",
        epilog="Without a window: run.py COMMAND --help, where COMMAND is " + _or(tuple(COMMANDS)),
        parents=[shared.settings, shared.look],
    )
    parser.add_argument("--scene", type=_choice("scene", SCENES), help=_or(SCENES))
    parser.add_argument("--preset", metavar="P", help="an example, such as taped")
    parser.add_argument("--load", metavar="SHARE", help="a share string")
    parser.add_argument(
        "--speed", type=_number(0.01, 1), default=1.0, metavar="X", help="of time, 0.01 to 1"
    )
    parser.add_argument("--fullscreen", action="store_true")
    return parser


def _command_parser() -> argparse.ArgumentParser:
    shared = _Shared()
    parser = _Parser(prog="run.py")
    commands = parser.add_subparsers(dest="command", required=True, parser_class=_Parser)

    def add(name: str, *parents: _Parser, scenes: Sequence[str] = SCENES) -> _Parser:
        command = commands.add_parser(name, parents=parents, description=COMMANDS[name])
        command.add_argument("scene", type=_choice("scene", scenes), help=_or(scenes))
        return command

    simulate = add("simulate", shared.settings, shared.duration, shared.json)
    simulate.add_argument("--csv", type=_file, metavar="FILE", help="the recording")
    critical = add("critical", shared.settings, shared.json, scenes=("blocks",))
    critical.add_argument("--vary", required=True, metavar="NAME", help="press, crown_curvature")
    add("stability", shared.settings, shared.json, scenes=COLUMNS)
    chart = add("map", shared.settings, shared.json, scenes=("spine",))
    chart.add_argument("--x", default="long_muscles", metavar="NAME", help="to the right")
    chart.add_argument("--y", default="deep_muscles", metavar="NAME", help="upwards")
    chart.add_argument("--grid", type=_whole(2, 1000), default=100, metavar="N", help="2 to 1000")
    chart.add_argument("--csv", type=_file, metavar="FILE", help="all cells")
    chart.add_argument("--png", type=_file, metavar="FILE", help="a figure")
    sweep = add("sweep", shared.settings, shared.duration, shared.json)
    sweep.add_argument("--vary", required=True, metavar="NAME", help="any number, see params")
    for end in ("from", "to"):
        sweep.add_argument(
            f"--{end}", type=_number(-1e9, 1e9), required=True, metavar="X", help="included"
        )
    sweep.add_argument(
        "--steps", type=_whole(2, 100_000), required=True, metavar="N", help="how many runs"
    )
    sweep.add_argument(
        "--jobs", type=_whole(1, 1000), default=-1, metavar="N", help="cores, all by default"
    )
    sweep.add_argument("--dask", metavar="ADDRESS", help="of a Dask scheduler: runs there")
    sweep.add_argument("--csv", type=_file, metavar="FILE", help="all runs; can be gone on with")
    sweep.add_argument("--png", type=_file, metavar="FILE", help="a figure")
    add("describe", shared.settings, shared.json)
    params = commands.add_parser("params", parents=[shared.json], description=COMMANDS["params"])
    params.add_argument("scene", type=_choice("scene", SCENES), nargs="?", help="all by default")
    picture = add("screenshot", shared.settings, shared.look)
    picture.add_argument("--out", type=_file, required=True, metavar="FILE", help="a PNG")
    picture.add_argument(
        "--at", type=_number(0, 60, "s"), metavar="S", help="push and let S seconds pass"
    )
    picture.add_argument("--size", type=_size, default=(1280, 720), metavar="WxH")
    web = commands.add_parser("web", parents=[shared.json], description=COMMANDS["web"])
    web.add_argument("--out", type=_file, required=True, metavar="DIR", help="the site")
    web.add_argument("--wheels", type=Path, metavar="DIR", help="with the wheels, for no network")
    web.add_argument("--pyodide", type=Path, metavar="DIR", help="with the runtime, likewise")
    return parser


def _print(report: object, as_json: bool) -> None:
    if as_json or not isinstance(report, dict):
        print(json.dumps(report, indent=2, allow_nan=False))
        return
    for name, value in report.items():
        print(f"{name}: {value if isinstance(value, str) else json.dumps(value, allow_nan=False)}")


def _command(arguments: argparse.Namespace) -> None:
    # Imported here because --help and bad command lines need no solver.
    from sim import describe

    if arguments.command == "params":
        _print(describe.params(arguments.scene), arguments.json)
        return
    if arguments.command == "web":
        from scenes.web.build import write_site

        _print(write_site(arguments.out, arguments.wheels, arguments.pyodide), arguments.json)
        return
    values = assignments(arguments.set)
    if arguments.command == "screenshot":
        from scenes.screenshot import screenshot

        picture = screenshot(
            arguments.scene,
            values,
            arguments.at,
            size=arguments.size,
            language=arguments.lang,
            profile=arguments.profile or "default",
            text_scale=arguments.text_scale or 1.0,
        )
        write_whole(arguments.out, picture)
        return
    _print(_report(arguments, values), arguments.json)


def _report(arguments: argparse.Namespace, values: dict[str, str]) -> dict[str, Any]:
    from sim import critical, describe, experiment, stability_map

    scene = arguments.scene
    match arguments.command:
        case "simulate":
            report, trace = experiment.simulate(scene, values, arguments.duration)
            if arguments.csv:
                write_whole(arguments.csv, trace.csv().encode())
            return report
        case "critical":
            return critical.critical(values, arguments.vary)
        case "map":
            found = stability_map.stability_map(arguments.x, arguments.y, arguments.grid, values)
            if arguments.png:
                from sim.figure import map_figure

                write_whole(arguments.png, map_figure(found))
            if arguments.csv:
                write_whole(arguments.csv, found.csv().encode())
            return found.report()
        case "sweep":
            return _sweep(arguments, values)
        case "stability":
            return experiment.stability(scene, values)
    return describe.describe(scene, values)


def _sweep(arguments: argparse.Namespace, values: dict[str, str]) -> dict[str, Any]:
    from sim.sweep import plan
    from sim.sweeping import write_sweep

    ends = getattr(arguments, "from"), arguments.to
    scene, steps, duration = arguments.scene, arguments.steps, arguments.duration
    planned = plan(scene, arguments.vary, ends, steps, values, duration=duration)
    report = write_sweep(
        planned,
        jobs=arguments.jobs,
        dask=arguments.dask,
        csv=arguments.csv,
        png=arguments.png,
    )
    if not arguments.json:
        del report["points"]
    return report


def _window(arguments: argparse.Namespace) -> None:
    from scenes.display import Options
    from scenes.preset import find_preset
    from scenes.window import open_window
    from sim.share import decode

    values: dict[str, object] = {}
    asked = [("--scene names", arguments.scene)] if arguments.scene is not None else []
    if arguments.preset is not None:
        preset = find_preset(arguments.preset)
        asked.append((f"the preset {arguments.preset} belongs to", preset.scene))
        values |= preset.settings
    if arguments.load is not None:
        scene, settings = decode(arguments.load)
        asked.append(("the share string belongs to", scene))
        values |= settings
    values |= assignments(arguments.set)
    scenes = [scene for _, scene in asked]
    if len(set(scenes)) > 1:
        raise UserError(", but ".join(f"{what} {scene}" for what, scene in asked))
    options = Options(
        language=arguments.lang,
        profile=arguments.profile,
        text_scale=arguments.text_scale,
        speed=arguments.speed,
        fullscreen=arguments.fullscreen,
        start=not values and arguments.scene is None,
        scene=scenes[0] if scenes else SCENES[0],
    )
    open_window(values, options)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; 0 when done, 2 with one line on stderr when it can't be."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    argv = sys.argv[1:] if argv is None else list(argv)
    try:
        if argv and not argv[0].startswith("-"):
            if argv[0] not in COMMANDS:
                raise nearest("command", argv[0], COMMANDS)
            _command(_command_parser().parse_args(argv))
        else:
            _window(_window_parser().parse_args(argv))
        sys.stdout.flush()
    except UserError as error:
        print(f"spinestack: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115 - the reader has gone
        return 0
    except OSError as error:
        print(f"spinestack: can not write the output: {error.strerror}", file=sys.stderr)
        os._exit(2)  # the interpreter would complain again when it flushes
    return 0


if __name__ == "__main__":
    sys.exit(main())
