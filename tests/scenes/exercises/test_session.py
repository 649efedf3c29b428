"""A session keeps doses within what is possible."""

from scenes.exercises.catalogue import find, MOST, PARTS
from scenes.exercises.session import Session


def test_a_session_keeps_doses_within_what_is_possible() -> None:
    session = Session()
    for part in PARTS:
        for by in (-100, 100):
            session.change("plank", part, by)
            assert getattr(session.dose("plank"), part) in (1, MOST[part])
    assert session.dose("bridge") == find("bridge").dose
