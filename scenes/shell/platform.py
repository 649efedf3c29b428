"""What the program asks of the place where it runs; a web page has a `Platform` of its own."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import pygame

Action = Callable[[], None]


class Platform:
    """A desktop.

    `actions` are done in a way of its own here, or not at all where they are None;
    `density` is how many pixels a screen has where others have one.
    """

    density = 1.0
    actions: Mapping[str, Action | None] = MappingProxyType({})

    def copy(self, text: str) -> bool:
        """Put a text into the clipboard; False where there is none."""
        try:
            pygame.scrap.put_text(text)
        except pygame.error:
            return False
        return True

    def paste(self, use: Callable[[str | None], None]) -> None:
        """Hand over the text in the clipboard, None where there is none."""
        try:
            text = pygame.scrap.get_text() or None
        except pygame.error:
            text = None
        use(text)

    def link(self, shared: str) -> str:
        """What leads someone else to the experiment of a share string."""
        return shared

    def shared(self, link: str) -> str:
        """The share string in such a link."""
        return link
