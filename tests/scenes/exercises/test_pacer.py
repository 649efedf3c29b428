"""The pacer counts right, by simulated time alone."""

import pytest

from scenes.exercises.catalogue import Dose, exercises, find
from scenes.exercises.pacer import beats, GAP, Pacer, PREPARE, REST
from scenes.text.words import table


def test_ten_times_ten() -> None:
    dose = find("draw_in").dose
    pacer = Pacer(dose, 1, "through")
    counted: list[list[int]] = []
    kinds: list[str] = []
    seconds = 0.0
    while not pacer.done:
        if not kinds or kinds[-1] != pacer.beat.kind:
            kinds.append(pacer.beat.kind)
            counted.append([])
        if not counted[-1] or counted[-1][-1] != pacer.count:
            counted[-1].append(pacer.count)
        pacer.update(1 / 60)
        seconds += 1 / 60
    assert kinds == ["prepare", "hold"] * 10
    assert counted[1::2] == [list(range(1, 11))] * 10
    assert counted[0::2] == [list(range(int(PREPARE), 0, -1))] * 10
    assert seconds == pytest.approx(10 * (PREPARE + 10), abs=0.1)


@pytest.mark.parametrize("name", list(exercises()))
def test_all_holds_of_a_dose_are_counted(name: str) -> None:
    exercise = find(name)
    found = beats(exercise.dose, exercise.sides)
    holds = [beat for beat in found if beat.kind == "hold"]
    assert len(holds) == exercise.dose.sets * exercise.sides * exercise.dose.repetitions
    assert {beat.seconds for beat in holds} == {exercise.dose.seconds}
    rests = [beat for beat in found if beat.kind == "rest"]
    assert len(rests) == exercise.dose.sets * exercise.sides - 1
    assert all(beat.seconds == REST for beat in rests)


@pytest.mark.parametrize("step", [1 / 60, 1 / 7, 0.9])
def test_what_is_shown_stays_in_its_range_whatever_the_frames(step: float) -> None:
    pacer = Pacer(Dose(2, 2, 5), 2, "through")
    while not pacer.done:
        for share in (pacer.ring, pacer.share, pacer.lungs):
            assert 0 <= share <= 1
        assert pacer.says in table("nl")
        pacer.update(step)
    assert pacer.says == "exercises.done"
    while pacer.moves:
        pacer.update(step)
    assert pacer.share == 0


@pytest.mark.parametrize("seconds", [1, 2, 4, 6, 10, 15, 20, 60])
@pytest.mark.parametrize("breath", ["through", "out"])
def test_breath_goes_on_without_a_jump(seconds: int, breath: str) -> None:
    pacer = Pacer(Dose(1, 3, seconds), 1, breath)
    before = pacer.lungs
    while not pacer.done:
        pacer.update(1 / 240)
        assert abs(pacer.lungs - before) < 0.02
        before = pacer.lungs


def test_the_figure_moves_without_a_jump() -> None:
    pacer = Pacer(Dose(2, 2, 4), 2, "through")
    before = pacer.share
    while pacer.moves:  # to the very end, where the figure goes back
        pacer.update(1 / 60)
        assert abs(pacer.share - before) < 0.03
        before = pacer.share
    assert pacer.done
    assert pacer.share == 0


def test_paused_it_stands() -> None:
    pacer = Pacer(Dose(1, 1, 5), 1, "through")
    for _ in range(5):
        pacer.update(1.0)
    pacer.pause()
    before = (pacer.count, pacer.ring, pacer.share)
    pacer.update(0.5)
    assert (pacer.count, pacer.ring, pacer.share) == before
    assert pacer.says == "exercises.paused"


@pytest.mark.parametrize("gap", [GAP + 0.1, 5.0, 3600.0])
def test_a_gap_in_time_is_not_counted_but_said(gap: float) -> None:
    pacer = Pacer(Dose(1, 1, 5), 1, "through")
    for _ in range(5):
        pacer.update(GAP)
    before = (pacer.count, pacer.ring, pacer.share)
    pacer.update(gap)
    assert (pacer.count, pacer.ring, pacer.share) == before
    assert pacer.says == "exercises.interrupted"
    pacer.pause()
    pacer.update(0.5)
    assert pacer.says == "exercises.hold_out"
    assert pacer.ring > before[1]
    pacer.pause()
    assert pacer.says == "exercises.paused"


def test_a_first_picture_that_takes_long_stops_no_count() -> None:
    pacer = Pacer(Dose(1, 2, 5), 1, "through")
    pacer.update(1.5)
    assert (pacer.paused, pacer.time) == (False, 0.0)
    pacer.update(0.5)
    pacer.update(1.5)
    assert (pacer.paused, pacer.time) == (True, 0.5)


def test_an_exercise_that_follows_another_begins_with_a_rest() -> None:
    pacer = Pacer(Dose(1, 2, 3), 1, "through", rested=True)
    assert (pacer.beat.kind, pacer.says) == ("rest", "exercises.rest_first")
    assert pacer.share == 0
    assert [beat.kind for beat in pacer.beats] == ["rest", *["prepare", "hold"] * 2]


def test_going_to_the_other_side_at_the_end_moves_nothing() -> None:
    pacer = Pacer(Dose(1, 1, 3), 2, "through")
    pacer.other_side()
    pacer.other_side()
    assert pacer.done
    assert pacer.share == 0
