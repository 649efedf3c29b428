"""All words of the screen in Dutch and English, and numbers in their language.

Texts live in `scenes/text/*.toml` under the same keys with the same {places}; a
test compares them. Whoever comes in by a patient's door reads plainer words: those of the
group "patients" in place of the texts with these keys. Nothing here knows a scene.
"""

from functools import cache
from pathlib import Path

from scenes.assets import TEXT
from sim.catalogue import LANGUAGES
from sim.data_files import damaged, line_of, toml_of

MINUS = "\N{MINUS SIGN}"
PLAIN = "patients."  # before the key of the text in whose place a patient reads it
NO_BREAK = "\N{NO-BREAK SPACE}"


@cache
def table(language: str) -> dict[str, str]:
    """All texts of a language under their full keys, such as "blocks.press". Raises UserError."""
    path = _path(language)
    found = {}
    for group, texts in toml_of(path).items():
        if not isinstance(texts, dict):
            raise damaged(path, f"{group!r} is not a group of texts", line_of(path, group))
        for key, text in texts.items():
            if not isinstance(text, str):
                raise damaged(path, f"{key!r} is not a text", line_of(path, key))
            found[f"{group}.{key}"] = text
    return found


def _path(language: str) -> Path:
    return TEXT / f"{language}.toml"


def system_language() -> str:
    """The first of our languages that the system prefers, English if it has neither."""
    import pygame  # noqa: PLC0415 - the printed sheet has words too, and needs no window

    preferred = [
        str(place.get("language", "")).lower() for place in pygame.system.get_pref_locales()
    ]
    return next((language for language in preferred if language in LANGUAGES), "en")


class Words:
    """The words of one language: `words("blocks.press")`; with `teaching` a teacher's own."""

    def __init__(self, language: str, *, teaching: bool = False) -> None:
        self.language = language
        self.teaching = teaching
        found = table(language)
        plain = {key.removeprefix(PLAIN): found[key] for key in found if key.startswith(PLAIN)}
        self._table = found if teaching else {**found, **plain}

    def __call__(self, key: str, **places: str) -> str:
        """The text under a key, its {places} filled in. Raises UserError if there is none."""
        text = self._table.get(key)
        if text is None:
            raise damaged(_path(self.language), f"{key!r} is missing")
        try:
            return text.format(**places) if places else text
        except (LookupError, ValueError, AttributeError):
            wrong, path = f"the places in {key!r} are not {', '.join(places)}", _path(self.language)
            raise damaged(path, wrong, line_of(path, key.rpartition(".")[2])) from None

    def has(self, key: str) -> bool:
        """Whether there is a text under a key."""
        return key in self._table

    def number_as_short(self, value: float) -> str:
        """A number with no more decimals than it has."""
        text = f"{value:g}".replace("-", MINUS)
        return text.replace(".", ",") if self.language == "nl" else text

    def number(self, value: float, decimals: int = 0) -> str:
        """A number as this language writes it; never "-0"."""
        text = f"{value:.{decimals}f}"
        if text.startswith("-"):
            text = MINUS + text[1:] if float(text) else text[1:]
        return text.replace(".", ",") if self.language == "nl" else text

    def pressure(self, pascal: float) -> str:
        """A pressure in a disc: in bar, as of a tyre, or in MPa, as papers have it."""
        if self.teaching:
            return self.quantity(pascal / 1e6, "MPa", 2)
        return self.quantity(pascal / 1e5, "bar", 1)

    def quantity(self, value: float, unit: str, decimals: int | None = None) -> str:
        """A number with its unit; as many decimals as its size deserves unless said."""
        if decimals is None:
            decimals = 0 if abs(value) >= 9.95 or value == round(value) else 1
        return (
            f"{self.number(value, decimals)}{NO_BREAK}{unit}"
            if unit
            else (self.number(value, decimals))
        )
