"""The map of onset and strength as something to touch: two backs on it, each a dot.

To the right the onset of the deep muscles, upwards how strongly they work. Both backs have one
strength, so that both dots go up together. A press beside the dots takes the nearer one.
"""

import math
from collections.abc import Iterator, Mapping
from functools import partial

import pygame

from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.panels import put_rounded
from scenes.text.words import Words
from scenes.timing.later_means_more import EARLIEST, LATEST
from scenes.timing.map_dot import KNOB, MapDot
from scenes.timing.onset_map_picture import EDGES, paint_band, paint_map, paint_scale
from scenes.timing.onset_map_values import Grid, key_of, STRENGTH
from scenes.timing.says import signed
from scenes.widgets.chart.axes import row_of_numbers
from scenes.widgets.several import Several
from scenes.widgets.widget import Position
from sim.mechanics.column import Array
from sim.parameter import Parameter, Value
from sim.spine.limits_of_bend import NEUTRAL_ZONE

TITLE, AXIS, TICK, NAME = 20, 18, 16, 18  # letters
SCALE = 16  # design px, the width of the scale
DASH = 6  # design px
LEAST_TITLED = 200  # design px of a map that has a title over it
LEAST = 64  # design px of a map that has words and numbers around it
TIMES = (-0.1, 0.0, 0.1, 0.2)  # s, with numbers


