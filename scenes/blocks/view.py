"""How the block scene looks: what it says, the picture, what lies over it."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

import numpy as np
import pygame

from scenes.blocks.labels import draw_callouts, draw_drag_here, draw_forces, draw_tap_here
from scenes.blocks.moment import StackMoment
from scenes.blocks.picture import ASIDE, close_stage, StackPicture, Stage, stage_of
from scenes.blocks.says import say
from scenes.blocks.touch import Hands, StackTouch
from scenes.draw.look import Look
from scenes.experiment.headline import Said, Speech
from scenes.experiment.hints import Hints
from scenes.experiment.legend import Entry
from scenes.experiment.view import Painter, View
from scenes.forms import Areas
from scenes.text.words import Words
from sim.blocks.margin import falling_shape, margin_of
from sim.blocks.parameters import HEIGHT, pushed_block
from sim.parameter import Value

MODE_SIZE = 0.012  # m that the shape in which it falls is drawn off the axis
WORDS_WIDTH = 0.66  # of the play area: keeps the forearm free while it is up there


class BlocksView(View[StackMoment]):
    """Words, stage and picture of the block stack."""

    touch: StackTouch
    bleeds = True

    def __init__(self, words: Words, hands: Hands, extras: AbstractSet[str], hints: Hints) -> None:
        super().__init__("blocks", words)
        self.touch = StackTouch(hands, words("blocks.stage"))
        self._extras = extras
        self._hints = hints
        self._picture: StackPicture | None = None
        self._picture_key: tuple[Value, Value] | None = None
        self._settings: dict[str, Value] = {}
        self._mode: list[tuple[float, float, float]] | None = None

    def show_settings(self, settings: Mapping[str, Value]) -> None:
        """The stack that is meant from now on."""
        self._settings = dict(settings)
        self._mode = None
        key = (settings["blocks"], settings["crown_curvature"])
        if self._picture_key != key:
            self._picture_key = key
            self._picture = StackPicture(settings)

    def say(self, moment: StackMoment, *, busy: bool) -> Speech:
        """The words of the margin and the moment; fallen blocks leave them all the width."""
        margin = margin_of(moment.settings)  # of then, when the user looks back
        said: Said = ("restacks", ("wait",)) if busy else say(margin, moment)
        places = {
            "critical": self._words.quantity(min(margin.critical or 0.0, 9999.0), "N", 0),
            "time": self._words.quantity(moment.fell_at or 0.0, "s", 2),
        }
        return Speech(said, places, 1.0 if said[0].startswith("lies") else WORDS_WIDTH)

    def arrange(self, moment: StackMoment, words_bottom: int, areas: Areas, look: Look) -> None:
        """The stage shows the moment between the words and the lower hand."""
        self.touch.picture = self._picture
        lines = [] if areas.words else [self.headline, self.reason]
        written = [
            pygame.Rect(line.rect.topleft, (line.layout(look, line.rect.width).width, line.rect.h))
            for line in lines
            if line.visible
        ]
        blocks = len(moment.state) - 2
        self.touch.stage = stage_of(areas.play, words_bottom, look, blocks, tuple(written))
        self.touch.moment = moment

    def entries(self, moment: StackMoment | None) -> list[Entry]:
        """What hands and tape stand for, with what they press and pull; what the finger does."""
        words = self._words
        numbers = [""] * 4
        if moment:
            pulls = moment.tensions[~np.isnan(moment.tensions)]
            found = (moment.press, pulls.max(initial=0.0), max(moment.contacts), abs(moment.push))
            numbers = [words.quantity(float(force), "N") for force in found]
        hands, tape, joints, finger = numbers
        return [
            Entry("brick", words("blocks.hands"), words("blocks.hands_like"), hands),
            Entry("teal", words("blocks.strips"), words("blocks.strips_like"), tape),
            Entry("ink", words("blocks.joints"), words("blocks.joints_like"), joints),
            Entry("force", words("blocks.push"), "", finger),
        ]

    @property
    def taken(self) -> Sequence[pygame.Rect]:
        """The arrows of the hands."""
        return self._picture.pressing if self._picture else ()

    def target(self, name: str) -> pygame.Rect | None:
        """The pushed block, whatever is asked for."""
        stage = self.touch.stage
        at = (0.0, HEIGHT * (pushed_block(self._settings) + 0.5))
        return self.spot(stage.camera, at) if stage else None

    def painter(self, rect: pygame.Rect, look: Look) -> Painter[StackMoment]:
        """The picture without words over it."""
        picture = StackPicture(self._settings)
        stage = stage_of(rect, rect.top + look.px(24), look, int(self._settings["blocks"]))

        def paint(surface: pygame.Surface, moment: StackMoment) -> None:
            picture.draw(surface, stage, moment, self._words)

        return paint

    def remember(self, rect: pygame.Rect, look: Look) -> Painter[StackMoment]:
        """The stack close by, with what lies beside it."""
        picture = StackPicture(self._settings)
        stage = close_stage(rect, look, int(self._settings["blocks"]))

        def paint(surface: pygame.Surface, moment: StackMoment) -> None:
            picture.draw(surface, stage, moment, self._words)

        return paint

    def paint(self, surface: pygame.Surface, moment: StackMoment, look: Look) -> None:
        """Draw the picture and the extras."""
        stage, picture = self.touch.stage, self.touch.picture
        if stage and picture:
            self.touch.finger = picture.draw(surface, stage, moment, self._words)
            self._draw_notes(surface, stage, moment, picture)

    def _draw_notes(
        self, surface: pygame.Surface, stage: Stage, moment: StackMoment, picture: StackPicture
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
        elif not self.led:
            draw_callouts(surface, stage, moment, picture.strands, words)
        untouched = moment.since_push is None and not moment.fallen
        if untouched and moment.furthest < ASIDE and self.invites:
            if self._hints.now("tap", "hand") == "hand":
                draw_drag_here(surface, stage, moment, words("app.drag_here"))
                return
            pill = draw_tap_here(surface, stage, moment, words("app.tap_here"))
            self.touch.finger = self.touch.finger.union(pill)
