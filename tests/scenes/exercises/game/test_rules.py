"""The game: what the mechanics answer, whoever presses what."""

import pytest

from scenes.exercises.game.page import say
from scenes.exercises.game.rules import Attempt, Game, GRACE, ONSET, SLOWER
from sim.model.run import Run
from sim.timing.model import ArmRaise


def play(game: Game, late: float | None, rate: int = 60) -> Attempt:
    """Press for the deep muscles `late` [s] after the movement, None for never."""
    presses = [(max(0.0, -(late or 0.0)), game.press_move)]
    if late is not None:
        presses.append((max(0.0, late), game.press_deep))
    presses.sort(key=lambda press: press[0])
    frames = 0
    while not game.over:
        while presses and frames / rate >= presses[0][0] - 1e-9:
            presses.pop(0)[1]()
        game.update(1 / rate)
        frames += 1
        assert frames < 10 * rate
    return game.attempts[-1]


def again(game: Game) -> Game:
    """Time for the hands to let go."""
    for _ in range(60):
        game.update(1 / 60)
    game.again()
    return game


def test_early_holds_and_late_wobbles() -> None:
    game = Game()
    early = play(game, -0.3)
    assert early.calm
    assert not early.gave_way
    assert say(game) == ("held", ("why_early",))
    late = play(again(game), 0.25)
    assert not late.calm
    assert late.rotation > 1.5 * early.rotation
    assert say(game) == ("wobbled", ("why_late",))
    latest = play(again(game), 0.4)
    assert latest.gave_way
    assert say(game) == ("gave", ("why_late",))
    never = play(again(game), None)
    assert never.gave_way
    assert say(game) == ("gave", ("why_never",))


@pytest.mark.parametrize("late", [-0.2, -0.05, 0.1, 0.3])
def test_the_answer_is_that_of_the_mechanics(late: float) -> None:
    """As if the onset had been known from the beginning, although it is set on the way."""
    watch = Run(ArmRaise({"onset": late / SLOWER}))
    for _ in watch.slices(ArmRaise.duration):
        pass
    attempt = play(Game(), late)
    assert attempt.onset == pytest.approx(late / SLOWER, abs=0.001)
    assert attempt.rotation == pytest.approx(watch.rotation, rel=0.02)


def test_later_never_gets_better() -> None:
    game = Game()
    found = [play(again(game), late).rotation for late in (-0.2, 0.1, 0.2, 0.3, 0.4)]
    assert found == sorted(found)
    assert len({round(value, 1) for value in found}) == 5


def test_slow_frames_change_nothing_much() -> None:
    assert play(Game(), 0.2, rate=20).rotation == pytest.approx(
        play(Game(), 0.2, rate=60).rotation, rel=0.05
    )


def test_a_press_that_was_let_go_long_ago_does_not_count() -> None:
    game = Game()
    game.press_deep()
    for _ in range(round(60 * (GRACE + 0.2))):
        game.update(1 / 60)
    assert game.since_deep is None
    assert play(game, None).onset is None


def test_a_press_that_is_held_counts_and_does_not_begin_the_next_try() -> None:
    game = Game()
    for frame in range(60 * 5):
        game.press_deep()
        if frame == 150:
            game.press_move()
        game.update(1 / 60)
    assert game.over
    assert [attempt.calm for attempt in game.attempts] == [True]
    for _ in range(60):
        game.update(1 / 60)
    game.press_deep()
    assert not game.over
    assert game.since_deep == 0


def test_an_onset_stays_in_the_range_of_the_model() -> None:
    game = Game()
    play(game, -GRACE / 2)
    assert game.model.settings["onset"] == ONSET.low
    play(again(game), 0.8)
    assert game.model.settings["onset"] == ONSET.high
