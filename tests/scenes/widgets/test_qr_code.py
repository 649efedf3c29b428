"""The code on the screen is read by a library that did not make it."""

import pygame
import pytest
import zxingcpp

from scenes.draw.look import Look
from scenes.draw.palette import PROFILES
from scenes.preferences import Preferences
from scenes.shell.app import App
from scenes.shell.machine.display import Options
from scenes.shell.machine.platform import Platform
from scenes.widgets.qr_code import QrCode
from tests.scenes.player import Player

PAGE = "http://192.0.2.7:8000/"
LINK = f"{PAGE}?scene=blocks&press=100&tape=1,2l&lang=nl"


def codes(surface: pygame.Surface) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(pygame.surfarray.array3d(surface))]


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("high", [120, 300, 700])
def test_it_leads_to_its_link_at_every_size(profile: str, high: int) -> None:
    look = Look(PROFILES[profile], 1.0)
    surface = pygame.Surface((900, high))
    surface.fill(look.palette.panel)
    code = QrCode(LINK, "Code:", 800)
    code.place(surface.get_rect(), look)
    code.draw(surface, look)
    assert codes(surface) == [LINK]
    assert code.describe() == f"Code: {LINK}"


def test_c_shows_link_and_code_and_the_whole_screen_the_same_larger() -> None:
    player = Player(scene="spine", multifidus=0.3)
    player.app.prefer(page_address=PAGE)
    player.key(pygame.K_c)
    (small,) = codes(player.app.surface)
    assert small == player.app.exchange.shared()
    assert small.startswith(f"{PAGE}?scene=spine&multifidus=0.3&")
    dialog = player.app.dialog
    assert dialog is not None
    large = next(w for w in dialog.chapters[0].widgets() if w.describe() == "Op het hele scherm")
    player.click(player.middle_of(large))
    assert codes(player.app.surface) == [small]


def test_without_an_address_there_is_no_code() -> None:
    player = Player()
    player.key(pygame.K_c)
    assert codes(player.app.surface) == []


def test_an_address_is_set_once() -> None:
    App({}, Options(page_address=PAGE), Platform())
    assert App({}, Options(), Platform()).preferences.page_address == PAGE


@pytest.mark.parametrize("wrong", ["x", "ftp://x/", "http://", 'http://x/"', "http://x y/", 7])
def test_what_is_no_address_is_not_kept(wrong: str) -> None:
    with pytest.raises(ValueError, match="not valid"):
        Preferences(page_address=wrong)
