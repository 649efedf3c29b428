"""Two backs raise the same arm: played, dragged, scrubbed, and compared with headless runs."""

import math
import random
from functools import cache
from pathlib import Path

import numpy as np
import pygame
import pytest

from scenes.experiment.preset import load_preset, preset_names
from scenes.shell import capture
from scenes.shell.clip import clip_frames
from scenes.shell.dialogs import INFO
from scenes.text.words import table, Words
from scenes.timing.emg import paint_trace
from scenes.timing.later_means_more import EARLIEST, LATEST, onsets, Sweep
from scenes.timing.moment import Back, course, moment_of, TimingMoment
from scenes.timing.picture import ARM, arm_angle, Backs, STALE
from scenes.timing.says import say
from scenes.timing.scene import LATE, TimingScene
from sim.catalogue import LANGUAGES
from sim.mechanics.world import STEP
from sim.model.run import Run, SLICE
from sim.parameter import ParameterError
from sim.share import decode, encode
from sim.spine.parameters import NEUTRAL_ZONE
from sim.timing.model import ArmRaise, later_means_more, LEAD, WATCHED
from sim.timing.pair import DURATION, of_one, ONSETS, settings_of, TwoBacks
from tests.scenes.blocks.test_random_events import random_event
from tests.scenes.player import Player

PRESETS = ("on_time", "a_little_late", "late", "very_late", "like_the_leaflet", "slow_arm")


class TimingPlayer(Player):
    """A window that shows the two backs."""

    def __init__(
        self, size: tuple[int, int] = (1280, 720), language: str = "en", **values: object
    ) -> None:
        super().__init__(size, language, "timing", **values)

    @property
    def timing(self) -> TimingScene:
        """The scene."""
        assert isinstance(self.app.experiment, TimingScene)
        return self.app.experiment

    @property
    def shown(self) -> TimingMoment:
        """What the picture shows."""
        return self.timing.playback.shown

    def over(self) -> bool:
        """Whether a movement has begun and ended."""
        return self.timing.playback.moment.done

    def trace(self, time: float, row: int = 0) -> tuple[float, float]:
        """Where a time is on a trace."""
        lanes = self.timing.view.touch.lanes
        assert lanes is not None
        return lanes.x(time), lanes.row(row).centery


@cache
def rotation(onset: float) -> float:
    """The largest joint rotation of a headless run [degrees]."""
    return measured({"onset": onset})


def measured(values: dict[str, object]) -> float:
    """The same with further settings."""
    watch = Run(ArmRaise(values))
    for _ in watch.slices(ArmRaise.duration):
        pass
    return watch.rotation


def raised(**values: object) -> TimingMoment:
    """Both backs when the movement is over."""
    backs = TwoBacks(values)
    backs.push()
    while backs.moving:
        backs.step()
    return moment_of(backs)


# -- the teaching path --------------------------------------------------------------


def test_the_teaching_path_with_the_mouse() -> None:
    player = TimingPlayer()
    scene, words = player.timing, player.app.words
    assert scene.view.headline.text == words("timing_say.ready")
    player.click(scene.view.button.rect.center)
    assert scene.model.moving
    assert scene.view.headline.text == words("timing_say.before")
    assert player.until(player.over)
    assert scene.view.headline.text == words("timing_say.right_beyond")
    assert words("timing_say.came_later_right") in scene.view.reason.text
    late = player.shown.right.turned
    x, y = scene.view.marks[1].rect.center
    player.drag([(x, y), (x - 40, y), player.trace(-0.03, 2)])
    assert scene.model.settings["onset"] == pytest.approx(-0.03, abs=0.006)
    assert scene.playback.moment.since_push is None  # both are at rest again
    player.click(scene.view.touch.cards[1].center)
    assert player.until(player.over)
    assert player.shown.right.turned < 0.7 * late
    assert scene.view.headline.text == words("timing_say.both_within")


def test_the_teaching_path_with_the_keyboard() -> None:
    player = TimingPlayer(onset=0.02)
    player.app.prefer(auto_slow=False)
    scene = player.timing
    player.key(pygame.K_TAB)
    assert scene.view.touch.focused
    player.key(pygame.K_SPACE)
    assert player.until(player.over)
    first = player.shown.right.turned
    for wanted in (scene.view.button, scene.view.marks[0], scene.view.marks[1]):
        player.key(pygame.K_TAB)
        assert player.app.group.focus is wanted
    for key in (pygame.K_PAGEUP, pygame.K_PAGEUP, pygame.K_UP, pygame.K_LEFT):
        player.key(key)
    assert scene.model.settings["onset"] == pytest.approx(0.12)
    player.key(pygame.K_p)
    assert player.until(player.over)
    assert player.shown.right.turned > first + 1
    player.key(pygame.K_END)
    assert scene.model.settings["onset"] == LATEST
    player.key(pygame.K_HOME)
    assert scene.model.settings["onset"] == EARLIEST


