"""All scenes in one place: cards with pictures, whole words, one touch away."""

import itertools

import numpy as np
import pygame
import pytest

from scenes.shell.scene_cards import SceneCard, SceneCards
from scenes.shell.scene_pictures import PICTURES, put_picture
from scenes.widgets.dialog import Dialog
from scenes.widgets.flow import Flow
from scenes.widgets.segments import Sizes
from scenes.widgets.switch import Switch
from sim.catalogue import LANGUAGES, SCENES
from tests.harness.drawn_text import written
from tests.scenes.player import Player

SIZES = [(360, 640), (390, 844), (844, 390)]


def picker(player: Player) -> tuple[Dialog, SceneCards]:
    player.app.scenes_dialog()
    player.frames(2)
    dialog = player.app.dialog
    assert isinstance(dialog, Dialog)
    return dialog, next(one for one in dialog.body.children if isinstance(one, SceneCards))


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_touch_on_a_card_shows_its_scene(size: tuple[int, int]) -> None:
    player = Player(size)
    for scene in SCENES:
        dialog, cards = picker(player)
        card = next(card for card in cards.children if card.scene == scene)
        dialog.body.reveal(card)
        player.click(card.rect.center)
        assert player.app.scenes.chosen == scene
        assert player.app.dialog is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_cards_are_large_enough_apart_and_whole(
    size: tuple[int, int], zoom: float, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = Player(size, language)
    player.app.prefer(zoom=zoom)
    dialog, cards = picker(player)
    for card in cards.children:
        assert min(card.rect.size) >= 48
        assert dialog.rect.left <= card.rect.left < card.rect.right <= dialog.rect.right
    for one, other in itertools.combinations(cards.children, 2):
        assert not one.rect.colliderect(other.rect)
    for card in cards.children:
        dialog.body.reveal(card)
        lines = [line for line in written(player.app, monkeypatch) if line.text in card.name]
        assert " ".join(line.text for line in lines if card.rect.contains(line.box)) == card.name
        assert not any(line.small or line.cut for line in lines)


def test_every_scene_has_a_picture_of_its_own() -> None:
    look = Player((390, 844)).app.look
    light = look.palette.panel
    darkest = sum(look.palette.line)  # the edge of a picture, around round corners
    assert PICTURES.keys() == SCENES.keys()
    seen = []
    for scene in SCENES:
        surface = pygame.Surface((164, 78))
        surface.fill(light)
        put_picture(surface, surface.get_rect(), look, scene, light)
        edges = pygame.surfarray.array3d(surface).sum(axis=2)
        if scene in ("recovery", "corset", "story"):  # of which nothing is in a corner
            for corner in itertools.product((slice(9), slice(-9, None)), repeat=2):
                assert edges[corner].min() >= darkest
        seen.append(pygame.surfarray.array3d(surface))
        assert len(np.unique(seen[-1].reshape(-1, 3), axis=0)) > 8
    for one, other in itertools.combinations(seen, 2):
        assert (one != other).any()


def test_the_present_scene_is_marked_and_contrast_is_a_switch() -> None:
    player = Player((390, 844), scene="corset")
    dialog, cards = picker(player)
    assert [card.scene for card in cards.children if card.chosen] == ["corset"]
    assert isinstance(cards.children[-1], SceneCard)
    switch = next(one for one in dialog.body.children if isinstance(one, Switch))
    switch.activate()
    assert player.app.preferences.profile == "contrast"
    switch.activate()
    assert player.app.preferences.profile == "default"


def test_upright_it_is_a_sheet_from_below_that_goes_where_it_came_from() -> None:
    player = Player((390, 844))
    app = player.app
    for way in ("tap above", "drag down"):
        dialog, _ = picker(player)
        assert (dialog.rect.left, dialog.rect.right) == (0, 390)
        assert dialog.rect.bottom == 844
        assert app.surface.get_at((195, 843))[:3] == app.look.palette.panel
        head = (120, dialog.rect.top + 30)
        player.drag([head, (120, head[1] + 20)])
        assert app.dialog is dialog
        if way == "tap above":
            player.click((195, dialog.rect.top - 10))
        else:
            player.drag([head, (120, head[1] + 200)])
        assert app.dialog is None
        assert app.scene is app.tab


def test_on_its_side_it_is_a_dialog_with_a_margin() -> None:
    player = Player((844, 390))
    dialog, _ = picker(player)
    assert dialog.rect.bottom < 390
    player.click((dialog.rect.centerx, dialog.rect.top - 4))
    assert player.app.dialog is dialog


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_language_letters_and_share_are_in_one_row(size: tuple[int, int]) -> None:
    player = Player(size)
    for zoom in (1.0, 2.0):
        player.app.prefer(zoom=zoom)
        dialog, _ = picker(player)
        flow = next(one for one in dialog.body.children if isinstance(one, Flow))
        dialog.body.reveal(flow)
        assert (len({control.rect.top for control in flow.children}) == 1) or zoom > 1
        for one, other in itertools.combinations(flow.children, 2):
            assert not one.rect.colliderect(other.rect)
        for control in flow.children:
            assert dialog.body.rect.contains(control.rect)
            assert min(control.rect.size) >= 48
            for part in getattr(control, "boxes", ()):
                assert min(part.size) >= 48
        letters = flow.children[1]
        assert isinstance(letters, Sizes)
        player.click(letters.boxes[1].center)
        assert player.app.preferences.zoom == 1.5
        assert player.app.dialog is not None
        player.app.dialog.close()
