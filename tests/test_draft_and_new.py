"""A model begins: from a report written with Word, or from a few answers; nothing is invented and nothing is lost."""

import re

import pytest
from click.testing import CliRunner
from making import setting
from project import THE_DAY, make_project, write_model
from showcase.cli.commands import main
from showcase.reading.form import MODEL
from showcase.record.submission import read_model
from showcase.rules import lost_comment
from word_file import document, paragraph, table

LETTERHEAD = table(
    ("ĐẢNG ỦY XÃ NGỌC CHIẾN", "ĐẢNG CỘNG SẢN VIỆT NAM"), ("Số 12-BC/ĐU", "Sơn La, ngày 3 tháng 5 năm 2024")
)
SETTING = "Xã có 15 bản, đường làng nhiều rác; ba năm liền xã không đạt tiêu chí môi trường."
METHOD = "Các hộ họp lại, chia đường làng thành mười đoạn và nhận mỗi nhà một đoạn để quét."
EFFECT = "Đường sạch quanh năm, không còn bãi rác tự phát ở đầu bản nào trong xã."
REPORT = (
    LETTERHEAD,
    paragraph("BÁO CÁO", bold=True),
    "Kết quả thực hiện mô hình “Đường làng sạch sáng chủ nhật”",
    paragraph("I. ĐẶC ĐIỂM, TÌNH HÌNH", bold=True),
    SETTING,
    "II. CÁCH LÀM",
    METHOD,
    "III. KẾT QUẢ, HIỆU QUẢ",
    EFFECT,
    table(("Chỉ số", "Năm 2022", "Năm 2024"), ("Hộ tham gia", "12", "150"), ("Bản sạch", "2", "15")),
    "IV. KIẾN NGHỊ",
    "Đề nghị cấp thêm xe gom rác.",
    "Nơi nhận: Lưu văn phòng.",
)


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.chdir(make_project(tmp_path, photo=False))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", THE_DAY)
    return tmp_path


def showcase(*arguments, answer=""):
    return CliRunner().invoke(main, arguments, input=answer, catch_exceptions=False)


def drafted(project, data):
    (project / "bao-cao.docx").write_bytes(data)
    done = showcase("draft", "bao-cao.docx")
    assert done.exit_code == 0, done.output
    return (project / "bao-cao.yaml").read_text(encoding="utf-8")


# --- draft ---------------------------------------------------------------------------------------------------------


def test_the_chapters_of_a_report_become_sections(project):
    record = read_model("", "x", drafted(project, document(*REPORT)).encode()).record
    assert record.text("tieu_de") == "Đường làng sạch sáng chủ nhật"
    story = record.group("noi_dung")
    assert (story.text("boi_canh"), story.text("cach_lam")) == (SETTING, METHOD)
    assert story.text("hieu_qua") == (
        f"{EFFECT}\n\n- Chỉ số: Hộ tham gia; Năm 2022: 12; Năm 2024: 150\n- Chỉ số: Bản sạch; Năm 2022: 2; Năm 2024: 15"
    )


def test_no_word_of_a_report_is_lost_and_what_found_no_place_is_a_comment(project):
    text = drafted(project, document(*REPORT))
    left = text.partition("# Chưa xếp vào mục nào")[2]
    for words in ("Số 12-BC/ĐU", "ĐẢNG ỦY XÃ NGỌC CHIẾN", "Đề nghị cấp thêm xe gom rác.", "Nơi nhận: Lưu văn phòng."):
        assert words in left
    assert all(line.startswith("#") for line in left.splitlines()[1:])


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Báo cáo mô hình “Dân vận khéo” xây dựng tuyến đường hoa năm 2024", ""),
        ("Mô hình “Dân vận khéo” – “Tuyến đường hoa nông dân”", "Tuyến đường hoa nông dân"),
        ('Báo cáo điển hình "Dân vận khéo năm 2024": "Chi bộ ấp 6"', "Chi bộ ấp 6"),
        ("MÔ HÌNH “DÂN VẬN KHÉO”", ""),
        ("Mô hình “Dân vận khéo xây dựng nông thôn mới”", "Dân vận khéo xây dựng nông thôn mới"),
        ("Thực hiện Kế hoạch “Nông thôn mới nâng cao”", ""),
    ],
)
def test_the_name_of_the_movement_is_no_title_and_its_line_is_kept(project, line, title):
    text = drafted(project, document(line, "II. CÁCH LÀM", METHOD))
    assert read_model("", "x", text.encode()).record.text("tieu_de") == title
    assert f"#   {line}\n" in text.partition("# Chưa xếp vào mục nào")[2]


