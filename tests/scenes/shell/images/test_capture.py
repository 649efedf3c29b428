"""Pictures and clips: opened again they show what was on the screen."""

import errno
import io
import os
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pygame
import pytest
from PIL import Image, ImageSequence

from scenes import saving
from scenes.draw.palette import PROFILES
from scenes.shell.images.capture import save_clip, save_picture
from sim.parameter import UserError
from tests.scenes.blocks.falls import fall
from tests.scenes.player import Player

NOW = datetime(2026, 11, 23, 14, 5, 59)
WORST = 20  # of 255, in one channel, between a frame and the clip


def frame(
    step: int, size: tuple[int, int] = (1280, 720), profile: str = "default"
) -> pygame.Surface:
    """A picture with the program's colours, a soft disc that moves, and a shaded edge."""
    palette = PROFILES[profile]
    surface = pygame.Surface(size)
    surface.fill(palette.play)
    for i, colour in enumerate((palette.ink, palette.line, palette.field, palette.panel)):
        surface.fill(colour, (40 + 100 * i, 40, 80, 80))
    for x in range(200):
        surface.fill((x + 40, 240 - x, 120), (x, size[1] - 60, 1, 60))
    pygame.draw.aacircle(surface, palette.ink, (100 + 20 * step, size[1] // 2), 40)
    return surface


def shown(path: Path) -> list[tuple[Image.Image, int]]:
    """The frames of a clip and how long each lasts [ms]."""
    found = []
    with Image.open(path) as clip:
        for picture in ImageSequence.Iterator(clip):
            found.append((picture.convert("RGB"), int(picture.info["duration"])))
    return found


def worst_error(one: Image.Image, surface: pygame.Surface) -> int:
    """The largest difference in any channel of any pixel."""
    small = pygame.transform.smoothscale(surface, one.size)
    pairs = zip(one.tobytes(), pygame.image.tobytes(small, "RGB"), strict=True)
    return max(abs(a - b) for a, b in pairs)


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: Path, data: bytes) -> int:
        with self.open("wb") as file:
            file.write(data[:100])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_bytes", fail)


# -- where to ------------------------------------------------------------------------


# -- pictures ------------------------------------------------------------------------


def test_a_picture_is_the_screen_to_the_pixel(tmp_path: Path) -> None:
    path = tmp_path / "screen.png"
    save_picture(frame(3), path)
    with Image.open(path) as picture:
        assert picture.format == "PNG"
        assert picture.size == (1280, 720)
        assert worst_error(picture.convert("RGB"), frame(3)) == 0


@pytest.mark.usefixtures("full_disk")
def test_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="No space left"):
        save_picture(frame(0), tmp_path / "screen.png")
    with pytest.raises(UserError, match="No space left"):
        save_clip([frame(0), frame(1)], tmp_path / "clip.gif", 15)
    assert list(tmp_path.iterdir()) == []


# -- clips ---------------------------------------------------------------------------


def test_a_clip_has_every_frame_for_its_time_in_its_colours(tmp_path: Path) -> None:
    path = tmp_path / "clip.gif"
    save_clip((frame(i) for i in range(45)), path, 15)
    frames = shown(path)
    assert len(frames) == 45
    assert {one.size for one, _ in frames} == {(640, 360)}
    assert sum(time for _, time in frames) == 3000
    assert {time for _, time in frames} == {60, 70}
    for i in (0, 20, 44):
        assert worst_error(frames[i][0], frame(i)) <= WORST
    assert path.stat().st_size < 3_000_000
    with Image.open(path) as clip:
        assert clip.format == "GIF"
        assert clip.info["loop"] == 0


@pytest.mark.parametrize("profile", PROFILES)
def test_every_profile_keeps_its_colours(profile: str, tmp_path: Path) -> None:
    path = tmp_path / "clip.gif"
    surfaces = [frame(i, profile=profile) for i in range(4)]
    save_clip(surfaces, path, 15)
    for (one, _), surface in zip(shown(path), surfaces, strict=True):
        assert worst_error(one, surface) <= WORST


