"""Damages files of every kind, and kills every writer, many times over.

`mutants` has each reader take damaged files: it takes one, or says in one sentence that it
can't. `kills` ends writers at random moments: what they wrote is whole, old or new, and
nothing is left behind by the time it has been written once more. Both give rows for a
table; equal seeds give equal mutants.
"""

import os
import random
import re
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from scenes import preferences
from scenes.assets import EXERCISES, PRESETS, TEXT
from scenes.exercises import catalogue
from scenes.experiment.preset import read_preset
from scenes.preferences import DAMAGED, Preferences
from scenes.shell.links.address import asked_by, left_out
from scenes.text import words
from sim.catalogue import SCENES
from sim.parameter import UserError
from sim.share import encode
from sim.spine import muscles
from sim.study.journal import Journal
from tests.harness.damaged_files import mutant
from tests.harness.rows import Row
from tests.harness.zygote import Zygote
from tests.scenes.shell.links.read import read

SLOW = 5.0  # s that no reader may take
PLACE = re.compile(r"\{(\w+)\}")
ROWS = {n: {"max_rotation_deg": n / 3, "fell_at_s": None, "standing": True} for n in range(5)}
SHARED = "blocks?blocks=5&press=100&push=2&tape=1,2l&crown_curvature=25"


@dataclass(frozen=True)
class Kind:
    """A kind of file: a good one, and all that the program does with it.

    `use` gets the path of a damaged one. It raises UserError where it refuses that, and
    AssertionError where it takes it for what it is not.
    """

    name: str
    good: bytes
    use: Callable[[Path], None]


def _journal(path: Path) -> None:
    for _ in range(2):  # what was damaged once is no longer
        journal = Journal(path, "name")
        assert journal.rows.items() <= ROWS.items()
        journal.add(1, ROWS[1])
        journal.close()
    assert journal.damaged == journal.others == 0
    path.unlink()


def _good_journal() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "journal"
        journal = Journal(path, "name")
        for index, row in ROWS.items():
            journal.add(index, row)
        journal.close()
        return path.read_bytes()


def _preferences(path: Path) -> None:
    path = path.replace(path.with_name(preferences.FILE))
    aside = path.with_name(f"{preferences.FILE}.damaged")
    aside.unlink(missing_ok=True)
    data = path.read_bytes()
    store = preferences.FileStore(path.parent)
    found, trouble = store.load()
    assert store.load() == (found, "")
    if trouble:
        assert (trouble, found) == (DAMAGED, Preferences())
        assert aside.read_bytes() == data
        raise UserError(trouble)


def _share(path: Path) -> None:
    asked = asked_by(path.read_text("latin-1"))
    if asked.left_out or asked.scene is None:
        raise UserError(left_out(words.Words("en"), asked) or "no scene")
    settings = SCENES[asked.scene].check(asked.settings)
    assert read(encode(asked.scene, settings)) == (asked.scene, settings)


def _text(path: Path) -> None:
    with _instead(words, "TEXT", path.parent, words.table):
        path.replace(path.with_name("en.toml"))
        damaged = words.Words("en")
        for key, text in GOOD_TEXT.items():
            places = dict.fromkeys(PLACE.findall(text), "1")
            assert isinstance(damaged(key, **places), str)


def _exercises(path: Path) -> None:
    with _instead(catalogue, "EXERCISES", path, catalogue.exercises):
        for name, exercise in catalogue.exercises().items():
            assert catalogue.find(name) is exercise
            assert exercise.dose.words(words.Words("en"), sided=exercise.sided)


def _strands(path: Path) -> None:
    from sim.spine import anatomy

    with _instead(muscles, "STRANDS", path, muscles.muscles, anatomy.strand_places):
        for muscle, (*_, length) in zip(muscles.muscles(), anatomy.strand_places(), strict=True):
            assert 0 < length < 1e12
            assert muscle.fmax > 0


@contextmanager
def _instead(
    module: object, name: str, value: Path, *cached: "Callable[[], object]"
) -> Iterator[None]:
    """Another file in the place of one of the program's own; nothing of it is remembered."""

    def forget() -> None:
        for one in cached:
            one.cache_clear()  # type: ignore[attr-defined]

    forget()
    try:
        with patch.object(module, name, value):
            yield
    finally:
        forget()


GOOD_TEXT = dict(words.table("en"))
KINDS = (
    Kind("journal of a sweep", _good_journal(), _journal),
    Kind("preferences", b'language = "nl"\nprofile = "contrast"\nzoom = 1.5\n', _preferences),
    Kind("preset", (PRESETS / "taped.toml").read_bytes(), lambda path: void(read_preset(path))),
    Kind("share string", SHARED.encode(), _share),
    Kind("texts", (TEXT / "en.toml").read_bytes(), _text),
    Kind("exercises", EXERCISES.read_bytes(), _exercises),
    Kind("strands", muscles.STRANDS.read_bytes(), _strands),
)


def void(_: object) -> None:
    """Do no more with it."""


def mutants(count: int, seed: int) -> list[Row]:
    """So many damaged files in all, of every kind as many: a row for each kind."""
    rows = []
    for number, kind in enumerate(KINDS):
        row = Row(kind.name)
        rows.append(row)
        for attempt in range(number, count, len(KINDS)):
            data = mutant(kind.good, random.Random(f"{seed} {attempt}"))
            row.tried += 1
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / "damaged"
                path.write_bytes(data)
                start = time.perf_counter()
                end, wrong = _end(kind, path)
            took = time.perf_counter() - start
            if not wrong and took > SLOW:
                wrong = f"took {took:.1f} s"
            if wrong:
                row.wrong.append(f"{kind.name}, seed {seed}, mutant {attempt}: {wrong}")
            else:
                row.ends[end] += 1
    return rows


def _end(kind: Kind, path: Path) -> tuple[str, str]:
    """How a reader ends: what it did, and what is wrong with that."""
    try:
        kind.use(path)
    except UserError as error:
        said = str(error)
        return "refused in one sentence", "" if said and "\n" not in said else repr(said)
    except (Exception, RecursionError) as error:
        return "", f"{type(error).__name__}: {error}"
    return "taken", ""


def kills(count: int, seed: int) -> list[Row]:
    """So many killed writers in all, of every kind as many: a row for each kind.

    No rows where processes can not be forked.
    """
    if not hasattr(os, "fork"):
        return []
    from tests.harness.writers import WRITERS

    rows = []
    with Zygote() as zygote:
        for number, (name, writer) in enumerate(WRITERS.items()):
            row = Row(name)
            rows.append(row)
            for attempt in range(number, count, len(WRITERS)):
                draw = random.Random(f"{seed} {attempt}")
                row.tried += 1
                with tempfile.TemporaryDirectory() as folder:
                    zygote.kill(name, folder, draw.uniform(0.0, writer.usual))
                    try:
                        row.ends[writer.check(Path(folder))] += 1
                    except (AssertionError, UserError, OSError) as error:
                        row.wrong.append(f"{name}, seed {seed}, kill {attempt}: {error!r}")
    return rows
