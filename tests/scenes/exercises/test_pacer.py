"""The pacer counts right, by simulated time alone."""

import pytest

from scenes.exercises.catalogue import Dose, exercises, find
from scenes.exercises.pacer import beats, Pacer, PREPARE, REST
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


@pytest.mark.parametrize("step", [1 / 60, 1 / 7, 2.3])
def test_what_is_shown_stays_in_its_range_whatever_the_frames(step: float) -> None:
    pacer = Pacer(Dose(2, 2, 5), 2, "through")
    while not pacer.done:
        for share in (pacer.ring, pacer.share, pacer.lungs):
            assert 0 <= share <= 1
        assert pacer.says in table("nl")
        pacer.update(step)
    assert pacer.says == "exercises.done"
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
    while not pacer.done:
        pacer.update(1 / 60)
        assert abs(pacer.share - before) < 0.03 or pacer.done
        before = pacer.share


def test_paused_it_stands() -> None:
    pacer = Pacer(Dose(1, 1, 5), 1, "through")
    pacer.update(5.0)
    pacer.paused = True
    before = (pacer.count, pacer.ring, pacer.share)
    pacer.update(60.0)
    assert (pacer.count, pacer.ring, pacer.share) == before
    assert pacer.says == "exercises.paused"
