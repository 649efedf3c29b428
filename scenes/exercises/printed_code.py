"""A link as a code on paper that the camera of a phone reads. Lengths are in millimetres."""

from typing import TYPE_CHECKING

from scenes.draw.qr_squares import qr_squares, QUIET

if TYPE_CHECKING:
    from fpdf import FPDF

OVER = 0.02  # that its squares are wider, so that no paper shows between them


def print_code(pdf: "FPDF", link: str, left: float, top: float, side: float) -> None:
    """Print it, with the light around it `side` wide and high."""
    rows = qr_squares(link)
    unit = side / (len(rows) + 2 * QUIET)
    pdf.set_fill_color(0)
    for down, row in enumerate(rows, QUIET):
        for across, dark in enumerate(row, QUIET):
            if dark:
                x, y = left + across * unit, top + down * unit
                pdf.rect(x, y, unit + OVER, unit + OVER, style="F")
