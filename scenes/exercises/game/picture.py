"""The pictures of the game: the spine, enlarged in its motions, and a strip of who came when."""

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
from scenes.exercises.game.rules import Game, SLOWER
from scenes.forms import LARGE_TEXT
from scenes.text.words import Words

MAGNIFIED = 2  # times that bends are drawn larger than they are
GIVES, GAVE = 3.0, 8.0  # degrees from where amber begins, and is full
BESIDE = 160  # design px that are left free on the right, as for the names in the spine scene
BEFORE, AFTER = 0.8, 1.0  # s of the person's time around the movement that the strip shows
ROW = 48


def draw_game_spine(
    surface: pygame.Surface, box: pygame.Rect, look: Look, game: Game, words: Words
) -> None:
    """The spine in its card, its motions enlarged."""
    model = game.model
    surface.fill(look.palette.panel, box)
    clip = surface.get_clip()
    surface.set_clip(box.clip(clip))
    bends = model.rotations
    pose = bent(bends, times=MAGNIFIED)
    beside = 0 if look.zoom >= LARGE_TEXT else look.control(BESIDE)
    draw_spine(
        surface,
        LUMBAR.camera(box.size, pygame.FRect(box).center, beside),
        look,
        pose,
        strands_in(pose, model.spine),
        transversus=float(model.spine["transversus"]),
        giving_way=given_way(np.degrees(bends), GIVES, GAVE),
    )
    if look.zoom < LARGE_TEXT:
        text = words("game.magnified", times=words.number(MAGNIFIED))
        high = badge_size(look, text)[1]
        draw_badge(surface, look, (box.left + look.px(10), box.bottom - look.px(10) - high), text)
    surface.set_clip(clip)
    frame_card(surface, box, look, radius=16, ground=look.palette.play)


def draw_strip(
    surface: pygame.Surface, box: pygame.Rect, look: Look, game: Game, words: Words
) -> None:
    """Two bars over the person's time: the deep muscles, and the movement."""
    colours, pad = look.palette, look.px(14)
    put_rounded(surface, box, look.px(16), colours.panel, colours.line, look.line(1.5))
    names = (words("game.deep"), words("game.move"))
    wide = min(box.width // 3, max(look.measure(name, 18, SEMIBOLD) for name in names))
    left, right = box.left + 2 * pad + wide, box.right - pad
    # Until the movement starts, now is where it would be.
    now = 0.0 if game.since_move is None else game.since_move

    def across(time: float) -> int:
        share = (min(max(time, -BEFORE), AFTER) + BEFORE) / (BEFORE + AFTER)
        return round(left + share * (right - left))

    high = min(look.px(ROW), (box.height - 3 * pad) // 2)
    top = box.centery - high - pad // 2
    rows = ((names[0], game.since_deep, "teal"), (names[1], game.since_move, "brick"))
    for number, (name, since, colour) in enumerate(rows):
        y = top + number * (high + pad)
        ink = getattr(colours, colour)
        text = look.fitted(name, 18, ink, SEMIBOLD, width=wide)
        surface.blit(text, (box.left + pad, y + (high - text.get_height()) // 2))
        track = rounded((right - left, high), look.px(8), colours.field)
        put(surface, track, (left, y))
        if since is None:
            continue
        start, end = across(now - since), across(now)
        if end > start and colour == "teal":
            surface.fill(ink, (start, y, end - start, high))
        elif end > start:
            size = (right - left, high)
            bar = hatched(size, ink, colours.brick_mid, look.px(14), look.line(3))
            put(surface, bar.subsurface((0, 0, end - start, high)), (start, y))
    for y in range(top - pad, top + 2 * high + 2 * pad, look.px(10)):
        surface.fill(colours.ink, (across(0.0), y, look.stroke(1.6), look.px(5)))
    slower = words("game.slower", times=words.number(SLOWER))
    note = look.fitted(slower, 16, colours.muted, width=box.width - 2 * pad)
    if box.bottom - top - 2 * high - pad > note.get_height() + pad:
        surface.blit(note, note.get_rect(bottomright=(box.right - pad, box.bottom - pad // 2)))
