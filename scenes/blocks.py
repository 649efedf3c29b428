"""The block stack scene: two hands, a finger, tape, and what the analysis says.

The scene owns the model and lets time pass; stage, panel and time bar are
widgets that call back here. Everything shown comes from the last `Moment` and
from the `Margin` of the present settings.
"""

from collections.abc import Mapping, Sequence

import pygame

from scenes.blocks_panel import BlocksPanel
from scenes.blocks_picture import draw_slowness, StackPicture, stage_of
from scenes.blocks_stage import StackStage
from scenes.blocks_words import say, TIPPED
from scenes.clock import Clock
from scenes.draw.icons import icon
from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.panels import frame_card, rounded
from scenes.draw.shapes import put
from scenes.layout import Areas, STACKED_ZOOM
from scenes.recording import EVERY, moment_of, Recording
from scenes.timebar import TimeBar
from scenes.tries import Try
from scenes.widgets.richtext import RichText
from scenes.widgets.widget import Widget
from scenes.words import Words
from sim.blocks import BlockStack, PARAMETERS, pattern, pushed_block, SIDES, strips
from sim.margin import margin_of
from sim.parameter import Value
from sim.world import STEP

COLLAPSE = 0.1  # time runs so much slower while the stack falls
AFTERMATH = 0.12  # s after the fall that still run so slowly
PADDING = 24
HEADLINE = 28
WORDS_WIDTH = 0.66  # of the stage: keeps the forearm free
WORDS_HEIGHT = 0.3  # of the stage: the picture gets the rest


