"""The trace of a muscle, like that of an EMG: noise that swells with its activation.

The noise is the same in every picture, and different for every muscle. It is
drawn, not measured: only its size is the model's.
"""

import numpy as np
import pygame

from scenes.draw.palette import Colour
from sim.mechanics.column import Array

LEAST = 0.04  # of half the height: a muscle at rest is never quite silent
FULLEST = 0.92  # of half the height, in full activation


def noise(count: int, seed: int) -> Array:
    """How far each column of a trace reaches, up and down, shape (2, count), 0 to 1."""
    source = np.random.default_rng(seed)
    spikes = np.abs(source.normal(0.0, 0.42, (2, count)))
    reach: Array = np.minimum(0.25 + spikes, 1.0)
    return reach


def paint_trace(
    activation: Array, height: int, colour: Colour, ground: Colour, seed: int
) -> pygame.Surface:
    """A strip with a column for every value, 0 to 1, on its ground: opaque, so quick to put."""
    height = max(1, height)  # of a window without room
    middle = (height - 1) / 2
    full = FULLEST * middle
    up, down = noise(len(activation), seed) * (LEAST + (1 - LEAST) * activation) * full
    rows = np.arange(height)[:, None] - middle
    # Half a pixel of softness at both ends of every column.
    inside = np.minimum(rows + up + 1.0, down - rows + 1.0)
    pixels = np.empty((height, len(activation), 4), np.uint8)
    pixels[..., :3] = colour
    pixels[..., 3] = np.clip(inside, 0.0, 1.0) * 255
    size = len(activation), height
    strip = pygame.Surface(size)
    strip.fill(ground)
    strip.blit(pygame.image.frombytes(pixels.tobytes(), size, "RGBA"), (0, 0))
    return strip
