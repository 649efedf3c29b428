"""Native elements of the page beside the picture, for who does not see or touch it.

Screen readers, voice control and switches know elements, not pixels. So the page has one for
each control (`scenes/web/natives.py`), over what it stands for; pointers go through it to the
picture. The page is sent what has changed and nothing else, and what is done there becomes the
focus and the keys that a keyboard makes. The focus of both is one.
"""

import json

import pygame

from scenes.shell.app import App
from scenes.story.people import Crowd
from scenes.web.host import Page
from scenes.web.natives import Native, Natives
from scenes.widgets.group import Group
from scenes.widgets.slider import Slider
from scenes.widgets.tabs import TabBar
from scenes.widgets.widget import Widget

LOOK = 0.25  # s between two looks while nobody does anything


class Controls:
    """Tells the page of the controls, and the program of what is done with them."""

    def __init__(self, app: App, page: Page) -> None:
        self._app, self._page = app, page
        self._natives = Natives(app)
        self._told: dict[str, Native] = {}
        self._order: list[str] = []
        self._focus = ""
        self._seen: object = None
        self._since, self._stale = LOOK, True

    def follow(self, passed: float) -> None:
        """Tell the page what is new, `passed` [s] after the last picture."""
        app = self._app
        seen = (app.scene, app.dialog, app.words, app.acts, self._inside.focus)
        self._stale = self._stale or not app.rest
        self._since += passed
        if seen != self._seen or (self._stale and self._since >= LOOK):
            self._seen, self._since, self._stale = seen, 0.0, False
            self._tell()

    def _tell(self) -> None:
        natives = {native.key: native for native in self._natives.shown()}
        order = [*natives]
        focus = self._natives.key(self._inside.focus)
        news: dict[str, object] = {}
        changed = [one for key, one in natives.items() if self._told.get(key) != one]
        if changed:
            news["changed"] = [self._scaled(native) for native in changed]
        if order != self._order:
            news["order"] = order
        if focus != self._focus:
            news["focus"] = focus
        self._told, self._order, self._focus = natives, order, focus
        if news:
            self._page.controls(json.dumps(news), self._app.words.language)

    def _scaled(self, native: Native) -> dict[str, object]:
        """As the page takes it: lengths are the page's own."""
        density = self._app.platform.density
        return native._asdict() | {"rect": [length / density for length in native.rect]}

    @property
    def _inside(self) -> Group:
        """The group whose controls can be reached."""
        dialog = self._app.dialog
        return self._app.group if dialog is None else dialog.group

    # -- what the page tells -----------------------------------------------------------

    def focus(self, key: str) -> None:
        """An element has got the focus."""
        widget, _ = self._natives.found.get(key, (None, 0))
        if widget is not None and widget is not self._inside.focus:
            self._point_at(widget)
        self._focus = key  # the page knows

    def press(self, key: str) -> None:
        """An element was clicked: by a screen reader, a voice, a switch."""
        widget, part = self._natives.found.get(key, (None, 0))
        if widget is None or not widget.enabled:
            return
        self._point_at(widget)
        if isinstance(widget, TabBar):
            widget.choose(part)
            self._act()
        elif isinstance(widget, Crowd):
            widget.tapped(widget.cell(part).center)
            self._act()
        else:
            self._key(pygame.K_SPACE)

    def slide(self, key: str, value: float) -> None:
        """An element's value was changed; of one that goes by steps the sign counts."""
        widget, _ = self._natives.found.get(key, (None, 0))
        if widget is None or not widget.enabled:
            return
        self._point_at(widget)
        if isinstance(widget, Slider):
            widget.take(value)
            self._act()
        else:
            self._key(pygame.K_RIGHT if value > 0 else pygame.K_LEFT)

    def _point_at(self, widget: Widget) -> None:
        if widget in self._inside.stops():
            self._inside.focus_on(widget, keyboard=True)
        self._app.rest.wake()

    def _act(self) -> None:
        self._app.acts += 1
        self._app.rest.wake()

    @staticmethod
    def _key(key: int) -> None:
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            pygame.event.post(pygame.event.Event(kind, key=key, mod=0, unicode=""))
