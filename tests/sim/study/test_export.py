"""What is exported is written as a whole, or not at all."""

from pathlib import Path
from xml.etree import ElementTree as Xml

from sim.catalogue import FORMATS
from sim.study.export import WRITERS
from tests.terminal import complaint, report


def test_every_form_has_a_writer() -> None:
    assert tuple(WRITERS) == FORMATS


def test_a_spine_is_written_in_the_state_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "spine.xml"
    out = ("--format", "mjcf", "--out", str(path))
    said = report("export", "spine", "--set", "long_muscles=0.37", *out)
    assert (said["scene"], said["format"]) == ("spine", "mjcf")
    assert said["parameters"]["abdominals"] == 0.37
    assert "friction" in said["left_out"]
    root = Xml.fromstring(path.read_text())
    assert [body.get("name") for body in root.iter("body")] == [
        *("L5", "L4", "L3", "L2", "L1", "thorax")
    ]
    assert "abdominals 0.37" in path.read_text()
    assert list(tmp_path.iterdir()) == [path]


def test_a_bad_setting_leaves_nothing(tmp_path: Path) -> None:
    out = ("--format", "mjcf", "--out", str(tmp_path / "spine.xml"))
    assert "from 0 to 1" in complaint("export", "spine", "--set", "multifidus=2", *out)
    assert list(tmp_path.iterdir()) == []
