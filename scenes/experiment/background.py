"""Work that is done between pictures, a slice at a time, so that no picture comes late.

One job at a time, and one budget for all: whatever a scene works out while nothing moves
(a map, a curve, tests of other weeks) is a job here and knows nothing of pictures.
"""

import time
from collections.abc import Callable, Iterator

BUDGET = 0.003  # s of one picture that may be spent
URGENT = 0.012  # s where somebody waits for what comes of it
RESTS = 6  # pictures in which nothing moves before a job is gone on with
_END = object()


class Background:
    """A job, gone on with by `work` once a picture.

    `clock` tells the time [s]. A job is an iterator that yields after every slice of about
    2 ms or less: True where the slice found something that shows, so that `news` says so
    until the next `work`. The last slice always does.
    """

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self._job: Iterator[object] | None = None
        self._rests = self._left = 0
        self._budget = BUDGET
        self.news = False

    @property
    def pending(self) -> bool:
        """Whether there is more to do."""
        return self._job is not None

    def begin(self, job: Iterator[object], *, rests: int = RESTS, urgent: bool = False) -> None:
        """Take up a job in the place of any other, after so many pictures of rest.

        What is `urgent` rests not at all and may spend more of a picture.
        """
        self._job = job
        self._rests = 0 if urgent else rests
        self._budget = URGENT if urgent else BUDGET
        self.wait()

    def wait(self) -> None:
        """Something moves: rest anew before going on."""
        self._left = self._rests

    def work(self) -> None:
        """Go on for the budget of one picture, at least by one slice."""
        self.news = False
        if self._left:
            self._left -= 1
            return
        until = self._clock() + self._budget
        while self._advance() and self._clock() < until:
            pass

    def finish(self, enough: Callable[[], bool]) -> None:
        """Go on at once until it is enough, or until the job is done."""
        while not enough() and self._advance():
            pass

    def _advance(self) -> bool:
        """Do one slice; whether there is more."""
        if self._job is None:
            return False
        found = next(self._job, _END)
        self.news = self.news or bool(found)
        if found is _END:
            self._job = None
        return found is not _END
