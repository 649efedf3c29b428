"""Names of muscles: none is cut off, and no leader line runs along a muscle."""

import math

import numpy as np
import pygame
import pytest

from scenes.draw.arrows import LEADER_GAP
from scenes.draw.palette import PROFILES
from scenes.draw.spine.bones import LEADING, vertebra_names
from scenes.draw.spine.figure import LUMBAR
from scenes.draw.spine.muscles import muscle_at
from scenes.draw.spine.pose import outlines, SEGMENTS, VERTEBRAE
from scenes.shell.app import App
from scenes.shell.machine.display import Options
from scenes.spine.labels import apart, AT, draw_tap_here, leader_end
from scenes.spine.scene import SpineScene
from sim.catalogue import LANGUAGES
from sim.mechanics.world import Y
from tests.scenes.draw.spine.test_paths import inside

LEVELS = slice(1, 6)  # L5 to L1 among the parts of the drawing
SIZE = 18
Point = tuple[float, float]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("profile", PROFILES)
def test_no_name_of_a_muscle_is_cut_off(language: str, profile: str) -> None:
    seen = 0
    for size in ((1024, 600), (1280, 720), (1920, 1080), (2560, 1080)):
        for zoom in (1.0, 1.1, 1.2, 1.3, 1.4):
            app = App({}, Options(language, profile, zoom, size=size, scene="spine"))
            app.frame(0.0)
            assert isinstance(app.experiment, SpineScene)
            stage = app.experiment.view.touch
            seen += len(stage.names)
            for box in stage.names.values():
                assert stage.rect.contains(box), (size, zoom)
    assert seen


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("size", [(1024, 600), (1280, 720), (1920, 1080), (2560, 1080)])
def test_leaders_cross_muscles_and_neither_vertebrae_nor_what_covers_their_ends(
    profile: str, size: tuple[int, int]
) -> None:
    app = App({}, Options("en", profile, size=size, scene="spine"))
    app.frame(0.0)
    assert isinstance(app.experiment, SpineScene)
    touch, moment = app.experiment.view.touch, app.experiment.playback.shown
    stage = touch.stage
    assert stage is not None
    to_screen, look = stage.camera.to_screen, stage.look
    levels = [to_screen((float(x), float(y))) for x, y in moment.pose.places[LEVELS]]
    assert touch.names or profile == "projector"  # its letters may find no room
    finger = float(moment.state[moment.push_segment - 1, Y])
    pill = draw_tap_here(app.surface, stage, finger, "Tap here")
    for name, box in touch.names.items():
        end = to_screen(leader_end(name, moment))
        start = (box.left - look.px(LEADER_GAP), box.top + look.line_height(SIZE) / 2)
        strand, _ = AT.get(name, (0, 0.0))
        across = "abdominals" if name == "transversus" else name  # that lies before it
        low, high = moment.ends[moment.strands.groups.index(across) + strand].tolist()
        assert _angle(start, end, to_screen(tuple(low)), to_screen(tuple(high))) > 30, name
        for level in levels:
            text = pygame.FRect(0, 0, look.px(16), look.px(12))
            text.center = level
            assert not text.clipline(start, end), name
        line = np.linspace(start, end, 200)
        for bone in VERTEBRAE:
            body = moment.pose.world(bone, outlines(SEGMENTS[bone], "body")[0]).tolist()
            around = np.array([to_screen((x, y)) for x, y in body])
            assert not inside(around, line).any(), name
        assert muscle_at(moment.strands, leader_end(name, moment)) == (
            None if name == "transversus" else name
        )
        assert not pill.collidepoint(end), name
        skin = to_screen((LUMBAR.right, 0.0))[0]
        assert box.left >= skin


def _angle(a: Point, b: Point, c: Point, d: Point) -> float:
    """Between two lines [degrees], 0 to 90."""
    turn = math.atan2(b[1] - a[1], b[0] - a[0]) - math.atan2(d[1] - c[1], d[0] - c[0])
    return math.degrees(abs(math.asin(math.sin(turn))))


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("size", [(1024, 600), (1280, 720), (1920, 1080)])
def test_no_leader_strikes_a_name_while_it_gives_way(
    profile: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[tuple[Point, Point]] = []

    def noted(
        surface: pygame.Surface, colour: object, first: Point, last: Point, *_: object
    ) -> None:
        drawn.append((first, last))

    app = App({"long_muscles": 0.5}, Options("en", profile, size=size, scene="spine"))
    app.frame(0.0)
    assert isinstance(app.experiment, SpineScene)
    app.experiment.tap()
    monkeypatch.setattr("scenes.draw.arrows.smooth_line", noted)
    leaders = 0
    for _ in range(12):
        app.experiment.skip(40)
        drawn.clear()
        app.rest.wake()
        app.frame(0.0)
        stage, moment = app.experiment.view.touch.stage, app.experiment.playback.shown
        assert stage is not None
        for _, box in vertebra_names(stage.camera, stage.look, moment.pose):
            letters = box.inflate(0, -round(LEADING * box.height))
            assert not any(letters.clipline(*line) for line in drawn)
        leaders += len(drawn)
    assert leaders > 10 or not app.experiment.view.touch.names


def test_rows_that_are_too_near_go_up() -> None:
    assert apart([0.0, 60.0, 100.0, 130.0], 40.0) == [0.0, 50.0, 90.0, 130.0]
    assert apart([10.0, 80.0, 150.0], 40.0) == [10.0, 80.0, 150.0]
    assert apart([10.0, 40.0, 50.0], 40.0) == [10.0, 30.0, 50.0]  # no more than there is
