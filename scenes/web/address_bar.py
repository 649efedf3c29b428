"""Keeps what is shown and the page's address equal: each follows the other."""

from collections.abc import Mapping
from typing import Any

from scenes.experiment.base import Experiment
from scenes.shell.app import App
from scenes.story.scene import StoryScene
from scenes.web.address import Asked, asked_by, NONE, query_of
from scenes.web.host import Page
from sim.parameter import UserError, Value
from sim.share import encode


class AddressBar:
    """What the address asks for is shown; what is shown then stands in the address.

    How it looks stands there only if it did before: else it is the visitor's own affair, and
    nothing to hand on.
    """

    def __init__(self, app: App, page: Page) -> None:
        self._app, self._page = app, page
        self._seen = ""
        self._looks: set[str] = set()  # what the address says of how it looks
        self._obey(page.query())

    def follow(self) -> None:
        """Look at both: the address comes first, which a script may have changed."""
        if self._page.query() != self._seen:
            self._obey(self._page.query())
            return
        wanted = self._query()
        if wanted is not None and wanted != self._seen:
            self._page.link(wanted)
            self._seen = self._page.query()  # some browsers refuse where it changes often

    # -- from the address to the program -------------------------------------------------

    def _obey(self, query: str) -> None:
        asked = asked_by(query)
        self._seen = query
        self._look(asked)
        if asked.scene is not None:
            self._open(asked, asked.scene)
        elif self._app.scene is not self._app.start_screen:
            self._app.home()
        if asked.left_out:
            what = ", ".join(asked.left_out)
            self._page.notice(self._app.words("web.left_out", what=what))

    def _look(self, asked: Asked) -> None:
        names = {"profile": "profile", "text": "zoom"}
        self._looks = {name for name in names if name in asked.showing}
        now = self._app.preferences
        looks = {names[name]: asked.showing[name] for name in self._looks}
        changed = {name: look for name, look in looks.items() if getattr(now, name) != look}
        if changed:
            self._app.prefer(**changed)
        if asked.showing.get("lang", self._app.words.language) != self._app.words.language:
            self._app.language()

    def _open(self, asked: Asked, scene: str) -> None:
        app = self._app
        app.teach(wanted=bool(asked.showing.get("lesson", False)))
        app.scenes.choose(scene)
        settings = dict(asked.settings)
        while not self._begins(settings):  # each is right, but not all together
            asked.left_out.append("{}={}".format(*settings.popitem()))
        app.show(app.tab)
        tab, showing = app.tab, asked.showing
        if isinstance(tab, Experiment):
            tab.clock.speed = showing.get("slow", tab.clock.speed)
            tab.clock.paused = showing.get("paused", False)
            tab.extras.clear()
            tab.extras |= showing.get("shown", tab.first_extras)
            tab.translate(app.words)  # its switches show it
        elif isinstance(tab, StoryScene):
            tab.begin(teaching=showing.get("lesson", False))
            tab.go(min(showing.get("step", 1), len(tab.steps)) - 1)
            if "notes" in showing:
                tab.lesson.show_notes(showing["notes"])

    def _begins(self, settings: Mapping[str, Value]) -> bool:
        try:
            self._app.scenes.begin(settings)
        except UserError:
            return False
        return True

    # -- from the program to the address -------------------------------------------------

    def _query(self) -> str | None:
        """The query of what is shown, None where the address may stay as it is."""
        app = self._app
        language, looks = app.words.language, self._shown_looks()
        if app.scene is not app.tab:
            asked = asked_by(self._seen)
            untouched = asked.scene is None and asked.showing.get("lang", language) == language
            return None if untouched else query_of("", language, looks)
        tab = app.tab
        if isinstance(tab, Experiment):
            return query_of(encode(tab.name, tab.model.settings), language, _time(tab) | looks)
        return query_of(tab.name, language, _place(tab) | looks)

    def _shown_looks(self) -> dict[str, str]:
        preferences = self._app.preferences
        looks = {"profile": preferences.profile, "text": f"{100 * preferences.zoom:.0f}"}
        return {name: looks[name] for name in looks if name in self._looks}


def _time(tab: Experiment[Any, Any]) -> dict[str, str]:
    """Slow motion, pause, and what is shown over the picture, where they are not as ever."""
    found = {}
    if tab.clock.speed < 1:
        found["slow"] = f"{1 / tab.clock.speed:.0f}"
    if tab.clock.paused:
        found["paused"] = "1"
    if tab.extras != tab.first_extras:
        found["shown"] = ",".join(sorted(tab.extras)) or NONE
    return found


def _place(tab: object) -> dict[str, str]:
    """The step of the story or the lesson."""
    if not isinstance(tab, StoryScene):
        return {}
    found = {"step": str(tab.index + 1)}
    if tab.teaching:
        found["lesson"] = "1"
        # Over a picture they were asked for; beside one they are the reader's own affair.
        if tab.lesson.notes and tab.lesson.button.visible:
            found["notes"] = "1"
    return found
