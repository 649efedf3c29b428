"""Whatever can be dragged has the same keys, in every scene, and lets go when it must."""

from collections.abc import Iterator

import pygame
import pytest

from scenes.corset.breath_curve import BreathPlot
from scenes.recovery.year import YearCard
from scenes.spine.living_map import SpineMap
from scenes.timing.onset_mark import OnsetMark
from scenes.widgets.handle import Handle, KEYS
from scenes.widgets.slider import Slider
from sim.catalogue import with_model
from tests.scenes.player import Player

SHIFT = pygame.KMOD_LSHIFT


def value(handle: Handle) -> float:
    """Where a handle is."""
    match handle:
        case SpineMap():
            return handle.long + handle.deep
        case BreathPlot():
            return handle.phase
        case YearCard():
            return handle.week
        case Slider() | OnsetMark():
            return handle.value
    raise AssertionError(handle)


def handles(player: Player) -> Iterator[Handle]:
    """All that the keyboard reaches, one after the other; each has the focus in its turn."""
    number = -1
    while (number := number + 1) < len(stops(player)):
        handle = stops(player)[number]
        player.app.group.focus_on(handle, keyboard=True)
        player.frames(1)
        yield handle


def stops(player: Player) -> list[Handle]:
    """What can be moved in the window now."""
    player.app.draw()
    found = [stop for widget in player.app.group.widgets for stop in widget.stops()]
    return [stop for stop in found if isinstance(stop, Handle)]


def opened(scene: str) -> Player:
    """A scene in which time stands still and all controls are shown."""
    player = Player(scene=scene, size=(1280, 1400))
    player.app.experiment.unfold()
    if not player.app.experiment.clock.paused:
        player.key(pygame.K_k, pygame.KMOD_ALT)
    player.app.experiment.clock.paused = True
    player.frames(1)
    return player


@pytest.mark.parametrize("scene", with_model())
def test_every_handle_has_every_key(scene: str) -> None:
    player = opened(scene)
    kinds = {type(handle) for handle in stops(player)}
    special = {"spine": SpineMap, "timing": OnsetMark, "recovery": YearCard, "corset": BreathPlot}
    assert special.get(scene, Slider) in kinds
    for handle in handles(player):
        if handle is player.app.experiment.bar.back:
            continue  # it looks back, and nothing has been
        described = handle.describe()
        for keys in (
            (pygame.K_RIGHT, pygame.K_LEFT),
            (pygame.K_UP, pygame.K_DOWN),
            (pygame.K_PAGEUP, pygame.K_PAGEDOWN),
        ):
            at_end = value(handle) == getattr(handle, "high", None)
            there, back = keys[::-1] if at_end else keys
            before = value(handle)
            player.key(there)
            assert value(handle) != before, (described, pygame.key.name(there))
            player.key(back)
            assert value(handle) == pytest.approx(before, rel=0.25, abs=0.06), described
        for key in KEYS:
            player.key(key)
        player.key(pygame.K_END)
        last = value(handle)
        player.key(pygame.K_END)
        assert value(handle) == last
        player.key(pygame.K_HOME)
        assert value(handle) != last, described


@pytest.mark.parametrize("scene", with_model())
def test_shift_moves_by_a_tenth_of_a_step(scene: str) -> None:
    player = opened(scene)
    experiment = player.app.experiment
    for handle in handles(player):
        if handle is experiment.bar.back:
            continue
        player.key(pygame.K_HOME)
        low = value(handle)
        player.key(pygame.K_RIGHT)
        step = value(handle) - low
        player.key(pygame.K_HOME)
        player.key(pygame.K_RIGHT, SHIFT)
        fine = value(handle) - low
        whole = isinstance(handle, YearCard) or (
            isinstance(handle, Slider) and fine == pytest.approx(step)
        )
        if whole:
            names = [name for name, one in experiment.panel.sliders.items() if one is handle]
            snapped = isinstance(handle, Slider) and handle._snap is not None
            assert snapped or all(experiment.parameters[name].whole for name in names)
        else:
            assert fine == pytest.approx(step / 10), handle.describe()


@pytest.mark.parametrize("scene", ["spine", "timing", "recovery", "corset"])
@pytest.mark.parametrize("end", ["released", "focus lost", "reset"])
def test_a_drag_ends(scene: str, end: str) -> None:
    player = opened(scene)
    for number in range(len(stops(player))):
        handle = stops(player)[number]
        box = handle.rect
        player.mouse(pygame.MOUSEBUTTONDOWN, (box.left + 0.6 * box.width, box.bottom - 20))
        player.frames(1)
        if handle.grip is None:
            continue  # something lies over it there
        match end:
            case "released":
                player.mouse(pygame.MOUSEBUTTONUP, (5, 5))
            case "focus lost":
                pygame.event.post(pygame.event.Event(pygame.WINDOWFOCUSLOST))
            case "reset":
                player.key(pygame.K_r, pygame.KMOD_ALT)
                player.app.experiment.clock.paused = True
        player.frames(2)
        assert all(one.grip is None for one in stops(player)), (end, handle.describe())
        before = [one.describe() for one in stops(player)]
        player.mouse(pygame.MOUSEMOTION, (box.left + 3, box.centery))
        player.frames(1)
        assert [one.describe() for one in stops(player)] == before
        player.mouse(pygame.MOUSEBUTTONUP, (5, 5))
        player.frames(1)
        if end == "reset":
            player.app.experiment.unfold()
            player.frames(1)
