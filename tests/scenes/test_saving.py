"""Where a new file of the user goes, and what it is called."""

import errno
from datetime import datetime
from pathlib import Path

import platformdirs
import pytest

from scenes import saving
from scenes.saving import folder_for, new_path, saved
from scenes.text.words import Words
from sim.catalogue import LANGUAGES
from sim.files import can_not_write
from sim.parameter import UserError

NOW = datetime(2026, 11, 23, 14, 5, 59)


def test_a_picture_never_takes_the_name_of_another(tmp_path: Path) -> None:
    names = []
    for _ in range(3):
        path = new_path(tmp_path, "spinestack", ".png", NOW)
        path.touch()
        names.append(path.name)
    assert names == [f"spinestack-2026-11-23-1405{more}.png" for more in ("", "-2", "-3")]
    assert new_path(tmp_path, "spinestack", ".gif", NOW).name.endswith("1405.gif")


def test_a_name_that_can_not_be_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="can not look into"):
        new_path(tmp_path, "s" * 5000, ".png", NOW)


def test_files_go_to_their_folder_or_home_or_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "jan"
    pictures, documents = home / "Afbeeldingen", home / "Documenten"
    home.mkdir()
    monkeypatch.delenv(saving.FOLDER)
    monkeypatch.setattr(platformdirs, "user_pictures_path", lambda: pictures)
    monkeypatch.setattr(platformdirs, "user_documents_path", lambda: documents)
    monkeypatch.setattr(Path, "home", lambda: home)
    assert folder_for(".png") == folder_for(".pdf") == ("home", home)
    pictures.mkdir()
    documents.mkdir()
    assert folder_for(".png") == folder_for(".gif") == ("pictures", pictures)
    assert folder_for(".pdf") == folder_for(".csv") == ("documents", documents)
    # Some systems have no such folders, and name home in their place.
    monkeypatch.setattr(platformdirs, "user_pictures_path", lambda: home)
    assert folder_for(".png") == ("home", home)

    def no_home() -> Path:
        raise RuntimeError("no home")

    monkeypatch.setattr(platformdirs, "user_pictures_path", no_home)
    monkeypatch.setattr(Path, "home", no_home)
    assert folder_for(".png") == ("named", Path.cwd())


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_said_where_a_file_is(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(saving.FOLDER)
    home = tmp_path / "jan"
    home.mkdir()
    monkeypatch.setattr(Path, "home", lambda: home)
    monkeypatch.setattr(platformdirs, "user_pictures_path", lambda: home / "Afbeeldingen")
    done = saved(Words(language), ".png", Path.touch)
    assert done.folder == home
    assert "HOME, jan" in done.text
    (home / "Afbeeldingen").mkdir()
    done = saved(Words(language), ".png", Path.touch)
    assert {"nl": "in de map Afbeeldingen", "en": "in the folder Afbeeldingen"}[
        language
    ] in done.text
    (path,) = (home / "Afbeeldingen").iterdir()
    assert path.name in done.text


@pytest.mark.parametrize(
    ("code", "nl", "en"),
    [
        (errno.ENOSPC, "de schijf is vol", "the disk is full"),
        (errno.EACCES, "mag het programma niet schrijven", "may not write there"),
        (errno.EXDEV, "over apparaten heen", "over apparaten heen"),  # as the system says it
    ],
)
def test_why_not_is_said_in_the_language(code: int, nl: str, en: str) -> None:
    def refuse(path: Path) -> None:
        raise can_not_write(path, OSError(code, "over apparaten heen"))

    for language, part in (("nl", nl), ("en", en)):
        done = saved(Words(language), ".png", refuse)
        assert done.folder is None
        assert part in done.text
