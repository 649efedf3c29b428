"""The page where the sheet to take home is put together: the clinician's lines, and saving."""

import unicodedata
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

import pygame

from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.panels import frame_card, put_card
from scenes.exercises.chosen_list import ChosenList
from scenes.exercises.chosen_list import Owner as ListOwner
from scenes.exercises.clinicians_note import MOST_NOTE, NOTE_LINES
from scenes.exercises.printed_sheet import handout_pdf
from scenes.forms import Areas, PANEL_INSET
from scenes.widgets.button import Button
from scenes.widgets.rich_text import RichText
from scenes.widgets.scroll import PAD, ScrollArea
from scenes.widgets.typing.text_field import TextField
from scenes.widgets.widget import Widget
from sim.files import write_whole


class Owner(ListOwner, Protocol):
    """What the page asks of the scene."""

    def show_cards(self) -> None:
        """Back to the cards."""


class SheetPage:
    """A field for lines of one's own, and a button that saves the sheet."""

    fills_window = False

    def __init__(self, owner: Owner) -> None:
        self._owner = owner
        words = owner.words
        self.field = TextField(
            words("sheet.note"),
            owner.session.note,
            clipboard=owner.host,
            hint=words("sheet.note_here"),
            most=MOST_NOTE,
            lines=NOTE_LINES,
            on_change=self._typed,
            on_refused=self._refused,
        )
        keep, leave = words("sheet.save"), words("exercises.back")
        self.save = Button(name=keep, icon="print", kind="primary", on_press=self._save)
        self.back = Button(name=leave, icon="back", on_press=owner.show_cards)
        self.left = RichText("", size=18, colour="muted")
        self.area = ScrollArea(
            [
                RichText(words("exercises.sheet"), size=28, weight=SEMIBOLD),
                RichText(words("sheet.about"), colour="muted"),
                RichText(words("sheet.note"), weight=SEMIBOLD),
                self.field,
                self.left,
                RichText(words("sheet.kept"), size=18, colour="muted"),
            ],
            gap=10,
        )
        self.list = ChosenList(owner)
        self._placed: tuple[Areas, Look] | None = None
        self._typed(owner.session.note)
        self.refresh()

    def _typed(self, text: str) -> None:
        words = self._owner.words
        self._owner.session.note = text
        self.left.text = words("sheet.left", count=words.number(MOST_NOTE - len(text)))

    def _refused(self, letters: str) -> None:
        """Say by name what can not be printed."""
        named = [unicodedata.name(one, f"U+{ord(one):04X}") for one in letters]
        self.left.text = self._owner.words("sheet.refused", letters=", ".join(named))

    def _save(self) -> None:
        words, session, host = self._owner.words, self._owner.session, self._owner.host
        zoom, page, today = self._owner.preferences.zoom, host.page_address(), date.today()

        def write(path: Path) -> None:
            write_whole(path, handout_pdf(words, session, today, zoom=zoom, page=page))

        host.save(".pdf", write)

    def refresh(self) -> None:
        """Show the list as it is now; without exercises there is no sheet."""
        self.save.enabled = bool(self._owner.session.chosen)
        self.list.refresh()
        if self._placed:
            self.place(*self._placed)

    def widgets(self) -> Sequence[Widget]:
        """Field and buttons, then the list."""
        own = [self.area, self.save, self.back]
        in_hand = self._placed is not None and self._placed[0].form.in_hand
        return own if in_hand else [*own, *self.list.widgets()]

    def place(self, areas: Areas, look: Look) -> None:
        """Take up play area and panel."""
        self._placed = (areas, look)
        inset = look.px(PANEL_INSET)
        box = areas.tall_play.inflate(-2 * inset, -2 * inset)
        if areas.form.in_hand:
            box = areas.below_header
        edge, gap = look.px(PAD), look.px(12)
        high = self.save.height(look, 0)
        foot = pygame.Rect(box.left + edge, box.bottom - edge - high, box.width - 2 * edge, high)
        box.height -= high + edge + gap
        self.area.place(box, look)
        self.back.text, self.save.text = self.back.name, self.save.name
        wide = min(self.back.width(look), (foot.width - gap) // 2)
        if self.save.least(look, whole=True) > foot.width - wide - gap:
            self.back.text, wide = "", self.back.least(look)
        if self.save.least(look, whole=True) > foot.width - wide - gap:
            self.save.text = self._owner.words("sheet.save_short")
        self.back.place(pygame.Rect(foot.topleft, (wide, high)), look)
        rest = pygame.Rect(foot.left + wide + gap, foot.top, foot.width - wide - gap, high)
        self.save.place(rest, look)
        panel = self._owner.panel_place or areas.panel.inflate(-2 * inset, -2 * inset)
        self.list.place(panel, look)

    @property
    def moves(self) -> bool:
        """Nothing moves here."""
        return False

    def update(self, elapsed: float) -> None:
        """Nothing moves here."""

    def draw(self, surface: pygame.Surface) -> None:
        """The two cards of the window."""
        if self._placed is None:
            return
        areas, look = self._placed
        if areas.form.in_hand:
            return
        put_card(surface, areas.panel, look)
        surface.fill(look.palette.play, areas.tall_play)
        frame_card(surface, areas.tall_play, look)

    def says(self) -> str:
        """What the sheet is."""
        return self._owner.words("sheet.about")

    def actions(self) -> dict[str, Callable[[], None]]:
        """Back to the cards."""
        return {"back": self._owner.show_cards}
