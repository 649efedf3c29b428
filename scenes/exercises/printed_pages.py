"""A4 pages that fill from the top, with a foot. Lengths are in millimetres."""

from scenes.draw.palette import Colour, DEFAULT
from scenes.exercises.tagged_pdf import FONT, LINE, TaggedPdf
from scenes.text.words import Words

WIDTH, HEIGHT, MARGIN = 210, 297, 15
FOOT = 10  # of every page, for its number
GAP = 3
SMALL = 9  # pt


class Pages(TaggedPdf):
    """The pages while they are being filled; `_y` is how far down the present one is."""

    def __init__(self, words: Words, title: str, zoom: float = 1.0) -> None:
        super().__init__(words.language, title)
        self._words, self._zoom = words, zoom
        self._y = float(MARGIN)
        self._small = SMALL * zoom

    @property
    def _across(self) -> float:
        """How wide a line may be."""
        return WIDTH - 2 * MARGIN

    @property
    def pages(self) -> int:
        """How many there are so far."""
        return len(self.pdf.pages)

    def _new_page(self) -> None:
        self.pdf.add_page()
        self._y = float(MARGIN)

    def _room_for(self, high: float) -> None:
        if self._y + high > HEIGHT - MARGIN - FOOT * self._zoom:
            self._new_page()

    def _line(self, text: str, size: float, colour: Colour, tag: str = "P") -> None:
        """Write across the page, and go on below."""
        self.pdf.set_xy(MARGIN, self._y)
        self._y += self.write(text, size, self._across, colour, tag=tag)

    def _number_pages(self, same: str) -> None:
        """The foot of every page; what is the same on all is read aloud once."""
        pdf, words, room = self.pdf, self._words, self._across
        count = self.pages
        for number in range(1, count + 1):
            pdf.page = number
            page = words("sheet.pages", page=words.number(number), pages=words.number(count))
            pdf.set_font(FONT, "", self._small)
            beside = room - pdf.get_string_width(page) - GAP
            tag = "P" if number == count else ""
            pdf.set_xy(MARGIN, HEIGHT - MARGIN - self.height(same, self._small, beside))
            self.write(same, self._small, beside, DEFAULT.muted, tag=tag)
            pdf.set_xy(MARGIN, HEIGHT - MARGIN - self._small * LINE)
            self.write(page, self._small, room, DEFAULT.muted, tag="", align="R")
