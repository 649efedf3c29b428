"""The sheet to take home: pages, margins, words, and what is refused."""

import io
import re
import subprocess
import sys
import zlib
from datetime import date
from pathlib import Path
from typing import Any

import fpdf
import pytest
from pypdf import PdfReader

import run
from scenes.exercises.catalogue import exercises, find
from scenes.exercises.clinicians_note import MOST_NOTE, NOTE_LINES
from scenes.exercises.printed_pages import HEIGHT, MARGIN, SMALL, WIDTH
from scenes.exercises.printed_sheet import BADGE, handout_pdf
from scenes.exercises.session import Session
from scenes.text.words import Words
from sim.catalogue import LANGUAGES
from tests.scenes.exercises.player import STOP
from tests.terminal import call, complaint, Outcome

NAMES = list(exercises())
TODAY = date(2026, 3, 5)
POINT = 25.4 / 72  # mm
LONG_NOTE = "\n".join(["Rustig beginnen, elke dag een keer of drie."] * NOTE_LINES)
NUMBER = re.compile(r"-?\d*\.?\d+")
NUMBERS = {"m": 2, "l": 2, "Td": 2, "c": 6, "re": 4}  # before each command that has a place


def pages(data: bytes) -> list[str]:
    """The drawing commands of every page."""
    found = []
    for head, body in re.findall(rb"<<([^>]*)>>\s*stream\n(.*?)\nendstream", data, re.DOTALL):
        if b"FlateDecode" in head and b"Length1" not in head:
            text = zlib.decompress(body).decode("latin-1")
            if re.search(r" (re|m|Td)\b", text):
                found.append(text)
    return found


def corners(page: str) -> list[tuple[float, float]]:
    """Every point of a path and every start of a line of text [mm from the top left]."""
    found = []
    words = page.split()
    for i, word in enumerate(words):
        given = words[max(0, i - NUMBERS.get(word, 0)) : i]
        if not given or not all(map(NUMBER.fullmatch, given)):
            continue  # not a command, or part of what is written
        x, y = map(float, given[-2:])
        if word == "re":
            left, top = map(float, given[:2])
            found += [(left, top), (left + x, top + y)]
        else:
            found.append((x, y))
    return [(x * POINT, HEIGHT - y * POINT) for x, y in found]


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, float, float]]:
    """Every text that is written, with the left and right end of its column [mm]."""
    found: list[tuple[str, float, float]] = []
    write = fpdf.FPDF.multi_cell
    within: list[bool] = []  # a dry run calls itself again

    def spy(self: fpdf.FPDF, w: float, h: float, text: str, **options: Any) -> Any:  # noqa: ANN401
        if not (within or options.get("dry_run")):
            found.append((text, self.x, self.x + w))
        within.append(True)
        try:
            return write(self, w, h, text, **options)
        finally:
            within.pop()

    monkeypatch.setattr(fpdf.FPDF, "multi_cell", spy)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [1, 4, 8])
@pytest.mark.parametrize("note", ["", LONG_NOTE, "W" * MOST_NOTE], ids=["none", "lines", "wide"])
def test_a_sheet_has_one_or_two_pages_and_keeps_its_margins(
    language: str, count: int, note: str, written: list[tuple[str, float, float]]
) -> None:
    data = handout_pdf(Words(language), Session(NAMES[:count], note=note), TODAY)
    found = pages(data)
    assert data.count(b"/Type /Page\n") == len(found)
    assert len(found) <= 2
    assert count > 1 or len(found) == 1
    assert count > 4 or note or len(found) == 1
    for page in found:
        places = corners(page)
        assert len(places) > 10
        for x, y in places:
            assert MARGIN - 0.3 <= x <= WIDTH - MARGIN + 0.3
            assert MARGIN - 0.3 <= y <= HEIGHT - MARGIN + 0.3
    for text, left, right in written:
        assert left >= MARGIN - 0.01, text
        assert right <= WIDTH - MARGIN + 0.01, text


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_belongs_on_it_is_on_it(
    language: str, written: list[tuple[str, float, float]]
) -> None:
    words = Words(language)
    session = Session(["plank", "draw_in"], note="Bel gerust: ** 12-34 **")
    session.change("plank", "seconds", 5)
    handout_pdf(words, session, TODAY)
    whole = "\n".join(text for text, _, _ in written)
    for name in session.chosen:
        for ending in ("", "_do", "_feel", "_breathe"):
            assert words(f"exercise.{name}{ending}") in whole
        assert session.dose(name).words(words, sided=False) in whole
    assert whole.index(words("exercise.plank_do")) < whole.index(words("exercise.draw_in_do"))
    assert words("exercise.bridge") not in whole
    assert session.note in whole
    for part in STOP[language]:
        assert part in whole


