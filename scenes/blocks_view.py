"""How the block scene looks: the words on top, the picture, what lies over it.

Knows nothing of time or of what the user may do: it is shown a moment, the
margin of the present settings, and what extras are asked for.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

import pygame

from scenes.blocks_notes import draw_callouts, draw_forces, draw_slowness, draw_tap_here
from scenes.blocks_picture import ASIDE, StackPicture, Stage, stage_of
from scenes.blocks_stage import Hands, StackStage
from scenes.blocks_words import Said, say
from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.panels import frame_card, rounded
from scenes.draw.shapes import put
from scenes.layout import Areas
from scenes.recording import Moment
from scenes.widgets.richtext import RichText
from scenes.words import Words
from sim.margin import falling_shape, Margin, margin_of
from sim.parameter import Value

MODE_SIZE = 0.012  # m that the shape in which it falls is drawn off the axis
PADDING = 24
HEADLINE = 28
WORDS_WIDTH = 0.66  # of the stage: keeps the forearm free while it is up there
WORDS_HEIGHT = 0.3  # of the stage: the picture gets the rest
LEAST_WORDS = 92  # design px kept for two lines, so that the picture does not jump


class BlocksView:
    """Words, stage and picture; made anew with the language."""

    def __init__(self, words: Words, hands: Hands, extras: AbstractSet[str]) -> None:
        self._words = words
        self.headline = RichText("", size=HEADLINE, weight=SEMIBOLD, max_lines=3)
        self.reason = RichText("", size=20, colour="muted", max_lines=3)
        self.stage = StackStage(hands, words("blocks.stage"))
        self._extras = extras
        self._areas: Areas | None = None
        self._look: Look | None = None
        self._picture: StackPicture | None = None
        self._picture_key: tuple[Value, Value] | None = None
        self._settings: dict[str, Value] = {}
        self._mode: list[tuple[float, float, float]] | None = None

    def place(self, areas: Areas, look: Look) -> None:
        """Take up the play area."""
        self._areas, self._look = areas, look
        self.stage.place(areas.play, look)

    def show_settings(self, settings: Mapping[str, Value]) -> None:
        """The stack that is meant from now on."""
        self._settings = dict(settings)
        self._mode = None
        key = (settings["blocks"], settings["crown_curvature"])
        if self._picture_key != key:
            self._picture_key = key
            self._picture = StackPicture(settings)

    def show(self, moment: Moment, *, busy: bool) -> None:
        """Choose the words; the picture of the moment gets the room below them.

        `busy` while the blocks are on their way back up.
        """
        if self._areas is None or self._look is None:
            return
        look, play = self._look, self._areas.play
        margin = margin_of(moment.settings)  # of then, when the user looks back
        said = ("restacks", ("wait",)) if busy else say(margin, moment)
        bottom = max(self._fit_words(margin, said, moment.fell_at), play.top + look.px(LEAST_WORDS))
        self.stage.picture = self._picture
        self.stage.stage = stage_of(play, bottom, look, len(moment.state) - 2)
        self.stage.moment = moment

    def _fit_words(self, margin: Margin, said: Said, fell_at: float | None) -> int:
        """Place the longest form of the words that leaves room for the picture; its bottom."""
        assert self._areas is not None
        assert self._look is not None
        look, play, words = self._look, self._areas.play, self._words
        places = {
            "critical": words.quantity(min(margin.critical or 0.0, 9999.0), "N", 0),
            "time": words.quantity(fell_at or 0.0, "s", 2),
        }
        headline, reasons = said
        full = (
            words(f"say.{headline}", **places),
            " ".join(words(f"say.{reason}", **places) for reason in reasons),
        )
        short = (words(f"say_short.{headline}"), words(f"say_short.{reasons[-1]}"))
        left, top = play.left + look.px(PADDING), play.top + look.px(18)
        wide = play.width - 2 * look.px(PADDING)
        forms: list[tuple[str, str, int, int]] = [
            (
                *full,
                wide if headline.startswith("lies") else round(play.width * WORDS_WIDTH),
                HEADLINE,
            ),
            (short[0], short[1], wide, HEADLINE),
            *((short[0], "", wide, size) for size in (HEADLINE, 22, 18)),
        ]
        for head, reason, width, size in forms:
            self.headline.text, self.reason.text = head, reason
            self.headline.size = size
            high = self.headline.height(look, width)
            low = self.reason.height(look, width) if reason else 0
            if high + low < WORDS_HEIGHT * play.height:
                break
        self.headline.place(pygame.Rect(left, top, width, high), look)
        self.reason.visible = bool(reason)
        self.reason.place(pygame.Rect(left, top + high + look.px(2), width, low), look)
        return top + high + low + look.px(2)

    def draw(self, surface: pygame.Surface, times_slower: int) -> None:
        """Draw the cards, the picture, the extras and the words; widgets come on top."""
        stage, moment, picture = self.stage.stage, self.stage.moment, self._picture
        if not (self._areas and self._look and stage and moment and picture):
            return
        look, palette = self._look, self._look.palette
        panel, play = self._areas.panel, self._areas.play
        card = rounded(panel.size, look.px(20), palette.panel, palette.line, look.line(1.5))
        put(surface, card, panel.topleft)
        surface.fill(palette.play, play)
        self.stage.finger = picture.draw(surface, stage, moment, self._words)
        self._draw_notes(surface, stage, moment, picture)
        frame_card(surface, play, look, radius=20)
        self.headline.draw(surface, look)
        if self.reason.visible:
            self.reason.draw(surface, look)
        if times_slower > 1:
            draw_slowness(surface, stage, moment, self._words, times_slower)

    def _draw_notes(
        self, surface: pygame.Surface, stage: Stage, moment: Moment, picture: StackPicture
    ) -> None:
        """What is written over the picture, and the shape of falling where asked for."""
        words = self._words
        if "mode" in self._extras and not moment.fallen:
            if self._mode is None:
                self._mode = falling_shape(self._settings, MODE_SIZE)
            picture.draw_mode(surface, stage, self._mode)
        if "forces" in self._extras:
            if not moment.fallen:
                draw_forces(surface, stage, moment, picture.strands, words)
        else:
            draw_callouts(surface, stage, moment, picture.strands, words)
        untouched = moment.since_push is None and not moment.fallen
        if untouched and moment.furthest < ASIDE:
            pill = draw_tap_here(surface, stage, moment, words("blocks.tap_here"))
            self.stage.finger = self.stage.finger.union(pill)
