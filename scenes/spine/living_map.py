"""The living map as something to touch: drag the dot, and the sliders follow.

To the right the long muscles, upwards the deep ones.
"""

import math
from collections.abc import Mapping
from typing import Protocol

import pygame

from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.palette import Colour
from scenes.draw.panels import disc, focus_ring, put_centred
from scenes.spine.living_map_key import BUCKLES, draw_rows, LEANS, rows_high, rows_wide
from scenes.spine.living_map_names import Name
from scenes.spine.living_map_picture import paint_map
from scenes.spine.living_map_values import key_of, Plane
from scenes.text.words import Words
from scenes.widgets.handle import Handle, Move
from scenes.widgets.rich_text import RichText
from scenes.widgets.widget import Position
from sim.parameter import Value

STEP, PAGE = 0.02, 0.1  # of full activation, for keys
TITLE, AXIS, TICK = 20, 18, 16  # letters
KNOB, HOLE = 13, 5  # design px
LEAST_TICKED = 90  # design px of a map with numbers at its sides
LEAST = 32  # pixels of a map, in whatever room there is
LEAST_NAMED = 110  # design px of a map with the names of its axes above and below, on a phone
AXES = ("deep_muscles", "long_muscles")
LEAST_SIDE = 64  # design px of a map with names of regions below it, on a phone
DRAGGED, FINEST = 2, 3  # decimals of a level that a drag, and that keys can reach
DASH = 5.0  # design px of the lines from the dot to the axes


class Hands(Protocol):
    """What dragging the dot does."""

    def set_levels(self, long: float, deep: float) -> None:
        """Set both levels at once."""