class OnsetMap(Several[MapDot]):
    """The map of a `grid`, which gets finer by itself, with its scale."""

    def __init__(self, words: Words, strength: Parameter) -> None:
        super().__init__()
        self._words = words
        self.strength = strength
        self.grid: Grid | None = None
        self._key: object = None
        self._known: Array | None = None  # what was known of the grid that was shown last
        self._painted: tuple[object, ...] = ()
        self._picture = pygame.Surface((1, 1))
        self._scale = self._picture
        self.box = pygame.Rect(0, 0, 0, 0)

    def add(self, *dots: MapDot) -> None:
        """Put dots on it."""
        self.children.extend(dots)
        for dot in dots:
            dot.parent = self

    # -- what it shows ---------------------------------------------------------------------

    def show_settings(self, settings: Mapping[str, Value], times: tuple[float, ...]) -> None:
        """Put the dots at these onsets; other settings than before need another grid."""
        for dot, time in zip(self.children, times, strict=True):
            dot.time, dot.strength = time, float(settings[STRENGTH])
        key = key_of(settings)
        if key != self._key:
            self._key, self.grid = key, Grid(settings)

    def tell(self, name: str, time: float, strength: float) -> str:
        """Where a back is, and how far it bends there, as far as that is known."""
        words = self._words
        said = words(
            "timing.map_now",
            side=name,
            onset=signed(words, time),
            strength=words.quantity(100 * strength, "%", 0),
        )
        bend = self.grid.at(time, strength) if self.grid else None
        if bend is None:
            return said
        zone = words("spine.neutral_zone") if bend < NEUTRAL_ZONE else ""
        found = words("timing.map_bend", bend=self._degrees(bend))
        return ". ".join(filter(None, (said, found, zone)))

    def _degrees(self, bend: float) -> str:
        return self._words("timing.degrees", number=self._words.number(bend, 1))

    def nearest(self, position: Position) -> MapDot | None:
        """The dot that a press takes; where both are in one place, the one on that side."""
        reach = max((dot.rect.width for dot in self.children), default=0) // 2
        if not self.visible or not self.box.inflate(reach, reach).collidepoint(position):
            return None
        sides = sorted(self.children, key=lambda dot: dot.time)
        best = min(sides, key=lambda dot: math.dist(position, dot.knob))
        together = math.dist(sides[0].knob, sides[-1].knob) < 1
        return sides[-1] if together and position[0] >= best.knob[0] else best

    # -- looks -----------------------------------------------------------------------------

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Take a place; words and numbers are around the map."""
        super().place(rect, look)
        tick, gap = look.line_height(TICK), look.px(6)
        box = self.rect.copy()
        self._titled = rect.height >= look.control(LEAST_TITLED)
        box.top += look.line_height(AXIS) + gap
        if self._titled:
            box.top += look.line_height(TITLE)
        box.left += look.measure("100", TICK) + gap
        box.width = rect.right - box.left - gap - look.px(SCALE) - gap
        box.width -= max(look.measure(text, TICK) for text in self._edges())
        box.height = rect.bottom - box.top - tick - gap - look.line_height(AXIS)
        self._bare = box.height < look.px(LEAST)
        self.box = self.rect.copy() if self._bare else box
        self.box.width, self.box.height = max(16, self.box.width), max(16, self.box.height)
        for dot in self.children:
            dot.rect.size = look.px(look.finger), look.px(look.finger)
            dot.follow()

    def _edges(self) -> list[str]:
        words = self._words
        numbers = [words.number(edge, 0 if edge == round(edge) else 1) for edge in EDGES]
        return [words("timing.degrees", number=number) for number in numbers]

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Words, map, scale and dots."""
        for dot in self.children:
            dot.follow()
        self._paint(look)
        surface.blit(self._picture, self.box)
        pygame.draw.rect(surface, look.palette.edge, self.box.inflate(2, 2), look.stroke(1.5))
        trying = self.grid is None or self.grid.turned is None
        told = self._tell_trying(surface, look) if trying else None
        plates = self._plates(look, told)
        if not self._bare:
            self._draw_words(surface, look)
            self._draw_scale(surface, look)
        self._draw_lines(surface, look)
        ink, panel = look.palette.ink, look.palette.panel
        for text, plate in plates:
            put_rounded(surface, plate, plate.height / 2, panel, ink, look.line(1.5))
            face = look.text(text, NAME, ink, SEMIBOLD)
            surface.blit(face, face.get_rect(center=plate.center))
        super().draw(surface, look)

    def _paint(self, look: Look) -> None:
        """Paint the map anew where it is another one; what is about to change is pale."""
        turned = self.grid.turned if self.grid else None
        pale = turned is None
        shown = self._known if pale else turned
        key = (id(shown), pale, self.box.size, look.palette.name, look.scale, look.zoom)
        if key == self._painted:
            return
        self._painted, self._known = key, shown
        size = self.box.size
        self._scale = paint_scale((look.px(SCALE), size[1]), look)
        if shown is None:
            self._picture = pygame.Surface(size)
            self._picture.fill(look.palette.field)
        else:
            self._picture = paint_map(shown, size, look, pale=pale)

    def _tell_trying(self, surface: pygame.Surface, look: Look) -> pygame.Rect | None:
        """That the map is being worked out, where there is room for it; that place."""
        face = look.text(self._words("timing.trying"), AXIS, look.palette.ink)
        plate = face.get_rect(center=self.box.center).inflate(look.px(16), look.px(4))
        if not self.box.contains(plate):
            return None
        put_rounded(surface, plate, look.px(6), look.palette.panel)
        surface.blit(face, face.get_rect(center=self.box.center))
        return plate

    def _draw_words(self, surface: pygame.Surface, look: Look) -> None:
        words, palette, box = self._words, look.palette, self.box
        if self._titled:
            self._draw_title(surface, look)
        high = look.line_height(AXIS)
        scale = look.text(words("timing.largest"), AXIS, palette.muted)
        room = self.rect.right - box.left
        up = self._fitting((f"timing.{STRENGTH}", "timing.map_strength_short"), ", %", room, look)
        if look.measure(up, AXIS, SEMIBOLD) + look.px(12) + scale.get_width() <= room:
            at = scale.get_rect(right=self.rect.right, bottom=box.top - look.px(4))
            surface.blit(scale, at)
        name = look.fitted(up, AXIS, palette.teal, SEMIBOLD, width=room)
        surface.blit(name, (box.left, box.top - look.px(4) - high))
        for share in (0.0, 0.5, 1.0) if box.height >= 3 * look.line_height(TICK) else (0.0, 1.0):
            number = look.text(words.number(100 * share), TICK, palette.muted)
            at = number.get_rect(right=box.left - look.px(6))
            at.centery = round(box.bottom - share * box.height)
            surface.blit(number, at.clamp(at.x, box.top, at.width, box.height))
        dots = [(round(self._x(time)), words.number(1000 * time)) for time in TIMES]
        measure, top = partial(look.measure, size=TICK), box.bottom + look.px(2)
        for left, text in row_of_numbers(dots, "ms", measure, self.rect.right, look.px(8)):
            surface.blit(look.text(text, TICK, palette.muted), (left, top))
        keys = "timing.map_onset", "timing.map_onset_short"
        across = self._fitting(keys, "", box.width, look)
        name = look.fitted(across, AXIS, palette.teal, SEMIBOLD, width=self.rect.width)
        at = name.get_rect(centerx=box.centerx, top=top + look.line_height(TICK))
        surface.blit(name, at.clamp(self.rect))

    def _fitting(self, keys: tuple[str, str], unit: str, room: int, look: Look) -> str:
        """The name of an axis, short where there is little room."""
        long, short = (self._words(key) + unit for key in keys)
        return long if look.measure(long, AXIS, SEMIBOLD) <= room else short

    def _draw_title(self, surface: pygame.Surface, look: Look) -> None:
        """What the outer bands mean, and what the map is of where that has room too."""
        words, palette, rect, gap = self._words, look.palette, self.rect, look.px(6)
        side, left = look.px(SCALE), rect.right
        for index, key in ((len(EDGES), "gives_way"), (0, "neutral_zone")):
            name = look.text(words(f"spine.{key}"), TICK, palette.ink)
            at = name.get_rect(right=left, centery=rect.top + look.line_height(TITLE) // 2)
            sample = pygame.Rect(at.left - gap - side, at.centery - side // 2, side, side)
            if sample.left < rect.left:
                break
            surface.blit(name, at)
            surface.blit(paint_band(index, sample.size, look), sample)
            pygame.draw.rect(surface, palette.edge, sample.inflate(2, 2), look.stroke(1.5))
            left = sample.left - 2 * gap
        title = look.text(words("timing.map_title"), TITLE, palette.ink, SEMIBOLD)
        if rect.left + title.get_width() <= left:
            surface.blit(title, rect.topleft)

    def _x(self, time: float) -> float:
        return self.box.left + (time - EARLIEST) / (LATEST - EARLIEST) * self.box.width

    def _draw_scale(self, surface: pygame.Surface, look: Look) -> None:
        """Every band, and the degrees from one to the next as far as there is room."""
        palette, box, gap = look.palette, self.box, look.px(6)
        left = box.right + gap
        surface.blit(self._scale, (left, box.top))
        frame = pygame.Rect(left - 1, box.top - 1, self._scale.get_width() + 2, box.height + 2)
        pygame.draw.rect(surface, palette.edge, frame, look.stroke(1.5))
        each = box.height / (len(EDGES) + 1)
        roomy = each >= look.line_height(TICK) * 0.9
        for index, text in enumerate(self._edges(), start=1):
            if roomy or index in (1, len(EDGES)):
                number = look.text(text, TICK, palette.muted)
                y = box.bottom - each * index - number.get_height() / 2
                surface.blit(number, (frame.right + gap - 1, round(y)))

    def _draw_lines(self, surface: pygame.Surface, look: Look) -> None:
        """The arm's start, and that both backs have one strength."""
        palette, box, dash = look.palette, self.box, look.px(DASH)
        x, thick = round(self._x(0.0)), look.stroke(2)
        for top in range(box.top, box.bottom, 2 * dash):
            surface.fill(palette.ink, (x, top, thick, min(dash, box.bottom - top)))
        (first, y), (last, _) = sorted(dot.knob for dot in self.children)
        for at in range(round(first), round(last), 2 * dash):
            surface.fill(palette.teal, (at, round(y), min(dash, round(last) - at), thick))

    def _plates(self, look: Look, told: pygame.Rect | None = None) -> list[tuple[str, pygame.Rect]]:
        """Names of the dots and how far they bend, each where nothing else is; inside the map."""
        knob, placed = look.px(KNOB), []
        taken = [pygame.Rect(0, 0, 2 * knob, 2 * knob) for _ in self.children]
        for box, dot in zip(taken, self.children, strict=True):
            box.center = round(dot.knob[0]), round(dot.knob[1])
        taken += [told] if told else []
        first = min(self.children, key=lambda dot: dot.time)
        for dot, own in zip(self.children, taken[: len(self.children)], strict=True):
            bend = self.grid.at(dot.time, dot.strength) if self.grid else None
            bends = [] if bend is None else [f"{dot.short} {self._degrees(bend)}"]
            found = next(
                (
                    (name, plate)
                    for name in (*bends, dot.short)
                    for plate in self._round(own, name, look, before=dot is first)
                    if self.box.contains(plate) and plate.collidelist(taken) < 0
                ),
                None,
            )
            if found:
                placed.append(found)
                taken.append(found[1])
        return placed

    def _round(
        self, knob: pygame.Rect, name: str, look: Look, *, before: bool
    ) -> Iterator[pygame.Rect]:
        """Where a name may stand: away from the other dot, below, above."""
        gap, high = look.px(5), look.line_height(NAME) + look.px(2)
        plate = pygame.Rect(0, 0, look.measure(name, NAME, SEMIBOLD) + look.px(14), high)
        beside = plate.copy()
        beside.centery = knob.centery
        if before:
            beside.right = knob.left - gap
        else:
            beside.left = knob.right + gap
        yield beside
        plate.centerx = knob.centerx
        plate.left = max(self.box.left, min(plate.left, self.box.right - plate.width))
        for plate.top in (knob.bottom + gap, knob.top - gap - high):
            yield plate.copy()
