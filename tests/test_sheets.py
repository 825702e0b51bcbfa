"""What officials' spreadsheets hold: what was done to a value is undone where it is certain, and told of its cell where it is not."""

import random
import re
import shutil
import time
import zipfile
from contextlib import suppress
from datetime import date, datetime
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import FIELDS, HOST_KINDS, INDICATORS, SOUND, THEMES, TODAY, setting
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from project import put
from sheets import ROW, book, changed, csv, filled, keys_of, ods, saved, xlsx
from showcase.exchange import archive, importing
from showcase.exchange.grid import RefusedError
from showcase.exchange.layout import sheets
from showcase.exchange.taking import Known, take
from showcase.exchange.workbook import write_workbook
from showcase.exchange.yaml_text import write_form
from showcase.reading.commonmark import story_tokens
from showcase.reading.form import MODEL
from showcase.record.catalogue import vocabularies_of
from showcase.record.submission import read_model
from showcase.system.gazetteer import load_gazetteer


def day(*numbers):
    """A day as a spreadsheet gives it: a moment without a zone."""
    return datetime(*numbers)  # noqa: DTZ001


RESULT = {"ma": ROW["ma"], "chi_so": "Hộ tham gia", "sau": "150"}
RESULTS = "Kết quả"


@pytest.fixture
def models(tmp_path):
    """A folder with vocabularies and no models."""
    for name, text in (("linh-vuc", FIELDS), ("chu-de", THEMES), ("don-vi", HOST_KINDS), ("chi-so", INDICATORS)):
        put(tmp_path / f"models/_vocabulary/{name}.yaml", text)
    return tmp_path / "models"


def imported(models, data, name="dien.xlsx", *, update=False):
    path = models.parent / name
    path.write_bytes(data)
    return importing.import_file(path, models, None, TODAY, lambda _done, _all: None, update=update)


def said(result):
    return [str(remark) for remark in result.remarks]


def read(result, number=0):
    """The texts of a model that was made, by its keys."""
    path = result.made[number]
    return read_model("", path.parent.name, path.read_bytes()).record


# --- What a spreadsheet does to values -----------------------------------------------------------------------------

CONTACT = {"lien_he.don_vi": "Ủy ban nhân dân xã"}


@pytest.mark.parametrize(
    ("key", "typed", "text"),
    [
        ("ngay_dang", day(2026, 11, 20), "2026-11-20"),
        ("ngay_dang", 46346, "2026-11-20"),
        ("ngay_dang", "20-11-2026", "2026-11-20"),
        ("ngay_dang", "9/11/2026", "2026-11-09"),
        ("lien_he.dien_thoai_co_quan", 2123844567, "02123844567"),
        ("lien_he.dien_thoai_co_quan", "02123 844 567", "02123 844 567"),
        ("tieu_de", "Tổ  tự quản\ngiữ sạch đường làng ", "Tổ tự quản giữ sạch đường làng"),
        ("tieu_de", "Tæ tù qu¶n gi÷ s¹ch ®­êng lµng", "Tổ tự quản giữ sạch đường làng"),
        ("tieu_de", "Tổ_x0020_tự quản giữ\u200b sạch đường\u00a0làng", "Tổ tự quản giữ sạch đường làng"),
        ("linh_vuc", "kinh tế", "kinh-te"),
        ("linh_vuc", "An ninh trật tự", "quoc-phong-an-ninh"),
        ("loai", "gương điển hình", "dien-hinh"),
        ("noi_bat", True, "co"),
        ("noi_bat", "x", "co"),
        ("ghi_chu", "'- Nguồn không nêu lĩnh vực", "- Nguồn không nêu lĩnh vực"),
    ],
)
def test_what_was_done_to_a_value_is_undone(key, typed, text, models):
    more = CONTACT if key.startswith("lien_he") else {}
    result = imported(models, xlsx({**ROW, **more, key: typed}))
    record = read(result)
    for step in key.split(".")[:-1]:
        record = record.group(step)
    value = record.value(key.split(".")[-1])
    assert (value.isoformat() if isinstance(value, date) else value) == text


@pytest.mark.parametrize(
    ("typed", "number"), [("13.663", "13.663"), (13663, "13.663"), (3.5, "3,5"), ("3,5", "3,5"), (150.0, "150")]
)
def test_numbers_are_read_as_vietnamese_write_them(typed, number, models):
    result = imported(models, xlsx(ROW, **{RESULTS: [{**RESULT, "sau": typed}]}))
    assert f"    sau: {number}\n" in result.made[0].read_text(encoding="utf-8")


def test_a_fraction_that_may_be_thousands_is_asked_about(models):
    result = imported(models, xlsx(ROW, **{RESULTS: [{**RESULT, "sau": 13.663}]}))
    assert result.made == []
    (line,) = said(result)
    assert line.startswith(
        "trang “Kết quả”, hàng 2, cột C (sau): lỗi: Excel giữ ô này là số thập phân 13,663; không rõ là 13.663"
    )


def with_format(value, number_format, unit=None):
    """A workbook with a result whose number has a format."""
    made = book(ROW, **{RESULTS: [{**RESULT, "sau": value, "don_vi_tinh": unit}]})
    made[RESULTS]["C2"].number_format = number_format
    return saved(made)


@pytest.mark.parametrize(
    ("value", "number_format", "unit", "number"),
    [
        (0.85, "0%", "%", "85"),
        (0.8547, "0.0%", "%", "85,5"),
        (85, '0"%"', "%", "85"),
        (0.9, '0.0" tỷ"', "tỷ", "0,9"),
        (13663, r"#,##0\ [$hộ]", "hộ", "13.663"),
        (1_200_000, "0.0,,", "triệu đồng", "1,2"),
        (13663, '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', "hộ", "13.663"),
        (0.5, "[Red]0.0", None, "0,5"),
        (3.5, "General", None, "3,5"),
        (13663, "0.00E+00", None, "13.663"),
    ],
)
def test_a_number_is_what_is_seen_in_its_cell(value, number_format, unit, number, models):
    result = imported(models, with_format(value, number_format, unit))
    assert said(result) == []
    assert f"    sau: {number}\n" in result.made[0].read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("value", "number_format", "unit", "told"),
    [
        (0.85, "0%", None, "'85%' không phải là con số"),
        (0.9, '0.0" tỷ"', "đồng", "'0,9 tỷ' không phải là con số"),
        (-0.9, '0" tỷ";(0.0" tỷ")', None, "'-0,9 tỷ' không phải là con số"),
        (2022, '"Năm "0', None, "'Năm 2022' không phải là con số"),
        (1_500_000, "#,##0 [$₫-42A]", None, "'1.500.000 ₫' không phải là con số"),
        (15, '[>9]0" chục";0', None, "hiện số khác với số ở bên trong"),
        (123456, '000" nghìn "000', None, "hiện số khác với số ở bên trong"),
    ],
)
def test_what_is_seen_beside_a_number_is_not_lost(value, number_format, unit, told, models):
    result = imported(models, with_format(value, number_format, unit))
    assert result.made == []
    (line,) = said(result)
    assert line.startswith("trang “Kết quả”, hàng 2, cột C (sau): lỗi: ")
    assert told in line


