"""Official figures: on whose page they stand, which years make a line, which places are parts, and that many are light."""

import json
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from library import context_of, made, view_at
from making import model, report
from showcase.publish.site import all_outputs
from showcase.record.making import make_report
from showcase.record.part_place import lies_in, part_place
from showcase.system.gazetteer import load_gazetteer
from showcase.views.series import series_of

GAZETTEER = load_gazetteer()
SON_LA = "noi: tỉnh Sơn La\n"


def figure(total: object, measure: str = "duy-tri", thing: str = "mo-hinh") -> str:
    return f"so_lieu: [{{chi_tieu: {measure}, doi_tuong: {thing}, tong: {total}}}]\n"


def of(snippet: str, name: str):
    return make_report(report(snippet, name=name), GAZETTEER)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_a_line_joins_whole_years_of_one_place_and_one_count():
    reports = [
        of(f"{SON_LA}nam: 2024\n{figure('2.665')}", "a"),
        of(f"{SON_LA}nam: 2021\n{figure('2.401')}", "b"),
        of(f"{SON_LA}nam: 2023\nky: 6 tháng đầu năm 2023\n{figure('9.999')}", "half-a-year"),
        of(f"{SON_LA}nam: 2022\n{figure('5', thing='dien-hinh')}", "exemplars"),
        of(f"noi: huyện Mường La, tỉnh Sơn La\nnam: 2022\n{figure('7')}", "a-district"),
    ]
    (line,) = series_of(reports)
    assert [(point.year, point.number) for point in line.points] == [(2021, "2.401"), (2024, "2.665")]
    assert line.finding == "năm 2024 nhiều hơn năm 2021 là 264"
    assert list(series_of(reports[1:])) == []


@settings(deadline=None)
@given(st.dictionaries(st.integers(1990, 2027), st.integers(0, 10**9), min_size=2))
def test_a_line_keeps_every_number_and_its_height_is_true(numbers):
    """Nought lies on the floor, the largest at the top, and no year lies left of an earlier one."""
    (line,) = series_of([of(f"nam: {year}\n{figure(total)}", f"nam-{year}") for year, total in numbers.items()])
    assert {point.year: Decimal(point.number.replace(".", "")) for point in line.points} == numbers
    assert [point.year for point in line.points] == sorted(numbers)
    assert [point.x for point in line.points] == sorted(point.x for point in line.points)
    heights = {point.year: 122 - point.y for point in line.points}
    largest = max(numbers.values())
    assert all(abs(heights[year] - 92 * total / (largest or 1)) <= 1 for year, total in numbers.items())
    assert line.points[0].is_named
    assert line.points[-1].is_named


def test_the_page_of_a_place_has_its_own_figures_first_and_lines_of_its_own_alone():
    context = context_of(
        model(),
        reports=(
            report(f"noi: huyện Mường La, tỉnh Sơn La\nnam: 2024\n{figure('12')}", name="huyen-2024"),
            report(f"noi: huyện Mường La, tỉnh Sơn La\nnam: 2022\n{figure('10')}", name="huyen-2022"),
            report(f"{SON_LA}nam: 2020\n{figure('2.401')}", name="tinh"),
            report(f"pham_vi: Công an tỉnh\ntinh: Sơn La\nnam: 2019\n{figure('3')}", name="cong-an", without=("noi",)),
            report(f"pham_vi: cả nước\nnam: 2018\n{figure('900')}", name="ca-nuoc", without=("noi",)),
        ),
    )
    province = view_at(context, "dia-phuong/son-la/").reports
    assert [line.address.split("/")[1] for line in province.lines] == ["tinh", "huyen-2024", "huyen-2022", "cong-an"]
    assert province.series == ()
    district = view_at(context, "dia-phuong/cu/son-la/muong-la/")
    assert district.models == ()
    assert "Chưa có bài nào" in district.lead
    assert [plain(line.figures) for line in district.reports.lines] == [
        "12 mô hình được duy trì",
        "10 mô hình được duy trì",
    ]
    assert len(district.reports.series) == 1


def test_a_report_says_whose_it_is_and_of_when():
    half = report(
        f"pham_vi: Công an tỉnh\ntinh: Sơn La\nky: 6 tháng đầu năm 2023\n{figure('3')}", name="x", without=("noi",)
    )
    page = view_at(context_of(reports=(half,)), "so-lieu/x/")
    assert (page.report.place, page.report.when, page.report.today) == ("Công an tỉnh", "6 tháng đầu năm 2023", "")
    assert page.where.address == "dia-phuong/son-la/"
    former = view_at(
        context_of(reports=(report("noi: thành phố Bắc Kạn, tỉnh Bắc Kạn\nky: cả quý một\n", name="x"),)), "so-lieu/x/"
    )
    assert (former.report.when, former.report.today) == ("cả quý một (2023)", "tỉnh Thái Nguyên")


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        ("huyện Mỹ Đức", "thành phố Hà Nội", True),
        ("huyện Diễn Châu", "thành phố Hà Nội", False),
        ("thành phố Hà Nội", "thành phố Hà Nội", False),
        ("phường Xuân La", "quận Tây Hồ, Hà Nội", True),  # divided, and counted all the same
        ("phường Tây Hồ", "quận Tây Hồ, Hà Nội", True),  # of today
        ("phường Hoàn Kiếm", "quận Tây Hồ, Hà Nội", False),
        ("huyện Đất Đỏ", "tỉnh Bà Rịa - Vũng Tàu", True),
        ("Quận 3", "tỉnh Bà Rịa - Vũng Tàu", False),
    ],
)
def test_which_places_are_parts(part, whole, expected):
    container = GAZETTEER.resolve(whole).place
    found = part_place(part, whole, GAZETTEER).place
    assert (found is not None and lies_in(found, container, GAZETTEER)) == expected


def test_the_open_data_have_every_figure():
    parts = "chia_theo: [{chieu: dia-phuong, phan: {huyện Mỹ Đức: 1, huyện Sóc Sơn: 2}}]"
    one = report(
        f"so_lieu: [{{chi_tieu: cong-nhan, doi_tuong: mo-hinh, tong: 3, {parts}}}]\nso_khac: [{{ten: Năm, so: 15}}]\n"
    )
    context = context_of(reports=(one,))
    (output,) = [output for output in all_outputs(context) if output.path.endswith("so-lieu.json")]
    (row,) = json.loads(b"".join(output.make(context)))["so_lieu"]
    assert row["so_lieu"][0]["chia_theo"][0]["phan"] == {"huyện Mỹ Đức": 1, "huyện Sóc Sơn": 2}
    assert (row["so_khac"], row["duong_dan"]) == ([{"ten": "Năm", "so": 15}], "so-lieu/ha-noi-2023/")


def test_many_reports_are_paged_and_all_are_found():
    """No page grows with them: each has its twelve, and the first lists them with the anchors that they once had there."""
    reports = [report(f"nam: {2000 + at % 20}\n{figure(at)}", name=f"so-{at:03}") for at in range(60)]
    context = context_of(reports=reports)
    pages = [made(context, output) for output in all_outputs(context) if output.about == "so-lieu"]
    shown = [one.anchor for page in pages for one in page.reports]
    assert [len(page.reports) for page in pages] == [12] * 5
    assert sorted(shown) == [f"so-{at:03}" for at in range(60)]
    first = {one.anchor for one in pages[0].reports} | {one.anchor for one in pages[0].listed if one.anchor}
    assert first == set(shown)
    assert len(view_at(context, "dia-phuong/ha-noi/").reports.lines) == 12
    assert view_at(context, "dia-phuong/ha-noi/").reports.left_out == 48
