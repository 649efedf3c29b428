"""A stand-in for the page around the program, and what tests do with it."""

import asyncio
import json
from collections.abc import Iterable
from typing import Any

import pygame

from scenes.web.browser import Program


class FakePage:
    """A page that writes down what it is asked to do."""

    def __init__(self, query: str = "", kept: str = "") -> None:
        self.language, self.address_bar, self.text = "en", query, kept
        self.asked: list[float] = [0, 0, 1]
        self.address = "http://example.org/spine/"
        self.pictures = 0
        self.larger = 1.0
        self.said: list[str] = []
        self.notices: list[str] = []
        self.saved: dict[str, bytes] = {}
        self.links: list[str] = []
        self.heard: list[tuple[int, str, str]] = []
        self.kept_awake: list[bool] = []
        self.clipboard: str | None = None
        self.may_copy = self.may_fill = self.may_link = True
        self.films = ".webm"
        self.program: Program | None = None
        self.name = ""
        self.field = ""
        self.elements: dict[str, dict[str, Any]] = {}
        self.order: list[str] = []
        self.focus, self.messages = "", 0
        self.filled = False

    def size(self) -> list[float]:
        return [1280, 720, 1.0]

    def enlarged(self) -> float:
        return self.larger

    async def frame(self, dozes: bool) -> float:
        await asyncio.sleep(0)
        self.pictures -= 1
        if self.pictures <= 0 and self.program:
            self.program.app.running = False
        return 0.1

    def query(self) -> str:
        return self.address_bar

    def say(self, text: str, language: str, name: str) -> None:
        self.said += text.split("\n")
        self.name = name

    def controls(self, news: str, language: str) -> None:
        told = json.loads(news)
        self.elements |= {native["key"]: native for native in told.get("changed", [])}
        self.order = told.get("order", self.order)
        self.focus = told.get("focus", self.focus)
        self.messages += 1

    def named(self, role: str, name: str) -> str:
        """The key of the one element with a role whose name begins so."""
        found = [one for one in map(self.elements.get, self.order) if one and one["role"] == role]
        exact = [one["key"] for one in found if one["name"] == name]
        (key,) = exact or [one["key"] for one in found if one["name"].startswith(name)]
        return str(key)

    def notice(self, text: str) -> None:
        self.notices.append(text)

    def link(self, query: str) -> None:
        if self.may_link:
            self.links.append(query)
            self.address_bar = query

    def wishes(self) -> list[float]:
        return self.asked

    def kept(self) -> str:
        return self.text

    def keep(self, text: str) -> None:
        self.text = text

    def save(self, name: str, kind: str, data: bytes) -> None:
        self.saved[name] = data

    async def copy(self, text: str) -> bool:
        await asyncio.sleep(0)
        if self.may_copy:
            self.clipboard = text
        return self.may_copy

    async def paste(self) -> str | None:
        return self.clipboard

    async def fullscreen(self) -> bool:
        await asyncio.sleep(0)
        self.filled = True
        return self.may_fill

    def play(self, tones: Iterable[Iterable[float]], text: str, language: str) -> None:
        self.heard.append((len([*tones]), text, language))

    def text_field(self, told: str) -> None:
        self.field = told

    def awake(self, wanted: bool) -> None:
        self.kept_awake.append(wanted)

    def film_suffix(self) -> str:
        return self.films

    def record(self, name: str, width: int, height: int, rate: float, frame: object) -> None:
        assert callable(frame)
        self.saved[name] = b"".join(iter(frame, None))


def begin(page: FakePage) -> Program:
    page.program = Program(page)
    go_on(page)
    return page.program


def go_on(page: FakePage, pictures: int = 12) -> None:
    assert page.program
    page.pictures = pictures
    page.program.app.running = True
    asyncio.run(page.program.run())


def key(page: FakePage, name: int, modifier: int = 0) -> None:
    for kind in (pygame.KEYDOWN, pygame.KEYUP):
        pygame.event.post(pygame.event.Event(kind, key=name, mod=modifier, unicode=""))
    go_on(page)
