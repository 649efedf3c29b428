"""All that the program writes, each in two versions, and whether a killed writer did harm."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from pathlib import Path

from scenes import preferences
from scenes.exercises.catalogue import find
from scenes.exercises.printed_sheet import handout_pdf
from scenes.exercises.session import Session
from scenes.preferences import Preferences
from scenes.text.words import Words
from scenes.web.folder import LIST, SiteFolder
from sim.files import write_whole
from sim.spine.stability_map import stability_map
from sim.study.execute import write_sweep
from sim.study.figures import map_figure
from sim.study.plan import Plan, plan
from sim.study.simulate import simulate

FILE = "written"
NEVER = date(2000, 1, 1)


@dataclass(frozen=True)
class Writer:
    """`write` writes version 0 or 1 into a folder, `check` says what it has there after a kill.

    It writes once more and raises AssertionError where anything is wrong. `usual` is
    the time [s] within which the writer is killed.
    """

    write: Callable[[Path, int], None]
    check: Callable[[Path], str]
    usual: float


def _one_file(version: Callable[[int], bytes]) -> Writer:
    """A writer of one file whose content is made before."""

    def write(folder: Path, turn: int) -> None:
        write_whole(folder / FILE, version(turn))

    def check(folder: Path) -> str:
        end = "nothing yet"
        if (folder / FILE).exists():
            assert (folder / FILE).read_bytes() in (version(0), version(1))
            end = "whole"
        write(folder, 0)
        assert [path.name for path in folder.iterdir()] == [FILE]
        return end

    return Writer(write, check, 0.03)


@cache
def _table(turn: int) -> bytes:
    _, trace = simulate("blocks", {"press": 50 + turn}, 0.5)
    return trace.csv().encode()


@cache
def _figure(turn: int) -> bytes:
    return map_figure(stability_map("long_muscles", "deep_muscles", 5 + turn, {}))


@cache
def _handout(turn: int) -> bytes:
    return handout_pdf(Words("en"), Session([find("plank").name], {}, f"{turn}"), NEVER)


# -- preferences -----------------------------------------------------------------------

KEPT = (Preferences("nl", "contrast", 1.5), Preferences("en", "projector", 2.0))


def _keep(folder: Path, turn: int) -> None:
    assert preferences.FileStore(folder / "new").change(asdict(KEPT[turn]))


def _kept(folder: Path) -> str:
    there = (folder / "new" / preferences.FILE).exists()
    found, trouble = preferences.FileStore(folder / "new").load()
    assert not trouble
    assert found in (KEPT if there else (Preferences(),))
    _keep(folder, 0)
    assert [path.name for path in (folder / "new").iterdir()] == [preferences.FILE]
    return "whole" if there else "nothing yet"


# -- a site ----------------------------------------------------------------------------

SITES = tuple(
    {name: f"{name} {turn}".encode() * 5000 for name in (f"old/{turn}", "a", "b/c", "index.html")}
    for turn in range(2)
)
OTHERS = {"CNAME": b"spine.example", ".git/HEAD": b"ref"}


def _build(folder: Path, turn: int) -> None:
    for name, data in OTHERS.items():
        (folder / name).parent.mkdir(exist_ok=True)
        if not (folder / name).exists():
            (folder / name).write_bytes(data)
    SiteFolder(folder).write(SITES[turn])


def _built(folder: Path) -> str:
    found = _files(folder)
    for name, data in OTHERS.items():
        assert found.pop(name, data) in (data, b"")
    for name, data in found.items():
        versions = [site[name] for site in SITES if name in site]
        assert data in versions or name.endswith(".part"), name
    for turn in (0, 1):
        SiteFolder(folder).write(SITES[turn])
    found = {name: data for name, data in _files(folder).items() if name not in OTHERS}
    assert found == SITES[1]
    return "whole files"


def _files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file() and path.name != LIST)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


# -- a sweep ---------------------------------------------------------------------------

TABLE = "sweep.csv"


@cache
def _plan() -> Plan:
    return plan("timing", "onset", (0, 0.2), 12, {}, duration=0.1, engine="contacts")


def _sweep(folder: Path, turn: int) -> None:
    if turn:  # the table of the one before is there
        (folder / TABLE).unlink()
    write_sweep(_plan(), jobs=1, csv=folder / TABLE)


@cache
def _swept() -> bytes:
    """The table as it is when nobody disturbs."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        _sweep(Path(folder), 0)
        return (Path(folder) / TABLE).read_bytes()


def _resumed(folder: Path) -> str:
    table = folder / TABLE
    end = "gone on with" if (folder / f".{TABLE}.sweep").exists() else "whole"
    if table.exists():
        assert table.read_bytes() == _swept()
    _sweep(folder, 0)
    assert table.read_bytes() == _swept()
    assert [path.name for path in folder.iterdir()] == [TABLE]
    return end


WRITERS = {
    "table of a run (CSV)": _one_file(_table),
    "figure (PNG)": _one_file(_figure),
    "handout (PDF)": _one_file(_handout),
    "preferences": Writer(_keep, _kept, 0.03),
    "site": Writer(_build, _built, 0.06),
    "sweep": Writer(_sweep, _resumed, 0.4),
}
