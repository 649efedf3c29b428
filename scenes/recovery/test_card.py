"""The card on which the spine tests itself: picture, largest rotation, neutral zone.

A tap, or Space, raises the arm once more; arrow keys look back through the test.
"""

from typing import Literal

import pygame

from scenes.draw.look import Look, REGULAR, SEMIBOLD
from scenes.draw.panels import focus_ring, frame_card, put_rounded
from scenes.draw.person.raising import arm_angle, draw_raising
from scenes.draw.spine.pose import MAGNIFIED
from scenes.experiment.touch import Looking, picture_key
from scenes.forms import LARGE_TEXT
from scenes.recovery.moment import RecoveryMoment
from scenes.recovery.picture import draw_moment, room_beside
from scenes.recovery.says import DECIMALS
from scenes.text.words import Words
from scenes.widgets.meters.gauge import Gauge
from scenes.widgets.rich_text import RichText
from scenes.widgets.widget import CHORD, Position, Tappable
from sim.spine.limits_of_bend import NEUTRAL_ZONE

PAD, GAP = 14, 8  # design px
NUMBER, CAPTION, TAG = 44, 18, 16  # letters
MOST = 4.0  # degrees on the gauge
LOW = 150  # design px of a picture that has no room for all that could be said of it
PICTURE = 220  # design px that the picture is high where nothing else says so
LABEL = 20  # design size of the gauge's words, which are broken between words alone
BESIDE = 0.42  # of the width, for a picture beside the numbers
PERSON = (66, 120)  # design px at least wide, and high: whose arm rises
BACK = 0.01  # s that an arrow key looks further back