class BlocksScene:
    """Model, time and widgets of the block stack."""

    name = "blocks"

    def __init__(self, values: Mapping[str, object], words: Words, speed: float = 1.0) -> None:
        self._start = dict(values)
        self.stack = BlockStack(values)
        self.clock = Clock(STEP, speed)
        self._speed = speed
        self._unfolded = False
        self._since_moment = 0
        self._areas: Areas | None = None
        self._look: Look | None = None
        self._begin()
        self.translate(words)

    def _begin(self) -> None:
        """Forget what was: after stacking again and after a reset."""
        self.recording = Recording(STEP)
        self.moment = moment_of(self.stack)
        self.recording.add(self.moment)
        self.tries: list[Try] = []
        self._fell_time: float | None = None
        self._changed()

    def _changed(self) -> None:
        """What follows from the settings."""
        self.margin = margin_of(self.stack.settings)

    # -- widgets -----------------------------------------------------------------

    def translate(self, words: Words) -> None:
        """Make all widgets anew in a language."""
        self._words = words
        self.headline = RichText("", size=HEADLINE, weight=SEMIBOLD, max_lines=3)
        self.reason = RichText("", size=20, colour="muted", max_lines=3)
        self.stage = StackStage(self, words("blocks.stage"))
        self.bar = TimeBar(words, self.clock, step=self.single_step, reset=self.reset)
        self._make_panel()

    def _make_panel(self) -> None:
        self.panel = BlocksPanel(self._words, self.change, self.unfold, unfolded=self._unfolded)
        self._show_settings()
        if self._areas and self._look:
            self.place(self._areas, self._look)

    def widgets(self) -> Sequence[Widget]:
        """Play area first, then panel, then time controls."""
        return [self.stage, *self.panel.widgets(), *self.bar.buttons]

    def unfold(self) -> None:
        """Show or hide the further settings."""
        self._unfolded = not self._unfolded
        self._make_panel()

    def place(self, areas: Areas, look: Look) -> None:
        """Take up the parts of the window."""
        self._areas, self._look = areas, look
        self.stage.place(areas.play, look)
        inset = look.px(PADDING - 12)
        self.panel.place(areas.panel.inflate(-2 * inset, -2 * inset), look)
        self.bar.place(areas.time, look, stacked=look.zoom > STACKED_ZOOM)
        self._place_words()

    def _place_words(self) -> None:
        """The words on top; the picture gets what is left below them."""
        if self._areas is None or self._look is None:
            return
        look, play = self._look, self._areas.play
        bottom = self._fit_words(look, play)
        # Room for two lines at least, so that the picture does not jump.
        bottom = max(bottom, play.top + look.px(92))
        self.stage.picture = self._picture()
        self.stage.stage = stage_of(play, bottom, look, int(self.stack.settings["blocks"]))
        self.stage.moment = self.moment

    def _fit_words(self, look: Look, play: pygame.Rect) -> int:
        """Place the longest form of the words that leaves room for the picture; its bottom."""
        keys = say(self.margin, self.moment)
        critical = ""
        if self.margin.critical is not None:
            critical = self._words.quantity(min(self.margin.critical, 9999.0), "N", 0)
        full, short = (
            [self._words(f"say{form}.{key}", critical=critical) for key in keys]
            for form in ("", "_short")
        )
        left, top = play.left + look.px(PADDING), play.top + look.px(18)
        wide = play.width - 2 * look.px(PADDING)
        forms: list[tuple[str, str, int, int]] = [
            (full[0], full[1], round(play.width * WORDS_WIDTH), HEADLINE),
            (short[0], short[1], wide, HEADLINE),
            *((short[0], "", wide, size) for size in (HEADLINE, 22, 18)),
        ]
        for headline, reason, width, size in forms:
            self.headline.text, self.reason.text = headline, reason
            self.headline.size = size
            high = self.headline.height(look, width)
            low = self.reason.height(look, width) if reason else 0
            if high + low < WORDS_HEIGHT * play.height:
                break
        self.headline.place(pygame.Rect(left, top, width, high), look)
        self.reason.visible = bool(reason)
        self.reason.place(pygame.Rect(left, top + high + look.px(2), width, low), look)
        return top + high + low + look.px(2)

    def _picture(self) -> StackPicture:
        key = (self.stack.settings["blocks"], self.stack.settings["crown_curvature"])
        if getattr(self, "_picture_key", None) != key:
            self._picture_key = key
            self._kept_picture = StackPicture(self.stack.settings)
        return self._kept_picture

    def _show_settings(self) -> None:
        settings = self.stack.settings
        everywhere = settings["tape"] == "all"
        self.panel.show_settings(
            settings, self._words("blocks.tape_on" if everywhere else "blocks.tape_some")
        )
        self.panel.show_margin(self.margin, float(settings["press"]))

    # -- what the user does ------------------------------------------------------

    def change(self, name: str, value: Value) -> None:
        """Set a parameter from a control."""
        restarts = next(p.restarts for p in PARAMETERS if p.name == name)
        self.stack.set(name, value)
        if restarts:
            self._begin()
        self._changed()
        self._show_settings()

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
        if self.stack.finger[0] != block:
            self._new_try()
        self.stack.hold(block, max(-50.0, min(50.0, force)))

    def release(self) -> None:
        """Let go of a dragged block."""
        self.stack.release()

    def press_by(self, newton: float) -> None:
        """Press harder or softer, within the range."""
        declared = next(p for p in PARAMETERS if p.name == "press")
        press = float(self.stack.settings["press"]) + newton
        self.change("press", round(max(declared.low, min(declared.high, press))))

    def toggle_tape(self, joint: int, side: str) -> None:
        """Tape a joint or untape it; with a side, that strip alone."""
        joints = int(self.stack.settings["blocks"]) + 1
        on = strips(str(self.stack.settings["tape"]), joints)
        touched = {(joint, side)} if side else {(joint, s) for s in SIDES}
        on = on - touched if touched <= on else on | touched
        self.change("tape", pattern(on, joints))

    def restack(self) -> None:
        """Stack the blocks again, with the present settings."""
        previous = self.tries[-1:]
        self.stack.reset()
        self._begin()
        self.tries = previous

    def reset(self) -> None:
        """Everything back to the start."""
        self.stack = BlockStack(self._start)
        self.clock.paused = False
        self.clock.speed = self._speed
        self._unfolded = False
        self._begin()
        self.bar.refresh()
        self._make_panel()

    def single_step(self) -> None:
        """Stop time and let one moment pass."""
        self.clock.paused = True
        self.bar.refresh()
        self._advance(EVERY)

    def _new_try(self) -> None:
        for old in self.tries[-1:]:
            old.fade(self._words)
        colour = "teal" if self.margin.by_tape else "force"
        middle = pushed_block({**self.stack.settings, "push_block": 0})
        self.tries = [*self.tries[-1:], Try(middle, colour, self._words)]

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
        }
        if action not in actions:
            return False
        actions[action]()
        return True

    # -- time --------------------------------------------------------------------

    @property
    def slowing(self) -> float:
        """A factor on time: slower while the stack falls, so that it can be seen."""
        if self._fell_time is None:
            return COLLAPSE if self.moment.furthest > TIPPED and not self.margin.stable else 1.0
        return COLLAPSE if self.moment.time - self._fell_time < AFTERMATH else 1.0

    def update(self, elapsed: float) -> None:
        """Let real time pass."""
        self.skip(self.clock.steps(elapsed, self.slowing))

    def skip(self, steps: int) -> None:
        """Let so many steps pass at once, and show what came of it."""
        self._advance(steps)
        self._place_words()
        latest = self.tries[-1].latest if self.tries else 0.0
        series = [curve for one in self.tries for curve in one.series]
        self.panel.show_tries(series, latest, float(self.stack.settings["push_time"]))

    def _advance(self, steps: int) -> None:
        for _ in range(steps):
            self.stack.step()
            self._since_moment += 1
            if self._since_moment >= EVERY:
                self._since_moment = 0
                self._keep()
        if steps:
            self.moment = moment_of(self.stack)

    def _keep(self) -> None:
        moment = moment_of(self.stack)
        self.recording.add(moment)
        if moment.fallen and self._fell_time is None:
            self._fell_time = moment.time
        if self.tries and moment.since_push is not None:
            self.tries[-1].add(moment)

    # -- drawing -----------------------------------------------------------------

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the cards, the picture and the words; the widgets come on top."""
        if self._areas is None or self._look is None or self.stage.stage is None:
            return
        look, palette = self._look, self._look.palette
        panel, play = self._areas.panel, self._areas.play
        edge = (palette.line, look.line(1.5))
        put(surface, rounded(panel.size, look.px(20), palette.panel, *edge), panel.topleft)
        surface.fill(palette.play, play)
        self.stage.finger = self._picture().draw(
            surface, self.stage.stage, self.moment, self._words
        )
        frame_card(surface, play, look, radius=20)
        self.headline.draw(surface, look)
        if self.reason.visible:
            self.reason.draw(surface, look)
        times = round(1 / (self.clock.speed * self.slowing))
        if times > 1:
            large = look.zoom > STACKED_ZOOM  # then the turtle alone has to say "slower"
            text = self._words(f"app.slower{'_short' * large}", times=self._words.number(times))
            turtle = icon("slow", look.control(24), palette.ui_ink)
            draw_slowness(surface, self.stage.stage, text, turtle)
