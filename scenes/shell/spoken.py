"""What a screen reader should say: the line on top, the focus, and every value that changes."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from scenes.text.words import Words
from scenes.widgets.button import Button
from scenes.widgets.dialog import Dialog
from scenes.widgets.rich_text import RichText
from scenes.widgets.scroll import ScrollArea
from scenes.widgets.switch import Switch
from scenes.widgets.widget import Widget

if TYPE_CHECKING:
    from scenes.shell.app import App


class Spoken:
    """Compares what is shown with what was said. A change is said once it has settled."""

    def __init__(self, app: "App") -> None:
        self._app = app
        self._said: dict[Widget, str] = {}
        self._seen: dict[Widget, str] = {}
        self._line = self._line_seen = ""
        self._focus: Widget | None = None

    def news(self) -> str:
        """What to say now, "" for nothing; to be asked a few times a second."""
        dialog = self._app.dialog
        inside = dialog.group if dialog else self._app.group
        line = _read(dialog) if dialog else self._app.scene.says()
        words = self._app.words
        now = {widget: described(widget, words) for widget in leaves(inside.widgets)}
        parts = []
        if line == self._line_seen != self._line:
            self._line = line
            parts.append(line)
        self._line_seen = line
        for widget, text in now.items():
            # What was not there before is read when the focus comes to it.
            said = self._said.setdefault(widget, text)
            if text == self._seen.get(widget) and text != said:
                self._said[widget] = text
                parts.append(text)
        self._said = {widget: self._said[widget] for widget in now}
        self._seen = now
        focus = inside.focus if inside.keyboard else None
        if focus is not None and focus is not self._focus:
            parts.append(described(focus, words))
        self._focus = focus
        return "\n".join(filter(None, dict.fromkeys(parts)))


def leaves(widgets: Iterable[Widget]) -> Iterator[Widget]:
    """All visible widgets that are not places for others; running text is none of them."""
    for widget in widgets:
        if isinstance(widget, ScrollArea):
            yield from leaves(widget.children)
        elif widget.visible and not isinstance(widget, RichText):
            yield widget


def described(widget: Widget, words: Words) -> str:
    """Name and state of a widget in words."""
    if isinstance(widget, Switch) or (isinstance(widget, Button) and widget.kind == "toggle"):
        return f"{widget.describe()}: {words('web.on' if widget.on else 'web.off')}"
    return widget.describe()


def _read(dialog: Dialog) -> str:
    texts = [child.describe() for child in dialog.body.children if isinstance(child, RichText)]
    return "\n".join([dialog.title, *texts])
