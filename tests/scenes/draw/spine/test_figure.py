"""The lumbar spine from the side: bones meet, muscles pull where they should."""

import math
from dataclasses import replace

import numpy as np
import pygame
import pytest

from scenes.draw import canvas
from scenes.draw.camera import Camera
from scenes.draw.look import Look
from scenes.draw.palette import DEFAULT
from scenes.draw.spine import bones as spine_bones
from scenes.draw.spine import discs as spine_discs
from scenes.draw.spine import trunk as spine_trunk
from scenes.draw.spine.figure import draw_spine
from scenes.draw.spine.muscles import muscle_at
from scenes.draw.spine.paths import Attached, ways_of
from scenes.draw.spine.pose import (
    bent,
    NEUTRAL,
    outlines,
    segment_at,
    SEGMENTS,
    SpinePose,
)
from scenes.draw.spine.strands import NO_STRANDS, Strands, strands_in
from tests.scenes.draw.pixels import away, near, pixels
from tests.scenes.draw.spine.test_paths import inside

CAMERA = Camera(1600.0, (420.0, 520.0))
MAGENTA = (255, 0, 255)
BOX = pygame.Rect(220, 164, 480, 460)
# Name, segment below, its point [m], segment above, its point [m], force [N].
STRANDS = (
    ("multifidus", 3, (-0.032, 0.004), 5, (-0.060, -0.012), 38.0),
    ("multifidus", 0, (-0.045, -0.035), 4, (-0.060, -0.012), 96.0),
    ("multifidus", 0, (-0.045, -0.035), 4, (-0.060, -0.012), 96.0),
    ("multifidus", 0, (-0.035, -0.015), 1, (-0.042, -0.008), 36.0),
    ("erector_spinae", 0, (-0.055, -0.050), 6, (-0.055, 0.220), 1404.0),
    ("abdominals", 0, (0.1145, 0.02232), 6, (0.110, 0.100), 1274.0),
)
LEAN = bent([-math.radians(10)] * 6)
BUCKLE = bent(np.radians([12, 12, 0, 0, -12, -12]).tolist())
POSES = [NEUTRAL, LEAN, BUCKLE, bent([math.radians(8)] * 6)]


def strands(pose: SpinePose, activation: float) -> Strands:
    ends = [
        [pose.world(low, np.array(below)), pose.world(high, np.array(above))]
        for _, low, below, high, above, _ in STRANDS
    ]
    force = np.array([strand[-1] for strand in STRANDS])
    names = tuple(strand[0] for strand in STRANDS)
    attached = [
        Attached(low, below, high, above, held=name != "abdominals")
        for name, low, below, high, above, _ in STRANDS
    ]
    ways, active = ways_of(attached).in_pose(pose), np.full(len(STRANDS), activation)
    return Strands(np.array(ends), ways, force, active, names)


def random_pose(seed: int) -> SpinePose:
    return bent(np.random.default_rng(seed).uniform(-0.2, 0.2, 6).tolist(), (0.01, -0.02))


def test_neutral_pivots_are_those_of_the_design() -> None:
    wanted = [(0, 0), (12.7, 34.8), (16.5, 71.6), (13.9, 108.5), (7.5, 144.9), (-1.4, 180.8)]
    assert np.allclose(NEUTRAL.pivots * 1000, wanted, atol=0.06)
    assert NEUTRAL.angles[6] == pytest.approx(0.0)
    assert math.degrees(NEUTRAL.angles[0]) == pytest.approx(-42.0)


def test_a_magnified_pose_is_one_that_bends_more() -> None:
    bends = np.radians([1.0, -0.5, 0.3, 0.0, 0.7, -1.2])
    large, same = bent(bends, times=3), bent((3 * bends).tolist())
    assert np.allclose(large.places, same.places, atol=1e-12)
    assert np.allclose(large.angles, same.angles, atol=1e-12)


@pytest.mark.parametrize("seed", range(8))
def test_discs_have_the_faces_of_their_neighbours(seed: int) -> None:
    pose = random_pose(seed)
    discs = spine_discs.disc_outlines(pose)
    for joint, disc in enumerate(discs):
        for segment, corners in ((joint + 1, disc[:9]), (joint, disc[14:23])):
            bodies = np.concatenate(outlines(SEGMENTS[segment], "body"))
            local = pose.local(segment, corners)
            gaps = np.hypot(*(local[:, None] - bodies).transpose(2, 0, 1)).min(axis=1)
            assert gaps.max() < 1e-9
    middles = discs.mean(axis=1)
    assert np.hypot(*(middles - pose.pivots).T).max() < 0.004


