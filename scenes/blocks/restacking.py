"""The blocks on their way back up: half a second between a fall and a new stack.

Only the picture moves. The stack itself stands again at once.
"""

from dataclasses import replace

from scenes.blocks.moment import StackMoment

SECONDS = 0.6


class Restacking:
    """Blends the picture from where the blocks lay to where they stand."""

    def __init__(self, lying: StackMoment) -> None:
        self._lying = lying
        self._done = 0.0

    def advance(self, elapsed: float) -> bool:
        """Let time pass; False when the blocks have arrived."""
        self._done += elapsed / SECONDS
        return self._done < 1

    def moment(self, standing: StackMoment) -> StackMoment:
        """The picture between the two: fast at first, gently at the end."""
        left = (1 - self._done) ** 3
        return replace(standing, state=standing.state + left * (self._lying.state - standing.state))
