"""What Lighthouse is shown is what a static host would send, and what it says is told in few words."""

import gzip
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from lighthouse.__main__ import table
from lighthouse.audit import read_report
from lighthouse.static_host import served

PORT = 8598
HEADERS = "/*\n  X-Content-Type-Options: nosniff\n/anh/*\n  Cache-Control: public, max-age=31536000, immutable\n"
REPORT = {
    "lighthouseVersion": "13",
    "environment": {"hostUserAgent": "Mozilla/5.0 Chrome/156.0 Safari"},
    "finalDisplayedUrl": "http://127.0.0.1/",
    "audits": {
        "first-contentful-paint": {"displayValue": "1.1 s", "score": 1, "scoreDisplayMode": "numeric", "title": "FCP"},
        "largest-contentful-paint": {
            "displayValue": "9 s",
            "score": 0.4,
            "scoreDisplayMode": "numeric",
            "title": "LCP",
        },
        "total-blocking-time": {"displayValue": "0 ms", "score": 1, "scoreDisplayMode": "numeric", "title": "TBT"},
        "cumulative-layout-shift": {"displayValue": "0", "score": 1, "scoreDisplayMode": "numeric", "title": "CLS"},
        "speed-index": {"displayValue": "1 s", "score": 1, "scoreDisplayMode": "numeric", "title": "SI"},
        "lang": {"score": 0, "scoreDisplayMode": "binary", "title": "No language"},
        "hints": {"score": 0, "scoreDisplayMode": "informative", "title": "A hint"},
    },
    "categories": {
        "performance": {"score": 0.94, "auditRefs": [{"id": "largest-contentful-paint"}, {"id": "hints"}]},
        "accessibility": {"score": 0.9, "auditRefs": [{"id": "lang"}]},
        "best-practices": {"score": 1, "auditRefs": []},
        "seo": {"score": 1, "auditRefs": [{"id": "lang"}]},
    },
}


@pytest.fixture(scope="module")
def answer(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    (folder / "anh").mkdir()
    (folder / "_headers").write_text(HEADERS, encoding="utf-8")
    (folder / "index.html").write_text("<p>Trang đầu", encoding="utf-8")
    (folder / "404.html").write_text("<p>Không thấy", encoding="utf-8")
    (folder / "anh/cho.webp").write_bytes(b"RIFF")
    (folder.parent / "ngoai.txt").write_text("outside", encoding="utf-8")

    def ask(path):
        request = Request(f"http://127.0.0.1:{PORT}{path}")
        try:
            with urlopen(request) as found:
                return found.status, dict(found.headers), found.read()
        except HTTPError as error:
            return error.code, dict(error.headers), error.read()

    with served(folder, PORT):
        yield ask


def test_words_are_compressed_and_pictures_are_not(answer):
    _, headers, data = answer("/")
    assert (headers["Content-Encoding"], gzip.decompress(data).decode()) == ("gzip", "<p>Trang đầu")
    _, headers, data = answer("/anh/cho.webp")
    assert "Content-Encoding" not in headers
    assert (headers["Content-Type"], data) == ("image/webp", b"RIFF")


def test_what_the_site_asks_of_its_host_is_sent(answer):
    _, page, _ = answer("/")
    _, picture, _ = answer("/anh/cho.webp")
    assert page["X-Content-Type-Options"] == picture["X-Content-Type-Options"] == "nosniff"
    assert (page["Cache-Control"], picture["Cache-Control"]) == (
        "public, max-age=0, must-revalidate",
        "public, max-age=31536000, immutable",
    )


@pytest.mark.parametrize("path", ["/khong-co/", "/../ngoai.txt", "/%2e%2e/ngoai.txt"])
def test_what_is_not_of_the_site_is_not_found(answer, path):
    status, _, data = answer(path)
    assert (status, gzip.decompress(data).decode()) == (404, "<p>Không thấy")


@pytest.mark.slow
def test_a_site_that_took_the_place_of_another_is_served_as_it_is_and_may_ask_for_no_headers(tmp_path):
    found = []
    for text in ("before", "after"):
        (tmp_path / "tep.bin").write_text(text, encoding="utf-8")
        with served(tmp_path) as site, urlopen(f"{site}tep.bin") as answer:
            found.append(answer.read().decode())
    assert found == ["before", "after"]


def test_scores_are_a_table_and_each_finding_is_told_once():
    assert table({"a page": read_report(REPORT)}).splitlines() == [
        "Lighthouse 13, Chromium 156.0",
        "",
        "| page | performance | accessibility | best-practices | seo | FCP | LCP | TBT | CLS | SI |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
        "| a page | 94 | 90 | 100 | 100 | 1.1 s | 9 s | 0 ms | 0 | 1 s |",
        "",
        "a page: [performance] LCP: 9 s (largest-contentful-paint, 40)",
        "a page: [accessibility] No language (lang, 0)",
    ]
