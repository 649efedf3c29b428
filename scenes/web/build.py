"""Lays out the static web page: one template, one copy of the program, every file with its hash."""

import importlib.util
import io
import json
import string
import zipfile
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from typing import Any

from scenes.assets import PAGE
from scenes.text.words import table
from scenes.web.folder import SiteFolder
from scenes.web.sources import BASE, lock, own, runtime, Source, wheels
from sim.catalogue import LANGUAGES
from sim.parameter import UserError

ROOT = Path(__file__).parent.parent.parent
FACTS = "site.mjs"  # what the page has to know of this site
MODULES = ("start.mjs", "load.mjs", "page.mjs", "files.mjs", "focus.mjs", "sound.mjs", FACTS)
PDF = ("fpdf", "fontTools", "defusedxml", "segno")  # without Pillow: a handout has no photographs
FIXED = (1980, 1, 1, 0, 0, 0)  # so that equal programs make equal archives


def write_site(out: Path, wheel_folder: Path | None, runtime_folder: Path | None) -> dict[str, Any]:
    """Write the site and report what it has. Raises UserError, and writes nothing, if it can't."""
    folder = SiteFolder(out)
    files = site(wheels(wheel_folder), runtime(runtime_folder))
    listed = folder.write(files)
    return {
        "site": str(out),
        "files": len(files) + 1,
        "bytes": sum(len(data) for data in files.values()) + listed,
        "outside": [] if wheel_folder and runtime_folder else [BASE],
    }


def site(found: Mapping[str, Source], engine: Mapping[str, Source]) -> dict[str, bytes]:
    """All files of a site by their addresses in it."""
    program = own("program.zip", archive())
    locked = own("lock.json", lock(dict(found)))
    parts = {
        "engine": list(engine.values()),
        "wheels": [locked, *found.values()],
        "program": [program],
    }
    loaded = [source for sources in parts.values() for source in sources]
    files = {source.address: source.data for source in loaded if source.data is not None}
    later = own("pdf.zip", pdf_library())
    files[later.address] = later.data or b""
    for name in ("page.css", "icon.svg", *MODULES):
        if name != FACTS:
            files[name] = (PAGE / name).read_bytes()
    files["manifest.webmanifest"] = _manifest()
    words = {language: _words(language) for language in LANGUAGES}
    facts = {
        "words": words,
        "parts": {part: [_listed(source) for source in sources] for part, sources in parts.items()},
        "later": _listed(later),
    }
    files[FACTS] = f"export default {json.dumps(facts, indent=1)};\n".encode()
    outside = any(source.data is None for source in loaded)
    files["index.html"] = _index(files, words, BASE if outside else "")
    own_files = [_listed(own(name, data)) for name, data in files.items()]
    more = [_listed(source) for source in loaded if source.data is None]
    worker = (PAGE / "worker.js").read_text()
    files["worker.js"] = f"const FILES = {json.dumps([*own_files, *more])};\n{worker}".encode()
    return files


def _listed(source: Source) -> dict[str, Any]:
    return {"url": source.address, "integrity": source.integrity, "bytes": source.size}


def archive() -> bytes:
    """The program's own files, without what makes the page."""
    paths = (path for folder in ("sim", "scenes") for path in (ROOT / folder).rglob("*"))
    return _packed(ROOT, (path for path in paths if not _of_the_build(path)))


def pdf_library() -> bytes:
    """The pure-Python packages that make a PDF, as they are installed. Raises UserError."""
    specs = [importlib.util.find_spec(name) for name in PDF]
    if any(spec is None for spec in specs):
        raise UserError("the page needs fpdf2: install Spinestack with its extra 'handout'")
    folders = [Path(spec.origin).parent for spec in specs if spec and spec.origin]
    return _packed(folders[0].parent, (path for home in folders for path in home.rglob("*.py")))


def _packed(root: Path, paths: Iterable[Path]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in sorted(paths):
            if path.is_file() and path.suffix != ".pyc":
                entry = zipfile.ZipInfo(path.relative_to(root).as_posix(), FIXED)
                entry.compress_type = zipfile.ZIP_DEFLATED
                packed.writestr(entry, path.read_bytes())
    return file.getvalue()


def _of_the_build(path: Path) -> bool:
    names = ("build.py", "folder.py", "sources.py", "runtime.json")
    return PAGE in path.parents or (path.parent == PAGE.parent and path.name in names)


def _words(language: str) -> dict[str, str]:
    return {
        key.removeprefix("web."): text
        for key, text in table(language).items()
        if key.startswith("web.")
    }


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


def _index(
    files: Mapping[str, bytes], words: Mapping[str, Mapping[str, str]], outside: str
) -> bytes:
    """The page itself, with hashes for what it names and no more rights than the runtime needs."""
    modules = "\n".join(
        f'<link rel="modulepreload" href="{name}" integrity="{own(name, files[name]).integrity}">'
        for name in MODULES
    )
    sources = f"'self' {outside}".strip()
    policy = "; ".join(
        (
            "default-src 'none'",
            # WebAssembly, and the pieces of JavaScript in pygame's library, which its loader
            # makes from strings; it is the program's own, with a hash, and no one else's.
            f"script-src {sources} 'unsafe-eval'",
            f"connect-src {sources}",
            "style-src 'self'",
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
        start=own("start.mjs", files["start.mjs"]).integrity,
        **{f"noscript_{language}": escape(words[language]["no_script"]) for language in LANGUAGES},
    ).encode()
