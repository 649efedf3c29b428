"""What is drawn around an open exercise: its title, the person, and a ground for words."""

from collections.abc import Sequence

import pygame

from scenes.draw.icons import icon
from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.panels import frame_card, put_centred, put_rounded
from scenes.draw.person.figure import draw_figure
from scenes.exercises.catalogue import Exercise
from scenes.forms import LARGE_TEXT
from scenes.text.words import Words

TITLES = (40, 34, 30, 26, 22)  # letters of the name, the largest that have room
NOTE = 22


def draw_title(
    surface: pygame.Surface,
    look: Look,
    words: Words,
    box: pygame.Rect,
    exercise: Exercise,
    *,
    order: Sequence[str],
) -> None:
    """Name and step from the left of a box; which of how many, up to its right."""
    colours, left, right = look.palette, box.left, box.right
    number = words.number(order.index(exercise.name) + 1)
    room = (right - left) // 3
    for key in ("number", "number_short"):
        place = words(f"exercises.{key}", number=number, count=words.number(len(order)))
        if look.measure(place, NOTE) <= room:
            break
    title = words(f"exercise.{exercise.name}")
    beside = right - left - look.px(20) - look.measure(place, NOTE)
    if look.measure(title, NOTE, SEMIBOLD) > beside:
        place = ""  # the name is not written smaller than what stands beside it
    note = look.text(place, NOTE, colours.muted)
    surface.blit(note, (right - note.get_width(), box.centery - note.get_height() // 2))
    room = right - note.get_width() - look.px(20) - left
    sizes = [size for size in TITLES if look.measure(title, size, SEMIBOLD) <= room]
    name = look.fitted(title, max(sizes, default=TITLES[-1]), colours.ink, SEMIBOLD, width=room)
    surface.blit(name, (left, box.centery - name.get_height() // 2))
    left += name.get_width() + look.px(20)
    step = words(f"exercise.step_{exercise.step}")
    if look.measure(step, NOTE) < right - note.get_width() - look.px(20) - left:
        text = look.text(step, NOTE, colours.muted)
        surface.blit(text, (left, box.centery - text.get_height() // 2 + look.px(3)))


def draw_posed(  # noqa: PLR0917 - what, and how it is posed
    surface: pygame.Surface,
    look: Look,
    box: pygame.Rect,
    exercise: str,
    share: float,
    mirrored: bool,
) -> None:
    """The person on a card of their own."""
    surface.fill(look.palette.play, box)
    inner = box.inflate(-2 * look.px(24), -2 * look.px(20))
    draw_figure(surface, inner, look, exercise, share, mirrored=mirrored)
    frame_card(surface, box, look)


def draw_stop_ground(surface: pygame.Surface, look: Look, box: pygame.Rect) -> None:
    """What lies under the words about when to stop."""
    put_rounded(surface, box, look.px(14), look.palette.field)
    if look.zoom < LARGE_TEXT:
        sign = icon("ask", look.px(32), look.palette.ink)
        put_centred(surface, sign, (box.left + look.px(34), box.centery))
