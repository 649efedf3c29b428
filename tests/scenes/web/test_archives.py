"""What the page's archives hold, and that compiled modules do what their sources did."""

import io
import marshal
import shutil
import sys
import zipfile
from pathlib import Path

import pytest

from scenes.web import archives
from scenes.web.archives import compiled, leaner, packed
from scenes.web.compile_archive import compile_all
from sim.parameter import UserError

MODULE = b'"""Help."""\n\n\ndef double(x):\n    """More help."""\n    return 2 * x\n'


def names(archive: bytes) -> set[str]:
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return set(opened.namelist())


def test_what_the_page_never_asks_for_is_left_out() -> None:
    wheel = packed([("numpy/core.py", b"1"), ("numpy/tests/a.py", b"2"), ("numpy/api.h", b"3")])
    assert names(leaner("numpy-2.whl", wheel)) == {"numpy/core.py"}
    assert names(leaner("other-2.whl", wheel)) == names(wheel)


def test_equal_contents_make_equal_archives_and_nothing_in_them_is_packed() -> None:
    files = [("a.py", b"a" * 1000)]
    assert packed(files) == packed(files)
    assert len(packed(files)) > 1000


def test_a_compiled_module_does_the_same_without_its_help(tmp_path: Path) -> None:
    source, target = tmp_path / "source", tmp_path / "target"
    source.mkdir()
    target.mkdir()
    (source / "a.zip").write_bytes(packed([("module.py", MODULE), ("data.json", b"{}")]))
    compile_all(source, target)
    with zipfile.ZipFile(target / "a.zip") as made:
        assert set(made.namelist()) == {"module.pyc", "data.json"}
        assert made.read("data.json") == b"{}"
        found: dict[str, object] = {}
        exec(marshal.loads(made.read("module.pyc")[16:]), found)
    double = found["double"]
    assert callable(double)
    assert double(21) == 42
    assert double.__doc__ == found["__doc__"] == ""
    sys.path.insert(0, str(target / "a.zip"))
    try:
        assert __import__("module").double(4) == 8
    finally:
        sys.path.pop(0)
        sys.modules.pop("module", None)


def test_without_a_fitting_python_nothing_is_compiled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "PYTHON", (2, 0))
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert compiled({"a.zip": packed([])}, tmp_path) is None


def test_the_python_that_fits_compiles_and_one_that_can_not_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(archives, "PYTHON", sys.version_info[:2])
    found = compiled({"a.zip": packed([("module.py", MODULE)])}, None)
    assert found is not None
    assert names(found["a.zip"]) == {"module.pyc"}
    with pytest.raises(UserError, match="can not compile"):
        compiled({"a.zip": packed([("module.py", b"not python:")])}, None)
    monkeypatch.setattr(archives, "PYTHON", (2, 0))
    monkeypatch.setattr(shutil, "which", lambda name: "false")  # a shim with nothing behind it
    assert compiled({"a.zip": packed([])}, None) is None
