"""Help, sources and counter-evidence are one press away."""

from collections.abc import Callable

import numpy as np
import pygame
import pytest

from scenes.shell.dialogs import INFO, info_dialog
from scenes.story.scene import StoryScene
from scenes.text.words import Words
from scenes.widgets.button import Button
from scenes.widgets.dialog import Dialog
from scenes.widgets.fact import Fact, TAGS
from sim.catalogue import LANGUAGES, SCENES
from tests.scenes.player import Player


def test_sources_and_counter_evidence_are_one_press_away() -> None:
    player = Player(language="en")
    player.click(player.middle_of(player.app.header.info))
    dialog = player.app.group.modal
    assert isinstance(dialog, Dialog)
    first = " ".join(widget.describe() for widget in dialog.chapters[0].widgets())
    assert "Cholewicki" in first
    assert "Smith, Littlewood" in first
    rest = " ".join(w.describe() for chapter in dialog.chapters[1:] for w in chapter.widgets())
    assert "Crisco" in rest
    assert "Reflexes" in rest


def test_what_lies_below_is_drawn_once_and_again_when_it_looks_different() -> None:
    player = Player(language="en")
    player.app.help()
    drawn: list[pygame.Surface] = []
    below: Callable[[pygame.Surface], None] = player.app.scene.draw

    def draw(surface: pygame.Surface) -> None:
        drawn.append(surface)
        below(surface)

    player.app.scene.draw = draw  # type: ignore[method-assign]
    player.app.draw()
    first = pygame.surfarray.array3d(player.app.surface)
    player.app.draw()
    assert len(drawn) == 1
    assert np.array_equal(pygame.surfarray.array3d(player.app.surface), first)
    player.app.prefer(profile="projector")
    player.app.draw()
    assert len(drawn) == 2
    assert not np.array_equal(pygame.surfarray.array3d(player.app.surface), first)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scene", SCENES)
def test_the_counter_evidence_is_first_and_each_fact_says_how_well_it_is_known(
    scene: str, language: str
) -> None:
    words = Words(language)
    dialog = info_dialog(words, scene, {})
    assert dialog.chapters[0].name == words("info.counter")
    for chapter, part in zip(dialog.chapters, INFO, strict=True):
        bullets = [line for line in words(f"info.{scene}_{part}").splitlines() if line[0] == "-"]
        facts = [widget for widget in chapter.widgets() if isinstance(widget, Fact)]
        # Where more is to be read is no fact.
        assert len(bullets) - len(facts) == (scene == "story" and part == "sources")
        names = {fact.describe().partition(". ")[0] for fact in facts}
        assert names <= {words(f"info.tag_{tag}") for tag in TAGS}
        assert bool(facts) == (part != "shown")


def test_flat_blocks_can_be_had_where_they_speak_against_the_lesson() -> None:
    player = Player(tape="all")
    player.app.info()
    assert player.app.dialog is not None
    player.frames(2)
    (button,) = (one for one in player.app.dialog.body.children if isinstance(one, Button))
    assert button.text == player.app.words("info.blocks_against")
    player.click(player.middle_of(button))
    assert player.app.dialog is None
    settings = player.scene.stack.settings
    assert (settings["crown_curvature"], settings["tape"]) == (0, "none")
    assert player.scene.stable


def test_the_story_has_its_own_counter_evidence_whatever_its_scene_could_show() -> None:
    player = Player(scene="story")
    story = player.app.tab
    assert isinstance(story, StoryScene)
    for step in range(len(story.steps)):
        story.go(step)
        player.frames(1)
        player.app.info()
        assert player.app.dialog is not None
        assert not [one for one in player.app.dialog.body.children if isinstance(one, Button)]
        player.app.dialog.close()


@pytest.mark.parametrize(
    ("size", "keys"), [((390, 844), False), ((844, 390), False), ((1280, 720), True)]
)
def test_help_lists_keys_where_there_are_some(size: tuple[int, int], *, keys: bool) -> None:
    player = Player(size)
    player.app.help()
    dialog = player.app.dialog
    assert dialog is not None
    assert (player.app.words("app.help_keys") in dialog.tabs.names) == keys
