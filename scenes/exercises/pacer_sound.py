"""What is heard of a count: a soft tone where something else begins, and a voice that counts."""

from scenes.exercises.pacer import Pacer
from scenes.experiment.protocols import Sound
from scenes.text.words import Words

TONES = {
    "hold": ((392.0, 0.18), (523.3, 0.3)),
    "prepare": ((523.3, 0.18), (392.0, 0.3)),
    "rest": ((392.0, 0.3),),
    "end": ((523.3, 0.2), (659.3, 0.2), (784.0, 0.5)),
}
"""Up to a hold, down to let go; each tone is a frequency [Hz] (G4, C5, E5, G5) and its seconds."""


class PacerSound:
    """Knows what was heard last."""

    def __init__(self) -> None:
        self._before = ("", 0)

    def news(self, pacer: Pacer, words: Words) -> Sound | None:
        """What is to be heard now: what to do where that changes, in a hold every number."""
        if pacer.paused:
            return None
        before, self._before = self._before, (pacer.stretch, pacer.count)
        if before[0] != pacer.stretch:
            return Sound(TONES[pacer.stretch], words(pacer.says))
        if before != self._before and pacer.stretch == "hold":
            return Sound(words=words.number(pacer.count))
        return None
