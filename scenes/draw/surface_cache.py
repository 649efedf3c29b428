"""The one store of what is dear to paint and cheap to blit, bounded in bytes.

Every `SurfaceCache` is a shelf of it; `kept` puts what a function returns on a shelf. What
has not been used for longest goes first, whichever shelf it is on.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from functools import wraps
from typing import Any, cast, Generic, ParamSpec, TypeVar

import numpy as np
import pygame

Value = TypeVar("Value")
Arguments = ParamSpec("Arguments")

MOST = 64_000_000  # bytes of all that is kept
LEAST = 256  # bytes that a thing counts for at least: its key, and its place
DEEP = 4  # how far what is kept is looked into for surfaces and arrays
OFTEN = 64  # things made, after which all are weighed again: some grow


def weight(thing: object, deep: int = DEEP) -> int:
    """About how many bytes a thing keeps: its surfaces and arrays."""
    if isinstance(thing, pygame.Surface):
        return thing.get_width() * thing.get_height() * thing.get_bytesize()
    if isinstance(thing, np.ndarray):
        return int(thing.nbytes)
    if not deep or isinstance(thing, (str, int, float)):
        return 0
    if isinstance(thing, dict):
        inside: Iterable[object] = thing.values()
    elif isinstance(thing, (tuple, list)):
        inside = thing
    else:
        inside = getattr(thing, "__dict__", {}).values()
    return sum(weight(one, deep - 1) for one in inside)


class Store:
    """Things by shelf and key, the least recently used first."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._things: OrderedDict[Hashable, tuple[object, int]] = OrderedDict()
        self.bytes = 0
        self.made = 0

    def get(self, key: Hashable) -> object:
        """What is kept under a key, None if nothing is."""
        found = self._things.get(key)
        if found is None:
            return None
        self._things.move_to_end(key)
        return found[0]

    def put(self, key: Hashable, thing: object) -> None:
        """Keep a thing; what has not been used for longest gives way."""
        size = LEAST + weight(thing)
        self._things[key] = thing, size
        self.bytes += size
        self.made += 1
        if self.made % OFTEN == 0:
            self._weigh()
        while self.bytes > self.most and len(self._things) > 1:
            _, (_, gone) = self._things.popitem(last=False)
            self.bytes -= gone

    def _weigh(self) -> None:
        for key, (thing, _) in self._things.items():
            self._things[key] = thing, LEAST + weight(thing)
        self.bytes = sum(size for _, size in self._things.values())


STORE = Store(MOST)


class SurfaceCache(Generic[Value]):
    """A shelf of the store.

    `functools.lru_cache` would hash every argument on every call, and hashing a palette of
    fifty colours sixty times a frame is slower than the blits. Here callers choose a short
    key (the palette's name).
    """

    def __init__(self) -> None:
        self.made = 0  # how many were made so far; tests look at it

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """What belongs to `key`, made by `make` when it is not there."""
        place = (id(self), key)
        thing = STORE.get(place)
        if thing is None:
            thing = make()
            self.made += 1
            STORE.put(place, thing)
        return cast("Value", thing)


def kept(make: Callable[Arguments, Value]) -> Callable[Arguments, Value]:
    """Keep what a function returns, by its arguments, which are few and quick to hash."""
    shelf: SurfaceCache[Any] = SurfaceCache()

    @wraps(make)
    def get(*args: Arguments.args, **more: Arguments.kwargs) -> Value:
        key = (args, tuple(more.items())) if more else args
        found: Value = shelf.get(key, lambda: make(*args, **more))
        return found

    return get
