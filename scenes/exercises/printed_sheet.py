"""The sheet to take home: chosen exercises, dose and the clinician's lines as A4 pages.

It needs fpdf2 and no window. Figures are drawn as the same shapes as on the screen, the
fonts are embedded, and all of it can be read aloud. The same sheet of the same day is the same
file, byte for byte. Lengths are in millimetres.
"""

from datetime import date

from scenes.draw.palette import Colour, DEFAULT
from scenes.draw.person.body import extent, shapes
from scenes.draw.person.colours import figure_colour
from scenes.draw.person.cues import marks, signs
from scenes.exercises.catalogue import exercises
from scenes.exercises.clinicians_note import printable
from scenes.exercises.link import link_of
from scenes.exercises.printed_code import print_code
from scenes.exercises.printed_pages import GAP, MARGIN, Pages, WIDTH
from scenes.exercises.session import Session
from scenes.exercises.tagged_pdf import FONT, LINE
from scenes.text.words import Words
from sim.parameter import UserError

PICTURE = (33, 25)  # of one pose
TITLE, HEAD, BODY = 22, 14.5, 11.5  # pt
BOX = "\u2610"  # to tick
BADGE = 5  # pt of a letter in a picture
LARGEST_TITLE = 30  # pt, in one line
STACKED = 1.25  # text size from which the poses are one below the other, for wider lines
MOST_PAGES = 4
LESS = 0.1  # of the text size, as long as there are more pages
OUTLINE = 0.2
CODE = 33  # of the code for a phone, with the light around it: a camera reads it at arm's length


def handout_pdf(
    words: Words, session: Session, today: date, *, zoom: float = 1.0, page: str = ""
) -> bytes:
    """The sheet as a PDF, in letters `zoom` times as large as far as four pages allow.

    With the address of the `page` it has a code that opens the same exercises on a phone.

    Raises UserError without fpdf2, without exercises, for a note that is too long, and
    for letters that the fonts do not have.
    """
    if not session.chosen:
        raise UserError("a handout needs at least one exercise", "no_exercise")
    note = printable(session.note)
    while True:
        sheet = _Sheet(words, zoom)
        try:
            sheet.fill(session, note, today, page)
            if sheet.pages <= MOST_PAGES or zoom <= 1:
                return sheet.data()
        finally:
            sheet.close()
        zoom -= LESS


