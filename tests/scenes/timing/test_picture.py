"""Both backs are drawn where the model has them, and soon."""

import numpy as np
import pygame
import pytest

from scenes.draw.look import Look
from scenes.draw.palette import DEFAULT
from scenes.timing.moment import Back
from scenes.timing.picture import Backs, draw_back, overlaid, STALE
from sim.timing.pair import TwoBacks
from tests.scenes.draw.pixels import near, pixels
from tests.scenes.timing.player import TimingPlayer


def test_no_picture_is_far_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[Back] = []
    monkeypatch.setattr(
        "scenes.timing.picture.draw_back",
        lambda surface, look, rect, back, other: drawn.append(back),
    )
    player = TimingPlayer()
    rects = (pygame.Rect(0, 0, 9, 9), pygame.Rect(9, 0, 9, 9))
    backs, now = Backs(), 0.0
    for step in (0.0, 0.0016, 0.0016, 0.0016, 0.02, -0.1, 0.001, 0.0, 0.0):
        now += step
        pair = tuple(Back(np.full(6, now), 0, 0, side, None, np.zeros(6)) for side in (0.0, 1.0))
        drawn.clear()
        backs.draw(player.app.surface, player.app.look, rects, (pair[0], pair[1]), now)
        assert len(drawn) == 2
        for side, back in enumerate(drawn):
            assert back.turned == side
            assert 0 <= now - back.bends[0] < STALE
        if not 0 < step < STALE:
            assert any(back.bends[0] == now for back in drawn)
    assert all(back.bends[0] == now for back in drawn)  # both arrive when time stands still


def test_over_each_back_lies_the_worst_moment_of_the_other() -> None:
    page = pygame.Surface((300, 320))
    look, rect = Look(DEFAULT), pygame.Rect(0, 0, 300, 320)
    now, worst = np.zeros(6), np.radians([0.0, 0.5, 2.5, 0.5, 0.0, 0.0])
    moved = Back(now, 0.2, 0.2, 2.5, None, worst)
    still = Back(now, 0.2, 0.2, 0.0, None, now)
    pictures = []
    for other in (None, still, moved):
        page.fill(look.palette.panel)
        draw_back(page, look, rect, moved, other)
        pictures.append(pixels(page))
    gone = near(page, look.palette.amber, 20)
    assert gone > 20  # where it bent most is amber again, although it has come back since
    assert (pictures[0] != pictures[1]).any()
    assert (pictures[1] != pictures[2]).any()


def test_the_worst_bends_are_those_at_the_largest_rotation() -> None:
    backs = TwoBacks({"onset": 0.1})
    backs.push()
    while backs.moving:
        backs.step()
    for run in backs.runs:
        assert np.degrees(np.abs(run.worst).max()) == pytest.approx(run.rotation, rel=1e-6)


@pytest.mark.parametrize(("degrees", "times"), [(0.0, 8), (2.4, 8), (4.0, 5), (9.0, 3)])
def test_large_bends_are_overlaid_less_enlarged(degrees: float, times: int) -> None:
    backs = [
        Back(np.zeros(6), 0, 0, one, None, np.radians([one, 0, 0, 0, 0, -one]))
        for one in (degrees, degrees / 2)
    ]
    assert overlaid(backs[0], backs[1]) == overlaid(backs[1], backs[0]) == times
