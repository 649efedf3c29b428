"""The count of an exercise in its card: the pacer, what it says, which repetition and round."""

import math
from collections.abc import Sequence
from enum import auto, Enum
from typing import NamedTuple

import pygame

from scenes.draw.look import Look, REGULAR, SEMIBOLD
from scenes.exercises.pacer import Pacer
from scenes.exercises.pacer_picture import draw_pacer
from scenes.text.words import Words

SAYS, NUMBER, SMALL = 26, 44, 22  # letters
PAD, CLEAR = 16, 8  # design px: inside the card, round the ring
WORTH = 0.85  # of the largest ring that more words beside it are worth
HALF = 0.5  # of the width that a corner may have


class Form(Enum):
    """How much is said beside the ring, the most first."""

    LARGE = auto()  # a large number of the repetition, and the round
    SMALL = auto()
    ALONE = auto()  # the repetition alone


class Note(NamedTuple):
    """Words in a corner of the card, and where."""

    face: pygame.Surface
    box: pygame.Rect


def draw_count(
    surface: pygame.Surface,
    look: Look,
    words: Words,
    card: pygame.Rect,
    pacer: Pacer,
    *,
    taken: pygame.Rect,
    still: bool,
) -> None:
    """The pacer in its card, where something else may have `taken` the upper right corner.

    With `still` the disc rests and the ring goes on once a second.
    """
    beat, pad, high = pacer.beat, look.px(PAD), look.line_height(SAYS)
    inside = card.inflate(-2 * pad, -pad)
    says = look.fitted(words(pacer.says), SAYS, look.palette.teal, SEMIBOLD, width=inside.width)
    surface.blit(says, says.get_rect(midbottom=inside.midbottom))
    inside.height -= high + pad // 2
    forms = [_notes(look, words, inside, pacer, form=form, alone=not taken.width) for form in Form]
    rings = [
        largest_ring(inside, [*(note.box for note in notes), taken], look.px(CLEAR))
        for notes in forms
    ]
    most = max(ring.width for ring in rings)
    notes, ring = next(
        both for both in zip(forms, rings, strict=True) if both[1].width >= WORTH * most
    )
    surface.blits(notes)
    done = int(pacer.time) / beat.seconds if still and 0 < pacer.ring < 1 else pacer.ring
    working = beat.kind == "hold" and not pacer.done
    draw_pacer(
        surface,
        look,
        ring,
        ring=done,
        lungs=1.0 if still else pacer.lungs,
        number=words.number(pacer.count),
        caption=words("exercises.counted") if working else "",
        working=working,
    )


def _notes(
    look: Look, words: Words, box: pygame.Rect, pacer: Pacer, *, form: Form, alone: bool
) -> list[Note]:
    """Which repetition, and which round, opposite if it is `alone` there."""
    colours, dose, beat = look.palette, pacer.dose, pacer.beat
    number, count = words.number(beat.repetition), words.number(dose.repetitions)
    if form is Form.LARGE:
        left = [(number, NUMBER), (words("exercises.of", count=count), SMALL)]
    else:
        left = [(words("exercises.number_short", number=number, count=count), SMALL)]
    right: list[tuple[str, int]] = []
    if dose.sets > 1 and form is not Form.ALONE:
        sets = {"set": words.number(beat.round), "sets": words.number(dose.sets)}
        (right if alone else left).append((words("exercises.set_of", **sets), SMALL))
    notes, most = [], round(HALF * box.width)
    for lines, at_right in ((left, False), (right, True)):
        y = box.top
        for index, (text, size) in enumerate(lines):
            first = not (index or at_right)
            ink, weight = (colours.ink, SEMIBOLD) if first else (colours.muted, REGULAR)
            face = look.fitted(text, size, ink, weight, width=most)
            place = face.get_rect(topleft=(box.left, y))
            if at_right:
                place.right = box.right
            notes.append(Note(face, place))
            y = place.bottom
    return notes


def largest_ring(box: pygame.Rect, corners: Sequence[pygame.Rect], gap: int) -> pygame.Rect:
    """The square of the largest ring in the middle of a box, clear of what is in its corners.

    A ring of radius r that stands on the box has its middle r above its foot, and is to be r + gap
    away from the inner end of each corner: a^2 + (b - r)^2 >= (r + gap)^2.
    """
    ends = [
        (min(abs(box.centerx - x) for x in (one.left, one.right)), box.bottom - one.bottom)
        for one in corners
        if one.width
    ]
    clear = [(a * a + b * b - gap * gap) / (2 * (b + gap)) if b > 0 else 0.0 for a, b in ends]
    # Where a corner reaches below the middle, its side is nearest.
    clear = [
        radius if radius <= max(0.0, b) else max(0.0, a - gap)
        for radius, (a, b) in zip(clear, ends, strict=True)
    ]
    side = max(0, min(*box.size, *(int(2 * radius) for radius in clear)))
    found = pygame.Rect(0, 0, side, side)
    found.midbottom, middle = box.midbottom, box.height / 2
    if all(math.hypot(a, max(0.0, b - middle)) >= side / 2 + gap for a, b in ends):
        found.center = box.center
    return found
