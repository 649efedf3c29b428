"""What stands still in a chart: title, axes, grid, the hatched region, bands.

Painted once into one opaque surface of the chart's size. The names of what is painted
are placed with those of the curves (`scenes.widgets.chart.labels`).
"""

from dataclasses import dataclass
from functools import partial

import pygame

from scenes.draw.look import Look, REGULAR, SEMIBOLD
from scenes.draw.panels import hatched
from scenes.draw.shapes import put
from scenes.widgets.chart.axes import Axis, row_of_numbers
from scenes.widgets.chart.names import at_band, inside, Name
from scenes.widgets.typeset import wrap

TITLE, NOTE, TICK = 20, 18, 16


@dataclass(frozen=True)
class Limit:
    """A level beyond which something gives way: hatched, with a word in it."""

    y: float
    label: str
    above: bool = True


@dataclass(frozen=True)
class Band:
    """A stretch of the x axis (the push); a dashed line if both ends are the same."""

    start: float
    end: float
    label: str = ""
    colour: str = "teal_tint"


@dataclass(frozen=True)
class Zone:
    """A stretch of the y axis, such as what is as good as rest, with a word in it."""

    low: float
    high: float
    label: str
    right: bool = True  # at which end the word stands, if it can
    tinted: bool = True


def heading(look: Look, title: str, unit: str, width: int) -> tuple[str, ...]:
    """The lines of a title, which leave room for the unit at the right."""
    room = width - look.measure(unit, TITLE) - look.px(10)
    return wrap(title, look.font(TITLE, SEMIBOLD), max(1, room))


def above(look: Look, title: str, unit: str, width: int) -> int:
    """Room above the chart itself: for the heading, if there is one."""
    lines = len(heading(look, title, unit, width)) if title or unit else 0
    return lines * look.line_height(TITLE) + look.px(7 if lines else 8)


def below(look: Look) -> int:
    """Room below the chart itself, for the numbers."""
    return look.line_height(TICK) + look.px(7)


@dataclass(frozen=True)
class Painted:
    """The finished surface, and where in it things are."""

    surface: pygame.Surface
    box: pygame.Rect  # the chart itself
    region: pygame.Rect  # the hatched part of it
    lines: tuple[pygame.Rect, ...]  # edges that no words may be struck by
    rows: tuple[int, ...]  # lines of the grid
    names: tuple[Name, ...]


