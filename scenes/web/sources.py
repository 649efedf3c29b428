"""Where the runtime and the four wheels of the page come from.

`runtime.json` pins a version of Pyodide: the base address of its public
distribution, the runtime's files, and the wheels with their hashes. Folders on this
machine can take the place of the distribution, as a whole or in part.
"""

import hashlib
import json
import subprocess
import sys
import tempfile
import zipfile
from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scenes.assets import RUNTIME
from sim.files import can_not_read
from sim.parameter import UserError

PINNED: dict[str, Any] = json.loads(RUNTIME.read_text())
BASE: str = PINNED["base"]
PLATFORM = "pyemscripten_2025_0_wasm32"


@dataclass(frozen=True)
class Source:
    """One file that the page loads: from `address`, or from the site, which then holds `data`."""

    address: str
    sha256: str
    size: int
    data: bytes | None = None

    @property
    def integrity(self) -> str:
        """The hash as a browser checks it."""
        return "sha256-" + b64encode(bytes.fromhex(self.sha256)).decode()


def own(address: str, data: bytes) -> Source:
    """A file of the site."""
    return Source(address, hashlib.sha256(data).hexdigest(), len(data), data)


def runtime(folder: Path | None) -> dict[str, Source]:
    """The runtime's files by name, from a folder if there is one. Raises UserError."""
    found = {}
    for name, pin in PINNED["files"].items():
        if folder is None:
            found[name] = Source(BASE + name, pin["sha256"], pin["bytes"])
            continue
        source = own(f"runtime/{name}", _read(folder / name))
        if source.sha256 != pin["sha256"]:
            version = PINNED["version"]
            raise UserError(f"{str(folder / name)!r} is not the one of Pyodide {version}")
        found[name] = source
    return found


def wheels(folder: Path | None) -> dict[str, Source]:
    """The four wheels by their normalised names, from a folder if there is one. Raises UserError.

    Without a folder pymunk's published wheel, which the distribution does not have,
    comes into the site through pip.
    """
    found = {}
    for name, pin in PINNED["wheels"].items():
        if folder is not None:
            found[name] = _wheel_in(folder, name)
        elif name == "pymunk":
            found[name] = _published(pin)
        else:
            found[name] = Source(BASE + pin["file_name"], pin["sha256"], pin["bytes"])
    return found


def lock(found: dict[str, Source]) -> bytes:
    """Pyodide's lock file for these wheels and nothing else."""
    packages = {
        name: {
            "name": name,
            "version": source.address.rpartition("/")[2].split("-")[1],
            "file_name": source.address,
            "install_dir": "site",
            "sha256": source.sha256,
            "package_type": "package",
            "imports": PINNED["wheels"][name]["imports"],
            "depends": PINNED["wheels"][name]["depends"],
            "unvendored_tests": False,
        }
        for name, source in found.items()
    }
    return json.dumps({"info": PINNED["info"], "packages": packages}, indent=1).encode()


def _wheel_in(folder: Path, name: str) -> Source:
    try:
        paths = sorted(folder.glob(f"{name.replace('-', '_')}-*_wasm32.whl"))
    except OSError:
        paths = []
    if len(paths) != 1:
        what = "more than one wheel" if paths else "no wheel"
        raise UserError(f"{str(folder)!r} has {what} of {name} for the browser")
    data = _read(paths[0])
    if not zipfile.is_zipfile(paths[0]):
        raise UserError(f"{str(paths[0])!r} is not a wheel")
    return own(f"wheels/{paths[0].name}", data)


def _published(pin: dict[str, Any]) -> Source:
    """The wheel as published, through pip."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        command += ["--only-binary", ":all:", "--platform", PLATFORM, "--abi", "cp313"]
        command += ["--implementation", "cp", "--python-version", "3.13", "--dest", folder]
        try:
            subprocess.run(
                [*command, f"pymunk=={pin['file_name'].split('-')[1]}"],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=True,
                timeout=300,
            )
        except (OSError, subprocess.SubprocessError):
            raise UserError(
                "pymunk's wheel for the browser can not be had through pip: name a folder"
                " that has the wheels with --wheels"
            ) from None
        source = own(f"wheels/{pin['file_name']}", _read(Path(folder) / pin["file_name"]))
    if source.sha256 != pin["sha256"]:
        raise UserError("pymunk's wheel for the browser is not the one that was published")
    return source


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise can_not_read(error) from None
