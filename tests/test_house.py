"""The repository itself: pinned versions, README, continuous integration, size of modules."""

import os
import re
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from graphlib import TopologicalSorter
from itertools import chain
from pathlib import Path

import grimp
import pytest
from packaging.markers import default_environment, Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from sim.cli.parser import COMMANDS
from sim.cli.version import VERSION
from tests.terminal import call, ROOT

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
PROJECT, EXTRAS = PYPROJECT["project"], PYPROJECT["project"]["optional-dependencies"]
README = (ROOT / "README.md").read_text()
START = ("figures", "sweep", "handout")  # the extras that README's start command installs
LOCKS = {
    "requirements.lock": [text for extra in START for text in EXTRAS[extra]],
    "requirements-dev.lock": [*chain(*EXTRAS.values()), *PYPROJECT["dependency-groups"]["dev"]],
}
"""What each lock file adds to the dependencies."""
LONGEST_MODULE = 300  # lines
LONGEST_TEST = 450
# Tests that are of no single module: of a scene or model as a whole.
OF_THE_WHOLE = ("layout", "presets", "random_events", "commands")
# Put together here, so that this file does not contain them itself.
MACHINE_PATHS = tuple(f"/{folder}/" for folder in ("work", "root", "home", "Users"))
REGISTRIES = ("pypi" + ".org", "python" + "hosted", "npm" + "js.")


@dataclass(frozen=True)
class Pin:
    """One requirement of a lock file."""

    name: str
    version: str
    marker: Marker | None
    hashes: tuple[str, ...]


def pins(file: str) -> list[Pin]:
    """All requirements of a lock file; each has a version and nothing unknown."""
    text = (ROOT / file).read_text().replace("\\\n", "")
    found = []
    for line in text.splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            head, *hashes = re.split(r"\s+--hash=", line.strip())
            requirement = Requirement(head)
            (specifier,) = requirement.specifier
            assert specifier.operator == "=="
            name = canonicalize_name(requirement.name)
            found.append(Pin(name, specifier.version, requirement.marker, tuple(hashes)))
    return found


def environments() -> list[dict[str, str]]:
    """Every system and Python version that the program is meant for."""
    systems = [
        ("linux", "Linux", "posix"),
        ("darwin", "Darwin", "posix"),
        ("win32", "Windows", "nt"),
    ]
    return [
        {key: str(value) for key, value in default_environment().items()}
        | {"sys_platform": platform, "platform_system": system, "os_name": name}
        | {"python_version": f"3.{minor}", "python_full_version": f"3.{minor}.1"}
        for platform, system, name in systems
        for minor in (11, 12, 13, 14)
    ]


@pytest.mark.parametrize("file", LOCKS)
def test_pins_name_no_host(file: str) -> None:
    text = (ROOT / file).read_text()
    assert "://" not in text
    assert not re.search(r"\.(org|com|net|io|dev)\b|index-url|find-links|trusted-host", text)


@pytest.mark.parametrize("file", LOCKS)
def test_every_pin_has_hashes(file: str) -> None:
    assert pins(file)
    for pin in pins(file):
        assert pin.hashes, pin.name
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", text) for text in pin.hashes), pin.name


@pytest.mark.parametrize("file", LOCKS)
def test_what_the_project_needs_is_pinned_once_on_every_system(file: str) -> None:
    for environment in environments():
        versions: dict[str, str] = {}
        for pin in pins(file):
            if pin.marker is None or pin.marker.evaluate(environment):
                assert pin.name not in versions
                versions[pin.name] = pin.version
        for requirement in map(Requirement, [*PROJECT["dependencies"], *LOCKS[file]]):
            assert requirement.specifier.contains(versions[canonicalize_name(requirement.name)])


def test_the_tests_run_with_the_versions_of_the_program() -> None:
    every = pins("requirements-dev.lock")
    tested = {(pin.name, pin.version, str(pin.marker)): set(pin.hashes) for pin in every}
    for pin in pins("requirements.lock"):
        assert tested[pin.name, pin.version, str(pin.marker)] == set(pin.hashes)


def test_the_program_is_not_started_with_tools_for_developers() -> None:
    names = {pin.name for pin in pins("requirements.lock")}
    tools = map(Requirement, [*EXTRAS["cluster"], *PYPROJECT["dependency-groups"]["dev"]])
    assert not names & {canonicalize_name(tool.name) for tool in tools}


# -- README and continuous integration -----------------------------------------------


def command(file: str, then: str) -> str:
    """A command that makes its own environment and then does something there."""
    install = f".venv/bin/python -m pip install --quiet --require-hashes -r {file}"
    return f"python3 -m venv .venv && {install} && .venv/bin/python {then}"


def windows(line: str) -> str:
    """The same command for Windows."""
    return line.replace("python3 -m", "py -m").replace(".venv/bin/", ".venv\\Scripts\\")


def test_readme_has_both_commands_for_every_system() -> None:
    lines = README.splitlines()
    for lock, then in (("requirements.lock", "run.py"), ("requirements-dev.lock", "-m pytest")):
        line = command(lock, then)
        assert line in lines
        assert windows(line) in lines


def test_continuous_integration_runs_the_command_of_the_readme() -> None:
    script = ROOT / ".ci" / "run"
    lines = script.read_text().splitlines()
    assert command("requirements-dev.lock", "-m pytest") in lines
    assert "set -euo pipefail" in lines
    for check in ("ruff check .", "ruff format --check .", "mypy"):
        assert f".venv/bin/python -m {check}" in lines
    assert os.name == "nt" or os.access(script, os.X_OK)


