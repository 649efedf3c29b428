"""What is lifted: a weight before the lower ribs, which goes along with them.

In the model it is a mass in the middle of the thorax, above the picture.
"""

import numpy as np
import pygame

from scenes.draw.camera import Camera
from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.panels import put_rounded
from scenes.draw.spine.pose import NEUTRAL, SpinePose, THORAX
from scenes.forms import numbered
from scenes.text.words import Words

# In the frame of the thorax: between the leaders of two names, clear of bones and muscles.
PLACE = NEUTRAL.local(THORAX, np.array([0.062, 0.188]))
WIDE, HIGH = 0.066, 0.044  # m, of what is measured with, 20 kg
USUAL = 20.0  # kg
GRIP = (0.5, 0.42)  # of the weight's width and height
CORNER, LINE, RING, LETTERS = 5, 1.6, 3.5, 16  # design px


def draw_load(
    surface: pygame.Surface,
    camera: Camera,
    look: Look,
    pose: SpinePose,
    *,
    load: float,
    words: Words,
) -> pygame.Rect:
    """Draw it with its kilograms, larger as the root of its volume; what it covers."""
    palette = look.palette
    size = camera.pixels_per_metre * (load / USUAL) ** (1 / 3)
    box = pygame.Rect(0, 0, round(WIDE * size), round(HIGH * size))
    x, y = pose.world(THORAX, PLACE).tolist()
    at = camera.to_screen((x, y))
    box.center = round(at[0]), round(at[1])
    grip = pygame.Rect(0, 0, round(GRIP[0] * box.width), round(GRIP[1] * box.height))
    grip.midbottom = box.centerx, box.top + grip.height // 2
    put_rounded(surface, grip, look.px(CORNER), None, palette.edge, look.line(RING))
    put_rounded(surface, box, look.px(CORNER), palette.wood, palette.wood_l, look.line(LINE))
    text = words.quantity(load, "kg", int(load != round(load)))
    if numbered(look) and look.measure(text, LETTERS, SEMIBOLD) < box.width - look.px(4):
        face = look.text(text, LETTERS, palette.bone_t, SEMIBOLD)
        surface.blit(face, face.get_rect(center=box.center))
    return box.union(grip)
