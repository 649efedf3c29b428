"""What is written over the pictures of the corset: names, pressures, the table of lifting."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
import pygame

from scenes.corset.lifter import lifter, trunk_of
from scenes.corset.moment import CorsetMoment
from scenes.corset.picture import belly_place, LEAST_NAMES, SECTION, side_camera, Stage
from scenes.corset.picture import LINE as BELOW
from scenes.corset.section_pose import SectionPose
from scenes.draw.arrows import draw_dot, draw_text
from scenes.draw.look import Look, REGULAR, SEMIBOLD
from scenes.draw.palette import Colour
from scenes.draw.panels import put_rounded
from scenes.draw.shapes import put, smooth_line
from scenes.forms import LARGE_TEXT
from scenes.text.words import Words
from sim.corset.lifting import LEVEL, lifting_table
from sim.mechanics.column import Array

SIZE, SMALL, VALUE = 18, 16, 24
INSET, LINE = 16, 1.6  # design px
CLEAR = 9  # design px between the dot on a disc and the pressure in the belly
INNER = 0.15  # of a word, where its line leaves
LETTERS = 0.6  # of the height of a line
ROUND = 2.4  # how round the outline of the belly is: 2 is an ellipse, more has corners
SHARES = (0.45, 0.21, 0.21, 0.13)  # of the width of the table
SIZES = (18, 16, 14, 12, 10, 8)


@dataclass(frozen=True)
class Name:
    """A part, its colour, the slider it leads to; its place [m] and where its name stands.

    `row`: lines of text from the top edge, or, negative, from the bottom.
    """

    text: str
    colour: str
    slider: str
    place: tuple[float, float]
    right: bool
    row: int


NAMES = (
    Name("transversus", "teal", "draw_in", (-0.0925, 0.0865), False, 1),
    Name("rectus", "brick", "brace", (0.060, 0.1095), True, 1),
    Name("vertebra", "ink", "", (-0.044, -0.023), False, -2),
    Name("multifidus", "teal", "draw_in", (-0.020, -0.066), False, -1),
    Name("fascia", "teal", "draw_in", (0.097, -0.062), True, -2),
    Name("back_muscles", "brick", "brace", (0.070, -0.072), True, -1),
)


@cache
def _places() -> Array:
    return np.array([name.place for name in NAMES])


def draw_names(
    surface: pygame.Surface, stage: Stage, pose: SectionPose, words: Words, *, back: bool = True
) -> list[tuple[pygame.Rect, str]]:
    """Every part's name with a line to it; where those are that lead to a slider.

    `back`: whether it is written which side is behind.
    """
    look, card = stage.look, stage.section
    if (
        not card.width
        or look.zoom >= LARGE_TEXT
        or card.width < look.control(LEAST_NAMES * look.palette.type)
    ):
        return []
    found = []
    row = look.line_height(SIZE) + look.px(8)
    if look.strict and any(_inside(stage, corner) for corner in _inner_corners(stage, words, row)):
        return []  # the legend has them
    for name, place in zip(NAMES, pose.follow(_places()), strict=True):
        text, colour = words(f"corset.{name.text}"), _colour(look, name.colour)
        wide = look.measure(text, SIZE, SEMIBOLD)
        x, y = _place_of(name, stage, wide, row)
        dot = stage.section_camera.to_screen((float(place[0]), float(place[1])))
        # From above the line leaves below the word's inner end, so that it crosses the
        # muscles there and does not run along them; else from its side.
        start = (x + (INNER if name.right else 1 - INNER) * wide, y + look.px(13))
        if name.row < 0:
            start = (x - look.px(6) if name.right else x + wide + look.px(6), y)
        width = LINE * look.scale * look.palette.stroke
        smooth_line(surface, look.palette.edge, dot, start, width)
        draw_dot(surface, look, dot, colour)
        box = draw_text(surface, look, text, (x, y), size=SIZE, colour=colour)
        if name.slider:
            found.append((box.inflate(look.px(12), look.px(20)), name.slider))
    half = look.line_height(SMALL) * LETTERS / 2
    edges = (("front", card.top + look.px(18), half), ("back", card.bottom - look.px(14), -half))
    for key, y, inner in edges[: 1 + back]:
        if look.strict and _inside(stage, (card.centerx, y + inner)):
            continue
        text = words(f"corset.{key}")
        x = card.centerx - look.measure(text, SMALL) / 2
        muted = look.palette.muted
        draw_text(surface, look, text, (x, y), size=SMALL, colour=muted, weight=REGULAR)
    return found


def _place_of(name: Name, stage: Stage, wide: int, row: int) -> tuple[float, int]:
    """Left end and middle of a name that is so wide, with so much from row to row."""
    look, card = stage.look, stage.section
    left, right = card.left + look.px(INSET), card.right - look.px(INSET) - wide
    from_edge = look.px(26) + (abs(name.row) - 1) * row
    y = card.top + from_edge if name.row > 0 else card.bottom - from_edge
    return (right if name.right else left), y


def _inner_corners(stage: Stage, words: Words, row: int) -> Iterator[tuple[float, float]]:
    """The corner of each name that is nearest to the middle of the section."""
    half = stage.look.line_height(SIZE) * LETTERS / 2
    for name in NAMES:
        wide = stage.look.measure(words(f"corset.{name.text}"), SIZE, SEMIBOLD)
        x, y = _place_of(name, stage, wide, row)
        yield (x if name.right else x + wide), (y + half if name.row > 0 else y - half)


def _inside(stage: Stage, point: tuple[float, float]) -> bool:
    """Whether a point of the window lies in the outline of the belly, which is about this."""
    x, y = stage.section_camera.to_world(point)
    across = abs(2 * x - SECTION.left - SECTION.right) / (SECTION.right - SECTION.left)
    along = abs(2 * y - SECTION.bottom - SECTION.top) / (SECTION.top - SECTION.bottom)
    return bool(across**ROUND + along**ROUND < 1)


def between_names(stage: Stage, words: Words) -> pygame.Rect:
    """The room between the lowest names, which ends a little above the edge of the card."""
    look, room = stage.look, stage.section.inflate(-2 * stage.look.px(INSET), 0)
    gap, lowest = look.px(8), [name for name in NAMES if name.row == -1]
    for name in lowest:
        wide = look.measure(words(f"corset.{name.text}"), SIZE, SEMIBOLD) + gap
        room.width -= wide
        room.left += 0 if name.right else wide
    room.height -= look.px(6)
    return room


def _colour(look: Look, name: str) -> Colour:
    colour: Colour = getattr(look.palette, name)
    return colour


def draw_values(surface: pygame.Surface, stage: Stage, moment: CorsetMoment, words: Words) -> None:
    """The pressure in the belly, and that in the disc with a line to it."""
    if stage.look.wordless:
        return
    look, palette, strip = stage.look, stage.look.palette, stage.strip
    level = trunk_of(str(moment.settings["posture"])).pivots[LEVEL]
    dot = side_camera(stage, moment).to_screen((float(level[0]), float(level[1])))
    if look.zoom < LARGE_TEXT:
        x, y = side_camera(stage, moment).to_screen(belly_place(moment))
        number = words.number(moment.pressure / 1000, 1)
        x = max(x, dot[0] + look.px(CLEAR) + look.measure(number, 20, SEMIBOLD) / 2)
        for text, size, down in ((number, 20, -10), ("kPa", SMALL, 12)):
            left = x - look.measure(text, size, SEMIBOLD) / 2
            at = (left, y + look.px(down))
            draw_text(surface, look, text, at, size=size, colour=palette.force)
    pygame.draw.line(surface, palette.line, strip.topleft, strip.topright, look.stroke(1.2))
    room = strip.width - 2 * look.px(INSET)
    name, value = words("corset.disc_short"), words.pressure(moment.disc_pressure)
    if look.zoom < LARGE_TEXT:
        high = strip.height - look.px(12)
        sign = lifter(str(moment.settings["posture"]), float(moment.settings["load"]), high, look)
        words_wide = max(look.measure(value, SIZE, SEMIBOLD), look.measure(name, SIZE))
        if words_wide <= room - sign.get_width():  # which come first
            at = (strip.right - look.px(4) - sign.get_width(), strip.top + look.px(6))
            put(surface, sign, at)
            room -= sign.get_width()
    sizes = [size for size in (VALUE, SIZE) if look.measure(value, size, SEMIBOLD) <= room]
    if not sizes:  # the panel says it
        return
    label = look.text(name if look.measure(name, SIZE) <= room else "", SIZE, palette.muted)
    said = look.text(value, sizes[0], palette.ink, SEMIBOLD)
    left = strip.left + look.px(INSET)
    crowded = label.get_height() + said.get_height() > strip.height
    beside = crowded and not stage.section.width  # large letters, and all the width
    high = said.get_height() if beside else label.get_height() + said.get_height()
    top = strip.top + (strip.height - high) // 2
    start = (
        left + (label.get_width() or said.get_width()),
        top,
    )  # the far end: past the sacrum, not along it
    width = LINE * look.scale * palette.stroke
    smooth_line(surface, palette.edge, dot, start, width)
    draw_dot(surface, look, dot, palette.ui)
    if crowded and not beside:  # only the number has room, and its line says what it is of
        surface.blit(said, (left, strip.centery - said.get_height() // 2))
        return
    if not beside or left + label.get_width() + said.get_width() + look.px(INSET) < strip.right:
        surface.blit(label, (left, top + (high - label.get_height()) * beside))
    at = (strip.right - look.px(INSET) - said.get_width(), top)
    surface.blit(said, at if beside else (left, top + label.get_height()))


def draw_pressures(
    surface: pygame.Surface, stage: Stage, moment: CorsetMoment, words: Words
) -> None:
    """Both pressures on one line below a section that stands alone."""
    look, card = stage.look, stage.section
    said = [
        (("pressure", "pressure_short"), words.quantity(moment.pressure / 1000, "kPa", 1)),
        (("disc_short",), words.pressure(moment.disc_pressure)),
    ]
    y = card.bottom + (look.control(BELOW) - look.line_height(SIZE)) // 2
    half = card.width // 2 - look.px(INSET)
    for number, (names, value) in enumerate(said):
        number_face = look.fitted(value, SIZE, look.palette.ink, SEMIBOLD, width=half)
        faces = [number_face]
        for key in names:
            called = f"{words(f'corset.{key}')} "
            if look.measure(called, SIZE) <= half - number_face.get_width():
                faces.insert(0, look.text(called, SIZE, look.palette.muted))
                break
        x = card.left + card.width * (1 + 2 * number) // 4
        x -= sum(face.get_width() for face in faces) // 2
        for face in faces:
            surface.blit(face, (x, y))
            x += face.get_width()


def draw_reminder(surface: pygame.Surface, stage: Stage, words: Words) -> None:
    """That this is a model, at the upper edge of the side view."""
    look = stage.look
    text, colour = words("corset.model_only"), look.palette.muted
    if look.zoom >= LARGE_TEXT or look.measure(text, SMALL) > stage.side.width - look.px(16):
        return
    face = look.text(text, SMALL, colour)
    plate = face.get_rect(center=(stage.side.centerx, stage.side.top + look.px(18)))
    plate.inflate_ip(look.px(16), 0)
    put_rounded(surface, plate, plate.height / 2, look.palette.panel)
    surface.blit(face, face.get_rect(center=plate.center))


def draw_table(surface: pygame.Surface, stage: Stage, words: Words) -> None:
    """What was measured in a disc while lifting, what this model says, and the miss."""
    look, palette = stage.look, stage.look.palette
    large = look.zoom >= LARGE_TEXT
    card = stage.section.union(stage.side_card) if large else stage.section
    box = card.inflate(-2 * look.px(INSET), -2 * look.px(INSET))
    rows = [tuple(words(f"corset.table_{key}") for key in ("posture", "measured", "ours", "miss"))]
    for one in lifting_table():
        numbers = (one["measured_MPa"], one["ours_MPa"])
        miss = words.quantity(one["miss_percent"], "%", 0)
        told = [words.pressure(1e6 * number) for number in numbers]
        rows.append((words(f"corset.table_{one['posture']}"), *told, miss))
    notes = [words("corset.table_source"), words("corset.table_left_out")]
    high = min(look.line_height(SIZE) + look.px(14), box.height // (len(rows) + len(notes) + 1))
    box.height = high * (len(rows) + len(notes) + 1)
    box.center = card.center
    put_rounded(surface, box, look.px(14), palette.panel, palette.edge, look.line(1.5))
    inner = box.inflate(-2 * look.px(INSET), -high // 2)
    rooms = [round(share * inner.width) for share in SHARES]
    size = next(size for size in SIZES if size == SIZES[-1] or _fits(look, rows, rooms, size, high))
    for number, row in enumerate(rows):
        y, left = inner.top + number * high, inner.left
        for column, (text, room) in enumerate(zip(row, rooms, strict=True)):
            colour = palette.ink if number else palette.muted
            weight = SEMIBOLD if number and column == 2 else REGULAR
            surface.blit(look.fitted(text, size, colour, weight, width=room), (left, y))
            left += room
        line = (inner.left, y + (high + look.line_height(size)) // 2, inner.width, look.stroke(1))
        surface.fill(palette.line, line)
    for number, note in enumerate(notes, start=len(rows)):
        face = look.fitted(note, min(size, SMALL), palette.muted, width=inner.width)
        surface.blit(face, (inner.left, inner.top + number * high + look.px(6)))


def _fits(
    look: Look, rows: list[tuple[str, ...]], rooms: list[int], size: float, high: int
) -> bool:
    """Whether all cells of a table can be written in this size."""
    wide = (
        look.measure(text, size, SEMIBOLD) + look.px(8) <= room
        for row in rows
        for text, room in zip(row, rooms, strict=True)
    )
    return look.line_height(size) <= high and all(wide)
