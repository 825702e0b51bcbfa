"""The form in the browser: who has a telephone, photos and no account sends a model that is received and found sound."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from PIL import Image
from playwright.sync_api import expect
from project import ROOT, THIS_DAY, run

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
GPS = 0x8825
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
    expect(page.locator(".dv-form__photo")).to_have_count(3)
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


def test_an_official_sends_a_model_with_three_photos_from_a_phone(form, editors):
    fill_what_must_be(form)
    add_photos(form)
    parcel = downloaded(form, editors)
    with ZipFile(parcel) as archive:
        names = archive.namelist()
        photos = [Image.open(BytesIO(archive.read(name))) for name in names[1:]]
    assert names[0].startswith("models/son-la/ngoc-chien-duong-hoa-tu-quan")
    assert [one.format for one in photos] == ["JPEG"] * 3
    assert [one for one in photos if one.getexif() or "exif" in one.info or "xmp" in one.info] == []
    done = run("showcase", "receive", parcel.name, cwd=editors, **THIS_DAY)
    assert done.returncode == 0, done.stdout + done.stderr
    done = run("showcase", "check", cwd=editors, **THIS_DAY)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr.startswith("1 mô hình")
