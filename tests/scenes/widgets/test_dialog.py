"""Dialogs: they trap the focus and give it back."""

import pygame
import pytest

from scenes.draw.look import Look
from scenes.widgets.button import Button
from scenes.widgets.dialog import Chapter, Dialog
from scenes.widgets.group import Group
from tests.scenes.widgets.gestures import click, press

WINDOW = pygame.Rect(0, 0, 1280, 720)
LONG = "\n".join(f"- line **{number}** of a long text" for number in range(60))


def make(look: Look, *bodies: str) -> tuple[Dialog, Group, Button, list[str]]:
    told: list[str] = []
    opener = Button("open")
    opener.rect = pygame.Rect(0, 0, 100, 48)
    host = Group([opener, Button("other")])
    dialog = Dialog(
        "Where does this come from?",
        [Chapter(f"Chapter {number}", body) for number, body in enumerate(bodies)],
        close_name="Close",
        actions=[Button("Go on", on_press=lambda: told.append("go"))],
    )
    press(host, pygame.K_TAB)
    dialog.show(host, WINDOW, look)
    return dialog, host, opener, told


def test_esc_closes_and_focus_goes_back(plain: Look) -> None:
    dialog, host, opener, _ = make(plain, "short")
    assert dialog.open
    assert not opener.focused
    assert press(host, pygame.K_ESCAPE)
    assert not dialog.open
    assert host.focus is opener
    assert opener.ring
    assert not press(host, pygame.K_ESCAPE)


def test_close_button_by_mouse_and_key(plain: Look) -> None:
    dialog, host, _, _ = make(plain, "short")
    click(host, dialog.closer.rect.center)
    assert not dialog.open
    dialog.show(host, WINDOW, plain)
    dialog.group.focus_on(dialog.closer)
    press(host, pygame.K_RETURN)
    assert not dialog.open


def test_focus_is_trapped(plain: Look) -> None:
    dialog, host, opener, _ = make(plain, LONG, "short")
    inside = {id(stop) for stop in dialog.group.stops()}
    assert len(inside) == 4  # tabs, the text that scrolls, action, close
    for _ in range(9):
        press(host, pygame.K_TAB)
        assert id(dialog.group.focus) in inside
        assert not opener.focused


def test_nothing_behind_can_be_clicked(plain: Look) -> None:
    dialog, host, opener, told = make(plain, "short")
    click(host, opener.rect.center)
    click(host, dialog.actions[0].rect.center)
    assert told == ["go"]
    assert dialog.open


def test_chapters_turn_by_keys_and_start_at_the_top(plain: Look) -> None:
    dialog, host, _, _ = make(plain, LONG, LONG)
    dialog.body.scroll_to(200)
    press(host, pygame.K_RIGHT)
    assert dialog.tabs.chosen == 1
    assert dialog.body.offset == 0


@pytest.mark.parametrize("bodies", [("short",), (LONG,), (LONG, "b", "c", "d")])
@pytest.mark.parametrize("size", [(1280, 720), (1024, 600), (3840, 2160)])
def test_all_parts_are_on_the_card(
    look: Look, bodies: tuple[str, ...], size: tuple[int, int]
) -> None:
    dialog, _, _, _ = make(look, *bodies)
    dialog.place(pygame.Rect((0, 0), size), look)
    assert pygame.Rect((0, 0), size).contains(dialog.rect)
    for part in dialog.group.widgets:
        assert dialog.rect.contains(part.rect)
    assert dialog.body.rect.height > 44
    assert not dialog.body.rect.colliderect(dialog.actions[0].rect)
    surface = pygame.Surface(size)
    dialog.draw(surface, look)
