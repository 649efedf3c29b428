"""The corset played: breath, draw-in, brace, two pressures, and words that tell the truth."""

import random
from pathlib import Path

import numpy as np
import pygame
import pytest

from scenes.corset.breath_curve import GRAB
from scenes.corset.lifter import lifter
from scenes.corset.moment import CorsetMoment, moment_of
from scenes.corset.picture import stage_of
from scenes.corset.says import level, OPEN, say, UNLOADS, WORKS
from scenes.corset.scene import CorsetScene
from scenes.draw.look import Look
from scenes.draw.palette import DEFAULT
from scenes.experiment.preset import load_preset, preset_names
from scenes.shell import capture
from scenes.shell.clip import last_push
from scenes.text.words import table
from scenes.widgets.scale import Scale
from scenes.widgets.switch import Switch
from sim.catalogue import LANGUAGES
from sim.corset.lifting import disc_force, disc_pressure, lifting_table, POSTURES
from sim.corset.model import Corset
from sim.corset.parameters import PARAMETERS
from sim.corset.rest import rest_pressure
from sim.corset.section import NAVEL
from sim.mechanics.world import STEP
from tests.scenes.blocks.test_random_events import random_event
from tests.scenes.player import Player


class CorsetPlayer(Player):
    """A window that shows the corset."""

    def __init__(
        self, size: tuple[int, int] = (1280, 720), language: str = "en", **values: object
    ) -> None:
        super().__init__(size, language, "corset", **values)

    @property
    def corset(self) -> CorsetScene:
        """The scene."""
        assert isinstance(self.app.experiment, CorsetScene)
        return self.app.experiment

    def belly(self, x: float = 0.0, y: float = 0.09) -> tuple[float, float]:
        """A place of the section [m] on the screen."""
        stage = self.corset.view.touch.stage
        assert stage is not None
        return stage.section_camera.to_screen((x, y))

    def breath(self, place: float) -> tuple[float, float]:
        """A place on the curve of the breath, 0 to 2, on the screen."""
        box = self.corset.panel.breath.box
        return box.left + place / 2 * box.width, box.centery

    @property
    def headline(self) -> str:
        """What the line of words says."""
        return self.corset.view.headline.text

    def switch(self, key: str) -> Switch:
        """A switch behind "more"."""
        if not self.corset.unfolded:
            self.corset.unfold()
            self.frames(1)
        said = self.app.words(key)
        return next(
            child
            for child in self.corset.panel.area.children
            if isinstance(child, Switch) and child.label == said
        )


def agree(player: CorsetPlayer) -> None:
    """Sliders, gauges, knob, posture and the moment that is shown say the same."""
    scene, panel = player.corset, player.corset.panel
    shown, settings = scene.playback.shown, scene.model.settings
    for name in ("draw_in", "brace", "load", "breath_depth", "breath_time"):
        assert panel.sliders[name].value == settings[name]
    assert [*POSTURES][panel.posture.chosen] == settings["posture"]
    assert panel.breath.phase == shown.phase
    assert panel.pressure.value == shown.pressure / 1000
    assert panel.disc.value == shown.disc_pressure / 1e6


def settled(**values: object) -> CorsetMoment:
    """A corset at rest with its breath held."""
    return moment_of(Corset({"breathing": 0, **values}))


# -- the paths -------------------------------------------------------------------------


def test_the_path_with_the_mouse() -> None:
    player = CorsetPlayer()
    scene, words = player.corset, player.app.words
    assert player.headline == words("corset_say.quiet")
    quiet = scene.playback.moment
    player.slide("draw_in", 0.97)
    player.frames(60)
    agree(player)
    drawn = scene.playback.moment
    assert player.headline == words("corset_say.closes")
    assert drawn.pressure > 2 * quiet.pressure
    assert drawn.disc_pressure < quiet.disc_pressure
    player.slide("brace", 0.97)
    player.frames(60)
    assert player.headline == words("corset_say.braced")
    assert words("corset_say.high") in scene.view.reason.text
    player.slide("draw_in", 0.0)
    player.slide("brace", 0.0)
    player.frames(60)
    assert player.headline == words("corset_say.quiet")
    agree(player)


