"""As much of WebAssembly's binary form as it takes to find exported data in a library."""

from collections.abc import Iterator

IMPORTS, GLOBALS, EXPORTS, DATA = 2, 6, 7, 11  # sections
GLOBAL = 3  # a kind of import and export
CONST, GLOBAL_GET, END = 0x41, 0x23, 0x0B  # operations; no other has something after it here


class Reader:
    """Reads one thing after the other."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def byte(self) -> int:
        """One byte."""
        self.at += 1
        return self.data[self.at - 1]

    def number(self) -> int:
        """A number of seven bits a byte, the lowest first."""
        value = shift = 0
        while (byte := self.byte()) & 0x80:
            value |= (byte & 0x7F) << shift
            shift += 7
        return value | byte << shift

    def piece(self) -> bytes:
        """As many bytes as the number before them says."""
        size = self.number()
        self.at += size
        return self.data[self.at - size : self.at]

    def constant(self) -> int | None:
        """The value of an expression that is one positive number, None for any other."""
        value, others = None, 0
        while (operation := self.byte()) != END:
            if operation in (CONST, GLOBAL_GET):
                value = self.number()
            others += operation != CONST
        return None if others else value


def exported_data(module: bytes, start: str, stop: str) -> bytes:
    """The data of a library from one exported symbol to another, nothing without them."""
    sections = dict(_sections(module))
    exports = dict(_exports(Reader(sections.get(EXPORTS, b"\0"))))
    if start not in exports or stop not in exports:
        return b""
    values = _globals(Reader(sections[GLOBALS]))
    before = _imported_globals(Reader(sections.get(IMPORTS, b"\0")))
    first, last = (values[exports[name] - before] or 0 for name in (start, stop))
    reader = Reader(sections[DATA])
    for _ in range(reader.number()):
        copied_later = reader.number() == 1
        offset = None if copied_later else reader.constant() or 0  # where the library itself is
        data = reader.piece()
        if offset is not None and offset <= first and last <= offset + len(data):
            return data[first - offset : last - offset]
    return b""


def _sections(module: bytes) -> Iterator[tuple[int, bytes]]:
    reader = Reader(module)
    reader.at = 8  # magic number and version
    while reader.at < len(module):
        yield reader.byte(), reader.piece()


def _exports(reader: Reader) -> Iterator[tuple[str, int]]:
    for _ in range(reader.number()):
        name, kind, index = reader.piece().decode(), reader.byte(), reader.number()
        if kind == GLOBAL:
            yield name, index


def _globals(reader: Reader) -> list[int | None]:
    values = []
    for _ in range(reader.number()):
        reader.at += 2  # its type, and whether it changes
        values.append(reader.constant())
    return values


def _imported_globals(reader: Reader) -> int:
    count = 0
    for _ in range(reader.number()):
        reader.piece(), reader.piece()
        kind = reader.byte()
        if kind == GLOBAL:
            count += 1
            reader.at += 2
        elif kind == 0:  # a function
            reader.number()
        elif kind == 4:  # what is thrown
            reader.at += 1
            reader.number()
        else:  # a table, after the type of what is in it, or a memory: its limits
            reader.at += kind == 1
            for _ in range(1 + (reader.number() & 1)):
                reader.number()
    return count
