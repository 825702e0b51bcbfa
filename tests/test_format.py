"""The format, sentence by sentence: what it grants is taken without a word, what it refuses is told at its very place.

In what is refused a `⟦` stands before the place that must be told, and nothing else in the file may be; what the
sentences say, the tests of the rules ask.
"""

import unicodedata
from pathlib import Path

import pytest
from library import checked
from making import FIELDS, HOST_KINDS, SOUND, SOUND_REPORT, THEMES, photo, setting, told, written
from showcase.record.submission import read_model, read_report
from showcase.rules.book import check_file

PATH = "models/son-la/ngoc-chien-duong-sach/model.yaml"
STORY = "Các hộ họp lại, chia đường làng thành mười đoạn và nhận mỗi nhà một đoạn."
PHOTO = "tep: cho.jpg, mo_ta: Chợ sau khi sửa, tac_gia: Ban biên tập, giay_phep: cua-du-an, nguoi: khong"

FORMS_OF_A_FILE = {
    "a BOM": "\ufeff" + SOUND,
    "CRLF": SOUND.replace("\n", "\r\n"),
    "a BOM, --- and CRLF": ("\ufeff---\n" + SOUND).replace("\n", "\r\n"),
    "--- at the start and ... at the end": f"---\n{SOUND}...\n",
    "no end of the last line": SOUND.rstrip(),
    "lines between": SOUND.replace("\n", "\n\n"),
    "spaces at the ends of lines": SOUND.replace("\n", "  \n"),
    "comments": "# Đầu tệp\n"
    + SOUND.replace("loai: mo-hinh", "loai: mo-hinh  # ghi chú").replace("nguon:", "nguon:  #"),
    "keys in quotes": SOUND.replace("loai: mo-hinh", "'loai': \"mo-hinh\""),
    "lists that are not indented": SOUND.replace("\n  - ", "\n- ").replace("\n    ", "\n  "),
    "marks as letters of their own": unicodedata.normalize("NFD", SOUND),
    "no-break spaces in text": SOUND.replace("xã Ngọc Chiến, tỉnh", "xã\u00a0Ngọc\u00a0Chiến,\u202ftỉnh"),
    "the Icelandic letter": SOUND.replace("Ủy ban", "Ðảng ủy"),
    "as many bytes as may be": SOUND + "#" * (256 * 1024 - len(SOUND.encode())),
}

