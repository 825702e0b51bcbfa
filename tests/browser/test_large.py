"""A site of 1,366 models, with events, documents, stages, criteria and reports, holds on a phone and on a desk as a small one does."""

import json
import re
import shutil
from urllib.parse import quote

import pytest
from browser.judging import judge
from browser.questions.fitting import sideways
from browser.questions.wholeness import fragments
from browser.sites import served
from browser.watching import HEIGHTS, as_if, resize
from large_site import DOCUMENTS, EVENTS, MODELS, make_large
from making import TODAY
from project import INGREDIENTS, ROOT
from showcase.build.build import build_site
from showcase.build.options import Options
from showcase.publish.site import FAMILIES

pytestmark = pytest.mark.slow

PARTS = {"cu", "lam-theo", "linh-vuc", "phat-thanh", "con-thieu", "trang-2"}
"""Parts of addresses that tell of which kind a page is; others are names."""
FEW = 40
EMBEDS = "nhung/"
"""Frames in the pages of others, which have the scheme of those."""
MISSING = "404.html"
"""It is right at the root of a host alone, where the site is without an address."""
LARGEST_PAGE = 150_000
"""Bytes of HTML that a page for those who steer has at most."""
LATEST = {
    r"(mo-hinh|linh-vuc/[^/]+|chu-de/[^/]+|dia-phuong/(?!cu/$)[^/]+(/[^/]+)?)/(trang-\d+/)?": (".dv-list article", 300),
    r"(su-kien|van-ban)/": (".dv-papers li", 400),
    r"mo-hinh/(?!trang-)[^/]+/": (".dv-story p", 760),
    r"su-kien/[^/]+/": (".dv-lead", 760),
    r"": ("main h1, main h2, main h3", 740),
}
"""By the address of a page, what begins on the first screen of a phone, and how far down at the latest."""
TOP = """(what) => {
    const first = [...document.querySelectorAll(what)].find((one) => one.checkVisibility());
    return first ? Math.round(first.getBoundingClientRect().top + scrollY) : Infinity;
}"""
SETTLED = """() => {
    const said = document.querySelector("[data-dv-search-status]")?.textContent;
    return said && !said.endsWith("Đang tìm…");
}"""


def kind_of(path):
    """Say of which kind a file is: two are of one whose paths differ in names alone."""
    *folders, name = path.split("/")
    return (*folders[:1], len(folders), *(name for name in folders[1:] if name in PARTS), name)


def sampled(outputs):
    """Give a family with a sample of its files: all of a kind of which there are few, of others the first, middle and last."""

    def some(context):
        kinds = {}
        for output in outputs(context):
            kinds.setdefault(kind_of(output.path), []).append(output)
        for found in kinds.values():
            yield from found if len(found) <= FEW else (found[0], found[len(found) // 2], found[-1])

    return some


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """The site with a sample of its pages and all of its search: all 7,280 pages would take half a minute more."""
    project = tmp_path_factory.mktemp("large")
    for name in INGREDIENTS:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, project / name)
    make_large(project / "models")
    options = Options(project / "models", project / "site", project / "mkdocs.yml", project / "cache")
    built = build_site(options, TODAY, progress=lambda *_: None, families=tuple(map(sampled, FAMILIES)))
    assert (built.errors, built.published.troubles) == (0, ())
    with served("large", options.site, "/tinh/") as site:
        yield site


def heaviest_of_each_kind(site):
    """Give of each kind of page the one with the most HTML, with its bytes."""
    kinds = {}
    for path, text in site.pages.items():
        if path == MISSING or path.startswith(EMBEDS):
            continue
        kinds[kind_of(path)] = max(kinds.get(kind_of(path), (0, "")), (len(text.encode()), path))
    return {path.removesuffix("index.html"): size for size, path in kinds.values()}


def test_the_site_has_all_that_was_made(large):
    assert len(large.models) == MODELS
    rows = {
        name: json.loads((large.folder / f"du-lieu/v1/{name}.json").read_text(encoding="utf-8"))
        for name in ("su-kien", "van-ban", "so-lieu")
    }
    assert len(rows["su-kien"]["su_kien"]) == EVENTS + 1
    assert len(rows["van-ban"]["van_ban"]) == DOCUMENTS
    assert rows["so-lieu"]["so_lieu"]
    assert {"tien-trinh/cong-nhan/", "tieu-chi/", "dieu-hanh/"} < set(large.addresses)
    assert len(large.addresses) > 4 * MODELS


def test_a_page_of_each_kind_fits_by_day_and_by_night_and_begins_as_promised(reader, large):
    found, pages = [], heaviest_of_each_kind(large)
    assert len(pages) >= 30
    for address, size in pages.items():
        if size > LARGEST_PAGE and address.startswith("dieu-hanh/"):
            found.append(f"/{address} has {size} bytes of HTML")
        with reader.opened(large, address, 360) as (page, complaints):
            found += [f"/{address}: {what}" for what in (*complaints, *_seen(page, address))]
    judge(found)


def _seen(page, address):
    """Ask of one page, opened on a phone by day, what could be wrong with it there, by night, and on a desk."""
    what, latest = next((row for shape, row in LATEST.items() if re.fullmatch(shape, address)), ("h1", 740))
    if (top := page.evaluate(TOP, what)) > latest:
        yield f"on a phone {what} begins at {top}"
    yield from fragments(page, "light")
    with as_if(page, color_scheme="dark"):
        yield from (f"by night: {one}" for one in fragments(page, "dark"))
    resize(page, 1280)
    yield from (f"on a desk: {one}" for one in sideways(page))
    with as_if(page, color_scheme="dark"):
        yield from (f"on a desk by night: {one}" for one in sideways(page))
    if (top := page.evaluate(TOP, "h1")) > HEIGHTS[1280]:
        yield f"on a desk h1 begins at {top}"


def test_the_search_finds_a_model_an_event_and_a_document(visit, large):
    page = visit(viewport={"width": 360, "height": HEIGHTS[360]}).new_page()
    model = large.models[MODELS // 2]
    event = json.loads((large.folder / "du-lieu/v1/su-kien.json").read_text(encoding="utf-8"))["su_kien"][-1]
    wanted = {
        model["tieu_de"]: f"[data-dv-search-cards] a[href$='mo-hinh/{model['id']}/']",
        event["tieu_de"]: f"[data-dv-search-answers] a[href$='su-kien/{event['id']}/']",
        "7-KH/TU": "[data-dv-search-answers] a[href$='van-ban/van-ban-7/']",
    }
    missing = []
    for text, link in wanted.items():
        page.goto(f"{large.url}mo-hinh/?q={quote(text)}")
        page.wait_for_function(SETTLED)
        if not page.locator(link).count():
            missing.append(f"{text!r} does not lead to {link}")
        missing += sideways(page)
    judge(missing)
