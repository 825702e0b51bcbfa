"""Values, each alone: lengths, choices, numbers, dates, names. YAML in, the whole sentences out."""

import pytest
from making import TODAY, model, report, told, told_of
from showcase.record.catalogue import vocabularies_of
from showcase.rules.book import check_file
from showcase.rules.setting import Setting
from showcase.system.gazetteer import load_gazetteer


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            "tieu_de: Chợ",
            [
                "1:10: lỗi [do_dai] 'tieu_de' dài 3 ký tự, cần từ 8 đến 200. Hãy viết thêm ít nhất 5 ký tự.",
            ],
            id="a short title",
        ),
        pytest.param(
            "tieu_de: Chợ sạch",
            [],
            id="a title of eight",
        ),
        pytest.param(
            """
            tieu_de: Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-Chợ-
            """,
            [
                "1:10: lỗi [do_dai] 'tieu_de' dài 204 ký tự, cần từ 8 đến 200. Hãy bớt ít nhất 4 ký tự.",
            ],
            id="a long title",
        ),
        pytest.param(
            "tom_tat: Chợ sạch.",
            [
                "1:10: lỗi [do_dai] 'tom_tat' dài 9 ký tự, cần từ 40 đến 400. Hãy viết thêm ít nhất 31 ký tự.",
            ],
            id="a short summary",
        ),
        pytest.param(
            """
            tom_tat: >-
              Chợ


              sạch.
            """,
            [
                "1:10: lỗi [do_dai] 'tom_tat' dài 9 ký tự, cần từ 40 đến 400. Hãy viết thêm ít nhất 31 ký tự.",
            ],
            id="spaces do not count",
        ),
        pytest.param(
            """
            ghi_chu: Do-ban-biên-tập-xếp. Do-ban-biên-tập-xếp. Do-ban-biên-tập-xếp. Do-ban-biên-tập-xếp. Do-ban-biên-tập-xếp. Do-ban-biên-tập-xếp. Do-ban-biên-tập-xếp. Do-ban-biên-tập-xếp. Do-ban-biên-tập-xếp. Do-ban-biên-tập-xếp. Do-ban-biên-tập-xếp. Do-ban-biên-tập-xếp. Do-ban-biên-tập-xếp. Do-ban-biên-tập-xếp. Do-ban-biên-tập-xếp. Do-ban-biên-tập-xếp. Do-ban-biên-tập-xếp. Do-ban-biên-tập-xếp. Do-ban-biên-tập-xếp. Do-ban-biên-tập-xếp. Do-ban-biên-tập-xếp. Do-ban-biên-tập-xếp. Do-ban-biên-tập-xếp. Do-ban-biên-tập-xếp. Hết.
            """,
            [
                "1:10: lỗi [do_dai] 'ghi_chu' dài 508 ký tự, tối đa 500. Hãy bớt ít nhất 8 ký tự.",
            ],
            id="a long note",
        ),
        pytest.param(
            """
            noi_dung:
              cach_lam: Các hộ họp lại.
            """,
            [
                "2:13: lỗi [do_dai] 'cach_lam' dài 15 ký tự, cần từ 40 đến 20.000. Hãy viết thêm ít nhất 25 ký tự.",
            ],
            id="a short section",
        ),
    ],
)
def test_lengths(yaml, expected):
    """A text is neither too short nor too long; what is asked is said in characters."""
    assert told_of(yaml) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            "nguon: []",
            [
                "1:8: lỗi [so_luong] 'nguon' chưa có mục nào, cần ít nhất 1. Hãy thêm mục, mỗi mục bắt đầu bằng dấu gạch.",
            ],
            id="no source",
        ),
        pytest.param(
            """
            lam_theo:
              buoc: [Họp các hộ lại]
            """,
            [
                "2:9: lỗi [so_luong] 'buoc' có 1 mục, cần ít nhất 2. Hãy thêm mục, mỗi mục bắt đầu bằng dấu gạch.",
            ],
            id="one step",
        ),
        pytest.param(
            "chu_de: [y-te, chuyen-doi-so, a-1, a-2, a-3, a-4, a-5]",
            [
                "1:31: lỗi [chu_de] 'a-1' không phải là chủ đề. Hãy chọn một trong: y-te, chuyen-doi-so.",
                "1:36: lỗi [chu_de] 'a-2' không phải là chủ đề. Hãy chọn một trong: y-te, chuyen-doi-so.",
                "1:41: lỗi [chu_de] 'a-3' không phải là chủ đề. Hãy chọn một trong: y-te, chuyen-doi-so.",
                "1:46: lỗi [chu_de] 'a-4' không phải là chủ đề. Hãy chọn một trong: y-te, chuyen-doi-so.",
                "1:51: lỗi [chu_de] 'a-5' không phải là chủ đề. Hãy chọn một trong: y-te, chuyen-doi-so.",
                "1:51: lỗi [so_luong] 'chu_de' có 7 mục, tối đa 6. Hãy bớt từ mục này trở đi, hoặc gộp lại.",
            ],
            id="seven themes",
        ),
        pytest.param(
            """
            lam_theo:
              buoc: [Một, Hai, Ba, Bốn, Năm, Sáu]
            """,
            [],
            id="six are allowed",
        ),
    ],
)
def test_counts(yaml, expected):
    """A list is neither too short nor too long; the first item too many is shown."""
    assert told_of(yaml) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            "loai: Mô hình",
            [
                "1:7: lỗi [lua_chon] 'Mô hình' không phải là loại. Ý bạn là 'mo-hinh'?",
            ],
            id="its label",
        ),
        pytest.param(
            "chu_the: tapthe",
            [
                "1:10: lỗi [lua_chon] 'tapthe' không phải là chủ thể. Ý bạn là 'tap-the'?",
            ],
            id="a slip",
        ),
        pytest.param(
            "chu_the: nhóm",
            [
                "1:10: lỗi [lua_chon] 'nhóm' không phải là chủ thể. Hãy chọn một trong: tap-the (Tập thể), ca-nhan (Cá nhân), ho-gia-dinh (Hộ gia đình).",
            ],
            id="nothing like it",
        ),
        pytest.param(
            "cap: TINH",
            [
                "1:6: lỗi [lua_chon] 'TINH' không phải là cấp. Ý bạn là 'tinh'?",
            ],
            id="in capitals",
        ),
        pytest.param(
            """
            anh:
              - tep: cho.jpg
                mo_ta: Các hộ quét dọn đường làng
                tac_gia: Ban biên tập
                giay_phep: CC BY 4.0
                loai: minh-hoa
                nguoi: tap the
                dong_y: có
                tre_em: khong
            """,
            [
                "2:10: lỗi [anh_thieu] Không có tệp 'cho.jpg' trong thư mục. Hãy đặt tệp ảnh ngay cạnh model.yaml, hoặc xóa ảnh này khỏi danh sách.",
                "5:16: lỗi [lua_chon] 'CC BY 4.0' không phải là giấy phép. Ý bạn là 'CC-BY-4.0'?",
                "7:12: lỗi [lua_chon] 'tap the' không phải là cách ghi người trong ảnh. Ý bạn là 'tap-the'?",
                "8:13: lỗi [lua_chon] 'có' không phải là lời đồng ý. Hãy ghi 'co'; nếu là không thì xóa dòng này.",
                "9:13: lỗi [lua_chon] 'khong' không phải là giá trị. Hãy ghi 'co'; nếu là không thì xóa dòng này.",
            ],
            id="a licence",
        ),
        pytest.param(
            """
            lich_su:
              - nam: 2022
                viec: khen thưởng
            don_vi:
              - ten: Hội Phụ nữ xã
                loai: hoi-phu-nu
                vai_tro: chủ trì
            """,
            [
                "3:11: lỗi [lua_chon] 'khen thưởng' không phải là việc. Ý bạn là 'khen-thuong'?",
                "7:14: lỗi [lua_chon] 'chủ trì' không phải là vai trò. Ý bạn là 'chu-tri'?",
            ],
            id="an event and a role",
        ),
    ],
)
def test_choices(yaml, expected):
    """A word of a closed list is one of that list."""
    assert told_of(yaml) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            "linh_vuc: quoc-phong",
            [
                "1:11: lỗi [linh_vuc] 'quoc-phong' không phải là lĩnh vực. Ý bạn là 'quoc-phong-an-ninh'?",
            ],
            id="the example of the format",
        ),
        pytest.param(
            "linh_vuc: Văn hóa - xã hội",
            [
                "1:11: lỗi [linh_vuc] 'Văn hóa - xã hội' không phải là lĩnh vực. Ý bạn là 'van-hoa-xa-hoi'?",
            ],
            id="its label",
        ),
        pytest.param(
            "linh_vuc: An ninh trật tự",
            [
                "1:11: lỗi [linh_vuc] 'An ninh trật tự' không phải là lĩnh vực. Ý bạn là 'quoc-phong-an-ninh'?",
            ],
            id="another spelling of it",
        ),
        pytest.param(
            "linh_vuc: thể thao",
            [
                "1:11: lỗi [linh_vuc] 'thể thao' không phải là lĩnh vực. Hãy chọn một trong: kinh-te, van-hoa-xa-hoi, quoc-phong-an-ninh, he-thong-chinh-tri.",
            ],
            id="nothing like it",
        ),
        pytest.param(
            "chu_de: [Công nghệ thông tin]",
            [
                "1:10: lỗi [chu_de] 'Công nghệ thông tin' không phải là chủ đề. Ý bạn là 'chuyen-doi-so'?",
            ],
            id="a theme by another spelling",
        ),
        pytest.param(
            "chu_de: [bóng đá]",
            [
                "1:10: lỗi [chu_de] 'bóng đá' không phải là chủ đề. Hãy chọn một trong: y-te, chuyen-doi-so.",
            ],
            id="a theme that is none",
        ),
        pytest.param(
            """
            don_vi:
              - ten: Hội LHPN xã Ngọc Chiến
                loai: Hội LHPN
            """,
            [
                "3:11: lỗi [loai_don_vi] 'Hội LHPN' không phải là loại đơn vị. Ý bạn là 'hoi-phu-nu'?",
            ],
            id="a kind of host",
        ),
        pytest.param(
            """
            don_vi:
              - ten: Câu lạc bộ bóng đá
                loai: the-thao
            """,
            [
                "3:11: lỗi [loai_don_vi] 'the-thao' không phải là loại đơn vị. Hãy chọn một trong: hoi-phu-nu, cong-an.",
            ],
            id="a kind of host that is none",
        ),
    ],
)
def test_vocabularies(yaml, expected):
    """A key of a vocabulary is proposed by its spelling, its label and its other spellings."""
    assert told_of(yaml) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            "chu_de: [y-te, chuyen-doi-so, y-te]",
            [
                "1:31: lỗi [lap_lai] 'y-te' đã có ở dòng 1. Hãy xóa một trong hai.",
            ],
            id="a theme",
        ),
        pytest.param(
            """
            lam_theo:
              buoc:
                - Họp các hộ lại
                - Chia đoạn đường
                - họp các hộ lại
            """,
            [
                "5:7: lỗi [lap_lai] 'họp các hộ lại' đã có ở dòng 3. Hãy xóa một trong hai.",
            ],
            id="a step, whatever its case",
        ),
        pytest.param(
            "chu_de: [y-te, chuyen-doi-so]",
            [],
            id="two that differ",
        ),
    ],
)
def test_repeated_items(yaml, expected):
    """A list names a thing once."""
    assert told_of(yaml) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            """
            ket_qua:
              - chi_so: Số hộ tham gia
                sau: 3.5
            """,
            [
                "3:10: lỗi [con_so] '3.5' không phải là con số viết đúng cách. Ý bạn là '3,5'?",
            ],
            id="an English part",
        ),
        pytest.param(
            """
            ket_qua:
              - chi_so: Số hộ tham gia
                sau: 1,000
            """,
            [
                "3:10: lỗi [con_so] '1,000' được hiểu là 1, vì dấu phẩy đứng trước phần lẻ. Ý bạn là '1.000'?",
            ],
            id="an English thousand",
        ),
        pytest.param(
            """
            ket_qua:
              - chi_so: Số hộ tham gia
                sau: 1,234.5
            """,
            [
                "3:10: lỗi [con_so] '1,234.5' không phải là con số viết đúng cách. Ý bạn là '1.234,5'?",
            ],
            id="English altogether",
        ),
        pytest.param(
            """
            ket_qua:
              - chi_so: Số hộ tham gia
                sau: 2,125
            """,
            [
                "3:10: nhắc [con_so] '2,125' được hiểu là số có ba chữ số lẻ. Nếu là hàng nghìn, hãy viết '2.125'.",
            ],
            id="three places behind the comma",
        ),
        pytest.param(
            """
            ket_qua:
              - chi_so: Số hộ tham gia
                sau: hơn 3100
            """,
            [
                "3:10: lỗi [con_so] 'hơn 3100' không phải là con số viết đúng cách. Ý bạn là '3.100'? Chữ 'hơn' ghi ở 'xap_xi: hon'.",
            ],
            id="more than",
        ),
        pytest.param(
            """
            ket_qua:
              - chi_so: Số hộ tham gia
                sau: 15 hộ
            """,
            [
                "3:10: lỗi [con_so] '15 hộ' không phải là con số viết đúng cách. Ý bạn là '15'? Đơn vị ghi ở 'don_vi_tinh'.",
            ],
            id="with its unit",
        ),
        pytest.param(
            """
            ket_qua:
              - chi_so: Số hộ tham gia
                sau: gần 3.100 hộ
            """,
            [
                "3:10: lỗi [con_so] 'gần 3.100 hộ' không phải là con số viết đúng cách. Ý bạn là '3.100'? Chữ 'gần' ghi ở 'xap_xi: gan'. Đơn vị ghi ở 'don_vi_tinh'.",
            ],
            id="with both",
        ),
        pytest.param(
            """
            ket_qua:
              - chi_so: Số hộ tham gia
                sau: 1,5 triệu
            """,
            [
                "3:10: lỗi [con_so] '1,5 triệu' không phải là con số viết đúng cách. Hãy viết đủ các chữ số, như 3100, 3.100 hoặc 3,5. Đơn vị ghi ở 'don_vi_tinh'.",
            ],
            id="millions",
        ),
        pytest.param(
            """
            ket_qua:
              - chi_so: Số hộ tham gia
                sau: 13 663
            """,
            [
                "3:10: lỗi [con_so] '13 663' không phải là con số viết đúng cách. Ý bạn là '13.663'?",
            ],
            id="spaces",
        ),
        pytest.param(
            """
            ket_qua:
              - chi_so: Số hộ tham gia
                sau: 10 - 20
            """,
            [
                "3:10: lỗi [con_so] '10 - 20' không phải là con số viết đúng cách. Hãy viết đủ các chữ số, như 3100, 3.100 hoặc 3,5.",
            ],
            id="a range",
        ),
        pytest.param(
            """
            ket_qua:
              - chi_so: Số hộ tham gia
                sau: mười
            """,
            [
                "3:10: lỗi [con_so] 'mười' không phải là con số viết đúng cách. Hãy viết đủ các chữ số, như 3100, 3.100 hoặc 3,5.",
            ],
            id="words",
        ),
        pytest.param(
            """
            ket_qua:
              - chi_so: Số hộ tham gia
                sau: 13.66.3
            """,
            [
                "3:10: lỗi [con_so] '13.66.3' không phải là con số viết đúng cách. Hãy viết đủ các chữ số, như 3100, 3.100 hoặc 3,5.",
            ],
            id="a group of two",
        ),
        pytest.param(
            """
            ket_qua:
              - chi_so: Số hộ tham gia
                sau: .5
            """,
            [
                "3:10: lỗi [con_so] '.5' không phải là con số viết đúng cách. Ý bạn là '0,5'?",
            ],
            id="no whole number",
        ),
        pytest.param(
            """
            ket_qua:
              - chi_so: Số hộ tham gia
                sau: 0.100
            """,
            [
                "3:10: lỗi [con_so] '0.100' không phải là con số viết đúng cách. Ý bạn là '0,1'?",
            ],
            id="a thousand of nothing",
        ),
        pytest.param(
            """
            ket_qua:
              - chi_so: Số hộ tham gia
                sau: 13.663
            """,
            [],
            id="sound: thousands",
        ),
        pytest.param(
            """
            ket_qua:
              - chi_so: Số hộ tham gia
                sau: 3100
            """,
            [],
            id="sound: digits",
        ),
        pytest.param(
            """
            ket_qua:
              - chi_so: Số hộ tham gia
                sau: 3,5
            """,
            [],
            id="sound: a part",
        ),
        pytest.param(
            """
            ket_qua:
              - chi_so: Số hộ tham gia
                sau: -2
            """,
            [],
            id="sound: less than nothing",
        ),
    ],
)
def test_numbers(yaml, expected):
    """Numbers as Vietnamese write them."""
    assert told_of(yaml) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            "ngay_dang: 31/02/2026",
            [
                "1:12: lỗi [ngay_thang] '31/02/2026' không có trong lịch: tháng 2 năm 2026 chỉ có 28 ngày, từ 01 đến 28.",
            ],
            id="no such day",
        ),
        pytest.param(
            "ngay_dang: 30/02/2024",
            [
                "1:12: lỗi [ngay_thang] '30/02/2024' không có trong lịch: tháng 2 năm 2024 chỉ có 29 ngày, từ 01 đến 29.",
            ],
            id="no such day even in a leap year",
        ),
        pytest.param(
            "ngay_dang: 2026-13-01",
            [
                "1:12: lỗi [ngay_thang] '2026-13-01' không có trong lịch: không có tháng 13. Ý bạn là '13/01/2026'?",
            ],
            id="no such month",
        ),
        pytest.param(
            "ngay_dang: 11/20/2026",
            [
                "1:12: lỗi [ngay_thang] '11/20/2026' không có trong lịch: không có tháng 20. Ý bạn là '20/11/2026'?",
            ],
            id="month before day",
        ),
        pytest.param(
            "ngay_dang: 5/3/2026",
            [
                "1:12: lỗi [ngay_thang] '5/3/2026' viết chưa đúng cách. Ý bạn là '05/03/2026'?",
            ],
            id="one figure",
        ),
        pytest.param(
            "ngay_dang: 5.3.2026",
            [
                "1:12: lỗi [ngay_thang] '5.3.2026' viết chưa đúng cách. Ý bạn là '05/03/2026'?",
            ],
            id="dots",
        ),
        pytest.param(
            "ngay_dang: 05-03-2026",
            [
                "1:12: lỗi [ngay_thang] '05-03-2026' viết chưa đúng cách. Ý bạn là '05/03/2026'?",
            ],
            id="dashes",
        ),
        pytest.param(
            "ngay_dang: 05/03/26",
            [
                "1:12: lỗi [ngay_thang] '05/03/26' viết chưa đúng cách. Ý bạn là '05/03/2026'?",
            ],
            id="two figures of the year",
        ),
        pytest.param(
            "ngay_dang: ngày 5 tháng 3 năm 2026",
            [
                "1:12: lỗi [ngay_thang] 'ngày 5 tháng 3 năm 2026' viết chưa đúng cách. Ý bạn là '05/03/2026'?",
            ],
            id="in words",
        ),
        pytest.param(
            "ngay_dang: 2026-03-05T10:00",
            [
                "1:12: lỗi [ngay_thang] '2026-03-05T10:00' viết chưa đúng cách. Ý bạn là '05/03/2026'?",
            ],
            id="with the hour",
        ),
        pytest.param(
            "ngay_dang: 11/2026",
            [
                "1:12: lỗi [ngay_thang] '11/2026' chưa đủ ngày, tháng, năm. Hãy viết như 22/11/2026 hoặc 2026-11-22.",
            ],
            id="a month",
        ),
        pytest.param(
            """
            lich_su:
              - ngay: 2022
                viec: trien-khai
            """,
            [
                "2:11: lỗi [ngay_thang] '2022' chưa đủ ngày, tháng, năm. Hãy viết như 22/11/2026 hoặc 2026-11-22. Nếu chỉ biết năm, hãy ghi 'nam: 2022'.",
            ],
            id="a year where a year can stand",
        ),
        pytest.param(
            "ngay_dang: hôm qua",
            [
                "1:12: lỗi [ngay_thang] 'hôm qua' không phải là ngày. Hãy viết như 22/11/2026 hoặc 2026-11-22.",
            ],
            id="no date",
        ),
        pytest.param(
            "ngay_dang: 0000-01-01",
            [
                "1:12: lỗi [ngay_thang] '0000-01-01' không phải là ngày. Hãy viết như 22/11/2026 hoặc 2026-11-22.",
            ],
            id="year nought",
        ),
        pytest.param(
            "ngay_dang: 20/11/2026",
            [],
            id="sound: day first",
        ),
        pytest.param(
            """
            lich_su:
              - ngay: 29/02/2024
                viec: trien-khai
            """,
            [],
            id="sound: a leap day",
        ),
    ],
)
def test_dates(yaml, expected):
    """A date is written in one of two ways, and is a day of the calendar."""
    assert told_of(yaml) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            """
            lich_su:
              - nam: 1989
                viec: trien-khai
            """,
            [
                "2:10: lỗi [nam] Năm 1989 nằm ngoài khoảng 1990–2027. Hãy xem lại bốn chữ số của năm.",
            ],
            id="too early",
        ),
        pytest.param(
            """
            lich_su:
              - nam: 1990
                viec: trien-khai
            """,
            [],
            id="the first",
        ),
        pytest.param(
            """
            lich_su:
              - nam: 2027
                viec: trien-khai
            """,
            [],
            id="the next",
        ),
        pytest.param(
            """
            lich_su:
              - nam: 2028
                viec: trien-khai
            """,
            [
                "2:10: lỗi [nam] Năm 2028 nằm ngoài khoảng 1990–2027. Hãy xem lại bốn chữ số của năm.",
            ],
            id="too late",
        ),
        pytest.param(
            """
            lich_su:
              - nam: 2020-2025
                viec: trien-khai
            """,
            [
                "2:10: lỗi [nam] '2020-2025' không phải là năm. Hãy ghi một năm, như '2020'; giai đoạn thì kể trong bài.",
            ],
            id="two of them",
        ),
        pytest.param(
            """
            lich_su:
              - nam: năm 2022
                viec: trien-khai
            """,
            [
                "2:10: lỗi [nam] 'năm 2022' không phải là năm. Ý bạn là '2022'?",
            ],
            id="with a word",
        ),
        pytest.param(
            """
            lich_su:
              - nam: 20222
                viec: trien-khai
            """,
            [
                "2:10: lỗi [nam] '20222' không phải là năm. Hãy ghi bốn chữ số, như 2022.",
            ],
            id="too many figures",
        ),
        pytest.param(
            """
            lich_su:
              - ngay: 01/01/1980
                viec: trien-khai
            """,
            [
                "2:11: lỗi [nam] Năm 1980 nằm ngoài khoảng 1990–2027. Hãy xem lại bốn chữ số của năm.",
            ],
            id="a day too early",
        ),
    ],
)
def test_years(yaml, expected):
    """A year has four figures and is one of the movement."""
    assert told_of(yaml) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            "hoc_tu: Chợ Văn Minh",
            [
                "1:9: lỗi [ma] Mã 'Chợ Văn Minh' chỉ được gồm chữ thường không dấu, chữ số và gạch nối giữa các từ. Ý bạn là 'cho-van-minh'?",
            ],
            id="a title",
        ),
        pytest.param(
            "duong_dan_cu: [cho_van_minh]",
            [
                "1:16: lỗi [ma] Mã 'cho_van_minh' chỉ được gồm chữ thường không dấu, chữ số và gạch nối giữa các từ. Ý bạn là 'cho-van-minh'?",
            ],
            id="underscores",
        ),
        pytest.param(
            "duong_dan_cu: [cho--van-minh]",
            [
                "1:16: lỗi [ma] Mã 'cho--van-minh' chỉ được gồm chữ thường không dấu, chữ số và gạch nối giữa các từ. Ý bạn là 'cho-van-minh'?",
            ],
            id="two dashes",
        ),
        pytest.param(
            "duong_dan_cu: [ab]",
            [
                "1:16: lỗi [ma] Mã 'ab' ngắn quá, cần ít nhất 3 ký tự. Hãy thêm tên địa phương, như 'dong-xuan-pho-am-thuc'.",
            ],
            id="too short",
        ),
        pytest.param(
            """
            duong_dan_cu: [a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-b]
            """,
            [
                "1:16: lỗi [ma] Mã 'a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a…' dài 91 ký tự, tối đa 80. Ý bạn là 'a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a'?",
            ],
            id="too long",
        ),
        pytest.param(
            "duong_dan_cu: [con, com1, con-duong]",
            [
                "1:16: lỗi [ma] Mã 'con' là tên mà Windows giữ riêng nên không máy Windows nào mở được. Hãy thêm tên địa phương vào trước.",
                "1:21: lỗi [ma] Mã 'com1' là tên mà Windows giữ riêng nên không máy Windows nào mở được. Hãy thêm tên địa phương vào trước.",
            ],
            id="a device of Windows",
        ),
        pytest.param(
            "duong_dan_cu: [trang-2]",
            [
                "1:16: lỗi [ma] Mã 'trang-2' trùng với địa chỉ các trang tiếp theo của danh sách. Hãy thêm tên địa phương vào trước.",
            ],
            id="a page of a list",
        ),
    ],
)
def test_ids(yaml, expected):
    """An id is an address for ever."""
    assert told_of(yaml) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            """
            anh:
              - tep: ../chung/cho.jpg
                mo_ta: Các hộ quét dọn đường làng
                tac_gia: Ban biên tập
                giay_phep: cua-du-an
                loai: minh-hoa
            """,
            [
                "2:10: lỗi [ten_tep] '../chung/cho.jpg' là một đường dẫn. Hãy đặt ảnh ngay cạnh model.yaml và chỉ ghi 'cho.jpg'.",
            ],
            id="a path upwards",
        ),
        pytest.param(
            r"""
            anh:
              - tep: C:\Anh\cho.jpg
                mo_ta: Các hộ quét dọn đường làng
                tac_gia: Ban biên tập
                giay_phep: cua-du-an
                loai: minh-hoa
            """,
            [
                "2:10: lỗi [ten_tep] 'C:\\Anh\\cho.jpg' là một đường dẫn. Hãy đặt ảnh ngay cạnh model.yaml và chỉ ghi 'cho.jpg'.",
            ],
            id="a path of Windows",
        ),
        pytest.param(
            """
            anh:
              - tep: /etc/passwd
                mo_ta: Các hộ quét dọn đường làng
                tac_gia: Ban biên tập
                giay_phep: cua-du-an
                loai: minh-hoa
            """,
            [
                "2:10: lỗi [ten_tep] '/etc/passwd' là một đường dẫn. Hãy đặt ảnh ngay cạnh model.yaml và chỉ ghi 'passwd'.",
            ],
            id="an absolute path",
        ),
        pytest.param(
            """
            anh:
              - tep: https://vi-du.vn/cho.jpg
                mo_ta: Các hộ quét dọn đường làng
                tac_gia: Ban biên tập
                giay_phep: cua-du-an
                loai: minh-hoa
            """,
            [
                "2:10: lỗi [ten_tep] 'https://vi-du.vn/cho.jpg' là địa chỉ trên mạng. Hãy tải ảnh về, đặt cạnh model.yaml rồi ghi tên tệp.",
            ],
            id="an address",
        ),
        pytest.param(
            """
            anh:
              - tep: aux.jpg
                mo_ta: Các hộ quét dọn đường làng
                tac_gia: Ban biên tập
                giay_phep: cua-du-an
                loai: minh-hoa
            """,
            [
                "2:10: lỗi [ten_tep] 'aux.jpg' là tên mà Windows giữ riêng. Hãy đổi tên tệp.",
            ],
            id="a device of Windows",
        ),
        pytest.param(
            """
            anh:
              - tep: 'cho?.jpg'
                mo_ta: Các hộ quét dọn đường làng
                tac_gia: Ban biên tập
                giay_phep: cua-du-an
                loai: minh-hoa
            """,
            [
                "2:10: lỗi [ten_tep] 'cho?.jpg' có dấu ? mà Windows không nhận trong tên tệp. Hãy đổi tên tệp.",
            ],
            id="a sign that Windows refuses",
        ),
        pytest.param(
            """
            anh:
              - tep: .cho.jpg
                mo_ta: Các hộ quét dọn đường làng
                tac_gia: Ban biên tập
                giay_phep: cua-du-an
                loai: minh-hoa
            """,
            [
                "2:10: lỗi [ten_tep] '.cho.jpg' bắt đầu hoặc kết thúc bằng dấu chấm. Hãy đổi tên tệp.",
            ],
            id="hidden",
        ),
        pytest.param(
            """
            anh:
              - tep: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.jpg
                mo_ta: Các hộ quét dọn đường làng
                tac_gia: Ban biên tập
                giay_phep: cua-du-an
                loai: minh-hoa
            """,
            [
                "2:10: lỗi [ten_tep] 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…' dài 124 ký tự, tối đa 120. Hãy đổi tên tệp cho ngắn.",
            ],
            id="long",
        ),
        pytest.param(
            """
            anh:
              - tep: '..'
                mo_ta: Các hộ quét dọn đường làng
                tac_gia: Ban biên tập
                giay_phep: cua-du-an
                loai: minh-hoa
            """,
            [
                "2:10: lỗi [ten_tep] '..' bắt đầu hoặc kết thúc bằng dấu chấm. Hãy đổi tên tệp.",
            ],
            id="nothing but dots",
        ),
    ],
)
def test_file_names(yaml, expected):
    """A photo is named by a file of the same folder."""
    assert told_of(yaml) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            """
            nguon:
              - ten: Báo cáo tổng kết
                co_quan: Ủy ban nhân dân xã
                url: www.hanoimoi.vn/bai
            """,
            [
                "4:10: lỗi [dia_chi_web] 'www.hanoimoi.vn/bai' không phải là địa chỉ web đầy đủ. Ý bạn là 'https://www.hanoimoi.vn/bai'?",
            ],
            id="no scheme",
        ),
        pytest.param(
            """
            nguon:
              - ten: Báo cáo tổng kết
                co_quan: Ủy ban nhân dân xã
                url: https:/hanoimoi.vn/bai
            """,
            [
                "4:10: lỗi [dia_chi_web] 'https:/hanoimoi.vn/bai' không phải là địa chỉ web đầy đủ. Ý bạn là 'https://hanoimoi.vn/bai'?",
            ],
            id="one slash",
        ),
        pytest.param(
            """
            nguon:
              - ten: Báo cáo tổng kết
                co_quan: Ủy ban nhân dân xã
                url: https://hanoimoi.vn/bai viet
            """,
            [
                "4:10: lỗi [dia_chi_web] 'https://hanoimoi.vn/bai viet' không phải là địa chỉ web đầy đủ. Địa chỉ không được có dấu cách; mỗi nguồn một địa chỉ.",
            ],
            id="a space",
        ),
        pytest.param(
            """
            nguon:
              - ten: Báo cáo tổng kết
                co_quan: Ủy ban nhân dân xã
                url: 'javascript:alert(1)'
            """,
            [
                "4:10: lỗi [dia_chi_web] 'javascript:alert(1)' không phải là địa chỉ web đầy đủ. Hãy chép cả dòng địa chỉ từ trình duyệt, bắt đầu bằng https:// hoặc http://.",
            ],
            id="another scheme",
        ),
        pytest.param(
            """
            nguon:
              - ten: Báo cáo tổng kết
                co_quan: Ủy ban nhân dân xã
                url: báo
            """,
            [
                "4:10: lỗi [dia_chi_web] 'báo' không phải là địa chỉ web đầy đủ. Hãy chép cả dòng địa chỉ từ trình duyệt, bắt đầu bằng https:// hoặc http://.",
            ],
            id="a word",
        ),
        pytest.param(
            """
            nguon:
              - ten: Báo cáo tổng kết
                co_quan: Ủy ban nhân dân xã
                url: https://hanoimoi.vn/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
            """,
            [
                "4:10: lỗi [dia_chi_web] 'https://hanoimoi.vn/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…' không phải là địa chỉ web đầy đủ. Địa chỉ dài quá 2.000 ký tự; hãy bỏ phần theo dõi sau dấu '?'.",
            ],
            id="too long",
        ),
        pytest.param(
            """
            nguon:
              - ten: Báo cáo tổng kết
                co_quan: Ủy ban nhân dân xã
                url: https://hanoimoi.vn/bai-viet?id=1#p
            """,
            [],
            id="sound",
        ),
    ],
)
def test_web_addresses(yaml, expected):
    """The address of a source is whole."""
    assert told_of(yaml) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            """
            lien_he:
              don_vi: Hội Phụ nữ xã Ngọc Chiến
              dien_thoai_co_quan: ĐT 0238 3844 567 (chị Hoa)
            """,
            [
                "3:23: lỗi [dien_thoai] 'ĐT 0238 3844 567 (chị Hoa)' không phải là một số điện thoại. Ý bạn là '0238 3844 567'?",
            ],
            id="a number with words",
        ),
        pytest.param(
            """
            lien_he:
              don_vi: Hội Phụ nữ xã Ngọc Chiến
              dien_thoai_co_quan: 0238 3844 567, 0238 3844 568
            """,
            [
                "3:23: lỗi [dien_thoai] '0238 3844 567, 0238 3844 568' không phải là một số điện thoại. Hãy ghi một số có mã vùng, như '0238 3844 567'.",
            ],
            id="two numbers",
        ),
        pytest.param(
            """
            lien_he:
              don_vi: Hội Phụ nữ xã Ngọc Chiến
              dien_thoai_co_quan: chưa có
            """,
            [
                "3:23: lỗi [dien_thoai] 'chưa có' không phải là một số điện thoại. Hãy ghi một số có mã vùng, như '0238 3844 567'.",
            ],
            id="no number",
        ),
        pytest.param(
            """
            lien_he:
              don_vi: Hội Phụ nữ xã Ngọc Chiến
              dien_thoai_co_quan: (0238) 3844.567
            """,
            [],
            id="a sound number",
        ),
        pytest.param(
            """
            lien_he:
              don_vi: Hội Phụ nữ xã Ngọc Chiến
              email: danvan nghean.gov.vn
            """,
            [
                "3:10: lỗi [thu_dien_tu] 'danvan nghean.gov.vn' không phải là địa chỉ thư điện tử. Hãy ghi một địa chỉ, như 'danvan@nghean.gov.vn'.",
            ],
            id="no at sign",
        ),
        pytest.param(
            """
            lien_he:
              don_vi: Hội Phụ nữ xã Ngọc Chiến
              email: danvan @ nghean.gov.vn
            """,
            [
                "3:10: lỗi [thu_dien_tu] 'danvan @ nghean.gov.vn' không phải là địa chỉ thư điện tử. Ý bạn là 'danvan@nghean.gov.vn'?",
            ],
            id="spaces in it",
        ),
        pytest.param(
            """
            lien_he:
              don_vi: Hội Phụ nữ xã Ngọc Chiến
              email: danvan(at)nghean.gov.vn
            """,
            [
                "3:10: lỗi [thu_dien_tu] 'danvan(at)nghean.gov.vn' không phải là địa chỉ thư điện tử. Ý bạn là 'danvan@nghean.gov.vn'?",
            ],
            id="spelt against robots",
        ),
        pytest.param(
            """
            lien_he:
              don_vi: Hội Phụ nữ xã Ngọc Chiến
              email: danvan@nghean.gov.vn
            """,
            [],
            id="a sound address",
        ),
    ],
)
def test_contacts(yaml, expected):
    """Telephone and e-mail of an office."""
    assert told_of(yaml) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            "tieu_de: Tổ tự quản giữ sạсh đường làng",
            [
                "1:25: lỗi [tron_he_chu] Từ 'sạсh' trộn chữ La-tinh với chữ Kirin: chữ 'с' ở đây là U+0441. Hãy xóa cả từ rồi gõ lại.",
            ],
            id="Cyrillic in a title",
        ),
        pytest.param(
            """
            don_vi:
              - ten: Hội Phụ nữ xã Νgọc Chiến
                loai: hoi-phu-nu
            """,
            [
                "2:24: lỗi [tron_he_chu] Từ 'Νgọc' trộn chữ La-tinh với chữ Hy Lạp: chữ 'Ν' ở đây là U+039D. Hãy xóa cả từ rồi gõ lại.",
            ],
            id="Greek in a name",
        ),
        pytest.param(
            "tieu_de: Tổ tự quản Ａnh hùng đường làng",
            [
                "1:21: lỗi [tron_he_chu] Từ 'Ａnh' trộn chữ La-tinh với chữ toàn hình: chữ 'Ａ' ở đây là U+FF21. Hãy xóa cả từ rồi gõ lại.",
            ],
            id="full-width letters",
        ),
        pytest.param(
            """
            noi_dung:
              cach_lam: |
                Các hộ họp lại, chia đường làng thành mười đoạn
                và nhận mỗi nhà một đоạn để quét dọn.
            """,
            [
                "4:25: nhắc [tron_he_chu] Từ 'đоạn' trộn chữ La-tinh với chữ Kirin: chữ 'о' ở đây là U+043E. Hãy xóa cả từ rồi gõ lại.",
            ],
            id="in a story",
        ),
        pytest.param(
            'tieu_de: "Tổ tự quản giữ s\\u0430ch đường làng"',
            [
                "1:10: lỗi [tron_he_chu] Từ 'sаch' trộn chữ La-tinh với chữ Kirin: chữ 'а' ở đây là U+0430. Hãy xóa cả từ rồi gõ lại.",
            ],
            id="as an escape",
        ),
        pytest.param(
            "ghi_chu: Bụi mịn còn 25 μg/m³, điện trở 10 kΩ.",
            [],
            id="units of measure",
        ),
        pytest.param(
            "ghi_chu: Chữ Ελλάδα là tên nước Hy Lạp.",
            [],
            id="a word that is Greek altogether",
        ),
    ],
)
def test_mixed_scripts(yaml, expected):
    """Letters that look the same and are not: an error in names, an advice in texts."""
    assert told_of(yaml) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            "tieu_de: D©n vËn khÐo ë x· Ngäc ChiÕn",
            [
                "1:10: nhắc [chu_hong] 'D©n' có vẻ gõ bằng phông cũ TCVN3 (.VnTime). Hãy chuyển sang Unicode (với UniKey: chép đoạn chữ rồi bấm Ctrl+Shift+F6), hoặc gõ lại.",
            ],
            id="TCVN3",
        ),
        pytest.param(
            "tieu_de: Daân vaän kheùo ôû xaõ Ngoïc Chieán",
            [
                "1:10: nhắc [chu_hong] 'Daân' có vẻ gõ bằng phông cũ VNI. Hãy chuyển sang Unicode (với UniKey: chép đoạn chữ rồi bấm Ctrl+Shift+F6), hoặc gõ lại.",
            ],
            id="VNI",
        ),
        pytest.param(
            "tieu_de: Tá»• tá»± quáº£n giá»¯ sáº¡ch",
            [
                "1:10: nhắc [chu_hong] 'Tá»•' có vẻ là chữ Việt bị đọc sai mã. Hãy chép lại từ bản gốc, lưu tệp theo mã UTF-8.",
            ],
            id="UTF-8 read as Windows-1252",
        ),
        pytest.param(
            "tieu_de: Tổ tự qu�n giữ sạch đường làng",
            [
                "1:16: nhắc [chu_hong] Trong 'qu�n' có chữ đã mất khi chuyển mã (dấu �). Hãy gõ lại theo bản gốc.",
            ],
            id="lost",
        ),
        pytest.param(
            "tieu_de: Ăn Âu Đêm Ôn Ơn Ưng oà oá uý ĐÃ LÃO — “3·5”",
            [],
            id="sound Vietnamese, whatever its marks",
        ),
    ],
)
def test_broken_letters(yaml, expected):
    """Old fonts and wrong conversions are advised."""
    assert told_of(yaml) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            "tieu_de: Tổ tự quản sạch đẹp #4 và #5",
            [
                "1:30: nhắc [mat_chu] '#4 và #5' bị coi là chú thích và mất khỏi 'tieu_de'. Hãy đặt cả câu trong nháy đơn; nếu đúng là chú thích, hãy thêm dấu cách sau '#'.",
            ],
            id="the number of a group",
        ),
        pytest.param(
            "tieu_de: 'Tổ tự quản sạch đẹp #4 và #5'",
            [],
            id="in quotes nothing is lost",
        ),
        pytest.param(
            "cap: tinh  # theo báo cáo",
            [],
            id="a comment that is meant",
        ),
    ],
)
def test_lost_comments(yaml, expected):
    """A number sign in a sentence turns its rest into a comment."""
    assert told_of(yaml) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            "tieu_de: Tổ **tự quản** giữ sạch đường làng",
            [
                "1:13: nhắc [danh_dau] '**tự quản**' sẽ hiện nguyên như đã gõ, vì 'tieu_de' là chữ thuần. Hãy bỏ dấu định dạng.",
            ],
            id="bold",
        ),
        pytest.param(
            "tieu_de: Tổ tự quản <b>giữ sạch</b> đường làng",
            [
                "1:21: nhắc [danh_dau] '<b>' sẽ hiện nguyên như đã gõ, vì 'tieu_de' là chữ thuần. Hãy bỏ dấu định dạng.",
            ],
            id="a tag",
        ),
        pytest.param(
            "ghi_chu: Xem [bài](https://hanoimoi.vn).",
            [
                "1:14: nhắc [danh_dau] '[bài](https://hanoimoi.vn)' sẽ hiện nguyên như đã gõ, vì 'ghi_chu' là chữ thuần. Hãy bỏ dấu định dạng.",
            ],
            id="a link",
        ),
        pytest.param(
            "ghi_chu: Nguồn&nbsp;không nêu.",
            [
                "1:15: nhắc [danh_dau] '&nbsp;' sẽ hiện nguyên như đã gõ, vì 'ghi_chu' là chữ thuần. Hãy bỏ dấu định dạng.",
            ],
            id="an entity",
        ),
        pytest.param(
            "ghi_chu: 3 < 5, 5 > 3, a * b * c và [sic].",
            [],
            id="signs that are none",
        ),
    ],
)
def test_markup_in_plain_text(yaml, expected):
    """Plain text is shown as typed."""
    assert told_of(yaml) == expected


