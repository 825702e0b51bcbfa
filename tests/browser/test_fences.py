"""One throw never takes all: where storage is closed or holds anything, or a script is missing, everything else goes on."""

import json
import re

import pytest
from browser.menu import NIGHT, open_menu, switch
from playwright.sync_api import expect

MODEL, LIST = "mo-hinh/duong-hoa-tu-quan/", "linh-vuc/kinh-te/"
OF_A_DEVICE = ("da-luu/", "so-sanh/", "ngoai-mang/")
TOOLS = ("share", "print", "copy", "save", "compare")
CLOSED = """for (const name of ["localStorage", "sessionStorage", "caches"])
    Object.defineProperty(window, name, { get() { throw new DOMException("closed", "SecurityError"); } });"""
NOT_KEPT = "Trình duyệt không ghi nhớ được lựa chọn này, nên nó chỉ có trên trang đang mở."
NOT_LOADED = "Phần này của trang chưa tải được, hoặc trình duyệt quá cũ để chạy nó."
SWITCHES = 5
STRANGE = (
    "",
    "null",
    "7",
    '"x"',
    "[]",
    "{}",
    "[[1]]",
    '{"index": 1}',
    '{"color": 5}',
    '{"index": 5, "color": {"media": 7}}',
    "{cut",
    "\x00",
    "[" * 1_000_000,
    '"' + "x" * 900_000 + '"',
    json.dumps([{"id": f"mo-hinh-{number}", "title": {}, "picture": 7, "day": [1]} for number in range(10_000)]),
    '{"title": "x", "address": "/thu/", "models": [' + ",".join(['["/thu/x/", "x"]'] * 40_000) + "]}",
    '[{"id": "toString", "title": "x"}, {"id": ["abc"]}, {"id": "abc", "key": "__proto__"}, {"__proto__": 1}]',
)
"""What may lie there: no JSON, another kind of value than was kept, deeper or far more of it than anybody keeps."""


@pytest.fixture
def errors():
    return []


def opened(context, errors):
    page = context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    return page


def assert_all_works(page, without=()):
    """What a model's page can do is offered and done; some of it waits in a fold."""
    page.locator("main details").evaluate_all("folds => folds.forEach((fold) => { fold.open = true; })")
    for tool in TOOLS:
        expect(page.locator(f"[data-dv-{tool}]").first, tool).to_be_visible(visible=tool not in without)
    expect(page.locator(".dv-menu summary")).to_be_visible(visible="view" not in without)
    if "view" not in without:
        assert open_menu(page).locator("input:visible").count() == SWITCHES
        page.keyboard.press("Escape")
    if "photos" not in without:
        page.locator("a[data-dv-large]").first.click()
        expect(page.locator("dialog")).to_be_visible()
        page.keyboard.press("Escape")


def closed(visit):
    """A reader who has all cookies blocked: in Chromium, merely to touch a store throws then."""
    context = visit()
    context.add_init_script(CLOSED)
    return context


def test_where_nothing_may_be_kept_all_else_works_and_that_is_told(made, visit, errors):
    page = opened(closed(visit), errors)
    page.goto(made.url + MODEL)
    assert_all_works(page, without=() if page.evaluate("Boolean(navigator.clipboard)") else ("share", "copy"))
    switch(page, "Chữ lớn")
    assert page.locator("[data-dv-not-kept]").inner_text() == NOT_KEPT
    page.locator("[data-dv-save]").click()
    assert page.locator("[data-dv-told]").inner_text().startswith("Chưa lưu được: trình duyệt không cho trang ghi nhớ")
    page.goto(f"{made.url}da-luu/")
    assert (
        page.locator("[data-dv-told]").inner_text()
        == "Trình duyệt này không cho trang ghi nhớ, nên không lưu được bài."
    )
    page.goto(f"{made.url}ngoai-mang/")
    expect(page.locator("[data-dv-told]")).to_have_text(
        "Trình duyệt này, hoặc địa chỉ không có https, không cho giữ bài trên máy."
    )
    for address in (LIST, "so-sanh/?m=duong-hoa-tu-quan", "404.html", "gioi-thieu/"):
        page.goto(made.url + address)
        switch(page, "Tối")
        assert page.evaluate(NIGHT) == "dark", address
        assert page.locator("[data-dv-not-kept]").inner_text() == NOT_KEPT, address
    assert errors == []


