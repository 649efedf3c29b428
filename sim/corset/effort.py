"""Breath, draw-in and brace: what they ask of the muscles and of the lid of the abdomen.

A breath is a cycle with a phase from 0 to 1: 0 is the end of breathing out, 0.5 the
end of breathing in. The lungs fill by (1 - cos 2 pi phase) / 2 of the depth; the
diaphragm comes down by as much and leaves the content less room. A breath out that
goes deeper than a quiet one activates transversus at its end. How much each slider
asks for is illustrative; the pressures that come of it are those that were measured.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from sim.parameter import Value

MUSCLE_LAG = 0.04  # s, with which a muscle follows (30 to 50 ms)
LID_LAG = 0.15  # s, with which diaphragm and pelvic floor do (illustrative)
JOIN_LAG = 0.4  # s, in which left and right are joined or parted (illustrative)
QUIET = 0.3  # depth up to which a breath asks nothing of transversus (illustrative)
OUT_FROM, OUT_TO = 0.83, 1.10  # phases between which a deep breath out activates it (illustrative)
DEEP_OUT = 0.25  # activation of transversus at the end of the deepest breath out
DRAW_IN = 0.145  # with the belly drawn in as far as can be: 2 to 3 kPa through a quiet breath
BRACE = 0.35  # with everything braced as for a heavy lift
BRACE_OBLIQUES = 0.20  # activation of the obliques then
BREATH_LID = 0.25  # how much of the content's area the deepest breath in takes away above
BRACE_LID = 0.26  # the same for a held breath and a full brace


@dataclass(frozen=True)
class Effort:
    """Activations (0 to 1), how far the lid presses, and whether left and right are joined.

    `lid` is a share of the content's area; `joined` goes from 0 to 1, since what was
    parted can not close at once.
    """

    transversus: float
    obliques: float
    lid: float
    joined: float


REST = Effort(0.0, 0.0, 0.0, 1.0)


def lungs(phase: float) -> float:
    """How full the lungs are, 0 to 1."""
    return (1 - math.cos(2 * math.pi * phase)) / 2


def breath_out(phase: float) -> float:
    """How much of its effort a deep breath out asks for at this phase, 0 to 1."""
    half = (OUT_TO - OUT_FROM) / 2
    away = (phase - OUT_FROM - half + 0.5) % 1 - 0.5
    return math.cos(math.pi / 2 * away / half) ** 2 if abs(away) < half else 0.0


def exhaling(depth: float, phase: float) -> float:
    """The activation of transversus that a breath of this depth asks for by itself."""
    return DEEP_OUT * max(0.0, depth - QUIET) / (1 - QUIET) * breath_out(phase)


def effort(settings: Mapping[str, Value], phase: float) -> Effort:
    """What these sliders ask for at this phase of the breath."""
    depth, brace = float(settings["breath_depth"]), float(settings["brace"])
    asked = exhaling(depth, phase) + DRAW_IN * float(settings["draw_in"])
    return Effort(
        min(1.0, asked + BRACE * brace),
        BRACE_OBLIQUES * brace,
        BREATH_LID * depth * lungs(phase) + BRACE_LID * brace,
        float(settings["joined"]),
    )


def towards(now: Effort, asked: Effort, dt: float) -> Effort:
    """What the effort is after a time [s] in which that was asked."""
    muscle, lid, join = dt / MUSCLE_LAG, dt / LID_LAG, dt / JOIN_LAG
    return Effort(
        now.transversus + muscle * (asked.transversus - now.transversus),
        now.obliques + muscle * (asked.obliques - now.obliques),
        now.lid + lid * (asked.lid - now.lid),
        now.joined + join * (asked.joined - now.joined),
    )
