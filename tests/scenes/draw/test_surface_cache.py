"""What is kept of pictures has a bound in bytes, whatever a session does."""

import numpy as np
import pygame
import pytest

from scenes.draw import canvas, surface_cache
from scenes.draw.surface_cache import (
    kept,
    LEAST,
    MOST,
    PER_PIXEL,
    STORE,
    Store,
    SurfaceCache,
    weight,
)
from scenes.shell.machine.display import MOST as LARGEST
from tests.scenes.player import Player

SIDE = 100
PICTURE = 4 * SIDE * SIDE  # bytes
ROOM = 8  # pictures that fit into the store of a test; one of them is freed beyond what must go


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
    small = Store(ROOM * (PICTURE + LEAST))
    monkeypatch.setattr(surface_cache, "STORE", small)
    return small


def test_the_bound_holds_over_all_shelves_and_the_least_used_goes_first(store: Store) -> None:
    first: SurfaceCache[pygame.Surface] = SurfaceCache()
    second: SurfaceCache[pygame.Surface] = SurfaceCache()
    one = first.get("one", picture)
    second.get("two", picture)
    second.get("three", picture)
    others = [first.get(number, picture) for number in range(ROOM - 3)]
    assert store.bytes == store.most
    assert first.get("one", picture) is one  # used again, so that "two" is the oldest
    first.get("last", picture)
    assert store.bytes == (ROOM - 1) * (PICTURE + LEAST)
    assert first.get("one", picture) is one
    assert [first.get(number, picture) for number in range(ROOM - 3)] == others
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


def test_what_nobody_used_since_is_not_weighed_again(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf: SurfaceCache[list[object]] = SurfaceCache()
    weighed: list[object] = []

    def weigh(thing: object) -> int:
        weighed.append(thing)
        return 0

    idle, used = shelf.get("idle", list), shelf.get("used", list)
    for number in range(2 * surface_cache.OFTEN):
        if number == surface_cache.OFTEN:
            monkeypatch.setattr(surface_cache, "weight", weigh)
        shelf.get(number, list)
        shelf.get("used", list)
    assert any(one is used for one in weighed)
    assert not any(one is idle for one in weighed)


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
        resize(size)
        for scene in ("blocks", "spine", "corset", "exercises"):
            player.app.choose(scene)
            player.frames(2)
            assert STORE.bytes <= STORE.most
            assert STORE.most == max(MOST, PER_PIXEL * size[0] * size[1])


@pytest.mark.parametrize("scene", ["spine", "corset"])
def test_the_largest_picture_keeps_what_its_next_frame_needs(scene: str) -> None:
    player = Player()
    resize(LARGEST)
    player.app.choose(scene)
    player.frames(2)
    made = canvas._pages.made
    player.frames(3)
    assert canvas._pages.made == made


def resize(size: tuple[int, int]) -> None:
    pygame.display.set_mode(size)
    pygame.event.post(pygame.event.Event(pygame.VIDEORESIZE, size=size))
