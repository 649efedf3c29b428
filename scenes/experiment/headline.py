"""The line of plain words on top of the play area, and the badge for slow time.

Every scene keeps two tables of texts with equal keys: `<scene>_say`, and
`<scene>_say_short` for where there is little room.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

import pygame

from scenes.draw.arrows import badge_size, draw_badge, draw_text
from scenes.draw.icons import icon
from scenes.draw.look import Look, SEMIBOLD
from scenes.forms import LARGE_TEXT, leading, LOW_REASON, LOW_STATE, REASON, STATE
from scenes.text.words import Words
from scenes.widgets.rich_text import RichText

HEIGHT = 0.3  # of the play area: the picture gets the rest
Said = tuple[str, tuple[str, ...]]
"""The key of the headline, and of the sentences under it, in the texts of the scene."""


class Speech(NamedTuple):
    """What to say, what goes into the {places}, and the shares of the play area it may take.

    `instead` is said in the place of all that, where it is not empty.
    """

    said: Said
    places: Mapping[str, str] = MappingProxyType({})
    width: float = 1.0
    height: float = HEIGHT
    instead: str = ""


PADDING = 24
SIZE, BAND = 28, 20
SMALLER = (22, 18)  # of the shortest form, where even that needs room


class Headline:
    """What happens, and why: as many words as leave room for the picture."""

    def __init__(self, words: Words, scene: str) -> None:
        self._words = words
        self._scene = scene
        self.headline = RichText("", size=SIZE, weight=SEMIBOLD, max_lines=4)
        self.reason = RichText("", size=20, colour="muted", max_lines=3)

    def _texts(self, speech: Speech) -> tuple[tuple[str, str], tuple[str, str]]:
        """Headline and reason, in full and short."""
        if speech.instead:
            return (speech.instead, ""), (speech.instead, "")
        words, scene, (headline, reasons) = self._words, self._scene, speech.said
        full = (
            words(f"{scene}_say.{headline}", **speech.places),
            " ".join(words(f"{scene}_say.{reason}", **speech.places) for reason in reasons),
        )
        why = words(f"{scene}_say_short.{reasons[-1]}") if reasons else ""
        return full, (words(f"{scene}_say_short.{headline}", **speech.places), why)

    def fit(self, speech: Speech, play: pygame.Rect, look: Look) -> int:
        """Place the longest form that leaves room for the picture below it; its bottom.

        Only the full form keeps to the width of the speech; shorter ones take all of it.
        """
        self.headline.leading, self.reason.size = 1.0, REASON
        share, most = speech.width, speech.height
        full, (short, why) = self._texts(speech)
        left, top = play.left + look.px(PADDING), play.top + look.px(18)
        wide = play.width - 2 * look.px(PADDING)
        forms: list[tuple[str, str, int, int]] = [
            (*full, wide if share == 1 else round(play.width * share), SIZE),
            (short, why, wide, SIZE),
            *((short, "", wide, size) for size in (SIZE, *SMALLER)),
        ]
        for head, reason, across, size in forms:
            self.headline.text, self.reason.text = head, reason
            self.headline.size = size
            high = self.headline.height(look, across)
            low = self.reason.height(look, across) if reason else 0
            if high + low < most * play.height:
                break
        self.headline.place(pygame.Rect(left, top, across, high), look)
        self.reason.visible = bool(reason)
        self.reason.place(pygame.Rect(left, top + high + look.px(2), across, low), look)
        return top + high + low + look.px(2)

    def fit_in(self, speech: Speech, room: pygame.Rect, look: Look, *, slim: bool = False) -> None:
        """Place the longest form that fits into a room of its own; `slim` on a phone's side."""
        full, (short, why) = self._texts(speech)
        forms = (full, (full[0], why), (short, why), (full[0], ""), (short, ""))
        self.headline.size, self.reason.size = (LOW_STATE, LOW_REASON) if slim else (STATE, REASON)
        self.headline.leading = leading(look)
        for self.headline.text, self.reason.text in forms:
            high = self.headline.height(look, room.width)
            low = self.reason.height(look, room.width) if self.reason.text else 0
            if high + low <= room.height:
                break
        self.headline.place(pygame.Rect(room.left, room.top, room.width, high), look)
        self.reason.visible = bool(self.reason.text)
        self.reason.place(pygame.Rect(room.left, room.top + high, room.width, low), look)

    def says(self) -> str:
        """The words without their marks."""
        reason = f" {self.reason.describe()}" if self.reason.visible else ""
        return self.headline.describe() + reason

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Write the words where they were placed."""
        self.headline.draw(surface, look)
        if self.reason.visible:
            self.reason.draw(surface, look)


def draw_slowness(
    surface: pygame.Surface,
    room: pygame.Rect,
    look: Look,
    words: Words,
    *,
    times: int,
    since_push: float | None,
    taken: Sequence[pygame.Rect] = (),
    middle: bool = False,
) -> pygame.Rect:
    """The badge that says how much slower time runs; `since_push` [s] beside it, if given.

    It stands low in a room, at its side or in the `middle`, and is short where that is narrow.
    The time is above it where something `taken` lies beside it. Where the badge is.
    """
    large = look.zoom >= LARGE_TEXT  # then the turtle alone has to say "slower"
    turtle = icon("slow", look.control(24), look.palette.ui_ink)
    for form in ("_short",) if large else ("", "_short"):
        text = words(f"app.slower{form}", times=words.number(times))
        width, height = badge_size(look, text, turtle)
        if width <= room.width:
            break
    # On the left with ordinary letters; on the right with large ones, out of the picture's way.
    left = room.right - width if large else room.left
    if middle:
        left = room.centerx - width // 2
    box = draw_badge(surface, look, (left, room.bottom - height), text, turtle)
    if since_push is not None and not large:
        since = words.quantity(since_push, "s", 2)
        at = (box.right + look.px(16), box.centery)
        high = look.line_height(20)
        beside = pygame.Rect(at[0], at[1] - high // 2, look.measure(since, 20, SEMIBOLD), high)
        if beside.collidelist(list(taken)) >= 0:
            at = (box.left + look.px(16), box.top - high // 2 - look.px(4))
        draw_text(surface, look, since, at, size=20, colour=look.palette.ink)
    return box


def looking_back_band(play: pygame.Rect, look: Look) -> pygame.Rect:
    """The band along the lower edge of the play area, for what is said of looking back."""
    high = look.line_height(BAND) + look.px(10)
    return pygame.Rect(play.left, play.bottom - high, play.width, high)


def draw_looking_back(
    surface: pygame.Surface, play: pygame.Rect, look: Look, words: Words, seconds: float
) -> None:
    """That all that is seen was so many seconds ago, in its band."""
    palette, pad, band = look.palette, look.px(PADDING), looking_back_band(play, look)
    surface.fill(palette.ui, band)
    text = words("app.looking_back", time=words.quantity(seconds, "s", 1))
    face = look.fitted(text, BAND, palette.ui_ink, SEMIBOLD, width=max(1, play.width - 2 * pad))
    surface.blit(face, face.get_rect(center=band.center))