def test_the_movement_is_shown_slowly_unless_that_is_not_wanted() -> None:
    frames = []
    for slowly in (True, False):
        player = TimingPlayer()
        player.app.prefer(auto_slow=slowly)
        player.key(pygame.K_p)
        count = 0
        while not player.over():
            player.frames(1)
            count += 1
        frames.append(count)
    assert frames[0] == pytest.approx(10 * 60 * DURATION, abs=3)
    assert frames[1] == pytest.approx(60 * DURATION, abs=3)


# -- what is measured ----------------------------------------------------------------


def test_the_numbers_are_those_of_headless_runs() -> None:
    player = TimingPlayer(onset=0.15, onset_beside=0.05)
    player.app.prefer(auto_slow=False)
    for _ in range(2):  # a second movement is the same as the first, to the last bit
        player.key(pygame.K_p)
        assert player.until(player.over)
        shown = player.shown
        assert (shown.left.turned, shown.right.turned) == (rotation(0.05), rotation(0.15))
    words = player.app.words
    assert words("timing.degrees", number=words.number(rotation(0.15), 1)) in (
        player.timing.view.reason.text
    )


def test_the_movement_ends_and_nothing_more_is_recorded() -> None:
    player = TimingPlayer()
    player.app.prefer(auto_slow=False)
    player.key(pygame.K_p)
    assert player.until(player.over)
    moment, count = player.shown, len(player.timing.playback.recording)
    assert moment.since_push == pytest.approx(WATCHED)
    assert count == round(DURATION / STEP) // 4 + 1
    player.frames(30)
    assert player.shown is moment
    assert len(player.timing.playback.recording) == count


def test_a_change_puts_both_backs_at_rest() -> None:
    backs = TwoBacks()
    backs.push()
    for _ in range(300):
        backs.step()
    backs.set("lag", 0.05)
    assert not backs.moving
    assert backs.since_push is None
    assert backs.settings["lag"] == 0.05
    with pytest.raises(ParameterError):
        backs.set("onset_beside", 3)
    backs.step()
    assert backs.time == 0
    assert (
        of_one(backs.settings, "onset_beside") == ArmRaise({"onset": -0.03, "lag": 0.05}).settings
    )


def test_both_onsets_can_be_shared() -> None:
    wanted = settings_of({"onset": 0.12, "onset_beside": 0.005, "lag": 0.04})
    assert decode(encode("timing", wanted)) == ("timing", wanted)
    player = TimingPlayer()
    player.app.exchange.load(encode("timing", wanted))
    assert player.timing.model.settings == wanted
    assert [mark.value for mark in player.timing.view.marks] == [0.005, 0.12]


# -- the traces ------------------------------------------------------------------------


@pytest.mark.parametrize("values", [{}, {"onset": -0.08, "lag": 0.07, "deep_after": 0.2}], ids=str)
def test_the_traces_are_what_the_model_does(values: dict[str, object]) -> None:
    backs = TwoBacks(values)
    backs.push()
    while backs.moving:
        for _ in range(40):
            backs.step()
        moment = moment_of(backs)
        drawn = course(backs.settings, np.array([moment.now]))
        simulated = moment.left.long, moment.left.deep, moment.right.deep
        assert np.concatenate(drawn) == pytest.approx(simulated, abs=1e-9)


def test_a_trace_swells_with_the_activation_and_is_always_the_same() -> None:
    ink, ground = (10, 100, 90), (250, 250, 250)
    rising = np.linspace(0, 1, 400)
    strip = paint_trace(rising, 50, ink, ground, 1)
    pixels = pygame.surfarray.array3d(strip)
    filled = (pixels[..., 0] < 130).sum(axis=1)
    quarters = filled.reshape(4, -1).mean(axis=1)
    assert (np.diff(quarters) > 3).all()
    again = pygame.surfarray.array3d(paint_trace(rising, 50, ink, ground, 1))
    assert np.array_equal(pixels, again)
    other = pygame.surfarray.array3d(paint_trace(rising, 50, ink, ground, 2))
    assert not np.array_equal(pixels, other)


