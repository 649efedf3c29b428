"""Commands that are stopped by Ctrl+C, or have nowhere to print: one line and a code, no more."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import run
from sim.cli.parser import COMMANDS
from tests.terminal import call, one_line, ROOT

PROGRAM = (sys.executable, str(ROOT / "run.py"))
CALLS = {
    "window": "--scene blocks",
    "simulate": "simulate corset --csv made",
    "critical": "critical blocks --vary press --set tape=all",
    "map": "map spine --grid 40 --png made",
    "sweep": "sweep timing --vary onset --from 0 --to 0.2 --steps 30 --jobs 2 --csv made",
    "screenshot": "screenshot spine --at 1 --out made",
    "handout": "handout --exercises plank --out made",
    "notes": "notes --out made",
}
pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has other signals")


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("attempt", range(3))
def test_ctrl_c_is_one_line_at_any_moment(name: str, attempt: int, tmp_path: Path) -> None:
    begun = "import run, sys; sys.argv[0] = 'run.py'; print(flush=True); sys.exit(run.main())"
    running = subprocess.Popen(
        [sys.executable, "-c", begun, *CALLS[name].split()],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "SPINESTACK_CONFIG": str(tmp_path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert running.stdout
    assert running.stdout.readline() == "\n"  # before, Ctrl+C is the interpreter's
    time.sleep(random.Random(f"{name} {attempt}").uniform(0.02, 0.8))
    os.killpg(running.pid, signal.SIGINT)  # as a terminal does: to its workers too
    printed, said = running.communicate(timeout=20)
    left = {path.name for path in tmp_path.iterdir()}
    if running.returncode == 0:  # it was done before
        assert said == ""
    else:
        assert (running.returncode, printed) == (run.INTERRUPTED, "")
        one_line(said)
        assert left <= {"made", ".made.sweep", "preferences.toml"}


def test_a_waiting_room_ends_when_its_machine_is_shut_down(tmp_path: Path) -> None:
    """Nobody in front of it closes it; a service, or the machine at night, does."""
    code = (
        "import run, signal, sys\n"
        "from scenes.shell.kiosk.kiosk_app import KioskApp\n"
        "class Asked(KioskApp):\n"
        "    async def main(self, next_frame):\n"
        "        signal.raise_signal(signal.SIGTERM)\n"
        "        await super().main(next_frame)\n"
        "import scenes.shell.window\n"
        "scenes.shell.window.KioskApp = Asked\n"
        "sys.exit(run.main(['--kiosk']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_ctrl_c_inside_an_import_waits_for_its_end(tmp_path: Path) -> None:
    """A compiled module that is loaded takes it for a fault of its own, or aborts."""
    (tmp_path / "compiled.py").write_text(
        "import signal\n"
        "try: signal.raise_signal(signal.SIGINT)\n"
        "except KeyboardInterrupt as stop: raise ImportError('a bad install') from stop\n"
    )
    code = (
        "import run, sys, time\n"
        "def command(_):\n"
        "    import compiled\n"
        "    while True: time.sleep(0.01)\n"
        "run._understand = command\n"
        "sys.exit(run.main())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{tmp_path}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (130, "spinestack: stopped\n")


@pytest.mark.parametrize("inside", sorted(run.GIVING_BACK))
@pytest.mark.parametrize("call", range(1, 4))
def test_ctrl_c_while_the_solver_gives_memory_back_waits_for_its_end(
    inside: str, call: int
) -> None:
    """Half of it leaves shapes in a space that is gone, and the next look at them crashes."""
    code = (
        "import gc, run, signal, sys, time\n"
        "from sim.blocks.model import BlockStack\n"
        "calls, ended = [], []\n"
        "def watch(frame, event, _):\n"
        f"    if frame.f_code.co_name != {inside!r}: return\n"
        "    if event == 'return': ended.append(frame)\n"
        "    if event == 'call': calls.append(frame)\n"
        f"    if event == 'call' and len(calls) == {call}: signal.raise_signal(signal.SIGINT)\n"
        "def command(_):\n"
        "    stacks = [BlockStack() for _ in range(4)]\n"
        "    sys.setprofile(watch)\n"
        "    stacks.clear()\n"
        "    gc.collect()\n"
        "    assert calls == ended, 'half given back'\n"
        "    while True: time.sleep(0.01)\n"
        "run._understand = command\n"
        "sys.exit(run.main())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (130, "spinestack: stopped\n")


def test_ctrl_c_where_nothing_can_be_raised_is_not_lost() -> None:
    """It comes while an object is cleared away, where Python tells of it and goes on."""
    code = (
        "import run, signal, sys, time\n"
        "class Cleared:\n"
        "    def __del__(self): raise KeyboardInterrupt\n"
        "def stopped(_):\n"
        "    Cleared()\n"
        "    while True: time.sleep(0.01)\n"
        "run._understand = stopped\n"
        "sys.exit(run.main())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (130, "spinestack: stopped\n")


def test_the_line_says_what_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(_: object) -> None:
        raise KeyboardInterrupt("3 of 5 are kept")

    monkeypatch.setattr(run, "_understand", stopped)
    outcome = call("params")
    assert (outcome.code, outcome.out, outcome.err) == (130, "", "spinestack: 3 of 5 are kept\n")


# -- streams ---------------------------------------------------------------------------


def shell(line: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """What a shell makes of a line in which `run` is the program."""
    program = " ".join(f'"{part}"' for part in PROGRAM)
    return subprocess.run(
        line.replace("run ", f"{program} "),
        shell=True,
        cwd=cwd,
        env={**os.environ, "SDL_VIDEODRIVER": "dummy"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


REPORTS = [name for name in COMMANDS if name not in ("screenshot", "handout", "notes")]
ALL = CALLS | {
    "stability": "stability blocks",
    "describe": "describe spine",
    "params": "params",
    "web": "web --out made",
    "export": "export spine --format mjcf --out made",
}


@pytest.mark.parametrize("name", REPORTS)
def test_without_a_standard_output_nothing_is_computed(name: str, tmp_path: Path) -> None:
    done = shell(f"run {ALL[name]} >&-", tmp_path)
    assert done.returncode == 2
    assert one_line(done.stderr) == "there is no standard output to print the report to"
    assert [*tmp_path.iterdir()] == []


def test_who_prints_nothing_needs_no_standard_streams(tmp_path: Path) -> None:
    done = shell(f"run {CALLS['handout']} <&- >&- 2>&-", tmp_path)
    assert done.returncode == 0
    assert (tmp_path / "made").read_bytes().startswith(b"%PDF")
    assert [path.name for path in tmp_path.iterdir()] == ["made"]
    done = shell("run handout --exercises plank --out /dev/stdout >&-", tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    done = shell("run simulate nothing 2>&-", tmp_path)
    assert (done.returncode, done.stdout) == (2, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("command", ["--help", "simulate --help", "--version", "params --json"])
def test_a_full_device_is_one_sentence(command: str, tmp_path: Path) -> None:
    done = shell(f"run {command} > /dev/full", tmp_path)
    assert done.returncode == 2
    assert one_line(done.stderr) == "can not write the output: No space left on device"


@pytest.mark.parametrize("command", ["params --json", "--help"])
def test_a_reader_that_has_gone_is_no_error(command: str, tmp_path: Path) -> None:
    done = shell(f"run {command} | head -c 1", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


# -- displays --------------------------------------------------------------------------


@pytest.mark.parametrize("driver", ["x11", "nonsense"])
def test_a_display_that_is_not_there_is_one_sentence(driver: str, tmp_path: Path) -> None:
    line = f"DISPLAY=:77 SDL_VIDEODRIVER={driver} run --scene blocks"
    done = shell(line, tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    said = one_line(done.stderr)
    assert said.startswith(
        f"there is no display to open a window on: SDL_VIDEODRIVER is {driver!r}"
    )
