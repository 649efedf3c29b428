"""What every declared parameter has to be."""

from sim.catalogue import SCENES, with_model
from tests.sim.blocks.stacks import DEFAULTS
from tests.terminal import report, SHORT


def test_every_default_is_valid_and_changes_nothing() -> None:
    for parameter in (p for scene in with_model() for p in SCENES[scene].model.parameters):
        assert parameter.check(parameter.default) == parameter.default
        if not parameter.canonical:
            assert parameter.low <= float(parameter.default) <= parameter.high
            assert parameter.step > 0
    settings = [f"--set={name}={value}" for name, value in DEFAULTS.items()]
    assert report(*SHORT, *settings) == report(*SHORT)
