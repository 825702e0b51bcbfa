"""Who takes back the consent is gone from the site with the next build: pages, data, feeds, search, pictures, names of files.

What a site needs no longer stays for thirty days, for pages that readers still have open; not so what was withdrawn.
"""

from dataclasses import replace
from pathlib import Path

import pytest
from building import OPTIONS, build, clean, published, without_mkdocs
from making import SOUND_EVENT
from photos import jpeg, scene
from project import add_photo, change, files_of, make_project, put, write_model
from showcase.record.submission import EVENT_FILE

SEARCHED = replace(OPTIONS, is_searched=True)
MODEL = Path("models/son-la/nha-ben-suoi/model.yaml")
NAMED = """\
noi_dung:
  cach_lam: |
    Người đầu tiên nhường đất là bà Trần Thị Quyếnh, sau đó mười hộ khác cùng nhường.
nguoi_duoc_neu:
  - ten: Trần Thị Quyếnh
    vai_tro: Người nhường đất
    can_cu: dong-y
"""
PHOTO_OF_AN_EVENT = """\
anh:
  - tep: doi-thi.jpg
    mo_ta: Một đội thi đứng trên sân khấu
    tac_gia: Ban biên tập
    giay_phep: cua-du-an
    nguoi: tap-the
"""


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.chdir(make_project(tmp_path, photo=False))
    without_mkdocs(monkeypatch)
    return tmp_path


def telling(*words: str) -> list[str]:
    """The files of the site in whose bytes or name one of some words stands."""
    files = files_of(Path("site")).items()
    return [path for path, data in files if any(word in path or word.encode() in data for word in words)]


def test_a_photo_goes_at_once(project):
    write_model(project, "nha-ben-suoi", "tieu_de: Nhà bên suối giữ nước\n")
    add_photo(project, "nha-ben-suoi")
    build(SEARCHED)
    renditions = [path for path in files_of(Path("site")) if path.startswith("anh/")]
    assert renditions
    assert telling("anh.jpg", "rợp hoa")

    change(MODEL, "nguoi: khong", "nguoi: nhan-dien-duoc\n    rut_dong_y: co")
    published(SEARCHED)

    assert [path for path in files_of(Path("site")) if path.startswith("anh/")] == []
    assert telling("anh.jpg", "rợp hoa", *renditions) == []
    assert files_of(Path("site")) == clean(SEARCHED)


@pytest.mark.slow
def test_so_does_a_photo_of_an_event(project):
    folder = Path("models/_events/hoi-thi")
    put(folder / EVENT_FILE, f"{SOUND_EVENT}{PHOTO_OF_AN_EVENT}")
    (folder / "doi-thi.jpg").write_bytes(jpeg(scene(400, 300)))
    published(SEARCHED)
    renditions = [path for path in files_of(Path("site")) if path.startswith("anh/")]
    assert renditions
    assert telling("doi-thi.jpg", "trên sân khấu")

    change(folder / EVENT_FILE, "nguoi: tap-the", "nguoi: tap-the\n    rut_dong_y: co")
    published(SEARCHED)

    assert [path for path in files_of(Path("site")) if path.startswith("anh/")] == []
    assert telling("doi-thi.jpg", "trên sân khấu", *renditions) == []
    assert files_of(Path("site")) == clean(SEARCHED)


@pytest.mark.slow
def test_of_an_event_that_is_taken_down_nothing_is_told_any_more(project):
    file = Path("models/_events/hoi-thi.yaml")
    put(file, SOUND_EVENT)
    published(SEARCHED)
    title = "Hội thi “Dân vận khéo” xã Ngọc Chiến"
    assert {"su-kien/index.html", "su-kien/lich.ics", "du-lieu/v1/su-kien.json"} < set(telling(title))
    assert [path for path in telling(title) if path.startswith("tim/")]

    put(file, f"{SOUND_EVENT}go_bo: {{ngay: 2026-11-21, ly_do: Theo đề nghị.}}\n")
    published(SEARCHED)

    assert telling(title) == []
    assert telling("su-kien/hoi-thi/") == ["du-lieu/v1/duong-dan.json", "su-kien/hoi-thi/index.html"]
    assert "Theo đề nghị." in Path("site/su-kien/hoi-thi/index.html").read_text(encoding="utf-8")
    assert files_of(Path("site")) == clean(SEARCHED)


@pytest.mark.slow
def test_a_photo_may_be_withdrawn_with_its_file_gone(project):
    write_model(project, "nha-ben-suoi", "tieu_de: Nhà bên suối giữ nước\n")
    add_photo(project, "nha-ben-suoi")
    build(SEARCHED)
    change(MODEL, "nguoi: khong", "nguoi: khong\n    rut_dong_y: co")
    (MODEL.parent / "anh.jpg").unlink()

    assert build(SEARCHED).problems == ()

    assert [path for path in files_of(Path("site")) if path.startswith("anh/")] == []


@pytest.mark.slow
def test_a_name_goes_at_once_from_the_search_too(project):
    write_model(project, "nha-ben-suoi", NAMED)
    build(SEARCHED)
    assert any(path.startswith("tim/") for path in telling("quyenh"))
    assert telling("Quyếnh")

    change(MODEL, "là bà Trần Thị Quyếnh", "là một phụ nữ")
    change(MODEL, "can_cu: dong-y", "can_cu: dong-y\n    rut_dong_y: co")
    published(SEARCHED)

    assert telling("Quyếnh", "quyếnh", "quyenh", "Trần Thị") == []
    assert files_of(Path("site")) == clean(SEARCHED)


def test_a_name_that_still_stands_keeps_the_site_from_being_published(project):
    write_model(project, "nha-ben-suoi", NAMED)
    change(MODEL, "can_cu: dong-y", "can_cu: dong-y\n    rut_dong_y: co")

    built = build(SEARCHED)

    assert built.published is None
    assert [problem.rule for problem in built.problems] == ["nguoi_duoc_neu"]


@pytest.mark.slow
def test_declarations_are_not_published(project):
    write_model(project, "nha-ben-suoi", NAMED)
    build(SEARCHED)
    assert telling("Người nhường đất") == []
