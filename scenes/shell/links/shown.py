"""Shows what a link asks for, and says which link shows what is seen."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from scenes.exercises.link import fields_of
from scenes.exercises.scene import ExercisesScene
from scenes.experiment.base import Experiment
from scenes.experiment.protocols import Scene, TabScene
from scenes.preferences import Preferences
from scenes.shell.links.address import Asked
from scenes.shell.links.meanings import NONE
from scenes.shell.registry import Scenes
from scenes.story.scene import StoryScene
from scenes.text.words import Words
from sim.parameter import UserError, Value
from sim.share import encode

LOOKS = {"profile": "profile", "text": "zoom"}
"""What a link calls the preferences that it may carry."""


class Window(Protocol):
    """What links need of the window."""

    words: Words
    preferences: Preferences
    scenes: Scenes

    @property
    def tab(self) -> TabScene:
        """The scene that is chosen."""

    def show(self, scene: Scene) -> None:
        """Change to another scene."""

    def prefer(self, **changes: object) -> None:
        """Change how things look."""

    def language(self) -> None:
        """Change to the other language."""

    def teach(self, *, wanted: bool) -> None:
        """Have the words of who teaches, or the plainer ones of patients."""


def look_as(window: Window, asked: Asked) -> None:
    """Take up language, profile and size of text."""
    looks = {LOOKS[name]: asked.showing[name] for name in LOOKS if name in asked.showing}
    now = window.preferences
    changed = {name: look for name, look in looks.items() if getattr(now, name) != look}
    if changed:
        window.prefer(**changed)
    if asked.showing.get("lang", window.words.language) != window.words.language:
        window.language()


def open_scene(window: Window, asked: Asked, scene: str, *, anew: bool) -> None:
    """Show a scene with the settings of a link, which starting over comes back to if `anew`.

    Each setting is right, but maybe not all together: then the last ones are left out.
    """
    window.scenes.choose(scene)
    if anew or not isinstance(window.tab, Experiment):
        _take(asked, window.scenes.begin)
    else:
        _take(asked, window.tab.load)
    window.show(window.tab)
    show_how(window, asked)


def _take(asked: Asked, begin: Callable[[Mapping[str, Value]], None]) -> None:
    settings = dict(asked.settings)
    while True:
        try:
            begin(settings)
        except UserError as error:
            asked.leave("{}={}".format(*settings.popitem()), error)
        else:
            return


def show_how(window: Window, asked: Asked) -> None:
    """What a link asks of its scene beside settings: pace, overlays, step, list."""
    tab, showing = window.tab, asked.showing
    window.teach(wanted=showing.get("lesson", False))
    match tab:
        case Experiment():
            tab.clock.speed = showing.get("slow", tab.clock.speed)
            tab.clock.paused = showing.get("paused", False)
            tab.extras.clear()
            tab.extras |= showing.get("shown", tab.first_extras)
            tab.translate(window.words)  # its switches show it
        case StoryScene():
            tab.begin(teaching=showing.get("lesson", False))
            tab.go(min(showing.get("step", 1), len(tab.steps)) - 1)
            if "notes" in showing:
                tab.lesson.show_notes(showing["notes"])
        case ExercisesScene() if showing.get("list"):
            tab.take_home(showing["list"], showing.get("dose", {}))


def shown_in(tab: TabScene) -> tuple[str, dict[str, str]]:
    """The share string of a scene, and what a link says of it beside that."""
    match tab:
        case Experiment():
            return encode(tab.name, tab.model.settings), _pace_and_extras(tab)
        case StoryScene():
            return tab.name, _place(tab)
        case ExercisesScene():
            return tab.name, fields_of(tab.session)
    return tab.name, {}


def _pace_and_extras(tab: Experiment[Any, Any]) -> dict[str, str]:
    """Slow motion, pause, and what is shown over the picture, where they are not as ever."""
    found = {}
    if tab.clock.speed < 1:
        found["slow"] = f"{1 / tab.clock.speed:.0f}"
    if tab.clock.paused:
        found["paused"] = "1"
    if tab.extras != tab.first_extras:
        found["shown"] = ",".join(sorted(tab.extras)) or NONE
    return found


def _place(tab: StoryScene) -> dict[str, str]:
    """The step of the story or the lesson."""
    found = {"step": str(min(tab.index + 1, len(tab.steps)))}
    if tab.teaching:
        found["lesson"] = "1"
        # Over a picture they were asked for; beside one they are the reader's own affair.
        if tab.lesson.notes and tab.lesson.button.visible:
            found["notes"] = "1"
    return found


def looks_of(preferences: Preferences) -> dict[str, str]:
    """Profile and size of text, as a link says them."""
    return {"profile": preferences.profile, "text": f"{100 * preferences.zoom:.0f}"}
