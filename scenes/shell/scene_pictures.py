"""A small picture of each scene, from its own drawing: what to look for among the others.

Loaded when it is first looked at, because it needs the pictures of all scenes.
"""

from collections.abc import Callable
from dataclasses import replace

import pygame

from scenes.corset.picture import SECTION
from scenes.corset.section_picture import draw_section
from scenes.corset.section_pose import SectionPose
from scenes.draw.camera import Camera, Extent
from scenes.draw.hands import draw_finger
from scenes.draw.look import Look
from scenes.draw.palette import Colour
from scenes.draw.panels import frame_card
from scenes.draw.person.figure import draw_figure
from scenes.draw.spine.figure import draw_spine
from scenes.draw.spine.pose import NEUTRAL
from scenes.draw.spine.strands import ERECTOR_SPINAE, MULTIFIDUS, strands_in
from scenes.draw.surface_cache import kept
from scenes.recovery.people_picture import COLUMNS, draw_people
from scenes.shell.start_screen import draw_stack
from scenes.story.people_picture import draw_person
from sim.blocks.parameters import HEIGHT
from sim.corset.rest import rest_places
from sim.recovery.pain_and_recurrence import PEOPLE

LOINS = Extent(left=-0.11, right=0.12, bottom=-0.03, top=0.16)  # around L3
TIP = (-0.1, 0.08)  # m, of the finger behind them
BACK, HATCHED = 5, 30  # people of the story; of the hundred
EXERCISE, CORNER = "bridge", 12  # design px of a corner


def _blocks(surface: pygame.Surface, look: Look) -> None:
    wide, high = surface.get_size()
    scale = high * 0.92 / (HEIGHT * 7)
    draw_stack(surface, Camera(scale, (wide / 2, high * 0.96)), look)


def _loins(surface: pygame.Surface, look: Look, room: pygame.Rect) -> Camera:
    surface.set_clip(room)
    camera = LOINS.camera(room.size, pygame.FRect(room).center)
    strands = strands_in(NEUTRAL, {MULTIFIDUS: 0.3, ERECTOR_SPINAE: 0.1})
    draw_spine(surface, camera, look, NEUTRAL, strands, transversus=0.3)
    surface.set_clip(None)
    return camera


def _spine(surface: pygame.Surface, look: Look) -> None:
    camera = _loins(surface, look, surface.get_rect())
    draw_finger(surface, camera, look, TIP)


def _timing(surface: pygame.Surface, look: Look) -> None:
    left, right = surface.get_rect(), surface.get_rect()
    left.width = right.width = left.width // 2 - look.px(2)
    right.right = surface.get_width()
    for room in (left, right):
        _loins(surface, look, room)


def _recovery(surface: pygame.Surface, look: Look) -> None:
    box = surface.get_rect().inflate(-look.px(20), -look.px(8))
    box.width = box.width // COLUMNS * COLUMNS
    box.centerx = surface.get_rect().centerx
    draw_people(surface, look, box, HATCHED, PEOPLE)


def _corset(surface: pygame.Surface, look: Look) -> None:
    room = surface.get_rect()
    camera = SECTION.camera(room.size, room.center)
    draw_section(surface, camera, look, SectionPose(rest_places()), arrows=False, ghost=False)


def _exercises(surface: pygame.Surface, look: Look) -> None:
    draw_figure(surface, surface.get_rect().inflate(-look.px(16), -look.px(8)), look, EXERCISE, 1.0)


def _story(surface: pygame.Surface, look: Look) -> None:
    room = surface.get_rect().inflate(-look.px(20), -look.px(12))
    for number in range(BACK):
        left = room.left + room.width * number // BACK
        box = pygame.Rect(left, room.top, room.width // BACK, room.height)
        draw_person(surface, box, look, number, int(number < BACK - 1))


PICTURES: dict[str, Callable[[pygame.Surface, Look], None]] = {
    "blocks": _blocks,
    "spine": _spine,
    "timing": _timing,
    "recovery": _recovery,
    "corset": _corset,
    "exercises": _exercises,
    "story": _story,
}


@kept
def _painted(scene: str, size: tuple[int, int], look: Look) -> pygame.Surface:
    art = pygame.Surface(size)
    art.fill(look.palette.play)
    PICTURES[scene](art, replace(look, zoom=1.0, wordless=True))
    return art


def put_picture(
    surface: pygame.Surface, box: pygame.Rect, look: Look, scene: str, ground: Colour
) -> None:
    """Put a scene's picture in a box with round corners, on a card of a colour."""
    surface.blit(_painted(scene, box.size, look), box)
    frame_card(surface, box, look, radius=CORNER, ground=ground)
