"""Values that know their unit: what descriptions of models are made of.

A description is a tree of dictionaries and lists with quantities in it. From one tree
come the plain `values`, ready for strict JSON, and the `units`: the same dictionaries with
a unit where there was a quantity. Entries of one list have the same units under the same
names, so that a list gives one dictionary.
"""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Quantity:
    """A number, several in lists, or None where there is none; `unit` "" for a bare number."""

    value: Any
    unit: str


def values(tree: Any) -> Any:  # noqa: ANN401 - a tree of anything
    """The tree with the value of every quantity in its place."""
    if isinstance(tree, Quantity):
        return tree.value
    if isinstance(tree, dict):
        return {name: values(part) for name, part in tree.items()}
    return [values(part) for part in tree] if isinstance(tree, list | tuple) else tree


def units(tree: Any) -> Any:  # noqa: ANN401
    """The units of a tree's quantities under the same names; None where it has none."""
    if isinstance(tree, Quantity):
        return tree.unit
    if isinstance(tree, list | tuple):
        merged: dict[str, Any] = {}
        for part in tree:
            merged |= units(part) or {}
        return merged or None
    if isinstance(tree, dict):
        found = {name: units(part) for name, part in tree.items()}
        return {name: unit for name, unit in found.items() if unit is not None} or None
    return None
