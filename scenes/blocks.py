"""The block stack scene: two hands, a finger, tape, and what the analysis says.

The scene owns the model and lets time pass; stage, panel and time bar are
widgets that call back here. Everything shown comes from a `Moment` and from the
`Margin` of the present settings.
"""

from collections.abc import Callable, Mapping, Sequence

import pygame

from scenes.blocks_panel import BlocksPanel
from scenes.blocks_view import BlocksView
from scenes.blocks_words import TIPPED
from scenes.clock import Clock
from scenes.draw.look import Look
from scenes.layout import Areas, PANEL_INSET, STACKED_ZOOM
from scenes.preferences import Preferences
from scenes.recording import EVERY, Moment, moment_of, Recording
from scenes.restacking import Restacking
from scenes.timebar import TimeBar
from scenes.tries import Try
from scenes.undo import Undo
from scenes.widgets.widget import Widget
from scenes.words import Words
from sim.blocks import PARAMETERS, pushed_block, settings_of
from sim.margin import margin_of
from sim.parameter import Value
from sim.stack import BlockStack
from sim.tape import pattern, SIDES, strips
from sim.world import STEP

COLLAPSE = 0.1  # time runs so much slower while the stack falls
AFTERMATH = 0.12  # s after the fall that still run so slowly
KNOWN = {parameter.name: parameter for parameter in PARAMETERS}


