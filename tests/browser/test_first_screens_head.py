"""The header is one row wherever it stands, its menu opens and closes as menus do, and the footer ends a page without a word left over."""

import itertools

import pytest
from browser.judging import judge
from browser.menu import open_menu
from browser.questions.fitting import sideways
from browser.watching import NEXT_FRAME, resize
from playwright.sync_api import expect

FULL = "mo-hinh/duong-hoa-tu-quan/"
SHOWN = ("", "mo-hinh/", FULL, "so-lieu/", "gioi-thieu/", "404.html")
LEAST = 44
"""The side of what a finger touches, in px."""
LARGE = "document.documentElement.classList.add('dv-large-print')"
ROW = """() => [...document.querySelectorAll(".dv-header__inner > *")].filter((part) => part.checkVisibility())
    .map((part) => part.getBoundingClientRect()).map(({ top, bottom, left, right }) => ({ middle: (top + bottom) / 2, left, right }))"""
SMALL = """(least) => [...document.querySelectorAll(".dv-header :is(a, summary, label), .dv-footer nav a, .dv-skip")]
    .filter((part) => part.checkVisibility()).map((part) => [part.textContent.trim(), part.getBoundingClientRect()])
    .filter(([, box]) => box.height < least - 0.5 || box.width < Math.min(least, 32)).map(([words, box]) => `“${words}” is ${box.width} × ${box.height}`)"""
# Of each text of several lines, the words that stand in its last one.
ORPHANS = """() => [...document.querySelectorAll(".dv-footer :is(p, li)")].flatMap((part) => {
    const range = document.createRange(), text = document.createTreeWalker(part, NodeFilter.SHOW_TEXT).nextNode();
    const lines = new Map();
    for (const { 0: word, index } of text.data.matchAll(/\\S+/g)) {
      range.setStart(text, index); range.setEnd(text, index + word.length);
      const top = Math.round(range.getBoundingClientRect().top);
      lines.set(top, [...(lines.get(top) || []), word]);
    }
    const last = [...lines.values()].pop();
    return lines.size > 1 && last.length < 2 ? [`“${last}” stands alone`] : [];
})"""
UNDERLINED = """() => [...document.querySelectorAll(".dv-header :is(a, summary)")].filter((part) => part.checkVisibility())
    .filter((part) => { const style = getComputedStyle(part); return style.textDecorationLine !== "none" || parseFloat(style.borderBottomWidth); })
    .map((part) => part.textContent.trim())"""
