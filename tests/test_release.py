"""What was published once: the ledgers that a release writes, and what check and build say where something is lost."""

import shutil
from pathlib import Path

import pytest
from building import OPTIONS, broken, build, clean, published, share, without_mkdocs, without_steering
from making import SOUND_DOCUMENT, SOUND_EVENT, TODAY
from project import change, files_of, make_project, put, write_model
from showcase.record.addresses import ADDRESSES, PAGES
from showcase.release.release import Released, write_ledgers

SITE = OPTIONS.site
IDS = Path("models") / ADDRESSES
LISTS = Path("models") / PAGES
FLOWERS = "tieu_de: Đường hoa của hội phụ nữ\n"
CHO = "mo-hinh\tcho-van-minh\t2026-11-20\tChợ văn minh ở phường Hoàn Kiếm\n"


@pytest.fixture(autouse=True)
def project(tmp_path, shared, monkeypatch):
    """Three models in a project, which is the folder we stand in."""
    monkeypatch.chdir(make_project(tmp_path, photo=False))
    without_mkdocs(monkeypatch)
    without_steering(monkeypatch)
    share(OPTIONS.cache, shared)
    return tmp_path


def release() -> Released:
    return write_ledgers(OPTIONS.models, OPTIONS.cache, TODAY)


def told() -> list[str]:
    """Say what a build finds that stops it, without the way out."""
    return [str(problem).split(" (")[0] for problem in build().problems if problem.severity.value == "error"]


def page(where: str) -> str:
    return (SITE / where / "index.html").read_text(encoding="utf-8")


def test_every_id_is_written_down_with_its_first_day_and_title():
    assert release().ids == 3
    lines = IDS.read_text(encoding="utf-8").splitlines()
    assert lines == sorted(lines)
    assert lines[0] == CHO.rstrip()
    assert len(lines) == 3


@pytest.mark.slow
def test_so_is_every_page_that_is_no_model_s_own_nor_a_further_one_of_a_list():
    release()
    published()
    listed = [line.split("\t")[0] for line in LISTS.read_text(encoding="utf-8").splitlines()]
    assert listed == sorted(listed)
    assert {"linh-vuc/van-hoa-xa-hoi/", "dia-phuong/son-la/", "dia-phuong/son-la/ngoc-chien/"} <= set(listed)
    assert all((SITE / where / "index.html").is_file() for where in listed)
    assert not [where for where in listed if where.startswith("mo-hinh/") or "/trang-" in where]


def test_a_second_release_adds_what_is_new_and_changes_no_line():
    release()
    before = IDS.read_text(encoding="utf-8"), IDS.stat().st_mtime_ns
    assert release()[1:3] == (0, 0)
    assert (IDS.read_text(encoding="utf-8"), IDS.stat().st_mtime_ns) == before
    write_model(Path(), "cho-van-minh", "tieu_de: Chợ văn minh Hoàn Kiếm\n")
    write_model(Path(), "vuon-rau", "tieu_de: Vườn rau xóm Năm\nduong_dan_cu: [vuon-rau-cu]\n")
    assert release().ids == 2
    after = IDS.read_text(encoding="utf-8").splitlines()
    assert set(before[0].splitlines()) < set(after)
    assert [line.split("\t")[1] for line in after] == [
        "cho-van-minh",
        "duong-hoa",
        "to-tu-quan",
        "vuon-rau",
        "vuon-rau-cu",
    ]


def test_both_sides_of_a_merge_are_one_ledger():
    release()
    lines = IDS.read_text(encoding="utf-8").splitlines()
    IDS.write_text("\r\n".join([lines[2], lines[0], lines[1], lines[0], ""]), encoding="utf-8", newline="")
    assert build().errors == 0
    release()
    assert IDS.read_text(encoding="utf-8").splitlines() == lines


def test_nothing_is_written_down_of_what_is_not_sound():
    write_model(Path(), "duong-hoa", "linh_vuc: quoc-phong\n")
    assert release().errors == 1
    assert not IDS.exists()


def test_without_a_ledger_nothing_was_published():
    published()
    shutil.rmtree("models/son-la/duong-hoa")
    assert build().errors == 0


