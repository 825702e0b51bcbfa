"""Where models stand: the page of stages, the lists behind it, its data, and what a model's page says its results rest on."""

import json
from collections import Counter

import pytest
from library import context_of, made, view_at
from making import model as submission
from showcase.publish.facts import catalogue, listings
from showcase.publish.site import all_outputs
from showcase.record.stage import STAGES
from showcase.views.search_facets import NO_STAGE, STAGE_LABELS

HISTORIES = {
    "a-dang-ky": "{nam: 2021, viec: dang-ky}, {nam: 2023, viec: dang-ky}",
    "b-dang-lam": "{nam: 2021, viec: dang-ky}, {nam: 2021, viec: trien-khai}, {nam: 2024, viec: duy-tri}",
    "c-cong-nhan": "{nam: 2022, viec: trien-khai}, {nam: 2023, viec: cong-nhan, cap: tinh, van_ban: 12/QĐ}",
    "d-danh-gia": "{nam: 2024, viec: danh-gia, xep_loai: hieu-qua}, {nam: 2025, viec: danh-gia, xep_loai: chua-hieu-qua}",
}


@pytest.fixture(scope="module")
def context():
    return context_of(*(submission(f"lich_su: [{text}]", name=name) for name, text in HISTORIES.items()))


@pytest.fixture(scope="module")
def page(context):
    return view_at(context, "tien-trinh/")


def test_each_model_is_counted_once_at_the_stage_at_which_it_stands(page):
    assert [(line.label, line.number, line.address) for line in page.stages] == [
        ("Đã đăng ký", "1", "tien-trinh/dang-ky/"),
        ("Đang làm", "1", "tien-trinh/trien-khai/"),
        ("Được công nhận", "1", "tien-trinh/cong-nhan/"),
        ("Chưa rõ", "1", "tien-trinh/chua-ro/"),
    ]
    assert [(line.label, line.number) for line in page.levels] == [("Cấp tỉnh, thành phố", "1")]


def test_the_years_are_those_of_the_milestones_that_say_the_stages(page):
    by_year, by_field, by_province = page.standings
    assert [column.label for column in by_year.columns] == ["Đã đăng ký", "Đang làm", "Được công nhận"]
    assert [(row.label, row.counts, row.total) for row in by_year.rows] == [
        ("2024", ("", "1", ""), "1"),
        ("2023", ("1", "", "1"), "2"),
    ]
    assert [(row.label, row.address, row.total) for row in by_field.rows] == [
        ("Văn hóa - xã hội", "linh-vuc/van-hoa-xa-hoi/", "4")
    ]
    assert [(row.label, row.address, row.total) for row in by_province.rows] == [("Sơn La", "dia-phuong/son-la/", "4")]


def test_registrations_anew_and_verdicts_are_counted_in_their_years(page):
    assert [(line.year, line.registered, line.again, line.effective, line.ineffective) for line in page.years] == [
        (2025, "", "", "", "1"),
        (2024, "", "", "1", ""),
        (2023, "1", "1", "", ""),
        (2021, "2", "", "", ""),
    ]


def test_the_bars_of_a_row_stand_side_by_side_and_the_longest_row_is_whole(page):
    for standing in page.standings:
        for row in standing.rows:
            ends = [piece.start + piece.length for piece in row.pieces]
            assert [piece.start for piece in row.pieces] == [0, *ends[:-1]]
        assert 1000 - len(STAGES) <= max(row.length for row in standing.rows) <= 1000


def test_the_lists_of_the_stages_divide_all_models_among_them(context):
    lists = context.shared(listings)
    found = Counter(model.id for key in STAGE_LABELS for model in lists[f"tien-trinh/{key}/"].models)
    assert found == Counter(HISTORIES.keys())
    assert [model.id for model in lists[f"tien-trinh/{NO_STAGE}/"].models] == ["d-danh-gia"]
    assert view_at(context, "tien-trinh/ket-thuc/").total == 0


def test_grounds_are_counted_each_by_itself(page, context):
    everything = context.shared(catalogue)
    by_hand = Counter(key for model in everything.models for key in everything.proofs(model))
    assert {line.key: line.number for line in page.proofs} == {
        key: str(by_hand[key]) for key in (line.key for line in page.proofs)
    }
    assert by_hand["van-ban-cong-nhan"] == 1
    assert by_hand["moi-kiem-tra"] == 1


def test_what_was_at_work_three_years_ago_is_not_taken_for_work_of_today():
    old, young = (
        submission(f"lich_su:\n  - nam: {year}\n    viec: trien-khai", name=name)
        for name, year in (("mot", 2023), ("hai", 2024))
    )
    said = "Trong 2 bài ở chặng “Đang làm”, 1 bài có mốc mới nhất từ năm 2023 trở về trước: nay còn làm hay đã thôi, nguồn chưa nói."
    assert view_at(context_of(old, young), "tien-trinh/").aged == said
    assert view_at(context_of(young), "tien-trinh/").aged == ""


def test_an_empty_catalogue_has_the_page_too():
    assert view_at(context_of(), "tien-trinh/").standings == ()


