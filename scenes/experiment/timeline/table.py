"""What was recorded, as a table in the form and the units of `simulate --csv`."""

from collections.abc import Iterable, Mapping, Sequence
from math import nan

from scenes.experiment.protocols import Moment
from sim.model.trace import Trace
from sim.parameter import Parameter, Value

TIME, SINCE = "time", "time_since_push"


def recorded(moments: Iterable[Moment], parameters: Mapping[str, Parameter]) -> str:
    """Moments since time last began anew, with what was set meanwhile.

    A parameter that changed among them, and is a number, has a column of its own.
    """
    last = _last(moments)
    numbers = [one for one in parameters.values() if not (one.canonical or one.sets)]
    changed = [one for one in numbers if _changed([m.settings[one.name] for m in last])]
    units = {TIME: "s", SINCE: "s", **{one.name: one.unit for one in changed}}
    trace = Trace({**units, **dict(last[-1].readings().keys())})
    for moment in last:
        since = moment.since_push
        trace.add(
            {
                TIME: moment.time,
                SINCE: nan if since is None else since,
                **{one.name: float(moment.settings[one.name]) for one in changed},
                **{name: value for (name, _), value in moment.readings().items()},
            }
        )
    return trace.csv()


def _changed(values: Sequence[Value]) -> bool:
    return any(value != values[0] for value in values)


def _last(moments: Iterable[Moment]) -> list[Moment]:
    """Those since time fell back, one for each time: the later one, which has seen more."""
    found: dict[float, Moment] = {}
    for moment in moments:
        if found and moment.time < next(reversed(found)):
            found.clear()
        found[moment.time] = moment
    return list(found.values())
