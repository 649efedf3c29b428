"""What all widgets share: room for a finger, words that fit, drawing from caches."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pygame
import pytest

from scenes.draw import look as looks
from scenes.draw import panels
from scenes.draw.look import Look
from scenes.draw.palette import DEFAULT, PROFILES
from scenes.draw.surface_cache import STORE
from scenes.widgets.button import Button
from scenes.widgets.chart.axes import Axis
from scenes.widgets.chart.backdrop import Limit
from scenes.widgets.chart.plot import Plot, Series
from scenes.widgets.meters.gauge import Gauge
from scenes.widgets.rich_text import RichText
from scenes.widgets.slider import Slider
from scenes.widgets.switch import Switch
from scenes.widgets.switch_card import SwitchCard
from scenes.widgets.tabs import TabBar
from scenes.widgets.widget import Widget
from tests.scenes.draw.pixels import away

X = np.linspace(0, 1, 200)
WIDGETS: dict[str, Callable[[], Widget]] = {
    "slider": lambda: Slider(
        "Handen drukken hard",
        0,
        300,
        5,
        value=100,
        note="lange buik- en rugspieren",
        colour="brick",
    ),
    "button": lambda: Button("Opnieuw", icon="reset"),
    "stacked": lambda: Button("Opnieuw", icon="reset", stacked=True),
    "primary": lambda: Button("Verder", kind="primary"),
    "toggle": lambda: Button("Traag", icon="slow", kind="toggle", on=True),
    "round": lambda: Button(icon="help", kind="round", name="Help"),
    "text": lambda: Button("Overslaan", kind="text"),
    "row": lambda: Button("Meer instellen", icon="chevron", kind="row"),
    "switch": lambda: Switch("Wervels tonen", on=True),
    "tape": lambda: SwitchCard("Tape", "zit er niet op", "zit erop", on=True),
    "tabs": lambda: TabBar(["Blokjes", "Wervels", "Timing"]),
    "segments": lambda: TabBar(["Schuiven", "Grafiek"], segmented=True),
    "gauge": lambda: Gauge("Reserve", -1, 1, 0, caption_low="valt om", caption_high="blijft staan"),
    "text block": lambda: RichText("Een **vet** woord\n- en een punt"),
    "plot": lambda: Plot(
        "Opzij", Axis(0, 1), Axis(0, 1), series=[Series(X, X, label="nu")], limit=Limit(0.5, "om")
    ),
}
STATES = ("plain", "hovered", "pressed", "ring", "disabled")


def placed(name: str, look: Look, width: int = 316) -> Widget:
    widget = WIDGETS[name]()
    widget.place(pygame.Rect(20, 20, width, widget.height(look, width)), look)
    return widget


def put_in(widget: Widget, state: str) -> None:
    widget.enabled = state != "disabled"
    widget.hovered, widget.pressed = state in ("hovered", "pressed"), state == "pressed"
    widget.focused = widget.ring = state == "ring"


@pytest.mark.parametrize("name", WIDGETS)
def test_room_for_a_finger(name: str, look: Look) -> None:
    widget = WIDGETS[name]()
    if widget.focusable:
        assert widget.height(look, 316) >= 44
        assert widget.width(look) >= 44


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("name", WIDGETS)
def test_every_state_in_every_look(
    name: str, state: str, look: Look, screen: pygame.Surface
) -> None:
    widget = placed(name, look)
    put_in(widget, state)
    widget.draw(screen, look)
    widget.draw_over(screen, look)
    assert widget.describe()


@pytest.mark.parametrize("width", [200, 316])
@pytest.mark.parametrize("name", WIDGETS)
def test_nothing_is_drawn_outside(name: str, width: int, look: Look) -> None:
    """No words, and nothing else, left or right of the widget, nor above or below it."""
    widget = placed(name, look, width)
    screen = pygame.Surface((width + 40, widget.rect.height + 40))
    screen.fill((255, 0, 255))
    widget.draw(screen, look)
    changed = away(screen, (255, 0, 255)) > 0
    # A knob may reach a pixel over the end of its track, a pointer over its scale.
    changed[18 : width + 22, 18 : widget.rect.height + 22] = False
    assert not changed.any()


@pytest.mark.parametrize("name", WIDGETS)
def test_drawing_again_makes_nothing_new(
    name: str, look: Look, screen: pygame.Surface, monkeypatch: pytest.MonkeyPatch
) -> None:
    widget = placed(name, look)
    for state in STATES:
        put_in(widget, state)
        widget.draw(screen, look)
    before = STORE.clock, looks._font.cache_info().misses

    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError(f"made anew: {args}")

    monkeypatch.setattr(pygame, "Surface", refuse)
    monkeypatch.setattr(pygame.font, "Font", refuse)
    monkeypatch.setattr(pygame.transform, "smoothscale", refuse)
    for state in STATES:
        put_in(widget, state)
        widget.draw(screen, look)
    assert (STORE.clock, looks._font.cache_info().misses) == before


def test_dragging_a_slider_makes_only_words(
    plain: Look, screen: pygame.Surface, monkeypatch: pytest.MonkeyPatch
) -> None:
    slider = placed("slider", plain)
    assert isinstance(slider, Slider)
    slider.pressed = True
    slider.draw(screen, plain)

    def refuse(*args: object) -> None:
        raise AssertionError(f"painted anew: {args}")

    monkeypatch.setattr(panels, "_painted", refuse)
    for value in range(0, 300, 5):
        slider.value = value
        slider.draw(screen, plain)


@pytest.mark.parametrize("scale", [1.0, 1.6, 3.0])
def test_sizes_follow_window_and_zoom(scale: float) -> None:
    small = Look(DEFAULT, scale, 1.0)
    large = replace(small, zoom=2.0)
    for name, make in WIDGETS.items():
        if name != "round":
            assert make().height(large, 10_000) > 0
        assert make().height(large, 2000) >= make().height(small, 2000)


def test_profiles_differ(screen: pygame.Surface) -> None:
    pictures = set()
    for palette in PROFILES.values():
        look = Look(palette)
        screen.fill(palette.panel)
        placed("slider", look).draw(screen, look)
        pictures.add(pygame.image.tobytes(screen, "RGB"))
    assert len(pictures) == len(PROFILES)
