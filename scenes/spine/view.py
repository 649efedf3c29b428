"""What is seen of the spine scene: words, spine, and the living map beside it."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

import numpy as np
import pygame

from scenes.draw.look import Look
from scenes.draw.panels import frame_card
from scenes.draw.spine.figure import LUMBAR
from scenes.experiment.headline import Speech
from scenes.experiment.hints import Hints
from scenes.experiment.legend import Entry
from scenes.experiment.view import Painter, View
from scenes.forms import Areas, EDGE
from scenes.spine.labels import (
    draw_discs_load,
    draw_names,
    draw_reminder,
    draw_tap_here,
    NAMES,
    names_room,
    pull_of,
)
from scenes.spine.living_map import SpineMap
from scenes.spine.moment import SpineMoment
from scenes.spine.picture import draw_moment, Stage, stage_of
from scenes.spine.says import say, SEEN
from scenes.spine.touch import Hands, SpineTouch
from scenes.text.words import Words
from sim.mechanics.world import X, Y
from sim.parameter import Value
from sim.spine.curve import SPACING
from sim.spine.muscles import DEEP, STRANDED
from sim.spine.verdict import verdict_of

PADDING, GAP = 20, 24  # design px
WITHIN = 12  # design px from the edge of the picture's card
BESIDE_SPOT = 22  # design px from the ring's inner edge to the next name
SLIM = 112  # design px, the spine beside the map in the hand
PICTURE = 0.62  # of the play area's width
DISCS = ("L5/S1", "L4/L5", "L3/L4", "L2/L3", "L1/L2", "T12/L1")  # as the model counts them
LEAST_MAP = 232  # design px that the map needs beside the picture


class SpineView(View[SpineMoment]):
    """Words, picture and map of the spine; `map_beside` says whether the map has room here."""

    touch: SpineTouch
    pages = ("spine.back", "spine.map")

    def __init__(
        self,
        words: Words,
        hands: Hands,
        spine_map: SpineMap,
        extras: AbstractSet[str],
        hints: Hints,
    ) -> None:
        super().__init__("spine", words)
        self.touch = SpineTouch(hands, words("spine.stage"))
        self.map = spine_map
        self.map_beside = True
        self._extras = extras
        self._hints = hints
        self._settings: Mapping[str, Value] = {}

    def place(self, areas: Areas, look: Look) -> None:
        """Take up the play area; without room for the map it goes to the panel."""
        super().place(areas, look)
        wide = areas.play.width * (1 - PICTURE) - look.px(PADDING + GAP)
        self.map_beside = wide >= look.control(LEAST_MAP) * look.palette.type and not self.led
        if areas.form.in_hand:
            self.map_beside = self.page == "spine.map" and not areas.small
        self.map.rect = pygame.Rect(0, 0, 0, 0)  # to be placed anew

    def entries(self, moment: SpineMoment | None) -> list[Entry]:
        """Every muscle with its pull, and every disc with what it carries."""
        words = self._words
        pulls = dict.fromkeys(NAMES, "")
        carried = [""] * len(DISCS)
        if moment:
            found = {name: pull_of(moment, name) for name in STRANDED}
            pulls |= {name: words.quantity(pull, "N", 0) for name, pull in found.items()}
            carried = [words.quantity(float(force), "N", 0) for force in moment.forces]
        muscles = [
            Entry(
                "teal" if name in DEEP else "brick",
                words(f"spine.{name}"),
                words(f"spine.{name}_like"),
                pulls[name],
            )
            for name in NAMES
        ]
        discs = zip(reversed(DISCS), reversed(carried), strict=True)
        return muscles + [
            Entry("force", words("spine.disc", name=name), "", n) for name, n in discs
        ]

    def target(self, name: str) -> pygame.Rect | None:
        """The pushed vertebra, whatever is asked for."""
        stage, moment = self.touch.stage, self._moment
        if stage is None or moment is None:
            return None
        row = moment.state[moment.push_segment - 1]
        # A ring leaves the names of the vertebrae above and below alone.
        most = SPACING * stage.camera.pixels_per_metre - stage.look.px(BESIDE_SPOT)
        return self.spot(stage.camera, (float(row[X]), float(row[Y])), most)

    def show_settings(self, settings: Mapping[str, Value]) -> None:
        """The spine that is meant from now on."""
        self._settings = dict(settings)

    def say(self, moment: SpineMoment, *, busy: bool) -> Speech:
        """The words of the verdict of then and of the moment."""
        time = self._words.quantity(moment.fell_at or 0.0, "s", 2)
        places = {"level": moment.gave_way or "", "time": time}
        return Speech(say(verdict_of(moment.settings), moment), places)

    def arrange(self, moment: SpineMoment, words_bottom: int, areas: Areas, look: Look) -> None:
        """The picture left and the map right of it, below the words."""
        self.map.told = not self.asked
        play, inset = areas.play, look.px(PADDING)
        top = words_bottom + look.px(8)
        if areas.form.in_hand:
            self._arrange_in_hand(play, look)
            self.touch.moment = moment
            return
        height = play.bottom - inset - top
        wide = play.width - 2 * inset
        if self.map_beside:
            wide = round(play.width * PICTURE) - inset
        picture = pygame.Rect(play.left + inset, top, wide, height)
        if self.touch.rect != picture or self.touch.stage is None:
            self.touch.place(picture, look)
        if self.map_beside:
            left = picture.right + look.px(GAP)
            box = pygame.Rect(left, top, play.right - inset - left, height)
            if self.map.rect != box:
                self.map.place(box, look)
        self.touch.stage = stage_of(picture, look)
        self.touch.moment = moment

    def _arrange_in_hand(self, play: pygame.Rect, look: Look) -> None:
        """The spine from edge to edge; or the map, and a slim one beside it."""
        picture = play.copy()
        if self.map_beside:
            inset = look.px(EDGE // 3 if look.bare else EDGE)
            picture = play.inflate(-2 * inset, -2 * inset)
            box = picture.copy()
            picture.width = min(look.px(SLIM), picture.width // (4 if look.bare else 3))
            picture.right = box.right
            box.width -= picture.width + look.px(EDGE)
            if self.map.rect != box:
                self.map.place(box, look)
        if self.touch.rect != picture or self.touch.stage is None:
            self.touch.place(picture, look)
        # In a story names are there in every step, or in none: no step is wider than another.
        least = names_room(look, self._words) if self.led and not look.bare else 0
        self.touch.stage = stage_of(picture, look, least)

    def painter(self, rect: pygame.Rect, look: Look) -> Painter[SpineMoment]:
        """The picture without words over it."""
        stage = stage_of(rect, look)

        def paint(surface: pygame.Surface, moment: SpineMoment) -> None:
            draw_moment(surface, stage, moment, self._words)

        return paint

    def remember(self, rect: pygame.Rect, look: Look) -> Painter[SpineMoment]:
        """In the middle, since there are no names beside it."""
        stage = Stage(rect, look, LUMBAR.camera(rect.size, rect.center))

        def paint(surface: pygame.Surface, moment: SpineMoment) -> None:
            draw_moment(surface, stage, moment, self._words)

        return paint

    def paint(self, surface: pygame.Surface, moment: SpineMoment, look: Look) -> None:
        """Draw the picture on its card, and the extras."""
        stage = self.touch.stage
        if stage is None:
            return
        whole = self._areas is not None and self._areas.play == stage.rect  # from edge to edge
        if not whole:
            surface.fill(look.palette.panel, stage.rect)
        mode = None
        if "mode" in self._extras and not moment.fallen:
            mode = np.array(verdict_of(self._settings).mode)
        self.touch.finger = draw_moment(surface, stage, moment, self._words, mode=mode)
        self._write(surface, stage, moment)
        if not whole:
            frame_card(surface, stage.rect, look, radius=16, ground=look.palette.play)

    def slow_room(self, play: pygame.Rect, look: Look) -> pygame.Rect:
        """In the card of the picture, whose corner stays free."""
        inset = look.px(WITHIN)
        return self.touch.rect.inflate(-2 * inset, -2 * inset)

    def _write(self, surface: pygame.Surface, stage: Stage, moment: SpineMoment) -> None:
        words, extras = self._words, self._extras
        clip = surface.get_clip()
        surface.set_clip(stage.rect.clip(clip))
        calm = moment.furthest < SEEN
        self.touch.names = {}
        if "names" in extras and not moment.fallen:
            bare = self.led or bool(self.asked)
            self.touch.names = draw_names(surface, stage, moment, extras, words, bare=bare)
        if {"forces", "pressure"} & extras and not moment.fallen:
            draw_discs_load(surface, stage, moment, extras, words)
        draw_reminder(surface, stage, words, on_top=self.in_hand)
        inviting = moment.since_push is None and calm and self.invites
        hint = self._hints.now("tap", *(("dot",) if self.map_beside else ()))
        self.map.hinted = inviting and hint == "dot"
        if inviting and hint == "tap":
            y = float(moment.state[moment.push_segment - 1, Y])
            pill = draw_tap_here(surface, stage, y, words("app.tap_here"))
            self.touch.finger = self.touch.finger.union(pill)
        surface.set_clip(clip)