def test_discs_bulge_where_they_are_squeezed() -> None:
    def front(pose: SpinePose) -> float:
        """How far the front rim of L3/4 is out beyond its corners [m]."""
        rim = pose.local(2, spine_discs.disc_outlines(pose)[2])
        return float(rim[-5:, 0].max() - max(rim[0, 0], rim[22, 0]))

    forward, back = bent([0, 0, -0.15, 0, 0, 0]), bent([0, 0, 0.15, 0, 0, 0])
    assert front(forward) > front(NEUTRAL) + 0.001
    assert front(back) < front(NEUTRAL)


@pytest.mark.parametrize("pose", POSES)
def test_no_gap_between_disc_and_vertebra(pose: SpinePose, look: Look) -> None:
    # Nothing in the drawing is magenta but the trunk behind it.
    seen = Look(replace(look.palette, name=f"{look.palette.name} seen through", body=MAGENTA))
    page = pygame.Surface((1280, 720))
    draw_spine(page, CAMERA, seen, pose)
    assert near(page, MAGENTA, 60) > 1000
    leaning = pose.angles[1:] + np.radians([0, 0, 0, 0, 0, 17])  # T12 in the frame of the thorax
    for pivot, angle in zip(pose.pivots, leaning, strict=True):
        along = np.array([-math.sin(angle), math.cos(angle)])
        for step in np.linspace(-0.013, 0.013, 60):
            x, y = CAMERA.to_screen(tuple((pivot + along * step).tolist()))
            red, green, blue, _ = page.get_at((round(x), round(y)))
            assert min(red, blue) < green + 40


@pytest.mark.parametrize("pose", POSES)
@pytest.mark.parametrize("activation", [0.0, 1.0])
def test_strands_end_where_the_model_pulls(pose: SpinePose, activation: float) -> None:
    look = Look(DEFAULT)
    low = Camera(1100.0, (500.0, 700.0))
    without = pygame.Surface((1280, 900))
    draw_spine(without, low, look, pose)
    for number in range(len(STRANDS)):
        every = strands(pose, activation)
        one = Strands(
            every.ends[[number]],
            every.ways[[number]],
            every.strength[[number]],
            every.activation[[number]],
            (every.groups[number],),
        )
        page = pygame.Surface((1280, 900))
        draw_spine(page, low, look, pose, one)
        changed = away(page, without) > 12
        ends = [low.to_screen((float(x), float(y))) for x, y in one.ends[0]]
        for x, y in ends:
            patch = changed[round(x) - 3 : round(x) + 3, round(y) - 3 : round(y) + 3]
            assert patch.any()
        columns, rows = np.nonzero(changed)
        along = np.subtract(ends[1], ends[0]) / math.dist(*ends)
        places = (np.stack([columns, rows], axis=1) - ends[0]) @ along
        assert places.min() > -4
        assert places.max() < math.dist(*ends) + 4


@pytest.mark.parametrize("group", ["multifidus", "erector_spinae", "abdominals", "transversus"])
def test_more_activation_is_wider_and_fuller(page: pygame.Surface, look: Look, group: str) -> None:
    page.set_clip(BOX)

    def colour(much: float) -> float:
        every = strands(NEUTRAL, 0.0)
        active = np.array([much * (name == group) for name in every.groups])
        drawn = Strands(every.ends, every.ways, every.strength, active, every.groups)
        draw_spine(page, CAMERA, look, NEUTRAL, drawn, transversus=much * (group == "transversus"))
        brick = group in ("erector_spinae", "abdominals")
        full = look.palette.brick if brick else look.palette.teal
        return float((np.abs(pixels(page) - full).sum(axis=2) < 220).sum())

    assert colour(0.3) < colour(0.6) < colour(1.0)


def test_multifidus_is_one_mass_and_no_strings(look: Look) -> None:
    """Nothing shows through between its fascicles, and it is thick."""
    page = pygame.Surface((1280, 720))
    deep = strands_in(NEUTRAL, {"multifidus": 0.0})
    draw_spine(page, CAMERA, look, NEUTRAL, deep)
    behind = max(deep.bowed, key=lambda way: float(way[-1, 1] - way[0, 1]))
    for x, y in deep.ends[:, 0]:
        at = np.array([np.interp(y, behind[:, 1], behind[:, 0]), y])
        for share in np.linspace(0.1, 0.8, 15):
            place = CAMERA.to_screen(tuple((at + ((x, y) - at) * share).tolist()))
            red, green, blue, _ = page.get_at((round(place[0]), round(place[1])))
            assert green > min(red, blue), share