def test_in_a_sentence_a_number_stands_as_it_is_seen(models):
    made = book({**ROW, "lam_theo.kinh_phi": 0.9, "lich_su.1.van_ban": 7})
    for column, number_format in ((len(ROW) + 1, '0.0" tỷ đồng"'), (len(ROW) + 2, "000")):
        made["Mô hình"].cell(2, column).number_format = number_format
    text = imported(models, saved(made)).made[0].read_text(encoding="utf-8")
    assert 'kinh_phi: "0,9 tỷ đồng"' in text or "kinh_phi: 0,9 tỷ đồng" in text
    assert "007" in text


@pytest.mark.parametrize(
    ("kind", "value", "seen", "said_of_it"),
    [
        ("percentage", 0.85, "85%", ["85"]),
        ("percentage", 0.8547, "85.47%", ["85,47"]),
        ("float", 0.85, "0.85", ["0,85"]),
        ("float", 13663, "1,37E+04", ["13.663"]),
        ("float", 1 / 3, "0.333333333333333", ["0,3333333333"]),
        ("float", 1200000, "1.2", ["hiện số khác với số ở bên trong"]),
        ("float", 2022, "Năm 2022", ["'Năm 2022' không phải là con số"]),
        ("float", 0.9, "0.9 tỷ", ["'0,9 tỷ' không phải là con số"]),
        ("currency", 1500000, "1.500.000 ₫", ["'1.500.000 ₫' không phải là con số"]),
        ("float", 1200000, "1.2 triệu", ["hiện số khác với số ở bên trong"]),
    ],
)
def test_a_number_of_libreoffice_is_what_is_seen_too(kind, value, seen, said_of_it, models):
    cell = (f'office:value-type="{kind}" office:value="{value}"', seen)
    unit = "%" if kind == "percentage" else None
    body = ods({**RESULT, "sau": cell, "don_vi_tinh": unit}, title=RESULTS)
    rows = zipfile.ZipFile(BytesIO(body)).read("content.xml").decode()
    inner = rows[rows.index("<table:table ") : rows.index("</office:spreadsheet>")]
    data = changed(
        ods(ROW),
        lambda name, part: (
            part.replace(b"</office:spreadsheet>", f"{inner}</office:spreadsheet>".encode())
            if name == "content.xml"
            else part
        ),
    )
    result = imported(models, data, "dien.ods")
    told = result.made[0].read_text(encoding="utf-8") if result.made else "".join(said(result))
    assert all(f"sau: {one}\n" in told or one in told for one in said_of_it), told


def test_a_year_in_a_cell_made_for_dates_is_a_year(models):
    result = imported(models, xlsx({**ROW, "lich_su.1.nam": day(1905, 7, 14)}))
    assert "  - nam: 2022\n" in result.made[0].read_text(encoding="utf-8")


def test_ditto_is_what_stands_above(models):
    rows = [
        ROW,
        {**ROW, "ma": "duong-hoa", "tieu_de": "Đường hoa của hội phụ nữ", "dia_diem.1.noi": "nt", "loai": "-nt-"},
    ]
    result = imported(models, xlsx(*rows))
    assert read(result, 1).records("dia_diem")[0].text("noi") == ROW["dia_diem.1.noi"]


def test_a_merged_cell_counts_for_all_its_rows(models):
    made = book(ROW, {**ROW, "ma": "duong-hoa", "tieu_de": "Đường hoa của hội phụ nữ", "don_vi.1.ten": None})
    column = get_column_letter(keys_of([ROW]).index("don_vi.1.ten") + 1)
    made["Mô hình"].merge_cells(f"{column}2:{column}3")
    result = imported(models, saved(made))
    assert read(result, 1).records("don_vi")[0].text("ten") == ROW["don_vi.1.ten"]


@pytest.mark.parametrize(
    ("key", "typed", "way"),
    [
        ("loai", "Điển hinhh", "Ý bạn là 'Điển hình'?"),
        ("linh_vuc", "Kinh té", "Ý bạn là 'Kinh tế'?"),
        ("chu_the", "Làng", "Hãy chọn một trong: Tập thể, Cá nhân, Hộ gia đình."),
        ("lich_su.1.viec", "Nhảy múa", "Trang “Danh mục” của tệp mẫu kể hết những từ ghi được."),
        ("noi_bat", "chắc là có", "Hãy ghi “có”, hoặc bỏ trống nếu là không."),
    ],
)
def test_a_word_that_is_none_of_the_list_is_told_in_the_words_of_the_sheet(models, key, typed, way):
    (line,) = said(imported(models, xlsx({**ROW, key: typed})))
    assert line.endswith(f"({key}): lỗi: '{typed}' không có trong danh sách của cột này. {way}")


def test_without_a_story_the_columns_are_named_of_which_one_is_needed(models):
    story = {"noi_dung.boi_canh": "", "noi_dung.cach_lam": ""}
    (line,) = said(imported(models, xlsx({**ROW, **story})))
    assert "noi_dung'" not in line
    assert "ít nhất một trong các cột: " in line
    assert line.count(", ") > 5


def template():
    return write_workbook(vocabularies_of([]), load_gazetteer(), {})


