"""The recording goes back so far and no further."""

import pytest

from tests.scenes.player import Player


def test_the_recording_goes_back_twenty_seconds_and_no_further() -> None:
    player = Player(tape="all")
    player.scene.skip(25 * 1200)
    recording = player.scene.playback.recording
    assert recording.seconds == pytest.approx(20, abs=0.01)
    newest = recording.before(0).time
    assert newest - recording.before(20).time == pytest.approx(20, abs=0.01)
    assert newest - recording.before(1.0).time == pytest.approx(1, abs=0.01)
