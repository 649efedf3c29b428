"""The window on a desktop: opens it and runs it until it is closed."""

import signal
from collections.abc import Mapping

import pygame

from scenes.shell.app import App
from scenes.shell.kiosk.kiosk_app import KioskApp
from scenes.shell.machine.display import Options
from scenes.shell.machine.memory import tidy_at_rest

FRAMES = 60  # a second


def open_window(values: Mapping[str, object], options: Options) -> None:
    """Open the window and run until it is closed. Raises as `App` does."""
    app = KioskApp(options) if options.kiosk else App(values, options)
    if isinstance(app, KioskApp):
        # SDL makes a closed window of it, which a waiting room does not heed.
        signal.signal(signal.SIGTERM, app.leave)
    if options.link:
        app.exchange.begin(options.link)
    app.frame(0.0)
    tidy_at_rest()
    import asyncio  # noqa: PLC0415 - takes longer than the first picture, which is shown by now

    # The loop takes Ctrl+C itself then: raised inside it, it could lose what goes on.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    clock = pygame.time.Clock()

    async def next_frame() -> float:
        await asyncio.sleep(0)
        return clock.tick(FRAMES) / 1000

    try:
        asyncio.run(app.main(next_frame))
    finally:
        pygame.quit()
