"""What every test of the page needs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from scenes import saving
from scenes.text import words
from scenes.web import browser, host


@pytest.fixture(autouse=True)
def _as_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The folder and the words of a page are for these tests alone."""
    monkeypatch.setattr(browser, "FILES", tmp_path)
    monkeypatch.setattr(host, "KEPT", tmp_path.with_name("kept"))
    for name in (saving.FOLDER, "SDL_EMSCRIPTEN_KEYBOARD_ELEMENT"):
        monkeypatch.setenv(name, str(tmp_path))
    yield
    words.table.cache_clear()
