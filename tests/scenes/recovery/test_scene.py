"""The year played: dragged, let pass, tested; its figures are those of the model."""

import itertools
import random
from pathlib import Path

import numpy as np
import pygame
import pytest

from scenes.draw.look import Look
from scenes.draw.palette import PROFILES
from scenes.experiment.preset import load_preset, preset_names
from scenes.recovery.hundred_people import People
from scenes.recovery.people_picture import COLUMNS, draw_people, place_of
from scenes.recovery.says import say
from scenes.recovery.scene import RecoveryScene
from scenes.recovery.week_tests import WeekTests
from scenes.shell import capture
from scenes.shell.clip import clip_frames
from scenes.text.words import table, Words
from sim.catalogue import LANGUAGES
from sim.mechanics.world import STEP
from sim.recovery.evidence import pain, PEOPLE, people, RECURRENCE, WEEKS
from sim.recovery.model import onset, Recovery, week_test
from sim.timing.model import WATCHED
from tests.scenes.blocks.test_pictures import every_widget, SIZES
from tests.scenes.blocks.test_random_events import random_event
from tests.scenes.player import Player
from tests.scenes.text.test_words import AVOID


class RecoveryPlayer(Player):
    """A window that shows recovery."""

    def __init__(
        self, size: tuple[int, int] = (1280, 720), language: str = "en", **values: object
    ) -> None:
        super().__init__(size, language, "recovery", **values)

    @property
    def year(self) -> RecoveryScene:
        """The scene."""
        assert isinstance(self.app.experiment, RecoveryScene)
        return self.app.experiment

    def at(self, week: float) -> tuple[float, float]:
        """Where a week is on the screen, on the row of the knob."""
        card = self.year.view.touch
        x, _ = card.onset.pixels(week, 0.0)
        return float(x), card.onset.rect.bottom + 22

    def tested(self) -> float:
        """Wait until the test of the week has been made; what it found."""
        scene = self.year
        week, trained = scene.model.week, scene.model.trained
        assert self.until(lambda: scene.tests.rotation(week, trained) is not None, 5)
        self.frames(1)
        assert scene.view.test.rotation is not None
        return scene.view.test.rotation


def agree(player: RecoveryPlayer) -> None:
    """Knob, slider, switch, crowd and model say the same."""
    scene = player.year
    model, panel = scene.model, scene.panel
    assert scene.view.touch.week == panel.sliders["week"].value == model.week
    assert panel.training.on == model.trained
    assert (panel.people.week, panel.people.again) == (
        model.week,
        sum(people(model.week, model.trained)),
    )


# -- the year ---------------------------------------------------------------------------


def test_dragging_the_year_changes_week_and_words() -> None:
    player = RecoveryPlayer()
    words = player.app.words
    assert player.year.view.headline.text == words("recovery_say.hurts_late")
    player.drag([player.at(0), player.at(4), player.at(20.2)])
    assert player.year.model.week == 20
    assert player.year.view.headline.text == words("recovery_say.gone_late")
    agree(player)
    player.year.undo()
    assert player.year.model.week == 0
    agree(player)


def test_the_whole_chart_drags_and_beyond_its_ends_the_year_ends() -> None:
    player = RecoveryPlayer()
    box = player.year.view.touch.pain.box
    player.click((player.at(30)[0], box.centery))
    assert player.year.model.week == 30
    player.drag([player.at(30), (player.at(52)[0] + 20, box.top)])
    assert player.year.model.week == WEEKS
    player.drag([player.at(52), (player.at(0)[0] - 30, box.top)])
    assert player.year.model.week == 0


