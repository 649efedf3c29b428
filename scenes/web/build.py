"""Lays out the static web page: one template, one copy of the program, every file with its hash."""

import importlib.util
import json
import string
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from typing import Any

from scenes.assets import PAGE
from scenes.text.words import table
from scenes.web.archives import compiled, leaner, packed
from scenes.web.evaluated import as_script, texts
from scenes.web.folder import SiteFolder
from scenes.web.packing import packed_copies
from scenes.web.sources import BASE, lock, own, runtime, Source, wheels
from scenes.web.welcome import colours, fonts, in_every_language, pictures, STACK, welcome
from sim.catalogue import LANGUAGES
from sim.parameter import UserError

ROOT = Path(__file__).parent.parent.parent
FACTS = "site.js"  # what the page has to know of this site
MODULES = (
    "start.js",
    "loading.js",
    "controls.js",
    "page_services.js",
    "downloads.js",
    "films.js",
    "enlarged.js",
    "focus.js",
    "gestures.js",
    "notice.js",
    "sound.js",
    "text_field.js",
    "updates.js",
    FACTS,
)
SAMPLE = 4000  # bytes of what tells whether a host packs: some leave alone what is small
LAID_OUT = "evaluated.js"
STANDARD_LIBRARY = "python_stdlib.zip"
PDF = ("fpdf", "fontTools", "defusedxml", "segno")  # without Pillow: a handout has no photographs
OF_THE_BUILD = (
    "archives",
    "build",
    "compile_archive",
    "evaluated",
    "folder",
    "other_programs",
    "packing",
    "serve",
    "sources",
    "wasm",
    "welcome",
)


def write_site(out: Path, wheel_folder: Path | None, runtime_folder: Path | None) -> dict[str, Any]:
    """Write the site and report what it has. Raises UserError, and writes nothing, if it can't."""
    folder = SiteFolder(out)
    wanted, engine = wheels(wheel_folder), runtime(runtime_folder)
    archives = lean_archives(wanted, engine)
    made = compiled(archives, runtime_folder)
    files = site(wanted, engine, made or archives)
    folder.check(files)  # to pack them takes far longer than all before
    copies = packed_copies(files)
    listed = folder.write(files | copies)
    return {
        "site": str(out),
        "files": len(files) + len(copies) + 1,
        "bytes": sum(len(data) for data in (files | copies).values()) + listed,
        "compiled": made is not None,
        "packed": sorted({name.rpartition(".")[2] for name in copies}),
        "outside": [] if wheel_folder and runtime_folder else [BASE],
    }


def lean_archives(found: Mapping[str, Source], engine: Mapping[str, Source]) -> dict[str, bytes]:
    """All archives that are part of the site, by the ends of their addresses."""
    sources = [engine[STANDARD_LIBRARY], *found.values()]
    theirs = {_name(one): leaner(_name(one), one.data) for one in sources if one.data is not None}
    return {**theirs, "program.zip": archive(), "pdf.zip": pdf_library()}


def _name(source: Source) -> str:
    return source.address.rpartition("/")[2]


def site(
    found: Mapping[str, Source], engine: Mapping[str, Source], archives: Mapping[str, bytes]
) -> dict[str, bytes]:
    """All files of a site by their addresses in it, with these archives in the place of others."""
    found, engine = (
        {
            name: own(one.address, archives[_name(one)]) if _name(one) in archives else one
            for name, one in sources.items()
        }
        for sources in (found, engine)
    )
    small = texts(found["pygame-ce"].data) if found["pygame-ce"].data else []
    laid_out = [own(LAID_OUT, as_script(small))] if small else []
    parts = {
        "engine": list(engine.values()),
        "wheels": [own("lock.json", lock(found)), *laid_out, *found.values()],
        "program": [own("program.zip", archives["program.zip"])],
    }
    loaded = [source for sources in parts.values() for source in sources]
    files = {source.address: source.data for source in loaded if source.data is not None}
    later = own("pdf.zip", archives["pdf.zip"])
    files[later.address] = later.data or b""
    for name in ("page.css", "icon.svg", "fetching.js", *MODULES):
        if name != FACTS:
            files[name] = (PAGE / name).read_bytes()
    files["sample.zip"] = packed([("zeros", bytes(SAMPLE))])
    files["page.css"] += colours().encode()
    files |= pictures() | fonts()
    files["manifest.webmanifest"] = _manifest()
    facts = {
        "parts": {part: [_listed(source) for source in sources] for part, sources in parts.items()},
        "standard_library": engine[STANDARD_LIBRARY].address,
        "later": _listed(later),
    }
    files[FACTS] = f"export default {json.dumps(facts, indent=1)};\n".encode()
    words = {language: _words(language) for language in LANGUAGES}
    files["first.js"] = _with_data("WORDS", words, "first.js")
    outside = any(source.data is None for source in loaded)
    files["index.html"] = _index(files, BASE if outside else "", evaluates=not small)
    own_files = [_listed(own(name, data)) for name, data in files.items()]
    more = [_listed(source) for source in loaded if source.data is None]
    files["worker.js"] = _with_data("FILES", [*own_files, *more], "worker.js")
    return files


