"""How a report is printed."""

import json


def say(report: object, *, as_json: bool) -> None:
    """Print a report as strict JSON, or one line for each quantity."""
    if as_json or not isinstance(report, dict):
        print(json.dumps(report, indent=2, allow_nan=False))
        return
    for name, value in report.items():
        print(f"{name}: {value if isinstance(value, str) else json.dumps(value, allow_nan=False)}")