def test_the_notes_of_a_template_speak_as_it_does():
    """It shows labels; a key of files, where it is no word as well, is none that anybody can find there."""
    keys = {step for sheet in sheets() for column in sheet.columns for step in column.key.split(".")}
    options = {
        key for sheet in sheets() for column in sheet.columns for key in getattr(column.value_kind, "options", ())
    }
    signs = {key for key in keys | options if "_" in key or "-" in key} | {
        "noi hoặc",
        "nam hoặc",
        "ten hoặc",
        "huyen",
        "co nếu",
    }
    signs |= {"co khi", "mã của danh mục", "danh sách nguon"}
    made = load_workbook(BytesIO(template()))
    notes = {cell.comment.text for page in made for row in page.iter_rows(max_row=1) for cell in row if cell.comment}
    assert len(notes) > 40
    assert not {note: found for note in notes if (found := {sign for sign in signs if re.search(rf"\b{sign}\b", note)})}


def test_the_keys_of_a_template_are_hidden_and_it_says_so():
    made = load_workbook(BytesIO(template()))
    assert all(made[sheet.title].row_dimensions[2].hidden for sheet in sheets())
    guide = " ".join(str(cell.value) for (cell,) in made["Hướng dẫn"].iter_rows())
    assert "hàng 2 bị ẩn" in guide
    assert "phải có ít nhất một" in guide


def test_who_writes_over_the_keys_is_told_that_alone(models, tmp_path):
    path = filled(template(), tmp_path / "mau.xlsx", {**ROW, "ma": "1"})
    made = load_workbook(path)
    for number, value in enumerate(("2", "Đường hoa của hội phụ nữ", "Chị em trồng hoa."), 1):
        made["Mô hình"].cell(2, number).value = value
    result = imported(models, saved(made))
    assert len(result.made) == 1
    (line,) = said(result)
    assert line.startswith("trang “Mô hình”, hàng 2: lỗi: hàng này giữ mã của các cột mà đã bị ghi đè.")


def test_hidden_rows_are_read_and_named(models):
    made = book(ROW, {**ROW, "ma": "duong-hoa", "tieu_de": "Đường hoa của hội phụ nữ"})
    made["Mô hình"].row_dimensions[3].hidden = True
    result = imported(models, saved(made))
    assert len(result.made) == 2
    assert any("hàng 3: nhắc: 1 hàng đang bị ẩn (3) vẫn được đọc" in line for line in said(result))


def test_lists_of_a_model_are_filled_from_their_sheets(models):
    places = [{"ma": ROW["ma"], "noi": "xã Mường La, tỉnh Sơn La"}]
    sets = [{"ma": ROW["ma"], "ten": "6 không"}, {"ma": ROW["ma"], "ten": "3 có"}]
    groups = [{"ma": ROW["ma"], "tieu_chi": 2, "ten": "3 có", "muc": "Có giỏ\nCó nước sạch"}]
    data = xlsx(ROW, **{"Địa điểm": places, "Bộ tiêu chí": sets, "Nhóm tiêu chí": groups})
    record = read(imported(models, data))
    assert [place.text("noi") for place in record.records("dia_diem")] == [ROW["dia_diem.1.noi"], places[0]["noi"]]
    (group,) = record.records("tieu_chi")[1].records("nhom")
    assert [cell.value for cell in group.items("muc")] == ["Có giỏ", "Có nước sạch"]


def test_a_row_of_a_list_may_name_its_model_by_title(models):
    result = imported(models, xlsx({**ROW, "ma": None}, **{RESULTS: [{**RESULT, "ma": ROW["tieu_de"].upper()}]}))
    assert len(read(result).records("ket_qua")) == 1


NOI = "dia_diem.1.noi"


@pytest.mark.parametrize(
    ("typed", "province", "commune", "severity", "told"),
    [
        ("xã Ngọc Chiến, tỉnh Sơn La", "tỉnh Nghệ An", None, "lỗi", "nơi chọn ở đây là 'tỉnh Nghệ An', nhưng"),
        ("xã Ngọc Chiến, tỉnh Sơn La", "tỉnh Sơn La", "xã Mường La", "lỗi", "'xã Mường La, tỉnh Sơn La', nhưng"),
        ("tỉnh Sơn La", "tỉnh Sơn La", "xã Ngọc Chiến", "nhắc", "chỉ dùng tên đã gõ là 'tỉnh Sơn La'."),
        ("xã Ngọc Chiến, tỉnh Sơn La", "tỉnh Xa Lạ", None, "nhắc", "không phải là một nơi hiện nay"),
        ("xã Ngọc Chiến, tỉnh Sơn La", None, "xã Ngọc Chiến", "nhắc", "chưa chọn tỉnh, thành phố"),
    ],
)
def test_a_place_that_was_chosen_against_the_typed_one_is_told(typed, province, commune, severity, told, models):
    result = imported(models, xlsx({**ROW, NOI: typed, "chon_tinh": province, "chon_xa": commune}))
    (line,) = said(result)
    key, column = ("chon_tinh", len(ROW) + 1) if province else ("chon_xa", len(ROW) + 2)
    assert line.startswith(f"trang “Mô hình”, hàng 2, cột {get_column_letter(column)} ({key}): {severity}: ")
    assert told in line
    assert len(result.made) == (severity == "nhắc")


@pytest.mark.parametrize("commune", [None, "xã Ngọc Chiến"])
def test_a_place_that_was_chosen_as_it_was_typed_needs_no_word(commune, models):
    result = imported(models, xlsx({**ROW, "chon_tinh": "tỉnh Sơn La", "chon_xa": commune}))
    assert (said(result), len(result.made)) == ([], 1)


def test_a_place_chosen_beside_a_body_or_in_the_sheet_of_places_is_told_too(models):
    body = {**ROW, NOI: None, "dia_diem.1.pham_vi": "Đảng bộ Khối các cơ quan tỉnh", "chon_tinh": "tỉnh Sơn La"}
    body["dia_diem.1.tinh"] = "tỉnh Sơn La"
    assert any("không dùng nơi chọn ở đây" in line for line in said(imported(models, xlsx(body))))
    shutil.rmtree(models / "son-la")
    place = {"ma": ROW["ma"], "noi": "xã Mường La, tỉnh Sơn La", "chon_tinh": "tỉnh Nghệ An"}
    (line,) = said(imported(models, xlsx(ROW, **{"Địa điểm": [place]})))
    assert line.startswith("trang “Địa điểm”, hàng 2, cột C (chon_tinh): lỗi: nơi chọn ở đây là 'tỉnh Nghệ An'")


