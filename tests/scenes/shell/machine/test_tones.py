"""Tones are soft: they begin and end in silence, never clip, and have the asked frequency."""

import numpy as np
import pygame
import pytest

from scenes.exercises.pacer_sound import TONES
from scenes.experiment.protocols import Sound
from scenes.shell.machine.platform import Platform
from scenes.shell.machine.tones import LOUDNESS, RATE, samples


@pytest.mark.parametrize("kind", TONES)
def test_a_tone_is_soft_and_as_long_as_asked(kind: str) -> None:
    heard = samples(Sound(TONES[kind]))
    seconds = sum(length for _, length in TONES[kind])
    assert len(heard) == pytest.approx(seconds * RATE, abs=len(TONES[kind]))
    assert (heard[:, 0] == heard[:, 1]).all()
    wave = heard[:, 0] / np.iinfo(np.int16).max
    assert 0.5 * LOUDNESS < np.abs(wave).max() <= LOUDNESS
    assert abs(wave[0]) < 0.001
    assert abs(wave[-1]) < 0.001
    assert np.abs(np.diff(wave)).max() < 0.05  # no click, also between two tones


def test_a_tone_has_its_frequency() -> None:
    wave = samples(Sound(((440.0, 1.0),)))[:, 0].astype(float)
    loudest = np.argmax(np.abs(np.fft.rfft(wave)))
    assert loudest == pytest.approx(440, abs=1)


@pytest.mark.parametrize("driver", ["dummy", "no such driver"])
def test_a_desktop_plays_it_or_is_silent(driver: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", driver)
    pygame.mixer.quit()
    Platform().play(Sound(TONES["hold"], "Hold."), "en")
    assert bool(pygame.mixer.get_init()) == (driver == "dummy")
    assert not pygame.mixer.get_init() or pygame.mixer.get_busy()
    pygame.mixer.quit()


def test_where_there_is_no_sound_card_it_is_looked_for_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each look takes time, and the system's sound library complains on the terminal."""
    looks = []

    def init(*_: int, **__: int) -> None:
        looks.append(1)
        raise pygame.error

    pygame.mixer.quit()
    monkeypatch.setattr(pygame.mixer, "init", init)
    desktop = Platform()
    for _ in range(3):
        desktop.play(Sound(TONES["hold"], "Hold."), "en")
    assert looks == [1]