def test_a_choice_that_is_kept_at_last_is_told_no_more(visit, made):
    context = visit()
    context.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full'); };")
    page = context.new_page()
    page.goto(made.url + MODEL)
    told = open_menu(page).locator("[data-dv-not-kept]")
    assert told.bounding_box()["height"] == 0
    switch(page, "Tương phản cao")
    assert told.inner_text() == NOT_KEPT
    page.evaluate("Storage.prototype.setItem = () => 0")
    switch(page, "Tương phản cao")
    assert told.inner_text() == ""


@pytest.mark.parametrize("value", STRANGE, ids=lambda value: value[:20])
def test_whatever_is_in_the_store_takes_nothing_along(visit, made, errors, value):
    page = opened(visit(color_scheme="light"), errors)
    page.goto(made.url)
    put = "([keys, value]) => { for (const key of keys) { localStorage.setItem(key, value); sessionStorage.setItem(key, value); } }"
    names = ("chu-lon", "tuong-phan", "da-luu", "nen", "danh-sach")
    page.evaluate(put, [[f"/thu/.{name}" for name in names], value])
    page.goto(made.url + MODEL)
    assert_all_works(page)
    assert page.evaluate(NIGHT) == "light"
    assert page.locator("[data-dv-view] :checked").evaluate_all("inputs => inputs.map((input) => input.value)") == [""]
    for address in (*OF_A_DEVICE, LIST):
        page.goto(made.url + address)
    assert errors == []


def test_night_is_there_before_the_page_is_painted(visit, made):
    context = visit(color_scheme="light")
    context.add_init_script("try { localStorage.setItem('/thu/.nen', 'dark'); } catch {}")
    page = context.new_page()
    page.route("**/trang.*.js", lambda route: route.abort())
    page.goto(made.url + MODEL)
    assert page.evaluate(NIGHT) == "dark"


MISSING = {
    "trang": ("view", "share", "print", "copy", "photos"),
    "luu": ("save", "compare"),
    "nho": ("save", "compare"),
    "danh-sach": (),
    "nghe": (),
}


@pytest.mark.parametrize("script", MISSING)
def test_a_missing_script_takes_its_own_tools_and_no_others(visit, made, errors, script):
    page = opened(visit(), errors)
    page.route(re.compile(rf"/{script}\.[0-9a-f]+\.js$"), lambda route: route.fulfill(status=404, body="Not found"))
    page.goto(made.url + MODEL)
    assert_all_works(page, without=MISSING[script])
    page.goto(made.url + LIST)
    assert errors == []


@pytest.mark.parametrize("address", OF_A_DEVICE)
@pytest.mark.parametrize("how", ["missing", "unreadable"])
def test_a_page_whose_own_script_fails_says_so_and_leads_on(visit, made, address, how):
    page = visit().new_page()
    page.goto(made.url + address)
    note = page.locator("main .dv-note").filter(has_text=NOT_LOADED)
    assert note.count() == 0, "where it works nothing is said"
    script = page.locator("script[type=module]").get_attribute("src").rsplit("/", 1)[1]
    answer = (
        {"status": 404} if how == "missing" else {"content_type": "text/javascript", "body": "const a = /(?%x)/; ("}
    )
    page.route(f"**/{script}", lambda route: route.fulfill(**answer))
    page.goto(made.url + address)
    expect(note).to_be_visible()
    assert page.locator("main .dv-ways a:visible").count() == 3
    assert open_menu(page).locator("input:visible").count() == SWITCHES


@pytest.mark.parametrize("site", ["real", "made"], indirect=True)
def test_no_page_touches_a_store_but_behind_a_fence(site):
    for path, text in site.pages.items():
        assert "__md_" not in text, path
        for code in re.findall(r"<script>(.*?)</script>", text, re.DOTALL):
            assert "Storage" not in re.sub(r"\btry\{.*\}catch\{\}", "", code), path