def test_columns_may_stand_in_any_order_under_labels_and_others_between(models):
    row = {"Ghi thêm": "x", "Tiêu đề *": ROW["tieu_de"], **{key: text for key, text in ROW.items() if key != "tieu_de"}}
    result = imported(models, xlsx(row))
    assert len(result.made) == 1
    assert said(result) == ["trang “Mô hình”, hàng 1, cột A: nhắc: cột 'Ghi thêm' không có trong mẫu nên không đọc."]


# --- Texts as they were typed --------------------------------------------------------------------------------------

VISITS = "Đoàn viên họp với từng nhà trong xóm, ghi lại việc làm được ngay."


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        (f"  {VISITS}\n# 3 việc làm ngay\n# Kiểm tra", f"{VISITS}\n# 3 việc làm ngay\n# Kiểm tra"),
        (f"\n \n\t{VISITS}\n\n\tHai là quét đường.", f"{VISITS}\n\nHai là quét đường."),
        (f"\u00a0\u00a0• {VISITS}\n\u00a0\u00a0• Quét đường", f"• {VISITS}\n• Quét đường"),
        (f"     {VISITS}\n\n       - Quét đường\n  - Rửa cống", f"{VISITS}\n\n  - Quét đường\n- Rửa cống"),
        (f"{VISITS}\n\n  - Quét đường", f"{VISITS}\n\n  - Quét đường"),
    ],
)
def test_a_story_begins_in_the_first_column_and_loses_no_line(models, typed, text):
    result = imported(models, xlsx({**ROW, "noi_dung.cach_lam": typed}))
    assert said(result) == []
    assert read(result).group("noi_dung").value("cach_lam") == text


def test_what_a_file_says_behind_deep_blanks_is_written_whole_with_its_neighbours(models):
    made = imported(models, xlsx(ROW)).made[0]
    text = made.read_text(encoding="utf-8")
    story = f'  bai_hoc: "   {VISITS}\\n# Kiểm tra"\n'
    made.write_text(text.replace("nguon:\n", f"{story}nguon:\n"), encoding="utf-8")
    result = imported(models, xlsx({**ROW, "noi_dung.cach_lam": VISITS}), update=True)
    assert said(result) == []
    record = read_model("", "", result.changed[0].read_bytes()).record
    assert record.group("noi_dung").value("bai_hoc") == f"{VISITS}\n# Kiểm tra"


SIGNS = " \t\n\r\u00a0\u3000\u2028\ufeff#-–•:>|'\"\\*`~=+1.)aĐ&!%@[]{},?"
PIECES = (
    "  ",
    "\t",
    "\n",
    "\n\n    ",
    "# 3 việc",
    "Đoàn viên họp với từng nhà ",
    "- ",
    ": ",
    "• ",
    "\u00a0",
    "---",
    " # a",
)
TYPED = st.text(SIGNS, max_size=60) | st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=40)


def meant(story):
    """What a story says as Markdown, an end of a line being a blank."""
    return [(token.type, token.tag, token.content.split()) for token in story_tokens(story) or ()]


@given(TYPED)
def test_whatever_is_typed_reads_back_as_it_was_taken(typed):
    columns = {column.key: column for column in sheets()[0].columns}
    known = Known(setting().vocabularies)
    story, note = (take(typed, columns[key], known, may_be_old=False).text for key in ("noi_dung.cach_lam", "ghi_chu"))
    written = write_form(MODEL, {"noi_dung": {"cach_lam": story}, "ghi_chu": note})
    submission = read_model("", "", written.encode())
    assert not submission.faults
    inner = submission.record.group("noi_dung")
    assert meant((inner and inner.value("cach_lam")) or "") == meant(story)
    assert (submission.record.value("ghi_chu") or "") == note


# --- What rules say, in words of sheets ----------------------------------------------------------------------------

MILESTONE = {"ma": ROW["ma"], "viec": "Khen thưởng"}
DIVIDED = "phường Đồng Xuân, quận Hoàn Kiếm, Hà Nội"


@pytest.mark.parametrize(
    ("more", "others", "line"),
    [
        (
            {"lich_su.1.nam": 2024},
            {"Mốc": [{**MILESTONE, "nam": 2020}]},
            (
                "trang “Mốc”, hàng 2, cột C (nam): lỗi: [thu_tu] Mốc năm 2020 đứng sau mốc năm 2024 ở trang “Mô hình”, hàng 2, "
                "cột J. Hãy xếp các mốc từ trước đến sau, hoặc xem lại năm."
            ),
        ),
        (
            {},
            {"Mốc": [{**MILESTONE, "nam": 2025}, {**MILESTONE, "nam": 2023}]},
            (
                "trang “Mốc”, hàng 3, cột C (nam): lỗi: [thu_tu] Mốc năm 2023 đứng sau mốc năm 2025 ở hàng 2. "
                "Hãy xếp các mốc từ trước đến sau, hoặc xem lại năm."
            ),
        ),
        (
            {"dia_diem.1.noi": DIVIDED},
            {},
            (
                "trang “Mô hình”, hàng 2, cột G (dia_diem.1.noi): lỗi: [dia_diem] 'phường Đồng Xuân, quận Hoàn Kiếm, Hà Nội' nay "
                "đã chia về nhiều nơi. Hãy ghi ở cột 'dia_diem.1.hien_nay', là 'phường Hoàn Kiếm, thành phố Hà Nội' hoặc "
                "'phường Ba Đình, thành phố Hà Nội'."
            ),
        ),
        (
            {},
            {"Địa điểm": [{"ma": ROW["ma"], "noi": DIVIDED}]},
            (
                "trang “Địa điểm”, hàng 2, cột B (noi): lỗi: [dia_diem] 'phường Đồng Xuân, quận Hoàn Kiếm, Hà Nội' nay đã chia về "
                "nhiều nơi. Hãy ghi ở cột 'hien_nay', là 'phường Hoàn Kiếm, thành phố Hà Nội' hoặc 'phường Ba Đình, thành phố Hà Nội'."
            ),
        ),
        (
            {"lam_theo.buoc": "Họp dân bàn việc"},
            {},
            (
                "trang “Mô hình”, hàng 2, cột P (lam_theo.buoc): lỗi: [so_luong] 'buoc' có 1 mục, cần ít nhất 2. "
                "Hãy thêm mục, mỗi mục một dòng trong ô này."
            ),
        ),
        (
            {"lam_theo.buoc": "Họp dân\nHọp dân"},
            {},
            "trang “Mô hình”, hàng 2, cột P (lam_theo.buoc): lỗi: [lap_lai] 'Họp dân' đã có ở chính ô này. Hãy xóa một trong hai.",
        ),
        (
            {"lich_su.1.nam": None},
            {},
            (
                "trang “Mô hình”, hàng 2: lỗi: [thoi_diem] Mốc này chưa có thời điểm. "
                "Hãy thêm “2022” ở cột 'lich_su.1.nam', hoặc “22/11/2022” ở cột 'lich_su.1.ngay' nếu biết chính xác."
            ),
        ),
        (
            {"lich_su.1.nam": day(2022, 3, 4)},
            {},
            (
                "trang “Mô hình”, hàng 2, cột J (lich_su.1.nam): lỗi: Ô này là ngày hay giờ (04/03/2022), không phải số. "
                "Hãy định dạng ô là Text rồi gõ lại số."
            ),
        ),
        (
            {},
            {"Mốc": [{**MILESTONE, "nam": day(2024, 3, 4)}]},
            (
                "trang “Mốc”, hàng 2, cột C (nam): lỗi: Ô này là ngày hay giờ (04/03/2024), không phải số. "
                "Hãy định dạng ô là Text rồi gõ lại số."
            ),
        ),
    ],
)
def test_a_finding_speaks_of_rows_and_columns(models, more, others, line):
    assert said(imported(models, xlsx({**ROW, **more}, **others))) == [line]


