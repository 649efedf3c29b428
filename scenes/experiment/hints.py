"""What can be done with a picture, said one thing at a time."""


class Hints:
    """Things to do, the first of which is the one that is always worth saying.

    Each of the others is said until it was done, which is remembered as long as the scene
    lives: through starting over, and in another language.
    """

    def __init__(self, *names: str) -> None:
        self._first = names[0]
        self._open = list(names)

    def done(self, name: str) -> None:
        """Somebody did it, and so knows."""
        if name in self._open:
            self._open.remove(name)

    def now(self, *shown: str) -> str:
        """The one to say, of those that could be shown now."""
        return next((name for name in self._open if name in shown), self._first)
