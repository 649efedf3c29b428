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

from scenes.draw.look import Look
from scenes.draw.palette import Colour
from scenes.draw.panels import disc, put_centred
from scenes.widgets.chart.axes import Axis
from scenes.widgets.chart.backdrop import above, Backdrop, Band, below, Limit, Painted, Zone
from scenes.widgets.chart.curve import Curve
from scenes.widgets.chart.curve_labels import Labels, Surroundings
from scenes.widgets.widget import Widget

NOTE = 18
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
    series, limit, bands, zone : what is shown; may be changed at any time.
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
        zone: Zone | None = None,
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
        self.zone = zone
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
        return look.px(self.tall) + above(look, self.title + self.y.unit) + below(look)

    def pixels(self, x: npt.ArrayLike, y: npt.ArrayLike) -> npt.NDArray[np.float64]:
        """Window pixels, shape (n, 2), of points in the units of the axes (after a draw)."""
        across = (np.asarray(x, float) - self.x.low) * (self.box.width / (self.x.high - self.x.low))
        up = (np.asarray(y, float) - self.y.low) * (self.box.height / (self.y.high - self.y.low))
        return np.stack((self.box.left + across, self.box.bottom - up), axis=-1)

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Background, curves, dots and labels."""
        colours = look.palette
        bands = tuple(self.bands)
        backdrop = Backdrop(self.title, self.x, self.y, self.limit, bands, self.zone, self.ground)
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
        if not shown and self.empty:
            words = look.fitted(self.empty, NOTE, colours.muted, width=self.box.width)
            low = still.zone.top if still.zone.height else still.box.bottom
            low += self.rect.top - look.px(6) - words.get_height()
            surface.blit(words, (self.box.centerx - words.get_width() // 2, low))
        pad = look.px(PAD)
        size = (self.box.width + 2 * pad, self.box.height + 2 * pad)
        corner = (self.box.left - pad, self.box.top - pad)
        lines = [self.pixels(series.x, series.y) for series in shown]
        for series, points in zip(shown, lines, strict=True):
            ink: Colour = getattr(colours, series.colour)
            width = look.line(2 if series.dashed else 3.2)
            dash = look.line(1) if series.dashed else 0.0
            surface.blit(series.curve.strip(points - corner, size, ink, width, dash), corner)
        for series, points in zip(shown, lines, strict=True):
            if series.dot and self.box.inflate(4, 4).collidepoint(_finite(points[-1])):
                spot = disc(look.line(5.5), getattr(colours, series.colour), colours.panel, 0.0)
                put_centred(surface, spot, (points[-1][0], points[-1][1]))
        scene = Surroundings(self.box, lines, *still.around(self.rect.topleft))
        self._labels.draw(
            surface,
            look,
            scene,
            [
                (series.label, getattr(colours, series.colour), points, not series.dashed)
                for series, points in zip(shown, lines, strict=True)
                if series.label
            ],
            (self.box.topleft, tuple((id(series), series.curve.painted) for series in shown)),
        )


def _finite(point: npt.NDArray[np.float64]) -> tuple[float, float]:
    """A point that is nowhere is far outside."""
    x, y = np.clip(np.nan_to_num(point, nan=-1e6), -1e6, 1e6)
    return float(x), float(y)
