"""The files of the open data: tables, a file of each model and province, what changed; what stays out, and what an edit makes anew."""

import gzip
import io
import json
from dataclasses import replace
from hashlib import sha256
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from data_site import SITE, data_files, full_models, lines_of, of_site, real_context, table_of
from library import due, inputs_of, inputs_of_folder, make_all, view_at
from making import model
from showcase.publish.context import Context
from showcase.publish.csv_file import csv_file
from showcase.reading import form as forms
from showcase.system.workbook import workbook_of
from showcase.views.data_tables import BY_NAME, MODELS, OF_MODELS, TABLES, UNITS
from showcase.views.table import Table

XML = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "rs": "http://www.openarchives.org/rs/terms/"}


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    """A context of the catalogue that has every entry of the format."""
    return Context(of_site(inputs_of_folder(full_models(tmp_path_factory.mktemp("full") / "models"))))


@pytest.fixture(scope="module")
def files(full):
    return data_files(full)


def files_of(*models, site=SITE) -> dict[str, bytes]:
    return data_files(Context(of_site(inputs_of(*models), site)))


# --- Tables --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", TABLES, ids=[table.name for table in TABLES])
def test_a_table_is_a_file_that_excel_reads_with_the_keys_of_the_format_as_its_head(files, table):
    data = files[table.file]
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig").splitlines()[0].split(",") == list(table.head)
    rows = table_of(data)
    assert rows
    assert {len(row) for row in rows} == {len(table.columns)}
    assert len({tuple(row[key] for key in table.key or table.head) for row in rows}) == len(rows)


def test_a_column_of_a_model_has_the_name_and_the_words_of_the_format():
    entries = {entry.key: entry for entry in forms.MODEL.entries}
    named = [column for column in MODELS.columns if column.path and column.key in entries]
    assert len(named) > 15
    assert [column.key for column in named if not column.about.startswith(entries[column.key].about)] == []


def test_no_table_has_a_column_twice_and_each_says_what_it_means():
    for table in TABLES:
        assert len(set(table.head)) == len(table.head), table.name
        assert all(column.about.endswith(".") for column in table.columns), table.name


def test_a_row_says_of_a_model_what_its_file_says():
    made = files_of(
        model(
            "chu_de: [y-te, chuyen-doi-so]\ncap: co-so\n"
            "dia_diem:\n  - noi: phường Quỳnh Thiện, thị xã Hoàng Mai, tỉnh Nghệ An\n    tai: khối 5\n  - noi: xã Ngọc Chiến, tỉnh Sơn La\n"
            "ket_qua:\n  - chi_so: Số hộ tham gia\n    sau: 3.100\n  - chi_so: Tỷ lệ\n    truoc: 3,5\n    sau: 4\n    don_vi_tinh: '%'\n"
            "lam_theo: {buoc: [Họp tổ dân phố., Chia đoạn đường.], kinh_phi: Không đáng kể.}\n"
        )
    )
    (row,) = table_of(made["mo-hinh.csv"])
    assert row["chu_de"] == "y-te; chuyen-doi-so"
    assert row["lam_theo_buoc"] == "Họp tổ dân phố.; Chia đoạn đường."
    assert row["lam_theo_kinh_phi"] == "Không đáng kể."
    assert (row["noi"], row["tai"], row["so_noi"]) == (
        "phường Quỳnh Thiện, thị xã Hoàng Mai, tỉnh Nghệ An",
        "khối 5",
        "2",
    )
    assert (row["ma_tinh"], row["ma_xa"], row["xa"]) == ("40", "17110", "phường Hoàng Mai")
    assert (row["so_ket_qua"], row["nam_dau"], row["ngay_dang"]) == ("2", "2022", "2026-11-20")
    assert [(one["truoc"], one["sau"]) for one in table_of(made["ket-qua.csv"])] == [("", "3100"), ("3.5", "4")]
    places = table_of(made["dia-diem.csv"])
    assert [(one["thu_tu"], one["ma_xa"], one["ma_xa_cu"], one["ma_huyen_cu"]) for one in places] == [
        ("1", "17110", "cu-17110", "cu-432"),
        ("2", "03820", "", ""),
    ]


def test_units_of_both_eras_are_told_apart_and_counted(files):
    units = {row["id"]: row for row in table_of(files["dia-phuong.csv"])}
    assert (units["17110"]["ten"], units["cu-17110"]["ten"]) == ("phường Hoàng Mai", "phường Quỳnh Thiện")
    assert "17110" in units["cu-17110"]["nay_la"].split("; ")
    assert {units[key]["cap"] for key in ("01", "cu-01")} == {"tinh"}
    shown = table_of(files["mo-hinh.csv"])
    places = table_of(files["dia-diem.csv"])
    for code in {row["ma_tinh"] for row in places if row["ma_tinh"]}:
        here = {row["mo_hinh"] for row in places if row["ma_tinh"] == code}
        practices = {row["id"] for row in shown if row["loai"] == "cach-lam"}
        counted = int(units[code]["so_mo_hinh"]), int(units[code]["so_cach_lam"])
        assert counted == (len(here - practices), len(here & practices))


