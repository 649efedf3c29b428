"""The game page: two large buttons, the spine that answers, and the tries so far.

What is said comes from what the mechanics did, see `scenes/exercises/game/rules.py`.
"""

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
import pygame

from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.panels import frame_card, put_card
from scenes.exercises.game.picture import draw_game_spine, draw_strip
from scenes.exercises.game.rules import Attempt, Game, ONSET
from scenes.experiment.headline import Headline, Said, Speech
from scenes.forms import Areas, Form, LARGE_TEXT, PANEL_INSET
from scenes.text.words import Words
from scenes.widgets.button import Button
from scenes.widgets.chart.axes import Axis
from scenes.widgets.chart.backdrop import Band, Zone
from scenes.widgets.chart.plot import Plot, Series
from scenes.widgets.hold_button import HoldButton
from scenes.widgets.rich_text import RichText
from scenes.widgets.scroll import ScrollArea
from scenes.widgets.widget import Widget
from sim.spine.limits_of_bend import NEUTRAL_ZONE

INSET, GAP = 24, 12  # design px
SHOWN = 8  # tries in the plot
MOST = 5.0  # degrees in the plot
WORDS, LEAST_SPINE, LEAST_STRIP = 92, 180, 90  # design px high
HOLD, STRIP = 132, 0.33  # design px of both buttons, share of the strip, in the hand
SPINE = 0.4  # of the play area's width
KEYS = ("F", "J")


class Owner(Protocol):
    """What the page asks of the scene."""

    words: Words
    game: Game

    def show_cards(self) -> None:
        """Back to the cards."""


def say(game: Game) -> Said:
    """What happens, and why."""
    if not game.over:
        if game.since_move is not None:
            return "moving", ()
        return ("braced", ()) if game.since_deep is not None else ("ready", ("why_ready",))
    attempt = game.attempts[-1]
    outcome = "gave" if attempt.gave_way else "held" if attempt.calm else "wobbled"
    if attempt.onset is None:
        return outcome, ("why_never",)
    return outcome, ("why_early" if attempt.onset <= 0 else "why_late",)


