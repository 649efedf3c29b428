"""The cards of all exercises, the three steps above them, and the list on the right."""

from collections.abc import Callable, Sequence

import pygame

from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.panels import frame_card, put_card
from scenes.draw.person.pose import eased
from scenes.exercises.catalogue import exercises, STEPS
from scenes.exercises.chosen_list import ChosenList, Owner
from scenes.exercises.tiles import Card, Cards, Corner, name_steps
from scenes.experiment.headline import Headline, Speech
from scenes.forms import Areas, EDGE, Form, PANEL_INSET
from scenes.widgets.button import Button
from scenes.widgets.scroll import PAD, ScrollArea
from scenes.widgets.tabs import TabBar
from scenes.widgets.widget import Widget

INSET = 24  # design px
MOVE = 1.5  # s from one pose to the other
TURN = 4.5  # s that one card moves before the next one does
SAYS = (("find", "choose"), ("move", "why_move"), ("load", "why_load"))


def there_and_back(time: float) -> float:
    """The share of a movement `time` [s] after it began: to the start, a while there, and back."""
    return 1 - eased(time / MOVE) + eased((time - 2 * MOVE) / MOVE)


class CardsPage:
    """Step bar, cards and list."""

    fills_window = False

    def __init__(self, owner: Owner) -> None:
        self._owner = owner
        words = owner.words
        self.line = Headline(words, "exercises")
        self.steps = TabBar(
            [str(step) for step in STEPS],
            owner.step - 1,
            segmented=True,
            on_choose=owner.choose_step,
            name=words("exercises.cards"),
        )
        self.cards = [self._card(name) for name in exercises()]
        self.area = ScrollArea([Cards(self.cards)])
        self.list = ChosenList(owner)
        self._placed: tuple[Areas, Look] | None = None
        self._tall = self.listed = False  # in the hand the list lies over the cards
        self.to_list = Button(icon="chevron", on_press=self._turn)
        self._moving = 0
        self._turns = 0  # how many cards have moved since the page was shown
        self._lit = owner.step - 1  # whose cards are lit, and have been scrolled to
        self._time = 0.0
        self.refresh()

    def _card(self, name: str) -> Card:
        owner, words = self._owner, self._owner.words
        title = words(f"exercise.{name}")
        step = words("exercise.step", step=words.number(exercises()[name].step))
        corner = Corner(on_press=lambda: owner.toggle(name))
        names = (title, words("exercises.open", name=title), step)
        return Card(name, names, corner, lambda: owner.open(name))

    def refresh(self) -> None:
        """Show step and list as they are now."""
        words, session = self._owner.words, self._owner.session
        turned = self._lit != self._owner.step - 1
        self.steps.chosen = self._lit = self._owner.step - 1
        for card in self.cards:
            chosen = card.exercise in session.chosen
            card.corner.on, card.corner.icon = chosen, "check" if chosen else "plus"
            key = "exercises.remove" if chosen else "exercises.add"
            card.corner.name = words(key, name=card.name)
            card.lit = exercises()[card.exercise].step == self._owner.step
        self.list.refresh()
        count = f": {words.number(len(session.chosen))}"
        self._ways = [words(f"exercises.{key}") + count for key in ("list", "list_short")]
        self.to_list.text = words("exercises.back") if self.listed else self._ways[0]
        self.to_list.icon = "back" if self.listed else "chevron_up"
        self.to_list.trailing = not self.listed
        if self._placed:
            self.place(*self._placed)
            if turned:
                self.area.reveal(next(card for card in self.cards if card.lit))

    def widgets(self) -> Sequence[Widget]:
        """Steps, cards, list."""
        if self._tall:
            shown = self.list.widgets() if self.listed else [self.steps, self.area]
            return [*shown, self.to_list, self.list.begin]
        low = self._placed is not None and self._placed[0].form is Form.LOW
        return [self.steps, self.area, *self.list.widgets(), *([self.list.begin] if low else [])]

    def place(self, areas: Areas, look: Look) -> None:
        """Words, steps and cards left down to the margin, the list right."""
        self._placed = (areas, look)
        self._tall = areas.form is Form.TALL
        play = areas.tall_play
        headline, reason = SAYS[self._owner.step - 1]
        speech = Speech((headline, (reason,)))
        if areas.words is not None:
            self.line.fit_in(speech, areas.words, look, slim=areas.form is Form.LOW)
            bottom = play.top
        else:
            bottom = self.line.fit(speech, play, look)
        inset = look.px(EDGE if areas.form.in_hand else INSET)
        name_steps(self.steps, self._owner.words, look, play.width - 2 * inset)
        high = self.steps.height(look, play.width - 2 * inset)
        top = bottom + look.px(12)
        self.steps.place(pygame.Rect(play.left + inset, top, play.width - 2 * inset, high), look)
        side = inset - look.px(PAD)
        top += high + look.px(4)
        box = pygame.Rect(
            play.left + side, top, play.width - 2 * side, play.bottom - look.px(2) - top
        )
        self.area.place(box, look)
        if self._tall:
            self._place_actions(areas, look)
            return
        panel = areas.panel.inflate(*[-2 * look.px(PANEL_INSET)] * 2)
        panel = (self._owner.panel_place or panel).copy()
        begin = areas.actions if areas.form is Form.LOW else None
        panel.height -= begin.height if begin else 0
        self.list.place(panel, look, begin=begin)

    def _place_actions(self, areas: Areas, look: Look) -> None:
        """The way to the list left, beginning right; the list over the cards."""
        box, gap = areas.actions, look.px(EDGE) // 2
        wide = (box.width - gap) // 2
        long = look.measure(self._ways[0], self.to_list.size, SEMIBOLD) > wide - look.px(16)
        if not self.listed:
            self.to_list.text = self._ways[long]
        self.to_list.place(pygame.Rect(box.left, box.top, wide, box.height), look)
        self.list.place(
            areas.play, look, begin=pygame.Rect(box.right - wide, box.top, wide, box.height)
        )

    def _turn(self) -> None:
        """Show the list over the cards, or the cards."""
        self.listed = not self.listed
        self.refresh()

    @property
    def moves(self) -> bool:
        """Whether a card does."""
        return not self._owner.preferences.reduced_motion and self._turns < len(self.cards)

    def update(self, elapsed: float) -> None:
        """One card after the other moves, once; the one that is pointed at does so at once."""
        pointed = [k for k, card in enumerate(self.cards) if card.hovered or card.ring]
        if pointed and pointed[0] != self._moving:
            self._moving, self._time = pointed[0], 0.0
            self._turns = min(self._turns, len(self.cards) - 1)  # this one once more
        self._time += elapsed
        if self._time >= TURN:
            self._time = 0.0
            self._turns += 1
            if not pointed:
                self._moving = (self._moving + 1) % len(self.cards)
        for number, card in enumerate(self.cards):
            moves = number == self._moving and self.moves
            card.share = there_and_back(self._time) if moves else 1.0

    def draw(self, surface: pygame.Surface) -> None:
        """The two cards of the window, and the words."""
        if self._placed is None:
            return
        areas, look = self._placed
        surface.fill(look.palette.play, areas.tall_play)
        if not areas.form.in_hand:
            frame_card(surface, areas.tall_play, look)
        if not self._tall:
            put_card(surface, areas.panel, look)
        self.line.draw(surface, look)

    def says(self) -> str:
        """The line of words."""
        return self.line.says()

    def actions(self) -> dict[str, Callable[[], None]]:
        """No hotkey is for the cards alone."""
        return {}
