"""The game page: two large buttons, the spine that answers, and the tries so far.

What is said comes from what the mechanics did, see `scenes/exercises/game/rules.py`.
"""

from collections.abc import Callable, Sequence
from typing import cast, Protocol

import numpy as np
import pygame

from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.panels import frame_card, put_card
from scenes.exercises.game.picture import draw_game_spine, draw_number, draw_strip, MAGNIFIED, Strip
from scenes.exercises.game.places import Places, share_foot, sideways, upright
from scenes.exercises.game.rules import Attempt, Game, ONSET, SLOWER
from scenes.experiment.headline import Headline, Said, Speech
from scenes.forms import Areas, Form, LARGE_TEXT, PANEL_INSET, words_high
from scenes.text.words import Words
from scenes.widgets.button import Button
from scenes.widgets.chart.axes import Axis
from scenes.widgets.chart.backdrop import Band, Zone
from scenes.widgets.chart.plot import Plot, Series
from scenes.widgets.hold_button import HoldButton
from scenes.widgets.rich_text import RichText
from scenes.widgets.scroll import PAD, ScrollArea
from scenes.widgets.widget import Widget
from sim.spine.limits_of_bend import NEUTRAL_ZONE

INSET, GAP = 24, 12  # design px
SHOWN = 8  # tries in the plot
MOST = 6.0  # degrees in the plot
BEYOND = 1.08  # how far it goes on beyond all tries, so that none is on its edge
WORDS, LEAST_SPINE, LEAST_STRIP = 92, 180, 90  # design px high
SPINE, MOST_WORDS = 0.4, 0.27  # of the play area's width, and of its height
KEYS = ("F", "J")