def test_figures_are_shapes_and_the_font_is_in_it() -> None:
    data = handout_pdf(Words("nl"), Session(["bird_dog"]), TODAY)
    assert b"/Subtype /Image" not in data
    assert b"AtkinsonHyperlegibleNext" in data
    assert data.count(b"/FontFile2") == 4  # two weights, each with its signs
    (page,) = pages(data)
    assert len(re.findall(r"\bf\b", page)) > 40


def test_the_same_sheet_is_the_same_file_in_every_process(tmp_path: Path) -> None:
    arguments = ["handout", "--exercises", "plank,exhale", "--lang", "nl", "--note", "é"]
    files = []
    for number in range(2):
        path = tmp_path / f"{number}.pdf"
        command = [sys.executable, run.__file__, *arguments, "--out", str(path)]
        subprocess.run(command, check=True, timeout=120)
        files.append(path.read_bytes())
    assert files[0] == files[1]
    assert files[0].startswith(b"%PDF-")


def test_it_needs_no_window(tmp_path: Path) -> None:
    code = (
        "import sys, run\n"
        "assert run.main(sys.argv[1:]) == 0\n"
        "assert not {'pygame', 'pymunk'} & set(sys.modules)\n"
    )
    arguments = ["handout", "--exercises", "plank", "--out", str(tmp_path / "a.pdf")]
    folder = Path(run.__file__).parent
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=folder, timeout=120, check=False
    )
    assert done.returncode == 0


def test_doses_and_lines_from_the_command_line(
    tmp_path: Path, written: list[tuple[str, float, float]]
) -> None:
    path = tmp_path / "sheet.pdf"
    outcome = call(
        *("handout", "--exercises", "bridge, plank,bridge", "--lang", "en", "--out", str(path)),
        *("--dose", "plank=3x10x20", "--note", "Every morning."),
    )
    assert outcome == Outcome(0, "", "")
    whole = [text for text, _, _ in written]
    assert "**3 times 10 × 20 counts**" in whole
    default = find("bridge").dose.words(Words("en"), sided=False)
    assert whole.count(f"**{default}**") == 1
    assert "Every morning." in whole
    assert [file.name for file in tmp_path.iterdir()] == ["sheet.pdf"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--exercises", "plunk"), "did you mean plank"),
        (("--exercises", ""), "unknown exercise ''"),
        (("--exercises", "plank", "--lang", "de"), "unknown language 'de'"),
        (("--exercises", "plank", "--dose", "plank=3x10"), "NAME=SETSxREPETITIONSxSECONDS"),
        (("--exercises", "plank", "--dose", "plank=9x1x1"), "from 1 to 5"),
        (("--exercises", "plank", "--dose", "bridge=1x1x1"), "not among the exercises"),
        (("--exercises", "plank", "--note", "x" * (MOST_NOTE + 1)), "at most 300 characters"),
        (("--exercises", "plank", "--note", "x\n" * NOTE_LINES), "6 lines"),
        (("--exercises", "plank", "--note", "漢"), "漢 (CJK UNIFIED IDEOGRAPH-6F22)"),
        (("--exercises", "plank", "--text-scale", "3"), "from 1 to 2"),
        ((), "--exercises"),
    ],
)
def test_bad_arguments_are_refused_in_one_line(
    arguments: tuple[str, ...], says: str, tmp_path: Path
) -> None:
    assert says in complaint("handout", *arguments, "--out", str(tmp_path / "never.pdf"))
    assert list(tmp_path.iterdir()) == []


def test_without_the_library_one_sentence_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fpdf", None)
    path = tmp_path / "never.pdf"
    said = complaint("handout", "--exercises", "plank", "--out", str(path))
    assert "extra 'handout'" in said
    assert not path.exists()


