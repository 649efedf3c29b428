"""What is on a surface: its pixels, how many have a colour, how far two pictures are apart.

Arrays are indexed [x, y], as surfaces are.
"""

from collections.abc import Iterable

import numpy as np
import pygame
from numpy.typing import NDArray

from scenes.draw.palette import Colour

Array = NDArray[np.float64]
_PACKED = np.array([65536, 256, 1])  # makes one number of a colour


def pixels(surface: pygame.Surface) -> Array:
    """Red, green and blue, shape (width, height, 3)."""
    return _bytes(surface).astype(float)


def away(surface: pygame.Surface, other: pygame.Surface | Colour) -> NDArray[np.int16]:
    """How far each pixel is from another picture or a colour, in the channel that differs most."""
    ours = _bytes(surface)
    theirs = _bytes(other) if isinstance(other, pygame.Surface) else np.array(other, np.int16)
    # Channel by channel: to reduce an axis of three takes many times as long.
    red, green, blue = (
        np.abs(ours[..., channel].astype(np.int16) - theirs[..., channel]) for channel in range(3)
    )
    most: NDArray[np.int16] = np.maximum(np.maximum(red, green), blue)
    return most


def near(surface: pygame.Surface, colour: Colour, slack: float) -> int:
    """How many pixels have about this colour."""
    return int(np.count_nonzero(away(surface, colour) <= slack))


def among(surface: pygame.Surface, colours: Iterable[Colour], every: int = 1) -> int:
    """How many pixels have exactly one of these colours, of every so manieth each way."""
    packed = _bytes(surface)[::every, ::every] @ _PACKED
    return int(np.isin(packed, np.array([*colours]) @ _PACKED).sum())


def _bytes(surface: pygame.Surface) -> NDArray[np.uint8]:
    wide, high = surface.get_size()
    data = np.frombuffer(pygame.image.tobytes(surface, "RGB"), dtype=np.uint8)
    return data.reshape(high, wide, 3).swapaxes(0, 1)
