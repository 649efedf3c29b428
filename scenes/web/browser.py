"""The program in a web page.

`Program` is what the page starts and asks. Files are saved in the runtime's own file
system: a picture that appears there is handed over as a download.
"""

import importlib
import os
import warnings
from datetime import datetime
from pathlib import Path

import pygame

from scenes import saving
from scenes.draw.shapes import blend_straight
from scenes.forms import Insets
from scenes.shell.app import App
from scenes.shell.images.clip import clip_frames, CLIP_RATE
from scenes.shell.images.clip import SIZE as CLIP_SIZE
from scenes.shell.links.address import asked_by
from scenes.shell.machine.display import Options
from scenes.shell.machine.memory import tidy_at_rest
from scenes.shell.spoken import Spoken
from scenes.shell.start_screen import WAYS
from scenes.text import words
from scenes.web.address_bar import AddressBar
from scenes.web.controls import Controls
from scenes.web.host import Browser, Page
from scenes.web.text_input import TextInput
from sim.catalogue import LANGUAGES

FILES = Path("/files")
LOOK = 0.25  # s between two looks at what is to be said, kept or handed over
TYPES = {".png": "image/png", ".csv": "text/csv", ".pdf": "application/pdf"}


class Program:
    """The app in the page, which calls `run` and tells of its size and its focus."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._prepare()
        self._host = Browser(page)
        width, height, self._host.density, *insets = page.size()
        self._host.insets = Insets(*insets)
        self._host.enlarged = page.enlarged()
        size = round(width), round(height)
        looks = asked_by(page.query()).showing
        options = Options(
            page.language,
            looks.get("profile"),
            looks.get("text"),
            size=size,
            resizable=False,
            start=True,
        )
        self.app = App({}, options, self._host)
        own = {"clip": self._clip, "fullscreen": self._fullscreen}
        self._host.actions = {**self._host.actions, **own}
        self._address = AddressBar(self.app, page)
        self._spoken = Spoken(self.app)
        self.text_input = TextInput(self.app, page)
        self.controls = Controls(self.app, page)
        self._since_look = 0.0
        tidy_at_rest()
        self.app.frame(0.0)  # the page takes its loading screen away when this returns

    def _prepare(self) -> None:
        """The folder and the words of a page."""
        os.environ["SDL_EMSCRIPTEN_KEYBOARD_ELEMENT"] = "#canvas"
        os.environ[saving.FOLDER] = str(FILES)
        blend_straight()
        FILES.mkdir(exist_ok=True)
        for language in LANGUAGES:
            table = words.table(language)
            table["app.saved"] = table["web.saved"]  # there is no pictures folder to name

    async def run(self) -> None:
        """Go on for as long as the page is there."""
        await self.app.main(self._next_frame)

    async def _next_frame(self) -> float:
        if not self.app.rest:
            self.text_input.follow()  # in the same picture as what lies below it
        passed = await self._page.frame(self.app.rest.dozes(0.0))
        self.controls.follow(passed)
        self._since_look += passed
        if self._since_look >= LOOK:
            since, self._since_look = self._since_look, 0.0
            self._look(since)
        return passed

    def _look(self, passed: float) -> None:
        """Tell the page what has changed."""
        app, page = self.app, self._page
        news = self._spoken.news(passed)
        if news:
            page.say(news, app.words.language, app.words("web.name"))
        self._address.follow()
        for path in FILES.iterdir():
            page.save(path.name, TYPES.get(path.suffix, ""), path.read_bytes())
            path.unlink()

    def _clip(self) -> None:
        """Let the browser film the last push."""
        suffix = self._page.film_suffix()
        if not suffix:
            self.app.tell(self.app.words("web.no_clip"))
            return
        frames = clip_frames(self.app.experiment)
        name = saving.new_path(FILES, "spinestack", suffix, datetime.now()).name

        def frame() -> bytes | None:
            surface = next(frames, None)
            return None if surface is None else pygame.image.tobytes(surface, "RGBA")

        self._page.record(name, *CLIP_SIZE, CLIP_RATE, frame)
        self.app.tell(self.app.words("web.clip", name=name))

    def _fullscreen(self) -> None:
        self._host.fullscreen(lambda: self.app.tell(self.app.words("app.no_fullscreen")))

    # -- what the page tells -----------------------------------------------------------

    def begin(self, way: str, chosen: bool) -> None:
        """Go the way in that was chosen before the program was there, or point at it."""
        if chosen:
            self.app.enter(way)
        else:
            index = [name for name, *_ in WAYS].index(way)
            self.app.group.focus_on(self.app.start_screen.choices[index], keyboard=True)

    def resize(self, width: int, height: int, density: float, *insets: float) -> None:
        """Take up a size in pixels, of which the device keeps some at its edges."""
        host, before = self._host, self.app.screen.viewport(self._host)
        enlarged, host.enlarged = host.enlarged, self._page.enlarged()
        host.density, host.insets = density, Insets(*insets)
        changed = before != self.app.screen.viewport(host) or enlarged != host.enlarged
        if changed or before.size != (width, height):
            pygame.display.set_mode((width, height))
            pygame.event.post(pygame.event.Event(pygame.VIDEORESIZE, size=(width, height)))

    def can_make_pdf(self) -> None:
        """The library for it lies there now."""
        importlib.invalidate_caches()
        # The runtime has no ssl: fpdf2 names these when it is loaded, though nothing is fetched.
        for module, name in (("urllib.request", "HTTPHandler"), ("http.client", "HTTPConnection")):
            found = vars(importlib.import_module(module))
            found.setdefault(name.replace("HTTP", "HTTPS"), found[name])
        warnings.filterwarnings("ignore", "Pillow could not be imported")  # nor is it needed

    def takes_wheel(self, x: int, y: int, down: bool) -> bool:
        """Whether the wheel moves something there; if not, it is for the page around."""
        return self.app.group.takes_wheel((x, y), down=down)

    def let_go(self) -> None:
        """A second finger has come: what the first one began is not meant."""
        pygame.event.post(pygame.event.Event(pygame.WINDOWFOCUSLOST))

    def leaves(self, backwards: bool) -> bool:
        """Whether Tab leads out of the program from here; if so, no control has the focus."""
        group = self.app.group
        ends = group.stops()[:: -1 if backwards else 1][-1:]
        outside = [None] if backwards else []
        if group.modal is not None or group.focus not in [*ends, *outside]:
            return False
        group.focus_on(None)
        return True
