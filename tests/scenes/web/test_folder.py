"""A site in its folder: nothing that somebody else put there is lost, whatever comes between."""

import itertools
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from scenes.web.folder import LIST, SiteFolder
from sim.parameter import UserError

OLD = {"index.html": b"one", "wheels/a.whl": b"a", "wheels/old.whl": b"old", "gone/x.js": b"x"}
NEW = {"index.html": b"two", "wheels/a.whl": b"a", "wheels/new.whl": b"new"}
needs_links = pytest.mark.skipif(os.name == "nt", reason="links are a privilege there")


def content(folder: Path) -> dict[str, bytes]:
    """All files but the list."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != LIST
    }


@pytest.fixture
def site(tmp_path: Path) -> Path:
    SiteFolder(tmp_path / "site").write(OLD)
    return tmp_path / "site"


def refused(site: Path, files: dict[str, bytes]) -> str:
    """Why a site can not be written; nothing has changed then."""
    before = content(site)
    listed = (site / LIST).read_bytes()
    with pytest.raises(UserError) as refusal:
        SiteFolder(site).write(files)
    assert content(site) == before
    assert (site / LIST).read_bytes() == listed
    return str(refusal.value)


def test_one_site_follows_another_and_takes_its_own_files_away(site: Path) -> None:
    assert content(site) == OLD
    SiteFolder(site).write(NEW)
    assert content(site) == NEW
    assert not (site / "gone").exists()
    assert set(json.loads((site / LIST).read_bytes())) == set(NEW)


def test_what_others_put_there_stays(site: Path) -> None:
    others = {
        "CNAME": b"spine.example",
        ".git/HEAD": b"ref",
        "wheels/mine.whl": b"",
        "gone/y": b"y",
    }
    for name, data in others.items():
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_bytes(data)
    SiteFolder(site).write(NEW)
    assert content(site) == NEW | others


@pytest.mark.parametrize("name", ["wheels/new.whl", "index.html", "wheels/old.whl"])
def test_what_is_in_the_way_is_named_and_left(name: str, site: Path) -> None:
    (site / name).write_bytes(b"mine")
    why = "was changed since" if name in OLD else "is in the way: it is not a file of its own"
    assert f"{name!r} {why}" in refused(site, NEW)


def test_a_folder_or_a_file_in_the_way_is_named(site: Path) -> None:
    (site / "wheels" / "new.whl").mkdir()
    assert "'wheels/new.whl' is in the way: it is not a file" in refused(site, NEW)
    (site / "deep").write_bytes(b"mine")
    assert "'deep' is in the way: it is not a folder" in refused(site, {"deep/x": b"x"})


def test_a_file_that_was_taken_away_comes_back(site: Path) -> None:
    (site / "index.html").unlink()
    (site / "wheels" / "old.whl").unlink()
    SiteFolder(site).write(NEW)
    assert content(site) == NEW


@needs_links
def test_links_and_modes_stay(site: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.html"
    (site / "index.html").rename(elsewhere)
    (site / "index.html").symlink_to(elsewhere)
    (site / "wheels").rename(tmp_path / "wheels")
    (site / "wheels").symlink_to(tmp_path / "wheels")
    elsewhere.chmod(0o600)
    link = tmp_path / "link"
    link.symlink_to(site)
    SiteFolder(link).write(NEW)
    assert {path.is_symlink() for path in (link, site / "index.html", site / "wheels")} == {True}
    assert elsewhere.read_bytes() == b"two"
    assert elsewhere.stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in (tmp_path / "wheels").iterdir()) == ["a.whl", "new.whl"]


@needs_links
def test_a_link_to_nowhere_is_in_the_way(site: Path) -> None:
    (site / "wheels" / "new.whl").symlink_to(site / "missing")
    assert "'wheels/new.whl' is in the way" in refused(site, NEW)


@pytest.mark.parametrize(
    "listed",
    [b"", b"{", b"[]", b"[1]", b'{"a": 1}', b'{"../a": []}', b'{"/a": []}', b"\xff", b"[" * 9999],
)
def test_a_damaged_list_is_refused(listed: bytes, site: Path) -> None:
    (site / LIST).write_bytes(listed)
    assert f"its list {LIST!r} is damaged" in refused(site, NEW)


def stopping(allowed: int) -> Callable[[Path, Path], Path]:
    """`Path.replace`, until somebody presses Ctrl+C after so many files."""
    real, done = Path.replace, itertools.count()

    def replace(self: Path, target: Path) -> Path:
        if next(done) == allowed:
            raise KeyboardInterrupt
        return real(self, target)

    return replace


def test_what_fails_or_is_stopped_half_way_can_be_done_again(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer = NEW | {"wheels/newer.whl": b"newer", "index.html": b"three"}
    for files in (NEW, newer):
        for allowed in range(6):
            with monkeypatch.context() as patched:
                patched.setattr(Path, "replace", stopping(allowed))
                try:
                    SiteFolder(site).write(files)
                except KeyboardInterrupt:
                    assert set(content(site).values()) <= {*OLD.values(), *newer.values(), b"two"}
    SiteFolder(site).write(newer)
    assert content(site) == newer


def test_a_disk_that_is_full_leaves_the_old_site_or_no_folder(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.write_bytes

    def fails(self: Path, data: bytes) -> int:
        if "new.whl" in self.name:
            raise OSError(28, "No space left on device")
        return real(self, data)

    monkeypatch.setattr(Path, "write_bytes", fails)
    assert "No space left on device" in refused(site, NEW)
    with pytest.raises(UserError, match="No space left"):
        SiteFolder(tmp_path / "one" / "two").write(NEW)
    assert not (tmp_path / "one").exists()