class GamePage:
    """Words, spine, strip, buttons and tries."""

    fills_window = False

    def __init__(self, owner: Owner) -> None:
        self._owner = owner
        words, game = owner.words, owner.game
        self.line = Headline(words, "game")
        deep, move = words("game.deep"), words("game.move")
        self.deep = HoldButton(deep, words("game.deep_note"), KEYS[0], "teal", game.press_deep)
        self.move = HoldButton(move, words("game.move_note"), KEYS[1], "brick", game.press_move)
        self.again = Button(words("game.again"), icon="reset", on_press=game.again)
        self.back = Button(words("exercises.back"), icon="back", on_press=owner.show_cards)
        self.plot = self._plot()
        how = [words(f"game.how_{k}", press=key) for k, key in ((1, KEYS[0]), (3, KEYS[1]))]
        how.insert(1, words("game.how_2"))
        self.panel = ScrollArea(
            [
                self.plot,
                RichText(words("game.how"), weight=SEMIBOLD),
                *(RichText(line) for line in how),
                RichText(words("game.about"), size=18, colour="muted"),
            ]
        )
        self._placed: tuple[Areas, Look] | None = None
        self._spine = self._strip = self._number = pygame.Rect(0, 0, 0, 0)
        self._play, self._large, self._tall = pygame.Rect(0, 0, 0, 0), False, False
        self.refresh()

    def _plot(self) -> Plot:
        words = self._owner.words
        # A little inside the ends, where the words do not meet the numbers of the other axis.
        ticks = {0.75 * ONSET.low: "earlier", 0.0: "together", 0.85 * ONSET.high: "later"}
        x = Axis(ONSET.low, ONSET.high, "", lambda at: words(f"game.{ticks[at]}"), tuple(ticks))
        return Plot(
            words("game.tries"),
            x,
            Axis(0.0, MOST, words("game.degrees"), words.number),
            zones=[Zone(0.0, NEUTRAL_ZONE, words("game.neutral_zone"))],
            bands=[Band(0.0, 0.0)],
            empty=words("game.no_tries"),
            tall=200,
        )

    def refresh(self) -> None:
        """Put the tries on the plot, the latest in colour."""
        attempts = list(enumerate(self._owner.game.attempts, start=1))[-SHOWN:]
        last = len(self._owner.game.attempts)
        self.plot.series = [
            self._series(number, attempt, latest=number == last) for number, attempt in attempts
        ]

    def _series(self, number: int, attempt: Attempt, *, latest: bool) -> Series:
        onset = ONSET.high if attempt.onset is None else attempt.onset
        colour = ("teal" if attempt.calm else "amber_line") if latest else "ghost"
        return Series(
            np.array([min(ONSET.high, max(ONSET.low, onset))]),
            np.array([min(attempt.rotation, MOST)]),
            colour=colour,
            label=self._owner.words.number(number),
        )

    def widgets(self) -> Sequence[Widget]:
        """The two buttons first; with large text there is no room for the tries."""
        tries = [] if self._large or self._tall else [self.panel]
        return [self.deep, self.move, self.again, self.back, *tries]

    # -- placing -------------------------------------------------------------------

    def place(self, areas: Areas, look: Look) -> None:
        """Words, spine and strip, buttons below them; back and again under the card."""
        self._placed = (areas, look)
        self._tall = areas.form is Form.TALL
        if self._tall:
            self._place_tall(areas, look)
            return
        gap, side = look.px(GAP), look.px(INSET)
        high = self.deep.height(look, areas.play.width // 2)
        spare = areas.play.height - high - look.px(WORDS) - gap - side
        self._large = look.zoom >= LARGE_TEXT or spare < look.px(LEAST_SPINE)
        self._play = areas.play.union(areas.panel) if self._large else areas.play
        inset = look.px(PANEL_INSET)
        self.panel.place(areas.panel.inflate(-2 * inset, -2 * inset), look)
        foot = areas.time
        box = self._play.inflate(-2 * side, -2 * side)
        if self._large:  # the spine left, all else right of it
            box.left, box.width = (
                box.left + round(box.width * SPINE),
                round(box.width * (1 - SPINE)),
            )
            foot = pygame.Rect(box.left, 0, box.width, self.back.height(look, 0))
            foot.bottom = box.bottom
            box.height -= foot.height + gap
        for button, name in ((self.back, "exercises.back"), (self.again, "game.again")):
            button.text = "" if self._large else self._owner.words(name)
            size = (min(button.width(look), foot.width // 2 - gap), foot.height)
            button.place(pygame.Rect(foot.topleft, size), look)
        self.again.rect.right = foot.right
        high = self.deep.height(look, box.width // 2)
        wide, top = (box.width - gap) // 2, box.bottom - high
        self.deep.place(pygame.Rect(box.left, top, wide, high), look)
        self.move.place(pygame.Rect(box.right - wide, top, wide, high), look)
        self._arrange(look)

    def _place_tall(self, areas: Areas, look: Look) -> None:
        """Words, spine and strip above each other, both buttons side by side, the way back."""
        self._large, self._play, gap = False, areas.play, look.px(GAP)
        foot, high = areas.actions, look.control(HOLD)
        for button, name in ((self.back, "exercises.back"), (self.again, "game.again")):
            button.text = self._owner.words(name)
            wide = (foot.width - gap) // 2
            left = foot.left if button is self.back else foot.right - wide
            button.place(pygame.Rect(left, foot.top, wide, foot.height), look)
        top, wide = foot.top - gap - high, (foot.width - gap) // 2
        self.deep.place(pygame.Rect(foot.left, top, wide, high), look)
        self.move.place(pygame.Rect(foot.right - wide, top, wide, high), look)
        self._arrange(look)

    def _arrange(self, look: Look) -> None:
        """Fit the words of this moment and the pictures around the buttons."""
        play, side, gap = self._play, look.px(INSET), look.px(GAP)
        game, words = self._owner.game, self._owner.words
        speech = Speech(say(game), {"time": words.quantity(abs(game.onset or 0.0), "s", 2)})
        if self._tall and self._placed and self._placed[0].words:
            self.line.fit_in(speech, self._placed[0].words, look)
            room = pygame.Rect(self.deep.rect.left, play.top + gap // 2, 0, 0)
            room.width = self.move.rect.right - room.left
            room.height = self.deep.rect.top - gap // 2 - room.top
            strip = round(room.height * STRIP)
            self._spine = pygame.Rect(room.topleft, (room.width // 2, room.height - strip))
            self._number = pygame.Rect(
                room.centerx + gap, room.top, room.width // 2 - gap, look.control(64)
            )
            self._strip = pygame.Rect(room.left, room.bottom - strip, room.width, strip)
            return
        if self._large:
            box = play.inflate(-2 * side, -2 * side)
            self._spine = pygame.Rect(box.topleft, (round(box.width * SPINE) - gap, box.height))
            self._number = self._strip = pygame.Rect(0, 0, 0, 0)
            right = pygame.Rect(self._spine.right, play.top, 0, play.height)
            right.width = play.right - right.left
            top = self.line.fit(speech, right, look) + gap
            if self.deep.rect.top - top >= look.control(64):
                wide = self.move.rect.right - self.deep.rect.left
                self._number = pygame.Rect(self.deep.rect.left, top, wide, look.control(64))
            return
        # Room for two lines is always kept, so that the picture does not jump.
        bottom = self.line.fit(speech, play, look)
        top = max(bottom, play.top + look.px(WORDS)) + look.px(4)
        box = pygame.Rect(play.left + side, top, play.width - 2 * side, 0)
        box.height = self.deep.rect.top - gap - top
        self._spine = pygame.Rect(box.left, top, round(box.width * SPINE), box.height)
        left, high = self._spine.right + gap, look.control(64)
        self._number = pygame.Rect(left, top, box.right - left, high)
        self._strip = pygame.Rect(left, top + high, box.right - left, box.height - high)

    # -- time and picture ------------------------------------------------------------

    @property
    def moves(self) -> bool:
        """A game always does."""
        return True

    def update(self, elapsed: float) -> None:
        """Let the game go on."""
        game = self._owner.game
        before = len(game.attempts)
        game.update(elapsed)
        if len(game.attempts) != before:
            self.refresh()
        self.deep.on, self.move.on = game.since_deep is not None, game.since_move is not None
        if self._placed:
            self._arrange(self._placed[1])

    def draw(self, surface: pygame.Surface) -> None:
        """Cards, words, spine, number and strip."""
        if self._placed is None:
            return
        (areas, look), game, words = self._placed, self._owner.game, self._owner.words
        play = self._play
        if not (self._large or self._tall):
            put_card(surface, areas.panel, look)
        surface.fill(look.palette.play, play)
        draw_game_spine(surface, self._spine, look, game, words)
        if self._strip.height >= look.px(LEAST_STRIP):
            draw_strip(surface, self._strip, look, game, words)
        if game.over and self._number:
            self._draw_number(surface, look, game.attempts[-1])
        if not self._tall:
            frame_card(surface, play, look)
        self.line.draw(surface, look)

    def _draw_number(self, surface: pygame.Surface, look: Look, attempt: Attempt) -> None:
        """The largest rotation, and where that is."""
        words, colours, box = self._owner.words, look.palette, self._number
        text = f"{words.number(attempt.rotation, 1)}°"
        key, ink = ("within", colours.teal) if attempt.calm else ("beyond", colours.amber_ink)
        number = look.fitted(text, 44, colours.ink, SEMIBOLD, width=box.width // 2)
        left = box.left + number.get_width() + look.px(16)
        surface.blit(number, (box.left, box.centery - number.get_height() // 2))
        lines = [
            look.fitted(words("game.turned"), 18, colours.muted, width=box.right - left),
            look.fitted(words(f"game.{key}"), 18, ink, SEMIBOLD, width=box.right - left),
        ]
        y = box.centery - sum(line.get_height() for line in lines) // 2
        for line in lines:
            surface.blit(line, (left, y))
            y += line.get_height()

    def says(self) -> str:
        """The line of words."""
        return self.line.says()

    def actions(self) -> dict[str, Callable[[], None]]:
        """Keys for both hands; back; again."""
        game, owner = self._owner.game, self._owner
        return {
            "game_deep": game.press_deep,
            "move": game.press_move,
            "again": game.again,
            "back": owner.show_cards,
        }
