"""The small JavaScript texts in compiled libraries, which their loader would evaluate.

SDL keeps them as C strings, one after the other, in its WebAssembly. Laid out as a script they
need no evaluation, and the page's policy can forbid it.
"""

import io
import json
import zipfile

from scenes.web.wasm import exported_data

SYMBOLS = ("__start_em_asm", "__stop_em_asm")  # what the texts lie between
MOST_ARGUMENTS = 16


def texts(wheel: bytes) -> list[str]:
    """All such texts in the libraries of a wheel."""
    found = []
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        for name in archive.namelist():
            if name.endswith(".so"):
                data = exported_data(archive.read(name), *SYMBOLS)
                found += [text.decode() for text in data.split(b"\0") if text]
    return found


def as_script(found: list[str]) -> bytes:
    """A script that makes `evaluated(scope)`: by its text each function, as in that scope."""
    functions = ",\n".join(
        f"[{json.dumps(function)}, {function.removesuffix(';')}]"
        for function in map(_function, found)
    )
    return (
        "// Written by `run.py web`: what compiled libraries have of JavaScript.\n"
        f"window.evaluated = (scope) => {{\nwith (scope) {{\nreturn new Map([\n{functions}\n]);\n"
        "}\n};\n"
    ).encode()


def _function(text: str) -> str:
    """The text as the runtime's loader puts it before it evaluates it."""
    count = 0
    while count < MOST_ARGUMENTS and f"${count}" in text:
        count += 1
    arguments = ",".join(f"${index}" for index in range(count))
    return f"({arguments}) => {{ {text} }};"