def test_a_copy_is_an_edge_with_both_ends_where_both_have_an_entry(files):
    rows = table_of(files["lan-toa.csv"])
    ids = {row["id"] for row in table_of(files["mo-hinh.csv"])}
    assert {row["hoc_tu"] for row in rows} <= ids
    assert {row["mo_hinh"] for row in rows} <= ids | {""}
    assert {bool(row["mo_hinh"]) for row in rows} == {True, False}
    assert all(row["noi"] for row in rows)


def test_the_figures_of_a_report_are_all_there(files):
    rows = table_of(files["so-lieu.csv"])
    for report in json.loads(files["so-lieu.json"])["so_lieu"]:
        own = [row for row in rows if row["bao_cao"] == report["id"]]
        parts = [
            part
            for figure in report.get("so_lieu", ())
            for division in figure.get("chia_theo", ())
            for part in division["phan"]
        ]
        assert len(own) == len(report.get("so_lieu", ())) + len(parts) + len(report.get("so_khac", ()))


def test_the_workbook_has_the_same_cells_as_the_tables_and_codes_keep_their_noughts(files):
    book = openpyxl.load_workbook(io.BytesIO(files["mo-hinh.xlsx"]), read_only=True)
    told = [table for table in TABLES if table is not UNITS]
    assert book.sheetnames == ["Các bảng", *(table.title for table in told), "Từ điển"]
    for table in told:
        head, *rows = book[table.title].iter_rows(values_only=True)
        assert head == table.head
        texts = [["" if cell is None else str(cell) for cell in row] for row in rows]
        assert texts == [list(row.values()) for row in table_of(files[table.file])]
    codes = {row[table_column("ma_tinh")] for row in list(book[MODELS.title].iter_rows(values_only=True))[1:]}
    assert all(isinstance(code, str) for code in codes if code is not None)


def table_column(key: str) -> int:
    return MODELS.head.index(key)


