"""What is on the screen as a plain list: what the page needs for a native element each.

The list has the order in which Tab goes, with the words between its controls: a heading and
what is seen, then each widget with role, name, value and state, in the user's language.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from weakref import WeakKeyDictionary

import pygame

from scenes.shell.app import App
from scenes.story.card import Card
from scenes.story.people import Crowd, PEOPLE
from scenes.story.progress import Phase
from scenes.widgets.button import Button
from scenes.widgets.chart.plot import Plot
from scenes.widgets.dialog import Dialog
from scenes.widgets.fact import Fact
from scenes.widgets.handle import Handle
from scenes.widgets.meters.gauge import Gauge
from scenes.widgets.meters.scale import Scale
from scenes.widgets.scroll import ScrollArea
from scenes.widgets.several import Several
from scenes.widgets.slider import Slider
from scenes.widgets.switch import Switch
from scenes.widgets.switch_card import SwitchCard
from scenes.widgets.tabs import TabBar
from scenes.widgets.widget import Widget

Place = tuple[int, int, int, int]
HEAD, SEEN = "head", "seen"  # the keys of what stands above all widgets


class Native(NamedTuple):
    """One element: `inside` is the key of the one that it lies in, "" for none.

    `state` is whether a switch is on, a button pressed, a tab chosen; None where there is none.
    A slider whose numbers only its widget knows has no `value`: it goes by steps.
    """

    key: str
    role: str
    name: str
    rect: Place = (0, 0, 0, 0)
    inside: str = ""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    text: str = ""
    state: bool | None = None
    disabled: bool = False


class Natives:
    """Lists what an app shows; a widget keeps its key for as long as it is there."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._keys: WeakKeyDictionary[Widget, str] = WeakKeyDictionary()
        self._count = 0
        self.found: dict[str, tuple[Widget, int]] = {}
        """The widget of each key, and which of its parts it is."""
        self._words: set[str] = set()  # what stands there as text: it is not said twice

    def shown(self) -> list[Native]:
        """Everything there is now."""
        app, dialog = self._app, self._app.dialog
        self.found = {}
        self._words = set()
        if dialog is not None:
            return self._dialog(dialog)
        natives = [native for widget in app.group.widgets for native in self._of(widget)]
        start = app.scene is app.start_screen
        name = app.words("app.title") if start else app.words(f"app.{app.tab.name}")
        seen = [line for line in app.scene.tells().line.split("\n") if line not in self._words]
        head = [Native(HEAD, "heading", name)]
        if any(seen):
            head.append(Native(SEEN, "text", " ".join(seen)))
        return head + natives

    def key(self, widget: Widget | None) -> str:
        """The key of the element that has the focus when a widget has it, "" for none."""
        if widget is None or widget not in self._keys:
            return ""
        key = self._keys[widget]
        match widget:
            case TabBar():
                return f"{key}.{widget.chosen}"
            case Crowd():
                return f"{key}.{widget.mark - 1}"
        return key

    def _dialog(self, dialog: Dialog) -> list[Native]:
        key = self._named(dialog)
        inside = [native for widget in dialog.group.widgets for native in self._of(widget)]
        head = Native(HEAD, "heading", dialog.title, inside=key)
        return [
            Native(key, "dialog", dialog.title, _place(dialog.rect)),
            *(
                native if native.inside else native._replace(inside=key)
                for native in (head, *inside)
            ),
        ]

    def _named(self, widget: Widget, part: int = 0) -> str:
        if widget not in self._keys:
            self._count += 1
            self._keys[widget] = f"w{self._count}"
        key = self._keys[widget]
        self.found[key] = widget, part
        return key

    def _of(self, widget: Widget) -> Iterator[Native]:
        """A widget and what lies in it."""
        if not widget.visible or widget.types:
            return  # a text field is one of the page's own
        if isinstance(widget, ScrollArea):
            if widget in widget.stops():
                yield self._one(widget, "region", _words_in(widget))
            yield from self._all(widget.children)
        elif isinstance(widget, Several) and not isinstance(widget, Fact):
            if widget.describe():
                yield self._one(widget, "text", widget.describe())
            yield from self._all(widget.children)
        elif isinstance(widget, TabBar):
            yield from self._tabs(widget)
        else:
            yield from self._leaf(widget)
            yield from self._all(stop for stop in widget.stops() if stop is not widget)

    def _all(self, widgets: Iterable[Widget]) -> Iterator[Native]:
        for widget in widgets:
            yield from self._of(widget)

    def _one(self, widget: Widget, role: str, name: str) -> Native:
        key = self._named(widget)
        return Native(key, role, name, _place(widget.rect), disabled=not widget.enabled)

    def _tabs(self, bar: TabBar) -> Iterator[Native]:
        whole = self._one(bar, "tablist", bar.name or bar.describe())
        yield whole
        boxes = bar.boxes or [bar.rect] * len(bar.names)
        for index, (name, box) in enumerate(zip(bar.names, boxes, strict=True)):
            key = f"{whole.key}.{index}"
            self.found[key] = bar, index
            chosen = index == bar.chosen
            yield Native(key, "tab", name, _place(box), inside=whole.key, state=chosen)

    def _people(self, crowd: Crowd) -> Iterator[Native]:
        """One button a person, with the number that it stands for."""
        whole = self._one(crowd, "group", crowd.describe())
        yield whole
        for index in range(PEOPLE):
            key = f"{whole.key}.{index}"
            self.found[key] = crowd, index
            name, place = self._app.words.number(index + 1), _place(crowd.cell(index))
            chosen = crowd.guessed == index + 1
            yield Native(key, "button", name, place, inside=whole.key, state=chosen)

    def _leaf(self, widget: Widget) -> Iterator[Native]:
        match widget:
            case Slider():
                said = widget.text(widget.value)
                said += f", {widget.note}" if widget.note else ""
                native = self._one(widget, "slider", widget.label)
                yield _measured(native, widget.value, widget.low, widget.high, said)
            case Gauge() | Scale():
                name, _, said = widget.describe().partition(": ")
                low = widget.low if isinstance(widget, Gauge) else 0.0
                native = self._one(widget, "meter", name)
                yield _measured(native, widget.value, low, widget.high, said)
            case Handle():
                name, _, text = widget.describe().partition(": ")
                yield self._one(widget, "slider", name)._replace(text=text or name)
            case Switch():
                yield self._one(widget, "switch", widget.describe())._replace(state=widget.on)
            case SwitchCard():
                state = widget.when_on if widget.on else widget.when_off
                native = self._one(widget, "switch", widget.title)
                yield native._replace(state=widget.on, text=state)
            case Card():
                # Its answers follow, as buttons.
                said = f"{widget.title.describe()}. {widget.text.describe()}"
                said += "" if widget.phase is Phase.ASK else f" {widget.status}"
                self._words.add(widget.describe())
                yield self._one(widget, "text", said)
            case Crowd():
                yield from self._people(widget)
            case Button() if widget.kind == "toggle":
                yield self._one(widget, "button", widget.describe())._replace(state=widget.on)
            case Plot():
                yield self._one(widget, "image", widget.describe())
            case _ if widget.describe():
                said = widget.describe()
                if not widget.focusable:
                    self._words.add(said)
                yield self._one(widget, "button" if widget.focusable else "text", said)


def _words_in(area: ScrollArea) -> str:
    """What a scroll area without controls is called: how it begins."""
    return next(filter(None, (child.describe() for child in area.children)), "").split("\n")[0]


def _place(rect: pygame.Rect) -> Place:
    return rect.left, rect.top, rect.width, rect.height


def _measured(native: Native, value: float, low: float, high: float, said: str) -> Native:
    return native._replace(value=min(max(value, low), high), low=low, high=high, text=said)
