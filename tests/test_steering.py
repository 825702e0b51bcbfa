"""Pages of those who steer: every commune is there once, sums are what one counts by hand, and an edit makes only what tells of it."""

import csv
import io
import re
import zipfile
from dataclasses import replace
from functools import cache
from itertools import chain

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from library import SITE, TEMPLATES, MadeHost, context_of, due, inputs_of, inputs_of_models, make_all, view_at
from making import model, vocabularies
from showcase.publish.context import Context
from showcase.publish.csv_file import csv_file
from showcase.publish.output import Output
from showcase.publish.site import all_outputs
from showcase.publish.steering_pages import outputs
from showcase.record.catalogue import Catalogue, newest_first, vocabularies_of
from showcase.record.making import make_model
from showcase.record.stage import SAYS, Reached
from showcase.record.summary import Codes, Summary, make_summary
from showcase.system.gazetteer import load_gazetteer
from showcase.system.workbook import workbook_of
from showcase.views.lacking_page import PAGE_SIZE
from showcase.views.steering import COUNTRY, LACKS, lacks_of, make_steering
from showcase.views.steering_page import steering_page
from showcase.views.steering_tables import TABLES, steering_table, tables_of
from showcase.views.table import Table
from showcase.words.cell import plain_cell

GAZETTEER = load_gazetteer()
FIELDS = ("kinh-te", "van-hoa-xa-hoi", "quoc-phong-an-ninh", "he-thong-chinh-tri")
COMMUNES = tuple(commune for province in GAZETTEER.provinces for commune in GAZETTEER.communes_of(province.code))
LARGEST = max(GAZETTEER.provinces, key=lambda province: len(GAZETTEER.communes_of(province.code)))
PAGE_LIMIT = 150_000
COUNTED = "Đếm các mô hình, điển hình đã có bài trên chuyên trang"
YEAR = 2026


@cache
def one() -> Summary:
    return make_summary(make_model(model(), GAZETTEER))


def summary(number: int, **changed) -> Summary:
    return one()._replace(id=f"so-{number}", title=f"Mô hình số {number}", title_key=f"{number:06}", **changed)


def catalogue(models) -> Catalogue:
    return Catalogue(
        models=newest_first(models),
        taken_down=(),
        reports=(),
        year=YEAR,
        vocabularies=vocabularies_of(vocabularies()),
        gazetteer=GAZETTEER,
    )


def in_commune(commune) -> Codes:
    return Codes(commune.parent, commune.code)


places = st.one_of(
    st.sampled_from(COMMUNES[:30] + COMMUNES[-5:]).map(in_commune),
    st.sampled_from(GAZETTEER.provinces).map(lambda province: Codes(province.code)),
    st.just(Codes("", body="Bộ Công an")),
)
reached = st.lists(st.sampled_from(sorted(set(SAYS.values()))), unique=True).map(
    lambda stages: tuple(Reached(stage, 2020, 2020, "", at) for at, stage in enumerate(stages))
)
made = st.builds(
    dict,
    kind=st.sampled_from(["mo-hinh", "dien-hinh", "cach-lam"]),
    field=st.sampled_from(FIELDS),
    themes=st.lists(st.sampled_from(["y-te", "chuyen-doi-so"]), unique=True).map(tuple),
    places=st.lists(places, min_size=1, max_size=3).map(tuple),
    years=st.integers(2018, YEAR).map(lambda year: (year,)),
    checked=st.sampled_from([0, 2020, 2023, 2024, 2026]),
    reached=reached,
    registered=st.sampled_from([(), (2021,)]),
    proofs=st.sampled_from([(), ("so-truoc-sau",)]),
    has_guide=st.booleans(),
    is_offered=st.booleans(),
    learned_from=st.sampled_from(["", "so-0", "so-1"]),
)
catalogues = st.lists(made, max_size=12).map(
    lambda found: catalogue(
        summary(number, **{**changed, "learned_from": changed["learned_from"] if number > 1 else ""})
        for number, changed in enumerate(found)
    )
)


def rows(steering, name, code=COUNTRY):
    """The rows of a table as dictionaries by its head."""
    table = steering_table(name, steering, code, SITE)
    return [dict(zip(table.head, row, strict=True)) for row in table.rows]