def test_a_renamed_folder_without_its_former_id_stops_the_build():
    release()
    before = published() and files_of(SITE)
    Path("models/son-la/cho-van-minh").rename("models/son-la/cho-hoan-kiem")
    assert told() == [
        "models/_addresses.tsv:1:1: lỗi [dia_chi_da_dang] Địa chỉ đã đăng nay mất: /mo-hinh/cho-van-minh/"
    ]
    assert files_of(SITE) == before
    write_model(Path(), "cho-hoan-kiem", "tieu_de: Chợ văn minh ở phường Hoàn Kiếm\nduong_dan_cu: [cho-van-minh]\n")
    assert told() == []
    assert "mo-hinh/cho-hoan-kiem/" in page("mo-hinh/cho-van-minh")


def test_an_id_that_was_taken_again_stops_it_at_the_one_who_took_it():
    release()
    shutil.rmtree("models/son-la/cho-van-minh")
    shutil.copytree("models/son-la/duong-hoa", "models/son-la/cho-van-minh")
    first, *others = told()
    assert first.startswith(
        "models/son-la/cho-van-minh/model.yaml:1:10: lỗi [dia_chi_da_dang] Mã 'cho-van-minh' đã đăng"
    )
    assert others == []


def test_a_takedown_may_not_vanish_with_its_folder():
    write_model(
        Path(), "duong-hoa", "tieu_de: Đường hoa của hội phụ nữ\ngo_bo: {ngay: 2026-11-21, ly_do: Theo đề nghị.}\n"
    )
    release()
    assert told() == []
    shutil.rmtree("models/son-la/duong-hoa")
    (said,) = told()
    assert said.startswith(
        "models/_addresses.tsv:2:1: lỗi [dia_chi_da_dang] Thông báo gỡ bài ở /mo-hinh/duong-hoa/ nay mất."
    )


def test_what_was_taken_down_does_not_come_back_in_silence():
    before = Path("models/son-la/duong-hoa/model.yaml").read_text(encoding="utf-8")
    write_model(Path(), "duong-hoa", f"{FLOWERS}go_bo: {{ngay: 2026-11-21, ly_do: Theo đề nghị.}}\n")
    release()
    assert "mo-hinh/duong-hoa/\t2026-11-21\t\n" in LISTS.read_text(encoding="utf-8")
    put(Path("models/son-la/duong-hoa/model.yaml"), before)
    (said,) = told()
    assert said == "models/son-la/duong-hoa/model.yaml:1:1: lỗi [dia_chi_da_dang] Mô hình này đã gỡ ngày 21/11/2026"


def test_where_all_are_gone_it_is_told_once():
    release()
    published()
    shutil.rmtree("models/son-la")
    (said,) = told()
    assert said.startswith(
        "models/_addresses.tsv:1:1: lỗi [dia_chi_da_dang] 3 trong 3 mã đã đăng nay không còn mô hình"
    )


def test_a_folder_that_is_told_otherwise_is_not_told_as_lost():
    release()
    put(
        Path("models/son-la/cho-van-minh/sau/duong-xanh/model.yaml"),
        Path("models/son-la/duong-hoa/model.yaml").read_text(encoding="utf-8"),
    )
    assert ["[vat_la]" in line for line in told()] == [True]


ELSEWHERE = "dia_diem: [{noi: 'phường Quỳnh Thiện, thị xã Hoàng Mai, tỉnh Nghệ An'}]\n"


