"""How a report is printed."""

from pathlib import Path

from tests.terminal import call, needs_full, one_line, process, report, SHORT


def test_without_json_there_is_one_readable_line_for_each_quantity() -> None:
    outcome = call(*SHORT)
    assert outcome.code == 0
    lines = dict(line.split(": ", maxsplit=1) for line in outcome.out.splitlines())
    assert list(lines) == list(report(*SHORT))
    assert lines["scene"] == "blocks"
    assert lines["standing"] == "true"


@needs_full
def test_a_report_that_can_not_be_written_is_an_error() -> None:
    with Path("/dev/full").open("w") as full:
        done = process("params", stdout=full)
    assert done.returncode == 2
    assert "No space left on device" in one_line(done.stderr)