few = settings(max_examples=max(15, settings().max_examples // 4))
"""Each looks at all 3,321 communes."""


@pytest.mark.slow
@few
@given(catalogues)
def test_communes_without_a_model_and_those_with_one_are_all_communes(found):
    steering = make_steering(found)
    everyone = {(row["Mã"]) for row in rows(steering, "xa") if row["Mã"]}
    empty = [row["Mã"] for row in rows(steering, "xa-chua-co")]
    full = {place.commune for one in found.models if one.kind != "cach-lam" for place in one.places} - {""}
    assert sorted([*empty, *full]) == sorted(commune.code for commune in COMMUNES)
    assert everyone == {*empty, *full}
    assert len(everyone) == 3321
    one = next((place.province for one in found.models for place in one.places if place.province), "01")
    in_it = [row["Mã"] for row in rows(steering, "xa-chua-co", one)]
    assert in_it == [code for code in empty if GAZETTEER.commune(code).parent == one]


@pytest.mark.slow
@few
@given(catalogues)
def test_sums_are_what_one_counts_by_hand(found):
    steering = make_steering(found)
    real = [one for one in found.models if one.kind != "cach-lam"]
    labels = {key: term.label for key, term in found.vocabularies.fields.terms.items()}
    told = {place.province for one in found.models for place in one.places} - {""}
    for unit in map(GAZETTEER.province, sorted({*told, "01"})):
        here = [one for one in real if any(place.province == unit.code for place in one.places)]
        (row,) = (row for row in rows(steering, "tinh") if row["Tỉnh, thành phố"].endswith(f" {unit.name}"))
        assert row["Mô hình"] == len(here) == sum(row[label] for label in labels.values())
        assert [row[label] for label in labels.values()] == [sum(one.field == key for one in here) for key in labels]
        for key, label in LACKS.items():
            assert row[label] == sum(key in lacks_of(one, found) for one in here)
        page = steering_page(steering, unit.code, SITE)
        assert page.counts.whole.total == len(here)
        assert sum(line.total for line in page.years.lines) == len(here)
    for row in rows(steering, "xa"):
        here = [one for one in real if row["Mã"] and any(place.commune == row["Mã"] for place in one.places)]
        assert not row["Mã"] or row["Mô hình"] == len(here)
    lacking = [one for one in real if lacks_of(one, found)]
    assert len(rows(steering, "con-thieu")) == len(lacking)
    practices = len(found.models) - len(real)
    assert (f"{practices} cách làm" in " ".join(steering_page(steering, COUNTRY, SITE).about)) == bool(practices)


LACKING = {
    "one of long ago that nobody looked at": ({"years": (2020,)}, {"kiem-tra"}),
    "one that was looked at three years ago": ({"years": (2015,), "checked": 2023}, {"kiem-tra"}),
    "one that was looked at two years ago": ({"years": (2015,), "checked": 2024}, set()),
    "a young one": ({"years": (2024,)}, set()),
    "one that has ended": ({"years": (2015,), "reached": (Reached("ket-thuc", 2019, 2019, "", 0),)}, set()),
    "one that rests on nothing": ({"proofs": ()}, {"can-cu"}),
    "one that rests on nothing but a fresh check": ({"proofs": (), "checked": 2025}, set()),
    "one that was copied by nobody": ({"copies": ()}, {"nhan-rong"}),
    "one that is being spread, nobody says where": (
        {"copies": (), "reached": (Reached("nhan-rong", 2025, 2025, "", 0),)},
        set(),
    ),
    "one that was registered": ({"registered": (2025,)}, {"tham-dinh"}),
    "one that was registered and recognised": (
        {"registered": (2025,), "reached": (Reached("cong-nhan", 2025, 2025, "", 1),)},
        set(),
    ),
    "one that was registered and has a verdict": ({"registered": (2025,), "verdicts": ((2025, "hieu-qua"),)}, set()),
}


@pytest.mark.parametrize(("changed", "lacks"), LACKING.values(), ids=LACKING)
def test_what_a_model_lacks_is_what_no_milestone_and_no_ground_tells(changed, lacks):
    copy = ("xã Ngọc Chiến, tỉnh Sơn La", "", "", 0, 0, tuple(Codes("14")))
    whole = {"years": (2025,), "proofs": ("so-truoc-sau",), "copies": (copy,), "checked": 0, "registered": ()}
    asked = summary(1, **{**whole, **changed})
    assert set(lacks_of(asked, catalogue([asked]))) == lacks


def test_a_page_names_what_is_lacking_says_what_that_means_and_leads_to_it():
    context = context_of(
        model("lich_su:\n  - nam: 2020\n    viec: dang-ky", name="mot"), model("loai: cach-lam", name="hai")
    )
    page, whole = view_at(context, "dieu-hanh/son-la/"), view_at(context, "dieu-hanh/")
    communes = len(GAZETTEER.communes_of("14"))
    assert page.figures[:2] == (
        ("1", "mô hình, điển hình đã có bài"),
        ("1", f"trong {communes} xã, phường, đặc khu có mô hình"),
    )
    assert page.about == (
        f"{COUNTED}, mốc sớm nhất là năm 2020; tính đến năm 2026. Nơi chưa có bài có thể vẫn có mô hình.",
        "1 cách làm, những việc mà nguồn không gọi là mô hình của phong trào, không nằm trong các số này.",
    )
    assert [gap.label for gap in page.gaps] == [
        f"{communes - 1} xã, phường, đặc khu chưa có mô hình",
        "2 chủ đề chưa có mô hình kể các bước",
        "Hai năm chưa kiểm tra: 1 mô hình",
        "Chưa có căn cứ: 1 mô hình",
        "Chưa nơi nào làm theo: 1 mô hình",
        "Đăng ký, chưa thẩm định: 1 mô hình",
    ]
    assert "từ năm 2023 trở về trước" in page.gaps[2].about
    assert [line.label for line in page.counts.lines] == ["Xã Ngọc Chiến"]
    assert whole.counts.whole.total == 1
    lacking = view_at(context, "dieu-hanh/son-la/con-thieu/")
    assert [one.lacks for one in lacking.models] == [
        "chưa kiểm tra; chưa có căn cứ; chưa nơi nào làm theo; đăng ký, chưa thẩm định"
    ]
    there = {output.address for output in all_outputs(context)}
    assert {gap.address.partition("#")[0] for gap in (*page.gaps, *whole.gaps)} <= there
    assert {file.path for file in (*page.files, *whole.files)} | {page.workbook, whole.workbook} <= there


# --- Tables that are taken away ------------------------------------------------------------------------------------

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "\u00a0=1")


def cells_of(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_taken_for_a_formula(text):
    assert plain_cell(text) == f"'{text}"


@pytest.mark.parametrize("cell", ["Tổ tự quản", "'=1", "a=1", "", 0, -5, "“=”", "1-2"])
def test_what_is_no_formula_stays_as_it_is(cell):
    assert plain_cell(cell) == cell


@given(st.lists(st.lists(st.text() | st.integers(), min_size=2, max_size=2), max_size=5))
def test_csv_reads_back_as_it_was_written(found):
    data = csv_file(("Một", "Hai, ba"), found)
    assert cells_of(data) == [["Một", "Hai, ba"], *([str(plain_cell(cell)) for cell in row] for row in found)]
    assert data.count(b"\r\n") >= len(found) + 1


def files_of(context: Context, *endings: str) -> dict[str, bytes]:
    return {output.path: output.bytes_of(context) for output in all_outputs(context) if output.path.endswith(endings)}


@pytest.mark.slow
def test_no_csv_of_the_site_and_no_workbook_has_a_cell_that_is_computed():
    """All of them, whoever makes them, of a catalogue in which whatever may be a formula is one."""
    hostile = "=HYPERLINK(1)"
    changed = make_model(model(f"tieu_de: '{hostile}'"), GAZETTEER)
    context = Context(replace(inputs_of_models([changed]), host=MadeHost()))
    files = files_of(context, ".csv", "ca-nuoc.xlsx", "son-la.xlsx")
    seen = set()
    for path, data in files.items():
        if path.endswith(".csv"):
            cells = list(chain.from_iterable(cells_of(data)))
        else:
            sheets = openpyxl.load_workbook(io.BytesIO(data)).worksheets
            found = [cell for sheet in sheets for row in sheet.iter_rows() for cell in row]
            assert "f" not in {cell.data_type for cell in found}
            cells = [cell.value for cell in found if isinstance(cell.value, str)]
        seen |= set(cells)
        assert [cell for cell in cells if cell.lstrip()[:1] in tuple("=+-@")] == []
    assert f"'{hostile}" in seen
    assert len(files) >= 34 * 5 + 6 + 2


def test_the_same_tables_give_the_same_workbook_whenever_it_is_made():
    table = Table("mot", "Một", "Đếm.", ("Tên", "Số"), (("Tổ tự quản", 3), ("Đường hoa", 2)))
    data = workbook_of("Thử", [table])
    assert data == workbook_of("Thử", [table])
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    days = re.findall(rb"\d{4}-\d\d-\d\dT", b"".join(map(archive.read, archive.namelist())))
    assert set(days) == {b"1980-01-01T"}
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["Các bảng", "Một"]
    assert [[cell.value for cell in row] for row in book["Một"].iter_rows()] == [
        ["Tên", "Số"],
        ["Tổ tự quản", 3],
        ["Đường hoa", 2],
    ]
    assert (book["Một"].freeze_panes, book["Một"].auto_filter.ref) == ("A2", "A1:B3")


def test_sheets_have_names_that_excel_takes():
    assert all(len(title) <= 31 and not set(title) & set("[]:*?/\\") for title, _, _ in TABLES.values())


@pytest.mark.slow
def test_a_workbook_has_all_tables_of_its_page():
    context = context_of(model())
    for where, code in (("dieu-hanh/", COUNTRY), ("dieu-hanh/son-la/", "14")):
        page = view_at(context, where)
        (data,) = files_of(context, page.workbook).values()
        book = openpyxl.load_workbook(io.BytesIO(data))
        assert book.sheetnames == ["Các bảng", *(TABLES[name][0] for name in tables_of(code))]


# --- How little an edit makes, how large pages become --------------------------------------------------------------


def steering_files(paths):
    return sorted(path for path in paths if path.startswith("dieu-hanh/"))


@pytest.mark.slow
def test_a_sentence_makes_no_page_of_those_who_steer_and_a_title_only_those_that_have_it():
    def models(title="Tổ tự quản giữ sạch đường làng", sentence="Các hộ họp lại, chia đường làng thành mười đoạn."):
        text = f"tieu_de: {title}\nnoi_dung:\n  cach_lam: {sentence}"
        elsewhere = "dia_diem: [{noi: 'thành phố Hà Nội'}]"
        return inputs_of(model(text, name="mot"), model(name="hai"), model(elsewhere, name="ba"))

    _, history = make_all(models())
    assert steering_files(due(history, models(sentence="Các hộ họp lại, chia đường làng thành chín đoạn."))) == []
    assert steering_files(due(history, models(title="Tổ tự quản giữ sạch đường xóm"))) == [
        "dieu-hanh/con-thieu.csv",
        "dieu-hanh/dieu-hanh-ca-nuoc.xlsx",
        "dieu-hanh/son-la/con-thieu.csv",
        "dieu-hanh/son-la/con-thieu/index.html",
        "dieu-hanh/son-la/dieu-hanh-son-la.xlsx",
    ]


def largest(number: int) -> Context:
    """A catalogue with as many models, all in the province with the most communes, with the longest titles and names."""
    communes = GAZETTEER.communes_of(LARGEST.code)
    title = ("Đổi mới công tác vận động Nhân dân " * 6)[:200]
    found = [
        summary(
            at,
            places=(in_commune(communes[at % len(communes)]),),
            field=FIELDS[at % 4],
            registered=(2015,),
            years=(1990 + at % 37,),
            proofs=(),
            themes=(),
        )._replace(title=title)
        for at in range(number)
    ]
    inputs = inputs_of_models([])
    return Context(
        replace(
            inputs,
            summaries={one.id: one for one in found},
            digests={one.id: (one.id, one.id) for one in found},
            host=MadeHost(),
            templates=TEMPLATES,
        )
    )


def pages_of(context: Context) -> dict[str, Output]:
    return {output.address: output for output in outputs(context) if output.is_page}


@pytest.mark.slow
def test_no_page_is_larger_than_it_may_be_however_many_models_there_are():
    context = largest(13_663)
    pages = pages_of(context)
    slug = GAZETTEER.slug_of(LARGEST)
    first, last = f"dieu-hanh/{slug}/con-thieu/", f"dieu-hanh/{slug}/con-thieu/trang-{-(-13_663 // PAGE_SIZE)}/"
    assert f"dieu-hanh/{slug}/con-thieu/trang-{-(-13_663 // PAGE_SIZE) + 1}/" not in pages
    sizes = {where: len(pages[where].bytes_of(context)) for where in ("dieu-hanh/", f"dieu-hanh/{slug}/", first, last)}
    assert [(where, size) for where, size in sizes.items() if size > PAGE_LIMIT] == []
    empty = {
        output.address: len(output.bytes_of(Context(inputs_of_models([]))))
        for output in pages_of(Context(inputs_of_models([]))).values()
    }
    assert max(empty.values()) < PAGE_LIMIT
