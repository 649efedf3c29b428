"""The picture of the stack: hands, blocks, tape, finger, forces.

Draws one `StackMoment`, live or from the recording. The stage's camera fits the
upright stack between the words above and the lower hand.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pygame

from scenes.blocks.moment import StackMoment
from scenes.draw.arrows import (
    BEHIND,
    Direction,
    draw_arrow,
    force_length,
    PRESS,
    PUSH,
    VALUE,
)
from scenes.draw.blocks import BlockPose, BlockShape, draw_axis, draw_blocks, draw_dashed
from scenes.draw.camera import Camera
from scenes.draw.hands import draw_finger, draw_lower_hand, draw_upper_hand
from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.strips import draw_strip
from scenes.forms import numbered
from scenes.text.words import Words
from sim.blocks.parameters import column_of, HEIGHT, WIDTH
from sim.mechanics.world import ANGLE, X, Y
from sim.parameter import Value

AXIS = 0.532  # of the stage's width, where the stack stands
CLOSE, CLOSE_AXIS = 1.0, 0.3  # blocks kept below and above a small stack, share of its width
COARSEST, FINEST = 0.2, 1.39  # px per mm at least, and at most in design pixels
ROOMY = 330  # design px high, from where hand and arrow have all of theirs
BELOW = 66  # design px below the base, for the lower hand
ARROW_ROOM = 52  # design px between the words and the top block
WAITING = 0.012  # m between the waiting finger and its block
WITHDRAWN = 0.16  # m: clear of the upper hand, which has come down
PAD, SOFT = 0.005, 2.0  # m that a fingertip flattens at most, and N for half of that
ASIDE = 0.02  # m off the axis from where a block is drawn as displaced
CLEAR = 52  # design px between the stack and the press arrows, for the push between them
APART = 8  # design px, half of what is left between two long press arrows, with their edge
THICK = 0.04  # m from the palm to the back of the hand
RISE = 0.45  # of the upper arm, up for each to the right
PRESS_EDGE = 8  # design px between the tail of a press arrow and words or edge


@dataclass(frozen=True)
class Stage:
    """Where the picture is and what it is drawn with."""

    rect: pygame.Rect
    words_bottom: int
    look: Look
    camera: Camera
    written: tuple[pygame.Rect, ...] = ()  # where there are words on top, in the picture

    def touched(self, moment: StackMoment) -> tuple[float, float]:
        """The middle of the pushed block's side in the world, where the finger touches."""
        row = moment.state[moment.push_block - 1]
        side = 1 if moment.push < 0 else -1
        return float(row[X]) + side * WIDTH / 2, float(row[Y])


def stage_of(
    rect: pygame.Rect,
    words_bottom: int,
    look: Look,
    blocks: int,
    written: tuple[pygame.Rect, ...] = (),
) -> Stage:
    """A stage whose camera shows a stack of so many free blocks in `rect`."""
    height = HEIGHT * 1000 * (blocks + 2)
    # In a low picture hand and arrow have less, or nothing would be left of the stack.
    low = min(1.0, rect.height / look.px(ROOMY))
    base = rect.bottom - round(low * look.px(BELOW))
    room = base - words_bottom - low * look.px(ARROW_ROOM)
    scale = max(COARSEST, min(FINEST * look.scale, room / height))
    origin = (rect.left + rect.width * AXIS, base)
    return Stage(rect, words_bottom, look, Camera(scale * 1000, origin), written)


def close_stage(rect: pygame.Rect, look: Look, blocks: int) -> Stage:
    """A stage without room for words and arrows: the stack as large as a small place allows."""
    scale = rect.height / (HEIGHT * (blocks + 2 + 2 * CLOSE))
    origin = (rect.left + rect.width * CLOSE_AXIS, rect.bottom - CLOSE * HEIGHT * scale)
    return Stage(rect, rect.top, replace(look, wordless=True), Camera(scale, origin))


