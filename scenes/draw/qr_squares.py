"""A link as the dark squares of a code that phones scan, for the screen and for paper."""

QUIET = 4  # squares of light around the code, as its standard asks (ISO/IEC 18004)


def qr_squares(link: str) -> list[list[bool]]:
    """Its rows from the top, True where a square is dark, without the light around them."""
    import segno  # noqa: PLC0415 - the window opens sooner without it

    return [[bool(dark) for dark in row] for row in segno.make(link, error="m", micro=False).matrix]
