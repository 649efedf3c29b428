"""Which form the window has, and where its parts are, for any size and text zoom.

A form is chosen by the size alone, in lengths that a finger and an eye know: design
pixels, which are the css pixels of a page and the pixels of a desktop window.
"""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple

import pygame

from scenes.draw.look import Look
from scenes.draw.palette import Palette

DESIGN = (1280, 720)
MARGIN = 16
PANEL_INSET = 12  # of the panel's widgets; the scroll area keeps as much again for focus rings
HEADER_TOP, BUTTON, BAR = 12, 48, 52
PANEL, MOST_PANEL = 364, 0.45  # design px; share of the width
STACKED_ZOOM = 1.5  # from where the time buttons put the icon above the name
LARGE_TEXT = 1.5  # from where there is no room for words in the picture
LOW_HIGH, LOW_WIDE, TALL_WIDE = 480, 800, 600  # design px, up to which a form is in the hand
HAND_CONTROL = 1.3  # text zoom up to which controls grow there
HAND_BARE = 1.25  # text zoom from where words leave the picture there
DESK_FINGER, FINGER = 44, 48  # design px, the least side of what is touched; in a tablet too
HAND_TYPE = 0.85  # type in the hand, against that of a desk
FEW = 1.2  # text zoom above which help is with the scenes, in the hand
ONE_LINE, TWO_LINES = 1.35, 1.7  # text zooms from where the reason has one line, the state two
CLOSE = 0.86  # of a line of large letters, from one to the next
SHEET_HEAD, STRIP = 76, 48  # design px: of the sheet what is always seen; of the names of pages
LEAST_PLAY, LEAST_SHARE = 200, 0.3  # design px, share of the height, kept for the picture
STATE, REASON = 26, 20  # letters of the words on top, in the hand
LOW_STATE, LOW_REASON = 23.5, 19  # and where they are beside the name of the scene
EDGE, GAP, ACTION = 12, 8, 60  # design px around and between the actions; their height
DRAWER = 283  # design px
PILL = 146  # design px kept for the name of the scene
FOOT, MOST_FOOT = 308, 0.42  # design px of the panel of `stack`; share of the height
TABS_WIDE = 740  # design px that the names of all scenes need in a row of their own
LOW_TOP, LOW_NAMED = 60, 740  # design px: the header of `low`, a window with its scene's name


class Form(StrEnum):
    """How the parts of the window lie.

    `TALL`: a phone upright, `LOW`: one on its side, `STACK`: a tablet upright, `WIDE`: all else.
    """

    TALL = "tall"
    LOW = "low"
    STACK = "stack"
    WIDE = "wide"

    @property
    def in_hand(self) -> bool:
        """Whether it is a phone's: a picture from edge to edge, and actions for a thumb."""
        return self in (Form.TALL, Form.LOW)


LEAST = {  # design px that a layout needs, with the largest letters
    Form.TALL: (320, 520),
    Form.LOW: (560, 320),
    Form.STACK: (600, 800),
    Form.WIDE: (800, 480),
}


class Insets(NamedTuple):
    """Design pixels at the edges that a device keeps for itself: nothing to read is there."""

    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    left: float = 0.0


NO_INSETS = Insets()


@dataclass(frozen=True)
class Viewport:
    """What there is to draw on: size in pixels, pixels for one of the design, insets.

    `asked` is a form that is wanted whatever the size.
    """

    size: tuple[int, int]
    density: float = 1.0
    insets: Insets = NO_INSETS
    asked: Form | None = None

    @property
    def form(self) -> Form:
        """The form for this size."""
        if self.asked is not None:
            return self.asked
        width, height = (side / self.density for side in self.size)
        if width > height and (height < LOW_HIGH or width < LOW_WIDE):
            return Form.LOW
        if width < TALL_WIDE:
            return Form.TALL
        return Form.STACK if height > width else Form.WIDE

    @property
    def window(self) -> pygame.Rect:
        """What is laid out: it may be smaller than anything fits in, then its corner is shown."""
        return pygame.Rect((0, 0), self.size).union(pygame.Rect((0, 0), LEAST[self.form]))

    @property
    def clear(self) -> pygame.Rect:
        """The window without what a device keeps for itself."""
        box, density, keeps = self.window, self.density, self.insets
        left, top = round(keeps.left * density), round(keeps.top * density)
        wide = box.width - left - round(keeps.right * density)
        return pygame.Rect(left, top, wide, box.height - top - round(keeps.bottom * density))


