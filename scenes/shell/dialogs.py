"""What opens over the scene: keys and display, sources, sharing."""

import re
from collections.abc import Callable, Collection, Mapping
from functools import partial
from typing import Protocol

from scenes.draw.look import SEMIBOLD
from scenes.draw.palette import PROFILES
from scenes.preferences import Preferences
from scenes.saving import Saved
from scenes.shell.hotkeys import HOTKEYS
from scenes.shell.machine.platform import Platform
from scenes.text.words import Words
from scenes.widgets.button import Button
from scenes.widgets.dialog import Chapter, Dialog
from scenes.widgets.fact import Fact
from scenes.widgets.qr_code import can_be_made, QrCode
from scenes.widgets.rich_text import RichText
from scenes.widgets.segments import Segments
from scenes.widgets.slider import Slider
from scenes.widgets.switch import Switch
from scenes.widgets.widget import Widget
from sim.share import is_address

ZOOM_STEP = 0.1
CODE, LARGE_CODE = 240, 500  # design px high
SHARED = ("exercises", "story")  # what is called so when it is shared; all else is an experiment
INFO = ("counter", "shown", "sources", "left_out")
FROM = " || "  # between what is known and where that is from, in a text


class Owner(Protocol):
    """What the dialogs ask of the app."""

    preferences: Preferences

    def prefer(self, **changes: object) -> None:
        """Change how things look, now and at the next start."""


def help_dialog(words: Words, owner: Owner, scene: str, actions: Collection[str]) -> Dialog:
    """What hands and keys do in a scene, and how things look; no keys without an action."""
    keys = "\n".join(
        f"- **{key.shown}**  {words('hotkeys.' + key.action)}"
        for key in HOTKEYS
        if key.shown and key.action in actions
    )
    now = owner.preferences
    names = list(PROFILES)
    profiles = Segments(
        [words(f"display.{name}") for name in names],
        names.index(now.profile),
        name=words("display.profile"),
        on_choose=lambda index: owner.prefer(profile=names[index]),
    )
    zoom = Slider(
        words("display.zoom"),
        1.0,
        2.0,
        ZOOM_STEP,
        value=now.zoom,
        text=lambda value: words.quantity(value * 100, "%", 0),
        on_change=lambda value: owner.prefer(zoom=value),
    )
    calm = Switch(
        words("display.reduced_motion"),
        on=now.reduced_motion,
        colour="ui",
        on_change=lambda on: owner.prefer(reduced_motion=on),
    )
    slow = Switch(
        words("display.auto_slow"),
        on=now.auto_slow,
        colour="ui",
        on_change=lambda on: owner.prefer(auto_slow=on),
    )
    heading = RichText(words("display.profile"), weight=SEMIBOLD)
    return Dialog(
        words("app.help"),
        [
            Chapter(words("app.help_hands"), paragraphs(words(f"{scene}.by_hand"))),
            *([Chapter(words("app.help_keys"), keys)] if keys else []),
            Chapter(words("app.help_display"), [heading, profiles, zoom, slow, calm]),
        ],
        close_name=words("app.close"),
    )


def info_dialog(words: Words, scene: str, actions: Mapping[str, Callable[[], None]]) -> Dialog:
    """What speaks against it, what is shown, on what it rests, what is left out.

    The counter-evidence comes first; what of it a scene can show has its button right there.
    """
    counter, *others = (cards(words, words(f"info.{scene}_{part}")) for part in INFO)
    dialog: Dialog

    def show_it() -> None:
        dialog.close()
        actions["against"]()

    shows = f"info.{scene}_against"
    if "against" in actions and words.has(shows):  # a story does what the scene in it does
        counter.append(Button(words(shows), kind="primary", on_press=show_it))
    counter.append(RichText(words("info.tags"), size=18, colour="muted"))
    names = [words(f"info.{part}") for part in INFO]
    chapters = [Chapter(*both) for both in zip(names, [counter, *others], strict=True)]
    dialog = Dialog(words("app.info"), chapters, close_name=words("app.close"))
    return dialog


def cards(words: Words, text: str) -> list[Widget]:
    """Each line of a text by itself; as a card where it begins with its tag: "- (found) ..."."""
    found: list[Widget] = []
    for line in text.splitlines():
        tagged = re.match(r"- \((\w+)\) ", line)
        if tagged is None:
            found.append(RichText(line))
            continue
        said, _, source = line[tagged.end() :].partition(FROM)
        found.append(Fact(tagged[1], words(f"info.tag_{tagged[1]}"), said, source))
    return found


def paragraphs(text: str) -> list[RichText]:
    """Each line of a text by itself, so that there is air between them."""
    return [RichText(line) for line in text.splitlines()]


def share_dialog(
    words: Words,
    platform: Platform,
    links: Mapping[str, str],
    load: Callable[[str], None],
    *,
    large: Callable[[str], None],
    data: Callable[[], None] | None,
    looks: Switch,
) -> Dialog:
    """What there is to share, to copy, and a button that takes a link from the clipboard.

    A link is shown as a code as well, which a button makes `large`; another leads to the `data`,
    if there are some. `looks` changes whether a link says how it looks.
    """
    said = RichText("", colour="muted")

    def copied(lies_there: bool) -> None:
        said.text = words("share.copied" if lies_there else "share.no_clipboard")

    def copy() -> None:
        said.text = ""
        platform.copy([*links.values()][dialog.tabs.chosen], copied)

    def use(found: str | None) -> None:
        if found is None:
            said.text = words("share.no_clipboard")
        else:
            load(found)

    def body(kind: str, link: str) -> list[Widget]:
        found: list[Widget] = [RichText(words(f"share.about_{kind}")), RichText(link)]
        if is_address(link) and can_be_made():
            found.append(QrCode(link, words("share.code"), CODE))
            found.append(Button(words("share.large"), on_press=lambda: large(link)))
        if data is not None and kind == "experiment":
            found.append(Button(words("share.data"), on_press=data))
        return [*found, looks, said]

    dialog = Dialog(
        words("share.title"),
        [Chapter(words(f"share.{kind}"), body(kind, link)) for kind, link in links.items()],
        close_name=words("app.close"),
        actions=[
            Button(words("share.paste"), on_press=lambda: platform.paste(use)),
            Button(words("share.copy"), kind="primary", on_press=copy),
        ],
        size=(760, 680),
    )
    return dialog


def code_dialog(words: Words, link: str) -> Dialog:
    """A link as a code, as large as the window, for all phones in a room."""
    return Dialog(
        words("share.scan"),
        [Chapter("", [QrCode(link, words("share.code"), LARGE_CODE), RichText(link)])],
        close_name=words("app.close"),
        size=(1240, 700),
    )


def saved_dialog(words: Words, platform: Platform, done: Saved) -> Dialog:
    """Where a file is, with a button that shows it there; or why it is not."""
    body: list[Widget] = [RichText(done.text)]
    folder = done.folder
    if folder is not None and platform.opens_folders:
        show = partial(platform.open_folder, folder)
        body.append(Button(words("app.open_folder"), on_press=show))
    return Dialog(
        words("app.message"),
        [Chapter("", body)],
        close_name=words("app.close"),
        size=(640, 360),
    )


def message_dialog(words: Words, text: str, *, title: str = "") -> Dialog:
    """One thing that the user should read."""
    return Dialog(
        title or words("app.message"),
        [Chapter("", text)],
        close_name=words("app.close"),
        size=(640, 300),
    )
