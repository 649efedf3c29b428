"""Native elements of the page: what there is, and what is done with them."""

import pygame
import pytest

from scenes.story.people import PeopleScene
from scenes.web.controls import Controls
from scenes.widgets.slider import Slider
from scenes.widgets.widget import Widget
from sim.catalogue import LANGUAGES, SCENES
from tests.scenes.story.player import CAME, Reader, SHARES
from tests.scenes.web.fake_page import begin, FakePage, go_on, key


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scene", SCENES)
def test_every_stop_has_an_element_in_the_order_of_tab(scene: str, language: str) -> None:
    page = FakePage(f"?scene={scene}&lang={language}")
    program = begin(page)
    natives = program.controls._natives
    stops = [natives.key(stop) for stop in program.app.group.stops()]
    assert all(stops)
    assert [name for name in page.order if name in stops] == stops
    for name in page.order:
        one = page.elements[name]
        assert one["name"].strip(), one
        assert not one["inside"] or one["inside"] in page.order
    heading = page.elements[page.order[0]]
    assert heading["role"] == "heading"
    assert heading["name"] == program.app.words(f"app.{scene}")
    assert page.elements[page.order[1]]["role"] in {"text", "slider", "tablist", "button"}


def test_what_is_told_once_is_not_told_again() -> None:
    page = FakePage("?scene=blocks&lang=en")
    program = begin(page)
    key(page, pygame.K_SPACE)  # paused
    go_on(page, 12)
    assert program.app.rest
    before = page.messages
    go_on(page, 12)
    assert page.messages == before


def test_a_sentence_stands_there_once() -> None:
    page = FakePage("?scene=story&lang=en")
    begin(page)
    texts = [page.elements[name]["name"] for name in page.order]
    sentences = [part for text in texts for part in text.split(". ") if len(part) > 30]
    assert len(sentences) == len({*sentences})


def test_a_click_does_what_the_key_does() -> None:
    page = FakePage("?scene=blocks&lang=en")
    program = begin(page)
    tape = page.named("switch", "Tape")
    assert page.elements[tape]["state"] is False
    program.controls.press(tape)
    go_on(page)
    assert program.app.experiment.model.settings["tape"] == "all"
    assert page.elements[tape]["state"] is True
    assert page.focus == tape


def test_a_slider_takes_the_value_nearest_or_a_step_that_way() -> None:
    page = FakePage("?scene=blocks&lang=en")
    program = begin(page)
    press = page.named("slider", "Hands press")
    one = page.elements[press]
    program.controls.slide(press, 200.0)
    go_on(page)
    settings = program.app.experiment.model.settings
    assert settings["press"] == 200
    assert page.elements[press]["value"] == 200
    assert page.elements[press]["text"].startswith("200\u00a0N")
    program.controls.slide(press, 201.0)
    go_on(page)
    assert program.app.experiment.model.settings["press"] > 200
    assert (one["low"], one["high"]) == (0, 300)


def test_the_focus_of_page_and_picture_is_one() -> None:
    page = FakePage("?scene=blocks&lang=en")
    program = begin(page)
    press = page.named("slider", "Hands press")
    program.controls.focus(press)
    go_on(page)
    focus = program.app.group.focus
    assert isinstance(focus, Slider)
    assert focus.ring
    key(page, pygame.K_TAB)
    assert page.focus == program.controls._natives.key(program.app.group.focus)
    assert page.focus != press


def test_tabs_are_chosen_and_a_dialog_stands_alone() -> None:
    page = FakePage("?scene=blocks&lang=en")
    program = begin(page)
    program.controls.press(page.named("tab", program.app.words("app.spine")))
    go_on(page)
    assert program.app.scene.name == "spine"
    key(page, pygame.K_F1)
    (dialog, *inside) = page.order
    assert page.elements[dialog]["role"] == "dialog"
    assert page.elements[dialog]["name"] == program.app.dialog.title  # type: ignore[union-attr]
    assert all(page.elements[name]["inside"] for name in inside)
    assert page.focus in page.order
    program.controls.press(page.named("button", program.app.words("app.close")))
    go_on(page)
    assert program.app.dialog is None


def test_what_is_gone_is_left_alone() -> None:
    page = FakePage("?scene=blocks&lang=en")
    program = begin(page)
    press = page.named("slider", "Hands press")
    key(page, pygame.K_F1)
    program.controls.slide(press, 200.0)
    program.controls.press(press)
    program.controls.focus(press)
    go_on(page)
    assert program.app.dialog is not None
    assert program.app.experiment.model.settings["press"] != 200


class Listener(Reader):
    """Someone who knows what there is by role and name, and never sees or types."""

    def __init__(self, language: str) -> None:
        super().__init__(language=language)
        self.page = FakePage()
        self.controls = Controls(self.app, self.page)

    def look(self) -> None:
        self.frames(2)
        self.controls.follow(1.0)

    def press(self, name: str, role: str = "button") -> None:
        self.look()
        self.controls.press(self.page.named(role, name))
        self.frames(2)

    def key_of(self, widget: Widget) -> str:
        self.look()
        key = self.controls._natives.key(widget)
        assert key in self.page.order
        return key

    def do(self) -> None:
        """What the step asks for now."""
        scene = self.story.shown
        target = scene.target(self.target)
        if isinstance(scene, PeopleScene):
            self.press("7")
        elif self.target in SHARES:
            assert target is not None
            assert target.control is not None
            slider = self.page.elements[self.key_of(target.control)]
            value = slider["low"] + SHARES[self.target] * (slider["high"] - slider["low"])
            self.controls.slide(slider["key"], value)
        elif self.target == "year":
            key = self.key_of(self.stop())
            for _ in range(30):
                self.controls.slide(key, 1.0)
                self.frames(1)
        else:
            self.controls.press(self.key_of(self.stop()))
        self.frames(3)

    def stop(self) -> Widget:
        """Where Tab stops in the ring."""
        ring = self.ring()
        inside = [stop for stop in self.app.group.stops() if ring.contains(stop.rect)]
        around = [stop for stop in self.app.group.stops() if stop.rect.contains(ring)]
        return (inside or around)[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_story_goes_by_controls_alone(language: str) -> None:
    listener = Listener(language)
    story, words = listener.story, listener.app.words
    for step in story.steps:
        if step.question is not None:
            listener.press(words(f"answer.{CAME[step.name]}"))
            assert story.progress.guesses[step.name] == CAME[step.name]
        for part in step.parts:
            listener.do()
            assert listener.until(lambda part=part: part.met(story.shown.observed()), 60), step.name  # type: ignore[misc]
        assert listener.until(lambda: listener.finished, 5), step.name
        listener.press(story.bar.next.describe())
    assert story.progress.ended
