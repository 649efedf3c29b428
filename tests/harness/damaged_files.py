"""Bytes as they come out of a failing disk, a bad editor or the wrong program."""

import random

JUNK = (b"\0", b"\xff\xfe", b"\n", b"[", b"]", b'"', b"=", b"{", b"%", b"nan", b"1e999", b"-", b",")


def mutant(good: bytes, draw: random.Random) -> bytes:
    """A file with bytes flipped, lost, added, moved or doubled, cut off, or something else."""
    data = bytearray(good)
    for _ in range(draw.choice((1, 1, 1, 2, 4))):
        at = draw.randrange(len(data) + 1)
        end = min(len(data), at + draw.choice((1, 1, 2, 8, 60)))
        match draw.randrange(8):
            case 0:  # a bit
                if data:
                    data[at % len(data)] ^= 1 << draw.randrange(8)
            case 1:  # a byte
                data[at:end] = draw.randbytes(end - at)
            case 2:  # a piece is lost
                del data[at:end]
            case 3:  # a piece is added
                data[at:at] = draw.choice(JUNK)
            case 4:  # a piece is there twice
                data[at:at] = data[at:end]
            case 5:  # a digit is another one
                digits = [i for i, byte in enumerate(data) if chr(byte).isdigit()]
                if digits:
                    data[draw.choice(digits)] = ord(str(draw.randrange(10)))
            case 6:  # lines change their places
                lines = data.splitlines(keepends=True)
                draw.shuffle(lines)
                data = bytearray(b"".join(lines)) if draw.random() < 0.2 else data
            case 7:  # the end is lost, or all is something else
                data = data[:at] if draw.random() < 0.8 else bytearray(draw.randbytes(200))
    return bytes(data)
