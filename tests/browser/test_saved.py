"""The list of saved models lives on the reader's device alone: it is kept, taken back, and survives whatever lies in the store."""

import json

import pytest
from browser.menu import switch
from playwright.sync_api import expect

FULL, HARDLY, DRAWN, PORTRAIT = "duong-hoa-tu-quan", "cho-phien-sach", "to-tu-quan-so-1", "ke-ve-anh"
KEY = "/thu/.da-luu"
NO_STORE = (
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('closed', 'SecurityError'); } });"
)
FULL_STORE = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"


@pytest.fixture
def page(visit):
    return visit().new_page()


def read(page, site, model):
    page.goto(f"{site.url}mo-hinh/{model}/")
    return page.locator("[data-dv-save]")


def save(page, site, *models):
    for model in models:
        read(page, site, model).click()


def listed(page):
    """The ids in the list, from its top."""
    return page.eval_on_selector_all("[data-dv-lines] > li", "lines => lines.map((line) => line.dataset.id)")


def told(page):
    return page.locator("[data-dv-told]").inner_text()


def test_a_model_is_saved_and_taken_back_on_its_own_page(page, made):
    button = read(page, made, FULL)
    assert (button.inner_text(), button.get_attribute("aria-pressed")) == ("Lưu", "false")
    button.click()
    assert (button.inner_text(), button.get_attribute("aria-pressed")) == ("Đã lưu", "true")
    assert told(page) == "Đã lưu trên máy này. Xem các bài đã lưu"
    page.reload()
    assert button.get_attribute("aria-pressed") == "true", "the device remembers"
    button.click()
    assert (button.inner_text(), told(page)) == ("Lưu", "Đã bỏ khỏi danh sách lưu.")
    assert json.loads(page.evaluate(f"localStorage.getItem('{KEY}')")) == []


def test_the_list_has_the_newest_first_and_leads_to_each(page, made):
    save(page, made, FULL, HARDLY, DRAWN)
    page.get_by_role("link", name="Xem các bài đã lưu").click()
    page.wait_for_url(f"{made.url}da-luu/")
    page.locator("[data-dv-lines] > li").first.wait_for()
    assert listed(page) == [DRAWN, HARDLY, FULL]
    assert page.locator("[data-dv-number]").inner_text() == "3 bài"
    pictures = page.locator("[data-dv-lines] img")
    assert pictures.count() == 1, "a ground of the field's colour stands where there is none"
    pictures.evaluate("image => image.decode()")
    grounds = page.locator("[data-dv-lines] .dv-cover")
    assert grounds.count() == 2
    assert "rgba(0, 0, 0, 0)" not in grounds.evaluate_all(
        "all => all.map((one) => getComputedStyle(one).backgroundColor)"
    )
    page.locator("[data-dv-lines] h2 a").last.click()
    page.wait_for_url(f"{made.url}mo-hinh/{FULL}/")


def test_who_takes_one_away_stays_where_it_was(page, made):
    save(page, made, FULL, HARDLY, DRAWN)
    page.goto(f"{made.url}da-luu/")
    focused = "document.activeElement.closest('li')?.dataset.id ?? document.activeElement.tagName"
    page.locator("[data-dv-lines] button").nth(1).press("Enter")
    assert listed(page) == [DRAWN, FULL]
    assert page.evaluate(focused) == FULL
    assert told(page).startswith("Đã bỏ “")
    page.locator("[data-dv-lines] button").last.press("Enter")
    assert page.evaluate(focused) == DRAWN
    page.locator("[data-dv-lines] button").press("Enter")
    assert page.evaluate(focused) == "H1", "of an empty list the title is left"
    assert page.locator("[data-dv-empty]").is_visible()
    page.get_by_role("button", name="Lấy lại").click()
    assert listed(page) == [DRAWN]


def test_all_are_taken_away_and_given_back(page, made):
    save(page, made, FULL, HARDLY)
    page.goto(f"{made.url}da-luu/")
    page.get_by_role("button", name="Bỏ tất cả").click()
    assert (listed(page), told(page)) == ([], "Đã bỏ 2 bài. Lấy lại")
    page.reload()
    assert listed(page) == []
    save(page, made, FULL, HARDLY)
    page.goto(f"{made.url}da-luu/")
    page.get_by_role("button", name="Bỏ tất cả").click()
    page.get_by_role("button", name="Lấy lại").click()
    assert listed(page) == [HARDLY, FULL]


def test_up_to_three_are_chosen_to_be_compared(page, made):
    save(page, made, FULL, HARDLY, DRAWN, PORTRAIT)
    page.goto(f"{made.url}da-luu/")
    boxes = page.locator("[data-dv-lines] input")
    for number in range(3):
        boxes.nth(number).check()
    assert boxes.nth(3).is_disabled()
    boxes.nth(0).uncheck()
    assert not boxes.nth(3).is_disabled()
    page.get_by_role("button", name="So sánh", exact=True).click()
    page.wait_for_url(f"{made.url}so-sanh/?m={DRAWN}&m={HARDLY}")


