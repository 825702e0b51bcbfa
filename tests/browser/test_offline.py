"""What was read is there without a network, and nothing else; who has a network reads what the host has today."""

import json
import shutil
import time
from datetime import datetime, timedelta

import pytest
from browser.sites import served
from PIL import Image

FULL, HARDLY, DRAWN = "mo-hinh/duong-hoa-tu-quan/", "mo-hinh/cho-phien-sach/", "mo-hinh/to-tu-quan-so-1/"
PAPER = "rgb(251, 250, 247)"
KEPT = """async () => {
    const kept = {};
    for (const name of await caches.keys()) kept[name] = (await (await caches.open(name)).keys()).map(({ url }) => url);
    return kept;
}"""
STATUS = "async (url) => (await fetch(url)).status"
AGE = ".dv-age p"
MANIFEST, PIECES = "tim/muc-luc.json", "tim/manh/*.json"
# How long the worker waits for a host, in seconds, and how busy this machine may be.
PATIENCE, SLACK = 4, 4


@pytest.fixture
def own(made, tmp_path):
    """A copy of the made site that a test may change."""
    shutil.copytree(made.folder, tmp_path / "site")
    with served("own", tmp_path / "site", "/thu/", with_headers=True) as site:
        yield site


@pytest.fixture
def context(visit):
    return visit(color_scheme="light", service_workers="allow")


def until(page, question, arg=None):
    """Wait until a page says yes; what it says may be a promise."""
    end = time.monotonic() + 20
    while not page.evaluate(question, arg):
        assert time.monotonic() < end, f"it never came to be: {question}"
        time.sleep(0.05)


def read(page, site, *addresses):
    """Read pages until the worker has each of them."""
    for address in addresses:
        page.goto(site.url + address)
        until(page, "url => caches.match(url, { cacheName: 'dv:/thu/:1:page' }).then(Boolean)", site.url + address)


def shelf(page, kind):
    return page.evaluate(KEPT).get(f"dv:/thu/:1:{kind}", [])


def test_the_very_first_page_is_there_with_its_looks(context, made):
    page = context.new_page()
    read(page, made, FULL)
    until(page, "() => caches.match(document.querySelector('.dv-picture img').currentSrc).then(Boolean)")
    until(page, "() => caches.match(document.querySelector('script[src*=\"/trang.\"]').src).then(Boolean)")
    context.set_offline(True)
    page.goto(made.url + FULL)
    assert page.locator("h1").inner_text().startswith("“Đường hoa tự quản”")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == PAPER
    assert page.locator(".dv-picture img").evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    assert page.locator("[data-dv-save]").is_visible(), "scripts run too"


def test_what_was_not_read_is_told_and_what_was_is_listed(context, made):
    page = context.new_page()
    read(page, made, FULL, HARDLY, "mo-hinh/")
    context.set_offline(True)
    page.goto(made.url + DRAWN)
    assert page.url == made.url + DRAWN, "a reload asks for it again"
    assert page.locator("[data-dv-missed]").is_visible()
    page.locator("[data-dv-kept] li").first.wait_for()
    links = page.eval_on_selector_all("[data-dv-kept] section:first-child a", "links => links.map((a) => a.href)")
    assert links == [made.url + HARDLY, made.url + FULL], "newest first"
    others = page.locator("[data-dv-kept] section").nth(1)
    assert others.locator("a").all_inner_texts() == ["Mô hình"]
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == PAPER
    page.locator("[data-dv-kept] a").first.click()
    page.wait_for_url(made.url + HARDLY)
    assert page.locator("article.dv-model").count()
    context.set_offline(False)
    page.goto(made.url + DRAWN)
    assert page.locator("article.dv-model").count()


def test_a_search_without_a_network_shows_the_page_that_was_read(context, made):
    page = context.new_page()
    read(page, made, FULL, "mo-hinh/")
    context.set_offline(True)
    page.goto(f"{made.url}mo-hinh/?q=hoa")
    assert page.locator("[data-dv-search]").count()


