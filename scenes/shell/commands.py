"""What the commands do that need what is seen: the window, its picture, the printed sheet.

Only what is needed is loaded: the sheet has no use for pygame, and a picture chooses
its driver before pygame is there.
"""

import argparse
from datetime import date
from typing import Any

from sim.catalogue import SCENES
from sim.files import write_whole
from sim.parameter import assignments, quoted, UserError


def window(arguments: argparse.Namespace) -> None:
    """Open the window with all that the command line asks for, and run it."""
    from scenes.experiment.preset import find_preset
    from scenes.shell.machine.display import Options
    from scenes.shell.window import open_window

    values: dict[str, object] = {}
    asked = [("--scene names", arguments.scene)] if arguments.scene is not None else []
    if arguments.preset is not None:
        preset = find_preset(arguments.preset)
        asked.append((f"the preset {arguments.preset} belongs to", preset.scene))
        values |= preset.settings
    looks: dict[str, Any] = {}
    if arguments.load is not None:
        from scenes.shell.links.address import asked_by

        link = asked_by(arguments.load)
        if link.scene is None:
            raise next(
                filter(None, link.left_out.values()),
                UserError(f"{quoted(arguments.load)} is not of the form blocks?press=100"),
            )
        asked.append(("the share string belongs to", link.scene))
        values |= link.settings
        looks = link.showing
    values |= assignments(arguments.set)
    scenes = [scene for _, scene in asked]
    if len(set(scenes)) > 1:
        raise UserError(", but ".join(f"{what} {scene}" for what, scene in asked))
    options = Options(
        language=arguments.lang or looks.get("lang"),
        profile=arguments.profile or looks.get("profile"),
        text_scale=arguments.text_scale or looks.get("text"),
        speed=arguments.speed,
        fullscreen=arguments.fullscreen,
        fitted=True,
        display=arguments.display - 1,
        start=not values and not asked,
        scene=scenes[0] if scenes else next(iter(SCENES)),
        page_address=arguments.page_address or "",
        kiosk=arguments.kiosk,
        link=arguments.load or "",
    )
    open_window(values, options)


def screenshot(arguments: argparse.Namespace) -> None:
    """Write a picture of the window."""
    from scenes.shell.images.screenshot import screenshot as picture_of

    picture = picture_of(
        arguments.scene,
        assignments(arguments.set),
        arguments.at,
        size=arguments.size,
        language=arguments.lang,
        profile=arguments.profile or "default",
        text_scale=arguments.text_scale or 1.0,
        form=arguments.form,
        density=arguments.density,
    )
    write_whole(arguments.out, picture)


def notes(arguments: argparse.Namespace) -> None:
    """Write the teacher's notes on all steps of the lesson."""
    from scenes.story.notes_pdf import notes_pdf
    from scenes.story.steps import STEPS
    from scenes.text.words import Words

    write_whole(arguments.out, notes_pdf(Words(arguments.lang), STEPS))


def handout(arguments: argparse.Namespace) -> None:
    """Write the exercises to take home."""
    from scenes.exercises.catalogue import find, parse_dose
    from scenes.exercises.printed_sheet import handout_pdf
    from scenes.exercises.session import Session
    from scenes.text.words import Words

    names = [find(name.strip()).name for name in arguments.exercises.split(",")]
    doses = dict(map(parse_dose, arguments.dose))
    unused = [name for name in doses if name not in names]
    if unused:
        raise UserError(f"there is a dose for {unused[0]}, which is not among the exercises")
    session = Session(list(dict.fromkeys(names)), doses, arguments.note)
    words, today = Words(arguments.lang), date.today()
    zoom, page = arguments.text_scale, arguments.page_address or ""
    write_whole(arguments.out, handout_pdf(words, session, today, zoom=zoom, page=page))
