"""Runs commands as somebody at a terminal would."""

import contextlib
import io
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, IO, NoReturn

import pytest

import run

ROOT = Path(run.__file__).parent
SHORT = ("simulate", "blocks", "--duration", "0.05")


@dataclass(frozen=True)
class Outcome:
    """What one command did."""

    code: int
    out: str
    err: str


def call(*arguments: str) -> Outcome:
    """Run the program in this process."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run.main(arguments)
    return Outcome(code, out.getvalue(), err.getvalue())


def process(
    *arguments: str, stdout: int | IO[str] = subprocess.PIPE, cwd: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own."""
    command = [sys.executable, str(ROOT / "run.py"), *arguments]
    return subprocess.run(
        command, stdout=stdout, stderr=subprocess.PIPE, cwd=cwd, text=True, check=False
    )


def strict(text: str) -> Any:  # noqa: ANN401 - JSON may be anything
    """Parsed JSON without NaN and Infinity."""

    def refuse(constant: str) -> NoReturn:
        raise AssertionError(constant)

    return json.loads(text, parse_constant=refuse)


def report(*arguments: str) -> Any:  # noqa: ANN401
    """What a command says as JSON."""
    outcome = call(*arguments, "--json")
    assert (outcome.code, outcome.err) == (0, "")
    return strict(outcome.out)


def complaint(*arguments: str) -> str:
    """The one line with which a command is refused."""
    outcome = call(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    return one_line(outcome.err)


def one_line(text: str) -> str:
    """The text of a single line that comes from us."""
    (line,) = text.splitlines()
    assert text == line + "\n"
    assert line.startswith("spinestack: ")
    return line.removeprefix("spinestack: ")


needs_full = pytest.mark.skipif(
    not Path("/dev/full").is_char_device(), reason="this system has no /dev/full"
)
LOADED = """
import sys
import run
try:
    code = run.main({arguments!r})
except SystemExit as leaving:
    code = leaving.code
print(code, *sorted({{name.partition(".")[0] for name in sys.modules}}), file=sys.stderr)
"""


def loaded(arguments: tuple[str, ...]) -> tuple[str, set[str]]:
    """What a command prints and which packages it imports; it must succeed."""
    script = LOADED.format(arguments=list(arguments))
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    (line,) = done.stderr.splitlines()
    code, *names = line.split()
    assert code == "0"
    return done.stdout, set(names)
