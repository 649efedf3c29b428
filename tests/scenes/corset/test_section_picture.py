"""The transverse section: it follows the ring, and every part can be told from its neighbours."""

import itertools
from functools import cache

import numpy as np
import pygame
import pytest

from scenes.corset.pressure import HALO, LONGEST, SHAFT
from scenes.corset.section_colours import colour_of, section_colours
from scenes.corset.section_outlines import (
    along,
    belt_line,
    first_bone,
    part,
    shapes,
    sheet_line,
)
from scenes.corset.section_picture import draw_section, RAYS, TIPS
from scenes.corset.section_pose import anchors, SectionPose, skin, starts
from scenes.draw.camera import Camera
from scenes.draw.look import Look
from scenes.draw.palette import Colour, DEFAULT, PROFILES
from sim.corset.model import Corset
from sim.corset.rest import rest_places
from sim.corset.section import BELT, NAVEL
from tests.scenes.draw.contrast import luminance
from tests.scenes.draw.pixels import away, near, pixels

CARD = pygame.Rect(40, 164, 590, 456)
CAMERA = Camera(1520.0, (335.0, 406.0))
NAVEL_SKIN = int(np.argmin(np.abs(skin()[:, 0]) + (skin()[:, 1] < 0)))


@cache
def posed(**values: object) -> SectionPose:
    """A corset at rest with its breath held."""
    corset = Corset({"breathing": 0, **values})
    effort = corset.effort
    return SectionPose(corset.places.copy(), effort.transversus, effort.obliques, corset.pressure)


REST = SectionPose(rest_places())


def picture(pose: SectionPose, look: Look, **options: bool) -> pygame.Surface:
    page = pygame.Surface((1280, 720))
    page.fill(look.palette.panel)
    page.set_clip(CARD)
    draw_section(page, CAMERA, look, pose, **options)
    page.set_clip(None)
    return page


def at(surface: pygame.Surface, x: float, y: float) -> Colour:
    """The colour at a place in the section [mm]."""
    place = CAMERA.to_screen((x / 1000, y / 1000))
    red, green, blue, _ = surface.get_at((round(place[0]), round(place[1])))
    return red, green, blue


# -- data ----------------------------------------------------------------------------


def test_every_shape_has_colours_and_lies_in_the_skin() -> None:
    low, high = skin().min(axis=0), skin().max(axis=0)
    for shape in shapes():
        for palette in PROFILES.values():
            for name in filter(None, (shape.fill, shape.line)):
                assert len(colour_of(palette, name)) == 3
        assert (shape.points >= low - 1e-9).all(), shape.name
        assert (shape.points <= high + 1e-9).all(), shape.name
        assert len(shape.points) % shape.pieces == 0
    assert shapes()[0].name == "skin"


@pytest.mark.parametrize("name", ["rectus_abdominis", "erector_spinae"])
def test_fibres_stay_inside_their_muscle(name: str) -> None:
    right, fibres, left, _ = part(name)
    assert fibres.pieces >= 3
    for x, y in fibres.points:
        edges = right.points, np.roll(right.points, -1, axis=0)
        crossing = (edges[0][:, 1] > y) != (edges[1][:, 1] > y)
        share = (y - edges[0][crossing, 1]) / (edges[1] - edges[0])[crossing, 1]
        cuts = edges[0][crossing, 0] + share * (edges[1] - edges[0])[crossing, 0]
        assert (cuts > x).sum() % 2 == 1
    assert left.points[:, 0] == pytest.approx(-right.points[:, 0])


def test_nodes_lie_on_the_drawn_belt_and_fascia() -> None:
    nodes = anchors()
    lines = np.concatenate(
        [along(line, np.linspace(0, 1, 400)) for line in (belt_line(), sheet_line())]
    )
    for node in nodes:
        gaps = np.hypot(*(lines - np.abs(node) * (1, np.sign(node[1]))).T)
        assert gaps.min() < 1e-3
    assert (np.diff(np.arctan2(nodes[:BELT, 0], -nodes[:BELT, 1]) % (2 * np.pi)) > 0).all()


