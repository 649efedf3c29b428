"""Random events, damaged files, killed writers: the small version of `python -m bench --soak`."""

from tests.harness.files import kills, mutants
from tests.harness.pairs import pairs
from tests.harness.random_events import events


def test_damaged_files_of_every_kind_are_taken_or_refused_in_one_sentence() -> None:
    rows = mutants(700, seed=15)
    assert [line for row in rows for line in row.wrong] == []
    assert sum(row.tried for row in rows) == 700
    never_refused = [row.kind for row in rows if not row.ends["refused in one sentence"]]
    assert never_refused == ["journal of a sweep"]  # what is damaged there is done again


def test_killed_writers_leave_what_is_whole() -> None:
    rows = kills(60, seed=15)
    assert [line for row in rows for line in row.wrong] == []


def test_a_restless_person_breaks_nothing_in_any_scene() -> None:
    rows = events(14_000, seed=15)
    assert [line for row in rows for line in row.wrong] == []
    assert sum(row.tried for row in rows) == 14_000


def test_all_pairs_of_actions_in_one_picture_are_safe() -> None:
    done = list(pairs(7, share=0.12))
    assert len(done) > 150
