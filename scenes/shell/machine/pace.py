"""Notices a device that does not keep up: what moves is drawn more coarsely there.

At rest all is fine again. Whether the device was only busy for a while is tried anew
now and then.
"""

ENOUGH = 50.0  # pictures a second
PATIENCE = 2.0  # s of movement that are looked at
AGAIN = 60.0  # s after which it is tried anew


class Pace:
    """Counts pictures while something moves."""

    def __init__(self) -> None:
        self.coarse = False
        self._seconds, self._pictures = 0.0, 0
        self._slow = 0.0  # s for which the device is still taken to be slow

    def let_pass(self, elapsed: float, *, moves: bool) -> None:
        """A picture has taken so long, in which something moved or not."""
        self._slow = max(0.0, self._slow - elapsed)
        self._seconds, self._pictures = self._seconds + elapsed, self._pictures + 1
        if not moves or self._seconds >= PATIENCE:
            if moves and self._pictures < ENOUGH * self._seconds:
                self._slow = AGAIN
            self._seconds, self._pictures = 0.0, 0
        self.coarse = moves and self._slow > 0
