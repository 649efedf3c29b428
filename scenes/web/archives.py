"""What the page's archives hold: without what it never uses, and compiled where that can be.

Python's standard library, the wheels and the program come as archives. Nothing in them is
packed: they are packed as a whole when they are sent (`scenes.web.packing`).
"""

import io
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from pathlib import Path

from scenes.web.compile_archive import FIXED
from scenes.web.other_programs import carry_out

HERE = Path(__file__).parent
SCRIPT = HERE / "compile_archive.py"
NODE_SCRIPT = HERE / "compile_in_node.mjs"
PYTHON = (3, 13)  # what the runtime is

LEFT_OUT = {
    "python_stdlib": """
        __phello__/* _pydatetime.* _pydecimal.* _pyio.* bdb.* cmd.* cProfile.* curses/* dbm/*
        doctest.* encodings/big5*
        encodings/cp[0-35-9]* encodings/euc* encodings/gb* encodings/hp_* encodings/hz*
        encodings/iso* encodings/johab* encodings/koi* encodings/kz* encodings/mac_*
        encodings/ptcp* encodings/shift* encodings/tis* ensurepip/* ftplib.* http/cookie*
        http/server.* idlelib/* imaplib.* lib2to3/* logging/config.* logging/handlers.*
        mailbox.* multiprocessing/* netrc.* nturl2path.* optparse.* pdb.* pickletools.*
        plistlib.* poplib.* profile.* pstats.* pydoc* smtplib.* socketserver.* sqlite3/*
        sre_* tkinter/* trace.* turtle* venv/* webbrowser.* wsgiref/*
        xml/dom/* xmlrpc/* zipapp.*""",
    "numpy": """
        *.a *.c *.h *.ini *.npl *.pxd *.pyi *.pyx */tests/* numpy/_build_utils/*
        numpy/_pyinstaller/* numpy/distutils/* numpy/doc/* numpy/f2py/* numpy/fft/*
        numpy/linalg/lapack_lite* numpy/ma/* numpy/polynomial/* numpy/random/_examples/*
        numpy/random/lib/* numpy/testing/*""",
    "cffi": "cffi/*",  # pymunk needs its compiled part alone
    "pygame": """
        *.bmp *.ico *.pyi pygame/__pyinstaller/* pygame/_camera* pygame/camera* pygame/docs/*
        pygame/examples/* pygame/freesansbold.ttf pygame/freetype* pygame/ftfont*
        pygame/midi* pygame/sndarray* pygame/tests/*""",
    "pymunk": """
        pymunk/_pyglet* pymunk/examples/* pymunk/matplotlib* pymunk/pygame_util*
        pymunk/pyglet* pymunk/tests/*""",
}
"""By the beginning of an archive's name, what in it no part of the page asks for."""


def packed(files: Iterable[tuple[str, bytes]]) -> bytes:
    """An archive of these files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in files:
            archive.writestr(zipfile.ZipInfo(name, FIXED), data)
    return made.getvalue()


def leaner(name: str, data: bytes) -> bytes:
    """An archive without what it is never asked for."""
    patterns = next((text for start, text in LEFT_OUT.items() if name.startswith(start)), "")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        wanted = [
            entry
            for entry in archive.namelist()
            if not any(fnmatchcase(entry, pattern) for pattern in patterns.split())
        ]
        return packed((entry, archive.read(entry)) for entry in wanted)


def compiled(archives: Mapping[str, bytes], runtime: Path | None) -> dict[str, bytes] | None:
    """The same archives with compiled modules, None where nothing here can compile for the page.

    Python 3.13 can, and so can the runtime itself, which node runs. Raises UserError if it fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "source", Path(folder) / "target"
        command = _compiler(runtime)
        if command is None:
            return None
        for place in (source, target):
            place.mkdir()
        for name, data in archives.items():
            (source / name).write_bytes(data)
        carry_out([*command, source, target], "compile the page's modules")
        return {name: (target / name).read_bytes() for name in archives}


def _compiler(runtime: Path | None) -> list[str] | None:
    if sys.version_info[:2] == PYTHON:
        return [sys.executable, str(SCRIPT)]
    python = shutil.which("python{}.{}".format(*PYTHON))
    if python and _works(python):
        return [python, str(SCRIPT)]
    node = shutil.which("node")
    if node and runtime is not None and (runtime / "pyodide.mjs").exists():
        return [node, str(NODE_SCRIPT), str(runtime)]
    return None


def _works(python: str) -> bool:
    """Whether there is something behind the name: it may be a shim without."""
    return subprocess.run([python, "-c", ""], capture_output=True, check=False).returncode == 0
