"""All that lives is looked through while the window rests, and not while something moves."""

import gc
from collections.abc import Iterator

import pytest

from scenes.shell.app import App
from scenes.shell.machine.display import Options
from scenes.shell.machine.memory import tidy_at_rest


@pytest.fixture
def seen() -> Iterator[list[int]]:
    """How old what was looked through is, each time."""
    found: list[int] = []

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "stop":
            found.append(info["generation"])

    gc.callbacks.append(note)
    yield found
    gc.callbacks.remove(note)


def test_everything_is_looked_through_at_rest_alone(seen: list[int]) -> None:
    app = App({"breath_depth": 1}, Options("en", scene="corset"))
    gc.disable()  # as while the program starts
    app.frame(1 / 60)
    tidy_at_rest()
    seen.clear()
    for _ in range(240):
        app.frame(1 / 60)  # it breathes
    assert seen
    assert 2 not in seen
    app.experiment.clock.paused = True
    for _ in range(60):
        app.frame(1 / 60)
    assert seen.count(2) == 1
