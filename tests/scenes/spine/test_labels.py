"""No name of a muscle is cut off."""

import pytest

from scenes.draw.palette import PROFILES
from scenes.shell.app import App
from scenes.shell.machine.display import Options
from scenes.spine.scene import SpineScene
from sim.catalogue import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("profile", PROFILES)
def test_no_name_of_a_muscle_is_cut_off(language: str, profile: str) -> None:
    seen = 0
    for size in ((1024, 600), (1280, 720), (1920, 1080), (2560, 1080)):
        for zoom in (1.0, 1.1, 1.2, 1.3, 1.4):
            app = App({}, Options(language, profile, zoom, size=size, scene="spine"))
            app.frame(0.0)
            assert isinstance(app.experiment, SpineScene)
            stage = app.experiment.view.touch
            seen += len(stage.names)
            for box in stage.names.values():
                assert stage.rect.contains(box), (size, zoom)
    assert seen