def test_the_path_with_the_keyboard() -> None:
    player = CorsetPlayer()
    scene = player.corset
    player.key(pygame.K_TAB)
    assert scene.view.touch.focused
    player.key(pygame.K_SPACE)
    assert scene.model.since_push is not None
    for _ in range(4):
        player.key(pygame.K_UP)
    assert scene.model.settings["draw_in"] == 0.2
    player.key(pygame.K_DOWN)
    assert scene.model.settings["draw_in"] == 0.15
    player.key(pygame.K_t)
    assert scene.model.settings["draw_in"] == 0
    player.key(pygame.K_t)
    assert scene.model.settings["draw_in"] == 0.6
    player.key(pygame.K_EQUALS)
    assert scene.model.settings["brace"] == 0.1
    player.key(pygame.K_MINUS)
    player.key(pygame.K_MINUS)
    assert scene.model.settings["brace"] == 0
    player.key(pygame.K_a)
    assert not scene.model.settings["breathing"]
    player.key(pygame.K_a)
    assert scene.model.settings["breathing"]


def test_every_posture_is_one_press_away_and_loads_the_disc_more() -> None:
    player = CorsetPlayer()
    tabs = player.corset.panel.posture
    loads = []
    for index, name in enumerate(POSTURES):
        player.click((tabs.rect.left + (index + 0.5) * tabs.rect.width / 4, tabs.rect.centery))
        player.frames(1)
        assert player.corset.model.settings["posture"] == name
        agree(player)
        loads.append(player.corset.playback.moment.disc_force)
    assert loads == sorted(loads)
    player.app.group.focus_on(tabs, keyboard=True)
    player.key(pygame.K_LEFT)
    assert player.corset.model.settings["posture"] == "knees"


def test_the_belly_can_be_dragged_in_from_any_side() -> None:
    for x, y, way in ((0.0, 0.1, (0, 1)), (-0.11, 0.03, (1, 0)), (0.11, 0.03, (-1, 0))):
        player = CorsetPlayer()
        before = dict(player.corset.model.settings)
        start = player.belly(x, y)
        ends = [(start[0] + way[0] * d, start[1] + way[1] * d) for d in (0, 30, 60)]
        player.drag(ends)
        assert float(player.corset.model.settings["draw_in"]) > 0.2
        assert len(player.corset.undo_list) == 1
        player.corset.undo()
        assert player.corset.model.settings == before


def test_a_tap_on_a_name_selects_its_slider() -> None:
    player = CorsetPlayer()
    for box, slider in player.corset.view.touch.names:
        player.click(box.center)
        player.frames(1)
        assert player.app.group.focus is player.corset.panel.sliders[slider]
        assert player.corset.model.since_push is None


# -- the breath ---------------------------------------------------------------------------


def test_the_knob_drags_the_breath_and_lets_it_go() -> None:
    player = CorsetPlayer()
    scene, knob = player.corset, player.corset.panel.breath
    before = dict(scene.model.settings)
    player.drag([knob.knob, player.breath(0.2), player.breath(0.5)])
    assert scene.model.phase == pytest.approx(0.5, abs=0.02)
    player.frames(60)
    assert scene.model.phase == pytest.approx(0.5, abs=0.02)  # it is held
    belly = scene.model.observe()
    assert belly["navel_in"] < -0.003  # the belly is out
    player.drag([knob.knob, player.breath(0.8), player.breath(1.02)])
    player.frames(60)
    assert scene.model.observe()["navel_in"] > belly["navel_in"] + 0.003
    player.click(knob.knob)
    assert scene.model.settings["breathing"]
    phase = scene.model.phase
    player.frames(30)
    assert scene.model.phase == pytest.approx(phase + 0.1, abs=0.01)
    for _ in range(3):
        scene.undo()
    assert scene.model.settings == before


