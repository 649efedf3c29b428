"""Packed copies of a site's files."""

import gzip
import random
import shutil
import subprocess

import pytest

from scenes.web.packing import packed_copies
from sim.parameter import UserError

TEXT, NOISE = b"the same again " * 200, random.Random(1).randbytes(3000)


def test_what_gets_smaller_has_a_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    copies = packed_copies({"a.js": TEXT, "b.png": NOISE})
    assert set(copies) == {"a.js.gz"}
    assert gzip.decompress(copies["a.js.gz"]) == TEXT
    assert copies == packed_copies({"a.js": TEXT, "b.png": NOISE})


@pytest.mark.skipif(shutil.which("node") is None, reason="it is node that packs them")
def test_with_node_there_is_a_smaller_one() -> None:
    copies = packed_copies({"deep/a.js": TEXT})
    assert set(copies) == {"deep/a.js.gz", "deep/a.js.br"}
    assert len(copies["deep/a.js.br"]) < len(copies["deep/a.js.gz"])


def test_node_that_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(command: list[object], **options: object) -> None:
        raise subprocess.CalledProcessError(1, "node")

    monkeypatch.setattr(shutil, "which", lambda name: name)
    monkeypatch.setattr(subprocess, "run", fails)
    with pytest.raises(UserError, match="can not pack"):
        packed_copies({"a.js": TEXT})
