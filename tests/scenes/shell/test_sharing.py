"""What is shared comes back."""

from collections.abc import Callable

import pygame
import pytest

from scenes.exercises.catalogue import Dose
from scenes.exercises.own_list import OwnList
from scenes.exercises.practice import PracticePage
from scenes.exercises.scene import ExercisesScene
from scenes.shell.app import App
from scenes.shell.machine.display import Options
from scenes.shell.machine.platform import Platform
from scenes.story.scene import StoryScene
from scenes.widgets.dialog import Dialog
from tests.scenes.player import Player


def test_what_is_shared_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    clipboard: list[str] = []

    def put(platform: Platform, text: str, done: Callable[[bool], None]) -> None:
        clipboard.append(text)
        done(True)

    monkeypatch.setattr(Platform, "copy", put)
    monkeypatch.setattr(Platform, "paste", lambda self, use: use(clipboard[-1]))
    player = Player(tape="1,2,3l", press=120, blocks=7)
    wanted = dict(player.scene.stack.settings)
    player.key(pygame.K_c)
    dialog = player.app.group.modal
    assert isinstance(dialog, Dialog)
    paste, copy = dialog.actions
    player.click(copy.rect.center)
    player.key(pygame.K_ESCAPE)
    player.scene.load({})
    player.key(pygame.K_c)
    dialog = player.app.group.modal
    assert isinstance(dialog, Dialog)
    player.click(dialog.actions[0].rect.center)
    assert player.scene.stack.settings == wanted
    assert player.app.group.modal is None
    clipboard.append("bloks?press=1000")
    player.app.exchange.load(clipboard[-1])
    assert player.app.group.modal is not None
    assert player.scene.stack.settings == wanted
    assert paste.text


PAGE = "https://a.example/"


def window(scene: str = "blocks", page: str = PAGE) -> App:
    app = App({}, Options("nl", scene=scene, size=(1280, 720), page_address=page), Platform())
    app.frame(0.0)
    return app


def shared(app: App) -> list[str]:
    """The links in the dialog, one of each chapter."""
    app.exchange.show()
    dialog = app.dialog
    assert isinstance(dialog, Dialog)
    return [chapter.widgets()[1].describe() for chapter in dialog.chapters]


def exercises_in(app: App) -> ExercisesScene:
    assert isinstance(app.scene, ExercisesScene)
    return app.scene


def test_exercises_are_shared_as_a_list_and_open_as_my_exercises_with_begin() -> None:
    app = window("exercises")
    scene = exercises_in(app)
    for name in ("draw_in", "bridge"):
        scene.toggle(name)
    scene.session.doses["bridge"] = Dose(2, 5, 7)
    scene.session.note = "never in a link"
    (link,) = shared(app)
    assert link == f"{PAGE}?scene=exercises&list=draw_in,bridge&dose=bridge.2x5x7&lang=nl"
    home = window()
    home.exchange.load(link)
    assert home.dialog is None
    page = exercises_in(home).page
    assert isinstance(page, OwnList)
    said = exercises_in(home).tells().line
    assert "Mijn oefeningen" in said
    assert "2 keer 5 × 7 tellen" in said
    home.frame(0.1)
    page.begin.activate()
    assert isinstance(exercises_in(home).page, PracticePage)
    assert (exercises_in(home).exercise, exercises_in(home).pacer is not None) == ("draw_in", True)
    exercises_in(home).show_cards()
    assert isinstance(exercises_in(home).page, OwnList)
    home.clear()
    assert exercises_in(home).session.chosen == []
    assert not isinstance(exercises_in(home).page, OwnList)


@pytest.mark.parametrize("page", ["", PAGE])
def test_a_step_of_the_story_is_shared(page: str) -> None:
    app = window("story", page)
    story = app.tab
    assert isinstance(story, StoryScene)
    story.go(4)
    (link,) = shared(app)
    assert "step=5" in link
    other = window()
    other.exchange.load(link)
    assert isinstance(other.tab, StoryScene)
    assert (other.tab.index, other.tab.teaching, other.dialog) == (4, False, None)


def test_of_the_lesson_the_step_is_shared_or_its_experiment() -> None:
    app = window()
    app.enter("teach")
    assert isinstance(app.tab, StoryScene)
    (first,) = shared(app)
    assert first == f"{PAGE}?scene=story&step=1&lesson=1&lang=nl"
    assert app.dialog is not None
    assert "de les" in app.dialog.chapters[0].widgets()[0].describe()
    app.tab.go(1)
    lesson, experiment = shared(app)
    assert lesson == f"{PAGE}?scene=story&step=2&lesson=1&lang=nl"
    assert experiment.startswith(f"{PAGE}?scene={app.experiment.name}&")
    other = window()
    other.exchange.load(lesson)
    assert isinstance(other.tab, StoryScene)
    assert (other.tab.index, other.tab.teaching) == (1, True)


@pytest.mark.parametrize("page", ["", PAGE])
def test_what_lies_over_the_picture_comes_along_and_how_it_looks_if_asked_for(page: str) -> None:
    app = window(page=page)
    app.experiment.show_extra("forces", shown=True)
    app.prefer(profile="contrast", zoom=1.5)
    (plain,) = shared(app)
    assert "shown=forces" in plain
    assert "profile" not in plain
    app.exchange.show(looks=True)
    dialog = app.dialog
    assert dialog is not None
    link = dialog.chapters[0].widgets()[1].describe()
    assert "profile=contrast&text=150" in link
    app.prefer(profile="default", zoom=1.0)
    other = window()
    other.exchange.load(link)
    assert (other.preferences.profile, other.preferences.zoom) == ("contrast", 1.5)
    assert other.experiment.extras == {"forces"}


def test_a_link_is_understood_as_far_as_it_goes_and_the_rest_is_said_once() -> None:
    app = window()
    app.exchange.load(
        "<https://a.example/?utm_source=x&amp;scene=spine&amp;multifidus=0,3&lang=NL>."
    )
    assert app.experiment.name == "spine"
    assert app.experiment.model.settings["multifidus"] == 0.3
    dialog = app.dialog
    assert dialog is not None
    assert "utm_source=x" in dialog.body.children[0].describe()
    dialog.close()
    app.frame(0.1)
    assert app.dialog is None


def test_the_window_begins_with_what_else_a_link_asks_for() -> None:
    link = "exercises?list=plank,plonk&dose=plank.1x5x7"
    app = App({}, Options("en", scene="exercises", size=(390, 844), link=link), Platform())
    app.exchange.begin(link)
    assert exercises_in(app).session.dose("plank") == Dose(1, 5, 7)
    dialog = app.dialog
    assert dialog is not None
    assert "list=plonk" in dialog.body.children[0].describe()
