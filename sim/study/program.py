"""Which program made a result: a digest of all that a run depends on.

That is the mechanics and models with their data, and the libraries below them; not the
command line, nor what is done with results. Nor what is only read by people: comments,
docstrings, and the texts of parameters, which say where a number comes from.
"""

import ast
import hashlib
import sys
from functools import cache
from pathlib import Path

import numpy as np
import pymunk

SIM = Path(__file__).parent.parent
ASIDE = ("cli", "study", "files.py", "share.py")  # no run depends on them


@cache
def program() -> str:
    """What this program and its libraries amount to."""
    # A syntax tree is written differently by another Python.
    versions = f"{np.__version__} {pymunk.version} {sys.version_info[:2]}"
    return hashlib.sha256(f"{versions} {digest(SIM)}".encode()).hexdigest()


def digest(folder: Path) -> str:
    """What the modules and data of a folder amount to, were it `sim`."""
    found = hashlib.sha256()
    for file in sorted((*folder.rglob("*.py"), *folder.rglob("*.csv"))):
        place = file.relative_to(folder)
        if place.parts[0] in ASIDE:
            continue
        found.update(place.as_posix().encode())
        data = file.read_bytes()
        if file.suffix == ".py":
            data = ast.dump(_Silent().visit(ast.parse(data))).encode()
        found.update(data)
    return found.hexdigest()


class _Silent(ast.NodeTransformer):
    """Takes out of a syntax tree what is only read by people."""

    def visit_Expr(self, node: ast.Expr) -> ast.Expr | None:
        """Drop a docstring: a text that stands by itself."""
        text = isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        return None if text else node

    def visit_Assign(self, node: ast.Assign) -> ast.Assign:
        """Blank the help in a table of parameters: texts that are no names."""
        if any(isinstance(name, ast.Name) and name.id == "PARAMETERS" for name in node.targets):
            for part in ast.walk(node.value):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    part.value = part.value if part.value.isidentifier() else ""
        return node
