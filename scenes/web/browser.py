"""The program in a web page.

`Program` is what the page starts and asks; `Page` is what the page, in JavaScript,
does for the program. Files are saved in the runtime's own file system: a picture
that appears there is handed over as a download. Preferences are kept by the page.
"""

import asyncio
import importlib
import os
import warnings
from collections.abc import Awaitable, Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Protocol

import pygame

from scenes import saving
from scenes.draw.shapes import blend_straight
from scenes.experiment.base import Experiment
from scenes.experiment.protocols import Sound
from scenes.forms import Insets
from scenes.preferences import FileStore, Preferences, wished, Wishes
from scenes.shell.app import App
from scenes.shell.clip import clip_frames, CLIP_RATE
from scenes.shell.clip import SIZE as CLIP_SIZE
from scenes.shell.display import Options
from scenes.shell.memory import tidy_at_rest
from scenes.shell.platform import Platform
from scenes.shell.spoken import Spoken
from scenes.text import words
from scenes.web.address import query_of, shared_in
from sim.catalogue import LANGUAGES, SCENES
from sim.share import encode

FILES = Path("/files")
KEPT = Path("/kept")  # where the preferences are read and written
LOOK = 0.25  # s between two looks at what is to be said, kept or handed over
TYPES = {".png": "image/png", ".csv": "text/csv", ".pdf": "application/pdf"}


class Page(Protocol):
    """The page around the canvas."""

    language: str
    query: str
    address: str

    def size(self) -> Iterable[float]:
        """Width and height of the picture in pixels, pixels for one of the page's, insets."""

    def frame(self) -> Awaitable[float]:
        """Wait for the next picture; the seconds that passed."""

    def say(self, text: str, language: str) -> None:
        """Let a screen reader say something."""

    def link(self, query: str) -> None:
        """Put a query into the address bar."""

    def wishes(self) -> Iterable[float]:
        """Whether the visitor wants less motion, and more contrast; how many times larger text."""

    def kept(self) -> str:
        """The preferences as they are kept now, maybe by another tab."""

    def keep(self, text: str) -> None:
        """Keep the preferences for the next visit."""

    def save(self, name: str, kind: str, data: bytes) -> None:
        """Hand over a file as a download."""

    def copy(self, text: str) -> Awaitable[bool]:
        """Put a text into the clipboard, and tell whether it lies there now."""

    def paste(self) -> Awaitable[str | None]:
        """The text in the clipboard, None where there is none or it may not be read."""

    def play(self, tones: Iterable[Iterable[float]], text: str, language: str) -> None:
        """Let tones be heard, and a voice where there is one."""

    def awake(self, wanted: bool) -> None:
        """Keep the screen from going dark, or no longer."""

    def fullscreen(self) -> None:
        """Fill the screen, or no longer."""

    def record(self, name: str, width: int, height: int, rate: float, frame: object) -> bool:
        """Make a film of what `frame` returns until that is None; False if it can't."""


class PageStore(FileStore):
    """Keeps preferences as a text in the page, which all tabs of a visitor share.

    What is damaged is mended without a word: no visitor has written it.
    """

    def __init__(self, page: Page) -> None:
        super().__init__(KEPT, lambda: _wishes_of(page))
        self._page = page

    def load(self) -> tuple[Preferences, str]:
        """What is kept."""
        self._fetch()
        preferences, _ = super().load()
        self._hand_over()
        return preferences, ""

    def change(self, changes: Mapping[str, object]) -> bool:
        """Keep these, onto what another tab may have kept meanwhile."""
        self._fetch()
        done = super().change(changes)
        self._hand_over()
        return done

    def _fetch(self) -> None:
        KEPT.mkdir(exist_ok=True)
        # A browser's text may have half a sign in it, which no file can hold.
        self.path.write_text(self._page.kept(), encoding="utf-8", errors="replace")

    def _hand_over(self) -> None:
        text = self.path.read_text(encoding="utf-8") if self.path.exists() else ""
        if text != self._page.kept():
            self._page.keep(text)


def _wishes_of(page: Page) -> Wishes:
    calm, contrast, text = page.wishes()
    return wished(calm=bool(calm), contrast=bool(contrast), text=float(text))


