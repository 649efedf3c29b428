"""Taking back the last change of a slider or of the tape."""

from collections.abc import Mapping

from sim.parameter import Value

DEPTH = 50


class Undo:
    """Settings as they were before each change; one drag is one change."""

    def __init__(self) -> None:
        self._kept: list[dict[str, Value]] = []
        self._last = ""

    def keep(self, settings: Mapping[str, Value], name: str, *, same_drag: bool) -> None:
        """Remember what a change of `name` is about to change."""
        if same_drag and name == self._last and self._kept:
            return
        self._kept.append(dict(settings))
        del self._kept[:-DEPTH]
        self._last = name

    def back(self) -> dict[str, Value] | None:
        """The settings before the last change, None if there was none."""
        self._last = ""
        return self._kept.pop() if self._kept else None

    def __len__(self) -> int:
        """How many changes can be taken back."""
        return len(self._kept)
