"""A PDF that a screen reader can read aloud: every line and picture has its tag, in order.

It needs fpdf2, which tags pictures with an alternative text; what it has for them serves here
for headings and lines as well. Lengths are in millimetres.
"""

import importlib
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, UTC
from types import ModuleType

from scenes.assets import FONTS
from scenes.draw.palette import Colour, DEFAULT
from sim.parameter import UserError

FONT, FALLBACK = "Atkinson", "DejaVu"  # the second has Greek, Cyrillic and signs
FILES = {FONT: "AtkinsonHyperlegibleNext", FALLBACK: "DejaVuSans"}
STYLES = (("", 400), ("B", 600))
LINE = 0.43  # mm of line height for a point
NEVER = datetime(2000, 1, 1, tzinfo=UTC)  # in place of the time of making


def library() -> ModuleType:
    """The module fpdf. Raises UserError where it is not installed."""
    try:
        return importlib.import_module("fpdf")
    except ImportError:
        raise UserError(
            "a handout needs fpdf2: install Spinestack with its extra 'handout'", "no_fpdf2"
        ) from None


class TaggedPdf:
    """A4 pages; `pdf` is what draws on them. Raises UserError without fpdf2."""

    def __init__(self, language: str, title: str) -> None:
        fpdf = library()
        pdf = self.pdf = fpdf.FPDF(format="A4")
        pdf.set_auto_page_break(False)
        pdf.c_margin = 0
        pdf.set_creation_date(NEVER)
        pdf.set_lang(language)
        pdf.set_title(title)
        pdf.set_creator("Spinestack")
        pdf.viewer_preferences = fpdf.ViewerPreferences(display_doc_title=True)
        for style, weight in STYLES:
            for font, file in FILES.items():
                pdf.add_font(font, style, FONTS / f"{file}-{weight}.ttf")
        pdf.set_fallback_fonts([FALLBACK.lower()])

    def data(self) -> bytes:
        """The file."""
        return bytes(self.pdf.output())

    def close(self) -> None:
        """Let go of the font files."""
        for font in self.pdf.fonts.values():
            font.close()

    def strange(self, text: str) -> list[str]:
        """Letters and signs of a text that no font has, by their names."""
        known = set().union(*(font.cmap for font in self.pdf.fonts.values()))
        missing = sorted(letter for letter in {*text} - {"\n"} if ord(letter) not in known)
        return [f"{one} ({unicodedata.name(one, f'U+{ord(one):04X}')})" for one in missing]

    @contextmanager
    def tagged(self, kind: str, alternative: str | None = None) -> Iterator[None]:
        """All that is drawn meanwhile is one element: "H1", "H2", "P", or a "Figure" in words."""
        pdf = self.pdf
        number = pdf.struct_builder.next_mcid_for_page(pdf.page)
        pdf._add_marked_content(struct_type=f"/{kind}", mcid=number, alt_text=alternative)
        pdf._out(f"/{kind} <</MCID {number}>> BDC")
        yield
        pdf._out("EMC")

    @contextmanager
    def decoration(self) -> Iterator[None]:
        """All that is drawn meanwhile is passed over when the page is read aloud."""
        self.pdf._out("/Artifact BMC")
        yield
        self.pdf._out("EMC")

    def height(self, text: str, size: float, width: float, *, marked: bool = True) -> float:
        """How high lines would be."""
        return self._cell(text, size, width, "L", marked=marked, dry=True)

    def write(
        self,
        text: str,
        size: float,
        width: float,
        colour: Colour = DEFAULT.ink,
        *,
        tag: str = "P",
        align: str = "L",
        marked: bool = True,
    ) -> float:
        """Write lines from the present place on; their height.

        In `marked` text words between two pairs of stars are bold. Without a tag they are passed
        over when the page is read aloud.
        """
        self.pdf.set_text_color(*colour)
        with self.tagged(tag) if tag else self.decoration():
            return self._cell(text, size, width, align, marked=marked, dry=False)

    def _cell(
        self, text: str, size: float, width: float, align: str, *, marked: bool, dry: bool
    ) -> float:
        self.pdf.set_font(FONT, "", size)
        high: float = self.pdf.multi_cell(
            width, size * LINE, text, align=align, markdown=marked, dry_run=dry, output="HEIGHT"
        )
        return high