class Owner(Protocol):
    """What the page asks of the scene."""

    words: Words
    game: Game
    panel_place: pygame.Rect | None

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
        first, then = words("game.deep_note"), words("game.move_note")
        self.deep = HoldButton(deep, first, KEYS[0], "teal", game.press_deep, like=[move])
        self.move = HoldButton(move, then, KEYS[1], "brick", game.press_move, like=[deep])
        self.again = Button(name=words("game.again"), icon="reset", on_press=game.again)
        self.back = Button(name=words("exercises.back"), icon="back", on_press=owner.show_cards)
        self.tries = Button(name=words("app.chart"), icon="chart", kind="toggle")
        self.plot = self._plot()
        self.how = [(RichText(""), key) for key in (1, 3)]
        scales = words("game.scales", larger=words.number(MAGNIFIED), slower=words.number(SLOWER))
        self.bars = Strip(game, words)
        self.panel = ScrollArea(
            [
                self.bars,
                self.plot,
                RichText(words("game.how"), weight=SEMIBOLD),
                self.how[0][0],
                RichText(words("game.how_2")),
                self.how[1][0],
                RichText(scales, size=18, colour="muted"),
                RichText(words("game.about"), size=18, colour="muted"),
            ]
        )
        self._placed: tuple[Areas, Look] | None = None
        self._spine = self._strip = self._number = pygame.Rect(0, 0, 0, 0)
        self._play = self._words = pygame.Rect(0, 0, 0, 0)
        self._panelled, self._places = True, cast("Places | None", None)
        self.refresh()

    def _plot(self) -> Plot:
        words = self._owner.words
        # A little inside the ends, where the words do not meet the numbers of the other axis.
        ticks = {0.75 * ONSET.low: "earlier", 0.0: "together", 0.85 * ONSET.high: "later"}
        ends = BEYOND * ONSET.low, BEYOND * ONSET.high
        x = Axis(*ends, "", lambda at: words(f"game.{ticks[at]}"), tuple(ticks))
        return Plot(
            words("game.tries"),
            x,
            Axis(0.0, BEYOND * MOST, words("game.degrees"), words.number),
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
        """The two buttons first; a button leads to the tries where they have no room beside."""
        hands: list[Widget] = [self.deep, self.move, self.again, self.back]
        if self._panelled:
            return [*hands, self.panel]
        if not self.tries.on:
            return [*hands, self.tries]
        if self.panel.rect.colliderect(self.deep.rect):
            hands = hands[2:]
        return [*hands, self.tries, self.panel]

    # -- placing -------------------------------------------------------------------

    def place(self, areas: Areas, look: Look) -> None:
        """Words, spine and strip, buttons below them; back and again under the card."""
        self._placed = (areas, look)
        hand = "_hand" if look.strict else ""
        for line, key in self.how:
            keys = {} if hand else {"press": KEYS[key > 1]}
            line.text = self._owner.words(f"game.how_{key}{hand}", **keys)
        gap, side = look.px(GAP), look.px(INSET)
        high = self.deep.height(look, (areas.play.width - gap) // 2 - side)
        spare = areas.play.height - high - look.px(WORDS) - gap - side
        large = look.zoom >= LARGE_TEXT or spare < look.px(LEAST_SPINE)
        self._panelled = not (areas.form.in_hand or large)
        self._places, self.bars.visible = None, False
        if self._panelled:
            self._place_beside(areas, look)
        else:
            self._place_by_form(areas, look)
        self._arrange(look)

    def _place_by_form(self, areas: Areas, look: Look) -> None:
        """Both buttons under a thumb, whatever the window has of height or width."""
        gap, whole = look.px(GAP), areas.play.union(areas.panel)
        if areas.words is not None:
            words, box = areas.words.copy(), areas.below_header
        else:
            box = whole.inflate(-2 * gap, -2 * gap)
            high = min(words_high(look), round(MOST_WORDS * whole.height))
            words = pygame.Rect(box.left, areas.header.bottom + gap, box.width, high)
        if areas.form is Form.LOW:  # no drawer is beside them
            words.width = box.right - words.left
        self._words = words
        box = pygame.Rect(box.left, words.bottom + gap // 2, box.width, 0)
        box.height = (areas.actions if areas.form.in_hand else whole).bottom - gap - box.top
        if areas.form.in_hand:
            box.height += gap
        self._play = pygame.Rect(whole.left, words.bottom, whole.width, 0)
        self._play.height = whole.bottom - words.bottom
        if areas.form in (Form.TALL, Form.STACK):
            foot = areas.actions if areas.form.in_hand else areas.header
            self._places = upright(box, foot.height, self.deep, look)
            if areas.form is Form.TALL:
                self._play.height = areas.play.bottom - words.bottom
        else:
            self._places = sideways(box, self.deep, look)
        self.deep.place(self._places.deep, look)
        self.move.place(self._places.move, look)
        share_foot([self.back, self.tries, self.again], self._places.foot, look)
        self.bars.visible = self._places.strip.height < look.px(LEAST_STRIP)  # no room there
        self.panel.place(self._places.room.inflate(2 * look.px(PAD), 0), look)

    def _place_beside(self, areas: Areas, look: Look) -> None:
        """The tries in the panel, all else in the play area, back and again below it."""
        gap, side, inset = look.px(GAP), look.px(INSET), look.px(PANEL_INSET)
        self._play, foot = areas.play, areas.time
        panel = self._owner.panel_place or areas.panel.inflate(-2 * inset, -2 * inset)
        self.panel.place(panel, look)
        box = self._play.inflate(-2 * side, -2 * side)
        for button in (self.back, self.again):
            button.text = button.name
            size = (min(button.width(look), foot.width // 2 - gap), foot.height)
            button.place(pygame.Rect(foot.topleft, size), look)
        self.again.rect.right = foot.right
        wide = (box.width - gap) // 2
        high = self.deep.height(look, wide)
        top = box.bottom - high
        self.deep.place(pygame.Rect(box.left, top, wide, high), look)
        self.move.place(pygame.Rect(box.right - wide, top, wide, high), look)

    def _arrange(self, look: Look) -> None:
        """Fit the words of this moment and the pictures around the buttons."""
        play, side, gap = self._play, look.px(INSET), look.px(GAP)
        game, words = self._owner.game, self._owner.words
        speech = Speech(say(game), {"time": words.quantity(abs(game.onset or 0.0), "s", 2)})
        if self._places is not None:
            low = self._placed is not None and self._placed[0].form is Form.LOW
            self.line.fit_in(speech, self._words, look, slim=low)
            self._spine, self._strip = self._places.spine, self._places.strip
            self._number = self._places.number
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
        areas, look = self._placed
        play = self._play
        if self._panelled:
            put_card(surface, areas.panel, look)
        surface.fill(look.palette.play, play)
        if self._panelled or not self.tries.on:
            self._draw_pictures(surface, look)
        if not areas.form.in_hand:
            frame_card(surface, play, look)
        self.line.draw(surface, look)

    def _draw_pictures(self, surface: pygame.Surface, look: Look) -> None:
        """Spine, strip and the number of a try that is over."""
        game, words = self._owner.game, self._owner.words
        free = self._places.free if self._places is not None else 0
        draw_game_spine(surface, self._spine, look, game, words, free=free)
        if self._strip.height >= look.px(LEAST_STRIP):
            draw_strip(surface, self._strip, look, game, words)
        if game.over and self._number:
            draw_number(surface, self._number, look, game.attempts[-1], words)

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
