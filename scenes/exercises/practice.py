"""One exercise as large as the window: figure, words, dose and pacer, to be seen from the floor."""

from collections.abc import Callable, Sequence

import pygame

from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.panels import put_card
from scenes.exercises.cards import there_and_back, TURN
from scenes.exercises.catalogue import find, PARTS
from scenes.exercises.count_picture import draw_count
from scenes.exercises.pacer_sound import PacerSound
from scenes.exercises.practice_buttons import ActionButtons, Owner
from scenes.exercises.practice_picture import draw_posed, draw_stop_ground, draw_title
from scenes.forms import Areas, Form, LARGE_TEXT
from scenes.widgets.button import Button
from scenes.widgets.rich_text import RichText
from scenes.widgets.scroll import PAD, ScrollArea
from scenes.widgets.stepper import Stepper
from scenes.widgets.widget import Widget

FIGURE = 0.645  # of the width
HIGH = 0.5  # of the height below the title for the figure
GAP, FIGURE_TALL, STACK_TALL = 16, 172, 240  # design px; the latter high, upright
LEAST_COUNT = 200  # design px high, upright: in less a row for when to stop is too much
BESIDE = 0.45  # of the width for the figure, with all words beside it
SIZES = ((34, 26, 22), (28, 23, 20), (24, 20, 18), (20, 18, 18))  # what to do, to feel, to stop for
MOST_STOP = 0.2  # of the height that the words about stopping may take at the foot


