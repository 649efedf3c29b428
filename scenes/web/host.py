"""The page as the place where the program runs.

`Page` is what the page, in JavaScript, does for the program (`scenes/web/page/page_services.js`).
Preferences are kept by the page.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping
from pathlib import Path
from typing import Protocol

from scenes.experiment.protocols import Sound
from scenes.preferences import FileStore, Preferences, wished, Wishes
from scenes.shell.machine.platform import Platform

KEPT = Path("/kept")  # where the preferences are read and written


class Page(Protocol):
    """The page around the canvas."""

    language: str
    address: str

    def query(self) -> str:
        """What stands in the address bar after the question mark, with it."""

    def size(self) -> Iterable[float]:
        """Width and height of the picture in pixels, pixels for one of the page's, insets."""

    def enlarged(self) -> float:
        """How many times larger the browser shows the page than others, as far as it tells."""

    def frame(self, dozes: bool) -> Awaitable[float]:
        """Wait for the next picture, a later one where it `dozes`; the seconds that passed."""

    def say(self, text: str, language: str, name: str) -> None:
        """Let a screen reader say something, and call the picture by its name."""

    def controls(self, news: str, language: str) -> None:
        """Show native elements as JSON tells: what of them is new, their order, the focus."""

    def notice(self, text: str) -> None:
        """Show a line that stays until it is put away."""

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

    def text_field(self, told: str) -> None:
        """Show a text field, told as JSON, in the place of the picture's; none for ""."""

    def awake(self, wanted: bool) -> None:
        """Keep the screen from going dark, or no longer."""

    def fullscreen(self) -> Awaitable[bool]:
        """Fill the screen, or no longer; whether that could be done."""

    def film_suffix(self) -> str:
        """How the name of a film ends that can be made here, "" where none can."""

    def record(self, name: str, width: int, height: int, rate: float, frame: object) -> None:
        """Make a film of what `frame` returns until that is None."""


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
        self._waiting: asyncio.Future[None] | None = None  # for what the browser answers later
        self.page_address = page.address
        self.actions = {"quit": None}

    def copy(self, text: str, done: Callable[[bool], None]) -> None:
        """Ask the browser, which may refuse and answers later."""

        async def tell() -> None:
            done(await self._page.copy(text))

        self._waiting = asyncio.ensure_future(tell())

    def fullscreen(self, refused: Callable[[], None]) -> None:
        """Ask the browser, which may have no full screen or refuse it."""

        async def fill() -> None:
            if not await self._page.fullscreen():
                refused()

        self._waiting = asyncio.ensure_future(fill())

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