class BlocksScene:
    """Model, time and widgets of the block stack."""

    name = "blocks"

    def __init__(
        self,
        values: Mapping[str, object],
        words: Words,
        preferences: Preferences,
        *,
        speed: float = 1.0,
        picture: Callable[[], None] = lambda: None,
    ) -> None:
        self._start = dict(values)
        self._speed = speed
        self._take_picture = picture
        self.preferences = preferences
        self.stack = BlockStack(values)
        self.clock = Clock(STEP, speed)
        self.recording = Recording(STEP)
        self.undo_list = Undo()
        self.unfolded = False
        self._since_moment = 0
        self._placed: tuple[Areas, Look] | None = None
        self._restacking: Restacking | None = None
        self._before_now = 0.0
        self.moment = moment_of(self.stack)
        self.extras: set[str] = set()
        self.tries: list[Try] = []
        self.translate(words)
        self._begin()

    # -- widgets -----------------------------------------------------------------

    def translate(self, words: Words) -> None:
        """Make all widgets anew in a language."""
        self.words = words
        self.view = BlocksView(words, self, self.extras)
        self.bar = TimeBar(
            words,
            self.clock,
            step=self.single_step,
            reset=self.reset,
            back=self.look_back,
            picture=self._take_picture,
        )
        self._make_panel()

    def _make_panel(self) -> None:
        self.panel = BlocksPanel(self.words, self)
        self._show_settings()
        if self._placed:
            self.place(*self._placed)

    def widgets(self) -> Sequence[Widget]:
        """Play area first, then panel, then time controls."""
        return [self.view.stage, *self.panel.widgets(), *self.bar.widgets()]

    def place(self, areas: Areas, look: Look) -> None:
        """Take up the parts of the window."""
        self._placed = (areas, look)
        self.view.place(areas, look)
        inset = look.px(PANEL_INSET)
        self.panel.place(areas.panel.inflate(-2 * inset, -2 * inset), look)
        self.bar.place(areas.time, look, stacked=look.zoom > STACKED_ZOOM)
        self._show()

    def _show_settings(self) -> None:
        settings = self.stack.settings
        self.margin = margin_of(settings)
        self.view.show_settings(settings)
        self.panel.show_settings(settings, can_undo=len(self.undo_list) > 0)
        self.panel.show_margin(self.margin, float(settings["press"]))

    # -- settings ----------------------------------------------------------------

    def change(self, name: str, value: Value) -> None:
        """Set a parameter from a control."""
        slider = self.panel.sliders.get(name)
        dragged = bool(slider and slider.pressed) or (name == "press" and self.view.stage.pressed)
        self.undo_list.keep(self.stack.settings, name, same_drag=dragged)
        self.stack.set(name, value)
        self._settled(anew=KNOWN[name].restarts)

    def _settled(self, *, anew: bool) -> None:
        """After a change of settings."""
        if anew:
            self._begin()
        self._show_settings()

    def undo(self) -> None:
        """Take back the last change of a slider or of the tape."""
        wanted = self.undo_list.back()
        if wanted is None:
            return
        different = [name for name, value in wanted.items() if self.stack.settings[name] != value]
        anew = any(KNOWN[name].restarts for name in different)
        if anew:
            self.stack = BlockStack(wanted)
        else:
            for name in different:
                self.stack.set(name, wanted[name])
        self._settled(anew=anew)

    def load(self, values: Mapping[str, object]) -> None:
        """Stack the blocks anew with these settings, as an example or a link asks.

        Raises ParameterError, and changes nothing, where they are not valid.
        """
        wanted = settings_of(values)
        self.undo_list.keep(self.stack.settings, "", same_drag=False)
        self.stack = BlockStack(wanted)
        self.tries = []
        self._settled(anew=True)

    def reset(self) -> None:
        """Everything back to the start."""
        self.stack = BlockStack(self._start)
        self.clock.paused = False
        self.clock.speed = self._speed
        self.unfolded = False
        self.extras.clear()
        self.undo_list = Undo()
        self.tries = []
        self._begin()
        self.bar.refresh()
        self._make_panel()

    def unfold(self) -> None:
        """Show or hide the further settings."""
        self.unfolded = not self.unfolded
        self._make_panel()

    def show_extra(self, name: str, shown: bool) -> None:
        """Show or hide forces ("forces") or the shape in which it falls ("mode")."""
        (self.extras.add if shown else self.extras.discard)(name)

    # -- hands -------------------------------------------------------------------

    def tap(self) -> None:
        """Push with the finger; stack again what has fallen."""
        if self.stack.fallen:
            self.restack()
            return
        self._new_try()
        self.stack.push()
        self._keep()

    def hold(self, block: int, force: float) -> None:
        """Push a block as long as it is dragged."""
        if not self.stack.holding:
            self._new_try()
        most = KNOWN["push"].high
        self.stack.hold(block, max(-most, min(most, force)))

    def release(self) -> None:
        """Let go of a dragged block."""
        self.stack.release()

    def press_by(self, newton: float) -> None:
        """Press harder or softer, within the range."""
        press = float(self.stack.settings["press"]) + newton
        known = KNOWN["press"]
        self.change("press", float(round(max(known.low, min(known.high, press)))))

    def toggle_tape(self, joint: int, side: str) -> None:
        """Tape a joint or untape it; with a side, that strip alone."""
        joints = int(self.stack.settings["blocks"]) + 1
        on = strips(str(self.stack.settings["tape"]), joints)
        touched = {(joint, side)} if side else {(joint, s) for s in SIDES}
        on = on - touched if touched <= on else on | touched
        self.change("tape", pattern(on, joints))

    def restack(self) -> None:
        """Stack the blocks again, with the present settings."""
        lying = self.shown
        self.stack.reset()
        self._stand()
        if not self.preferences.reduced_motion:
            self._restacking = Restacking(lying)

    def act(self, action: str) -> bool:
        """Do what a hotkey asks."""
        actions = {
            "push": self.tap,
            "tape": self.panel.tape.activate,
            "harder": lambda: self.press_by(10),
            "softer": lambda: self.press_by(-10),
            "stack": self.restack,
            "pause": self.bar.pause.activate,
            "step": self.single_step,
            "slow": self.bar.slow.activate,
            "reset": self.reset,
            "undo": self.undo,
        }
        if action not in actions:
            return False
        actions[action]()
        return True

    # -- time --------------------------------------------------------------------

    def _begin(self) -> None:
        """A new stack stands: at the start, after a reset, and where the blocks changed."""
        self.recording.clear()
        self._stand()

    def _stand(self) -> None:
        """The stack stands; what was recorded before can still be looked back to."""
        self._before_now = 0.0
        self._restacking = None
        self._fell_time: float | None = None
        self.moment = moment_of(self.stack)
        self.recording.add(self.moment)
        self._show()

    def _new_try(self) -> None:
        for old in self.tries[-1:]:
            old.fade(self.words)
        colour = "teal" if self.margin.by_tape else "force"
        middle = pushed_block({**self.stack.settings, "push_block": 0})
        self.tries = [*self.tries[-1:], Try(middle, colour, self.words)]

    def single_step(self) -> None:
        """Stop time and let one moment pass."""
        self.clock.paused = True
        self._before_now = 0.0
        self.bar.refresh()
        self.skip(EVERY)

    def look_back(self, before_now: float) -> None:
        """Stop time and show what was recorded so long ago [s]."""
        self.clock.paused = True
        self.bar.refresh()
        self._before_now = before_now

    def look_further(self, seconds: float) -> None:
        """Look further back, or less far."""
        self.look_back(min(self.recording.seconds, max(0.0, self._before_now + seconds)))

    @property
    def shown(self) -> Moment:
        """What the picture shows: now, on the way back up, or a while ago."""
        if self._restacking is not None:
            return self._restacking.moment(self.moment)
        return self.recording.before(self._before_now) if self._before_now else self.moment

    @property
    def slowing(self) -> float:
        """A factor on time: slower while the stack falls, so that it can be seen."""
        if not self.preferences.auto_slow:
            return 1.0
        if self._fell_time is None:
            falling = self.moment.furthest > TIPPED and not self.margin.stable
        else:
            falling = self.moment.time - self._fell_time < AFTERMATH
        return COLLAPSE if falling else 1.0

    def update(self, elapsed: float) -> None:
        """Let real time pass."""
        if not self.clock.paused:
            self._before_now = 0.0
        if self._restacking is not None and not self._restacking.advance(elapsed):
            self._restacking = None
        waiting = self._restacking is not None
        self.skip(0 if waiting else self.clock.steps(elapsed, self.slowing))

    def skip(self, steps: int) -> None:
        """Let so many steps pass at once, and show what came of it."""
        for _ in range(steps):
            self.stack.step()
            self._since_moment += 1
            if self._since_moment >= EVERY:
                self._since_moment = 0
                self._keep()
        if steps:
            self.moment = moment_of(self.stack)
        self._show()
        self.bar.show_recorded(self.recording.seconds, self._before_now)
        latest = self.tries[-1].latest if self.tries else 0.0
        series = [curve for one in self.tries for curve in one.series]
        self.panel.show_tries(series, latest, float(self.stack.settings["push_time"]))

    def _show(self) -> None:
        """Words and picture; words about blocks on their way up are about the new stack."""
        spoken = self.moment if self._restacking is not None else self.shown
        self.view.show(self.margin, spoken, self.shown)

    def _keep(self) -> None:
        moment = moment_of(self.stack)
        self.recording.add(moment)
        if moment.fallen and self._fell_time is None:
            self._fell_time = moment.time
        if self.tries and moment.since_push is not None:
            self.tries[-1].add(moment)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw what lies under the widgets."""
        self.view.draw(surface, round(1 / (self.clock.speed * self.slowing)))
