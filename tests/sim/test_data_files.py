"""Files that are read: damage is one sentence with the file and its line, and nothing waits."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from sim.data_files import json_of, line_of, read_table, rows_of, toml_of
from sim.parameter import UserError


def said(path: Path, data: bytes, read: Callable[[Path], object]) -> str:
    path.write_bytes(data)
    with pytest.raises(UserError) as error:
        read(path)
    assert "\n" not in str(error.value)
    return str(error.value)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"a = 1\nb =\n", "'x' is damaged: Invalid value (at line 2"),
        (b"a = 1\n\nb = '\xff'\n", "'x' is damaged in line 3: it is not text in UTF-8"),
        (b"a = " + b"[" * 5000, "'x' is damaged: it is nested too deeply"),
        (b"a = 1\na = 2\n", "Cannot overwrite a value"),
    ],
)
def test_a_table_that_is_damaged(data: bytes, why: str, tmp_path: Path) -> None:
    for read in (read_table, toml_of):
        assert why in said(tmp_path / "x", data, read)


def test_a_table_of_the_user_is_small(tmp_path: Path) -> None:
    data = b"#" * 10_001
    assert said(tmp_path / "x", data, read_table) == "'x' is damaged: it is too long"
    assert toml_of(tmp_path / "x") == {}


def test_marks_that_editors_put_first_are_no_damage(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes("\ufeffa = 1\r\n".encode())
    assert read_table(tmp_path / "x") == {"a": 1}


def test_json_that_is_damaged_or_lacks_something(tmp_path: Path) -> None:
    assert "line 2 column 1" in said(tmp_path / "x", b'{"a":\n}', json_of)
    (tmp_path / "x").write_bytes(b'{"a": {}}')
    with pytest.raises(UserError, match="'x' is damaged: 'b' is missing"):
        json_of(tmp_path / "x")["a"]["b"]


@pytest.mark.parametrize("row", [b"1", b"1,2,3", b'"1,2', b'"1"2,3'])
def test_rows_that_are_damaged(row: bytes, tmp_path: Path) -> None:
    why = said(tmp_path / "x", b"a,b\n1,2\n" + row + b"\n", lambda path: [*rows_of(path)])
    assert why.startswith("'x' is damaged in line 3: ")


def test_the_line_of_a_name(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_text('[one]\nlonger = 1\n"long" = 2\n [two]\n')
    found = {name: line_of(path, name) for name in ("one", "long", "two", "three")}
    assert found == {"one": 1, "long": 3, "two": 4, "three": None}
    assert line_of(tmp_path / "missing", "one") is None


@pytest.mark.skipif(os.name == "nt", reason="there are no such pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x")
    with pytest.raises(OSError, match="it is not a file"):
        read_table(tmp_path / "x")
    for read in (toml_of, json_of):
        with pytest.raises(UserError, match=r"can not read '.*': it is not a file"):
            read(tmp_path / "x")
