"""The breath as a curve over two breaths, with a knob that can be dragged.

A drag or an arrow key holds the breath where the knob is; a tap on the knob, Space or
Enter lets it go on, or holds it. The teal bands are where a deep breath out activates
transversus.
"""

import math
from typing import Protocol

import pygame

from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.palette import Colour
from scenes.draw.panels import disc, focus_ring, put_centred, rounded
from scenes.draw.shapes import polyline, put, supersampled
from scenes.draw.surface_cache import kept
from scenes.text.words import Words
from scenes.widgets.handle import Handle, Move
from scenes.widgets.widget import Position
from sim.corset.effort import lungs, OUT_FROM, OUT_TO

BREATHS = 2
KNOB, GRAB = 17, 22  # design px: radius of the knob, and of what takes hold of it
STEP, PAGE = 0.02, 0.25  # of a breath, per key
WRAPS = 0.7  # of a breath: so large a step back is the next breath
LEAST, MOST = 50, 104  # design px, height of the curve's box
SHALLOW = 0.45  # share of the height that the shallowest breath has
TOP, BOTTOM = 0.18, 0.18  # of the height, beyond the deepest breath
LINE, SIZE, NOTE = 3.0, 20, 16
WAYS = (("in_short", 0.36), ("out_short", 0.64))  # of a breath, where they are written
BANDS = ((0.0, OUT_TO - 1), (OUT_FROM, OUT_TO), (OUT_FROM + 1, 2.0))


class Breather(Protocol):
    """What can be done to a breath."""

    def breathe_to(self, phase: float) -> None:
        """Hold the breath at this phase."""

    def toggle_breathing(self) -> None:
        """Let the breath go on, or hold it."""


