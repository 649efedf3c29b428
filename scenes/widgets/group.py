"""Sends events to the right widget, and keeps the focus.

While a button is held the widget that took the press gets every mouse event,
wherever the pointer goes. Tab and Shift+Tab go round through the stops of all
widgets; other keys go to the focused widget and then to its parents. The focus
ring shows once the keyboard has been used and hides at the next press, as
`:focus-visible` does. Esc lets go of what is dragged; else it is the caller's, except
while a dialog is open.
"""

from collections.abc import Iterable, Iterator

import pygame

from scenes.draw.look import Look
from scenes.widgets.scroll import ScrollArea
from scenes.widgets.widget import CHORD, LEFT, Position, Widget

RIGHT = 3
RINGS = 12  # design px around a widget within which it draws
_HELD = (LEFT, 2, RIGHT)  # 4 and 5 are the wheel in disguise


def _chain(widget: Widget | None) -> Iterator[Widget]:
    while widget is not None:
        yield widget
        widget = widget.parent


class Group:
    """A list of widgets, drawn in order; later ones lie on top.

    Attributes
    ----------
    widgets : may be changed at any time; `focus` follows at the next event.
    focus : the widget with the keyboard, or None.
    modal : a widget that gets all input while it is there (a dialog), or None.
    """

    def __init__(self, widgets: Iterable[Widget] = ()) -> None:
        self.widgets = list(widgets)
        self.focus: Widget | None = None
        self.modal: Widget | None = None
        self.keyboard = False
        self._captured: Widget | None = None
        self._button = LEFT
        self._start: Position = (0, 0)
        self._pointer: Position | None = None
        self._hovered: Widget | None = None
        self._before: Widget | None = None

    @property
    def engaged(self) -> bool:
        """Whether a control has the keyboard: by Tab, or to type, or in a dialog."""
        focus = self.focus
        return self.modal is not None or (focus is not None and (self.keyboard or focus.types))

    def add(self, *widgets: Widget) -> None:
        """Append widgets, on top and last in the order of Tab."""
        self.widgets.extend(widgets)

    def stops(self) -> list[Widget]:
        """All places where Tab stops."""
        return [stop for widget in self.widgets for stop in widget.stops()]

    def focus_on(self, widget: Widget | None, *, keyboard: bool = False) -> None:
        """Move the focus; `keyboard` shows the ring and scrolls the widget into view."""
        if self.focus is not widget and self.focus is not None:
            self.focus.focused = self.focus.ring = False
            if self.focus is not self._captured:
                self.focus.cancel()
            self.focus.dismiss()
        self.focus = widget
        self.keyboard = keyboard
        if widget is not None:
            widget.focused, widget.ring = True, keyboard
            if keyboard:
                for parent in _chain(widget.parent):
                    parent.reveal(widget)

    def focus_next(self, step: int = 1) -> bool:
        """Go on to the next stop, or back with -1; round at the ends. False if there is none."""
        stops = self.stops()
        if not stops:
            return False
        start = stops.index(self.focus) if self.focus in stops else min(-step, 0)
        index = start + step
        self.focus_on(stops[index % len(stops)], keyboard=True)
        return True

    def show_modal(self, widget: Widget) -> None:
        """Give all input to `widget` until `close_modal`; the focus is remembered."""
        self.cancel()
        if self.modal is None:
            self._before = self.focus
        keyboard = self.keyboard
        self.focus_on(None)
        self.keyboard = keyboard
        self.modal = widget

    def close_modal(self, *, keyboard: bool = False) -> None:
        """Take the input back and return the focus to where it was."""
        self.modal = None
        if self._before is not None:
            self.focus_on(self._before, keyboard=keyboard)
        self._before = None

    def cancel(self) -> None:
        """Let go of press and hover (the window lost the pointer, or a dialog opened)."""
        if self._captured is not None:
            self._captured.cancel()
        self._captured = None
        self._hover(None)

    def handle(self, event: pygame.event.Event) -> bool:
        """Send an event on; True if a widget used it, so that the scene must not."""
        if event.type in (pygame.WINDOWFOCUSLOST, pygame.WINDOWLEAVE):
            # A drag may leave the window and come back; a lost focus ends it.
            if event.type == pygame.WINDOWFOCUSLOST:
                self.cancel()
            self._hover(None)
            if self.modal is not None:
                self.modal.handle(event)
            return False
        route = {
            pygame.MOUSEMOTION: self._motion,
            pygame.MOUSEBUTTONDOWN: self._down,
            pygame.MOUSEBUTTONUP: self._up,
            pygame.MOUSEWHEEL: self._wheel,
            pygame.KEYDOWN: self._key,
            pygame.KEYUP: self._key,
            pygame.TEXTINPUT: self._key,
            pygame.TEXTEDITING: self._key,
        }.get(event.type)
        if route is None:
            return False
        if self.modal is not None:
            self.modal.handle(event)
            return True
        self._tidy()
        return route(event)

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Draw all widgets, then open lists, then the dialog.

        Where a part of the window is drawn, its clip rectangle, those beside it are left out; a
        ring round a widget may reach into it.
        """
        part, whole = surface.get_clip(), surface.get_rect()
        part = whole if part == whole else part.inflate(2 * look.px(RINGS), 2 * look.px(RINGS))
        covered = self.modal is not None and self.modal.covers
        shown = [widget for widget in self.widgets if widget.visible and not covered]
        for widget in shown:
            if part == whole or part.colliderect(widget.rect):
                widget.draw(surface, look)
        for widget in shown:
            widget.draw_over(surface, look)
        if self.modal is not None:
            self.modal.draw(surface, look)

    @property
    def moves(self) -> bool:
        """Whether something moves by itself."""
        shown = self.widgets if self.modal is None else (self.modal,)
        return any(widget.moves for widget in shown)

    def update(self, now_s: float) -> None:
        """Pass the time on, once per frame."""
        for widget in self.widgets:
            widget.update(now_s)
        if self.modal is not None:
            self.modal.update(now_s)

    def at(self, position: Position) -> Widget | None:
        """The topmost, innermost widget at a position."""
        ordered = sorted(self.widgets, key=lambda widget: widget.popup)
        for widget in reversed(ordered):
            found = widget.at(position)
            if found is not None:
                return found
        return None

    def takes_wheel(self, position: Position, *, down: bool) -> bool:
        """Whether the wheel, turned there, would move something."""
        if self.modal is not None:
            return True
        areas = [one for one in _chain(self.at(position)) if isinstance(one, ScrollArea)]
        return any(area.goes_on(down=down) for area in areas)

    def _tidy(self) -> None:
        """Drop a focus or press whose widget has been disabled, hidden or taken out."""
        held = self._captured
        if held is not None and not (held.enabled and held.visible):
            held.cancel()
            self._captured = None
        if self.focus is not None and self.focus not in self.stops():
            self.focus_on(None)

    def _hover(self, widget: Widget | None) -> None:
        if widget is not self._hovered:
            if self._hovered is not None:
                self._hovered.hovered = False
            self._hovered = widget
        if widget is not None:
            widget.hovered = widget.enabled

    def _motion(self, event: pygame.event.Event) -> bool:
        self._pointer = event.pos
        held = self._captured
        if held is None:
            over = self.at(event.pos)
            # A finger does not hover: what SDL makes of a touch only moves.
            self._hover(None if getattr(event, "touch", False) else over)
            return over.handle(event) if over is not None and over.enabled else False
        if not held.keeps_drag:
            for parent in _chain(held.parent):
                if parent.steal(event, self._start):
                    held.cancel()
                    self._hover(None)
                    self._captured = parent
                    return True
        held.handle(event)
        return True

    def _down(self, event: pygame.event.Event) -> bool:
        if self._captured is not None:
            # A second button during a drag belongs to the drag.
            self._captured.handle(event)
            return True
        if event.button not in _HELD:
            return self.at(event.pos) is not None
        self._pointer = self._start = event.pos
        target = self.at(event.pos)
        opened = [widget for widget in self.widgets if widget.popup and widget is not target]
        for widget in opened:
            widget.dismiss()
        if target is None or opened:
            self._hide_ring()
            return bool(opened)
        if not target.enabled:
            self._hide_ring()
            return True
        # A scroll area between its children is hit, but is no stop of its own.
        if target in self.stops():
            self.focus_on(target)
        used = False
        for widget in _chain(target):
            if widget.handle(event):
                self._captured, self._button = widget, event.button
                used = True
                break
        return used

    def _up(self, event: pygame.event.Event) -> bool:
        held = self._captured
        if held is None:
            return False
        if event.button == self._button:
            # Released first: what the press does may move focus or open a dialog.
            self._captured = None
        held.handle(event)
        if getattr(event, "touch", False):
            self._hover(None)
        return True

    def _wheel(self, event: pygame.event.Event) -> bool:
        position = self._pointer or pygame.mouse.get_pos()
        return any(widget.handle(event) for widget in _chain(self.at(position)) if widget.enabled)

    def _key(self, event: pygame.event.Event) -> bool:
        if event.type == pygame.KEYDOWN and event.key == pygame.K_TAB:
            if event.mod & CHORD:
                return False
            return self.focus_next(-1 if event.mod & pygame.KMOD_SHIFT else 1)
        dragged = self._captured is not None and self._captured.keeps_drag
        if dragged and event.type == pygame.KEYDOWN and event.key == pygame.K_ESCAPE:
            self.cancel()
            return True
        focus = self.focus
        used = any(widget.handle(event) for widget in _chain(focus) if widget.enabled)
        if used and event.type == pygame.KEYDOWN and self.focus is focus and focus is not None:
            self.keyboard = focus.ring = True
        return used

    def _hide_ring(self) -> None:
        self.keyboard = False
        if self.focus is not None:
            self.focus.ring = False
