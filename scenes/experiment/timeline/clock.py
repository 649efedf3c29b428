"""How much simulated time a frame of real time is worth.

The physics step never changes: slow motion takes fewer steps. A frame that came
late is caught up with only so far, so that a slow machine shows slower motion
and never freezes.
"""

SPEEDS = (1.0, 1 / 4, 1 / 20)
LONGEST = 1 / 20  # s of real time that one frame catches up with at most


class Clock:
    """Counts the steps that are due.

    `speed` is the user's slow motion; `paused` stops time.
    """

    def __init__(self, step: float, speed: float = 1.0) -> None:
        self.step = step
        self.speed = speed
        self.paused = False
        self._owed = 0.0

    def steps(self, elapsed: float, slowing: float = 1.0) -> int:
        """Steps due after `elapsed` [s] of real time, slowed by a further factor."""
        if self.paused:
            return 0
        self._owed += min(elapsed, LONGEST) * self.speed * slowing / self.step
        due = int(self._owed)
        self._owed -= due
        return due

    def restart(self, speed: float) -> None:
        """Begin anew at this speed, with nothing owed."""
        self.speed = speed
        self.paused = False
        self._owed = 0.0

    def slower(self) -> None:
        """Go on to the next slower speed, after the slowest back to normal."""
        later = [speed for speed in SPEEDS if speed < self.speed - 1e-9]
        self.speed = later[0] if later else SPEEDS[0]
