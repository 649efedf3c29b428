"""The muscles are the published ones."""

from sim.spine.muscles import muscles


def test_strands_are_the_published_ones() -> None:
    forces: dict[str, float] = {}
    for muscle in muscles():
        forces[muscle.group] = forces.get(muscle.group, 0.0) + muscle.fmax
    assert forces == {"multifidus": 1044, "erector_spinae": 1404, "abdominals": 1274}
