"""All scenes and what else may be chosen, in one place: in the hand there are no tabs."""

from collections.abc import Callable
from typing import Protocol

from scenes.preferences import Preferences
from scenes.shell.scene_cards import scene_cards
from scenes.text.words import Words
from scenes.widgets.button import Button
from scenes.widgets.dialog import Chapter, Dialog
from scenes.widgets.flow import Flow
from scenes.widgets.segments import Segments, Sizes
from scenes.widgets.switch import Switch
from sim.catalogue import LANGUAGES, SCENES

ZOOM_STEPS = (1.0, 1.5, 2.0)


class Owner(Protocol):
    """What the picker asks of the app."""

    preferences: Preferences

    def choose(self, scene: str) -> None:
        """Show a scene."""

    def help(self) -> None:
        """Show what hands do, and how things look."""

    def info(self) -> None:
        """Show sources and counter-evidence."""

    def home(self) -> None:
        """Back to the start screen."""

    def language(self) -> None:
        """Change to the other language."""

    def prefer(self, **changes: object) -> None:
        """Change how things look, now and at the next start."""


class Exchange(Protocol):
    """What can be done with the scene that is shown."""

    @property
    def has_examples(self) -> bool:
        """Whether there are some."""

    def show(self) -> None:
        """Share it."""

    def examples(self) -> None:
        """Set it up as an example."""


def picker_dialog(words: Words, owner: Owner, chosen: str, exchange: Exchange) -> Dialog:
    """Cards of all scenes and of the start, then how things look, and what else leads on."""

    def then(act: Callable[[], None]) -> Callable[[], None]:
        def press() -> None:
            dialog.close()
            act()

        return press

    cards = scene_cards(
        [(scene, words(f"app.{scene}")) for scene in SCENES],
        chosen,
        lambda scene: then(lambda: owner.choose(scene))(),
        (words("app.home"), then(owner.home)),
    )
    language = Segments(
        [name.upper() for name in LANGUAGES],
        list(LANGUAGES).index(words.language),
        name=words("app.language_name"),
        on_choose=lambda _: then(owner.language)(),
    )
    zoom = Sizes(
        [words.quantity(100 * step, "%", 0) for step in ZOOM_STEPS],
        min(
            range(len(ZOOM_STEPS)),
            key=lambda index: abs(ZOOM_STEPS[index] - owner.preferences.zoom),
        ),
        name=words("display.zoom"),
        on_choose=lambda index: owner.prefer(zoom=ZOOM_STEPS[index]),
    )
    contrast = Switch(
        words("display.contrast_switch"),
        on=owner.preferences.profile == "contrast",
        colour="ui",
        on_change=lambda on: owner.prefer(profile="contrast" if on else "default"),
    )
    examples = Button(
        words("app.examples"), icon="examples", kind="row", on_press=then(exchange.examples)
    )
    share = Button(icon="share", name=words("app.share"), on_press=then(exchange.show))
    body = [
        *([examples] if exchange.has_examples else []),
        cards,
        Flow([language, zoom, share]),
        contrast,
        Button(words("app.help"), icon="help", kind="row", on_press=then(owner.help)),
        Button(words("app.info"), icon="info", kind="row", on_press=then(owner.info)),
    ]
    dialog = Dialog(
        words("app.scenes"),
        [Chapter("", body)],
        close_name=words("app.close"),
        size=(800, 900),
        sheet=True,
    )
    return dialog
