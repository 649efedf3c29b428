"""The page is served to a room: its own files and nothing else, whatever anybody sends."""

import gzip
import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

import run
from scenes.web import serve as serving
from scenes.web.serve import addresses, PageServer, PORT, told
from sim.parameter import UserError
from tests.terminal import complaint

TEXT = b"const answer = 42;\n" * 200
FILES = {
    "index.html": b"<!doctype html>",
    "start.js": TEXT,
    "start.js.gz": gzip.compress(TEXT),
    "deep/engine.wasm": b"\0asm" + bytes(range(256)),
}


@pytest.fixture
def port() -> Iterator[int]:
    with PageServer(FILES, 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


Answer = tuple[int, dict[str, str], bytes]


def ask(port: int, path: str, method: str = "GET", **headers: str) -> Answer:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
        connection.putrequest(method, path, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()


def test_every_file_comes_whole_with_its_type(port: int) -> None:
    kinds = {
        "/": "text/html",
        "/start.js": "text/javascript",
        "/deep/engine.wasm": "application/wasm",
    }
    for path, kind in kinds.items():
        status, headers, body = ask(port, path)
        assert status == 200
        assert headers["Content-Type"].startswith(kind)
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert body == FILES[path.removeprefix("/") or "index.html"]
        assert ask(port, path, "HEAD")[2] == b""
        assert ask(port, path, If_None_Match=headers["ETag"])[::2] == (304, b"")
    assert ask(port, "/?scene=blocks&press=60#x")[0] == 200


def test_who_takes_packed_files_gets_them_packed(port: int) -> None:
    _, headers, body = ask(port, "/start.js", Accept_Encoding="br, gzip")
    assert headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(body) == TEXT
    assert len(body) < len(TEXT) / 10
    assert "Content-Encoding" not in ask(port, "/deep/engine.wasm", Accept_Encoding="gzip")[1]


@pytest.mark.parametrize(
    "path",
    ["/../run.py", "/%2e%2e/run.py", "/deep/../index.html", "//etc/passwd", "/etc/passwd", "/deep",
     "/deep/", "/start.js/", "/start.js%00", "/.git/config", "\\..\\run.py", "/index.html\n"],
)  # fmt: skip
def test_nothing_else_is_there(port: int, path: str) -> None:
    with closing(socket.create_connection(("127.0.0.1", port), timeout=20)) as visitor:
        visitor.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        answer = visitor.makefile("rb").read()
    assert (
        answer.split()[1] in (b"404", b"400") if path != "/index.html\n" else b"200" not in answer
    )
    assert b"import" not in answer


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "XYZ"])
def test_other_methods_are_refused(port: int, method: str) -> None:
    assert ask(port, "/", method)[0] == 501


def test_a_thousand_that_say_nothing_do_not_stop_it(port: int) -> None:
    serving._allow_many()
    idle = [socket.create_connection(("127.0.0.1", port), timeout=20) for _ in range(1000)]
    try:
        for _ in range(3):
            assert ask(port, "/start.js")[2] == TEXT
    finally:
        for visitor in idle:
            visitor.close()
    assert ask(port, "/start.js")[2] == TEXT


def test_noise_and_visitors_who_leave_do_not_stop_it(port: int) -> None:
    for noise in (b"\xff\xfe\x00" * 99, b"GET", b"GET / HTTP/9.9\r\n\r\n", b"\r\n" * 50):
        with closing(socket.create_connection(("127.0.0.1", port), timeout=20)) as visitor:
            visitor.sendall(noise)
    assert ask(port, "/")[0] == 200


def test_a_port_that_is_taken_is_told_with_another_one(port: int) -> None:
    with pytest.raises(UserError, match=f"port {port} .* such as --port {port + 1}"):
        PageServer(FILES, port)


def test_only_addresses_that_others_reach_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not [one for one in addresses() if one.startswith("127.")]
    assert "localhost:8000" in told(PORT, [])
    assert "in no network" in told(PORT, [])


def test_the_code_in_the_terminal_leads_to_the_page() -> None:
    text = told(PORT, ["192.0.2.7", "198.51.100.9"])
    assert "The page is at http://192.0.2.7:8000/\n" in text
    assert "Also: http://198.51.100.9:8000/" in text
    rows = [row for row in text.splitlines() if {*row} & {"▀", "▄", "█"}]
    # Two rows of the code in each line: upper and lower halves are white where there is a block.
    halves = {"█": (255, 255), "▀": (255, 0), "▄": (0, 255), " ": (0, 0)}
    lines = [[halves[sign] for sign in row] for row in rows]
    pixels = [bytes(half[part] for half in line) for line in lines for part in (0, 1)]
    image = Image.frombytes("L", (len(pixels[0]), len(pixels)), b"".join(pixels))
    wide = image.resize((8 * image.width, 8 * image.height), Image.Resampling.NEAREST)
    (found,) = zxingcpp.read_barcodes(wide)
    assert found.text == "http://192.0.2.7:8000/"


def test_the_command_lays_the_page_out_serves_it_and_stops(tmp_path: Path) -> None:
    with closing(socket.create_server(("", 0))) as free:
        number = free.getsockname()[1]
    code = (
        "import sys, run\n"
        "from scenes.web import build\n"
        "build.wheels = build.runtime = lambda folder: {}\n"
        "build.lean_archives = lambda *_: {}\n"
        "build.site = lambda *_: {'index.html': b'<!doctype html>'}\n"
        "sys.exit(run.main())\n"
    )
    command = [sys.executable, "-u", "-c", code, "web", "--serve", "--port", str(number)]
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path), "PYTHONIOENCODING": "utf-8"}
    folder = Path(run.__file__).parent
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as served:
        assert served.stdout is not None
        for line in served.stdout:
            if "Ctrl+C" in line:
                break
        assert ask(number, "/")[2] == b"<!doctype html>"
        served.send_signal(signal.SIGINT)
        try:
            assert served.wait(timeout=30) == 0
        finally:
            served.kill()
    assert list(tmp_path.rglob("index.html"))


def test_the_command_needs_a_folder_or_serves() -> None:
    assert "--out --serve" in complaint("web")
    assert "from 1 to 65535" in complaint("web", "--serve", "--port", "0")
    assert "not allowed with" in complaint("web", "--serve", "--out", "site")