# --- Where models go, and what is not read -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("into", "said_of_it"),
    [
        ("_vocabulary", "bắt đầu bằng '_' không chứa mô hình"),
        ("son-la/_events", "bắt đầu bằng '_' không chứa mô hình"),
        (".git", "bắt đầu bằng '.' không chứa mô hình"),
        (".", "Hãy ghi thư mục của một tỉnh"),
        ("con", "Windows giữ riêng"),
        ("son-la/nam?", "Windows không nhận"),
        ("Son-La", "đã có thư mục 'son-la'"),
        ("son-la/duong-hoa", "là thư mục của một mô hình"),
        ("son-la/duong-hoa/them", "là thư mục của một mô hình"),
    ],
)
def test_a_folder_in_which_no_model_may_lie_is_refused(models, into, said_of_it):
    put(models / "son-la/duong-hoa/model.yaml", SOUND)
    path = models.parent / "dien.xlsx"
    path.write_bytes(xlsx(ROW))
    with pytest.raises(RefusedError, match=re.escape(said_of_it)):
        importing.import_file(path, models, models / into, TODAY, lambda _done, _all: None, update=False)
    assert [one.name for one in models.rglob("model.yaml")] == ["model.yaml"]


def test_a_folder_below_a_province_may_hold_new_models(models):
    path = models.parent / "dien.xlsx"
    path.write_bytes(xlsx(ROW))
    result = importing.import_file(
        path, models, models / "son-la/nam-2024", TODAY, lambda _done, _all: None, update=False
    )
    assert result.made == [models / f"son-la/nam-2024/{ROW['ma']}/model.yaml"]


def test_a_value_in_a_column_without_a_name_is_told_once(models):
    made = book(ROW, {**ROW, "ma": "duong-hoa", "tieu_de": "Đường hoa của hội phụ nữ"})
    for row in (2, 3):
        made["Mô hình"].cell(row, len(ROW) + 1).value = "Đã hỏi lại"
    assert said(imported(models, saved(made))) == [
        "trang “Mô hình”, hàng 2, cột P: nhắc: cột này không có tên ở hàng tiêu đề nên không đọc ô này và các ô dưới nó."
    ]


@pytest.mark.parametrize("name", ["Đường sạch", "duong_sach", "a" * 81, "con"])
def test_an_id_that_is_replaced_is_told(models, name):
    result = imported(models, xlsx({**ROW, "ma": name}))
    made = result.made[0].parent.name
    (line,) = said(result)
    assert line.startswith("trang “Mô hình”, hàng 2, cột A (ma): nhắc: '")
    assert f"không dùng làm mã được, nên mô hình này mang mã {made}." in line


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("x.csv", b"", "tệp trống"),
        ("x.csv", b"\r\n\r\n", "tệp trống"),
        ("x.csv", "ma|tieu_de\nduong-hoa|Đường hoa\n".encode(), "ngăn nhau bằng dấu chấm phẩy"),
        ("x.csv", b"Duong hoa, duong cay\n", "không thấy hàng tiêu đề"),
        ("x.csv", b"ma;tieu_de;tom_tat\n", "chưa có mô hình nào"),
        ("x.xlsx", xlsx(), "tệp trống"),
    ],
)
def test_a_file_without_a_model_is_refused_with_the_reason(models, name, data, word):
    with pytest.raises(RefusedError, match=word):
        imported(models, data, name)


# --- Updates -------------------------------------------------------------------------------------------------------


def test_an_empty_cell_takes_nothing_away_and_the_word_does(models):
    first = imported(models, xlsx({**ROW, "ghi_chu": "Do ban biên tập xếp.", "cap": "Cấp tỉnh"}))
    again = imported(models, xlsx({**ROW, "cap": "xóa"}), update=True)
    assert again.changed == first.made
    text = first.made[0].read_text(encoding="utf-8")
    assert "ghi_chu: Do ban biên tập xếp.\n" in text
    assert "cap:" not in text


FULL = {
    RESULTS: [
        {**RESULT, "truoc": "40", "don_vi_tinh": "hộ", "nguon": "1"},
        {**RESULT, "chi_so": "Đường sạch", "sau": "3,5", "don_vi_tinh": "km"},
        {**RESULT, "chi_so": "Buổi quét dọn", "sau": "52", "don_vi_tinh": "buổi"},
    ],
    "Nguồn": [{"ma": ROW["ma"], "ten": "Đường làng sạch", "co_quan": "Báo Sơn La", "url": "https://baosonla.vn/1"}],
    "Đơn vị": [{"ma": ROW["ma"], "ten": "Chi hội Phụ nữ bản", "loai": "Hội Phụ nữ", "vai_tro": "Phối hợp"}],
    "Mốc": [{"ma": ROW["ma"], "nam": "2023", "viec": "Công nhận", "van_ban": "12/QĐ-UBND"}],
    "Bộ tiêu chí": [{"ma": ROW["ma"], "ten": "6 không"}, {"ma": ROW["ma"], "ten": "3 có"}],
    "Nhóm tiêu chí": [{"ma": ROW["ma"], "tieu_chi": 2, "ten": "3 có", "muc": "Có giỏ\nCó nước sạch"}],
}
"""Sheets of lists of a model."""


