"""Every preset of the year shows what it says."""

import pytest

from scenes.experiment.preset import load_preset, preset_names
from sim.catalogue import LANGUAGES
from sim.recovery.pain_and_recurrence import RECURRENCE, WEEKS
from tests.scenes.recovery.player import agree, RecoveryPlayer


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
