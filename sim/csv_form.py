"""Tables as bytes, in the form that spreadsheets of a country open with a double click.

All tables are made in the international form: commas between cells, decimal points. Where
numbers have a decimal comma, spreadsheets expect semicolons, and a mark that it is UTF-8.
"""

import csv
import io

INTERNATIONAL, DECIMAL_COMMA = FORMS = ("international", "decimal-comma")


def encoded(table: str, form: str) -> bytes:
    """A table of the international form in one of `FORMS`."""
    if form == INTERNATIONAL:
        return table.encode()
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerows([_cell(cell) for cell in row] for row in csv.reader(table.splitlines()))
    return text.getvalue().encode("utf-8-sig")


def _cell(text: str) -> str:
    """A number with its comma; whatever else stands there as it is."""
    try:
        float(text)
    except ValueError:
        return text
    return text.replace(".", ",")
