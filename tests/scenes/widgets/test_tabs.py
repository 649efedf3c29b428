"""Tabs: chosen by mouse and keys, folded into a list where they are narrow."""

import pygame
import pytest

from scenes.draw.look import Look, REGULAR
from scenes.widgets.button import Button
from scenes.widgets.group import Group
from scenes.widgets.tabs import SIDE, TabBar
from tests.scenes.widgets.gestures import click, down, move, press, up

NAMES = ["Blocks", "Spine", "Timing", "Story"]


def make(plain: Look, width: int = 900) -> tuple[TabBar, Group, list[int]]:
    told: list[int] = []
    tabs = TabBar(NAMES, on_choose=told.append)
    tabs.place(pygame.Rect(50, 10, width, 48), plain)
    return tabs, Group([tabs, Button("after")]), told


def centre(tabs: TabBar, index: int) -> tuple[int, int]:
    boxes = tabs._items if tabs.folded else tabs.boxes
    return boxes[index].center


def test_mouse_chooses(plain: Look) -> None:
    tabs, group, told = make(plain)
    assert not tabs.folded
    for index in (2, 2, 0):
        click(group, centre(tabs, index))
    assert told == [2, 0]
    down(group, centre(tabs, 3))
    move(group, centre(tabs, 1))
    up(group, centre(tabs, 1))
    assert tabs.chosen == 0


def test_one_stop_and_arrows(plain: Look) -> None:
    tabs, group, told = make(plain)
    press(group, pygame.K_TAB)
    for key in (pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_LEFT, pygame.K_END, pygame.K_RIGHT):
        assert press(group, key)
    press(group, pygame.K_HOME)
    assert told == [1, 2, 1, 3, 0]
    assert not press(group, pygame.K_UP)
    press(group, pygame.K_TAB)
    assert group.focus is not tabs


def test_folds_when_narrow_and_opens_a_list(plain: Look) -> None:
    tabs, group, told = make(plain, 200)
    assert tabs.folded
    click(group, tabs.rect.center)
    assert tabs.popup
    click(group, centre(tabs, 2))
    assert told == [2]
    assert not tabs.popup


def test_list_by_keys(plain: Look) -> None:
    tabs, group, told = make(plain, 200)
    press(group, pygame.K_TAB)
    press(group, pygame.K_SPACE)
    press(group, pygame.K_DOWN)
    press(group, pygame.K_DOWN)
    assert told == []
    press(group, pygame.K_RETURN)
    assert told == [2]
    press(group, pygame.K_DOWN)
    assert tabs.popup
    assert press(group, pygame.K_ESCAPE)
    assert not tabs.popup
    assert not press(group, pygame.K_ESCAPE)


def test_click_elsewhere_only_closes_the_list(plain: Look) -> None:
    tabs, group, told = make(plain, 200)
    pressed: list[int] = []
    other = Button("x", on_press=lambda: pressed.append(1))
    other.rect = pygame.Rect(600, 300, 100, 48)
    group.add(other)
    click(group, tabs.rect.center)
    click(group, other.rect.center)
    assert not tabs.popup
    assert pressed == told == []


def test_moving_the_focus_closes_the_list(plain: Look) -> None:
    tabs, group, _ = make(plain, 200)
    press(group, pygame.K_TAB)
    press(group, pygame.K_SPACE)
    press(group, pygame.K_TAB)
    assert not tabs.popup


def test_list_stays_in_the_window(screen: pygame.Surface, plain: Look) -> None:
    look = Look(plain.palette, 1.0, 2.0)
    tabs = TabBar([f"Chapter {number}" for number in range(7)])
    tabs.place(pygame.Rect(20, 8, 400, 96), look)
    click(tabs, tabs.rect.center)
    tabs.draw(screen, look)
    assert all(box.bottom <= screen.get_height() for box in tabs._items)
    assert all(box.height >= 44 for box in tabs._items)


def test_disabled_does_nothing(plain: Look) -> None:
    tabs, group, told = make(plain)
    tabs.enabled = False
    click(group, centre(tabs, 2))
    click(tabs, centre(tabs, 2))
    press(tabs, pygame.K_RIGHT)
    assert told == []


@pytest.mark.parametrize("width", [300, 301, 444])
def test_segments_share_the_width(plain: Look, width: int) -> None:
    tabs = TabBar(NAMES[:3], segmented=True)
    tabs.place(pygame.Rect(10, 0, width, 46), plain)
    assert not tabs.folded
    assert sum(box.width for box in tabs.boxes) == width
    click(tabs, centre(tabs, 1))
    assert tabs.describe() == "Spine"


def test_parts_of_one_box_have_letters_of_one_size(plain: Look) -> None:
    """Where one name is too long for its part, all are as small."""
    tabs = TabBar(["Do", "Ask", "All the steps", "Notes"], segmented=True)
    tabs.place(pygame.Rect(0, 0, 320, 48), plain)
    ink = plain.palette.ink
    room = tabs.boxes[0].inflate(-plain.control(SIDE), 0).width
    high = [tabs._face(plain, index, ink, REGULAR, room).get_height() for index in range(4)]
    assert high == [high[2]] * 4
    assert high[2] < plain.text("Do", tabs.size, ink).get_height()


@pytest.mark.parametrize("share", [0.99, 0.3])
def test_a_folded_name_keeps_clear_of_the_ends_at_every_text_size(look: Look, share: float) -> None:
    tabs = TabBar(NAMES, chosen=1)
    tabs.place(pygame.Rect(50, 10, round(tabs.width(look) * share), 120), look)
    assert tabs.folded
    surface = pygame.Surface((1280, 720))
    surface.fill(look.palette.ui)
    tabs.draw(surface, look)
    ink = pygame.mask.from_threshold(surface, look.palette.ui_ink, (60, 60, 60, 255))
    box = ink.get_bounding_rects()
    drawn = box[0].unionall(box[1:])
    side = look.control(SIDE) if share > 0.9 else look.px(12)
    assert tabs.rect.inflate(-2 * side + 4, 0).contains(drawn)
