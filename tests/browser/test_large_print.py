"""Large print is the reader's choice: remembered, there before anything is painted, on every page; that nothing sticks out is asked of each."""

from browser.menu import open_menu, switch

FULL = "mo-hinh/duong-hoa-tu-quan/"
SIZE = "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
REMEMBERED = "try { localStorage.setItem('/thu/.chu-lon', '1'); } catch {}"
# Tells the size of the first paragraph when it is parsed, which is before it is painted.
FIRST = """new MutationObserver((_, watch) => {
    if (!document.querySelector("main p")) return;
    window.__first = parseFloat(getComputedStyle(document.documentElement).fontSize);
    watch.disconnect();
}).observe(document, { childList: true, subtree: true });"""


def test_it_enlarges_by_a_quarter_at_least_and_is_remembered(visit, made):
    page = visit().new_page()
    page.goto(made.url + FULL)
    box, before = open_menu(page).get_by_label("Chữ lớn"), page.evaluate(SIZE)
    assert not box.is_checked()
    box.press(" ")
    assert box.is_checked()
    assert page.evaluate(SIZE) >= 1.25 * before
    for where in ("mo-hinh/", "gioi-thieu/", "dia-phuong/cu/nghe-an/hoang-mai/", FULL):
        page.goto(made.url + where)
        assert box.is_checked(), where
    switch(page, "Chữ lớn")
    page.reload()
    assert page.evaluate(SIZE) == before


def test_it_is_there_before_the_page_is_painted(visit, made):
    context = visit()
    context.add_init_script(REMEMBERED + FIRST)
    page = context.new_page()
    page.goto(made.url + FULL)
    assert page.evaluate("window.__first") == 21


def test_it_holds_for_a_page_where_nothing_is_remembered(visit, made):
    context = visit()
    context.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full'); };")
    page = context.new_page()
    page.goto(made.url + FULL)
    before = page.evaluate(SIZE)
    switch(page, "Chữ lớn")
    assert page.evaluate(SIZE) >= 1.25 * before