class Browser(Platform):
    """A page instead of a desktop."""

    opens_folders = False
    out_of_reach = frozenset({"next_scene"})  # Ctrl+Tab is the browser's, nearly everywhere

    def __init__(self, page: Page) -> None:
        super().__init__(PageStore(page))
        self._page = page
        self._awake = False
        self._waiting: asyncio.Future[None] | None = None  # for the clipboard
        self.language = page.language
        self.actions = {"quit": None, "fullscreen": page.fullscreen}

    def copy(self, text: str, done: Callable[[bool], None]) -> None:
        """Ask the browser, which may refuse and answers later."""

        async def tell() -> None:
            done(await self._page.copy(text))

        self._waiting = asyncio.ensure_future(tell())

    def paste(self, use: Callable[[str | None], None]) -> None:
        """Ask the browser, which may ask the user and answers later."""

        async def hand_over() -> None:
            use(await self._page.paste())

        self._waiting = asyncio.ensure_future(hand_over())

    def play(self, sound: Sound, language: str) -> None:
        """Let tones be heard, and a voice where there is one."""
        self._page.play([[*tone] for tone in sound.tones], sound.words, language)

    def stay_awake(self, *, wanted: bool) -> None:
        """Keep the screen from going dark, or no longer."""
        if wanted != self._awake:
            self._awake = wanted
            self._page.awake(wanted)

    def link(self, shared: str) -> str:
        """An address of this page."""
        return self._page.address + query_of(shared, self.language)

    def shared(self, link: str) -> str:
        """The share string in an address; a share string itself is taken as well."""
        return shared_in(link) or link


class Program:
    """The app in the page, which calls `run` and tells of its size and its focus."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._prepare()
        self._host = Browser(page)
        width, height, self._host.density, *insets = page.size()
        self._host.insets = Insets(*insets)
        size = round(width), round(height)
        options = Options(page.language, size=size, resizable=False, start=True)
        self.app = App({}, options, self._host)
        self._host.actions = {**self._host.actions, "clip": self._clip}
        self._obey(page.query)
        self._spoken = Spoken(self.app)
        self._link = ""
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

    def _obey(self, query: str) -> None:
        """Show what the address asks for, or say that it is not right."""
        shared = shared_in(query)
        if shared is None:
            return
        scene, _, settings = shared.partition("?")
        if scene in SCENES and not settings:
            self.app.choose(scene)
        else:
            self.app.exchange.load(shared)

    async def run(self) -> None:
        """Go on for as long as the page is there."""
        await self.app.main(self._next_frame)

    async def _next_frame(self) -> float:
        passed = await self._page.frame()
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
            page.say(news, app.words.language)
        self._host.language = app.words.language
        if app.scene is app.tab:
            scene = app.tab
            shared = scene.name
            if isinstance(scene, Experiment):
                shared = encode(scene.name, scene.model.settings)
            link = query_of(shared, app.words.language)
            if link != self._link:
                self._link = link
                page.link(link)
        for path in FILES.iterdir():
            page.save(path.name, TYPES.get(path.suffix, ""), path.read_bytes())
            path.unlink()

    def _clip(self) -> None:
        """Let the browser film the last push."""
        frames = clip_frames(self.app.experiment)
        name = saving.new_path(FILES, "spinestack", ".webm", datetime.now()).name

        def frame() -> bytes | None:
            surface = next(frames, None)
            return None if surface is None else pygame.image.tobytes(surface, "RGBA")

        filming = self._page.record(name, *CLIP_SIZE, CLIP_RATE, frame)
        self.app.tell(self.app.words("web.clip" if filming else "web.no_clip", name=name))

    # -- what the page tells -----------------------------------------------------------

    def resize(self, width: int, height: int, density: float, *insets: float) -> None:
        """Take up a size in pixels, of which the device keeps some at its edges."""
        self._host.density, self._host.insets = density, Insets(*insets)
        if self.app.surface.get_size() != (width, height):
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

    def leaves(self, backwards: bool) -> bool:
        """Whether Tab leads out of the program from here; if so, no control has the focus."""
        group = self.app.group
        ends = group.stops()[:: -1 if backwards else 1][-1:]
        outside = [None] if backwards else []
        if group.modal is not None or group.focus not in [*ends, *outside]:
            return False
        group.focus_on(None)
        return True

    def enters(self, backwards: bool) -> None:
        """Tab has led in: to the first control, or to the last."""
        group = self.app.group
        if group.modal is None:
            group.focus_on(None)
            group.focus_next(-1 if backwards else 1)