def test_the_knob_is_large_enough_and_has_keys() -> None:
    player = CorsetPlayer()
    scene, knob = player.corset, player.corset.panel.breath
    assert 2 * GRAB >= 44
    x, y = knob.knob
    player.drag([(x + GRAB - 3, y), (x + GRAB + 60, y)])
    taken = scene.model.phase
    assert taken == pytest.approx(2 * 63 / knob.box.width, abs=0.02)
    player.app.group.focus_on(knob, keyboard=True)
    player.key(pygame.K_RIGHT)
    assert scene.model.phase == pytest.approx(taken + 0.02, abs=1e-3)
    player.key(pygame.K_END)
    assert scene.model.phase == 0.5
    player.key(pygame.K_PAGEUP)
    assert scene.model.phase == 0.75
    player.key(pygame.K_HOME)
    assert scene.model.phase == 0
    player.key(pygame.K_LEFT)
    assert scene.model.phase == pytest.approx(0.98)
    assert not scene.model.settings["breathing"]
    player.key(pygame.K_SPACE)
    assert scene.model.settings["breathing"]
    agree(player)


def test_two_breaths_are_drawn_one_after_the_other() -> None:
    player = CorsetPlayer(breath_time=2)
    knob = player.corset.panel.breath
    places = []
    for _ in range(30):
        player.frames(8)
        places.append((knob.knob[0] - knob.box.left) / knob.box.width)
    steps = np.diff(places)
    assert (np.abs(steps - 8 / 60 / 4) < 0.01).sum() >= len(steps) - 1  # one way back
    assert min(steps) < -0.8


def test_a_deep_breath_out_brings_transversus_on_at_its_end() -> None:
    player = CorsetPlayer(breath_depth=1)
    words, said = player.app.words, set()
    for _ in range(300):
        player.frames(1)
        moment = player.corset.playback.moment
        said.add(player.headline)
        if player.headline == words("corset_say.exhales"):
            assert moment.effort.transversus > WORKS
            assert moment.phase > 0.8 or moment.phase < 0.15
    assert said == {words("corset_say.exhales"), words("corset_say.quiet")}


def test_the_chart_shows_this_breath_and_the_one_before() -> None:
    player = CorsetPlayer(breath_time=2)
    scene = player.corset
    player.key(pygame.K_p)
    scene.skip(round(2 / STEP))
    scene.change("draw_in", 0.6)
    scene.skip(600)
    player.key(pygame.K_p)
    scene.skip(round(1.5 / STEP))
    before, now = scene.panel.plot.series
    assert before.dashed
    assert before.label == player.app.words("corset.chart_quiet")
    assert "60" in now.label
    assert before.x[-1] == pytest.approx(2, abs=0.01)
    assert now.x[-1] == pytest.approx(1.5, abs=0.03)
    assert scene.panel.plot.x.high == 2
    assert now.y[-1] == pytest.approx(scene.playback.moment.pressure / 1000, abs=0.01)
    moments = last_push(scene.playback.recording, scene.clip_seconds)
    assert moments[-1].time - moments[0].time == pytest.approx(1.5, abs=0.03)


# -- gauges, table, picture ------------------------------------------------------------------


def test_the_gauges_are_the_model_whatever_is_done() -> None:
    player = CorsetPlayer()
    source = random.Random(5)
    scene = player.corset
    for _ in range(40):
        what = source.randrange(5)
        if what == 0:
            player.slide(source.choice(["draw_in", "brace"]), source.random())
        elif what == 1:
            scene.change("posture", source.choice([*POSTURES]))
        elif what == 2:
            player.click(player.breath(source.uniform(0, 2)))
        elif what == 3:
            scene.undo()
        else:
            scene.load(load_preset(source.choice(preset_names("corset"))))
        player.frames(source.randrange(1, 6))
        agree(player)


