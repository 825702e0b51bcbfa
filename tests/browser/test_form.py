"""The form in the browser: who has a telephone, photos and no account sends a model that is received and found sound."""

import gzip
import json
import os
import re
from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from browser.filling import ODD, Filling
from browser.forge import API, BRANCH, PROJECT, TOKEN, forge
from browser.forge_calls import CALLS
from browser.judging import judge
from browser.questions import axe
from made_site import FULL, VOCABULARY, make_models
from PIL import Image
from playwright.sync_api import expect
from project import ROOT, THIS_DAY, run
from showcase.exchange.comparing import texts_of
from showcase.publish.story import write_html
from showcase.record.catalogue import vocabularies_of
from showcase.record.photo import PhotoFacts
from showcase.record.submission import read_model, read_vocabulary
from showcase.rules.book import check_file
from showcase.rules.setting import Setting
from showcase.system.gazetteer import load_gazetteer
from showcase.words.dates import VIETNAM
from showcase.words.problem import Severity

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
GPS = 0x8825
ONE_PRESS = 900
"""Milliseconds after which a press is another one."""
TITLE = "Đường hoa tự quản của chị em bản Lướt"


def photo(width=1600, height=1000, kind="JPEG"):
    """A photo that says where it was taken, as a telephone writes it."""
    picture, file = Image.effect_noise((width, height), 60).convert("RGB"), BytesIO()
    exif = Image.Exif()
    exif[GPS] = {1: "N", 2: (21.0, 19.0, 41.0), 3: "E", 4: (103.0, 54.0, 52.0)}
    exif[0x0110] = "Máy của một người"
    picture.save(file, kind, exif=exif)
    return file.getvalue()


@pytest.fixture
def form(visit, made):
    """The form as somebody with a telephone opens it, and what went wrong on it."""
    page, wrong = visit(**PHONE, accept_downloads=True).new_page(), []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    # That no page has the new id is what the form asks, and Chromium calls the answer an error.
    page.on(
        "console", lambda said: wrong.append(said.text) if said.type == "error" and "404" not in said.text else None
    )
    page.goto(f"{made.url}gui-bai/")
    expect(page.locator("#o-tieu_de")).to_be_visible()
    yield page
    assert wrong == []


def go(page, step):
    page.locator(f'.dv-form__steps a[href="#{step}"]').click()
    expect(page.locator(f"#buoc-{step}")).to_be_visible()


def take(page, path, value):
    page.locator(f'[data-dv-path="{path}"]').locator(f'input[value="{value}"]').check()


def fill_what_must_be(page):
    """Answer what the form asks of everybody, as somebody does who reads it."""
    page.fill("#o-tieu_de", TITLE)
    page.fill("#o-tom_tat", "Chị em mỗi nhà nhận một đoạn đường làng, trồng hoa và thay nhau tưới vào chiều thứ bảy.")
    page.fill("#o-dia_diem-0-noi", "ngoc chien")
    page.locator("[role=option]", has_text="xã Ngọc Chiến").first.click()
    take(page, "linh_vuc", "van-hoa-xa-hoi")
    take(page, "chu_the", "tap-the")
    take(page, "loai", "mo-hinh")
    go(page, "ai-lam")
    page.fill("#o-don_vi-0-ten", "Hội Liên hiệp Phụ nữ xã Ngọc Chiến")
    page.select_option("#o-don_vi-0-loai", label="Hội Phụ nữ")
    go(page, "lich-su")
    page.fill("#o-lich_su-0-nam", "2022")
    page.select_option("#o-lich_su-0-viec", "trien-khai")
    go(page, "cau-chuyen")
    page.fill(
        "#o-noi_dung-cach_lam",
        "Chị em họp lại, chia đường làng thành mười đoạn.\n\n- Mỗi nhà nhận một đoạn.\n- Ai bận thì đổi buổi.",
    )
    go(page, "nguon")
    page.fill("#o-nguon-0-ten", "Báo cáo tổng kết: phong trào #1 năm 2022")
    page.fill("#o-nguon-0-co_quan", "Ủy ban nhân dân xã Ngọc Chiến")


def add_photos(page):
    go(page, "anh")
    files = [("a.jpg", "JPEG"), ("b.png", "PNG"), ("c.webp", "WEBP")]
    page.set_input_files(
        "#o-them-anh",
        [{"name": name, "mimeType": f"image/{kind.lower()}", "buffer": photo(kind=kind)} for name, kind in files],
    )
    expect(page.locator(".dv-form__photo")).to_have_count(3, timeout=20_000)
    for at, people in enumerate(("khong", "tap-the", "nhan-dien-duoc")):
        page.fill(f"#o-anh-{at}-mo_ta", f"Đường làng có hoa hai bên, đoạn thứ {at + 1}")
        page.fill(f"#o-anh-{at}-tac_gia", "Hội Phụ nữ xã")
        take(page, f"anh.{at}.giay_phep", "CC-BY-4.0")
        take(page, f"anh.{at}.nguoi", people)
    expect(page.locator('[data-dv-path="anh.0.dong_y"]')).to_be_hidden()
    take(page, "anh.2.dong_y", "co")
    take(page, "anh.2.tre_em", "co")
    take(page, "anh.2.dong_y_phu_huynh", "co")
    take(page, "anh.2.dong_y_cua_tre", "duoi-7-tuoi")


def downloaded(page, folder):
    go(page, "gui")
    with page.expect_download() as told:
        page.get_by_role("button", name="Tải tệp để gửi").click()
    file = folder / told.value.suggested_filename
    told.value.save_as(file)
    return file


@pytest.fixture
def editors(tmp_path):
    """The folder in which the editors keep their models: the vocabularies alone."""
    vocabulary = tmp_path / "models/_vocabulary"
    vocabulary.mkdir(parents=True)
    for file in (ROOT / "models/_vocabulary").iterdir():
        (vocabulary / file.name).write_bytes(file.read_bytes())
    return tmp_path


PUBLISHED = """(id) => {
    const asked = fetch;
    globalThis.fetch = (address, ...rest) =>
        new URL(address, location).pathname.endsWith(`/mo-hinh/${id}/`) ? new Response() : asked(address, ...rest);
}"""


def test_an_official_sends_a_model_with_three_photos_from_a_phone(form, editors):
    fill_what_must_be(form)
    add_photos(form)
    parcel = downloaded(form, editors)
    with ZipFile(parcel) as archive:
        names = archive.namelist()
        photos = [Image.open(BytesIO(archive.read(name))) for name in names[1:]]
    assert names[0].startswith("models/son-la/ngoc-chien-duong-hoa-tu-quan")
    # Once the site has it, the same draft is still the same model.
    form.evaluate(PUBLISHED, names[0].split("/")[2])
    assert downloaded(form, editors).name == parcel.name
    assert [one.format for one in photos] == ["JPEG"] * 3
    assert [one for one in photos if one.getexif() or "exif" in one.info or "xmp" in one.info] == []
    done = run("showcase", "receive", parcel.name, cwd=editors, **THIS_DAY)
    assert done.returncode == 0, done.stdout + done.stderr
    done = run("showcase", "check", cwd=editors, **THIS_DAY)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr.startswith("1 mô hình")


# --- What is kept -------------------------------------------------------------------------------------------------------

KEPT = "Đã giữ trên máy này."


def wait_until_kept(page):
    expect(page.locator(".dv-form__kept")).to_have_text(KEPT)