def test_the_year_by_keyboard() -> None:
    player = RecoveryPlayer()
    player.key(pygame.K_TAB)
    assert player.year.view.touch.focused
    weeks = []
    for key in (
        *(pygame.K_RIGHT, pygame.K_UP, pygame.K_PAGEUP, pygame.K_LEFT, pygame.K_DOWN),
        *(pygame.K_END, pygame.K_PAGEDOWN, pygame.K_HOME),
    ):
        player.key(key)
        weeks.append(player.year.model.week)
    assert weeks == [1, 2, 6, 5, 4, 52, 48, 0]
    player.key(pygame.K_PERIOD)
    assert player.year.model.week == 1
    player.key(pygame.K_t)
    assert player.year.model.trained
    player.key(pygame.K_TAB)
    assert player.year.view.test.focused
    player.key(pygame.K_SPACE)
    assert player.year.model.since_push is not None
    agree(player)


def test_play_lets_the_year_pass_week_by_week_with_the_tests_of_each() -> None:
    player = RecoveryPlayer(trained=1, week=44)
    scene = player.year
    player.click(player.middle_of(scene.bar.pause))
    assert scene.passing
    seen = {}
    while scene.passing:
        seen[scene.model.week] = scene.view.test.rotation
        player.frames(1)
    assert sorted(seen) == list(range(45, WEEKS))
    assert scene.model.week == WEEKS
    for week in (46, 50):
        assert seen[week] == week_test(week, trained=True)
    scene.undo()
    assert scene.model.week == 44  # the year that passed was one change
    player.key(pygame.K_k, pygame.KMOD_ALT)
    player.key(pygame.K_k, pygame.KMOD_ALT)
    assert not scene.passing
    assert scene.model.week == 45


def test_after_its_end_the_year_begins_anew_and_hands_stop_it() -> None:
    player = RecoveryPlayer(week=WEEKS)
    scene = player.year
    scene.pass_year()
    assert scene.model.week == 0
    player.frames(60)
    assert 0 < scene.model.week < 6
    player.click(player.at(40))
    player.frames(60)
    assert scene.model.week == 40
    assert not scene.passing


# -- the test of the back ------------------------------------------------------------------


@pytest.mark.parametrize(("week", "trained"), [(0, 0), (3, 1), (20, 0), (52, 1)])
def test_the_number_is_that_of_the_weeks_test(week: int, trained: int) -> None:
    player = RecoveryPlayer(week=week, trained=trained)
    found = week_test(week, bool(trained))
    assert player.tested() == found
    assert player.year.view.test.number == f"{found:.1f}°"
    assert player.year.view.test.gauge.value == round(found, 1)
    assert f"{found:.1f}°" in player.year.view.reason.text


def test_another_week_never_shows_the_number_of_the_week_before() -> None:
    player = RecoveryPlayer(week=3, trained=1)
    player.tested()
    player.year.go_to(40)
    player.frames(1)
    assert player.year.view.test.rotation in (None, week_test(40, trained=True))
    player.year.train()
    player.frames(1)
    assert player.year.view.test.rotation in (None, week_test(40, trained=False))


def test_the_arm_goes_up_by_itself_and_the_run_is_that_of_the_number() -> None:
    player = RecoveryPlayer(week=8, trained=1)
    scene = player.year
    found = player.tested()
    assert player.until(lambda: scene.model.since_push is not None, 3)
    assert player.until(lambda: not scene.falling(scene.playback.moment), 20)
    steps = scene.model.world.steps
    player.frames(30)
    assert scene.model.world.steps == steps  # nothing moves after the test
    moments = scene.playback.recording.last(20)
    largest = max(moment.furthest for moment in moments)
    assert found * 0.99 < largest <= found  # moments are every fourth step
    assert moments[-1].since_push == pytest.approx(WATCHED, abs=0.01)


def test_the_arm_waits_while_dragging_and_where_motion_is_unwelcome() -> None:
    player = RecoveryPlayer()
    player.mouse(pygame.MOUSEBUTTONDOWN, player.at(10))
    player.frames(120)
    assert player.year.model.since_push is None
    player.mouse(pygame.MOUSEBUTTONUP, player.at(10))
    assert player.until(lambda: player.year.model.since_push is not None, 3)
    player.app.prefer(reduced_motion=True)
    player.year.go_to(20)
    player.frames(120)
    assert player.year.model.since_push is None
    player.click(player.year.view.test.picture.center)
    assert player.year.model.since_push is not None


