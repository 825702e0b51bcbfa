"""What an editor sees in an open browser while saving files: nothing here ever asks a page to load again."""

import os
import re
import shutil
import time
from pathlib import Path

import pytest
from making import written
from photos import jpeg, scene
from playwright.sync_api import expect
from project import INGREDIENTS, ROOT, THIS_DAY, change, put, started

PATIENCE = 60
"""Seconds that a change may take before a test gives up; how long it does take is measured elsewhere."""
CAMERA = "nghe-an/hoang-mai-camera-an-ninh"
DEER = "nghe-an/quynh-lien-nuoi-huou-sao"
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/")

expect.set_options(timeout=PATIENCE * 1000)


class Project:
    """A copy of the project that is being previewed; the copy has its own templates, so that they may be changed."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder = folder
        self.url = url

    def model(self, name: str) -> Path:
        return self.folder / "models" / name / "model.yaml"


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("preview")
    for name in (*INGREDIENTS, "models"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    shutil.copytree(ROOT / "scripts/showcase", folder / "scripts/showcase")
    said = folder / "said.txt"
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = str(folder / "scripts")
    try:
        with started("showcase", "preview", cwd=folder, output=said, **THIS_DAY):
            yield Project(folder, address_in(said))
    finally:
        os.environ.pop("PYTHONPATH")
        if before is not None:
            os.environ["PYTHONPATH"] = before
    assert "Traceback" not in said.read_text(encoding="utf-8")


def address_in(said: Path) -> str:
    """Wait until the command has said where to look."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if found := ADDRESS.search(said.read_text(encoding="utf-8")):
            return found.group()
        time.sleep(0.1)
    pytest.fail(f"The preview did not begin:\n{said.read_text(encoding='utf-8')}")


@pytest.fixture
def open_page(project, visit):
    """Open an address of the preview; whatever the browser's console complains of fails the test."""
    complaints = []
    context = visit()

    def enter(where):
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{project.url}{where}")
        return page

    yield enter
    assert [words for words in complaints if "404" not in words] == []


def until(is_so):
    """Wait until something is so; the page's policy forbids Playwright's own way of waiting for an expression."""
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.1)


def page_of(model: str) -> str:
    return f"mo-hinh/{model.rpartition('/')[2]}/"


def test_a_saved_text_shows_by_itself(project, open_page):
    page = open_page(page_of(CAMERA))
    change(project.model(CAMERA), "Vận động Nhân dân xã hội hóa", "Cùng nhau góp tiền")
    expect(page.locator("h1")).to_have_text("Cùng nhau góp tiền lắp camera tại các xã, phường")


def test_a_change_shows_on_the_pages_that_list_the_model_too(project, open_page):
    page = open_page("dia-phuong/nghe-an/linh-vuc/quoc-phong-an-ninh/")
    change(project.model(CAMERA), "sau: 3.100", "sau: 5.100")
    expect(page.locator("main, body").first).to_contain_text("5.100")


def test_a_broken_file_is_told_on_its_page_over_the_last_good_text_until_it_is_mended(project, open_page):
    page = open_page(page_of(DEER))
    title = page.locator("h1").inner_text()
    sound = project.model(DEER).read_text(encoding="utf-8")
    number = next(n for n, line in enumerate(sound.splitlines(), 1) if line.startswith("chu_the:"))

    put(project.model(DEER), sound.replace("\nchu_the: ", '\nchu_the: "'))
    bar = page.locator("#xem-truoc")
    expect(bar).to_contain_text(f"models/{DEER}/model.yaml:{number}:")
    expect(bar).to_contain_text("[cu_phap]")
    expect(bar.locator(".xt-line").first).to_contain_text('chu_the: "')
    assert page.locator("h1").inner_text() == title

    everything = open_page("_loi/")
    expect(everything.locator(".dv-page .xt-spot").first).to_contain_text(f"{DEER}/model.yaml:{number}:")
    elsewhere = open_page("")
    expect(elsewhere.locator("#xem-truoc")).to_contain_text("1 lỗi")

    put(project.model(DEER), sound)
    expect(bar).to_be_hidden()
    expect(everything.locator(".dv-page")).to_contain_text("Không có gì phải sửa.")
    expect(elsewhere.locator("#xem-truoc")).to_be_hidden()
    assert page.locator("h1").inner_text() == title


def test_another_photo_shows(project, open_page):
    page = open_page(page_of(DEER))
    cover = page.locator(".dv-picture img")
    before = cover.get_attribute("src")
    photo = project.model(DEER).with_name("minh-hoa.jpg")
    photo.write_bytes(jpeg(scene(900, 600)))
    change(project.model(DEER), "minh-hoa.png", "minh-hoa.jpg")
    photo.with_name("minh-hoa.png").unlink()
    expect(cover).not_to_have_attribute("src", before)

    first = cover.get_attribute("src")
    photo.write_bytes(jpeg(scene(960, 600)))
    expect(cover).not_to_have_attribute("src", first)
    until(lambda: cover.evaluate("image => image.complete && image.naturalWidth > 0"))


def test_another_label_of_a_vocabulary_shows(project, open_page):
    page = open_page(page_of(CAMERA))
    change(project.folder / "models/_vocabulary/linh-vuc.yaml", "Quốc phòng - an ninh", "Giữ yên làng xóm")
    expect(page.locator(".dv-kicker__field")).to_have_text("Giữ yên làng xóm")