def test_a_mark_its_slider_and_the_model_say_the_same() -> None:
    player = TimingPlayer()
    scene = player.timing
    for row, onset in enumerate(ONSETS, start=1):
        mark = scene.view.marks[row - 1]
        assert min(mark.rect.size) >= 44
        for time in (-0.1, 0.013, 0.2, 0.6):
            player.drag([mark.rect.center, player.trace(time, row)])
            value = float(scene.model.settings[onset])
            assert value == mark.value == scene.panel.sliders[onset].value
            assert value == pytest.approx(min(time, 0.2), abs=0.005)
            assert (value / 0.005) == pytest.approx(round(value / 0.005))
        player.slide(onset, 0.5)
        assert mark.value == scene.model.settings[onset]
        assert mark.rect.centerx == pytest.approx(player.trace(mark.value)[0], abs=1)
        assert mark.describe().startswith(scene.words(f"timing.{onset}"))


def test_one_undo_takes_back_a_whole_drag() -> None:
    player = TimingPlayer()
    scene = player.timing
    before = dict(scene.model.settings)
    x, y = scene.view.marks[0].rect.center
    player.drag([(x, y), (x + 30, y), (x + 60, y), (x + 90, y)])
    assert scene.model.settings["onset_beside"] != before["onset_beside"]
    player.key(pygame.K_z, pygame.KMOD_CTRL)
    assert scene.model.settings == before
    assert scene.view.marks[0].value == before["onset_beside"]
    assert len(scene.undo_list) == 0


# -- looking back ----------------------------------------------------------------------


def test_dragging_over_the_traces_shows_any_time_of_the_movement() -> None:
    player = TimingPlayer()
    player.key(pygame.K_p)
    assert player.until(player.over)
    player.mouse(pygame.MOUSEBUTTONDOWN, player.trace(0.3))
    player.frames(1)
    for time in (0.25, 0.1, -0.05, -0.4, 0.45):
        player.mouse(pygame.MOUSEMOTION, player.trace(time))
        player.frames(2)
        assert player.shown.now == pytest.approx(max(time, -LEAD), abs=0.005)
        assert player.timing.view._moment is player.shown
    player.mouse(pygame.MOUSEBUTTONUP, player.trace(0.45))
    player.frames(1)
    assert player.timing.clock.paused
    turned = [m.right.turned for m in player.timing.playback.recording.last(1)]
    assert turned == sorted(turned)  # the largest so far never shrinks
    player.app.group.focus_on(player.timing.view.touch, keyboard=True)
    before = player.shown.now
    player.key(pygame.K_LEFT)
    assert player.shown.now == pytest.approx(before - 0.01, abs=0.004)
    player.key(pygame.K_SPACE)
    assert not player.timing.clock.paused
    assert player.timing.model.moving


def test_the_slider_for_looking_back_spans_the_movement() -> None:
    player = TimingPlayer()
    player.key(pygame.K_p)
    assert player.until(player.over)
    box = player.timing.bar.back.rect
    player.drag([(box.right - 13, box.bottom - 14), (box.centerx, box.bottom - 14)])
    assert player.shown.now == pytest.approx(WATCHED - DURATION / 2, abs=0.02)
    player.app.language()
    assert player.timing.bar.back.low == -DURATION


def test_a_clip_shows_the_movement() -> None:
    player = TimingPlayer()
    player.key(pygame.K_p)
    assert player.until(player.over)
    frames = [pygame.image.tobytes(frame, "RGB") for frame in clip_frames(player.timing)]
    assert len(set(frames)) > 20


# -- later means more ------------------------------------------------------------------


