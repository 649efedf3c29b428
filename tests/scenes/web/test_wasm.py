"""Finding exported data in a compiled library."""

import pytest

from scenes.web.wasm import exported_data

HEAD = b"\0asm\x01\0\0\0"


def number(value: int) -> bytes:
    return bytes([value & 0x7F | 0x80, value >> 7])


def piece(data: bytes) -> bytes:
    return number(len(data)) + data


def library(data: bytes, start: int, stop: int, offset: int | None = None) -> bytes:
    """A library with imports of every kind, and symbols `first` and `last`."""
    kinds = (
        b"\x00\x05",
        b"\x01\x70\x01\x02\x03",
        b"\x02\x00\x07",
        b"\x03\x7f\x00",
        b"\x04\x00\x01",
    )
    imports = b"".join(piece(b"env") + piece(b"name") + kind for kind in kinds)
    places = b"".join(b"\x7f\x00\x41" + number(place) + b"\x0b" for place in (start, stop))
    symbols = ((b"__start_em_asm", 3, 1), (b"__stop_em_asm", 3, 2), (b"main", 0, 9))
    exports = b"".join(piece(name) + bytes([kind, index]) for name, kind, index in symbols)
    # Where the library is put, as a linker writes it; or a place of its own.
    base = b"\x23\x00\x0b" if offset is None else b"\x41" + number(offset) + b"\x0b"
    sections = (
        (2, b"\x05" + imports),
        (6, b"\x02" + places),
        (7, b"\x03" + exports),
        (11, b"\x02\x01" + piece(b"copied later") + b"\x00" + base + piece(data)),
    )
    return HEAD + b"".join(bytes([name]) + piece(content) for name, content in sections)


@pytest.mark.parametrize("offset", [None, 100])
def test_exported_data_is_found(offset: int | None) -> None:
    at = offset or 0
    found = exported_data(
        library(b"before|this|after", at + 7, at + 11, offset), "__start_em_asm", "__stop_em_asm"
    )
    assert found == b"this"


def test_without_the_symbols_or_the_data_there_is_nothing() -> None:
    module = library(b"short", 100, 200)
    assert exported_data(module, "__start_em_asm", "__stop_em_asm") == b""
    assert exported_data(module, "main", "__stop_em_asm") == b""
    assert exported_data(HEAD, "main", "other") == b""
