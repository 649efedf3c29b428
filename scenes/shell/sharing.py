"""What is done with an experiment as a whole: shared, filmed, changed for its counterpart."""

from collections.abc import Callable
from functools import partial
from typing import Any, Protocol, TYPE_CHECKING

from scenes.experiment.protocols import Host, Scene, TabScene
from scenes.experiment.same_experiment import counterpart
from scenes.preferences import Preferences
from scenes.shell import dialogs
from scenes.shell.data_dialog import data_dialog
from scenes.shell.images.capture import save_clip
from scenes.shell.machine.platform import Platform
from scenes.shell.registry import Scenes
from scenes.text.errors import told
from scenes.text.words import Words
from scenes.widgets.dialog import Dialog
from sim.catalogue import SCENES, with_model
from sim.parameter import UserError
from sim.share import decode, encode, link_to

if TYPE_CHECKING:
    from scenes.experiment.base import Experiment


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


class Sharing:
    """Takes the experiment out of the app's window, and another into it."""

    def __init__(self, app: Window) -> None:
        self._app = app

    def actions(self) -> dict[str, Callable[[], None]]:
        """What the hotkeys do with the scene that is shown; nothing with one without a model."""
        scenes = self._app.scenes
        if not scenes.has_model:
            return {}
        swap = {"swap": self.swap} if scenes.chosen in with_model() else {}
        return {"share": self.show, "data": self.data, "clip": self.clip, **swap}

    def show(self) -> None:
        """Show the share string."""
        app, shared = self._app, self.shared()
        large = partial(self._show_code, shared)
        dialog = dialogs.share_dialog(
            app.words, app.platform, shared, self.load, large=large, data=self.data
        )
        app.open(dialog)

    def data(self) -> None:
        """Show which tables there are."""
        app = self._app
        app.open(data_dialog(app.words, app.host, app.experiment.tables()))

    def _show_code(self, link: str) -> None:
        self._app.open(dialogs.code_dialog(self._app.words, link))

    def shared(self) -> str:
        """The present settings as one line of text, a link where an address is known."""
        app = self._app
        shared = encode(app.experiment.name, app.experiment.model.settings)
        page = app.preferences.page_address
        return link_to(page, shared, app.words.language) if page else app.platform.link(shared)

    def load(self, text: str) -> None:
        """Show the scene of such a line with its settings, or say that it is not right."""
        app = self._app
        shared = app.platform.shared(text)
        try:
            scene, settings = decode(shared)
            app.scenes.choose(scene)
        except UserError as error:
            why = told(app.words, error, shared.strip().partition("?")[0])
            app.tell(app.words("share.not_valid", why=why))
            return
        if app.dialog is not None:
            app.dialog.close()
        app.show(app.experiment)
        app.experiment.load(settings)

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