def test_who_has_a_network_reads_what_the_host_has_today(context, own):
    page = context.new_page()
    read(page, own, FULL, HARDLY)
    file = own.folder / HARDLY / "index.html"
    style = next((own.folder / "assets").glob("trang.*.css"))
    newer = style.with_name("trang.0123456789.css")
    text = file.read_text(encoding="utf-8").replace("<h1", "<h1 data-new", 1).replace(style.name, newer.name)
    file.write_text(text, encoding="utf-8")
    newer.write_text(style.read_text(encoding="utf-8") + "h1 { color: rgb(1, 2, 3) !important; }", encoding="utf-8")
    page.goto(own.url + HARDLY)
    assert page.locator("h1[data-new]").count()
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(1, 2, 3)"
    context.set_offline(True)
    page.goto(own.url + HARDLY)
    assert page.locator("h1[data-new]").count(), "and keeps that"
    context.set_offline(False)
    file.unlink()
    assert page.goto(own.url + HARDLY).status == 404
    until(page, "url => caches.match(url).then((found) => !found)", own.url + HARDLY)


def test_what_is_named_by_its_content_goes_unasked(context, own):
    page = context.new_page()
    read(page, own, FULL, HARDLY)
    style = next((own.folder / "assets").glob("trang.*.css"))
    icon = own.folder / "assets/bieu-tuong.svg"
    until(page, "url => caches.match(url).then(Boolean)", f"{own.url}assets/{style.name}")
    for file in (style, icon):
        file.write_text("of another edition", encoding="utf-8")
    page.goto(own.url + HARDLY)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == PAPER
    fetched = "async (url) => (await fetch(url)).text()"
    assert page.evaluate(fetched, f"{own.url}assets/bieu-tuong.svg") == "of another edition"


def test_the_oldest_go_first(context, made):
    page = context.new_page()
    read(page, made, FULL, HARDLY)
    addresses = [address for address in made.addresses if "mo-hinh" not in address][:70]
    assert len(addresses) == 70
    fetch = "async (urls) => { for (const url of urls) await (await fetch(url)).text(); }"
    page.evaluate(fetch, [made.url + address for address in addresses])
    newest = [made.url + address for address in addresses[-60:]]
    until(page, f"url => ({KEPT})().then((kept) => kept['dv:/thu/:1:page'].at(-1) === url)", newest[-1])
    until(page, f"() => ({KEPT})().then((kept) => kept['dv:/thu/:1:page'].length <= 60)")
    assert shelf(page, "page") == newest


def test_of_open_data_and_of_what_names_the_pieces_of_the_search_nothing_is_kept(context, made):
    page = context.new_page()
    read(page, made, FULL)
    page.reload()
    piece, picture = (
        min(path.relative_to(made.folder).as_posix() for path in made.folder.glob(files))
        for files in (PIECES, "anh/**/*.webp")
    )
    for path in ("du-lieu/v1/mo-hinh.json", MANIFEST, piece, picture):
        assert page.evaluate(STATUS, made.url + path) == 200
    until(page, "url => caches.match(url).then(Boolean)", made.url + picture)
    until(page, "url => caches.match(url).then(Boolean)", made.url + piece)
    kept = [url for urls in page.evaluate(KEPT).values() for url in urls]
    assert [url for url in kept if "/du-lieu/" in url or "/tim/" in url] == [made.url + piece]


def test_the_search_takes_no_other_edition_for_its_own_and_may_wait(context, own):
    (own.folder / "tim/manh/0f1e2d3c4b.json").write_text("named by its content", encoding="utf-8")
    (own.folder / "tim/moi.json").write_text("of one edition", encoding="utf-8")
    (own.folder / "tim/manh/nha-mang.html").write_text("a page instead", encoding="utf-8")
    page = context.new_page()
    read(page, own, FULL, HARDLY)
    text = "async (url) => (await fetch(url, { cache: 'no-store' })).text()"  # whatever the browser itself keeps
    names = ("manh/0f1e2d3c4b.json", "moi.json", "manh/nha-mang.html")
    for name in names:
        page.evaluate(text, f"{own.url}tim/{name}")
        (own.folder / "tim" / name).write_text("of another", encoding="utf-8")
    until(page, "url => caches.match(url).then(Boolean)", f"{own.url}tim/manh/0f1e2d3c4b.json")
    assert [page.evaluate(text, f"{own.url}tim/{name}") for name in names] == [
        "named by its content",
        "of another",
        "of another",
    ]
    again = "async (url) => (await fetch(url, { cache: 'reload' })).text()"
    assert page.evaluate(again, f"{own.url}tim/{names[0]}") == "of another", "who could not read it asks the host"
    (own.folder / "tim" / names[0]).write_text("named by its content", encoding="utf-8")
    page.evaluate(again, f"{own.url}tim/{names[0]}")
    own.troubles["*"] = 9.0
    begun = time.monotonic()
    assert page.evaluate(text, f"{own.url}tim/{names[0]}") == "named by its content"
    assert time.monotonic() - begun < PATIENCE + SLACK
    assert page.evaluate(text, f"{own.url}tim/{names[1]}") == "of another", "the search has a patience of its own"


