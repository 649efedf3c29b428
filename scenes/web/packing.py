"""Packed copies of a site's files, for hosts that send those: `name.gz`, and `name.br` with node.

A host that packs nothing sends the `.gz` as they are, and the page unpacks them.
"""

import gzip
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from scenes.web.other_programs import carry_out

SCRIPT = Path(__file__).parent / "pack_in_node.mjs"
GAIN = 0.9  # what is hardly smaller, such as a picture, is sent as it is


def packed_copies(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """All packed copies that are worth it, by their names. Raises UserError if node fails."""
    copies = {f"{name}.gz": gzip.compress(data, mtime=0) for name, data in files.items()}
    worth = {
        name: data for name, data in files.items() if len(copies[f"{name}.gz"]) < GAIN * len(data)
    }
    return {f"{name}.gz": copies[f"{name}.gz"] for name in worth} | _brotli(worth)


def _brotli(files: Mapping[str, bytes]) -> dict[str, bytes]:
    node = shutil.which("node")
    if node is None:
        return {}
    names = {f"{index}": name for index, name in enumerate(files)}
    with tempfile.TemporaryDirectory() as folder:
        for index, name in names.items():
            (Path(folder) / index).write_bytes(files[name])
        carry_out([node, SCRIPT, folder], "pack the page's files")
        return {
            f"{name}.br": (Path(folder) / f"{index}.br").read_bytes()
            for index, name in names.items()
        }
