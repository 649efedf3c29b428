"""World to screen and back."""

import pytest

from scenes.draw.camera import Camera, Extent

CAMERA = Camera(1390.0, (478.0, 586.0))


@pytest.mark.parametrize("point", [(0.0, 0.0), (0.023, 0.259), (-0.4, -0.0137)])
def test_round_trip(point: tuple[float, float]) -> None:
    assert CAMERA.to_world(CAMERA.to_screen(point)) == pytest.approx(point, abs=1e-12)


def test_up_in_the_world_is_up_on_the_screen() -> None:
    assert CAMERA.to_screen((0.0, 0.0)) == (478.0, 586.0)
    x, y = CAMERA.to_screen((0.010, 0.100))
    assert (x, y) == pytest.approx((491.9, 447.0))
    assert CAMERA.pixels_per_mm == pytest.approx(1.39)


@pytest.mark.parametrize("size", [(300, 200), (100, 400), (401, 203)])
@pytest.mark.parametrize("beside", [0.0, 30.0, 1000.0])
def test_an_extent_is_as_large_as_the_picture_allows(size: tuple[int, int], beside: float) -> None:
    extent = Extent(left=-0.1, right=0.2, bottom=-0.05, top=0.25)
    camera = extent.camera(size, (size[0] / 2, size[1] / 2), beside)
    left, top = camera.to_screen((extent.left, extent.top))
    right, bottom = camera.to_screen((extent.right, extent.bottom))
    assert max((right - left) / size[0], (bottom - top) / size[1]) == pytest.approx(1)
    assert min(left, top) > -1e-9
    assert bottom + top == pytest.approx(size[1])
    # What is kept free beside it takes from the spare room, and never from the picture.
    free = size[0] - right - left
    assert free == pytest.approx(min(beside, size[0] - (right - left)))
