"""The bar on top: home, scenes, examples, share, language, help, information."""

from collections.abc import Callable, Sequence
from typing import Protocol

import pygame

from scenes.draw.look import Look, SEMIBOLD
from scenes.forms import Areas, BUTTON, FEW, Form, ONE_LINE, PILL
from scenes.shell.registry import STORY
from scenes.text.words import Words
from scenes.widgets.button import Button
from scenes.widgets.tabs import CHEVRON, LEAST, SIDE, TabBar
from scenes.widgets.widget import Widget
from sim.catalogue import with_model

GAP = 8
SCENE, ROW = 20, 18  # letters of scenes; in a row of their own
LEAST_TABS = 170  # design px: below this the share button gives its place to the tabs


class Owner(Protocol):
    """What the header's buttons do."""

    def home(self) -> None:
        """To the start screen."""

    def choose(self, scene: str) -> None:
        """To another scene."""

    def language(self) -> None:
        """To the other language."""

    def help(self) -> None:
        """Show the keys."""

    def info(self) -> None:
        """Show the sources."""

    def scenes_dialog(self) -> None:
        """Show all scenes to choose from."""


class Exchange(Protocol):
    """What its buttons do with the scene that is shown."""

    @property
    def has_examples(self) -> bool:
        """Whether there are some."""

    def show(self) -> None:
        """Share it."""

    def examples(self) -> None:
        """Set it up as an example."""


