"""The first screen of a list belongs to its cards, that of a search to its results: on a phone, and on a desk."""

from urllib.parse import quote

import pytest
from browser.judging import judge
from browser.questions.axe import findings
from browser.questions.fitting import sideways
from browser.watching import HEIGHTS, NARROWEST, resize

LATEST = 300
"""Pixels from the top, on a phone 360 wide, below which the first card or result may not begin."""
FIRST = """() => {
    const card = [...document.querySelectorAll(".dv-list article")].find((one) => one.checkVisibility());
    return Math.round(card.getBoundingClientRect().top);
}"""
SETTLED = """() => {
    const said = document.querySelector("[data-dv-search-status]")?.textContent;
    return said && !said.endsWith("Đang tìm…");
}"""
LISTS = (
    "mo-hinh/",
    "mo-hinh/trang-2/",
    "linh-vuc/he-thong-chinh-tri/",
    "chu-de/moi-truong/",
    "chu-de/moi-truong/lam-theo/",
    "dia-phuong/nghe-an/",
    "dia-phuong/nghe-an/linh-vuc/quoc-phong-an-ninh/",
    "dia-phuong/nghe-an/quynh-mai/",
    "dia-phuong/ha-noi/tay-ho/",
    "dia-phuong/cu/nghe-an/",
    "dia-phuong/cu/ha-noi/dong-da/",
)
QUESTIONS = ("camera", "quỳnh thiện", "hoàng mai", "chợ", "phường quỳnh mai, nghệ an", "dân")


@pytest.fixture
def phone(visit):
    return visit(viewport={"width": 360, "height": 740}).new_page()


def ask(page, site, text, more=""):
    page.goto(f"{site.url}mo-hinh/?q={quote(text)}{more}")
    page.wait_for_function(SETTLED)


def test_on_a_phone_a_list_begins_with_its_cards(phone, real):
    late = []
    for address in LISTS:
        phone.goto(real.url + address)
        if (top := phone.evaluate(FIRST)) > LATEST:
            late.append(f"{address}: the first card begins at {top}")
    judge(late)


def test_on_a_phone_a_search_begins_with_its_results(phone, real):
    late = []
    for text in QUESTIONS:
        ask(phone, real, text)
        if (top := phone.evaluate(FIRST)) > LATEST:
            late.append(f"{text!r}: the first result begins at {top}")
    judge(late)


def test_without_scripts_the_cards_come_first_too(visit, real):
    page = visit(viewport={"width": 360, "height": 740}, java_script_enabled=False).new_page()
    page.goto(f"{real.url}mo-hinh/")
    assert page.locator("[data-dv-browse] article").first.bounding_box()["y"] <= LATEST


def test_on_a_desk_the_first_card_takes_two_columns(visit, real):
    page = visit().new_page()
    for address in ("mo-hinh/", "dia-phuong/ha-noi/tay-ho/"):
        page.goto(real.url + address)
        first, second = (page.locator(".dv-cards article").nth(at).bounding_box() for at in (0, 1))
        assert first["y"] < LATEST
        assert first["width"] > 2 * second["width"]
        assert second["y"] == first["y"], "beside it, not below"


def test_once_something_is_asked_the_heading_makes_room_and_comes_back(phone, real):
    phone.goto(f"{real.url}mo-hinh/")
    heading = phone.locator("h1")
    before = heading.bounding_box()["height"]
    phone.locator("#dv-q").fill("hươu")
    phone.wait_for_function(SETTLED)
    assert heading.bounding_box()["height"] == 1, "it is there for who listens, and takes no room"
    assert not phone.locator("[data-dv-browse]").is_visible()
    phone.locator("#dv-q").fill("")
    phone.locator("[data-dv-browse]").wait_for()
    assert heading.bounding_box()["height"] == before


def test_one_button_holds_all_that_narrows_and_says_how_much_is_chosen(phone, real):
    ask(phone, real, "dân", "&tinh=nghe-an&linh-vuc=kinh-te")
    button = phone.locator(".dv-filter > summary")
    phone.wait_for_function("() => document.querySelector('.dv-filter > summary').textContent === 'Lọc (2)'")
    assert not phone.locator("[data-dv-facet]").first.is_visible()
    button.click()
    assert phone.locator("[data-dv-facet]").first.is_visible()
    assert phone.locator("select[name=sap]").is_visible()
    many = phone.locator("[data-dv-search-cards] article").count()
    phone.get_by_role("button", name=f"Xem {many}\u00a0bài").click()
    assert not phone.locator("[data-dv-facet]").first.is_visible()
    assert phone.evaluate("document.activeElement.textContent") == "Lọc (2)"


def test_a_line_scrolls_sideways_and_the_page_does_not(phone, real):
    phone.goto(f"{real.url}mo-hinh/")
    line = phone.locator("nav.dv-strip ul")
    assert line.evaluate("line => line.scrollWidth > line.clientWidth")
    assert line.locator("[aria-current=page]").inner_text() == f"Tất cả {len(real.models)}"
    last = line.locator("a").last
    last.focus()
    phone.wait_for_function("line => line.scrollLeft > 0", arg=line.element_handle())
    box = last.bounding_box()
    assert box["x"] + box["width"] <= 360 - 40, "out of the fade at its end"
    assert sideways(phone) == []


