"""Keeps what is shown and the page's address equal: each follows the other."""

from scenes.shell.app import App
from scenes.shell.links.address import asked_by, left_out
from scenes.shell.links.shown import look_as, looks_of, open_scene, shown_in
from scenes.web.host import Page
from sim.share import link_to


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

    def _obey(self, query: str) -> None:
        """From the address to the program."""
        asked = asked_by(query)
        self._seen = query
        self._looks = {*looks_of(self._app.preferences)} & {*asked.showing}
        look_as(self._app, asked)
        if asked.scene is not None:
            open_scene(self._app, asked, asked.scene, anew=True)
        elif self._app.scene is not self._app.start_screen:
            self._app.home()
        said = left_out(self._app.words, asked)
        if said:
            self._page.notice(said)

    def _query(self) -> str | None:
        """The query of what is shown, None where the address may stay as it is."""
        app = self._app
        language, looks = app.words.language, looks_of(app.preferences)
        looks = {name: look for name, look in looks.items() if name in self._looks}
        if app.scene is not app.tab:
            asked = asked_by(self._seen)
            untouched = asked.scene is None and asked.showing.get("lang", language) == language
            return None if untouched else link_to("", "", language, looks)
        shared, how = shown_in(app.tab)
        return link_to("", shared, language, how | looks)