def test_dashes_that_were_typed_are_a_list(project):
    lines = (
        "- Đảng viên nhận việc.",
        "+ Tổ 1 quét đường.",
        "+ Tổ 2 trồng hoa.",
        "–Hội viên góp công.",
        "Các hộ đều vui.",
    )
    text = drafted(project, document("II. CÁCH LÀM", METHOD, *lines, "-5 độ vẫn quét."))
    assert read_model("", "x", text.encode()).record.group("noi_dung").text("cach_lam") == (
        f"{METHOD}\n\n- Đảng viên nhận việc.\n  - Tổ 1 quét đường.\n  - Tổ 2 trồng hoa.\n- Hội viên góp công.\n\n"
        "Các hộ đều vui.\n\n\\-5 độ vẫn quét."
    )


def test_heads_that_say_more_and_tables_within_tables_are_not_lost(project):
    inner = table(("Tổ 1", "12 hộ"))
    outer = f"<w:tbl><w:tr><w:tc>{paragraph('Trước bảng')}{inner}{paragraph('Sau bảng')}</w:tc></w:tr></w:tbl>"
    text = drafted(
        project, document("II. CÁCH LÀM Ở ẤP 6", METHOD, outer, "III. KẾT QUẢ", EFFECT, "IV. KIẾN NGHỊ", "Không.")
    )
    story = read_model("", "x", text.encode()).record.group("noi_dung")
    assert story.text("cach_lam") == f"{METHOD}\n\n- Trước bảng Tổ 1 – 12 hộ Sau bảng"
    left = text.partition("# Chưa xếp vào mục nào")[2]
    assert [head for head in ("II. CÁCH LÀM Ở ẤP 6", "III. KẾT QUẢ", "IV. KIẾN NGHỊ") if head in left] == [
        "II. CÁCH LÀM Ở ẤP 6",
        "IV. KIẾN NGHỊ",
    ]


def test_a_draft_says_which_keys_are_left(project):
    text = drafted(project, document(*REPORT))
    left = [entry.key for entry in MODEL.required if entry.key not in ("tieu_de", "noi_dung")]
    assert [key for key in left if f"\n#{key}:" in text] == left


def test_markup_in_a_report_is_text(project):
    line = "Chi *bộ* [giao](http://x.example) <b>việc</b> cho từng đảng viên, mỗi người một đoạn đường."
    text = drafted(project, document("II. CÁCH LÀM", line))
    story = read_model("", "x", text.encode()).record.group("noi_dung").text("cach_lam")
    assert (
        story == r"Chi \*bộ\* \[giao\](http://x.example) \<b\>việc\</b\> cho từng đảng viên, mỗi người một đoạn đường."
    )


def test_a_report_in_an_old_encoding_is_read(project):
    text = drafted(
        project, document("II. CÁCH LÀM", "Héi phô n÷ vËn ®éng nh©n d©n gi÷ vÖ sinh ®­êng lµng ngâ xãm s¹ch ®Ñp.")
    )
    assert "Hội phụ nữ vận động nhân dân giữ vệ sinh đường làng ngõ xóm sạch đẹp." in text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04 broken", "bị hỏng"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 99, "kiểu cũ"),
        (document("x", before='<!DOCTYPE a [<!ENTITY b "c">]>'), "DOCTYPE"),
    ],
)
def test_what_is_no_document_is_refused_in_one_line(data, said, project):
    (project / "x.docx").write_bytes(data)
    done = showcase("draft", "x.docx")
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr
    assert not (project / "x.yaml").exists()


def test_a_draft_overwrites_nothing(project):
    drafted(project, document(*REPORT))
    done = showcase("draft", "bao-cao.docx")
    assert done.exit_code == 2
    assert "không ghi đè" in done.stderr


# --- new -----------------------------------------------------------------------------------------------------------

ANSWERS = "Chợ xã sạch\nxã Ngọc Chiến, tỉnh Sơn La\nHội Phụ nữ xã Ngọc Chiến\n1\nvăn hóa - xã hội\n"
MADE = "models/son-la/ngoc-chien-cho-xa-sach/model.yaml"


def test_new_asks_and_writes_what_is_left_as_comments(project):
    done = showcase("new", answer=ANSWERS)
    assert done.exit_code == 0, done.output
    text = (project / MADE).read_text(encoding="utf-8")
    record = read_model("", "x", text.encode()).record
    assert {key: record.text(key) for key in ("tieu_de", "linh_vuc")} == {
        "tieu_de": "Chợ xã sạch",
        "linh_vuc": "van-hoa-xa-hoi",
    }
    assert "\n#tom_tat:  # Tóm tắt" in text


