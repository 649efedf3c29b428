"""Running text: paragraphs, **bold** words and bullets, broken into lines.

Each line of the text is a paragraph; an empty line makes a gap; a line that
starts with "- " is a bullet. Nothing is clipped: `height` says what it needs.
"""

from dataclasses import dataclass
from functools import lru_cache

import pygame

from scenes.draw.look import Look, REGULAR, SEMIBOLD
from scenes.draw.panels import disc, put_centred
from scenes.widgets.typeset import pieces, unbroken
from scenes.widgets.widget import Widget

Fragment = tuple[str, int]  # text and weight
Word = tuple[Fragment, ...]  # what stands between two spaces
Fonts = tuple[pygame.font.Font, pygame.font.Font]  # regular and semibold
MORE = "…"


@dataclass(frozen=True)
class Run:
    """Words of one weight that stand together on a line."""

    x: int
    text: str
    weight: int


@dataclass(frozen=True)
class Line:
    """One line; `y` is its top, `bullet` whether a dot stands before it."""

    y: int
    runs: tuple[Run, ...]
    bullet: bool


@dataclass(frozen=True)
class Layout:
    """Lines, their total height and widest line; `cut` if lines were left out."""

    lines: tuple[Line, ...]
    height: int
    width: int
    cut: bool


def _words(paragraph: str) -> list[Word]:
    words: list[list[Fragment]] = [[]]
    for index, part in enumerate(paragraph.split("**")):
        weight = SEMIBOLD if index % 2 else REGULAR
        for place, text in enumerate(unbroken(part)):
            if place > 0:
                words.append([])
            if text:
                words[-1].append((text, weight))
    return [tuple(word) for word in words if word]


def _wide(word: Word, fonts: Fonts) -> int:
    return sum(fonts[weight == SEMIBOLD].size(text)[0] for text, weight in word)


def _broken(words: list[Word], fonts: Fonts, width: int) -> list[list[Word]]:
    """Words sorted into lines; a word wider than a line is cut."""
    space = fonts[0].size(" ")[0]
    lines: list[list[Word]] = [[]]
    taken = 0
    for word in words:
        parts: list[Word] = [word]
        if _wide(word, fonts) > width:
            cut = [
                (piece, weight)
                for text, weight in word
                for piece in pieces(text, fonts[weight == SEMIBOLD], width)
            ]
            parts = [(fragment,) for fragment in cut]
        for part in parts:
            need = _wide(part, fonts) + (space if lines[-1] else 0)
            if lines[-1] and taken + need > width:
                lines.append([])
                taken, need = 0, need - space
            lines[-1].append(part)
            taken += need
    return lines


def _runs(line: list[Word], fonts: Fonts, left: int) -> tuple[Run, ...]:
    runs: list[Run] = []
    for index, word in enumerate(line):
        for place, (text, weight) in enumerate(word):
            gap = " " if index and not place else ""
            last = runs[-1] if runs else None
            if last is not None and last.weight == weight:
                runs[-1] = Run(last.x, f"{last.text}{gap}{text}", weight)
            else:
                x = left if last is None else _end(last, fonts)
                runs.append(Run(x + (fonts[0].size(" ")[0] if gap else 0), text, weight))
    return tuple(runs)


def _end(run: Run, fonts: Fonts) -> int:
    return run.x + fonts[run.weight == SEMIBOLD].size(run.text)[0]


@lru_cache(maxsize=256)
def _layout(text: str, fonts: Fonts, width: int, pitch: int, most: int | None) -> Layout:
    indent = round(pitch * 0.85)
    gap = pitch // 2
    lines: list[Line] = []
    y = wide = 0
    for paragraph in text.strip().split("\n"):
        if not paragraph.strip():
            y += gap
            continue
        bullet = paragraph.startswith("- ")
        left = indent if bullet else 0
        body = _words(paragraph[2:] if bullet else paragraph)
        for number, words in enumerate(_broken(body, fonts, max(1, width - left))):
            if most is not None and len(lines) == most:
                return _shortened(lines, fonts, width, pitch)
            runs = _runs(words, fonts, left)
            lines.append(Line(y, runs, bullet and number == 0))
            wide = max(wide, _end(runs[-1], fonts) if runs else 0)
            y += pitch
    return Layout(tuple(lines), y, wide, cut=False)


def _shortened(lines: list[Line], fonts: Fonts, width: int, pitch: int) -> Layout:
    """The lines with an ellipsis at the end of the last one."""
    line = lines[-1]
    *kept, last = line.runs
    font = fonts[last.weight == SEMIBOLD]
    text = last.text
    while " " in text and last.x + font.size(text + MORE)[0] > width:
        text = text.rsplit(" ", 1)[0]
    runs = (*kept, Run(last.x, text.rstrip(" .,:;") + MORE, last.weight))
    whole = (*lines[:-1], Line(line.y, runs, line.bullet))
    return Layout(whole, line.y + pitch, width, cut=True)


class RichText(Widget):
    """A block of running text.

    Parameters
    ----------
    text : the words; may be changed at any time.
    size : design size of the letters; 20 is body text.
    colour : name of the palette colour.
    weight : REGULAR, or SEMIBOLD for a heading.
    max_lines : at most so many lines, then an ellipsis; None for all.

    `leading` is the distance of lines, of that of running text: large headings stand closer.
    """

    focusable = False

    def __init__(
        self,
        text: str,
        *,
        size: float = 20,
        colour: str = "ink",
        weight: int = REGULAR,
        max_lines: int | None = None,
    ) -> None:
        super().__init__()
        self.text = text
        self.size = size
        self.colour = colour
        self.weight = weight
        self.max_lines = max_lines
        self.leading = 1.0

    def _pitch(self, look: Look) -> int:
        return round(look.line_height(self.size) * self.leading)

    def layout(self, look: Look, width: int) -> Layout:
        """The lines at a width in pixels."""
        bold = look.font(self.size, SEMIBOLD)
        fonts = (bold if self.weight == SEMIBOLD else look.font(self.size), bold)
        return _layout(self.text, fonts, width, self._pitch(look), self.max_lines)

    def height(self, look: Look, width: int) -> int:
        """Height of all its lines."""
        return self.layout(look, width).height

    def width(self, look: Look) -> int:
        """Width of its longest paragraph on one line."""
        return self.layout(look, 1_000_000).width

    def describe(self) -> str:
        """The words without their marks."""
        return self.text.replace("**", "")

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Draw the lines that can be seen."""
        ink = getattr(look.palette, self.colour)
        clip = surface.get_clip()
        pitch = self._pitch(look)
        closer = (look.line_height(self.size) - pitch) // 2
        for line in self.layout(look, self.rect.width).lines:
            y = self.rect.top + line.y - closer
            if y > clip.bottom or y + pitch < clip.top:
                continue
            if line.bullet:
                radius = max(2, round(pitch * 0.15))
                at = (self.rect.left + pitch * 0.3, y + pitch * 0.54)
                put_centred(surface, disc(radius, ink), at)
            for run in line.runs:
                weight = max(run.weight, self.weight)
                surface.blit(
                    look.text(run.text, self.size, ink, weight), (self.rect.left + run.x, y)
                )
