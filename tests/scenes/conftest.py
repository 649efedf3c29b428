"""Every test of the window begins without preferences that another one has kept."""

import pytest

from scenes import preferences


@pytest.fixture(autouse=True)
def _no_preferences() -> None:
    (preferences.preferences_folder() / preferences.FILE).unlink(missing_ok=True)
