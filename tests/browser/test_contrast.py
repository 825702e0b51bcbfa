"""High contrast is the reader's choice, or the machine's: text is at 7 : 1 from its ground and lines are seen, by day and by night."""

import pytest
from browser.judging import judge
from browser.menu import switch
from browser.questions import axe

ENHANCED = {
    "runOnly": {"type": "rule", "values": ["color-contrast-enhanced"]},
    "rules": {"color-contrast-enhanced": {"enabled": True}},
    "resultTypes": ["violations"],
}
IS_HIGH = "document.documentElement.classList.contains('dv-contrast')"
LINE = """() => {
    const channels = (colour) => colour.match(/[\\d.]+/g).map((value) => value / 255).map((value) => value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    const light = (colour) => channels(colour).reduce((sum, value, place) => sum + value * [0.2126, 0.7152, 0.0722][place], 0.05);
    const [one, other] = [getComputedStyle(document.querySelector(".dv-header")).borderBottomColor, getComputedStyle(document.body).backgroundColor].map(light);
    return Math.max(one / other, other / one);
}"""
SHOWN = (
    "",
    "mo-hinh/",
    "linh-vuc/kinh-te/",
    "mo-hinh/duong-hoa-tu-quan/",
    "mo-hinh/duong-hoa-tu-quan/lam-theo/",
    "dia-phuong/",
    "dia-phuong/nghe-an/",
    "so-lieu/",
    "lan-toa/",
    "gioi-thieu/",
    "huong-dan/",
    "da-luu/",
)


@pytest.fixture(params=["light", "dark"])
def page(visit, made, request):
    page = visit(color_scheme=request.param, viewport={"width": 360, "height": 740}).new_page()
    page.goto(made.url)
    return page


def test_all_text_is_far_from_its_ground(page, made):
    switch(page, "Tương phản cao")
    complaints = []
    for where in SHOWN:
        page.goto(made.url + where)
        assert page.evaluate(IS_HIGH)
        complaints += [f"/{where}: {what}" for what in axe.findings(page, ENHANCED)]
    judge(complaints)


def test_lines_are_seen(page):
    assert page.evaluate(LINE) < 2
    switch(page, "Tương phản cao")
    assert page.evaluate(LINE) > 4.5


def test_a_machine_may_ask_for_it_and_the_reader_decides(visit, made):
    page = visit(contrast="more").new_page()
    page.goto(made.url)
    assert page.evaluate(IS_HIGH)
    switch(page, "Tương phản cao")
    page.reload()
    assert not page.evaluate(IS_HIGH)
    page.emulate_media(contrast="no-preference")
    page.reload()
    assert not page.evaluate(IS_HIGH)