def test_the_curve_is_that_of_headless_runs_and_takes_no_more_slices() -> None:
    settings = settings_of({})
    sweep, pauses = Sweep(settings), 0
    while not sweep.done:
        sweep.advance()
        pauses += 1
    assert pauses <= len(onsets()) * (round(DURATION / STEP) // SLICE + 1)
    tried, turned = sweep.curve
    assert tried.tolist() == sorted(onsets())
    assert (tried[0], tried[-1]) == (EARLIEST, LATEST)
    found = [point for point in later_means_more({}, tried.tolist()) if point]
    assert list(zip(tried.tolist(), turned.tolist(), strict=True)) == found
    assert sweep.rises
    assert not sweep.advance()
    assert sweep.at(0.1) == rotation(0.1)
    between = sweep.at(0.11)
    assert between is not None
    assert rotation(0.1) < between < rotation(0.125)
    assert Sweep(settings).at(0.0) is None


def test_the_curve_grows_while_nothing_moves() -> None:
    player = TimingPlayer()
    scene = player.timing
    sweep = scene._sweep
    assert sweep is not None
    player.key(pygame.K_p)
    player.frames(60)
    assert scene.model.moving
    assert sweep.found == {}
    assert player.until(player.over)
    slices = len(onsets()) * (round(DURATION / STEP) // SLICE + 1)
    player.frames(slices + 20)  # at least one slice in each picture
    assert sweep.done
    assert scene.panel.later.title == scene.words("timing.later_means_more")
    curve, left, right = scene.panel.later.series
    assert len(curve.x) == len(onsets())
    assert (left.x[0], left.y[0]) == (-0.03, player.shown.left.turned)
    assert (right.x[0], right.y[0]) == (LATE, player.shown.right.turned)
    scene.change("onset", 0.2)
    assert scene._sweep is sweep
    assert scene.panel.later.series[-1].y[0] == rotation(0.2)
    scene.change("lag", 0.05)
    assert scene._sweep is not sweep


def test_with_a_calm_arm_the_chart_does_not_say_that_later_means_more() -> None:
    sweep = Sweep(load_preset("slow_arm"))
    while not sweep.done:
        sweep.advance()
    assert not sweep.rises


# -- the picture -----------------------------------------------------------------------


def test_the_arm_rises_with_the_movement_and_with_its_reaction() -> None:
    settings = settings_of({})
    angles = [arm_angle(settings, now) for now in np.linspace(-LEAD, WATCHED, 60)]
    assert angles == sorted(angles)
    assert angles[0] == 0 == arm_angle(settings, 0.0)
    assert angles[-1] == pytest.approx(ARM)
    calm = settings_of({"moment": -2})
    assert arm_angle(calm, 0.2) < arm_angle(settings, 0.2) / 2
    assert arm_angle(settings_of({"moment": 0}), 0.4) == 0


def test_no_picture_is_far_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[Back] = []
    monkeypatch.setattr(
        "scenes.timing.picture.draw_back", lambda surface, look, rect, back: drawn.append(back)
    )
    player = TimingPlayer()
    rects = (pygame.Rect(0, 0, 9, 9), pygame.Rect(9, 0, 9, 9))
    backs, now = Backs(), 0.0
    for step in (0.0, 0.0016, 0.0016, 0.0016, 0.02, -0.1, 0.001, 0.0, 0.0):
        now += step
        pair = tuple(Back(np.full(6, now), 0, 0, side, None) for side in (0.0, 1.0))
        drawn.clear()
        backs.draw(player.app.surface, player.app.look, rects, (pair[0], pair[1]), now)
        assert len(drawn) == 2
        for side, back in enumerate(drawn):
            assert back.turned == side
            assert 0 <= now - back.bends[0] < STALE
        if not 0 < step < STALE:
            assert any(back.bends[0] == now for back in drawn)
    assert all(back.bends[0] == now for back in drawn)  # both arrive when time stands still


@pytest.mark.parametrize("size", [(1024, 600), (1280, 720), (1920, 1080)])
@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
def test_everything_has_its_place_in_every_window(size: tuple[int, int], zoom: float) -> None:
    player = TimingPlayer(size)
    player.app.prefer(zoom=zoom)
    player.frames(2)
    view = player.timing.view
    lanes, areas = view.touch.lanes, view._areas
    assert lanes is not None
    assert areas is not None
    for card in view.touch.cards:
        assert areas.play.contains(card)
        assert card.bottom <= lanes.plot.top
        assert card.height >= 44
    assert areas.play.contains(lanes.plot)
    assert lanes.plot.bottom + lanes.axis <= areas.play.bottom
    for mark in view.marks:
        assert min(mark.rect.size) >= 44
        assert player.app.surface.get_rect().contains(mark.rect)


# -- the words -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("turned", "expected"),
    [
        ((1.53, 1.52), ("both_within", ("same",))),
        ((1.5, 2.7), ("right_beyond", ("right_more", "came_later_right"))),
        ((2.7, 1.2), ("left_beyond", ("left_more",))),
        ((2.71, 2.69), ("both_beyond", ("same",))),
        ((1.9, 6.7), ("both_beyond", ("right_more", "came_later_right"))),
        ((1.2, 1.4), ("both_within", ("right_more", "came_later_right"))),
    ],
)
def test_words_follow_from_what_was_measured(
    turned: tuple[float, float], expected: tuple[str, tuple[str, ...]]
) -> None:
    left, right = (
        Back(np.zeros(6), 0.8, 0.9, most, began)
        for most, began in zip(turned, (0.0, 0.1), strict=True)
    )
    # Settings that contradict what was measured: words must not come from them.
    settings = settings_of({"onset": -0.1, "onset_beside": 0.2})
    assert say(TimingMoment(0.7, WATCHED, settings, left, right)) == expected
    headline, why = say(TimingMoment(0.5, 0.3, settings, left, right))
    assert (headline, why) == (expected[0], ("moving",))
    assert say(TimingMoment(0.1, -0.1, settings, left, right))[0] == "before"
    assert say(TimingMoment(0.0, None, settings, left, right))[0] == "ready"
    for language in LANGUAGES:
        for key in (headline, *why, *expected[1]):
            assert table(language)[f"timing_say.{key}"]


def test_what_came_later_is_measured() -> None:
    moment = raised(onset=0.08, onset_beside=0.02)
    assert moment.left.began == pytest.approx(0.02, abs=0.002)
    assert moment.right.began == pytest.approx(0.08, abs=0.002)
    assert say(moment)[1] == ("right_more", "came_later_right")
    swapped = raised(onset=0.02, onset_beside=0.08)
    assert say(swapped) == (
        "left_beyond" if swapped.right.within else "both_beyond",
        (
            "left_more",
            "came_later_left",
        ),
    )
    idle = raised(deep_before=0.5, deep_after=0.5)
    assert idle.left.began is None
    assert say(idle)[1] == ("same",)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_uncertain_stands_on_the_screen(language: str) -> None:
    player = TimingPlayer(language=language)
    words = Words(language)
    said = [getattr(widget, "text", "") for widget in player.timing.panel.area.children]
    assert words("timing.note") in said
    for part in INFO:
        assert words(f"info.timing_{part}")
    for source in ("1997", "Allison 2008", "Smith"):
        assert source in words("info.timing_counter")
    player.key(pygame.K_i)
    assert player.app.group.modal is not None


# -- examples --------------------------------------------------------------------------


def test_the_examples_in_their_order() -> None:
    assert preset_names("timing") == PRESETS


def test_every_example_does_what_it_says() -> None:
    found = {name: raised(**load_preset(name)) for name in PRESETS}
    assert found["on_time"].left.turned == found["on_time"].right.turned
    assert found["on_time"].right.within
    right = [found[name].right.turned for name in PRESETS[:4]]
    assert right == sorted(right)
    assert right[1] < 1.2 * right[0]  # makes little difference yet
    assert 1.6 < right[2] / right[0] < 2  # almost twice as far
    assert right[3] > 2 * right[2]  # grows quickly
    leaflet = found["like_the_leaflet"]
    assert leaflet.settings["onset_beside"] < 0 < leaflet.settings["onset"]  # type: ignore[operator]
    assert say(leaflet) == ("right_beyond", ("right_more", "came_later_right"))
    calm = found["slow_arm"]
    assert abs(calm.right.turned - calm.left.turned) < 0.1
    assert calm.right.turned < NEUTRAL_ZONE / 2


@pytest.mark.parametrize("name", PRESETS)
def test_an_example_can_be_chosen_in_the_panel(name: str) -> None:
    player = TimingPlayer()
    player.timing.load(load_preset(name))
    player.frames(1)
    assert player.timing.model.settings == load_preset(name)
    for language in LANGUAGES:
        assert table(language)[f"presets.{name}"]
        assert table(language)[f"presets.{name}_note"]


# -- anything at all -------------------------------------------------------------------


def test_after_anything_starting_over_equals_a_fresh_start(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(capture, "pictures_folder", lambda: tmp_path)
    monkeypatch.setattr(capture, "save_clip", lambda frames, path, per_second: None)
    monkeypatch.setattr(capture, "save_picture", lambda surface, path: None)
    player = TimingPlayer(onset=0.12)
    source = random.Random(4)
    for _ in range(600):
        for _ in range(5):
            pygame.event.post(random_event(source, player.app.surface.get_size()))
        player.app.frame(source.choice([0.0, 1 / 60, 1 / 60, 1 / 10]))
        moment = player.timing.playback.moment if player.app.scenes.chosen == "timing" else None
        if moment is not None:
            assert math.isfinite(moment.left.turned + moment.right.turned)
    player.app.group.cancel()
    while player.app.group.modal is not None:
        player.key(pygame.K_ESCAPE)
    player.app.choose("timing")
    player.key(pygame.K_r, pygame.KMOD_ALT)
    scene = player.timing
    assert scene.model.settings == settings_of({"onset": 0.12})
    assert scene.playback.moment.since_push is None
    assert scene.playback.tries == []
    assert scene.playback.before_now == 0
    assert not scene.clock.paused
    assert scene.clock.speed == 1
    assert not scene.unfolded
    assert len(scene.undo_list) == 0
    for name, slider in scene.panel.sliders.items():
        assert slider.value == scene.model.settings[name]
    player.key(pygame.K_p)
    assert player.until(player.over)
    assert player.shown.right.turned == rotation(0.12)