def test_shelves_of_before_go_and_those_of_others_stay(context, made):
    page = context.new_page()
    page.route("**/sw.js", lambda route: route.abort())
    page.goto(made.url + FULL)
    page.evaluate(
        "Promise.all(['dv:/thu/:0:page', 'dv:/thu/khac/:1:page', 'cua-nguoi-khac'].map((name) => caches.open(name)))"
    )
    page.unroute("**/sw.js")
    read(page, made, FULL)
    until(page, "() => Boolean(navigator.serviceWorker.controller)")
    names = set(page.evaluate("caches.keys()"))
    assert "dv:/thu/:0:page" not in names
    assert {"dv:/thu/khac/:1:page", "cua-nguoi-khac"} <= names


def test_an_operator_who_wants_no_worker_is_rid_of_it(context, own):
    page = context.new_page()
    read(page, own, FULL)
    for file in own.folder.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace('data-dv-offline="true"', 'data-dv-offline="false"'), encoding="utf-8")
    page.goto(own.url + FULL)
    until(
        page, "async () => !(await navigator.serviceWorker.getRegistrations()).length && !(await caches.keys()).length"
    )
    page.goto(own.url + HARDLY)
    page.wait_for_timeout(800)  # longer than a page waits before it would ask for a worker
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
    assert page.evaluate("caches.keys()") == []


def test_a_reader_may_have_it_all_forgotten(context, made):
    page = context.new_page()
    read(page, made, FULL, HARDLY)
    page.goto(f"{made.url}ngoai-mang/")
    assert not page.locator("[data-dv-missed]").is_visible()
    page.get_by_role("button", name="Xóa các trang đã giữ").click()
    until(page, "() => document.activeElement.tagName === 'H1'")
    assert page.locator("[data-dv-told]").inner_text() == "Đã xóa các trang giữ trên máy này."
    assert shelf(page, "page") == []
    assert not page.locator("[data-dv-kept] a").count()


@pytest.mark.parametrize("site", ["real", "made"], indirect=True)
def test_the_site_can_be_installed_wherever_it_stands(visit, site):
    page = visit(service_workers="allow").new_page()
    page.goto(site.url + "linh-vuc/")
    devtools = page.context.new_cdp_session(page)
    told = devtools.send("Page.getAppManifest")
    assert told["errors"] == []
    assert (told["manifest"]["startUrl"], told["manifest"]["scope"]) == (site.url, site.url)
    assert devtools.send("Page.getInstallabilityErrors")["installabilityErrors"] in (
        [],
        [{"errorId": "in-incognito", "errorArguments": []}],
    )
    manifest = json.loads((site.folder / "manifest.webmanifest").read_text(encoding="utf-8"))
    assert manifest["name"] == "Dân vận khéo"
    for icon in manifest["icons"]:
        file = site.folder / icon["src"]
        if file.suffix == ".png":
            with Image.open(file) as picture:
                assert icon["sizes"] == "{}x{}".format(*picture.size)
        else:
            assert file.is_file()


# --- A host that gives no page --------------------------------------------------------------------------------------


def change(site, address, text="<h1 data-new"):
    """Have the host a newer page."""
    file = site.folder / address / "index.html"
    file.write_text(file.read_text(encoding="utf-8").replace("<h1", text, 1), encoding="utf-8")


def test_a_silent_host_is_waited_for_four_seconds_and_what_it_says_late_is_kept(context, own):
    page = context.new_page()
    read(page, own, FULL, HARDLY)
    change(own, FULL)
    own.troubles["*"] = 7.0
    begun = time.monotonic()
    page.goto(own.url + FULL)
    assert PATIENCE - 0.1 <= time.monotonic() - begun < PATIENCE + SLACK
    assert page.locator("h1:not([data-new])").count()
    assert page.locator(AGE).is_visible()
    kept = "url => caches.match(url).then((found) => found.text()).then((text) => text.includes('data-new'))"
    until(page, kept, own.url + FULL)
    own.troubles.clear()
    page.goto(own.url + FULL)
    assert page.locator("h1[data-new]").count()
    assert not page.locator(AGE).count(), "what the host has today has no age"


