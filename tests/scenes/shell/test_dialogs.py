"""Help, sources and counter-evidence are one press away."""

from scenes.widgets.dialog import Dialog
from tests.scenes.player import Player


def test_sources_and_counter_evidence_are_one_press_away() -> None:
    player = Player(language="en")
    player.click(player.middle_of(player.app.header.info))
    dialog = player.app.group.modal
    assert isinstance(dialog, Dialog)
    first = " ".join(widget.describe() for widget in dialog.chapters[0].widgets())
    assert "Cholewicki" in first
    assert "Smith, Littlewood" in first
    rest = " ".join(w.describe() for chapter in dialog.chapters[1:] for w in chapter.widgets())
    assert "Crisco" in rest
    assert "Reflexes" in rest
