"""How far two colours stand apart, as WCAG reckons it."""

from scenes.draw.palette import Colour, Palette

READABLE, SEEN = 4.5, 3.0  # of letters and of shapes on what they stand on (WCAG 2.2, AA)


def luminance(colour: Colour) -> float:
    """Relative luminance (WCAG 2.2)."""
    channels = [
        c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4
        for c in colour
    ]
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]


def contrast(palette: Palette, first: str, second: str) -> float:
    """Contrast ratio of two colours of a palette (WCAG 2.2)."""
    light, dark = sorted(
        (luminance(getattr(palette, name)) for name in (first, second)), reverse=True
    )
    return (light + 0.05) / (dark + 0.05)