def updated(models, row=ROW, *, without=(), **others):
    """A model with all lists, after an update with the sheets that are others; what was said before and after, and remarks."""
    (path,) = imported(models, xlsx(ROW, **FULL)).made
    before = path.read_text(encoding="utf-8")
    book_of = {title: rows for title, rows in {**FULL, **others}.items() if title not in without}
    result = imported(models, xlsx(row, **book_of), "sua.xlsx", update=True)
    assert not result.is_wrong, said(result)
    return before, path.read_text(encoding="utf-8"), said(result)


def other(title, number, **values):
    """The rows of a sheet with some values of one row others."""
    return [{**row, **(values if at == number else {})} for at, row in enumerate(FULL[title])]


def test_an_empty_cell_of_a_list_takes_nothing_away_and_the_word_does(models):
    before, after, told = updated(models, **{RESULTS: other(RESULTS, 0, truoc=None, don_vi_tinh=None, sau="160")})
    assert after == before.replace("sau: 150", "sau: 160")
    assert told == []
    shutil.rmtree(models / "son-la")
    before, after, _ = updated(models, **{RESULTS: other(RESULTS, 0, truoc="xóa")})
    assert after == before.replace("    truoc: 40\n", "")


@pytest.mark.parametrize("key", ["truoc", "nguon", "don_vi_tinh", "chi_so"])
def test_a_column_that_is_not_there_takes_nothing_away(key, models):
    rows = [{name: text for name, text in row.items() if name != key} for row in FULL[RESULTS]]
    before, after, told = updated(models, **{RESULTS: rows})
    assert (after, told) == (before, [])


@pytest.mark.parametrize("title", FULL)
def test_a_sheet_that_is_not_there_takes_nothing_away(title, models):
    without = {title, "Nhóm tiêu chí"} if title == "Bộ tiêu chí" else {title}
    before, after, told = updated(models, without=without)
    assert (after, told) == (before, [])


@pytest.mark.parametrize("title", FULL)
def test_a_sheet_without_a_row_of_a_model_takes_nothing_away(title, models):
    titles = {title, "Nhóm tiêu chí"} if title == "Bộ tiêu chí" else {title}
    before, after, told = updated(models, **{one: [dict.fromkeys(FULL[one][0])] for one in titles})
    assert (after, told) == (before, [])


def test_a_row_that_goes_is_told_and_its_neighbours_keep_what_is_theirs(models):
    rows = [{key: text for key, text in row.items() if key != "don_vi_tinh"} for row in FULL[RESULTS][1:]]
    before, after, told = updated(models, **{RESULTS: rows})
    gone = before[before.index("  - chi_so: Hộ tham gia") : before.index("  - chi_so: Đường sạch")]
    assert after == before.replace(gone, "")
    assert told == [
        "trang “Mô hình”, hàng 2: nhắc: trang “Kết quả” không còn hàng nào ghi 'Hộ tham gia' cho mô hình này nên bỏ mục ấy."
    ]


def test_rows_in_another_order_keep_what_is_theirs(models):
    rows = [{key: text for key, text in row.items() if key != "don_vi_tinh"} for row in reversed(FULL[RESULTS])]
    _, after, told = updated(models, **{RESULTS: rows})
    assert told == []
    record = read_model("", ROW["ma"], after.encode()).record
    units = [(one.text("chi_so"), one.text("don_vi_tinh")) for one in record.records("ket_qua")]
    assert units == [("Buổi quét dọn", "buổi"), ("Đường sạch", "km"), ("Hộ tham gia", "hộ")]


def test_a_row_that_bears_another_name_in_its_place_says_what_it_keeps(models):
    before, after, told = updated(models, **{RESULTS: other(RESULTS, 0, chi_so="Hộ cam kết", truoc=None)})
    assert after == before.replace("chi_so: Hộ tham gia", "chi_so: Hộ cam kết")
    (line,) = told
    assert line.startswith(
        "trang “Kết quả”, hàng 2: nhắc: hàng này được coi là mục 'Hộ tham gia' nay đổi thành 'Hộ cam kết'"
    )
    assert "nên giữ điều đã ghi ở: Con số trước khi có mô hình." in line
    shutil.rmtree(models / "son-la")
    assert updated(models, **{RESULTS: other(RESULTS, 0, chi_so="Hộ cam kết")})[2] == []


def test_the_first_item_stays_where_its_cells_are_empty_and_others_have_rows(models):
    row = {**ROW, "don_vi.1.ten": None, "don_vi.1.loai": None, "nguon.1.ten": None, "nguon.1.co_quan": None}
    before, after, told = updated(models, row)
    assert (after, told) == (before, [])


def test_a_row_that_is_new_stands_behind_those_that_are_there(models):
    more = {**RESULT, "chi_so": "Ngày công", "sau": "600", "don_vi_tinh": "công"}
    before, after, told = updated(models, **{RESULTS: [*FULL[RESULTS], more]})
    line = "  - chi_so: Buổi quét dọn\n    sau: 52\n    don_vi_tinh: buổi\n"
    assert after == before.replace(line, f"{line}  - chi_so: Ngày công\n    sau: 600\n    don_vi_tinh: công\n")
    assert told == []


def test_steps_lose_the_numbers_and_signs_that_a_page_sets_itself(models):
    steps = {"lam_theo.buoc": "1. Họp thôn\nBước 2: Chia đoạn đường\n- Kiểm tra\n10 hộ làm mẫu"}
    (path,) = imported(models, xlsx({**ROW, **steps})).made
    text = path.read_text(encoding="utf-8")
    assert "  buoc:\n    - Họp thôn\n    - Chia đoạn đường\n    - Kiểm tra\n    - " in text
    assert "10 hộ làm mẫu" in text
    path.write_text(text.replace("- Họp thôn", '- "1. Họp thôn"'), encoding="utf-8")
    as_it_is = {"lam_theo.buoc": "1. Họp thôn\nChia đoạn đường\nKiểm tra\n10 hộ làm mẫu"}
    assert imported(models, xlsx({**ROW, **as_it_is}), update=True).same == 1


