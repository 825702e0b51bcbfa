"""What a page weighs is all that its host sends for it, packed as it sends it, with the pictures far down the page."""

import gzip
import posixpath
import re
from functools import cache
from statistics import median

from bench.page_weight import HEADERS, loaded
from lighthouse.static_host import served

PAGE = """<!doctype html><html lang="vi"><title>Trang</title><link rel="stylesheet" href="kieu.css">
<link rel="icon" href="data:,"><p>Chợ văn minh</p><img src="gan.svg" alt=""><div></div><img loading="lazy" src="xa.svg" alt="">
"""
TREE = {
    "index.html": PAGE,
    "kieu.css": "div { height: 100000px; }" + " " * 5000,
    "gan.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "xa.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path/></svg>',
    "khong-ai-goi.js": "alert(1)",
}


def test_a_page_is_weighed_with_all_that_it_loads_and_no_more(chromium, tmp_path):
    for name, text in TREE.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    sent = []
    with served(tmp_path, tell=lambda _, size: sent.append(size + HEADERS)) as host:
        found = [loaded(chromium, host, sent) for _ in range(2)]
    packed = [
        len(gzip.compress(text.encode(), 6)) + HEADERS for name, text in TREE.items() if name != "khong-ai-goi.js"
    ]
    assert found == [sum(packed)] * 2


MOST = 30_000
"""Bytes that a first visit to a model's page without pictures takes, packed, without the headers of the answers."""
_NEEDED = re.compile(r'<(?:link rel="(?:stylesheet|icon|manifest)|script)[^>]*(?:href|src)="([^"]+)"')


def test_a_model_s_page_is_light(real):
    """Half of them at least; no story is so long that a page becomes twice as heavy for it."""

    @cache
    def packed(path):
        return len(gzip.compress((real.folder / path).read_bytes(), 6))

    weights = {}
    for path, text in real.pages.items():
        if "data-dv-model=" in text and "dv-figure__open" not in text:
            needed = {posixpath.normpath(posixpath.join(posixpath.dirname(path), one)) for one in _NEEDED.findall(text)}
            weights[path] = packed(path) + sum(map(packed, needed))
    assert len(weights) > 1
    assert median(weights.values()) <= MOST
    assert max(weights.values()) < 2 * MOST