class StackPicture:
    """Draws moments of one stack; made anew when the blocks change."""

    def __init__(self, settings: Mapping[str, Value]) -> None:
        self.pressing: list[pygame.Rect] = []  # where the arrows of the hands are
        self._blocks = int(settings["blocks"])
        column = column_of({**settings, "tape": "all"})
        self._upright = column.neutral_origins()
        self.strands = column.strands
        curvature = float(settings["crown_curvature"])
        self._shapes = [
            BlockShape(curvature, crowned_below=index > 0, crowned_above=index <= self._blocks)
            for index in range(self._blocks + 2)
        ]

    def poses(self, moment: StackMoment) -> list[BlockPose]:
        """All blocks from the base up, as they are to be drawn."""
        rows = np.vstack([moment.state[-1], moment.state[:-1]])
        return [
            BlockPose(
                shape,
                (float(row[X]), float(row[Y])),
                float(row[ANGLE]),
                index,
                target=index == moment.push_block,
                displaced=abs(float(row[X])) > ASIDE,
            )
            for index, (shape, row) in enumerate(zip(self._shapes, rows, strict=True))
        ]

    def block_at(self, stage: Stage, moment: StackMoment, position: tuple[int, int]) -> int | None:
        """The number of the free block at a screen point, or None."""
        point = stage.camera.to_world(position)
        for index in range(1, self._blocks + 1):
            row = moment.state[index - 1]
            cos, sin = np.cos(row[ANGLE]), np.sin(row[ANGLE])
            dx, dy = point[0] - row[X], point[1] - row[Y]
            across, along = cos * dx + sin * dy, cos * dy - sin * dx
            if abs(across) < WIDTH / 2 and abs(along) < HEIGHT / 2:
                return index
        return None

    def draw(
        self,
        surface: pygame.Surface,
        stage: Stage,
        moment: StackMoment,
        words: Words,
    ) -> pygame.Rect:
        """Draw everything, clipped to the stage; where the finger is."""
        look, camera = stage.look, stage.camera
        clip = surface.get_clip()
        surface.set_clip(stage.rect.clip(clip))
        poses = self.poses(moment)
        top = self._upright[-1][1] + HEIGHT / 2
        draw_axis(surface, camera, look, 0.0, float(top))
        palm = float(moment.state[-2, Y]) + HEIGHT / 2
        stood = [
            BlockPose(pose.shape, (0.0, float(self._upright[index][1])))
            for index, pose in enumerate(poses)
            if pose.displaced
        ]
        draw_dashed(surface, camera, look, stood)
        surface.set_clip(self._below_words(stage, palm).clip(surface.get_clip()))
        draw_upper_hand(surface, camera, look, palm)
        surface.set_clip(stage.rect.clip(clip))
        draw_lower_hand(surface, camera, look)
        finger = self._draw_finger(surface, stage, moment)
        draw_blocks(surface, camera, look, poses)
        self._draw_strips(surface, stage, moment)
        self.pressing = self._draw_press(surface, stage, moment, palm, words)
        self._draw_push(surface, stage, moment, words)
        surface.set_clip(clip)
        return finger

    def _below_words(self, stage: Stage, palm: float) -> pygame.Rect:
        """The stage without the words, where the arm would strike them."""
        rect = stage.rect.copy()
        x, y = stage.camera.to_screen((0.0, palm + THICK))
        struck = [
            words.bottom for words in stage.written if words.right > x + (y - words.bottom) / RISE
        ]
        top = max(struck, default=rect.top)
        rect.top, rect.height = top, rect.bottom - top
        return rect

    def _draw_finger(
        self, surface: pygame.Surface, stage: Stage, moment: StackMoment
    ) -> pygame.Rect:
        x, y = stage.touched(moment)
        if not moment.push:
            x = -WIDTH / 2 - (WITHDRAWN if moment.fallen else WAITING)
            y = float(self._upright[moment.push_block][1])
        else:
            # The soft pad gives: the harder, the less further.
            x += PAD * moment.push / (abs(moment.push) + SOFT)
        return draw_finger(surface, stage.camera, stage.look, (x, y), from_right=moment.push < 0)

    def _draw_push(
        self,
        surface: pygame.Surface,
        stage: Stage,
        moment: StackMoment,
        words: Words,
    ) -> None:
        """The arrow over the finger; it stays beside the stack when the finger goes on.

        Its number gives way to the arrows of the hands.
        """
        if not moment.push:
            return
        look = stage.look
        x, y = stage.touched(moment)
        way = 1 if moment.push > 0 else -1
        x = way * min(way * x, -WIDTH / 2)
        tip = stage.camera.to_screen((x, y))
        above = (tip[0] - way * look.px(6), tip[1] - look.px(44))
        text = words.quantity(abs(moment.push), "N") if numbered(look) else ""
        length = force_length(moment.push)
        number = pygame.Rect(0, 0, look.measure(text, VALUE, SEMIBOLD), look.line_height(VALUE))
        number.midright = round(above[0]) - look.px(length + BEHIND), round(above[1])
        if way > 0 and number.collidelist(self.pressing) >= 0:
            text = ""
        direction: Direction = "right" if way > 0 else "left"
        draw_arrow(surface, look, above, direction, length, text=text, form=PUSH)

    def _draw_strips(self, surface: pygame.Surface, stage: Stage, moment: StackMoment) -> None:
        rows = np.vstack([moment.state[-1], moment.state[:-1]])
        for strand, tension in zip(self.strands, moment.tensions, strict=True):
            if np.isnan(tension):
                continue
            ends = []
            for segment, point in (
                (strand.below, strand.point_below),
                (strand.above, strand.point_above),
            ):
                x, y, angle = rows[segment, :3]
                cos, sin = np.cos(angle), np.sin(angle)
                turned = (cos * point[0] - sin * point[1], sin * point[0] + cos * point[1])
                ends.append((float(x + turned[0]), float(y + turned[1])))
            draw_strip(
                surface,
                stage.camera,
                stage.look,
                *ends,
                taut=tension > 0,
                side=1 if strand.point_below[0] > 0 else -1,
                tilts=(float(rows[strand.below, ANGLE]), float(rows[strand.above, ANGLE])),
            )

    def _draw_press(
        self, surface: pygame.Surface, stage: Stage, moment: StackMoment, palm: float, words: Words
    ) -> list[pygame.Rect]:
        """One arrow for each hand, of one length; none where a hand presses on nothing."""
        if not moment.press or (moment.fallen and not moment.contacts[-1]):
            return []
        look, camera = stage.look, stage.camera
        if look.wordless:
            return []
        x, above = camera.to_screen((-0.097, palm))
        x = min(x, camera.to_screen((-WIDTH / 2, 0.0))[0] - look.px(CLEAR))
        below = camera.to_screen((0.0, 0.0))[1] + look.px(4)
        # In a low picture the two of them still do not meet.
        half = (stage.rect.bottom - stage.words_bottom) / 2 / look.scale
        length = min(force_length(moment.press), half - APART)
        # A long arrow goes on beside the stack: its tail must not reach words or edge.
        over = look.px(length + min(PRESS_EDGE, half - length - APART / 2))
        above = max(above, stage.words_bottom + over)
        below = min(below, stage.rect.bottom - over)
        text = words.quantity(moment.press, "N", 0) if numbered(look) else ""
        return [
            draw_arrow(surface, look, (x, above), "down", length, text=text, form=PRESS),
            draw_arrow(surface, look, (x, below), "up", length, form=PRESS),
        ]

    def draw_mode(
        self, surface: pygame.Surface, stage: Stage, shape: list[tuple[float, float, float]]
    ) -> None:
        """Thin dashed outlines of the blocks in the shape in which they would fall."""
        outlines = [
            BlockPose(block, (x, y), angle)
            for block, (x, y, angle) in zip(self._shapes, shape, strict=False)
        ]
        amber = stage.look.palette.amber_line
        draw_dashed(surface, stage.camera, stage.look, outlines, colour=amber, width=2.2)
