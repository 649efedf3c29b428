"""Icons fill their square."""

import pytest

from scenes.draw.icons import icon, ICONS


@pytest.mark.parametrize("name", ICONS)
def test_icons_fill_their_square(name: str) -> None:
    for side in (16, 24, 72):
        art = icon(name, side, (0, 0, 0))
        assert art.get_size() == (side, side)
        box = art.get_bounding_rect(min_alpha=8)
        assert max(box.width, box.height) >= side * 0.55
        assert icon(name, side, (0, 0, 0)) is art


def test_unknown_icon_is_refused() -> None:
    with pytest.raises(KeyError):
        icon("unicorn", 24, (0, 0, 0))
