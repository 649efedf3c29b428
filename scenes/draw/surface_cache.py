"""A small store of surfaces that are dear to paint and cheap to blit."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class SurfaceCache(Generic[Value]):
    """The latest `size` things made, by key; the one unused longest goes first.

    `functools.lru_cache` would do, but it hashes every argument on every call,
    and hashing a palette of fifty colours sixty times a frame is slower than
    the blits. Here callers choose a short key (the palette's name).
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._things: OrderedDict[Hashable, Value] = OrderedDict()
        self.made = 0  # how many were made so far; tests look at it

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """What belongs to `key`, made by `make` when it is not there."""
        thing = self._things.get(key)
        if thing is None:
            thing = make()
            self.made += 1
            self._things[key] = thing
            if len(self._things) > self._size:
                self._things.popitem(last=False)
        else:
            self._things.move_to_end(key)
        return thing
