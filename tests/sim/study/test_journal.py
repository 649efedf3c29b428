"""The journal of a sweep: what is damaged is done again, and nobody else writes in it."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sim.parameter import UserError
from sim.study.execute import write_sweep
from sim.study.journal import Journal
from sim.study.plan import plan
from tests.terminal import ROOT

ROWS = {index: {"largest": index / 3, "fell": None, "stands": True} for index in range(4)}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal with all of `ROWS`."""
    journal = Journal(tmp_path / "journal", "name")
    for index, row in ROWS.items():
        journal.add(index, row)
    journal.close()
    return tmp_path / "journal"


def test_whatever_is_cut_off_costs_the_half_written_row_alone(path: Path) -> None:
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        journal = Journal(path, "name")
        assert len(journal.rows) == whole[:length].count(b"\n")
        assert journal.damaged == (whole[:length][-1:] not in (b"", b"\n"))
        journal.add(7, [1.5, 2.5])
        journal.close()
        again = Journal(path, "name")
        assert (again.rows, again.damaged) == (journal.rows, 0)
        again.remove()
        assert not path.exists()


@pytest.mark.parametrize("value", [0, ord("0"), ord("9"), ord("\n"), ord("\r"), ord(" "), 255])
def test_whatever_byte_is_damaged_costs_the_rows_that_it_is_in(value: int, path: Path) -> None:
    whole = path.read_bytes()
    for at in range(len(whole)):
        if whole[at] == value:
            continue
        path.write_bytes(whole[:at] + bytes([value]) + whole[at + 1 :])
        journal = Journal(path, "name")
        assert journal.rows.items() <= ROWS.items()
        assert len(journal.rows) >= len(ROWS) - 2
        assert journal.damaged
        for index in ROWS.keys() - journal.rows.keys():
            journal.add(index, ROWS[index])
        journal.close()
        again = Journal(path, "name")
        assert (again.rows, again.damaged) == (ROWS, 0)
        again.close()


def test_rows_of_another_sweep_are_dropped_and_counted(path: Path) -> None:
    other = Journal(path, "another")
    assert (other.rows, other.others, other.damaged) == ({}, len(ROWS), 0)
    other.add(0, 1)
    other.close()
    again = Journal(path, "another")
    assert (again.rows, again.others) == ({0: 1}, 0)
    again.remove()


def test_an_empty_journal_goes_when_it_is_closed(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal", "name")
    assert (tmp_path / "journal").exists()
    journal.close()
    journal.close()
    assert not (tmp_path / "journal").exists()


def test_only_one_has_a_journal(path: Path) -> None:
    first = Journal(path, "name")
    for name in ("name", "another"):
        with pytest.raises(UserError, match="another sweep is using"):
            Journal(path, name)
    assert path.read_bytes()
    first.close()
    Journal(path, "name").remove()
    assert not path.exists()


def test_the_lock_ends_with_its_process_however_that_ends(path: Path) -> None:
    code = (
        "import pathlib, sys, time; from sim.study.journal import Journal\n"
        "journal = Journal(pathlib.Path(sys.argv[1]), 'name'); print(1, flush=True)\n"
        "time.sleep(60)"
    )
    command = [sys.executable, "-c", code, str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as holding:
        assert holding.stdout
        holding.stdout.readline()
        with pytest.raises(UserError, match="another sweep is using"):
            Journal(path, "name")
        holding.kill()
    journal = Journal(path, "name")
    assert journal.rows == ROWS
    journal.close()


def test_who_waited_at_a_journal_that_is_removed_gets_a_new_one(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is opened, and gone by the time that it can be locked."""
    from sim.study import journal as module

    real = module._lock
    calls: list[int] = []

    def lock(descriptor: int, at: Path) -> None:
        if not calls:
            at.unlink()
        calls.append(descriptor)
        real(descriptor, at)

    monkeypatch.setattr(module, "_lock", lock)
    journal = Journal(path, "name")
    assert (journal.rows, len(calls)) == ({}, 2)
    journal.add(0, 1)
    assert path.read_bytes()
    journal.close()


@pytest.mark.skipif(os.name == "nt", reason="there are no such pipes")
def test_what_is_no_file_is_no_journal(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for name, why in (("folder", "Is a directory"), ("pipe", "it is not a file")):
        with pytest.raises(UserError, match=why):
            Journal(tmp_path / name, "name")


# -- in a sweep ------------------------------------------------------------------------


def test_a_sweep_does_again_what_is_damaged_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    planned = plan("timing", "onset", (0, 0.2), 5, {}, duration=0.05, engine="contacts")
    table, kept = tmp_path / "sweep.csv", tmp_path / ".sweep.csv.sweep"
    write_sweep(planned, jobs=1, csv=table)
    whole = table.read_bytes()
    journal = Journal(kept, planned.name())
    wrong = {"max_rotation_deg": 9.0, "max_displacement_mm": 9.0, "fell_at_s": None}
    for index in range(3):
        journal.add(index, [{**wrong, "standing": True}])
    journal.close()
    data = kept.read_bytes()
    kept.write_bytes(data.replace(b"9.0", b"8.0"))
    write_sweep(planned, jobs=1, csv=table)
    assert table.read_bytes() == whole
    assert capsys.readouterr().err == (
        f"spinestack: in {str(kept)!r} 3 lines are not whole: what they kept is done again\n"
    )
    assert not kept.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has other signals")
def test_a_second_sweep_with_the_same_table_is_refused_while_the_first_runs(tmp_path: Path) -> None:
    table = tmp_path / "sweep.csv"
    (tmp_path / "link.csv").symlink_to(table)
    command = [sys.executable, str(ROOT / "run.py"), "sweep", "timing", "--vary", "onset"]
    command += ["--from", "0", "--steps", "300", "--duration", "0.1", "--jobs", "1"]
    command += ["--engine", "contacts"]
    first = subprocess.Popen([*command, "--to", "0.2", "--csv", str(table)], stderr=-3, stdout=-3)
    while not (tmp_path / ".sweep.csv.sweep").exists() and first.poll() is None:
        pass
    try:
        for name in ("sweep.csv", "link.csv"):
            second = subprocess.run(
                [*command, "--to", "0.1", "--csv", str(tmp_path / name)],
                capture_output=True,
                text=True,
                check=False,
            )
            assert (second.returncode, second.stdout) == (2, "")
            assert second.stderr.startswith("spinestack: another sweep is using ")
            assert second.stderr.count("\n") == 1
        assert first.poll() is None
    finally:
        first.send_signal(signal.SIGKILL)
        first.wait(30)
