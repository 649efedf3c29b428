"""The pictures of the game: the spine, enlarged in its motions, and a strip of who came when."""

from collections.abc import Sequence

import numpy as np
import pygame

from scenes.draw.arrows import badge_size, draw_badge
from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.panels import frame_card, hatched, put_rounded, rounded
from scenes.draw.shapes import put
from scenes.draw.spine.discs import given_way
from scenes.draw.spine.figure import draw_spine, LUMBAR
from scenes.draw.spine.pose import bent
from scenes.draw.spine.strands import strands_in
from scenes.exercises.game.rules import Attempt, Game, SLOWER
from scenes.forms import LARGE_TEXT
from scenes.text.words import Words
from scenes.widgets.rich_text import RichText
from scenes.widgets.widget import Widget

MAGNIFIED = 2  # times that bends are drawn larger than they are
GIVES, GAVE = 3.0, 8.0  # degrees from where amber begins, and is full
BEFORE, AFTER = 0.8, 1.0  # s of the person's time around the movement that the strip shows
ROW = 48
LEAST_BAR = 0.55  # of the width for the bars, with their names beside them
NAMES = (18, 16, 14)  # letters of the names of bars, the largest that have room


def draw_game_spine(
    surface: pygame.Surface,
    box: pygame.Rect,
    look: Look,
    game: Game,
    words: Words,
    *,
    free: int = 0,
) -> None:
    """The spine in its card, its motions enlarged; so many pixels on the right are kept free."""
    model = game.model
    surface.fill(look.palette.panel, box)
    clip = surface.get_clip()
    surface.set_clip(box.clip(clip))
    bends = model.rotations
    pose = bent(bends, times=MAGNIFIED)
    text = words("game.magnified", times=words.number(MAGNIFIED))
    wide, high = badge_size(look, text)
    pad = look.px(10)
    beside = max(free, 0 if look.zoom >= LARGE_TEXT else wide + 2 * pad)
    camera = LUMBAR.camera(box.size, pygame.FRect(box).center, beside, least=free)
    draw_spine(
        surface,
        camera,
        look,
        pose,
        strands_in(pose, model.spine),
        transversus=float(model.spine["transversus"]),
        giving_way=given_way(np.degrees(bends), GIVES, GAVE),
    )
    left = box.right - pad - wide
    number_there = game.over and free
    if not (look.bare or number_there) and camera.to_screen((LUMBAR.right, 0.0))[0] <= left:
        draw_badge(surface, look, (left, box.bottom - pad - high), text)
    surface.set_clip(clip)
    frame_card(surface, box, look, radius=16, ground=look.palette.play)


def _named(look: Look, names: Sequence[str], size: int, most: int) -> tuple[int, int]:
    """Letters of this size and the width that all names have with them, no letters without room."""
    wide = max(look.measure(name, size, SEMIBOLD) for name in names)
    return (size, wide) if wide <= most or size == NAMES[-1] else (0, 0)


def draw_strip(
    surface: pygame.Surface, box: pygame.Rect, look: Look, game: Game, words: Words
) -> None:
    """Two bars over the person's time: the deep muscles, and the movement."""
    colours, pad = look.palette, look.px(14)
    put_rounded(surface, box, look.px(16), colours.panel, colours.line, look.line(1.5))
    names = (words("game.deep"), words("game.move"))
    letters, wide = max(_named(look, names, size, box.width // 2) for size in NAMES)
    right = box.right - pad
    above = look.line_height(letters)  # the names, where they would leave little of the bars
    if box.width - wide > LEAST_BAR * box.width or (box.height - 3 * pad) // 2 < 2 * above:
        left, above = box.left + 2 * pad + wide, 0
    else:
        left = box.left + pad
    # Until the movement starts, now is where it would be.
    now = 0.0 if game.since_move is None else game.since_move

    def across(time: float) -> int:
        share = (min(max(time, -BEFORE), AFTER) + BEFORE) / (BEFORE + AFTER)
        return round(left + share * (right - left))

    high = min(look.px(ROW), (box.height - 3 * pad) // 2 - above)
    top = box.centery - (2 * (high + above) + pad) // 2
    rows = ((names[0], game.since_deep, "teal"), (names[1], game.since_move, "brick"))
    for number, (name, since, colour) in enumerate(rows):
        y = top + above + number * (high + above + pad)
        ink = getattr(colours, colour)
        text = look.text(name, letters, ink, SEMIBOLD)
        aside = (high - text.get_height()) // 2
        surface.blit(text, (box.left + pad, y + (-above if above else aside)))
        track = rounded((right - left, high), look.px(8), colours.field)
        put(surface, track, (left, y))
        ends = (y, y + high) if above else (y - pad, y + high + pad)
        if since is not None:
            start, end = across(now - since), across(now)
            if end > start and colour == "teal":
                surface.fill(ink, (start, y, end - start, high))
            elif end > start:
                size = (right - left, high)
                bar = hatched(size, ink, colours.brick_mid, look.px(14), look.line(3))
                put(surface, bar.subsurface((0, 0, end - start, high)), (start, y))
        for y in range(*ends, look.px(10)):
            surface.fill(colours.ink, (across(0.0), y, look.stroke(1.6), look.px(5)))
    foot = top + 2 * (high + above) + pad
    slower = words("game.slower", times=words.number(SLOWER))
    note = look.fitted(slower, 16, colours.muted, width=box.width - 2 * pad)
    if box.bottom - foot > note.get_height() + pad:
        surface.blit(note, note.get_rect(bottomright=(box.right - pad, box.bottom - pad // 2)))


def draw_number(
    surface: pygame.Surface, box: pygame.Rect, look: Look, attempt: Attempt, words: Words
) -> None:
    """The largest rotation, and where that is: beside it, or below it, or as much as fits."""
    colours, gap = look.palette, look.px(16)
    value = f"{words.number(attempt.rotation, 1)}°"
    key, colour = ("within", "teal") if attempt.calm else ("beyond", "amber_ink")
    what = RichText(words("game.turned"), size=18, colour="muted")
    where = RichText(words(f"game.{key}"), size=18, colour=colour, weight=SEMIBOLD)
    number = look.text(value, 44, colours.ink, SEMIBOLD)
    left, wide = number.get_width() + gap, box.width - number.get_width() - gap
    beside = max(what.width(look), where.width(look)) <= wide
    beside = beside and what.height(look, wide) + where.height(look, wide) <= box.height
    if not beside:
        left, wide = 0, box.width
    top = 0 if beside else number.get_height()
    shown = [what, where]
    while shown and top + sum(text.height(look, wide) for text in shown) > box.height:
        shown.pop(0)
    high = sum(text.height(look, wide) for text in shown)
    y = box.top + (box.height - top - high) // 2
    if number.get_width() <= box.width:
        at = box.centery - number.get_height() // 2 if beside else y
        surface.blit(number, (box.left, at))
    for text in shown:
        text.place(pygame.Rect(box.left + left, y + top, wide, text.height(look, wide)), look)
        text.draw(surface, look)
        y += text.rect.height


class Strip(Widget):
    """The strip among other things, as wide as there is room."""

    focusable = False

    def __init__(self, game: Game, words: Words) -> None:
        super().__init__()
        self._game, self._words = game, words

    def height(self, look: Look, width: int) -> int:
        """Both names above their bars."""
        return 2 * (look.line_height(NAMES[0]) + look.px(ROW)) + 3 * look.px(14)

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Draw it as it is now."""
        draw_strip(surface, self.rect, look, self._game, self._words)