GRANTED = [
    # Every scalar is the text that was typed, however it was written.
    "loai: 'mo-hinh'",
    'loai: " mo-hinh "',
    "loai: mo-hinh\u00a0",
    "loai: >\n  mo-hinh",
    "chu_de: [y-te, 'chuyen-doi-so']",
    "lich_su: [{nam: '2022', viec: trien-khai}]",
    "lich_su:\n  - nam: |\n      2022\n    viec: trien-khai",
    "ghi_chu: no",
    "ghi_chu: 08",
    "tieu_de: 'Tổ số 4: “sạch” # và đẹp'",
    # A date.
    "ngay_dang: 22/11/2026",
    "ngay_dang: '2026-11-22'",
    "ngay_dang: >-\n  22/11/2026",
    "ngay_dang: 22/11/2026\u00a0",
    # A number as Vietnamese write it.
    *(f"ket_qua: [{{chi_so: Số hộ, sau: '{number}'}}]" for number in ("3100", "3.100", "3,5", "01", "0", "13.663,25")),
    "ket_qua: [{chi_so: Số hộ, sau: 3.100\u00a0, truoc: 01, xap_xi: hon, nam: 2022, nguon: 01}]",
    # Lengths and numbers of things, just within.
    "tieu_de: Chợ sạch",
    f"tieu_de: {'ă' * 200}",
    f"tom_tat: {'ă' * 40}",
    f"tom_tat: {'ă' * 400}",
    f"noi_dung: {{bai_hoc: {'ă' * 40}}}",
    f"noi_dung: {{bai_hoc: {'ă' * 20_000}}}",
    "noi_dung:\n  bai_hoc: |\n" + 400 * "    một dòng\n",
    f"ghi_chu: {'ă' * 500}",
    "dia_diem:\n" + "".join(f"  - {{noi: Sơn La, tai: bản {number}}}\n" for number in range(20)),
    "lich_su:\n" + 40 * "  - {nam: 2022, viec: duy-tri}\n",
    "chu_de: []\nket_qua: []\nanh: []\nda_nhan_rong: []\nduong_dan_cu: []",
    # Events in time order, a year at its first and last.
    "lich_su: [{nam: 1990, viec: dang-ky}, {nam: 2027, viec: ket-thuc}]",
    "lich_su: [{ngay: 31/12/2022, viec: dang-ky}, {nam: 2022, viec: trien-khai}]",
    "lich_su: [{ngay: 2026-11-22, viec: nhan-rong, cap: tinh, van_ban: 12/QĐ-UBND, ghi_chu: 'Ba: nơi'}]",
    "cap: huyen\nlich_su: [{ngay: 2025-06-30, viec: cong-nhan, cap: huyen}]",
    *(
        f"lich_su: [{{nam: 2022, viec: {kind}}}]"
        for kind in ("phat-dong", "tap-huan", "kiem-tra", "so-ket", "tong-ket", "hoan-thanh")
    ),
    "lich_su: [{nam: 2022, viec: danh-gia, xep_loai: hieu-qua}, {nam: 2023, viec: danh-gia, xep_loai: chua-hieu-qua}]",
    # Places of both eras, to any tier, in any writing.
    *(
        f"dia_diem: [{{noi: '{place}'}}]"
        for place in (
            "thị xã Hoàng Mai, Nghệ An",
            "quận Hoàng Mai, Hà Nội",
            "phường Hoàng Mai, Hà Nội",
            "phường Hoàng Mai, Nghệ An",
            "phường Quỳnh Thiện, thị xã Hoàng Mai, Nghệ An",
            "XÃ QUỲNH LIÊN, thị xã Hoàng Mai, TỈNH NGHỆ AN",
            "phường Thuỵ Khuê, quận Tây Hồ, TP. Hà Nội",
            "Yên Bái",
            "tỉnh Đồng Nai",
            "thành phố Đồng Nai",
            "Xã Ea H’Leo, Đắk Lắk",
            "phường 01, quận 3, TP Hồ Chí Minh",
        )
    ),
    "dia_diem: [{noi: 'phường Xuân La, quận Tây Hồ, Hà Nội', hien_nay: phường Xuân Đỉnh, tai: tổ 5}]",
    "da_nhan_rong: [{noi: 'phường Đồng Xuân, quận Hoàn Kiếm, Hà Nội', hien_nay: phường Hoàn Kiếm, nam: 2026}]",
    # The rest.
    "lam_theo: {kinh_phi: Mười triệu đồng}",
    "lam_theo: {buoc: [Họp dân, Ký cam kết]}",
    "lien_he: {don_vi: Hội Phụ nữ xã}",
    "lien_he: {don_vi: Hội Phụ nữ xã, dien_thoai_co_quan: 1022}",
    "lien_he: {don_vi: Hội, dien_thoai_co_quan: '(0212) 3844.567', email: hoi@ngocchien.gov.vn}",
    "nguon: [{ten: Bài, co_quan: Báo, tac_gia: A, ngay: 29/01/2024, url: 'HTTPS://vi-du.vn/đường?b=1#c'}]",
    "noi_bat: co",
    "cap_nhat: 20/11/2026",
    "duong_dan_cu: [duong-sach, 6-khong-3-co]",
    "go_bo: {ngay: 22/11/2026, ly_do: Theo yêu cầu của đơn vị}",
    f"anh: [{{{PHOTO}, loai: anh, thoi_diem: sau, chu_thich: Chợ}}]",
    f"anh: [{{{PHOTO.replace('khong', 'nhan-dien-duoc')}, dong_y: co, tre_em: co, dong_y_phu_huynh: co, dong_y_cua_tre: co}}]",
    f"anh: [{{{PHOTO.replace('khong', 'tap-the')}, tre_em: co, dong_y_phu_huynh: co, dong_y_cua_tre: duoi-7-tuoi}}]",
    "nguoi_duoc_neu: [{ten: Trần Thị Mẫu, vai_tro: Tổ trưởng, can_cu: dong-y, rut_dong_y: co}]",
    "tieu_de: Gia đình 👨‍👩‍👧 giữ ❤️ đường làng 1️⃣",
    "tieu_de: Giảm bụi 5 μm trên đường làng",
]