# -- it follows the ring ----------------------------------------------------------------


def test_at_rest_it_is_as_drawn() -> None:
    assert np.abs(REST.moved).max() < 1e-9
    assert REST.gap == 0
    assert REST.farthest < 1e-9


@pytest.mark.parametrize(
    "values", [{"draw_in": 1}, {"brace": 1}, {"breath_phase": 0.5, "breath_depth": 1}], ids=str
)
def test_the_wall_goes_where_the_ring_goes(values: dict[str, object]) -> None:
    pose = posed(**values)
    outwards = float((pose.places - rest_places())[NAVEL, 1].mean())
    assert abs(outwards) > 0.004
    moved = pose.moved[NAVEL_SKIN]
    assert moved[1] == pytest.approx(outwards, rel=0.15)
    assert abs(moved[0]) < 1e-4
    # Left as right.
    mirrored = pose.moved[: len(skin())][::-1]
    shifted = np.roll(mirrored, 1, axis=0) * (-1, 1)
    assert pose.moved[: len(skin())] == pytest.approx(shifted, abs=1e-5)


def test_back_and_vertebra_stay_where_they_are() -> None:
    pose = posed(brace=1)
    back = skin()[:, 1] < -0.09
    assert np.abs(pose.moved[: len(skin())][back]).max() < 1e-3
    names = [shape.name for shape in shapes()[first_bone() :]]
    assert {"arch", "body", "disc", "nucleus"} <= set(names)
    assert not {"arch", "body"} & {shape.name for shape in shapes()[: first_bone()]}


def test_labels_follow_what_they_name() -> None:
    pose = posed(brace=1)
    assert pose.follow(skin()) == pytest.approx(pose.points[: len(skin())])
    navel, spine = pose.follow(np.array([[0.0, 0.104], [0.0, 0.0]]))
    assert navel[1] == pytest.approx(0.104 - 0.0088, abs=0.001)
    assert np.hypot(*spine) < 1e-4


def test_layers_keep_their_order() -> None:
    """On the way out in front and at the side: content, belt, obliques, skin."""
    for pose in (REST, posed(draw_in=1), posed(brace=1), posed(joined=0, brace=1)):
        points, bounds = pose.points, starts()
        outlines = {
            shape.name: points[bounds[i] : bounds[i + 1]]
            for i, shape in enumerate(shapes()[: first_bone()])
            if shape.points[:, 0].max() > 0.05
        }
        layers = ("content", "transversus", "internal_oblique", "external_oblique", "skin")
        sides = [outlines[name][:, 0].max() for name in layers]
        assert sides == sorted(sides)


def test_parted_halves_are_drawn_apart(look: Look) -> None:
    whole, parted = (picture(posed(draw_in=1, joined=j), look, ghost=False) for j in (1, 0))
    assert posed(draw_in=1, joined=0).gap > 0.05
    teal, fat = look.palette.teal, section_colours(look.palette).fat
    shown = [near(page.subsurface((295, 200, 80, 60)), teal, 40) for page in (whole, parted)]
    assert shown[0] > 50
    assert shown[1] < shown[0] / 10
    assert near(parted.subsurface((295, 200, 80, 60)), fat, 6) > 100


# -- what is seen ---------------------------------------------------------------------------


def test_parts_have_their_colours(look: Look) -> None:
    page, palette = picture(REST, look, arrows=False), look.palette
    colours = section_colours(palette)
    for place, colour in [
        ((60, -103), colours.fat),
        ((72, 8), colours.soft),
        ((36, 0), colours.wall),
        ((18, -55), palette.teal_mid),
        ((0, 0), palette.disc_hi),
        ((0, -52), palette.bone),
        ((0, 155), palette.panel),
    ]:
        assert at(page, *place) == pytest.approx(colour, abs=8), place