def test_each_line_that_is_left_counts_once_its_sign_is_taken_away(project):
    showcase("new", answer=ANSWERS)
    lines = (project / MADE).read_text(encoding="utf-8").partition("# Có thể thêm")[0].splitlines()[2:]
    submission = read_model("", "x", "\n".join(line.removeprefix("#") for line in lines).encode())
    assert submission.faults == ()
    assert {entry.key for entry in MODEL.required} <= set(submission.record.cells)


def test_the_words_behind_a_key_that_was_filled_in_are_no_lost_text(project):
    showcase("new", answer=ANSWERS)
    lines = (project / MADE).read_text(encoding="utf-8").partition("# Có thể thêm")[0].splitlines()[2:]
    filled = (re.sub(r"^( [ -]*\w+:|tom_tat:)(?=  #)", r"\1 Hội họp dân", line.removeprefix("#")) for line in lines)
    submission = read_model("", "x", "\n".join(filled).encode())
    assert [entry.value for entry in submission.cells if entry.entry.key == "co_quan"] == ["Hội họp dân"]
    assert list(lost_comment.check(submission, setting())) == []


def test_new_asks_nothing_that_was_told(project):
    told = {"title": "Chợ xã sạch", "place": "xã Ngọc Chiến, tỉnh Sơn La", "host": "Hội Phụ nữ", "field": "kinh-te"}
    options = [part for key, value in told.items() for part in (f"--{key}", value)]
    done = showcase("new", *options, "--host-kind", "hoi-phu-nu", "--id", "cho-sach")
    assert done.exit_code == 0, done.output
    assert (project / "models/son-la/cho-sach/model.yaml").is_file()


def begun_at(project, place):
    told = ("--title", "Chợ xã sạch", "--host", "Hội Phụ nữ", "--host-kind", "hoi-phu-nu", "--field", "kinh-te")
    done = showcase("new", *told, "--place", place, "--id", "cho-sach")
    assert done.exit_code == 0, done.output
    (path,) = (project / "models").glob("*/cho-sach/model.yaml")
    return path.parent.parent.name, done.output


@pytest.mark.parametrize(
    ("place", "folder"),
    [
        ("xã Kỳ Lâm, huyện Kỳ Anh, Hà Tĩnh", "ha-tinh"),
        ("xã Không Có, tỉnh Hà Tây", "ha-noi"),
        ("thôn 5, xã Không Có - tỉnh Nghệ An", "nghe-an"),
        ("tinh ha tinh", "ha-tinh"),
    ],
)
def test_a_place_that_is_not_known_whole_goes_by_the_province_at_its_end(project, place, folder):
    found, output = begun_at(project, place)
    assert found == folder
    assert "Chưa rõ" not in output


def test_where_no_province_is_known_that_is_said_with_the_way_out(project):
    found, output = begun_at(project, "xã Không Có")
    assert found == "khac"
    assert "Chưa rõ 'xã Không Có' thuộc tỉnh nào nên bài tạm nằm ở models/khac. Hãy ghi tên tỉnh ở cuối 'noi'" in output


def test_a_copy_says_from_whom_it_learned(project):
    done = showcase("new", "--from", "to-tu-quan", answer=ANSWERS)
    assert done.exit_code == 0, done.output
    record = read_model("", "x", (project / MADE).read_bytes()).record
    assert (record.text("hoc_tu"), record.text("linh_vuc")) == ("to-tu-quan", "van-hoa-xa-hoi")
    assert record.group("noi_dung") is None


def test_how_it_was_done_there_does_not_count_before_somebody_looked_at_it(project):
    steps = "lam_theo:\n  buoc:\n    - Kéo thuyền lên bãi.\n    - Phân rác ngay trên thuyền.\n"
    write_model(project, "thuyen-sach", f"{steps}loai: cach-lam\n")
    assert showcase("new", "--from", "thuyen-sach", answer=ANSWERS).exit_code == 0
    text = (project / MADE).read_text(encoding="utf-8")
    record = read_model("", "x", text.encode()).record
    assert [record.group("lam_theo"), record.text("loai")] == [None, ""]
    kept = "\n".join(line.removeprefix("#") for line in text.splitlines() if "thuyền" in line or "lam_theo:" in line)
    assert "- Kéo thuyền lên bãi." in kept


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--from", "khong-co"), "Không có mô hình nào mang mã 'khong-co'."),
        (("--id", "Chợ"), "không đúng"),
        (("--id", "to-tu-quan"), "đã có"),
        ((), "Chưa trả lời xong nên chưa tạo gì."),
    ],
)
def test_new_makes_nothing_where_something_is_wrong(options, said, project):
    done = showcase("new", *options)
    assert done.exit_code == 2
    assert said in done.output
    assert not (project / MADE).exists()