REFUSED = [
    # Strict YAML.
    "loai: mo-hinh\n⟦loai: dien-hinh",
    "don_vi:\n  - ten: Hội\n    loai: cong-an\n    ⟦ten: Công an",
    "loai: ⟦&neo mo-hinh",
    "loai: ⟦*neo",
    "loai: ⟦!!str mo-hinh",
    "don_vi:\n  - ten: Hội\n    loai: cong-an\n    ⟦<<: {vai_tro: chu-tri}",
    "ghi_chu: [[[[[[[⟦[a]]]]]]]]",
    "⟦Loai: mo-hinh",
    "⟦Tiêu đề: Tổ tự quản giữ sạch đường",
    "⟦mau_sac: xanh",
    "tieu_de: Tổ⟦\u200b tự quản giữ sạch đường",
    'tieu_de: ⟦"Tổ\\u202E tự quản giữ sạch đường"',
    "tieu_de: Tổ⟦\ufe0f tự quản giữ sạch đường",
    "tieu_de: Tổ⟦\u3164 tự quản giữ sạch đường",
    "tieu_de: Tổ⟦\u0085 tự quản giữ sạch đường",
    "tieu_de: Tổ ⟦tự quаn giữ sạch đường".replace("⟦tự ", "tự ⟦"),
    'hoc_tu: "mot⟦\u200b-hai"',
    # The keys, in the order of their table.
    "tieu_de: ⟦Chợ Bến",
    f"tieu_de: ⟦{'ă' * 201}",
    f"tom_tat: ⟦{'ă' * 39}",
    f"tom_tat: ⟦{'ă' * 401}",
    "loai: ⟦Mô hình",
    "chu_the: ⟦hội",
    "linh_vuc: ⟦quoc-phong",
    "chu_de: ⟦y-te",
    "chu_de: [y-te, ⟦y-te]",
    "chu_de: [⟦khong-co]",
    "cap: ⟦xa",
    "cap: ⟦huyen\nlich_su: [{nam: 2026, viec: cong-nhan}]",
    "dia_diem: ⟦[]",
    "dia_diem: [⟦{tai: bản Lướt}]",
    "dia_diem: [{noi: ⟦phường Hoàng Mai}]",
    "dia_diem: [{noi: ⟦'phường Xuân La, quận Tây Hồ, Hà Nội'}]",
    "dia_diem: [{noi: 'phường Xuân La, quận Tây Hồ, Hà Nội', hien_nay: ⟦phường Ba Đình}]",
    "dia_diem: [{noi: ⟦'17110'}]",
    "don_vi: [⟦{ten: Hội Phụ nữ}]",
    "don_vi: [{ten: Hội Phụ nữ, loai: ⟦Hội}]",
    "don_vi: [{ten: Hội Phụ nữ, loai: hoi-phu-nu, vai_tro: ⟦chinh}]",
    "lich_su: [⟦{viec: trien-khai}]",
    "lich_su: [{nam: ⟦2022, ngay: 22/11/2022, viec: trien-khai}]",
    "lich_su: [{nam: ⟦1989, viec: trien-khai}]",
    "lich_su: [{nam: ⟦2028, viec: trien-khai}]",
    "lich_su: [{ngay: ⟦23/11/2026, viec: trien-khai}]",
    "lich_su: [{nam: 2022, viec: trien-khai}, {nam: ⟦2021, viec: duy-tri}]",
    "lich_su: [{nam: 2022, viec: ⟦trien_khai}]",
    "lich_su: [⟦{nam: 2022, viec: danh-gia}]",
    "lich_su: [{nam: 2022, viec: danh-gia, xep_loai: ⟦tot}]",
    "lich_su: [{nam: 2022, viec: tong-ket, xep_loai: ⟦hieu-qua}]",
    *(
        f"ket_qua: [{{chi_so: Số hộ, sau: ⟦'{number}'}}]"
        for number in ("3.5", "1,000", "3 100", "0.500", ".5", "15 hộ", "٣")
    ),
    "ket_qua: [⟦{chi_so: Số hộ, truoc: 3}]",
    "ket_qua: [{chi_so: Số hộ, sau: 3, nguon: ⟦2}]",
    "ket_qua: [{chi_so: Số hộ, sau: 3, nam: ⟦2027}]",
    "noi_dung: ⟦{}",
    f"noi_dung:\n  ⟦cach_lm: {STORY}",
    f"noi_dung: {{cach_lam: ⟦{'ă' * 39}}}",
    "noi_dung:\n  cach_lam: ⟦|\n" + 401 * "    một dòng\n",
    f"noi_dung:\n  cach_lam: {STORY} [⟦hanoi.gov.vn](https://vi-du.com)",
    f"noi_dung:\n  cach_lam: {STORY} ![Chợ](⟦https://vi-du.vn/a.jpg)",
    f"noi_dung:\n  cach_lam: {STORY} [báo](⟦javascript:alert)",
    "lam_theo: {buoc: ⟦[Họp dân]}",
    "lam_theo: ⟦{}",
    "hoc_tu: ⟦Chợ Bến",
    "da_nhan_rong: [⟦{don_vi: Hội}]",
    "da_nhan_rong: [{noi: Sơn La, nguon: ⟦0}]",
    f"anh: [{{{PHOTO.replace('cho.jpg', '⟦../cho.jpg')}}}]",
    f"anh: [{{{PHOTO.replace('cho.jpg', '⟦khac.jpg')}}}]",
    f"anh: [⟦{{{PHOTO.replace('khong', 'nhan-dien-duoc')}}}]",
    f"anh: [⟦{{{PHOTO}, thoi_diem: sau, tre_em: co, dong_y_cua_tre: co}}]".replace("khong", "tap-the"),
    f"anh: [⟦{{{PHOTO}, tre_em: co, dong_y_phu_huynh: co}}]".replace("khong", "tap-the"),
    f"anh: [{{{PHOTO.replace('cua-du-an', '⟦CC BY')}}}]",
    "nguoi_duoc_neu: [⟦{ten: Trần Thị Mẫu, can_cu: dong-y, rut_dong_y: co}]",
    "nguoi_duoc_neu: [{ten: Trần Thị Mẫu, vai_tro: Tổ trưởng, can_cu: ⟦quen-biet, rut_dong_y: co}]",
    "nguon: ⟦[]",
    "nguon: [⟦{ten: Bài}]",
    "nguon: [{ten: Bài, co_quan: Báo, url: ⟦vi-du.vn/a}]",
    f"ghi_chu: ⟦{'ă' * 501}",
    "lien_he: ⟦{email: hoi@ngocchien.gov.vn}",
    "ngay_dang: ⟦22-11-2026",
    "ngay_dang: ⟦31/02/2026",
    "ngay_dang: ⟦2026-11-23",
    "noi_bat: ⟦không",
    "cap_nhat: ⟦19/11/2026",
    "duong_dan_cu: [⟦../../x]",
    "go_bo: ⟦{ngay: 22/11/2026}",
]

