"""Text with bold runs, paragraphs and bullets, broken into lines."""

import pygame
from hypothesis import given, settings
from hypothesis import strategies as st

from scenes.draw.look import Look, SEMIBOLD
from scenes.draw.palette import DEFAULT
from scenes.widgets.rich_text import RichText
from scenes.widgets.typeset import wrap


def words(text: RichText, look: Look, width: int) -> str:
    lines = text.layout(look, width).lines
    return " ".join(" ".join(run.text for run in line.runs) for line in lines)


def test_bold_runs_keep_their_neighbours_together(plain: Look) -> None:
    (line,) = RichText("a **bold** word, **b**c").layout(plain, 1000).lines
    assert [(run.text, run.weight == SEMIBOLD) for run in line.runs] == [
        ("a", False),
        ("bold", True),
        ("word,", False),
        ("b", True),
        ("c", False),
    ]
    assert line.runs[4].x == line.runs[3].x + plain.measure("b", 20, SEMIBOLD)


def test_paragraphs_and_bullets(plain: Look) -> None:
    text = RichText("one\n\n- two " + "and more " * 12 + "\nthree\n")
    first, second, *_, last = text.layout(plain, 300).lines
    assert second.bullet
    assert not first.bullet
    assert second.y > first.y + plain.line_height(20)
    assert second.runs[0].x > first.runs[0].x == last.runs[0].x
    assert text.height(plain, 300) == last.y + plain.line_height(20)


def test_max_lines_ends_in_an_ellipsis(plain: Look) -> None:
    text = RichText("many words " * 30, max_lines=2)
    layout = text.layout(plain, 300)
    assert layout.cut
    assert len(layout.lines) == 2
    assert layout.lines[-1].runs[-1].text.endswith("…")
    assert not RichText("short", max_lines=2).layout(plain, 300).cut


def test_a_number_keeps_its_unit(plain: Look) -> None:
    for number, unit in (("30", "%"), ("1,5", "kPa"), ("9", "N m"), ("25", "ms")):
        text = f"smaller {number} {unit} altogether"
        room = plain.measure(f"smaller {number} ", 20)
        assert wrap(text, plain.font(20), room)[:2] == ("smaller", f"{number} {unit}")
        first, second, *_ = RichText(text).layout(plain, room).lines
        assert [run.text for run in first.runs + second.runs] == ["smaller", f"{number} {unit}"]
    assert wrap("7 men", plain.font(20), plain.measure("men", 20)) == ("7", "men")


def test_no_break_space_does_not_break(plain: Look) -> None:
    lines = wrap("push of 0,3\u00a0N", plain.font(20), plain.measure("push of 0,3 ", 20))
    assert lines == ("push of", "0,3\u00a0N")


@settings(max_examples=100, deadline=None)
@given(
    text=st.text(alphabet="ab cdefghij*-\n,.", max_size=200),
    width=st.integers(40, 600),
    zoom=st.sampled_from([1.0, 1.5, 2.0]),
)
def test_never_wider_than_its_place_and_nothing_lost(text: str, width: int, zoom: float) -> None:
    pygame.font.init()
    look = Look(DEFAULT, 1.0, zoom)
    block = RichText(text)
    layout = block.layout(look, width)
    for line in layout.lines:
        for run in line.runs:
            end = run.x + look.measure(run.text, 20, run.weight)
            assert end <= width + 3 or len(run.text) == 1
    flat = "".join(words(block, look, width).split())
    # Each line is a paragraph of its own: a sign of bold does not reach across.
    expected = "".join(
        line.removeprefix("- ").replace("**", "") for line in text.strip().split("\n")
    )
    assert flat == "".join(expected.split())
    assert layout.height == block.height(look, width)
