"""Tests run without a display, and without a user's own settings and pictures."""

import atexit
import os
import tempfile

_folders = [tempfile.TemporaryDirectory(prefix="spinestack-") for _ in range(2)]
for _folder in _folders:
    atexit.register(_folder.cleanup)

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
os.environ["SPINESTACK_CONFIG"] = _folders[0].name
os.environ["SPINESTACK_PICTURES"] = _folders[1].name
os.environ.pop("XDG_CURRENT_DESKTOP", None)  # whose wishes are the user's


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: some tests wait for programs that they start."""
    return (os.cpu_count() or 1) + 1