def test_the_data_have_a_row_for_each_model(context):
    output = next(one for one in all_outputs(context) if one.path == "du-lieu/v1/tien-trinh.json")
    rows = {row["id"]: row for row in json.loads(made(context, output))["tien_trinh"]}
    assert rows.keys() == HISTORIES.keys()
    assert rows["c-cong-nhan"] == {
        "id": "c-cong-nhan",
        "chang": "cong-nhan",
        "nam": 2023,
        "cac_chang": {
            "trien-khai": {"tu": 2022, "den": 2022, "cap": None},
            "cong-nhan": {"tu": 2023, "den": 2023, "cap": "tinh"},
        },
        "nam_dang_ky": [],
        "xep_loai": {},
        "nam_kiem_tra": None,
        "noi_lam_theo": 0,
        "can_cu": ["van-ban-cong-nhan"],
    }
    assert rows["d-danh-gia"]["xep_loai"] == {"2024": "hieu-qua", "2025": "chua-hieu-qua"}


# --- The page of a model ---------------------------------------------------------------------------------------------

LIMITS = "noi_dung:\n  cach_lam: Các hộ họp lại, chia đường làng thành mười đoạn và nhận mỗi nhà một đoạn.\n  han_che: |\n    "


def lines(snippet, name="duong-hoa"):
    page = view_at(context_of(submission(snippet, name=name)), f"mo-hinh/{name}/")
    return {line.label: (line.is_there, line.reason.replace("\u00a0", " "), line.anchor) for line in page.proofs}


def test_a_model_with_hardly_anything_says_what_is_missing():
    assert lines("") == {
        "Con số trước và sau": (False, "Bài chưa có con số kết quả nào.", ""),
        "Nguồn không phải của chính nơi làm": (
            False,
            "Nguồn đều là của chính nơi làm, hoặc chưa rõ nơi đăng.",
            "nguon",
        ),
        "Văn bản công nhận, khen thưởng": (False, "Chưa có mốc nào ghi việc công nhận hay khen thưởng.", ""),
        "Kể cả điều chưa được": (False, "Bài chưa kể điều gì chưa làm được.", ""),
        "Nhiều nơi làm theo": (False, "Chưa biết nơi nào làm theo.", ""),
        "Mới được kiểm tra": (False, "Chưa thấy mốc thẩm định, kiểm tra, đánh giá nào.", ""),
    }


def test_a_model_with_everything_gives_each_ground_its_reason():
    found = lines(
        "ket_qua: [{chi_so: Đường có hoa, truoc: 300, sau: 3.100, don_vi_tinh: m, xap_xi: hon}]\n"
        "lich_su: [{nam: 2022, viec: trien-khai}, {nam: 2025, viec: kiem-tra}, "
        "{nam: 2025, viec: cong-nhan, cap: tinh, van_ban: 12/QĐ-UBND}]\n"
        "nguon: [{ten: Báo cáo, co_quan: Hội Phụ nữ xã Ngọc Chiến}, {ten: Bài báo, co_quan: Báo Sơn La}]\n"
        "da_nhan_rong: [{noi: tỉnh Cao Bằng}, {noi: tỉnh Lai Châu}, {noi: tỉnh Điện Biên}]\n"
        f"{LIMITS}Hai nhà ở cuối xóm chưa có người dọn đoạn của mình.\n"
    )
    assert found == {
        "Con số trước và sau": (True, "Đường có hoa: từ 300 tới hơn 3.100 m.", ""),
        "Nguồn không phải của chính nơi làm": (True, "Báo Sơn La.", "nguon-2"),
        "Văn bản công nhận, khen thưởng": (
            True,
            "12/QĐ-UBND, công nhận cấp tỉnh, thành phố năm 2025.",
            "chang-duong",
        ),
        "Kể cả điều chưa được": (True, "Bài có kể chỗ còn khó.", "han-che"),
        "Nhiều nơi làm theo": (True, "Đã biết 3 nơi làm theo.", "lan-toa"),
        "Mới được kiểm tra": (True, "Kiểm tra năm 2025; tính những lần trong 2 năm gần đây.", ""),
    }


def test_what_is_there_in_part_is_said_to_be():
    found = lines(
        "ket_qua: [{chi_so: Hộ tham gia, sau: 10, don_vi_tinh: hộ}]\nlich_su: [{nam: 2020, viec: tham-dinh}, "
        "{nam: 2022, viec: khen-thuong}]\nda_nhan_rong: [{noi: tỉnh Cao Bằng}]\n"
        "nguon: [{ten: Bài về xóm, co_quan: chưa rõ nơi đăng}]\n"
    )
    assert {reason for is_there, reason, _ in found.values() if not is_there} == {
        "Có con số kết quả, nhưng chưa có số trước khi làm để so.",
        "Chưa rõ nguồn do cơ quan nào đăng.",
        "Được công nhận, khen thưởng năm 2022, nhưng chưa ghi số văn bản.",
        "Bài chưa kể điều gì chưa làm được.",
        "Mới biết 1 nơi làm theo.",
        "Thẩm định năm 2020; tính những lần trong 2 năm gần đây.",
    }
