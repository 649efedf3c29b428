"""The static site: what is in it, what its hashes say, and what happens when it can't be made."""

import base64
import hashlib
import io
import json
import re
import subprocess
import zipfile
from html import escape
from pathlib import Path

import pytest

from scenes.text.words import table
from scenes.web import build, sources
from scenes.web.sources import BASE, own, PINNED, Source
from sim.catalogue import LANGUAGES
from sim.parameter import UserError
from tests.terminal import call


def packed(name: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as wheel:
        wheel.writestr("name", name)
    return file.getvalue()


def packed_wheels(folder: Path) -> Path:
    """A folder with what passes for the four wheels."""
    folder.mkdir()
    for name in ("numpy-2.2.5", "cffi-2.0.0", "pygame_ce-2.5.7", "pymunk-7.3.1"):
        wheel = folder / f"{name}-cp313-cp313-pyemscripten_2025_0_wasm32.whl"
        wheel.write_bytes(packed(name))
    return folder


ENGINE = {
    name: own(f"runtime/{name}", packed(name) if name.endswith(".zip") else name.encode())
    for name in PINNED["files"]
}


@pytest.fixture
def wheels(tmp_path: Path) -> Path:
    return packed_wheels(tmp_path / "wheels")


def checks(integrity: str, data: bytes) -> bool:
    return integrity == "sha256-" + base64.b64encode(hashlib.sha256(data).digest()).decode()


def laid_out(wheel_folder: Path | None) -> dict[str, bytes]:
    """A site from these wheels, with nothing compiled."""
    found = sources.wheels(wheel_folder)
    return build.site(found, ENGINE, build.lean_archives(found, ENGINE))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of one such site, for all that look at it."""
    return laid_out(packed_wheels(tmp_path_factory.mktemp("laid_out") / "wheels"))


def test_every_file_has_its_hash_and_no_address_is_outside(files: dict[str, bytes]) -> None:
    worker = files["worker.js"].decode()
    listed = json.loads(worker.splitlines()[0].removeprefix("const FILES = ").removesuffix(";"))
    assert {file["url"] for file in listed} == set(files) - {"worker.js"}
    for file in listed:
        assert checks(file["integrity"], files[file["url"]])
        assert file["bytes"] == len(files[file["url"]])
    index = files["index.html"].decode()
    for tag in re.findall(r"<(?:link|script)[^>]* (?:src|href)=[^>]*>", index):
        name = re.search(r'(?:src|href)="([^"]+)"', tag)
        hashed = re.search(r'integrity="([^"]+)"', tag)
        assert name
        assert name[1] in files
        # The first script has to run in a frame, too, where what is checked is refused.
        if not name[1].startswith(("icon", "manifest", "first")):
            assert hashed
            assert checks(hashed[1], files[name[1]])
    for path, content in files.items():
        if path.endswith((".js", ".html", ".css", ".json")):
            assert b"://" not in content.replace(b"http://www.w3.org/2000/svg", b""), path
    for module in build.MODULES:
        assert f'modulepreload" href="{module}"' in index
    assert not [name for name in files if name.endswith(".mjs")]  # hosts do not know these


def test_what_libraries_would_evaluate_is_laid_out_and_evaluation_forbidden(
    files: dict[str, bytes], wheels: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert b"'unsafe-eval'" in files["index.html"]  # it is not known what they would
    monkeypatch.setattr(build, "texts", lambda wheel: ["{ return $0; }"])
    files = laid_out(wheels)
    assert b"'unsafe-eval'" not in files["index.html"]
    assert b"'wasm-unsafe-eval'" in files["index.html"]
    assert b"return $0" in files["evaluated.js"]
    assert b'"url": "evaluated.js"' in files["site.js"]


def test_without_a_script_all_that_matters_is_said_in_both_languages(
    files: dict[str, bytes],
) -> None:
    index = files["index.html"].decode()
    for language in LANGUAGES:
        for key in ("start.question", "start.show", "web.silent", "web.no_script"):
            assert escape(table(language)[key]) in index
    words = files["first.js"].decode().splitlines()[0]
    assert set(json.loads(words.removeprefix("const WORDS = ").removesuffix(";"))) == {*LANGUAGES}


def test_the_lock_file_lists_the_four_wheels_alone(wheels: Path) -> None:
    found = sources.wheels(wheels)
    packages = json.loads(sources.lock(found))["packages"]
    assert set(packages) == {"numpy", "cffi", "pygame-ce", "pymunk"}
    for name, package in packages.items():
        source = found[name]
        assert package["name"] == name
        assert source.data is not None
        assert package["sha256"] == hashlib.sha256(source.data).hexdigest()
        assert package["imports"]
    assert packages["pymunk"]["depends"] == ["cffi"]
    assert packages["cffi"]["version"] == "2.0.0"


def test_by_default_only_the_distribution_is_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    wheel = own("wheels/pymunk-7.whl", packed("pymunk"))
    monkeypatch.setattr(sources, "_published", lambda pin: wheel)
    found, engine = sources.wheels(None), sources.runtime(None)
    files = build.site(found, engine, build.lean_archives(found, engine))
    assert files["wheels/pymunk-7.whl"]
    assert not any(name.startswith("runtime/") for name in files)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', files["index.html"].decode())
    assert policy
    assert set(re.findall(r"https?://\S+", policy[1].replace(";", ""))) == {BASE}
    outside = re.findall(rb'"url": "(\w+://[^"]+)"', files["site.js"])
    assert outside
    assert all(address.startswith(BASE.encode()) for address in outside)


def test_the_archive_holds_the_program_as_it_is() -> None:
    first = build.archive()
    assert first == build.archive()
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        names = set(archive.namelist())
        assert (
            archive.read("scenes/shell/app.py") == (build.ROOT / "scenes/shell/app.py").read_bytes()
        )
    assert {"sim/mechanics/world.py", "scenes/web/browser.py", "scenes/text/nl.toml"} <= names
    assert not any("/page/" in name or name.endswith((".pyc", "build.py")) for name in names)


def test_a_site_is_replaced_and_nothing_is_left_beside_it(
    tmp_path: Path, wheels: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "runtime", lambda folder: ENGINE)
    monkeypatch.setattr(build, "compiled", lambda archives, runtime: None)
    monkeypatch.setattr(build, "packed_copies", lambda files: {"index.html.gz": b"packed"})
    out = tmp_path / "site"
    report = build.write_site(out, wheels, tmp_path)
    assert report["outside"] == []
    assert (report["compiled"], report["packed"]) == (False, ["gz"])
    assert build.write_site(out, wheels, tmp_path) == report
    written = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    assert len(written) == report["files"]
    assert {path.name for path in tmp_path.iterdir()} == {"site", "wheels"}


@pytest.fixture
def _nothing_is_packed(monkeypatch: pytest.MonkeyPatch) -> None:
    def packed_for_nothing(files: object) -> None:
        pytest.fail("it is said after files were packed, which takes a minute")

    monkeypatch.setattr(build, "packed_copies", packed_for_nothing)


@pytest.mark.usefixtures("_nothing_is_packed")
@pytest.mark.parametrize(
    ("argument", "value", "said"),
    [
        ("--wheels", "nowhere", "has no wheel of numpy"),
        ("--pyodide", "nowhere", "can not read"),
        ("--out", "full", "'index.html' is in the way: it is not a file of its own"),
        ("--out", "file", "is not a folder"),
        ("--out", "file/site", "is not a folder"),
    ],
)
def test_what_can_not_be_is_one_sentence_and_nothing_is_written(
    argument: str, value: str, said: str, tmp_path: Path, wheels: Path
) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "index.html").write_text("precious")
    (tmp_path / "file").write_text("")
    options = {"--out": str(tmp_path / "site"), "--wheels": str(wheels)}
    options[argument] = str(tmp_path / value)
    before = sorted(tmp_path.rglob("*"))
    outcome = call("web", *(word for pair in options.items() for word in pair))
    assert outcome.code == 2
    assert outcome.out == ""
    assert said in outcome.err
    assert outcome.err.count("\n") == 1
    assert sorted(tmp_path.rglob("*")) == before


def test_another_runtime_or_a_damaged_wheel_is_refused(tmp_path: Path, wheels: Path) -> None:
    for name in PINNED["files"]:
        (tmp_path / name).write_text("another version")
    with pytest.raises(UserError, match=r"is not the one of Pyodide 0\.29\.5"):
        sources.runtime(tmp_path)
    wheel = next(wheels.glob("cffi*"))
    wheel.write_text("not a wheel")
    with pytest.raises(UserError, match="is not a wheel"):
        sources.wheels(wheels)
    wheel.with_name("cffi-3-cp313_wasm32.whl").write_bytes(packed("cffi"))
    with pytest.raises(UserError, match="more than one wheel of cffi"):
        sources.wheels(wheels)


def test_without_a_registry_pymunk_must_be_in_a_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(command: list[str], **options: object) -> None:
        raise subprocess.CalledProcessError(1, command)

    monkeypatch.setattr(subprocess, "run", refused)
    with pytest.raises(UserError, match="--wheels"):
        sources.wheels(None)


def test_a_wheel_that_is_not_the_published_one_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def other(command: list[str], **options: object) -> None:
        (Path(command[-2]) / PINNED["wheels"]["pymunk"]["file_name"]).write_bytes(b"other")

    monkeypatch.setattr(subprocess, "run", other)
    with pytest.raises(UserError, match="not the one that was published"):
        sources.wheels(None)


def test_the_pins_are_complete() -> None:
    for pin in (*PINNED["files"].values(), *PINNED["wheels"].values()):
        assert re.fullmatch("[0-9a-f]{64}", pin["sha256"])
        assert pin["bytes"] > 0
    assert Source("", "00" * 32, 0).integrity == "sha256-" + "A" * 43 + "="
