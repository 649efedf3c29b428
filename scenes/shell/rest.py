"""When there is nothing new to draw.

The last pictures after an event, and after anything has moved, are drawn all the same:
what they began may still be settling.
"""

AWAKE = 0.3  # s


class Rest:
    """Counts down to rest; `told` is the line of words that was last seen."""

    def __init__(self) -> None:
        self._awake = AWAKE
        self._told = ""

    def __bool__(self) -> bool:
        """Whether the next picture would be the same as the last."""
        return self._awake <= 0

    def wake(self) -> None:
        """Something was done."""
        self._awake = AWAKE

    def let_pass(self, elapsed: float, told: str, *, moves: bool) -> None:
        """Time has passed, in which something moved or had something else to say, or not."""
        self._awake -= elapsed
        if moves or told != self._told:
            self.wake()
        self._told = told
