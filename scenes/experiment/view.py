"""What is seen of a scene: the words on top, the picture below them, the cards.

Knows nothing of time or of what the user may do: it is shown a moment and what
extras are asked for.
"""

import math
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Generic

import pygame

from scenes.draw.camera import Camera
from scenes.draw.look import Look
from scenes.draw.panels import frame_card, put_card
from scenes.experiment.headline import (
    draw_looking_back,
    draw_slowness,
    Headline,
    looking_back_band,
    Speech,
)
from scenes.experiment.legend import Entry, Legend
from scenes.experiment.protocols import MomentT
from scenes.forms import Areas, EDGE, Form, GAP
from scenes.text.words import Words
from scenes.widgets.page_strip import PageStrip
from scenes.widgets.widget import Widget
from sim.parameter import Value

SLOW_INSET, BAND_GAP = 20, 10  # design px: from badge or cards to the lower edge; to a band
SPOT, LEAST_SPOT = 44, 14  # design px, half the side of a square round a block or vertebra
ARROW = 110  # design px left of the middle that a picture may need down to the foot
LEAST_INVITING = 300  # design px high: in less a word would cover hand or muscles
UNDER = 20  # design px that the picture runs under the corners of the sheet
LEAST_WORDS = 92  # design px kept for two lines, so that the picture does not jump

Painter = Callable[[pygame.Surface, MomentT], None]


