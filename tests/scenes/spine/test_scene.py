"""The spine played: muscles, a push, the living map, and words that tell the truth."""

import math
import random
from pathlib import Path

import numpy as np
import pygame
import pytest

from scenes.draw.palette import DEFAULT, PROFILES
from scenes.draw.spine.pose import pose_of, SEGMENTS
from scenes.draw.spine.trunk import girdle
from scenes.experiment.preset import load_preset, preset_names
from scenes.forms import look_for
from scenes.shell import capture
from scenes.shell.app import App
from scenes.shell.display import Options
from scenes.spine.living_map_picture import paint_map, roomiest, stretched
from scenes.spine.living_map_values import COARSE, FINE, Plane
from scenes.spine.moment import moment_of
from scenes.spine.says import say
from scenes.spine.scene import SpineScene
from scenes.text.words import table, Words
from sim.catalogue import LANGUAGES
from sim.mechanics.stability import analyse
from sim.mechanics.world import Y
from sim.spine.anatomy import column_of
from sim.spine.model import LumbarSpine
from sim.spine.muscles import DEEP, level, LONG, MUSCLES
from sim.spine.parameters import JOINTS, settings_of
from sim.spine.verdict import leaning, Posture, posture_of, verdict_of
from tests.scenes.blocks.test_random_events import random_event
from tests.scenes.player import Player

SETTLED = 90  # pictures within which a map has become fine


class SpinePlayer(Player):
    """A window that shows the spine."""

    def __init__(self, size: tuple[int, int] = (1280, 720), **values: object) -> None:
        super().__init__(size, "en", "spine", **values)

    @property
    def spine(self) -> SpineScene:
        """The scene."""
        assert isinstance(self.app.experiment, SpineScene)
        return self.app.experiment

    def vertebra(self, segment: int) -> tuple[float, float]:
        """Where a vertebra is on the screen."""
        stage = self.spine.view.touch.stage
        assert stage is not None
        x, y = self.spine.playback.moment.state[segment - 1, :2].tolist()
        return stage.camera.to_screen((x, y))

    def dot(self) -> tuple[float, float]:
        """Where the dot of the map is on the screen."""
        found = self.spine.view.map
        box = found.box
        return box.left + found.long * box.width, box.bottom - found.deep * box.height

    @property
    def headline(self) -> str:
        """What the line of words says."""
        return self.spine.view.headline.text


def agree(player: SpinePlayer) -> None:
    """The dot, the sliders and the model say the same."""
    scene = player.spine
    settings = scene.model.settings
    for name, group, shown in (
        ("long_muscles", LONG, scene.view.map.long),
        ("deep_muscles", DEEP, scene.view.map.deep),
    ):
        assert shown == scene.panel.sliders[name].value
        assert shown == pytest.approx(level(settings, group), abs=0.00501)  # half a step
    for name in MUSCLES:
        assert scene.panel.sliders[name].value == settings[name]
    assert scene.panel.gauge.value == verdict_of(settings).smallest


# -- the teaching path --------------------------------------------------------------


def test_the_teaching_path_with_the_mouse() -> None:
    player = SpinePlayer()
    scene, words = player.spine, player.app.words
    assert player.headline == words("spine_say.wobbly")
    player.slide("long_muscles", 0.8)
    player.click(player.vertebra(3))
    assert player.until(lambda: scene.model.fallen)
    first = scene.model.fell_at
    assert player.headline == words("spine_say.buckles")
    assert words("spine_say.buckle_deep_could") in scene.view.reason.text
    player.click(player.vertebra(3))
    assert not scene.model.fallen
    player.slide("long_muscles", 0.99)
    player.click(player.vertebra(3))
    assert player.until(lambda: scene.model.fallen)
    second = scene.model.fell_at
    assert first is not None
    assert second is not None
    assert second < first  # pulling harder does not help
    player.click(player.vertebra(3))
    player.slide("long_muscles", 0.3)
    player.slide("deep_muscles", 0.5)
    assert player.headline in (words("spine_say.stands"), words("spine_say.firm"))
    player.click(player.vertebra(3))
    player.frames(180)
    assert not scene.model.fallen
    assert words("spine_say.both") in scene.view.reason.text


