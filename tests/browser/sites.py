"""Builds a site as its operator would, and serves it on this machine alone; nothing here knows what a page looks like."""

import json
import mimetypes
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cached_property
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import unquote, urlsplit

from lighthouse.static_host import Rules, read_rules
from project import INGREDIENTS, ROOT, run

PUBLIC = "https://mau.example/thu/"
"""Where the made site believes to stand; it is served below the same path."""

# Python 3.11 knows neither; a browser that is told nosniff would refuse both.
mimetypes.add_type("image/webp", ".webp")
mimetypes.add_type("text/javascript", ".js")


@dataclass(frozen=True)
class Site:
    """A built site: its files, the address of its root as served, the path of that root, its public address or ''."""

    name: str
    folder: Path
    url: str
    public: str = ""
    troubles: dict[str, int | float] = field(default_factory=dict)
    """What its host does with a path, `*` for all: answers with a status, or only after some seconds (a float)."""

    @property
    def base(self) -> str:
        """The path below which it is served, `/thu/`."""
        return urlsplit(self.url).path

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return self.url.removesuffix(self.base)

    @cached_property
    def pages(self) -> dict[str, str]:
        """The text of every HTML file by its path in the site, but for those that readers take away."""
        found = sorted(path for path in self.folder.rglob("*.html") if path.name != "luu.html")
        return {path.relative_to(self.folder).as_posix(): path.read_text(encoding="utf-8") for path in found}

    @cached_property
    def whole_pages(self) -> dict[str, str]:
        """The same but for what other sites show in a frame, which is no page that a reader comes to."""
        return {
            path: html for path, html in self.pages.items() if not path.startswith("nhung/") or path.count("/") == 1
        }

    @cached_property
    def addresses(self) -> list[str]:
        """Every page that the site promises to keep, from its open data."""
        rows = json.loads((self.folder / "du-lieu/v1/duong-dan.json").read_text(encoding="utf-8"))
        addresses = [row["duong_dan"] for row in rows["duong_dan"]]
        return [address for address in addresses if address.endswith("/") or not address]

    @cached_property
    def models(self) -> list[dict[str, Any]]:
        """Every model on show, from its open data."""
        data = json.loads((self.folder / "du-lieu/v1/mo-hinh.json").read_text(encoding="utf-8"))
        return list(data["mo_hinh"])


def build(folder: Path, make_models: Callable[[Path], object], **settings: str) -> Path:
    """Build a site of its own project in `folder` with the command that operators use; `settings` are its environment."""
    for name in INGREDIENTS:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    make_models(folder / "models")
    done = run("showcase", "build", cwd=folder, **settings)
    assert done.returncode == 0, f"`showcase build` ended with {done.returncode}:\n{done.stdout}{done.stderr}"
    return folder / "site"


@contextmanager
def served(name: str, folder: Path, base: str, *, with_headers: bool = False, public: str = "") -> Iterator[Site]:
    """Serve a folder below `base`; what is not there is 404, with the site's own page for it.

    `with_headers` sends what the site's `_headers` asks of its host.
    """
    rules = read_rules(folder / "_headers") if with_headers else ()
    troubles: dict[str, int | float] = {}
    server = _Server(("127.0.0.1", 0), _handler(folder, base, rules, troubles))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield Site(name, folder, f"http://127.0.0.1:{server.server_port}{base}", public, troubles)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request, client_address):
        """Say nothing: a browser that leaves a page breaks off what it was loading."""


def _handler(folder: Path, base: str, rules: Rules, troubles: dict[str, int | float]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            path = unquote(urlsplit(self.path).path)
            trouble = troubles.get(path.removeprefix(base), troubles.get("*"))
            if isinstance(trouble, int):
                self.send_error(trouble)
                return
            time.sleep(trouble or 0)
            file = folder / path.removeprefix(base)
            file = file / "index.html" if path.endswith("/") else file
            found = path.startswith(base) and ".." not in path and file.is_file()
            missing = folder / "404.html"
            data = file.read_bytes() if found else missing.read_bytes() if missing.is_file() else b""
            self.send_response(200 if found else 404)
            kind = mimetypes.guess_type(file.name)[0] if found else "text/html"
            # Without a charset, so that the pages' own <meta charset> must do.
            self.send_header("Content-Type", kind or "application/octet-stream")
            self.send_header("Content-Length", str(len(data)))
            for pattern, headers in rules:
                if fnmatchcase(f"/{path.removeprefix(base)}", pattern):
                    for name, value in headers:
                        self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_):
            pass

    return Handler