@pytest.mark.slow
def test_a_page_with_nothing_to_show_any_more_stays_and_leads_on():
    write_model(Path(), "duong-hoa", f"{FLOWERS}{ELSEWHERE}lam_theo: {{buoc: [Họp các hộ., Chia đoạn đường.]}}\n")
    write_model(Path(), "to-tu-quan", "tieu_de: Tổ tự quản ở bản Lướt\nhoc_tu: duong-hoa\nchu_de: [y-te]\n")
    release()
    published()
    ways_on = {
        "dia-phuong/nghe-an/hoang-mai": "dia-phuong/nghe-an",
        "dia-phuong/cu/nghe-an": "dia-phuong/cu",
        "dia-phuong/cu/nghe-an/hoang-mai": "dia-phuong/cu",
        "mo-hinh/duong-hoa/lam-theo": "mo-hinh/duong-hoa",
        "lan-toa/duong-hoa": "mo-hinh/duong-hoa",
        "chu-de/y-te": "chu-de",
    }
    assert not [where for where in ways_on if "Đến trang gần nhất" in page(where)]
    write_model(Path(), "duong-hoa", FLOWERS)
    write_model(Path(), "to-tu-quan", "tieu_de: Tổ tự quản ở bản Lướt\n")
    change(Path("models/_vocabulary/chu-de.yaml"), "y-te:", "suc-khoe:")
    published()
    for where, way_on in ways_on.items():
        root = "/".join([".."] * len(where.split("/")))
        assert f'<a class="dv-button" href="{root}/{way_on}/">Đến trang gần nhất</a>' in page(where), where
    assert "Trang này từng có mô hình; hiện không còn bài nào ở đây." in page("chu-de/y-te")
    assert "Bài này hiện không còn hướng dẫn làm theo." in page("mo-hinh/duong-hoa/lam-theo")
    assert "Hiện không còn sơ đồ lan tỏa nào ở địa chỉ này." in page("lan-toa/duong-hoa")
    assert files_of(SITE) == clean(), "what is kept comes from the ledger in models/, not from the site that is there"
    assert broken() == []
    write_model(Path(), "duong-hoa", f"{FLOWERS}{ELSEWHERE}")
    published()
    assert "từng có mô hình" not in page("dia-phuong/nghe-an/hoang-mai")
    assert files_of(SITE) == clean()


def test_of_a_model_that_was_taken_down_its_kept_pages_tell_nothing():
    write_model(Path(), "duong-hoa", f"{FLOWERS}lam_theo: {{buoc: [Họp các hộ., Chia đoạn đường.]}}\n")
    write_model(Path(), "to-tu-quan", "tieu_de: Tổ tự quản ở bản Lướt\nhoc_tu: duong-hoa\n")
    release()
    write_model(Path(), "duong-hoa", f"{FLOWERS}go_bo: {{ngay: 2026-11-21, ly_do: Theo đề nghị.}}\n")
    write_model(Path(), "to-tu-quan", "tieu_de: Tổ tự quản ở bản Lướt\n")
    published()
    assert (SITE / "lan-toa/duong-hoa/index.html").is_file()
    assert [path for path, data in files_of(SITE).items() if "Đường hoa của hội".encode() in data] == []


def test_events_and_documents_are_written_down_and_missed_when_they_go():
    event, document = Path("models/_events/hoi-thi.yaml"), Path("models/_documents/chi-thi.yaml")
    put(event, SOUND_EVENT)
    put(document, SOUND_DOCUMENT)
    assert release().ids == 5
    lines = IDS.read_text(encoding="utf-8").splitlines()
    assert "su-kien\thoi-thi\t2026-11-20\tHội thi “Dân vận khéo” xã Ngọc Chiến" in lines
    assert "van-ban\tchi-thi\t2026-11-20\tĐẩy mạnh phong trào thi đua “Dân vận khéo” trong tỉnh" in lines
    assert release().ids == 0
    event.unlink()
    document.rename("models/_documents/chi-thi-11.yaml")
    assert [one.partition("mất: ")[2] for one in told()] == ["/su-kien/hoi-thi/", "/van-ban/chi-thi/"]


def test_an_event_may_be_renamed_and_taken_down_but_neither_vanish_nor_come_back():
    event = Path("models/_events/hoi-thi.yaml")
    put(event, SOUND_EVENT)
    release()
    event.unlink()
    renamed = Path("models/_events/hoi-thi-2026.yaml")
    put(renamed, f"{SOUND_EVENT}duong_dan_cu: [hoi-thi]\n")
    assert release().ids == 1
    published()
    assert "su-kien/hoi-thi-2026/" in page("su-kien/hoi-thi")
    put(renamed, f"{SOUND_EVENT}duong_dan_cu: [hoi-thi]\ngo_bo: {{ngay: 2026-11-21, ly_do: Theo đề nghị.}}\n")
    release()
    assert "su-kien/hoi-thi-2026/\t2026-11-21\t\n" in LISTS.read_text(encoding="utf-8")
    published()
    assert "Sự kiện này đã được gỡ" in page("su-kien/hoi-thi-2026")
    put(renamed, f"{SOUND_EVENT}duong_dan_cu: [hoi-thi]\n")
    assert ["đã gỡ ngày 21/11/2026" in one for one in told()] == [True]
    renamed.unlink()
    assert ["/su-kien/hoi-thi/" in one or "/su-kien/hoi-thi-2026/" in one for one in told()] == [True, True]
