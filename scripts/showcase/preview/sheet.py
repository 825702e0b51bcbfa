"""A sheet is what the browser gets for an address: an output made now, and on pages the bar and the script that listens."""

import mimetypes
import re
import traceback
from dataclasses import dataclass, replace
from threading import Lock

from markupsafe import Markup

from showcase.photos.errors import PhotoRefusedError
from showcase.preview.bar import PROBLEMS, Bar, ProblemsPage, bar, problems_page, unshown_page
from showcase.preview.edition import Edition
from showcase.preview.news import State
from showcase.publish.output import Output
from showcase.views import address
from showcase.words.fingerprint import fingerprint

_OK, _NOT_FOUND, _BROKEN = 200, 404, 500
_HTML = "text/html; charset=utf-8"
_NOT_FOUND_PAGE = "404.html"
_KEPT = 200
"""Pages whose last good state is remembered, for the time when a template is broken."""
_COVER = re.compile(rb"/bia/([a-z0-9-]+)\.svg")
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
class Sheet:
    """The answer to a request; the marks are '' where it is no page."""

    status: int
    kind: str
    body: bytes
    page_mark: str = ""
    bar: str = ""
    bar_mark: str = ""


@dataclass(frozen=True, slots=True)
class _Foot:
    bar: Markup
    page_mark: str
    bar_mark: str


@dataclass(frozen=True, slots=True)
class _Page:
    """A page before its bar: the bytes, their status, what went wrong in making them."""

    data: bytes
    status: int = _OK
    trouble: str = ""


class Sheets:
    """Makes sheets, and remembers the pages that were good last."""

    def __init__(self, root: str) -> None:
        """Take the models folder as editors know it."""
        self._root = root
        self._good: dict[str, tuple[int, bytes]] = {}
        self._lock = Lock()

    def sheet(self, state: State, where: str) -> Sheet:
        """Make the sheet of an address, `mo-hinh/ID/`; '' is the front page."""
        number, data = self._good.get(where, (-1, b""))
        if number == state.edition.number:
            return self._finished(state, where, _Page(data))
        output = state.edition.output(where)
        if output is not None and not output.path.endswith(".html"):
            return _file(output, state.edition)
        return self._finished(state, where, self._page(state, where, output))

    def _finished(self, state: State, where: str, page: _Page) -> Sheet:
        return _with_foot(page, bar(_told(state, page.trouble), self._source(state, where)), state.edition)

    def _page(self, state: State, where: str, output: Output | None) -> _Page:
        model_id = _model_id(where)
        site = state.edition.workbench.host.site
        if output is not None:
            return self._made(state.edition, where, output)
        if where == PROBLEMS:
            return _Page(_filled(state.edition, problems_page(state, site)))
        if model_id in state.unshown:
            return _Page(_filled(state.edition, unshown_page(state, model_id, site)))
        return _Page(state.edition.workbench.host_file(_NOT_FOUND_PAGE), _NOT_FOUND)

    def _made(self, edition: Edition, where: str, output: Output) -> _Page:
        """Make a page, or give the last good one where a template fails."""
        try:
            data = output.recipe(edition.workbench)
        except Exception:  # noqa: BLE001 - whatever a template does wrong is told on the page
            _, last = self._good.get(where, (-1, b""))
            status = _OK if last else _BROKEN
            return _Page(last or _EMPTY, status, traceback.format_exc(limit=-3))
        with self._lock:
            self._good.pop(where, None)
            self._good[where] = edition.number, data
            while len(self._good) > _KEPT:
                del self._good[next(iter(self._good))]
        return _Page(data)

    def _source(self, state: State, where: str) -> str:
        """Tell which source, or folder of sources, a page is made of; '' where it is made of many."""
        model_id = _model_id(where)
        model = state.edition.catalogue.by_id.get(model_id)
        if model or model_id in state.unshown:
            return model.path if model else state.unshown[model_id]
        first = f"{where.partition('/')[0]}/"
        named = {address.FIELDS: "linh-vuc.yaml", address.THEMES: "chu-de.yaml"}
        if first in named:
            return f"{self._root}/_vocabulary/{named[first]}"
        return {address.FIGURES: f"{self._root}/_reports/"}.get(first, "")


def _model_id(where: str) -> str:
    return where.split("/")[1] if where.startswith(address.MODELS) else ""


def _told(state: State, trouble: str) -> State:
    if not trouble:
        return state
    return replace(state, troubles={**state.troubles, "Không dựng được trang từ các mẫu.": trouble})


def _filled(edition: Edition, view: ProblemsPage) -> bytes:
    return edition.workbench.page("parts/preview_problems.html", view)


def _with_foot(page: _Page, said: Bar, edition: Edition) -> Sheet:
    """Put the bar and the script before the end of a page; the marks tell the browser's page from a newer one."""
    filled = "" if said.is_empty else edition.workbench.page("parts/preview_bar.html", said).decode()
    covers = [edition.cover_mark(found.decode()) for found in _COVER.findall(page.data)]
    page_mark, bar_mark = fingerprint(page.data, page.status, edition.look, covers), fingerprint(filled)
    foot = _Foot(Markup(filled), page_mark, bar_mark)  # noqa: S704 - our own template, escaped within
    body, end, rest = page.data.replace(_KEPT_OFFLINE, _NOT_KEPT, 1).rpartition(_END)
    whole = (body or rest) + edition.workbench.page("parts/preview_foot.html", foot) + (end + rest if body else b"")
    return Sheet(page.status, _HTML, whole, page_mark, filled, bar_mark)


def _file(output: Output, edition: Edition) -> Sheet:
    try:
        data = output.recipe(edition.workbench)
    except (OSError, PhotoRefusedError):  # it is being replaced; the change will be seen and told
        return Sheet(_NOT_FOUND, "text/plain; charset=utf-8", "Tệp này đang được thay.".encode())
    ending = f".{output.path.rpartition('.')[2]}" if "." in output.path.rpartition("/")[2] else ""
    kind = _KINDS.get(ending) or mimetypes.guess_type(output.path)[0] or "application/octet-stream"
    return Sheet(_OK, f"{kind}; charset=utf-8" if kind.startswith("text/") or ending == ".json" else kind, data)
