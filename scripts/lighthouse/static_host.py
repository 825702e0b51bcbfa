"""Serves a built site as a static host does: compressed, with what its `_headers` asks for, and its own page where none is."""

import gzip
import mimetypes
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fnmatch import fnmatch
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

Rules = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
"""Headers for every path that fits a pattern."""

Tell = Callable[[str, int], None]

_WORDS = (".css", ".html", ".js", ".json", ".svg", ".txt", ".webmanifest", ".xml")
# Python 3.11 does not know them all.
mimetypes.add_type("image/webp", ".webp")
mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("application/manifest+json", ".webmanifest")


@contextmanager
def served(folder: Path, port: int = 0, tell: Tell = lambda _kind, _size: None) -> Iterator[str]:
    """Serve a site on this machine alone while the block runs, at any port for 0; gives its address.

    `tell` hears of each answer, from a thread of its own: the content's type, and how many bytes are sent.
    """
    server = _Server(("127.0.0.1", port), _handler(folder.resolve(), read_rules(folder / "_headers"), tell))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def read_rules(file: Path) -> Rules:
    """Read `_headers`: a pattern on a line of its own, its headers indented below it; a site may do without."""
    if not file.is_file():
        return ()
    rules: list[tuple[str, list[tuple[str, str]]]] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            rules[-1][1].append((name, value))
        elif line:
            rules.append((line, []))
    return tuple((pattern, tuple(headers)) for pattern, headers in rules)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, *_: Any) -> None:
        """Say nothing: a browser that has seen enough breaks off what it was loading."""


def _handler(folder: Path, rules: Rules, tell: Tell) -> type[BaseHTTPRequestHandler]:
    # Kept as long as the site is served: the next one at the same place is another.
    content = lru_cache(maxsize=500)(_content)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            file = (folder / path.lstrip("/") / ("index.html" if path.endswith("/") else "")).resolve()
            is_there = file.is_relative_to(folder) and file.is_file()
            data, is_packed = content(file if is_there else folder / "404.html")
            self.send_response(200 if is_there else 404)
            (_, kind), *_ = headers = list(_headers(path, file, rules, is_there=is_there))
            for name, value in headers:
                self.send_header(name, value)
            if is_packed:
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)
            tell(kind, len(data))

        def log_message(self, *_: Any) -> None:
            pass

    return Handler


def _headers(path: str, file: Path, rules: Rules, *, is_there: bool) -> Iterator[tuple[str, str]]:
    kind = (mimetypes.guess_type(file.name)[0] if is_there else "text/html") or "application/octet-stream"
    yield "Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
    yield "Vary", "Accept-Encoding"
    asked = [header for pattern, headers in rules if fnmatch(path, pattern) for header in headers]
    yield from asked
    if not any(name == "Cache-Control" for name, _ in asked):
        yield "Cache-Control", "public, max-age=0, must-revalidate"


def _content(file: Path) -> tuple[bytes, bool]:
    """Give the bytes that are sent for a file, and whether they are compressed."""
    data = file.read_bytes()
    return (gzip.compress(data, 6), True) if file.suffix in _WORDS else (data, False)
