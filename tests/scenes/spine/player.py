"""Plays the spine as a person would."""

import pytest

from scenes.spine.scene import SpineScene
from sim.spine.muscles import DEEP, level, LONG, MUSCLES
from sim.spine.verdict import verdict_of
from tests.scenes.player import Player


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