@pytest.mark.parametrize("pose", POSES)
def test_the_girdle_has_no_loose_end_and_no_corner(pose: SpinePose) -> None:
    lines = spine_trunk.girdle(pose)
    outline = spine_trunk.sheet(lines)
    way = np.diff(np.concatenate([outline[-1:], outline, outline[:1]]), axis=0)
    way /= np.hypot(*way.T)[:, None]
    assert (way[1:] * way[:-1]).sum(axis=1).min() > math.cos(math.radians(70))
    for one in spine_trunk.bands(lines):
        assert inside(outline, one).all()


@pytest.mark.parametrize("joint", range(6))
def test_giving_way_is_amber_and_hatched(page: pygame.Surface, look: Look, joint: int) -> None:
    page.set_clip(BOX)
    giving = np.zeros(6)
    draw_spine(page, CAMERA, look, NEUTRAL, giving_way=giving)
    plain = near(page, look.palette.amber, 20), near(page, look.palette.amber_dark, 20)
    giving[joint] = 1.0
    draw_spine(page, CAMERA, look, NEUTRAL, giving_way=giving)
    amber, dark = near(page, look.palette.amber, 20), near(page, look.palette.amber_dark, 20)
    assert amber > plain[0] + 300
    assert dark > plain[1] + 100
    # In greyscale light and dark alternate along the middle of the disc, more often than once.
    above, below = spine_discs.faces(NEUTRAL)
    middle = ((above + below) / 2)[joint]
    start, end = middle[1], middle[-2]
    grey = pixels(page) @ np.array([0.299, 0.587, 0.114])
    line = []
    for share in np.linspace(0, 1, 120):
        x, y = CAMERA.to_screen(tuple((start + (end - start) * share).tolist()))
        line.append(grey[round(x), round(y)])
    high = np.array(line) > (max(line) + min(line)) / 2
    assert max(line) - min(line) > 60
    assert np.count_nonzero(high[1:] != high[:-1]) >= 6


def test_a_joint_gives_way_between_two_bends_to_either_side() -> None:
    bends = np.array([0.0, -2.0, 3.0, -4.0, 6.0, 9.0])
    assert spine_discs.given_way(bends, 2.0, 6.0).tolist() == [0, 0, 0.25, 0.5, 1, 1]


def test_giving_way_grows(page: pygame.Surface, look: Look) -> None:
    page.set_clip(BOX)
    counts = []
    for much in (0.0, 0.5, 1.0):
        draw_spine(page, CAMERA, look, NEUTRAL, giving_way=np.full(6, much))
        counts.append(near(page, look.palette.amber, 20) + near(page, look.palette.amber_dark, 20))
    assert counts[0] < counts[1] < counts[2]


@pytest.mark.parametrize("pose", POSES)
def test_nothing_is_drawn_outside_the_clip(pose: SpinePose) -> None:
    look = Look(DEFAULT)
    page = pygame.Surface((1280, 720))
    page.fill(MAGENTA)
    page.set_clip(BOX)
    drawn = strands(pose, 1.0)
    draw_spine(page, CAMERA, look, pose, drawn, transversus=1.0, labels=True, ghost=NEUTRAL)
    around = pixels(page)
    around[BOX.left : BOX.right, BOX.top : BOX.bottom] = MAGENTA
    assert (around == MAGENTA).all()
    page.set_clip(pygame.Rect(0, 0, 10, 10))
    draw_spine(page, CAMERA, look, pose, drawn)  # nothing to see, and no error


def test_same_input_same_picture_also_after_others(page: pygame.Surface, look: Look) -> None:
    page.set_clip(BOX)
    pictures = []
    for pose in (LEAN, BUCKLE, LEAN):
        page.fill(look.palette.play)
        draw_spine(page, CAMERA, look, pose, strands(pose, 0.5), transversus=0.5, labels=True)
        pictures.append(pixels(page))
    assert (pictures[0] == pictures[2]).all()
    assert (pictures[0] != pictures[1]).any()


def test_what_is_kept_does_not_grow_while_moving(page: pygame.Surface, look: Look) -> None:
    page.set_clip(BOX)

    def made(bend: float) -> tuple[int, int]:
        pose = bent([bend] * 6)
        draw_spine(page, CAMERA, look, pose, strands(pose, 0.5), ghost=LEAN)
        return spine_bones._sheets.made, canvas._pages.made

    first = made(0.0)
    assert [made(-0.02 * step) for step in range(1, 10)] == [first] * 9


