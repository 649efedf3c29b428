"""Ten people: a guess how many of them ever have back trouble, and then the figure.

The opening of the story; it has no model. The figures are the leaflet's: about 80 %
at some time, almost 60 % regularly.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import pygame

from scenes.draw.icons import icon
from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.panels import focus_ring, frame_card, put_card, put_centred, put_rounded
from scenes.experiment.background import Background
from scenes.experiment.headline import Headline, Speech
from scenes.experiment.protocols import Target, Told
from scenes.forms import Areas, EDGE, Form
from scenes.preferences import Preferences
from scenes.story.people_picture import draw_person, ONCE, person_high, REGULAR, WELL
from scenes.text.words import Words
from scenes.widgets.widget import Position, Tappable, Widget
from sim.parameter import Value

PEOPLE, EVER, REGULARLY = 10, 8, 6
NOBODY = 0  # the guess where the figure is shown and nobody guessed
ROWS = (2, 1)
INSET = 24  # design px
APART = 28  # design px between rows of people where there is height to spare
NUMBER = 18  # letters
_KEYS = {
    pygame.K_LEFT: -1,
    pygame.K_RIGHT: 1,
    pygame.K_DOWN: -1,
    pygame.K_UP: 1,
}


class Crowd(Tappable):
    """Ten people to tap: the last one of those that are meant."""

    def __init__(self, words: Words, guess: Callable[[int], None]) -> None:
        super().__init__()
        self._words = words
        self._guess = guess
        self.guessed: int | None = None
        self.mark = PEOPLE // 2
        self._rows, self._high = ROWS[0], 0

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Take a place, in the rows in which people are larger and a finger can tell them."""
        super().place(rect, look)

        def size(rows: int) -> tuple[bool, float]:
            wide, high = rect.width * rows // PEOPLE, rect.height // rows
            told = wide >= look.px(look.finger)
            return told, person_high(*self._room(wide, high, look))

        self._rows = max(ROWS, key=size)
        # No higher than people become in so much width: the rows stay together.
        wide, high = rect.width * self._rows // PEOPLE, rect.height // self._rows
        room, rest = self._room(wide, high, look)
        self._high = min(high, round(person_high(room, high)) + high - rest + look.px(APART))

    def _room(self, width: int, height: int, look: Look) -> tuple[int, int]:
        """What a cell of this size leaves to a person, above the line of its number."""
        foot = look.line_height(NUMBER) + look.px(4)
        return width - look.px(6), max(1, height - look.px(10) - foot)

    def person(self, index: int, look: Look) -> pygame.Rect:
        """The room of one person, without the number below."""
        cell = self.cell(index)
        room = pygame.Rect((0, 0), self._room(*cell.size, look))
        room.midtop = cell.centerx, cell.top + look.px(5)
        return room

    def describe(self) -> str:
        """What it is, and the number that the keys are at."""
        return self._words("story.crowd", number=self._words.number(self.mark))

    def tapped(self, position: Position) -> None:
        """Guess."""
        found = [n for n in range(PEOPLE) if self.cell(n).collidepoint(position)]
        if found:
            self._take(found[0] + 1)

    def keyed(self, event: pygame.event.Event) -> bool:
        """Arrows move the mark, and Space or Enter takes it."""
        if event.key in _KEYS:
            self.mark = min(PEOPLE, max(1, self.mark + _KEYS[event.key]))
        elif event.key in (pygame.K_SPACE, pygame.K_RETURN):
            self._take(self.mark)
        else:
            return False
        return True

    def _take(self, number: int) -> None:
        self.mark = number
        self._guess(number)

    def cell(self, index: int) -> pygame.Rect:
        """The place of one person."""
        across = PEOPLE // self._rows
        wide, high = self.rect.width // across, self._high
        left = self.rect.left + index % across * wide
        top = self.rect.top + (self.rect.height - self._rows * high) // 2
        return pygame.Rect(left, top + index // across * high, wide, high)

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Those meant answer; after a guess, those it is for regularly carry a tick too."""
        colours = look.palette
        line = look.line_height(NUMBER)
        for index in range(PEOPLE):
            cell = self.cell(index)
            known = self.guessed is not None
            answer = WELL
            if index < (EVER if known else self.mark if self.ring else 0):
                answer = REGULAR if known and index < REGULARLY else ONCE
            room = self.person(index, look)
            draw_person(surface, room, look, index, answer)
            foot = (cell.centerx, room.bottom + look.px(4) + line // 2)
            if answer == REGULAR:
                put_centred(surface, icon("check", look.px(22), colours.amber_ink), foot)
            elif not known:
                number = look.text(str(index + 1), NUMBER, colours.ink, SEMIBOLD)
                surface.blit(number, number.get_rect(center=foot))
            if index + 1 == self.guessed:
                box = cell.inflate(-look.px(4), -look.px(4))
                edge = look.line(3)
                put_rounded(surface, box, look.px(14), None, colours.ui, edge)

    def draw_over(self, surface: pygame.Surface, look: Look) -> None:
        """Only the focus ring."""
        if self.ring:
            focus_ring(surface, self.rect, look.px(16), look)


class PeopleScene:
    """The crowd with the words above it; `guess` is what was guessed, None before that."""

    name = "people"
    background = Background()  # idle
    fills_window = False
    accompanied = True
    led = True
    asked = ""
    panel_place: pygame.Rect | None = None

    def __init__(self, words: Words, preferences: Preferences) -> None:
        self.preferences = preferences
        self.wanted_focus: Widget | None = None
        self.guess: int | None = None
        self._placed: tuple[Areas, Look] | None = None
        self._play = pygame.Rect(0, 0, 0, 0)
        self.translate(words)

    def translate(self, words: Words) -> None:
        """Make the widgets anew in a language."""
        self._words = words
        self.line = Headline(words, "story")
        self.crowd = Crowd(words, self.take)
        self.crowd.guessed = self.guess
        if self._placed:
            self.place(*self._placed)

    def take(self, number: int) -> None:
        """Somebody guessed."""
        self.guess = self.crowd.guessed = number
        if self._placed:
            self.place(*self._placed)

    def clear(self, settings: Mapping[str, Value] = MappingProxyType({})) -> None:
        """As if nobody had guessed; there are no settings."""
        self.guess = self.crowd.guessed = None
        if self._placed:
            self.place(*self._placed)

    def target(self, name: str) -> Target | None:
        """The crowd, whatever is asked for; it fills the picture, so that no ring is round it."""
        return Target(self.crowd.rect, ringed=False)

    def play_widgets(self) -> Sequence[Widget]:
        """The crowd."""
        return self.widgets()

    def observed(self) -> Mapping[str, Any]:
        """How many were guessed, None before that."""
        return {"guess": self.guess}

    def widgets(self) -> Sequence[Widget]:
        """The crowd."""
        return [self.crowd]

    def place(self, areas: Areas, look: Look) -> None:
        """The words on top, the crowd below them."""
        self._placed = (areas, look)
        play, inset = areas.play.copy(), look.px(INSET)
        speech, words = self._speech(), areas.words
        if words is not None:
            inset, low = look.px(EDGE), areas.form is Form.LOW
            if not self.led:  # nothing is beside it, nor below
                play.width = max(play.right, areas.panel.right) - play.left
                play.height = areas.actions.bottom - play.top
                words = pygame.Rect(words.topleft, (0, words.height))
                words.width = areas.actions.right - words.left
            self.line.fit_in(speech, words, look, slim=low)
            self.crowd.place(play.inflate(-2 * inset, -2 * inset), look)
            self._play = play
            return
        if not self.led:  # the lesson has no bar below it
            play = areas.tall_play
        self._play = play
        top = self.line.fit(speech, play, look) + look.px(10)
        wide = play.width - 2 * inset
        self.crowd.place(pygame.Rect(play.left + inset, top, wide, play.bottom - inset - top), look)

    def _speech(self) -> Speech:
        """The question; then the guess beside the figure, and where that is from."""
        if self.guess is None:
            return Speech(("guess", ()))
        figure = {EVER: "as_guessed", NOBODY: "unguessed"}.get(self.guess, "figure")
        number = self._words.number
        places = {"guess": number(self.guess), "ever": number(EVER)}
        return Speech((figure, ("source",)), places)

    @property
    def moves(self) -> bool:
        """Nothing moves here."""
        return False

    @property
    def moving_part(self) -> pygame.Rect | None:
        """Anywhere."""
        return None

    def update(self, elapsed: float) -> None:
        """Nothing moves here."""

    def draw(self, surface: pygame.Surface) -> None:
        """The play area, the panel's card and the words."""
        if self._placed is None:
            return
        areas, look = self._placed
        surface.fill(look.palette.play, self._play)
        if not areas.form.in_hand:
            frame_card(surface, self._play, look)
            put_card(surface, areas.panel, look)
        self.line.draw(surface, look)

    def tells(self) -> Told:
        """The line of words."""
        return Told(self.line.says())

    def actions(self) -> dict[str, Callable[[], None]]:
        """No hotkey is for the crowd; who teaches may show the figure."""
        return {"reveal": lambda: self.take(NOBODY)}
