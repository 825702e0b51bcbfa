"""Reading on in a list: the page of a model knows the list that its reader came from, in this tab, and leads back to it."""

import json

import pytest
from playwright.sync_api import expect

TRAIL = "[data-dv-trail]"
TITLES = ":is(.dv-card__title, .dv-cover__words) a"
"""Of cards: under the picture, or set in the cover."""
FIRST = "mo-hinh/to-tu-quan-so-20/"
HERE = f'["/thu/{FIRST}", "Đây"]'
KEEP = "([key, kept]) => sessionStorage.setItem(key, kept)"


@pytest.fixture
def page(visit):
    return visit().new_page()


def trail(page):
    """What the bar says, with each step's way to it."""
    links = page.locator(f"{TRAIL} a").all()
    return [
        (" ".join(link.inner_text().split()), link.evaluate("link => link.pathname + link.search")) for link in links
    ]


def cards(page):
    return [
        (" ".join(link.text_content().split()), link.evaluate("link => link.pathname"))
        for link in page.locator(f".dv-list {TITLES}").all()
    ]


def follow(page, link):
    link.click()
    page.wait_for_load_state()


def steps(before, after):
    """The bar's steps as they should be, for models given as (title, address)."""
    told = [before and (f"Trước {before[0]}", before[1]), after and (f"Sau {after[0]}", after[1])]
    return [step for step in told if step]


@pytest.mark.parametrize("address", ["dia-phuong/son-la/", "chu-de/to-tu-quan/trang-2/", "linh-vuc/kinh-te/"])
def test_a_reader_goes_on_in_the_list_that_she_came_from_and_back_to_it(page, made, address):
    page.goto(made.url + address)
    listed = cards(page)
    title = " ".join(page.locator("h1").inner_text().split())
    follow(page, page.locator(f".dv-list {TITLES}").nth(2))
    back = (f"Về danh sách “{title}”", f"{made.base}{address}")
    assert trail(page) == [back, *steps(listed[1], listed[3])]
    for at in (1, 0):
        follow(page, page.locator(f"{TRAIL} a[rel=prev]"))
        assert trail(page) == [back, *steps(listed[at - 1] if at else None, listed[at + 1])]
    follow(page, page.locator(f"{TRAIL} a").first)
    assert page.url == made.url + address


def test_the_keyboard_opens_a_card_just_so(page, made):
    page.goto(f"{made.url}dia-phuong/son-la/")
    page.locator(TITLES).nth(1).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/mo-hinh/*/")
    assert trail(page)[0][0] == "Về danh sách “Sơn La”"


def test_results_of_a_search_are_a_list_too(page, made):
    page.goto(f"{made.url}mo-hinh/?q=to+tu+quan")
    page.locator("[data-dv-search-cards] article").nth(2).wait_for()
    found = [
        (" ".join(link.text_content().split()), link.evaluate("link => link.pathname"))
        for link in page.locator("[data-dv-search-cards] .dv-card__title a").all()
    ]
    follow(page, page.locator("[data-dv-search-cards] .dv-card__title a").nth(1))
    back = ("Về danh sách kết quả tìm “to tu quan”", f"{made.base}mo-hinh/?q=to+tu+quan")
    assert trail(page) == [back, *steps(found[0], found[2])]


def test_who_comes_from_elsewhere_reads_on_in_the_field(page, made):
    page.goto(f"{made.url}dia-phuong/nghe-an/")
    follow(page, page.locator(f".dv-list {TITLES}").first)
    page.goto(made.url + FIRST)
    (label, address), *ways = trail(page)
    assert (label, address) == ("“Kinh tế”", f"{made.base}linh-vuc/kinh-te/")
    assert [way.split()[0] for way, _ in ways] == ["Trước", "Sau"]


@pytest.mark.parametrize(
    "kept",
    [
        *(
            "",
            "null",
            "{}",
            "[1, 2]",
            '"chữ"',
            "{",
            '{"models": 3}',
            '{"title": "x", "address": "/thu/", "models": [null]}',
        ),
        f'{{"title": "x", "address": "/thu/", "models": [{HERE}, 5]}}',
        f'{{"title": "x", "address": "/thu/", "models": [{HERE}, {{}}]}}',
        f'{{"title": "x", "address": "/thu/", "models": [{HERE}, ["/thu/mo-hinh/x/"]]}}',
        f'{{"title": {{}}, "address": "/thu/", "models": [{HERE}]}}',
        f'{{"title": "x", "address": ["/thu/"], "models": [{HERE}]}}',
    ],
)
def test_what_cannot_be_understood_is_left_alone(page, made, kept):
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(made.url)
    page.evaluate(KEEP, [f"{made.base}.danh-sach", kept])
    page.goto(made.url + FIRST)
    page.wait_for_load_state("networkidle")
    assert trail(page)[0][0] == "“Kinh tế”"
    assert errors == []


ELSEWHERE = [
    *(
        "//xau.example/",
        "/\\xau.example/",
        "\\\\xau.example/",
        "https://xau.example/thu/",
        "javascript:alert(1)",
    ),
    *("/mo-hinh/", "/thu/../khac/", "/thuc/", "http://[", "blob:/thu/"),
]


@pytest.mark.parametrize("address", ELSEWHERE)
@pytest.mark.parametrize("what", ["list", "model"])
def test_a_list_with_a_place_that_is_not_of_this_site_is_none(page, made, address, what):
    page.goto(made.url)
    here = [f"{made.base}{FIRST}", "Đây"]
    kept = {"title": "x", "address": f"{made.base}linh-vuc/", "models": [here, [f"{made.base}mo-hinh/khac/", "Sau"]]}
    page.evaluate(KEEP, [f"{made.base}.danh-sach", json.dumps(kept)])
    page.goto(made.url + FIRST)
    assert trail(page)[0][0] == "Về danh sách x", "as it is, it is believed"
    if what == "list":
        kept["address"] = address
    else:
        kept["models"][1][0] = address
    page.evaluate(KEEP, [f"{made.base}.danh-sach", json.dumps(kept)])
    page.goto(made.url + FIRST)
    assert trail(page)[0][0] == "“Kinh tế”"


def test_what_was_kept_is_text(page, made):
    page.goto(made.url)
    kept = {
        "title": "<img src=x onerror=alert(1)>",
        "address": made.base,
        "models": [[f"{made.base}mo-hinh/khac/", "<b>Trước</b>"], [f"{made.base}{FIRST}", "Đây"]],
    }
    page.evaluate(KEEP, [f"{made.base}.danh-sach", json.dumps(kept)])
    page.goto(made.url + FIRST)
    expect(page.locator(TRAIL)).to_contain_text("Về danh sách <img")
    assert page.locator(f"{TRAIL} :is(img, b)").count() == 0
    assert "<b>Trước</b>" in page.locator(TRAIL).inner_text()


def test_where_nothing_may_be_stored_all_works_but_this(visit, made):
    context = visit()
    blocked = "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } })"
    context.add_init_script(blocked)
    page = context.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{made.url}dia-phuong/son-la/")
    follow(page, page.locator(f".dv-list {TITLES}").nth(2))
    page.wait_for_load_state("networkidle")
    assert trail(page)[0][1].startswith(f"{made.base}linh-vuc/")
    assert errors == []
