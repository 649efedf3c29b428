"""What every control is: a hit area with states, that takes events and draws itself.

A widget never reads the clock, the window or the language; it gets placed, gets
events (mouse and keyboard only: SDL turns touch into mouse) and is handed all
its text. `Group` decides which widget an event is for.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence

import pygame

from scenes.draw.look import Look

LEFT = 1  # the mouse button that works controls
Position = tuple[int, int]
PRESS = (pygame.K_SPACE, pygame.K_RETURN, pygame.K_KP_ENTER)
CHORD = pygame.KMOD_ALT | pygame.KMOD_CTRL | pygame.KMOD_META  # Alt+R is not R


def types_letter(event: pygame.event.Event) -> bool:
    """Whether a key with AltGr, or with a Mac's Alt, types a letter and is no command.

    AltGr is Mode, on Windows Ctrl and the right Alt, elsewhere Alt with a letter not the key's.
    """
    alt_gr = event.mod & pygame.KMOD_RALT and event.mod & pygame.KMOD_CTRL
    text: str = event.unicode.lower() if event.unicode.isprintable() else ""
    other = len(text) == 1 and ord(text) != event.key
    return bool(event.mod & pygame.KMOD_MODE or alt_gr or (event.mod & pygame.KMOD_ALT and other))


class Widget:
    """Base of all controls.

    Attributes
    ----------
    rect : the hit area in window pixels (set with `place`, or directly).
    enabled : a disabled widget is drawn grey, swallows clicks and does nothing.
    visible : an invisible widget is not drawn, hit or focused.
    focused, ring : has the keyboard; shows so (only after keyboard use).
    hovered, pressed : under the pointer; held down by pointer or key.
    parent : the scroll area it lives in, for keys and wheel it does not use.
    """

    focusable = True
    keeps_drag = False  # True: a scroll area must not take over a drag begun here
    types = False  # True: letters, Space and arrows are its own as long as it has the focus
    covers = False  # True: it draws the whole window, and what lies below it needs not be drawn

    def __init__(self) -> None:
        self.rect = pygame.Rect(0, 0, 0, 0)
        self.enabled = True
        self.visible = True
        self.focused = False
        self.ring = False
        self.hovered = False
        self.pressed = False
        self.parent: Widget | None = None

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Take a place in the window; `look` is the one that will draw it.

        Where a window has too little room a place may come out as less than nothing.
        """
        self.rect = pygame.Rect(rect.topleft, (max(0, rect.width), max(0, rect.height)))

    def move(self, dx: int, dy: int) -> None:
        """Shift without a new layout (scrolling)."""
        self.rect.move_ip(dx, dy)

    def width(self, look: Look) -> int:
        """The width it would like, in pixels."""
        return look.control(look.finger)

    def height(self, look: Look, width: int) -> int:
        """The height it needs when `width` pixels wide."""
        return look.control(look.finger)

    def hit(self, position: Position) -> bool:
        """Whether a pointer at `position` is on this widget."""
        return self.visible and self.rect.collidepoint(position)

    def at(self, position: Position) -> "Widget | None":
        """The innermost widget at `position`: itself, or a child of a container."""
        return self if self.hit(position) else None

    def stops(self) -> Sequence["Widget"]:
        """The places where Tab stops, in order."""
        return (self,) if self.focusable and self.enabled and self.visible else ()

    def handle(self, event: pygame.event.Event) -> bool:
        """React to an event meant for this widget; True if it was used."""
        return False

    def steal(self, event: pygame.event.Event, start: Position) -> bool:
        """As a parent: whether to take over a drag that a child got at `start`."""
        return False

    def reveal(self, child: "Widget") -> None:
        """As a parent: make sure a focused child can be seen."""

    def cancel(self) -> None:
        """Let go without acting: the press was taken away."""
        self.pressed = False

    @property
    def moves(self) -> bool:
        """Whether it will look different a moment later, without anybody's doing."""
        return False

    @property
    def popup(self) -> bool:
        """Whether something of it lies open over its neighbours (a list)."""
        return False

    def dismiss(self) -> None:
        """Close that."""

    def update(self, now_s: float) -> None:
        """Called once per frame with the time in seconds."""

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Draw the present state."""

    def draw_over(self, surface: pygame.Surface, look: Look) -> None:
        """Draw what lies over the neighbours, after all of them."""

    def describe(self) -> str:
        """What a screen reader would say: name and state in words."""
        return ""


class Tappable(Widget, ABC):
    """A picture in which it counts where a press is let go; its keys are its own."""

    @abstractmethod
    def tapped(self, position: Position) -> None:
        """What a tap there does; it may lie outside."""

    @abstractmethod
    def keyed(self, event: pygame.event.Event) -> bool:
        """React to a key; True if it was used."""

    def handle(self, event: pygame.event.Event) -> bool:
        """Press, and act where it is let go; keys."""
        match event.type:
            case pygame.MOUSEBUTTONDOWN if event.button == LEFT:
                self.pressed = True
                return True
            case pygame.MOUSEBUTTONUP if event.button == LEFT and self.pressed:
                self.pressed = False
                self.tapped(event.pos)
                return True
            case pygame.KEYDOWN:
                return self.keyed(event)
        return False


class Pressable(Widget, ABC):
    """A widget that acts on release inside it, or on Space or Enter."""

    def __init__(self) -> None:
        super().__init__()
        self._key: int | None = None
        self._held = False

    @abstractmethod
    def activate(self) -> None:
        """What a press does."""

    def cancel(self) -> None:
        """Let go without acting."""
        super().cancel()
        self._key = None
        self._held = False

    def handle(self, event: pygame.event.Event) -> bool:
        """Press, follow the pointer, act on release inside; keys act at once."""
        if not self.enabled:
            self.cancel()
            return False
        match event.type:
            case pygame.MOUSEBUTTONDOWN:
                return self._down(event)
            case pygame.MOUSEMOTION:
                self.pressed = self._held and self.hit(event.pos)
                return self._held
            case pygame.MOUSEBUTTONUP:
                return self._up(event)
            case pygame.KEYDOWN | pygame.KEYUP:
                return self._press_key(event)
        return False

    def _press_key(self, event: pygame.event.Event) -> bool:
        if event.type == pygame.KEYUP:
            used: bool = event.key == self._key
            if used:
                self.cancel()
            return used
        if event.key not in PRESS or event.mod & CHORD:
            return False
        # A held key repeats; only its first event counts.
        if self._key is None:
            self._key, self.pressed = event.key, True
            self.activate()
        return True

    def _down(self, event: pygame.event.Event) -> bool:
        if event.button != LEFT or not self.hit(event.pos):
            return False
        self.pressed = self._held = True
        return True

    def _up(self, event: pygame.event.Event) -> bool:
        if event.button != LEFT or not self._held:
            return False
        inside = self.hit(event.pos)
        self.pressed = self._held = False
        if inside:
            self.activate()
        return True
