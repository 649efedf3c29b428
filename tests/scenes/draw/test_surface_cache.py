"""What is kept of pictures has a bound in bytes, whatever a session does."""

import numpy as np
import pygame
import pytest

from scenes.draw import surface_cache
from scenes.draw.surface_cache import kept, LEAST, STORE, Store, SurfaceCache, weight
from tests.scenes.player import Player

SIDE = 100
PICTURE = 4 * SIDE * SIDE  # bytes


def picture() -> pygame.Surface:
    return pygame.Surface((SIDE, SIDE), pygame.SRCALPHA)


class Sprites:
    def __init__(self) -> None:
        self.name, self.art = "hand", {"near": picture(), "far": (picture(), (3, 4))}


def test_surfaces_and_arrays_are_weighed_wherever_they_are() -> None:
    assert weight(picture()) == PICTURE
    assert weight(np.zeros(50)) == 400
    assert weight(Sprites()) == 2 * PICTURE
    assert weight(("text", 3, None)) == 0


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Store:
    small = Store(3 * (PICTURE + LEAST))
    monkeypatch.setattr(surface_cache, "STORE", small)
    return small


def test_the_bound_holds_over_all_shelves_and_the_least_used_goes_first(store: Store) -> None:
    first: SurfaceCache[pygame.Surface] = SurfaceCache()
    second: SurfaceCache[pygame.Surface] = SurfaceCache()
    one = first.get("one", picture)
    second.get("two", picture)
    first.get("three", picture)
    assert store.bytes == store.most
    assert first.get("one", picture) is one  # used again, so that "two" is the oldest
    first.get("four", picture)
    assert store.bytes <= store.most
    assert first.get("one", picture) is one
    made = second.made
    second.get("two", picture)
    assert second.made == made + 1


def test_what_grows_is_weighed_again(store: Store) -> None:
    shelf: SurfaceCache[list[pygame.Surface]] = SurfaceCache()
    growing = shelf.get("it", list)
    growing += [picture(), picture()]
    for number in range(2 * surface_cache.OFTEN):
        shelf.get(number, list)
        shelf.get("it", list)
    assert store.bytes > 2 * PICTURE
    assert store.bytes <= store.most


def test_a_function_is_kept_by_its_arguments(store: Store) -> None:
    calls = []

    @kept
    def box(side: int, *, round_one: bool = False) -> pygame.Surface:
        calls.append((side, round_one))
        return pygame.Surface((side, side))

    assert box(4) is box(4)
    assert box(4, round_one=True) is not box(4)
    assert calls == [(4, False), (4, True)]


def test_a_window_of_many_sizes_stays_within_the_bound() -> None:
    player = Player()
    for size in ((1280, 720), (390, 844), (1920, 1080), (844, 390), (1024, 600), (2560, 1440)):
        pygame.display.set_mode(size)
        pygame.event.post(pygame.event.Event(pygame.VIDEORESIZE, size=size))
        for scene in ("blocks", "spine", "corset", "exercises"):
            player.app.choose(scene)
            player.frames(2)
            assert STORE.bytes <= STORE.most