def test_the_dashed_ticks_are_rest_and_the_thin_ones_what_was_measured() -> None:
    player = CorsetPlayer(posture="knees", load=10)
    panel = player.corset.panel
    assert panel.pressure.rest == pytest.approx(settled().pressure / 1000)
    at_rest = disc_pressure(disc_force(POSTURES["knees"], 10, rest_pressure())) / 1e6
    assert panel.disc.rest == pytest.approx(at_rest)
    assert [place for place, _ in panel.disc.marks] == [0.5, 1.1, 1.7, 2.3]
    assert panel.disc.label == player.app.words("corset.disc_other")
    player.corset.change("load", 20)
    assert panel.disc.label == player.app.words("corset.disc")


def test_words_below_a_scale_never_touch() -> None:
    pygame.font.init()
    look = Look(DEFAULT, zoom=2.0)
    scale = Scale("Pressure", 10, [(1, "rest"), (2.5, "drawn in"), (2.6, "too near"), (9, "lift")])
    scale.place(pygame.Rect(0, 0, 500, scale.height(look, 500)), look)
    page = pygame.Surface((500, scale.rect.height))
    page.fill(DEFAULT.panel)
    scale.draw(page, look)
    assert scale.x(0) < scale.x(5) < scale.x(10) == scale.x(99)
    assert "too near" in scale.describe()


def test_the_table_has_the_figures_of_the_static_balance() -> None:
    player = CorsetPlayer()
    player.frames(1)
    card = player.corset.view.touch.rect
    before = player.app.surface.subsurface(card).copy()
    player.click(player.middle_of(player.corset.panel.more))
    switch = player.switch("corset.show_table")
    player.app.group.focus_on(switch, keyboard=True)
    player.key(pygame.K_SPACE)
    player.frames(1)
    assert "table" in player.corset.extras
    assert before.get_buffer().raw != player.app.surface.subsurface(card).get_buffer().raw
    for row in lifting_table():
        assert f"corset.table_{row['posture']}" in table("nl")


def test_both_pictures_show_one_moment() -> None:
    player = CorsetPlayer(breath_depth=1)
    player.frames(150)
    stage = player.corset.view.touch
    assert stage.moment is player.corset.playback.shown
    assert stage.stage is not None
    window = player.app.surface.get_rect()
    for rect in (stage.stage.section, stage.stage.side_card):
        assert window.contains(rect)
    assert not stage.stage.section.colliderect(stage.stage.side_card)
    drawn = stage.moment.pose.points
    rest = settled().pose.points
    assert np.abs(drawn - rest).max() > 0.01  # the belly is out


def test_drawing_in_shows_on_the_outline() -> None:
    rest, drawn = settled(), settled(draw_in=1)
    inward = (rest.places - drawn.places)[NAVEL, 1].mean()
    assert inward > 0.005
    skin = slice(0, 40)
    assert rest.pose.points[skin, 1].max() > drawn.pose.points[skin, 1].max() + 0.004


@pytest.mark.parametrize("size", [(1024, 600), (1280, 720), (1920, 1080)])
def test_the_pictures_have_their_room_in_every_window(size: tuple[int, int]) -> None:
    pygame.font.init()
    for zoom in (1.0, 2.0):
        player = CorsetPlayer(size)
        player.app.prefer(zoom=zoom)
        player.frames(1)
        found = player.corset.view.touch.stage
        assert found is not None
        assert found.section.width > found.side.width
        assert found.section.height > 0.35 * player.corset.view._areas.play.height  # type: ignore[union-attr]
        player.app.prefer(zoom=1.0)


