"""Every preset of the corset does what it says."""

from scenes.corset.moment import CorsetMoment, moment_of
from scenes.experiment.preset import load_preset, preset_names
from sim.corset.model import Corset
from sim.mechanics.world import STEP


def test_the_examples_do_what_they_say() -> None:
    def run(name: str) -> CorsetMoment:
        corset = Corset(load_preset(name))
        corset.push()
        for _ in range(600):
            corset.step()
        return moment_of(corset)

    found = {name: run(name) for name in preset_names("corset")}
    assert len(found) == 11
    kilopascal = {name: one.pressure / 1000 for name, one in found.items()}
    assert 0.5 < kilopascal["quiet_breathing"] < 2.5
    assert 2 < kilopascal["belly_drawn_in"] < 3
    assert 4.5 < kilopascal["all_braced"] < 6
    assert kilopascal["ring_parted"] < 0.6
    for posture in ("close", "knees", "round"):
        without, braced = found[f"lift_{posture}"], found[f"lift_{posture}_braced"]
        assert without.settings["posture"] == braced.settings["posture"] == posture
        assert without.settings["load"] == 20
        assert 7 < kilopascal[f"lift_{posture}_braced"] < 10
        assert braced.disc_force < without.disc_force
    deep = Corset(load_preset("deep_exhalation"))
    most = 0.0
    for _ in range(round(6 / STEP)):
        deep.step()
        most = max(most, deep.effort.transversus)
    assert most > 0.2
