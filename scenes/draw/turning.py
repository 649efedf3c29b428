"""Pictures that turn and glide: any angle, any fraction of a pixel, no jaggies.

A `Turning` picture is painted once, kept three times too large and blurred by
one screen pixel. Every point of it is then the mean over one screen pixel, so
`rotozoom` may sample it anywhere: the result is as smooth as a supersampled
picture painted at that very angle, for a tenth of the time.

Fractions of a pixel: the result of `rotozoom` can only be put on whole pixels,
so the source is shifted instead, by whole source pixels, through a window on a
padded surface (no copy). For the halves between them there is a second (third,
fourth) painting, made when first needed; on large screens thirds of a pixel do.
A picture lands within a tenth of a pixel (a sixth) of where it should be, and a
block in slow motion glides instead of hopping.
Keeping one painting six times too large would do the same, but seven blocks have
to fit in the cache of a small processor; that took twice the time.

Results are kept: what does not move costs a blit.
"""

import math
from collections.abc import Callable, Hashable

import pygame

from scenes.draw.shapes import finished, put
from scenes.draw.surface_cache import SurfaceCache

Point = tuple[float, float]
Paint = Callable[[pygame.Surface, Point, int], None]

FACTOR = 3  # odd: a box blur of three source pixels is one screen pixel exactly
OVER = 2  # how much larger still it is painted
COARSE_ABOVE = 44.0  # half the width of a picture in pixels; a block at 1080p has 48
ANGLE_STEP = math.radians(0.05)  # 0.04 px at the corner of a block at 720p
_turned: SurfaceCache[pygame.Surface] = SurfaceCache()


class Turning:
    """One picture, painted by `paint(surface, centre, factor)` around its centre.

    `half` is half its width and height in screen pixels. `paint` uses opaque
    colours only: hard edges on nothing are premultiplied alpha already.
    """

    def __init__(self, key: Hashable, half: Point, paint: Paint) -> None:
        self.key = key
        self._paint = paint
        # Room for the shift (one screen pixel) and for the blur, on every side.
        self._pad = FACTOR * 2
        # Even sizes put the centre on a pixel corner, where rotozoom has it too.
        self._size = tuple(2 * (math.ceil(length) + 1) * FACTOR for length in half)
        # Where pixels are small, thirds of them will do; four paintings would not.
        self._coarse = max(half) > COARSE_ABOVE
        self._paintings: dict[tuple[int, int], pygame.Surface] = {}

    def draw(self, target: pygame.Surface, at: Point, angle: float = 0.0) -> pygame.Rect:
        """Draw with the centre at the screen point `at`, turned by `angle` [rad].

        Positive angles turn anticlockwise, as in the world.
        """
        step = round(angle / ANGLE_STEP)
        turn = step * ANGLE_STEP
        cos, sin = math.cos(turn), math.sin(turn)
        corner = (math.floor(at[0]), math.floor(at[1]))
        # rotozoom maps the middle of its source to half a pixel beyond the middle
        # of its result, less the same half source pixel turned and shrunk. Solve
        # for the shift, in half source pixels, that leaves the centre at `at`.
        along = (at[0] - corner[0] - 0.5) * FACTOR
        down = (at[1] - corner[1] - 0.5) * FACTOR
        halves = (
            round(2 * (cos * along - sin * down) + 1),
            round(2 * (sin * along + cos * down) + 1),
        )
        if self._coarse:
            halves = (2 * (halves[0] // 2), 2 * (halves[1] // 2))
        art = _turned.get((self.key, step, halves), lambda: self._turn(turn, halves))
        width, height = art.get_size()
        return put(target, art, (corner[0] - width // 2, corner[1] - height // 2))

    def _turn(self, turn: float, halves: tuple[int, int]) -> pygame.Surface:
        painting = self._painting((halves[0] % 2, halves[1] % 2))
        start = tuple(self._pad - half // 2 for half in halves)
        window = pygame.Rect(start, self._size)
        # At exactly 0 pygame takes another path, with another centre.
        degrees = math.degrees(turn) or 0.005
        return finished(pygame.transform.rotozoom(painting.subsurface(window), degrees, 1 / FACTOR))

    def _painting(self, halves: tuple[int, int]) -> pygame.Surface:
        """The picture moved by zero or one half source pixel each way."""
        if halves not in self._paintings:
            width, height = (length + 2 * self._pad for length in self._size)
            large = pygame.Surface((OVER * width, OVER * height), pygame.SRCALPHA)
            centre = ((width + halves[0]) * OVER / 2, (height + halves[1]) * OVER / 2)
            self._paint(large, centre, OVER * FACTOR)
            small = pygame.transform.smoothscale(large, (width, height))
            self._paintings[halves] = pygame.transform.box_blur(small, FACTOR // 2)
        return self._paintings[halves]
