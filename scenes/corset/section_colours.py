"""The colours of the transverse section that nothing else wears, in the three profiles.

They belong to the palette and follow its rules (`scenes/draw/palette.py`).
"""

from dataclasses import dataclass

from scenes.draw.palette import Colour, CONTRAST, DEFAULT, Palette, PROJECTOR


@dataclass(frozen=True)
class SectionColours:
    """What a profile adds for fat, wall, content and fascia."""

    fat: Colour  # layer under the skin
    skin_edge: Colour  # outline of the section
    wall: Colour  # obliques, psoas, quadratus
    wall_l: Colour  # their outline
    soft: Colour  # abdominal content
    soft2: Colour  # bowel, vessels
    soft_l: Colour  # their outline
    tendon: Colour  # inside of a fascia sheet
    nerve: Colour  # dural sac


_COLOURS = {
    DEFAULT.name: SectionColours(
        fat=(247, 233, 196),
        skin_edge=(116, 69, 47),
        wall=(235, 196, 179),
        wall_l=(165, 103, 79),
        soft=(246, 228, 214),
        soft2=(237, 210, 191),
        soft_l=(185, 143, 117),
        tendon=(255, 253, 246),
        nerve=(246, 227, 168),
    ),
    PROJECTOR.name: SectionColours(
        fat=(250, 230, 174),
        skin_edge=(79, 40, 20),
        wall=(237, 183, 158),
        wall_l=(122, 62, 38),
        soft=(248, 227, 210),
        soft2=(239, 201, 175),
        soft_l=(143, 95, 66),
        tendon=(255, 255, 255),
        nerve=(246, 221, 140),
    ),
    CONTRAST.name: SectionColours(
        fat=(75, 66, 48),
        skin_edge=(215, 156, 120),
        wall=(143, 84, 67),
        wall_l=(224, 165, 143),
        soft=(58, 46, 40),
        soft2=(76, 59, 50),
        soft_l=(143, 117, 100),
        tendon=(14, 42, 39),
        nerve=(232, 210, 140),
    ),
}


def section_colours(palette: Palette) -> SectionColours:
    """Those of a profile."""
    return _COLOURS[palette.name]


def colour_of(palette: Palette, name: str) -> Colour:
    """A colour of the palette or of the section by its name."""
    colours = section_colours(palette)
    found: Colour = getattr(colours if hasattr(colours, name) else palette, name)
    return found
