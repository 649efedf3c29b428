"""What stands still in a chart: title, axes, grid, the hatched region, bands.

Painted once into one opaque surface of the chart's size.
"""

from dataclasses import dataclass

import pygame

from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.panels import hatched, put_rounded
from scenes.draw.shapes import put
from scenes.widgets.chart.axes import Axis

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
    """A stretch of the y axis that is as good as rest, with a word in it."""

    low: float
    high: float
    label: str
    right: bool = True  # at which end the word stands


def above(look: Look, heading: str) -> int:
    """Room above the chart itself: for the heading, if there is one."""
    return look.line_height(TITLE) + look.px(7) if heading else look.px(8)


def below(look: Look) -> int:
    """Room below the chart itself, for the numbers."""
    return look.line_height(TICK) + look.px(7)


@dataclass(frozen=True)
class Painted:
    """The finished surface, and where in it things are."""

    surface: pygame.Surface
    box: pygame.Rect  # the chart itself
    region: pygame.Rect  # the hatched part of it
    zone: pygame.Rect  # the part that is as good as rest
    words: tuple[pygame.Rect, pygame.Rect]  # in the hatched part and in the zone

    def around(self, corner: tuple[int, int]) -> tuple[pygame.Rect, list[pygame.Rect]]:
        """Region and words in the window, for a chart with its top left at `corner`."""
        return self.region.move(corner), [box.move(corner) for box in self.words]


@dataclass(frozen=True)
class Backdrop:
    """All that it depends on, besides size and look; can be compared."""

    title: str
    x: Axis
    y: Axis
    limit: Limit | None
    bands: tuple[Band, ...]
    zone: Zone | None
    ground: str

    def paint(self, look: Look, size: tuple[int, int]) -> "Painted":
        """Paint everything for a chart of `size` pixels."""
        colours = look.palette
        still = pygame.Surface(size)
        still.fill(getattr(colours, self.ground))
        box, rows, columns = self._frame(look, size)
        unit = look.text(self.y.unit, TITLE, colours.muted)
        room = max(1, size[0] - unit.get_width() - look.px(10))
        still.blit(look.fitted(self.title, TITLE, colours.ink, SEMIBOLD, width=room), (0, 0))
        still.blit(unit, (size[0] - unit.get_width(), 0))
        for band in self.bands:
            start, end = self._across(box, band.start), self._across(box, band.end)
            still.fill(getattr(colours, band.colour), (start, box.top, end - start, box.height))
        zone, name = self._paint_zone(still, look, box)
        region = self._paint_region(still, look, box)
        self._paint_rows(still, look, box, rows)
        for band in self.bands:
            self._paint_marker(still, look, box, band)
        plate = self._paint_limit(still, look, box)
        self._paint_columns(still, look, box, columns)
        return Painted(still, box, region, zone, (plate, name))

    def _frame(
        self, look: Look, size: tuple[int, int]
    ) -> tuple[pygame.Rect, tuple[float, ...], tuple[float, ...]]:
        """The chart itself inside the widget, and the numbers on both axes."""
        top = above(look, self.title + self.y.unit)
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
        still.fill(colours.edge, (box.left, self._up(box, 0.0), box.width, thin))
        for index, column in enumerate(columns):
            x = self._across(box, column)
            still.fill(colours.edge, (x, box.bottom, thin, look.px(5)))
            text = self.x.text(column)
            left = x - look.measure(text, TICK) // 2
            if index == len(columns) - 1 and self.x.unit:
                text = f"{text}\u00a0{self.x.unit}"
            words = look.text(text, TICK, colours.muted)
            left = max(0, min(left, still.get_width() - words.get_width()))
            still.blit(words, (left, box.bottom + look.px(6)))

    def _paint_zone(
        self, still: pygame.Surface, look: Look, box: pygame.Rect
    ) -> tuple[pygame.Rect, pygame.Rect]:
        """Fill the zone and write in it where there is room; where both are."""
        name = pygame.Rect(0, 0, 0, 0)
        if self.zone is None:
            return name, name
        colours = look.palette
        top, bottom = self._up(box, self.zone.high), self._up(box, self.zone.low)
        still.fill(colours.teal_tint, (box.left, top, box.width, bottom - top))
        words = look.fitted(self.zone.label, TICK, colours.teal, SEMIBOLD, width=box.width)
        if words.get_height() <= bottom - top:
            name = words.get_rect(centery=(top + bottom) // 2)
            name.left = box.left + look.px(4)
            if self.zone.right:
                name.right = box.right - look.px(4)
            still.blit(words, name)
        return pygame.Rect(box.left, top, box.width, bottom - top), name

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

    def _paint_limit(self, still: pygame.Surface, look: Look, box: pygame.Rect) -> pygame.Rect:
        limit = self.limit
        if limit is None or not self.y.low <= limit.y <= self.y.high:
            return pygame.Rect(0, 0, 0, 0)
        colours = look.palette
        y, thick = self._up(box, limit.y), look.stroke(2)
        still.fill(colours.amber_line, (box.left, y - thick // 2, box.width, thick))
        room = max(1, box.width - look.px(16))
        words = look.fitted(limit.label, NOTE, colours.amber_ink, SEMIBOLD, width=room)
        wide, high = words.get_size()
        plate = pygame.Rect(box.left + look.px(4), y + thick, wide + look.px(8), high)
        if limit.above:
            plate.bottom = y - thick
        if limit.label and box.contains(plate):
            # The plate keeps the hatch from running through the letters.
            put_rounded(still, plate, look.px(5), colours.amber_tint)
            still.blit(words, (plate.left + look.px(4), plate.top))
        return plate

    def _paint_marker(
        self, still: pygame.Surface, look: Look, box: pygame.Rect, band: Band
    ) -> None:
        colours = look.palette
        start, end = self._across(box, band.start), self._across(box, band.end)
        if start == end:
            dash = look.px(5)
            for y in range(box.top, box.bottom, 2 * dash):
                still.fill(colours.muted, (start, y, look.stroke(1.6), min(dash, box.bottom - y)))
        if band.label:
            words = look.fitted(band.label, TICK, colours.ink, width=box.width)
            left = (start + end - words.get_width()) // 2
            left = max(box.left, min(left, box.right - words.get_width()))
            still.blit(words, (left, box.top + look.px(2)))