def test_a_workbook_holds_what_no_cell_may_hold():
    """Letters that XML has not, what Excel (not openpyxl) takes for a letter's number, more letters than a cell takes, formulas."""
    texts = "a\x0bb", "_x0041_", "x" * 40_000, "=1+1", " đầu", "<&>\"'"
    (sheet,) = openpyxl.load_workbook(
        io.BytesIO(workbook_of("Thử", [Table("mot", "Một", "", ("Chữ",), tuple((text,) for text in texts))]))
    ).worksheets[1:]
    cells = [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert cells == ["ab", "_x005F_x0041_", "x" * 32_767, "'=1+1", " đầu", "<&>\"'"]


def test_a_cell_that_would_be_computed_is_text_everywhere():
    made = files_of(model("tieu_de: =HYPERLINK(1,2)"))
    assert [row["tieu_de"] for row in table_of(made["mo-hinh.csv"])] == ["'=HYPERLINK(1,2)"]
    assert [row["tieu_de"] for row in table_of(made["tinh/son-la.csv"])] == ["'=HYPERLINK(1,2)"]
    book = openpyxl.load_workbook(io.BytesIO(made["mo-hinh.xlsx"]))
    assert "f" not in {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}


# --- A model, a province -------------------------------------------------------------------------------------------


def test_the_file_of_a_model_is_its_row_in_the_same_shape(files):
    rows = json.loads(files["mo-hinh.json"])["mo_hinh"]
    assert rows
    for row in rows:
        own = json.loads(files[f"mo-hinh/{row['id']}/du-lieu.json"])
        assert own == {"phien_ban": 1, "mo_hinh": [row]}


def test_a_former_address_of_a_model_has_its_data_too():
    made = files_of(model("duong_dan_cu: [duong-sach-2021]"))
    assert made["mo-hinh/duong-sach-2021/du-lieu.json"] == made["mo-hinh/ngoc-chien-duong-sach/du-lieu.json"]


def test_english_is_there_where_an_editor_gave_it(files):
    row = next(row for row in json.loads(files["mo-hinh.json"])["mo_hinh"] if row["id"] == "duong-hoa-tu-quan")
    assert row["title_en"].startswith("A street of flowers")
    assert row["summary_en"]


def test_a_province_has_its_models_as_a_table_and_as_lines():
    context = real_context()
    made = data_files(context)
    rows, table = json.loads(made["mo-hinh.json"])["mo_hinh"], table_of(made["mo-hinh.csv"])
    here = {
        row["id"]
        for row in rows
        if any((place["hien_nay"]["tinh"] or {}).get("ma") == "40" for place in row["dia_diem"])
    }
    assert here
    assert lines_of(made["tinh/nghe-an.ndjson.gz"]) == [row for row in rows if row["id"] in here]
    assert table_of(made["tinh/nghe-an.csv"]) == [row for row in table if row["id"] in here]
    every = [name for name in made if name.startswith("tinh/")]
    assert len(every) == 2 * len(context.reference.gazetteer.provinces)


def test_compressed_lines_are_the_same_bytes_on_any_day(files):
    data = files["tinh/son-la.ndjson.gz"]
    assert data[4:8] == bytes(4), "the time in the head of gzip"
    assert data[9] == 255, "the system in it"


def test_the_index_tells_which_edition_of_each_model_is_there(files):
    rows = json.loads(files["chi-muc.json"])["chi_muc"]
    assert [row["id"] for row in rows] == [row["id"] for row in json.loads(files["mo-hinh.json"])["mo_hinh"]]
    for row in rows:
        file = files[f"mo-hinh/{row['id']}/du-lieu.json"]
        assert (row["sha256"], row["byte"]) == (sha256(file).hexdigest(), len(file))


# --- What came, changed, went --------------------------------------------------------------------------------------


GONE = "go_bo: {ngay: 03/12/2026, ly_do: Theo đề nghị của bà Nguyễn Thị Thử.}"


def three() -> list:
    return [
        model("tieu_de: Mới đăng tháng mười\nngay_dang: 2026-10-02", name="moi"),
        model("tieu_de: Đăng rồi sửa sau\nngay_dang: 2026-10-02\ncap_nhat: 2026-11-05", name="sua"),
        model(f"tieu_de: Bài đã gỡ xuống\nngay_dang: 2026-10-02\n{GONE}", name="go"),
    ]


def test_each_change_stands_in_the_month_of_its_day():
    made = files_of(*three())
    months = {name: json.loads(data)["thay_doi"] for name, data in made.items() if name.startswith("thay-doi/")}
    told = {name: [(row["ngay"], row["viec"], row["id"]) for row in rows] for name, rows in months.items()}
    assert told == {
        "thay-doi/2026-10.json": [("2026-10-02", "them", "moi"), ("2026-10-02", "them", "sua")],
        "thay-doi/2026-11.json": [("2026-11-05", "sua", "sua")],
        "thay-doi/2026-12.json": [("2026-12-03", "go", "go")],
    }
    assert months["thay-doi/2026-12.json"][0]["duong_dan"] is None


def test_what_changed_is_told_by_records_and_never_by_the_clock():
    inputs = of_site(inputs_of(*three()))
    later = replace(inputs, year=inputs.year + 3)
    names = "thay-doi/2026-10.json", "changelist.xml", "resourcelist.xml", "dcat.jsonld"
    one, other = data_files(Context(inputs)), data_files(Context(later))
    assert {name: one[name] for name in names} == {name: other[name] for name in names}


def test_of_what_was_taken_down_nothing_is_told_but_its_id_and_the_day():
    made = files_of(*three())
    holding = {name for name, data in made.items() if b'"go"' in data or b"/go/" in data}
    assert holding == {"thay-doi/2026-12.json", "mo-hinh/go/du-lieu.json", "changelist.xml"}
    assert json.loads(made["mo-hinh/go/du-lieu.json"]) == {
        "phien_ban": 1,
        "mo_hinh": [],
        "go_bo": [{"id": "go", "ngay": "2026-12-03"}],
    }
    assert not any("Nguyễn Thị Thử" in text_of(data) for data in made.values())


def test_the_lists_lead_to_the_files_with_their_digests():
    made = files_of(*three())
    start = "https://mau.example/thu/"
    listed = ET.fromstring(made["resourcelist.xml"])
    assert listed.find("rs:md", XML).get("capability") == "resourcelist"
    assert listed.find("rs:md", XML).get("at") == "2026-12-03T00:00:00+07:00"
    for one in listed.iterfind("s:url", XML):
        file = made[one.findtext("s:loc", "", XML).removeprefix(start)]
        said = one.find("rs:md", XML)
        assert said.get("hash") == f"sha-256:{sha256(file).hexdigest()}"
        assert int(said.get("length")) == len(file)
    changed = ET.fromstring(made["changelist.xml"])
    assert changed.find("rs:md", XML).get("from") == "2026-10-02T00:00:00+07:00"
    assert [one.find("rs:md", XML).get("change") for one in changed.iterfind("s:url", XML)] == [
        *("created", "created", "updated", "deleted"),
    ]
    lists = ET.fromstring(made["capabilitylist.xml"])
    assert {one.findtext("s:loc", "", XML) for one in lists.iterfind("s:url", XML)} == {
        f"{start}du-lieu/v1/resourcelist.xml",
        f"{start}du-lieu/v1/changelist.xml",
    }


# --- What stays out ------------------------------------------------------------------------------------------------


def text_of(data: bytes) -> str:
    """Everything in a file that can be read, whatever it is packed in."""
    if data.startswith(b"\x1f\x8b"):
        data = gzip.decompress(data)
    if data.startswith(b"PK"):
        book = openpyxl.load_workbook(io.BytesIO(data))
        return "\n".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)
    return data.decode()


