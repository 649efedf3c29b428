"""The section under the finger."""

from tests.scenes.corset.player import CorsetPlayer


def test_the_belly_can_be_dragged_in_from_any_side() -> None:
    for x, y, way in ((0.0, 0.1, (0, 1)), (-0.11, 0.03, (1, 0)), (0.11, 0.03, (-1, 0))):
        player = CorsetPlayer()
        before = dict(player.corset.model.settings)
        start = player.belly(x, y)
        ends = [(start[0] + way[0] * d, start[1] + way[1] * d) for d in (0, 30, 60)]
        player.drag(ends)
        assert float(player.corset.model.settings["draw_in"]) > 0.2
        assert len(player.corset.undo_list) == 1
        player.corset.undo()
        assert player.corset.model.settings == before


def test_a_tap_on_a_name_selects_its_slider() -> None:
    player = CorsetPlayer()
    for box, slider in player.corset.view.touch.names:
        player.click(box.center)
        player.frames(1)
        assert player.app.group.focus is player.corset.panel.sliders[slider]
        assert player.corset.model.since_push is None
