"""A text that somebody edits: caret, selection, and what can be taken back. It draws nothing."""

import re
import unicodedata
from collections.abc import Callable

MOST_UNDO = 100  # steps
SPACES = re.compile(r"[\t\r\n]+")
WORD = re.compile(r"\w+|[^\w\s]+")


class EditedText:
    """A text of at most `most` characters and `lines` lines.

    `caret` is where the next letter goes, and `anchor` where the selection began: both are
    places between letters, and equal where nothing is selected. `known` tells whether a letter
    can be shown.
    """

    def __init__(self, text: str, most: int, lines: int, known: Callable[[str], bool]) -> None:
        self.text = text
        self.caret = self.anchor = len(text)
        self.refused: list[str] = []  # letters of the last insertion that can not be shown
        self._most, self._lines, self._known = most, lines, known
        self._undo: list[tuple[str, int]] = []
        self._redo: list[tuple[str, int]] = []  # what was taken back, the last of it at the end
        self._typing = False  # letter after letter is taken back at once

    @property
    def selection(self) -> tuple[int, int]:
        """Where the selection begins and ends."""
        return min(self.caret, self.anchor), max(self.caret, self.anchor)

    @property
    def selected(self) -> str:
        """The letters that are selected."""
        start, end = self.selection
        return self.text[start:end]

    def move(self, to: int, *, select: bool = False) -> None:
        """Put the caret somewhere; without `select` nothing is selected then."""
        self._typing = False
        self.caret = min(max(0, to), len(self.text))
        if not select:
            self.anchor = self.caret

    def select_all(self) -> None:
        """Select the whole text."""
        self.anchor, self.caret = 0, len(self.text)

    def beside(self, step: int, *, word: bool = False) -> int:
        """The place a letter, or a word, before (-1) or behind (1) the caret."""
        if not word:
            return min(max(0, self.caret + step), len(self.text))
        if step > 0:
            ends = [found.end() for found in WORD.finditer(self.text)]
            return next((end for end in ends if end > self.caret), len(self.text))
        starts = [found.start() for found in WORD.finditer(self.text)]
        return next((start for start in reversed(starts) if start < self.caret), 0)

    def insert(self, text: str) -> None:
        """Put letters in the place of the selection, as far as there is room.

        Blanks of all kinds are taken as what they look like; what is put together of a letter
        and its accent as one letter.
        """
        text = "".join(
            " " if letter.isspace() and letter != "\n" else letter
            for letter in unicodedata.normalize("NFC", text)
        )
        fits = [letter for letter in text if letter == "\n" or self._known(letter)]
        self.refused = [one for one in dict.fromkeys(text) if one != "\n" and not self._known(one)]
        start, end = self.selection
        rest = self.text[:start] + self.text[end:]
        room, breaks = self._most - len(rest), self._lines - 1 - rest.count("\n")
        taken = ""
        for letter in fits:
            if len(taken) < room and (letter != "\n" or breaks > 0):
                breaks -= letter == "\n"
                taken += letter
        if taken or start < end:
            typed = len(taken) == 1 and taken not in " \n" and start == end
            self._replace(start, end, taken, goes_on=typed and self._typing)
            self._typing = typed

    def paste(self, text: str) -> None:
        """Insert what comes from elsewhere: its tabs and line ends are spaces."""
        self.insert(SPACES.sub(" ", text))
        self._typing = False

    def become(self, text: str, anchor: int, caret: int, *, pasted: bool = False) -> None:
        """Take up what somebody else has made of the text and of the selection.

        What is new in it is inserted as if it had been typed, or pasted: as far as it can be.
        """
        if text != self.text:
            start = _alike(self.text, text)
            behind = _alike(self.text[start:][::-1], text[start:][::-1])
            self.anchor, self.caret = start, len(self.text) - behind
            new = text[start : len(text) - behind]
            if not new:
                self.delete(1)
            elif pasted:
                self.paste(new)
            else:
                self.insert(new)
        if text == self.text and (anchor, caret) != (self.anchor, self.caret):
            self.anchor, self.caret = (min(max(0, at), len(text)) for at in (anchor, caret))
            self._typing = False

    def delete(self, step: int, *, word: bool = False) -> None:
        """Take out the selection, or else the letter or the word beside the caret."""
        start, end = self.selection
        if start == end:
            start, end = sorted((self.caret, self.beside(step, word=word)))
        if start < end:
            self._replace(start, end, "", goes_on=False)

    def undo(self) -> None:
        """Take the last change back."""
        self._change_over(self._undo, self._redo)

    def redo(self) -> None:
        """Do again what was taken back last, if nothing was done since."""
        self._change_over(self._redo, self._undo)

    def _change_over(self, now: list[tuple[str, int]], before: list[tuple[str, int]]) -> None:
        if now:
            before.append((self.text, self.caret))
            self.text, self.caret = now.pop()
            self.anchor, self._typing = self.caret, False

    def _replace(self, start: int, end: int, text: str, *, goes_on: bool) -> None:
        if not goes_on:
            self._undo = [*self._undo[1 - MOST_UNDO :], (self.text, self.caret)]
        self._redo.clear()
        self.text = self.text[:start] + text + self.text[end:]
        self.caret = self.anchor = start + len(text)
        self._typing = False


def _alike(one: str, other: str) -> int:
    """How many letters at their beginning are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
