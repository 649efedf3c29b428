"""Muscles are drawn where the model pulls."""

import numpy as np

from scenes.draw.spine.pose import bent
from scenes.recovery.picture import _strands
from sim.recovery.model import Recovery
from tests.scenes.recovery.player import RecoveryPlayer


def test_strands_pull_where_the_model_pulls() -> None:
    """At rest, where nothing is magnified, the drawn muscles end where the model's do."""
    model = Recovery({})
    scene = RecoveryPlayer().year
    strands = _strands(bent(), scene.moment_of(model))
    ends = model.world.strands.ends(model.world.state)
    assert np.allclose(strands.ends, ends, atol=1e-4)
    deep = dict(zip(strands.groups, strands.activation, strict=True))
    assert deep["multifidus"] == model.activations["deep"]
    assert deep["abdominals"] == model.activations["long"]