TREES = {
    "any folders, and names that begin with _": (
        {"a/b/c/duong-sach/model.yaml": SOUND, "a/_nhap/x/model.yaml": "["},
        ["a/_nhap/x"],  # an advice: it is not read
    ),
    "a README among folders": ({"a/README.md": "Xin chào", "a/duong-sach/model.yaml": SOUND}, []),
    "a model without a folder": ({"model.yaml": SOUND}, ["model.yaml"]),
    "a model that bears its id as a file's name": (
        {"a/duong-sach.yaml": SOUND, "a/duong-lang/model.yaml": SOUND},
        ["a/duong-sach.yaml"],
    ),
    "a picture among folders": ({"a/cho.jpg": "", "a/duong-lang/model.yaml": SOUND}, ["a/cho.jpg"]),
    "a folder in the place of the file": ({"duong-sach/model.yaml/x.txt": ""}, ["duong-sach/model.yaml"]),
    "a name over two lines": ({"duong\nsach/model.yaml": SOUND}, ["duong\ufffdsach"]),
    "a name that turns the writing": ({"duong\u202esach/model.yaml": SOUND}, ["duong\ufffdsach"]),
    "a name that is no Unicode": (
        {"duong-sach/\udcff.jpg": "", "duong-sach/model.yaml": SOUND},
        ["duong-sach/\ufffd.jpg"],
    ),
    "an id that Windows keeps for itself": ({"con/model.yaml": SOUND}, ["con/model.yaml"]),
}


