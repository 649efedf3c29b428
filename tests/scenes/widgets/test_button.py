"""Buttons and switches: pressed by mouse, finger and keys."""

from collections.abc import Callable

import pygame
import pytest

from scenes.widgets.button import Button
from scenes.widgets.group import Group
from scenes.widgets.switch import Switch
from scenes.widgets.switch_card import SwitchCard
from scenes.widgets.widget import Pressable
from tests.scenes.widgets.gestures import click, down, move, press, up

BOX = pygame.Rect(100, 100, 200, 48)
Make = Callable[[list[object]], Pressable]
MAKERS: dict[str, Make] = {
    "plain": lambda told: Button("go", on_press=lambda: told.append("x")),
    "primary": lambda told: Button("go", kind="primary", on_press=lambda: told.append("x")),
    "toggle": lambda told: Button("go", kind="toggle", on_press=lambda: told.append("x")),
    "round": lambda told: Button(icon="help", kind="round", on_press=lambda: told.append("x")),
    "text": lambda told: Button("go", kind="text", on_press=lambda: told.append("x")),
    "row": lambda told: Button("go", kind="row", on_press=lambda: told.append("x")),
    "switch": lambda told: Switch("go", on_change=told.append),
    "tape": lambda told: SwitchCard("tape", "off", "on", on_change=told.append),
}


@pytest.fixture(params=MAKERS, ids=str)
def made(request: pytest.FixtureRequest) -> tuple[Pressable, list[object]]:
    told: list[object] = []
    widget = MAKERS[request.param](told)
    widget.rect = BOX.copy()
    return widget, told


def test_mouse_acts_on_release(made: tuple[Pressable, list[object]]) -> None:
    widget, told = made
    group = Group([widget])
    assert down(group, BOX.center)
    assert widget.pressed
    assert told == []
    up(group, BOX.center)
    assert len(told) == 1
    assert not widget.pressed


@pytest.mark.parametrize("corner", [BOX.topleft, (BOX.right - 1, BOX.bottom - 1)])
def test_a_finger_on_the_edge_counts(
    made: tuple[Pressable, list[object]], corner: tuple[int, int]
) -> None:
    widget, told = made
    click(Group([widget]), corner, touch=True)
    assert len(told) == 1


def test_release_outside_does_nothing_and_coming_back_does(
    made: tuple[Pressable, list[object]],
) -> None:
    widget, told = made
    group = Group([widget])
    down(group, BOX.center)
    move(group, (0, 0))
    assert not widget.pressed
    move(group, BOX.center)
    assert widget.pressed
    move(group, (0, 0))
    up(group, (0, 0))
    assert told == []
    down(group, BOX.center)
    move(group, (0, 0))
    up(group, BOX.center)
    assert len(told) == 1


@pytest.mark.parametrize("key", [pygame.K_SPACE, pygame.K_RETURN, pygame.K_KP_ENTER])
def test_keys_act(made: tuple[Pressable, list[object]], key: int) -> None:
    widget, told = made
    group = Group([widget])
    press(group, pygame.K_TAB)
    assert press(group, key)
    assert len(told) == 1
    assert not press(group, key, pygame.KMOD_ALT)
    assert not press(group, pygame.K_a)
    assert len(told) == 1


def test_held_key_counts_once(made: tuple[Pressable, list[object]]) -> None:
    widget, told = made
    repeat = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_SPACE, mod=0)
    for _ in range(5):
        widget.handle(repeat)
    assert len(told) == 1
    assert widget.pressed
    widget.handle(pygame.event.Event(pygame.KEYUP, key=pygame.K_SPACE, mod=0))
    assert not widget.pressed


def test_disabled_does_nothing(made: tuple[Pressable, list[object]]) -> None:
    widget, told = made
    widget.enabled = False
    group = Group([widget])
    click(group, BOX.center)
    click(widget, BOX.center)
    press(group, pygame.K_TAB)
    press(widget, pygame.K_SPACE)
    assert told == []
    assert group.focus is None


def test_other_buttons_do_nothing(made: tuple[Pressable, list[object]]) -> None:
    widget, told = made
    group = Group([widget])
    for button in (2, 3, 4, 5):
        down(group, BOX.center, button=button)
        up(group, BOX.center, button=button)
    assert told == []


def test_stray_release_does_nothing(made: tuple[Pressable, list[object]]) -> None:
    widget, told = made
    up(widget, BOX.center)
    assert told == []


def test_toggles_keep_their_state() -> None:
    told: list[object] = []
    for widget in (Button("go", kind="toggle"), Switch("go"), SwitchCard("t", "off", "on")):
        widget.rect = BOX.copy()
        states = []
        for _ in range(2):
            click(widget, BOX.center)
            states.append(widget.on)
        assert states == [True, False]
    assert told == []


def test_words() -> None:
    assert Button("go").describe() == "go"
    assert Button(icon="help", name="Help").describe() == "Help"
    assert Switch("bones").describe() == "bones"
    assert SwitchCard("Tape", "is off", "is on", on=True).describe() == "Tape: is on"
