"""The slider: tapped, dragged, by keys, and always on a step in its range."""

from itertools import pairwise

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenes.draw.look import Look
from scenes.draw.palette import DEFAULT
from scenes.widgets.group import Group
from scenes.widgets.slider import Slider
from tests.scenes.widgets.gestures import click, down, drag, move, press, up

BOX = pygame.Rect(100, 100, 226, 66)  # 200 pixels for the knob at zoom 1


def push_steps(value: float) -> float:
    """Fine for small pushes, coarse for large ones."""
    if value < 1:
        return round(value, 1)
    return round(value * 2) / 2 if value < 10 else float(round(value))


def make(**options: object) -> tuple[Slider, list[float]]:
    told: list[float] = []
    slider = Slider("Hands", 0, 100, 5, on_change=told.append, **options)  # type: ignore[arg-type]
    slider.place(BOX, Look(DEFAULT))
    return slider, told


@pytest.mark.parametrize("y", [BOX.top + 1, BOX.centery, BOX.bottom - 1])
def test_tap_anywhere_jumps(y: int) -> None:
    slider, told = make()
    click(slider, (213, y))
    assert told == [50]
    assert not slider.pressed


def test_drag_goes_on_off_axis_and_past_the_ends() -> None:
    slider, told = make()
    drag(Group([slider]), [(113, 150), (163, 700), (900, 0), (213, -50)])
    assert told == [25, 100, 50]
    assert slider.value == 50


def test_knob_held_off_centre_does_not_jump() -> None:
    slider, told = make(value=50)
    down(slider, (221, 150))
    assert told == []
    move(slider, (231, 150))
    up(slider, (231, 150))
    assert told == [55]


def test_keys() -> None:
    slider, told = make(value=50)
    keys = {
        pygame.K_RIGHT: 55,
        pygame.K_UP: 60,
        pygame.K_LEFT: 55,
        pygame.K_DOWN: 50,
        pygame.K_PAGEUP: 60,
        pygame.K_PAGEDOWN: 50,
        pygame.K_END: 100,
        pygame.K_HOME: 0,
    }
    for key, value in keys.items():
        assert press(slider, key)
        assert slider.value == value
    assert told == list(keys.values())
    assert not press(slider, pygame.K_SPACE)
    assert not press(slider, pygame.K_RIGHT, pygame.KMOD_ALT)
    assert slider.value == 0


def test_page_is_at_least_a_step_and_can_be_given() -> None:
    coarse = Slider("x", 0, 4, 1)
    press(coarse, pygame.K_PAGEUP)
    assert coarse.value == 1
    given_step, _ = make(big_step=25)
    press(given_step, pygame.K_PAGEUP)
    assert given_step.value == 25


def test_no_change_is_not_told() -> None:
    slider, told = make(value=0)
    press(slider, pygame.K_HOME)
    press(slider, pygame.K_LEFT)
    slider.value = 70
    assert told == []


def test_disabled_does_nothing() -> None:
    slider, told = make(value=50)
    slider.enabled = False
    drag(slider, [(113, 150), (300, 150)])
    press(slider, pygame.K_END)
    assert told == []
    assert slider.value == 50


def test_right_button_is_not_ours() -> None:
    slider, told = make()
    assert not down(slider, (213, 150), button=3)
    assert told == []


def test_push_scale_resolves_small_pushes() -> None:
    slider = Slider("Finger", 0, 50, 0.1, value=0.3, power=3, snap=push_steps)
    slider.place(pygame.Rect(0, 0, 316, 66), Look(DEFAULT))
    # Every tenth of a newton below 1 N has a pixel of its own.
    pixels = [slider.fraction(tenth / 10) * 290 for tenth in range(1, 11)]
    assert min(b - a for a, b in pairwise(pixels)) > 1
    press(slider, pygame.K_RIGHT)
    assert slider.value == 0.4
    slider.value = 20
    press(slider, pygame.K_RIGHT)
    assert slider.value == 21
    press(slider, pygame.K_LEFT)
    press(slider, pygame.K_LEFT)
    assert slider.value == 19
    assert slider.fraction(slider.low) == 0
    assert slider.fraction(slider.high) == 1


