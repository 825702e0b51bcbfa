"""What a search costs a reader: bytes on the way for the first results of two words, and for later ones.

`python -m bench.search_weight SITE` asks each pair of words as the first of a new visitor, on a page that is loaded, of a
host that compresses as hosts do; then all of them one after the other. Pictures of the results are not counted: every list
has them.
"""

import sys
from pathlib import Path
from statistics import median

from lighthouse.static_host import served
from playwright.sync_api import Page

from bench.page_weight import HEADERS
from bench.search_browser import arrived, opened

WORDS = (
    "đường hoa", "ve sinh", "tự quản", "an ninh", "phụ nữ", "nông nghiệp", "to dan", "chăn nuôi", "rác thải",
    "giảm nghèo", "chuyển đổi", "hòa giải",
)  # fmt: skip
QUESTIONS = ("search, first results", "search, later ones")
_BOX = "[data-dv-search] input[name=q]"
_SETTLED = """text => {
  const said = document.querySelector("[data-dv-search-status]").textContent;
  return said.includes(text) || said.includes("Không");
}"""


def search_weights(folder: Path) -> dict[str, int]:
    """Give the most bytes of a first question and of a later one by what they are called in the table."""
    return dict(zip(QUESTIONS, map(max, weigh(folder)), strict=True))


def weigh(folder: Path) -> tuple[list[int], list[int]]:
    """Give the bytes of each pair of words as the first question, and of each but the first asked one after the other."""
    sent: list[int] = []

    def note(kind: str, size: int) -> None:
        if not kind.startswith("image/"):
            sent.append(size + HEADERS)

    def asked(page: Page, words: str) -> int:
        sent.clear()
        page.fill(_BOX, words)
        page.press(_BOX, "Enter")
        page.wait_for_function(_SETTLED, arg=words)
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(300)
        return sum(sent)

    with served(folder, tell=note) as site, opened() as browser:
        first = []
        for words in WORDS:
            page = arrived(browser, f"{site}mo-hinh/")
            first.append(asked(page, words))
            page.context.close()
        page = arrived(browser, f"{site}mo-hinh/")
        later = [asked(page, words) for words in WORDS]
    return first, later[1:]


if __name__ == "__main__":
    weights = weigh(Path(sys.argv[1]))
    for name, found in zip(QUESTIONS, weights, strict=True):
        print(f"{name}: median {median(found) / 1000:.0f} kB, most {max(found) / 1000:.0f} kB")  # noqa: T201 - a bench
