"""The examples of a scene: what each is called and shows, and a tap sets the scene up so."""

from collections.abc import Mapping
from typing import Protocol

from scenes.experiment.preset import load_preset, preset_names
from scenes.text.words import Words
from scenes.widgets.button import Button
from scenes.widgets.dialog import Chapter, Dialog
from scenes.widgets.rich_text import RichText
from scenes.widgets.widget import Widget
from sim.parameter import Value


class Owner(Protocol):
    """What the examples ask of the scene that they belong to."""

    name: str

    @property
    def told_settings(self) -> Mapping[str, Value]:
        """The settings of what is shown."""

    def load(self, values: Mapping[str, object]) -> None:
        """Begin anew with these settings."""


def examples_dialog(words: Words, scene: Owner) -> Dialog:
    """A button for each example, with what it shows below; the one that is set up has a mark."""

    def load(settings: Mapping[str, Value]) -> None:
        dialog.close()
        scene.load(settings)

    body: list[Widget] = []
    for name in preset_names(scene.name):
        settings, title = load_preset(name), words(f"presets.{name}")
        note = words(f"presets.{name}_note")
        body += [
            Button(
                title,
                icon="check" if settings == scene.told_settings else "chevron",
                kind="row",
                name=f"{title}: {note}",
                on_press=lambda settings=settings: load(settings),  # type: ignore[misc]
            ),
            RichText(note, size=18, colour="muted"),
        ]
    dialog = Dialog(
        words("app.examples"), [Chapter("", body)], close_name=words("app.close"), size=(720, 900)
    )
    return dialog
