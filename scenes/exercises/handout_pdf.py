"""The sheet to take home: chosen exercises, dose and the clinician's lines as A4 pages.

It needs fpdf2 and no window. Figures are drawn as the same shapes as on the screen,
and the project's font is embedded. The same sheet is the same file, byte for byte:
it carries no date. Lengths are in millimetres.
"""

import importlib
from datetime import datetime, UTC
from types import ModuleType

from scenes.assets import FONTS
from scenes.draw.palette import Colour, DEFAULT
from scenes.draw.person.colours import figure_colour
from scenes.draw.person.cues import marks, signs
from scenes.draw.person.pose import extent, shapes
from scenes.exercises.catalogue import exercises
from scenes.exercises.session import Session
from scenes.text.words import Words
from sim.parameter import UserError

FONT = "Atkinson"
WIDTH, HEIGHT, MARGIN = 210, 297, 15
FOOT = 10  # of every page, for its number
PICTURE = (33, 25)  # of one pose
GAP = 4
TITLE, HEAD, BODY, SMALL = 22, 14.5, 11.5, 9  # pt
LINE = 0.43  # mm of line height for a point
MOST_NOTE, NOTE_LINES = 300, 6  # characters and lines of the clinician
OUTLINE = 0.2
NEVER = datetime(2000, 1, 1, tzinfo=UTC)  # in place of the time of making


def handout_pdf(words: Words, session: Session) -> bytes:
    """The sheet as a PDF.

    Raises UserError without fpdf2, without exercises, for a note that is too long, and
    for letters that the font does not have.
    """
    if not session.chosen:
        raise UserError("a handout needs at least one exercise", "no_exercise")
    if len(session.note) > MOST_NOTE or session.note.count("\n") >= NOTE_LINES:
        raise UserError(f"a note has at most {MOST_NOTE} characters and {NOTE_LINES} lines")
    sheet = _Sheet(words)
    try:
        sheet.fill(session)
        return sheet.data()
    finally:
        sheet.close()


def _library() -> ModuleType:
    try:
        return importlib.import_module("fpdf")
    except ImportError:
        raise UserError(
            "a handout needs fpdf2: install Spinestack with its extra 'handout'", "no_fpdf2"
        ) from None


