"""Plays the year as a person would."""

from scenes.recovery.scene import RecoveryScene
from sim.recovery.pain_and_recurrence import people
from tests.scenes.player import Player


class RecoveryPlayer(Player):
    """A window that shows recovery."""

    def __init__(
        self, size: tuple[int, int] = (1280, 720), language: str = "en", **values: object
    ) -> None:
        super().__init__(size, language, "recovery", **values)

    @property
    def year(self) -> RecoveryScene:
        """The scene."""
        assert isinstance(self.app.experiment, RecoveryScene)
        return self.app.experiment

    def at(self, week: float) -> tuple[float, float]:
        """Where a week is on the screen, on the row of the knob."""
        card = self.year.view.touch
        x, _ = card.onset.pixels(week, 0.0)
        return float(x), card.onset.rect.bottom + 22

    def tested(self) -> float:
        """Wait until the test of the week has been made; what it found."""
        scene = self.year
        week, trained = scene.model.week, scene.model.trained
        assert self.until(lambda: scene.tests.rotation(week, trained) is not None, 5)
        self.frames(1)
        assert scene.view.test.rotation is not None
        return scene.view.test.rotation


def agree(player: RecoveryPlayer) -> None:
    """Knob, slider, switch, crowd and model say the same."""
    scene = player.year
    model, panel = scene.model, scene.panel
    assert scene.view.touch.week == panel.sliders["week"].value == model.week
    assert panel.training.on == model.trained
    assert (panel.people.week, panel.people.again) == (
        model.week,
        sum(people(model.week, model.trained)),
    )
