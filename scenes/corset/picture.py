"""The picture of the corset: the section, and the spine with its lid from the side.

Draws one `CorsetMoment`, live or from the recording; both cards show the same one.
"""

from dataclasses import dataclass

import numpy as np
import pygame

from scenes.corset.lifter import trunk_of
from scenes.corset.moment import CorsetMoment
from scenes.corset.pressure import draw_lid
from scenes.corset.section_picture import draw_section
from scenes.corset.section_pose import FULL, SectionPose
from scenes.draw.camera import Camera, Extent
from scenes.draw.look import Look
from scenes.draw.spine.figure import draw_spine
from scenes.draw.spine.pose import NEUTRAL, SACRUM, THORAX
from scenes.draw.spine.strands import MULTIFIDUS, strands_in

SECTION = Extent(left=-0.194, right=0.194, bottom=-0.141, top=0.159)  # around the vertebral body
SIDE = Extent(left=-0.12408, right=0.15792, bottom=-0.1449, top=0.3381)  # around L5/S1
SIDE_SHARE, GAP = 0.26, 16  # of the width; design px
LEAST_NAMES = 400  # design px wide that a section with names is at least
ROOMY, SMALLEST = 590, 0.78  # design px wide, and what the section takes of a smaller card
LINE = 34  # design px below a section alone, for both pressures
STRIP = (70, 92)  # design px below the side view, for words and a person: at least, at most
STRIP_SHARE = 0.2  # of the height, between both
LEAST_SIDE = 150  # design px that the side view needs
# The middle of the belly in the frames of sacrum and thorax [m]: half of it follows each.
BELLY = tuple(NEUTRAL.local(segment, np.array([0.082, 0.062])) for segment in (SACRUM, THORAX))
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


def stage_of(rect: pygame.Rect, look: Look, page: str = "") -> Stage:
    """The section left, the side view right of it with a strip for words; or one of them alone."""
    if page:
        return _one_of(rect, look, page)
    wide = max(look.px(LEAST_SIDE), round(SIDE_SHARE * rect.width))
    gap = look.px(GAP)
    section = pygame.Rect(rect.left, rect.top, rect.width - wide - gap, rect.height)
    strip = _strip(rect, look)
    side = pygame.Rect(section.right + gap, rect.top, wide, rect.height - strip)
    below = pygame.Rect(side.left, side.bottom, wide, strip)
    return Stage(
        look,
        section,
        side,
        below,
        SECTION.camera(_beside_names(section, look), section.center),
        SIDE.camera(side.size, side.center),
    )


def _strip(rect: pygame.Rect, look: Look) -> int:
    """How high the words below the side view are."""
    least, most = map(look.control, STRIP)
    return min(most, max(least, round(STRIP_SHARE * rect.height)), rect.height // 3)


def _beside_names(section: pygame.Rect, look: Look) -> tuple[int, int]:
    """The room of the picture in its card: in a small one the corners stay free for names."""
    least = look.control(LEAST_NAMES * look.palette.type)
    share = min(1.0, max(SMALLEST, section.width / look.control(ROOMY)))
    if section.width < least:
        share = 1.0  # without names
    return round(share * section.width), round(share * section.height)


def _one_of(rect: pygame.Rect, look: Look, page: str) -> Stage:
    nothing = pygame.Rect(rect.topleft, (0, 0))
    section = nothing
    if page == "section":
        section = pygame.Rect(rect.topleft, (rect.width, rect.height - look.control(LINE)))
    side, below = nothing, nothing
    if page == "side":
        strip = _strip(rect, look)
        side = pygame.Rect(rect.topleft, (rect.width, rect.height - strip))
        below = pygame.Rect(side.left, side.bottom, rect.width, strip)
    return Stage(
        look,
        section,
        side,
        below,
        SECTION.camera((rect.width, max(1, section.height)), section.center),
        SIDE.camera((rect.width, max(1, side.height)), side.center),
    )


class Pictures:
    """Draws both pictures again and again.

    Each costs half of what a picture may take. The side view is drawn anew when its muscles have
    another shade, a few times in a breath: the section is then a picture behind.
    """

    def __init__(self) -> None:
        self._shade: float | None = None
        self._pose: SectionPose | None = None

    def draw(
        self, surface: pygame.Surface, stage: Stage, moment: CorsetMoment, *, arrows: bool
    ) -> None:
        """Draw a moment."""
        shade = shade_of(moment)
        if self._pose is None or shade == self._shade:
            self._pose = moment.pose
        self._shade = shade
        draw_moment(surface, stage, moment, arrows=arrows, section=self._pose)


def shade_of(moment: CorsetMoment) -> float:
    """How full muscles are from the side, in steps that an eye can tell."""
    return round(SHADES * min(1.0, moment.effort.transversus / FULL)) / SHADES


def draw_moment(
    surface: pygame.Surface,
    stage: Stage,
    moment: CorsetMoment,
    *,
    arrows: bool = True,
    section: SectionPose | None = None,
) -> None:
    """Draw both pictures, each clipped to its card; `arrows` for the pressure.

    `section`: what the section shows, if that is another moment's.
    """
    look, palette = stage.look, stage.look.palette
    clip = surface.get_clip()
    # A picture alone is no card: it goes from edge to edge.
    alone = not (stage.section.width and stage.side.width)
    for card in (stage.section, stage.side_card):
        surface.fill(palette.play if alone else palette.panel, card)
    if stage.section.width:
        surface.set_clip(stage.section.clip(clip))
        draw_section(surface, stage.section_camera, look, section or moment.pose, arrows=arrows)
    if stage.side.width:
        surface.set_clip(stage.side.clip(clip))
        _draw_side(surface, stage, moment)
    surface.set_clip(clip)


def side_camera(stage: Stage, moment: CorsetMoment) -> Camera:
    """The side view's camera: the middle of the loins is where it is while standing."""
    camera = stage.side_camera
    moved = trunk_of(str(moment.settings["posture"])).pivots - NEUTRAL.pivots
    along, up = (camera.pixels_per_metre * moved.mean(axis=0)).tolist()
    x, y = camera.origin
    return Camera(camera.pixels_per_metre, (x - along, y + up))


def belly_place(moment: CorsetMoment) -> tuple[float, float]:
    """Where in the belly its pressure is written [m]."""
    pose = trunk_of(str(moment.settings["posture"]))
    middle = (pose.world(SACRUM, BELLY[0]) + pose.world(THORAX, BELLY[1])) / 2
    return float(middle[0]), float(middle[1])


def _draw_side(surface: pygame.Surface, stage: Stage, moment: CorsetMoment) -> None:
    look = stage.look
    level, shade = min(1.0, moment.effort.transversus / FULL), shade_of(moment)
    pose, camera = trunk_of(str(moment.settings["posture"])), side_camera(stage, moment)
    strands = strands_in(pose, {MULTIFIDUS: shade})
    draw_spine(surface, camera, look, pose, strands, transversus=shade)
    draw_lid(
        surface,
        camera,
        look,
        pose,
        lid=moment.effort.lid,
        level=level,
        pressure=moment.pressure,
        drawn=float(moment.settings["draw_in"]),
    )
