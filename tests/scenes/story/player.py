"""Goes through the story as somebody new would, with taps or with keys alone."""

import itertools

import pygame

from scenes.experiment.base import Experiment
from scenes.story.card import Card
from scenes.story.people import PeopleScene
from scenes.story.scene import StoryScene
from tests.scenes.draw.pixels import among
from tests.scenes.player import Player
from tests.scenes.windows import every_widget

SIZES = [(1024, 600), (1280, 720), (1920, 1080)]
HANDS = ("skin", "skin2", "cuff", "cuff2", "cuff_b", "cuff_b2")
# What a finger does with each thing that a step points at: where on its slider it taps.
SHARES = {"press": 0.9, "long_muscles": 0.95, "deep_muscles": 0.95}
# What the keyboard does instead: keys and how often.
KEYS: dict[str, list[int]] = {
    "tap": [pygame.K_p],
    "press": [pygame.K_EQUALS] * 18,
    "tape": [pygame.K_t],
    "long_muscles": [pygame.K_EQUALS] * 8,
    "deep_muscles": [pygame.K_t],
    "arm": [pygame.K_p],
    "training": [pygame.K_t],
}


class Reader(Player):
    """Someone who chose "Show me", or "I teach", on the start screen."""

    def __init__(
        self, way: str = "show", size: tuple[int, int] = (1280, 720), language: str = "nl"
    ) -> None:
        super().__init__(size, language)
        self.app.prefer(zoom=1.0)
        self.app.home()
        self.frames(1)
        self.click(self.choice(way))

    def choice(self, way: str) -> tuple[int, int]:
        """Where a way in is on the start screen."""
        index = ("show", "try", "teach").index(way)
        return self.app.start_screen.choices[index].rect.center

    @property
    def story(self) -> StoryScene:
        """The scene."""
        assert isinstance(self.app.scene, StoryScene)
        return self.app.scene

    @property
    def target(self) -> str:
        """What the ring is round."""
        return self.story.step.target(self.story.shown.observed())

    def ring(self) -> pygame.Rect:
        """Where the ring is."""
        found = self.story.guide.pointer.target
        assert found is not None, self.story.step.name
        return found

    @property
    def finished(self) -> bool:
        """Whether the way on is open."""
        return self.story.bar.next.enabled

    def touch(self) -> None:
        """Do with a finger what the ring points at."""
        target, ring = self.target, self.ring()
        scene = self.story.shown
        if isinstance(scene, PeopleScene):
            self.click(scene.crowd.cell(6).center)
        elif target in SHARES:
            assert isinstance(scene, Experiment)
            box = scene.panel.sliders[target].rect
            assert ring.contains(box)
            self.click((box.left + SHARES[target] * box.width, box.bottom - 14))
        elif target == "year":
            y = ring.centery
            self.drag([(ring.left + ring.width * share, y) for share in (0.2, 0.4, 0.6)])
        else:
            self.click(ring.center)

    def type(self) -> None:
        """Do the same with keys; Tab leads to what has no key of its own."""
        target = self.target
        if target in KEYS:
            for key in KEYS[target]:
                self.key(key)
            return
        self.focus_on_target()
        if target == "year":
            for _ in range(5):
                self.key(pygame.K_PAGEUP)
        else:
            self.key(pygame.K_RETURN)

    def focus_on_target(self) -> None:
        """Press Tab until the focus lies in the ring."""
        for _ in range(60):
            self.key(pygame.K_TAB)
            focus = self.app.group.focus
            if focus is not None and self.ring().contains(focus.rect):
                return
        raise AssertionError(f"Tab does not lead to {self.target}")


def read(reader: Reader, *, by_touch: bool) -> list[str]:
    """Go through the whole story; the names of the steps that were done."""
    story = reader.story
    seen = []
    for index, step in enumerate(story.steps):
        assert story.index == index
        assert not reader.finished, step.name
        for part in step.parts:
            assert reader.target == part.target
            (reader.touch if by_touch else reader.type)()
            assert reader.until(lambda part=part: part.met(story.shown.observed()), 60), step.name  # type: ignore[misc]
        assert reader.until(lambda: reader.finished, 5), step.name
        assert story.guide.card.text.text == reader.app.words(f"story.{step.name}_seen")
        assert story.guide.pointer.target is None
        seen.append(step.name)
        if by_touch:
            reader.click(story.bar.next.rect.center)
        else:
            reader.key(pygame.K_n)
    assert story.index == 0
    return seen


def hand_pixels(reader: Reader, box: pygame.Rect) -> int:
    """How many pixels of hands and sleeves lie in a box, without the card."""
    card = reader.story.guide.card
    card.visible = False
    reader.app.draw()
    card.visible = True
    palette = reader.app.look.palette
    colours = [getattr(palette, name) for name in HANDS]
    return among(reader.app.surface.subsurface(box), colours, every=3)


def check_picture(reader: Reader) -> None:
    """Nothing lies on target, hands or words; everything is inside the window."""
    story, window = reader.story, reader.app.surface.get_rect()
    guide, scene = story.guide, story.shown
    card, where = guide.card, (story.step.name, window.size, reader.app.look.zoom)
    in_play = card in guide.widgets()
    if in_play:
        assert reader.app.group.at(card.rect.center) is card
        lines = scene.line if isinstance(scene, PeopleScene) else scene.view  # type: ignore[attr-defined]
        for text in (lines.headline, lines.reason):
            assert not (text.visible and card.rect.colliderect(text.rect)), where
        if guide.pointer.target is not None:
            assert not card.rect.colliderect(guide.pointer.target), where
        assert hand_pixels(reader, card.rect) == 0, where
    else:
        assert card.parent is guide.area
        assert card.rect.top >= guide.area.rect.top
    assert window.contains(card.rect) or not in_play, where
    for text in (card.title, card.text):
        assert not text.layout(reader.app.look, text.rect.width).cut
        assert card.rect.contains(text.rect), where
    if guide.pointer.target is not None:
        # What is pointed at can be seen, and nothing of the story lies over its middle.
        assert window.contains(guide.pointer.target.clip(window)), where
        assert window.collidepoint(guide.pointer.target.center), where
        found = reader.app.group.at(guide.pointer.target.center)
        assert found is not None, where
        assert not isinstance(found, Card), where
    row = [widget for widget in story.bar.widgets() if widget.visible]
    for one, other in itertools.combinations(row, 2):
        assert not one.rect.colliderect(other.rect), where
    for widget in every_widget(reader.app.group.widgets):
        assert widget.rect.left >= 0, where
        assert widget.rect.right <= window.right, where
    for stop in (*story.bar.widgets()[:3], *guide.rows):
        assert stop.rect.width >= 44, where
        assert stop.rect.height >= 44, where
