"""The block stack scene: two hands, a finger, tape, and what the analysis says.

Everything shown comes from a `StackMoment` and from the `Margin` of the present
settings.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from scenes.blocks.moment import moment_of, StackMoment
from scenes.blocks.panel import BlocksPanel
from scenes.blocks.restacking import Restacking
from scenes.blocks.says import TIPPED
from scenes.blocks.view import BlocksView
from scenes.experiment.standing import Standing
from scenes.experiment.timeline.curves import Curves
from scenes.text.words import Words
from scenes.widgets.widget import Widget
from sim.blocks.margin import margin_of
from sim.blocks.model import BlockStack
from sim.blocks.parameters import pushed_block
from sim.blocks.taped_joints import pattern, SIDES, strips
from sim.mechanics.world import X
from sim.parameter import Value

LIGHT_TAP = 0.5  # N: a harder one hides how much sooner a hard press falls
OF_FINGER = ("push", "push_time", "push_block")  # what may wait until the stack stands again
GONE = 0.1  # m off the axis, well above the chart


class BlocksScene(Standing[BlockStack, StackMoment]):
    """The stack and what hands can do to it."""

    name = "blocks"
    start = MappingProxyType({"push": LIGHT_TAP})
    going = TIPPED
    hinted = ("tap", "hand")
    _press_changed = False
    _since, _most = 0.0, 0.0
    view: BlocksView
    panel: BlocksPanel

    @property
    def stack(self) -> BlockStack:
        """The stack that is simulated."""
        return self.model

    # -- what it is made of ----------------------------------------------------------

    def make_model(self, settings: Mapping[str, Value]) -> BlockStack:
        """Blocks, stacked."""
        return BlockStack(settings)

    def moment_of(self, model: BlockStack) -> StackMoment:
        """The stack as it is now, and how far it went since the push."""
        moment = moment_of(model, press_changed=self._press_changed)
        since = moment.since_push
        if since is None or since < self._since:
            self._most = 0.0
        if since is not None:
            self._most = max(self._most, moment.furthest)
        self._since = since or 0.0
        return replace(moment, most=self._most)

    def make_view(self, words: Words) -> BlocksView:
        """Words and picture in a language."""
        return BlocksView(words, self, self.extras, self.hints)

    def make_panel(self, words: Words) -> BlocksPanel:
        """The panel in a language."""
        return BlocksPanel(words, self)

    def make_curves(self) -> Curves[StackMoment]:
        """How far the middle block goes, and the furthest one."""
        settings = self.stack.settings
        middle = pushed_block({**settings, "push_block": 0}) - 1

        def measure(moment: StackMoment) -> tuple[float, float] | None:
            if moment.fallen and moment.furthest > GONE:
                return None
            return abs(float(moment.state[middle, X])) * 1000, moment.furthest * 1000

        taped = margin_of(settings).by_tape
        press = self.words.quantity(float(settings["press"]), "N", 0)
        kind = {"none": "untaped", "all": "taped"}.get(str(settings["tape"]), "partly")
        label = self.words(f"blocks.chart_{kind}", press=press)
        others = (self.words("blocks.chart_most"),)
        return Curves(measure, label, "teal" if taped else "force", others)

    @property
    def stable(self) -> bool:
        """What the `Margin` says."""
        return margin_of(self.stack.settings).stable

    def quantity(self, largest: float) -> str:
        """Millimetres off the axis."""
        return self.words.quantity(largest, "mm", 1)

    def dragging(self, name: str) -> bool:
        """The press can also be dragged on the stage."""
        return super().dragging(name) or (name == "press" and self.view.touch.pressed)

    def changed(self, name: str) -> None:
        """Nobody tapes blocks that lie about, or presses on them: they are stacked first."""
        self._press_changed |= name == "press"
        if name not in OF_FINGER and self.stack.fallen:
            self.again()

    def load(self, values: Mapping[str, object]) -> None:
        """Begin anew with these settings. Raises ParameterError."""
        self._press_changed = False
        super().load(values)

    def reset(self, settings: Mapping[str, Value] | None = None) -> None:
        """Everything back to the start."""
        self._press_changed = False
        super().reset(settings)

    def again(self) -> None:
        """Stack the blocks again, with the present settings."""
        lying = self.playback.shown
        self.playback.again(None if self.preferences.reduced_motion else Restacking(lying))

    # -- hands -----------------------------------------------------------------------

    def press_by(self, newton: float) -> None:
        """Press harder or softer, within the range."""
        self.hints.done("hand")
        press = float(self.stack.settings["press"]) + newton
        known = self.parameters["press"]
        self.change("press", float(round(max(known.low, min(known.high, press)))))

    def toggle_tape(self, joint: int, side: str) -> None:
        """Tape a joint or untape it; with a side, that strip alone."""
        joints = int(self.stack.settings["blocks"]) + 1
        on = strips(str(self.stack.settings["tape"]), joints)
        touched = {(joint, side)} if side else {(joint, s) for s in SIDES}
        on = on - touched if touched <= on else on | touched
        self.change("tape", pattern(on, joints))

    def flatten(self) -> None:
        """Flat blocks and a harder press on them: what speaks against the lesson."""
        self.change("tape", "none")
        self.change("crown_curvature", 0.0)

    def observed(self) -> Mapping[str, Any]:
        """When it fell, beside what every experiment observes."""
        return {**super().observed(), "fell_at": self.playback.moment.fell_at}

    def control(self, name: str) -> Widget | None:
        """A slider, or the tape card."""
        return self.panel.tape if name == "tape" else super().control(name)

    def actions(self) -> dict[str, Callable[[], None]]:
        """Tape and press, beside what every experiment does."""
        return {
            **super().actions(),
            "tape": self.panel.tape.activate,
            "harder": lambda: self.press_by(10),
            "softer": lambda: self.press_by(-10),
            "against": self.flatten,
        }
