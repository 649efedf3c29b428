"""Pictures and clips of the screen, as files.

A clip is an animated GIF through Pillow. Its frames share one palette, made from
a few of them; pixels that stay the same are not stored again.
"""

import importlib
import io
import itertools
import struct
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from sim.files import write_whole
from sim.parameter import UserError

if TYPE_CHECKING:
    from PIL import Image

CLIP_WIDTH = 640  # px at most
COLOURS = 255  # one of the 256 stays free for "as before"
SAMPLES = 6  # frames that the palette is made from


def save_picture(surface: pygame.Surface, path: Path) -> None:
    """Save a surface as PNG. Raises UserError."""
    write_whole(path, png(surface))


def png(surface: pygame.Surface) -> bytes:
    """A surface as PNG, without SDL's image library: a web page has none."""
    width, height = surface.get_size()
    pixels = pygame.image.tobytes(surface, "RGB")
    # Each row begins with the number of its filter, 0 for none.
    rows = b"".join(b"\0" + pixels[at : at + 3 * width] for at in range(0, len(pixels), 3 * width))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )


def save_clip(frames: Iterable[pygame.Surface], path: Path, per_second: float) -> None:
    """Write frames as an endless animated GIF, at most `CLIP_WIDTH` wide.

    The frames are taken one by one and made smaller at once, so a generator needs
    memory for one of them only. `per_second` is at most 50, as browsers play it.
    Equal frames in a row become one that lasts longer. Raises UserError without
    Pillow, without frames, and where the file can not be written.
    """
    try:
        image = importlib.import_module("PIL.Image")
    except ImportError:
        raise UserError(
            "a clip needs Pillow: install Spinestack with its extra 'clip'", "no_pillow"
        ) from None
    pictures: list[Image.Image] = []
    size = (0, 0)
    for frame in frames:
        size = size if pictures else _clip_size(frame.get_size())
        small = pygame.transform.smoothscale(frame, size)
        pictures.append(image.frombytes("RGB", size, pygame.image.tobytes(small, "RGB")))
    if not pictures:
        raise UserError("there is nothing yet to make a clip of", "no_clip")
    palette = _sheet(pictures, image.new("RGB", (size[0], size[1] * SAMPLES))).quantize(
        COLOURS, method=image.Quantize.MAXCOVERAGE, kmeans=1
    )
    first, *rest = [
        picture.quantize(palette=palette, dither=image.Dither.NONE) for picture in pictures
    ]
    file = io.BytesIO()
    first.save(
        file,
        "GIF",
        save_all=True,
        append_images=rest,
        duration=_durations(len(pictures), per_second),
        loop=0,
        disposal=1,
        palette=bytes(palette.getpalette() or ()).ljust(3 * 256, b"\0"),
        optimize=True,  # leaves out what stays the same
    )
    write_whole(path, file.getvalue())


def _clip_size(size: tuple[int, int]) -> tuple[int, int]:
    factor = min(1.0, CLIP_WIDTH / size[0])
    return round(size[0] * factor), max(1, round(size[1] * factor))


def _sheet(pictures: list["Image.Image"], sheet: "Image.Image") -> "Image.Image":
    """A few of the pictures below each other, to make a palette from."""
    for row in range(SAMPLES):
        picture = pictures[row * (len(pictures) - 1) // (SAMPLES - 1)]
        sheet.paste(picture, (0, row * picture.height))
    return sheet


def _durations(count: int, per_second: float) -> list[int]:
    """How long each frame lasts [ms]: whole hundredths of a second, right on the whole."""
    ends = [round(100 * i / per_second) * 10 for i in range(count + 1)]
    return [end - begin for begin, end in itertools.pairwise(ends)]
