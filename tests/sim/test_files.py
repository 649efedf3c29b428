"""The one writer: files whole or not at all, what it replaces, leaves alone and writes into."""

import errno
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from sim.files import check_outputs, write_all, write_whole
from sim.parameter import UserError
from sim.processes import alive
from tests.sim.study.sweeps import names
from tests.terminal import call, complaint, needs_full, one_line, process, ROOT, SHORT


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


DEAD = 2**22 + 1  # the number of no process: Linux has none above 2**22


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


@pytest.fixture
def umask() -> Iterator[None]:
    before = os.umask(0o027)
    yield
    os.umask(before)


# -- files ---------------------------------------------------------------------------


@pytest.mark.usefixtures("umask")
@pytest.mark.parametrize("old", [0o600, 0o644, 0o666, 0o755])
def test_an_older_file_passes_its_mode_on(old: int, tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_whole(path, b"new")
    assert mode(path) == 0o640
    path.chmod(old)
    write_whole(path, b"newer")
    assert path.read_bytes() == b"newer"
    assert mode(path) == old


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="root gives away")
def test_an_older_file_passes_its_owner_on(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.touch()
    os.chown(path, 12345, 54321)
    write_whole(path, b"new")
    assert (path.stat().st_uid, path.stat().st_gid) == (12345, 54321)


def test_what_nobody_may_read_is_never_readable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, modes = tmp_path / "file", []
    path.touch(0o600)
    real = Path.write_bytes

    def write(self: Path, data: bytes) -> int:
        modes.append(mode(self))
        return real(self, data)

    monkeypatch.setattr(Path, "write_bytes", write)
    write_whole(path, b"secret")
    assert modes == [0o600]


def test_a_link_stays_and_its_target_is_written(tmp_path: Path) -> None:
    folder, link, chain = tmp_path / "folder", tmp_path / "link", tmp_path / "chain"
    folder.mkdir()
    link.symlink_to("folder/file")
    chain.symlink_to(link)
    for text in (b"new", b"newer"):  # at first the link leads nowhere
        write_whole(chain, text)
        assert (folder / "file").read_bytes() == text
        assert link.is_symlink()
        assert chain.is_symlink()
    assert names(tmp_path) == ["chain", "folder", "link"]
    assert names(folder) == ["file"]


def test_links_in_a_circle_are_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(UserError, match="Too many levels of symbolic links"):
        write_whole(tmp_path / "a", b"")


@pytest.mark.parametrize(
    "write", [lambda path: write_whole(path, b"new"), lambda p: check_outputs([p])]
)
def test_a_read_only_file_is_left_as_it_is(write: object, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("old")
    path.chmod(0o444)
    with pytest.raises(UserError, match="it is read-only"):
        write(path)  # type: ignore[operator]
    assert (path.read_text(), names(tmp_path)) == ("old", ["file"])


@pytest.mark.parametrize("length", [1, 40, 41, 200, 255])
def test_a_name_may_be_as_long_as_the_system_lets_it(length: int, tmp_path: Path) -> None:
    for letter in ("a", "b"):
        path = tmp_path / ("x" * (length - 1) + letter)
        check_outputs([path])
        write_whole(path, letter.encode())
        assert path.read_text() == letter
    assert len(names(tmp_path)) == 2


def test_of_several_files_all_are_written_or_none(tmp_path: Path) -> None:
    (tmp_path / "two").mkdir()
    with pytest.raises(UserError, match="it is a folder"):
        write_all({tmp_path / "one": b"1", tmp_path / "two": b"2"})
    assert names(tmp_path) == ["two"]


# -- what was left ---------------------------------------------------------------------


def test_leftovers_of_dead_processes_are_cleared_and_of_no_others(tmp_path: Path) -> None:
    path, waiting = tmp_path / "file", subprocess.Popen([sys.executable, "-c", "input()"], stdin=-1)
    others = [
        f".file.{waiting.pid}.part",  # it may be writing now
        f".file.{DEAD}.part.csv",
        f".file.2.{DEAD}.part",
        f".other.{DEAD}.part",
        "file.part",
    ]
    leftovers = [f".file.{DEAD}.part", f".file.{os.getpid()}.part", f".file.{10**30}.part"]
    for name in (*others, *leftovers):
        (tmp_path / name).write_text("half")
    try:
        write_whole(path, b"whole")
        assert names(tmp_path) == sorted([*others, "file"])
    finally:
        waiting.communicate(b"\n")
    write_whole(path, b"whole")
    assert names(tmp_path) == sorted([*others[1:], "file"])


def test_who_is_alive() -> None:
    assert alive(os.getpid())
    assert alive(1)
    assert not alive(DEAD)


# -- what is no file -------------------------------------------------------------------


def printed(command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """What a shell makes of a line in which `run` is the program."""
    line = command.replace("run ", f'"{sys.executable}" "{ROOT / "run.py"}" ')
    return subprocess.run(
        line,
        shell=True,
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        executable="/bin/bash",
    )


TABLE = "run simulate blocks --duration 0.05 --csv "


def test_a_table_for_standard_output_goes_where_that_goes(tmp_path: Path) -> None:
    assert printed(f"{TABLE} table", tmp_path).returncode == 0
    table = (tmp_path / "table").read_text()
    report = printed("run simulate blocks --duration 0.05", tmp_path).stdout
    device = Path("/dev/stdout").readlink()
    (tmp_path / "log").write_text("before\n")
    lines = {
        "file": f"{TABLE} /dev/stdout > file",
        "same": f"{TABLE} same > same",
        "log": f"{TABLE} /dev/stdout >> log",
        "piped": f"{TABLE} /dev/stdout | cat > piped",
        "third": f"{TABLE} /dev/fd/3 3>&1 > third",
    }
    for name, line in lines.items():
        done = printed(line, tmp_path)
        assert (done.returncode, done.stderr) == (0, ""), name
        expected = {"log": "before\n" + table + report, "third": report}.get(name, table + report)
        assert (tmp_path / name).read_text() == expected, name
        if name == "third":
            assert done.stdout == table
    assert Path("/dev/stdout").readlink() == device
    assert not [name for name in names(tmp_path) if name.endswith(".part")]


def test_a_pipe_is_written_into(tmp_path: Path) -> None:
    path, read = tmp_path / "pipe", []
    os.mkfifo(path)
    reading = threading.Thread(target=lambda: read.append(path.read_bytes()))
    reading.start()
    check_outputs([path])
    write_whole(path, b"all")
    reading.join(10)
    assert read == [b"all"]
    assert path.is_fifo()
    assert names(tmp_path) == ["pipe"]


# -- before anything is computed -------------------------------------------------------


def test_nothing_is_left_of_finding_out(tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.write_text("old")
    check_outputs([tmp_path / "new", old, Path("/dev/null"), Path("/dev/null")])
    assert names(tmp_path) == ["old"]
    assert old.read_text() == "old"


COMMANDS = {
    "simulate": (*SHORT, "--csv"),
    "map": ("map", "spine", "--csv"),
    "sweep": ("sweep", "timing", "--vary=onset", "--from=0", "--to=0.1", "--steps=3", "--csv"),
    "figure": ("sweep", "timing", "--vary=onset", "--from=0", "--to=0.1", "--steps=3", "--png"),
    "screenshot": ("screenshot", "blocks", "--out"),
    "handout": ("handout", "--exercises", "plank", "--out"),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_what_can_not_be_written_is_known_before_anything_is_computed(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def computes(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("run._command", computes)
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("old")
    (tmp_path / "file").chmod(0o400)
    whys = {"missing/x": "No such file", "folder": "it is a folder", "file": "it is read-only"}
    whys |= {"file/x": "Not a directory", "folder/" + "x" * 256: "File name too long"}
    for place, why in whys.items():
        assert why in complaint(*COMMANDS[command], str(tmp_path / place))
    assert names(tmp_path) == ["file", "folder"]


@pytest.mark.parametrize("other", ["x", "link", "folder/../x"])
def test_two_outputs_can_not_be_the_same_file(other: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("x")
    two = ("--csv", str(tmp_path / "x"), "--png", str(tmp_path / other))
    said = complaint("map", "spine", "--grid", "3", *two)
    assert "can not write two outputs to the same file" in said
    assert names(tmp_path) == ["folder", "link"]
