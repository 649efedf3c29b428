"""Where a new file of the user goes, and what it is called."""

from datetime import datetime
from pathlib import Path

import platformdirs
import pytest

from scenes import saving
from scenes.saving import picture_path, pictures_folder
from sim.parameter import UserError

NOW = datetime(2026, 11, 23, 14, 5, 59)


def test_a_picture_never_takes_the_name_of_another(tmp_path: Path) -> None:
    names = []
    for _ in range(3):
        path = picture_path(tmp_path, "spinestack", ".png", NOW)
        path.touch()
        names.append(path.name)
    assert names == [f"spinestack-2026-11-23-1405{more}.png" for more in ("", "-2", "-3")]
    assert picture_path(tmp_path, "spinestack", ".gif", NOW).name.endswith("1405.gif")


def test_a_name_that_can_not_be_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="can not look into"):
        picture_path(tmp_path, "s" * 5000, ".png", NOW)


def test_pictures_go_to_the_pictures_folder_or_home_or_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures, home = tmp_path / "Pictures", tmp_path
    monkeypatch.delenv(saving.FOLDER)
    monkeypatch.setattr(platformdirs, "user_pictures_path", lambda: pictures)
    monkeypatch.setattr(Path, "home", lambda: home)
    assert pictures_folder() == home
    pictures.mkdir()
    assert pictures_folder() == pictures

    def no_home() -> Path:
        raise RuntimeError("no home")

    monkeypatch.setattr(platformdirs, "user_pictures_path", no_home)
    monkeypatch.setattr(Path, "home", no_home)
    assert pictures_folder() == Path.cwd()
