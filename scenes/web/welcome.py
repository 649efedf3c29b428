"""The start screen as HTML, there before the engine is: words, pictures and colours.

All of it comes from where the program's own start screen has it, so that one looks like
the other.
"""

import io
from collections.abc import Mapping
from html import escape

import pygame

from scenes.assets import FONTS
from scenes.draw.camera import Camera
from scenes.draw.icons import icon
from scenes.draw.look import Look, REGULAR, SEMIBOLD
from scenes.draw.palette import Palette, PROFILES
from scenes.draw.shapes import put
from scenes.shell.start_screen import BLOCKS, draw_stack, WAYS
from scenes.text.words import table
from scenes.web.styles import hexadecimal
from sim.blocks.parameters import HEIGHT
from sim.catalogue import LANGUAGES

STACK = (1400, 800)  # pixels of the picture, at twice its usual size
TILE, ICON = 128, 72
COLOURS = ("ground", "panel", "line", "edge", "ink", "muted", "field", "teal", "teal_tint", "focus")


def welcome() -> str:
    """The question and the three ways in, in every language; the page shows one of them."""
    return "\n".join(_welcome(language, table(language)) for language in LANGUAGES)


def _welcome(language: str, words: Mapping[str, str]) -> str:
    ways = "\n".join(
        f'<button type="button" data-way="{way}" aria-pressed="false">'
        f'<img src="{way}.png" alt="">'
        f"<span><strong>{escape(words[f'start.{way}'])}</strong>"
        f" {escape(words[f'start.{way}_note'])}</span></button>"
        for way, _, _ in WAYS
    )
    return (
        f'<div class="welcome" lang="{language}">\n'
        f'<p class="name">{escape(words["app.title"])}</p>\n'
        f"<h1>{escape(words['start.question'])}</h1>\n"
        f"<p>{escape(words['start.about'])}</p>\n{ways}\n"
        f"<p>{escape(words['start.disclaimer'])}</p>\n</div>"
    )


def in_every_language(key: str) -> str:
    """A text in all languages, for where no script chooses one."""
    return "".join(
        f'<p lang="{language}">{escape(table(language)[key])}</p>' for language in LANGUAGES
    )


def pictures() -> dict[str, bytes]:
    """The stack, and the sign of each way in, as PNG files."""
    palette = PROFILES["default"]
    wide, high = STACK
    stack = pygame.Surface(STACK, pygame.SRCALPHA)
    scale = high * 0.92 / (HEIGHT * (BLOCKS + 2))
    draw_stack(stack, Camera(scale, (wide / 2, high * 0.96)), Look(palette, 2.0))
    signs = {f"{way}.png": _png(_sign(sign, colour, palette)) for way, sign, colour in WAYS}
    return {"stack.png": _png(stack), **signs}


def _sign(name: str, colour: str, palette: Palette) -> pygame.Surface:
    """The icon of a way in on its ground."""
    tints = {"brick": palette.brick_tint, "teal": palette.teal_tint, "ui": palette.field}
    sign = pygame.Surface((TILE, TILE), pygame.SRCALPHA)
    sign.fill(tints[colour])
    put(sign, icon(name, ICON, getattr(palette, colour)), ((TILE - ICON) // 2,) * 2)
    return sign


def _png(premultiplied: pygame.Surface) -> bytes:
    """A picture with premultiplied alpha as a PNG, which has the other kind."""
    straight = premultiplied.copy()
    colours = pygame.surfarray.pixels3d(straight)
    alpha = pygame.surfarray.array_alpha(straight)[..., None].clip(1)
    colours[:] = (colours * 255.0 / alpha).round().clip(0, 255)
    del colours  # or the picture stays locked
    file = io.BytesIO()
    pygame.image.save(straight, file, "picture.png")
    return file.getvalue()


def fonts() -> dict[str, bytes]:
    """The two fonts of the program."""
    names = [f"AtkinsonHyperlegibleNext-{weight}.ttf" for weight in (REGULAR, SEMIBOLD)]
    return {name: (FONTS / name).read_bytes() for name in names}


def colours() -> str:
    """The colours of every profile, for the style sheet."""
    return "".join(_colours(palette) for palette in PROFILES.values())


def _colours(palette: Palette) -> str:
    names = "".join(f" --{name}: {hexadecimal(getattr(palette, name))};" for name in COLOURS)
    return f"[data-profile={palette.name}] {{{names} }}\n"
