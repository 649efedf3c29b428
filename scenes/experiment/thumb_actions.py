"""What lies under the thumb in the hand: a switch, and the one thing to do.

Words never get smaller here. Where both do not fit side by side, the card of the switch folds,
the thing to do gives up its icon, or its words; at last they stand above each other.
"""

import pygame

from scenes.draw.look import Look
from scenes.experiment.panel import Panel
from scenes.forms import GAP
from scenes.widgets.button import Button, HEIGHT
from scenes.widgets.switch_card import SwitchCard

# Design px that the thing to do is wide, on a phone upright and on its side.
UPRIGHT, ON_ITS_SIDE = 136, 96
ROOMY = 80  # design px of the thing to do, for which the name of a switch may have two lines


class Actions:
    """Where the switch and the primary action of a panel are."""

    def __init__(self, panel: Panel) -> None:
        self._panel = panel

    def widgets(self) -> list[SwitchCard | Button]:
        """In the order of Tab: the primary action is last, and lower right."""
        return [*filter(None, [self._panel.switch]), self._panel.primary]

    def least(self, look: Look) -> int:
        """How narrow a column of them can be, with icons above words."""
        self._panel.primary.stacked = True
        return max(widget.least(look) for widget in self.widgets())

    def place(self, box: pygame.Rect, look: Look, wished: float) -> pygame.Rect:
        """Side by side, the primary action `wished` design pixels wide; what they take."""
        switch, primary, gap = self._panel.switch, self._panel.primary, look.px(GAP)
        primary.stacked, primary.parent = False, None
        if switch is None:
            primary.place(box, look)
            return box
        left, least = box.width - gap, primary.least(look)
        touched = look.control(HEIGHT) if primary.icon else least
        one, two = switch.slim(look), switch.slim(look, wrapped=True)
        roomy = max(least, look.control(ROOMY))
        asked = [(one, roomy), (two, roomy), (one, least), (two, least)]
        if switch.stacks:
            asked.append((switch.least(look), least))
        asked += [(one, touched), (two, touched)]
        fitting = [need for need, room in asked if left - need >= room]
        if not fitting and not switch.stacks:
            return self.place_column(box, look)
        need = fitting[0] if fitting else switch.least(look)
        wide = min(max(look.control(wished), primary.width(look)), left - need)
        switch.parent = None
        switch.place(pygame.Rect(box.left, box.top, left - wide, box.height), look)
        primary.place(pygame.Rect(box.right - wide, box.top, wide, box.height), look)
        return box

    def place_column(self, box: pygame.Rect, look: Look, *, stacked: bool = False) -> pygame.Rect:
        """Above each other, from the foot of a box up; icons above words where `stacked`."""
        switch, primary, widgets = self._panel.switch, self._panel.primary, self.widgets()
        primary.stacked = stacked
        bottom = box.bottom
        for widget in reversed(widgets):
            high = box.height
            if stacked and switch is not None and widget is switch:
                high = max(high, switch.tall(look))
            if stacked and widget is primary:
                high = max(high, primary.words_high(look, box.width))
            widget.parent = None
            widget.place(pygame.Rect(box.left, bottom - high, box.width, high), look)
            bottom -= high + look.px(GAP)
        return box.union(widgets[0].rect)
