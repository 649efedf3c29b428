"""Idle costs nothing: no picture is drawn twice, and the first event is answered at once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import count

import numpy as np
import pygame
import pytest

from scenes.experiment.background import Background
from scenes.shell.app import App
from scenes.shell.machine.display import Options
from scenes.shell.rest import AWAKE, DOZE
from scenes.spine.scene import SpineScene
from sim.catalogue import SCENES
from tests.scenes.player import DRAWN

MARK = (255, 0, 255)
SOFT, SHARE = 32, 0.001  # of 255, and of all pixels


@dataclass
class Counted:
    """An app whose pictures are counted."""

    app: App
    drawn: int = 0

    def __post_init__(self) -> None:
        draw: Callable[[], None] = self.app.draw

        def count() -> None:
            self.drawn += 1
            draw()

        self.app.draw = count  # type: ignore[method-assign]

    def wait(self, seconds: float, step: float = 1 / 60) -> int:
        """Let time pass; how many pictures were drawn."""
        before = self.drawn
        for _ in range(round(seconds / step)):
            self.app.frame(step)
        return self.drawn - before

    def until_rest(self, seconds: float) -> None:
        """Let time pass until the window rests, at most so long."""
        for number in range(round(seconds * 60)):
            if self.app.rest and not self.app.scene.background.pending:
                return
            self._pass(number)

    def let_pass(self, seconds: float) -> None:
        """Let time pass, at rest or not."""
        for number in range(round(seconds * 60)):
            self._pass(number)

    def _pass(self, number: int) -> None:
        """The time of a picture. While something moves not all are drawn; the last ones are."""
        settles = self.app.rest._awake < AWAKE
        (self.app.frame if settles or number % DRAWN == 0 else self.app.go_on)(1 / 60)

    def key(self, key: int, modifier: int = 0) -> None:
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            pygame.event.post(pygame.event.Event(kind, key=key, mod=modifier, unicode=""))


def opened(
    scene: str, values: Mapping[str, object] | None = None, *, start: bool = False
) -> Counted:
    return Counted(App(values or {}, Options("nl", scene=scene, start=start)))


def is_still(counted: Counted) -> None:
    """No picture is drawn, and none would look different; then one is, at once."""
    assert counted.app.rest
    assert counted.wait(3.0) == 0
    assert counted.wait(3.0, DOZE) == 0
    shown = pygame.surfarray.array3d(counted.app.surface).astype(int)
    counted.app.draw()
    # What the eye can not see has moved the soft edge of a shape.
    differs = np.abs(pygame.surfarray.array3d(counted.app.surface) - shown).max(axis=2)
    assert differs.max() <= SOFT
    assert np.count_nonzero(differs) < SHARE * differs.size
    before = counted.drawn
    pygame.event.post(
        pygame.event.Event(pygame.MOUSEMOTION, pos=(3, 3), rel=(1, 1), buttons=(0, 0, 0))
    )
    counted.app.frame(1 / 60)
    assert counted.drawn == before + 1


def test_the_start_screen_rests() -> None:
    counted = opened("blocks", start=True)
    counted.wait(1.0)
    is_still(counted)


@pytest.mark.parametrize("scene", [name for name in SCENES if name != "story"])
@pytest.mark.parametrize("how", ["paused", "help", "info"])
def test_it_rests_while_paused_and_under_a_dialog(scene: str, how: str) -> None:
    counted = opened(scene)
    counted.key(
        *{"paused": (pygame.K_k, pygame.KMOD_ALT), "help": (pygame.K_F1,), "info": (pygame.K_i,)}[
            how
        ]
    )
    counted.wait(0.1)
    if how == "paused" and scene not in ("exercises", "recovery"):
        assert counted.app.experiment.clock.paused
    counted.until_rest(60.0 if scene == "exercises" else 25.0)
    is_still(counted)


def test_what_is_worked_out_at_rest_is_drawn_only_where_it_shows() -> None:
    counted = opened("timing")
    counted.until_rest(60.0)
    background = Background(clock=count().__next__)  # a second a look: a slice a picture
    counted.app.experiment.background = background
    background.begin((number == 20 for number in range(40)), rests=0)
    drawn = [counted.wait(1 / 60) for _ in range(50)]
    assert [number for number, times in enumerate(drawn) if times] == [20, 40]
    assert not background.pending


def test_a_dense_screen_shows_what_moves_in_every_picture_and_the_rest_in_every_third() -> None:
    look = Options("nl", scene="spine", size=(780, 1688), density=2.0)
    app = App({"long_muscles": 0.8}, look)
    assert isinstance(app.scene, SpineScene)
    app.scene.tap()
    picture = app.scene.moving_part
    assert picture is not None
    places = {"picture": picture.center, "beside": (0, 0), "below": (3, picture.bottom + 60)}

    def drawn(pictures: int) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {name: [] for name in places}
        for number in range(pictures):
            for place in places.values():
                app.surface.set_at(place, MARK)
            app.frame(1 / 60)
            for name, place in places.items():
                if app.surface.get_at(place)[:3] != MARK:
                    found[name].append(number)
        return found

    drawn(10)
    found = drawn(9)
    assert found["picture"] == [*range(9)]
    assert found["beside"] == found["below"] in ([0, 3, 6], [1, 4, 7], [2, 5, 8])
    pygame.event.post(
        pygame.event.Event(pygame.MOUSEMOTION, pos=(3, 3), rel=(1, 1), buttons=(0, 0, 0))
    )
    assert drawn(4)["beside"] == [0, 3]
    app.draw()
    assert app.surface.get_clip() == app.surface.get_rect()


@pytest.mark.parametrize(
    ("scene", "values"),
    [
        ("blocks", {}),
        ("blocks", {"tape": "all"}),
        ("spine", {}),
        ("spine", {"long_muscles": 0}),
        ("spine", {"long_muscles": 0.25, "deep_muscles": 0.6}),
        ("timing", {}),
    ],
)
def test_what_fell_or_stands_rests_in_the_end(scene: str, values: dict[str, object]) -> None:
    counted = opened(scene, values)
    counted.key(pygame.K_p)
    assert counted.wait(0.5) >= 29
    counted.let_pass(40.0)
    is_still(counted)


@pytest.mark.parametrize("took", [0.35, 2.0])
def test_on_a_slow_device_too_what_was_done_is_drawn_and_its_last_picture_is_fine(
    took: float,
) -> None:
    counted = opened("blocks")
    counted.until_rest(10.0)
    for _ in range(4):  # pictures of movement so slow that it is drawn coarsely
        counted.app.rest.wake()
        counted.app.frame(took)
    assert not counted.app.rest.coarse
    counted.until_rest(10.0)
    before = counted.app.group.focus
    counted.key(pygame.K_TAB)
    assert counted.wait(took, took) == 1
    assert counted.app.group.focus is not before
    assert not counted.app.rest  # who follows what is shown still hears of it
    assert counted.wait(took, took) == 0
    is_still(counted)