def test_twelve_steps_stay_in_their_order(models):
    steps = [
        f"Việc {word}"
        for word in ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười-một", "mười-hai"]
    ]
    (path,) = imported(models, xlsx({**ROW, "lam_theo.buoc": "\n".join(steps)})).made
    guide = read_model("", path.parent.name, path.read_bytes()).record.group("lam_theo")
    assert [cell.value for cell in guide.items("buoc")] == steps


def test_a_theme_stays_where_its_cell_is_empty(models):
    row = {**ROW, "chu_de.1": "Y tế", "chu_de.2": "Chuyển đổi số"}
    (path,) = imported(models, xlsx(row)).made
    before = path.read_text(encoding="utf-8")
    assert imported(models, xlsx({**row, "chu_de.1": None}), update=True).same == 1
    assert imported(models, xlsx({**row, "chu_de.1": "Chuyển đổi số", "chu_de.2": None}), update=True).changed == [path]
    assert path.read_text(encoding="utf-8") == before.replace("  - y-te\n", "")


def test_a_finding_stands_at_its_cell_though_its_item_stands_elsewhere(models):
    imported(models, xlsx(ROW, **FULL))
    row = {**ROW, "nguon.1.ten": None, "nguon.1.co_quan": None}
    result = imported(
        models, xlsx(row, **{**FULL, "Nguồn": other("Nguồn", 0, url="baosonla")}), "sua.xlsx", update=True
    )
    (line,) = said(result)
    assert line.startswith("trang “Nguồn”, hàng 2, cột D (url): lỗi: ")


def test_a_workbook_that_is_imported_twice_changes_nothing_the_second_time(models):
    data = xlsx({**ROW, "ma": 1}, {**ROW, "ma": 2, "tieu_de": "Đường hoa của hội phụ nữ"})
    assert len(imported(models, data).made) == 2
    assert imported(models, data, update=True).same == 2


def test_a_model_that_an_update_adds_is_told_since_its_id_may_be_a_slip(models):
    assert said(imported(models, xlsx(ROW))) == []
    (line,) = said(imported(models, xlsx({**ROW, "ma": f"{ROW['ma']}n"}), update=True))
    assert f"nhắc: chưa có mô hình nào mang mã {ROW['ma']}n nên đã thêm bài mới ở " in line


# --- Other programs ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_csv_of_any_kind_is_read(sign, encoding, models):
    result = imported(models, csv(ROW, sign=sign, encoding=encoding), "dien.csv")
    assert said(result) == []
    assert len(result.made) == 1


def test_a_workbook_of_libreoffice_is_read(models):
    row = {**ROW, "ngay_dang": date(2026, 11, 20), "lich_su.1.nam": 2022}
    result = imported(models, ods(row), "dien.ods")
    assert said(result) == []
    assert read(result).value("ngay_dang") == date(2026, 11, 20)


def test_formulas_of_libreoffice_are_told(models):
    cell = ('office:value-type="string" table:formula="of:=[.A1]"', "Tổ tự quản giữ sạch đường làng")
    result = imported(models, ods({**ROW, "tieu_de": cell}), "dien.ods")
    assert [line.split(": lỗi: ")[0] for line in said(result)] == ["trang “Mô hình”, hàng 2, cột B (tieu_de)"]


# --- What is made to hurt ------------------------------------------------------------------------------------------


def with_part(data, name, part, compression=zipfile.ZIP_DEFLATED):
    file = BytesIO(data)
    with zipfile.ZipFile(file, "a", compression) as archive:
        archive.writestr(name, part)
    return file.getvalue()


def damaged(data):
    """The last part of an archive is no stream of its kind."""
    start = data.rindex(b"PK\x03\x04") + 30 + len("xl/a.xml")
    return data[:start] + b"\xff" * 9 + data[start + 9 :]


def in_sheet(before, after):
    """A workbook in whose first sheet a text is another."""

    def change(name, part):
        return part.replace(before, after) if name == "xl/worksheets/sheet1.xml" else part

    return changed(xlsx(ROW), change)


FAR = b'<row r="3"><c r="XFD3"><v>1</v></c></row></sheetData>'
DEEP = b'<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>'
ENTITY = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet '
FAR_ODS = '<table:table-row><table:table-cell table:number-columns-repeated="16000"/>{}</table:table-row>'
CELL_ODS = '<table:table-cell office:value-type="string" table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell>'


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("x.xlsx", b"", "bị hỏng"),
        ("x.xlsx", b"PK\x03\x04" + b"\0" * 99, "bị hỏng"),
        ("x.xlsx", b"\xd0\xcf\x11\xe0" + b"\0" * 99, "mật khẩu"),
        ("x.xlsx", in_sheet(b"<worksheet ", ENTITY), "DOCTYPE"),
        ("x.xlsx", in_sheet(b"</sheetData>", FAR), "XFD3"),
        ("x.xlsx", with_part(xlsx(ROW), "xl/externalLinks/externalLink1.xml", "<x/>"), "nối tới tệp khác"),
        ("x.xlsx", with_part(xlsx(ROW), "xl/media/a.bin", b"\0" * 30_000_000), "quá nhiều dữ liệu"),
        ("x.xlsx", with_part(xlsx(ROW), "xl/a.xml", b"<x/>", zipfile.ZIP_LZMA), "nén theo cách"),
        ("x.xlsx", damaged(with_part(xlsx(ROW), "xl/a.xml", b"<x>" + b"ab" * 999 + b"</x>")), "bị hỏng"),
        ("x.xls", b"x", "lưu lại thành .xlsx"),
        ("x.ods", b"x", "bị hỏng"),
        ("x.ods", ods(ROW, more=FAR_ODS.format(CELL_ODS)), "quá xa bảng"),
        ("x.csv", "tieu_de,tom_tat\n".encode("utf-16-le") + b"\xff\xfe\xfa", "UTF-8"),
        ("x.csv", b'tieu_de,tom_tat\n"' + b"a" * 200_000, "CSV"),
    ],
)
def test_what_is_made_to_hurt_is_refused_in_one_sentence(name, data, word, models, monkeypatch):
    monkeypatch.setattr(archive, "_LARGEST_UNPACKED", 20_000_000)
    with pytest.raises(RefusedError, match=word):
        imported(models, data, name)


