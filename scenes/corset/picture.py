"""The picture of the corset: the section, and the spine with its lid from the side.

Draws one `CorsetMoment`, live or from the recording; both cards show the same one.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
import pygame

from scenes.corset.moment import CorsetMoment
from scenes.corset.pressure import draw_lid
from scenes.corset.section_picture import draw_section
from scenes.corset.section_pose import FULL
from scenes.draw.camera import Camera
from scenes.draw.look import Look
from scenes.draw.spine.figure import draw_spine
from scenes.draw.spine.muscles import MULTIFIDUS, Strands
from scenes.draw.spine.pose import NEUTRAL
from sim.spine.model import LumbarSpine
from sim.spine.muscles import muscles

# What the cards show at least [m], and where the origins are in them, as shares.
SECTION, SECTION_ORIGIN = (0.388, 0.300), (0.5, 0.53)
SIDE, SIDE_ORIGIN = (0.282, 0.483), (0.44, 0.70)
SIDE_SHARE, GAP = 0.26, 16  # of the width; design px
STRIP = 70  # design px below the side view, for words
LEAST_SIDE = 150  # design px that the side view needs
SHADES = 8  # steps in which muscles from the side grow fuller


@dataclass(frozen=True)
class Stage:
    """Where the pictures are; `strip` is below the side view, for the disc in words."""

    look: Look
    section: pygame.Rect
    side: pygame.Rect
    strip: pygame.Rect
    section_camera: Camera
    side_camera: Camera

    @property
    def side_card(self) -> pygame.Rect:
        """The side view with its words."""
        return self.side.union(self.strip)


def stage_of(rect: pygame.Rect, look: Look) -> Stage:
    """The section left, the side view right of it with a strip for words."""
    wide = max(look.px(LEAST_SIDE), round(SIDE_SHARE * rect.width))
    gap = look.px(GAP)
    section = pygame.Rect(rect.left, rect.top, rect.width - wide - gap, rect.height)
    strip = min(look.control(STRIP), rect.height // 3)
    side = pygame.Rect(section.right + gap, rect.top, wide, rect.height - strip)
    below = pygame.Rect(side.left, side.bottom, wide, strip)
    return Stage(
        look,
        section,
        side,
        below,
        _camera(section, SECTION, SECTION_ORIGIN),
        _camera(side, SIDE, SIDE_ORIGIN),
    )


def _camera(rect: pygame.Rect, size: tuple[float, float], origin: tuple[float, float]) -> Camera:
    scale = min(rect.width / size[0], rect.height / size[1])
    return Camera(
        scale,
        (
            rect.centerx + (origin[0] - 0.5) * size[0] * scale,
            rect.centery + (origin[1] - 0.5) * size[1] * scale,
        ),
    )


@cache
def _multifidus() -> tuple[np.ndarray, np.ndarray]:
    """Ends [m] and strengths [N] of the strands of multifidus while standing."""
    world = LumbarSpine().world
    which = [i for i, muscle in enumerate(muscles()) if muscle.group == MULTIFIDUS]
    strength = np.array([muscles()[i].fmax for i in which])
    return world.strands.ends(world.state)[which], strength


def draw_moment(
    surface: pygame.Surface, stage: Stage, moment: CorsetMoment, *, arrows: bool = True
) -> None:
    """Draw both pictures, each clipped to its card; `arrows` for the pressure."""
    look, palette = stage.look, stage.look.palette
    clip = surface.get_clip()
    for card in (stage.section, stage.side_card):
        surface.fill(palette.panel, card)
    surface.set_clip(stage.section.clip(clip))
    draw_section(surface, stage.section_camera, look, moment.pose, arrows=arrows)
    surface.set_clip(stage.side.clip(clip))
    level = min(1.0, moment.effort.transversus / FULL)
    shade = round(SHADES * level) / SHADES
    ends, strength = _multifidus()
    strands = Strands(ends, strength, np.full(len(ends), shade), (MULTIFIDUS,) * len(ends))
    draw_spine(surface, stage.side_camera, look, NEUTRAL, strands, transversus=shade)
    draw_lid(
        surface,
        stage.side_camera,
        look,
        NEUTRAL,
        lid=moment.effort.lid,
        level=level,
        pressure=moment.pressure,
    )
    surface.set_clip(clip)
