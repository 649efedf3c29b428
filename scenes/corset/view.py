"""What is seen of the corset scene: words, the section, and the side view beside it."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

import pygame

from scenes.corset.labels import (
    between_names,
    draw_names,
    draw_pressures,
    draw_reminder,
    draw_table,
    draw_values,
    NAMES,
)
from scenes.corset.moment import CorsetMoment
from scenes.corset.picture import draw_moment, Pictures, stage_of
from scenes.corset.says import say
from scenes.corset.touch import CorsetTouch, Hands
from scenes.draw.look import Look
from scenes.draw.panels import frame_card
from scenes.experiment.headline import draw_slowness, Speech
from scenes.experiment.legend import Entry
from scenes.experiment.view import Painter, View
from scenes.forms import Areas
from scenes.text.words import NO_BREAK, Words
from sim.parameter import Value

PADDING = 20  # design px
BELLY = (0.0, 0.06)  # m from the middle of the section, where a story points


class CorsetView(View[CorsetMoment]):
    """Words and both pictures of the corset."""

    touch: CorsetTouch
    pages = ("corset.section", "corset.side")

    def __init__(self, words: Words, hands: Hands, extras: AbstractSet[str]) -> None:
        super().__init__("corset", words)
        self.touch = CorsetTouch(hands, words("corset.stage"))
        self._extras = extras
        self._pictures = Pictures()
        self._top = 0
        self._laid: tuple[pygame.Rect, str] | None = None  # of the hand: where, and which page

    def place(self, areas: Areas, look: Look) -> None:
        """Take up the play area."""
        self._top, self._laid = 0, None
        super().place(areas, look)

    def target(self, name: str) -> pygame.Rect | None:
        """The middle of the belly, whatever is asked for."""
        stage = self.touch.stage
        return self.spot(stage.section_camera, BELLY) if stage else None

    def show_settings(self, settings: Mapping[str, Value]) -> None:
        """All that is drawn is in the moment."""

    def entries(self, moment: CorsetMoment | None) -> list[Entry]:
        """Every part of the section; gauges say the pressures."""
        return [Entry(name.colour, self._words(f"corset.{name.text}")) for name in NAMES]

    def say(self, moment: CorsetMoment, *, busy: bool) -> Speech:
        """The words of the moment, with what the disc carries."""
        words = self._words
        places = {
            "disc": words.pressure(moment.disc_pressure).partition(NO_BREAK)[0],
            "at_rest": words.pressure(moment.rest_disc_pressure),
        }
        return Speech(say(moment), places)

    def arrange(self, moment: CorsetMoment, words_bottom: int, areas: Areas, look: Look) -> None:
        """Both pictures below the words."""
        play = areas.play
        if areas.form.in_hand:
            if self._laid != (play, self.page) or self.touch.stage is None:
                self._laid = play.copy(), self.page
                self.touch.place(play, look)
                self.touch.stage = stage_of(play, look, self.page.partition(".")[2])
            self.touch.moment = moment
            return
        inset = look.px(PADDING)
        # Words change with every breath; the pictures must not jump with them.
        self._top = top = max(self._top, words_bottom + look.px(8))
        rect = pygame.Rect(play.left + inset, top, play.width - 2 * inset, 0)
        rect.height = play.bottom - inset - top
        if self.touch.rect != rect or self.touch.stage is None:
            self.touch.place(rect, look)
            self.touch.stage = stage_of(rect, look)
        self.touch.moment = moment

    def painter(self, rect: pygame.Rect, look: Look) -> Painter[CorsetMoment]:
        """Both pictures without words over them."""
        stage = stage_of(rect, look, "section" if self.page else "")

        def paint(surface: pygame.Surface, moment: CorsetMoment) -> None:
            draw_moment(surface, stage, moment)
            draw_values(surface, stage, moment, self._words)

        return paint

    def paint(self, surface: pygame.Surface, moment: CorsetMoment, look: Look) -> None:
        """Draw both pictures on their cards, and the extras."""
        stage = self.touch.stage
        if stage is None:
            return
        words, extras, clip = self._words, self._extras, surface.get_clip()
        self._pictures.draw(surface, stage, moment, arrows="arrows" in extras)
        surface.set_clip(stage.section.clip(clip))
        self.touch.names = []
        if "names" in extras and "table" not in extras:
            self.touch.names = draw_names(surface, stage, moment.pose, words, back=not self.slow)
        surface.set_clip(stage.side_card.clip(clip))
        if stage.side.width:
            draw_values(surface, stage, moment, words)
        else:
            surface.set_clip(clip)
            draw_pressures(surface, stage, moment, words)
        if stage.side.width:
            draw_reminder(surface, stage, words)
        surface.set_clip(clip)
        if self.page:
            return  # from edge to edge
        for card in (stage.section, stage.side_card):
            frame_card(surface, card, look, radius=16, ground=look.palette.play)
        if "table" in extras:
            draw_table(surface, stage, words)

    def tell_slowness(
        self, surface: pygame.Surface, play: pygame.Rect, look: Look, times: int
    ) -> None:
        """Low in the card of the section, between the names."""
        if self.touch.stage is not None:
            room = between_names(self.touch.stage, self._words)
            draw_slowness(
                surface, room, look, self._words, times=times, since_push=None, middle=True
            )
