"""Whatever is dragged and moved by keys, in every scene and with real events.

What a key does is worked out here anew, from ranges and steps; the handles are not asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pygame
import pytest

from scenes.corset.breath_curve import BreathPlot
from scenes.recovery.year import YearCard
from scenes.spine.living_map import SpineMap
from scenes.timing.onset_mark import OnsetMark
from scenes.widgets.handle import Handle, KEYS
from scenes.widgets.slider import Slider
from sim.catalogue import with_model
from sim.recovery.pain_and_recurrence import WEEKS
from tests.scenes.player import go_on, Player

SHIFT = pygame.KMOD_LSHIFT
OWN = {"spine": SpineMap, "timing": OnsetMark, "recovery": YearCard, "corset": BreathPlot}
UP = (pygame.K_RIGHT, pygame.K_UP, pygame.K_PAGEUP, pygame.K_END)
DOWN = (pygame.K_LEFT, pygame.K_DOWN, pygame.K_PAGEDOWN, pygame.K_HOME)
WAYS = [  # where a key goes, sideways and up
    *((pygame.K_RIGHT, (1, 0)), (pygame.K_LEFT, (-1, 0))),
    *((pygame.K_UP, (0, 1)), (pygame.K_DOWN, (0, -1))),
]


@dataclass(frozen=True)
class Rule:
    """What holds for a handle: its range, what an arrow goes, and what Shift makes of it."""

    low: float
    high: float
    step: float
    fine: float
    page: float | None  # None: a share of the track
    turns: bool = False  # whether it goes round


def rule_of(player: Player, handle: Handle) -> Rule:
    """The rule of a handle."""
    parameters = player.app.experiment.parameters
    match handle:
        case SpineMap():
            return Rule(0.0, 1.0, 0.02, 0.002, 0.1)
        case BreathPlot():
            return Rule(0.0, 0.5, 0.02, 0.002, 0.25, turns=True)
        case YearCard():
            return Rule(0, WEEKS, 1, 1, 4)
        case OnsetMark():
            known = parameters[handle._onset.name]
            return Rule(known.low, known.high, known.step, known.step / 10, 10 * known.step)
        case Slider():
            (name,) = [n for n, s in player.app.experiment.panel.sliders.items() if s is handle]
            known = parameters[name]
            step = 0.5 if name == "crown_curvature" else known.step
            return Rule(known.low, known.high, step, step if known.whole else step / 10, None)
    raise AssertionError(handle)


def at(handle: Handle) -> tuple[float, float]:
    """Where a handle is, sideways and up; one on a line is sideways."""
    match handle:
        case SpineMap():
            return handle.long, handle.deep
        case BreathPlot():
            return handle.phase, 0.0
        case YearCard():
            return handle.week, 0.0
        case Slider() | OnsetMark():
            return handle.value, 0.0
    raise AssertionError(handle)


def opened(scene: str) -> Player:
    """A scene in which time stands still and all controls are shown."""
    player = Player(scene=scene, size=(1280, 1400))
    settle(player)
    return player


def settle(player: Player) -> None:
    experiment = player.app.experiment
    if not experiment.unfolded:
        experiment.unfold()
    experiment.clock.paused = True
    player.frames(1)


def key(player: Player, code: int, modifier: int = 0) -> None:
    """Press and release a key while no time passes and nothing is drawn."""
    for kind in (pygame.KEYDOWN, pygame.KEYUP):
        pygame.event.post(pygame.event.Event(kind, key=code, mod=modifier, unicode=""))
    for event in pygame.event.get():
        player.app.handle(event)


def handles(player: Player) -> list[Handle]:
    """All that the keyboard reaches, but for looking back: nothing has been."""
    back = player.app.experiment.bar.back
    found = [stop for stop in player.app.group.stops() if isinstance(stop, Handle)]
    return [handle for handle in found if handle is not back]


def in_turn(player: Player) -> Iterator[tuple[Handle, Rule]]:
    """Each with the focus in its turn."""
    for handle in handles(player):
        player.app.group.focus_on(handle, keyboard=True)
        player.frames(1)
        yield handle, rule_of(player, handle)


def start_inside(player: Player, handle: Handle) -> None:
    """By keys to a step that is neither end, wherever it was."""
    key(player, pygame.K_HOME)
    if isinstance(handle, SpineMap):
        for _ in range(10):
            key(player, pygame.K_PAGEDOWN)
    for one in (pygame.K_PAGEUP, pygame.K_RIGHT):
        key(player, one)


def test_every_scene_has_the_handles_that_it_should() -> None:
    for scene in with_model():
        kinds = {type(handle) for handle in handles(opened(scene))}
        assert kinds == {Slider, OWN.get(scene, Slider)}


@pytest.mark.parametrize("scene", with_model())
@pytest.mark.parametrize("modifier", [0, SHIFT], ids=["plain", "shift"])
def test_every_key_moves_every_handle_by_what_it_should(scene: str, modifier: int) -> None:
    player = opened(scene)
    for handle, rule in in_turn(player):
        flat = not isinstance(handle, SpineMap)
        size = rule.fine if modifier else rule.step
        for one, (right, up) in WAYS:
            start_inside(player, handle)
            x, y = at(handle)
            key(player, one, modifier)
            moved = (x + size * (right + up), y) if flat else (x + size * right, y + size * up)
            what = (handle.describe(), pygame.key.name(one))
            assert at(handle) == pytest.approx(moved, abs=1e-9), what
        for one, way in ((pygame.K_PAGEUP, 1), (pygame.K_PAGEDOWN, -1)):
            start_inside(player, handle)
            x, y = at(handle)
            key(player, one, modifier)
            gone = way * (at(handle)[0] - x if flat else at(handle)[1] - y)
            if rule.page is None:
                assert gone >= rule.step - 1e-9, handle.describe()
            else:
                assert (gone % 1 if rule.turns else gone) == pytest.approx(rule.page)


@pytest.mark.parametrize("scene", with_model())
@pytest.mark.parametrize("modifier", [0, SHIFT], ids=["plain", "shift"])
def test_no_key_leaves_the_range(scene: str, modifier: int) -> None:
    player = opened(scene)
    for handle, rule in in_turn(player):
        for end, limit, outwards in (
            (pygame.K_HOME, rule.low, DOWN),
            (pygame.K_END, rule.high, UP),
        ):
            key(player, end, modifier)
            assert at(handle)[0] == pytest.approx(limit), handle.describe()
            for one in outwards:
                key(player, one, modifier)
                if not rule.turns:
                    assert at(handle)[0] == pytest.approx(limit), handle.describe()
        for one in KEYS:
            key(player, one, modifier)
            top = 1.0 if rule.turns else rule.high
            assert all(min(rule.low, 0) <= place <= top for place in at(handle))


@pytest.mark.parametrize("scene", with_model())
def test_an_arrow_leads_from_between_two_steps_to_a_step_onwards(scene: str) -> None:
    player = opened(scene)
    for handle, rule in in_turn(player):
        if rule.fine == rule.step or isinstance(handle, SpineMap | BreathPlot):
            continue  # these add what the key says
        for fine in (1, 5, 9):
            for one, way in ((pygame.K_RIGHT, 1), (pygame.K_LEFT, -1)):
                start_inside(player, handle)
                for _ in range(fine):
                    key(player, pygame.K_RIGHT, SHIFT)
                x = at(handle)[0]
                key(player, one)
                gone = way * (at(handle)[0] - x)
                assert 0 < gone < 1.6 * rule.step, (handle.describe(), fine)
                steps = (at(handle)[0] - rule.low) / rule.step
                assert steps == pytest.approx(round(steps), abs=1e-6)


@pytest.mark.parametrize("scene", with_model())
def test_looking_back_has_the_keys_too(scene: str) -> None:
    player = opened(scene)
    experiment, back = player.app.experiment, player.app.experiment.bar.back
    experiment.clock.paused = False
    experiment.tap()
    player.frames(120)
    experiment.clock.paused = True
    seconds = experiment.playback.recording.seconds
    assert seconds > 0.1
    page = 0.1 * (back.high - back.low)
    player.app.group.focus_on(back, keyboard=True)
    # There is nothing between two recorded moments: with Shift it goes whole steps.
    for one, before in (
        *((pygame.K_LEFT, 0.01), (pygame.K_DOWN, 0.02), (pygame.K_RIGHT, 0.01)),
        *((pygame.K_UP, 0.0), (pygame.K_UP, 0.0), (pygame.K_END, 0.0)),
        *((pygame.K_HOME, seconds), (pygame.K_LEFT, seconds), (pygame.K_PAGEDOWN, seconds)),
        *((pygame.K_PAGEUP, max(0.0, seconds - page)), (pygame.K_END, 0.0)),
    ):
        player.key(one)  # time is looked at anew with every picture
        assert experiment.playback.before_now == pytest.approx(before, abs=0.011), one
        assert back.low <= back.value <= back.high
    player.key(pygame.K_LEFT, SHIFT)
    assert experiment.playback.before_now == pytest.approx(0.01)


# -- drags -----------------------------------------------------------------------------


def free_place(handle: Handle) -> tuple[float, float]:
    """Where a press takes it or makes it jump."""
    match handle:
        case SpineMap() | BreathPlot():
            return handle.box.center
        case YearCard():
            return handle.onset.box.center
        case Slider():
            return handle.rect.left + 0.6 * handle.rect.width, handle.rect.bottom - 14
    return handle.rect.center


def hold(player: Player, handle: Handle) -> None:
    """Press on a handle, wherever it has to be scrolled to."""
    player.app.group.focus_on(handle, keyboard=True)
    player.frames(1)
    player.mouse(pygame.MOUSEBUTTONDOWN, free_place(handle))
    go_on(player.app, drawn=False)
    assert handle.grip is not None, handle.describe()
    assert handle.pressed


@pytest.mark.parametrize("scene", with_model())
def test_a_drag_ends_at_the_limits(scene: str) -> None:
    player = opened(scene)
    for handle in handles(player):
        rule = rule_of(player, handle)
        hold(player, handle)
        for x, limit in ((-4000, rule.low), (4000, 1.0 if rule.turns else rule.high)):
            player.mouse(pygame.MOUSEMOTION, (x, free_place(handle)[1]))
            go_on(player.app, drawn=False)
            assert at(handle)[0] == pytest.approx(limit, abs=0.003 if rule.turns else 1e-9)
        player.mouse(pygame.MOUSEBUTTONUP, (4000, 5))
        player.frames(1)
        assert handle.grip is None


@pytest.mark.parametrize("scene", with_model())
@pytest.mark.parametrize("end", ["released", "Esc", "focus lost", "reset"])
def test_a_drag_ends(scene: str, end: str) -> None:
    player = opened(scene)
    for number in range(len(handles(player))):
        handle = handles(player)[number]
        hold(player, handle)
        match end:
            case "released":
                player.mouse(pygame.MOUSEBUTTONUP, (5, 5))
            case "Esc":
                player.key(pygame.K_ESCAPE)
            case "focus lost":
                pygame.event.post(pygame.event.Event(pygame.WINDOWFOCUSLOST))
            case "reset":
                player.key(pygame.K_r, pygame.KMOD_ALT)
        player.frames(1)
        assert handle.grip is None, handle.describe()
        assert not handle.pressed
        settle(player)
        before = dict(player.app.experiment.model.settings)
        for place in ((3, 3), (700, 700)):
            player.mouse(pygame.MOUSEMOTION, place)
            go_on(player.app, drawn=False)
        assert player.app.experiment.model.settings == before, handle.describe()
        player.mouse(pygame.MOUSEBUTTONUP, (5, 5))
        go_on(player.app, drawn=False)
        assert player.app.experiment.model.settings == before, handle.describe()


def test_esc_lets_go_in_a_dialog_before_it_closes_it() -> None:
    player = Player()
    player.key(pygame.K_F1)
    dialog = player.app.dialog
    assert dialog is not None
    dialog.choose(2)
    player.frames(1)
    (zoom,) = [child for child in dialog.body.children if isinstance(child, Slider)]
    player.mouse(pygame.MOUSEBUTTONDOWN, (zoom.rect.left + 5, zoom.rect.bottom - 14))
    player.frames(1)
    assert zoom.grip is not None
    player.key(pygame.K_ESCAPE)
    assert zoom.grip is None
    assert player.app.dialog is dialog
    player.key(pygame.K_ESCAPE)
    assert player.app.dialog is None
