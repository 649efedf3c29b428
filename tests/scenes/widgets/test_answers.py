"""Answers as pictures: chosen by finger and keys, side by side or below each other."""

import itertools

import pygame
import pytest

from scenes.draw.look import Look
from scenes.draw.palette import PROFILES
from scenes.widgets.answers import Answer, Answers
from scenes.widgets.group import Group
from tests.scenes.widgets.gestures import click, press

LABELS = ("blijft staan", "valt", "valt eerder")
LOOK = Look(PROFILES["default"])


def answers(told: list[int], look: Look = LOOK, width: int = 320) -> Answers:
    row = Answers(
        [
            Answer(label, lambda surface, rect, look: None, lambda index=index: told.append(index))  # type: ignore[misc]
            for index, label in enumerate(LABELS)
        ]
    )
    row.place(pygame.Rect(10, 20, width, row.height(look, width)), look)
    return row


def test_each_is_chosen_by_a_tap_and_by_keys() -> None:
    told: list[int] = []
    row = answers(told)
    group = Group([row])
    for child in row.children:
        click(group, child.rect.center)
    for _ in row.children:
        group.focus_next()
        press(group, pygame.K_RETURN)
    assert told[:3] == [0, 1, 2]
    assert sorted(told[3:]) == [0, 1, 2]


@pytest.mark.parametrize(("zoom", "beside"), [(1.0, False), (2.0, True)])
def test_words_keep_whole_and_answers_apart(zoom: float, *, beside: bool) -> None:
    look = Look(PROFILES["projector"], zoom=zoom)
    row = answers([], look, 320 if zoom == 1.0 else 400)
    assert all(child.beside == beside for child in row.children)
    for child in row.children:
        assert row.rect.contains(child.rect)
        assert min(child.rect.size) >= 44
        assert not child.breaks(look, child.rect.width)
    for one, other in itertools.combinations(row.children, 2):
        assert not one.rect.colliderect(other.rect)
    before = [child.rect.copy() for child in row.children]
    row.move(3, 4)
    assert [child.rect for child in row.children] == [rect.move(3, 4) for rect in before]
