"""What can not be done, in the user's language: for the window.

An error names a text under `errors.<key>` and what goes into its {places}. One that names
none is said as it is.
"""

from scenes.text.words import NO_BREAK, Words
from sim.parameter import UserError


def told(words: Words, error: UserError, scene: str = "") -> str:
    """One sentence that says what is wrong; `scene` has the names of the parameters."""
    key = f"errors.{error.key}"
    if not words.has(key):
        return str(error)
    places = {name: _shown(words, place) for name, place in error.places.items()}
    unit = f"{NO_BREAK}{error.places['unit']}" if error.places.get("unit") else ""
    label = f"{scene}.{places.get('name')}"
    if words.has(label) and "{" not in words(label):
        places["name"] = f"{words(label)} ({places['name']})"
    reason = f"reasons.{places.get('kind')}"
    if words.has(reason):
        places["reason"] = words(reason)
    return words(key, **{**places, "unit": unit})


def _shown(words: Words, place: object) -> str:
    if isinstance(place, int | float):
        return words.number_as_short(place)
    return str(place)
