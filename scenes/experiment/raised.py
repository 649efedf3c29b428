"""A tablet upright while all settings are shown: the panel has the lower half of the window.

The picture gives way and is never covered, so that what a slider does can be seen.
"""

from dataclasses import replace

from scenes.draw.look import Look
from scenes.forms import Areas, Form, LEAST_PLAY, MARGIN


def raised(areas: Areas, look: Look) -> Areas:
    """The parts of the window with a panel up to its middle, as far as the picture allows.

    Other forms keep theirs.
    """
    if areas.form is not Form.STACK:
        return areas
    gap = areas.panel.top - areas.time.bottom
    middle = (areas.panel.bottom + look.px(MARGIN)) // 2
    least = areas.play.top + look.control(LEAST_PLAY) + areas.time.height + 2 * gap
    panel, time, play = areas.panel.copy(), areas.time.copy(), areas.play.copy()
    panel.top = min(panel.top, max(middle, least))
    panel.height = areas.panel.bottom - panel.top
    time.bottom = panel.top - gap
    play.height = time.top - gap - play.top
    return replace(areas, panel=panel, time=time, play=play)
