"""What is done with a scene as a whole: shared, filmed, set up as an example, swapped."""

from collections.abc import Callable
from typing import Any, Protocol, TYPE_CHECKING

from scenes.experiment.protocols import Host, Scene, TabScene
from scenes.experiment.same_experiment import counterpart
from scenes.preferences import Preferences
from scenes.shell import dialogs
from scenes.shell.data_dialog import data_dialog
from scenes.shell.examples_dialog import examples_dialog
from scenes.shell.images.capture import save_clip
from scenes.shell.machine.platform import Platform
from scenes.shell.registry import Scenes
from scenes.text.words import Words
from scenes.widgets.dialog import Dialog
from scenes.widgets.switch import Switch
from sim.catalogue import SCENES, with_model
from sim.share import fields_of, is_address, link_to

if TYPE_CHECKING:
    from scenes.experiment.base import Experiment
    from scenes.shell.links.address import Asked


class Window(Protocol):
    """What sharing needs of the window."""

    words: Words
    preferences: Preferences
    platform: Platform
    host: Host
    scenes: Scenes
    scene: Scene

    @property
    def tab(self) -> TabScene:
        """The scene that is shown, or that the start screen leads to."""

    @property
    def experiment(self) -> "Experiment[Any, Any]":
        """The same, where it has a model. Raises UserError for any other."""

    @property
    def dialog(self) -> Dialog | None:
        """What is open over everything."""

    def open(self, dialog: Dialog) -> None:
        """Show a dialog."""

    def tell(self, text: str) -> None:
        """Say one thing."""

    def show(self, scene: Scene) -> None:
        """Change to another scene."""

    def choose(self, scene: str) -> None:
        """Show a scene by its name."""

    def prefer(self, **changes: object) -> None:
        """Change how things look."""

    def language(self) -> None:
        """Change to the other language."""

    def teach(self, *, wanted: bool) -> None:
        """Have the words of who teaches, or the plainer ones of patients."""


class Sharing:
    """Takes what is shown out of the app's window, and something else into it."""

    def __init__(self, app: Window) -> None:
        self._app = app

    def actions(self) -> dict[str, Callable[[], None]]:
        """What the hotkeys do with the scene that is shown; more with one that has a model."""
        scenes = self._app.scenes
        if not scenes.has_model:
            return {"share": self.show}
        swap = {"swap": self.swap} if scenes.chosen in with_model() else {}
        more = {"data": self.data, "clip": self.clip, "examples": self.examples}
        return {"share": self.show, **more, **swap}

    def show(self, *, looks: bool = False) -> None:
        """Show the link, with `looks` one that says how it looks as well."""
        app = self._app
        app.open(
            dialogs.share_dialog(
                app.words,
                app.platform,
                {kind: self._link(tab, looks=looks) for kind, tab in self._kinds().items()},
                self.load,
                large=lambda link: app.open(dialogs.code_dialog(app.words, link)),
                data=self.data if app.scenes.has_model else None,
                looks=Switch(
                    app.words("share.looks"),
                    on=looks,
                    colour="ui",
                    on_change=lambda on: self.show(looks=on),
                ),
            )
        )

    def _kinds(self) -> dict[str, TabScene]:
        """What there is to share: in the lesson its step, and the experiment in it."""
        app = self._app
        if app.tab.name not in dialogs.SHARED:
            return {"experiment": app.tab}
        more = {"experiment": app.experiment} if app.scenes.has_model else {}
        return {app.scenes.helped: app.tab, **more}

    def data(self) -> None:
        """Show which tables there are."""
        app = self._app
        app.open(data_dialog(app.words, app.host, app.experiment.tables()))

    @property
    def has_examples(self) -> bool:
        """Whether the scene that is shown can be set up as an example."""
        return self._app.scenes.has_model

    def examples(self) -> None:
        """Show what the scene can be set up as."""
        app = self._app
        app.open(examples_dialog(app.words, app.experiment))

    def shared(self) -> str:
        """What is shown as one line of text, a link where an address is known."""
        return self._link(self._app.tab)

    def link(self) -> str:
        """What leads a phone to what is shown, "" where no address is known."""
        shared = self.shared()
        return shared if is_address(shared) else ""

    def _link(self, tab: TabScene, *, looks: bool = False) -> str:
        # Only here: the window opens sooner without all that a link may speak of.
        from scenes.shell.links.shown import looks_of, shown_in  # noqa: PLC0415

        app = self._app
        shared, how = shown_in(tab)
        how |= looks_of(app.preferences) if looks else {}
        page = app.host.page_address()
        if page:
            return link_to(page, shared, app.words.language, how)
        if "?" not in shared:
            shared += "?"
        return "&".join((shared, *fields_of(how))).replace("?&", "?")

    def load(self, text: str) -> None:
        """Show what a link or such a line asks for, and say what of it means nothing."""
        from scenes.shell.links.address import asked_by, left_out  # noqa: PLC0415 - as above
        from scenes.shell.links.shown import look_as, open_scene  # noqa: PLC0415

        app, asked = self._app, asked_by(text)
        if asked.scene is None:
            why = left_out(app.words, asked) or app.words("errors.share_form")
            app.tell(app.words("share.not_valid", why=why))
            return
        if app.dialog is not None:
            app.dialog.close()
        look_as(app, asked)
        open_scene(app, asked, asked.scene, anew=False)
        self._tell(asked)

    def begin(self, link: str) -> None:
        """What else a link asks for, whose scene and settings the window has begun with."""
        from scenes.shell.links.address import asked_by  # noqa: PLC0415 - as above
        from scenes.shell.links.shown import show_how  # noqa: PLC0415

        asked = asked_by(link)
        show_how(self._app, asked)
        self._tell(asked)

    def _tell(self, asked: "Asked") -> None:
        from scenes.shell.links.address import left_out  # noqa: PLC0415 - as above

        said = left_out(self._app.words, asked)
        if said:
            self._app.tell(said)

    def clip(self) -> None:
        """Save the last push as an animated GIF."""
        # Only here: the window opens sooner without what an experiment needs.
        from scenes.shell.images.clip import clip_frames, CLIP_RATE  # noqa: PLC0415

        frames = clip_frames(self._app.experiment)
        self._app.host.save(".gif", lambda path: save_clip(frames, path, CLIP_RATE))

    def swap(self) -> None:
        """Show the same experiment with the spine, or with the blocks."""
        app = self._app
        scene, changes = counterpart(app.experiment.name, app.experiment.model.settings)
        if scene in SCENES and app.scene is app.tab:
            app.choose(scene)
            app.experiment.load({**app.experiment.model.settings, **changes})
