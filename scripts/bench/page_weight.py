"""How heavy the pages of readers are: their HTML alone, and what a new visitor is sent for one and all that it loads.

The second is what the web calls the weight of a page (https://almanac.httparchive.org/en/2024/page-weight): bytes on the
way, of a host that compresses as hosts do, with the page's styles, scripts and pictures.
"""

from pathlib import Path
from statistics import median

from lighthouse.static_host import served
from playwright.sync_api import Browser

from bench.search_browser import arrived, opened

_FILLING = "a province, first page"
"""The page that holds less than a full list in a small catalogue: told, but no measure of growth."""
_LOADED = "{}, sent with all it loads"
_VISITED = 9
"""So many models' pages are loaded in a browser; of the HTML alone all are read."""
HEADERS = 250
"""Bytes of an answer's headers, about."""


def page_weights(site: Path, models: tuple[str, ...]) -> dict[str, int]:
    """Give bytes of the same pages in a catalogue of any size, by what they are called in the table; of models the median."""
    pages = {
        "model page": tuple(f"mo-hinh/{model}/" for model in models),
        "all models, first page": ("mo-hinh/",),
        "a field, first page": ("linh-vuc/kinh-te/",),
        _FILLING: ("dia-phuong/ha-noi/",),
        "front page": ("",),
    }
    weights = {
        name: median((site / address / "index.html").stat().st_size for address in addresses)
        for name, addresses in pages.items()
    }
    sent: list[int] = []
    with served(site, tell=lambda _, size: sent.append(size + HEADERS)) as host, opened() as browser:
        for name, addresses in pages.items():
            weights[_LOADED.format(name)] = median(
                loaded(browser, host + address, sent) for address in addresses[:_VISITED]
            )
    return {name: round(weight) for name, weight in weights.items()}


def is_filling(name: str) -> bool:
    """Tell whether a weight is one of the page that fills up."""
    return name in (_FILLING, _LOADED.format(_FILLING))


def loaded(browser: Browser, address: str, sent: list[int]) -> int:
    """Give the bytes that a new visitor is sent for a page, as its host notes them in `sent`.

    With all pictures, also those further down: how many of these a browser loads beforehand differs from time to time.
    """
    sent.clear()
    page = arrived(browser, address)
    page.evaluate("for (const picture of document.images) picture.loading = 'eager'")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
    page.context.close()
    return sum(sent)