def look_for(viewport: Viewport, palette: Palette, zoom: float) -> Look:
    """The look of a viewport: nothing shrinks below its design size.

    On a dense screen it does so only where there would not be room for a layout.
    """
    form, size = viewport.form, viewport.size
    least = LEAST[form]
    room = min(size[0] / least[0], size[1] / least[1])
    scale = min(viewport.density, room)
    if form is Form.WIDE:
        scale = max(scale, min(size[0] / DESIGN[0], size[1] / DESIGN[1]))
    finger = DESK_FINGER if form is Form.WIDE else FINGER
    if not form.in_hand:
        return Look(palette, max(1.0, scale), zoom, finger=finger)
    palette = replace(palette, type=HAND_TYPE)
    return Look(
        palette,
        max(1.0, scale),
        zoom,
        finger=finger,
        most_control=HAND_CONTROL,
        bare_zoom=HAND_BARE,
    )


def numbered(look: Look) -> bool:
    """Whether forces in a picture have their numbers: on a phone up to 150 % too."""
    large = look.zoom > LARGE_TEXT if look.strict else look.zoom >= LARGE_TEXT
    return not (large or look.wordless)


@dataclass(frozen=True)
class Areas:
    """The parts of the window.

    `words`: where the words on top are, if not in the play area. `actions`: what lies under
    the thumb, nothing where a form has no such bar. `inset`: pixels that a picture keeps from
    the edge of the play area. `small`: whether the picture is only a sign beside the words.
    `tabs`: where the scenes are, if not in the header.
    """

    form: Form
    header: pygame.Rect
    play: pygame.Rect
    panel: pygame.Rect
    time: pygame.Rect
    words: pygame.Rect | None = None
    actions: pygame.Rect = field(default_factory=lambda: pygame.Rect(0, 0, 0, 0))
    small: bool = False
    tabs: pygame.Rect | None = None

    @property
    def whole(self) -> pygame.Rect:
        """The window without its margins."""
        if not self.form.in_hand:
            return self.header.union(self.panel)
        return self.below_header.union(self.header)

    @property
    def below_header(self) -> pygame.Rect:
        """All that is below the header, in the hand."""
        header, right = self.header, self.actions.right
        top = header.bottom + HEADER_TOP // 2
        return pygame.Rect(header.left, top, right - header.left, self.actions.bottom - top)

    @property
    def tall_play(self) -> pygame.Rect:
        """The play area down to the margin, where there are no time controls."""
        if self.form is Form.STACK:
            return self.play.union(self.time)
        return pygame.Rect(self.play.topleft, (self.play.width, self.panel.bottom - self.play.top))


def areas(viewport: Viewport, look: Look) -> Areas:
    """Where everything is in this form."""
    size = viewport.window.size
    match viewport.form:
        case Form.TALL:
            return _tall(size, look, viewport.insets)
        case Form.LOW:
            return _low(size, look, viewport.insets)
        case Form.STACK:
            return _stack(size, look)
        case _:
            return _wide(size, look)


def _wide(size: tuple[int, int], look: Look) -> Areas:
    """Header on top, panel right, play area left, time controls below it."""
    width, height = size
    margin = look.px(MARGIN)
    button = max(look.control(BUTTON), look.line_height(20) + look.control(10))
    header = pygame.Rect(margin, look.px(HEADER_TOP), width - 2 * margin, button)
    wanted = look.control(PANEL) * (1 + (look.palette.type - 1) * 0.65)
    panel_width = round(min(wanted, max(look.px(PANEL), MOST_PANEL * width)))
    top = header.bottom + look.px(HEADER_TOP)
    panel = pygame.Rect(width - margin - panel_width, top, panel_width, height - margin - top)
    bar = max(look.control(BAR), button)
    if look.zoom > STACKED_ZOOM:
        bar = look.control(66)
    time = pygame.Rect(margin, height - margin - bar, panel.left - 2 * margin, bar)
    play = pygame.Rect(margin, top, time.width, time.top - look.px(12) - top)
    return Areas(Form.WIDE, header, play, panel, time)