def test_a_row_far_below_is_a_row_like_others(models):
    result = imported(models, in_sheet(b"</sheetData>", DEEP))
    assert len(result.made) == 1
    assert any("hàng 1048576" in line for line in said(result))


def test_empty_cells_without_end_cost_no_more_than_others(models):
    def cost(column):
        rows = b"".join(b'<row r="%d"><c r="%s%d"/></row>' % (row, column, row) for row in range(3, 5_000))
        began = time.process_time()
        imported(models, in_sheet(b"</sheetData>", rows + b"</sheetData>"))
        return time.process_time() - began

    near = cost(b"Z")
    assert cost(b"XFD") < 8 * near  # 600 times as many cells


def test_a_sheet_of_libreoffice_that_is_repeated_to_its_end_is_read(models):
    empty = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    assert len(imported(models, ods(ROW, more=empty), "dien.ods").made) == 1


# --- Broken workbooks ----------------------------------------------------------------------------------------------

WRONG = {
    "tom_tat": ["ngắn", "dài " * 150, None],
    "tieu_de": [None, "Chợ", "=A1", day(2026, 1, 5)],
    "loai": ["mô hìn", None, 7],
    "chu_the": ["tập thể lớn", None],
    "linh_vuc": ["xã hội hóa", None],
    "chu_de.1": ["không có chủ đề này"],
    "dia_diem.1.noi": ["xã Không Có Thật, tỉnh Sơn La", None, "xã Tân Thành"],
    "don_vi.1.loai": ["hội gì đó", None],
    "don_vi.1.ten": [None, "=HYPERLINK(1)"],
    "lich_su.1.nam": ["hai nghìn", day(2022, 3, 4), 1890],
    "lich_su.1.viec": [None, "ăn mừng"],
    "nguon.1.co_quan": [None, "#N/A"],
    "nguon.1.url": ["baosonla.vn"],
    "ngay_dang": ["31/02/2026", None, "hôm qua", 12.5],
    "noi_dung.cach_lam": ["ngắn quá", "Tæ tù qu¶n", None],
    "lien_he.email": ["to.tu.quan"],
    "hoc_tu": ["Chợ sạch"],
    "cap": ["huyện xã"],
}
WRONG_RESULTS = {
    "sau": [13.663, "nhiều", None, day(2024, 1, 5), "=1+1"],
    "chi_so": [None],
    "nguon": ["9"],
    "ma": ["khong-co"],
}
SOUND_ROWS = [
    {**ROW, "ma": f"duong-sach-{number}", "tieu_de": f"Tổ tự quản giữ sạch đường số {number}"} for number in (1, 2)
]


def made_wrong(chance):
    """A workbook in which some cells are wrong, and the places of these."""
    keys = chance.sample(sorted(WRONG), chance.randint(1, 3))
    broken = {**ROW, **{key: chance.choice(WRONG[key]) for key in keys}}
    if "lien_he.email" in keys:
        broken["lien_he.don_vi"] = "Ủy ban nhân dân xã"
    rows = [*SOUND_ROWS, broken]
    chance.shuffle(rows)
    columns = keys_of(rows)
    at = rows.index(broken) + 2
    places = {("Mô hình", at, columns.index(key) + 1) for key in keys}
    result = {**RESULT, "ma": "duong-sach-1"}
    others = {RESULTS: [result, {**result, "chi_so": "Đoạn đường sạch"}]}
    if chance.random() < 0.4:
        key = chance.choice(sorted(WRONG_RESULTS))
        others[RESULTS][1] = {**others[RESULTS][1], "nguon": None, key: chance.choice(WRONG_RESULTS[key])}
        places.add((RESULTS, 3, keys_of(others[RESULTS]).index(key) + 1))
    return saved(book(*rows, **others)), places


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
def test_each_wrong_cell_is_named(seed, models):
    chance = random.Random(seed)
    for number in range(15):
        shutil.rmtree(models / "son-la", ignore_errors=True)  # of a model that is there, an empty cell says nothing
        data, places = made_wrong(chance)
        result = imported(models, data, f"{number}.xlsx")
        told = {(one.place.sheet, one.place.row, one.place.column) for one in result.remarks if one.is_error}
        assert places <= told, (places - told, said(result))
    assert len(list(models.glob("*/duong-sach-2/model.yaml"))) == 1


@pytest.mark.parametrize("seed", range(10))
def test_broken_files_are_refused_or_read_and_nothing_else(seed, models):
    chance = random.Random(seed)
    sound = [xlsx(*SOUND_ROWS, **{RESULTS: [RESULT]}), ods(*SOUND_ROWS)]
    for number in range(15):
        data = spoilt(chance.choice(sound), chance)
        ending = "ods" if b"mimetype" in data[:80] else "xlsx"
        with suppress(RefusedError):
            imported(models, data, f"{number}.{ending}", update=True)


def spoilt(data, chance):
    """A file that was cut, of which bytes are others, or a part is others, gone or empty."""
    way = chance.randrange(5)
    if way == 0:
        return data[: chance.randrange(len(data))]
    if way == 1:
        flipped = bytearray(data)
        for _ in range(chance.randint(1, 30)):
            flipped[chance.randrange(len(flipped))] = chance.randrange(256)
        return bytes(flipped)
    with zipfile.ZipFile(BytesIO(data)) as found:
        victim = chance.choice(found.namelist())

    def change(name, part):
        if name != victim:
            return part
        if way == 2:
            return None
        if way == 3:
            return part[: chance.randrange(len(part) + 1)]
        text = part.decode(errors="replace")
        digits = [at for at, sign in enumerate(text) if sign.isdigit()]
        for at in chance.sample(digits, min(len(digits), 5)):
            text = f"{text[:at]}{chance.choice('09-x<')}{text[at + 1 :]}"
        return text.encode()

    return changed(data, change)


def test_the_workbook_reads_back_as_it_was_written():
    made = load_workbook(BytesIO(xlsx(ROW)))
    assert [cell.value for cell in made["Mô hình"][2]] == list(ROW.values())
