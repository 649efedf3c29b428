"""Soft tones as samples, for the mixer of a desktop."""

import numpy as np
from numpy.typing import NDArray

from scenes.experiment.protocols import Sound

RATE = 44_100  # samples a second
LOUDNESS = 0.2  # of the loudest there is
RISE, FADE = 0.03, 0.12  # s in which a tone begins and ends, so that it never clicks
OVERTONE = 0.2  # of an octave above, which makes it warmer


def samples(sound: Sound) -> NDArray[np.int16]:
    """The tones of a sound after each other, shape (n, 2): equal left and right."""
    heard = [_tone(frequency, seconds) for frequency, seconds in sound.tones]
    wave = np.concatenate([np.zeros(0), *heard])
    mono = np.round(wave * LOUDNESS * np.iinfo(np.int16).max).astype(np.int16)
    return np.stack([mono, mono], axis=1)


def _tone(frequency: float, seconds: float) -> NDArray[np.float64]:
    time = np.arange(round(seconds * RATE)) / RATE
    wave = np.sin(2 * np.pi * frequency * time) + OVERTONE * np.sin(4 * np.pi * frequency * time)
    ends = np.minimum(time / RISE, (seconds - time) / FADE).clip(0, 1)
    tone: NDArray[np.float64] = wave / (1 + OVERTONE) * ends**2 * (3 - 2 * ends)
    return tone
