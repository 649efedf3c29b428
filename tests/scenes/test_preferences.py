"""What is kept between sessions, and that no file or folder can do harm."""

import errno
import os
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

import platformdirs
import pytest
from hypothesis import given, HealthCheck, settings
from hypothesis import strategies as st

from scenes.draw.palette import PROFILES
from scenes.preferences import (
    DAMAGED,
    FILE,
    FileStore,
    FOLDER,
    Preferences,
    preferences_folder,
    Store,
)
from sim.catalogue import LANGUAGES
from sim.parameter import UserError
from tests.scenes.missing_assets import damaged

OTHER = Preferences(
    "nl", "contrast", 1.75, reduced_motion=True, auto_slow=False, width=900, height=600.5
)

PREFERENCES = st.builds(
    Preferences,
    st.sampled_from([None, *LANGUAGES]),
    st.sampled_from(list(PROFILES)),
    st.floats(1, 2),
    st.booleans(),
    st.booleans(),
    st.floats(0, 5000),
    st.integers(0, 5000),
    st.booleans(),
    st.sampled_from(["", "https://example.org/spine/"]),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def load(folder: Path) -> tuple[Preferences, str]:
    """What a start finds."""
    return FileStore(folder).load()


def save(preferences: Preferences, folder: Path) -> bool:
    """Keep every one of them, as if each had been changed."""
    return FileStore(folder).change(asdict(preferences))


def good() -> bytes:
    """The file of `OTHER`."""
    text = 'language = "nl"\nprofile = "contrast"\nzoom = 1.75\n'
    text += "reduced_motion = true\nauto_slow = false\n"
    return (text + 'width = 900.0\nheight = 600.5\nsounds = false\npage_address = ""\n').encode()


def test_tests_do_not_touch_the_users_own_folder() -> None:
    own = Path(platformdirs.user_config_dir("spinestack", appauthor=False))
    assert preferences_folder() == Path(os.environ[FOLDER]) != own


def test_the_folder_is_the_systems_unless_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for value in ("", None):
        if value is None:
            monkeypatch.delenv(FOLDER)
        else:
            monkeypatch.setenv(FOLDER, value)
        assert preferences_folder().name == "spinestack"
        assert preferences_folder().is_absolute()


def test_the_first_start_has_defaults_and_writes_nothing(folder: Path) -> None:
    assert load(folder / "none") == (Preferences(), "")
    assert list(folder.iterdir()) == []


def test_the_file_is_plain(folder: Path) -> None:
    assert save(OTHER, folder / "new" / "folder")
    assert (folder / "new" / "folder" / FILE).read_bytes() == good()


@settings(
    deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(preferences=PREFERENCES)
def test_what_is_kept_is_found_again(preferences: Preferences, folder: Path) -> None:
    assert save(preferences, folder)
    assert load(folder) == (preferences, "")
    assert [path.name for path in folder.iterdir()] == [FILE]


def test_without_a_folder_the_named_one_is_used(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FOLDER, str(folder))
    assert FileStore().change(asdict(OTHER))
    assert FileStore().load() == (OTHER, "")
    assert (folder / FILE).is_file()


def test_a_file_of_another_version_keeps_what_is_known(folder: Path) -> None:
    (folder / FILE).write_text('profile = "projector"\nlater = [1, 2]\nzoom = 2\n')
    assert load(folder) == (Preferences(profile="projector", zoom=2.0), "")


@settings(
    deadline=None, max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=damaged(good()))
def test_a_damaged_file_costs_the_preferences_and_nothing_more(data: bytes, folder: Path) -> None:
    path, aside = folder / FILE, folder / f"{FILE}.damaged"
    aside.unlink(missing_ok=True)
    path.write_bytes(data)
    found, key = load(folder)
    assert key in ("", DAMAGED)
    if key:
        assert found == Preferences()
        assert aside.read_bytes() == data
    assert load(folder) == (found, "")
    assert save(found, folder)
    assert load(folder) == (found, "")


@pytest.mark.parametrize(
    "line",
    [
        'language = "de"',
        'profile = "dark"',
        "zoom = 0.9",
        "zoom = 2.1",
        "zoom = nan",
        "zoom = true",
        'zoom = "1"',
        "reduced_motion = 1",
        'auto_slow = "yes"',
        "not TOML",
        "#" * 20_000,
    ],
)
def test_a_value_that_is_not_valid_is_damage(line: str, folder: Path) -> None:
    (folder / FILE).write_text(line)
    assert load(folder) == (Preferences(), DAMAGED)


@pytest.mark.parametrize("changes", [{"zoom": 1.5}, {"profile": "contrast", "language": "nl"}])
def test_only_what_was_changed_is_written_onto_what_is_there_now(
    changes: Mapping[str, object], folder: Path
) -> None:
    first, second = FileStore(folder), FileStore(folder)
    first.load()
    second.load()
    assert first.change({"reduced_motion": True})
    assert second.change(changes)
    assert load(folder) == (Preferences(reduced_motion=True, **changes), "")  # type: ignore[arg-type]
    assert (folder / FILE).read_text().count("=") == 1 + len(changes)


def test_what_was_never_changed_is_as_the_system_wishes(folder: Path) -> None:
    def wishes() -> dict[str, object]:
        return {"reduced_motion": True, "profile": "contrast", "zoom": 1.3}

    store = FileStore(folder, wishes)
    assert store.load() == (Preferences(None, "contrast", 1.3, reduced_motion=True), "")
    store.change({"profile": "default", "zoom": 1.0})
    assert store.load() == (Preferences(reduced_motion=True), "")


def test_the_system_is_not_asked_when_nothing_is_open(folder: Path) -> None:
    def refuse() -> dict[str, object]:
        raise AssertionError

    save(OTHER, folder)
    assert FileStore(folder, refuse).load() == (OTHER, "")


def test_one_store_keeps_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER, str(folder))
    (folder / FILE).write_text("zoom = 7")
    assert Store().load() == (Preferences(), "")
    assert not Store().change({"zoom": 1.5})
    assert [path.read_text() for path in folder.iterdir()] == ["zoom = 7"]


@pytest.mark.skipif(os.name == "nt", reason="there are no such pipes")
def test_a_pipe_in_place_of_the_file_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / FILE)
    assert load(folder) == (Preferences(), DAMAGED)
    assert not save(OTHER, folder)


