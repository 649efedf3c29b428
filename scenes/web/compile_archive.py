"""Compiles the modules in archives, inside the Python that is to run them: no import of ours.

`compile_all(source, target)` takes every archive of a folder into another one, with each
`.py` as a `.pyc` beside what else is in it. Nothing in them is packed: that is left to how
they are sent, which does it better for a file as a whole, and the page need not unpack them.
"""

import ast
import importlib.util
import marshal
import sys
import zipfile
from pathlib import Path

FIXED = (1980, 1, 1, 0, 0, 0)  # so that equal programs make equal archives
UNCHECKED = (1).to_bytes(4, "little")  # there is no source that it could differ from
DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def compile_all(source: Path, target: Path) -> None:
    """Compile every archive of a folder into another folder."""
    for archive in source.iterdir():
        with (
            zipfile.ZipFile(archive) as old,
            zipfile.ZipFile(target / archive.name, "w") as new,
        ):
            for entry in old.namelist():
                data = old.read(entry)
                module = entry.endswith(".py")
                name = f"{entry}c" if module else entry
                content = _compiled(entry, data) if module else data
                new.writestr(zipfile.ZipInfo(name, FIXED), content)


def _compiled(name: str, source: bytes) -> bytes:
    """A module as it is kept, with empty help texts: some libraries want one to be there."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, DOCUMENTED) and ast.get_docstring(node, clean=False) is not None:
            node.body[0].value.value = ""  # type: ignore[attr-defined]
    code = compile(tree, name, "exec", dont_inherit=True, optimize=1)
    digest = importlib.util.source_hash(source)
    return importlib.util.MAGIC_NUMBER + UNCHECKED + digest + marshal.dumps(code)


if __name__ == "__main__":
    compile_all(*map(Path, sys.argv[1:]))
