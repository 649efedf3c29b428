"""What was recorded and worked out, as tables for a spreadsheet."""

from collections.abc import Callable, Mapping

from scenes.draw.look import SEMIBOLD
from scenes.experiment.protocols import Host
from scenes.text.words import Words
from scenes.widgets.button import Button
from scenes.widgets.dialog import Chapter, Dialog
from scenes.widgets.rich_text import RichText
from scenes.widgets.segments import Segments
from scenes.widgets.widget import Widget
from sim.csv_form import DECIMAL_COMMA, encoded, FORMS, INTERNATIONAL
from sim.files import write_whole


def usual_form(words: Words) -> str:
    """The form that spreadsheets open where people speak so."""
    return DECIMAL_COMMA if "," in words.number(0.5, 1) else INTERNATIONAL


def data_dialog(words: Words, host: Host, tables: Mapping[str, Callable[[], str]]) -> Dialog:
    """A button for each table, and how numbers are written in them."""
    forms = Segments(
        [words(f"data.{form}") for form in FORMS],
        FORMS.index(usual_form(words)),
        name=words("data.form"),
    )

    def save(make: Callable[[], str]) -> None:
        table = encoded(make(), FORMS[forms.chosen])
        host.save(".csv", lambda path: write_whole(path, table))

    body: list[Widget] = [
        RichText(words("data.about")),
        *(
            Button(
                words(f"data.{name}"),
                on_press=lambda make=make: save(make),  # type: ignore[misc]
            )
            for name, make in tables.items()
        ),
        RichText(words("data.form"), weight=SEMIBOLD),
        forms,
    ]
    return Dialog(
        words("data.title"),
        [Chapter("", body)],
        close_name=words("app.close"),
        size=(640, 560),
    )
