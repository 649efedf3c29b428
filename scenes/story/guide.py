"""What leads through the story: the card, the ring, and the panel with the list of steps."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

import pygame

from scenes.draw.look import Look
from scenes.experiment.protocols import TabScene
from scenes.forms import Areas, Form, PANEL_INSET
from scenes.story.card import beside, Card, Pointer, Space
from scenes.story.list import StepRow
from scenes.story.steps import Step
from scenes.text.words import Words
from scenes.widgets.rich_text import RichText
from scenes.widgets.scroll import PAD, ScrollArea
from scenes.widgets.slider import Slider
from scenes.widgets.widget import Widget

GAP, HEAD = 4, 12  # design px between rows, and below the heading
LEAST_PLAY, LEAST_SHARE = 200, 0.3  # design px, share of the height, kept for the picture
TAIL = 30  # design px between a control and the card whose tail points at it


class Guide:
    """Card, ring and panel; made anew with the language."""

    def __init__(self, words: Words, steps: Sequence[Step], go: Callable[[int], None]) -> None:
        self._words = words
        self._steps = steps
        self.card = Card()
        self.pointer = Pointer()
        self._heading = RichText("", size=22)
        self.rows = [
            StepRow(
                words.number(index + 1),
                words(f"story.{step.name}"),
                lambda index=index: go(index),  # type: ignore[misc]
            )
            for index, step in enumerate(steps)
        ]
        self._hint = RichText(words("story.hint"), size=18, colour="muted")
        self.area = ScrollArea(gap=GAP)
        self._in_play = False
        self._shown: object = None
        self.in_hand = self.ground = pygame.Rect(0, 0, 0, 0)  # of card and controls, in the hand

    def widgets(self) -> list[Widget]:
        """The card where it lies over the picture, and the panel."""
        if self.in_hand.height:
            return [self.area]
        return [self.card, self.area] if self._in_play else [self.area]

    # -- in the hand -----------------------------------------------------------------

    def place(self, index: int, scene: TabScene, areas: Areas, look: Look) -> Areas:
        """Take up the room above the foot, or beside the picture; what is left for the scene.

        As much as the longer text of the step needs, so that nothing jumps when it is done.
        """
        step = self._steps[index]
        room = areas.panel if areas.form is Form.LOW else areas.below_header
        targets = map(scene.target, step.controls)
        controls = [found.control for found in targets if found and found.control]
        for control in controls:
            if isinstance(control, Slider):
                control.brief = control.label
        self.area.set_children([*controls, self.card])
        wide = areas.actions.width + 2 * look.px(PAD)
        self.card.title.text = self._words(f"story.{step.name}")
        need = 0
        for part in ("do", "seen"):
            self.card.text.text = self._words(f"story.{step.name}_{part}")
            need = max(need, self.area.height(look, wide))
        bottom = areas.actions.top
        if areas.form is Form.LOW:
            need = min(need, bottom - room.top)
        else:
            least = max(look.px(LEAST_PLAY), round(LEAST_SHARE * areas.actions.bottom))
            need = min(need, bottom - areas.play.top - least)
        left = areas.actions.left - look.px(PAD)
        self.in_hand = pygame.Rect(left, bottom - need, wide, max(1, need))
        self.area.place(self.in_hand, look)
        play = areas.play.copy()
        if areas.form is Form.LOW:
            self.ground = areas.panel.copy()
            play.height = areas.panel.bottom - play.top  # there are no time buttons
        else:
            self.ground = areas.play.union(areas.actions)
            self.ground.top = self.in_hand.top
            play.height = max(0, self.in_hand.top - play.top)
        panel = areas.panel if areas.form is Form.LOW else play.copy()
        return replace(areas, play=play, panel=panel)

    def leave_hand(self) -> None:
        """The card stands beside its target again."""
        if self.in_hand.height:
            self.in_hand, self._shown = pygame.Rect(0, 0, 0, 0), None

    def _show_in_hand(
        self, step: Step, scene: TabScene, areas: Areas, look: Look, *, finished: bool
    ) -> None:
        target = scene.target(step.target(scene.observed()))
        self.area.place(self.in_hand, look)
        self.card.target = None
        ringed = target.place if target else None
        self.pointer.target = None if finished else ringed
        self.pointer.drawn = target is not None and target.ringed
        square = ringed is not None and ringed.width == ringed.height
        self.pointer.round = square and not (target and target.control)
        self.pointer.clip = self.in_hand if target and target.control else areas.play
        scene.quiet(wanted=True)

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """The ground of card and controls, in the hand."""
        surface.fill(look.palette.panel, self.ground.union(self.ground.move(0, self.ground.height)))
        rule = (self.ground.left, self.ground.top, self.ground.width, look.stroke(1.5))
        surface.fill(look.palette.line, rule)

    # -- beside a picture --------------------------------------------------------------

    def show(
        self, index: int, done: Collection[str], scene: TabScene, areas: Areas, look: Look
    ) -> None:
        """Bring everything to a step and to how its scene is now."""
        step = self._steps[index]
        seen = scene.observed()
        finished = step.name in done and step.done(seen)
        waits = step.target(seen)
        self._say(step, waits, finished=finished)
        for row, one in zip(self.rows, self._steps, strict=True):
            row.current, row.done = one is step, one.name in done
        if areas.form.in_hand:
            self._show_in_hand(step, scene, areas, look, finished=finished)
            return
        target = scene.target(waits)
        control = target.control if target else None
        place = None
        if target is not None:
            taken, at = scene.busy(), target.place
            place = beside(at, areas.play, taken, look, lambda wide: self.card.height(look, wide))
        self._fill(step, scene, control, areas, look, in_panel=place is None)
        if place is not None and place != self.card.rect:
            self.card.place(place, look)
        target = scene.target(waits)  # the panel may have moved it
        ringed = target.place if target else None
        self.card.target = ringed if place is not None or control is not None else None
        self.pointer.target = None if finished else ringed
        self.pointer.drawn = target is not None and target.ringed
        square = ringed is not None and ringed.width == ringed.height
        self.pointer.round = control is None and square
        self.pointer.clip = self.area.rect if control is not None else areas.play
        # Notes over the picture give their room to the card.
        scene.quiet(wanted=self._in_play)

    def _say(self, step: Step, waits: str, *, finished: bool) -> None:
        words = self._words
        text = words(f"story.{step.name}_{'seen' if finished else 'do'}")
        status = words("story.done") if finished else words(f"story.wait_{waits}")
        self.card.say(words(f"story.{step.name}"), text, status, done=finished)

    def _fill(
        self,
        step: Step,
        scene: TabScene,
        control: Widget | None,
        areas: Areas,
        look: Look,
        *,
        in_panel: bool,
    ) -> None:
        """Put into the panel what belongs there now, if that has changed."""
        targets = map(scene.target, step.controls)
        controls = [found.control for found in targets if found and found.control]
        words = (self.card.text.text, self.card.status)
        wanted = (step.name, in_panel, control, controls, words, areas.panel.copy(), look)
        if wanted == self._shown:
            return
        turned = self._shown is None or wanted[:3] != self._shown[:3]  # type: ignore[index]
        self._shown = wanted
        self._in_play = not in_panel
        count = self._words.number(len(self._steps))
        number = self._words.number(self._steps.index(step) + 1)
        self._heading.text = self._words("story.heading", number=number, count=count)
        first = [control] if control is not None else []
        others = [found for found in controls if found is not control]
        card = [self.card] if in_panel else []
        self.card.parent = self.area if in_panel else None
        offset = 0 if turned else self.area.offset
        room = [Space(TAIL if in_panel else HEAD)] if first else []
        self.area.set_children(
            [self._heading, Space(HEAD), *first, *room, *card, *others, *self.rows, self._hint]
        )
        self.area.offset = offset
        inset = look.px(PANEL_INSET)
        self.area.place(areas.panel.inflate(-2 * inset, -2 * inset), look)