class _Sheet:
    """The pages while they are being filled; `_y` is how far down the present one is."""

    def __init__(self, words: Words) -> None:
        self._words = words
        pdf = self._pdf = _library().FPDF(format="A4")
        pdf.set_auto_page_break(False)
        pdf.set_margin(MARGIN)
        pdf.c_margin = 0
        pdf.set_creation_date(NEVER)
        pdf.set_lang(words.language)
        pdf.set_title(words("sheet.title"))
        pdf.set_creator("Spinestack")
        for style, weight in (("", 400), ("B", 600)):
            pdf.add_font(FONT, style, FONTS / f"AtkinsonHyperlegibleNext-{weight}.ttf")

    def fill(self, session: Session) -> None:
        """Everything, from the title to the number of the last page."""
        words = self._words
        self._check(session.note)
        self._new_page()
        self._begin()
        for name in session.chosen:
            self._entry(name, session)
        if session.note.strip():
            self._box(words("sheet.note"), session.note.rstrip(), DEFAULT.teal_tint)
        stop = f"{words('exercise.stop_text')}\n{words('exercise.not_more_pain')}"
        self._box(words("exercise.stop_head"), stop, DEFAULT.field)
        self._number_pages()

    def data(self) -> bytes:
        """The file."""
        return bytes(self._pdf.output())

    def close(self) -> None:
        """Let go of the font files."""
        for font in self._pdf.fonts.values():
            font.close()

    def _check(self, text: str) -> None:
        known = self._pdf.fonts[FONT.lower()].cmap
        strange = sorted({letter for letter in text if letter != "\n" and ord(letter) not in known})
        if strange:
            raise UserError(f"the font has no letter {strange[0]!r}, which is in the note")

    # -- what stands on it -----------------------------------------------------------

    def _begin(self) -> None:
        words = self._words
        self._line(f"**{words('sheet.title')}**", TITLE, DEFAULT.ink)
        self._y += 1
        self._line(words("sheet.about"), BODY, DEFAULT.muted)
        self._y += GAP

    def _entry(self, name: str, session: Session) -> None:
        """An exercise: both poses, and words beside them. It is never broken over two pages."""
        words, exercise = self._words, exercises()[name]
        left = 2 * PICTURE[0] + 2 * GAP
        room = WIDTH - 2 * MARGIN - left
        dose = session.dose(name).words(words, sided=exercise.sided)
        rows = [
            (f"**{words(f'exercise.{name}')}**", HEAD, DEFAULT.ink),
            (f"**{dose}**", BODY, DEFAULT.teal),
            (words(f"exercise.{name}_do"), BODY, DEFAULT.ink),
            (f"**{words('exercise.feel')}** {words(f'exercise.{name}_feel')}", BODY, DEFAULT.ink),
            (
                f"**{words('exercise.breathe')}** {words(f'exercise.{name}_breathe')}",
                BODY,
                DEFAULT.ink,
            ),
        ]
        heights = [self._write(text, size, room, dry=True) for text, size, _ in rows]
        need = max(PICTURE[1] + 6, sum(heights))
        self._room_for(need + 2 * GAP)
        pdf = self._pdf
        pdf.set_draw_color(*DEFAULT.line)
        pdf.line(MARGIN, self._y, WIDTH - MARGIN, self._y)
        self._y += GAP
        for number, (share, key) in enumerate(((0.0, "start_pose"), (1.0, "hold_pose"))):
            x = MARGIN + number * (PICTURE[0] + GAP)
            self._figure(name, share, x, self._y)
            pdf.set_xy(x, self._y + PICTURE[1] + 1)
            self._write(words(f"sheet.{key}"), SMALL, PICTURE[0], DEFAULT.muted, align="C")
        y = self._y
        for (text, size, colour), high in zip(rows, heights, strict=True):
            pdf.set_xy(MARGIN + left, y)
            self._write(text, size, room, colour)
            y += high
        self._y += need + GAP

    def _figure(self, name: str, share: float, x: float, y: float) -> None:
        """A pose on its floor, as large as its picture allows."""
        pdf, (wide, high) = self._pdf, PICTURE
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
            pdf.set_font(FONT, "B", 5)
            pdf.set_text_color(*DEFAULT.ui_ink)
            pdf.cell(2 * place[2], 2 * place[2], text, align="C")
        pdf.set_draw_color(*DEFAULT.edge)
        pdf.line(x, floor, x + wide, floor)

    def _box(self, head: str, text: str, ground: Colour) -> None:
        """Words on a ground of their own."""
        pdf, room = self._pdf, WIDTH - 2 * MARGIN - 2 * GAP
        rows = ((f"**{head}**", True), (text, False))
        heights = [self._write(row, BODY, room, marked=marked, dry=True) for row, marked in rows]
        self._room_for(sum(heights) + 3 * GAP)
        self._y += GAP
        pdf.set_fill_color(*ground)
        box = (MARGIN, self._y, WIDTH - 2 * MARGIN, sum(heights) + 2 * GAP)
        pdf.rect(*box, style="F", round_corners=True, corner_radius=3)
        self._y += GAP
        for (row, marked), high in zip(rows, heights, strict=True):
            pdf.set_xy(MARGIN + GAP, self._y)
            self._write(row, BODY, room, marked=marked)
            self._y += high
        self._y += GAP

    # -- pages and lines -------------------------------------------------------------

    def _new_page(self) -> None:
        self._pdf.add_page()
        self._y = float(MARGIN)

    def _room_for(self, high: float) -> None:
        if self._y + high > HEIGHT - MARGIN - FOOT:
            self._new_page()

    def _line(self, text: str, size: float, colour: Colour) -> None:
        """Write across the page, and go on below."""
        self._pdf.set_xy(MARGIN, self._y)
        self._y += self._write(text, size, WIDTH - 2 * MARGIN, colour)

    def _write(
        self,
        text: str,
        size: float,
        width: float,
        colour: Colour = DEFAULT.ink,
        *,
        align: str = "L",
        marked: bool = True,
        dry: bool = False,
    ) -> float:
        """Write lines from the present place on, or with `dry` nothing; their height.

        In `marked` text words between two pairs of stars are bold.
        """
        pdf = self._pdf
        pdf.set_font(FONT, "", size)
        pdf.set_text_color(*colour)
        high: float = pdf.multi_cell(
            width,
            size * LINE,
            text,
            align=align,
            markdown=marked,
            dry_run=dry,
            output="HEIGHT",
        )
        return high

    def _number_pages(self) -> None:
        """The foot of every page."""
        pdf, words = self._pdf, self._words
        count = len(pdf.pages)
        for number in range(1, count + 1):
            pdf.page = number
            y = HEIGHT - MARGIN - SMALL * LINE
            page = words("sheet.pages", page=words.number(number), pages=words.number(count))
            for text, align in ((words("sheet.disclaimer"), "L"), (page, "R")):
                pdf.set_xy(MARGIN, y)
                self._write(text, SMALL, WIDTH - 2 * MARGIN, DEFAULT.muted, align=align)
