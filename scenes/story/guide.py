"""What leads through the story: the card, the ring, controls that are asked for, and the list."""

from collections.abc import Callable
from dataclasses import replace

import pygame

from scenes.draw.look import Look, SEMIBOLD
from scenes.experiment.protocols import TabScene, Target
from scenes.forms import Areas, Form, leading, LOW_STATE, PANEL_INSET, STATE
from scenes.story.card import Card, Space
from scenes.story.list import StepList
from scenes.story.pointer import Pointer
from scenes.story.progress import Phase, Progress
from scenes.text.words import Words
from scenes.widgets.rich_text import RichText
from scenes.widgets.scroll import PAD, ScrollArea
from scenes.widgets.slider import Slider
from scenes.widgets.widget import Widget

ABOVE = 6  # design px between the card and the buttons below it, in the hand
HEAD, APART, HAND_APART = 6, 14, 8  # design px below the heading, between card and controls
FORMS = ((True, False), (False, False), (False, True))  # of the card: with title, low pictures
LEAST_COLUMN = 280  # design px for letters of one size, or the card is as wide as the panel
LEAST_PLAY, LEAST_SHARE = 200, 0.3  # design px, share of the height, kept for the picture


class Guide:
    """Card, ring, controls and list; made anew with the language.

    The card has one place in each form, and is as high as its step needs at most: so nothing
    moves while a step is gone through, and what is to be touched stays where it is.
    """

    def __init__(
        self,
        words: Words,
        progress: Progress,
        go: Callable[[int], None],
        choose: Callable[[str], None],
    ) -> None:
        self._words = words
        self._progress = progress
        self.card = Card(words, choose)
        self.pointer = Pointer()
        self._heading = RichText("", size=22)
        self.list = StepList(words, progress.steps, go)
        self.area = ScrollArea(gap=4)
        self.tools = ScrollArea(gap=4)  # controls beside the card, in a panel of two columns
        self._laid: object = None
        self._said: object = None
        self._play = pygame.Rect(0, 0, 0, 0)  # what is left for the scene's picture
        self.ground = pygame.Rect(0, 0, 0, 0)  # of card and controls, in the hand

    def widgets(self) -> list[Widget]:
        """The card with its controls, and the list."""
        every = (self.area, self.tools, self.list.area)
        return [area for area in every if area.visible]

    # -- where it is -------------------------------------------------------------------

    def place(self, scene: TabScene, areas: Areas, look: Look) -> Areas:
        """Take a place; what is left for the scene. It has to have one already."""
        self.card.begin(self._progress.step)
        self.card.slim, self.card.low = areas.form is not Form.WIDE, False
        # In a low panel the question on top and the list have to do.
        self.card.title.visible = areas.form is not Form.STACK
        self._laid = self._said = None
        if areas.form.in_hand:
            left = self._place_in_hand(scene, areas, look)
            self._play = left.play
            return left
        self._play, panel = areas.play, areas.panel.copy()
        if areas.form is Form.WIDE:
            # Whatever reaches below the play area would meet the foot of the story.
            panel.height = areas.play.bottom - panel.top
        # The foot of the story is where time has its buttons: no picture goes down to there.
        foot = pygame.Rect(areas.play.left, areas.play.bottom, areas.play.width, 0)
        return replace(areas, panel=panel, time=foot)

    def _place_in_hand(self, scene: TabScene, areas: Areas, look: Look) -> Areas:
        """Take up the room above the foot, or beside the picture."""
        room = areas.panel if areas.form is Form.LOW else areas.below_header
        self._fill_hand(self._controls(scene, brief=True))
        wide = areas.actions.width + 2 * look.px(PAD)
        bottom = areas.actions.top
        most = bottom - room.top
        if areas.form is Form.TALL:
            least = max(look.px(LEAST_PLAY), round(LEAST_SHARE * areas.actions.bottom))
            most = bottom - areas.play.top - least
        for title, low in FORMS:
            self.card.title.visible, self.card.low = title, low
            need = self.area.height(look, wide)
            if need <= most:
                break
        if need > most:  # what scrolls is framed where it ends
            bottom, most = bottom - look.px(ABOVE), most - look.px(ABOVE)
        high = max(1, min(need, most))
        box = pygame.Rect(areas.actions.left - look.px(PAD), bottom - high, wide, high)
        self.area.place(box, look)
        play, words = areas.play.copy(), self._asked(areas, look)
        play.top = max(play.top, words.bottom)
        if areas.form is Form.LOW:
            self.ground = areas.panel.copy()
            play.height = areas.panel.bottom - play.top  # there are no time buttons
            return replace(areas, play=play, words=words)
        self.ground = areas.play.union(areas.actions)
        self.ground.top = box.top
        play.height = max(0, box.top - play.top)
        return replace(areas, play=play, panel=play.copy(), words=words)

    def _asked(self, areas: Areas, look: Look) -> pygame.Rect:
        """The place of the words on a phone: what the step asks is whole there."""
        words = (areas.words or areas.header).copy()
        step = self._progress.step
        if step.question is not None:
            asks = RichText(self._words(f"story.{step.name}_asks"), weight=SEMIBOLD)
            asks.size = LOW_STATE if areas.form is Form.LOW else STATE
            asks.leading = leading(look)
            words.height = max(words.height, asks.height(look, words.width))
        return words

    def _fill_hand(self, controls: list[Widget]) -> None:
        """Controls above the card, as far from it as the frame round what is asked for needs."""
        apart = [Space(HAND_APART)] if controls else []
        self.area.set_children([*controls, *apart, self.card])

    def _controls(self, scene: TabScene, *, brief: bool) -> list[Widget]:
        """The scene's controls that the step is about, as they are now."""
        found = map(scene.target, self._progress.step.controls)
        controls = [one.control for one in found if one and one.control]
        for control in controls:
            if isinstance(control, Slider):
                control.note = ""  # it tells what a muscle is like
                control.brief = control.label if brief else ""
        return controls

    def _lay(self, scene: TabScene, areas: Areas, look: Look) -> None:
        """Put everything where it belongs, if it is not there."""
        controls = self._controls(scene, brief=areas.form is not Form.WIDE)
        places = [control.rect.copy() for control in controls]
        wanted = (controls, places, look)
        if wanted == self._laid:
            return
        if areas.form.in_hand:
            self.tools.visible = self.list.area.visible = False
            self._fill_hand(controls)
            self.area.place(self.area.rect, look)
        else:
            self._lay_in_panel(controls, areas, look)
        # The scene may put its controls back to where its own panel has them.
        self._laid = (controls, [control.rect.copy() for control in controls], look)
        self._said = None

    def _lay_in_panel(self, controls: list[Widget], areas: Areas, look: Look) -> None:
        inset = look.px(PANEL_INSET)
        room = areas.panel.inflate(-2 * inset, -2 * inset)
        progress, number = self._progress, self._words.number
        count = number(len(progress.steps))
        self._heading.text = self._words(
            "story.heading", number=number(progress.index + 1), count=count
        )
        side, stack = room.copy(), areas.form is Form.STACK
        column = round(LEAST_COLUMN * look.zoom * look.palette.type)
        self.tools.visible = stack and room.width // 2 >= look.px(column)
        if stack and not self.tools.visible:
            self._fill_hand(controls)
            for self.card.low in (False, True):
                need = self.area.height(look, room.width)
                if need <= room.height:
                    break
            need = min(need, room.height)
            self.area.place(pygame.Rect(room.topleft, (room.width, need)), look)
            side.top, side.height = room.top + need, room.height - need
        elif stack:
            room.width //= 2
            side.left, side.width = room.right, room.width
            self.area.set_children([self.card])
            self.tools.set_children([self._heading, *controls])
            tools = min(side.height, self.tools.height(look, side.width))
            self.area.place(room, look)
            self.tools.place(pygame.Rect(side.topleft, (side.width, tools)), look)
            side.top, side.height = side.top + tools, side.height - tools
        else:
            below = [Space(APART), *controls] if controls else []
            self.area.set_children([self._heading, Space(HEAD), self.card, *below])
            need = self.area.height(look, room.width)
            if need + self.list.least(look, side.width) > room.height:
                self.area.set_children([self.card, *below])
                need = room.height
            self.area.place(pygame.Rect(room.topleft, (room.width, need)), look)
            side.top, side.height = room.top + need, room.height - need
        self.list.place(side, progress.index, look)

    # -- what it shows -----------------------------------------------------------------

    def show(self, scene: TabScene, phase: Phase, areas: Areas, look: Look) -> None:
        """Bring everything to how step and scene are now."""
        step = self._progress.step
        self._lay(scene, areas, look)
        self.list.show(self._progress)
        seen = scene.observed()
        waits = step.target(seen)
        self.card.say(self._progress, phase, seen)
        target = scene.target(waits)
        said = (self.card.text.text, self.card.status, phase)
        if said != self._said:
            self._said = said
            self.card.tight = self.area.scrolls
            self.card.place(self.card.rect, look)
            self._bring_up(target, phase)
            target = scene.target(waits)
        self._point(None if self.card.watched else target, phase)

    def _bring_up(self, target: Target | None, phase: Phase) -> None:
        """Scroll to what is asked for, where not all has room."""
        asked: Widget = self.card
        if phase is Phase.ASK:
            asked = self.card.answers
        elif phase is Phase.DO and target and target.control:
            asked = target.control
        if asked.parent:
            asked.parent.reveal(asked)
        above = self.card.text.rect.top - self.area.rect.top
        if asked is self.card and above < 0:  # its words come before what stands below them
            self.area.scroll_to(self.area.offset + above)

    def _point(self, target: Target | None, phase: Phase) -> None:
        control = target.control if target else None
        place = target.place if target else None
        self.pointer.target = place if phase is Phase.DO else None
        self.pointer.drawn = target is not None and target.ringed
        self.pointer.round = control is None and place is not None and place.width == place.height
        inside = control.parent if control else None
        self.pointer.clip = inside.rect if inside else self._play

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """The ground of card and controls, in the hand."""
        surface.fill(look.palette.panel, self.ground.union(self.ground.move(0, self.ground.height)))
        rule = (self.ground.left, self.ground.top, self.ground.width, look.stroke(1.5))
        surface.fill(look.palette.line, rule)