def _stack(size: tuple[int, int], look: Look) -> Areas:
    """Header, picture and time controls below each other, and a wide panel at the foot."""
    width, height = size
    margin, gap = look.px(MARGIN), look.px(GAP)
    button = max(look.control(BUTTON), look.line_height(20) + look.control(10))
    header = pygame.Rect(margin, look.px(HEADER_TOP), width - 2 * margin, button)
    top, tabs = header.bottom + look.px(HEADER_TOP), None
    if width >= look.px(TABS_WIDE * look.zoom):
        tabs = header.move(0, button + look.px(GAP // 2))
        top = tabs.bottom + look.px(HEADER_TOP // 2)
    bar = look.control(66) if look.zoom > STACKED_ZOOM else max(look.control(BAR), button)
    least = max(look.px(LEAST_PLAY), round(LEAST_SHARE * height))
    spare = height - margin - bar - 2 * gap - top - least  # the panel scrolls, the picture does not
    low = min(look.control(FOOT), round(MOST_FOOT * height), spare)
    panel = pygame.Rect(margin, height - margin - low, header.width, low)
    time = pygame.Rect(margin, panel.top - gap - bar, header.width, bar)
    play = pygame.Rect(margin, top, header.width, time.top - gap - top)
    return Areas(Form.STACK, header, play, panel, time, tabs=tabs)


def words_high(look: Look, *, reason: int = 2) -> int:
    """State and reason: with larger letters fewer lines of the reason, then more of the state."""
    states = 2 if look.zoom > TWO_LINES else 1
    reasons = min(reason, 2 if look.zoom <= ONE_LINE else 1)
    state = round(look.line_height(STATE) * leading(look))
    why = reasons * look.line_height(REASON) if reasons else (2 - states) * state
    return states * state + why + look.px(8)


def leading(look: Look) -> float:
    """How close the lines of the state stand, in the hand: large letters closer."""
    return CLOSE if look.zoom > ONE_LINE else 1.0


def _tall(size: tuple[int, int], look: Look, insets: Insets) -> Areas:
    """Header, words, the picture from edge to edge; the sheet lies over its lower part."""
    width, height = size
    edge, gap = look.px(EDGE), look.px(GAP)
    left, right = edge + look.px(insets.left), width - edge - look.px(insets.right)
    header = pygame.Rect(left, look.px(insets.top + 2), right - left, look.control(BUTTON))
    actions = pygame.Rect(left, 0, right - left, look.control(ACTION))
    actions.bottom = height - look.px(insets.bottom) - gap
    words = pygame.Rect(left, header.bottom + look.px(2), right - left, words_high(look))
    least = max(look.px(LEAST_PLAY), round(LEAST_SHARE * height)) + look.control(STRIP)
    if actions.top - gap - look.control(SHEET_HEAD) - words.bottom < least:
        words.height = words_high(look, reason=0)
    play = pygame.Rect(0, words.bottom, width, actions.top - gap - words.bottom)
    time = pygame.Rect(left, 0, right - left, look.control(BAR))
    return Areas(Form.TALL, header, play, play.copy(), time, words, actions)


def _low(size: tuple[int, int], look: Look, insets: Insets) -> Areas:
    """Header and words above the picture; everything else in a drawer at the right."""
    width, height = size
    edge, gap = look.px(EDGE), look.px(GAP)
    wide = min(look.control(DRAWER), round(width * MOST_PANEL)) + look.px(insets.right)
    panel = pygame.Rect(width - wide, 0, wide, height)
    left = edge + look.px(insets.left)
    state, reason = look.line_height(LOW_STATE), look.line_height(LOW_REASON)
    most = max(state + reason, round(2 * state * leading(look)))
    top = max(look.control(LOW_TOP), most + look.px(6))
    header = pygame.Rect(left, look.px(6), panel.left - left - gap, look.control(BUTTON))
    # With large letters information is with the scenes, in little width the scene's name too.
    beside = gap + look.control(BUTTON) if look.zoom <= ONE_LINE else 0
    named = beside and width >= look.px(LOW_NAMED)
    beside += look.control(PILL if named else BUTTON)
    words = pygame.Rect(left + beside + gap, look.px(3), 0, top - look.px(3))
    words.width = header.right - words.left
    time = pygame.Rect(left, 0, look.control(3 * ACTION), look.control(BAR))
    time.bottom = height - look.px(insets.bottom + 2)
    play = pygame.Rect(0, top, panel.left, time.top - look.px(2) - top)
    actions = pygame.Rect(
        panel.left + edge, 0, wide - 2 * edge - look.px(insets.right), look.control(ACTION)
    )
    actions.bottom = height - look.px(insets.bottom) - gap
    return Areas(Form.LOW, header, play, panel, time, words, actions)
