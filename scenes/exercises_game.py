"""The game page: two large buttons, the spine that answers, and the tries so far.

What is said comes from what the mechanics did, see `scenes/game.py`.
"""

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
import pygame

from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.panels import frame_card, rounded
from scenes.draw.shapes import put
from scenes.game import Attempt, Game, ONSET
from scenes.game_picture import draw_game_spine, draw_strip
from scenes.headline import Headline, Said, Speech
from scenes.layout import Areas, PANEL_INSET
from scenes.spine_panel import NEUTRAL_ZONE
from scenes.widgets.axes import Axis
from scenes.widgets.backdrop import Band, Zone
from scenes.widgets.button import Button
from scenes.widgets.holdbutton import HoldButton
from scenes.widgets.plot import Plot, Series
from scenes.widgets.richtext import RichText
from scenes.widgets.scroll import ScrollArea
from scenes.widgets.widget import Widget
from scenes.words import Words

INSET, GAP = 24, 12  # design px
SHOWN = 8  # tries in the plot
MOST = 5.0  # degrees in the plot
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
        return outcome, ("why_never", "why_again")
    if attempt.onset <= 0:
        return outcome, ("why_early",)
    return outcome, ("why_late",) if attempt.calm else ("why_late", "why_again")


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
            zone=Zone(0.0, NEUTRAL_ZONE, words("game.neutral_zone")),
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
        """The two buttons first."""
        return [self.deep, self.move, self.again, self.back, self.panel]

    # -- placing -------------------------------------------------------------------

    def place(self, areas: Areas, look: Look) -> None:
        """Words, spine and strip, buttons below them; back and again under the card."""
        self._placed = (areas, look)
        inset, gap = look.px(PANEL_INSET), look.px(GAP)
        self.panel.place(areas.panel.inflate(-2 * inset, -2 * inset), look)
        time = areas.time
        for button, right in ((self.back, False), (self.again, True)):
            size = (min(button.width(look), time.width // 2 - gap), time.height)
            box = pygame.Rect(time.topleft, size)
            if right:
                box.right = time.right
            button.place(box, look)
        play, side = areas.play, look.px(INSET)
        high = self.deep.height(look, play.width // 2)
        wide = (play.width - 2 * side - gap) // 2
        y = play.bottom - side + look.px(4) - high
        self.deep.place(pygame.Rect(play.left + side, y, wide, high), look)
        self.move.place(pygame.Rect(play.right - side - wide, y, wide, high), look)
        self._arrange(areas, look)

    def _arrange(self, areas: Areas, look: Look) -> None:
        """Fit the words of this moment and the pictures between them and the buttons."""
        play, side, gap = areas.play, look.px(INSET), look.px(GAP)
        game, words = self._owner.game, self._owner.words
        time = words.quantity(abs(game.onset or 0.0), "s", 2)
        # Room for two lines is always kept, so that the picture does not jump.
        bottom = self.line.fit(Speech(say(game), {"time": time}), play, look)
        top = max(bottom, play.top + look.px(92)) + look.px(4)
        box = pygame.Rect(play.left + side, top, play.width - 2 * side, 0)
        box.height = self.deep.rect.top - gap - top
        self._spine = pygame.Rect(box.left, top, round(box.width * SPINE), box.height)
        left = self._spine.right + gap
        high = min(look.control(64), box.height // 2)
        self._number = pygame.Rect(left, top, box.right - left, high)
        self._strip = pygame.Rect(left, top + high, box.right - left, box.height - high)

    # -- time and picture ------------------------------------------------------------

    def update(self, elapsed: float) -> None:
        """Let the game go on."""
        game = self._owner.game
        before = len(game.attempts)
        game.update(elapsed)
        if len(game.attempts) != before:
            self.refresh()
        self.deep.on, self.move.on = game.since_deep is not None, game.since_move is not None
        if self._placed:
            self._arrange(*self._placed)

    def draw(self, surface: pygame.Surface) -> None:
        """Cards, words, spine, number and strip."""
        if self._placed is None:
            return
        (areas, look), game, words = self._placed, self._owner.game, self._owner.words
        palette, panel, play = look.palette, areas.panel, areas.play
        card = rounded(panel.size, look.px(20), palette.panel, palette.line, look.line(1.5))
        put(surface, card, panel.topleft)
        surface.fill(palette.play, play)
        draw_game_spine(surface, self._spine, look, game, words)
        draw_strip(surface, self._strip, look, game, words)
        if game.over:
            self._draw_number(surface, look, game.attempts[-1])
        frame_card(surface, play, look, radius=20)
        self.line.draw(surface, look)

    def _draw_number(self, surface: pygame.Surface, look: Look, attempt: Attempt) -> None:
        """The largest rotation, and where that is."""
        words, colours, box = self._owner.words, look.palette, self._number
        text = f"{words.number(attempt.rotation, 1)}°"
        number = look.fitted(text, 44, colours.ink, SEMIBOLD, width=box.width // 2)
        surface.blit(number, (box.left, box.centery - number.get_height() // 2))
        left = box.left + number.get_width() + look.px(16)
        key, ink = ("within", colours.teal) if attempt.calm else ("beyond", colours.amber_ink)
        lines = [
            look.fitted(words("game.turned"), 18, colours.muted, width=box.right - left),
            look.fitted(words(f"game.{key}"), 18, ink, SEMIBOLD, width=box.right - left),
        ]
        y = box.centery - sum(line.get_height() for line in lines) // 2
        for line in lines:
            surface.blit(line, (left, y))
            y += line.get_height()

    def actions(self) -> dict[str, Callable[[], None]]:
        """Keys for both hands; back; again."""
        game, owner = self._owner.game, self._owner
        return {
            "game_deep": game.press_deep,
            "move": game.press_move,
            "again": game.again,
            "back": owner.show_cards,
        }
