"""Both pictures of the corset show one moment and have their room."""

import numpy as np
import pygame
import pytest

from scenes.corset import picture
from scenes.corset.lifter import lifter, trunk_of
from scenes.corset.picture import Pictures, shade_of, stage_of
from scenes.corset.section_pose import SectionPose
from scenes.draw.look import Look
from scenes.draw.palette import DEFAULT
from scenes.draw.spine.pose import NEUTRAL, THORAX
from sim.corset.lifting import POSTURES
from sim.corset.section import NAVEL
from tests.scenes.corset.player import CorsetPlayer, settled
from tests.scenes.draw.pixels import near


def test_both_pictures_show_one_moment() -> None:
    player = CorsetPlayer(breath_depth=1)
    player.frames(150)
    stage = player.corset.view.touch
    assert stage.moment is player.corset.playback.shown
    assert stage.stage is not None
    window = player.app.surface.get_rect()
    for rect in (stage.stage.section, stage.stage.side_card):
        assert window.contains(rect)
    assert not stage.stage.section.colliderect(stage.stage.side_card)
    drawn = stage.moment.pose.points
    rest = settled().pose.points
    assert np.abs(drawn - rest).max() > 0.01  # the belly is out


def test_drawing_in_shows_on_the_outline() -> None:
    rest, drawn = settled(), settled(draw_in=1)
    inward = (rest.places - drawn.places)[NAVEL, 1].mean()
    assert inward > 0.005
    skin = slice(0, 40)
    assert rest.pose.points[skin, 1].max() > drawn.pose.points[skin, 1].max() + 0.004


@pytest.mark.parametrize("size", [(1024, 600), (1280, 720), (1920, 1080)])
def test_the_pictures_have_their_room_in_every_window(size: tuple[int, int]) -> None:
    pygame.font.init()
    for zoom in (1.0, 2.0):
        player = CorsetPlayer(size)
        player.app.prefer(zoom=zoom)
        player.frames(1)
        found = player.corset.view.touch.stage
        assert found is not None
        assert found.section.width > found.side.width
        assert found.section.height > 0.35 * player.corset.view._areas.play.height  # type: ignore[union-attr]
        player.app.prefer(zoom=1.0)


@pytest.mark.parametrize("high", [-40, 0, 1])
def test_where_there_is_no_room_the_lifter_is_a_speck(high: int) -> None:
    for name in POSTURES:
        assert min(lifter(name, 20.0, high, Look(DEFAULT)).get_size()) >= 0


def test_each_posture_has_a_sign_of_its_own() -> None:
    pygame.font.init()
    signs = {lifter(name, 20.0, 60, Look(DEFAULT)).get_buffer().raw for name in POSTURES}
    assert len(signs) == len(POSTURES)
    rect = pygame.Rect(0, 0, 800, 450)
    assert stage_of(rect, Look(DEFAULT)).side_card.bottom == rect.bottom


BENT = ("stand", "knees", "round")


def test_a_heavier_weight_is_a_larger_one() -> None:
    def wood(load: float) -> int:
        return near(lifter("round", load, 120, Look(DEFAULT)), DEFAULT.wood, 4)

    assert 0 == wood(0.0) < wood(5.0) < wood(20.0) < wood(40.0)


@pytest.mark.parametrize("name", [name for name, one in POSTURES.items() if one.lifts])
def test_the_weight_stands_on_the_floor_whole(name: str) -> None:
    sign = lifter(name, 20.0, 240, Look(DEFAULT))
    lowest = sign.subsurface((0, sign.get_height() - 1, sign.get_width(), 1))
    assert near(sign, DEFAULT.wood, 4) > 500
    assert near(lowest, DEFAULT.wood, 4) == 0


@pytest.mark.parametrize("name", POSTURES)
def test_the_trunk_leans_as_far_as_its_posture(name: str) -> None:
    pose = trunk_of(name)
    lean = NEUTRAL.angles[THORAX] - pose.angles[THORAX]
    assert lean == pytest.approx(POSTURES[name].lean)
    assert pose.pivots[0] == pytest.approx(NEUTRAL.pivots[0])
    # A round back bends more in the spine than a straight one, whose hips do nearly all.
    inside = [np.ptp(trunk_of(one).angles - NEUTRAL.angles) for one in BENT]
    assert inside == sorted(inside)


def test_of_both_pictures_one_is_drawn_anew_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[float] = []

    def watched(*given: object, section: SectionPose, arrows: bool) -> None:
        shown.append(section.transversus)

    monkeypatch.setattr(picture, "draw_moment", watched)
    pictures, stage = Pictures(), stage_of(pygame.Rect(0, 0, 800, 450), Look(DEFAULT))
    calm, drawn_in = settled(), settled(draw_in=1)
    assert shade_of(calm) != shade_of(drawn_in)
    for moment in (calm, drawn_in, drawn_in):
        pictures.draw(pygame.Surface((800, 450)), stage, moment, arrows=True)
    now, then = calm.pose.transversus, drawn_in.pose.transversus
    assert shown == [now, now, then]


@pytest.mark.parametrize("size", [(390, 844), (640, 360)], ids=str)
@pytest.mark.parametrize("page", [0, 1])
def test_in_the_hand_a_picture_has_the_ground_of_the_play_area(
    size: tuple[int, int], page: int
) -> None:
    player = CorsetPlayer(size)
    player.app.prefer(zoom=2.0)
    player.app.experiment.view.strip.choose(page)
    player.frames(2)
    areas = player.app.experiment.view._areas
    assert areas is not None
    at = areas.play.left + 4, areas.play.top + 12
    assert player.app.surface.get_at(at)[:3] == player.app.look.palette.play
