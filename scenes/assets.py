"""Where all data files of the scenes are: drawn outlines, the font, words, examples."""

from pathlib import Path

_SCENES = Path(__file__).parent

ART = _SCENES / "art"
FONTS = _SCENES / "fonts"
TEXT = _SCENES / "text"
PRESETS = _SCENES / "presets"
EXERCISES = _SCENES / "exercises" / "exercises.toml"
PAGE = _SCENES / "web" / "page"
RUNTIME = _SCENES / "web" / "runtime.json"
