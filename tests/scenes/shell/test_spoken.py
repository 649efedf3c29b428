"""What a screen reader says: what came of every push, once, and nothing that nobody caused."""

from itertools import pairwise

import pygame
import pytest

from scenes.shell.spoken import PAUSE, Spoken
from scenes.widgets.slider import Slider
from sim.catalogue import LANGUAGES, SCENES
from tests.scenes.player import Player

LOOK = 0.25  # s
FRAMES = 4  # between two looks
DRAWN = 4  # every how manieth look a picture is drawn


class Listener(Player):
    """A window with somebody who listens; `heard` are announcements with their times [s]."""

    def __init__(self, scene: str = "blocks", language: str = "en", **values: object) -> None:
        self.heard: list[tuple[float, str]] = []
        self._spoken: Spoken | None = None
        self._now = 0.0
        super().__init__((1280, 720), language, scene, **values)
        self._spoken = Spoken(self.app)
        self.wait(3 * LOOK)

    def wait(self, seconds: float) -> list[str]:
        """Let time pass; all that was said meanwhile."""
        before = len(self.heard)
        for look in range(round(seconds / LOOK)):
            for _ in range(FRAMES - 1):
                self.app.go_on(LOOK / FRAMES)
            (self.app.go_on if look % DRAWN else self.app.frame)(LOOK / FRAMES)
            self._now += LOOK
            assert self._spoken is not None
            news = self._spoken.news(LOOK)
            if news:
                self.heard.append((self._now, news))
        return [text for _, text in self.heard[before:]]

    def press(self, key: int, modifier: int = 0) -> None:
        """A key, without time passing."""
        self.app.handle(
            pygame.event.Event(
                pygame.KEYDOWN, key=key, mod=modifier, unicode=chr(key) if key < 127 else ""
            )
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_came_of_a_push_is_said_every_time(language: str) -> None:
    listener = Listener(tape="all", language=language)
    for _ in range(4):
        listener.press(pygame.K_p)
        said = "\n".join(listener.wait(6))
        assert {"en": "it stays up", "nl": "blijft staan"}[language] in said
        assert "0,1\u00a0mm" in said or "0.1\u00a0mm" in said
        assert said.count("mm") == 1


def test_how_far_it_went_follows_the_push() -> None:
    listener = Listener(tape="all", push=20, press=100)
    listener.press(pygame.K_p)
    assert "Largest displacement 8.2\u00a0mm" in "\n".join(listener.wait(6))


@pytest.mark.parametrize(
    ("scene", "key", "part"),
    [
        ("spine", pygame.K_p, "Largest displacement 0.4\u00a0degrees"),
        ("timing", pygame.K_p, "Right 2.4°, left"),
        ("recovery", pygame.K_p, "Bend"),
    ],
)
def test_every_scene_says_what_came_of_a_push(scene: str, key: int, part: str) -> None:
    values: dict[str, object] = {"multifidus": 0.5, "transversus": 0.5}
    listener = Listener(scene, "en", **(values if scene == "spine" else {}))
    listener.wait(8)
    for _ in range(3):
        listener.press(key)
        assert part in "\n".join(listener.wait(10)), listener.heard


def test_a_fall_is_said_every_time_however_short_the_stack_stood() -> None:
    listener = Listener()
    listener.press(pygame.K_p)
    assert "has fallen" in "\n".join(listener.wait(10))
    for _ in range(3):
        listener.press(pygame.K_s)
        listener.press(pygame.K_p)
        said = "\n".join(listener.wait(10))
        assert "fallen" in said or "falls" in said


def test_what_may_still_fall_is_not_said_to_stay_up() -> None:
    listener = Listener(push=0)
    listener.press(pygame.K_p)
    said = "\n".join(listener.wait(6))
    assert "so far" in said
    assert "stays up" not in said


@pytest.mark.parametrize("scene", SCENES)
def test_nothing_is_said_that_nobody_caused(scene: str) -> None:
    listener = Listener(scene)
    first = listener.wait(8)  # a year's first test goes by itself once it is opened
    assert listener.heard, first
    assert listener.wait(30) == []


def test_a_breathing_belly_answers_and_is_silent_again() -> None:
    listener = Listener("corset")
    listener.wait(8)
    listener.press(pygame.K_t)
    said = "\n".join(listener.wait(5))
    assert "75" in said
    assert "Transversus closes like a ring" in said
    assert len(said.split()) < 50
    assert listener.wait(15) == []
    listener.press(pygame.K_p)
    said = "\n".join(listener.wait(8))
    assert "After this breath: highest pressure in the belly" in said
    assert listener.wait(15) == []


def test_at_most_one_announcement_a_second_and_the_last_one_wins() -> None:
    listener = Listener()
    start = len(listener.heard)
    for _ in range(12):
        listener.press(pygame.K_PLUS)
        listener.wait(2 * LOOK)
    listener.wait(3)
    times = [time for time, _ in listener.heard[start:]]
    assert all(later - earlier >= PAUSE for earlier, later in pairwise(times))
    values = [text for _, text in listener.heard[start:] if "Hands press" in text]
    assert 3 <= len(values) <= 9
    assert "Hands press: 180\u00a0N" in values[-1]
    assert all(text.count("Hands press: ") == 1 for text in values)


def test_what_has_the_focus_says_its_value_itself_unless_it_is_dragged() -> None:
    listener = Listener()
    listener.wait(3)
    while not isinstance(focus := listener.app.group.focus, Slider):
        listener.press(pygame.K_TAB)
        assert listener.wait(2) == []
    listener.press(pygame.K_HOME)
    assert listener.wait(3) == []
    for kind, at in ((pygame.MOUSEBUTTONDOWN, 0.2), (pygame.MOUSEBUTTONUP, 0.2)):
        position = focus.rect.left + round(at * focus.rect.width), focus.rect.centery
        listener.app.handle(pygame.event.Event(kind, button=1, pos=position, touch=False))
    assert any(text.startswith(f"{focus.label}: ") for text in listener.wait(3))


def test_another_scene_or_dialog_drops_what_waits() -> None:
    listener = Listener()
    listener.press(pygame.K_PLUS)
    listener.wait(LOOK)
    listener.press(pygame.K_F1)
    said = listener.wait(3)
    assert any("Help" in text for text in said)
    listener.press(pygame.K_ESCAPE)
    assert any("The stack stands" in text for text in listener.wait(3))
    listener.press(pygame.K_PLUS)
    listener.app.choose("spine")
    assert ["The spine stands" in text for text in listener.wait(3)] == [True]
