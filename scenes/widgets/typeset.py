"""Breaking text into lines."""

import re
from functools import lru_cache

import pygame

UNITS = r"(?:%|(?:[km]?N|N m|ms|s|[cm]?m|kg|[kM]?Pa|bar)\b)"
# Spaces, but for those between a number and its unit.
SPACE = re.compile(rf" (?!{UNITS})|(?<!\d)(?<!\d N) (?={UNITS})")


def unbroken(text: str) -> list[str]:
    """What stays together on a line: words, and numbers with their units."""
    return SPACE.split(text)


def pieces(word: str, font: pygame.font.Font, width: int) -> list[str]:
    """A word too long for a line, cut where it must be."""
    parts = []
    while len(word) > 1 and font.size(word)[0] > width:
        count = len(word) - 1
        while count > 1 and font.size(word[:count])[0] > width:
            count -= 1
        parts.append(word[:count])
        word = word[count:]
    return [*parts, word]


@lru_cache(maxsize=512)
def wrap(text: str, font: pygame.font.Font, width: int) -> tuple[str, ...]:
    """Lines of at most `width` pixels; breaks at spaces and new lines, not at no-break spaces."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in unbroken(paragraph):
            longer = f"{line} {word}" if line else word
            if font.size(longer)[0] <= width:
                line = longer
                continue
            if line:
                lines.append(line)
            *full, line = pieces(word, font, width)
            lines.extend(full)
        lines.append(line)
    return tuple(lines)
