"""A response is what the browser gets for an address: an output made now, and on pages the bar and the script that listens."""

import mimetypes
import traceback
from dataclasses import dataclass

from markupsafe import Markup

from showcase.photos.errors import PhotoRefusedError
from showcase.preview.overlay import PROBLEMS, bar, problems_page, unshown_page
from showcase.preview.snapshot import Made, Snapshot
from showcase.publish.output import Output
from showcase.views import address
from showcase.words.digest import digest_of

_OK, _NOT_FOUND, _BROKEN = 200, 404, 500
_HTML, _TEXT = "text/html; charset=utf-8", "text/plain; charset=utf-8"
_NOT_FOUND_PAGE, _PROBLEMS_PAGE = "404.html", "parts/preview_problems.html"
_END = b"</body>"
# What is being written is not to be kept on the editor's device: a page that is told so takes a worker of before away.
_KEPT_OFFLINE, _NOT_KEPT = b' data-dv-offline="true"', b' data-dv-offline="false"'
_EMPTY = b"<!doctype html><html lang=vi><body></body></html>"
# What the system's own table lacks or says otherwise.
_KINDS = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".webp": "image/webp",
    "": "text/plain",
}


@dataclass(frozen=True, slots=True)
class Response:
    """The answer to a request; the digests tell the page, and its bar, from later ones, and are '' where it is no page."""

    status: int
    kind: str
    body: bytes
    page_digest: str = ""
    bar: str = ""
    bar_digest: str = ""


@dataclass(frozen=True, slots=True)
class _Foot:
    bar: Markup
    page_digest: str
    bar_digest: str


@dataclass(frozen=True, slots=True)
class _Page:
    """A page before its bar: the bytes, their status, what went wrong in making them."""

    data: bytes
    status: int = _OK
    trouble: str = ""


class Responder:
    """Makes responses, and remembers the pages that were good last."""

    def __init__(self, models: str) -> None:
        """Take the models folder as editors know it."""
        self._models = models
        self._good: dict[str, bytes] = {}

    def response(self, snapshot: Snapshot, where: str) -> Response:
        """Make the response to an address, `mo-hinh/ID/`; '' is the front page."""
        output = snapshot.made.output(where)
        if output is not None and not output.is_page:
            return _file(output, snapshot.made)
        page = self._page(snapshot, where, output)
        return _with_foot(page, snapshot, bar_path=self._source(snapshot, where))

    def _page(self, snapshot: Snapshot, where: str, output: Output | None) -> _Page:
        model_id = _model_id(where)
        site = snapshot.made.inputs.settings.site
        if output is not None:
            return self._made(snapshot.made, where, output)
        if where == PROBLEMS:
            return _Page(snapshot.made.render(_PROBLEMS_PAGE, problems_page(snapshot, site)))
        if model_id in snapshot.unshown:
            return _Page(snapshot.made.render(_PROBLEMS_PAGE, unshown_page(snapshot, model_id, site)))
        return _Page(snapshot.made.inputs.host_file(_NOT_FOUND_PAGE), _NOT_FOUND)

    def _made(self, made: Made, where: str, output: Output) -> _Page:
        """Make a page, or give the last good one where a template fails."""
        try:
            data = made.bytes_of(output)
        except Exception:  # noqa: BLE001 - whatever a template does wrong is told on the page
            last = self._good.get(where, b"")
            return _Page(last or _EMPTY, _OK if last else _BROKEN, traceback.format_exc(limit=-3))
        self._good[where] = data
        return _Page(data)

    def _source(self, snapshot: Snapshot, where: str) -> str:
        """Tell which source, or folder of sources, a page is made of; '' where it is made of many."""
        model_id = _model_id(where)
        if path := snapshot.paths.get(model_id) or snapshot.unshown.get(model_id):
            return path
        first = f"{where.partition('/')[0]}/"
        named = {address.FIELDS: "linh-vuc.yaml", address.THEMES: "chu-de.yaml"}
        if first in named:
            return f"{self._models}/_vocabulary/{named[first]}"
        folders = {address.FIGURES: "_reports", address.DOCUMENTS: "_documents", address.EVENTS: "_events"}
        return f"{self._models}/{folders[first]}/" if first in folders else ""


def _model_id(where: str) -> str:
    return where.split("/")[1] if where.startswith(address.MODELS) else ""


def _with_foot(page: _Page, snapshot: Snapshot, bar_path: str) -> Response:
    """Put the bar and the script before the end of a page."""
    made, said = snapshot.made, bar(snapshot, bar_path, page.trouble)
    filled = "" if said.is_empty else made.render("parts/preview_bar.html", said).decode()
    page_digest = digest_of(page.data, page.status, made.look)
    foot = _Foot(Markup(filled), page_digest, digest_of(filled))  # noqa: S704 - our own template, escaped within
    body, end, rest = page.data.replace(_KEPT_OFFLINE, _NOT_KEPT, 1).rpartition(_END)
    whole = (body or rest) + made.render("parts/preview_foot.html", foot) + (end + rest if body else b"")
    return Response(page.status, _HTML, whole, page_digest, filled, foot.bar_digest)


def _file(output: Output, made: Made) -> Response:
    try:
        data = made.bytes_of(output)
    except (OSError, PhotoRefusedError):  # it is being replaced; the change will be seen and told
        return Response(_NOT_FOUND, _TEXT, "Tệp này đang được thay.".encode())
    ending = f".{output.path.rpartition('.')[2]}" if "." in output.path.rpartition("/")[2] else ""
    kind = _KINDS.get(ending) or mimetypes.guess_type(output.path)[0] or "application/octet-stream"
    return Response(_OK, f"{kind}; charset=utf-8" if kind.startswith("text/") or ending == ".json" else kind, data)
