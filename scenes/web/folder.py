"""The folder of a site: which files in it the program has written, and putting new ones there.

A list in the folder holds the hash of every file that was written. Only what is on it, and
was not changed since, is replaced or removed. All else is left alone, and where it is in
the way nothing is written.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from sim.files import can_not_read, can_not_write, write_all, write_whole
from sim.parameter import UserError

LIST = "spinestack-files.json"
Hashes = dict[str, list[str]]
"""By its name what a file of ours may hold: two things while one site follows another."""


class SiteFolder:
    """A folder, there or not yet, that a site can be in. Raises UserError for any other."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            there = next(one for one in (folder, *folder.absolute().parents) if one.exists())
            if not there.is_dir():
                raise self._refusal("it is not a folder")
            if not os.access(there, os.W_OK | os.X_OK):
                raise self._refusal("Permission denied")
            self._listed = self._read_list()
            for name in self._listed:
                self._is_ours(name)
        except OSError as error:
            raise can_not_write(folder, error) from None

    def _refusal(self, why: str) -> UserError:
        return UserError(f"can not write the site {str(self.folder)!r}: {why}")

    def _read_list(self) -> Hashes:
        data = self._present(LIST)
        try:
            listed = {} if data is None else json.loads(data)
            return {_inside(name): [*map(str, hashes)] for name, hashes in listed.items()}
        except (ValueError, TypeError, AttributeError, RecursionError):
            raise self._refusal(f"its list {LIST!r} is damaged") from None

    def _present(self, name: str) -> bytes | None:
        """What is in a file, None if there is none."""
        path = self.folder / name
        for place in path.parents[: len(PurePosixPath(name).parts) - 1]:
            if os.path.lexists(place) and not place.is_dir():
                raise self._refusal(f"{place.name!r} is in the way: it is not a folder")
        if not os.path.lexists(path):
            return None
        if not path.is_file():
            raise self._refusal(f"{name!r} is in the way: it is not a file")
        return path.read_bytes()

    def _is_ours(self, name: str) -> bool:
        """Whether a file of the list is there."""
        data = self._present(name)
        if data is None:
            return False
        if _hash(data) not in self._listed[name]:
            raise self._refusal(f"{name!r} was changed since it was written: move it away first")
        return True

    def read(self) -> dict[str, bytes]:
        """All files of ours that are there, by their names. Raises UserError."""
        try:
            found = {name: self._present(name) for name in self._listed}
        except OSError as error:
            raise can_not_read(error) from None
        return {name: data for name, data in found.items() if data is not None}

    def write(self, files: Mapping[str, bytes]) -> int:
        """Put these files in the place of those of before; how many bytes the list has.

        Raises UserError, and changes nothing, where something else is in the way.
        """
        made: list[Path] = []
        try:
            changed = self._changed(files)
            made = self._make_folders(changed)
            old, new = self._listed, {name: [_hash(data)] for name, data in files.items()}
            both = {name: new.get(name, []) + old.get(name, []) for name in new | old}
            # With the list first, so that what a kill leaves is known as ours.
            write_all({self.folder / LIST: _as_json(both), **changed})
            self._remove(name for name in old if name not in new)
            write_whole(self.folder / LIST, _as_json(new))
        except BaseException as error:
            for folder in made[::-1]:
                with suppress(OSError):
                    folder.rmdir()
            if isinstance(error, OSError):
                raise can_not_write(self.folder, error) from None
            raise
        return len(_as_json(new))

    def check(self, files: Mapping[str, bytes]) -> None:
        """Raise UserError where `write` would because something else is in the way of a file."""
        try:
            self._changed(files)
        except OSError as error:
            raise can_not_write(self.folder, error) from None

    def _changed(self, files: Mapping[str, bytes]) -> dict[Path, bytes]:
        """What is to be written where. Raises UserError where something else is in the way."""
        changed = {}
        for name, data in files.items():
            present = self._present(name)
            if present != data:
                changed[self.folder / name] = data
                if present is not None and not (name in self._listed and self._is_ours(name)):
                    raise self._refusal(f"{name!r} is in the way: it is not a file of its own")
        return changed

    def _make_folders(self, paths: Iterable[Path]) -> list[Path]:
        made = []
        for path in (self.folder / LIST, *paths):
            for folder in path.parents[::-1]:
                if not folder.exists():
                    folder.mkdir()
                    made.append(folder)
        return made

    def _remove(self, names: Iterable[str]) -> None:
        """Take away our files that the site no longer has, and folders that held nothing else."""
        for name in names:
            path = self.folder / name
            if path.is_symlink() or not self._is_ours(name):
                continue
            path.unlink()
            for place in PurePosixPath(name).parents[:-1]:
                with suppress(OSError):
                    (self.folder / place).rmdir()


def _inside(name: str) -> str:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or not path.parts or name == LIST:
        raise ValueError(name)
    return name


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _as_json(hashes: Hashes) -> bytes:
    return json.dumps(hashes, indent=1).encode()
