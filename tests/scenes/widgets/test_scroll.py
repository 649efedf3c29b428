"""The area that scrolls."""

import pygame

from scenes.draw.look import Look
from scenes.widgets.button import Button
from scenes.widgets.group import Group
from scenes.widgets.rich_text import RichText
from scenes.widgets.scroll import ScrollArea
from scenes.widgets.slider import Slider
from scenes.widgets.widget import Widget
from tests.scenes.draw.pixels import away
from tests.scenes.widgets.gestures import click, down, drag, move, press, up, wheel

BOX = pygame.Rect(20, 20, 340, 300)


def make(look: Look, children: list[Widget]) -> tuple[ScrollArea, Group]:
    area = ScrollArea(children)
    area.place(BOX, look)
    return area, Group([area])


def test_short_content_does_not_scroll(plain: Look) -> None:
    area, group = make(plain, [Button("a"), Button("b")])
    assert not area.scrolls
    move(group, BOX.center, held=False)
    assert not wheel(group, -1)
    drag(group, [(60, 200), (60, 100)])
    assert area.offset == 0


def test_wheel_goes_to_what_is_under_the_pointer(plain: Look) -> None:
    area, group = make(plain, [Button(str(number)) for number in range(20)])
    move(group, BOX.center, held=False)
    assert wheel(group, -2)
    assert area.offset == 96
    wheel(group, 50)
    assert area.offset == 0
    wheel(group, -500)
    assert area.children[-1].rect.bottom <= BOX.bottom


def test_the_wheel_is_wanted_only_where_it_moves_something(plain: Look) -> None:
    area, group = make(plain, [Button(str(number)) for number in range(20)])
    assert group.takes_wheel(BOX.center, down=True)
    assert not group.takes_wheel(BOX.center, down=False)
    assert not group.takes_wheel((BOX.right + 50, BOX.centery), down=True)
    area.scroll_to(10_000)
    assert not group.takes_wheel(BOX.center, down=True)
    assert group.takes_wheel(BOX.center, down=False)
    short, _ = make(plain, [Button("a")])
    assert not Group([short]).takes_wheel(BOX.center, down=True)
    group.show_modal(Button("a"))
    assert group.takes_wheel((0, 0), down=True)


def test_drag_takes_over_from_a_button_but_not_from_a_slider(plain: Look) -> None:
    told: list[int] = []
    buttons = [Button(str(number), on_press=lambda: told.append(1)) for number in range(12)]
    slider = Slider("x", 0, 100, 1)
    area, group = make(plain, [slider, *buttons])
    start = buttons[2].rect.center
    drag(group, [start, (start[0], start[1] - 5), (start[0], start[1] - 60)])
    assert area.offset == 60
    assert told == []
    assert not buttons[2].pressed
    area.scroll_to(0)
    drag(group, [slider.rect.center, (slider.rect.centerx, 10), (slider.rect.right, 10)])
    assert area.offset == 0
    assert slider.value == 100
    click(group, buttons[0].rect.center)
    assert told == [1]


def test_drag_between_children_scrolls(plain: Look) -> None:
    area, group = make(plain, [RichText("word " * 400)])
    drag(group, [(100, 250), (100, 150)])
    assert area.offset == 100


def test_press_between_children_keeps_the_focus(plain: Look) -> None:
    button = Button("a")
    _, group = make(plain, [button, RichText("word " * 400)])
    press(group, pygame.K_TAB)
    click(group, (100, 250))
    assert group.focus is button


def test_bar(plain: Look) -> None:
    area, group = make(plain, [RichText("word " * 400)])
    thumb = area._thumb()
    drag(group, [thumb.center, (thumb.centerx, 2000)])
    assert area.offset == area._most()
    click(group, (thumb.centerx, BOX.top + 15))
    assert area.offset == area._most() - 270


def test_keys_when_it_holds_text_only(plain: Look) -> None:
    area, group = make(plain, [RichText("word " * 400)])
    press(group, pygame.K_TAB)
    assert group.focus is area
    offsets = []
    for key in (pygame.K_DOWN, pygame.K_PAGEDOWN, pygame.K_UP, pygame.K_END, pygame.K_HOME):
        press(group, key)
        offsets.append(area.offset)
    assert offsets == [48, 318, 270, area._most(), 0]


def test_keys_left_by_the_focused_child_scroll(plain: Look) -> None:
    area, group = make(plain, [Button(str(number)) for number in range(20)])
    press(group, pygame.K_TAB)
    press(group, pygame.K_PAGEDOWN)
    assert area.offset == 270


def test_focused_child_is_brought_into_view(plain: Look) -> None:
    area, group = make(plain, [Button(str(number)) for number in range(20)])
    for _ in range(25):
        press(group, pygame.K_TAB)
        assert group.focus is not None
        assert BOX.contains(group.focus.rect.inflate(10, 10))
    press(group, pygame.K_TAB, pygame.KMOD_LSHIFT)
    assert area.children[3] is group.focus


def test_children_outside_cannot_be_hit(plain: Look) -> None:
    told: list[int] = []
    buttons = [Button(str(number), on_press=lambda: told.append(1)) for number in range(12)]
    _, group = make(plain, list(buttons))
    down(group, buttons[-1].rect.center)
    up(group, buttons[-1].rect.center)
    assert told == []


def test_place_keeps_the_position(plain: Look) -> None:
    area, _ = make(plain, [RichText("word " * 400)])
    area.scroll_to(120)
    area.place(BOX, plain)
    assert area.offset == 120
    area.place(pygame.Rect(0, 0, 1200, 2000), plain)
    assert area.offset == 0
    assert area.children[0].rect.top > 0


def test_scroll_area_clips_and_gives_the_clip_back(look: Look, screen: pygame.Surface) -> None:
    area = ScrollArea([Button(str(number)) for number in range(20)])
    area.place(pygame.Rect(100, 100, 340, 200), look)
    screen.fill((255, 0, 255))
    screen.set_clip(pygame.Rect(0, 0, 1000, 700))
    area.draw(screen, look)
    assert tuple(screen.get_clip()) == (0, 0, 1000, 700)
    changed = away(screen, (255, 0, 255)) > 0
    changed[100:440, 100:300] = False
    assert not changed.any()