def test_the_teaching_path_with_the_keyboard() -> None:
    player = SpinePlayer(long_muscles=0.3)
    scene = player.spine
    player.key(pygame.K_TAB)
    assert scene.view.touch.focused
    player.key(pygame.K_SPACE)
    assert player.until(lambda: scene.model.fallen)
    player.key(pygame.K_SPACE)
    assert not scene.model.fallen
    for _ in range(8):
        player.key(pygame.K_UP)
    assert level(scene.model.settings, DEEP) == pytest.approx(0.4)
    player.key(pygame.K_MINUS)
    assert level(scene.model.settings, LONG) == pytest.approx(0.2)
    player.key(pygame.K_SPACE)
    player.frames(180)
    assert not scene.model.fallen
    player.key(pygame.K_t)
    assert level(scene.model.settings, DEEP) == 0
    player.key(pygame.K_t)
    assert level(scene.model.settings, DEEP) == 0.3


@pytest.mark.parametrize("preset", preset_names("spine"))
def test_a_spine_waits_for_the_tap_and_then_moves(preset: str) -> None:
    player = SpinePlayer()
    scene = player.spine
    scene.load(load_preset(preset))
    player.frames(20 * 60)
    assert scene.playback.moment.since_push is None
    assert scene.playback.moment.furthest < 1e-9
    player.key(pygame.K_p)
    player.frames(30)
    assert scene.playback.moment.furthest > 1e-5
    if scene.model.fallen:
        player.key(pygame.K_s)
        player.frames(5 * 60)
        assert not scene.model.fallen


def test_an_example_after_looking_back_can_be_tapped_at_once() -> None:
    player = SpinePlayer(long_muscles=0.5)
    player.key(pygame.K_p)
    player.frames(30)
    player.spine.look_back(0.1)
    player.spine.load(load_preset("long_full"))
    player.key(pygame.K_p)
    player.frames(30)
    assert player.spine.playback.moment.furthest > 1e-3


def test_the_help_speaks_of_muscles_and_not_of_tape() -> None:
    player = SpinePlayer()
    told = {player.app.words(f"hotkeys.{action}") for action in player.spine.actions()}
    assert player.app.words("hotkeys.deep") in told
    assert not any("tape" in text.lower() or "press" in text.lower() for text in told)


def test_dragging_a_vertebra_pushes_it() -> None:
    player = SpinePlayer(long_muscles=0.3, deep_muscles=0.8)
    x, y = player.vertebra(2)
    player.mouse(pygame.MOUSEBUTTONDOWN, (x, y))
    player.mouse(pygame.MOUSEMOTION, (x + 60, y))
    player.frames(6)
    segment, force = player.spine.model.finger
    assert segment == 2
    assert 5 < force <= 50
    assert player.spine.model.displacements[1] > 0
    player.mouse(pygame.MOUSEBUTTONUP, (x + 60, y))
    player.frames(1)
    assert player.spine.model.finger == (0, 0.0)


@pytest.mark.parametrize("muscle", ["erector_spinae", "abdominals", "transversus", "multifidus"])
def test_a_tap_on_a_muscles_name_selects_its_slider(muscle: str) -> None:
    player = SpinePlayer()
    player.click(player.spine.view.touch.names[muscle].center)
    player.frames(1)
    slider = player.spine.panel.sliders[muscle]
    assert player.app.group.focus is slider
    assert player.app.surface.get_rect().contains(slider.rect)
    player.key(pygame.K_RIGHT)
    first = float(settings_of({})[muscle])
    assert float(player.spine.model.settings[muscle]) == pytest.approx(first + 0.01)


def test_a_tap_on_a_belly_selects_its_slider() -> None:
    player = SpinePlayer()
    stage = player.spine.view.touch.stage
    assert stage is not None
    ends = player.spine.playback.moment.ends[-1]  # the abdominals
    x, y = ends[0] + 0.6 * (ends[1] - ends[0])
    player.click(stage.camera.to_screen((float(x), float(y))))
    player.frames(1)
    assert player.app.group.focus is player.spine.panel.sliders["abdominals"]


def test_a_tap_on_the_girdle_selects_transversus() -> None:
    player = SpinePlayer()
    stage = player.spine.view.touch.stage
    assert stage is not None
    line = girdle(pose_of(player.spine.playback.moment.state))[2]
    player.click(stage.camera.to_screen((float(line[4, 0]), float(line[4, 1]))))
    player.frames(1)
    assert player.app.group.focus is player.spine.panel.sliders["transversus"]


def test_one_key_swaps_blocks_and_spine() -> None:
    player = Player(press=240, tape="all")
    player.key(pygame.K_b)
    spine = player.app.experiment
    assert isinstance(spine, SpineScene)
    assert level(spine.model.settings, LONG) == 0.8
    assert level(spine.model.settings, DEEP) == 0.3
    spine.change("long_muscles", 0.5)
    spine.change("deep_muscles", 0.0)
    player.key(pygame.K_b)
    assert player.scene.stack.settings["press"] == 150
    assert player.scene.stack.settings["tape"] == "none"