def test_looking_back_goes_through_the_test_and_on_from_now() -> None:
    player = RecoveryPlayer(week=12)
    scene = player.year
    player.tested()
    scene.tap()
    player.frames(150)
    now = scene.playback.moment
    box = scene.bar.back.rect
    player.drag([(box.right - 13, box.bottom - 14), (box.centerx, box.bottom - 14)])
    shown = scene.playback.shown
    assert shown.time < now.time
    assert scene.view.test._moment is shown
    player.frames(30)
    assert scene.playback.shown is shown
    scene.look_back(0.0)
    player.frames(6)
    assert scene.playback.moment.time > now.time
    scene.go_to(13)
    assert scene.playback.recording.seconds == 0


def test_tests_are_made_around_the_shown_week_first() -> None:
    tests = WeekTests()
    assert tests.seek(20, trained=True)
    assert not tests.seek(20, trained=True)
    while tests.rotation(21, trained=True) is None:
        assert tests.advance()
    assert tests.rotation(20, trained=True) == week_test(20, trained=True)
    assert tests.rotation(19, trained=True) is None
    assert tests.seek(20, trained=False)
    while tests.advance():
        pass
    assert {tests.rotation(week, trained=False) for week in range(WEEKS + 1)} == {
        week_test(0, trained=False)
    }


# -- a hundred people ---------------------------------------------------------------------------


@pytest.mark.parametrize("trained", [False, True])
def test_the_drawn_figures_are_those_of_the_trial(trained: bool) -> None:
    pygame.font.init()
    for profile, week in itertools.product(PROFILES.values(), (0, 13, WEEKS)):
        look = Look(profile)
        surface = pygame.Surface((320, 220))
        surface.fill(profile.panel)
        box = pygame.Rect(10, 10, 300, 200)
        recurred = sum(people(week, trained))
        draw_people(surface, look, box, recurred, PEOPLE)
        amber, teal = np.array(profile.amber_line), np.array(profile.teal)
        found = 0
        for number in range(PEOPLE):
            place = place_of(box, number, PEOPLE)
            seen = pygame.surfarray.array3d(surface.subsurface(place)).reshape(-1, 3).astype(int)
            likes = [np.abs(seen - tone).max(axis=1).min() for tone in (amber, teal)]
            hatched = likes[0] < likes[1]
            assert hatched == (number < recurred)
            found += hatched
        assert found == recurred
    assert recurred == RECURRENCE[trained] == (30 if trained else 84)


def test_places_cover_the_box_row_by_row() -> None:
    box = pygame.Rect(5, 7, 311, 183)
    places = [place_of(box, number, PEOPLE) for number in range(PEOPLE)]
    assert sum(place.width * place.height for place in places) == box.width * box.height
    assert places[COLUMNS].top == places[0].bottom


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_counts_are_said_in_words(language: str) -> None:
    crowd = People(Words(language))
    for trained, again, others in ((False, "84", "16"), (True, "30", "70")):
        crowd.show(WEEKS, trained=trained)
        said = crowd.describe()
        assert again in said
        assert others in said
        assert "52" in said


def test_size_of_the_trial_and_what_speaks_against_it_are_on_the_screen() -> None:
    player = RecoveryPlayer()
    area = player.year.panel.area
    shown = [child for child in area.children if area.rect.contains(child.rect)]
    said = " ".join(child.describe() for child in shown)
    for words in ("n = 39", "no prediction for you", "Smith 2014", "no clinically relevant"):
        assert words in said
    assert player.app.words("recovery.example") == player.year.view.touch.note.text


# -- words ------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_can_be_said_has_words_in_both_forms(language: str) -> None:
    texts = table(language)
    turns = (None, 0.5, 1.5, 1.9)
    said = set()
    for week, trained, turn in itertools.product(range(WEEKS + 1), (False, True), turns):
        headline, reasons = say(week, trained, turn)
        said |= {headline, *reasons}
    assert {f"recovery_say.{key}" for key in said} == {
        key for key in texts if key.startswith("recovery_say.")
    }
    assert {f"recovery_say_short.{key}" for key in said} <= set(texts)


