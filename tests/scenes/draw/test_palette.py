"""Every text can be read on every ground it stands on, in every profile."""

import pytest

from scenes.draw.palette import PROFILES
from sim import catalogue
from tests.scenes.draw.contrast import contrast, READABLE, SEEN

TEXT = [
    *(("ink", ground) for ground in ("ground", "play", "panel", "field", "teal_tint", "on")),
    ("ink", "amber_tint"),
    *(("muted", ground) for ground in ("ground", "play", "panel", "field", "teal_tint")),
    *(("teal", ground) for ground in ("ground", "play", "panel", "teal_tint")),
    *(("brick", ground) for ground in ("play", "panel")),
    *(("amber_ink", ground) for ground in ("play", "panel", "amber_tint")),
    *(("ui_ink", ground) for ground in ("ui", "ui_hover", "ui_press")),
    *(("force", ground) for ground in ("play", "panel", "halo")),
    *((text, "body") for text in ("ink", "muted", "teal", "brick")),
    ("bone_t", "bone"),
    ("bone_t", "bone_hi"),
]
GRAPHICS = [
    ("edge", "panel"),
    ("edge", "ground"),
    ("focus", "panel"),
    ("focus", "ground"),
    ("focus", "play"),
    ("ui", "on"),
    ("teal", "track"),
    ("brick", "track"),
    ("wood_l", "wood"),
    ("skin_l", "skin"),
    ("ghost", "play"),
    ("teal", "play"),
    ("brick", "play"),
    ("bone_l", "bone"),
    ("bone_l", "bone_hi"),
    ("amber_dark", "amber"),
]


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_can_be_read(profile: str, text: str, ground: str) -> None:
    assert contrast(PROFILES[profile], text, ground) >= READABLE


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize(("shape", "ground"), GRAPHICS)
def test_shapes_can_be_seen(profile: str, shape: str, ground: str) -> None:
    assert contrast(PROFILES[profile], shape, ground) >= SEEN


def test_every_profile_that_can_be_asked_for_has_its_own_palette() -> None:
    assert [palette.name for palette in PROFILES.values()] == list(catalogue.PROFILES)
