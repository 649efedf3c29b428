"""The one store of what is dear to paint and cheap to blit, bounded in bytes.

Every `SurfaceCache` is a shelf of it; `kept` puts what a function returns on a shelf. What
has not been used for longest goes first, whichever shelf it is on.
"""

from collections.abc import Callable, Hashable, Iterable
from functools import wraps
from typing import cast, Generic, ParamSpec, TypeVar

import numpy as np
import pygame

Value = TypeVar("Value")
Arguments = ParamSpec("Arguments")

MOST = 64_000_000  # bytes of all that is kept, for a window of the design's size or smaller
PER_PIXEL = 48  # bytes for a larger one: the canvases of a spine or a corset alone take 26
SPARE = 1 / 8  # of the bound, that is freed at once: to look for the oldest takes a millisecond
LEAST = 256  # bytes that a thing counts for at least: its key, and its place
DEEP = 4  # how far what is kept is looked into for surfaces and arrays
OFTEN = 64  # things made, after which those that may grow are weighed again


def weight(thing: object, deep: int = DEEP) -> int:
    """About how many bytes a thing keeps: its surfaces and arrays."""
    if isinstance(thing, (float, int, str)):  # most of all that there is
        return 0
    if isinstance(thing, pygame.Surface):
        return thing.get_width() * thing.get_height() * thing.get_bytesize()
    if isinstance(thing, np.ndarray):
        return int(thing.nbytes)
    if not deep:
        return 0
    if isinstance(thing, dict):
        inside: Iterable[object] = thing.values()
    elif isinstance(thing, (tuple, list)):
        inside = thing
    else:
        inside = getattr(thing, "__dict__", {}).values()
    return sum(weight(one, deep - 1) for one in inside)


class Kept:
    """A thing, about how many bytes it keeps, and when it was used last."""

    __slots__ = ("size", "thing", "used")

    def __init__(self, thing: object, used: int) -> None:
        self.thing, self.size, self.used = thing, LEAST + weight(thing), used


class Store:
    """All that is kept; `clock` counts what has been made, and tells what was used last."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.bytes = 0
        self.clock = 0
        self._shelves: list[dict[Hashable, Kept]] = []
        self._growing: list[Kept] = []
        self._weighed = 0  # when, by the clock

    def fit(self, size: tuple[int, int]) -> None:
        """Keep what pictures of a size [pixels] need, or they would be painted in every frame."""
        self.most = max(MOST, PER_PIXEL * size[0] * size[1])

    def shelf(self) -> dict[Hashable, Kept]:
        """A further shelf; whoever takes from it sets `used` to the clock."""
        self._shelves.append({})
        return self._shelves[-1]

    def put(self, shelf: dict[Hashable, Kept], key: Hashable, thing: object) -> None:
        """Keep a thing; what has not been used for longest gives way."""
        self.clock += 1
        shelf[key] = kept = Kept(thing, self.clock)
        self.bytes += kept.size
        if not isinstance(thing, (pygame.Surface, tuple)):
            self._growing.append(kept)
        if self.clock % OFTEN == 0:
            self._weigh()
        if self.bytes > self.most:
            self._make_room()

    def _make_room(self) -> None:
        room = self.most * (1 - SPARE)
        places = [(kept.used, shelf, key) for shelf in self._shelves for key, kept in shelf.items()]
        for _, shelf, key in sorted(places, key=lambda place: place[0])[:-1]:
            if self.bytes <= room:
                return
            gone = shelf.pop(key)
            self.bytes -= gone.size
            gone.size = 0

    def _weigh(self) -> None:
        """Again, for what may have more inside than when it was put there: it was used since."""
        self._growing = [kept for kept in self._growing if kept.size]
        for kept in self._growing:
            if kept.used >= self._weighed:
                before, kept.size = kept.size, LEAST + weight(kept.thing)
                self.bytes += kept.size - before
        self._weighed = self.clock


STORE = Store(MOST)


class SurfaceCache(Generic[Value]):
    """A shelf of the store.

    `functools.lru_cache` would hash every argument on every call, and hashing a palette of
    fifty colours sixty times a frame is slower than the blits. Here callers choose a short
    key (the palette's name).
    """

    def __init__(self) -> None:
        self._store = STORE
        self._things = STORE.shelf()
        self.made = 0  # how many were made so far; tests look at it

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """What belongs to `key`, made by `make` when it is not there."""
        found = self._things.get(key)
        if found is not None:
            found.used = self._store.clock
            return cast("Value", found.thing)
        thing = make()
        self.made += 1
        self._store.put(self._things, key, thing)
        return thing


def kept(make: Callable[Arguments, Value]) -> Callable[Arguments, Value]:
    """Keep what a function returns, by its arguments, which are few and quick to hash."""
    store, things = STORE, STORE.shelf()

    @wraps(make)
    def get(*args: Arguments.args, **more: Arguments.kwargs) -> Value:
        key = (args, tuple(more.items())) if more else args
        found = things.get(key)
        if found is not None:
            found.used = store.clock
            return cast("Value", found.thing)
        thing = make(*args, **more)
        store.put(things, key, thing)
        return thing

    return get