def test_long_stories():
    """A section has at most 20,000 characters and 400 lines."""
    line = "    Các hộ họp lại, chia đường làng thành nhiều đoạn.\n"
    assert told_of("noi_dung:\n  cach_lam: |\n" + line * 401) == [
        "2:13: lỗi [do_dai] 'cach_lam' dài 20.049 ký tự, cần từ 40 đến 20.000. Hãy bớt ít nhất 49 ký tự.",
        "2:13: lỗi [do_dai] 'cach_lam' dài 401 dòng, tối đa 400 dòng. Hãy nối những câu của một đoạn lại với nhau.",
    ]
    assert told_of("noi_dung:\n  cach_lam: |\n" + line * 400) == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "Cho_Van Minh",
            "Tên thư mục 'Cho_Van Minh' chỉ được gồm chữ thường không dấu, chữ số và gạch nối giữa các từ. Ý bạn là 'cho-van-minh'?",
        ),
        ("Chợ", "Tên thư mục 'Chợ' chỉ được gồm chữ thường không dấu, chữ số và gạch nối giữa các từ. Ý bạn là 'cho'?"),
        (
            "nul",
            "Tên thư mục 'nul' là tên mà Windows giữ riêng nên không máy Windows nào mở được. Hãy thêm tên địa phương vào trước.",
        ),
        ("a-", "Tên thư mục 'a-' chỉ được gồm chữ thường không dấu, chữ số và gạch nối giữa các từ."),
    ],
)
def test_the_name_of_a_folder_is_an_id(name, expected):
    assert told(model(name=name)) == [f"1:1: lỗi [ma] {expected}"]


def test_the_name_of_a_report_is_an_id():
    assert told(report(name="Hà Nội 2023")) == [
        "1:1: lỗi [ma] Tên tệp 'Hà Nội 2023' chỉ được gồm chữ thường không dấu, chữ số và gạch nối giữa các từ. Ý bạn là 'ha-noi-2023'?",
    ]


def test_a_vocabulary_that_is_missing_is_not_told_by_every_model():
    nothing = Setting(TODAY, load_gazetteer(), vocabularies_of(()))
    assert check_file(model("linh_vuc: quoc-phong\nchu_de: [abc]"), nothing) == []
