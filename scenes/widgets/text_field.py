"""A field to type a few lines in.

It keeps nothing but the text it shows, and tells its owner of every change. Letters
come from TEXTINPUT events, so that any keyboard works; letters that the font does
not have are left out.
"""

from collections.abc import Callable

import pygame

from scenes.draw.look import Look
from scenes.draw.panels import focus_ring, put_rounded
from scenes.widgets.widget import CHORD, LEFT, Position, Widget

PADDING = 14
RADIUS = 12
CARET = 2
SIZE = 20
_ENTER = (pygame.K_RETURN, pygame.K_KP_ENTER)
_LEAVE = (pygame.K_TAB, pygame.K_ESCAPE)
_FUNCTIONS = range(pygame.K_F1, pygame.K_F12 + 1)
NO_LETTER = "\uffff"  # never one, so that a font shows its sign for what it does not have


def has_letter(font: pygame.font.Font, letter: str) -> bool:
    """Whether a font can show a letter; its metrics do not tell."""
    shown, missing = (font.render(text, True, "black") for text in (letter, NO_LETTER))
    return pygame.image.tobytes(shown, "RGBA") != pygame.image.tobytes(missing, "RGBA")


class TextField(Widget):
    """A field for running text.

    Parameters
    ----------
    name : what a screen reader says before the text.
    text : what stands in it at first.
    hint : words in an empty field.
    most : how many characters it takes.
    lines : how many lines high it is, and how many line breaks it takes.
    on_change : called with the text when the user changes it.
    """

    def __init__(
        self,
        name: str,
        text: str = "",
        *,
        hint: str = "",
        most: int = 300,
        lines: int = 6,
        on_change: Callable[[str], None] = lambda text: None,
    ) -> None:
        super().__init__()
        self.name = name
        self.text = text
        self.hint = hint
        self.most = most
        self.lines = lines
        self.on_change = on_change
        self.caret = len(text)
        self._look: Look | None = None
        self._pad = PADDING
        self._first = 0  # line on top, where there are more than fit

    def describe(self) -> str:
        """Its name and what stands in it."""
        return f"{self.name}: {self.text or self.hint}"

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Take a place; lines are broken to its width."""
        super().place(rect, look)
        self._look, self._pad = look, look.px(PADDING)

    def height(self, look: Look, width: int) -> int:
        """Room for its lines."""
        return self.lines * look.line_height(SIZE) + 2 * look.px(PADDING)

    # -- typing --------------------------------------------------------------------

    def handle(self, event: pygame.event.Event) -> bool:
        """Take letters, work the caret; no hotkey acts while someone types."""
        match event.type:
            case pygame.TEXTINPUT:
                self._insert(event.text)
                return True
            case pygame.KEYDOWN:
                return self._key(event)
            case pygame.MOUSEBUTTONDOWN if event.button == LEFT and self.hit(event.pos):
                pygame.key.start_text_input()  # shows the keyboard of a touch screen
                self.caret = self._index_at(event.pos)
                return True
        return False

    def _key(self, event: pygame.event.Event) -> bool:
        key = event.key
        # AltGr, which types letters, counts as Ctrl and Alt on some systems.
        chord = event.mod & CHORD and not event.mod & pygame.KMOD_MODE
        if chord or key in _LEAVE or key in _FUNCTIONS:
            return False
        if key in _ENTER:
            self._insert("\n")
        elif key == pygame.K_BACKSPACE and self.caret:
            self._replace(self.caret - 1, self.caret, "")
        elif key == pygame.K_DELETE:
            self._replace(self.caret, self.caret + 1, "")
        else:
            self._move(key)
        return True

    def _move(self, key: int) -> None:
        rows = self._rows()
        row, x = self._caret_place(rows)
        start, line = rows[row]
        match key:
            case pygame.K_LEFT:
                self.caret = max(0, self.caret - 1)
            case pygame.K_RIGHT:
                self.caret = min(len(self.text), self.caret + 1)
            case pygame.K_HOME:
                self.caret = start
            case pygame.K_END:
                self.caret = start + len(line)
            case pygame.K_UP if row > 0:
                self.caret = self._nearest(rows[row - 1], x)
            case pygame.K_DOWN if row + 1 < len(rows):
                self.caret = self._nearest(rows[row + 1], x)

    def _insert(self, text: str) -> None:
        """Put in what the font has, as far as there is room."""
        font = self._font()
        known = [
            letter
            for letter in text
            if letter == "\n" or (letter.isprintable() and has_letter(font, letter))
        ]
        breaks = self.lines - 1 - self.text.count("\n")
        for letter in known:
            if len(self.text) >= self.most or (letter == "\n" and breaks <= 0):
                continue
            breaks -= letter == "\n"
            self._replace(self.caret, self.caret, letter)

    def _replace(self, start: int, end: int, text: str) -> None:
        changed = self.text[:start] + text + self.text[end:]
        self.caret = start + len(text)
        if changed != self.text:
            self.text = changed
            self.on_change(changed)

    # -- lines ---------------------------------------------------------------------

    def _font(self) -> pygame.font.Font:
        if self._look is None:
            raise RuntimeError("a text field is placed before it is used")
        return self._look.font(SIZE)

    def _rows(self) -> list[tuple[int, str]]:
        """Every line with the place of its first letter in the text."""
        font = self._font()
        width = self.rect.width - 2 * self._pad - CARET
        rows: list[tuple[int, str]] = []
        start = 0
        for paragraph in self.text.split("\n"):
            begin, end = 0, 0
            while end < len(paragraph):
                end += 1
                if font.size(paragraph[begin:end].rstrip(" "))[0] > width and end - begin > 1:
                    cut = paragraph.rfind(" ", begin, end) + 1
                    cut = cut if cut > begin else end - 1
                    rows.append((start + begin, paragraph[begin:cut]))
                    begin = cut
            rows.append((start + begin, paragraph[begin:]))
            start += len(paragraph) + 1
        return rows

    def _caret_place(self, rows: list[tuple[int, str]]) -> tuple[int, int]:
        """The line of the caret, and how far from the left it is."""
        row = max(index for index, (start, _) in enumerate(rows) if start <= self.caret)
        start, line = rows[row]
        return row, self._font().size(line[: self.caret - start])[0]

    def _nearest(self, row: tuple[int, str], x: int) -> int:
        start, line = row
        font = self._font()
        return start + min(range(len(line) + 1), key=lambda k: abs(font.size(line[:k])[0] - x))

    def _index_at(self, position: Position) -> int:
        rows, font = self._rows(), self._font()
        pad = self._pad
        row = self._first + (position[1] - self.rect.top - pad) // font.get_linesize()
        return self._nearest(rows[min(max(row, 0), len(rows) - 1)], position[0] - self.rect.x - pad)

    # -- drawing -------------------------------------------------------------------

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Box, lines, caret and ring."""
        colours, box = look.palette, self.rect
        pad, pitch = look.px(PADDING), look.line_height(SIZE)
        radius = look.px(RADIUS)
        edge = colours.ui if self.focused else colours.edge
        width = look.line(3 if self.focused else 1.5)
        put_rounded(surface, box, radius, colours.panel, edge, width)
        if self.ring:
            focus_ring(surface, box, radius, look)
        if not self.text and not self.focused:
            hint = look.fitted(self.hint, SIZE, colours.muted, width=box.width - 2 * pad)
            surface.blit(hint, (box.left + pad, box.top + pad))
            return
        rows = self._rows()
        row, x = self._caret_place(rows)
        seen = max(1, (box.height - 2 * pad) // pitch)
        self._first = min(max(self._first, row - seen + 1), row)
        shown = rows[self._first : self._first + seen]
        for number, (_, line) in enumerate(shown):
            if line.strip():
                at = (box.left + pad, box.top + pad + number * pitch)
                # Not through `look.text`, which would keep what was typed.
                surface.blit(look.font(SIZE).render(line, True, colours.ink), at)
        if self.focused:
            top = box.top + pad + (row - self._first) * pitch
            surface.fill(colours.ink, (box.left + pad + x, top, max(CARET, look.px(CARET)), pitch))
