"""When there is nothing new to draw.

The last pictures after an event, and after anything has moved, are drawn all the same:
what they began may still be settling.
"""

import pygame

from scenes.experiment.protocols import Scene
from scenes.shell.machine.memory import tidy
from scenes.shell.machine.pace import Pace

AWAKE = 0.3  # s
SETTLED = 0.15  # s before the last of these pictures, from when on all is drawn finely
GLANCE = 1e-6  # s, less than between two pictures
DOZE = 0.1  # s between two looks while nothing moves
BESIDE = 3  # pictures for one of what lies beside what moves, where pictures are coarse
DENSE = 2.0  # pixels for one of the size from where nobody sees the edges of what moves


class Rest:
    """Counts down to rest; `told` is the line of words that was last seen.

    `density`: pixels of the screen for one of the size.
    """

    def __init__(self) -> None:
        self.density = 1.0
        self._awake = AWAKE
        self._beside = 0
        self._part: pygame.Rect | None = None
        self._moves = False
        self._told = ""
        self._works = False
        self._pace = Pace()
        self._tidied = False

    def __bool__(self) -> bool:
        """Whether the next picture would be the same as the last."""
        return self._awake <= 0

    @property
    def coarse(self) -> bool:
        """Whether the next picture is drawn coarsely: on a slow device, or where none sees it."""
        return self._pace.coarse or (self._moves and self.density >= DENSE)

    @property
    def part(self) -> pygame.Rect | None:
        """The part of the window that the next picture shows anew; None for all of it."""
        return self._part if self.coarse and self._beside else None

    def dozes(self, passed: float) -> bool:
        """Whether nothing has to be done yet, so many seconds after the last look."""
        return bool(self) and not self._works and passed < DOZE

    def wake(self) -> None:
        """Something was done."""
        self._awake, self._beside = AWAKE, -1

    def let_pass(self, elapsed: float, told: str, scene: Scene | None, *, moves: bool) -> None:
        """Time has passed, in which something moved or had something else to say, or not.

        What the `scene` found meanwhile settles at once: one picture shows it. It is None
        where a dialog holds it up.
        """
        settled = self._awake <= SETTLED
        self._awake -= elapsed
        if not settled:  # however long it took, there is a last picture, and it is fine
            self._awake = max(self._awake, GLANCE)
        self._beside = (self._beside + 1) % BESIDE
        self._moves = scene is not None and scene.moves
        self._part = None if scene is None else scene.moving_part
        if moves or told != self._told:
            self.wake()
            self._beside = 0
        elif self._moves:
            self._awake = AWAKE
        self._told = told
        self._works = scene is not None and scene.background.pending
        if scene is not None and scene.background.news:
            self._awake = max(self._awake, GLANCE)
        self._pace.let_pass(elapsed, moves=self._awake > SETTLED)
        if self and not self._tidied:
            tidy()
        self._tidied = bool(self)
