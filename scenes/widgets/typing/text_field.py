"""A field to type a few lines in.

It keeps nothing but the text it shows, and tells its owner of every change, and of letters
that it can not show. Letters come from TEXTINPUT events, so that any keyboard works.
"""

from collections.abc import Callable
from typing import Protocol

import pygame

from scenes.draw.look import Look
from scenes.draw.panels import focus_ring, put_rounded
from scenes.widgets.typeset import wrap
from scenes.widgets.typing.text_editing import EditedText
from scenes.widgets.typing.typed_letters import Letters
from scenes.widgets.widget import CHORD, LEFT, Position, types_letter, Widget

PADDING = 14
RADIUS = 12
CARET = 2
SIZE = 20
WORDS = pygame.KMOD_CTRL | pygame.KMOD_META
_ENTER = (pygame.K_RETURN, pygame.K_KP_ENTER)
_LEAVE = (pygame.K_TAB, pygame.K_ESCAPE)
_FUNCTIONS = range(pygame.K_F1, pygame.K_F12 + 1)
_SIDEWAYS = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1}
_DELETES = {pygame.K_BACKSPACE: -1, pygame.K_DELETE: 1}
_CHORDS = (pygame.K_a, pygame.K_c, pygame.K_v, pygame.K_x, pygame.K_y, pygame.K_z)
_ENDS = (pygame.K_HOME, pygame.K_END)


class Clipboard(Protocol):
    """Where texts are copied to and pasted from; it may be empty, or not there."""

    def copy(self, text: str) -> None:
        """Put a text into it."""

    def paste(self, use: Callable[[str], None]) -> None:
        """Hand over the text in it, if there is one."""


