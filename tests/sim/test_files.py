"""Files are written whole or not at all, and what can not be written is told in one line."""

import errno
import os
from pathlib import Path
from typing import NoReturn

import pytest

from tests.terminal import call, complaint, needs_full, one_line, process, SHORT


def test_a_recording_replaces_an_older_file(tmp_path: Path) -> None:
    path = tmp_path / "old.csv"
    path.write_text("old")
    assert call(*SHORT, "--csv", str(path)).code == 0
    assert path.read_text().startswith("time [s],")


@pytest.mark.parametrize("place", ["missing/fall.csv", "folder", "file/fall.csv", "."])
def test_a_path_that_can_not_be_written_is_refused(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    Path("file").write_text("old")
    before = sorted(tmp_path.rglob("*"))
    complaint(*SHORT, "--csv", place)
    assert sorted(tmp_path.rglob("*")) == before
    assert Path("file").read_text() == "old"


def test_a_name_that_is_too_long_is_refused(tmp_path: Path) -> None:
    done = process(*SHORT, "--csv", "a" * 300, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    one_line(done.stderr)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere"
)
def test_a_read_only_folder_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        assert "Permission denied" in complaint(*SHORT, "--csv", str(tmp_path / "fall.csv"))
        assert list(tmp_path.iterdir()) == []
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize("old", [None, "old"])
@pytest.mark.parametrize("failure", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_disk_that_fails_half_way_leaves_nothing_behind(
    old: str | None, failure: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "fall.csv"
    if old:
        path.write_text(old)
    written = []

    def fail(self: Path, data: bytes) -> int:
        with self.open("wb") as file:
            written.append(file.write(data[:100]))
        raise OSError(failure, os.strerror(failure))

    monkeypatch.setattr(Path, "write_bytes", fail)
    assert os.strerror(failure) in complaint(*SHORT, "--csv", str(path))
    assert written == [100]
    assert list(tmp_path.iterdir()) == ([path] if old else [])
    if old:
        assert path.read_text() == old


def test_a_rename_that_fails_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "fall.csv"
    path.write_text("old")

    def fail(self: Path, target: Path) -> NoReturn:
        raise PermissionError(errno.EACCES, "the file is in use")

    monkeypatch.setattr(Path, "replace", fail)
    assert "the file is in use" in complaint(*SHORT, "--csv", str(path))
    assert list(tmp_path.iterdir()) == [path]
    assert path.read_text() == "old"


@needs_full
def test_a_full_device_is_reported() -> None:
    assert "No space left on device" in complaint(*SHORT, "--csv", "/dev/full")
