"""What is lifted: a weight before the lower ribs in a hand that hangs down, along with them.

In the model it is a mass in the middle of the thorax, above the picture.
"""

import numpy as np
import pygame

from scenes.draw.camera import Camera
from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.panels import put_rounded
from scenes.draw.person.colours import figure_colour
from scenes.draw.shapes import put, supersampled
from scenes.draw.spine.pose import NEUTRAL, SpinePose, THORAX
from scenes.draw.surface_cache import kept
from scenes.forms import numbered
from scenes.text.words import Words

# In the frame of the thorax: between the leaders of two names, clear of bones and muscles.
PLACE = NEUTRAL.local(THORAX, np.array([0.062, 0.188]))
WIDE, HIGH = 0.066, 0.044  # m, of what is measured with, 20 kg
USUAL = 20.0  # kg
GRIP = (0.5, 0.36)  # of the weight's width and height
CORNER, LINE, RING, LETTERS = 5, 1.6, 3.5, 16  # design px
# m: how wide an arm is, how far up it and its bare part go, and how high and wide a fist is.
ARM, REACH, BARE, FIST = 0.018, 0.30, 0.008, (0.013, 0.022)
FINGERS = (-0.25, 0.0, 0.25)  # of the width of a fist, where one ends and another begins


def draw_load(
    surface: pygame.Surface,
    camera: Camera,
    look: Look,
    pose: SpinePose,
    *,
    load: float,
    words: Words,
) -> pygame.Rect:
    """Draw it with its kilograms, larger as the root of its volume.

    What it covers comes back, without the arm.
    """
    palette = look.palette
    size = camera.pixels_per_metre * (load / USUAL) ** (1 / 3)
    box = pygame.Rect(0, 0, round(WIDE * size), round(HIGH * size))
    x, y = pose.world(THORAX, PLACE).tolist()
    at = camera.to_screen((x, y))
    box.center = round(at[0]), round(at[1])
    grip = pygame.Rect(0, 0, round(GRIP[0] * box.width), round(GRIP[1] * box.height))
    grip.midbottom = box.centerx, box.top + grip.height // 2
    put_rounded(surface, grip, look.px(CORNER), None, palette.edge, look.line(RING))
    arm = _arm(round(camera.pixels_per_metre), look)
    fist = round(FIST[0] * camera.pixels_per_metre)
    put(
        surface,
        arm,
        (box.centerx - arm.get_width() // 2, grip.top + round(0.8 * fist) - arm.get_height()),
    )
    put_rounded(surface, box, look.px(CORNER), palette.wood, palette.wood_l, look.line(LINE))
    text = words.quantity(load, "kg", int(load != round(load)))
    if numbered(look) and look.measure(text, LETTERS, SEMIBOLD) < box.width - look.px(4):
        face = look.text(text, LETTERS, palette.bone_t, SEMIBOLD)
        surface.blit(face, face.get_rect(center=box.center))
    return box.union(grip)


@kept
def _arm(per_metre: int, look: Look) -> pygame.Surface:
    """A sleeve from above, a wrist and a fist, for so many pixels per metre."""
    palette, line = look.palette, look.line(LINE)
    high, wide = round(REACH * per_metre), round((FIST[1] + 0.004) * per_metre)

    def paint(large: pygame.Surface, factor: int) -> None:
        def part(colour: str, across: float, top: float, bottom: float, corner: float) -> None:
            for ink, grow in (("line", line), (colour, 0.0)):
                rect = pygame.FRect(0, 0, across * per_metre + 2 * grow, 0)
                rect.height = (bottom - top) * per_metre + 2 * grow
                rect.midbottom = wide / 2, high - line - (REACH - bottom) * per_metre + grow
                place = pygame.Rect([round(factor * side) for side in rect])
                radius = round(factor * (corner * per_metre + grow))
                pygame.draw.rect(large, figure_colour(palette, ink), place, border_radius=radius)

        part("skin", 0.8 * ARM, REACH - FIST[0] - BARE, REACH - FIST[0] / 2, 0.003)
        part("shirt", ARM, -0.02, REACH - FIST[0] - BARE, 0.003)
        part("skin", FIST[1], REACH - FIST[0], REACH, 0.4 * FIST[0])
        for share in FINGERS:
            x = wide / 2 + share * FIST[1] * per_metre
            low, thick = high - line, 0.7 * line
            mark = [
                x - thick / 2,
                low - 0.7 * FIST[0] * per_metre,
                thick,
                0.7 * FIST[0] * per_metre,
            ]
            large.fill(figure_colour(palette, "skin_l"), [round(factor * side) for side in mark])

    return supersampled((wide, high), paint)
