"""Workbooks in and out: what is sound is written, what is wrong is told at its cell, and what says the same stays letter by letter."""

import shutil
from io import BytesIO

import pytest
from click.testing import CliRunner
from making import SOUND
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from project import ROOT, THE_DAY, files_of, make_project, put
from sheets import ROW, csv, filled
from showcase.cli.commands import main
from showcase.exchange.comparing import values_of
from showcase.exchange.heads import about_in_labels
from showcase.exchange.layout import sheets
from showcase.record.submission import read_model

FILE = "models/son-la/ngoc-chien-duong-sach/model.yaml"


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project without a host, in which we stand."""
    monkeypatch.chdir(make_project(tmp_path, photo=False))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", THE_DAY)
    return tmp_path


def showcase(*arguments, answer=""):
    return CliRunner().invoke(main, [str(one) for one in arguments], input=answer, catch_exceptions=False)


@pytest.fixture(scope="session")
def empty(tmp_path_factory):
    """The bytes of the workbook that `showcase template` writes."""
    folder = make_project(tmp_path_factory.mktemp("template"), photo=False)
    done = showcase("template", folder / "mau.xlsx", "--models", folder / "models")
    assert done.exit_code == 0, done.output
    return (folder / "mau.xlsx").read_bytes()


# --- In ------------------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_a_row_becomes_the_file_that_an_editor_would_write(project, empty):
    done = showcase("import", filled(empty, project / "dien.xlsx", ROW))
    assert (done.exit_code, done.stdout) == (0, "")
    assert "Mô hình mới: 1; sửa: 0; giữ nguyên: 0; chưa ghi: 0." in done.stderr
    wanted = SOUND.replace("  cach_lam: Các", "  cach_lam: |\n    Các")
    assert (project / FILE).read_text(encoding="utf-8") == wanted


def test_three_rows_are_filled_in_imported_checked_and_sound(project, empty):
    rows = [
        {**ROW, "ma": "1"},
        {**ROW, "ma": "2", "tieu_de": "Chợ xã không túi ni lông"},
        {**ROW, "ma": "3", "tieu_de": "Đèn đường do dân góp", "dia_diem.1.noi": None, "chon_tinh": "tỉnh Sơn La"},
    ]
    results = [{"ma": "2", "chi_so": "Hộ tham gia", "sau": "13.663", "don_vi_tinh": "hộ"}]
    done = showcase("import", filled(empty, project / "dien.xlsx", *rows, **{"Kết quả": results}))
    assert (done.exit_code, done.stdout) == (0, "")
    made = project / "models/son-la"
    text = (made / "ngoc-chien-cho-xa-khong-tui-ni-long/model.yaml").read_text(encoding="utf-8")
    assert "ket_qua:\n  - chi_so: Hộ tham gia\n    sau: 13.663\n    don_vi_tinh: hộ\n" in text
    assert (made / "son-la-den-duong-do-dan-gop/model.yaml").is_file()
    checked = showcase("check")
    assert checked.exit_code == 0, checked.output


def test_a_wrong_row_is_told_at_its_cells_and_holds_up_no_other(project, empty):
    wrong = {**ROW, "ma": "2", "tom_tat": "ngắn", "linh_vuc": "quoc-phong", "nguon.1.co_quan": None}
    done = showcase("import", filled(empty, project / "dien.xlsx", wrong, ROW))
    assert done.exit_code == 1
    said = [line.split("dien.xlsx: ")[1].split(": lỗi: ")[0] for line in done.stdout.splitlines()]
    assert said == [
        "trang “Mô hình”, hàng 3, cột C (tom_tat)",
        "trang “Mô hình”, hàng 3, cột F (linh_vuc)",
        "trang “Mô hình”, hàng 3, cột M (nguon.1.co_quan)",
    ]
    assert (project / FILE).is_file()


@pytest.mark.slow
def test_nothing_is_overwritten_without_update_and_with_it_only_what_is_said(project, empty):
    put(project / FILE, "# Của ban biên tập\n" + SOUND.replace("sạch đường làng\n", "sạch đường làng # tên tạm\n", 1))
    other = filled(empty, project / "dien.xlsx", {**ROW, "tieu_de": "Đường làng sạch mỗi sáng chủ nhật"})
    before = files_of(project / "models")
    refused = showcase("import", other)
    assert refused.exit_code == 1
    assert "đã có ở" in refused.stdout
    assert files_of(project / "models") == before
    done = showcase("import", other, "--update")
    assert done.exit_code == 0
    assert "nhắc: 1 dòng chú giải trong mục tieu_de mất" in done.stdout
    assert (project / FILE).read_text(encoding="utf-8") == "# Của ban biên tập\n" + SOUND.replace(
        "Tổ tự quản giữ sạch đường làng", "Đường làng sạch mỗi sáng chủ nhật"
    )


def test_keys_that_the_form_does_not_know_are_not_lost(project, empty):
    put(project / FILE, f"{SOUND}lam_theo:\n  kinh_phi: Không tốn\n  ghi_them: Chổi tự mang\n")
    before = (project / FILE).read_bytes()
    other = filled(empty, project / "dien.xlsx", {**ROW, "lam_theo.kinh_phi": "Mỗi hộ 20.000 đồng"})
    done = showcase("import", other, "--update")
    assert done.exit_code == 1
    assert "có mục mà mẫu không biết" in done.stdout
    assert (project / FILE).read_bytes() == before


def test_new_models_go_where_they_are_told(project):
    (project / "dien.csv").write_bytes(csv(ROW))
    assert showcase("import", "dien.csv", "--into", "models/mien-nui").exit_code == 0
    assert (project / "models/mien-nui/ngoc-chien-duong-sach/model.yaml").is_file()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("import", "khong-co.xlsx"), "không có tệp ấy"),
        (("import", "mkdocs.yml"), "Chỉ đọc được tệp .xlsx, .ods, .csv"),
        (("import", "x.xlsx", "--into", "docs"), "docs không nằm trong models."),
        (("template", "mau.xls"), "phải kết thúc bằng .xlsx"),
        (("template", "co.xlsx"), "không ghi đè"),
        (("export", "co.xlsx"), "không ghi đè"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(arguments, said, project):
    put(project / "co.xlsx", "x")
    done = showcase(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


# --- The template --------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def template(empty):
    return load_workbook(BytesIO(empty))


def test_the_heads_of_a_template_are_locked_and_its_rows_are_not(template):
    for sheet in sheets():
        page = template[sheet.title]
        assert page.protection.sheet
        assert all(cell.protection.locked for row in page["A1:B2"] for cell in row)
        assert not page.column_dimensions["A"].protection.locked
        assert page.column_dimensions["A"].number_format == "@"


def test_each_column_says_what_belongs_there(template):
    for sheet in sheets():
        page = template[sheet.title]
        keys = [cell.value for cell in page[2]]
        for column in sheet.columns:
            note = page.cell(1, keys.index(column.key) + 1).comment
            assert about_in_labels(column) in note.text


def test_what_is_chosen_has_a_list_of_its_labels(template):
    lists = template["Danh mục"]
    page = template["Mô hình"]
    keys = {cell.value: get_column_letter(cell.column) for cell in page[2]}
    formulas = {str(one.sqref).partition("3:")[0]: one.formula1 for one in page.data_validations.dataValidation}
    _, _, range_ = formulas[keys["linh_vuc"]].partition("!")
    assert [cell.value for (cell,) in lists[range_.replace("$", "")]] == [
        "Kinh tế",
        "Văn hóa - xã hội",
        "Quốc phòng - an ninh",
        "Xây dựng hệ thống chính trị",
    ]
    assert all(len(formula) <= LONGEST_FORMULA for formula in formulas.values())
    assert "OFFSET" in formulas[keys["chon_xa"]]


LONGEST_FORMULA = 255
"""Signs, as Excel has it."""


def test_places_are_chosen_by_province(template):
    page = template["Địa danh"]
    columns = {column[0].value: [cell.value for cell in column[1:] if cell.value] for column in page.iter_cols()}
    assert len(columns) == 34
    assert "xã Ngọc Chiến" in columns["tỉnh Sơn La"]


# --- Out and in again ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def exported(tmp_path_factory):
    """The real catalogue as a workbook."""
    path = tmp_path_factory.mktemp("export") / "ra.xlsx"
    done = showcase("export", path, "--models", ROOT / "models")
    assert done.exit_code == 0, done.output
    return path


@pytest.mark.slow
def test_an_import_of_an_export_changes_nothing(exported, tmp_path):
    shutil.copytree(ROOT / "models", tmp_path / "models")
    done = showcase("import", exported, "--models", tmp_path / "models", "--update")
    assert (done.exit_code, done.stdout) == (0, "")
    assert files_of(tmp_path / "models") == files_of(ROOT / "models")


@pytest.mark.slow
def test_an_export_has_all_that_the_models_say(exported, tmp_path):
    shutil.copytree(ROOT / "models/_vocabulary", tmp_path / "models/_vocabulary")
    done = showcase("import", exported, "--models", tmp_path / "models")
    assert (done.exit_code, done.stdout) == (0, "")
    made = {path.parent.name: path for path in (tmp_path / "models").glob("*/*/model.yaml")}
    there = {path.parent.name: path for path in (ROOT / "models").glob("*/*/model.yaml")}
    assert said(made) == said(there)


def said(files):
    """What the form reads of each file."""
    return {name: values_of(read_model("", name, path.read_bytes()).record) for name, path in files.items()}


# --- The layout ----------------------------------------------------------------------------------------------------


def test_no_two_columns_of_a_sheet_are_called_the_same():
    for sheet in sheets():
        names = [column.label for column in sheet.columns]
        assert len(names) == len(set(names)), sheet.title