def test_who_is_named_on_what_ground_is_in_no_file():
    persons = "nguoi_duoc_neu:\n  - ten: Trần Văn Thử\n    vai_tro: Người giữ sổ của tổ\n    can_cu: dong-y\n"
    for name, data in files_of(model(persons)).items():
        assert "Trần Văn Thử" not in text_of(data), name
        assert "Người giữ sổ của tổ" not in text_of(data), name


def test_no_table_has_a_key_that_is_kept_back():
    assert [column.key for table in TABLES for column in table.columns if "nguoi_duoc_neu" in column.key] == []


# --- What is made, and what an edit makes anew ---------------------------------------------------------------------


def test_families_that_are_many_or_large_can_be_left_out():
    every, few = files_of(model()), files_of(model(), site=replace(SITE, data=()))
    gone = set(every) - set(few)
    assert {name.partition("/")[0] for name in gone} == {
        *("mo-hinh", "tinh", "mo-hinh.xlsx", "resourcelist.xml", "changelist.xml", "capabilitylist.xml"),
    }
    page = view_at(Context(of_site(inputs_of(model()), replace(SITE, data=()))), "du-lieu/")
    assert b"xlsx" not in page
    assert b"ndjson" not in page


def made_again(was: list, now: list) -> set[str]:
    _, history = make_all(of_site(inputs_of(*was)))
    paths = due(history, of_site(inputs_of(*now)))
    return {path.removeprefix("du-lieu/v1/") for path in paths if "du-lieu" in path}


def test_a_corrected_sentence_makes_no_table_and_no_workbook():
    other = model("tieu_de: Chợ văn minh của phường", name="cho")
    story = "noi_dung:\n  cach_lam: Các hộ họp lại, chia đường làng thành mười hai đoạn và nhận mỗi nhà một đoạn.\n"
    assert made_again([model(), other], [model(story), other]) == {
        *("mo-hinh.json", "chi-muc.json", "resourcelist.xml", "tinh/son-la.ndjson.gz"),
        "mo-hinh/ngoc-chien-duong-sach/du-lieu.json",
    }


@pytest.mark.slow
def test_a_corrected_title_makes_the_tables_that_hold_it():
    made = made_again([model()], [model("tieu_de: Tổ tự quản giữ đường làng luôn sạch")])
    assert {"mo-hinh.csv", "mo-hinh.xlsx", "tinh/son-la.csv"} <= made
    assert {
        "lan-toa.csv",
        "dia-phuong.csv",
        "su-kien.csv",
        "danh-muc.csv",
        "schema.json",
        "tinh/nghe-an.csv",
    }.isdisjoint(made)


# --- The page ------------------------------------------------------------------------------------------------------


def test_the_page_tells_of_every_file_and_of_every_column(full, files):
    page = view_at(full, "du-lieu/").decode()
    assert [name for name in files if "/" not in name and f"du-lieu/v1/{name}" not in page] == []
    assert [
        column.key for table in TABLES for column in table.columns if f"<code>{column.key}</code>" not in page
    ] == []


def test_a_size_is_rounded_so_that_a_corrected_sentence_leaves_the_page():
    inputs = [model(), model("tieu_de: Chợ văn minh của phường", name="cho")]
    was, now = inputs_of(*inputs), inputs_of(model("ghi_chu: Đã sửa một chữ."), inputs[1])
    one, other = (view_at(Context(of_site(one)), "du-lieu/") for one in (was, now))
    assert len(one) > 1000
    assert one.count(b"<dt>") == other.count(b"<dt>")


def test_rows_of_models_are_what_the_tables_hold():
    assert set(OF_MODELS) < set(TABLES)
    assert csv_file(("a",), [("b",)]) == b"\xef\xbb\xbfa\r\nb\r\n"
    assert BY_NAME["mo-hinh"] is MODELS
