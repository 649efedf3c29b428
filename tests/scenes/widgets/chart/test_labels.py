"""The labels of every chart there is: nothing runs through them, in any window."""

import pygame
import pytest

from scenes.recovery.year import YearCard
from scenes.shell.app import App
from scenes.shell.machine.display import Options
from scenes.widgets.chart.plot import Plot
from tests.scenes.widgets.chart.struck import struck
from tests.scenes.windows import every_widget

SCENES = ("blocks", "spine", "timing", "recovery", "corset")
WINDOWS = [
    ((1280, 720), "default", 1.0, "nl"),
    ((1024, 600), "contrast", 1.0, "en"),
    ((1280, 720), "projector", 1.0, "nl"),
    ((1280, 720), "default", 2.0, "en"),
    ((390, 844), "default", 1.0, "nl"),
]


def charts(app: App) -> list[Plot]:
    """All charts of a tab, drawn: those on a page that is not shown in a place of their own."""
    panel, look = app.experiment.panel, app.look
    here = [*every_widget(list(app.experiment.widgets()))]
    cards = [widget for widget in here if isinstance(widget, YearCard)]
    shown = [card.onset for card in cards] + [card.pain for card in cards if card.has(card.pain)]
    shown += [widget for widget in here if isinstance(widget, Plot)]
    for plot in {panel.plot, getattr(panel, "later", panel.plot)}.difference(shown):
        wide = look.px(300)
        plot.place(pygame.Rect(0, 0, wide, plot.height(look, wide)), look)
        plot.draw(app.surface, look)
        shown.append(plot)
    return [plot for plot in shown if plot.box.width]


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("window", WINDOWS, ids=str)
def test_no_label_of_any_chart_is_struck(
    scene: str, window: tuple[tuple[int, int], str, float, str]
) -> None:
    size, profile, zoom, language = window
    app = App({}, Options(language, size=size, scene=scene))
    app.prefer(profile=profile, zoom=zoom)
    tab, seen = app.experiment, 0
    for once_more in ({"tape": "all"}, {"deep_muscles": 0.4}):
        tab.tap()
        for _ in range(4):
            tab.skip(120)
            if scene == "recovery":
                tab.change("week", min(52, int(tab.model.settings["week"]) + 7))
            app.rest.wake()
            app.frame(1 / 60)
            for chart in charts(app):
                assert not struck(chart), chart.title
                seen += len(chart.names)
        tab.again()
        for name in once_more.keys() & tab.parameters:
            tab.change(name, once_more[name])
    assert seen or zoom == 2
