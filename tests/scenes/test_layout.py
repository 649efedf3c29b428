"""Nothing essential is ever dropped: all that matters is two taps away, and can be touched.

Each window is opened once, and everything is asked of it in all languages, profiles and text
sizes; nothing is drawn, which is what takes the time.
"""

import itertools
from collections.abc import Iterator
from typing import Any

import pygame
import pytest

from scenes.draw.palette import PROFILES
from scenes.experiment.base import Experiment
from scenes.experiment.grip import Grip
from scenes.experiment.legend import Row
from scenes.shell.app import App
from scenes.spine.scene import SpineScene
from scenes.story.scene import StoryScene
from scenes.timing.onset_map import OnsetMap
from scenes.timing.scene import TimingScene
from scenes.widgets.scroll import ScrollArea
from scenes.widgets.tabs import TabBar
from scenes.widgets.widget import Widget
from sim.catalogue import LANGUAGES, with_model
from tests.scenes.elsewhere import PAGES
from tests.scenes.player import Player

SIZES = [(360, 640), (390, 844), (320, 520), (844, 390), (640, 360), (768, 1024)]
SIZES += [(800, 480), (1024, 600), (1280, 720)]
ZOOMS = (1.0, 1.25, 1.5, 2.0)
SOME = [(360, 640), (844, 390), (768, 1024), (1024, 600)]  # one of each form
Seen = dict[Widget, pygame.Rect]
"""What can be touched or read, and where; of what scrolls, where it would be."""


def dressed(player: Player) -> Iterator[str]:
    """Every language, profile and text size, one after the other."""
    app = player.app
    for _ in LANGUAGES:
        for profile, zoom in itertools.product(PROFILES, ZOOMS):
            app.prefer(profile=profile, zoom=zoom)
            yield f"{app.words.language} {profile} {zoom}"
        app.language()


def seen(widgets: list[Widget], clip: pygame.Rect | None = None) -> Seen:
    """All that is shown of some widgets and of what lies in them; tiles hold a button."""
    found: Seen = {}
    for widget in widgets:
        if not widget.visible or not all(widget.rect.size):
            continue
        children = list(getattr(widget, "children", []))
        inside = widget.rect if isinstance(widget, ScrollArea) else clip
        found |= seen(children, inside)
        if not children:
            found[widget] = widget.rect.clip(clip) if clip else widget.rect
    return found


def shown(app: App) -> Seen:
    """All that the window shows now."""
    app.go_on(0.0)
    dialog = app.dialog
    return seen(dialog.group.widgets if dialog else app.group.widgets)


def tap(app: App, at: tuple[int, int]) -> None:
    """One tap."""
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pygame.event.post(pygame.event.Event(kind, pos=at, button=1, touch=True))
    app.go_on(0.0)


def states(app: App, tab: Experiment[Any, Any]) -> Iterator[tuple[str, Seen]]:
    """What is seen at once, and after each tap or two that show something else."""
    yield "at once", shown(app)
    for turned in range(1, len(tab.view.pages) if tab.view.strips() else 1):
        tab.view.strip.choose(turned)
        yield f"page {turned}", shown(app)
    if tab.view.strips():
        tab.view.strip.choose(0)
    yield from (in_hand if tab.view.in_hand else on_a_desk)(app, tab)


def in_hand(app: App, tab: Experiment[Any, Any]) -> Iterator[tuple[str, Seen]]:
    """The pages of the sheet, half way up and in full."""
    for page, button in tab.sheet.pages.items():
        if button not in tab.widgets():
            tap(app, (tab.sheet.grip if tab.sheet.shut else tab.sheet.head.more).rect.center)
        tap(app, button.rect.center)
        assert tab.sheet.page == page
        yield page, shown(app)
        raised = tab.sheet.height
        tab.sheet.rise_to("full")
        yield f"{page} in full", shown(app)
        tab.sheet.rise_to("peek" if raised != "peek" else raised)


def on_a_desk(app: App, tab: Experiment[Any, Any]) -> Iterator[tuple[str, Seen]]:
    """The page of charts, and all settings."""
    pages = tab.panel.pages
    if pages.visible and not tab.panel.beside.children:
        pages.choose(1)
        yield "chart", shown(app)
        pages.choose(0)
    tab.unfold()
    yield "unfolded", shown(app)
    tab.unfold()


def essentials(tab: Experiment[Any, Any]) -> list[Widget]:
    """What must be reached; every muscle, and every force with its number, is in the legend."""
    panel, here = tab.panel, tab.view.in_hand
    wanted: list[Widget] = [*panel.sliders.values(), *panel.charts, panel.plot, *panel.gauges]
    # On a desk the picture itself is tapped, and a switch is a slider; an arm has a button.
    wanted += [panel.primary] if here or isinstance(tab, TimingScene) else []
    wanted += [panel.switch] if here and panel.switch else []
    wanted += [tab.view.map] if isinstance(tab, SpineScene) else []
    wanted += panel.legend.rows if here or panel.legend.shown else []
    return wanted


def forces(tab: Experiment[Any, Any]) -> list[Row]:
    """What the legend says of forces, where it is seen."""
    rows = tab.panel.legend.rows if tab.view.in_hand or tab.panel.legend.shown else []
    return [row for row in rows if row.entry.colour == "force"]


def faults(app: App, things: Seen) -> Iterator[str]:
    """What is too small for a finger, out of the window, or in the way of something else."""
    window, least = app.surface.get_rect(), app.look.px(app.look.finger)
    touched = {widget: box for widget, box in things.items() if widget.focusable}
    told = app.tab.shown if isinstance(app.tab, StoryScene) else app.tab
    pictures = told.play_widgets() if isinstance(told, Experiment) else []
    below = pictures[:1]  # lies below all that is on it
    fixed = {widget: box for widget, box in touched.items() if widget not in below}
    for widget, box in fixed.items():
        parts = widget.boxes if isinstance(widget, TabBar) else []
        if min(widget.rect.size) < least or any(part.height < least for part in parts):
            yield f"{widget.describe()} is {widget.rect.size}"
        if all(box.size) and not window.contains(box):
            yield f"{widget.describe()} is at {box} of {window}"
    for (one, here), (other, there) in itertools.combinations(fixed.items(), 2):
        held = other is one.parent or one is other.parent
        # A map gives a press to the nearest of its dots.
        held |= one.parent is other.parent and isinstance(one.parent, OnsetMap)
        if here.colliderect(there) and not held and not {type(one), type(other)} & {Grip}:
            yield f"{one.describe()} {here} lies on {other.describe()} {there}"


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("scene", with_model())
def test_essentials_are_two_taps_away_and_can_be_touched(scene: str, size: tuple[int, int]) -> None:
    player = Player(size, "nl", scene)
    for dress in dressed(player):
        tab = player.app.tab
        assert isinstance(tab, Experiment)
        found: set[str] = set()
        for state, things in states(player.app, tab):
            assert not [*faults(player.app, things)], (dress, state)
            found |= {widget.describe() for widget in things}
        assert all(row.entry.value for row in forces(tab)), dress
        missing = [one.describe() for one in essentials(tab) if one.describe() not in found]
        assert not missing, dress
        assert tab.view.headline.text


@pytest.mark.parametrize("size", SOME, ids=str)
@pytest.mark.parametrize("page", PAGES)
def test_what_else_there_is_can_be_touched(page: str, size: tuple[int, int]) -> None:
    player = Player(size, "nl", "blocks")
    for dress in dressed(player):
        PAGES[page](player.app)
        assert not [*faults(player.app, shown(player.app))], dress
        if player.app.dialog is not None:
            player.app.dialog.close()
