"""Serves the page to the phones of a room: its own files from memory, and nothing else."""

import hashlib
import io
import ipaddress
import socket
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

import platformdirs
import segno

from scenes.web.folder import SiteFolder
from sim.parameter import UserError

PORT = 8000
PATIENCE = 10.0  # s that a connection may say nothing before it is closed
QUEUE = 128  # connections that wait to be taken
ELSEWHERE = ("192.0.2.1", 9)  # an address kept for examples: nothing is sent to it
UNLIMITED = 4096  # open files that a room full of phones may need
PLAIN = "application/octet-stream"
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".zip": "application/zip",
}


@dataclass(frozen=True)
class Entry:
    """A file as it is sent: as it is, and packed where that makes it smaller."""

    kind: str
    tag: str
    plain: bytes
    packed: bytes


def entries_of(files: Mapping[str, bytes]) -> dict[str, Entry]:
    """How the files of a site are sent; those packed by gzip lie beside what they hold."""
    return {
        name: Entry(
            TYPES.get(PurePosixPath(name).suffix, PLAIN),
            f'"{hashlib.sha256(data).hexdigest()[:32]}"',
            data,
            files.get(f"{name}.gz", b""),
        )
        for name, data in files.items()
    }


class _Answers(BaseHTTPRequestHandler):
    """Answers one visitor."""

    protocol_version = "HTTP/1.1"
    server_version, sys_version = "Spinestack", ""
    timeout = PATIENCE

    def __init__(self, entries: Mapping[str, Entry], *given: Any) -> None:  # noqa: ANN401
        self._entries = entries
        super().__init__(*given)

    def do_GET(self) -> None:
        """Send a file."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Say what a file is."""
        self._answer(with_body=False)

    def _answer(self, *, with_body: bool) -> None:
        name = unquote(urlsplit(self.path).path).removeprefix("/") or "index.html"
        entry = self._entries.get(name)
        if entry is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        known = self.headers.get("If-None-Match") == entry.tag
        takes = "gzip" in self.headers.get("Accept-Encoding", "")
        body = entry.packed if takes and entry.packed else entry.plain
        self.send_response(HTTPStatus.NOT_MODIFIED if known else HTTPStatus.OK)
        self.send_header("ETag", entry.tag)
        self.send_header("Cache-Control", "no-cache")
        self.send_header("Vary", "Accept-Encoding")
        if not known:
            self.send_header("Content-Type", entry.kind)
            self.send_header("X-Content-Type-Options", "nosniff")
            self.send_header("Content-Length", str(len(body)))
            if body is not entry.plain:
                self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        if with_body and not known:
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: ANN401
        """Say nothing: who looks at the page is nobody's business."""


class PageServer(ThreadingHTTPServer):
    """Serves files by their names. Raises UserError where the port can not be had."""

    daemon_threads = True
    request_queue_size = QUEUE
    allow_reuse_address = sys.platform != "win32"  # there it would let two servers share a port

    def __init__(self, files: Mapping[str, bytes], port: int) -> None:
        try:
            super().__init__(("", port), partial(_Answers, entries_of(files)))
        except OSError as error:
            other = port + 1 if port < 65535 else PORT
            raise UserError(
                f"can not serve at port {port} ({error.strerror}): "
                f"choose another one, such as --port {other}"
            ) from None

    def handle_error(self, request: object, client_address: object) -> None:
        """A visitor who goes away in the middle is no error."""


def addresses() -> list[str]:
    """The addresses by which others in the network reach this machine, the likeliest first."""
    found = []
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(ELSEWHERE)
        found.append(probe.getsockname()[0])
    with suppress(OSError):
        named = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
        found += [place[4][0] for place in named]
    return [one for one in dict.fromkeys(found) if not ipaddress.ip_address(one).is_loopback]


def told(port: int, found: list[str]) -> str:
    """What is printed while the page is served: its address as text and as a code to scan."""
    if not found:
        return (
            f"The page is at http://localhost:{port}/, for this machine alone: it is in no network."
            "\nJoin one that the phones are in as well, and start again. Ctrl+C stops."
        )
    address = f"http://{found[0]}:{port}/"
    code = io.StringIO()
    segno.make(address, error="m", micro=False).terminal(out=code, compact=True)
    others = "".join(f"\nAlso: http://{one}:{port}/" for one in found[1:])
    return f"{code.getvalue()}\nThe page is at {address}{others}\nCtrl+C stops."


def cache() -> Path:
    """The folder of a site that is only served."""
    return platformdirs.user_cache_path("spinestack", appauthor=False) / "site"


def serve_site(folder: Path, port: int) -> None:
    """Serve a site until Ctrl+C. Raises UserError where the port can not be had."""
    _allow_many()
    with PageServer(SiteFolder(folder).read(), port) as server, suppress(KeyboardInterrupt):
        text = told(server.server_port, addresses())
        try:
            print(text, flush=True)
        except UnicodeEncodeError:  # a terminal without the blocks of a code
            print("\n".join(text.splitlines()[-2:]), flush=True)
        server.serve_forever()


def _allow_many() -> None:
    """Let the system give a file to every connection of a full room."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on every system

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        most = UNLIMITED if hard == resource.RLIM_INFINITY else min(hard, UNLIMITED)
        if soft < most:
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
