"""The sizes of windows in which everything is tried, and what is in a window."""

from collections.abc import Iterator

from scenes.widgets.widget import Widget

SIZES = [(1024, 600), (1280, 720), (1920, 1080)]


def every_widget(widgets: list[Widget]) -> Iterator[Widget]:
    """All widgets, children included."""
    for widget in widgets:
        yield widget
        yield from every_widget(list(getattr(widget, "children", [])))