def test_what_stands_still_is_not_drawn_again(
    page: pygame.Surface, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = Look(DEFAULT)
    page.fill(look.palette.play)
    draw_spine(page, CAMERA, look, LEAN)
    wanted = pixels(page)
    monkeypatch.setattr(canvas.Canvas, "sheet", None)
    page.fill(look.palette.play)
    draw_spine(page, CAMERA, look, LEAN)
    assert (pixels(page) == wanted).all()


def test_labels_stand_on_their_vertebrae_or_not_at_all(look: Look) -> None:
    for scale, shown in ((2000.0, True), (500.0, False)):
        camera = Camera(scale, (500.0, 600.0))
        pages = [pygame.Surface((1280, 720)) for _ in range(2)]
        draw_spine(pages[0], camera, look, LEAN)
        draw_spine(pages[1], camera, look, LEAN, labels=True)
        changed = away(pages[0], pages[1]) > 60
        for segment in range(1, 6):
            x, y = camera.to_screen(tuple(LEAN.places[segment].tolist()))
            reach = round(0.012 * scale)
            box = changed[round(x) - reach : round(x) + reach, round(y) - reach : round(y) + reach]
            assert box.any() == shown


def test_ghost_is_dashed(look: Look) -> None:
    pages = [pygame.Surface((1280, 720)) for _ in range(2)]
    draw_spine(pages[0], CAMERA, look, LEAN)
    draw_spine(pages[1], CAMERA, look, LEAN, ghost=NEUTRAL)
    changed = away(pages[0], pages[1]) > 20
    # The back of L1, which the trunk that leans has left.
    body = NEUTRAL.world(5, outlines("L1", "body")[0])
    back = body[body[:, 0] < body[:, 0].min() + 0.004]
    start, end = back[0], back[-1]
    line = []
    for share in np.linspace(0, 1, 100):
        x, y = CAMERA.to_screen(tuple((start + (end - start) * share).tolist()))
        line.append(changed[round(x) - 2 : round(x) + 3, round(y)].any())
    assert any(line)
    assert not all(line)


def test_skin_covers_bones_and_belly(look: Look) -> None:
    for pose in POSES:
        trunk = spine_trunk.skin(pose)
        ends = spine_trunk.girdle(pose)[:, -1]
        for x, y in (*pose.pivots.tolist(), *ends.tolist()):
            around = np.arctan2(trunk[:, 1] - y, trunk[:, 0] - x)
            turns = np.diff(np.concatenate([around, around[:1]]))
            turns = (turns + math.pi) % (2 * math.pi) - math.pi
            assert abs(turns.sum()) == pytest.approx(2 * math.pi, abs=1e-6)


@pytest.mark.parametrize(("scale", "written"), [(1600.0, True), (1080.0, False)])
def test_no_level_that_gives_way_strikes_a_name(look: Look, scale: float, written: bool) -> None:
    camera, given = Camera(scale, (420.0, 520.0)), np.ones(6)
    pages = [pygame.Surface((1280, 720)) for _ in range(4)]
    draw_spine(pages[0], camera, look, BUCKLE)
    draw_spine(pages[3], camera, look, BUCKLE, labels=True)
    assert (away(pages[3], pages[0]) > 60).any()
    draw_spine(pages[1], camera, look, BUCKLE, labels=True, giving_way=given)
    draw_spine(pages[2], camera, look, BUCKLE, giving_way=given)
    named = away(pages[1], pages[2]) > 60
    assert named.any() == written
    amber = away(pages[2], pages[0]) > 60
    assert not (named & amber).any()


# -- what a finger touches ------------------------------------------------------------


@pytest.mark.parametrize("pose", POSES)
def test_a_finger_finds_each_segment(pose: SpinePose) -> None:
    for segment in range(1, 6):
        centre = tuple(pose.places[segment].tolist())
        assert segment_at(pose, centre) == segment
    chest = pose.world(6, np.array([0.0, 0.15]))
    assert segment_at(pose, (float(chest[0]), float(chest[1]))) == 6
    assert segment_at(pose, (0.5, 0.5)) is None
    pelvis = pose.world(0, np.array([0.0, -0.06]))
    assert segment_at(pose, (float(pelvis[0]), float(pelvis[1]))) is None


def test_a_finger_finds_each_muscle() -> None:
    drawn = strands(NEUTRAL, 0.0)
    for number, group in enumerate(drawn.groups):
        middle = drawn.ends[number].mean(axis=0)
        assert muscle_at(drawn, (float(middle[0]), float(middle[1]))) == group
    assert muscle_at(drawn, (0.05, 0.1)) is None
    assert muscle_at(NO_STRANDS, (0.0, 0.0)) is None
