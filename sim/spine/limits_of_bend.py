"""How far a joint of the spine bends before it counts as beyond its neutral zone, or as given way.

Two limits of a joint's rotation from its set-point to either side, in degrees, as they are
written and shown. Nothing in the mechanics reads them.
"""

from typing import Literal

GIVEN_WAY = 5.0  # degrees, beyond which a joint counts as having given way
NEUTRAL_ZONE = 1.5  # degrees, within which a joint hardly resists (illustrative; docs/model.md)


def side_of_neutral_zone(rotation: float) -> Literal["within", "edge", "beyond"]:
    """Whether a rotation [degrees] lies in the neutral zone: to the tenth that is shown.

    No more than that is meant, and words must not contradict the number beside them.
    """
    shown = round(rotation, 1)
    if shown == NEUTRAL_ZONE:
        return "edge"
    return "beyond" if shown > NEUTRAL_ZONE else "within"
