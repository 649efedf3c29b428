"""The text field of the page that lies over the one in the picture.

A browser's keyboards, dictation and correction only work in a field of its own. So the page
has one in the place of a `TextField`, with the same letters and colours; whatever is done in it
the picture's field takes up, with its own rules, and what that makes of it the page shows.
Both sides only send messages: neither waits for the other.
"""

import json
from collections.abc import Iterable, Iterator

import pygame

from scenes.shell.app import App
from scenes.web.host import Page
from scenes.web.styles import hexadecimal, pixels
from scenes.widgets.scroll import ScrollArea
from scenes.widgets.typing.text_field import PADDING, RADIUS, SIZE, TextField
from scenes.widgets.widget import Widget

EDGE = 3  # design px: the picture draws the frame, which is widest with the focus


class TextInput:
    """Tells the page of the field that is seen, and the field of what is done in the page."""

    def __init__(self, app: App, page: Page) -> None:
        self._app, self._page = app, page
        self._told = ""
        self._turn = 0  # the last message that was taken up: an answer to an older one is late

    @property
    def field(self) -> TextField | None:
        """The field that is seen, None where there is none or a dialog lies over it."""
        if self._app.dialog is not None:
            return None
        return next(_fields(self._app.scene.widgets()), None)

    def follow(self) -> None:
        """Tell the page, if anything about it is new."""
        field = self.field
        told = "" if field is None else json.dumps(self._shown(field))
        if told != self._told:
            self._told = told
            self._page.text_field(told)

    def _shown(self, field: TextField) -> dict[str, object]:
        look, colours = self._app.look, self._app.look.palette
        inside = field.rect.inflate(-2 * look.px(EDGE), -2 * look.px(EDGE))
        seen = inside if field.parent is None else inside.clip(field.parent.rect)
        density = self._app.platform.density
        return {
            "turn": self._turn,
            "text": field.text,
            "anchor": field.anchor,
            "caret": field.caret,
            "focused": field.focused,
            "name": field.name,
            "hint": field.hint,
            "language": self._app.words.language,
            "place": [length / density for length in inside],
            "cut": [cut / density for cut in _cut(inside, seen)],
            "style": {
                "padding": pixels(look.px(PADDING) - look.px(EDGE), density),
                "border-radius": pixels(look.px(RADIUS) - look.px(EDGE), density),
                "font-size": pixels(look.letters(SIZE), density),
                "line-height": pixels(look.line_height(SIZE), density),
                "color": hexadecimal(colours.ink),
                "background-color": hexadecimal(colours.panel),
                "--hint": hexadecimal(colours.muted),
                "--selected": hexadecimal(colours.teal_tint),
            },
        }

    # -- what the page tells -----------------------------------------------------------

    def typed(self, text: str, anchor: int, caret: int, turn: int, pasted: bool = False) -> None:
        """Somebody typed, pasted or selected in the page."""
        self._turn = turn
        field = self.field
        if field is not None:
            field.become(text, anchor, caret, pasted=pasted)
            self._app.acts += 1
        self._app.rest.wake()

    def focus(self, wanted: bool) -> None:
        """The page's field has got the focus, or lost it."""
        field, group = self.field, self._app.group
        if field is not None and wanted != field.focused:
            group.focus_on(field if wanted else None)
            area = field.parent
            if wanted and area is not None and not field.rect.colliderect(area.rect):
                area.reveal(field)
            self._app.rest.wake()

    def drag(self, by: float) -> None:
        """A finger that began on it has moved down, so many pixels of the page, or up."""
        area = None if self.field is None else self.field.parent
        if isinstance(area, ScrollArea):
            area.scroll_to(area.offset - round(by * self._app.platform.density))
            self._app.rest.wake()


def _fields(widgets: Iterable[Widget]) -> Iterator[TextField]:
    """All text fields among widgets and what lies in their scroll areas, that are seen."""
    for widget in widgets:
        if isinstance(widget, TextField) and widget.visible:
            yield widget
        elif isinstance(widget, ScrollArea) and widget.visible:
            yield from _fields(widget.children)


def _cut(whole: pygame.Rect, seen: pygame.Rect) -> tuple[int, int, int, int]:
    """What a scroll area hides of it: above, right, below, left."""
    if not seen.height:
        return (whole.height, 0, 0, 0)
    return (
        seen.top - whole.top,
        whole.right - seen.right,
        whole.bottom - seen.bottom,
        seen.left - whole.left,
    )
