"""Asks questions in Chromium as a reader would, of each way to search, and gives the ids of what it shows."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from lighthouse.chromium import find_chromium
from lighthouse.static_host import served
from playwright.sync_api import Browser, Page, sync_playwright

_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
_ID = re.compile(r"mo-hinh/([a-z0-9-]+)/")
_SHOWN = 10
_PLAIN = """async ([where, text, most]) => {
  const pagefind = await import(where);
  const { results } = await pagefind.search(text);
  return Promise.all(results.slice(0, most).map(async (result) => (await result.data()).url));
}"""
_SETTLED = """() => {
  const said = document.querySelector("[data-dv-search-status]").textContent;
  return said && !said.endsWith("Đang tìm…");
}"""
# It says how many it found, and draws them after that.
_LUNR_ANSWERED = """() => {
  const said = document.querySelector(".md-search-result__meta").textContent;
  return /Không tìm thấy/.test(said) || (/\\d/.test(said) && document.querySelector(".md-search-result__link"));
}"""
_LUNR_EMPTY = "() => /Nhập để/.test(document.querySelector('.md-search-result__meta').textContent)"
_READY = 60_000
"""Milliseconds: lunr reads nine megabytes of index for 1,366 models."""

Ask = Callable[[Page, str, str], Sequence[str]]
"""Asked (page, address of the site, text), gives addresses of models, the best first."""


def ours(page: Page, site: str, text: str) -> Sequence[str]:
    """Open the address of a question."""
    page.goto(f"{site}mo-hinh/?q={quote(text)}")
    page.wait_for_function(_SETTLED)
    return _links(page, "[data-dv-search-cards] h3 a")


def lunr(page: Page, site: str, text: str) -> Sequence[str]:
    """Type into Material's box, which asks lunr in a worker; the page is opened once, for its index is read each time."""
    if not page.url.startswith(site):
        page.goto(site)
    box = page.locator(".md-search__input")
    for typed, answered in (("", _LUNR_EMPTY), (text, _LUNR_ANSWERED)):
        box.fill(typed)
        box.press("End")
        page.wait_for_function(answered, timeout=_READY)
    page.wait_for_timeout(400)
    return _links(page, ".md-search-result__link")


def plain_pagefind(page: Page, site: str, text: str) -> Sequence[str]:
    """Call Pagefind's own interface."""
    if not page.url.startswith(site):
        page.goto(site)
    found: list[str] = page.evaluate(_PLAIN, [f"{site}pagefind/pagefind.js", text, _SHOWN])
    return found


def answers(folder: Path, ask: Ask, texts: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield for each text the ids that a way to search finds in a site."""
    with served(folder) as site, opened() as browser:
        page = browser.new_page(locale="vi-VN")
        for text in texts:
            yield tuple(dict.fromkeys(match[1] for link in ask(page, site, text) if (match := _ID.search(link))))


@contextmanager
def opened() -> Iterator[Browser]:
    """Open Chromium; raises LookupError where there is none."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=_ARGUMENTS)
        yield browser
        browser.close()


def arrived(browser: Browser, address: str) -> Page:
    """Open a page as a new visitor, and wait until it has loaded."""
    page = browser.new_context(locale="vi-VN", service_workers="block").new_page()
    page.goto(address, wait_until="networkidle")
    return page


def _links(page: Page, selector: str) -> list[str]:
    found: list[str] = page.eval_on_selector_all(selector, "links => links.map(link => link.href)")
    return found