def test_the_list_that_is_read_is_the_first_dark_one_on_its_line(phone, real):
    for address in ("dia-phuong/nghe-an/quynh-mai/", "linh-vuc/he-thong-chinh-tri/", "chu-de/moi-truong/lam-theo/"):
        phone.goto(real.url + address)
        current = phone.locator("nav.dv-strip a[aria-current=page]")
        assert current.count() == 1, address
        assert current.bounding_box()["x"] < 40, address


def test_all_ways_stand_behind_the_button_and_work_without_scripts(visit, real):
    page = visit(java_script_enabled=False, viewport={"width": 360, "height": 740}).new_page()
    page.goto(f"{real.url}dia-phuong/nghe-an/")
    page.locator(".dv-filter > summary").click()
    titles = page.locator(".dv-filter h2").all_inner_texts()
    places = ["Theo xã, phường, đặc khu hiện nay", "Theo quận, huyện cũ"]
    assert titles == ["Theo lĩnh vực", *places, "Cho ban chỉ đạo"]
    page.locator(".dv-filter").get_by_role("link", name="Thị xã Hoàng Mai").click()
    assert page.locator("h1").inner_text() == "Thị xã Hoàng Mai"


def test_what_was_counted_is_said_in_words_beside_a_thumb(phone, made):
    """A number alone says nothing: its row has what was counted, from what to what."""
    ask(phone, made, "đường hoa")
    rows = phone.locator("article:has(.dv-cover--number)")
    assert rows.count()
    for row in rows.all():
        number = row.locator(".dv-cover__big").inner_text()
        assert number in row.locator(".dv-card__result, .dv-card__meta").all_inner_texts()[0]


def test_in_a_list_too_and_once_where_the_cover_has_room_for_it(visit, phone, made):
    rows = ".dv-cards--rows > .dv-card:not(:first-child):has(> :is(.dv-cover--number, .dv-cover--bars))"
    phone.goto(f"{made.url}mo-hinh/")
    assert phone.locator(rows).count()
    for row in phone.locator(rows).all():
        assert row.locator(".dv-card__result b").last.is_visible()
    desk = visit().new_page()
    desk.goto(f"{made.url}mo-hinh/")
    assert not desk.locator(rows).first.locator(".dv-card__result").is_visible()


@pytest.mark.parametrize("text", ["xyzzy", "camera giám sát rừng", "hươu"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_state_of_the_search_is_accessible_and_fits(visit, real, text, scheme):
    width = 360 if scheme == "light" else 1280
    page = visit(
        viewport={"width": width, "height": HEIGHTS[width]}, color_scheme=scheme, reduced_motion="reduce"
    ).new_page()
    complaints = []
    ask(page, real, text)
    complaints += findings(page)
    page.route("**/tim/**", lambda route: route.abort())
    ask(page, real, f"{text} không")
    complaints += findings(page)
    resize(page, NARROWEST)
    judge(complaints + sideways(page))


# Signs between two things that stand before the first word of a line, or after its last.
LOOSE = """() => {
    const loose = [], range = document.createRange();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { data, parentElement } = texts.currentNode;
      for (let at = data.indexOf("·"); at >= 0; at = data.indexOf("·", at + 1)) {
        range.setStart(texts.currentNode, at);
        range.setEnd(texts.currentNode, at + 1);
        const sign = range.getBoundingClientRect();
        const box = parentElement.closest("p, li, td, dd, h1, h2, h3, .dv-quiet");
        if (!sign.width || !box) continue;
        const all = document.createRange();
        all.selectNodeContents(box);
        const line = [...all.getClientRects()].filter((one) => one.width && one.top < sign.bottom - 3 && one.bottom > sign.top + 3);
        const [left, right] = [Math.min(...line.map((one) => one.left)), Math.max(...line.map((one) => one.right))];
        if (sign.left - left < 2 || right - sign.right < 6) loose.push(box.textContent.trim().replace(/\\s+/g, " ").slice(0, 90));
      }
    }
    return loose;
}"""


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_no_line_begins_or_ends_with_a_sign_between_two_things(visit, real, width):
    page = visit(viewport={"width": width, "height": 740}).new_page()
    found = []
    for where in (
        "",
        "mo-hinh/",
        "lan-toa/",
        "su-kien/",
        "van-ban/",
        "phat-thanh/",
        "dia-phuong/nghe-an/",
        "dieu-hanh/",
    ):
        page.goto(real.url + where)
        found += [f"/{where}: {line}" for line in page.evaluate(LOOSE)]
    judge(found)


def test_the_count_of_a_field_stands_beside_its_name(visit, real):
    page = visit(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(real.url)
    for name in page.locator(".dv-door__name").all():
        count = name.locator(".dv-count").bounding_box()
        assert count["x"] > name.bounding_box()["x"] + 20, f"{name.inner_text()!r} has its count on a line of its own"
