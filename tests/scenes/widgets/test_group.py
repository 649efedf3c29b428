"""A group of widgets: focus, hover, presses, and a dialog that takes everything."""

import pygame
import pytest

from scenes.draw.look import Look
from scenes.widgets.button import Button
from scenes.widgets.group import Group
from scenes.widgets.slider import Slider
from scenes.widgets.widget import Widget
from tests.scenes.widgets.gestures import click, down, drag, move, press, up


class Recorder(Widget):
    """Takes everything and remembers it."""

    def __init__(self, box: tuple[int, int, int, int]) -> None:
        super().__init__()
        self.rect = pygame.Rect(box)
        self.seen: list[pygame.event.Event] = []

    def handle(self, event: pygame.event.Event) -> bool:
        self.seen.append(event)
        return True


@pytest.fixture
def trio() -> tuple[Group, list[Button]]:
    buttons = [Button(name) for name in "abc"]
    for index, button in enumerate(buttons):
        button.rect = pygame.Rect(100 * index, 0, 90, 48)
    return Group(buttons), buttons


def test_tab_goes_round_both_ways(trio: tuple[Group, list[Button]]) -> None:
    group, (a, b, c) = trio
    order = []
    for _ in range(4):
        assert press(group, pygame.K_TAB)
        order.append(group.focus)
    assert order == [a, b, c, a]
    press(group, pygame.K_TAB, pygame.KMOD_LSHIFT)
    assert group.focus is c
    assert [button.focused for button in (a, b, c)] == [False, False, True]


def test_shift_tab_starts_at_the_end(trio: tuple[Group, list[Button]]) -> None:
    group, (_, _, c) = trio
    press(group, pygame.K_TAB, pygame.KMOD_LSHIFT)
    assert group.focus is c


def test_tab_passes_over_disabled_and_hidden(trio: tuple[Group, list[Button]]) -> None:
    group, (a, b, c) = trio
    a.enabled, b.visible = False, False
    press(group, pygame.K_TAB)
    assert group.focus is c
    press(group, pygame.K_TAB)
    assert group.focus is c


def test_alt_tab_and_no_widgets_are_left_alone(trio: tuple[Group, list[Button]]) -> None:
    assert not press(trio[0], pygame.K_TAB, pygame.KMOD_ALT)
    assert not press(Group(), pygame.K_TAB)


def test_ring_shows_after_keys_only(trio: tuple[Group, list[Button]]) -> None:
    group, (a, b, _) = trio
    click(group, b.rect.center)
    assert b.focused
    assert not b.ring
    press(group, pygame.K_SPACE)
    assert b.ring
    click(group, a.rect.center)
    assert not a.ring
    assert not b.ring


def test_focus_leaves_a_widget_that_is_disabled(trio: tuple[Group, list[Button]]) -> None:
    group, (a, _, _) = trio
    press(group, pygame.K_TAB)
    a.enabled = False
    move(group, (500, 500), held=False)
    assert group.focus is None
    assert not a.focused


def test_hover_follows_the_mouse_but_not_a_finger(trio: tuple[Group, list[Button]]) -> None:
    group, (a, b, _) = trio
    move(group, a.rect.center, held=False)
    assert a.hovered
    move(group, b.rect.center, held=False)
    assert (a.hovered, b.hovered) == (False, True)
    move(group, a.rect.center, held=False, touch=True)
    assert not a.hovered
    click(group, a.rect.center, touch=True)
    assert not a.hovered


def test_leaving_the_window_ends_hover_and_losing_it_the_press(
    trio: tuple[Group, list[Button]],
) -> None:
    group, (a, _, _) = trio
    move(group, a.rect.center, held=False)
    down(group, a.rect.center)
    group.handle(pygame.event.Event(pygame.WINDOWLEAVE))
    assert not a.hovered
    assert a.pressed
    group.handle(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    assert not a.pressed


def test_held_widget_gets_all_mouse_events_with_their_buttons() -> None:
    area, other = Recorder((0, 0, 100, 100)), Recorder((200, 0, 100, 100))
    group = Group([area, other])
    assert down(group, (50, 50), button=3)
    move(group, (250, 50))
    up(group, (250, 50), button=3)
    assert [event.type for event in area.seen] == [
        pygame.MOUSEBUTTONDOWN,
        pygame.MOUSEMOTION,
        pygame.MOUSEBUTTONUP,
    ]
    assert area.seen[0].button == 3
    assert other.seen == []


def test_second_button_during_a_drag_does_not_end_it() -> None:
    area = Recorder((0, 0, 100, 100))
    group = Group([area])
    down(group, (50, 50))
    down(group, (300, 300), button=3)
    up(group, (300, 300), button=3)
    move(group, (400, 400))
    assert len(area.seen) == 4


def test_nothing_there_is_not_used() -> None:
    group = Group([Recorder((0, 0, 10, 10))])
    assert not down(group, (50, 50))
    assert not up(group, (50, 50))
    assert not group.handle(pygame.event.Event(pygame.QUIT))


def test_disabled_widget_swallows_the_click() -> None:
    area = Recorder((0, 0, 100, 100))
    area.enabled = False
    group = Group([area])
    assert down(group, (50, 50))
    assert area.seen == []


def test_disabling_ends_a_drag(plain: Look) -> None:
    slider = Slider("x", 0, 100, 1)
    slider.place(pygame.Rect(0, 0, 226, 66), plain)
    group = Group([slider])
    down(group, (113, 50))
    slider.enabled = False
    move(group, (200, 50))
    up(group, (200, 50))
    assert slider.value == 50
    assert not slider.pressed


def test_later_widgets_lie_on_top() -> None:
    low, high = Recorder((0, 0, 100, 100)), Recorder((50, 50, 100, 100))
    drag(Group([low, high]), [(75, 75), (10, 10)])
    assert low.seen == []
    assert len(high.seen) == 3


def test_modal_takes_everything_and_focus_comes_back(trio: tuple[Group, list[Button]]) -> None:
    group, (a, _, _) = trio
    press(group, pygame.K_TAB)
    modal = Recorder((0, 0, 10, 10))
    group.show_modal(modal)
    assert not a.focused
    click(group, a.rect.center)
    press(group, pygame.K_TAB)
    assert len(modal.seen) == 4
    group.close_modal(keyboard=True)
    assert group.focus is a
    assert a.ring
