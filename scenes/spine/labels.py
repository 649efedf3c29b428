"""What is written over the picture of the spine: names, pulls, pressures, a reminder."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

import numpy as np
import pygame

from scenes.draw.arrows import badge_size, draw_badge, draw_callout, draw_text, SMALL
from scenes.draw.look import Look, REGULAR, SEMIBOLD
from scenes.draw.panels import put_rounded
from scenes.draw.spine.bones import vertebra_names
from scenes.draw.spine.figure import LUMBAR
from scenes.draw.spine.paths import ALONG
from scenes.forms import LARGE_TEXT
from scenes.spine.moment import SpineMoment
from scenes.spine.picture import Stage
from scenes.text.words import Words
from sim.spine.disc_pressure import disc_pressures
from sim.spine.muscles import DEEP, STRANDED

NAMES = ("erector_spinae", "multifidus", "transversus", "erector_lumbar", "abdominals")
SHARES = (0.06, 0.3, 0.49, 0.64, 0.81)  # of the picture's height, where they stand
# Where leader lines end: about as high as the name, so that they cross muscles and do not
# run along them, and cross the spine along a disc.
GIRDLE = (0.075, 0.066)  # m: transversus
AT = {
    "erector_spinae": (0, 0.54),
    "erector_lumbar": (4, 0.33),  # low down, where multifidus does not cover it
    "multifidus": (1, 0.54),
    "abdominals": (0, 0.13),
}  # which strand of the muscle, and the share along it
APART = 1.15  # lines from a name to what is below it, and on to the next name
LEAST_LINES = 2.1  # of the last name, with the reminder under it
NEAR, EDGE = 4, 8  # design px between the spine and the names, and from there to the edge
CLEAR = 6  # design px: so much of a leader is missing beside the name of a vertebra
SIZE = 16
BESIDE = 0.034  # m before the middle of a disc, where its pressure is written


def names_room(look: Look, words: Words) -> int:
    """What the names alone need beside the spine."""
    return names_width(look, words) + look.px(NEAR + EDGE) + 1


def names_width(look: Look, words: Words) -> int:
    """How wide the longest name is."""
    return max(look.measure(words(f"spine.{name}"), SMALL[0], SEMIBOLD) for name in NAMES)


def draw_names(
    surface: pygame.Surface,
    stage: Stage,
    moment: SpineMoment,
    extras: AbstractSet[str],
    words: Words,
    *,
    bare: bool,
) -> dict[str, pygame.Rect]:
    """Every muscle's name with what it is like, or what it pulls; where the names are.

    `bare`: the name alone, which foretells nothing.
    """
    look, camera = stage.look, stage.camera
    left = camera.to_screen((LUMBAR.right, 0.0))[0] + look.px(NEAR)
    room = stage.rect.right - left - look.px(EDGE)
    likes = {name: "" if bare else words(f"spine.{name}_like") for name in NAMES}
    _, body, pitch = SMALL
    need = [names_width(look, words), *(look.measure(text, body) for text in likes.values())]
    high = LEAST_LINES * pitch * look.scale * look.zoom * look.palette.type
    below = (1 - SHARES[-1]) * stage.rect.height  # the last name and the reminder
    if room < max(need) or below < high or look.bare:
        return {}
    found = {}
    vertebrae = vertebra_names(camera, look, moment.pose)
    clear = [box.inflate(look.px(CLEAR), -look.px(CLEAR // 2)) for _, box in vertebrae]
    least = 2 * APART * pitch * look.scale * look.zoom * look.palette.type
    rows = apart([stage.rect.top + share * stage.rect.height for share in SHARES], least)
    for name, row in zip(NAMES, rows, strict=True):
        colour = look.palette.teal if name in DEEP else look.palette.brick
        text = likes[name]
        if "forces" in extras and name in STRANDED:
            text = words.quantity(pull_of(moment, name), "N", 0)
        at = (left, row)
        dot = camera.to_screen(leader_end(name, moment))
        title = words(f"spine.{name}")
        found[name] = draw_callout(
            surface, look, at, title, text, colour=colour, dot=dot, small=True, clear=clear
        )
    return found


def apart(rows: Sequence[float], least: float) -> list[float]:
    """Rows from the top that are `least` apart, or all alike: who has not that much goes up."""
    found, least = [*rows], min(least, (rows[-1] - rows[0]) / (len(rows) - 1))
    for index in range(len(found) - 2, -1, -1):
        found[index] = min(found[index], found[index + 1] - least)
    return found


def pull_of(moment: SpineMoment, name: str) -> float:
    """What all strands of a muscle pull with [N]."""
    return float(moment.tensions[[of == name for of in moment.strands.groups]].sum())


def leader_end(name: str, moment: SpineMoment) -> tuple[float, float]:
    """Where a leader line ends on a muscle [m]."""
    if name not in AT:
        return GIRDLE
    strand, share = AT[name]
    way = moment.strands.bowed[moment.strands.groups.index(name) + strand]
    x, y = (float(np.interp(share, ALONG, along)) for along in way.T)
    return x, y


def draw_discs_load(
    surface: pygame.Surface,
    stage: Stage,
    moment: SpineMoment,
    extras: AbstractSet[str],
    words: Words,
) -> None:
    """Force on every disc, or its pressure, in front of it."""
    look, camera = stage.look, stage.camera
    forces = moment.forces
    pressures = disc_pressures(forces)
    for place, force, pressure in zip(moment.pose.pivots, forces, pressures, strict=True):
        text = words.quantity(float(force), "N", 0)
        if "pressure" in extras:
            text = words.pressure(float(pressure))
        x, y = camera.to_screen((float(place[0]) + BESIDE, float(place[1])))
        draw_text(surface, look, text, (x, y), size=SIZE, colour=look.palette.force)


def draw_reminder(
    surface: pygame.Surface, stage: Stage, words: Words, *, on_top: bool = False
) -> None:
    """That this is a model, in the lower right corner, or shorter in the upper left one."""
    look = stage.look
    if look.bare:
        return
    box, colour = stage.rect, look.palette.muted
    at = (box.right - look.px(10), box.bottom - look.px(14))
    text = words("spine.model_only")
    if on_top:
        at, text = (box.left + look.px(14), box.top + look.px(18)), words("spine.not_yours")
    if look.measure(text, SIZE) > box.width - look.px(20):
        return
    wide = look.measure(text, SIZE) + look.px(12)
    plate = pygame.Rect(0, 0, wide, look.line_height(SIZE))
    plate.centery = round(at[1])
    plate.left = round(at[0]) - look.px(6)
    if not on_top:
        plate.right = round(at[0]) + look.px(6)
    put_rounded(surface, plate, plate.height / 2, look.palette.panel)
    draw_text(surface, look, text, at, size=SIZE, colour=colour, weight=REGULAR, right=not on_top)


def draw_tap_here(surface: pygame.Surface, stage: Stage, y: float, text: str) -> pygame.Rect:
    """The pill over the waiting finger, at a height [m]; what it covers.

    Under it the low part of the back muscle would be covered, which is named there.
    """
    look: Look = stage.look
    width, height = badge_size(look, text)
    left = stage.rect.left + look.px(6)
    top = max(
        stage.rect.top + look.px(10), stage.camera.to_screen((0.0, y))[1] - look.px(24) - height
    )
    if look.zoom >= LARGE_TEXT:
        top = stage.rect.bottom - look.px(10) - height
    if width > stage.rect.width - look.px(20):
        return pygame.Rect(left, top, 0, 0)
    return draw_badge(surface, look, (round(left), round(top)), text)
