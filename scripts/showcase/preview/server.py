"""The server gives responses to browsers on this machine and to nobody else; it writes no file.

It listens on 127.0.0.1 alone and answers only those who asked for that host: a page of another site whose name was made
to point here (DNS rebinding) gets nothing.
"""

import json
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from io import BufferedReader, RawIOBase
from socket import socket
from threading import Semaphore
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

from showcase.preview.response import Responder, Response
from showcase.preview.session import Session
from showcase.words.digest import digest_of

HOST = "127.0.0.1"
_HOSTS = {HOST, "localhost"}
_LISTEN = "/_xem-truoc/nghe"
_OWN = {"/_xem-truoc.js": ("preview.js", "text/javascript"), "/_xem-truoc.css": ("preview.css", "text/css")}
_PATIENCE = 30.0
"""Seconds that a page waits for its model to be read."""
_PORTS = range(8000, 8020)
_HEARTBEAT = 10.0
"""Seconds: a word to the browser, by which we also find out that it has gone."""
_TEXT = "text/plain; charset=utf-8"
MOST = 64
"""Connections: a browser opens six, and one more for each page that it shows."""
IDLE, SENDING = 15.0, 30.0
"""Seconds: for a request to come whole, after the one before; for an answer to be taken."""
_NEARLY_NOTHING = 0.001
_BUSY = b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class PreviewServer(ThreadingHTTPServer):
    """One thread for each connection, of which there are not too many; none of them keeps the program alive."""

    daemon_threads = True
    request_queue_size = MOST
    # On Windows the option lets two programs share a port; elsewhere it lets us have the one that we just left.
    allow_reuse_address = sys.platform != "win32"

    def __init__(self, port: int, session: Session, responder: Responder) -> None:
        """Take the port (0 for any); raises OSError where it is taken."""
        super().__init__((HOST, port), _Handler)
        self.session = session
        self.responder = responder
        self._free = Semaphore(MOST)

    @property
    def url(self) -> str:
        """The address to open."""
        return f"http://{HOST}:{self.server_address[1]}/"

    def process_request(self, request: socket, client_address: object) -> None:  # type: ignore[override] # it is no datagram
        """Begin with a connection; one too many is told so, and those of which nothing comes soon make room."""
        if self._free.acquire(blocking=False):
            super().process_request(request, client_address)
            return
        request.settimeout(_NEARLY_NOTHING)
        with suppress(OSError):
            request.sendall(_BUSY)
        self.shutdown_request(request)

    def process_request_thread(self, request: socket, client_address: object) -> None:  # type: ignore[override] # as above
        """Serve a connection to its end."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._free.release()

    def handle_error(self, request: object, client_address: object) -> None:
        """Keep silent of browsers that went away in the middle; our own mistakes are told."""
        if not isinstance(sys.exc_info()[1], ConnectionError | TimeoutError):
            super().handle_error(request, client_address)  # type: ignore[arg-type] # socketserver's own types are narrower


class _Incoming(RawIOBase):
    """What comes over a connection until a certain moment; raises TimeoutError after it."""

    until = 0.0

    def __init__(self, connection: socket) -> None:
        """Take the connection."""
        super().__init__()
        self._connection = connection

    def readable(self) -> bool:
        """Say that this can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read what has come."""
        self._connection.settimeout(max(self.until - time.monotonic(), _NEARLY_NOTHING))
        return self._connection.recv_into(buffer)


def open_server(port: int | None, session: Session, models: str) -> PreviewServer:
    """Give a server at a port, or at the first free one of twenty; raises OSError where there is none."""
    *first, last = _PORTS if port is None else (port,)
    for number in first:
        try:
            return PreviewServer(number, session, Responder(models))
        except OSError:
            continue
    return PreviewServer(last, session, Responder(models))


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "showcase", ""

    def setup(self) -> None:
        """Read requests by a clock that stands still for nobody who sends a letter now and then."""
        super().setup()
        self._incoming = _Incoming(self.connection)
        self.rfile = BufferedReader(self._incoming)

    def handle_one_request(self) -> None:
        """Wait for a request, not for ever, and answer it."""
        self._incoming.until = time.monotonic() + IDLE
        super().handle_one_request()

    def parse_request(self) -> bool:
        """Read the headers; from then on the time is the answer's."""
        is_sound = super().parse_request()
        self.connection.settimeout(SENDING)
        return is_sound

    def do_GET(self) -> None:
        """Answer a browser."""
        if urlsplit(f"//{self.headers.get('Host', '')}").hostname not in _HOSTS:
            self._answer(421, _TEXT, "Máy chủ xem trước chỉ phục vụ trên máy này.".encode())
            return
        address = urlsplit(self.path)
        if address.path == _LISTEN:
            self._keep_telling({key: value[0] for key, value in parse_qs(address.query).items()})
        elif address.path in _OWN:
            name, kind = _OWN[address.path]
            self._answer(200, f"{kind}; charset=utf-8", (files("showcase") / "templates/parts" / name).read_bytes())
        else:
            self._give(unquote(address.path).removeprefix("/"))

    do_HEAD = do_GET  # noqa: N815 - the library asks for this name; the answer leaves the body out

    def log_message(self, *_: object) -> None:
        """Say nothing of single requests."""

    def _give(self, where: str) -> None:
        response = self._response(where)
        if response.status == 404 and where and not where.endswith("/") and self._response(f"{where}/").status == 200:
            self._answer(302, _TEXT, b"", {"Location": f"/{quote(where)}/"})
            return
        self._answer(response.status, response.kind, response.body)

    def _response(self, where: str) -> Response:
        """Give the response; while models are still being read, what is not there may yet come."""
        session, responder = self.server.session, self.server.responder
        snapshot, end = session.snapshot, time.monotonic() + _PATIENCE
        response = responder.response(snapshot, where)
        while response.status == 404 and snapshot.is_judging and time.monotonic() < end:
            snapshot = session.wait(snapshot.number, end - time.monotonic())
            response = responder.response(snapshot, where)
        return response

    def _answer(self, status: int, kind: str, body: bytes, more: Mapping[str, str] | None = None) -> None:
        digest = f'"{digest_of(body)}"'
        is_known = status == 200 and self.headers.get("If-None-Match") == digest
        size = {} if is_known else {"Content-Length": str(len(body))}
        kept = {"Content-Type": kind, "Cache-Control": "no-cache", "ETag": digest}
        safe = {"X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "same-origin"}
        self._begin(304 if is_known else status, {**kept, **size, **safe, **(more or {})})
        if self.command != "HEAD" and not is_known:
            self.wfile.write(body)

    def _begin(self, status: int, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def _keep_telling(self, page: Mapping[str, str]) -> None:
        """Tell an open page when it is another now, and what its bar says, until the browser goes."""
        self.close_connection = True
        self._begin(200, {"Content-Type": "text/event-stream", "Cache-Control": "no-store", "Connection": "close"})
        where, page_digest, bar_digest = page.get("trang", "/").removeprefix("/"), page.get("dau"), page.get("thanh")
        snapshot = self.server.session.snapshot
        while True:
            response = self.server.responder.response(snapshot, where)
            if response.page_digest != page_digest:
                self._event("trang", response.page_digest)
                return
            if response.bar_digest != bar_digest:
                self._event("thanh", json.dumps({"mark": response.bar_digest, "html": response.bar}))
                bar_digest = response.bar_digest
            snapshot, before = self.server.session.wait(snapshot.number, _HEARTBEAT), snapshot
            if snapshot is before:
                self.wfile.write(b":\n\n")

    def _event(self, name: str, data: str) -> None:
        self.wfile.write(f"event: {name}\ndata: {data}\n\n".encode())
