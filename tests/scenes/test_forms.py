"""Which form a window has, and that in the hand all that matters is there and can be touched."""

import itertools
from collections.abc import Iterator
from typing import Any

import pygame
import pytest

from scenes.draw.palette import PROFILES
from scenes.experiment.base import Experiment
from scenes.forms import areas, Form, Insets, LEAST, look_for, Viewport
from scenes.shell.app import App
from scenes.story.teacher_notes import EXPERIMENT
from sim.catalogue import LANGUAGES, SCENES, with_model
from tests.harness.drawn_text import written
from tests.scenes.elsewhere import lesson, PAGES
from tests.scenes.player import Player

HAND = [(360, 640), (390, 844), (320, 520), (844, 390), (640, 360)]
DESK = [(1024, 600), (1280, 720), (768, 1024), (600, 800)]  # wide and stack
FURTHER = (300, 600)  # pixels down a panel that scrolls
ZOOMS = [1.0, 1.5, 2.0]


@pytest.mark.parametrize(
    ("size", "density", "form"),
    [
        ((390, 844), 1, "tall"),
        ((1170, 2532), 3, "tall"),
        ((599, 500), 1, "low"),
        ((599, 700), 1, "tall"),
        ((844, 390), 1, "low"),
        ((799, 600), 1, "low"),
        ((800, 480), 1, "wide"),
        ((800, 479), 1, "low"),
        ((768, 1024), 1, "stack"),
        ((1024, 600), 1, "wide"),
        ((2560, 1440), 2, "wide"),
    ],
)
def test_the_size_alone_decides(size: tuple[int, int], density: float, form: str) -> None:
    assert Viewport(size, density).form == form
    assert Viewport(size, density, asked=Form.WIDE).form == "wide"


def test_what_a_device_keeps_for_itself_stays_free() -> None:
    size, insets = (390, 844), Insets(47, 8, 34, 4)
    view = Viewport(size, insets=insets)
    look = look_for(view, PROFILES["default"], 1.0)
    found = areas(view, look)
    safe = pygame.Rect(4, 47, 390 - 12, 844 - 47 - 34)
    assert found.words is not None
    for part in (found.header, found.words, found.actions):
        assert safe.contains(part)
    assert found.play.left == 0  # a ground bleeds
    assert found.play.right == 390


@pytest.mark.parametrize("form", Form)
def test_letters_never_shrink_with_the_window(form: Form) -> None:
    for share in (0.2, 1.0, 1.7):
        size = (round(LEAST[form][0] * share), round(LEAST[form][1] * share))
        look = look_for(Viewport(size, asked=form), PROFILES["projector"], 1.0)
        assert look.scale >= 1.0


# -- in the hand ---------------------------------------------------------------------------


def opened(scene: str, size: tuple[int, int], language: str, profile: str, zoom: float) -> Player:
    player = Player(size, language, scene)
    player.app.prefer(profile=profile, zoom=zoom)
    player.frames(1)
    return player


def states(experiment: Experiment[Any, Any]) -> Iterator[str]:
    """Every page of the picture, and every height and page of the sheet, or all of the panel."""
    yield "first"
    if not experiment.view.in_hand:
        yield from panels(experiment)
        return
    for turned in range(1, len(experiment.view.pages)):
        experiment.view.strip.choose(turned)
        yield f"page {turned}"
    for height, page in itertools.product(("half", "full"), experiment.sheet.pages):
        experiment.sheet.page = page
        experiment.sheet.rise_to(height)
        yield f"{height} {page}"


def panels(experiment: Experiment[Any, Any]) -> Iterator[str]:
    """Both pages of a panel, then the further settings, scrolled down in steps."""
    for page in ("chart", "further settings"):
        if page == "chart":
            experiment.panel.pages.choose(1)
        else:
            experiment.unfold()
        yield page
        for down in FURTHER:
            for area in (experiment.panel.area, experiment.panel.beside):
                area.scroll_to(down)
            yield f"{page}, {down} down"


