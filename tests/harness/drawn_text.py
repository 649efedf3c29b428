"""What is written in a window: every line of text, where it is, what cuts it, how large it is."""

from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple

import pygame
import pytest

from scenes.draw import arrows, look
from scenes.draw.canvas import drawn
from scenes.draw.look import Look
from scenes.draw.palette import Colour
from scenes.draw.surface_cache import SurfaceCache
from scenes.shell.app import App

LEAST_SHARE = 0.97  # of the letters that were asked for: whole pixels
LEADING = 0.4  # of the height of a line, above and below its letters


class Written(NamedTuple):
    """A line: its words, its box, what of the window it may fill, its letters over those asked."""

    text: str
    box: pygame.Rect
    clip: pygame.Rect
    share: float

    @property
    def cut(self) -> bool:
        """Whether letters are missing at a side; what scrolls may be cut above and below."""
        return self.box.left < self.clip.left or self.box.right > self.clip.right

    @property
    def small(self) -> bool:
        """Whether it was shrunk to fit."""
        return self.share < LEAST_SHARE

    @property
    def letters(self) -> pygame.Rect:
        """Where its letters are seen, without the leading above and below."""
        return self.box.inflate(-2, -round(self.box.height * LEADING)).clip(self.clip)


class _Page(pygame.Surface):
    """A window that notes what is written on it."""

    def __init__(self, size: tuple[int, int]) -> None:
        super().__init__(size)
        self.faces: dict[int, tuple[str, float]] = {}
        self.written: list[Written] = []

    def blit(  # type: ignore[override]
        self,
        source: pygame.Surface,
        dest: pygame.Rect | tuple[float, float],
        area: pygame.Rect | None = None,
        special_flags: int = 0,
    ) -> pygame.Rect:
        """Draw, and note what is text."""
        said = self.faces.get(id(source))
        if said is not None:
            corner = dest.topleft if isinstance(dest, pygame.Rect) else dest
            box = source.get_rect(topleft=tuple(round(side) for side in corner))
            self.written.append(Written(said[0], box, self.get_clip(), said[1]))
        return super().blit(source, dest, area, special_flags)


def written(app: App, monkeypatch: pytest.MonkeyPatch) -> list[Written]:
    """What the window says now, apart from what is kept as a picture."""
    page = _Page(app.surface.get_size())
    alive: list[pygame.Surface] = []  # an id is of one thing as long as that lives
    render, fitted = look._rendered, Look.fitted

    def known(face: pygame.Surface, text: str, share: float) -> pygame.Surface:
        alive.append(face)
        page.faces[id(face)] = (text, share)
        return face

    def rendered(text: str, pixels: int, weight: int, colour: Colour) -> pygame.Surface:
        return known(render(text, pixels, weight, colour), text, 1.0)

    class Haloed(SurfaceCache[pygame.Surface]):
        """What is kept with a halo, known by the text that its key begins with."""

        def get(self, key: Hashable, make: Callable[[], pygame.Surface]) -> pygame.Surface:
            assert isinstance(key, tuple)
            return known(super().get(key, make), key[0], 1.0)

    def fitting(
        self: Look,
        text: str,
        size: float,
        colour: Colour,
        weight: int = 400,
        *,
        width: int,
        like: Sequence[str] = (),
    ) -> pygame.Surface:
        face = fitted(self, text, size, colour, weight, width=width, like=like)
        return known(face, text, face.get_height() / max(1, self.line_height(size)))

    with monkeypatch.context() as patched:
        patched.setattr(look, "_rendered", rendered)
        patched.setattr(arrows, "_texts", Haloed())
        patched.setattr(Look, "fitted", fitting)
        patched.setattr(app.screen, "surface", page)
        with drawn(coarse=True):  # letters are the same
            app.draw()
    return [line for line in page.written if line.text.strip() and line.letters.size != (0, 0)]
