"""Which strips of tape are on: patterns such as "1,2,4l,5r", and what they name.

Joint 1 is the lowest. A joint has a strip at its left and one at its right side.
"""

import re

SIDES = ("l", "r")
MOST_JOINTS = 10  # of the highest stack
_JOINT = re.compile(r"([1-9][0-9]?)([lr]?)")


def strips(pattern: str, joints: int) -> frozenset[tuple[int, str]]:
    """The strips (joint, side) that a tape pattern names.

    Raises ValueError for a joint that is not there or a pattern of another form.
    """
    if pattern == "none":
        return frozenset()
    if pattern == "all":
        return frozenset((joint, side) for joint in range(1, joints + 1) for side in SIDES)
    found: set[tuple[int, str]] = set()
    for part in pattern.split(","):
        match = _JOINT.fullmatch(part.strip())
        if not match or int(match[1]) > joints:
            raise ValueError(pattern)
        found.update((int(match[1]), side) for side in match[2] or SIDES)
    return frozenset(found)


def pattern(on: frozenset[tuple[int, str]], joints: int) -> str:
    """The tape pattern that names these strips, in its shortest form."""
    if len(on) == joints * len(SIDES):
        return "all"
    parts = []
    for joint in range(1, joints + 1):
        sides = "".join(side for side in SIDES if (joint, side) in on)
        if sides:
            parts.append(f"{joint}{sides if len(sides) == 1 else ''}")
    return ",".join(parts) or "none"