class SpineMap(Handle):
    """The map of a `plane`, which gets finer by itself."""

    def __init__(self, words: Words, hands: Hands) -> None:
        super().__init__()
        self._words = words
        self._hands = hands
        self._hint = RichText(words("spine.map_hint"), size=AXIS, colour="muted")
        self.hinted = False  # whether it is said that the dot can be dragged
        self.told = True  # whether it has its regions; they answer what comes of a push
        self._key: object = None
        self.plane: Plane | None = None
        self._picture = pygame.Surface((0, 0))
        self._picture_key: tuple[object, ...] = ()
        self._names: list[Name] = []
        self._unnamed: tuple[str, ...] = (LEANS, BUCKLES)  # whose names stand in the key
        self._key_beside, self._slim, self._keyed = False, False, True
        self._aside = False
        self.long = self.deep = 0.0
        self.box = pygame.Rect(0, 0, 0, 0)
        self._reach = KNOB

    # -- what it shows ------------------------------------------------------------

    def show_settings(self, settings: Mapping[str, Value], long: float, deep: float) -> bool:
        """Put the dot at these levels; whether the settings need another plane, which begins."""
        self.long, self.deep = long, deep
        key = key_of(settings)
        if key == self._key:
            return False
        self._key = key
        self.plane = Plane(settings, self.plane)
        return True

    def describe(self) -> str:
        """Its name and where the dot is."""
        words = self._words
        percent = [words.quantity(100 * value, "%", 0) for value in (self.long, self.deep)]
        return words("spine.map_now", long=percent[0], deep=percent[1])

    # -- hands -----------------------------------------------------------------------

    @property
    def knob(self) -> tuple[float, float]:
        """Where the dot is."""
        box = self.box
        return box.left + self.long * box.width, box.bottom - self.deep * box.height

    def on_knob(self, position: Position) -> bool:
        """On the dot."""
        return math.dist(position, self.knob) <= self._reach

    def drag_to(self, x: float, y: float) -> None:
        """Set both levels."""
        box = self.box
        right, up = (x - box.left) / max(1, box.width), (box.bottom - y) / max(1, box.height)
        self._set(right, up, DRAGGED)

    def move_by(self, move: Move) -> None:
        """Go by steps or pages; to an end the dot goes sideways."""
        size = {"step": STEP, "page": PAGE, "end": 1.0}[move.by]
        self._set(self.long + size * move.right, self.deep + size * move.up, FINEST)

    def _set(self, long: float, deep: float, decimals: int) -> None:
        in_range = [round(min(1.0, max(0.0, value)), decimals) for value in (long, deep)]
        if in_range != [self.long, self.deep]:
            self._hands.set_levels(*in_range)

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Take a place."""
        super().place(rect, look)
        self._reach = look.px(KNOB)

    # -- looks --------------------------------------------------------------------------

    def height(self, look: Look, width: int) -> int:
        """As high as it is wide, with its words."""
        side = min(width - self._before(look), look.px(320))
        return self._above(look) + side + self._below(look) + self._key_high(look)

    def _above(self, look: Look) -> int:
        title = look.line_height(TITLE) if self._titled(look) else 0
        return title + look.px(8) + (0 if self._aside else look.line_height(AXIS))

    def _titled(self, look: Look) -> bool:
        """Whether there is room for the question that the map answers."""
        wide = look.measure(self._words("spine.map_title"), TITLE, SEMIBOLD)
        return not self.rect.width or wide <= self.rect.width

    def _axis(self, look: Look, name: str, ink: Colour) -> pygame.Surface:
        """The name of an axis, short where the map is small."""
        long = self._words(f"spine.{name}")
        room = self.box.width
        if self._slim or self._aside:
            room = self.rect.right - self.box.right - look.px(KNOB)
        fits = look.measure(long, AXIS, SEMIBOLD) <= room
        text = long if fits else self._words(f"spine.{name}_short")
        return look.text(text, AXIS, ink, SEMIBOLD)

    def _ticked(self, look: Look) -> bool:
        """Whether there is room for numbers at its sides."""
        if self._aside:
            return False
        words = look.line_height(TICK) + look.line_height(AXIS) + self._key_high(look)
        room = self.rect.height - self._above(look) - words
        return not self.rect.height or room >= look.px(LEAST_TICKED)

    def _below(self, look: Look) -> int:
        if self._aside:
            return look.px(KNOB)
        tick = look.line_height(TICK) if self._ticked(look) else 0
        return tick + look.line_height(AXIS) + look.px(4)

    def _key_high(self, look: Look) -> int:
        return look.px(4) + rows_high(look, len(self._unnamed))

    def _before(self, look: Look) -> int:
        return look.measure("100", TICK) + look.px(8) if self._ticked(look) else look.px(KNOB)

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Words, map and dot."""
        if self.plane is None:
            return
        rect, side = self.rect, self._measured(look, aside=False)
        if look.strict and side < look.px(LEAST_NAMED):
            side = self._measured(look, aside=True)
        self.box = pygame.Rect(
            rect.left + self._before(look), rect.top + self._above(look), side, side
        )
        # On a phone with large letters the names of both axes stand beside it.
        least = max(look.px(LEAST_SIDE), 2 * look.line_height(AXIS) if self._aside else 0)
        self._slim = look.strict and side < least
        if self._slim:
            self._aside = False
            side = max(LEAST, min(rect.height - look.px(KNOB), rect.width // 2))
            self.box = pygame.Rect(rect.left + look.px(KNOB), rect.top, side, side)
        region = self.plane.region
        key = (region, side, look.palette.name, look.scale, look.zoom)
        if key != self._picture_key:
            self._picture_key = key
            self._picture, self._names, self._unnamed = paint_map(region, side, look, self._words)
        if self.told:
            surface.blit(self._picture, self.box)
        else:
            surface.fill(look.palette.panel, self.box)
        pygame.draw.rect(surface, look.palette.edge, self.box.inflate(2, 2), look.stroke(1.5))
        self._draw_words(surface, look)
        self._draw_dot(surface, look)
        if self.ring:
            focus_ring(surface, self.box, look.px(4), look)

    def _measured(self, look: Look, *, aside: bool) -> int:
        """The side of the map, with the names of the axes at its right if they stand `aside`."""
        self._aside, rect = aside, self.rect
        room = rect.height - self._above(look) - self._below(look)
        wide = rect.width - self._before(look) - look.px(KNOB)
        if aside:
            wide -= look.px(KNOB) + max(
                look.measure(self._words(f"spine.{name}_short"), AXIS, SEMIBOLD) for name in AXES
            )
        beside = wide - room >= rows_wide(look, self._words) + look.px(KNOB)
        self._key_beside = beside and not aside
        left = room - self._key_high(look)
        narrow = rows_wide(look, self._words) > rect.width
        # In the least room the map itself comes first; letters never shrink there.
        self._keyed = not look.strict or (left >= look.px(LEAST_SIDE) and not narrow)
        if self._keyed and not self._key_beside:
            room = left
        return max(LEAST, min(wide, room))

    def _draw_words(self, surface: pygame.Surface, look: Look) -> None:
        words, palette, box = self._words, look.palette, self.box
        if self._titled(look) and not self._slim:
            title = look.text(words("spine.map_title"), TITLE, palette.ink, SEMIBOLD)
            surface.blit(title, self.rect.topleft)
        deep = self._axis(look, AXES[0], palette.teal)
        long = self._axis(look, AXES[1], palette.brick)
        if self._slim or self._aside:
            left = box.right + look.px(KNOB)
            surface.blit(deep, (left, box.top))
            surface.blit(long, (left, box.bottom - long.get_height()))
            if self.told and self._aside and self._keyed:
                top = box.bottom + look.px(KNOB)
                key = pygame.Rect(self.rect.left, top, self.rect.width, self._key_high(look))
                draw_rows(surface, key, self._unnamed, look, words)
            return
        surface.blit(deep, (box.left, box.top - look.px(4) - deep.get_height()))
        ticked, knob = self._ticked(look), self._around_knob(look)
        tick = look.line_height(TICK) if ticked else 0
        last = box.right - look.measure(words.quantity(100, "%", 0), TICK)
        for share in (0.0, 0.5, 1.0) if ticked else ():
            number = look.text(words.number(100 * share), TICK, palette.muted)
            y = box.bottom - share * box.height - number.get_height() / 2
            beside = number.get_rect(topright=(box.left - look.px(6), round(y)))
            if not beside.colliderect(knob):
                surface.blit(number, beside)
            text = words.quantity(100, "%", 0) if share == 1 else words.number(100 * share)
            number = look.text(text, TICK, palette.muted)
            x = box.left + share * box.width - number.get_width() * share
            below = number.get_rect(topleft=(round(x), box.bottom + look.px(3)))
            fits = share == 1 or below.right + look.px(8) <= last
            if fits and not below.colliderect(knob):
                surface.blit(number, below)
        left = max(self.rect.left, box.centerx - long.get_width() // 2)
        at = (left, box.bottom + look.px(2) + tick)
        surface.blit(long, at)
        top = at[1] + long.get_height() + look.px(4)
        key = pygame.Rect(self.rect.left, top, self.rect.width, self._key_high(look))
        if self._key_beside:
            key.topleft = (box.right + 2 * look.px(KNOB), box.top)
            key.width = self.rect.right - key.left
        else:
            top = key.bottom
        if self.told and (self._keyed or self._key_beside):
            draw_rows(surface, key, self._unnamed, look, words)
        self._draw_hint(surface, look, top + look.px(6))

    def _draw_hint(self, surface: pygame.Surface, look: Look, top: int) -> None:
        hint = self._hint
        high = hint.height(look, self.rect.width)
        if self.hinted and top + high <= self.rect.bottom:
            hint.place(pygame.Rect(self.rect.left, top, self.rect.width, high), look)
            hint.draw(surface, look)

    def _draw_dot(self, surface: pygame.Surface, look: Look) -> None:
        """The lines to both axes, the names over them, the dot over all."""
        palette, box = look.palette, self.box
        x, y = self.knob
        dash, thick = look.px(DASH), look.stroke(2)
        for at in range(box.left, round(x), 2 * dash):
            surface.fill(palette.teal, (at, round(y), min(dash, round(x) - at), thick))
        for at in range(box.bottom, round(y), -2 * dash):
            high = min(dash, at - round(y))
            surface.fill(palette.brick, (round(x), at - high, thick, high))
        around = self._around_knob(look)
        for name in self._names if self.told else ():
            plate = name.beside(around.move(-box.left, -box.top))
            if plate is not None:
                name.draw(surface, plate.move(box.topleft), look)
        knob = look.px(KNOB) * (1.15 if self.pressed or self.hovered else 1.0)
        put_centred(surface, disc(knob, palette.ink, palette.halo, look.line(2)), (x, y))
        put_centred(surface, disc(look.px(HOLE), palette.halo), (x, y))

    def _around_knob(self, look: Look) -> pygame.Rect:
        """What nothing is written in."""
        around = pygame.Rect(0, 0, 2 * look.px(KNOB + 4), 2 * look.px(KNOB + 4))
        around.center = round(self.knob[0]), round(self.knob[1])
        return around