def test_what_was_typed_is_there_again_with_its_photos(form):
    form.fill("#o-tieu_de", TITLE)
    go(form, "anh")
    form.set_input_files("#o-them-anh", {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": photo()})
    expect(form.locator(".dv-form__photo")).to_have_count(1)
    form.fill("#o-anh-0-tac_gia", "Hội Phụ nữ xã")
    form.select_option("#o-anh-0-cat", "3:2")
    wait_until_kept(form)
    form.reload()
    expect(form.locator("#o-anh-0-tac_gia")).to_have_value("Hội Phụ nữ xã")
    expect(form.locator("#o-anh-0-cat")).to_have_value("3:2")
    shape = "image => new Promise((go) => setTimeout(() => go(image.naturalWidth / image.naturalHeight), 500))"
    assert form.locator(".dv-form__photo").evaluate(shape) == pytest.approx(1.5, abs=0.01)
    go(form, "o-dau")
    expect(form.locator("#o-tieu_de")).to_have_value(TITLE)


def test_to_begin_anew_asks_first(form):
    form.fill("#o-tieu_de", TITLE)
    go(form, "gui")
    form.locator("summary", has_text="Bản nháp").click()
    form.get_by_role("button", name="Xóa hết").click()
    form.get_by_role("button", name="Thôi, giữ lại").click()
    go(form, "o-dau")
    expect(form.locator("#o-tieu_de")).to_have_value(TITLE)
    go(form, "gui")
    form.get_by_role("button", name="Xóa hết").click()
    form.get_by_role("button", name="Xóa bài đang viết").click()
    go(form, "o-dau")
    expect(form.locator("#o-tieu_de")).to_have_value("")


def test_a_second_tab_does_not_write_over_the_first_unseen(form, made):
    form.fill("#o-tieu_de", "Bản của thẻ thứ nhất")
    wait_until_kept(form)
    other = form.context.new_page()
    other.goto(f"{made.url}gui-bai/")
    other.fill("#o-tieu_de", "Bản của thẻ thứ hai")
    wait_until_kept(other)
    form.fill("#o-tom_tat", "Viết tiếp ở thẻ thứ nhất, mà thẻ kia đã giữ sau.")
    expect(form.get_by_role("button", name="Lấy bản ở thẻ kia")).to_be_visible()
    other.reload()
    expect(other.locator("#o-tieu_de")).to_have_value("Bản của thẻ thứ hai")
    form.get_by_role("button", name="Lấy bản ở thẻ kia").click()
    expect(form.locator("#o-tieu_de")).to_have_value("Bản của thẻ thứ hai")


def test_a_draft_is_taken_along_in_a_file(form, tmp_path):
    form.fill("#o-tieu_de", TITLE)
    go(form, "anh")
    form.set_input_files("#o-them-anh", {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": photo()})
    expect(form.locator(".dv-form__photo")).to_have_count(1)
    go(form, "gui")
    form.locator("summary", has_text="Bản nháp").click()
    with form.expect_download() as told:
        form.get_by_role("button", name="Tải bản nháp về").click()
    told.value.save_as(tmp_path / "ban-nhap.json")
    form.get_by_role("button", name="Xóa hết").click()
    form.get_by_role("button", name="Xóa bài đang viết").click()
    expect(form.locator(".dv-form__photo")).to_have_count(0)
    form.set_input_files("#o-mo-nhap", tmp_path / "ban-nhap.json")
    expect(form.locator(".dv-form__photo")).to_have_count(1)
    expect(form.locator("#o-tieu_de")).to_have_value(TITLE)
    (tmp_path / "khac.json").write_text('{"loai": "khác", "bai": []}')
    form.set_input_files("#o-mo-nhap", tmp_path / "khac.json")
    expect(form.get_by_text("không phải là bản nháp")).to_be_attached()


def test_what_was_typed_just_before_a_reload_is_there_again(form):
    form.fill("#o-tieu_de", TITLE)
    wait_until_kept(form)
    form.evaluate(
        """text => {
        const input = document.querySelector("#o-tieu_de");
        input.value = text;
        input.dispatchEvent(new Event("input"));
        location.reload();
    }""",
        f"{TITLE}, năm thứ hai",
    )
    expect(form.locator("#o-tieu_de")).to_have_value(f"{TITLE}, năm thứ hai")
    wait_until_kept(form)
    form.reload()
    expect(form.locator("#o-tieu_de")).to_have_value(f"{TITLE}, năm thứ hai")


def erase(page):
    go(page, "gui")
    page.locator("summary", has_text="Bản nháp").click()
    page.get_by_role("button", name="Xóa hết").click()
    page.get_by_role("button", name="Xóa bài đang viết").click()


def test_a_draft_that_another_tab_erased_is_not_taken_for_the_same(form, made):
    form.fill("#o-tieu_de", "Bản của thẻ thứ nhất")
    wait_until_kept(form)
    other = form.context.new_page()
    other.goto(f"{made.url}gui-bai/")
    erase(other)
    go(other, "o-dau")
    expect(other.locator("#o-tieu_de")).to_have_value("")
    form.fill("#o-tom_tat", "Viết tiếp ở thẻ thứ nhất, mà thẻ kia đã xóa.")
    expect(form.get_by_role("button", name="Lấy bản ở thẻ kia")).to_be_visible()


PHOTOS_KEPT = """() => new Promise((resolve) => {
    indexedDB.open(`${new URL("..", location.href).pathname}.gui-bai`).onsuccess = ({ target }) => {
        const asked = target.result.transaction("photos").objectStore("photos").count();
        asked.onsuccess = () => resolve(asked.result);
    };
})"""
FORGET_PHOTOS = PHOTOS_KEPT.replace('transaction("photos")', 'transaction("photos", "readwrite")').replace(
    ".count()", ".clear()"
)


def choose(page, **size):
    go(page, "anh")
    page.set_input_files("#o-them-anh", {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": photo(**size)})
    expect(page.locator(".dv-form__photo")).to_have_count(1)


def shape_of(page):
    ratio = "image => image.decode().then(() => image.naturalWidth > image.naturalHeight ? 'wide' : 'tall')"
    expect(page.locator(".dv-form__photo[src]")).to_have_count(1)
    return page.locator(".dv-form__photo").evaluate(ratio)


def test_a_photo_stays_with_the_draft_that_it_was_chosen_for(form, made):
    """Two tabs choose each their own first photo; whichever draft is kept has its own, and none that was taken away is kept."""
    other = form.context.new_page()
    other.goto(f"{made.url}gui-bai/")
    choose(form, width=90, height=60)
    wait_until_kept(form)
    choose(other, width=60, height=90)
    mine = other.get_by_role("button", name="Giữ bản ở đây")
    expect(mine).to_be_visible()
    form.reload()
    assert shape_of(form) == "wide"
    mine.click()
    wait_until_kept(other)
    other.reload()
    assert shape_of(other) == "tall"
    assert other.evaluate(PHOTOS_KEPT) == 1
    other.get_by_role("button", name="Bỏ ảnh 1").click()
    wait_until_kept(other)
    assert other.evaluate(PHOTOS_KEPT) == 0


def test_a_photo_whose_bytes_are_gone_is_not_sent_as_a_name(form):
    choose(form, width=90, height=60)
    wait_until_kept(form)
    form.evaluate(FORGET_PHOTOS)
    form.reload()
    told = form.locator('[data-dv-path="anh.0.tep"]')
    expect(told).to_contain_text("Ảnh này không còn trên máy, hãy chọn lại")
    go(form, "gui")
    form.get_by_role("link", name="Ảnh 1: Ảnh này không còn trên máy, hãy chọn lại").click()
    expect(told).to_be_visible()


def test_a_draft_of_another_model_is_not_taken_in(form, tmp_path):
    go(form, "gui")
    form.locator("summary", has_text="Bản nháp").click()
    told = {"loai": "dan-van-kheo/ban-nhap", "phien_ban": 2, "ten": "duong-hoa-tu-quan", "bai": {"tieu_de": TITLE}}
    (tmp_path / "ban-nhap.json").write_text(json.dumps(told))
    form.set_input_files("#o-mo-nhap", tmp_path / "ban-nhap.json")
    way = form.get_by_role("link", name="trang sửa bài ấy")
    expect(way).to_have_attribute("href", "?bai=duong-hoa-tu-quan")
    expect(form.locator("#o-tieu_de")).to_have_value("")
    way.click()
    expect(form.get_by_text("Đang sửa bài")).to_be_visible()


# --- Without a script, without a pointer ------------------------------------------------------------------------------


def test_without_javascript_the_page_says_what_is_asked_and_how_else_one_sends(visit, made):
    page = visit(**PHONE, java_script_enabled=False).new_page()
    page.goto(f"{made.url}gui-bai/")
    expect(page.get_by_text("Biểu mẫu này cần JavaScript")).to_be_visible()
    expect(page.get_by_role("heading", name="Cách khác để gửi")).to_be_visible()
    page.locator("summary", has_text="Ảnh và người trong bài").click()
    expect(page.get_by_text("Nhìn ảnh có nhận ra ai không?")).to_be_visible()


def test_keys_alone_lead_through_a_step(form):
    form.locator('.dv-form__steps a[href="#gui"]').focus()
    for words in (TITLE, "Chị em mỗi nhà nhận một đoạn đường làng, trồng hoa và thay nhau tưới.", "ngoc chien"):
        form.keyboard.press("Tab")
        form.keyboard.type(words)
    expect(form.locator("[role=option]").first).to_be_visible()
    form.keyboard.press("ArrowDown")
    form.keyboard.press("Enter")
    for _ in range(20):
        form.keyboard.press("Tab")
        if form.evaluate("document.activeElement.type") == "radio":
            form.keyboard.press("Space")
        if form.evaluate("document.activeElement.textContent") == "Tiếp tục":
            break
    form.keyboard.press("Enter")
    expect(form.locator("#buoc-ai-lam")).to_be_focused()
    go(form, "gui")
    assert not [
        text
        for text in form.locator(".dv-form__summary li").all_inner_texts()
        if "Tên mô hình" in text or "Lĩnh vực" in text
    ]


# --- What is told -------------------------------------------------------------------------------------------------------


def test_what_is_wrong_leads_to_its_field_and_goes_when_it_is_mended(form):
    go(form, "gui")
    form.get_by_role("link", name="Chưa ghi “Tên mô hình”.").click()
    expect(form.locator("#o-tieu_de")).to_be_focused()
    assert form.locator("#o-tieu_de").get_attribute("aria-invalid") == "true"
    form.keyboard.type(TITLE)
    assert form.locator("#o-tieu_de").get_attribute("aria-invalid") is None
    go(form, "gui")
    expect(form.get_by_role("link", name="Chưa ghi “Tên mô hình”.")).to_have_count(0)


def test_what_is_wrong_is_listed_in_the_order_of_the_steps(form):
    """Though what does not fit together is found after all that is wrong by itself."""
    go(form, "lich-su")
    form.fill("#o-lich_su-0-nam", "2026")
    form.select_option("#o-lich_su-0-viec", "cong-nhan")
    form.locator("details").evaluate_all("folds => folds.forEach((fold) => { fold.open = true; })")
    take(form, "lich_su.0.cap", "huyen")
    go(form, "gui")
    expect(form.get_by_role("link", name="Từ 01/07/2025 không còn cấp huyện.")).to_have_count(1)
    led_to = []
    for number in range(form.locator(".dv-form__summary a").count()):
        form.locator(".dv-form__summary a").nth(number).click()
        led_to.append(form.evaluate("document.activeElement.closest('[data-dv-step]').dataset.dvStep"))
        go(form, "gui")
    steps = form.locator("[data-dv-step]").evaluate_all("all => all.map((one) => one.dataset.dvStep)")
    assert len(set(led_to)) > 3
    assert led_to == sorted(led_to, key=steps.index)


def test_what_is_wrong_behind_an_empty_item_is_shown_at_its_own_field(form):
    """What is empty does not go into the file, where items are counted; on the page it stands between them."""
    go(form, "lich-su")
    form.get_by_role("button", name="Thêm mốc").click()
    form.fill("#o-lich_su-1-nam", "1989")
    form.locator("#o-lich_su-1-viec").focus()
    expect(form.locator("[data-dv-path='lich_su.1.nam'] .dv-form__wrong")).to_be_visible()
    expect(form.locator("[data-dv-path='lich_su.0.nam'] .dv-form__wrong")).to_be_hidden()
    go(form, "gui")
    form.get_by_role("link", name="Mốc 2: ").first.click()
    expect(form.locator("#o-lich_su-1-nam")).to_be_focused()


def test_what_is_wrong_is_said_when_a_field_is_left_and_what_is_empty_is_not(form):
    wrong = form.locator('[data-dv-path="tom_tat"] > .dv-form__wrong')
    form.fill("#o-tom_tat", "Quá ngắn")
    expect(wrong).to_be_hidden()
    form.keyboard.press("Tab")
    expect(wrong).to_have_text("Cần ít nhất 40 ký tự, mới có 8.")
    form.locator("#o-tieu_de").focus()
    form.keyboard.press("Tab")
    expect(form.locator('[data-dv-path="tieu_de"] > .dv-form__wrong')).to_be_hidden()
    form.fill("#o-tom_tat", "")
    expect(wrong).to_be_hidden()


def test_a_press_is_not_lost_to_the_line_that_says_what_is_wrong(form):
    """The line comes between the field and the button that is being pressed."""
    go(form, "nguon")
    form.fill("#o-nguon-0-url", "abc")
    button = form.locator('[data-dv-step="nguon"]').get_by_role("button", name="Tiếp tục")
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    form.mouse.move(box["x"] + 20, box["y"] + box["height"] - 6)
    form.mouse.down()
    form.wait_for_timeout(80)
    form.mouse.up()
    expect(form.locator('[data-dv-step="nguon"] .dv-form__left').get_by_text("1 chỗ cần sửa")).to_be_visible()


def test_who_goes_on_is_told_what_the_step_lacks_and_may_go_on_all_the_same(form):
    step = form.locator('[data-dv-step="o-dau"]')
    told, go_on = step.locator(".dv-form__left"), step.get_by_role("button", name="Tiếp tục")
    form.fill("#o-tieu_de", TITLE)
    go_on.dblclick()
    expect(form.locator("#buoc-o-dau")).to_be_visible()
    lacking = told.get_by_role("link").all_inner_texts()
    assert "Chưa ghi “Tóm tắt”." in lacking
    assert "Chưa ghi “Tên mô hình”." not in lacking
    assert f"Bước này còn {len(lacking)} chỗ cần điền." in told.inner_text()
    told.get_by_role("link", name="Chưa ghi “Tóm tắt”.").click()
    expect(form.locator("#o-tom_tat")).to_be_focused()
    form.keyboard.type("Chị em mỗi nhà nhận một đoạn đường làng, trồng hoa và thay nhau tưới.")
    expect(told.get_by_text(f"Bước này còn {len(lacking) - 1} chỗ cần điền.")).to_be_visible()
    form.wait_for_timeout(ONE_PRESS)
    go_on.click()
    expect(form.locator("#buoc-ai-lam")).to_be_focused()
    sign = form.locator('.dv-form__steps a[href="#o-dau"]')
    expect(sign).to_contain_text(f"! {len(lacking) - 1}")
    assert sign.get_attribute("aria-label") == f"Bước 1: Việc gì, ở đâu, còn {len(lacking) - 1} chỗ cần điền"


def test_who_has_made_another_mistake_is_told_of_it_too(form):
    step = form.locator('[data-dv-step="o-dau"]')
    go_on = step.get_by_role("button", name="Tiếp tục")
    go_on.click()
    form.fill("#o-tieu_de", "Đường hoa " * 25)
    form.wait_for_timeout(ONE_PRESS)
    go_on.click()
    expect(form.locator("#buoc-o-dau")).to_be_visible()
    expect(form.locator('[data-dv-path="tieu_de"] > .dv-form__wrong')).to_contain_text("Nhiều nhất 200 ký tự")
    form.wait_for_timeout(ONE_PRESS)
    go_on.click()
    expect(form.locator("#buoc-ai-lam")).to_be_visible()


def test_that_a_list_is_empty_is_said_no_more_once_something_stands_in_it(form):
    form.locator('[data-dv-step="o-dau"]').get_by_role("button", name="Tiếp tục").click()
    empty = form.locator('[data-dv-path="dia_diem"] > .dv-form__wrong')
    expect(empty).to_have_text("Chưa ghi “Ở đâu”.")
    form.fill("#o-dia_diem-0-noi", "xã Ngọc Chiến, tỉnh Sơn La")
    expect(empty).to_be_hidden()


def test_steps_that_were_passed_bear_their_signs_after_a_reload(form):
    go(form, "ket-qua")
    form.get_by_role("button", name="Thêm kết quả").click()
    form.fill("#o-ket_qua-0-sau", "12")
    expect(form.get_by_text("Đã giữ trên máy này.")).to_be_visible()
    form.reload()
    expect(form.locator('.dv-form__steps a[href="#o-dau"]')).to_contain_text("! ")
    assert form.locator('.dv-form__steps a[href="#nguon"]').inner_text().strip() == "8"


@pytest.mark.parametrize(
    ("step", "field", "typed", "said"),
    [
        ("lich-su", "lich_su-0-ngay", "ngày 5/3/2023", ""),
        ("lich-su", "lich_su-0-ngay", "15.3.23", ""),
        ("lich-su", "lich_su-0-ngay", "ngày 5 tháng 3 năm 2023", ""),
        (
            "lich-su",
            "lich_su-0-ngay",
            "3/2023",
            "Ô này cần đủ ngày, tháng, năm. Chỉ biết tháng thì để trống, ghi năm ở ô “Năm”.",
        ),
        (
            "nguon",
            "nguon-0-ngay",
            "tháng 3 năm 2023",
            "Ô này cần đủ ngày, tháng, năm. Chỉ biết tháng thì để trống.",
        ),
        ("lich-su", "lich_su-0-nam", "3/2023", "Ô này chỉ ghi năm: 2023."),
        (
            "lich-su",
            "hoc_tu",
            "đường hoa ở ngã ba",
            "Hãy dán địa chỉ một bài trên trang này, như …/mo-hinh/dong-xuan-pho-am-thuc/.",
        ),
        (
            "ai-lam",
            "lien_he-don_vi",
            "chị A",
            "Đây là tên của một người. Hãy ghi cơ quan trả lời, như Hội Liên hiệp Phụ nữ xã Quỳnh Trang.",
        ),
        (
            "ket-qua",
            "ket_qua-0-sau",
            "khoảng 200 hộ",
            "Ô này chỉ ghi con số: 200. Chữ “khoảng” chọn ở “Số gần đúng”. Chữ “hộ” ghi ở ô đơn vị.",
        ),
        ("ket-qua", "ket_qua-0-sau", "98%", "Ô này chỉ ghi con số: 98. Chữ “%” ghi ở ô đơn vị."),
        ("nguon", "nguon-0-url", "quynhluu.nghean.gov.vn/tin", ""),
    ],
)
def test_what_people_write_is_taken_or_answered_with_the_way_out(form, step, field, typed, said):
    go(form, step)
    if step == "ket-qua":
        form.get_by_role("button", name="Thêm kết quả").click()
    form.locator("details").evaluate_all("folds => folds.forEach((fold) => { fold.open = true; })")
    form.fill(f"#o-{field}", typed)
    form.keyboard.press("Tab")
    form.wait_for_timeout(400)
    wrong = form.locator(f'[data-dv-path="{field.replace("-", ".")}"] > .dv-form__wrong')
    expect(wrong).to_have_text(said)


def test_the_number_that_was_meant_is_offered(form):
    go(form, "ket-qua")
    form.get_by_role("button", name="Thêm kết quả").click()
    form.fill("#o-ket_qua-0-sau", "~200")
    form.keyboard.press("Tab")
    form.locator('[data-dv-path="ket_qua.0.sau"]').get_by_role("button", name="200").click()
    assert form.locator("#o-ket_qua-0-sau").input_value() == "200"


def test_a_step_that_lacks_nothing_says_so_once_it_was_left_and_one_that_is_empty_that_it_is(form):
    go(form, "ket-qua")
    sign = form.locator('.dv-form__steps a[href="#ket-qua"]')
    assert "✓" not in sign.inner_text()
    form.locator('[data-dv-step="ket-qua"]').get_by_role("button", name="Tiếp tục").click()
    expect(form.locator("#buoc-cau-chuyen")).to_be_focused()
    expect(sign).to_contain_text("–")
    assert sign.get_attribute("aria-label").endswith(", để trống")
    go(form, "ket-qua")
    form.get_by_role("button", name="Thêm kết quả").click()
    form.fill("#o-ket_qua-0-chi_so", "Hộ tham gia")
    form.fill("#o-ket_qua-0-sau", "200")
    form.locator('[data-dv-step="ket-qua"]').get_by_role("button", name="Tiếp tục").click()
    expect(form.locator("#buoc-cau-chuyen")).to_be_focused()
    expect(sign).to_contain_text("✓")


STUB = """export const check = async (files, tell) => {
  tell("Đang kiểm tra…");
  return [
    { severity: "error", message: "Không tìm thấy địa phương này.", key: ["dia_diem", 0, "noi"], line: 5 },
    { severity: "advice", message: `Có ${files.length} tệp.`, key: ["anh"], line: 1 },
    { severity: "unasked", message: "Chưa hỏi mã.", key: [], line: 1 },
  ];
};"""


def test_what_the_checker_finds_leads_to_its_field(visit, made):
    """The checker itself has tests of its own; here it stands in for what any finding does."""
    page = visit(**PHONE).new_page()
    html = (made.folder / "gui-bai/index.html").read_text(encoding="utf-8")
    (made.folder / "gui-bai/thu.html").write_text(
        html.replace('"hasChecker":false', '"hasChecker":true'), encoding="utf-8"
    )
    page.route(
        re.compile(r"/assets/kiem-tra\.[0-9a-f]+\.js"),
        lambda route: route.fulfill(body=STUB, content_type="text/javascript"),
    )
    page.goto(f"{made.url}gui-bai/thu.html")
    (made.folder / "gui-bai/thu.html").unlink()
    fill_what_must_be(page)
    go(page, "gui")
    page.get_by_role("button", name="Kiểm tra kỹ").click()
    expect(page.get_by_role("link", name="Nên xem lại: Có 1 tệp.")).to_be_visible()
    expect(page.get_by_text("Chưa hỏi mã.")).to_be_visible()
    page.get_by_role("link", name="Địa điểm 1: Không tìm thấy địa phương này.").click()
    expect(page.locator("#o-dia_diem-0-noi")).to_be_focused()
    expect(page.locator('[data-dv-path="dia_diem.0.noi"] .dv-form__wrong')).to_have_text(
        "Không tìm thấy địa phương này."
    )


def test_a_picture_that_the_browser_cannot_read_is_told_with_the_way_out(form):
    go(form, "anh")
    files = [("IMG_1.HEIC", "image/heic"), ("bao-cao.pdf", "application/pdf")]
    form.set_input_files("#o-them-anh", [{"name": name, "mimeType": kind, "buffer": b"x" * 99} for name, kind in files])
    expect(form.get_by_text("IMG_1.HEIC: Trình duyệt này không mở được ảnh HEIC")).to_be_visible()
    expect(form.get_by_text("bao-cao.pdf: Trình duyệt không mở được")).to_be_visible()
    expect(form.locator(".dv-form__photo")).to_have_count(0)


def test_a_place_that_was_divided_asks_where_it_is_today_and_an_unknown_one_may_stay(form):
    place = form.locator("#o-dia_diem-0-noi")
    place.fill("phuong dong xuan, ha noi")
    form.locator("[role=option]", has_text="phường Đồng Xuân").first.click()
    form.get_by_role("button", name="phường Hoàn Kiếm").click()
    expect(form.locator("#o-dia_diem-0-hien_nay")).to_have_value("phường Hoàn Kiếm")
    place.fill("xã Không Ai Biết")
    place.blur()
    expect(form.get_by_text("Chưa thấy nơi nào tên như vậy")).to_be_visible()
    expect(place).to_have_value("xã Không Ai Biết")


def test_a_place_is_chosen_by_keys(form):
    form.locator("#o-dia_diem-0-noi").press_sequentially("ngoc chien")
    expect(form.locator("[role=option]").first).to_be_visible()
    form.keyboard.press("ArrowDown")
    form.keyboard.press("Enter")
    expect(form.locator("#o-dia_diem-0-noi")).to_have_value("xã Ngọc Chiến, Sơn La")


def test_a_place_may_be_written_with_the_kind_of_its_province(form):
    form.fill("#o-dia_diem-0-noi", "thị xã Hoàng Mai, tỉnh Nghệ An")
    expect(form.locator("[role=option]")).to_have_count(1)
    form.locator("#o-dia_diem-0-noi").blur()
    expect(form.get_by_text("Chưa thấy nơi nào tên như vậy")).to_have_count(0)


OFFERED = [
    ("quynh thi", "phường Quỳnh Thiện, thị xã Hoàng Mai, Nghệ An (tên cũ)"),
    ("ngoc ch", "xã Ngọc Chiến, Sơn La"),
    ("hoan ki", "phường Hoàn Kiếm, Hà Nội"),
    ("hoàn kiế", "phường Hoàn Kiếm, Hà Nội"),
    ("hoan kiem", "phường Hoàn Kiếm, Hà Nội"),
    ("dong xu", "phường Đồng Xuân, quận Hoàn Kiếm, Hà Nội (tên cũ)"),
    ("đồng xu", "phường Đồng Xuân, quận Hoàn Kiếm, Hà Nội (tên cũ)"),
    ("xa ngoc chi", "xã Ngọc Chiến, Sơn La"),
    ("xã ngọc chi", "xã Ngọc Chiến, Sơn La"),
    ("ngoc chien, son", "xã Ngọc Chiến, Sơn La"),
    ("tam quan gia lai", "phường Tam Quan, Gia Lai"),
    ("tam quan tinh gia l", "phường Tam Quan, Gia Lai"),
    ("quan hoan k", "quận Hoàn Kiếm, Hà Nội (tên cũ)"),
    ("quan 1", "quận 1, TP. Hồ Chí Minh (tên cũ)"),
    ("nghe", "tỉnh Nghệ An"),
]


@pytest.mark.parametrize(("typed", "offered"), OFFERED)
def test_a_place_is_offered_while_its_name_is_begun(form, typed, offered):
    form.fill("#o-dia_diem-0-noi", typed)
    options = form.locator("[role=option]")
    expect(options.filter(has_text=re.compile(f"^{re.escape(offered)}$"))).to_have_count(1)
    assert options.count() <= 12


def test_of_many_places_the_best_are_offered_and_of_none_it_is_said(form):
    place = form.locator("#o-dia_diem-0-noi")
    place.fill("xã kim")
    expect(form.locator("[role=option]")).to_have_count(12)
    assert all("Kim" in text for text in form.locator("[role=option] strong").all_inner_texts())
    expect(form.get_by_text(re.compile(r"^Còn \d+ nơi nữa"))).to_be_visible()
    place.fill("xã kiệm")
    expect(form.get_by_text("Chưa thấy nơi nào tên như vậy.")).to_be_visible()
    expect(form.locator("[role=option]")).to_have_count(0)


def test_what_a_keystroke_brings_is_small(visit, made):
    page, brought = visit(**PHONE).new_page(), []
    page.goto(f"{made.url}gui-bai/")
    expect(page.locator("#o-tieu_de")).to_be_visible()
    page.on("requestfinished", lambda request: brought.append(request.response().body()))
    for typed in ("xã ki", "xã tân", "phường thanh"):
        brought.clear()
        page.fill("#o-dia_diem-0-noi", typed)
        expect(page.locator("[role=option]")).to_have_count(12)
        assert sum(len(gzip.compress(body)) for body in brought) < 40_000


def test_a_place_that_may_be_several_is_asked_about_until_one_is_chosen(form):
    place, wrong = form.locator("#o-dia_diem-0-noi"), form.locator('[data-dv-path="dia_diem.0.noi"]')
    fill_what_must_be(form)
    go(form, "o-dau")
    place.fill("xã Kim Sơn")
    place.blur()
    expect(wrong.locator(".dv-form__wrong")).to_have_text(re.compile(r"^“xã Kim Sơn” có thể là \d+ nơi"))
    assert wrong.locator(".dv-form__choices button").count() > 3
    go(form, "gui")
    summary = form.locator(".dv-form__summary")
    expect(summary.locator("h3")).to_have_text("Còn 1 chỗ cần sửa")
    expect(summary.get_by_text("Đã đủ")).to_have_count(0)
    form.get_by_role("button", name="Tải tệp để gửi").click()
    expect(summary).to_be_focused()
    chosen = summary.get_by_role("button", name=re.compile("^xã Kim Sơn, ")).first
    text = chosen.inner_text()
    chosen.click()
    expect(summary.get_by_text("Đã đủ")).to_be_visible()
    go(form, "o-dau")
    expect(place).to_have_value(text)
    expect(wrong.locator(".dv-form__wrong")).to_be_hidden()


@pytest.mark.parametrize(
    ("place", "name", "today"),
    [
        ("phường Đồng Xuân, quận Hoàn Kiếm, Hà Nội", "phường Đồng Xuân", "phường Hoàn Kiếm"),
        ("tỉnh Hải Hưng", "tỉnh Hải Hưng", "Hưng Yên"),
    ],
)
def test_where_a_divided_place_lies_today_is_asked_before_it_is_sent(form, place, name, today):
    fill_what_must_be(form)
    go(form, "o-dau")
    form.locator("#o-dia_diem-0-noi").fill(place)
    go(form, "gui")
    form.get_by_role("button", name="Tải tệp để gửi").click()
    summary = form.locator(".dv-form__summary")
    expect(summary.get_by_role("link")).to_have_text(re.compile(f"{name} nay chia về 2 nơi. Nơi này nay thuộc đâu?"))
    summary.get_by_role("button", name=today).click()
    expect(summary.get_by_text("Đã đủ")).to_be_visible()
    assert form.locator("#o-dia_diem-0-hien_nay").input_value() == today


def test_a_place_of_an_earlier_time_is_offered_and_asked_about_no_more(form):
    fill_what_must_be(form)
    go(form, "o-dau")
    form.locator("#o-dia_diem-0-noi").fill("huyen tu liem")
    form.locator("[role=option]", has_text="huyện Từ Liêm, Hà Nội").first.click()
    expect(form.get_by_text("Tên trước đây; nay thuộc Hà Nội.")).to_be_visible()
    go(form, "gui")
    expect(form.locator(".dv-form__summary").get_by_text("Đã đủ")).to_be_visible()


def test_what_was_chosen_at_the_field_is_asked_no_more(form):
    place, box = form.locator("#o-dia_diem-0-noi"), form.locator('[data-dv-path="dia_diem.0.noi"]')
    place.fill("ngoc chien")
    form.locator("#o-tieu_de").focus()
    box.get_by_role("button", name="xã Ngọc Chiến, Sơn La").click()
    expect(place).to_be_focused()
    expect(place).to_have_value("xã Ngọc Chiến, Sơn La")
    expect(box.locator(".dv-form__choices")).to_have_count(0)
    form.locator("#o-tieu_de").focus()
    form.wait_for_timeout(500)
    expect(box.locator(".dv-form__wrong")).to_be_hidden()


@pytest.mark.parametrize("typed", ["tỉnh Nghệ An", "Nghệ An", "xã Ngọc Chiến, tỉnh Sơn La", "Ngọc Chiến, Sơn La"])
def test_a_place_that_is_one_as_it_was_typed_is_not_asked_about(form, typed):
    fill_what_must_be(form)
    go(form, "o-dau")
    form.fill("#o-dia_diem-0-noi", typed)
    go(form, "gui")
    expect(form.locator(".dv-form__summary")).to_contain_text("Đã đủ")


def test_an_unknown_place_may_stay_where_it_is_told_what_it_is_today(form):
    fill_what_must_be(form)
    go(form, "o-dau")
    form.fill("#o-dia_diem-0-noi", "xã Không Ai Biết, tỉnh Sơn La")
    go(form, "gui")
    form.get_by_role("link", name="Chưa thấy nơi nào tên như vậy").click()
    expect(form.locator("#o-dia_diem-0-noi")).to_be_focused()
    form.locator('[data-dv-path="dia_diem.0"] > details').evaluate("fold => { fold.open = true; }")
    form.fill("#o-dia_diem-0-hien_nay", "xã Ngọc Chiến")
    go(form, "gui")
    expect(form.locator(".dv-form__summary")).to_contain_text("Đã đủ")


def test_the_view_of_the_story_runs_nothing(form):
    go(form, "cau-chuyen")
    form.fill("#o-noi_dung-cach_lam", "<img src=x onerror='window.ran = 1'>\n\n- một\n- hai")
    form.locator("summary", has_text="Xem thử").click()
    expect(form.locator(".dv-form__view li")).to_have_count(2)
    expect(form.locator(".dv-form__view p")).to_contain_text("<img src=x")
    assert form.evaluate("window.ran") is None


STORIES = [
    "Chia đường thành từng đoạn:\n- một\n- hai",
    "Ba việc:\n1. Họp bản.\n2. Chia việc:\n   - cuốc, xẻng;\n   - xe.\n3. Trồng hoa\nmùa nào thức nấy.\n\nXong.",
    "Năm 2022 làm.\n2. không phải danh sách\n\n3. Bắt đầu từ ba\n4. rồi bốn",
    "- một\n\n- hai\n\n  thêm về hai\n\n+ danh sách khác",
    "## Ai nhắc ai\n\n> Đoạn nào chưa sạch\nthì cả tổ cùng làm.\n\nCả bản làm **ba việc**, *không ai* nhắc; `H-01`, _nghiêng_ và a_b_c.",
    "Xem [chợ phiên](../cho-phien-sach/) và \\*sao\\*, 2 * 3 * 4.\n\n* sao\n* sao nữa\n\n---\n\n-không là mục",
    "Câu hỏi:\n\n- Ai làm?\n  Bao giờ?\n- Tiền đâu?\n\nHết. <b>thẻ</b>",
]
SHAPE = """(nodes) => {
    const told = (node) => {
        if (node.nodeType === 3) return node.data;
        const inner = [...node.childNodes].map(told).join("");
        const name = node.localName.replace(/^h\\d$/, "h");
        return name === "a" ? inner : `<${name}${node.start > 1 ? node.start : ""}>${inner}</${name}>`;
    };
    return nodes.map(told).join("").replace(/\\s+/g, " ").replace(/ ?(<\\/?(?:p|ul|ol|li|h|blockquote|hr)\\d*>) ?/g, "$1").trim();
}"""


@pytest.mark.parametrize("story", STORIES)
def test_the_view_of_the_story_is_what_the_site_shows_of_it(form, story):
    go(form, "cau-chuyen")
    form.fill("#o-noi_dung-cach_lam", story)
    form.locator("summary", has_text="Xem thử").click()
    expect(form.locator(".dv-form__view h3")).to_have_count(1)
    seen = form.evaluate(f"({SHAPE})([...document.querySelector('.dv-form__view').childNodes].slice(1))")
    html, _ = write_html(story, heading_level=3, link=lambda _id: None, picture=lambda _file: None)
    shape = f"(html) => {{ const page = new DOMParser().parseFromString(html, 'text/html'); return ({SHAPE})([...page.body.childNodes]); }}"
    assert seen == form.evaluate(shape, html)
    assert [finding for finding in axe.findings(form) if "heading" in finding] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_step_and_none_is_wider_than_a_phone(visit, made, scheme):
    page, found = visit(**PHONE, color_scheme=scheme, bypass_csp=True).new_page(), []
    page.goto(f"{made.url}gui-bai/")
    expect(page.locator("#o-tieu_de")).to_be_visible()
    go(page, "gui")
    for step in page.locator(".dv-form__steps a").evaluate_all("links => links.map((link) => link.hash.slice(1))"):
        go(page, step)
        for fold in page.locator("section:not([hidden]) > details").all():
            fold.evaluate("fold => { fold.open = true; }")
        for more in page.locator("section:not([hidden]) button", has_text="Thêm ").all():
            more.click()
        for width in (320, 360):
            page.set_viewport_size({"width": width, "height": 740})
            across = page.evaluate("document.documentElement.scrollWidth")
            found += [f"{step}: {across} px at {width}"] if across > width else []
        found += [f"{step}: {finding}" for finding in axe.findings(page)]
    judge(found)


# --- A model that is there ----------------------------------------------------------------------------------------------


def test_a_number_is_corrected_and_nothing_else_of_the_file_changes(visit, made, tmp_path):
    page = visit(**PHONE, accept_downloads=True).new_page()
    page.goto(f"{made.url}gui-bai/?bai=duong-hoa-tu-quan#ket-qua")
    page.fill("#o-ket_qua-0-sau", "4.321")
    parcel = downloaded(page, tmp_path)
    with ZipFile(parcel) as archive:
        assert archive.namelist() == ["sua-doi/duong-hoa-tu-quan/model.yaml"]
        assert {
            line.split(":")[0]
            for line in archive.read(archive.namelist()[0]).decode().splitlines()
            if line[0] not in " -"
        } == {"ket_qua", "cap_nhat"}
    make_models(tmp_path / "models")
    file = next((tmp_path / "models").rglob("duong-hoa-tu-quan/model.yaml"))
    before = file.read_text(encoding="utf-8")
    done = run("showcase", "receive", parcel.name, "--update", cwd=tmp_path, **THIS_DAY)
    assert done.returncode == 0, done.stdout + done.stderr
    # Quotes that nothing needs go with the key.
    lines = [set(text.replace('"', "").splitlines()) for text in (before, file.read_text(encoding="utf-8"))]
    gone, new = lines[0] - lines[1], lines[1] - lines[0]
    assert [line.strip() for line in new if "4.321" in line] == ["sau: 4.321"]
    assert {line.split(":")[0].strip(" -") for line in gone | new} <= {"sau", "cap_nhat"}


def test_a_new_model_is_asked_for_no_date_of_a_correction_and_its_own_is_filled_in(form):
    go(form, "nguon")
    expect(form.locator("#o-ngay_dang")).to_be_visible()
    expect(form.locator("#o-ngay_dang")).to_have_value(re.compile(r"^\d\d/\d\d/\d{4}$"))
    expect(form.locator("#o-cap_nhat")).to_have_count(0)


def test_a_model_in_which_nothing_was_changed_is_not_sent(visit, made):
    page = visit(**PHONE).new_page()
    page.goto(f"{made.url}gui-bai/?bai=duong-hoa-tu-quan#gui")
    expect(page.get_by_text("Bạn chưa sửa gì.")).to_be_visible()
    expect(page.get_by_role("button", name="Tải tệp để gửi")).to_be_hidden()
    expect(page.get_by_text("Đã đủ")).to_have_count(0)


def test_before_a_correction_is_sent_it_is_told_with_the_numbers_that_texts_still_have(visit, made):
    page = visit(**PHONE).new_page()
    page.goto(f"{made.url}gui-bai/?bai=duong-hoa-tu-quan#cau-chuyen")
    story = "Cả con đường dài 3100 m, dài hơn 13100 m thì chưa.\n\n- Một đoạn 75 m."
    page.fill("#o-noi_dung-hieu_qua", story)
    go(page, "ket-qua")
    page.fill("#o-ket_qua-0-sau", "4.321")
    go(page, "gui")
    expect(page.get_by_role("heading", name="Bản sửa một bài đã đăng")).to_be_visible()
    changes = page.locator(".dv-form__changes li")
    expect(changes).to_have_count(2)
    expect(changes.filter(has_text="Sau khi làm")).to_have_text("Kết quả đo đếm được 1, Sau khi làm: 3.100 → 4.321")
    expect(changes.filter(has_text="Điều gì đã khác đi")).to_contain_text("→ Cả con đường dài 3100 m")
    expect(page.get_by_text("Trong bài còn chỗ ghi 3.100: ")).to_be_visible()
    expect(page.get_by_role("button", name="Tải tệp để gửi")).to_be_visible()
    page.get_by_role("link", name="Điều gì đã khác đi").click()
    expect(page.locator("#o-noi_dung-hieu_qua")).to_be_focused()
    page.fill("#o-noi_dung-hieu_qua", story.replace("3100 m,", "4321 m,"))
    go(page, "gui")
    expect(page.get_by_text("Trong bài còn chỗ ghi")).to_have_count(0)


def test_what_editors_changed_since_is_not_taken_back(visit, made):
    page = visit(**PHONE).new_page()
    page.goto(f"{made.url}gui-bai/?bai=duong-hoa-tu-quan#o-dau")
    ours, theirs = "Chị em mỗi nhà nhận một đoạn đường, trồng hoa và thay nhau tưới.", "Câu của ban biên tập"
    page.fill("#o-tom_tat", ours)
    wait_until_kept(page)

    def edited(route):
        told = route.fetch().json()
        told["mo_hinh"][0].update(tieu_de=TITLE, tom_tat=theirs)
        route.fulfill(json=told)

    page.route("**/du-lieu.json", edited)
    page.reload()
    expect(page.locator("#o-tieu_de")).to_have_value(TITLE)
    expect(page.locator("#o-tom_tat")).to_have_value(ours)
    expect(page.locator(".dv-told")).to_contain_text("đã đổi cả ở mục “Tóm tắt”")


MERGE = """async ([names, cases]) => {
    const load = (name) => import(new URL(`../assets/${names[name]}`, location.href).href);
    const { merged } = await load("tep");
    const order = JSON.parse(document.querySelector("[data-dv-asked]").textContent).entries.map(({ key }) => key);
    return cases.map(([text, blocks]) => {
        try {
            return merged(text, new Map(blocks), order);
        } catch (error) {
            return error.kind;
        }
    });
}"""
BLOCKS = {"tieu_de": "tieu_de: Một tên khác hẳn\n", "ghi_chu": "", "cap_nhat": "cap_nhat: 21/11/2026\n"}


def test_a_file_keeps_every_line_but_those_of_the_keys_that_were_changed(form, made):
    """Each file of the made catalogue, with comments, block texts and CRLF; what our reader reads of the rest is what it read."""
    texts = [path.read_bytes().decode("utf-8-sig") for path in (FULL / "son-la").rglob("model.yaml")]
    texts += [texts[0].replace("\n", "\r\n"), texts[0].rstrip("\n")]
    cases = [[text, list(BLOCKS.items())] for text in texts]
    for before, after in zip(texts, form.evaluate(MERGE, [module_names(made), cases]), strict=True):
        told = [dict(texts_of(read_model("model.yaml", "x", text.encode()).node)) for text in (before, after)]
        expected = {path: text for path, text in told[0].items() if path[0] not in BLOCKS}
        expected |= {("tieu_de",): "Một tên khác hẳn", ("cap_nhat",): "21/11/2026"}
        assert told[1] == expected
        kept = [line for line in before.splitlines() if line.lstrip().startswith("#")]
        assert [line for line in after.splitlines() if line.lstrip().startswith("#")] == kept
        assert after.count("\r\n") in (0, after.count("\n"))


def test_a_file_whose_lines_do_not_tell_its_keys_is_not_written(form, made):
    odd = [
        "tieu_de: a\rghi_chu: b\r",
        '"tieu_de": a\n',
        "tieu_de: [a,\nb]\n",
        "tieu_de: a\nTóm: b\n",
        "tieu_de: a\nghi-chu: b",
    ]
    blank = "\ufefftieu_de: a\ntom_tat : b\n# c\nghi_chu: d\n"
    *refused, written = form.evaluate(
        MERGE, [module_names(made), [[text, list(BLOCKS.items())] for text in [*odd, blank]]]
    )
    assert refused == ["odd"] * len(odd)
    assert written == "tieu_de: Một tên khác hẳn\ntom_tat : b\n# c\ncap_nhat: 21/11/2026\n"


def form_that_sends(visit, made, server, query=""):
    """Open the form on a phone, as a site has it whose settings name a server."""
    told = {"kind": "forgejo", "address": server.url, "api": server.url + API["forgejo"], "client_id": ""}
    named = json.dumps({**told, "project": PROJECT, "branch": BRANCH})
    here, page = '<script type="application/json" data-dv-asked>', made.folder / "gui-bai/thu.html"
    html = (made.folder / "gui-bai/index.html").read_text(encoding="utf-8")
    told = f'<script type="application/json" data-dv-server>{named}</script>'
    page.write_text(html.replace(here, told + here), encoding="utf-8")
    opened = visit(**PHONE, bypass_csp=True).new_page()
    opened.goto(f"{made.url}gui-bai/thu.html{query}")
    page.unlink()
    return opened


def send(page):
    go(page, "gui")
    page.get_by_label("Mã truy cập của bạn").fill(TOKEN)
    page.get_by_role("button", name="Gửi đề nghị").click()
    expect(page.get_by_text("Đã gửi:")).to_be_visible()


def test_a_phone_s_model_with_three_photos_becomes_one_pull_request(visit, made):
    with forge("forgejo", CALLS["forgejo"]) as server:
        page = form_that_sends(visit, made, server)
        fill_what_must_be(page)
        add_photos(page)
        send(page)
        (pull,) = server.pulls
        sent = server.projects[pull["head"]].branches[pull["branch"]]
    new = {path: data for path, data in sent.items() if "/ngoc-chien-duong-hoa-tu-quan" in path}
    text = next(data for path, data in new.items() if path.endswith("/model.yaml")).decode()
    photos = [data for path, data in new.items() if path.endswith(".jpg")]
    assert TITLE in text
    assert len(photos) == text.count("tep:") == len(new) - 1 == 3
    assert [data for data in photos if b"Exif" in data or b"GPS" in data] == []


def test_a_number_is_corrected_on_the_server_and_no_other_line(visit, made):
    file = next(FULL.rglob("duong-hoa-tu-quan/model.yaml"))
    with forge("forgejo", CALLS["forgejo"]) as server:
        path, before = "models/son-la/duong-hoa-tu-quan/model.yaml", file.read_bytes()
        server.projects[PROJECT].branches[BRANCH][path] = before
        page = form_that_sends(visit, made, server, "?bai=duong-hoa-tu-quan#ket-qua")
        page.fill("#o-ket_qua-0-sau", "4.321")
        send(page)
        (pull,) = server.pulls
        after = server.projects[pull["head"]].branches[pull["branch"]][path]
    gone, new = (set(one.decode().replace('"', "").splitlines()) for one in (before, after))
    assert {line.split(":")[0].strip(" -") for line in gone ^ new} <= {"sau", "cap_nhat"}
    assert "    sau: 4.321" in new
    assert "- [ ] Con số đúng như nguồn." in pull["body"]


def test_a_network_that_is_lost_before_sending_is_told_as_that_and_nothing_is_sent(visit, made):
    file, name = next(FULL.rglob("duong-hoa-tu-quan/model.yaml")), "duong-hoa-tu-quan"
    with forge("forgejo", CALLS["forgejo"]) as server:
        server.projects[PROJECT].branches[BRANCH][f"models/son-la/{name}/model.yaml"] = file.read_bytes()
        page = form_that_sends(visit, made, server, f"?bai={name}#ket-qua")
        page.fill("#o-ket_qua-0-sau", "4.321")
        page.route(f"**/mo-hinh/{name}/", lambda route: route.abort())
        go(page, "gui")
        page.get_by_label("Mã truy cập của bạn").fill(TOKEN)
        page.get_by_role("button", name="Gửi đề nghị").click()
        expect(page.get_by_text("Mất mạng giữa chừng.")).to_be_visible()
        assert server.pulls == []
        page.unroute(f"**/mo-hinh/{name}/")
        page.locator("[data-dv-send] .dv-button--main").click()
        expect(page.get_by_text("Đã gửi:")).to_be_visible()
        assert len(server.pulls) == 1


def test_who_comes_back_without_having_left_stays_with_the_model(form, made):
    form.goto(f"{made.url}gui-bai/?bai=duong-hoa-tu-quan&state=x&code=y")
    expect(form.get_by_text("Đang sửa bài")).to_be_visible()
    assert form.evaluate("location.search") == "?bai=duong-hoa-tu-quan"


# --- What is written --------------------------------------------------------------------------------------------------

WRITE = """async ([names, drafts]) => {
    const load = (name) => import(new URL(`../assets/${names[name]}`, location.href).href);
    const [{ trimmed }, { yamlOf }, { findingsIn }] = await Promise.all(["nhap", "yaml", "luat"].map(load));
    const form = JSON.parse(document.querySelector("[data-dv-asked]").textContent);
    return drafts.map((draft) => {
        const whole = trimmed(draft, form.entries);
        return { whole, text: yamlOf(whole, form.entries), found: findingsIn(whole, form) };
    });
}"""
FILLINGS = int(os.environ.get("FILLINGS", "100"))
"""How many random drafts are written: FILLINGS=2000 after a change of the form's limits or of the rules."""
ASKED_ELSEWHERE = {"dia_diem", "noi_trung", "pham_vi", "ten_nguoi", "mau"}
"""What takes the gazetteer, or lists of names and of words left over from samples."""


def module_names(site):
    return {
        name: next(site.folder.glob(f"assets/gui-bai-{name}.*.js")).name for name in ("nhap", "yaml", "luat", "tep")
    }


def written_by(page, site, drafts):
    return page.evaluate(WRITE, [module_names(site), drafts])


def flat(value, path=()):
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from flat(inner, (*path, key))
    else:
        for number, inner in enumerate(value):
            yield from flat(inner, (*path, number))


def entries_of(page):
    return page.evaluate("JSON.parse(document.querySelector('[data-dv-asked]').textContent).entries")


def test_what_the_form_writes_our_reader_reads_to_the_same_values(form, made):
    """Hostile and odd texts among them, a thousand values and more: each comes back letter by letter."""
    entries = entries_of(form)
    drafts = [Filling(seed, odd=0.5).draft(entries) for seed in range(60)]
    drafts += [{"tieu_de": odd, "noi_dung": {"cach_lam": odd}, "lam_theo": {"buoc": [odd, odd]}} for odd in ODD]
    values = 0
    for told in written_by(form, made, drafts):
        read = read_model("model.yaml", "x", told["text"].encode())
        assert read.faults == (), told["text"]
        texts = dict(texts_of(read.node)) if read.node else {}
        assert texts == dict(flat(told["whole"])), told["text"]
        assert read.record is None or not [
            key for key, _ in read.node.pairs if key.value not in read.record.form.by_key
        ]
        values += len(texts)
    assert values > 1000


def test_emoji_stay_whole_and_nothing_else_unseen_does(form, made):
    whole = "👩‍🌾 ❤️ 1️⃣ 🏳️‍🌈"
    told = written_by(form, made, [{"tieu_de": f"a\ufe0f\u200d {whole} b\u200d👩\u200d\u200b"}])[0]
    assert told["whole"]["tieu_de"] == f"a {whole} b👩"
    assert read_model("model.yaml", "x", told["text"].encode()).faults == ()


@pytest.mark.parametrize(
    ("draft", "wrong"),
    [
        ({"phat_thanh": "HĐND xã họp."}, ["phat_thanh"]),
        ({"phat_thanh": "Mười hộ, v.v cùng làm."}, ["phat_thanh"]),
        ({"phat_thanh": "Ngày ３ tháng ba."}, ["phat_thanh"]),
        ({"phat_thanh": "Hội đồng nhân dân xã họp ở Đồng Đăng."}, None),
        (
            {"lien_he": {"don_vi": "Hội Phụ nữ xã", "dien_thoai_co_quan": "+84 912 345 678"}},
            ["lien_he", "dien_thoai_co_quan"],
        ),
        ({"lien_he": {"don_vi": "Hội Phụ nữ xã", "dien_thoai_co_quan": "0238 3844 567"}}, None),
    ],
)
def test_what_cannot_be_read_aloud_and_a_mobile_number_are_told(form, made, draft, wrong):
    (told,) = written_by(form, made, [draft])
    paths = [one["path"] for one in told["found"] if one["path"][0] in draft]
    assert paths == ([wrong] if wrong else [])


def test_what_the_limits_let_through_the_checker_refuses_only_for_what_it_alone_knows(form, made):
    entries = entries_of(form)
    drafts = [Filling(seed, odd=0.004).draft(entries) for seed in range(FILLINGS)]
    lists = [read_vocabulary(path.name, path.stem, path.read_bytes()) for path in VOCABULARY.iterdir()]
    surroundings = Setting(datetime.now(tz=VIETNAM).date(), load_gazetteer(), vocabularies_of(lists))
    passed, refused = 0, {}
    for told in written_by(form, made, drafts):
        if told["found"]:
            continue
        passed += 1
        names = [one["tep"] for one in told["whole"].get("anh", [])]
        photos = tuple(PhotoFacts(name, digest=name, format="jpeg", width=1600, height=1000) for name in names)
        read = read_model("models/son-la/thu/model.yaml", "thu", told["text"].encode(), photos)
        for problem in check_file(read, surroundings):
            if problem.severity is Severity.ERROR and problem.rule not in ASKED_ELSEWHERE:
                refused.setdefault(problem.rule, problem.message)
    assert refused == {}
    assert passed > FILLINGS / 5