class TextField(Widget):
    """A field for running text.

    Parameters
    ----------
    name : what a screen reader says before the text.
    text : what stands in it at first.
    clipboard : where it copies to and pastes from.
    hint : words in an empty field.
    most : how many characters it takes.
    lines : how many lines high it is, and how many line breaks it takes.
    on_change : called with the text when the user changes it.
    on_refused : called with letters that were typed and can not be shown.
    """

    types = True

    def __init__(
        self,
        name: str,
        text: str = "",
        *,
        clipboard: Clipboard,
        hint: str = "",
        most: int = 300,
        lines: int = 6,
        on_change: Callable[[str], None] = lambda text: None,
        on_refused: Callable[[str], None] = lambda letters: None,
    ) -> None:
        super().__init__()
        self.name = name
        self.hint = hint
        self.lines = lines
        self.on_change, self.on_refused = on_change, on_refused
        self._clipboard = clipboard
        self._edited = EditedText(text, most, lines, self._known)
        self._composing = ""  # letters that a keyboard is still putting together
        self._letters: Letters | None = None
        self._pad = PADDING
        self._first = 0  # line on top, where there are more than fit

    @property
    def text(self) -> str:
        """What stands in it."""
        return self._edited.text

    @property
    def caret(self) -> int:
        """The place in the text where the next letter goes."""
        return self._edited.caret

    @property
    def anchor(self) -> int:
        """The place where the selection began; at the caret where nothing is selected."""
        return self._edited.anchor

    def describe(self) -> str:
        """Its name and what stands in it."""
        return f"{self.name}: {self.text or self.hint}"

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Take a place; lines are broken to its width."""
        super().place(rect, look)
        self._letters, self._pad = Letters(look, SIZE), look.px(PADDING)

    def height(self, look: Look, width: int) -> int:
        """Room for its lines."""
        return self.lines * look.line_height(SIZE) + 2 * look.px(PADDING)

    def _known(self, letter: str) -> bool:
        return self._shown.known(letter)

    @property
    def _shown(self) -> Letters:
        if self._letters is None:
            raise RuntimeError("a text field is placed before it is used")
        return self._letters

    # -- typing --------------------------------------------------------------------

    def handle(self, event: pygame.event.Event) -> bool:
        """Take letters, work the caret; no hotkey acts while someone types."""
        before = self.text
        used = self._take(event)
        self._tell(before)
        return used

    def become(self, text: str, anchor: int, caret: int, *, pasted: bool = False) -> None:
        """Take up what another text field, which stands for this one, has made of the text."""
        before = self.text
        self._edited.become(text, anchor, caret, pasted=pasted)
        self._tell(before)

    def _tell(self, before: str) -> None:
        if self.text != before:
            self.on_change(self.text)
        if self._edited.refused:
            self.on_refused("".join(self._edited.refused))
            self._edited.refused = []

    def _take(self, event: pygame.event.Event) -> bool:
        match event.type:
            case pygame.TEXTINPUT:
                self._composing = ""
                self._edited.insert(event.text)
            case pygame.TEXTEDITING:
                self._composing = event.text
            case pygame.KEYDOWN:
                return self._key(event)
            case pygame.MOUSEBUTTONDOWN if event.button == LEFT and self.hit(event.pos):
                pygame.key.start_text_input()  # shows the keyboard of a touch screen
                shift = pygame.key.get_mods() & pygame.KMOD_SHIFT
                self._edited.move(self._index_at(event.pos), select=bool(shift))
                self.pressed = True
            case pygame.MOUSEMOTION if self.pressed:
                self._edited.move(self._index_at(event.pos), select=True)
            case pygame.MOUSEBUTTONUP if self.pressed and event.button == LEFT:
                self.pressed = False
            case _:
                return False
        return True

    def _key(self, event: pygame.event.Event) -> bool:
        key, edited = event.key, self._edited
        chord = event.mod & CHORD and not types_letter(event)
        if key in _LEAVE or key in _FUNCTIONS or (chord and not event.mod & WORDS):
            return False
        select = bool(event.mod & pygame.KMOD_SHIFT)
        if chord and key not in (*_SIDEWAYS, *_ENDS, pygame.K_BACKSPACE):
            return self._by_chord(key, shift=select)
        if key in _ENTER:
            edited.insert("\n")
        elif key in _DELETES:
            edited.delete(_DELETES[key], word=bool(chord))
        elif key in _SIDEWAYS:
            edited.move(edited.beside(_SIDEWAYS[key], word=bool(chord)), select=select)
        elif chord and key in _ENDS:
            edited.move(0 if key == pygame.K_HOME else len(self.text), select=select)
        else:
            self._move(key, select=select)
        return True

    def _by_chord(self, key: int, *, shift: bool) -> bool:
        """Select all, copy, cut, paste, undo and redo; the other chords are not for a text."""
        edited = self._edited
        if key in (pygame.K_c, pygame.K_x) and edited.selected:
            self._clipboard.copy(edited.selected)
        match key:
            case pygame.K_a:
                edited.select_all()
            case pygame.K_x if edited.selected:
                edited.delete(-1)
            case pygame.K_v:
                self._clipboard.paste(self._paste)
            case pygame.K_z if not shift:
                edited.undo()
            case pygame.K_y | pygame.K_z:
                edited.redo()
        return key in _CHORDS

    def _paste(self, text: str) -> None:
        """Take what the clipboard has, which may come a little later."""
        before = self.text
        self._edited.paste(text)
        self._tell(before)

    def _move(self, key: int, *, select: bool) -> None:
        rows, edited = self._rows(), self._edited
        row, x = self._caret_place(rows)
        start, line = rows[row]
        match key:
            case pygame.K_HOME:
                edited.move(start, select=select)
            case pygame.K_END:
                edited.move(start + len(line), select=select)
            case pygame.K_UP if row > 0:
                edited.move(self._nearest(rows[row - 1], x), select=select)
            case pygame.K_DOWN if row + 1 < len(rows):
                edited.move(self._nearest(rows[row + 1], x), select=select)

    # -- lines ---------------------------------------------------------------------

    def _rows(self) -> list[tuple[int, str]]:
        """Every line with the place of its first letter in the text."""
        letters = self._shown
        width = self.rect.width - 2 * self._pad - CARET
        rows: list[tuple[int, str]] = []
        start = 0
        for paragraph in self.text.split("\n"):
            begin, end = 0, 0
            while end < len(paragraph):
                end += 1
                if letters.width(paragraph[begin:end].rstrip(" ")) > width and end - begin > 1:
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
        return row, self._shown.width(line[: self.caret - start])

    def _nearest(self, row: tuple[int, str], x: int) -> int:
        start, line = row
        letters = self._shown
        return start + min(range(len(line) + 1), key=lambda k: abs(letters.width(line[:k]) - x))

    def _index_at(self, position: Position) -> int:
        rows, pad = self._rows(), self._pad
        row = self._first + (position[1] - self.rect.top - pad) // self._shown.pitch
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
            for number, said in enumerate(wrap(self.hint, look.font(SIZE), box.width - 2 * pad)):
                hint = look.text(said, SIZE, colours.muted)
                surface.blit(hint, (box.left + pad, box.top + pad + number * pitch))
            return
        rows = self._rows()
        row, x = self._caret_place(rows)
        seen = max(1, (box.height - 2 * pad) // pitch)
        self._first = min(max(self._first, row - seen + 1), row)
        shown = rows[self._first : self._first + seen]
        letters, (begin, end) = self._shown, self._edited.selection
        for number, (start, line) in enumerate(shown):
            left, top = box.left + pad, box.top + pad + number * pitch
            cut = [min(max(place - start, 0), len(line)) for place in (begin, end)]
            if cut[0] < cut[1]:
                before, wide = letters.width(line[: cut[0]]), letters.width(line[slice(*cut)])
                surface.fill(colours.teal_tint, (left + before, top, wide, pitch))
            letters.draw(surface, line, (left, top), colours.ink)
        if self.focused:
            left, top = box.left + pad + x, box.top + pad + (row - self._first) * pitch
            if self._composing:
                wide = letters.width(self._composing)
                surface.fill(colours.field, (left, top, wide, pitch))
                letters.draw(surface, self._composing, (left, top), colours.ink)
                left += wide
            surface.fill(colours.ink, (left, top, max(CARET, look.px(CARET)), pitch))
