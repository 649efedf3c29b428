"""What a screen in a waiting room shows: the stack that falls and the taped one that stands.

It is the scene of the blocks itself, which is pushed now and then; nothing of it is prepared.
"""

from collections.abc import Callable, Sequence

import pygame

from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.panels import put_rounded
from scenes.experiment.background import Background
from scenes.experiment.protocols import Host, TabScene, Told
from scenes.forms import Areas
from scenes.preferences import Preferences
from scenes.shell.registry import make
from scenes.text.words import Words
from scenes.widgets.widget import Widget

FALLS, TAPED, PUSHED, ANEW = 3.0, 12.0, 15.0, 25.0  # s from the begin of a round
ASIDE, SIZE = 48, 30  # design px: beside the words, of their letters


class WaitingScene:
    """The blocks, played by nobody, under words that invite to touch the screen."""

    name = "waiting"
    background = Background()  # idle: nobody sees what the blocks might work out

    def __init__(self, words: Words, preferences: Preferences) -> None:
        self.wanted_focus: Widget | None = None
        self._words = words
        self.blocks: TabScene = make("blocks", {}, words, preferences, speed=1.0, host=Host())
        self._time = 0.0
        self._placed: tuple[Areas, Look] | None = None

    def widgets(self) -> Sequence[Widget]:
        """Those of the blocks."""
        return self.blocks.widgets()

    def translate(self, words: Words) -> None:
        """Make all widgets anew in a language."""
        self._words = words
        self.blocks.translate(words)

    def place(self, areas: Areas, look: Look) -> None:
        """Take up the parts of the window."""
        self._placed = (areas, look)
        self.blocks.place(areas, look)

    @property
    def moves(self) -> bool:
        """Always: there is nobody whom it could wait for."""
        return True

    @property
    def moving_part(self) -> pygame.Rect | None:
        """Anywhere: its words come and go."""
        return None

    def update(self, elapsed: float) -> None:
        """Let time pass, and do what a hand would do when its time has come."""
        before, self._time = self._time, self._time + elapsed
        rounds = (
            (FALLS, self._push),
            (TAPED, lambda: self.blocks.clear({"tape": "all"})),
            (PUSHED, self._push),
            (ANEW, self._begin_anew),
        )
        for when, act in rounds:
            if before < when <= self._time:
                act()
        self.blocks.update(elapsed)

    def _push(self) -> None:
        self.blocks.actions()["push"]()

    def _begin_anew(self) -> None:
        self.blocks.clear()
        self._time = 0.0

    def draw(self, surface: pygame.Surface) -> None:
        """What lies under the widgets of the blocks."""
        self.blocks.draw(surface)

    def draw_over(self, surface: pygame.Surface) -> None:
        """The words that invite, in the place of the header."""
        if self._placed is None:
            return
        areas, look = self._placed
        room = areas.whole.width - 2 * look.px(ASIDE)
        colour = look.palette.ui_ink
        text = look.fitted(self._words("kiosk.touch"), SIZE, colour, SEMIBOLD, width=room)
        box = text.get_rect().inflate(look.px(ASIDE), 0)
        box.height = areas.header.height
        box.center = areas.header.center
        put_rounded(surface, box, box.height // 2, look.palette.ui)
        surface.blit(text, text.get_rect(center=box.center))

    def tells(self) -> Told:
        """What the blocks say."""
        return self.blocks.tells()

    def actions(self) -> dict[str, Callable[[], None]]:
        """None: any key leads to the start screen."""
        return {}