def _with_data(name: str, data: object, script: str) -> bytes:
    """A script of the page with what it has to know above it."""
    return f"const {name} = {json.dumps(data)};\n{(PAGE / script).read_text()}".encode()


def _listed(source: Source) -> dict[str, Any]:
    packed = source.data is not None and source.address.endswith((".zip", ".whl", ".wasm"))
    return {
        "url": source.address,
        "integrity": source.integrity,
        "bytes": source.size,
        "packed": packed,
    }


def archive() -> bytes:
    """The program's own files, without what makes the page."""
    paths = (path for folder in ("sim", "scenes") for path in (ROOT / folder).rglob("*"))
    return _archive(ROOT, (path for path in paths if not _of_the_build(path)))


def pdf_library() -> bytes:
    """The pure-Python packages that make a PDF, as they are installed. Raises UserError."""
    specs = [importlib.util.find_spec(name) for name in PDF]
    if any(spec is None for spec in specs):
        raise UserError("the page needs fpdf2: install Spinestack with its extra 'handout'")
    folders = [Path(spec.origin).parent for spec in specs if spec and spec.origin]
    return _archive(folders[0].parent, (path for home in folders for path in home.rglob("*.py")))


def _archive(root: Path, paths: Iterable[Path]) -> bytes:
    return packed(
        (path.relative_to(root).as_posix(), path.read_bytes())
        for path in sorted(paths)
        if path.is_file() and path.suffix != ".pyc"
    )


def _of_the_build(path: Path) -> bool:
    here = path.parent == PAGE.parent
    return PAGE in path.parents or (here and (path.stem in OF_THE_BUILD or path.suffix != ".py"))


def _words(language: str) -> dict[str, str]:
    words = table(language)
    web = {key.removeprefix("web."): text for key, text in words.items() if key.startswith("web.")}
    return {**web, "title": words["app.title"]}


def _manifest() -> bytes:
    return json.dumps(
        {
            "name": "Spinestack",
            "short_name": "Spinestack",
            "start_url": "./",
            "scope": "./",
            "display": "fullscreen",
            "background_color": "#f3eee4",
            "theme_color": "#f3eee4",
            "icons": [{"src": "icon.svg", "sizes": "any", "type": "image/svg+xml"}],
        },
        indent=1,
    ).encode()


def _index(files: Mapping[str, bytes], outside: str, *, evaluates: bool) -> bytes:
    """The page itself, with hashes for what it names and no more rights than the runtime needs."""
    modules = "\n".join(
        f'<link rel="modulepreload" href="{name}" integrity="{own(name, files[name]).integrity}">'
        for name in MODULES
    )
    sources = f"'self' {outside}".strip()
    # Of pygame's library from elsewhere it is not known what its loader will evaluate.
    wasm = "'unsafe-eval'" if evaluates else "'wasm-unsafe-eval'"
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src {sources} {wasm}",
            f"connect-src {sources}",
            "style-src 'self'",
            "font-src 'self'",
            "img-src 'self' blob:",
            "manifest-src 'self'",
            "worker-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    template = string.Template((PAGE / "index.html").read_text())
    return template.substitute(
        policy=escape(policy, quote=False),
        modules=modules,
        css=own("page.css", files["page.css"]).integrity,
        start=own("start.js", files["start.js"]).integrity,
        fetching=own("fetching.js", files["fetching.js"]).integrity,
        wide=STACK[0],
        high=STACK[1],
        welcome=welcome(),
        silent=in_every_language("web.silent"),
        noscript=in_every_language("web.no_script"),
    ).encode()
