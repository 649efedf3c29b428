"""Thousands of random mouse, touch and key events on a full panel with a dialog."""

import pygame
from hypothesis import given, settings
from hypothesis import strategies as st

from scenes.draw.look import Look
from scenes.draw.palette import DEFAULT
from scenes.widgets.button import Button
from scenes.widgets.dialog import Chapter, Dialog
from scenes.widgets.group import Group
from scenes.widgets.rich_text import RichText
from scenes.widgets.scroll import ScrollArea
from scenes.widgets.slider import Slider
from scenes.widgets.switch import Switch
from scenes.widgets.switch_card import SwitchCard
from scenes.widgets.tabs import TabBar
from scenes.widgets.widget import Widget

WINDOW = pygame.Rect(0, 0, 1280, 720)
KEYS = (
    *(pygame.K_TAB,) * 4,
    *(pygame.K_SPACE, pygame.K_RETURN, pygame.K_ESCAPE, pygame.K_a),
    *(pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN),
    *(pygame.K_PAGEUP, pygame.K_PAGEDOWN, pygame.K_HOME, pygame.K_END),
)
SPOTS = st.tuples(st.integers(-5, 1285), st.integers(-5, 725))
BUTTONS = st.sampled_from([1, 1, 1, 1, 2, 3, 4, 5])
EVENTS = st.one_of(
    st.builds(
        lambda pos, button, touch: {"pos": pos, "button": button, "touch": touch, "kind": "down"},
        SPOTS,
        BUTTONS,
        st.booleans(),
    ),
    st.builds(lambda pos, button: {"pos": pos, "button": button, "kind": "up"}, SPOTS, BUTTONS),
    st.builds(lambda pos: {"pos": pos, "kind": "move"}, SPOTS),
    st.builds(lambda y: {"x": 0, "y": y, "kind": "wheel"}, st.integers(-3, 3)),
    st.builds(
        lambda key, mod: {"key": key, "mod": mod, "kind": "key"},
        st.sampled_from(KEYS),
        st.sampled_from([0, 0, 0, pygame.KMOD_LSHIFT, pygame.KMOD_LALT]),
    ),
    st.builds(lambda key: {"key": key, "mod": 0, "kind": "key up"}, st.sampled_from(KEYS)),
    st.just({"kind": "lost"}),
)
TYPES = {
    "down": pygame.MOUSEBUTTONDOWN,
    "up": pygame.MOUSEBUTTONUP,
    "move": pygame.MOUSEMOTION,
    "wheel": pygame.MOUSEWHEEL,
    "key": pygame.KEYDOWN,
    "key up": pygame.KEYUP,
    "lost": pygame.WINDOWFOCUSLOST,
}


def panel(look: Look) -> tuple[Group, list[Widget]]:
    dialog = Dialog(
        "About", [Chapter("a", "text " * 900), Chapter("b", "short")], close_name="Close"
    )
    host = Group()
    inner: list[Widget] = [
        SwitchCard("Tape", "off", "on"),
        Slider("Hands", 0, 300, 5),
        Slider("Finger", 0, 50, 0.1, power=3),
        Switch("Bones"),
        Button("More", kind="row", icon="chevron"),
        RichText("words " * 60),
        Button("About", on_press=lambda: dialog.show(host, WINDOW, look)),
    ]
    area = ScrollArea(inner)
    tabs = TabBar(["Blocks", "Spine", "Timing"])
    host.add(tabs, area)
    tabs.place(pygame.Rect(20, 10, 200, 48), look)
    area.place(pygame.Rect(800, 80, 460, 400), look)
    return host, [*inner, area, tabs, *dialog.group.widgets]


@settings(max_examples=60, deadline=None)
@given(events=st.lists(EVENTS, min_size=30, max_size=80), zoom=st.sampled_from([1.0, 2.0]))
def test_random_input_leaves_everything_sound(events: list[dict[str, object]], zoom: float) -> None:
    look = Look(DEFAULT, 1.0, zoom)
    screen = pygame.Surface(WINDOW.size)
    group, widgets = panel(look)
    for number, event in enumerate(events):
        details = {key: value for key, value in event.items() if key != "kind"}
        if event["kind"] == "move":
            details |= {"rel": (0, 0), "buttons": (0, 0, 0)}
        group.handle(pygame.event.Event(TYPES[str(event["kind"])], details))
        focused = [widget for widget in widgets if widget.focused]
        assert len(focused) <= 1
        if group.focus is not None:
            assert group.focus in group.stops()
        if number % 10 == 0:
            group.draw(screen, look)
    for button in (1, 2, 3):
        group.handle(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=(0, 719), button=button))
    for key in KEYS:
        group.handle(pygame.event.Event(pygame.KEYUP, key=key, mod=0))
    assert not any(widget.pressed for widget in widgets)