# -- the picture ----------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(20))
def test_the_drawn_joints_are_the_models_pivots(seed: int) -> None:
    source = np.random.default_rng(seed)
    spine = LumbarSpine({"long_muscles": source.uniform(), "deep_muscles": source.uniform()})
    spine.hold(int(source.integers(1, 7)), float(source.uniform(-40, 40)))
    for _ in range(int(source.integers(1, 600))):
        spine.step()
    pose = pose_of(spine.world.state)
    rows = np.vstack([spine.world.state[-1], spine.world.state[:-1]])
    for index, joint in enumerate(spine.world.column.joints):
        for segment, crest in ((index, joint.crest_below), (index + 1, joint.crest_above)):
            x, y, turn = rows[segment, :3]
            cos, sin = math.cos(turn), math.sin(turn)
            there = (x + cos * crest[0] - sin * crest[1], y + sin * crest[0] + cos * crest[1])
            # The pivots of the model give by micrometres under load.
            assert pose.pivots[index] == pytest.approx(there, abs=1e-4)
    assert len(pose.places) == len(SEGMENTS)


# -- the living map ----------------------------------------------------------------------


def test_the_dot_and_the_sliders_never_disagree() -> None:
    player = SpinePlayer()
    source = random.Random(5)
    agree(player)
    for _ in range(40):
        scene = player.spine
        box = scene.view.map.box
        what = source.randrange(5)
        if what == 0:
            across, down = source.uniform(0, box.width), source.uniform(0, box.height)
            player.click((box.left + across, box.top + down))
        elif what == 1:
            player.slide(source.choice(["deep_muscles", "long_muscles"]), source.random())
        elif what == 2:
            scene.change(source.choice(MUSCLES), round(source.random(), 2))
        elif what == 3:
            scene.undo()
        else:
            scene.load(load_preset(source.choice(preset_names("spine"))))
        player.frames(1)
        agree(player)


def test_the_dot_can_be_dragged_and_one_undo_takes_it_back() -> None:
    player = SpinePlayer()
    before = dict(player.spine.model.settings)
    x, y = player.dot()
    player.drag([(x, y), (x + 30, y - 60), (x + 60, y - 120)])
    agree(player)
    settings = player.spine.model.settings
    assert level(settings, LONG) > 0.4
    assert level(settings, DEEP) > 0.4
    player.spine.undo()
    assert player.spine.model.settings == before
    agree(player)


def test_the_dot_moves_with_the_keys() -> None:
    player = SpinePlayer()
    player.key(pygame.K_TAB)
    player.key(pygame.K_TAB)
    assert player.app.group.focus is player.spine.view.map
    for key in (pygame.K_RIGHT, pygame.K_UP, pygame.K_PAGEUP):
        player.key(key)
    assert level(player.spine.model.settings, LONG) == pytest.approx(0.22)
    assert level(player.spine.model.settings, DEEP) == pytest.approx(0.12)


def test_a_coarse_map_at_once_and_a_fine_one_soon() -> None:
    plane = Plane(settings_of({}))
    assert len(plane.region.smallest) == COARSE
    slices = 0
    while not plane.region.fine:
        plane.advance()
        slices += 1
    assert len(plane.region.smallest) == FINE
    assert slices < 25  # pictures: with those of rest before them under half a second
    assert not plane.advance()


@pytest.mark.parametrize("values", [{}, {"hand_load": 12, "disc_stiffness": 70}], ids=str)
def test_the_map_says_what_single_analyses_say(values: dict[str, object]) -> None:
    plane = Plane(settings_of(values))
    while not plane.region.fine:
        plane.advance()
    for row, column in ((0, 0), (5, 90), (50, 20), (99, 99), (30, 31)):
        levels = {"long_muscles": (column + 0.5) / FINE, "deep_muscles": (row + 0.5) / FINE}
        found = analyse(column_of(settings_of({**values, **levels})))
        assert plane.region.smallest[row, column] == pytest.approx(found.eigenvalues[0], abs=1e-6)


def test_the_map_of_unlinked_muscles_goes_through_the_present_state() -> None:
    settings = settings_of({"multifidus": 0.6, "transversus": 0.2, "long_muscles": 0.4})
    plane = Plane(settings)
    while not plane.region.fine:
        plane.advance()
    there = plane.region.smallest[round(0.4 * FINE), round(0.4 * FINE)]
    assert there == pytest.approx(verdict_of(settings).smallest, abs=3)