class TestCard(Tappable):
    """The card; `show` gives it a moment, what the week's test found, and how slow it is."""

    __test__ = False  # the tests of the program are others

    def __init__(self, words: Words, hands: Looking) -> None:
        super().__init__()
        self._words = words
        self._hands = hands
        self._caption = RichText(words("recovery.largest"), size=CAPTION, colour="muted")
        self._moment: RecoveryMoment | None = None
        self._slower = 1
        self.rotation: float | None = None
        self.gauge = Gauge(
            words("recovery.zone", turn=f"{words.number(NEUTRAL_ZONE, DECIMALS)}°"),
            0.0,
            MOST,
            NEUTRAL_ZONE,
            text=lambda value: "",
            caption_low=words("recovery.inside"),
            caption_high=words("recovery.outside"),
            gives_way="above",
        )
        self.picture = pygame.Rect(0, 0, 0, 0)
        self._beside = False  # whether the picture is beside the numbers
        self.gauged = True  # whether the gauge has its place here

    def show(self, moment: RecoveryMoment, rotation: float | None, slower: int) -> None:
        """Show a moment of the test; `rotation` [degrees] is None until it is known."""
        self._moment, self.rotation, self._slower = moment, rotation, slower
        # The pointer and the number say the same.
        self.gauge.value = round(rotation or 0.0, DECIMALS)

    @property
    def number(self) -> str:
        """The largest rotation as it is written."""
        if self.rotation is None:
            return "…"
        return f"{self._words.number(self.rotation, DECIMALS)}°"

    def describe(self) -> str:
        """What it is, and what the test found."""
        return self._words("recovery.test_now", turn=self.number)

    # -- hands ------------------------------------------------------------------------

    def tapped(self, position: Position) -> None:
        """Test once more."""
        if self.hit(position):
            self._hands.tap()

    def keyed(self, event: pygame.event.Event) -> bool:
        """Space tests once more, arrows look back."""
        return not event.mod & CHORD and picture_key(self._hands, event.key, BACK)

    # -- looks ------------------------------------------------------------------------

    def height(self, look: Look, width: int) -> int:
        """A picture with the numbers below it."""
        return look.px(PICTURE) + self._below(look, width)

    def _room(self, look: Look, width: int) -> tuple[int, int]:
        """Widths of the number and of the words beside it."""
        number = look.measure(self._words.number(0.0, DECIMALS) + "°", NUMBER, SEMIBOLD)
        return number, width - 2 * look.px(PAD) - number - look.px(12)

    def _below(self, look: Look, width: int) -> int:
        inner = width - 2 * look.px(PAD)
        words = self._caption.height(look, self._room(look, width)[1])
        top = max(look.line_height(NUMBER), words)
        gauge = self.gauge.height(look, inner) + look.px(GAP) if self.gauged else 0
        return top + gauge + 2 * look.px(GAP)

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """The picture takes what number and gauge leave."""
        super().place(rect, look)
        pad, gap = look.px(PAD), look.px(GAP)
        low = self._below(look, rect.width)
        self.picture = pygame.Rect(rect.left, rect.top, rect.width, rect.height - low)
        self._beside = self.picture.height < look.px(LOW) // 2
        if self._beside:
            words = max(look.measure(word, LABEL) for word in self.gauge.label.split())
            wide = min(round(BESIDE * rect.width), rect.width - words - 2 * pad - look.px(12))
            self.picture = pygame.Rect(rect.topleft, (wide, rect.height))
            rect = pygame.Rect(self.picture.right, rect.top, rect.right - self.picture.right, 0)
        number, beside = self._room(look, rect.width)
        longest = max(look.measure(word, CAPTION) for word in self._caption.text.split())
        self._caption.visible = longest <= beside
        words = self._caption.height(look, beside) if self._caption.visible else 0
        high = max(look.line_height(NUMBER), words)
        top = (self.rect.top if self._beside else self.picture.bottom) + gap
        left = rect.left + pad + number + look.px(12)
        self._caption.place(pygame.Rect(left, top + (high - words) // 2, beside, words), look)
        wide = rect.width - 2 * pad
        if self.gauged:
            tall = self.gauge.height(look, wide)
            box = pygame.Rect(rect.left + pad, top + high + gap, wide, tall)
            self.gauge.place(box, look)

    def move(self, dx: int, dy: int) -> None:
        """Shift with everything on it."""
        super().move(dx, dy)
        self.picture.move_ip(dx, dy)
        self._caption.move(dx, dy)
        if self.gauged:
            self.gauge.move(dx, dy)

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Picture, tags, number and gauge."""
        if self._moment is None:
            return
        colours, rect = look.palette, self.rect
        surface.fill(colours.panel, rect)
        draw_moment(surface, self.picture, look, self._moment)
        self._draw_person(surface, look, self._moment)
        self._draw_tags(surface, look, self._moment)
        frame_card(surface, rect, look, radius=16, ground=colours.play)
        line = look.stroke(1.5)
        rule = pygame.Rect(rect.left, self.picture.bottom, rect.width, line)
        if self._beside:
            rule = pygame.Rect(self.picture.right, rect.top, line, rect.height)
        surface.fill(colours.line, rule)
        ink = colours.ink if self.rotation is not None else colours.muted
        words = look.text(self.number, NUMBER, ink, SEMIBOLD)
        y = self._caption.rect.centery - words.get_height() // 2
        left = self.picture.right if self._beside else rect.left
        surface.blit(words, (left + look.px(PAD), y))
        if self._caption.visible:
            self._caption.draw(surface, look)
        if self.gauged:
            self.gauge.draw(surface, look)
        if self.ring:
            focus_ring(surface, rect.inflate(-look.px(8), -look.px(8)), look.px(12), look)

    def _roomy(self, look: Look) -> bool:
        """Whether a person has room behind the trunk."""
        if look.wordless or self._beside or self.picture.height < look.px(LOW):
            return False
        return room_beside(self.picture) >= look.px(PERSON[0] + GAP)

    def _draw_person(self, surface: pygame.Surface, look: Look, moment: RecoveryMoment) -> None:
        """Whose arm it is, behind the trunk's back."""
        if not self._roomy(look):
            return
        wide, high = (look.px(side) for side in PERSON)
        box = pygame.Rect(self.picture.left + look.px(GAP), self.picture.bottom - high, wide, high)
        draw_raising(surface, look, box, arm_angle(moment.since_push or 0.0))

    def _draw_tags(self, surface: pygame.Surface, look: Look, moment: RecoveryMoment) -> None:
        """What happens, how slowly, and how much larger than it is."""
        words, picture = self._words, self.picture
        since = moment.since_push
        state = "rest" if since is None else "wait" if since < 0 else "raised"
        _tag(surface, look, words(f"recovery.{state}"), picture, "topleft", weight=SEMIBOLD)
        times = words("recovery.magnified", times=words.number(MAGNIFIED))
        low = picture.height < look.px(LOW)  # a plate would cover much of it
        if low or look.measure(times, TAG) > picture.width - look.px(36):
            times = words("timing.magnified_short", times=words.number(MAGNIFIED))
        _tag(surface, look, times, picture, "bottomright")
        if (
            self._slower > 1
            and look.zoom < LARGE_TEXT
            and not self._beside
            and picture.height > look.px(LOW)
        ):
            slower = words("app.slower", times=words.number(self._slower))
            if self._roomy(look):  # the person stands there
                picture = picture.copy()
                picture.top += look.line_height(TAG) + look.px(12)
            _tag(surface, look, slower, picture, "topleft" if self._roomy(look) else "bottomleft")


def _tag(
    surface: pygame.Surface,
    look: Look,
    text: str,
    picture: pygame.Rect,
    corner: Literal["topleft", "bottomleft", "bottomright"],
    *,
    weight: int = REGULAR,
) -> None:
    """Words on a plate of their own, in a corner of the picture."""
    inside = picture.inflate(-look.px(16), -look.px(16))
    spare = (inside.width - look.measure(text, TAG, weight)) // 2
    if spare < 0:
        return
    pad = min(look.px(10), spare)
    words = look.text(text, TAG, look.palette.ink, weight)
    box = words.get_rect().inflate(2 * pad, look.px(6))
    setattr(box, corner, getattr(inside, corner))
    put_rounded(surface, box, box.height / 2, look.palette.play)
    surface.blit(words, words.get_rect(center=box.center))