def test_a_report_shows(project, open_page):
    page = open_page("so-lieu/")
    change(project.folder / "models/_reports/ha-noi-2023.yaml", "tieu_de: ", "tieu_de: Sổ tay của ")
    expect(page.locator("body")).to_contain_text("Sổ tay của")


def test_a_page_of_the_guide_shows(project, open_page):
    page = open_page("gioi-thieu/")
    change(project.folder / "docs/gioi-thieu.md", "# Giới thiệu", "# Đôi lời giới thiệu")
    expect(page.locator("h1")).to_contain_text("Đôi lời giới thiệu")


def test_a_page_of_the_guide_that_mkdocs_refuses_is_told_while_the_old_one_stays(project, open_page):
    page = open_page("huong-dan/")
    title = page.locator("h1").inner_text()
    config = project.folder / "mkdocs.yml"
    sound = config.read_text(encoding="utf-8")
    put(config, sound.replace("gioi-thieu.md", "khong-co.md"))
    expect(page.locator("#xem-truoc")).to_contain_text("khong-co.md")
    assert page.locator("h1").inner_text() == title
    put(config, sound)
    expect(page.locator("#xem-truoc")).to_be_hidden()


def test_another_look_shows(project, open_page):
    page = open_page("so-lieu/")
    with (project.folder / "docs/assets/trang.css").open("a", encoding="utf-8") as style:
        style.write("\nh1 { outline-offset: 7px; }\n")
    expect(page.locator("h1")).to_have_css("outline-offset", "7px")


def test_another_template_shows_and_a_broken_one_does_not(project, open_page):
    page = open_page(page_of(CAMERA))
    template = project.folder / "scripts/showcase/templates/model.html"
    change(template, "Nguồn</h2>", "Chúng tôi đọc ở đâu</h2>")
    expect(page.locator("#nguon")).to_have_text("Chúng tôi đọc ở đâu")

    change(template, "{% endblock %}", "{% endbloc %}")
    expect(page.locator("#xem-truoc")).to_contain_text("model.html:")
    expect(page.locator("#nguon")).to_have_text("Chúng tôi đọc ở đâu")

    change(template, "{% endbloc %}", "{% endblock %}")
    expect(page.locator("#xem-truoc")).to_be_hidden()

    change(template, "{{ page.summary }}", "{{ page.sumary }}")
    expect(page.locator("#xem-truoc")).to_contain_text("sumary")
    expect(page.locator("#nguon")).to_have_text("Chúng tôi đọc ở đâu")
    change(template, "{{ page.sumary }}", "{{ page.summary }}")
    expect(page.locator("#xem-truoc")).to_be_hidden()


def test_a_new_model_comes_and_goes(project, open_page):
    page = open_page("mo-hinh/ban-moi-tinh/")
    expect(page.locator("h1")).to_have_text("Không tìm thấy trang này")
    put(project.model("son-la/ban-moi-tinh"), written("tieu_de: Một mô hình mới tinh\n"))
    expect(page.locator("h1")).to_have_text("Một mô hình mới tinh")

    shutil.rmtree(project.model("son-la/ban-moi-tinh").parent)
    expect(page.locator("h1")).to_have_text("Không tìm thấy trang này")
    assert page.request.get(f"{project.url}mo-hinh/ban-moi-tinh/").status == 404


def test_a_model_that_never_was_good_has_a_page_of_its_problems_and_its_text_is_harmless(project, open_page):
    hostile = "<img src=x onerror=document.title='xong'>"
    put(project.model("son-la/chua-bao-gio"), written(f'tieu_de: Chưa bao giờ\nlinh_vuc: "{hostile}"\n'))
    page = open_page("mo-hinh/chua-bao-gio/")
    expect(page.locator("h1")).to_have_text("Chưa dựng được trang này")
    expect(page.locator(".dv-page .xt-row").first).to_contain_text("[linh_vuc]")
    expect(page.locator(".dv-page .xt-line").first).to_contain_text(hostile)
    expect(page.locator("#xem-truoc")).to_contain_text(hostile)
    assert page.locator("img[src=x]").count() == 0
    assert page.title() != "xong"

    change(project.model("son-la/chua-bao-gio"), f'"{hostile}"', "kinh-te")
    expect(page.locator("h1")).to_have_text("Chưa bao giờ")
    shutil.rmtree(project.model("son-la/chua-bao-gio").parent)
    expect(page.locator("h1")).to_have_text("Không tìm thấy trang này")


def test_problems_that_only_all_files_together_have_are_told_too(project, open_page):
    put(project.model("son-la/hoc-nham"), written("tieu_de: Học theo người không có\nhoc_tu: khong-co-ai-ca\n"))
    page = open_page("mo-hinh/hoc-nham/")
    expect(page.locator("#xem-truoc")).to_contain_text("[hoc_tu]")
    expect(page.locator("h1")).to_have_text("Học theo người không có")
    shutil.rmtree(project.model("son-la/hoc-nham").parent)
    expect(page.locator("h1")).to_have_text("Không tìm thấy trang này")


def test_a_page_keeps_its_place_when_another_file_is_saved(project, open_page):
    """Only what the page shows makes it load again."""
    page = open_page(page_of("son-la/ngoc-chien-du-lich-cong-dong"))
    page.evaluate("window.was = 'here'")
    other = open_page(page_of(CAMERA))
    change(project.model(CAMERA), "ai trả tiền", "ai coi sóc")
    expect(other.locator("body")).to_contain_text("ai coi sóc")
    assert page.evaluate("window.was") == "here"


def test_nothing_is_written_into_the_site(project):
    assert not (project.folder / "site").exists()