def test_the_map_moves_with_what_it_depends_on_only() -> None:
    player = SpinePlayer()
    player.frames(SETTLED)
    plane = player.spine.view.map._plane
    player.slide("deep_muscles", 0.7)
    player.slide("push", 0.7)
    assert player.spine.view.map._plane is plane
    player.spine.change("hand_load", 10.0)
    assert player.spine.view.map._plane is not plane
    player.frames(SETTLED)
    assert player.spine.view.map._plane is not None
    assert player.spine.view.map._plane.region.fine


def test_a_small_window_has_the_map_beside_the_chart() -> None:
    player = SpinePlayer((1024, 600))
    assert player.spine.view.map not in player.spine.widgets()
    pages = player.spine.panel.pages
    assert pages.visible
    player.click((pages.rect.right - 20, pages.rect.centery))
    player.frames(1)
    assert player.spine.view.map in player.spine.panel.area.children
    player.app.group.focus_on(player.spine.view.map, keyboard=True)
    player.key(pygame.K_PAGEUP)
    assert level(player.spine.model.settings, DEEP) == pytest.approx(0.1)


def test_stretching_keeps_values_and_turns_up_to_down() -> None:
    grid = np.add.outer(10 * np.arange(4.0), np.arange(4.0))
    field = stretched(grid, 64)
    assert field.shape == (64, 64)
    assert field[0, -1] == grid[-1, -1]
    assert field[-1, 0] == grid[0, 0]
    assert field[64 - 1 - 24, 24] == pytest.approx(10 * 1.03125 + 1.03125)


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


