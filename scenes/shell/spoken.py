"""What a screen reader should say: what came of a push, the line on top, changed values.

Only what somebody has caused is said, and at most one announcement a second: of whatever
changes meanwhile the last state is said. What has the keyboard's focus is not said here: it is an
element of the page (`scenes/web/natives.py`), whose value screen readers say by themselves.
"""

import math
from collections.abc import Iterable, Iterator

from scenes.experiment.protocols import Told
from scenes.shell.app import App
from scenes.text.words import Words
from scenes.widgets.button import Button
from scenes.widgets.chart.plot import Plot
from scenes.widgets.dialog import Dialog
from scenes.widgets.group import Group
from scenes.widgets.handle import Handle
from scenes.widgets.rich_text import RichText
from scenes.widgets.scroll import ScrollArea
from scenes.widgets.switch import Switch
from scenes.widgets.switch_card import SwitchCard
from scenes.widgets.widget import Widget

PAUSE = 1.0  # s between two announcements
CAUSED = 1.5  # s after somebody did something in which a restless scene changes because of it
LINE, PUSH = "line", "push"


class Spoken:
    """Compares what is shown with what was said. A change is said once it has settled."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._place: object = None
        self._line = self._line_seen = ""
        self._push: object = None
        self._push_said = self._line_said = True
        self._said: dict[Widget, str] = {}
        self._seen: dict[Widget, str] = {}
        self._lively: set[Widget] = set()  # what was seen to change by itself
        self._acts = app.acts
        self._since_act = self._since_said = math.inf
        self._waiting: dict[object, str] = {}

    def news(self, passed: float) -> str:
        """What to say now, "" for nothing; to be asked every `passed` [s], a few times a second."""
        self._since_said += passed
        self._since_act += passed
        self._look()
        if self._since_said < PAUSE or not self._waiting:
            return ""
        self._since_said = 0.0
        news = "\n".join(dict.fromkeys(self._waiting.values()))
        self._waiting.clear()
        return news

    def _look(self) -> None:
        """Find what is new, each thing in its last state."""
        app, dialog = self._app, self._app.dialog
        inside = dialog.group if dialog else app.group
        place = (app.scene, dialog, app.words)
        if app.acts != self._acts:
            self._acts, self._since_act = app.acts, 0.0
        if place != self._place:
            # What one comes to is read; its values are, when the focus comes to them.
            self._place, self._line, self._since_act = place, "", math.inf
            self._waiting.clear()
        told = Told(_read(dialog)) if dialog else app.scene.tells()
        caused = not told.restless or self._since_act <= CAUSED
        self._look_at_line(told, caused=caused)
        self._look_at_values(inside, caused=caused, lively=told.restless)

    def _look_at_line(self, told: Told, *, caused: bool) -> None:
        """The line where it is another one, and what came of each push, the same or not."""
        if told.push is not self._push:
            self._push, self._line_said, self._push_said = told.push, False, told.push is None
        settled, self._line_seen = told.line == self._line_seen, told.line
        if not settled:
            return
        known = told.known and not self._push_said
        if known:
            self._push_said = True
            self._say(PUSH, told.outcome)
            caused = caused or not self._line_said
        same = told.line == self._line and not (known and not told.outcome and not self._line_said)
        if not same and (caused or not self._line):
            self._say(LINE, told.line)
            self._line_said = True
        self._line = told.line

    def _look_at_values(self, inside: Group, *, caused: bool, lively: bool) -> None:
        """Values that have changed and settled, but of charts."""
        now = {widget: described(widget, self._app.words) for widget in leaves(inside.widgets)}
        focus = inside.focus
        for widget, text in now.items():
            said = self._said.setdefault(widget, text)
            if text != self._seen.get(widget) or text == said:
                continue
            self._said[widget] = text
            if not caused:
                self._lively.add(widget)
            elif isinstance(widget, Plot) or (
                widget is focus and inside.keyboard and _tells(widget)
            ):
                continue
            elif widget is focus or widget not in self._lively:
                self._say(widget, text)
        self._said = {widget: self._said[widget] for widget in now}
        self._lively &= now.keys() if lively else set()
        self._seen = now

    def _say(self, source: object, text: str) -> None:
        self._waiting.pop(source, None)  # what is said last comes last
        if text:
            self._waiting[source] = text


def leaves(widgets: Iterable[Widget]) -> Iterator[Widget]:
    """All visible widgets that are not places for others; running text is none of them."""
    for widget in widgets:
        if isinstance(widget, ScrollArea):
            yield from leaves(widget.children)
        elif widget.visible and not isinstance(widget, RichText):
            yield widget


def _tells(widget: Widget) -> bool:
    """Whether its element in the page has a value or state, which is said by itself."""
    toggle = isinstance(widget, Button) and widget.kind == "toggle"
    return toggle or isinstance(widget, Handle | Switch | SwitchCard)


def described(widget: Widget, words: Words) -> str:
    """Name and state of a widget in words."""
    if isinstance(widget, Switch) or (isinstance(widget, Button) and widget.kind == "toggle"):
        return f"{widget.describe()}: {words('web.on' if widget.on else 'web.off')}"
    return widget.describe()


def _read(dialog: Dialog) -> str:
    texts = [child.describe() for child in dialog.body.children if isinstance(child, RichText)]
    return "\n".join([dialog.title, *texts])
