"""What the program learns of a desktop that wants less motion, more contrast, larger letters."""

import sys
import time
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace

import pytest

from scenes.shell.machine import system
from scenes.shell.machine.system import system_wishes

ALL = {"reduced_motion": True, "profile": "contrast", "zoom": 1.2}
GSETTINGS = """org.gnome.desktop.interface enable-animations false
org.gnome.desktop.interface gtk-theme 'HighContrast'
org.gnome.desktop.interface text-scaling-factor 1.24
org.gnome.desktop.interface clock-format '24h'"""
GTK = """[Settings]
gtk-enable-animations=false
gtk-theme-name=HighContrastInverse
gtk-xft-dpi=122880
gtk-icon-theme-name=%breeze
"""


def desktop(monkeypatch: pytest.MonkeyPatch, folder: Path, name: str, gsettings: str) -> None:
    """A desktop of this name, and what its `gsettings` does."""
    program = folder / "gsettings"
    program.write_text(f"#!/bin/sh\n{gsettings}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", name)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
    monkeypatch.delenv("GTK_THEME", raising=False)


@pytest.mark.parametrize("name", ["GNOME", "ubuntu:GNOME", "X-Cinnamon"])
def test_gnome_and_its_kin_are_asked(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop(monkeypatch, tmp_path, name, f"cat <<END\n{GSETTINGS}\nEND")
    assert system_wishes() == ALL
    desktop(monkeypatch, tmp_path, name, "echo org.gnome.desktop.a11y.interface high-contrast true")
    assert system_wishes() == {"profile": "contrast"}


@pytest.mark.parametrize(
    "gsettings",
    ["exit 1", "echo nonsense", "printf '\\377\\376'", "echo a b c; kill $$", "sleep 60"],
)
def test_an_answer_of_no_use_is_no_wish_and_is_not_waited_for(
    gsettings: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop(
        monkeypatch, tmp_path, "GNOME", f"exec {gsettings}" if "sleep" in gsettings else gsettings
    )
    start = time.monotonic()
    assert system_wishes() == {}
    assert time.monotonic() - start < 2 * system.PATIENCE + 1


def test_without_the_program_there_is_no_wish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop(monkeypatch, tmp_path, "GNOME", "")
    monkeypatch.setenv("PATH", str(tmp_path / "none"))
    assert system_wishes() == {}


def test_other_desktops_write_it_down_for_gtk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop(monkeypatch, tmp_path, "KDE", "exit 1")
    assert system_wishes() == {}
    file = tmp_path / "gtk-3.0" / "settings.ini"
    file.parent.mkdir()
    file.write_text(GTK)
    assert system_wishes() == {**ALL, "zoom": 1.2}
    for damage in ("", "[Settings", "[Settings]\ngtk-xft-dpi=much", "\0", "[Other]\na=b"):
        file.write_text(damage)
        assert system_wishes() == {}


@pytest.mark.skipif(sys.platform == "win32", reason="the registry has its say there")
def test_where_there_is_no_desktop_nothing_is_wished(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CURRENT_DESKTOP", raising=False)
    assert system_wishes() == {}


def test_windows_has_it_in_its_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    registered: dict[tuple[str, str], object] = {
        (r"Control Panel\Accessibility\HighContrast", "Flags"): "127",
        (r"Control Panel\Desktop", "UserPreferencesMask"): bytes.fromhex("9012038010000000"),
        (r"Software\Microsoft\Accessibility", "TextScaleFactor"): 124,
    }

    def query(key: str, name: str) -> tuple[object, int]:
        if (key, name) not in registered:
            raise FileNotFoundError
        return registered[key, name], 0

    registry = SimpleNamespace(
        HKEY_CURRENT_USER=0, OpenKey=lambda root, key: nullcontext(key), QueryValueEx=query
    )
    monkeypatch.setitem(sys.modules, "winreg", registry)
    monkeypatch.setattr(sys, "platform", "win32")
    assert system_wishes() == ALL
    registered[r"Control Panel\Desktop", "UserPreferencesMask"] = bytes.fromhex("9012038012000000")
    assert "reduced_motion" not in system_wishes()
    registered.clear()
    assert system_wishes() == {}
