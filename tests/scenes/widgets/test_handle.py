"""A handle: taken where it is or made to jump, one table of keys, and let go of by itself."""

import math

import pygame
import pytest

from scenes.draw.look import Look
from scenes.draw.palette import DEFAULT
from scenes.widgets.button import Button
from scenes.widgets.group import Group
from scenes.widgets.handle import Handle, KEYS, Move
from scenes.widgets.widget import Position
from tests.scenes.widgets.gestures import click, down, drag, move, press, up

SHIFT = pygame.KMOD_LSHIFT
BOX = pygame.Rect(100, 100, 200, 200)


class Dot(Handle):
    """A dot that is wherever it was dragged last, and that remembers what was asked of it."""

    def __init__(self) -> None:
        super().__init__()
        self.there = (200.0, 200.0)
        self.asked: list[Move] = []
        self.released = 0
        self.pressed_then: list[bool] = []
        self.place(BOX, Look(DEFAULT))

    @property
    def knob(self) -> tuple[float, float]:
        return self.there

    def on_knob(self, position: Position) -> bool:
        return math.dist(position, self.there) <= 10

    def drag_to(self, x: float, y: float) -> None:
        self.there = (x, y)
        self.pressed_then.append(self.pressed)

    def move_by(self, move: Move) -> None:
        self.asked.append(move)

    def let_go(self) -> None:
        self.released += 1


def test_on_its_knob_it_is_held_where_it_was_taken() -> None:
    dot = Dot()
    down(dot, (206, 197))
    assert (dot.there, dot.grip, dot.moved) == ((200, 200), (6, -3), False)
    move(dot, (256, 217))
    assert dot.there == (250, 220)
    up(dot, (256, 217))
    assert (dot.grip, dot.pressed, dot.released) == (None, False, 1)


def test_beside_its_knob_it_jumps_and_goes_wherever_the_pointer_goes() -> None:
    dot = Dot()
    drag(Group([dot]), [(120, 130), (900, -40)])
    assert dot.there == (900, -40)
    assert dot.moved
    # The jump comes before the press counts: undo takes the drags of a handle one by one.
    assert dot.pressed_then == [False, True]


def test_only_the_left_button_inside_takes_it() -> None:
    dot = Dot()
    assert not down(dot, (200, 200), button=3)
    assert not down(dot, (20, 20))
    assert not up(dot, (200, 200))
    assert not move(dot, (210, 210))
    assert (dot.there, dot.grip, dot.released) == ((200, 200), None, 0)


@pytest.mark.parametrize("end", ["Esc", "focus lost", "cancelled", "disabled"])
def test_what_ends_a_drag_leaves_all_as_it_is_and_is_no_release(end: str) -> None:
    dot = Dot()
    group = Group([dot])
    down(group, (150, 150))
    match end:
        case "Esc":
            assert press(group, pygame.K_ESCAPE)
            assert not press(group, pygame.K_ESCAPE)  # there is nothing left to let go of
        case "focus lost":
            group.handle(pygame.event.Event(pygame.WINDOWFOCUSLOST))
        case "cancelled":
            dot.cancel()
        case "disabled":
            dot.enabled = False
    move(group, (250, 250))
    up(group, (250, 250))
    assert (dot.there, dot.grip, dot.pressed) == ((150, 150), None, False)
    assert dot.released == 0


def test_esc_ends_a_drag_also_when_the_focus_has_gone_on() -> None:
    dot, button = Dot(), Button("x")
    button.rect = pygame.Rect(400, 100, 100, 50)
    group = Group([dot, button])
    down(group, (150, 150))
    press(group, pygame.K_TAB)
    assert button.focused
    assert dot.grip is not None
    assert press(group, pygame.K_ESCAPE)
    assert dot.grip is None
    click(group, button.rect.center)
    down(group, button.rect.center)
    assert not press(group, pygame.K_ESCAPE)  # a button is not dragged: Esc is the caller's


def test_one_table_of_keys() -> None:
    dot = Dot()
    wanted = {
        pygame.K_RIGHT: Move(1, 0),
        pygame.K_LEFT: Move(-1, 0),
        pygame.K_UP: Move(0, 1),
        pygame.K_DOWN: Move(0, -1),
        pygame.K_PAGEUP: Move(0, 1, "page"),
        pygame.K_PAGEDOWN: Move(0, -1, "page"),
        pygame.K_HOME: Move(-1, 0, "end"),
        pygame.K_END: Move(1, 0, "end"),
    }
    assert set(KEYS) == set(wanted)
    for key, asked in wanted.items():
        assert press(dot, key)
        assert dot.asked.pop() == asked
        assert not asked.fine
        assert press(dot, key, SHIFT)
        slow = dot.asked.pop()
        if asked.by == "step":
            assert slow.fine
            assert slow.along == pytest.approx(asked.along / 10)
        else:
            assert slow == asked  # pages and ends are what they are
        for chord in (pygame.KMOD_ALT, pygame.KMOD_CTRL, pygame.KMOD_META):
            assert not press(dot, key, chord)
    for key in (pygame.K_SPACE, pygame.K_RETURN, pygame.K_a):
        assert not press(dot, key)
    assert dot.asked == []
