"""Help, sources and counter-evidence are one press away."""

from collections.abc import Callable

import numpy as np
import pygame

from scenes.widgets.dialog import Dialog
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
