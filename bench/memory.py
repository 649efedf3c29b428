"""How much memory a long session needs."""

import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

from bench.rows import Row

ROOT = Path(__file__).parent.parent

MINUTES = 10.0  # simulated
MEMORY = """
import sys
from bench.frames import player
def peak():  # of this process alone: what resource tells begins with its parent's
    lines = open("/proc/self/status").read().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
minutes = float(sys.argv[1])
app = player((1280, 720), press=100, push=0.3)
half = 0
for index in range(round(minutes * 60 * 20)):
    if index % 60 == 0:
        app.experiment.playback.again()
        app.experiment.tap()
    app.frame(1 / 20)
    if index == round(minutes * 60 * 10):
        half = peak()
whole = peak()
print(whole / 1024, (whole - half) / 1024)
"""


ROUNDS = """
import sys
from bench.frames import player
from sim.catalogue import SCENES, with_model
app = player((1280, 720))
for turn in range(round(6 * float(sys.argv[1]))):
    for scene in SCENES:
        app.choose(scene)
        if hasattr(app.tab, "tap"):
            app.tab.tap()
        share = [app.exchange.show] if scene in with_model() else []
        for opened in (app.help, app.info, app.language, *share):
            opened()
            app.frame(1 / 20)
            if app.dialog:
                app.dialog.close()
            for _ in range(20):
                app.frame(1 / 20)
lines = open("/proc/self/status").read().splitlines()
peak = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
print(peak / 1024, 0.0)
"""


@cache
def memory(minutes: float, session: str = MEMORY) -> tuple[float, float]:
    """Peak of a long session [MB], and what its second half added to it."""
    done = subprocess.run(
        [sys.executable, "-c", session, str(minutes)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=1200,
    )
    peak, growth = done.stdout.split()[-2:]
    return float(peak), float(growth)


def _memory(index: int) -> Callable[[int], list[float]]:
    return lambda minutes: [memory(float(minutes))[index]]


ROWS = [
    # The quick run simulates one minute.
    Row("peak memory after 10 simulated minutes", "MB", 160, _memory(0), round(MINUTES), 1),
    Row("growth over their second half", "MB", 1, _memory(1), round(MINUTES), 1),
    Row(
        "peak memory after 60 rounds through all scenes and dialogs",
        "MB",
        250,
        lambda minutes: [memory(float(minutes), ROUNDS)[0]],
        round(MINUTES),
        1,
    ),
]