def test_the_belt_grows_thicker_and_fuller(look: Look) -> None:
    def belt(level: float) -> pygame.Surface:
        return picture(SectionPose(rest_places(), level), look, arrows=False)

    weak, strong = belt(0.0), belt(0.3)
    assert near(strong, look.palette.teal, 30) > 1.5 * near(weak, look.palette.teal, 30)
    assert at(strong, 125, 15) == pytest.approx(look.palette.teal, abs=8)
    assert at(weak, 125, 15) != pytest.approx(look.palette.teal, abs=8)


def test_arrows_grow_with_the_pressure(look: Look) -> None:
    def dark(pressure: float, *, arrows: bool = True) -> int:
        pose = SectionPose(rest_places(), pressure=pressure)
        return near(picture(pose, look, arrows=arrows), look.palette.force, 4)

    none, low, high = dark(0, arrows=False), dark(1000), dark(5000)
    assert none < low < high


def test_not_even_the_longest_arrows_touch() -> None:
    rays = RAYS / np.hypot(*RAYS.T)[:, None]
    shares = np.linspace(0, 1, 40)[:, None, None]
    shafts = TIPS - shares * LONGEST * rays
    for one, other in itertools.combinations(range(len(TIPS)), 2):
        apart = shafts[:, None, one] - shafts[None, :, other]
        assert np.hypot(*apart.reshape(-1, 2).T).min() > SHAFT + 2 * HALO
    outline = part("content")[0].points
    for x, y in TIPS:
        around = np.unwrap(np.arctan2(*(outline[:, ::-1] - (y, x)).T), discont=np.pi)
        assert abs(around[-1] - around[0]) > np.pi  # inside


def test_the_skin_at_rest_is_dashed_where_it_has_left(look: Look) -> None:
    pose = posed(draw_in=1)
    with_it, without = (picture(pose, look, ghost=ghost) for ghost in (True, False))
    changed = away(with_it, without) > 30
    assert 200 < changed.sum() < 4000
    same = [picture(REST, look, ghost=ghost) for ghost in (True, False)]
    assert (pixels(same[0]) == pixels(same[1])).all()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_stays_inside_its_card(scale: float) -> None:
    look = Look(DEFAULT, scale)
    page = pygame.Surface((1280, 720))
    page.fill((255, 0, 255))
    card = pygame.Rect(300, 200, 300, 220)
    page.set_clip(card)
    draw_section(page, CAMERA, look, posed(breath_phase=0.5, breath_depth=1))
    page.set_clip(None)
    inside = pixels(page.subsurface(card)).copy()
    page.fill((255, 0, 255), card)
    assert (pixels(page) == (255, 0, 255)).all()
    assert not (inside == (255, 0, 255)).all()


def test_nothing_is_drawn_off_the_screen() -> None:
    page = pygame.Surface((200, 200))
    draw_section(page, Camera(1520.0, (-2000.0, -2000.0)), Look(DEFAULT), REST)
    assert near(page, (0, 0, 0), 0) == 200 * 200


def test_what_has_not_changed_is_not_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    look, page = Look(DEFAULT), pygame.Surface((1280, 720))
    page.set_clip(CARD)
    draw_section(page, CAMERA, look, posed(draw_in=1))

    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(pygame.draw, "polygon", never)
    draw_section(page, CAMERA, look, posed(draw_in=1))
    with pytest.raises(AssertionError):
        draw_section(page, CAMERA, look, posed(brace=1))


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize(
    ("shape", "ground"),
    [
        ("skin_edge", "fat"),
        ("skin_edge", "panel"),
        ("wall_l", "fat"),
        ("teal", "fat"),
        ("teal", "soft"),
        ("teal", "wall"),
        ("teal", "tendon"),
        ("force", "soft"),
    ],
)
def test_shapes_can_be_told_apart(profile: str, shape: str, ground: str) -> None:
    palette = PROFILES[profile]
    levels = sorted(luminance(colour_of(palette, name)) for name in (shape, ground))
    assert (levels[1] + 0.05) / (levels[0] + 0.05) >= 3
