"""JavaScript in compiled libraries, laid out as a script."""

import json
import re
import zipfile
from pathlib import Path

from scenes.web.evaluated import as_script, texts
from tests.scenes.web.test_wasm import library


def test_the_texts_of_all_libraries_are_found(tmp_path: Path) -> None:
    wheel = tmp_path / "a.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("pygame/base.so", library(b"...{ return $0; }\0if (1) {}\0...", 3, 28))
        archive.writestr("pygame/other.py", b"")
    assert texts(wheel.read_bytes()) == ["{ return $0; }", "if (1) {}"]


def test_the_script_has_each_function_under_what_the_loader_evaluates() -> None:
    script = as_script(["{ return $0 + $1; }", "if (1) {}"]).decode()
    keys = [json.loads(text) for text in re.findall(r'^\[(".*?"), \(', script, re.MULTILINE)]
    assert keys == ["($0,$1) => { { return $0 + $1; } };", "() => { if (1) {} };"]
    assert script.count("=> { if (1) {} }") == 2
