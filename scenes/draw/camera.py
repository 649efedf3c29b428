"""Where the world is on the screen.

The world is SI: metres, x to the right, y up, and the origin is the centre of
the bottom of the base block. The screen is pixels, x to the right, y down.
Screen points are floats: what moves slowly must not jump from pixel to pixel,
so only the last step of drawing rounds. An `Extent` is what a picture has to show.
"""

from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True)
class Camera:
    """A scale and the screen position of the world's origin.

    Attributes
    ----------
    pixels_per_metre
        Screen pixels per metre (1390 at 1280 x 720 for seven blocks).
    origin
        Screen position of the world's origin, in pixels.
    """

    pixels_per_metre: float
    origin: Point

    @property
    def pixels_per_mm(self) -> float:
        """Screen pixels per millimetre; art is given in millimetres."""
        return self.pixels_per_metre / 1000

    def to_screen(self, point: Point) -> Point:
        """Screen position in pixels of a world point in metres."""
        return (
            self.origin[0] + point[0] * self.pixels_per_metre,
            self.origin[1] - point[1] * self.pixels_per_metre,
        )

    def to_world(self, point: Point) -> Point:
        """World position in metres of a screen point in pixels."""
        return (
            (point[0] - self.origin[0]) / self.pixels_per_metre,
            (self.origin[1] - point[1]) / self.pixels_per_metre,
        )


@dataclass(frozen=True)
class Extent:
    """The part of the world [m] that a picture shows at least."""

    left: float
    right: float
    bottom: float
    top: float

    def camera(
        self, size: tuple[int, int], centre: Point, beside: float = 0.0, least: float = 0.0
    ) -> Camera:
        """A camera that has it as large as a picture's size allows, around the picture's centre.

        As far as there is room, so many pixels `beside` it are left free on the right, and the
        `least` of them in any case.
        """
        wide = self.right - self.left
        scale = min((size[0] - least) / wide, size[1] / (self.top - self.bottom))
        shift = min(beside, size[0] - scale * wide) / 2
        x = centre[0] - shift - scale * (self.left + self.right) / 2
        return Camera(scale, (x, centre[1] + scale * (self.bottom + self.top) / 2))
