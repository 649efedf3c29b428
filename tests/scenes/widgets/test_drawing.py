"""What all widgets share: room for a finger, words that fit, drawing from caches."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pygame
import pytest

from scenes.blocks.tape_card import TapeCard
from scenes.draw import look as looks
from scenes.draw import panels
from scenes.draw.icons import icon, ICONS
from scenes.draw.look import Look
from scenes.draw.palette import Colour, DEFAULT, PROFILES
from scenes.draw.panels import disc, hatched, put_rounded, rounded
from scenes.draw.shapes import put
from scenes.widgets.button import Button
from scenes.widgets.chart.axes import Axis
from scenes.widgets.chart.backdrop import Limit
from scenes.widgets.chart.plot import Plot, Series
from scenes.widgets.gauge import Gauge
from scenes.widgets.rich_text import RichText
from scenes.widgets.scroll import ScrollArea
from scenes.widgets.slider import Slider
from scenes.widgets.switch import Switch
from scenes.widgets.tabs import TabBar
from scenes.widgets.widget import Widget

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
    "tape": lambda: TapeCard("Tape", "zit er niet op", "zit erop", on=True),
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
    changed = (pygame.surfarray.array3d(screen) != (255, 0, 255)).any(axis=2)
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
    caches = (looks._font, looks._rendered, panels._rounded, panels._rim, disc, hatched, icon)
    before = [cache.cache_info().misses for cache in caches]

    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError(f"made anew: {args}")

    monkeypatch.setattr(pygame, "Surface", refuse)
    monkeypatch.setattr(pygame.font, "Font", refuse)
    monkeypatch.setattr(pygame.transform, "smoothscale", refuse)
    for state in STATES:
        put_in(widget, state)
        widget.draw(screen, look)
    assert [cache.cache_info().misses for cache in caches] == before


def test_dragging_a_slider_makes_only_words(plain: Look, screen: pygame.Surface) -> None:
    slider = placed("slider", plain)
    assert isinstance(slider, Slider)
    slider.pressed = True
    slider.draw(screen, plain)
    before = panels._rounded.cache_info().misses
    for value in range(0, 300, 5):
        slider.value = value
        slider.draw(screen, plain)
    assert panels._rounded.cache_info().misses == before


@pytest.mark.parametrize("scale", [1.0, 1.6, 3.0])
def test_sizes_follow_window_and_zoom(scale: float) -> None:
    small = Look(DEFAULT, scale, 1.0)
    large = replace(small, zoom=2.0)
    for name, make in WIDGETS.items():
        if name != "round":
            assert make().height(large, 10_000) > 0
        assert make().height(large, 2000) >= make().height(small, 2000)


@pytest.mark.parametrize("name", ICONS)
def test_icons_fill_their_square(name: str) -> None:
    for side in (16, 24, 72):
        art = icon(name, side, (0, 0, 0))
        assert art.get_size() == (side, side)
        box = art.get_bounding_rect(min_alpha=8)
        assert max(box.width, box.height) >= side * 0.55
        assert icon(name, side, (0, 0, 0)) is art


def test_unknown_icon_is_refused() -> None:
    with pytest.raises(KeyError):
        icon("unicorn", 24, (0, 0, 0))


def test_rounded_boxes_are_whole() -> None:
    fill, border = (10, 20, 30), (200, 100, 50)
    for size in ((3, 3), (10, 40), (300, 48), (900, 500)):
        box = rounded(size, 20, fill, border, 1.5)
        assert box.get_size() == size
        if min(size) > 10:
            assert tuple(box.get_at((size[0] // 2, size[1] // 2))) == (*fill, 255)
        assert box.get_at((0, 0)).a < 255
    hollow = rounded((60, 60), 10, None, border, 3)
    assert hollow.get_at((30, 30)).a == 0
    assert tuple(hollow.get_at((30, 1))) == (*border, 255)


def test_scroll_area_clips_and_gives_the_clip_back(look: Look, screen: pygame.Surface) -> None:
    area = ScrollArea([Button(str(number)) for number in range(20)])
    area.place(pygame.Rect(100, 100, 340, 200), look)
    screen.fill((255, 0, 255))
    screen.set_clip(pygame.Rect(0, 0, 1000, 700))
    area.draw(screen, look)
    assert tuple(screen.get_clip()) == (0, 0, 1000, 700)
    changed = (pygame.surfarray.array3d(screen) != (255, 0, 255)).any(axis=2)
    changed[100:440, 100:300] = False
    assert not changed.any()


def test_profiles_differ(screen: pygame.Surface) -> None:
    pictures = set()
    for palette in PROFILES.values():
        look = Look(palette)
        screen.fill(palette.panel)
        placed("slider", look).draw(screen, look)
        pictures.add(pygame.image.tobytes(screen, "RGB"))
    assert len(pictures) == len(PROFILES)


@pytest.mark.parametrize("fill", [None, (250, 240, 230)])
@pytest.mark.parametrize(("border", "width"), [(None, 0.0), ((30, 60, 90), 1.5), ((1, 2, 3), 4.0)])
@pytest.mark.parametrize("size", [(300, 201), (161, 400), (60, 40)])
def test_a_box_put_in_parts_looks_like_a_whole_one(
    size: tuple[int, int],
    fill: Colour | None,
    border: Colour | None,
    width: float,
) -> None:
    box = pygame.Rect((7, 9), size)
    for radius in (0, 2, 20.4, 30):
        whole, parts = pygame.Surface((500, 500)), pygame.Surface((500, 500))
        for surface in (whole, parts):
            surface.fill((200, 100, 50))
        put(whole, rounded(box.size, radius, fill, border, width), box.topleft)
        put_rounded(parts, box, radius, fill, border, width)
        apart = pygame.surfarray.array3d(whole).astype(int) - pygame.surfarray.array3d(parts)
        assert abs(apart).max() == 0
