"""Presets: settings that each show one thing, from `scenes/presets/*.toml`.

A file names its scene, its place in the order, and in the table `parameters` what
differs from the defaults. Title and explanation are in the text files, under
`presets.<name>` and `presets.<name>_note`.
"""

from dataclasses import dataclass
from pathlib import Path

from scenes.assets import PRESETS
from sim.catalogue import SCENES, with_model
from sim.data_files import read_table
from sim.parameter import nearest, UserError, Value


@dataclass(frozen=True)
class Preset:
    """What a file says; `settings` is complete."""

    scene: str
    order: int
    settings: dict[str, Value]


def read_preset(path: Path) -> Preset:
    """The preset in a file. Raises UserError where there is none, naming the file."""
    try:
        table = read_table(path)
    except OSError as error:
        raise UserError(f"can not read the preset {path.name!r}: {error.strerror}") from None
    scene, order = table.get("scene"), table.get("order")
    if not isinstance(scene, str) or scene not in with_model():
        raise UserError(f"the preset {path.name!r} is damaged: it names no scene")
    if not isinstance(order, int) or isinstance(order, bool):
        raise UserError(f"the preset {path.name!r} is damaged: it has no order")
    parameters = table.get("parameters")
    if not isinstance(parameters, dict):
        raise UserError(f"the preset {path.name!r} is damaged: it has no parameters")
    try:
        return Preset(scene, order, SCENES[scene].check(parameters))
    except ValueError as error:  # also an integer too long to be shown
        raise UserError(f"the preset {path.name!r} is damaged: {error}") from None


def preset_names(scene: str | None = None) -> tuple[str, ...]:
    """The names of a scene's presets in their order, or of all, damaged ones last."""
    names: list[tuple[int, int, str]] = []
    for path in PRESETS.glob("*.toml"):
        try:
            found = read_preset(path)
        except UserError:
            if scene is None:
                names.append((len(SCENES), 0, path.stem))
        else:
            if scene in (None, found.scene):
                names.append(([*SCENES].index(found.scene), found.order, path.stem))
    return tuple(name for _, _, name in sorted(names))


def find_preset(name: str) -> Preset:
    """The preset of this name.

    Raises ParameterError for an unknown name and UserError for a damaged file.
    """
    if name not in {path.stem for path in PRESETS.glob("*.toml")}:
        raise nearest("preset", name, preset_names())
    return read_preset(PRESETS / f"{name}.toml")


def load_preset(name: str) -> dict[str, Value]:
    """The complete settings of a preset. Raises as `find_preset` does."""
    return find_preset(name).settings
