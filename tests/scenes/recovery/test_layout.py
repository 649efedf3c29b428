"""The year in every size, profile, language and text zoom: nothing is clipped."""

import itertools

import pytest

from scenes.draw.palette import PROFILES
from sim.catalogue import LANGUAGES
from tests.scenes.recovery.player import RecoveryPlayer
from tests.scenes.windows import every_widget, SIZES


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("profile", PROFILES)
def test_words_and_controls_stay_inside(size: tuple[int, int], profile: str) -> None:
    for language, zoom in itertools.product(LANGUAGES, (1.0, 1.4, 2.0)):
        player = RecoveryPlayer(size, language, week=4, trained=1)
        player.app.prefer(profile=profile, zoom=zoom)
        for week in (0, 4, 30, 52):
            player.year.go_to(week)
            player.frames(1)
            app, view = player.app, player.year.view
            window = app.surface.get_rect()
            for widget in every_widget(app.group.widgets):
                assert widget.rect.left >= 0
                assert widget.rect.right <= window.right
            for widget in app.group.widgets:
                assert window.contains(widget.rect), widget.describe()
            for stop in app.group.stops():
                assert min(stop.rect.size) >= 44, stop.describe()
            for text in (view.headline, view.reason):
                if text.visible:
                    layout = text.layout(app.look, text.rect.width)
                    assert not layout.cut
                    assert text.rect.bottom <= view.touch.rect.top
            card = view.touch
            assert card.onset.box.height >= 30  # with the largest letters of all
            for part in (card.onset, *(part for part in (card.pain, card.note) if card.has(part))):
                assert card.rect.contains(part.rect)
            shown = {*card.elsewhere, *([] if view.test_beside else [view.test])}
            assert shown <= set(player.year.panel.area.children)


@pytest.mark.parametrize("size", [(1024, 600), (1280, 720)], ids=str)
@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_broken_and_the_week_is_beside_its_title(
    size: tuple[int, int], profile: str, language: str
) -> None:
    player = RecoveryPlayer(size, language)
    player.app.prefer(profile=profile)
    player.frames(1)
    look, gauge = player.app.look, player.year.view.test.gauge
    lines = gauge._lines(look, gauge.rect.width)
    assert " ".join(line.strip() for line in lines).split() == gauge.label.split()
    card = player.year.view.touch
    title = look.text(card.pain.title, 20, look.palette.ink, 600).get_rect()
    title.midleft = (card.pain.rect.left, card.pain.rect.top + title.height // 2)
    for week in (0, 52):
        x, y = card.onset.pixels(week, 0.0)
        assert not (card.has(card.pain) and card._pill(look, round(x), round(y)).colliderect(title))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(390, 844), (360, 640), (844, 390), (430, 932)], ids=str)
def test_the_gauge_is_in_its_card_or_beside_the_chart(size: tuple[int, int], language: str) -> None:
    for zoom in (1.0, 1.2, 1.4):
        player = RecoveryPlayer(size, language)
        player.app.prefer(zoom=zoom)
        player.frames(2)
        view = player.year.view
        if not view.test_beside:
            continue
        if view.test.gauged:
            assert view.test.rect.contains(view.test.gauge.rect), zoom
        else:
            assert view.test.gauge in view.elsewhere
