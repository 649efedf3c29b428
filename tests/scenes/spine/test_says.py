"""What the line of words says of the spine, from the tap until all is over."""

from collections.abc import Mapping
from itertools import product

import numpy as np
import pytest

from scenes.experiment.headline import Speech
from scenes.experiment.preset import load_preset
from scenes.experiment.view import LEAST_WORDS
from scenes.shell.app import App
from scenes.shell.machine.display import Options
from scenes.spine.moment import moment_of
from scenes.spine.says import say, SEEN
from scenes.spine.scene import SpineScene
from scenes.text.words import table
from sim.catalogue import LANGUAGES
from sim.mechanics.stability import analyse
from sim.mechanics.world import STEP
from sim.parameter import Value
from sim.spine.anatomy import column_of
from sim.spine.model import LumbarSpine
from sim.spine.muscles import MUSCLES
from sim.spine.parameters import JOINTS, PUSHABLE, settings_of
from sim.spine.verdict import leaning, LEANS, verdict_of
from tests.scenes.spine.player import SpinePlayer

WHY = ("lean_deep_could", "lean_deep_can_not", "buckle_other_long", "buckle_deep_could")
WHY_ELSE = ("buckle_nothing", "pushed_too_hard")
THEN = ("tap", "slowly", "starts", "again")
FALLING = ("bare_column", "long_little", "long_half", "long_full", "deep_only")


def tapped(settings: Mapping[str, Value], language: str = "en") -> SpineScene:
    """A spine that was tapped just now."""
    scene = App(settings, Options(language, scene="spine")).experiment
    assert isinstance(scene, SpineScene)
    scene.tap()
    return scene


def said(scene: SpineScene, seconds: float) -> list[str]:
    """All keys of headlines in the next seconds, repeated ones once."""
    found: list[str] = []
    for _ in range(round(seconds / 0.01)):
        scene.skip(round(0.01 / STEP))
        headline = scene.view.say(scene.playback.moment, busy=False).said[0]
        if headline not in found[-1:]:
            found.append(headline)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_reasons_fit_two_lines_so_that_the_picture_stays(language: str) -> None:
    scene = tapped({}, language)
    view = scene.view
    assert view._areas is not None
    assert view._look is not None
    play = view._areas.play
    places = {"level": "T12/L1", "time": "12,35 s"}
    for why, then in product((*WHY, *WHY_ELSE), THEN):
        speech = Speech(("buckles_rests", (why, then)), places)
        bottom = view._line.fit(speech, play, view._look)
        assert bottom - play.top <= view._look.px(LEAST_WORDS), view.reason.text


@pytest.mark.parametrize("preset", FALLING)
def test_words_settle_after_a_fall_however_it_swings_on(preset: str) -> None:
    scene = tapped(load_preset(preset))
    said(scene, 4.0)
    fell = scene.model.fell_at
    assert fell is not None
    said(scene, max(0.0, fell + 2.1 - 4.0))
    rest = said(scene, 5.0)
    assert len(rest) == 1
    assert rest[0].endswith("_rests")
    assert scene.words("spine_say.again") in scene.view.reason.text


def test_a_trunk_that_leans_is_not_called_a_middle_that_gives_way() -> None:
    assert said(tapped(load_preset("deep_only")), 8.0) == ["wobbly", "leans", "leans_rests"]


def test_a_trunk_that_buckles_first_is_followed() -> None:
    whole = said(tapped(load_preset("long_little")), 6.0)
    assert whole == ["wobbly", "buckles", "leans", "leans_rests"]


def test_a_slow_fall_is_waited_for() -> None:
    scene = tapped(load_preset("deep_only"))
    assert scene.words("spine_say.tap") in scene.view.reason.text
    said(scene, 1.5)
    assert scene.words("spine_say.slowly") in scene.view.reason.text


def test_a_spine_that_swings_and_stands_never_gave_way() -> None:
    scene = tapped({"long_muscles": 0.25, "deep_muscles": 0.25, "push": 20})
    scene.hold(3, 25)
    assert said(scene, 0.4) == ["stands", "aside"]
    scene.release()
    assert said(scene, 6.0) == ["stands"]
    assert not scene.model.fallen


def test_muscles_that_come_after_the_fall_do_not_make_the_push_too_hard() -> None:
    scene = tapped({"long_muscles": 0.5})
    said(scene, 2.0)
    assert scene.model.fallen
    scene.change("deep_muscles", 0.9)
    assert said(scene, 3.0) == ["could_now"]
    scene.tap()
    assert said(scene, 0.1) == ["firm"]