class View(ABC, Generic[MomentT]):
    """Words and picture of a scene; made anew with the language.

    `touch` is the widget over the play area, the first stop of Tab. `pages` are the texts
    that name what is shown one at a time where a picture has not room for all. `led`, `asked`:
    as of the scene.
    """

    touch: Widget
    pages: tuple[str, ...] = ()
    looking_back = 0.0  # s before now that is shown
    bleeds = False  # whether the picture may reach to the foot of a phone on its side
    gives_way = True  # whether a tablet's picture may be lower while all settings are shown
    slow = False  # whether a badge says that time runs slower
    led = False
    asked = ""

    def __init__(self, scene: str, words: Words) -> None:
        self._words = words
        self._line = Headline(words, scene)
        self.headline, self.reason = self._line.headline, self._line.reason
        self.legend = Legend(self.entries(None))
        self._areas: Areas | None = None
        self._look: Look | None = None
        self._moment: MomentT | None = None
        names = [words(name) for name in self.pages]
        self.strip = PageStrip(names, on_choose=lambda _: self._turn())
        self.strip.visible = False
        self._whole: Areas | None = None

    # -- what a scene says and paints -------------------------------------------------

    @abstractmethod
    def show_settings(self, settings: Mapping[str, Value]) -> None:
        """The model that is meant from now on."""

    @abstractmethod
    def say(self, moment: MomentT, *, busy: bool) -> Speech:
        """What to say of a moment; `busy` on the way to a new beginning."""

    @abstractmethod
    def arrange(self, moment: MomentT, words_bottom: int, areas: Areas, look: Look) -> None:
        """Give the picture of a moment the room below the words."""

    @abstractmethod
    def paint(self, surface: pygame.Surface, moment: MomentT, look: Look) -> None:
        """Draw the picture that was arranged, and what is written over it."""

    @abstractmethod
    def painter(self, rect: pygame.Rect, look: Look) -> Painter[MomentT]:
        """What paints the bare picture of any recorded moment into a place, for a clip."""

    def entries(self, moment: MomentT | None) -> list[Entry]:
        """What is in the picture, in the same order ever: for where names have no room there."""
        return []

    @property
    def taken(self) -> Sequence[pygame.Rect]:
        """What in the picture no time may be written on."""
        return ()

    # -- what a scene may say for a story ------------------------------------------------

    def target(self, name: str) -> pygame.Rect | None:
        """Where in the picture something is that has this name."""
        return None

    def remember(self, rect: pygame.Rect, look: Look) -> Painter[MomentT]:
        """What paints a moment that was seen small into a place, to be known again."""
        return self.painter(rect, look)

    def spot(
        self, camera: Camera, at: tuple[float, float], most: float = math.inf
    ) -> pygame.Rect | None:
        """A square round a place in the world [m], half a side of it at most so many pixels."""
        if self._look is None:
            return None
        radius = max(self._look.px(LEAST_SPOT), round(min(self._look.px(SPOT), most)))
        spot = pygame.Rect(0, 0, 2 * radius, 2 * radius)
        x, y = camera.to_screen(at)
        spot.center = round(x), round(y)
        return spot

    # -- what all scenes share ---------------------------------------------------------

    def place(self, areas: Areas, look: Look) -> None:
        """Take up the play area; pages have their names along its lower edge."""
        self._whole, self._look = areas, look
        play = areas.play.copy()
        clear = play.centerx - look.px(ARROW) > areas.time.right
        if self.bleeds and areas.form is Form.LOW and clear:
            play.height = areas.actions.bottom + look.px(GAP) - play.top
        turns = bool(self.pages) and not self.led
        self.strip.visible = turns and areas.form.in_hand and not areas.small
        if self.strip.visible:
            high = self.strip.height(look, play.width)
            if areas.form is Form.LOW:  # beside the time buttons
                left = areas.time.right + look.px(EDGE)
                room = pygame.Rect(left, areas.time.top, play.right - look.px(EDGE) - left, high)
            else:
                play.height -= high
                room = pygame.Rect(play.left, play.bottom, play.width, high)
                room.inflate_ip(-2 * look.px(EDGE), 0)
            self.strip.place(room, look)
        self._areas = replace(areas, play=play)
        self.touch.place(play, look)

    @property
    def in_hand(self) -> bool:
        """Whether it is on a phone."""
        return self._whole is not None and self._whole.form.in_hand

    @property
    def invites(self) -> bool:
        """Whether there is room for a word beside the finger; phone and story have their own."""
        if self.led or self._areas is None or self._look is None:
            return False
        low = self._areas.play.height < self._look.px(LEAST_INVITING)
        return not (low or (self.in_hand and self._look.bare))

    @property
    def page(self) -> str:
        """What is shown of `pages`, "" where all of them are."""
        turned = 0 if self.led else self.strip.chosen
        return self.pages[turned] if self.pages and self.in_hand else ""

    def set_pages(self, pages: tuple[str, ...]) -> None:
        """Other pages, as there is room; the one that is shown stays, if it is one of them."""
        if pages == self.pages:
            return
        shown = self.pages[self.strip.chosen]
        self.pages = pages
        self.strip.names = [self._words(name) for name in pages]
        self.strip.chosen = pages.index(shown) if shown in pages else 0

    def strips(self) -> list[Widget]:
        """The names of the pages, where there are some."""
        return [self.strip] if self.strip.visible else []

    def _turn(self) -> None:
        if self._whole and self._look:
            self.place(self._whole, self._look)

    def show(self, moment: MomentT, *, busy: bool) -> None:
        """Choose the words; the picture of the moment gets the room below them."""
        if self._areas is None or self._look is None:
            return
        look, play, room = self._look, self._areas.play, self._areas.words
        said = self.say(moment, busy=busy)
        if self.led or self.asked:
            said = said._replace(said=(said.said[0], ()), instead=self.asked)
        self._moment = moment
        if self.legend.shown:
            self.legend.tell(self.entries(moment))
        if room is not None:
            self._line.fit_in(said, room, look, slim=self._areas.form is Form.LOW)
            self.arrange(moment, play.top, self._areas, look)
            return
        bottom = max(self._line.fit(said, play, look), play.top + look.px(LEAST_WORDS))
        areas = self._areas
        if self.looking_back:  # cards end above the band
            band = looking_back_band(play, look)
            low = play.bottom - band.top - look.px(SLOW_INSET - BAND_GAP)
            areas = replace(areas, play=pygame.Rect(play.topleft, (play.width, play.height - low)))
        self.arrange(moment, bottom, areas, look)

    def says(self) -> str:
        """The words that are shown."""
        return self._line.says()

    def draw(self, surface: pygame.Surface, times_slower: int) -> None:
        """Draw the cards, the picture and the words; widgets come on top."""
        if self._areas is None or self._look is None or self._moment is None:
            return
        look, moment, play = self._look, self._moment, self._areas.play
        if self._areas.form.in_hand:
            self._draw_in_hand(surface, moment, look)
            return
        put_card(surface, self._areas.panel, look)
        surface.fill(look.palette.play, play)
        self.slow = times_slower > 1 and not self.looking_back
        self.paint(surface, moment, look)
        self._tell_looking_back(surface, play, look)
        frame_card(surface, play, look)
        self._line.draw(surface, look)
        if self.slow:
            self.tell_slowness(surface, play, look, times_slower)

    def _draw_in_hand(self, surface: pygame.Surface, moment: MomentT, look: Look) -> None:
        """The picture from edge to edge under the words, or a sign of it beside them."""
        assert self._areas is not None
        play, palette = self._areas.play, look.palette
        if self._areas.small and not play.width:
            pass  # words alone
        elif self._areas.small:
            self.painter(play, replace(look, wordless=True))(surface, moment)
            frame_card(surface, play, look, radius=12)
        else:
            ground = play.copy()
            ground.height += look.px(UNDER) + (self.strip.rect.height if self.strips() else 0)
            if self._areas.form is Form.LOW:
                ground.height = self._areas.panel.bottom - ground.top
                ground.width = self._areas.panel.right - ground.left
            surface.fill(palette.play, ground)
            surface.fill(palette.line, (play.left, play.top, ground.width, look.stroke(1)))
            self.paint(surface, moment, look)
            self._tell_looking_back(surface, play, look)
        self._line.draw(surface, look)

    def _tell_looking_back(self, surface: pygame.Surface, play: pygame.Rect, look: Look) -> None:
        if self.looking_back:
            draw_looking_back(surface, play, look, self._words, self.looking_back)

    def tell_slowness(
        self, surface: pygame.Surface, play: pygame.Rect, look: Look, times: int
    ) -> None:
        """Say how much slower time runs than it does, and how long ago the push was."""
        moment = self._moment
        since = None if moment is None or moment.fallen else moment.since_push
        room = self.slow_room(play, look)
        draw_slowness(
            surface, room, look, self._words, times=times, since_push=since, taken=self.taken
        )

    def slow_room(self, play: pygame.Rect, look: Look) -> pygame.Rect:
        """Where it is said how much slower time runs: in a card, where the picture has one."""
        inset = look.px(SLOW_INSET)
        return play.inflate(-2 * inset, -2 * inset)
