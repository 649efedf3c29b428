"""Plays the corset as a person would."""

from scenes.corset.moment import CorsetMoment, moment_of
from scenes.corset.scene import CorsetScene
from scenes.widgets.switch import Switch
from sim.corset.lifting import POSTURES
from sim.corset.model import Corset
from tests.scenes.player import Player


class CorsetPlayer(Player):
    """A window that shows the corset."""

    def __init__(
        self, size: tuple[int, int] = (1280, 720), language: str = "en", **values: object
    ) -> None:
        super().__init__(size, language, "corset", **values)

    @property
    def corset(self) -> CorsetScene:
        """The scene."""
        assert isinstance(self.app.experiment, CorsetScene)
        return self.app.experiment

    def belly(self, x: float = 0.0, y: float = 0.09) -> tuple[float, float]:
        """A place of the section [m] on the screen."""
        stage = self.corset.view.touch.stage
        assert stage is not None
        return stage.section_camera.to_screen((x, y))

    def breath(self, place: float) -> tuple[float, float]:
        """A place on the curve of the breath, 0 to 2, on the screen."""
        box = self.corset.panel.breath.box
        return self.corset.panel.breath.x_of(place), box.centery

    @property
    def headline(self) -> str:
        """What the line of words says."""
        return self.corset.view.headline.text

    def switch(self, key: str) -> Switch:
        """A switch behind "more"."""
        if not self.corset.unfolded:
            self.corset.unfold()
            self.frames(1)
        said = self.app.words(key)
        return next(
            child
            for child in self.corset.panel.area.children
            if isinstance(child, Switch) and child.label == said
        )


def agree(player: CorsetPlayer) -> None:
    """Sliders, gauges, knob, posture and the moment that is shown say the same."""
    scene, panel = player.corset, player.corset.panel
    shown = scene.playback.shown
    settings = shown.settings  # looking back, the controls are those of then
    for name in ("draw_in", "brace", "load", "breath_depth", "breath_time"):
        assert panel.sliders[name].value == settings[name]
    assert [*POSTURES][panel.posture.chosen] == settings["posture"]
    assert panel.breath.phase == shown.phase
    assert panel.pressure.value == shown.pressure / 1000
    assert panel.disc.value == shown.disc_pressure / 1e6


def settled(**values: object) -> CorsetMoment:
    """A corset at rest with its breath held."""
    return moment_of(Corset({"breathing": 0, **values}))
