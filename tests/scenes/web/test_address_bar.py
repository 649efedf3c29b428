"""What is shown and the address are equal, whichever of them changes."""

from typing import Any

import pytest

from scenes.experiment.base import Experiment
from scenes.shell.links.address import asked_by
from scenes.story.scene import StoryScene
from sim.catalogue import with_model
from tests.scenes.web.fake_page import begin, FakePage, go_on
from tests.scenes.web.test_browser import ODD


def opened(query: str) -> tuple[FakePage, Experiment[Any, Any]]:
    page = FakePage(query)
    begin(page)
    return page, shown(page)


def shown(page: FakePage) -> Experiment[Any, Any]:
    assert page.program
    return page.program.app.experiment


@pytest.mark.parametrize("scene", with_model())
def test_what_is_not_named_is_as_the_scene_begins(scene: str) -> None:
    plain, named = (opened(f"?scene={scene}{more}")[1] for more in ("", "&"))
    name, value = next(iter(plain.model.settings.items()))
    _, named = opened(f"?scene={scene}&{name}={value}")
    assert named.model.settings == plain.model.settings


def test_a_setting_and_starting_over_leave_the_rest_alone() -> None:
    _, plain = opened("?scene=blocks")
    _, other = opened("?scene=blocks&press=60")
    wanted = {**plain.model.settings, "press": 60}
    assert other.model.settings == wanted
    other.change("press", 90)
    other.reset()
    assert other.model.settings == wanted


@pytest.mark.parametrize(
    "query",
    [
        "?scene=blocks&press=1000",
        "?scene=nothing",
        "?scene=blocks&x",
        "?scene=",
        "?fbclid=abc",
        *(f"?scene={odd}" for odd in ODD),
        *(f"?scene=blocks&press={odd}" for odd in ODD),
    ],
)
def test_what_is_not_understood_is_told_and_the_rest_is_shown(query: str) -> None:
    page = FakePage(query)
    app = begin(page).app
    assert app.group.modal is None
    assert len(page.notices) == 1
    assert "left out" in page.notices[0]
    asked = asked_by(query)
    assert app.scene is (app.tab if asked.scene else app.start_screen)


def test_settings_that_do_not_go_together_are_left_out() -> None:
    page, blocks = opened("?scene=blocks&blocks=4&push_block=5")
    assert "push_block=5" in page.notices[0]
    assert blocks.model.settings == opened("?scene=blocks&blocks=4")[1].model.settings


def test_how_it_is_shown_is_in_the_link_and_a_reload_keeps_it() -> None:
    page, blocks = opened("?scene=blocks&lang=en")
    blocks.clock.speed = 1 / 20
    blocks.clock.paused = True
    blocks.show_extra("forces", shown=True)
    go_on(page)
    assert {"slow=20", "paused=1", "shown=forces"} <= set(page.links[-1][1:].split("&"))
    again, other = opened(page.links[-1])
    assert (other.clock.speed, other.clock.paused) == (1 / 20, True)
    assert other.extras == {"forces"}
    assert again.links == []
    assert again.notices == []


def test_what_is_shown_at_first_can_be_linked_away() -> None:
    page, spine = opened("?scene=spine&lang=en")
    assert "shown=" not in page.links[-1]
    spine.extras.clear()
    go_on(page)
    assert "shown=none" in page.links[-1]
    assert opened(page.links[-1])[1].extras == set()


@pytest.mark.parametrize("lesson", [False, True])
def test_a_step_of_story_and_lesson_can_be_linked(lesson: bool) -> None:
    page = FakePage(f"?scene=story&step=3{'&lesson=1' if lesson else ''}")
    story = begin(page).app.tab
    assert isinstance(story, StoryScene)
    assert (story.index, story.teaching) == (2, lesson)
    story.go(3)
    go_on(page)
    assert "step=4" in page.links[-1]
    assert ("lesson=1" in page.links[-1]) == lesson


def test_notes_open_on_a_phone_by_a_link(monkeypatch: pytest.MonkeyPatch) -> None:
    page = FakePage("?scene=story&lesson=1&step=4&notes=1")
    monkeypatch.setattr(page, "size", lambda: [390, 844, 1.0])
    story = begin(page).app.tab
    assert isinstance(story, StoryScene)
    assert story.lesson.button.visible
    assert story.lesson.notes
    go_on(page)
    assert all("notes=1" in link for link in page.links)
    story.lesson.turn()
    go_on(page)
    assert "notes" not in page.links[-1]


def test_how_it_looks_stands_in_the_address_only_if_the_link_said_so() -> None:
    page = FakePage("?scene=blocks&profile=projector&text=150")
    program = begin(page)
    looks = program.app.preferences
    assert (looks.profile, looks.zoom) == ("projector", 1.5)
    assert page.text == ""  # it is not the visitor's own wish
    program.app.prefer(profile="contrast")
    go_on(page)
    assert "profile=contrast&text=150" in page.links[-1]
    plain = FakePage("?scene=blocks")
    begin(plain).app.prefer(profile="contrast")
    go_on(plain)
    assert "profile" not in plain.links[-1]


def test_the_start_screen_is_kept() -> None:
    page = FakePage("?scene=blocks&lang=en")
    program = begin(page)
    program.app.home()
    go_on(page)
    assert page.links[-1] == "?lang=en"
    assert begin(FakePage(page.links[-1])).app.scene.name == "start"


def test_an_address_that_a_script_changes_is_followed() -> None:
    page, _ = opened("?scene=blocks&lang=en")
    page.address_bar = "?scene=spine&multifidus=0.3&lang=nl"
    go_on(page)
    assert shown(page).name == "spine"
    assert shown(page).model.settings["multifidus"] == 0.3
    assert page.program
    assert page.program.app.words.language == "nl"
    page.address_bar = "?"
    go_on(page)
    assert page.program.app.scene is page.program.app.start_screen


def test_a_browser_that_refuses_to_change_the_address_is_not_followed_back() -> None:
    page, blocks = opened("?scene=blocks&press=60&lang=en")
    page.may_link = False
    blocks.change("press", 90)
    go_on(page)
    assert shown(page).model.settings["press"] == 90
    page.may_link = True
    go_on(page)
    assert "press=90" in page.address_bar
