"""A card that is a switch: a picture, a name, what it does now, and the switch itself.

The whole card is one switch, so that it can be hit without aiming. Where it is low, as under
a thumb, the drawing on it is smaller, and with large letters it folds: first the line that says
how it is, then the picture; at last the switch stands below the name.
"""

from collections.abc import Callable
from typing import NamedTuple

import pygame

from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.palette import Colour
from scenes.draw.panels import focus_ring, put_rounded
from scenes.draw.shapes import put
from scenes.widgets.switch import draw_switch, ornament
from scenes.widgets.typeset import wrap
from scenes.widgets.widget import Pressable

HEIGHT = 76
RADIUS = 16
STATED = 1.2  # text zoom up to which a low card says how it is


class Sizes(NamedTuple):
    """Design pixels of what is on a card, and letters."""

    picture: float
    switch: tuple[float, float]
    padding: float
    gap: float
    title: float
    state: float


WIDE, SLIM = Sizes(44, (77, 43), 19, 14, 23, 20), Sizes(30, (50, 28), 10, 8, 19.5, 19)


Picture = Callable[[int, Colour, Colour, Colour], pygame.Surface]


class SwitchCard(Pressable):
    """A card that puts something on and takes it off.

    Parameters
    ----------
    title : the name of what it switches.
    picture : paints what stands left of the words, of a side and in three colours.
    when_off, when_on : the line that says how it is now.
    on : the start.
    on_change : called with the new state when the user changes it.
    """

    def __init__(
        self,
        title: str,
        when_off: str,
        when_on: str,
        *,
        on: bool = False,
        on_change: Callable[[bool], None] = lambda on: None,
        picture: Picture | None = None,
    ) -> None:
        super().__init__()
        self.picture = picture
        self.title = title
        self.when_off = when_off
        self.when_on = when_on
        self.on = on
        self.on_change = on_change

    def activate(self) -> None:
        """Flip, then tell."""
        self.on = not self.on
        self.on_change(self.on)

    def describe(self) -> str:
        """Title and state."""
        return f"{self.title}: {self.when_on if self.on else self.when_off}"

    def height(self, look: Look, width: int) -> int:
        """76 design pixels, or what the words need; the same on and off."""
        room = self._room(look, width, WIDE)
        count = max(
            len(wrap(state, look.font(WIDE.state), room)) for state in (self.when_on, self.when_off)
        )
        words = look.line_height(WIDE.title) + count * look.line_height(WIDE.state)
        return max(look.control(HEIGHT), words + 2 * look.control(10))

    def width(self, look: Look) -> int:
        """Picture, words and switch in a row."""
        words = max(look.measure(text, WIDE.state) for text in (self.when_on, self.when_off))
        words = max(words, look.measure(self.title, WIDE.title, SEMIBOLD))
        return words + self._taken(look, WIDE)

    def least(self, look: Look) -> int:
        """The width of a low card that is folded as far as it goes."""
        words = max(look.measure(word, SLIM.title, SEMIBOLD) for word in self.title.split())
        switch = look.control(SLIM.switch[0])
        return max(words, switch) + 2 * look.px(SLIM.gap)

    @property
    def stacks(self) -> bool:
        """Whether the switch may stand below the name: there is room for one line."""
        return " " not in self.title

    def tall(self, look: Look) -> int:
        """The height of a card that is folded as far as it goes."""
        lines = len(self.title.split()) * self._pitch(look)
        return lines + look.control(SLIM.switch[1]) + look.px(SLIM.padding)

    def _pitch(self, look: Look) -> int:
        """From line to line of the name: large letters stand closer than running text."""
        return look.font(SLIM.title, SEMIBOLD).get_height() * 7 // 8

    def slim(self, look: Look, *, wrapped: bool = False) -> int:
        """The width of a low card with its name beside the switch; `wrapped`: word under word."""
        parts = self.title.split() if wrapped else [self.title]
        words = max(look.measure(part, SLIM.title, SEMIBOLD) for part in parts)
        return words + look.control(SLIM.switch[0]) + look.px(2 * SLIM.padding + SLIM.gap)

    def _taken(self, look: Look, sizes: Sizes) -> int:
        """What is no room for words."""
        drawn = sizes.switch[0] + (sizes.picture if self.picture else 0)
        between = sizes.gap * (2 if self.picture else 1)
        return ornament(look, drawn) + look.px(2 * sizes.padding + between)

    def _room(self, look: Look, width: int, sizes: Sizes) -> int:
        return max(width - self._taken(look, sizes), width // 4)

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Card, picture, words, switch and ring."""
        colours, box = look.palette, self.rect
        low = look.strict or box.height < look.control(HEIGHT)
        radius = look.px(RADIUS)
        fill = colours.teal_tint if self.on and self.enabled else colours.field
        border = colours.teal if self.on and self.enabled else None
        if self.enabled and self.pressed:
            fill = colours.track
        elif self.enabled and self.hovered and not self.on:
            border = colours.edge
        put_rounded(surface, box, radius, fill, border, look.line(2))
        sizes = SLIM if low else WIDE
        drawn = [look.control(side) if low else ornament(look, side) for side in sizes.switch]
        switch = pygame.Rect((0, 0), drawn)
        switch.midright = (box.right - look.px(sizes.padding), box.centery)
        if not low or not self._draw_folded(surface, look, switch):
            self._draw_words(surface, look, fill, sizes)
        draw_switch(surface, look, switch, colours.teal, self, on=self.on)
        if self.ring:
            focus_ring(surface, box, radius, look)

    def _draw_folded(self, surface: pygame.Surface, look: Look, switch: pygame.Rect) -> bool:
        """The name alone beside the switch, or above it, where no more fits; moves the switch.

        Whether that was needed.
        """
        box, ink = self.rect, look.palette.ink if self.enabled else look.palette.disabled
        state = max(look.measure(text, SLIM.state) for text in (self.when_on, self.when_off))
        room = box.width - look.control(SLIM.switch[0]) - look.px(2 * SLIM.padding + SLIM.gap)
        high = look.line_height(SLIM.title) + look.line_height(SLIM.state)
        wide = max(state, look.measure(self.title, SLIM.title, SEMIBOLD))
        if look.zoom <= STATED and wide <= room and high <= box.height:
            return False
        pitch = self._pitch(look)
        lines = wrap(self.title, look.font(SLIM.title, SEMIBOLD), max(1, room))
        words = max(look.measure(word, SLIM.title, SEMIBOLD) for word in self.title.split())
        left, top = box.left + look.px(SLIM.padding), box.centery - len(lines) * pitch // 2
        if words > room:
            switch.midbottom = (box.centerx, box.bottom - look.px(4))
            inside = box.width - 2 * look.px(SLIM.gap)
            lines = wrap(self.title, look.font(SLIM.title, SEMIBOLD), inside)
            left, top = box.left + look.px(SLIM.gap), switch.top - len(lines) * pitch
        for line in lines:
            face = look.text(line, SLIM.title, ink, SEMIBOLD)
            across = (box.width - face.get_width()) // 2 if words > room else left - box.left
            surface.blit(face, (box.left + across, top - (face.get_height() - pitch) // 2))
            top += pitch
        return True

    def _draw_words(self, surface: pygame.Surface, look: Look, fill: Colour, sizes: Sizes) -> None:
        colours, box = look.palette, self.rect
        tone = colours.teal if self.on else colours.edge
        ink, muted = colours.ink, colours.ink if self.on else colours.muted
        if not self.enabled:
            tone = ink = muted = colours.disabled
        x = box.left + look.px(sizes.padding)
        room = self._room(look, box.width, sizes)
        title_wide = look.measure(self.title, sizes.title, SEMIBOLD)
        if self.picture and title_wide > room:
            room += ornament(look, sizes.picture) + look.px(sizes.gap)
        elif self.picture:
            side = ornament(look, sizes.picture)
            hole = fill if self.on else colours.panel
            put(surface, self.picture(side, tone, fill, hole), (x, box.centery - side // 2))
            x += side + look.px(sizes.gap)
        state = self.when_on if self.on else self.when_off
        lines = wrap(state, look.font(sizes.state), room)
        high = look.line_height(sizes.title) + len(lines) * look.line_height(sizes.state)
        titles: list[str] = [self.title]
        size = sizes.title
        if high > box.height or title_wide > room:
            # The switch itself says on or off.
            titles, lines = self.title.split(), ()
            size *= min(1.0, box.height / (len(titles) * look.line_height(size)))
            high = len(titles) * look.line_height(size)
        # Title and state stand closer together than two lines of running text.
        tuck = look.control(2)
        y = box.centery - (high - tuck) // 2
        for title in titles:
            words = look.fitted(title, size, ink, SEMIBOLD, width=room)
            surface.blit(words, (x, y))
            y += look.line_height(size) - tuck
        for line in lines:
            surface.blit(look.fitted(line, sizes.state, muted, width=room), (x, y))
            y += look.line_height(sizes.state)