def test_without_exercises_there_is_no_sheet() -> None:
    with pytest.raises(ValueError, match="at least one exercise"):
        handout_pdf(Words("nl"), Session(), TODAY)


def read(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data))


def elements(reader: PdfReader) -> list[Any]:
    """What a screen reader finds, in its order."""
    root: Any = reader.trailer["/Root"]
    document = root["/StructTreeRoot"]["/K"][0].get_object()
    assert document["/S"] == "/Document"
    return [element.get_object() for element in document["/K"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_can_be_read_aloud_with_headings_and_words_for_every_pose(language: str) -> None:
    words = Words(language)
    session = Session(["plank", "draw_in"], note="Rustig aan.")
    reader = read(handout_pdf(words, session, TODAY))
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == language
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == words("sheet.title")
    found = elements(reader)
    kinds = [element["/S"] for element in found]
    assert kinds[0] == "/H1"
    assert kinds.count("/H1") == 1
    assert kinds.count("/H2") == len(session.chosen) + 2
    told = [element["/Alt"] for element in found if element["/S"] == "/Figure"]
    poses = [f"exercise.{name}_{way}" for name in session.chosen for way in ("start", "hold")]
    assert told == [words(pose) for pose in poses]
    for page in reader.pages:  # each tag is drawn once, and all that is drawn has one
        content: Any = page.get_contents()
        marks = re.findall(rb"/(\w+) <</MCID (\d+)>> BDC", content.get_data())
        reference: Any = page.indirect_reference
        own = [element for element in found if element.raw_get("/Pg").idnum == reference.idnum]
        assert sorted(int(number) for _, number in marks) == list(range(len(own)))
        bare = re.sub(rb"(?s)(<</MCID \d+>> BDC|/Artifact BMC).*?EMC", b"", content.get_data())
        assert not re.search(rb"\b(Tj|TJ|f|re|S)\b", bare)


def test_its_words_come_out_in_reading_order_with_day_and_practice_line() -> None:
    words = Words("nl")
    reader = read(handout_pdf(words, Session(["plank", "bridge"], note="Tot\tdinsdag"), TODAY))
    text = " ".join(page.extract_text() for page in reader.pages).replace("\n", " ")
    keys = ["sheet.title", "sheet.about", "exercise.plank_do", "exercise.plank_breathe"]
    keys += ["exercise.bridge_do", "sheet.note", "exercise.stop_head", "sheet.disclaimer"]
    places = [text.index(words(key)) for key in keys]
    assert places == sorted(places)
    assert "5 maart 2026" in text
    assert text.count("Gedaan:") == 2
    assert "Tot dinsdag" in text


def test_letters_that_clinicians_type_are_there_and_embedded() -> None:
    note = "± ≤ ≥ µ → ✓ ° × ½ € Ωμέγα Жизнь"
    reader = read(handout_pdf(Words("nl"), Session(["plank"], note=note), TODAY))
    assert note in reader.pages[0].extract_text()
    resources: Any = reader.pages[0]["/Resources"]
    fonts = [font.get_object() for font in resources["/Font"].values()]
    described = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts]
    assert len(described) == 3  # both weights, and the one that has the signs
    assert all("/FontFile2" in font.get_object() for font in described)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [1, 3, 8])
@pytest.mark.parametrize("zoom", [1.2, 1.5, 2.0])
def test_large_print_has_at_most_four_pages_and_keeps_its_margins(
    language: str, count: int, zoom: float, written: list[tuple[str, float, float]]
) -> None:
    session = Session(NAMES[:count], note=LONG_NOTE)
    data = handout_pdf(Words(language), session, TODAY, zoom=zoom)
    found = pages(data)
    assert len(found) <= 4
    for page in found:
        for x, y in corners(page):
            assert MARGIN - 0.3 <= x <= WIDTH - MARGIN + 0.3
            assert MARGIN - 0.3 <= y <= HEIGHT - MARGIN + 0.3
    for text, left, right in written:
        assert left >= MARGIN - 0.01, text
        assert right <= WIDTH - MARGIN + 0.01, text
    sizes = {float(size) for page in found for size in re.findall(r"/F\d+ ([\d.]+) Tf", page)}
    smallest = min(sizes - {BADGE})
    assert smallest > SMALL
    assert count > 3 or smallest == pytest.approx(SMALL * zoom, abs=0.1)
