"""The block stack scene: two hands, a finger, tape, and what the analysis says.

The scene owns the model and lets time pass; stage, panel and time bar are
widgets that call back here. Everything shown comes from a `Moment` and from the
`Margin` of the present settings.
"""

from collections.abc import Callable, Mapping, Sequence

import pygame

from scenes.blocks_panel import BlocksPanel
from scenes.blocks_view import BlocksView
from scenes.clock import Clock
from scenes.draw.look import Look
from scenes.layout import Areas, PANEL_INSET, STACKED_ZOOM
from scenes.playback import Playback
from scenes.preferences import Preferences
from scenes.recording import EVERY
from scenes.timebar import TimeBar
from scenes.undo import Undo
from scenes.widgets.widget import Widget
from scenes.words import Words
from sim.blocks import PARAMETERS, settings_of
from sim.margin import margin_of
from sim.parameter import Value
from sim.stack import BlockStack
from sim.tape import pattern, SIDES, strips

START = {"push": 0.5}  # N, a light tap: a harder one hides how much sooner a hard press falls
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
        self._start = {**START, **values}
        self._speed = speed
        self._take_picture = picture
        self.preferences = preferences
        self.playback = Playback(BlockStack(self._start), speed)
        self.undo_list = Undo()
        self.unfolded = False
        self.extras: set[str] = set()
        self._placed: tuple[Areas, Look] | None = None
        self.translate(words)

    @property
    def stack(self) -> BlockStack:
        """The stack that is simulated."""
        return self.playback.stack

    @property
    def clock(self) -> Clock:
        """What lets time pass."""
        return self.playback.clock

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
        if self._placed:
            self.place(*self._placed)
        else:
            self._show_settings()

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
        self._show_settings()

    def _show_settings(self) -> None:
        """Bring everything up to the present settings."""
        settings = self.stack.settings
        self.margin = margin_of(settings)
        self.view.show_settings(settings)
        self.panel.show_settings(settings, can_undo=len(self.undo_list) > 0)
        self.panel.show_margin(self.margin, float(settings["press"]))
        self.playback.refresh()
        self._show()

    # -- settings ----------------------------------------------------------------

    def change(self, name: str, value: Value) -> None:
        """Set a parameter from a control."""
        slider = self.panel.sliders.get(name)
        dragged = bool(slider and slider.pressed) or (name == "press" and self.view.stage.pressed)
        self.undo_list.keep(self.stack.settings, name, same_drag=dragged)
        self.stack.set(name, value)
        if KNOWN[name].restarts:
            self.playback.begin(self.stack)
        elif name == "tape" and self.stack.fallen:
            self.restack()  # nobody tapes blocks that lie about: they are stacked and taped
        self._show_settings()

    def undo(self) -> None:
        """Take back the last change of a slider or of the tape."""
        wanted = self.undo_list.back()
        if wanted is None:
            return
        different = [name for name, value in wanted.items() if self.stack.settings[name] != value]
        if any(KNOWN[name].restarts for name in different):
            self.playback.begin(BlockStack(wanted))
        else:
            for name in different:
                self.stack.set(name, wanted[name])
        self._show_settings()

    def load(self, values: Mapping[str, object]) -> None:
        """Stack the blocks anew with these settings, as an example or a link asks.

        Raises ParameterError, and changes nothing, where they are not valid.
        """
        wanted = settings_of(values)
        self.undo_list.keep(self.stack.settings, "", same_drag=False)
        self.playback.begin(BlockStack(wanted))
        self._show_settings()

    def reset(self) -> None:
        """Everything back to the start."""
        self.playback.begin(BlockStack(self._start))
        self.clock.paused = False
        self.clock.speed = self._speed
        self.unfolded = False
        self.extras.clear()
        self.undo_list = Undo()
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
        self.playback.keep()

    def hold(self, block: int, force: float) -> None:
        """Push a block as long as it is dragged."""
        if not self.stack.holding:
            self._new_try()
        most = KNOWN["push"].high
        self.stack.hold(block, max(-most, min(most, force)))

    def _new_try(self) -> None:
        taped = self.margin.by_tape
        press = self.words.quantity(float(self.stack.settings["press"]), "N", 0)
        label = self.words("blocks.chart_taped") if taped else press
        self.playback.new_try(label, "teal" if taped else "force", self.words("blocks.chart_most"))

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
        self.playback.restack(animated=not self.preferences.reduced_motion)

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

    def single_step(self) -> None:
        """Stop time and let one moment pass."""
        self.clock.paused = True
        self.playback.before_now = 0.0
        self.bar.refresh()
        self.skip(EVERY)

    def look_back(self, before_now: float) -> None:
        """Stop time and show what was recorded so long ago [s]."""
        self.clock.paused = True
        self.bar.refresh()
        self.playback.before_now = min(self.playback.recording.seconds, max(0.0, before_now))

    def look_further(self, seconds: float) -> None:
        """Look further back, or less far."""
        self.look_back(self.playback.before_now + seconds)

    @property
    def slowing(self) -> float:
        """A factor on time while the stack falls, if the user wants that."""
        if not self.preferences.auto_slow:
            return 1.0
        return self.playback.slowing(stable=self.margin.stable)

    def update(self, elapsed: float) -> None:
        """Let real time pass."""
        # The slower of the two counts: they do not multiply.
        self.playback.update(elapsed, min(1.0, self.slowing / self.clock.speed))
        self._show()

    def skip(self, steps: int) -> None:
        """Let so many steps pass at once, and show what came of it."""
        self.playback.skip(steps)
        self._show()

    def _show(self) -> None:
        """Bring words, picture, time bar and chart up to the moment shown."""
        playback = self.playback
        busy = playback.restacking is not None
        self.view.show(playback.shown, busy=busy)
        self.bar.show_recorded(playback.recording.seconds, playback.before_now)
        latest = playback.tries[-1].latest if playback.tries else 0.0
        series = [curve for one in playback.tries for curve in one.series]
        self.panel.show_tries(series, latest, float(self.stack.settings["push_time"]))

    def draw(self, surface: pygame.Surface) -> None:
        """Draw what lies under the widgets."""
        self.view.draw(surface, round(1 / min(self.clock.speed, self.slowing)))
