"""World to screen and back."""

import pytest

from scenes.draw.camera import Camera

CAMERA = Camera(1390.0, (478.0, 586.0))


@pytest.mark.parametrize("point", [(0.0, 0.0), (0.023, 0.259), (-0.4, -0.0137)])
def test_round_trip(point: tuple[float, float]) -> None:
    assert CAMERA.to_world(CAMERA.to_screen(point)) == pytest.approx(point, abs=1e-12)


def test_up_in_the_world_is_up_on_the_screen() -> None:
    assert CAMERA.to_screen((0.0, 0.0)) == (478.0, 586.0)
    x, y = CAMERA.to_screen((0.010, 0.100))
    assert (x, y) == pytest.approx((491.9, 447.0))
    assert CAMERA.pixels_per_mm == pytest.approx(1.39)
