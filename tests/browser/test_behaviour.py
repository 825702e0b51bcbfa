"""What a page can do beyond being read: show photos large, change its scheme, share, print."""

import re
from io import BytesIO

import pytest
from browser.menu import NIGHT, switch
from PIL import Image
from playwright.sync_api import expect
from zxingcpp import read_barcodes

FULL = "mo-hinh/duong-hoa-tu-quan/"
SHEET = f"{FULL}lam-theo/"
WITH_SHEETS = ["duong-hoa-tu-quan", "chu-dai-khong-ngat", "duong-hoa-hoc-theo", "nhieu-nhat-moi-thu"]


@pytest.fixture
def page(visit, made):
    page = visit().new_page()
    page.goto(made.url + FULL)
    return page


def photos(page):
    return page.locator("a[data-dv-large]")


def shown(page):
    """The address of the photo in the dialog, relative to the page as its link gives it."""
    return page.locator("dialog img").get_attribute("src")


def address(link):
    return link.evaluate("link => link.href")


@pytest.mark.parametrize("way", ["click", "Enter"])
def test_a_photo_opens_large_and_gives_the_reader_back(page, way):
    link = photos(page).nth(1)
    if way == "click":
        link.click()
    else:
        link.focus()
        page.keyboard.press(way)
    dialog = page.locator("dialog")
    assert dialog.is_visible()
    assert shown(page) == address(link)
    assert page.locator("dialog img").get_attribute("alt") == link.locator("img").get_attribute("alt")
    assert dialog.locator("p").inner_text() == link.locator("xpath=..").locator("figcaption").inner_text()
    page.keyboard.press("Escape")
    assert not dialog.is_visible()
    assert link.evaluate("link => document.activeElement === link"), "the reader is where the photo was opened"


def test_a_large_photo_is_larger_and_fits_the_screen(page):
    for number in range(photos(page).count()):
        link = photos(page).nth(number)
        small = link.locator("img").bounding_box()
        link.click()
        large = page.locator("dialog img")
        large.evaluate("image => image.decode()")
        box, natural = large.bounding_box(), large.evaluate("image => [image.naturalWidth, image.naturalHeight]")
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 1280
        assert box["y"] + box["height"] <= 900
        # What is small in itself is not blown up; what is not, is larger than on the page in one direction at least.
        assert box["width"] > small["width"] or box["height"] > small["height"] or natural[0] <= small["width"], number
        page.keyboard.press("Escape")


def test_arrows_go_round_all_photos(page):
    count = photos(page).count()
    photos(page).nth(0).click()
    forth = []
    for _ in range(count):
        forth.append(shown(page))
        page.keyboard.press("ArrowRight")
    assert forth == [address(photos(page).nth(number)) for number in range(count)]
    assert shown(page) == forth[0], "after the last comes the first"
    page.keyboard.press("ArrowLeft")
    assert shown(page) == forth[-1]


@pytest.mark.parametrize("way", ["button", "beside"])
def test_a_large_photo_closes_by_hand(page, way):
    photos(page).nth(0).click()
    if way == "button":
        page.get_by_role("button", name="Đóng").click()
    else:
        page.mouse.click(2, 2)
    assert not page.locator("dialog").is_visible()


def test_the_gallery_repeats_no_photo_of_the_story(page):
    told = {address(link) for link in page.locator(".dv-story a[data-dv-large]").all()}
    hung = {address(link) for link in page.locator(".dv-gallery a[data-dv-large]").all()}
    assert told
    assert hung
    assert not told & hung


def test_the_scheme_changes_and_stays_changed_at_any_depth(visit, made):
    page = visit(color_scheme="light").new_page()
    page.goto(made.url)
    assert page.evaluate(NIGHT) == "light"
    seen = []
    for choice in ("Sáng", "Tối", "Theo máy", "Tối"):
        switch(page, choice)
        seen.append(page.evaluate(NIGHT))
    assert seen == ["light", "dark", "light", "dark"]
    for where in (SHEET, "mo-hinh/", "huong-dan/", "dia-phuong/cu/nghe-an/hoang-mai/", "404.html"):
        page.goto(made.url + where)
        assert page.evaluate(NIGHT) == "dark", where
        assert page.locator("[name=nen]:checked").get_attribute("value") == "dark", where


def test_the_scheme_follows_the_machine_until_it_is_chosen(visit, made):
    page = visit(color_scheme="dark").new_page()
    page.goto(made.url)
    assert page.evaluate(NIGHT) == "dark"
    page.emulate_media(color_scheme="light")
    assert page.evaluate(NIGHT) == "light"
    switch(page, "Sáng")
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(NIGHT) == "light"


def test_the_page_behind_a_large_photo_stays_where_it_is(page):
    photos(page).nth(1).scroll_into_view_if_needed()
    place = page.evaluate("[scrollX, scrollY]")
    photos(page).nth(1).click()
    page.mouse.move(20, 450)
    page.mouse.wheel(0, 900)
    page.keyboard.press("PageDown")
    page.wait_for_timeout(200)
    assert page.evaluate("[scrollX, scrollY]") == place
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    assert page.evaluate("[scrollX, scrollY]") == place
    page.mouse.wheel(0, 300)
    page.wait_for_function("before => scrollY > before", arg=place[1])


