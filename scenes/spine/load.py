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
PLACE = NEUTRAL.local(THORAX, np.array([0.064, 0.168]))
WIDE, HIGH = 0.066, 0.044  # m, of what is measured with, 20 kg
USUAL = 20.0  # kg
GRIP = (0.5, 0.36)  # of the weight's width and height
CORNER, LINE, RING, LETTERS = 5, 1.6, 3.5, 16  # design px
# m: how wide an arm is, how far up it and its bare part go, and how high and wide a fist is.
ARM, REACH, BARE, FIST = 0.018, 0.30, 0.006, (0.014, 0.023)
# Where fingers round a grip are, and how far each reaches down, of the width and height of a fist.
FINGERS = ((-0.36, 0.9), (0.38, 0.84), (-0.12, 1.0), (0.13, 0.97))
THICK, KNUCKLES = 0.27, 0.007  # of that width, a finger; m above the fist, the back of the hand


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
        def part(
            colour: str,
            across: float,
            top: float,
            bottom: float,
            corner: float,
            *,
            aside: float = 0.0,
        ) -> None:
            for ink, grow in (("line", line), (colour, 0.0)):
                rect = pygame.FRect(0, 0, across * per_metre + 2 * grow, 0)
                rect.height = (bottom - top) * per_metre + 2 * grow
                low = high - line - (REACH - bottom) * per_metre + grow
                rect.midbottom = wide / 2 + aside * per_metre, low
                place = pygame.Rect([round(factor * side) for side in rect])
                radius = round(factor * (corner * per_metre + grow))
                shade = figure_colour(palette, "skin_l" if ink == "line" and aside else ink)
                pygame.draw.rect(large, shade, place, border_radius=radius)

        fist = REACH - FIST[0]
        part("skin", 0.8 * ARM, fist - BARE - KNUCKLES, fist, 0.003)
        part("shirt", ARM, -0.02, fist - BARE - KNUCKLES, 0.003)
        part("skin", FIST[1], fist - KNUCKLES, fist + 0.4 * FIST[0], 0.006)
        for share, long in FINGERS:
            across = THICK * FIST[1]
            part("skin", across, fist, fist + long * FIST[0], across / 2, aside=share * FIST[1])

    return supersampled((wide, high), paint)