class _Sheet(Pages):
    """The pages while they are being filled."""

    def __init__(self, words: Words, zoom: float) -> None:
        super().__init__(words, words("sheet.title"), zoom)
        self._title = min(TITLE * zoom, LARGEST_TITLE)
        self._head, self._body = HEAD * zoom, BODY * zoom

    def fill(self, session: Session, note: str, today: date, page: str) -> None:
        """Everything, from the title to the number of the last page."""
        words = self._words
        strange = self.strange(note)
        if strange:
            raise UserError(f"the fonts do not have {', '.join(strange)}, which is in the note")
        self._new_page()
        self._begin(today)
        for name in session.chosen:
            self._entry(name, session)
        if page:
            self._phone(link_of(page, session, words.language))
        if note.strip():
            self._box(words("sheet.note"), note.rstrip(), DEFAULT.teal_tint)
        stop = f"{words('exercise.stop_text')}\n{words('exercise.not_more_pain')}"
        self._box(words("exercise.stop_head"), stop, DEFAULT.field)
        self._number_pages(words("sheet.disclaimer"))

    # -- what stands on it -----------------------------------------------------------

    def _begin(self, today: date) -> None:
        words = self._words
        self._line(f"**{words('sheet.title')}**", self._title, DEFAULT.ink, "H1")
        self._y += 1
        self._line(words("sheet.about"), self._body, DEFAULT.muted)
        month = words("sheet.months").split()[today.month - 1]
        day = words("sheet.date", day=str(today.day), month=month, year=str(today.year))
        self._line(day, self._body, DEFAULT.muted)
        self._y += GAP

    def _entry(self, name: str, session: Session) -> None:
        """An exercise: both poses, and words beside them. It stays on one page."""
        words, exercise = self._words, exercises()[name]
        wide, high = PICTURE
        pictures = high + 1 + self._small * LINE
        across, down = (0.0, pictures) if self._zoom >= STACKED else (wide + GAP, 0.0)
        left, room = self._beside
        dose = session.dose(name).words(words, sided=exercise.sided)
        rows = [
            (f"**{dose}**", DEFAULT.teal),
            (words(f"exercise.{name}_do"), DEFAULT.ink),
            (f"**{words('exercise.feel')}** {words(f'exercise.{name}_feel')}", DEFAULT.ink),
            (f"**{words('exercise.breathe')}** {words(f'exercise.{name}_breathe')}", DEFAULT.ink),
            (words("sheet.done", box=BOX), DEFAULT.muted),
        ]
        head = f"**{words(f'exercise.{name}')}**"
        heads = self.height(head, self._head, room)
        texts = heads + sum(self.height(text, self._body, room) for text, _ in rows)
        need = max(down + pictures + 2, texts)
        self._room_for(need + 2 * GAP)
        self._rule()
        end, x = self._y + need, MARGIN + left
        self.pdf.set_xy(x, self._y)
        self.write(head, self._head, room, tag="H2")
        for number, (share, key) in enumerate(((0.0, "start"), (1.0, "hold"))):
            at, top = MARGIN + number * across, self._y + number * down
            with self.tagged("Figure", words(f"exercise.{name}_{key}")):
                self._figure(name, share, at, top)
            self.pdf.set_xy(at, top + high + 1)
            self.write(words(f"sheet.{key}_pose"), self._small, wide, DEFAULT.muted, align="C")
        y = self._y + heads
        for text, colour in rows:
            self.pdf.set_xy(x, y)
            y += self.write(text, self._body, room, colour)
        self._y = end + GAP

    @property
    def _beside(self) -> tuple[float, float]:
        """Where words beside pictures begin, from the margin, and how wide they may be."""
        left = (1 if self._zoom >= STACKED else 2) * (PICTURE[0] + GAP)
        return left, WIDTH - 2 * MARGIN - left

    def _rule(self) -> None:
        """A line above an exercise."""
        with self.decoration():
            self.pdf.set_draw_color(*DEFAULT.line)
            self.pdf.line(MARGIN, self._y, WIDTH - MARGIN, self._y)
        self._y += GAP

    def _phone(self, link: str) -> None:
        """The code that opens these exercises on a phone, and its address beside it."""
        words, (left, room) = self._words, self._beside
        rows = [
            (f"**{words('sheet.phone')}**", self._head, DEFAULT.ink, "H2"),
            (words("sheet.phone_about"), self._body, DEFAULT.ink, "P"),
        ]
        texts = sum(self.height(text, size, room) for text, size, *_ in rows)
        need = max(CODE, texts + self.height(link, self._small, room, marked=False))
        self._room_for(need + 2 * GAP)
        self._rule()
        with self.tagged("Figure", words("sheet.phone_code")):
            print_code(self.pdf, link, MARGIN + (left - GAP - CODE) / 2, self._y, CODE)
        y = self._y
        for text, size, colour, tag in rows:
            self.pdf.set_xy(MARGIN + left, y)
            y += self.write(text, size, room, colour, tag=tag)
        self.pdf.set_xy(MARGIN + left, y)
        self.write(link, self._small, room, DEFAULT.muted, marked=False)
        self._y += need + GAP

    def _figure(self, name: str, share: float, x: float, y: float) -> None:
        """A pose on its floor, as large as its picture allows."""
        pdf, (wide, high) = self.pdf, PICTURE
        left, right, top = extent(name)
        top += 0.12 if name == "draw_in" else 0.03  # an arrow stands above the belly
        scale = min(wide / (right - left + 0.08), (high - 1) / top)
        origin = x + wide / 2 - (left + right) / 2 * scale
        floor = y + high - 1
        line = OUTLINE / scale
        for colour, points in (*shapes(name, share, line), *signs(name, share, line)):
            pdf.set_fill_color(*figure_colour(DEFAULT, colour))
            pdf.polygon([(origin + a * scale, floor - b * scale) for a, b in points], style="F")
        for text, (a, b), radius, colour in marks(name, share):
            pdf.set_fill_color(*figure_colour(DEFAULT, colour))
            place = (origin + a * scale, floor - b * scale, radius * scale)
            pdf.circle(*place, style="F")
            pdf.set_xy(place[0] - place[2], place[1] - place[2])
            pdf.set_font(FONT, "B", BADGE)
            pdf.set_text_color(*DEFAULT.ui_ink)
            pdf.cell(2 * place[2], 2 * place[2], text, align="C")
        pdf.set_draw_color(*DEFAULT.edge)
        pdf.line(x, floor, x + wide, floor)

    def _box(self, head: str, text: str, ground: Colour) -> None:
        """Words on a ground of their own."""
        room, size = WIDTH - 2 * MARGIN - 2 * GAP, self._body
        rows = ((f"**{head}**", True, "H2"), (text, False, "P"))
        heights = [self.height(row, size, room, marked=marked) for row, marked, _ in rows]
        self._room_for(sum(heights) + 3 * GAP)
        self._y += GAP
        with self.decoration():
            self.pdf.set_fill_color(*ground)
            box = (MARGIN, self._y, WIDTH - 2 * MARGIN, sum(heights) + 2 * GAP)
            self.pdf.rect(*box, style="F", round_corners=True, corner_radius=3)
        self._y += GAP
        for (row, marked, tag), high in zip(rows, heights, strict=True):
            self.pdf.set_xy(MARGIN + GAP, self._y)
            self.write(row, size, room, tag=tag, marked=marked)
            self._y += high
        self._y += GAP