def ascii_start(snippet):
    """Name a case by how it begins: some are 20,000 characters long."""
    return ascii(snippet[:60])


@pytest.mark.parametrize("text", FORMS_OF_A_FILE.values(), ids=FORMS_OF_A_FILE)
def test_a_file_may_be_written_so(text):
    assert told(read_model(PATH, "ngoc-chien-duong-sach", text.encode())) == []


@pytest.mark.parametrize("snippet", GRANTED, ids=ascii_start)
def test_it_is_granted(snippet):
    photos = (photo("cho.jpg"),) if "cho.jpg" in snippet else ()
    assert told(read_model(PATH, "ngoc-chien-duong-sach", written(snippet).encode(), photos)) == []


@pytest.mark.parametrize("snippet", REFUSED, ids=ascii_start)
def test_it_is_refused_at_its_place(snippet):
    before, after = snippet.split("⟦")
    photos = () if "/cho.jpg" in snippet or "khac.jpg" in snippet else (photo("cho.jpg"),)
    data = written(before + after).encode()
    submission = read_model(PATH, "ngoc-chien-duong-sach", data, photos if "anh:" in snippet else ())
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    found = [
        (problem.spot.line, problem.spot.column, problem.severity.value)
        for problem in check_file(submission, setting())
    ]
    assert found == [(line, column, "error")]


@pytest.mark.parametrize("key", ["tieu_de", "tom_tat", "loai", "chu_the", "linh_vuc", "dia_diem", "don_vi", "lich_su"])
def test_a_missing_key_is_told_at_the_first_line_of_its_mapping(key):
    text = "# Ghi chú\n---\n" + written("", without=(key,))
    (sentence,) = told(read_model(PATH, "ngoc-chien-duong-sach", text.encode()))
    assert sentence.startswith(f"3:1: lỗi [thieu_khoa] Mô hình thiếu mục '{key}'.")


def test_the_place_of_a_report_may_be_a_divided_unit():
    text = written("noi: phường Xuân La, quận Tây Hồ, Hà Nội\nhien_nay: phường Xuân Đỉnh", sound=SOUND_REPORT)
    assert told(read_report("models/_reports/xuan-la.yaml", "xuan-la", text.encode())) == []


def test_a_total_divided_into_nothing_is_refused():
    text = written(
        "so_lieu:\n  - {chi_tieu: dang-ky, doi_tuong: mo-hinh, tong: 5, chia_theo: [{chieu: cap, phan: {}}]}",
        sound=SOUND_REPORT,
    )
    (sentence,) = told(read_report("models/_reports/ha-noi.yaml", "ha-noi", text.encode()))
    assert sentence.startswith("2:85: lỗi [so_luong] 'phan' chưa có phần nào.")


def test_files_whose_names_differ_in_case_are_told():
    submission = read_model(PATH, "a-b", SOUND.encode(), (photo("Cho.jpg"), photo("cho.jpg")))
    assert any("'Cho.jpg' và 'cho.jpg' chỉ khác nhau ở chữ hoa" in sentence for sentence in told(submission))


@pytest.mark.parametrize(("files", "wrong"), TREES.values(), ids=TREES)
def test_a_folder_is_read_as_it_lies(tmp_path, files, wrong):
    for name, text in (files | vocabulary_files()).items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    problems = checked(tmp_path).problems
    found = {Path(problem.spot.path).relative_to(tmp_path).as_posix() for problem in problems}
    assert found == set(wrong)


def vocabulary_files():
    texts = {"linh-vuc": FIELDS, "chu-de": THEMES, "don-vi": HOST_KINDS}
    return {f"_vocabulary/{name}.yaml": text for name, text in texts.items()}