class PracticePage:
    """The widgets of an open exercise; a running pacer is the scene's."""

    fills_window = True

    def __init__(self, owner: Owner) -> None:
        self._owner = owner
        self._exercise = find(owner.exercise)
        words, name = owner.words, owner.exercise
        self.back = Button(
            icon="back", kind="round", on_press=owner.show_cards, name=words("exercises.back")
        )
        self.sounds = Button(kind="round", on_press=self._change_sounds)
        self.doing = RichText(words(f"exercise.{name}_do"), weight=SEMIBOLD)
        self.feeling = RichText(
            f"**{words('exercise.feel')}** {words(f'exercise.{name}_feel')}\n"
            f"**{words('exercise.breathe')}** {words(f'exercise.{name}_breathe')}"
        )
        self.stopping = RichText(f"**{words('exercise.stop_head')}** {words('exercise.stop_text')}")
        self.text = ScrollArea([self.doing, self.feeling])
        self.steppers = [self._stepper(part) for part in PARTS]
        self.how_often = RichText(words("exercises.how_often"), size=22, weight=SEMIBOLD)
        self.dose = ScrollArea(
            [
                self.how_often,
                *self.steppers,
                RichText(words("exercises.dose_by"), size=18, colour="muted"),
            ]
        )
        self._close = False  # whether all words are in one column
        self.buttons = ActionButtons(owner)
        self.main = self.buttons.main
        doubt = words("exercises.in_doubt")
        self.doubt = Button(icon="ask", name=doubt, on_press=self._tell_when_to_stop)
        self._time, self._heard = 0.0, PacerSound()
        self._placed: tuple[Areas, Look] | None = None
        self._title = self._figure = self._pacer = self._stop = pygame.Rect(0, 0, 0, 0)

    def _stepper(self, part: str) -> Stepper:
        owner, words = self._owner, self._owner.words
        name = words(f"exercise.{part}")
        return Stepper(
            name,
            lambda: words.number(getattr(owner.session.dose(owner.exercise), part)),
            lambda by: owner.change_dose(part, by),
            (words("exercises.less", part=name), words("exercises.more", part=name)),
        )

    def _change_sounds(self) -> None:
        self._owner.host.prefer(sounds=not self._owner.preferences.sounds)
        self.refresh()

    def _tell_when_to_stop(self) -> None:
        """What would stand on the page, were there room beside the count, which waits."""
        words, pacer = self._owner.words, self._owner.pacer
        if pacer is not None and pacer.moves:
            self.buttons.pause()
        self._owner.host.tell(self.stopping.text, title=words("exercises.in_doubt_short"))

    def refresh(self) -> None:
        """Bring the buttons to the present state."""
        owner, words = self._owner, self._owner.words
        self.buttons.refresh()
        heard = owner.preferences.sounds
        self.sounds.icon = "sound" if heard else "mute"
        self.sounds.name = words(f"exercises.{'silence' if heard else 'sounds'}")

    def widgets(self) -> Sequence[Widget]:
        """The main button first, then dose, other buttons, words and the way back."""
        counts = self._owner.pacer is not None
        dose = [] if counts or self._close else [self.dose]
        text = [self.doubt] if counts and self._close else [self.text]
        return [self.main, *dose, *self.buttons.others, *text, self.sounds, self.back]

    # -- placing -------------------------------------------------------------------

    def place(self, areas: Areas, look: Look) -> None:
        """Title, figure and pacer, words and buttons, and when to stop at the foot."""
        self._placed = (areas, look)
        self.refresh()
        self._close = areas.form is not Form.WIDE or look.zoom >= LARGE_TEXT
        gap, box, side = look.px(GAP), areas.whole, areas.header.height
        self.back.place(pygame.Rect(box.topleft, (side, side)), look)
        left = self.back.rect.right + look.px(20)
        self.sounds.place(pygame.Rect(box.right - side, box.top, side, side), look)
        right = self.sounds.rect.left - look.px(12)
        self._title = pygame.Rect(left, box.top, right - left, side)
        top = box.top + side + gap
        for sizes in SIZES:
            self.doing.size, self.feeling.size, self.stopping.size = sizes
            below = pygame.Rect(box.left, top, box.width, box.bottom - top)
            if self._arrange_close(below, look) if self._close else self._arrange(below, look):
                break

    def _arrange(self, box: pygame.Rect, look: Look) -> bool:
        """Place everything below the title; whether all words can be seen at once."""
        gap = look.px(GAP)
        margin = look.px(64)
        stop = self.stopping.height(look, box.width - margin - gap) + gap
        at_foot = stop <= MOST_STOP * box.height
        self.text.set_children([self.doing, self.feeling, *([] if at_foot else [self.stopping])])
        bottom = box.bottom - (stop + gap if at_foot else 0)
        self._stop = pygame.Rect(box.left, bottom + gap, box.width, stop if at_foot else 0)
        if at_foot:
            inside = pygame.Rect(box.left + margin, self._stop.top + gap // 2, 0, stop - gap)
            inside.width = box.width - margin - gap
            self.stopping.place(inside, look)
        pad, wide = look.px(PAD), round(box.width * FIGURE)
        # Whatever the words leave is the figure's: who stands would be small otherwise.
        spare = bottom - box.top - self.text.height(look, wide + 2 * pad)
        high = max(round(box.height * HIGH), spare)
        self._figure = pygame.Rect(box.left, box.top, wide, high)
        right = box.left + wide + gap
        column = pygame.Rect(right, box.top, box.right - right, bottom - box.top)
        foot = self.buttons.place(column, look)
        self._pacer = pygame.Rect(right, box.top, column.width, foot - gap - box.top)
        inset = look.px(6)
        self.dose.place(self._pacer.inflate(-2 * inset, -2 * inset), look)
        top = self._figure.bottom
        self.text.place(pygame.Rect(box.left - pad, top, wide + 2 * pad, bottom - top), look)
        return at_foot and not self.text.scrolls

    def _arrange_close(self, box: pygame.Rect, look: Look) -> bool:
        """Figure, then the words or the count: below it, or beside it in a wide window; buttons."""
        gap, counting = look.px(GAP) // 2, self._owner.pacer is not None
        one_row = box.width > box.height or look.zoom >= LARGE_TEXT
        foot = self.buttons.place(box, look, one_row=one_row)
        rest = pygame.Rect(box.left, box.top, box.width, foot - gap - box.top)
        self._figure = rest.copy()
        folded = False
        if box.width > box.height:
            self._figure.width = round(BESIDE * box.width)
            left = self._figure.right + (gap if counting else 2 * gap)  # words have no card
            rest.left, rest.width = left, box.right - left
            if counting:
                self._figure.height -= self._place_doubt(self._figure, look) + gap
        else:
            taken = self._place_doubt(rest, look) + gap if counting else 0
            high = look.px(FIGURE_TALL if look.strict else STACK_TALL)
            folded = counting and rest.height - taken - high < look.px(LEAST_COUNT)
            rest.height -= 0 if folded else taken
            self._figure.height = min(high, rest.height * 2 // 5)
            taken = self._figure.height + gap
            rest = pygame.Rect(rest.left, rest.top + taken, rest.width, rest.height - taken)
        if folded:
            self._fold_doubt(rest, look)
        self._pacer = rest if counting else pygame.Rect(0, 0, 0, 0)
        self._stop, pad = pygame.Rect(0, 0, 0, 0), look.px(PAD)
        self.text.set_children([self.doing, self.feeling, *self.dose.children, self.stopping])
        self.text.place(rest.inflate(2 * pad, 0), look)
        return not self.text.scrolls

    def _place_doubt(self, box: pygame.Rect, look: Look) -> int:
        """Tell when to stop at the foot of a box, in as many words as fit; how high that is."""
        for key in ("in_doubt", "in_doubt_short"):
            self.doubt.text = self._owner.words(f"exercises.{key}")
            if self.doubt.width(look) <= box.width:
                break
        high = self.doubt.height(look, 0)
        self.doubt.place(pygame.Rect(box.left, box.bottom - high, box.width, high), look)
        return high

    def _fold_doubt(self, card: pygame.Rect, look: Look) -> None:
        """Without words in the corner of a low card that the ring leaves free."""
        self.doubt.text, inset = "", look.px(GAP) // 2
        box = pygame.Rect(0, card.top + inset, *[self.doubt.height(look, 0)] * 2)
        box.right = card.right - inset
        self.doubt.place(box, look)

    # -- time and picture ------------------------------------------------------------

    @property
    def moves(self) -> bool:
        """While it counts, and while the figure shows the movement."""
        pacer = self._owner.pacer
        if pacer is not None:
            return pacer.moves
        return not self._owner.preferences.reduced_motion

    def update(self, elapsed: float) -> None:
        """Let the pacer count; without it the figure shows the movement now and then."""
        self._time = (self._time + elapsed) % (TURN + 2)
        pacer = self._owner.pacer
        if pacer is not None:
            pacer.update(elapsed)
            self.refresh()
            sound = self._heard.news(pacer, self._owner.words)
            if sound is not None and self._owner.preferences.sounds:
                self._owner.host.play(sound)
        self._owner.host.stay_awake(wanted=pacer is not None and pacer.moves)

    @property
    def share(self) -> float:
        """How far the figure is into its hold."""
        pacer = self._owner.pacer
        still = self._owner.preferences.reduced_motion
        if pacer is not None:
            return float(pacer.share > 0.5) if still else pacer.share
        return 1.0 if still else there_and_back(self._time)

    def draw(self, surface: pygame.Surface) -> None:
        """Title, figure, pacer and the words at the foot."""
        if self._placed is None:
            return
        look, owner = self._placed[1], self._owner
        words = owner.words
        draw_title(surface, look, words, self._title, self._exercise, order=owner.order)
        other = owner.pacer is not None and bool(owner.pacer.beat.side)
        draw_posed(surface, look, self._figure, owner.exercise, self.share, other)
        if self._pacer.height:
            put_card(surface, self._pacer, look)
        if owner.pacer is not None:
            still = owner.preferences.reduced_motion
            taken = self.doubt.rect.clip(self._pacer) if self._close else pygame.Rect(0, 0, 0, 0)
            draw_count(surface, look, words, self._pacer, owner.pacer, taken=taken, still=still)
        if self._stop.height:
            draw_stop_ground(surface, look, self._stop)
            self.stopping.draw(surface, look)

    def says(self) -> str:
        """What the pacer says; without it what to do and to feel, and when to stop."""
        words, pacer = self._owner.words, self._owner.pacer
        if pacer is not None:
            return words(pacer.says)
        told = [text.describe() for text in (self.doing, self.feeling, self.stopping)]
        return "\n".join([words(f"exercise.{self._exercise.name}"), *told])

    def actions(self) -> dict[str, Callable[[], None]]:
        """Back to the cards; pause or go on."""
        return {"back": self._owner.show_cards, "pause": self.main.activate}