def test_who_has_nothing_else_waits_on(context, own):
    page = context.new_page()
    read(page, own, FULL, HARDLY)
    own.troubles[DRAWN] = PATIENCE + 1.5
    page.goto(own.url + DRAWN)
    assert page.locator("article.dv-model").count()
    assert not page.locator(AGE).count()


def test_a_host_in_trouble_is_stood_in_for_by_what_is_kept_and_by_nothing_else(context, own):
    page = context.new_page()
    read(page, own, FULL, HARDLY)
    own.troubles["*"] = 503
    assert page.goto(own.url + FULL).status == 200
    assert page.locator(AGE).is_visible()
    assert page.goto(own.url + DRAWN).status == 503


def test_a_kept_page_says_how_old_it_is_under_its_own_policy(context, made):
    page = context.new_page()
    read(page, made, FULL)
    complaints = []
    page.on("console", lambda said: complaints.append(said.text) if "Content Security Policy" in said.text else None)
    before = page.reload().header_value("content-security-policy")
    context.set_offline(True)
    assert page.goto(made.url + FULL).header_value("content-security-policy") == before != ""
    line = page.locator(AGE).inner_text()
    told = datetime.strptime(line, "Bản đã lưu trên máy lúc %H:%M ngày %d/%m/%Y; chưa tải được bản mới.")  # noqa: DTZ007 - the device's own time
    assert abs(datetime.now() - told) < timedelta(minutes=3)  # noqa: DTZ005
    assert page.evaluate("document.querySelector('.dv-age').getBoundingClientRect().top") < 200
    assert complaints == []


@pytest.mark.parametrize(
    "asked", [FULL[:-1], f"{FULL}index.html", f"{FULL}?utm_source=zalo&fbclid=1#nguon", f"{FULL[:-1]}?utm_source=zalo"]
)
def test_a_page_is_found_however_it_is_asked_for(context, made, asked):
    page = context.new_page()
    read(page, made, FULL)
    context.set_offline(True)
    page.goto(made.url + asked)
    assert page.locator("h1").inner_text().startswith("“Đường hoa tự quản”")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == PAPER, "its styles are found from there"
    assert ("utm_source" in page.url) == ("utm_source" in asked)


def test_what_was_removed_comes_back_for_no_trouble_of_the_host(context, own):
    page = context.new_page()
    read(page, own, FULL, HARDLY, DRAWN)
    for address, status in ((HARDLY, 404), (DRAWN, 410)):
        own.troubles[address] = status
        assert page.goto(own.url + address).status == status
        until(page, "url => caches.match(url).then((found) => !found)", own.url + address)
    notice = next(path for path, text in own.pages.items() if "Ngày gỡ:" in text)
    shutil.copyfile(own.folder / notice, own.folder / FULL / "index.html")
    page.goto(own.url + FULL)
    kept = "url => caches.match(url).then((found) => found.text()).then((text) => text.includes('Ngày gỡ:'))"
    until(page, kept, own.url + FULL)
    own.troubles.update({"*": 503, HARDLY: 503, DRAWN: 503})
    for address in (HARDLY, DRAWN):
        assert page.goto(own.url + address).status in {503, 410}, "browsers may keep a 410 themselves"
    page.goto(own.url + FULL)
    assert "Ngày gỡ:" in page.locator("main").inner_text()


def test_a_part_that_is_missing_takes_the_page_for_no_network_not_along(context, own):
    next((own.folder / "assets").glob("may.*.css")).unlink()
    page = context.new_page()
    read(page, own, FULL)
    until(page, "url => caches.match(url).then(Boolean)", f"{own.url}ngoai-mang/")
    context.set_offline(True)
    page.goto(own.url + DRAWN)
    page.locator("[data-dv-kept] li").first.wait_for()


def test_a_comparison_says_which_of_its_models_are_of_before(context, own):
    page = context.new_page()
    read(page, own, FULL, HARDLY, "so-sanh/")
    own.troubles[HARDLY] = 503
    page.goto(f"{own.url}so-sanh/?m=duong-hoa-tu-quan&m=cho-phien-sach")
    page.locator("[data-dv-compared][aria-busy=false]").wait_for(state="attached")
    aged = [line for line in page.locator("[data-dv-told] p").all_inner_texts() if "Bản đã lưu trên máy lúc" in line]
    assert len(aged) == 1
    assert aged[0].startswith("“")
