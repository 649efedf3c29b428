"""The options and commands of the command line.

Knows no solver and no pygame, so that `--help` and mistakes are answered at once.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from sim.catalogue import (
    ENGINES,
    FORMATS,
    FORMS,
    LANGUAGES,
    MAPPED,
    PROFILES,
    SCENES,
    with_column,
    with_model,
)
from sim.cli.option_values import address, choice, file, LONGEST, number, Parser, size, whole
from sim.cli.version import VERSION
from sim.csv_form import FORMS as CSV_FORMS

COMMANDS = {
    "simulate": "Push at t = 0 and report what happens.",
    "critical": "Find the largest value at which the stack stands, in three ways.",
    "stability": "Stiffness and mass matrix, eigenvalues, buckling mode, growth rates.",
    "map": "Over two parameters: where the spine stands, or what is measured in runs.",
    "sweep": "Runs over the range of a parameter, side by side or one by one, on all cores.",
    "describe": "The model itself in SI, enough to rebuild it elsewhere.",
    "export": "The model in a form that other programs simulate; mjcf is that of MuJoCo.",
    "params": "Every parameter with its unit, default and range.",
    "screenshot": "A picture of the window as PNG.",
    "handout": "Exercises to take home, with doses and lines of one's own, as PDF.",
    "notes": "The teacher's notes on all steps of the lesson, as PDF.",
    "web": "The program as a static web page.",
}


class _Shared:
    """Options that several parsers have in common."""

    def __init__(self) -> None:
        self.settings = Parser(add_help=False)
        self.settings.add_argument(
            "--set", action="append", default=[], metavar="NAME=VALUE", help="see params"
        )
        self.duration = Parser(add_help=False)
        self.duration.add_argument(
            "--duration", type=number(0.01, LONGEST, "s"), metavar="S", help="of a run, in s"
        )
        self.json = Parser(add_help=False)
        self.json.add_argument("--json", action="store_true", help="strict JSON")
        self.table = Parser(add_help=False)
        self.table.add_argument(
            "--csv-format",
            type=choice("form of a table", CSV_FORMS),
            default=CSV_FORMS[0],
            metavar="NAME",
            help=f"{_or(CSV_FORMS)}: with ; for a spreadsheet of such a country",
        )
        self.look = Parser(add_help=False)
        self.look.add_argument("--lang", type=choice("language", LANGUAGES), help="nl or en")
        self.look.add_argument("--profile", type=choice("profile", PROFILES), help=_or(PROFILES))
        self.look.add_argument("--text-scale", type=number(1, 2), metavar="X", help="1 to 2")


def _or(names: Sequence[str]) -> str:
    return " or ".join(names)


def program() -> str:
    """The program as it was called: run.py, spinestack, or python -m run."""
    module = sys.modules["__main__"].__spec__
    if module and module.name == "run":
        return "python -m run"
    return "run.py" if Path(sys.argv[0]).name == "run.py" else "spinestack"


def window_parser() -> argparse.ArgumentParser:
    """Of the program alone, which opens the window."""
    shared, name = _Shared(), program()
    parser = Parser(
        prog=name,
        description="Why small deep muscles hold a spine up: opens the window.",
        epilog=f"Without a window: {name} COMMAND --help, where COMMAND is " + _or(tuple(COMMANDS)),
        parents=[shared.settings, shared.look],
    )
    parser.add_argument("--scene", type=choice("scene", [*SCENES]), help=_or([*SCENES]))
    parser.add_argument("--preset", metavar="P", help="an example, such as taped")
    parser.add_argument("--load", metavar="SHARE", help="a share string")
    parser.add_argument(
        "--speed", type=number(0.01, 1), default=1.0, metavar="X", help="of time, 0.01 to 1"
    )
    parser.add_argument("--fullscreen", action="store_true")
    parser.add_argument("--kiosk", action="store_true", help="for a waiting room; Ctrl+Alt+Q ends")
    parser.add_argument(
        "--display", type=whole(1, 16), default=1, metavar="N", help="which screen, from 1"
    )
    parser.add_argument(
        "--page-address",
        type=address,
        metavar="URL",
        help="where the page is that links and codes lead to; it is remembered",
    )
    parser.add_argument("--version", action="version", version=f"spinestack {VERSION}")
    return parser


def _many(add: Callable[..., Parser], shared: _Shared) -> None:
    """What is done of many states at once: maps and sweeps."""
    chart = add("map", shared.settings, shared.table, shared.json, scenes=("spine", "timing"))
    for axis, way in (("x", "to the right"), ("y", "upwards")):
        chart.add_argument(f"--{axis}", metavar="NAME", help=f"{way}, see params")
    chart.add_argument(
        "--of",
        type=choice("quantity", MAPPED),
        metavar="NAME",
        help=f"{_or(MAPPED)} of a run for each cell; on the spine else the smallest eigenvalue",
    )
    chart.add_argument("--jobs", type=whole(1, 1000), default=-1, metavar="N", help="cores")
    chart.add_argument("--grid", type=whole(2, 1000), default=100, metavar="N", help="2 to 1000")
    chart.add_argument("--csv", type=file, metavar="FILE", help="all cells")
    chart.add_argument("--png", type=file, metavar="FILE", help="a figure")
    sweep = add("sweep", shared.settings, shared.duration, shared.table, shared.json)
    sweep.add_argument("--vary", required=True, metavar="NAME", help="any number, see params")
    for end in ("from", "to"):
        sweep.add_argument(
            f"--{end}", type=number(-1e9, 1e9), required=True, metavar="X", help="included"
        )
    sweep.add_argument(
        "--steps", type=whole(2, 1_000_000), required=True, metavar="N", help="how many runs"
    )
    sweep.add_argument(
        "--jobs", type=whole(1, 1000), default=-1, metavar="N", help="cores, all by default"
    )
    sweep.add_argument(
        "--engine",
        type=choice("engine", ENGINES),
        metavar="NAME",
        help=f"{_or(ENGINES)}; joints where that can be",
    )
    sweep.add_argument("--dask", metavar="ADDRESS", help="of a Dask scheduler: runs there")
    sweep.add_argument("--csv", type=file, metavar="FILE", help="all runs; can be gone on with")
    sweep.add_argument("--png", type=file, metavar="FILE", help="a figure")


def command_parser() -> argparse.ArgumentParser:
    """Of the program with a COMMAND."""
    shared = _Shared()
    parser = Parser(prog=program())
    commands = parser.add_subparsers(dest="command", required=True, parser_class=Parser)

    def add(name: str, *parents: Parser, scenes: Sequence[str] = with_model()) -> Parser:
        command = commands.add_parser(name, parents=parents, description=COMMANDS[name])
        command.add_argument("scene", type=choice("scene", scenes), help=_or(scenes))
        return command

    simulate = add("simulate", shared.settings, shared.duration, shared.table, shared.json)
    simulate.add_argument("--csv", type=file, metavar="FILE", help="the recording")
    critical = add("critical", shared.settings, shared.json, scenes=("blocks",))
    critical.add_argument("--vary", required=True, metavar="NAME", help="press, crown_curvature")
    add("stability", shared.settings, shared.json, scenes=with_column())
    _many(add, shared)
    add("describe", shared.settings, shared.json)
    export = add("export", shared.settings, shared.json, scenes=("spine",))
    export.add_argument(
        "--format", type=choice("format", FORMATS), required=True, metavar="NAME", help=_or(FORMATS)
    )
    export.add_argument("--out", type=file, required=True, metavar="FILE", help="XML for MuJoCo")
    params = commands.add_parser("params", parents=[shared.json], description=COMMANDS["params"])
    params.add_argument(
        "scene", type=choice("scene", with_model()), nargs="?", help="all by default"
    )
    picture = add("screenshot", shared.settings, shared.look, scenes=[*SCENES])
    picture.add_argument("--out", type=file, required=True, metavar="FILE", help="a PNG")
    picture.add_argument(
        "--at", type=number(0, 60, "s"), metavar="S", help="push and let S seconds pass"
    )
    picture.add_argument("--size", type=size, default=(1280, 720), metavar="WxH")
    picture.add_argument(
        "--form",
        type=choice("form", FORMS),
        metavar="NAME",
        help=f"{_or(FORMS)}, by size if not given",
    )
    picture.add_argument(
        "--density",
        type=number(1, 4, ""),
        default=1.0,
        metavar="X",
        help="pixels for one of the size",
    )
    sheet, notes = (
        commands.add_parser(name, description=COMMANDS[name]) for name in ("handout", "notes")
    )
    for printed in (sheet, notes):
        printed.add_argument(
            "--lang", type=choice("language", LANGUAGES), default="en", help=_or(LANGUAGES)
        )
        printed.add_argument("--out", type=file, required=True, metavar="FILE", help="a PDF")
    sheet.add_argument("--exercises", required=True, metavar="A,B,C", help="such as plank,bridge")
    sheet.add_argument(
        "--dose",
        action="append",
        default=[],
        metavar="NAME=SETSxREPETITIONSxSECONDS",
        help="such as plank=3x10x20",
    )
    sheet.add_argument("--note", default="", metavar="TEXT", help="lines of one's own")
    sheet.add_argument(
        "--text-scale", type=number(1, 2), default=1.0, metavar="X", help="large print, up to 2"
    )
    sheet.add_argument(
        "--page-address",
        type=address,
        metavar="URL",
        help="where the page is; a code on the sheet opens the exercises there",
    )
    _add_web(commands.add_parser("web", parents=[shared.json], description=COMMANDS["web"]))
    return parser


def _add_web(web: argparse.ArgumentParser) -> None:
    goal = web.add_mutually_exclusive_group(required=True)
    goal.add_argument("--out", type=file, metavar="DIR", help="the site")
    goal.add_argument("--serve", action="store_true", help="to every phone in this network")
    web.add_argument("--port", type=whole(1, 65535), default=8000, metavar="P", help="of --serve")
    web.add_argument("--wheels", type=Path, metavar="DIR", help="with the wheels, for no network")
    web.add_argument("--pyodide", type=Path, metavar="DIR", help="with the runtime, likewise")
