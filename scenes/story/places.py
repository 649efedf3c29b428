"""Where things are that a step of the story points at, and what no card may cover."""

from collections.abc import Sequence
from typing import Any, cast, Protocol

import pygame

from scenes.blocks.scene import BlocksScene
from scenes.draw.camera import Camera
from scenes.draw.look import Look
from scenes.exercises.scene import ExercisesScene
from scenes.exercises.tiles import Card
from scenes.experiment.base import Experiment
from scenes.experiment.protocols import TabScene
from scenes.experiment.view import View
from scenes.forms import Areas
from scenes.spine.scene import SpineScene
from scenes.story.people import PeopleScene
from scenes.widgets.widget import Widget
from sim.blocks.parameters import HEIGHT, pushed_block
from sim.mechanics.world import X, Y

RING = 44  # design px, radius of the ring round a spot in a picture
HAND = -0.16  # m: the press arrow and its number are left of the hand
ROUND = 6  # design px between a control and its frame
PALM = 8  # design px that a hand reaches past its palm
BLOCK = 0.03  # m from the middle of a block to its corners


def control_of(scene: TabScene, name: str) -> Widget | None:
    """A widget of the scene's panel: a slider by its parameter, or one that has a name."""
    if not isinstance(scene, Experiment):
        return None
    slider: Widget | None = scene.panel.sliders.get(name)
    return slider or getattr(scene.panel, name, None)


def target_of(scene: TabScene, name: str, look: Look) -> pygame.Rect | None:
    """The place of what is to be touched, None if it is nowhere to be seen."""
    control = control_of(scene, name)
    if control is not None:
        return control.rect.inflate(2 * look.px(ROUND), 2 * look.px(ROUND))
    if isinstance(scene, PeopleScene):
        return scene.crowd.rect
    if isinstance(scene, ExercisesScene):
        stops = [stop for widget in scene.widgets() for stop in widget.stops()]
        return next((stop.rect for stop in stops if isinstance(stop, Card)), None)
    if isinstance(scene, BlocksScene):
        at = (0.0, HEIGHT * (pushed_block(scene.model.settings) + 0.5))
        return _spot(scene.view.touch.stage, at, look)
    if isinstance(scene, SpineScene):
        moment = scene.playback.moment
        row = moment.state[moment.push_segment - 1]
        return _spot(scene.view.touch.stage, (float(row[X]), float(row[Y])), look)
    return _of_view(cast("Experiment[Any, Any]", scene).view, name)


def _of_view(view: View[Any], name: str) -> pygame.Rect | None:
    """The arm's button, or the right back where the button has no room; the whole year."""
    parts: Any = view
    if name == "year":
        return view.touch.rect
    cards: tuple[pygame.Rect, ...] = parts.touch.cards
    button: Widget = parts.button
    return button.rect if button.visible else (cards or (None,))[-1]


class Pictured(Protocol):
    """A stage that knows where the world is on the screen."""

    @property
    def camera(self) -> Camera:
        """From the world to the screen."""


def _spot(stage: Pictured | None, at: tuple[float, float], look: Look) -> pygame.Rect | None:
    """Round a block or vertebra."""
    if stage is None:
        return None
    radius = look.px(RING)
    spot = pygame.Rect(0, 0, 2 * radius, 2 * radius)
    x, y = stage.camera.to_screen(at)
    spot.center = round(x), round(y)
    return spot


def play_widgets(scene: TabScene, areas: Areas) -> list[Widget]:
    """What can be touched in the play area; the map of the spine gives its place to the card."""
    taken = {id(scene.view.map)} if isinstance(scene, SpineScene) else set()
    return [
        widget
        for widget in scene.widgets()
        if id(widget) not in taken and areas.play.colliderect(widget.rect)
    ]


def busy(scene: TabScene, areas: Areas, look: Look) -> Sequence[pygame.Rect]:
    """What no card may lie on: words, hands, finger, blocks, everything to touch."""
    if isinstance(scene, PeopleScene):
        return [scene.line.headline.rect, scene.line.reason.rect, scene.crowd.rect]
    if not isinstance(scene, BlocksScene | SpineScene):
        return [areas.play]
    view: Any = scene.view
    words = [text.rect for text in (view.headline, view.reason) if text.visible]
    if isinstance(scene, SpineScene):
        return [*words, view.touch.rect]
    return [*words, *_stack(scene, areas.play, look)]


def _stack(scene: BlocksScene, play: pygame.Rect, look: Look) -> list[pygame.Rect]:
    """Hands, finger and blocks of the stack."""
    stage, moment = scene.view.touch.stage, scene.view.touch.moment
    if stage is None or moment is None:
        return [play]
    to_screen, reach = stage.camera.to_screen, look.px(PALM)
    left, palm = to_screen((HAND, float(moment.state[-2, Y]) + HEIGHT / 2))
    base = to_screen((0.0, 0.0))[1]
    blocks = []
    for row in moment.state[:-1]:
        x, y = to_screen((float(row[X]) - BLOCK, float(row[Y]) + BLOCK))
        side = round(2 * BLOCK * stage.camera.pixels_per_metre)
        blocks.append(pygame.Rect(round(x), round(y), side, side))
    wide = round(play.right - left)
    return [
        pygame.Rect(round(left), play.top, wide, round(palm) + reach - play.top),
        pygame.Rect(round(left), round(base) - reach, wide, play.bottom - round(base) + reach),
        scene.view.touch.finger,
        *blocks,
    ]
