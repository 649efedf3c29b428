"""One run of any model: its report, as plain data ready for strict JSON, and its recording."""

from collections.abc import Mapping

from sim.catalogue import SCENES
from sim.mechanics.world import STEP
from sim.model.run import Run
from sim.model.simulation import Report
from sim.model.trace import Trace

SAMPLE = 4  # steps between two samples of a trace: 300 a second


def simulate(
    scene: str, values: Mapping[str, object], duration: float | None = None
) -> tuple[Report, Trace]:
    """Push the model at t = 0 and run for `duration` [s], or as long as is usual for it."""
    model = SCENES[scene].model(values)
    trace = Trace(model.units())
    trace.add(model.observe())
    watch = Run(model)
    for step in range(1, round((duration or model.duration) / STEP) + 1):
        watch.step()
        if step % SAMPLE == 0:
            trace.add(model.observe())
    report = {
        "scene": scene,
        "time_s": model.time,
        **watch.outcome(),
        **model.remarks(),
        "parameters": model.settings,
    }
    return report, trace