def test_a_push_that_was_too_hard_stays_so() -> None:
    scene = tapped({"long_muscles": 0.2, "deep_muscles": 0.2, "push": 50})
    said(scene, 2.0)
    assert scene.model.fallen
    scene.change("deep_muscles", 0.3)
    said(scene, 0.5)
    assert scene.words("spine_say.pushed_too_hard") in scene.view.reason.text


GOOD_NEWS = {"stands", "firm"}


def test_the_top_line_has_the_sign_of_the_analysis_in_500_random_states() -> None:
    source = np.random.default_rng(11)
    spine = LumbarSpine({})
    moment = moment_of(spine)
    for _ in range(500):
        settings = settings_of(
            {
                **{name: source.uniform() ** 2 for name in MUSCLES},
                "hand_load": source.uniform(0, 20),
                "disc_stiffness": source.uniform(10, 150),
                "short_range_stiffness": source.uniform(2, 40),
                "preload_stiffening": int(source.integers(2)),
            }
        )
        verdict = verdict_of(settings)
        found = analyse(column_of(settings))
        assert verdict.smallest == pytest.approx(found.eigenvalues[0], rel=1e-6, abs=1e-6)
        headline, _ = say(verdict, moment)
        assert (headline in GOOD_NEWS) == found.stable
        assert verdict.leans == bool(leaning(found.slowest) > LEANS)


LEANING = {"lean_deep_could", "lean_deep_can_not"}
BUCKLING = {"buckle_other_long", "buckle_deep_could", "buckle_nothing"}
LATER = round(0.15 / STEP)  # steps


def test_what_is_said_of_lean_or_middle_is_seen_a_moment_later() -> None:
    """500 random states of spines that depart, and their motion 0.15 s later, where one sees it.

    Of each spine four are looked at, one in every quarter of its first second.
    """
    source = np.random.default_rng(16)
    right = seen = 0
    while seen < 500:
        levels = {name: source.uniform() for name in MUSCLES}
        levels["multifidus"] *= 0.4
        push = {"push": source.uniform(0.5, 10), "push_level": str(source.choice(PUSHABLE))}
        spine = LumbarSpine({**levels, "erector_lumbar": 0.0, **push})
        verdict = verdict_of(spine.settings)
        if verdict.stable:
            continue
        spine.push()
        looks = [int(source.integers(quarter, quarter + 285)) for quarter in range(60, 1200, 285)]
        whys, bends = {}, {}
        for step in range(1, looks[-1] + LATER + 1):
            spine.step()
            if step in looks:
                whys[step] = {*say(verdict, moment_of(spine))[1]}
            if step - LATER in looks:
                bends[step - LATER] = moment_of(spine)
        for look in looks:
            if bends[look].furthest > SEEN:
                seen += 1
                leans = leaning(bends[look].bends) > LEANS
                right += bool((LEANING if leans else BUCKLING) & whys[look])
    assert right >= 0.98 * seen


def said_of_any() -> set[str]:
    """Whatever is said of 60 random spines while they are pushed."""
    found = set()
    source = np.random.default_rng(2)
    for _ in range(60):
        levels = {name: round(source.uniform() ** 2, 2) for name in MUSCLES}
        spine = LumbarSpine({**levels, "push": source.uniform(1, 50)})
        spine.push()
        for step in range(1500):
            spine.step()
            if step % 150 == 0:
                headline, why = say(verdict_of(spine.settings), moment_of(spine))
                found |= {headline, *why}
    return found


def test_everything_that_can_be_said_has_words() -> None:
    said = said_of_any()
    for language in LANGUAGES:
        texts = table(language)
        for key in said:
            assert texts[f"spine_say.{key}"], language
            assert texts[f"spine_say_short.{key}"], language


def test_what_has_given_way_is_named_with_its_level_and_time() -> None:
    """With its level for who teaches: a patient has no use for L2/3."""
    player = SpinePlayer(long_muscles=0.8)
    player.app.teach(wanted=True)
    player.app.prefer(auto_slow=False)
    player.click(player.vertebra(3))
    assert player.until(lambda: player.headline.startswith("The middle gave way at"), 20)
    assert any(joint in player.headline for joint in JOINTS)
    assert "0.12" in player.headline
    player.app.teach(wanted=False)
    player.frames(2)
    assert player.headline.startswith("The middle gave way, after 0.12")
