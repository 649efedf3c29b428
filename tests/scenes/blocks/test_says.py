"""What the line of words says of the stack: its cause, computed."""

from dataclasses import replace

import numpy as np
import pygame
import pytest

from scenes.blocks.moment import moment_of
from scenes.blocks.says import say
from sim.blocks.margin import margin_of
from sim.blocks.model import BlockStack
from tests.scenes.blocks.falls import fall
from tests.scenes.player import Player


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, ("wobbly", "roll")),
        ({"tape": "all"}, ("stands", "tape_holds")),
        ({"tape": "all", "blocks": 9, "press": 300}, ("wobbly", "too_much_press")),
        ({"tape": "1,2"}, ("wobbly", "too_much_press")),
        ({"tape": "1,2l,4", "press": 100}, ("wobbly", "one_sided")),
        ({"crown_curvature": 0}, ("firm", "flat_helps")),
        ({"crown_curvature": 5}, ("firm", "round_helps")),
    ],
)
def test_words_follow_from_the_analysis(
    values: dict[str, object], expected: tuple[str, str]
) -> None:
    stack = BlockStack(values)
    headline, reasons = say(margin_of(stack.settings), moment_of(stack))
    assert (headline, *reasons) == expected


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"press": 100, "push": 0.5}, "rolled"),
        ({"tape": "all", "tape_stiffness": 1000, "press": 200, "push": 2}, "too_much_press"),
        ({"tape": "1,2,4,5,6", "press": 300, "push": 2}, "partly"),
        ({"tape": "all", "tape_stiffness": 1000, "press": 50, "push": 50}, "pushed_too_hard"),
        ({"crown_curvature": 0, "press": 20, "push": 50}, "flat_pushed"),
    ],
)
def test_the_reason_of_a_fall_is_the_computed_one(values: dict[str, object], why: str) -> None:
    stack = BlockStack(values)
    margin = margin_of(stack.settings)
    stack.push()
    while not stack.fallen and stack.world.time < 2:
        stack.step()
    assert say(margin, moment_of(stack)) == ("falls", (why,))
    for _ in range(3600):
        stack.step()
    assert say(margin, moment_of(stack)) == ("lies", (why, "stack_again"))


def test_a_fall_long_after_the_push_is_not_timed_from_it() -> None:
    stack = BlockStack({"tape": "all", "press": 100})
    stack.push()
    for _ in range(6000):
        stack.step()
    stack.set("tape", "none")
    falling = replace(moment_of(stack), fell_at=5.2)
    assert say(margin_of(stack.settings), falling)[0] == "lies_untimed"
    assert say(margin_of(stack.settings), replace(falling, fell_at=0.1))[0] == "lies"
    untouched = replace(falling, fell_at=0.1, since_push=None)
    assert say(margin_of(stack.settings), untouched)[0] == "lies_untimed"


def test_the_reason_stays_when_the_blocks_lie() -> None:
    player = Player(press=100)
    fall(player)
    assert player.app.words("blocks_say.rolled") in player.scene.view.reason.text
    assert player.app.words("blocks_say.stack_again") in player.scene.view.reason.text


def test_that_pressing_harder_does_not_help_is_said_once_the_press_was_changed() -> None:
    player = Player()
    said = player.app.words("blocks_say.harder_sooner")
    fall(player)
    assert said not in player.scene.view.says()
    player.key(pygame.K_s)
    player.frames(45)
    player.slide("press", 0.8)
    fall(player)
    assert said in player.scene.view.says()
    player.key(pygame.K_r, pygame.KMOD_ALT)
    fall(player)
    assert said not in player.scene.view.says()


def test_words_about_the_past_are_about_the_stack_of_then() -> None:
    player = Player(press=100)
    player.frames(60)
    player.key(pygame.K_t)
    player.frames(60)
    scene, words = player.scene, player.app.words
    assert scene.view.headline.text == words("blocks_say.stands")
    scene.look_back(1.5)
    player.frames(1)
    assert np.isnan(scene.playback.shown.tensions).all()
    assert scene.view.headline.text == words("blocks_say.wobbly")
    scene.look_back(0.5)
    player.frames(1)
    assert scene.view.headline.text == words("blocks_say.stands")
