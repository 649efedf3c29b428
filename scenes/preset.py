"""Presets: settings that each show one thing, from `scenes/presets/*.toml`.

A file names its scene, its place in the order, and in the table `parameters` what
differs from the defaults. Title and explanation are in the text files, under
`presets.<name>` and `presets.<name>_note`.
"""

from dataclasses import dataclass
from pathlib import Path

from sim.files import read_table
from sim.parameter import nearest, UserError, Value
from sim.share import SCENES

PRESETS = Path(__file__).parent / "presets"


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
    if not isinstance(scene, str) or scene not in SCENES:
        raise UserError(f"the preset {path.name!r} is damaged: it names no scene")
    if not isinstance(order, int) or isinstance(order, bool):
        raise UserError(f"the preset {path.name!r} is damaged: it has no order")
    parameters = table.get("parameters")
    if not isinstance(parameters, dict):
        raise UserError(f"the preset {path.name!r} is damaged: it has no parameters")
    _, check = SCENES[scene]
    try:
        return Preset(scene, order, check(parameters))
    except ValueError as error:  # also an integer too long to be shown
        raise UserError(f"the preset {path.name!r} is damaged: {error}") from None


def preset_names() -> tuple[str, ...]:
    """The names of all presets in their order, damaged ones last."""

    def place(path: Path) -> tuple[bool, int, str]:
        try:
            return False, read_preset(path).order, path.stem
        except UserError:
            return True, 0, path.stem

    return tuple(path.stem for path in sorted(PRESETS.glob("*.toml"), key=place))


def load_preset(name: str) -> dict[str, Value]:
    """The complete settings of a preset.

    Raises ParameterError for an unknown name and UserError for a damaged file.
    """
    names = preset_names()
    if name not in names:
        raise nearest("preset", name, names)
    return read_preset(PRESETS / f"{name}.toml").settings
