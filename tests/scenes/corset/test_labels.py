"""Names of the section stand clear of the skin, of each other, and in their card."""

from itertools import combinations

import pygame
import pytest

from scenes.corset import labels
from scenes.corset.labels import NAMES
from scenes.corset.lifter import trunk_of
from scenes.corset.picture import side_camera
from scenes.corset.section_pose import skin
from scenes.draw import arrows
from sim.catalogue import LANGUAGES
from sim.corset.lifting import LEVEL, POSTURES
from tests.harness.drawn_text import written
from tests.scenes.corset.player import CorsetPlayer

DESK = [(1024, 600), (1280, 720), (1920, 1080), (768, 1024)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [*DESK, (390, 844), (360, 640), (844, 390), (640, 360)])
def test_names_stand_clear(
    language: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:

    boxes: dict[str, pygame.Rect] = {}

    def noted(
        surface: pygame.Surface, look: object, text: str, at: object, **how: object
    ) -> object:
        boxes[text] = arrows.draw_text(surface, look, text, at, **how)  # type: ignore[arg-type]
        return boxes[text]

    monkeypatch.setattr(labels, "draw_text", noted)
    player = CorsetPlayer(size=size, language=language)
    stage = player.corset.view.touch.stage
    assert stage is not None
    words = player.app.words
    names = [words(f"corset.{name.text}") for name in NAMES]
    found = {name: boxes[name] for name in names if name in boxes}
    assert len(found) in (0, len(names))
    outline = [stage.section_camera.to_screen((float(x), float(y))) for x, y in skin()]
    for name, box in found.items():
        assert stage.section.contains(box), name
        assert not any(box.collidepoint(point) for point in outline), name
    sides = [words(f"corset.{key}") for key in ("front", "back") if found]
    around = [boxes[side] for side in sides if side in boxes]
    # A phone's side may have no room for which is the front; its legend has all names.
    assert len(around) == len(sides) or min(size) < 400
    for one, other in combinations([*found.values(), *around], 2):
        assert not one.colliderect(other)


@pytest.mark.parametrize("size", [(1024, 600), (1280, 720)])
@pytest.mark.parametrize("posture", POSTURES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_both_pressures_are_told_in_every_posture(
    size: tuple[int, int], posture: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = CorsetPlayer(size, language, posture=posture)
    stage, moment = player.corset.view.touch.stage, player.corset.playback.shown
    assert stage is not None
    told = {
        line.text: line.box
        for line in written(player.app, monkeypatch)
        if stage.side_card.contains(line.box)
    }
    words = player.app.words
    belly = told[words.number(moment.pressure / 1000, 1)]
    assert {words.pressure(moment.disc_pressure), words("corset.disc_short")} <= set(told)
    x, y = trunk_of(posture).pivots[LEVEL].tolist()
    dot = side_camera(stage, moment).to_screen((x, y))
    assert dot[0] + 4 < belly.left  # clear of the dot of the disc


@pytest.mark.parametrize("posture", POSTURES)
def test_the_loins_are_in_the_middle_of_their_card(posture: str) -> None:
    player = CorsetPlayer(posture=posture)
    stage, moment = player.corset.view.touch.stage, player.corset.playback.shown
    assert stage is not None
    x, y = trunk_of(posture).pivots.mean(axis=0).tolist()
    middle = side_camera(stage, moment).to_screen((x, y))
    assert abs(middle[0] - stage.side.centerx) < 0.2 * stage.side.width
    assert abs(middle[1] - stage.side.centery) < 0.1 * stage.side.height
