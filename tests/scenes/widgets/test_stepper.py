"""The stepper."""

import pygame
import pytest

from scenes.draw.look import Look
from scenes.draw.palette import DEFAULT
from scenes.widgets.group import Group
from scenes.widgets.stepper import Stepper


@pytest.fixture
def look() -> Look:
    pygame.font.init()
    return Look(DEFAULT)


@pytest.mark.parametrize("width", [400, 150])
def test_a_stepper_changes_by_one_and_keeps_its_buttons_inside(look: Look, width: int) -> None:
    found: list[int] = []
    stepper = Stepper("Herhalingen", lambda: "7", found.append, ("minder", "meer"))
    high = stepper.height(look, width)
    stepper.place(pygame.Rect(10, 10, width, high), look)
    for button in stepper.children:
        assert stepper.rect.contains(button.rect)
        assert min(button.rect.size) >= 44
    assert not stepper.less.rect.colliderect(stepper.more.rect)
    group = Group([stepper])
    for place in (stepper.more.rect.center, stepper.less.rect.center):
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            group.handle(pygame.event.Event(kind, pos=place, button=1, touch=False))
    assert found == [1, -1]