def test_each_posture_has_a_sign_of_its_own() -> None:
    pygame.font.init()
    ink, box = DEFAULT.ui, DEFAULT.wood
    signs = {lifter(name, 60, ink, box).get_buffer().raw for name in POSTURES}
    assert len(signs) == len(POSTURES)
    rect = pygame.Rect(0, 0, 800, 450)
    assert stage_of(rect, Look(DEFAULT)).side_card.bottom == rect.bottom


# -- the words -------------------------------------------------------------------------------

LEVELS = {"resting": (0, 1500), "little": (1500, 3500), "firm": (3500, 6500), "high": (6500, 1e9)}


def test_the_words_are_what_was_computed_in_random_states() -> None:
    source = np.random.default_rng(11)
    seen = set()
    for _ in range(150):
        levels = {name: round(source.uniform() ** 2, 2) for name in ("draw_in", "brace")}
        levels = {name: value * source.integers(0, 2) for name, value in levels.items()}
        values: dict[str, object] = {
            **levels,
            "breath_phase": source.uniform(),
            "breath_depth": source.uniform(),
            "posture": source.choice([*POSTURES]).item(),
            "joined": int(source.uniform() > 0.2),
        }
        moment = settled(**values)
        headline, (what, disc) = say(moment)
        seen.add(headline)
        without = moment.bare_force - moment.disc_force
        assert without >= 0
        assert disc.endswith("_much") == (without >= UNLOADS * moment.bare_force)
        assert disc.startswith("lift_") == (values["posture"] != "stand")
        assert (headline == "open") == (moment.gap > OPEN)
        if headline == "open":
            assert (what == "open_lost") == (moment.pressure < 1500)
        elif headline == "quiet":
            assert moment.effort.transversus <= WORKS
        else:
            low, high = LEVELS[what]
            assert low <= moment.pressure < high
            assert moment.effort.transversus > WORKS
            assert (headline == "braced") == (moment.effort.obliques > WORKS)
    assert seen == {"open", "quiet", "closes", "exhales", "braced"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_can_be_said_has_words(language: str) -> None:
    texts = table(language)
    reasons = {*LEVELS, "open_lost", "open_holds", "breathing_in", "breathing_out"}
    reasons |= {f"{where}_{how}" for where in ("disc", "lift") for how in ("much", "little")}
    for key in {"open", "quiet", "closes", "exhales", "braced"} | reasons:
        assert texts[f"corset_say.{key}"]
        assert texts[f"corset_say_short.{key}"]
    assert {level(pressure) for pressure in (0.0, 2e3, 5e3, 8e3)} == set(LEVELS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sources_and_what_speaks_against_it_are_named(language: str) -> None:
    texts = table(language)
    assert "Wilke" in texts["info.corset_sources"]
    assert "PMC2949466" in texts["info.corset_sources"]
    counter = texts["info.corset_counter"]
    assert "Grenier" in counter
    assert "2007" in counter
    assert ("0,14" if language == "nl" else "0.14") in counter
    # The figures that are told are those of the model.
    told = {"nl": ("0,46", "0,42"), "en": ("0.46", "0.42")}[language]
    for number, moment in zip(told, (settled(), settled(draw_in=1)), strict=True):
        assert number in counter
        assert f"{moment.disc_pressure / 1e6:.2f}".replace(".", number[1]) == number


# -- demonstrations and examples ------------------------------------------------------------------


def test_parting_left_from_right_loses_the_pressure_by_itself() -> None:
    player = CorsetPlayer(draw_in=1)
    player.frames(30)
    held = player.corset.playback.moment.pressure
    switch = player.switch("corset.parted")
    assert not switch.on
    player.app.group.focus_on(switch, keyboard=True)
    player.key(pygame.K_SPACE)
    player.frames(240)
    moment = player.corset.playback.moment
    assert moment.effort.transversus > 0.15  # the muscle works as before
    assert moment.pressure < held / 4
    assert moment.gap > 0.05
    assert player.headline == player.app.words("corset_say.open")
    assert player.app.words("corset_say.open_lost") in player.corset.view.reason.text
    player.key(pygame.K_SPACE)
    player.frames(400)
    assert player.headline == player.app.words("corset_say.closes")


def test_the_examples_do_what_they_say() -> None:
    def run(name: str) -> CorsetMoment:
        corset = Corset(load_preset(name))
        corset.push()
        for _ in range(600):
            corset.step()
        return moment_of(corset)

    found = {name: run(name) for name in preset_names("corset")}
    assert len(found) == 11
    kilopascal = {name: one.pressure / 1000 for name, one in found.items()}
    assert 0.5 < kilopascal["quiet_breathing"] < 2.5
    assert 2 < kilopascal["belly_drawn_in"] < 3
    assert 4.5 < kilopascal["all_braced"] < 6
    assert kilopascal["ring_parted"] < 0.6
    for posture in ("close", "knees", "round"):
        without, braced = found[f"lift_{posture}"], found[f"lift_{posture}_braced"]
        assert without.settings["posture"] == braced.settings["posture"] == posture
        assert without.settings["load"] == 20
        assert 7 < kilopascal[f"lift_{posture}_braced"] < 10
        assert braced.disc_force < without.disc_force
    deep = Corset(load_preset("deep_exhalation"))
    most = 0.0
    for _ in range(round(6 / STEP)):
        deep.step()
        most = max(most, deep.effort.transversus)
    assert most > 0.2


# -- what every scene has ------------------------------------------------------------------------


def test_scrubbing_shows_what_was() -> None:
    player = CorsetPlayer(breath_time=2)
    player.frames(90)
    then = player.corset.playback.moment
    player.key(pygame.K_t)
    player.frames(60)
    scene = player.corset
    ago = scene.playback.moment.time - then.time
    scene.look_back(ago)
    player.frames(1)
    shown = scene.playback.shown
    assert shown.time == pytest.approx(then.time, abs=0.01)
    assert shown.pressure == pytest.approx(then.pressure, abs=5)
    assert shown.settings["draw_in"] == 0
    agree(player)
    assert player.headline == player.app.words("corset_say.quiet")


def test_a_clip_shows_a_whole_breath(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(capture, "pictures_folder", lambda: tmp_path)
    player = CorsetPlayer(breath_time=2)
    player.key(pygame.K_p)
    player.frames(60)
    player.key(pygame.K_g)
    assert [path.suffix for path in tmp_path.iterdir()] == [".gif"]


def test_after_anything_starting_over_equals_a_fresh_start(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(capture, "pictures_folder", lambda: tmp_path)
    monkeypatch.setattr(capture, "save_clip", lambda frames, path, per_second: None)
    monkeypatch.setattr(capture, "save_picture", lambda surface, path: None)
    player = CorsetPlayer(draw_in=0.3)
    source = random.Random(7)
    for _ in range(500):
        for _ in range(5):
            pygame.event.post(random_event(source, player.app.surface.get_size()))
        player.app.frame(source.choice([0.0, 1 / 60, 1 / 60, 1 / 10]))
    player.app.group.cancel()
    while player.app.group.modal is not None:
        player.key(pygame.K_ESCAPE)
    player.app.choose("corset")
    player.app.prefer(zoom=1.0, profile="default")
    player.key(pygame.K_r, pygame.KMOD_ALT)
    scene = player.corset
    fresh = Corset({"draw_in": 0.3})
    for _ in range(scene.model.ring.steps):
        fresh.step()
    assert scene.model.snapshot() == fresh.snapshot()
    assert scene.playback.tries == []
    assert scene.extras == set(scene.first_extras)
    assert not scene.unfolded
    assert len(scene.undo_list) == 0
    assert not scene.clock.paused
    agree(player)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_parameter_has_words(language: str) -> None:
    for parameter in PARAMETERS:
        assert table(language)[f"corset.{parameter.name}"]