def test_words_follow_from_the_curves_and_the_run() -> None:
    for week, trained in itertools.product(range(WEEKS + 1), (False, True)):
        headline, reasons = say(week, trained, 1.9)
        assert ("gone" in headline) == (pain(week) < 0.05)
        assert ("before" in reasons) == (onset(week, trained) <= 0) == ("back" in headline)
        assert ("late" in headline) == ("trainable" in reasons) == (not trained or week == 0)
    assert say(20, False, 1.56)[1][-1] == "beyond"
    assert say(20, False, 1.54)[1][-1] == say(20, False, 1.46)[1][-1] == "edge"
    assert say(20, False, 1.4)[1][-1] == "within"


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_frightens_or_promises(language: str) -> None:
    avoided = (*AVOID[language].split(), "even goed", "just as well", "genees", "cure")
    for key, text in table(language).items():
        if "recovery" in key:
            assert not any(word in text.lower() for word in avoided), key


# -- examples, sharing, pictures ---------------------------------------------------------------


@pytest.mark.parametrize("name", preset_names("recovery"))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_shows_what_it_says(name: str, language: str) -> None:
    settings = load_preset(name)
    week, trained = int(settings["week"]), bool(settings["trained"])
    player = RecoveryPlayer(language=language)
    player.year.load(settings)
    player.frames(2)
    agree(player)
    note = player.app.words(f"presets.{name}_note")
    assert note.count(".") == 1
    assert f"{week}" in note
    if week == WEEKS:
        assert str(RECURRENCE[trained]) in note
    assert player.app.exchange.shared() == f"recovery?week={week}&trained={int(trained)}"


def test_the_examples_in_their_order() -> None:
    wanted = [(0, 0), (20, 0), (20, 1), (52, 0), (52, 1)]
    found = [load_preset(name) for name in preset_names("recovery")]
    assert [(one["week"], one["trained"]) for one in found] == wanted


def test_the_switch_is_one_change() -> None:
    player = RecoveryPlayer(week=20)
    player.click(player.middle_of(player.year.panel.training))
    assert player.year.model.trained
    assert player.year.view.headline.text == player.app.words("recovery_say.gone_back")
    agree(player)
    player.key(pygame.K_z, pygame.KMOD_CTRL)
    assert not player.year.model.trained
    agree(player)


def test_a_clip_shows_the_spine_move() -> None:
    player = RecoveryPlayer()
    player.tested()
    player.year.tap()
    player.year.skip(round(0.6 / STEP))
    frames = [frame.get_buffer().raw for frame in clip_frames(player.year)]
    assert len(set(frames)) > 20


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


def test_after_anything_starting_over_equals_a_fresh_start(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(capture, "pictures_folder", lambda: tmp_path)
    monkeypatch.setattr(capture, "save_clip", lambda frames, path, per_second: None)
    monkeypatch.setattr(capture, "save_picture", lambda surface, path: None)
    player = RecoveryPlayer(week=7, trained=1)
    source = random.Random(4)
    for _ in range(600):
        for _ in range(5):
            pygame.event.post(random_event(source, player.app.surface.get_size()))
        player.app.frame(source.choice([0.0, 1 / 60, 1 / 60, 1 / 10]))
        assert player.app.running
    player.app.group.cancel()
    while player.app.group.modal is not None:
        player.key(pygame.K_ESCAPE)
    player.app.choose("recovery")
    player.key(pygame.K_r, pygame.KMOD_ALT)
    scene = player.year
    assert scene.model.snapshot() == Recovery({"week": 7, "trained": 1}).snapshot()
    assert not scene.passing
    assert not scene.clock.paused
    assert scene.playback.before_now == 0
    assert not scene.unfolded
    assert len(scene.undo_list) == 0
    agree(player)
