"""Colours and lengths of the program as style sheets write them."""

from scenes.draw.palette import Colour


def hexadecimal(colour: Colour) -> str:
    """A colour."""
    return "#" + "".join(f"{part:02x}" for part in colour)


def pixels(length: float, density: float) -> str:
    """A length in pixels of the picture, of which `density` are one of the page's."""
    return f"{length / density:g}px"
