"""Tests run without a display and without a user's own settings."""

import atexit
import os
import tempfile

_config = tempfile.TemporaryDirectory(prefix="spinestack-")
atexit.register(_config.cleanup)

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
os.environ["SPINESTACK_CONFIG"] = _config.name
os.environ.pop("XDG_CURRENT_DESKTOP", None)  # whose wishes are the user's