# What WCAG 1.4.12 lets a reader ask for.
SPACED = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { letter-spacing: 0.12em !important; line-height: 1.5 !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }");
    document.adoptedStyleSheets = [sheet];
}"""


def at(visit, width, **options):
    return visit(viewport={"width": width, "height": 740 if width < 600 else 900}, **options).new_page()


def row(page):
    """Say what does not stand in one row, or lies over its neighbour."""
    boxes = page.evaluate(ROW)
    yield from (
        f"something is {box['middle']} px from the top" for box in boxes if abs(box["middle"] - boxes[0]["middle"]) > 1
    )
    yield from ("neighbours overlap" for one, other in itertools.pairwise(boxes) if one["right"] > other["left"] + 0.5)


HIGHEST = {360: (52, 69), 320: (52, 69), 1280: (65, 86)}
"""How high the header is at most by the width of the screen, and in large print."""


@pytest.mark.parametrize("where", SHOWN)
def test_the_header_is_one_row(visit, made, where):
    page = at(visit, 360)
    page.goto(made.url + where)
    complaints = []
    for is_large, (width, heights) in itertools.product((False, True), HIGHEST.items()):
        if is_large:
            page.evaluate(LARGE)
        resize(page, width)
        there = page.locator(".dv-header").bounding_box()["height"]
        found = [
            *row(page),
            *([f"is {there} px high"] if there > heights[is_large] else []),
            *page.evaluate(SMALL, LEAST),
        ]
        open_menu(page)
        box = page.locator(".dv-menu__in").bounding_box()
        found += [f"open: {what}" for what in page.evaluate(SMALL, LEAST)]
        found += ["the menu sticks out"] if box["x"] < 0 or box["x"] + box["width"] > width else []
        page.keyboard.press("Escape")
        complaints += [f"/{where} at {width} px{', in large print' * is_large}: {what}" for what in found]
    judge(complaints)


@pytest.mark.parametrize(("width", "ways"), [(360, 5), (1280, 0)])
def test_the_menu_has_what_the_row_has_not(visit, made, width, ways):
    page = at(visit, width)
    page.goto(made.url)
    assert page.locator(".dv-nav a:visible").count() == 5 - ways
    menu = open_menu(page)
    assert menu.locator("nav a:visible").count() == ways
    assert menu.locator("input:visible").count() == 5
    assert page.locator(".dv-menu__in").bounding_box()["height"] < 500


@pytest.mark.parametrize("way", ["Escape", "beside", "Tab"])
def test_the_menu_closes_when_it_is_left(visit, made, way):
    page = at(visit, 360)
    page.goto(made.url + FULL)
    menu = open_menu(page)
    menu.locator("input").last.focus()
    if way == "beside":
        page.mouse.click(4, 700)
    else:
        page.keyboard.press(way)
    assert menu.get_attribute("open") is None
    if way == "Escape":
        assert page.evaluate("document.activeElement.localName") == "summary"
    assert page.url == made.url + FULL


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("where", ["", "mo-hinh/", FULL])
def test_the_glass_leads_into_the_box_of_the_search(visit, made, width, where):
    page = at(visit, width)
    page.goto(made.url + where)
    page.get_by_role("link", name="Tìm mô hình", exact=True).click()
    box = page.locator("#dv-q")
    expect(box).to_be_focused()
    page.keyboard.type("hoa")
    assert box.input_value() == "hoa"


@pytest.mark.parametrize("where", SHOWN)
def test_the_first_stop_leads_past_the_header(visit, made, where):
    page = at(visit, 360)
    page.goto(made.url + where)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text() == "Vào thẳng nội dung"
    assert skip.bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert not page.locator(".dv-header :focus, .dv-skip:focus").count()


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_the_footer_leaves_no_word_alone(visit, made, width):
    page = at(visit, width)
    page.goto(f"{made.url}so-lieu/")
    judge(page.evaluate(ORPHANS))
    links = [link.bounding_box() for link in page.locator(".dv-footer nav li").all()]
    columns = len({box["x"] for box in links})
    assert columns > 1
    assert len(links) % columns == 0, "the last row is full"


@pytest.mark.parametrize("width", [360, 1280])
def test_who_has_few_colours_sees_where_one_is(visit, made, width):
    page = at(visit, width, forced_colors="active")
    page.goto(f"{made.url}so-lieu/")
    open_menu(page)
    assert page.evaluate(UNDERLINED) == ["Số liệu"]


@pytest.mark.parametrize("width", [320, 1280])
def test_letters_and_lines_farther_apart_lose_nothing(visit, made, width):
    page = at(visit, width)
    for where in ("da-luu/", "gioi-thieu/", "404.html"):
        page.goto(made.url + where)
        page.evaluate(SPACED)
        page.evaluate(NEXT_FRAME)
        open_menu(page)
        judge([*row(page), *sideways(page)], where)


@pytest.mark.parametrize("where", ["", "mo-hinh/", "so-lieu/", "lan-toa/", "so-sanh/"])
def test_no_phone_enlarges_a_page_for_a_field(visit, made, where):
    page = at(visit, 360)
    page.goto(made.url + where)
    sizes = "fields => fields.map((field) => parseFloat(getComputedStyle(field).fontSize)).filter((size) => size < 16)"
    assert page.locator("input, select, textarea").evaluate_all(sizes) == []