def test_preferences_that_are_not_valid_can_not_be_made() -> None:
    with pytest.raises(UserError):
        Preferences(zoom=3)


# -- folders that do not let one ---------------------------------------------------------


def test_a_folder_that_is_a_file_is_done_without(folder: Path) -> None:
    (folder / "file").touch()
    for place in (folder / "file", folder / "file" / "deeper"):
        assert not save(OTHER, place)
        assert load(place) == (Preferences(), DAMAGED)
    assert [path.name for path in folder.iterdir()] == ["file"]


def test_a_folder_in_place_of_the_file_is_done_without(folder: Path) -> None:
    (folder / FILE).mkdir()
    assert load(folder) == (Preferences(), DAMAGED)
    assert not save(OTHER, folder)


def test_a_name_that_is_too_long_is_done_without(folder: Path) -> None:
    assert not save(OTHER, folder / ("x" * 5000))
    assert load(folder / ("x" * 5000)) == (Preferences(), DAMAGED)


def refuse(*_: object, **__: object) -> None:
    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def test_a_file_that_may_not_be_read_is_left_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(OTHER, folder)
    with monkeypatch.context() as patched:
        patched.setattr(os, "open", refuse)
        assert load(folder) == (Preferences(), DAMAGED)
    assert load(folder) == (OTHER, "")


@pytest.mark.parametrize("step", ["mkdir", "touch", "write_bytes", "replace"])
def test_a_folder_that_may_not_be_written_is_done_without(
    step: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(OTHER, folder)
    monkeypatch.setattr(Path, step, refuse)
    assert not save(Preferences(), folder)
    assert load(folder) == (OTHER, "")
    (folder / FILE).open("wb").close()
    with (folder / FILE).open("w") as file:
        file.write("zoom = 7")
    assert load(folder) == (Preferences(), DAMAGED)
    assert not [path for path in folder.iterdir() if path.suffix == ".part"]


@pytest.mark.skipif(os.name == "nt", reason="links are a privilege there")
def test_preferences_may_be_kept_elsewhere_or_nowhere(folder: Path, tmp_path: Path) -> None:
    (folder / FILE).symlink_to(tmp_path / "elsewhere.toml")
    assert save(OTHER, folder)
    assert load(folder) == (OTHER, "")
    assert (folder / FILE).is_symlink()
    (folder / FILE).unlink()
    (folder / FILE).symlink_to("/dev/null")
    assert save(OTHER, folder)
    assert load(folder) == (Preferences(), "")
