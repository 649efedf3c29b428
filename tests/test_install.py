"""The installed program: the wheel holds all of it, and every command runs in any other folder.

The wheel is installed into an environment of its own, which borrows the libraries that
the tests have. Nothing is fetched.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

import run
from scenes.web import build
from scenes.web.archives import compiled
from sim.catalogue import SCENES
from sim.cli.parser import COMMANDS
from sim.cli.version import VERSION
from tests.scenes.web.test_build import packed_wheels

ROOT = Path(run.__file__).parent
PARTS = ("sim", "scenes")
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
OFFLINE = ("--no-index", "--no-deps", "--no-build-isolation")

CALLS = {
    "simulate": "spine --duration 0.05 --csv made",
    "critical": "blocks --vary press --set tape=all",
    "stability": "spine",
    "map": "spine --grid 3 --png made",
    "sweep": "timing --vary onset --from 0 --to 0.1 --steps 2 --jobs 2 --csv made",
    "describe": "corset",
    "export": "spine --format mjcf --out made",
    "params": "recovery",
    "screenshot": "blocks --set tape=all --at 0.1 --lang nl --profile contrast --out made",
    "handout": "--exercises plank,bridge --lang nl --out made",
    "notes": "--lang nl --out made",
    "web": "--wheels wheels --out made",
}
"""One of every command; what it makes is called `made`."""


@dataclass(frozen=True)
class Installation:
    """A wheel, and the folders that it was installed in."""

    wheel: Path
    libraries: Path
    programs: Path

    def run(
        self, *arguments: str, cwd: Path, program: str = "spinestack"
    ) -> subprocess.CompletedProcess[str]:
        """Run a program from a folder that knows nothing of the repository."""
        outside = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        command = [str(self.programs / program), *arguments]
        return subprocess.run(
            command, cwd=cwd, env=outside, capture_output=True, text=True, check=False
        )


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    folder = tmp_path_factory.mktemp("installed")
    source, home = folder / "source", folder / "environment"
    for part in PARTS:  # a copy, since building leaves things behind
        shutil.copytree(ROOT / part, source / part, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("run.py", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    subprocess.run([*PIP, "wheel", *OFFLINE, "--wheel-dir", folder, source], check=True)
    (wheel,) = folder.glob("*.whl")
    venv.create(home)
    places = sysconfig.get_paths("venv", vars={"base": str(home), "platbase": str(home)})
    libraries, programs = Path(places["purelib"]), Path(places["scripts"])
    borrowed = (sysconfig.get_path(name) for name in ("purelib", "platlib"))
    (libraries / "borrowed.pth").write_text("\n".join(borrowed))
    subprocess.run([*PIP, "--python", programs / "python", "install", *OFFLINE, wheel], check=True)
    return Installation(wheel, libraries, programs)


def test_the_wheel_holds_every_file_of_the_program(installed: Installation) -> None:
    with zipfile.ZipFile(installed.wheel) as wheel:
        held = {name for name in wheel.namelist() if ".dist-info/" not in name}
    there = {
        path.relative_to(ROOT).as_posix()
        for part in PARTS
        for path in (ROOT / part).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert held == {*there, "run.py"}


def test_it_says_its_name_and_version(installed: Installation, tmp_path: Path) -> None:
    assert installed.wheel.name.startswith(f"spinestack-{VERSION}-")
    assert installed.run("--version", cwd=tmp_path).stdout == f"spinestack {VERSION}\n"
    as_module = installed.run("-m", "run", "--version", cwd=tmp_path, program="python")
    assert as_module.stdout == f"spinestack {VERSION}\n"
    assert installed.run("--help", cwd=tmp_path).stdout.startswith("usage: spinestack [-h]")


@pytest.mark.parametrize("command", [name for name in COMMANDS if name != "web"])
def test_every_command_runs_from_another_folder(
    command: str, installed: Installation, tmp_path: Path
) -> None:
    arguments = CALLS[command].split()
    done = installed.run(command, *arguments, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert bool(done.stdout) is (command not in ("screenshot", "handout", "notes"))
    assert (tmp_path / "made").exists() is ("made" in arguments)


@pytest.mark.parametrize("scene", SCENES)
def test_every_scene_is_shown_from_another_folder(
    scene: str, installed: Installation, tmp_path: Path
) -> None:
    done = installed.run("screenshot", scene, "--out", "made", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "made").read_bytes().startswith(b"\x89PNG")


def test_the_page_is_laid_out_and_holds_the_same_program(
    installed: Installation, tmp_path: Path
) -> None:
    packed_wheels(tmp_path / "wheels")
    done = installed.run("web", *CALLS["web"].split(), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout
    plain = {"program.zip": build.archive()}
    expected = compiled(plain, runtime=None) or plain  # as far as there is what can compile
    assert (tmp_path / "made" / "program.zip").read_bytes() == expected["program.zip"]


def test_the_examples_are_there(installed: Installation, tmp_path: Path) -> None:
    done = installed.run("--preset", "tapedd", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "did you mean taped" in done.stderr


@pytest.mark.parametrize(
    ("place", "command"),
    [
        ("sim/spine/strands.csv", "simulate spine"),
        ("scenes/art/hands.json", "screenshot blocks --out made"),
        ("scenes/exercises/exercises.toml", "handout --exercises plank --out made"),
        ("scenes/fonts/AtkinsonHyperlegibleNext-400.ttf", "screenshot blocks --out made"),
        ("scenes/fonts/AtkinsonHyperlegibleNext-400.ttf", "handout --exercises plank --out made"),
        ("scenes/text/nl.toml", "handout --exercises plank --lang nl --out made"),
        ("scenes/web/page/page.css", "web --wheels wheels --out made"),
        ("scenes/web/runtime.json", "web --wheels wheels --out made"),
    ],
)
def test_a_file_that_can_not_be_read_is_named(
    place: str, command: str, installed: Installation, tmp_path: Path
) -> None:
    packed_wheels(tmp_path / "wheels")
    file = installed.libraries / place
    aside = file.rename(file.with_name("aside"))
    try:
        done = installed.run(*command.split(), cwd=tmp_path)
    finally:
        aside.rename(file)
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert str(file) in line
    assert "can not write" not in line
    assert [path.name for path in tmp_path.iterdir()] == ["wheels"]
