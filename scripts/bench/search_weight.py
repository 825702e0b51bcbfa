"""What a search costs a reader: bytes on the way for the first results of two words, and for later ones.

`python -m bench.search_weight SITE` asks each pair of words as the first of a new visitor, on a page that is loaded, of a
host that compresses as hosts do; then all of them one after the other. Pictures of the results are not counted: every list
has them.
"""

import gzip
import io
import sys
from http import HTTPStatus
from pathlib import Path
from statistics import median

from playwright.sync_api import BrowserContext, Page

from bench.search_browser import Quiet, opened, served

WORDS = (
    "đường hoa", "ve sinh", "tự quản", "an ninh", "phụ nữ", "nông nghiệp", "to dan", "chăn nuôi", "rác thải",
    "giảm nghèo", "chuyển đổi", "hòa giải",
)  # fmt: skip
QUESTIONS = ("search, first results", "search, later ones")
_HEADERS = 250
"""Bytes of an answer's headers, about."""
_PLAIN = {".html", ".css", ".js", ".json", ".svg", ".wasm", ""}
_BOX = "[data-dv-search] input[name=q]"
_SETTLED = """text => {
  const said = document.querySelector("[data-dv-search-status]").textContent;
  return said.includes(text) || said.includes("Không");
}"""


class _Weighing(Quiet):
    """A host that sends what is text, or nearly, in gzip, and counts what it sends that is no picture."""

    sent = 0

    def send_head(self) -> io.BytesIO | None:
        """Answer with the headers; the bytes follow."""
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        data = file.read_bytes()
        kind = self.guess_type(str(file))
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        if file.suffix in _PLAIN:
            data = gzip.compress(data, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if not kind.startswith("image/"):
            _Weighing.sent += len(data) + _HEADERS
        return io.BytesIO(data)


def search_weights(folder: Path) -> dict[str, int]:
    """Give the most bytes of a first question and of a later one by what they are called in the table."""
    return dict(zip(QUESTIONS, map(max, weigh(folder)), strict=True))


def weigh(folder: Path) -> tuple[list[int], list[int]]:
    """Give the bytes of each pair of words as the first question, and of each but the first asked one after the other."""
    with served(folder, _Weighing) as site, opened() as browser:
        first = []
        for words in WORDS:
            context = browser.new_context(locale="vi-VN", service_workers="block")
            first.append(_asked(_arrived(context, site), words))
            context.close()
        page = _arrived(browser.new_context(locale="vi-VN", service_workers="block"), site)
        later = [_asked(page, words) for words in WORDS]
    return first, later[1:]


def _arrived(context: BrowserContext, site: str) -> Page:
    page = context.new_page()
    page.goto(f"{site}mo-hinh/", wait_until="networkidle")
    return page


def _asked(page: Page, words: str) -> int:
    before = _Weighing.sent
    page.fill(_BOX, words)
    page.press(_BOX, "Enter")
    page.wait_for_function(_SETTLED, arg=words)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
    return _Weighing.sent - before


if __name__ == "__main__":
    weights = weigh(Path(sys.argv[1]))
    for name, found in zip(QUESTIONS, weights, strict=True):
        print(f"{name}: median {median(found) / 1000:.0f} kB, most {max(found) / 1000:.0f} kB")  # noqa: T201 - a bench