def test_what_readme_points_to_exists() -> None:
    places = re.findall(r"\]\(([^)#]+)\)", README)
    assert places
    missing = [place for place in places if "://" not in place and not (ROOT / place).exists()]
    assert missing == []


EXAMPLES = re.findall(r"```console\n\$ python run\.py (.+)\n((?:.+\n)+)```", README)
NUMBER = re.compile(r"-?\d+\.\d+")


@pytest.mark.parametrize(("line", "shown"), EXAMPLES, ids=[line for line, _ in EXAMPLES])
def test_the_examples_of_readme_print_what_it_shows(line: str, shown: str) -> None:
    outcome = call(*line.split())
    printed = outcome.out + outcome.err
    assert [text.rstrip() for text in NUMBER.sub("#", printed).splitlines()] == [
        text.rstrip() for text in NUMBER.sub("#", shown).splitlines()
    ]
    # Systems may differ in the last digits, which a fall makes larger.
    numbers = [float(text) for text in NUMBER.findall(printed)]
    assert numbers == pytest.approx([float(text) for text in NUMBER.findall(shown)], rel=0.01)


def test_readme_shows_examples_and_names_every_command() -> None:
    assert len(EXAMPLES) >= 4
    for name in COMMANDS:
        assert f"`run.py {name}" in README


def test_the_version_is_the_same_everywhere() -> None:
    citation = (ROOT / "CITATION.cff").read_text()
    assert "cff-version: 1.2.0\n" in citation
    assert f"\nversion: {VERSION}\n" in citation
    (date,) = re.findall(r"^date-released: (\S+)$", citation, re.MULTILINE)
    assert f"## [{VERSION}] - {date}\n" in (ROOT / "CHANGELOG.md").read_text()


# -- files -----------------------------------------------------------------------------


def texts() -> dict[str, str]:
    """All text files of the repository, also those that are not committed yet."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        done = subprocess.run(listing, cwd=ROOT, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this is not a clone")
    found = {}
    for name in filter(None, done.stdout.split("\0")):
        path = ROOT / name
        data = path.read_bytes() if path.is_file() else b""
        if b"\0" not in data:
            found[name] = data.decode()
    return found


def test_no_file_names_a_machine_or_a_registry() -> None:
    found = texts()
    assert "README.md" in found
    for name, text in found.items():
        for word in (*MACHINE_PATHS, *REGISTRIES):
            assert word not in text, f"{name}: {word}"


DOCUMENTS = [path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "docs").glob("*.md"))]
MODULES = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in ("sim", "scenes")
    for path in (ROOT / folder).rglob("*.py")
)


@pytest.mark.parametrize("module", MODULES)
def test_modules_are_short(module: str) -> None:
    lines = len((ROOT / module).read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST_MODULE


TESTS = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in ("sim", "scenes")
    for path in (ROOT / "tests" / folder).rglob("*.py")
)


@pytest.mark.parametrize("test", TESTS)
def test_tests_are_where_their_subject_is(test: str) -> None:
    """`tests/sim/spine/test_disc_pressure.py` tests `sim/spine/disc_pressure.py`."""
    subject = Path(test).relative_to("tests")
    assert (ROOT / subject.parent).is_dir()
    if subject.name.startswith("test_"):
        name = subject.stem.removeprefix("test_")
        module = ROOT / subject.with_name(f"{name}.py")
        assert module.exists() or name in OF_THE_WHOLE
    assert len((ROOT / test).read_text(encoding="utf-8").splitlines()) <= LONGEST_TEST


def test_rooms_know_only_those_below_them() -> None:
    """The contracts of pyproject.toml."""
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as lint; lint()",
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    count = len(PYPROJECT["tool"]["importlinter"]["contracts"])
    assert f"Contracts: {count} kept, 0 broken." in done.stdout


def test_no_module_imports_itself_by_way_of_others() -> None:
    """Also not for typing alone."""
    graph = grimp.build_graph("scenes", "sim", exclude_type_checking_imports=False)
    order = TopologicalSorter(
        {name: graph.find_modules_directly_imported_by(name) for name in graph.modules}
    )
    order.prepare()  # raises CycleError and names the circle


PLACE = re.compile(r"`((?:sim|scenes|tests|bench|docs|\.ci)/[\w./-]*)`")
MODULE = re.compile(r"`([\w/-]+\.(?:py|mjs|js|toml))`")  # `says.py`, below a folder named before


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", *DOCUMENTS])
def test_every_place_that_is_named_exists(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    files = [f"/{name}" for name in texts()]
    missing = [place for place in PLACE.findall(text) if not (ROOT / place).exists()]
    missing += [
        module
        for module in MODULE.findall(text)
        if not any(file.endswith(f"/{module}") for file in files)
    ]
    assert missing == []


APART = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "tests" / "independent").glob("*.py")
    if not path.name.startswith("test_")
)


@pytest.mark.parametrize("module", APART)
def test_what_is_written_apart_shares_no_code_with_the_program(module: str) -> None:
    text = (ROOT / module).read_text(encoding="utf-8")
    assert not re.search(r"^\s*(from|import) (sim|scenes|run)\b", text, re.MULTILINE)
    assert len(text.splitlines()) <= LONGEST_MODULE