def test_another_tab_sees_what_is_saved(visit, made):
    context = visit()
    one, other = context.new_page(), context.new_page()
    other.goto(f"{made.url}da-luu/")
    save(one, made, FULL)
    expect(other.locator("[data-dv-lines] > li")).to_have_count(1)


def test_the_list_tells_what_the_page_told_last(page, made):
    save(page, made, FULL)
    (row,) = json.loads(page.evaluate("key => localStorage.getItem(key)", KEY))
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, json.dumps([{**row, "title": "Tên cũ"}])])
    page.goto(f"{made.url}da-luu/")
    assert page.locator("[data-dv-lines] h2").inner_text() == "Tên cũ"
    read(page, made, FULL)
    page.goto(f"{made.url}da-luu/")
    assert page.locator("[data-dv-lines] h2").inner_text().startswith("“Đường hoa tự quản”")


HOSTILE = '<img src=x onerror="window.__ran = 1"><script>window.__ran = 1</script>'
RUBBISH = {
    "no JSON": "{[",
    "another shape": '{"length": 3}',
    "a number": "7",
    "cut text": '[{"id": "cho-phien-sach", "tit',
    "things that are no models": json.dumps(
        [None, 3, "a", [], {"id": 5}, {"id": "../../ra-ngoai"}, {"id": "javascript:alert(1)"}, {"id": ["mo-hinh"]}]
    ),
}


@pytest.mark.parametrize("value", RUBBISH.values(), ids=RUBBISH)
def test_rubbish_in_the_store_is_no_list(page, made, value):
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(made.url)
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, value])
    page.goto(f"{made.url}da-luu/")
    assert page.locator("[data-dv-empty]").is_visible()
    save(page, made, FULL)
    page.goto(f"{made.url}da-luu/")
    assert listed(page) == [FULL]
    assert errors == []


@pytest.mark.parametrize("value", [5, [["anh/a.webp"]], ["2026-11-29"], {"toString": 1, "valueOf": 1}, None, True])
def test_a_model_of_strange_values_is_listed_by_what_is_known_of_it(page, made, value):
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(made.url)
    strange = {"id": FULL} | dict.fromkeys(("title", "field", "key", "place", "picture", "day"), value)
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, json.dumps([strange, {"id": HARDLY}])])
    page.goto(f"{made.url}da-luu/")
    assert listed(page) == [FULL, HARDLY]
    assert page.locator("[data-dv-lines] h2").first.inner_text() == FULL
    assert errors == []


def test_markup_in_the_store_is_text(page, made):
    page.goto(made.url)
    row = {"id": "mo-hinh-la", "picture": "//ke-xau.example/a.jpg"}
    row |= dict.fromkeys(("title", "field", "key", "place"), HOSTILE)
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, json.dumps([row, row])])
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{made.url}da-luu/")
    assert page.locator("[data-dv-lines] h2").inner_text() == HOSTILE
    assert listed(page) == ["mo-hinh-la"], "twice the same is once"
    assert not page.locator("[data-dv-lines] img").count()
    assert page.evaluate("window.__ran") is None
    assert [url for url in asked if not url.startswith(made.origin)] == []


@pytest.mark.parametrize("script", [NO_STORE, FULL_STORE], ids=["closed", "full"])
def test_a_store_that_takes_nothing_is_told(visit, made, script):
    context = visit()
    context.add_init_script(script)
    page = context.new_page()
    button = read(page, made, FULL)
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
    assert told(page) == "Chưa lưu được: trình duyệt không cho trang ghi nhớ, hoặc máy đã hết chỗ."
    page.goto(f"{made.url}da-luu/")
    assert page.locator("[data-dv-empty]").is_visible()
    if script is NO_STORE:
        assert told(page) == "Trình duyệt này không cho trang ghi nhớ, nên không lưu được bài."


def test_sites_of_one_origin_share_nothing(page, made):
    """Neither what is saved nor any choice, and nothing of what a tab remembers."""
    page.goto(f"{made.url}linh-vuc/kinh-te/")
    page.locator(".dv-list .dv-card__title a").first.click()
    page.locator("[data-dv-save]").click()
    for choice in ("Chữ lớn", "Tương phản cao", "Tối"):
        switch(page, choice)
    assert sorted(page.evaluate("Object.keys(localStorage)")) == [
        f"/thu/.{name}" for name in ("chu-lon", "da-luu", "nen", "tuong-phan")
    ]
    assert page.evaluate("Object.keys(sessionStorage)") == ["/thu/.danh-sach"]
