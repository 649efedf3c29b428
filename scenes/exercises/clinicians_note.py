"""What a clinician may write on the sheet to take home."""

from sim.parameter import UserError

MOST_NOTE, NOTE_LINES = 300, 6  # characters and lines


def printable(note: str) -> str:
    """The note as it is printed. Raises UserError for one that is too long."""
    found = note.expandtabs(1).replace("\r\n", "\n")
    if len(found) > MOST_NOTE or found.count("\n") >= NOTE_LINES:
        raise UserError(f"a note has at most {MOST_NOTE} characters and {NOTE_LINES} lines")
    return found
