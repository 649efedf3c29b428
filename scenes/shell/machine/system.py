"""How a desktop wants programs to look: less motion, more contrast, larger letters.

Asked where that is quick: of Windows in its registry, of GNOME and its kin by `gsettings`,
of other desktops on X11 or Wayland in the file that they write for GTK. Wherever nothing can
be learned, nothing is wished.
"""

import contextlib
import importlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from scenes.preferences import wished, Wishes

PATIENCE = 0.15  # s that an answer may take: 0.01 is usual
SCHEMAS = ("org.gnome.desktop.interface", "org.gnome.desktop.a11y.interface")
KIN = ("gnome", "unity", "cinnamon", "budgie", "pantheon")
DESIGNED_FOR = 96 * 1024  # GTK's dots per inch are in 1024ths
HIGH_CONTRAST_ON = 1
ANIMATIONS = (4, 0x02)  # byte and bit of Windows' mask for effects


def system_wishes() -> Wishes:
    """What can be learned of the system, empty where that is nothing. Raises nothing."""
    with contextlib.suppress(OSError, ValueError, subprocess.SubprocessError):
        if sys.platform == "win32":
            return _windows()
        desktop = os.environ.get("XDG_CURRENT_DESKTOP", "").lower()
        if any(name in desktop for name in KIN):
            return _gnome()
        if desktop:
            return _gtk()
    return {}


def _gnome() -> Wishes:
    """What `gsettings` answers, one line "schema key value" each."""
    answers: dict[str, str] = {}
    for schema in SCHEMAS:  # older systems do not have the second
        done = subprocess.run(
            ["gsettings", "list-recursively", schema],
            capture_output=True,
            timeout=PATIENCE,
            text=True,
            check=False,
        )
        lines = [line.split(" ", 2) for line in done.stdout.splitlines()]
        answers |= {line[1]: line[2] for line in lines if len(line) > 2}
    return wished(
        calm=answers.get("enable-animations") == "false",
        contrast=answers.get("high-contrast") == "true"
        or "HighContrast" in answers.get("gtk-theme", ""),
        text=float(answers.get("text-scaling-factor", 1)),
    )


def _gtk() -> Wishes:
    """What GTK's own settings say; KDE and others write them there."""
    import configparser  # noqa: PLC0415 - here alone, and not on every desktop

    folder = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    with contextlib.suppress(configparser.Error):
        parser.read(folder / "gtk-3.0" / "settings.ini", encoding="utf-8")
    if not parser.has_section("Settings"):
        return {}
    settings = parser["Settings"]
    theme = os.environ.get("GTK_THEME") or settings.get("gtk-theme-name") or ""
    return wished(
        calm=settings.get("gtk-enable-animations", "true") in ("false", "0"),
        contrast="HighContrast" in theme,
        text=float(settings.get("gtk-xft-dpi", DESIGNED_FOR)) / DESIGNED_FOR,
    )


def _windows() -> Wishes:
    """What the user's part of the registry says."""
    registry: Any = importlib.import_module("winreg")

    def value(key: str, name: str, unknown: Any) -> Any:  # noqa: ANN401 - as registered
        try:
            with registry.OpenKey(registry.HKEY_CURRENT_USER, key) as opened:
                return registry.QueryValueEx(opened, name)[0]
        except OSError:
            return unknown

    flags = int(value(r"Control Panel\Accessibility\HighContrast", "Flags", 0))
    mask = bytes(value(r"Control Panel\Desktop", "UserPreferencesMask", b""))
    byte, bit = ANIMATIONS
    return wished(
        calm=len(mask) > byte and not mask[byte] & bit,
        contrast=bool(flags & HIGH_CONTRAST_ON),
        text=int(value(r"Software\Microsoft\Accessibility", "TextScaleFactor", 100)) / 100,
    )
