"""A line chart: axes, a region where something gives way, curves, labels.

Everything that stays is painted once into a background; each curve keeps its
own strip (`scenes.widgets.chart.curve`). A frame in which nothing changes is a few
blits.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pygame

from scenes.draw.look import Look, REGULAR, SEMIBOLD
from scenes.draw.palette import Colour
from scenes.draw.panels import disc, put_centred
from scenes.widgets.chart.axes import Axis
from scenes.widgets.chart.backdrop import above, Backdrop, Band, below, Limit, Painted, Zone
from scenes.widgets.chart.curve import Curve
from scenes.widgets.chart.labels import Labels, mask_of, Room
from scenes.widgets.chart.names import beside, inside, Name, stacked
from scenes.widgets.widget import Widget

NOTE, LABEL = 18, 18
DOT = 5.5  # design px, radius of the dot at the end of a curve
CURSOR = 20  # design px that a cursor and the dots on it take from the words
BOX = 150
PAD = 6  # strips reach so far beyond the chart, so that lines on its edge stay whole


@dataclass
class Series:
    """One curve.

    Parameters
    ----------
    x, y : arrays of the same length, in the units of the axes; NaN makes a gap.
    colour : name of the palette colour.
    label : words beside its end, or "".
    dashed : a previous or another try.
    dot : a dot at its last point.
    """

    x: npt.NDArray[np.float64]
    y: npt.NDArray[np.float64]
    colour: str = "force"
    label: str = ""
    dashed: bool = False
    dot: bool = True
    curve: Curve = field(default_factory=Curve, repr=False, compare=False)


class Plot(Widget):
    """A line chart.

    Parameters
    ----------
    title : words above it; the unit of the y axis stands at the right.
    x, y : the axes.
    series, limit, bands, zones : what is shown; may be changed at any time.
    cursor : where its owner draws a line from top to bottom, None without one.
    empty : words in the chart while it has no data.
    ground : name of the palette colour behind it.
    tall : design height of the chart itself for `height`.
    """

    focusable = False

    def __init__(
        self,
        title: str,
        x: Axis,
        y: Axis,
        *,
        series: Sequence[Series] = (),
        limit: Limit | None = None,
        bands: Sequence[Band] = (),
        zones: Sequence[Zone] = (),
        empty: str = "",
        ground: str = "panel",
        tall: int = BOX,
    ) -> None:
        super().__init__()
        self.title = title
        self.x, self.y = x, y
        self.series = list(series)
        self.limit = limit
        self.bands = list(bands)
        self.zones = list(zones)
        self.cursor: float | None = None
        self.empty = empty
        self.ground = ground
        self.tall = tall
        self.box = pygame.Rect(0, 0, 0, 0)
        self._key: tuple[object, ...] = ()
        self._still: Painted | None = None
        self._labels = Labels()

    def describe(self) -> str:
        """Title and the last value of each labelled curve."""
        ends = [
            f"{series.label} {self.y.text(float(series.y[-1]))} {self.y.unit}".strip()
            for series in self.series
            if len(series.y)
        ]
        return ", ".join([self.title, *ends])

    def height(self, look: Look, width: int) -> int:
        """Title, chart and numbers."""
        top = above(look, self.title, self.y.unit, width)
        return look.px(self.tall) + top + below(look)

    def pixels(self, x: npt.ArrayLike, y: npt.ArrayLike) -> npt.NDArray[np.float64]:
        """Window pixels, shape (n, 2), of points in the units of the axes (after a draw)."""
        across = (np.asarray(x, float) - self.x.low) * (self.box.width / (self.x.high - self.x.low))
        up = (np.asarray(y, float) - self.y.low) * (self.box.height / (self.y.high - self.y.low))
        return np.stack((self.box.left + across, self.box.bottom - up), axis=-1)

    def forget(self) -> None:
        """Let names take their places anew, not those where they have been."""
        self._labels.forget()

    @property
    def names(self) -> list[tuple[Name, pygame.Rect]]:
        """What is written in the chart, and where in the window (after a draw)."""
        return [(name, spot.move(self.rect.topleft)) for name, spot in self._labels.placed]

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Background, curves, dots and labels."""
        colours = look.palette
        bands, zones = tuple(self.bands), tuple(self.zones)
        backdrop = Backdrop(self.title, self.x, self.y, self.limit, bands, zones, self.ground)
        key = (self.rect.size, colours.name, look.scale, look.zoom, backdrop)
        if key != self._key:
            self._key = key
            self._labels.forget()
            self._still = backdrop.paint(look, self.rect.size)
        still = self._still
        if still is None:
            return
        self.box = still.box.move(self.rect.topleft)
        surface.blit(still.surface, self.rect.topleft)
        shown = [series for series in self.series if len(series.x)]
        pad = look.px(PAD)
        size = (self.box.width + 2 * pad, self.box.height + 2 * pad)
        corner = (self.box.left - pad, self.box.top - pad)
        lines = [self.pixels(series.x, series.y) for series in shown]
        strips = []
        for series, points in zip(shown, lines, strict=True):
            ink: Colour = getattr(colours, series.colour)
            width = look.line(2 if series.dashed else 3.2)
            dash = look.line(1) if series.dashed else 0.0
            strips.append(series.curve.strip(points - corner, size, ink, width, dash))
            surface.blit(strips[-1], corner)
        for series, points in zip(shown, lines, strict=True):
            if series.dot and self.box.inflate(4, 4).collidepoint(_finite(points[-1])):
                spot = disc(look.line(DOT), getattr(colours, series.colour), colours.panel, 0.0)
                put_centred(surface, spot, (points[-1][0], points[-1][1]))
        painted = tuple((id(series), series.curve.painted) for series in shown)
        if self._labels.due((painted, self.cursor, self.empty)):
            self._place_names(look, still, shown, lines, strips)
        self._labels.draw(surface, look, self.rect.topleft, still.region)

    def _place_names(
        self,
        look: Look,
        still: Painted,
        shown: Sequence[Series],
        lines: Sequence[npt.NDArray[np.float64]],
        strips: Sequence[pygame.Surface],
    ) -> None:
        """Place what the chart names itself, then the curves, those of earlier tries last."""
        box, pad = still.box, look.px(PAD)
        edges = list(still.lines)
        if self.cursor is not None:
            thick = look.px(CURSOR)
            across = box.left + round(self.x.place(self.cursor) * box.width)
            edges.append(pygame.Rect(across - thick // 2, box.top, thick, box.height))
        local = [points - self.rect.topleft for points in lines]
        side = 2 * round(look.line(DOT)) + 1
        for series, points in zip(shown, local, strict=True):
            if series.dot:
                dot = pygame.Rect(0, 0, side, side)
                dot.center = (round(_finite(points[-1])[0]), round(_finite(points[-1])[1]))
                edges.append(dot)
        corner = (box.left - pad, box.top - pad)
        placed = [(strip, corner) for strip in strips]
        taken = mask_of(still.surface.get_size(), edges, placed)
        live, earlier = self._curve_names(look, box, shown, local)
        names = [*still.names, *live, *earlier]
        if not shown and self.empty:
            words = look.fitted(self.empty, NOTE, look.palette.muted, width=box.width)
            rows = (0.7, 0.5, 0.3, 1.0, 0.0)
            names.append(Name(self.empty, words, inside(box, words, 0, across=0.5, down=rows)))
        self._labels.place(names, Room(box, taken, still.region, still.rows), live)

    def _curve_names(
        self,
        look: Look,
        box: pygame.Rect,
        shown: Sequence[Series],
        local: Sequence[npt.NDArray[np.float64]],
    ) -> tuple[list[Name], list[Name]]:
        """Of the live curves, the latest before all others, and of earlier tries."""
        gap = look.px(5) + round(look.line(DOT))
        found: tuple[list[Name], list[Name]] = [], []
        named: set[str] = set()
        for series, points in zip(shown[::-1], local[::-1], strict=True):
            # An earlier try of the same name needs it no more than once.
            if not series.label or series.label in named:
                continue
            named.add(series.label)
            weight = REGULAR if series.dashed else SEMIBOLD
            ink = getattr(look.palette, series.colour)
            text = series.label
            upper, comma, lower = text.partition(", ")
            lines = [
                look.fitted(line, LABEL, ink, weight, width=box.width)
                for line in ((text, f"{upper},", lower) if comma else (text,))
            ]
            other = None
            if comma:
                face = stacked(lines[1], lines[2])
                other = Name(text, face, beside(face, points, box, gap))
            places = beside(lines[0], points, box, gap)
            found[series.dashed].append(Name(text, lines[0], places, stacked=other))
        return found


def _finite(point: npt.NDArray[np.float64]) -> tuple[float, float]:
    """A point that is nowhere is far outside."""
    x, y = np.clip(np.nan_to_num(point, nan=-1e6), -1e6, 1e6)
    return float(x), float(y)
