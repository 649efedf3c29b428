"""The colours that only the drawn person wears, in the three profiles.

They belong to the palette and follow its rules (`scenes/draw/palette.py`).
"""

from dataclasses import dataclass

from scenes.draw.palette import Colour, CONTRAST, DEFAULT, Palette, PROJECTOR


@dataclass(frozen=True)
class FigureColours:
    """What a profile adds for clothes, far limbs and hair."""

    shirt: Colour
    shirt_far: Colour  # sleeve of the far arm
    legs: Colour  # trousers
    legs_far: Colour
    skin_far: Colour  # far hand and foot
    line: Colour  # outline
    hair: Colour


_COLOURS = {
    DEFAULT.name: FigureColours(
        shirt=(195, 207, 216),
        shirt_far=(159, 176, 188),
        legs=(102, 123, 139),
        legs_far=(78, 97, 113),
        skin_far=(203, 142, 108),
        line=(51, 66, 77),
        hair=(106, 82, 64),
    ),
    PROJECTOR.name: FigureColours(
        shirt=(181, 198, 211),
        shirt_far=(139, 162, 179),
        legs=(79, 105, 124),
        legs_far=(58, 81, 99),
        skin_far=(191, 124, 85),
        line=(26, 40, 49),
        hair=(76, 55, 38),
    ),
    CONTRAST.name: FigureColours(
        shirt=(195, 207, 216),
        shirt_far=(140, 160, 174),
        legs=(130, 152, 168),
        legs_far=(95, 117, 133),
        skin_far=(187, 124, 88),
        line=(11, 16, 19),
        hair=(155, 127, 102),
    ),
}


def figure_colour(palette: Palette, name: str) -> Colour:
    """A colour of the figure, or of the palette, by its name."""
    colours = _COLOURS[palette.name]
    found: Colour = getattr(colours if hasattr(colours, name) else palette, name)
    return found
