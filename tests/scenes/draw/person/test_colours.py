"""Figures can be seen on their grounds."""

import pytest

from scenes.draw.palette import PROFILES
from scenes.draw.person.colours import figure_colour
from tests.scenes.draw.contrast import luminance


@pytest.mark.parametrize("profile", PROFILES)
def test_figures_can_be_seen_on_their_grounds(profile: str) -> None:
    """Dark outlines on pale grounds, pale clothes on dark ones."""
    palette = PROFILES[profile]
    for ground in ("play", "panel", "field", "teal_tint"):
        best = 0.0
        for part in ("line", "shirt", "legs"):
            one = luminance(figure_colour(palette, part))
            other = luminance(getattr(palette, ground))
            light, dark = max(one, other), min(one, other)
            best = max(best, (light + 0.05) / (dark + 0.05))
        assert best >= 3, ground
