"""Spinestack: opens the window, or runs one headless command and leaves.

`python run.py --help` lists everything. Headless commands never open a window
and import pygame only where they draw.
"""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from typing import Any

from sim.cli.parser import command_parser, COMMANDS, SCENES, window_parser
from sim.files import write_whole
from sim.parameter import assignments, nearest, UserError


def _print(report: object, as_json: bool) -> None:
    if as_json or not isinstance(report, dict):
        print(json.dumps(report, indent=2, allow_nan=False))
        return
    for name, value in report.items():
        print(f"{name}: {value if isinstance(value, str) else json.dumps(value, allow_nan=False)}")


def _handout(arguments: argparse.Namespace) -> None:
    from scenes.exercises.catalogue import find, parse_dose
    from scenes.exercises.handout import handout_pdf
    from scenes.exercises.session import Session
    from scenes.text.words import Words

    names = [find(name.strip()).name for name in arguments.exercises.split(",")]
    doses = dict(map(parse_dose, arguments.dose))
    unused = [name for name in doses if name not in names]
    if unused:
        raise UserError(f"there is a dose for {unused[0]}, which is not among the exercises")
    session = Session(list(dict.fromkeys(names)), doses, arguments.note)
    write_whole(arguments.out, handout_pdf(Words(arguments.lang), session))


def _command(arguments: argparse.Namespace) -> None:
    if arguments.command == "handout":
        _handout(arguments)
        return
    # Imported here because --help and bad command lines need no solver.
    from sim.study import describe

    if arguments.command == "params":
        _print(describe.params(arguments.scene), arguments.json)
        return
    if arguments.command == "web":
        from scenes.web.build import write_site

        _print(write_site(arguments.out, arguments.wheels, arguments.pyodide), arguments.json)
        return
    values = assignments(arguments.set)
    if arguments.command == "screenshot":
        from scenes.shell.screenshot import screenshot

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
    from sim.blocks import critical
    from sim.spine import stability_map
    from sim.study import describe
    from sim.study import simulate as experiment

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
                from sim.study.figures import map_figure

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
    from sim.study.execute import write_sweep
    from sim.study.plan import plan

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
    from scenes.experiment.preset import find_preset
    from scenes.shell.display import Options
    from scenes.shell.window import open_window
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
            _command(command_parser().parse_args(argv))
        else:
            _window(window_parser().parse_args(argv))
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