class BreathPlot(Handle):
    """The curve and its knob; `tall` [design px] is the height of the curve's box."""

    def __init__(self, words: Words, owner: Breather) -> None:
        super().__init__()
        self._words = words
        self._owner = owner
        self.tall: float = MOST
        self.phase = 0.0
        self.depth = 0.0
        self.breathing = True
        self.box = pygame.Rect(0, 0, 0, 0)
        self._lap = 0
        self._grab, self._inset = GRAB, KNOB + 2
        self._key: tuple[object, ...] = ()
        self._still = pygame.Surface((1, 1))

    # -- what it shows ---------------------------------------------------------------

    def show(self, phase: float, depth: float, *, breathing: bool) -> None:
        """Show this phase of a breath of this depth; a new breath is drawn beside the last."""
        if abs(phase - self.phase) > WRAPS and self.grip is None:
            self._lap = 1 - self._lap
        self.phase, self.depth, self.breathing = phase, depth, breathing

    @property
    def part(self) -> str:
        """Which part of the breath it is, as a text key."""
        if self.phase <= OUT_TO - 1 or self.phase >= 0.95:
            return "breath_out_end"
        if self.phase >= OUT_FROM:
            return "breath_out_late"
        if abs(self.phase - 0.5) < 0.05:
            return "breath_in_end"
        return "breath_in" if self.phase < 0.5 else "breath_out"

    def describe(self) -> str:
        """The part of the breath, and whether it goes on."""
        words = self._words
        goes = words("corset.breath_goes" if self.breathing else "corset.breath_held")
        return f"{words('corset.breath')}: {words(f'corset.{self.part}')}, {goes}"

    def height(self, look: Look, width: int) -> int:
        """A line of words and the curve."""
        return look.line_height(SIZE) + look.px(4) + look.control(self.tall)

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Take a place."""
        super().place(rect, look)
        self._place_box(look)
        self._grab, self._inset = look.control(GRAB), look.control(KNOB + 2)

    def move(self, dx: int, dy: int) -> None:
        """Shift without a new layout."""
        super().move(dx, dy)
        self.box.move_ip(dx, dy)

    def _place_box(self, look: Look) -> None:
        top = self.rect.top + look.line_height(SIZE) + look.px(4)
        self.box = pygame.Rect(self.rect.left, top, self.rect.width, self.rect.bottom - top)

    @property
    def knob(self) -> tuple[float, float]:
        """Where the knob is in the window."""
        return self.x_of(self._lap + self.phase), self._y(self.phase)

    def x_of(self, place: float) -> float:
        """Where on the screen a place on the curve is, 0 to 2: the knob has room at both ends."""
        return self.box.left + self._inset + place / BREATHS * self._along

    @property
    def _along(self) -> int:
        """How long the curve is [pixels]."""
        return max(1, self.box.width - 2 * self._inset)

    def _y(self, phase: float) -> float:
        high = self.box.height
        amplitude = SHALLOW + (1 - SHALLOW) * self.depth
        return self.box.bottom - high * (BOTTOM + (1 - TOP - BOTTOM) * amplitude * lungs(phase))

    # -- what hands do ---------------------------------------------------------------

    def on_knob(self, position: Position) -> bool:
        """On the knob, with room for a finger."""
        return math.dist(position, self.knob) <= self._grab

    def drag_to(self, x: float, y: float) -> None:
        """Hold the breath there, once it is more than a tap."""
        width = self._along
        place = (x - self.box.left - self._inset) / width * BREATHS
        place = min(max(place, 0.0), BREATHS - 0.001)
        if not self.moved and abs(place - self._lap - self.phase) * width < 3 * BREATHS:
            return
        self.moved = True
        self._lap, phase = int(place), place % 1
        self._owner.breathe_to(round(phase, 3) % 1)

    def let_go(self) -> None:
        """Let the breath go on, or hold it, if the knob was only tapped."""
        if not self.moved:
            self._owner.toggle_breathing()

    def press(self) -> bool:
        """Let the breath go on, or hold it."""
        self._owner.toggle_breathing()
        return True

    def move_by(self, move: Move) -> None:
        """Go through the breath; the ends are all air out and all air in."""
        if move.by == "end":
            self._owner.breathe_to(0.5 if move.along > 0 else 0.0)
        else:
            size = PAGE if move.by == "page" else STEP
            self._owner.breathe_to(round(self.phase + size * move.along, 3) % 1)

    # -- drawing ---------------------------------------------------------------------

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Words, curve and knob."""
        colours, words, rect = look.palette, self._words, self.rect
        title = look.text(words("corset.breath"), SIZE, colours.ink, SEMIBOLD)
        surface.blit(title, rect.topleft)
        room = max(1, rect.width - title.get_width() - look.px(12))
        part = words(f"corset.{self.part}")
        if not self.breathing:
            part = words("corset.breath_stopped", part=part)
        if look.measure(part, SIZE) > room:
            part = ""  # the knob says it
        teal = self.part.startswith("breath_out_")
        said = look.text(part, SIZE, colours.teal if teal else colours.muted)
        surface.blit(said, (rect.right - said.get_width(), rect.top))
        key = (self.box.size, look.scale, look.zoom, colours.name, self.depth)
        if key != self._key:
            self._key, self._still = key, self._paint(look)
        put(surface, self._still, self.box.topleft)
        radius = look.control(KNOB + 2 if self.pressed else KNOB)
        self._name_ways(surface, look, radius)
        art = _knob(radius, colours.ink, colours.panel)
        put_centred(surface, art, self.knob)

    def draw_over(self, surface: pygame.Surface, look: Look) -> None:
        """The focus ring."""
        if self.ring:
            focus_ring(surface, self.box, look.px(10), look)

    def _paint(self, look: Look) -> pygame.Surface:
        """What stands still: ground, bands and the curve."""
        colours, size = look.palette, self.box.size
        still = rounded(size, look.px(10), colours.field).copy()
        wide, high = size
        for start, end in BANDS:
            left, right = (round(self.x_of(place) - self.box.left) for place in (start, end))
            left, right = 0 if start <= 0 else left, wide if end >= BREATHS else right
            still.fill(colours.teal_tint, (left, 0, right - left, high))
        still.blit(
            rounded(size, look.px(10), (255, 255, 255)),
            (0, 0),
            special_flags=pygame.BLEND_RGBA_MULT,
        )
        curve = [
            (self.x_of(step / 100) - self.box.left, self._y(step / 100) - self.box.top)
            for step in range(-25, 100 * BREATHS + 26)
        ]

        def paint(large: pygame.Surface, factor: int) -> None:
            points = [(x * factor, y * factor) for x, y in curve]
            polyline(large, colours.ui, points, look.line(LINE) * factor)

        put(still, supersampled(size, paint), (0, 0))
        return still

    def _name_ways(self, surface: pygame.Surface, look: Look, radius: int) -> None:
        """In and out, under the curve; not where the knob would cut the word."""
        x, y = self.knob
        clear = radius + look.px(2)
        for lap in range(BREATHS):
            for name, place in WAYS:
                word = look.text(self._words(f"corset.{name}"), NOTE, look.palette.muted)
                box = word.get_rect(midbottom=(self.x_of(lap + place), self.box.bottom))
                aside = max(box.left - x, x - box.right, 0)
                cut = math.hypot(aside, max(box.top - y, 0)) < clear
                if box.width < self.box.width / 7 and not cut:
                    surface.blit(word, box)


@kept
def _knob(radius: int, ink: Colour, mark: Colour) -> pygame.Surface:
    """A disc with an arrow to either side."""
    spot = disc(radius, ink, mark, 2.0).copy()
    middle, reach = spot.get_width() / 2, radius * 0.62

    def paint(large: pygame.Surface, factor: int) -> None:
        for way in (-1, 1):
            tip, foot = middle + way * reach, middle + way * reach * 0.3
            shape = [(tip, middle), (foot, middle - reach * 0.6), (foot, middle + reach * 0.6)]
            pygame.draw.polygon(large, mark, [(x * factor, y * factor) for x, y in shape])

    put(spot, supersampled(spot.get_size(), paint), (0, 0))
    return spot