def test_frames_share_one_palette(tmp_path: Path) -> None:
    """A frame with a palette of its own has the highest bit of its packed field set."""
    path = tmp_path / "clip.gif"
    save_clip([frame(i) for i in range(5)], path, 15)
    data = path.read_bytes()
    assert data[10] & 0x80
    assert own_palettes(data) == [False] * 5


def own_palettes(data: bytes) -> list[bool]:
    """Whether each frame of a GIF brings a palette of its own."""
    file = io.BytesIO(data)
    file.seek(13 + 3 * 2 ** ((data[10] & 7) + 1))
    found = []
    while (kind := file.read(1)) != b"\x3b":
        if kind == b"\x2c":
            packed = file.read(9)[8]
            found.append(bool(packed & 0x80))
            file.seek(3 * 2 ** ((packed & 7) + 1) if packed & 0x80 else 0, io.SEEK_CUR)
        file.seek(1, io.SEEK_CUR)  # the extension's label, or the code size
        while size := file.read(1)[0]:
            file.seek(size, io.SEEK_CUR)
    return found


def test_a_still_scene_keeps_its_time(tmp_path: Path) -> None:
    path = tmp_path / "clip.gif"
    save_clip([frame(0)] * 30 + [frame(1)], path, 15)
    frames = shown(path)
    assert len(frames) == 2
    assert sum(time for _, time in frames) == round(31 * 100 / 15) * 10


@pytest.mark.parametrize("size", [(300, 200), (640, 1), (1024, 600), (3840, 2160)])
def test_a_clip_is_never_wider_than_it_may_be_nor_enlarged(
    size: tuple[int, int], tmp_path: Path
) -> None:
    path = tmp_path / "clip.gif"
    save_clip([frame(0, size)], path, 15)
    ((one, _),) = shown(path)
    wide = min(640, size[0])
    assert one.size == (wide, round(size[1] * wide / size[0]))


def test_a_window_that_changed_its_size_meanwhile_does_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "clip.gif"
    save_clip([frame(0), frame(1, (1024, 600)), frame(2, (1920, 1080))], path, 15)
    assert [one.size for one, _ in shown(path)] == [(640, 360)] * 3


def test_frames_are_taken_one_at_a_time(tmp_path: Path) -> None:
    surface = frame(0)

    def drawn() -> Iterator[pygame.Surface]:
        for i in range(4):
            surface.fill((60 * i, 0, 0))
            yield surface

    save_clip(drawn(), tmp_path / "clip.gif", 15)
    assert [one.getpixel((9, 9)) for one, _ in shown(tmp_path / "clip.gif")] == [
        (60 * i, 0, 0) for i in range(4)
    ]


def test_no_frames_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="nothing yet"):
        save_clip([], tmp_path / "clip.gif", 15)
    assert list(tmp_path.iterdir()) == []


def test_without_pillow_one_sentence_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PIL.Image", None)
    with pytest.raises(UserError, match="'clip'"):
        save_clip([frame(0)], tmp_path / "clip.gif", 15)
    assert list(tmp_path.iterdir()) == []


def test_a_picture_and_a_clip_are_saved(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(saving.FOLDER, str(tmp_path))
    player = Player(push=0.3)
    fall(player)
    player.key(pygame.K_F12)
    player.key(pygame.K_ESCAPE)
    player.key(pygame.K_g)
    player.key(pygame.K_ESCAPE)
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".gif", ".png"]
    for path in tmp_path.iterdir():
        with Image.open(path) as image:
            if path.suffix == ".png":
                assert image.size == (1280, 720)
            else:
                assert getattr(image, "n_frames", 1) > 20


def test_what_can_not_be_saved_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise UserError("no space left on device")

    monkeypatch.setattr("scenes.shell.hosting.save_picture", refuse)
    player = Player(language="en")
    player.click(player.middle_of(player.scene.bar.camera))
    assert player.app.dialog is not None
    told = [widget.describe() for widget in player.app.dialog.chapters[0].widgets()]
    assert any("no space left on device" in text for text in told)