class Header:
    """The widgets of the top bar; made anew with the language."""

    def __init__(
        self, words: Words, owner: Owner, scenes: Sequence[str], exchange: Exchange
    ) -> None:
        self._scenes, self._exchange = list(scenes), exchange
        self._in_hand = self._low = self._folded = False
        self._right: list[Button] = []
        self.home = Button(icon="home", kind="text", on_press=owner.home, name=words("app.home"))
        self.tabs = TabBar(
            [words(f"app.{scene}") for scene in scenes],
            name=words("app.scenes"),
            on_choose=lambda index: owner.choose(self._scenes[index]),
        )
        self.scene = Button(icon="chevron_down", kind="primary", on_press=owner.scenes_dialog)
        self.scene.trailing = True
        self.examples = self._round("examples", words("app.examples"), exchange.examples)
        self.share = self._round("share", words("app.share"), exchange.show)
        self.language = Button(
            words("app.language_button"),
            icon="language",
            on_press=owner.language,
            name=words("app.language_name"),
        )
        self.help = self._round("help", words("app.help"), owner.help)
        self.info = self._round("info", words("app.info"), owner.info)

    def _round(self, icon: str, name: str, press: Callable[[], None]) -> Button:
        return Button(icon=icon, kind="round", on_press=press, name=name)

    def show_scene(self, scene: str) -> None:
        """Mark the tab of the scene that is shown."""
        self.tabs.chosen = self._scenes.index(scene)
        self._show_name()

    def _show_name(self) -> None:
        self.scene.name = self.tabs.names[self.tabs.chosen]
        self.scene.text = "" if self._folded else self.scene.name

    def widgets(self, *, at_start: bool) -> list[Widget]:
        """All of them; the start screen has no scenes to leave, and nothing to share."""
        if self._in_hand:
            beside = [self.language] if self.language.visible and not at_start else []
            return [self.language if at_start else self.scene, *beside, *self._right]
        examples = [self.examples] if self._exchange.has_examples else []
        scene = [] if at_start else [self.home, self.tabs, *examples, self.share]
        return [w for w in (*scene, self.language, self.help, self.info) if w.visible]

    def _place_in_hand(self, rect: pygame.Rect, look: Look, *, at_start: bool, handy: bool) -> None:
        """The scene left, which leads to the others; help and information right.

        `handy`: whether it is a phone; a tablet has room for the language too.
        """
        gap, side, right = look.px(GAP), rect.height, rect.right
        self._show_name()
        if self._low:  # beside each other, so that the words may reach to the drawer
            most = look.control(BUTTON if self._folded else PILL)
            self.scene.place(pygame.Rect(rect.left, rect.top, most, side), look)
            self.info.place(pygame.Rect(rect.left + most + gap, rect.top, side, side), look)
        taken = self.scene.width(look) + (gap + side) * len(self._right)
        if self.examples in self._right and taken > rect.width:
            self._right.remove(self.examples)  # it is with the scenes
        for button in (self.info, self.help, self.examples):
            if button in self._right and not (self._low and button is self.info):
                button.place(pygame.Rect(right - side, rect.top, side, side), look)
                right -= side + gap
        if not self._low:
            wide = min(self.scene.width(look), right - rect.left)
            self.scene.place(pygame.Rect(rect.left, rect.top, wide, side), look)
        wide = self.language.width(look)
        self.language.place(pygame.Rect(right - wide, rect.top, wide, side), look)
        beside = right - wide - gap >= self.scene.rect.right
        self.language.visible = at_start or (not handy and beside)

    def place(self, areas: Areas, look: Look, *, at_start: bool) -> None:
        """From the right: information, help, language, share; home and tabs from the left."""
        rect, form = areas.header.copy(), areas.form
        if at_start and form is Form.LOW:  # there is no drawer
            rect.width = areas.actions.right - rect.left
        # Where letters are too large for a row of scenes, all of them are in one place.
        narrow = form is Form.WIDE and not at_start and self._cramped(rect, look)
        self._in_hand = form.in_hand or narrow or (form is Form.STACK and areas.tabs is None)
        # There may be room for one: help is with the scenes then.
        self._low, large = form is Form.LOW, form.in_hand and look.zoom > ONE_LINE
        scene = self._scenes[self.tabs.chosen]
        # A lesson has a button of its own there.
        crowded = self._low + large + (scene == STORY) > 1
        if areas.words is not None and self._low:  # the words have the room
            crowded |= areas.words.left - rect.left < look.control(PILL)
        self._folded = not at_start and form.in_hand and crowded
        some = look.zoom > (FEW if scene == STORY else ONE_LINE)  # a lesson's button needs the room
        few = form.in_hand * (self._low or look.zoom > FEW) + (self._low and some)
        self._right = [self.help] if at_start else [self.help, self.info][few:]
        if self._in_hand:
            one = not at_start and not few and scene in with_model()
            self._right = [*([self.examples] if one else []), *self._right]
            self.examples.kind, self.examples.text = "round", ""
            self._place_in_hand(rect, look, at_start=at_start, handy=form.in_hand)
            return
        self.language.visible = True
        gap, right = look.px(GAP), rect.right
        side = rect.height
        self._name_examples(areas, look)
        for button in (self.info, self.help, self.language, self.share, self.examples):
            wide = max(side, button.width(look)) if button.text else side
            button.place(pygame.Rect(right - wide, rect.top, wide, side), look)
            right -= wide + gap
        self.home.place(pygame.Rect(rect.left, rect.top, side, side), look)
        if areas.tabs is not None:
            self._place_row(areas.tabs, look)
            return
        self.tabs.segmented, self.tabs.size = False, SCENE
        left = rect.left + side + gap
        self.share.visible = right - left >= max(look.control(LEAST_TABS), self._least_tabs(look))
        if not self.share.visible:
            self.examples.rect.x += side + gap
            right += side + gap
        self.tabs.place(pygame.Rect(left, rect.top, max(1, right - left), side), look)

    def _least_tabs(self, look: Look) -> int:
        """How wide all scenes are in one button that has the longest name whole."""
        longest = max(look.measure(name, SCENE, SEMIBOLD) for name in self.tabs.names)
        return longest + look.control(CHEVRON + 10) + 2 * look.px(LEAST)

    def _cramped(self, header: pygame.Rect, look: Look) -> bool:
        """Whether the name of a scene would not be whole beside all that cannot give way."""
        beside = self.language.width(look) + 4 * header.height + 5 * look.px(GAP)
        return self._least_tabs(look) + beside > header.width

    def _name_examples(self, areas: Areas, look: Look) -> None:
        """With its name, where that takes nothing from the names of the scenes."""
        button, rect = self.examples, areas.header
        button.kind, button.text, button.size = "plain", button.name, ROW
        others = self.language.width(look) + button.width(look) + 4 * rect.height
        needed = 0 if areas.tabs is not None else self.tabs.width(look)
        if others + needed + 6 * look.px(GAP) > rect.width:
            button.kind, button.text = "round", ""

    def _place_row(self, row: pygame.Rect, look: Look) -> None:
        """The scenes in equal parts of a row of their own, or one button for them."""
        self.share.visible, self.tabs.size = True, ROW
        widest = max(look.measure(name, ROW, SEMIBOLD) for name in self.tabs.names)
        self.tabs.segmented = widest + look.control(SIDE) <= row.width // len(self.tabs.names)
        self.tabs.place(row, look)
