"""What newsrooms and readers take away: in how few actions, without a script, on paper, and with no network at all."""

import re
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import expect
from zxingcpp import read_barcodes

MODEL = "mo-hinh/duong-hoa-tu-quan/"
PRESS = f"{MODEL}bao-chi/"


class Actions:
    """Counts what a reader does on a page."""

    def __init__(self, page):
        self.page, self.done = page, 0

    def click(self, locator):
        locator.click()
        self.done += 1


@pytest.fixture
def page(visit, made):
    context = visit()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(made.url + MODEL)
    return page


def clipboard(page):
    return page.evaluate("navigator.clipboard.readText()")


def test_to_cite_takes_one_action(page, made):
    reader = Actions(page)
    button = page.locator("[data-dv-copy=trich-dan]")
    reader.click(button)
    expect(button).to_have_text("Đã sao chép")
    assert clipboard(page).startswith("“")
    assert clipboard(page).endswith(made.public + MODEL)
    assert reader.done <= 1


def test_a_photo_with_its_credit_takes_two(page, tmp_path):
    reader = Actions(page)
    reader.click(page.get_by_role("link", name="Dành cho báo chí"))
    with page.expect_download() as download:
        reader.click(page.get_by_role("link", name=re.compile("^Tải (ảnh|tranh)")).first)
    assert reader.done <= 2
    assert re.fullmatch(r"duong-hoa-tu-quan_[a-z0-9-]+_[0-9a-f]{12}-\d+\.jpg", download.value.suggested_filename)
    download.value.save_as(tmp_path / "anh.jpg")
    with Image.open(tmp_path / "anh.jpg") as saved:
        assert b"photoshop:Credit" in saved.info["xmp"]


def test_the_credit_and_the_title_are_copied_from_their_fields(visit, made):
    context = visit()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(made.url + PRESS)
    button = page.locator("[data-dv-copy=nguon-anh-1]")
    button.click()
    expect(button).to_have_text("Đã sao chép")
    assert clipboard(page) == page.locator("#nguon-anh-1").input_value()
    assert len(page.locator("#tit").input_value()) <= 65
    assert len(page.locator("#tom-tat").input_value()) <= 160


def test_all_of_it_is_there_without_a_script(visit, made):
    page = visit(java_script_enabled=False).new_page()
    page.goto(made.url + PRESS)
    assert page.locator("button:visible").count() == 0
    assert page.locator("textarea:visible").count() >= 6
    page.goto(made.url + MODEL)
    expect(page.get_by_role("link", name="Zalo")).to_be_visible()
    expect(page.get_by_role("link", name="Facebook")).to_be_visible()
    expect(page.locator("#ma-qr")).to_be_hidden()
    page.get_by_role("link", name="mã QR").click()
    picture = Image.open(BytesIO(page.locator("#ma-qr svg").screenshot()))
    assert [code.text for code in read_barcodes(picture)] == [made.public + MODEL]


def test_where_a_device_shares_it_is_given_title_place_and_address(visit, made):
    context = visit()
    context.add_init_script("navigator.share = async (what) => { window.__shared = what; };")
    page = context.new_page()
    page.goto(made.url + MODEL)
    page.get_by_role("button", name="Chia sẻ", exact=True).click()
    shared = page.evaluate("window.__shared")
    assert shared["url"] == made.url + MODEL
    assert page.locator("h1").inner_text() in shared["text"]
    assert page.locator("[data-dv-part=place]").inner_text() in shared["text"]
    expect(page.locator("[data-dv-pass]")).to_be_hidden()


@pytest.fixture
def copy(page, tmp_path):
    """The file that a reader has taken away, alone in a folder."""
    with page.expect_download() as download:
        page.get_by_role("link", name="Lưu bài này về máy").click()
    assert download.value.suggested_filename == "duong-hoa-tu-quan.html"
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    return file


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_copy_reads_whole_with_no_network(visit, copy, made, scheme):
    context = visit(viewport={"width": 360, "height": 740}, color_scheme=scheme, offline=True)
    page = context.new_page()
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(copy.as_uri())
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert said == []
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert page.evaluate("[...document.images].every((image) => image.complete && image.naturalWidth > 0)")
    assert page.locator("img").count() > 0
    assert page.evaluate("getComputedStyle(document.body).maxWidth") != "none", "its style applies"
    assert made.public + MODEL in page.locator("header").inner_text()


def test_the_press_page_prints_without_its_buttons(visit, made):
    page = visit().new_page()
    page.goto(made.url + PRESS)
    page.emulate_media(media="print")
    assert page.locator("button:visible").count() == 0
    assert page.locator("textarea:visible").count() >= 6