def test_shift_goes_a_tenth_of_what_an_arrow_goes_there() -> None:
    slider = Slider("Finger", 0, 50, 0.1, value=0.3, power=3, snap=push_steps, fine=True)
    slider.place(pygame.Rect(0, 0, 316, 66), Look(DEFAULT))
    shift = pygame.KMOD_RSHIFT
    for start, key, fine, coarse in (
        (0.3, pygame.K_RIGHT, 0.31, 0.4),
        (0.3, pygame.K_LEFT, 0.29, 0.2),
        (5.0, pygame.K_UP, 5.05, 5.5),
        (20.0, pygame.K_RIGHT, 20.1, 21.0),
        (20.0, pygame.K_DOWN, 19.9, 19.0),
        (10.0, pygame.K_DOWN, 9.95, 9.5),
        (49.9, pygame.K_RIGHT, 50.0, 50.0),
    ):
        slider.value = start
        press(slider, key, shift)
        assert slider.value == pytest.approx(fine)
        press(slider, key)  # never back, and on to where drags get as well
        assert slider.value == pytest.approx(coarse)
        assert slider.value == slider.snapped(slider.value)
    slider.value = 0.4
    press(slider, pygame.K_PAGEUP, shift)
    page = slider.value
    slider.value = 0.4
    press(slider, pygame.K_PAGEUP)
    assert slider.value == page


def test_without_values_between_steps_shift_goes_a_step() -> None:
    slider, told = make(value=50)
    press(slider, pygame.K_RIGHT, pygame.KMOD_LSHIFT)
    assert told == [55]


def test_no_page_goes_the_other_way() -> None:
    slider = Slider("x", 0, 4, 1, fine=True)
    for start, key, way in ((0.1, pygame.K_PAGEUP, 1), (3.9, pygame.K_PAGEDOWN, -1)):
        slider.value = start
        press(slider, key)
        assert (slider.value - start) * way > 0


@pytest.mark.parametrize(("low", "high", "step"), [(1, 1, 1), (2, 1, 1), (0, 1, 0), (0, 1, -1)])
def test_impossible_ranges_are_refused(low: float, high: float, step: float) -> None:
    with pytest.raises(ValueError, match=str(low)):
        Slider("x", low, high, step)


def test_words() -> None:
    slider = Slider("Hands", 0, 9, 1, value=3, text=lambda v: f"{v:g} N", note="long muscles")
    assert slider.describe() == "Hands: 3 N, long muscles"


KEYS = [
    pygame.K_LEFT,
    pygame.K_RIGHT,
    pygame.K_UP,
    pygame.K_DOWN,
    pygame.K_PAGEUP,
    pygame.K_PAGEDOWN,
    pygame.K_HOME,
    pygame.K_END,
    pygame.K_SPACE,
]
POSITIONS = st.tuples(st.integers(-50, 500), st.integers(-50, 300))
EVENTS = st.lists(
    st.one_of(
        st.tuples(st.just("key"), st.sampled_from(KEYS)),
        st.tuples(st.just("drag"), st.lists(POSITIONS, min_size=1, max_size=4)),
        st.tuples(st.just("set"), st.floats(-1e6, 1e6)),
    ),
    max_size=12,
)


@settings(max_examples=100, deadline=None)
@given(
    actions=EVENTS,
    low=st.integers(-100, 100),
    steps=st.integers(1, 500),
    step=st.sampled_from([0.1, 0.25, 1.0, 5.0]),
    power=st.sampled_from([1.0, 2.0, 3.0]),
)
def test_value_stays_on_a_step_in_range(
    actions: list[tuple[str, object]], low: int, steps: int, step: float, power: float
) -> None:
    slider = Slider("x", low, low + steps * step, step, power=power)
    slider.place(BOX, Look(DEFAULT))
    group = Group([slider])
    press(group, pygame.K_TAB)
    for kind, what in actions:
        if kind == "key":
            press(group, what)  # type: ignore[arg-type]
        elif kind == "drag":
            drag(group, what)  # type: ignore[arg-type]
        else:
            slider.value = what  # type: ignore[assignment]
        assert slider.low <= slider.value <= slider.high
        count = (slider.value - low) / step
        assert abs(count - round(count)) < 1e-6
        assert 0 <= slider.fraction(slider.value) <= 1
