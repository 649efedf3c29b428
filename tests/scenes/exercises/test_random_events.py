"""Random taps, drags and keys in the exercises; then clearing equals a fresh start."""

import random

import pygame
import pytest

from scenes.exercises import sheet_page as exercises_sheet
from scenes.exercises.scene import ExercisesScene
from scenes.exercises.session import Session
from tests.scenes.exercises.player import Exerciser
from tests.scenes.restless import let_go, restless


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.usefixtures("unsaved")
def test_anything_and_then_clearing_equals_a_fresh_start(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exercises_sheet, "handout_pdf", lambda *given, **more: b"")
    player = Exerciser()
    source = random.Random(seed)
    pages = set()
    for number in restless(player, source, 800):
        if source.random() < 0.1:
            pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=source.choice("aé 漢")))
        scene = player.app.tab
        if number % 100 == 0 and isinstance(scene, ExercisesScene):
            (scene.show_cards, scene.play, scene.show_sheet, scene.start)[number // 100 % 4]()
        if not isinstance(player.app.scene, ExercisesScene) and player.app.group.modal is None:
            player.app.choose("exercises")
        if isinstance(player.app.tab, ExercisesScene):
            pages.add(type(player.app.tab.page))
    let_go(player)
    player.app.choose("exercises")
    player.key(pygame.K_DELETE, pygame.KMOD_CTRL)
    assert player.exercises.session == Session()
    assert player.cards.steps.chosen == 0
    assert len(pages) == 4
