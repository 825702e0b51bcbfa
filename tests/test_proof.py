"""Proof: what the results of a model rest on, each ground by itself; none is weighed and none is guessed."""

import pytest
from library import context_of
from making import model as submission
from showcase.publish.facts import catalogue
from showcase.record.making import make_model
from showcase.record.proof import PROOFS, all_proofs, is_fresh, own_proofs
from showcase.system.gazetteer import load_gazetteer

PLACE = "dia_diem: [{noi: 'phường Quỳnh Mai, tỉnh Nghệ An'}]\ndon_vi: [{ten: Hội Phụ nữ phường Quỳnh Mai, loai: hoi-phu-nu}]\n"
LIMITS = "noi_dung:\n  cach_lam: Các hộ họp lại, chia đường làng thành mười đoạn và nhận mỗi nhà một đoạn.\n  han_che: |\n    "


def proofs(snippet):
    return own_proofs(make_model(submission(snippet), load_gazetteer()))


def source(publisher):
    return f"{PLACE}nguon: [{{ten: Bài về mô hình, co_quan: '{publisher}'}}]\n"


@pytest.mark.parametrize(
    ("publisher", "is_independent"),
    [
        ("Báo Nghệ An", True),
        ("Ban Dân vận Tỉnh ủy Nghệ An", True),
        ("Báo phường Quỳnh Mai", True),
        ("Đài Truyền thanh phường Quỳnh Mai", True),
        ("Hội Phụ nữ phường Quỳnh Mai", False),
        ("Trang thông tin phường Quỳnh Mai", False),
        ("HỘI PHỤ NỮ  phường Quỳnh Mai", False),
        ("Hội Phụ nữ phường Quỳnh Mai 2", False),
        ("chưa rõ nơi đăng (bài về tỉnh Nghệ An)", False),
    ],
)
def test_a_source_is_independent_where_its_publisher_is_neither_host_nor_place(publisher, is_independent):
    assert ("nguon-doc-lap" in proofs(source(publisher))) is is_independent


def test_one_independent_source_beside_the_units_own_is_enough():
    both = "nguon: [{ten: Báo cáo năm, co_quan: Hội Phụ nữ phường Quỳnh Mai}, {ten: Bài báo, co_quan: Báo Nghệ An}]"
    assert "nguon-doc-lap" in proofs(PLACE + both)


def test_of_a_model_of_the_whole_province_its_own_bodies_are_not_independent():
    whole = "dia_diem: [{noi: tỉnh Nghệ An}]\nnguon: [{ten: Báo cáo năm, co_quan: Ban Dân vận Tỉnh ủy Nghệ An}]"
    assert "nguon-doc-lap" not in proofs(whole)


@pytest.mark.parametrize(
    ("snippet", "key", "is_there"),
    [
        ("ket_qua: [{chi_so: Hộ tham gia, truoc: 0, sau: 12}]", "so-truoc-sau", True),
        ("ket_qua: [{chi_so: Hộ tham gia, sau: 12}]", "so-truoc-sau", False),
        ("lich_su: [{nam: 2022, viec: cong-nhan, van_ban: 12/QĐ}]", "van-ban-cong-nhan", True),
        ("lich_su: [{nam: 2022, viec: khen-thuong, van_ban: 12/QĐ}]", "van-ban-cong-nhan", True),
        ("lich_su: [{nam: 2022, viec: cong-nhan}]", "van-ban-cong-nhan", False),
        ("lich_su: [{nam: 2022, viec: dang-ky, van_ban: 12/KH}]", "van-ban-cong-nhan", False),
        (f"{LIMITS}Hai nhà ở cuối xóm chưa có người dọn đoạn của mình.", "ke-cho-chua-duoc", True),
        (f"{LIMITS}- Ai trả tiền mua chổi cho cả xóm trong năm đầu?\n", "ke-cho-chua-duoc", False),
    ],
)
def test_a_ground_is_seen_in_the_models_own_file(snippet, key, is_there):
    assert (key in proofs(snippet)) is is_there


@pytest.mark.parametrize(("checked", "year", "fresh"), [(2024, 2026, True), (2023, 2026, False), (0, 2026, False)])
def test_a_check_counts_for_two_years(checked, year, fresh):
    assert is_fresh(checked, year) is fresh
    assert ("moi-kiem-tra" in all_proofs((), 0, checked, year)) is fresh


@pytest.mark.parametrize(("copied", "is_enough"), [(2, False), (3, True)])
def test_three_known_copies_are_copies_elsewhere(copied, is_enough):
    assert ("nhieu-noi-lam-theo" in all_proofs((), copied, 0, 2026)) is is_enough


def test_the_catalogue_puts_together_what_a_file_shows_and_what_others_tell():
    first = submission(
        "lich_su: [{nam: 2022, viec: trien-khai}, {nam: 2025, viec: kiem-tra}]\n"
        "da_nhan_rong: [{noi: tỉnh Cao Bằng}, {noi: tỉnh Lai Châu}]",
        name="duong-hoa",
    )
    found = context_of(first, submission("hoc_tu: duong-hoa", name="lam-theo")).shared(catalogue)
    assert found.proofs(found.by_id["duong-hoa"]) == ("nhieu-noi-lam-theo", "moi-kiem-tra")
    assert set(found.proofs(found.by_id["lam-theo"])) < PROOFS.keys()
