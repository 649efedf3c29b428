"""The line of plain words: what the corset does now, and what that does for the disc.

Chosen from what was measured in the section (activations, pressure, the gap in front)
and computed for the disc, never from a slider's value.
"""

from scenes.corset.moment import CorsetMoment
from scenes.experiment.headline import Said
from sim.corset.lifting import POSTURES

OPEN = 0.004  # m between left and right from where the ring is open
WORKS = 0.01  # activation from where a muscle is at work
LITTLE, FIRM, HIGH = 1500.0, 3500.0, 6500.0  # Pa, from where pressure is called so
UNLOADS = 0.08  # of its load that a disc must be spared to say how much


def say(moment: CorsetMoment) -> Said:
    """What the ring does at this moment, what pressure comes of it, what the disc gains."""
    load = "lift" if POSTURES[str(moment.settings["posture"])].lifts else "disc"
    disc = f"{load}_much" if moment.relief >= UNLOADS else f"{load}_little"
    if moment.gap > OPEN:
        holds = "open_holds" if moment.pressure >= LITTLE else "open_lost"
        return "open", (holds, disc)
    # At work is what is called for and has come: words must not follow a muscle's lag.
    asked = moment.asked
    if min(moment.effort.transversus, asked.transversus) <= WORKS:
        way = "breathing_in" if moment.phase < 0.5 else "breathing_out"
        return "quiet", (way, disc)
    headline = "exhales" if moment.exhaling > asked.transversus / 2 else "closes"
    if min(moment.effort.obliques, asked.obliques) > WORKS:
        headline = "braced"
    return headline, (level(moment.pressure), disc)


def level(pressure: float) -> str:
    """How high a pressure [Pa] in the abdomen is, as the key of a sentence."""
    if pressure >= HIGH:
        return "high"
    if pressure >= FIRM:
        return "firm"
    return "little" if pressure >= LITTLE else "resting"
