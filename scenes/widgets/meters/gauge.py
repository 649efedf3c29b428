"""The margin gauge: how far something is from giving way.

A track with a hatched amber part and a plain part, a tick on their boundary and
a pointer; words above and below say the same without colour.
"""

from collections.abc import Callable, Sequence

import pygame

from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.palette import Colour
from scenes.draw.panels import FACTOR, hatched, put_centred, rounded
from scenes.draw.shapes import finished, outlined, premultiplied, put, supersampled
from scenes.draw.surface_cache import kept
from scenes.widgets.typeset import wrap
from scenes.widgets.widget import Widget

TRACK = 22
POINTER = (26, 29)


@kept
def pointer(size: tuple[int, int], ink: Colour, halo: Colour) -> pygame.Surface:
    """A house upside down, its tip at the lower edge."""

    def paint(large: pygame.Surface, factor: int) -> None:
        wide, high = large.get_size()
        rim = wide * 0.075
        left, right, top, tip = rim, wide - rim, rim, high - rim
        waist = high * 0.53
        shape = [(left, top), (right, top), (right, waist), (wide / 2, tip), (left, waist)]
        outlined(large, shape, ink, halo, rim * 1.6)
        pygame.draw.polygon(large, ink, shape)

    return supersampled(size, paint, FACTOR)


@kept
def _track(
    size: tuple[int, int],
    part: tuple[int, int],
    tones: tuple[Colour, Colour, Colour, Colour],
    hatch: tuple[int, float],
    edge_width: float,
) -> pygame.Surface:
    """The track: hatched from x = part[0] to part[1], plain elsewhere."""
    amber_tint, amber, plain, edge = tones
    track = pygame.Surface(size, pygame.SRCALPHA)
    put(track, rounded(size, size[1] / 2, plain), (0, 0))
    stripes = hatched(size, amber_tint, amber, *hatch)
    box = (part[0], 0, part[1] - part[0], size[1])
    put(track, stripes.subsurface(box), box[:2])
    # Cut to the pill: keep the colours only where the pill is.
    pill = premultiplied(rounded(size, size[1] / 2, (255, 255, 255)))
    track.blit(pill, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    put(track, rounded(size, size[1] / 2, None, edge, edge_width), (0, 0))
    return finished(track)


class Gauge(Widget):
    """A gauge.

    Parameters
    ----------
    label : words left above the track.
    low, high : ends of the scale; the pointer stays between them.
    boundary : where it starts to give way.
    value : what the pointer shows.
    text : gives the words for the value.
    caption_low, caption_high : words below the two ends.
    gives_way : which side of the boundary is hatched, "below" or "above".
    marks : thin ticks, for values named elsewhere.
    """

    focusable = False

    def __init__(
        self,
        label: str,
        low: float,
        high: float,
        boundary: float,
        *,
        value: float = 0.0,
        text: Callable[[float], str] = str,
        caption_low: str = "",
        caption_high: str = "",
        gives_way: str = "below",
        marks: Sequence[float] = (),
    ) -> None:
        super().__init__()
        if not low < high or not low <= boundary <= high or gives_way not in ("below", "above"):
            raise ValueError(f"no gauge from {low} to {high}, {gives_way} {boundary} gives way")
        self.label = label
        self.low, self.high, self.boundary = low, high, boundary
        self.value = value
        self.text = text
        self.caption_low, self.caption_high = caption_low, caption_high
        self.gives_way = gives_way
        self.marks = tuple(marks)

    @property
    def in_amber(self) -> bool:
        """Whether the value lies where it gives way."""
        return (
            self.value < self.boundary if self.gives_way == "below" else self.value > self.boundary
        )

    def describe(self) -> str:
        """Label, value and the caption of the side the pointer is on."""
        low_side = self.value < self.boundary
        caption = self.caption_low if low_side else self.caption_high
        return ", ".join(filter(None, (f"{self.label}: {self.text(self.value)}", caption)))

    def height(self, look: Look, width: int) -> int:
        """Label, track and captions."""
        captions = sum(map(len, self._captions(look, width)))
        if captions and self._wide(look) <= width:
            captions = 1
        words = len(self._lines(look, width)) * look.line_height(20)
        return words + look.control(9 + TRACK + 3) + captions * look.line_height(18)

    def _captions(self, look: Look, width: int) -> list[tuple[str, ...]]:
        """The lines of both."""
        both = (self.caption_low, self.caption_high)
        return [wrap(caption, look.font(18), max(1, width)) if caption else () for caption in both]

    def _lines(self, look: Look, width: int) -> tuple[str, ...]:
        """The label beside its value, broken where it has to be."""
        value = look.measure(self.text(self.value), 20, SEMIBOLD)
        room = max(width // 3, width - value - look.px(10))
        return wrap(self.label, look.font(20), room)

    def _wide(self, look: Look) -> int:
        """Both captions on one line."""
        both = (self.caption_low, self.caption_high)
        return sum(look.measure(caption, 18) for caption in both) + look.px(8)

    def _x(self, value: float, reach: int) -> int:
        """Place on the track, from its left; the round ends are not used."""
        share = (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)
        return round(reach + share * (self.rect.width - 2 * reach))

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Words, track, boundary and pointer."""
        colours, box = look.palette, self.rect
        tone = colours.amber_ink if self.in_amber else colours.teal
        said = look.fitted(self.text(self.value), 20, tone, SEMIBOLD, width=box.width // 2)
        surface.blit(said, (box.right - said.get_width(), box.top))
        lines = self._lines(look, box.width)
        for number, line in enumerate(lines):
            at = (box.left, box.top + number * look.line_height(20))
            surface.blit(look.text(line, 20, colours.ink), at)
        high = look.control(TRACK)
        top = box.top + len(lines) * look.line_height(20) + look.control(9)
        reach = high // 2
        edge = self._x(self.boundary, reach)
        key = (colours.amber_tint, colours.amber, colours.teal_tint, colours.edge)
        part = (0, edge) if self.gives_way == "below" else (edge, box.width)
        hatch = (look.px(9), look.line(2.2))
        track = _track((box.width, high), part, key, hatch, look.line(1.5))
        put(surface, track, (box.left, top))
        for mark in self.marks:
            surface.fill(
                colours.ink, (box.left + self._x(mark, reach), top, look.stroke(1.2), high)
            )
        thick = look.stroke(2.5)
        over = look.control(5)
        tick = pygame.Rect(box.left + edge - thick // 2, top - over, thick, high + 2 * over)
        surface.fill(colours.ink, tick)
        size = (look.control(POINTER[0]), look.control(POINTER[1]))
        x = box.left + self._x(self.value, reach)
        put_centred(
            surface, pointer(size, colours.ink, colours.halo), (x, top + high * 0.86 - size[1] / 2)
        )
        self._draw_captions(surface, look, top + high + look.control(3))

    def _draw_captions(self, surface: pygame.Surface, look: Look, y: int) -> None:
        colours = look.palette
        tones = [colours.amber_ink, colours.teal]
        if self.gives_way == "above":
            tones.reverse()
        low, high = self._captions(look, self.rect.width)
        for number, line in enumerate(low):
            face = look.text(line, 18, tones[0])
            surface.blit(face, (self.rect.left, y + number * look.line_height(18)))
        if self._wide(look) > self.rect.width:
            y += len(low) * look.line_height(18)
        for number, line in enumerate(high):
            face = look.text(line, 18, tones[1])
            right = self.rect.right - face.get_width()
            surface.blit(face, (right, y + number * look.line_height(18)))
