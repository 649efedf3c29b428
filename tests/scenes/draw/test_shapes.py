"""Both ways of blending show the same picture."""

from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt
import pygame
import pytest

from scenes.draw import shapes
from scenes.draw.palette import Colour
from scenes.draw.panels import disc, hatched, rounded
from scenes.draw.shapes import dim, put, supersampled
from scenes.draw.surface_cache import STORE

LEVELS = 3  # of 255 that they may be apart
SIZE = (40, 30)
INK = (11, 114, 104)
Array = npt.NDArray[np.int_]


def blob() -> pygame.Surface:
    """Two colours that meet, with soft edges."""

    def paint(large: pygame.Surface, factor: int) -> None:
        pygame.draw.circle(large, INK, (20 * factor, 15 * factor), 13 * factor)
        pygame.draw.circle(large, (250, 210, 40), (20 * factor, 15 * factor), 6 * factor)

    return supersampled(SIZE, paint)


ART: dict[str, Callable[[], pygame.Surface]] = {
    "shapes": blob,
    "box": lambda: rounded(SIZE, 9, INK, (240, 60, 20), 2.5),
    "spot": lambda: disc(12, INK, (240, 60, 20), 3.0),
    "faded spot": lambda: disc(12, INK, alpha=77),
    "hatch": lambda: hatched(SIZE, (250, 230, 200), INK, 6, 2),
}


def shown(make: Callable[[], pygame.Surface], ground: Colour) -> Array:
    """What `put` shows of art on a ground, or should in the page: desktops are less exact there."""
    art = make()
    if shapes._Way.straight:
        alpha = pygame.surfarray.array_alpha(art)[..., None] / 255
        mixed = pygame.surfarray.array3d(art) * alpha + np.array(ground) * (1 - alpha)
        return np.round(mixed).astype(int)
    target = pygame.Surface(art.get_size())
    target.fill(ground)
    put(target, art, (0, 0))
    return pygame.surfarray.array3d(target).astype(int)


def forget() -> None:
    """Nothing that was painted is kept."""
    for shelf in STORE._shelves:
        STORE.bytes -= sum(kept.size for kept in shelf.values())
        shelf.clear()


@pytest.fixture
def straight(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """Blends as the page does from when it is called."""
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")

    def begin() -> None:
        forget()
        monkeypatch.setattr(shapes._Way, "straight", True)
        shapes.blend_straight()

    yield begin
    monkeypatch.delenv(shapes.SDL_BLENDS, raising=False)
    pygame.init()
    pygame.mixer.quit()
    forget()


@pytest.mark.parametrize("name", ART)
@pytest.mark.parametrize("ground", [(0, 0, 0), (255, 255, 255), (200, 30, 90)])
def test_straight_alpha_looks_like_premultiplied(
    name: str, ground: Colour, straight: Callable[[], None]
) -> None:
    before = shown(ART[name], ground)
    assert np.ptp(before, axis=(0, 1)).max() > LEVELS
    straight()
    assert np.abs(shown(ART[name], ground) - before).max() <= LEVELS


def test_a_dialog_dims_as_far_either_way(straight: Callable[[], None]) -> None:
    def dimmed() -> Array:
        target = pygame.Surface(SIZE)
        target.fill((250, 120, 7))
        dim(target, (33, 31, 40))
        return pygame.surfarray.array3d(target).astype(int)

    before = dimmed()
    straight()
    assert np.abs(dimmed() - before).max() <= LEVELS