@dataclass(frozen=True)
class Backdrop:
    """All that it depends on, besides size and look; can be compared."""

    title: str
    x: Axis
    y: Axis
    limit: Limit | None
    bands: tuple[Band, ...]
    zones: tuple[Zone, ...]
    ground: str

    def paint(self, look: Look, size: tuple[int, int]) -> "Painted":
        """Paint everything for a chart of `size` pixels."""
        colours = look.palette
        still = pygame.Surface(size)
        still.fill(getattr(colours, self.ground))
        box, rows, columns = self._frame(look, size)
        unit = look.text(self.y.unit, TITLE, colours.muted)
        for number, line in enumerate(heading(look, self.title, self.y.unit, size[0])):
            title = look.text(line, TITLE, colours.ink, SEMIBOLD)
            still.blit(title, (0, number * look.line_height(TITLE)))
        still.blit(unit, (size[0] - unit.get_width(), 0))
        for band in self.bands:
            still.fill(getattr(colours, band.colour), self._stretch(box, band))
        for zone in self.zones:
            if zone.tinted:
                still.fill(colours.teal_tint, self._layer(box, zone))
        region = self._paint_region(still, look, box)
        self._paint_rows(still, look, box, rows)
        for band in self.bands:
            self._paint_marker(still, look, box, band)
        self._paint_limit(still, look, box)
        self._paint_columns(still, look, box, columns)
        ruled = tuple(self._up(box, row) for row in rows)
        names = tuple(self._names(look, box, region))
        return Painted(still, box, region, tuple(self._lines(look, box)), ruled, names)

    def _frame(
        self, look: Look, size: tuple[int, int]
    ) -> tuple[pygame.Rect, tuple[float, ...], tuple[float, ...]]:
        """The chart itself inside the widget, and the numbers on both axes."""
        top = above(look, self.title, self.y.unit, size[0])
        high = max(1, size[1] - below(look) - top)
        rows = self.y.numbers(max(2, high * 10 // (look.line_height(TICK) * 18)))
        numbers = [*self.y.room, *(self.y.text(row) for row in rows)]
        left = max((look.measure(text, TICK) for text in numbers), default=0) + look.px(8)
        wide = max(1, size[0] - left - look.px(6))
        columns: tuple[float, ...] = ()
        unit = look.measure(f"\u00a0{self.x.unit}", TICK) if self.x.unit else 0
        # As many numbers as stand apart: wider numbers, fewer of them.
        for most in range(9, 1, -1):
            columns = self.x.numbers(most)
            need = max((look.measure(self.x.text(column), TICK) for column in columns), default=0)
            if (need + look.px(18)) * len(columns) + unit <= wide:
                break
        return pygame.Rect(left, top, wide, high), rows, columns

    def _across(self, box: pygame.Rect, x: float) -> int:
        return round(box.left + min(max(self.x.place(x), 0.0), 1.0) * box.width)

    def _up(self, box: pygame.Rect, y: float) -> int:
        return round(box.bottom - min(max(self.y.place(y), 0.0), 1.0) * box.height)

    def _paint_rows(
        self, still: pygame.Surface, look: Look, box: pygame.Rect, rows: tuple[float, ...]
    ) -> None:
        colours = look.palette
        for row in rows:
            y = self._up(box, row)
            beyond = self.limit is not None and (row > self.limit.y) == self.limit.above
            line = colours.hatch if beyond else colours.grid
            still.fill(line, (box.left, y, box.width, look.stroke(1.2)))
            words = look.text(self.y.text(row), TICK, colours.muted)
            left = box.left - look.px(8) - words.get_width()
            still.blit(words, (left, y - words.get_height() // 2))

    def _paint_columns(
        self, still: pygame.Surface, look: Look, box: pygame.Rect, columns: tuple[float, ...]
    ) -> None:
        colours = look.palette
        thin = look.stroke(1.4)
        for y in {self._up(box, 0.0), box.bottom}:
            still.fill(colours.edge, (box.left, y, box.width, thin))
        places = [(self._across(box, column), self.x.text(column)) for column in columns]
        for x, _ in places:
            still.fill(colours.edge, (x, box.bottom, thin, look.px(5)))
        measure = partial(look.measure, size=TICK)
        gap = look.px(8)
        for left, text in row_of_numbers(places, self.x.unit, measure, still.get_width(), gap):
            still.blit(look.text(text, TICK, colours.muted), (left, box.bottom + look.px(6)))

    def _paint_region(self, still: pygame.Surface, look: Look, box: pygame.Rect) -> pygame.Rect:
        if self.limit is None:
            return pygame.Rect(0, 0, 0, 0)
        colours = look.palette
        y = self._up(box, self.limit.y)
        region = pygame.Rect(box.left, box.top, box.width, y - box.top)
        if not self.limit.above:
            region = pygame.Rect(box.left, y, box.width, box.bottom - y)
        if region.height > 0:
            ground, line = colours.amber_tint, colours.hatch
            stripes = hatched(region.size, ground, line, look.px(10), look.line(1.6))
            put(still, stripes, region.topleft)
        return region

    def _paint_limit(self, still: pygame.Surface, look: Look, box: pygame.Rect) -> None:
        if self.limit is not None and self.y.low <= self.limit.y <= self.y.high:
            y, thick = self._up(box, self.limit.y), look.stroke(2)
            colour = look.palette.amber_line
            still.fill(colour, (box.left, y - thick // 2, box.width, thick))

    def _paint_marker(
        self, still: pygame.Surface, look: Look, box: pygame.Rect, band: Band
    ) -> None:
        if band.start == band.end:
            x, dash, wide = self._across(box, band.start), look.px(5), look.stroke(1.6)
            for y in range(box.top, box.bottom, 2 * dash):
                still.fill(look.palette.muted, (x, y, wide, min(dash, box.bottom - y)))

    # -- names ---------------------------------------------------------------------

    def _layer(self, box: pygame.Rect, zone: Zone) -> pygame.Rect:
        top, bottom = self._up(box, zone.high), self._up(box, zone.low)
        return pygame.Rect(box.left, top, box.width, bottom - top)

    def _stretch(self, box: pygame.Rect, band: Band) -> pygame.Rect:
        """Where a band is seen: the hatch covers it, a line without a width goes over the hatch."""
        start, end = self._across(box, band.start), self._across(box, band.end)
        stretch = pygame.Rect(start, box.top, end - start, box.height)
        if self.limit is not None and end > start:
            y = self._up(box, self.limit.y)
            top, bottom = (y, box.bottom) if self.limit.above else (box.top, y)
            stretch.top, stretch.height = top, bottom - top
        return stretch

    def _lines(self, look: Look, box: pygame.Rect) -> list[pygame.Rect]:
        """All edges: of the chart, of zones and bands, at the limit and at 0."""
        thin, thick = look.stroke(1.4), look.stroke(2)
        across = [(self._up(box, 0.0), thin), (box.bottom, thin)]
        if self.limit is not None:
            across.append((self._up(box, self.limit.y) - thick // 2, thick))
        layers = [self._layer(box, zone) for zone in self.zones if zone.tinted]
        across += [(edge, 1) for layer in layers for edge in (layer.top, layer.bottom)]
        lines = [pygame.Rect(box.left, y, box.width, high) for y, high in across]
        for seen in (self._stretch(box, band) for band in self.bands):
            for edge in (seen.left, seen.right):
                lines.append(pygame.Rect(edge, seen.top, look.stroke(1.6), seen.height))
        return lines

    def _names(self, look: Look, box: pygame.Rect, region: pygame.Rect) -> list[Name]:
        """What limit, zones and bands are called, with the places for that."""
        palette, limit, gap = look.palette, self.limit, look.px(8)
        room = max(1, box.width - 2 * gap)
        found = []
        if limit is not None and limit.label and look.measure(limit.label, NOTE, SEMIBOLD) <= room:
            face = look.text(limit.label, NOTE, palette.amber_ink, SEMIBOLD)
            rows = (1.0, 0.5, 0.0) if limit.above else (0.0, 0.5, 1.0)
            # Between the edges of the region, which are lines themselves.
            places = inside(region.inflate(0, -2 * look.px(3)), face, gap, down=rows)
            found.append(Name(limit.label, face, places, palette.amber_tint))
        for zone in filter(lambda zone: zone.label, self.zones):
            ink, weight = (palette.teal, SEMIBOLD) if zone.tinted else (palette.muted, REGULAR)
            if look.measure(zone.label, TICK, weight) > room:
                continue
            face = look.text(zone.label, TICK, ink, weight)
            layer = self._layer(box, zone)
            places = inside(layer, face, gap, across=float(zone.right))
            if zone.tinted:
                over = layer.move(0, -look.px(2) - face.get_height())
                over.height = face.get_height()
                places += inside(over, face, gap, across=float(zone.right), down=(0.0,))
            found.append(Name(zone.label, face, places))
        for band in filter(lambda band: band.label, self.bands):
            face = look.fitted(band.label, TICK, palette.ink, width=room)
            places = at_band(self._stretch(box, band), face, look.px(4))
            found.append(Name(band.label, face, places))
        return found