@pytest.mark.parametrize("told", [("nl", "default"), ("en", "contrast")], ids=str)
@pytest.mark.parametrize("size", HAND + DESK, ids=str)
@pytest.mark.parametrize("zoom", ZOOMS)
@pytest.mark.parametrize("scene", SCENES)
def test_every_line_is_whole_and_as_large_as_asked(
    scene: str,
    size: tuple[int, int],
    zoom: float,
    told: tuple[str, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nothing is shrunk, cut at a side, or written over something else: it folds instead."""
    player = opened(scene, size, *told, zoom)
    tab = player.app.tab
    for state in states(tab) if isinstance(tab, Experiment) else ["first"]:
        player.frames(1)
        lines = written(player.app, monkeypatch)
        assert lines
        for line in lines:
            assert not line.small, (state, line)
            assert not line.cut, (state, line)
        for one, other in itertools.combinations(lines, 2):
            assert not one.letters.colliderect(other.letters), (state, one, other)


def test_turning_the_phone_keeps_model_and_page() -> None:
    player = Player((390, 844), scene="spine", long_muscles=0.6)
    spine = player.app.tab
    assert isinstance(spine, Experiment)
    player.click(spine.sheet.pages["chart"].rect.center)
    assert spine.sheet.height == "half"
    pygame.display.set_mode((844, 390))
    pygame.event.post(pygame.event.Event(pygame.VIDEORESIZE, size=(844, 390)))
    player.frames(2)
    assert player.app.look.palette.type == 0.85
    assert spine.model.settings["erector_spinae"] == 0.6
    assert spine.sheet.page == "chart"
    assert spine.panel.plot in spine.panel.area.children


@pytest.mark.parametrize("zoom", [1.5, 2.0])
@pytest.mark.parametrize(
    "scene", [scene for scene in SCENES if scene not in {"exercises", "story"}]
)
def test_a_shut_drawer_is_no_larger_than_what_is_in_it(
    scene: str, zoom: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = opened(scene, (640, 360), "nl", "default", zoom)
    tab = player.app.tab
    assert isinstance(tab, Experiment)
    assert tab.sheet.shut
    buttons = [widget.rect for widget in tab.sheet.actions.widgets()]
    assert tab.sheet.rect.top >= min(buttons[0].top - 12, tab.sheet.grip.rect.top)
    assert not tab.sheet.grip.rect.colliderect(tab.view.strip.rect) or not tab.view.strips()
    assert not any(tab.sheet.grip.rect.colliderect(button) for button in buttons)
    lines = written(player.app, monkeypatch)
    inside = [line for line in lines if tab.sheet.rect.collidepoint(line.box.center)]
    assert inside
    for line in inside:
        assert any(button.contains(line.letters) for button in buttons), line


@pytest.mark.parametrize("zoom", [1.0, 1.3, 2.0])
@pytest.mark.parametrize("language", LANGUAGES)
def test_words_on_a_phones_side_stay_above_the_picture(language: str, zoom: float) -> None:
    player = opened("blocks", (640, 360), language, "default", zoom)
    app = player.app
    for scene in with_model():
        app.choose(scene)
        player.frames(1)
        within(app, app.experiment)
    for step in (3, 5):
        lesson(app, step, EXPERIMENT)
        player.frames(1)
        within(app, app.experiment)


def within(app: App, experiment: Experiment[Any, Any]) -> None:
    """State and reason end above what is shown, and nothing of them is cut."""
    line, areas = experiment.view._line, experiment.view._areas
    assert areas is not None
    for text in (line.headline, line.reason):
        if text.visible:
            assert text.rect.bottom <= areas.play.top + 2, text.text
            assert not text.layout(app.look, text.rect.width).cut, text.text


# -- besides the scenes --------------------------------------------------------------------


@pytest.mark.parametrize("told", [("nl", "default"), ("en", "projector")], ids=str)
@pytest.mark.parametrize("size", [(360, 640), (640, 360), (844, 390), (768, 1024), (1024, 600)])
def test_all_else_is_whole_and_as_large_as_asked(
    size: tuple[int, int], told: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    player = opened("blocks", size, *told, 1.0)
    app = player.app
    for zoom, page in itertools.product(ZOOMS, PAGES):
        app.prefer(zoom=zoom)
        PAGES[page](app)
        player.frames(1)
        lines = written(app, monkeypatch)
        assert lines
        faults = [line for line in lines if line.small or line.cut]
        assert not faults, (zoom, page)
        for one, other in itertools.combinations(lines, 2):
            assert not one.letters.colliderect(other.letters), (zoom, page, one, other)
        if app.dialog is not None:
            app.dialog.close()
