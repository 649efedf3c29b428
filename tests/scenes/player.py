"""Plays the real window headlessly, with real events, as a person would."""

from collections.abc import Callable

import pygame

from scenes.blocks.scene import BlocksScene
from scenes.shell.app import App
from scenes.shell.machine.display import Options
from scenes.widgets.widget import Widget
from sim.mechanics.world import X, Y

DRAWN = 30  # while time passes and nothing is done, every how manieth picture is drawn


def let_pass(app: App, count: int) -> None:
    """Let so many pictures pass; the last one is drawn, and every thirtieth before it."""
    for left in reversed(range(count)):
        go_on(app, drawn=left % DRAWN == 0)


def go_on(app: App, *, drawn: bool) -> None:
    """Let one picture pass."""
    if drawn:
        app.rest.wake()  # whatever a test has done by itself
    (app.frame if drawn else app.go_on)(1 / 60)


class Player:
    """An app with hands on it.

    It is as a computer that is slow: all frames are computed, but while time just passes
    only two pictures a second are drawn, and the one that is looked at.
    """

    def __init__(
        self,
        size: tuple[int, int] = (1280, 720),
        language: str = "nl",
        scene: str = "blocks",
        **values: object,
    ) -> None:
        self.app = App(values, Options(language, size=size, scene=scene))
        self.frames(2)

    @property
    def scene(self) -> BlocksScene:
        """The scene, which is the block stack."""
        assert isinstance(self.app.scene, BlocksScene)
        return self.app.scene

    def frames(self, count: int) -> None:
        """Let so many pictures pass; the last one is drawn."""
        let_pass(self.app, count)

    def until(self, reached: Callable[[], bool], seconds: float = 30.0) -> bool:
        """Let pictures pass until something is so, at most that long."""
        for number in range(round(seconds * 60)):
            if reached():
                break
            go_on(self.app, drawn=number % DRAWN == 0)
        self.app.draw()
        return reached()

    def key(self, key: int, modifier: int = 0) -> None:
        """Press and release a key."""
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            pygame.event.post(pygame.event.Event(kind, key=key, mod=modifier, unicode=""))
        self.frames(1)

    def click(self, at: tuple[float, float], button: int = 1) -> None:
        """Press and release a mouse button, or tap."""
        self.drag([at], button)

    def drag(self, points: list[tuple[float, float]], button: int = 1) -> None:
        """Press at the first point, move along, release at the last; then it is drawn."""
        places = [(round(x), round(y)) for x, y in points]
        self.mouse(pygame.MOUSEBUTTONDOWN, places[0], button)
        go_on(self.app, drawn=False)
        for place in places[1:]:
            self.mouse(pygame.MOUSEMOTION, place, button)
            go_on(self.app, drawn=False)
        self.mouse(pygame.MOUSEBUTTONUP, places[-1], button)
        self.frames(1)

    def mouse(self, kind: int, at: tuple[float, float], button: int = 1) -> None:
        """Post one event of the mouse."""
        place = (round(at[0]), round(at[1]))
        if kind == pygame.MOUSEMOTION:
            held = (int(button == 1), 0, int(button == 3))
            event = pygame.event.Event(kind, pos=place, rel=(0, 0), buttons=held, touch=False)
        else:
            event = pygame.event.Event(kind, pos=place, button=button, touch=False)
        pygame.event.post(event)

    def middle_of(self, widget: Widget) -> tuple[int, int]:
        """Where to click a widget."""
        return widget.rect.center

    def block(self, number: int) -> tuple[float, float]:
        """Where a block is on the screen."""
        stage = self.scene.view.touch.stage
        assert stage is not None
        row = self.scene.playback.moment.state[number - 1]
        return stage.camera.to_screen((float(row[X]), float(row[Y])))

    def joint(self, number: int, side: int) -> tuple[float, float]:
        """Where a strip of a joint is, or would be, on the screen."""
        stage = self.scene.view.touch.stage
        assert stage is not None
        return stage.camera.to_screen((side * 0.026, 0.037 * number))

    def slide(self, name: str, share: float) -> None:
        """Tap the track of a slider at a share of its length."""
        slider = self.app.experiment.panel.sliders[name]
        box = slider.rect
        self.click((box.left + share * box.width, box.bottom - 14))