def test_the_address_is_copied_where_nothing_can_be_shared(visit, made):
    context = visit()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{made.url}{FULL}#nguon")
    button = page.locator("[data-dv-share]")
    button.click()
    expect(button).to_have_text("Đã sao chép")
    words, address = page.evaluate("navigator.clipboard.readText()").split("\n")
    assert address == made.url + FULL
    assert words.startswith(page.locator("h1").inner_text())
    assert words.endswith(")")


@pytest.mark.parametrize("where", [FULL, SHEET])
def test_the_print_button_prints(visit, made, where):
    context = visit()
    context.add_init_script("window.print = () => { window.__printed = true; }")
    page = context.new_page()
    page.goto(made.url + where)
    page.get_by_role("button", name="In trang này").click()
    assert page.evaluate("window.__printed")


def sheets(page):
    """How many sheets of paper a page takes."""
    paper = page.pdf(prefer_css_page_size=True, print_background=True)
    return len(re.findall(rb"/Type\s*/Page\b", paper))


def test_the_sheet_is_one_page_of_a4(visit, made):
    """Also with twelve steps of some 140 characters, all that is needed, questions, ten hosts, twenty sources, and a code."""
    page = visit().new_page()
    for model in WITH_SHEETS:
        page.goto(f"{made.url}mo-hinh/{model}/lam-theo/")
        assert page.locator(".dv-code").count() == 1, model
        assert sheets(page) == 1, model
    page.goto(f"{made.url}mo-hinh/nhieu-nhat-moi-thu/")
    assert sheets(page) > 3, "a long page takes several, so they are counted"


@pytest.mark.parametrize("model", [*WITH_SHEETS, "to-tu-quan-so-1"])
def test_what_is_read_over_loudspeakers_is_one_page_of_a4(visit, made, model):
    """Also 1,200 letters of the editors' own, under the longest title."""
    page = visit().new_page()
    page.goto(f"{made.url}mo-hinh/{model}/phat-thanh/")
    assert sheets(page) == 1
    page.emulate_media(media="print")
    letters = page.locator(".dv-aloud__text").evaluate("part => parseFloat(getComputedStyle(part).fontSize) * 0.75")
    assert letters >= 12


@pytest.mark.parametrize(("media", "pixels"), [("screen", 1), ("print", 4)])
def test_a_phone_reads_the_code_on_the_sheet(visit, made, media, pixels):
    """By day, by night and in few colours."""
    page = visit(device_scale_factor=pixels).new_page()
    for model in WITH_SHEETS:
        page.goto(f"{made.url}mo-hinh/{model}/lam-theo/")
        for scheme, colours in (("light", "none"), ("dark", "none"), ("light", "active")):
            page.emulate_media(media=media, color_scheme=scheme, forced_colors=colours)
            picture = Image.open(BytesIO(page.locator(".dv-code").screenshot()))
            assert [found.text for found in read_barcodes(picture)] == [f"{made.public}mo-hinh/{model}/"]
            assert page.locator(".dv-web strong").inner_text() == f"{made.public}mo-hinh/{model}/"


def test_a_module_of_the_code_is_as_large_as_a_printer_and_a_phone_need(visit, made):
    page = visit().new_page()
    page.emulate_media(media="print")
    for model in WITH_SHEETS:
        page.goto(f"{made.url}mo-hinh/{model}/lam-theo/")
        millimetres = page.locator(".dv-code").bounding_box()["width"] / 96 * 25.4
        modules = float(page.locator(".dv-code").get_attribute("viewBox").split()[2])
        assert millimetres / modules > 0.4, model


def test_a_site_without_an_address_has_no_code(visit, real):
    page = visit().new_page()
    page.goto(f"{real.url}mo-hinh/thuy-khue-mat-bang-muong-thoat-nuoc/lam-theo/")
    assert page.locator(".dv-sheet").count() == 1
    assert not page.locator(".dv-code, .dv-web").count()


def test_paper_has_the_story_and_not_the_ways_on(page):
    page.emulate_media(media="print")
    for part in (".dv-nav", ".dv-footer", ".dv-menu", ".dv-icon", ".dv-acts", ".dv-press", ".dv-around", "dialog"):
        assert page.locator(part).count(), f"{part} is there on the screen"
        assert not page.locator(f"{part}:visible").count(), f"{part} is on paper"
    for part in ("h1", ".dv-lead", ".dv-picture img", ".dv-story p", ".dv-steps li", ".dv-sources li", ".dv-code"):
        assert page.locator(f"{part}:visible").count(), f"{part} is not on paper"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_on_the_sheet_what_is_needed_stands_in_one_line(visit, real):
    page = visit(viewport={"width": 720, "height": 1000}).new_page()
    page.goto(real.url + next(path for path, text in real.pages.items() if '"dv-sheet' in text and '"dv-four"' in text))
    page.emulate_media(media="print")
    names = page.locator(".dv-four dt").all()
    assert len({name.bounding_box()["y"] for name in names}) == 1 < len(names)
    assert set(
        page.locator(".dv-four > div").evaluate_all("all => all.map((one) => getComputedStyle(one).borderTopWidth)")
    ) == {"0px"}


def test_paper_is_white_by_night_too(visit, made):
    page = visit(color_scheme="dark").new_page()
    page.goto(made.url + SHEET)
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(0, 0, 0)"
