"""Files as they come out of a failing disk, a bad editor or the wrong program."""

from hypothesis import strategies as st

LINE = st.sampled_from(
    [
        'scene = "blocks"',
        "scene = 1",
        "scene = []",
        "order = 1",
        "order = true",
        "order = 1.5",
        "[parameters]",
        "[[parameters]]",
        "press = 100",
        "press = nan",
        "press = true",
        "press = 1979-05-27",
        "press = { a = [1] }",
        "press = 0x" + "f" * 5000,
        'tape = "all"',
        'tape = ""',
        "tape = 3",
        'language = "nl"',
        "language = 3",
        'profile = "contrast"',
        "profile = []",
        "zoom = 1.5",
        "zoom = true",
        "zoom = inf",
        "zoom = 0x" + "f" * 5000,
        "reduced_motion = true",
        "auto_slow = 0",
        '"" = 1',
        "a = " + "[" * 4000,
    ]
)


@st.composite
def _mutated(draw: st.DrawFn, good: bytes) -> bytes:
    data = bytearray(good)
    for _ in range(draw(st.integers(1, 6))):
        begin = draw(st.integers(0, len(data)))
        end = min(len(data), begin + draw(st.integers(0, 6)))
        data[begin:end] = draw(st.binary(max_size=4))
    return bytes(data[: draw(st.one_of(st.none(), st.integers(0, len(data))))])


def damaged(good: bytes) -> st.SearchStrategy[bytes]:
    """A file with bytes flipped, lost or added, other bytes, or lines that do not belong."""
    return st.one_of(
        _mutated(good),
        st.binary(max_size=200),
        st.lists(LINE, max_size=6).map(lambda lines: "\n".join(lines).encode()),
    )