def test_the_border_is_as_thick_while_the_map_is_coarse() -> None:
    def light(plane: Plane, side: int) -> float:
        look = look_for((1280 * side // 240, 720 * side // 240), DEFAULT, 1.0)
        picture = paint_map(plane.region, side, look, Words("en"))
        colours = pygame.surfarray.array3d(picture)[side // 2 : 3 * side // 4, side // 4 :]
        return float(colours[:, : side // 2].mean())

    pygame.font.init()
    plane = Plane(settings_of({}))
    coarse = light(plane, 240)
    while not plane.region.fine:
        plane.advance()
    fine = light(plane, 240)
    assert coarse == pytest.approx(fine, rel=0.01)
    assert light(plane, 720) == pytest.approx(fine, rel=0.01)


def test_names_stand_where_there_is_room() -> None:
    mask = np.zeros((32, 32), dtype=bool)
    assert roomiest(mask, 2, 1) is None
    mask[4:10, 8:30] = True
    place = roomiest(mask, 6, 2)
    assert place is not None
    assert place[0] == pytest.approx(18.5, abs=1)
    assert place[1] == pytest.approx(6.5, abs=1)
    assert roomiest(mask, 2, 6) is None


# -- the words -----------------------------------------------------------------------------

GOOD_NEWS = {"stands", "firm"}


def test_the_top_line_has_the_sign_of_the_analysis_in_500_random_states() -> None:
    source = np.random.default_rng(11)
    spine = LumbarSpine({})
    moment = moment_of(spine)
    for _ in range(500):
        settings = settings_of(
            {
                **{name: source.uniform() ** 2 for name in MUSCLES},
                "hand_load": source.uniform(0, 20),
                "disc_stiffness": source.uniform(10, 150),
                "short_range_stiffness": source.uniform(2, 40),
            }
        )
        verdict = verdict_of(settings)
        found = analyse(column_of(settings))
        assert verdict.smallest == pytest.approx(found.eigenvalues[0], rel=1e-6, abs=1e-6)
        headline, _ = say(verdict, moment)
        assert (headline in GOOD_NEWS) == found.stable
        assert verdict.leans == bool(leaning(found.mode) > 0.5)


def test_why_it_stands_or_not_is_found_by_trying() -> None:
    def smallest(**values: float) -> float:
        return verdict_of(settings_of(values)).smallest

    both = verdict_of(settings_of({"long_muscles": 0.25, "deep_muscles": 0.6}))
    assert both.by_deep
    assert both.by_long
    assert smallest(long_muscles=0.25, deep_muscles=0) < 0
    assert smallest(long_muscles=0, deep_muscles=0.6) < 0
    little = verdict_of(settings_of({"long_muscles": 0.05}))
    assert not little.deep_could
    assert smallest(long_muscles=0.05, deep_muscles=1) < 0
    hard = verdict_of(settings_of({"long_muscles": 0.9}))
    assert hard.deep_could
    assert not hard.long_could
    stiff = verdict_of(settings_of({"disc_stiffness": 150, "long_muscles": 0.2}))
    assert stiff.stable
    assert not stiff.by_deep


def test_posture_is_affine_in_the_activations() -> None:
    source = np.random.default_rng(3)
    settings = settings_of({"hand_load": 6, "short_range_stiffness": 17})
    posture: Posture = posture_of(settings)
    states = source.uniform(size=(20, len(MUSCLES)))
    for state, matrix in zip(states, posture.stiffness(states), strict=True):
        levels = dict(zip(MUSCLES, state.tolist(), strict=True))
        alone = analyse(column_of({**settings, **levels})).stiffness
        assert np.allclose(matrix, alone, rtol=1e-9, atol=1e-8)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_can_be_said_has_words(language: str) -> None:
    texts = table(language)
    source = np.random.default_rng(2)
    for _ in range(60):
        levels = {name: round(source.uniform() ** 2, 2) for name in MUSCLES}
        spine = LumbarSpine({**levels, "push": source.uniform(1, 50)})
        spine.push()
        for step in range(1500):
            spine.step()
            if step % 150 == 0:
                said, why = say(verdict_of(spine.settings), moment_of(spine))
                for key in (said, *why):
                    assert texts[f"spine_say.{key}"]
                    assert texts[f"spine_say_short.{key}"]


def test_what_has_given_way_is_named_with_its_level_and_time() -> None:
    player = SpinePlayer(long_muscles=0.8)
    player.app.prefer(auto_slow=False)
    player.click(player.vertebra(3))
    assert player.until(lambda: player.headline.startswith("The middle gave way at"), 20)
    assert any(joint in player.headline for joint in JOINTS)
    assert "0.12" in player.headline


# -- examples ---------------------------------------------------------------------------------

STANDS = {"both", "lifting_with_both"}


@pytest.mark.parametrize("name", preset_names("spine"))
def test_every_example_does_what_it_says(name: str) -> None:
    settings = load_preset(name)
    spine = LumbarSpine(settings)
    spine.push()
    for _ in range(5 * 1200):
        spine.step()
    assert spine.fallen == (name not in STANDS)
    assert verdict_of(settings).stable == (name in STANDS)
    if name in ("bare_column", "long_little", "deep_only"):
        assert leaning(spine.rotations) > 0.9
    elif name not in STANDS:
        assert leaning(spine.rotations) < 0.5


def test_pulling_harder_lets_it_give_way_sooner() -> None:
    times = []
    for name in ("long_half", "long_full"):
        spine = LumbarSpine(load_preset(name))
        spine.push()
        while spine.fell_at is None:
            spine.step()
        times.append(spine.fell_at)
    assert times[1] < times[0]


# -- anything at all -----------------------------------------------------------------------


def test_after_anything_starting_over_equals_a_fresh_start(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(capture, "pictures_folder", lambda: tmp_path)
    monkeypatch.setattr(capture, "save_clip", lambda frames, path, per_second: None)
    monkeypatch.setattr(capture, "save_picture", lambda surface, path: None)
    player = SpinePlayer(long_muscles=0.35)
    source = random.Random(8)
    for _ in range(800):
        for _ in range(5):
            pygame.event.post(random_event(source, player.app.surface.get_size()))
        player.app.frame(source.choice([0.0, 1 / 60, 1 / 60, 1 / 10]))
    player.app.group.cancel()
    while player.app.group.modal is not None:
        player.key(pygame.K_ESCAPE)
    player.app.choose("spine")
    player.key(pygame.K_r, pygame.KMOD_ALT)
    scene = player.spine
    fresh = LumbarSpine({"long_muscles": 0.35})
    for _ in range(scene.model.world.steps):
        fresh.step()
    assert scene.model.snapshot() == fresh.snapshot()
    assert scene.extras == {"names"}
    agree(player)


def test_the_finger_waits_behind_the_pushed_level() -> None:
    heights = []
    for name in ("L5", "L1"):
        player = SpinePlayer(push_level=name)
        moment = player.spine.playback.moment
        heights.append(player.spine.view.touch.finger.centery)
        stage = player.spine.view.touch.stage
        assert stage is not None
        y = float(moment.state[moment.push_segment - 1, Y])
        assert abs(heights[-1] - stage.camera.to_screen((0.0, y))[1]) < 60
    assert heights[1] < heights[0]
