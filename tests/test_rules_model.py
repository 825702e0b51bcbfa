"""What a model says: places, times, levels, hosts, people. YAML in, the whole sentences out."""

import pytest
from making import told_of


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            """
            dia_diem:
              - noi: xã Ngọc Chiến, tỉnh Sơn La
            """,
            [],
            id="today in two tiers",
        ),
        pytest.param(
            """
            dia_diem:
              - noi: xã Quỳnh Liên, thị xã Hoàng Mai, tỉnh Nghệ An
            """,
            [],
            id="before, and it went whole into one",
        ),
        pytest.param(
            """
            dia_diem:
              - noi: quận Đống Đa, Hà Nội
            """,
            [],
            id="a district",
        ),
        pytest.param(
            """
            dia_diem:
              - noi: xã Ngọc Chiếm, tỉnh Sơn La
            """,
            [
                "2:10: lỗi [dia_diem] Không tìm thấy địa phương 'xã Ngọc Chiếm, tỉnh Sơn La'. Ý bạn là 'xã Ngọc Chiến, tỉnh Sơn La', 'xã Mường Chiên, tỉnh Sơn La' hoặc 'xã Làng Chếu, huyện Bắc Yên, tỉnh Sơn La'?",
            ],
            id="a slip",
        ),
        pytest.param(
            """
            dia_diem:
              - noi: bản Lướt, xã Ngọc Chiến, tỉnh Sơn La
            """,
            [
                "2:10: lỗi [dia_diem] Không tìm thấy địa phương 'bản Lướt, xã Ngọc Chiến, tỉnh Sơn La'. Ý bạn là 'xã Ngọc Chiến, tỉnh Sơn La'?",
            ],
            id="a hamlet before it",
        ),
        pytest.param(
            """
            dia_diem:
              - noi: Atlantis
            """,
            [
                "2:10: lỗi [dia_diem] Không tìm thấy địa phương 'Atlantis'. Hãy viết từ nhỏ đến lớn: 'xã …, huyện …, tỉnh …'.",
            ],
            id="nowhere",
        ),
        pytest.param(
            """
            dia_diem:
              - noi: phường Đồng Xuân
            """,
            [
                "2:10: lỗi [dia_diem] 'phường Đồng Xuân' có thể là nhiều nơi: 'phường Đồng Xuân, quận Hoàn Kiếm, thành phố Hà Nội' hoặc 'phường Đồng Xuân, thành phố Phúc Yên, tỉnh Vĩnh Phúc'. Hãy ghi đủ cả huyện và tỉnh.",
            ],
            id="several of the name",
        ),
        pytest.param(
            """
            dia_diem:
              - noi: phường Đồng Xuân, quận Hoàn Kiếm, Hà Nội
            """,
            [
                "2:10: lỗi [dia_diem] 'phường Đồng Xuân, quận Hoàn Kiếm, Hà Nội' nay đã chia về nhiều nơi. Hãy thêm khóa 'hien_nay', là 'phường Hoàn Kiếm, thành phố Hà Nội' hoặc 'phường Ba Đình, thành phố Hà Nội'.",
            ],
            id="divided",
        ),
        pytest.param(
            """
            dia_diem:
              - noi: phường Đồng Xuân, quận Hoàn Kiếm, Hà Nội
                hien_nay: phường Hoàn Kiếm
            """,
            [],
            id="divided, and told where",
        ),
        pytest.param(
            """
            dia_diem:
              - noi: phường Đồng Xuân, quận Hoàn Kiếm, Hà Nội
                hien_nay: phường Tây Hồ
            """,
            [
                "3:15: lỗi [dia_diem] 'phường Đồng Xuân, quận Hoàn Kiếm, Hà Nội' nay không thuộc 'phường Tây Hồ'. Hãy ghi 'hien_nay' là 'phường Hoàn Kiếm, thành phố Hà Nội' hoặc 'phường Ba Đình, thành phố Hà Nội'.",
            ],
            id="told another place",
        ),
        pytest.param(
            """
            dia_diem:
              - noi: phường Đồng Xuân, quận Hoàn Kiếm, Hà Nội
                hien_nay: phường Hoàn Kiềm
            """,
            [
                "3:15: lỗi [dia_diem] Hiện nay không có nơi nào tên là 'phường Hoàn Kiềm'. Hãy ghi 'phường Hoàn Kiếm, thành phố Hà Nội' hoặc 'phường Ba Đình, thành phố Hà Nội'.",
            ],
            id="told a place that is none",
        ),
        pytest.param(
            """
            da_nhan_rong:
              - noi: phường Đồng Xuân
                don_vi: Hội Phụ nữ
            """,
            [
                "2:10: lỗi [dia_diem] 'phường Đồng Xuân' có thể là nhiều nơi: 'phường Đồng Xuân, quận Hoàn Kiếm, thành phố Hà Nội' hoặc 'phường Đồng Xuân, thành phố Phúc Yên, tỉnh Vĩnh Phúc'. Hãy ghi đủ cả huyện và tỉnh.",
            ],
            id="of a copy",
        ),
    ],
)
def test_places(yaml, expected):
    """A place is one, of today or of before July 2025."""
    assert told_of(yaml) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            """
            dia_diem:
              - noi: quận Đống Đa, Hà Nội
              - noi: quận Đống Đa, thành phố Hà Nội
            """,
            [
                "3:10: lỗi [dia_diem_lap] 'quận Đống Đa, thành phố Hà Nội' đã có ở dòng 2. Hãy xóa một trong hai, hoặc ghi rõ 'tai'.",
            ],
            id="twice",
        ),
        pytest.param(
            """
            dia_diem:
              - noi: xã Ngọc Chiến, tỉnh Sơn La
                tai: bản Lướt
              - noi: xã Ngọc Chiến, tỉnh Sơn La
                tai: bản Đông Xuông
            """,
            [],
            id="with two hamlets",
        ),
        pytest.param(
            """
            dia_diem:
              - noi: xã Quỳnh Liên, thị xã Hoàng Mai, tỉnh Nghệ An
              - noi: phường Quỳnh Phương, thị xã Hoàng Mai, tỉnh Nghệ An
            """,
            [],
            id="two former communes that are one today",
        ),
        pytest.param(
            """
            da_nhan_rong:
              - noi: quận Đống Đa, Hà Nội
              - noi: quận Đống Đa, Hà Nội
            """,
            [
                "3:10: lỗi [dia_diem_lap] 'quận Đống Đa, Hà Nội' đã có ở dòng 2. Hãy xóa một trong hai, hoặc ghi rõ 'tai'.",
            ],
            id="a copy twice",
        ),
        pytest.param(
            """
            da_nhan_rong:
              - noi: quận Đống Đa, Hà Nội
                don_vi: Hội Phụ nữ
              - noi: quận Đống Đa, Hà Nội
                don_vi: Công an quận
            """,
            [],
            id="copies of two hosts",
        ),
    ],
)
def test_the_same_place(yaml, expected):
    """A place stands once, however it is written."""
    assert told_of(yaml) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            """
            cap: huyen
            lich_su:
              - nam: 2022
                viec: dang-ky
            """,
            [],
            id="registered before",
        ),
        pytest.param(
            """
            cap: huyen
            lich_su:
              - nam: 2025
                viec: cong-nhan
            """,
            [],
            id="recognised in the year of the change",
        ),
        pytest.param(
            """
            cap: huyen
            lich_su:
              - ngay: 30/06/2025
                viec: cong-nhan
            """,
            [],
            id="recognised on the last day",
        ),
        pytest.param(
            """
            cap: huyen
            lich_su:
              - ngay: 01/07/2025
                viec: cong-nhan
            """,
            [
                "1:6: lỗi [cap_huyen] Từ 01/07/2025 không còn cấp huyện, mà 'lich_su' không có mốc đăng ký hay công nhận nào trước ngày ấy. Hãy ghi cấp 'co-so' hoặc 'tinh'.",
            ],
            id="recognised on the day",
        ),
        pytest.param(
            """
            cap: huyen
            lich_su:
              - nam: 2022
                viec: trien-khai
            """,
            [
                "1:6: nhắc [cap_huyen] Cấp huyện chỉ dùng cho điều đã đăng ký hoặc công nhận trước 01/07/2025, mà 'lich_su' chưa có mốc nào như vậy. Hãy thêm mốc 'dang-ky' hoặc 'cong-nhan' ấy, hoặc xóa dòng này nếu nguồn không nói.",
            ],
            id="begun before, neither registered nor recognised",
        ),
        pytest.param(
            """
            cap: huyen
            lich_su:
              - nam: 2026
                viec: trien-khai
            """,
            [
                "1:6: lỗi [cap_huyen] Từ 01/07/2025 không còn cấp huyện, mà 'lich_su' không có mốc đăng ký hay công nhận nào trước ngày ấy. Hãy ghi cấp 'co-so' hoặc 'tinh'.",
            ],
            id="begun after",
        ),
        pytest.param(
            """
            cap: co-so
            lich_su:
              - nam: 2026
                viec: khen-thuong
                cap: huyen
            """,
            [
                "5:10: lỗi [cap_huyen] Từ 01/07/2025 không còn cấp huyện, mà mốc này sau ngày ấy. Hãy ghi cấp 'co-so' hoặc 'tinh'.",
            ],
            id="an event after",
        ),
        pytest.param(
            """
            cap: co-so
            lich_su:
              - nam: 2024
                viec: khen-thuong
                cap: huyen
            """,
            [],
            id="an event before",
        ),
        pytest.param(
            """
            cap: huyen
            lich_su:
              - nam: hai nghìn
                viec: dang-ky
            """,
            [
                "3:10: lỗi [nam] 'hai nghìn' không phải là năm. Hãy ghi bốn chữ số, như 2022.",
            ],
            id="an event that cannot be read may be the one",
        ),
    ],
)
def test_the_level_of_districts(yaml, expected):
    """Districts were abolished on 1 July 2025."""
    assert told_of(yaml) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            """
            don_vi:
              - ten: Hội Phụ nữ xã Ngọc Chiến
                loai: hoi-phu-nu
                vai_tro: phoi-hop
            """,
            [
                "4:14: nhắc [don_vi_chu_tri] Mọi đơn vị ở đây đều là phối hợp, không có đơn vị chủ trì. Hãy bỏ dòng 'vai_tro' của đơn vị đứng ra làm.",
            ],
            id="all help",
        ),
        pytest.param(
            """
            don_vi:
              - ten: Hội Phụ nữ xã Ngọc Chiến
                loai: hoi-phu-nu
              - ten: Công an xã Ngọc Chiến
                loai: cong-an
                vai_tro: phoi-hop
            """,
            [],
            id="one is in charge without saying so",
        ),
    ],
)
def test_hosts(yaml, expected):
    """One of the hosts is in charge."""
    assert told_of(yaml) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            """
            lich_su:
              - viec: dang-ky
            """,
            [
                "2:5: lỗi [thoi_diem] Mốc này chưa có thời điểm. Hãy thêm 'nam: 2022', hoặc 'ngay: 22/11/2022' nếu biết chính xác.",
            ],
            id="none",
        ),
        pytest.param(
            """
            lich_su:
              - nam: 2022
                ngay: 01/03/2022
                viec: dang-ky
            """,
            [
                "2:10: lỗi [thoi_diem] Mốc này có cả 'nam' và 'ngay'. Hãy giữ 'ngay' nếu biết chính xác, nếu không thì giữ 'nam'.",
            ],
            id="both",
        ),
        pytest.param(
            """
            lich_su:
              - nam: 2023
                viec: cong-nhan
              - nam: 2021
                viec: dang-ky
            """,
            [
                "4:10: lỗi [thu_tu] Mốc năm 2021 đứng sau mốc năm 2023 ở dòng 2. Hãy xếp các mốc từ trước đến sau, hoặc xem lại năm.",
            ],
            id="backwards",
        ),
        pytest.param(
            """
            lich_su:
              - ngay: 05/03/2022
                viec: dang-ky
              - ngay: 04/03/2022
                viec: trien-khai
            """,
            [
                "4:11: lỗi [thu_tu] Mốc 04/03/2022 đứng sau mốc 05/03/2022 ở dòng 2. Hãy xếp các mốc từ trước đến sau, hoặc xem lại năm.",
            ],
            id="a day backwards",
        ),
        pytest.param(
            """
            lich_su:
              - ngay: 05/03/2022
                viec: dang-ky
              - nam: 2022
                viec: trien-khai
            """,
            [],
            id="a year after a day in it",
        ),
        pytest.param(
            """
            lich_su:
              - nam: 2022
                viec: dang-ky
              - ngay: 05/03/2022
                viec: trien-khai
            """,
            [],
            id="a year before a day in it",
        ),
        pytest.param(
            """
            lich_su:
              - nam: 2020
                viec: dang-ky
              - nam: 2032
                viec: trien-khai
              - nam: 2022
                viec: cong-nhan
            """,
            [
                "4:10: lỗi [nam] Năm 2032 nằm ngoài khoảng 1990–2027. Hãy xem lại bốn chữ số của năm.",
            ],
            id="one slip is told once",
        ),
        pytest.param(
            """
            lich_su:
              - nam: 2023
                viec: dang-ky
              - nam: 2021
                viec: trien-khai
              - nam: 2022
                viec: cong-nhan
            """,
            [
                "4:10: lỗi [thu_tu] Mốc năm 2021 đứng sau mốc năm 2023 ở dòng 2. Hãy xếp các mốc từ trước đến sau, hoặc xem lại năm.",
                "6:10: lỗi [thu_tu] Mốc năm 2022 đứng sau mốc năm 2023 ở dòng 2. Hãy xếp các mốc từ trước đến sau, hoặc xem lại năm.",
            ],
            id="the last of three",
        ),
    ],
)
def test_the_time_of_events(yaml, expected):
    """An event has one time, and events stand in the order of time."""
    assert told_of(yaml) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            "ngay_dang: 23/11/2026",
            [
                "1:12: lỗi [tuong_lai] 23/11/2026 là ngày ở tương lai (hôm nay là 22/11/2026). Hãy xem lại ngày, tháng, năm.",
            ],
            id="published tomorrow",
        ),
        pytest.param(
            "ngay_dang: 22/11/2026",
            [],
            id="published today",
        ),
        pytest.param(
            """
            lich_su:
              - ngay: 01/12/2026
                viec: dang-ky
            """,
            [
                "2:11: lỗi [tuong_lai] 01/12/2026 là ngày ở tương lai (hôm nay là 22/11/2026). Hãy xem lại ngày, tháng, năm.",
            ],
            id="an event on a day to come",
        ),
        pytest.param(
            """
            lich_su:
              - nam: 2027
                viec: dang-ky
            """,
            [],
            id="an event of next year, registered ahead",
        ),
        pytest.param(
            """
            ket_qua:
              - chi_so: Số hộ tham gia
                sau: 10
                nam: 2027
            """,
            [
                "4:10: lỗi [tuong_lai] Năm 2027 chưa đến, chưa thể có kết quả. Hãy xem lại năm.",
            ],
            id="a result of next year",
        ),
        pytest.param(
            """
            da_nhan_rong:
              - noi: quận Đống Đa, Hà Nội
                nam: 2027
            """,
            [
                "3:10: lỗi [tuong_lai] Năm 2027 chưa đến, chưa thể có kết quả. Hãy xem lại năm.",
            ],
            id="a copy of next year",
        ),
        pytest.param(
            """
            nguon:
              - ten: Báo cáo tổng kết
                co_quan: Ủy ban nhân dân xã
                ngay: 23/11/2026
            """,
            [
                "4:11: lỗi [tuong_lai] 23/11/2026 là ngày ở tương lai (hôm nay là 22/11/2026). Hãy xem lại ngày, tháng, năm.",
            ],
            id="a source of tomorrow",
        ),
    ],
)
def test_the_future(yaml, expected):
    """Nothing has happened that cannot have happened yet. It is 22 November 2026."""
    assert told_of(yaml) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            "cap_nhat: 01/10/2026",
            [
                "1:11: lỗi [cap_nhat] Ngày cập nhật 01/10/2026 trước ngày đăng 20/11/2026. Hãy xem lại cả hai ngày.",
            ],
            id="changed before",
        ),
        pytest.param(
            "cap_nhat: 20/11/2026",
            [],
            id="changed on the day",
        ),
        pytest.param(
            """
            go_bo:
              ngay: 01/10/2026
              ly_do: Theo đề nghị của đơn vị.
            """,
            [
                "2:9: lỗi [cap_nhat] Ngày gỡ bỏ 01/10/2026 trước ngày đăng 20/11/2026. Hãy xem lại cả hai ngày.",
            ],
            id="taken down before",
        ),
        pytest.param(
            """
            go_bo:
              ngay: 21/11/2026
              ly_do: Theo đề nghị của đơn vị.
            """,
            [],
            id="taken down",
        ),
    ],
)
def test_updates(yaml, expected):
    """An entry is changed or taken down after it was published."""
    assert told_of(yaml) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            """
            ket_qua:
              - chi_so: Số hộ tham gia
                sau: 10
                nguon: 2
            """,
            [
                "4:12: lỗi [so_nguon] Không có nguồn số 2: danh sách 'nguon' chỉ có 1 nguồn, ghi 1.",
            ],
            id="too high",
        ),
        pytest.param(
            """
            ket_qua:
              - chi_so: Số hộ tham gia
                sau: 10
                nguon: 0
            nguon:
              - ten: Báo cáo năm 2021
                co_quan: Ủy ban nhân dân xã
              - ten: Báo cáo năm 2022
                co_quan: Ủy ban nhân dân xã
            """,
            [
                "4:12: lỗi [so_nguon] Không có nguồn số 0: danh sách 'nguon' có 2 nguồn, đếm từ 1 đến 2.",
            ],
            id="nought",
        ),
        pytest.param(
            """
            da_nhan_rong:
              - noi: quận Đống Đa, Hà Nội
                nguon: thứ nhất
            """,
            [
                "3:12: lỗi [so_nguon] 'thứ nhất' không phải là số thứ tự của nguồn. Hãy ghi một số như 1, đếm từ nguồn đầu tiên.",
            ],
            id="a word",
        ),
        pytest.param(
            """
            ket_qua:
              - chi_so: Số hộ tham gia
                sau: 10
                nguon: 1
            """,
            [],
            id="the first",
        ),
    ],
)
def test_numbers_of_sources(yaml, expected):
    """The number of a source is one of the list."""
    assert told_of(yaml) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            "noi_dung: {}",
            [
                "1:11: lỗi [noi_dung] 'noi_dung' chưa có mục nào. Hãy thêm ít nhất một mục: 'boi_canh', 'cach_lam', 'hieu_qua', 'bai_hoc', 'han_che' hoặc 'nhan_rong'.",
            ],
            id="no section",
        ),
        pytest.param(
            """
            noi_dung:
              cachlam: Các hộ họp lại, chia đường làng thành mười đoạn và nhận mỗi nhà một đoạn.
            """,
            [
                "2:3: lỗi [khoa_la] 'cachlam' không phải là khóa của nội dung. Ý bạn là 'cach_lam'?",
            ],
            id="one that was mistyped",
        ),
    ],
)
def test_the_story(yaml, expected):
    """There is a story, of one section at least."""
    assert told_of(yaml) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            """
            lien_he:
              don_vi: Hội Phụ nữ xã Ngọc Chiến
              dien_thoai_co_quan: 0912 345 678
              email: hoiphunu@gmail.com
            """,
            [
                "3:23: nhắc [rieng_tu] '0912 345 678' có vẻ là số di động của riêng một người. Hãy thay bằng số máy của cơ quan, hoặc xóa.",
                "4:10: nhắc [rieng_tu] 'hoiphunu@gmail.com' có vẻ là hòm thư riêng. Hãy thay bằng hòm thư của cơ quan, hoặc xóa.",
            ],
            id="a mobile number and a private mailbox",
        ),
        pytest.param(
            """
            noi_dung:
              cach_lam: |
                Các hộ họp lại, chia đường làng thành mười đoạn.
                Ai muốn hỏi thì gọi chị Hoa, số +84 987.654.321, vào buổi tối.
            """,
            [
                "4:37: nhắc [rieng_tu] '+84 987.654.321' có vẻ là số di động của riêng một người. Hãy thay bằng số máy của cơ quan, hoặc xóa.",
            ],
            id="a mobile number in the story",
        ),
        pytest.param(
            """
            tom_tat: Muốn học cách nuôi hươu thì gọi cho tổ trưởng, số 0987
              654 321, vào buổi tối.
            """,
            [
                "1:10: nhắc [rieng_tu] '0987 654 321' có vẻ là số di động của riêng một người. Hãy thay bằng số máy của cơ quan, hoặc xóa.",
            ],
            id="a mobile number over the end of a line",
        ),
        pytest.param(
            "ghi_chu: Người đại diện có CMND 023456789. 02 con đang đi học.",
            [
                "1:33: nhắc [rieng_tu] Ở đây có vẻ có số căn cước hoặc chứng minh của một người. Hãy xóa số ấy.",
            ],
            id="an identity card before another number",
        ),
        pytest.param(
            "ghi_chu: Người đại diện có CCCD số 012345678901.",
            [
                "1:36: nhắc [rieng_tu] Ở đây có vẻ có số căn cước hoặc chứng minh của một người. Hãy xóa số ấy.",
            ],
            id="an identity card",
        ),
        pytest.param(
            """
            lien_he:
              don_vi: Hội Phụ nữ xã Ngọc Chiến
              dien_thoai_co_quan: 0212 3852 123
              email: hoiphunu@sonla.gov.vn
            """,
            [],
            id="an office",
        ),
        pytest.param(
            "ghi_chu: Quyết định 0912/QĐ-UBND, kinh phí 1.345.678.900 đồng, ngày 22/11/2026.",
            [],
            id="numbers that are none",
        ),
        pytest.param(
            """
            chu_the: ho-gia-dinh
            tieu_de: Gia đình ông Nguyễn Văn An nuôi hươu sao
            """,
            [
                "2:23: nhắc [ten_nguoi] 'Nguyễn Văn An' có vẻ là tên của người dân. Nếu chưa được đồng ý cho nêu tên, hãy viết “một hộ gia đình”.",
            ],
            id="a household that is named",
        ),
        pytest.param(
            """
            chu_the: ho-gia-dinh
            tieu_de: Một hộ gia đình ở bản Lướt nuôi hươu sao
            """,
            [],
            id="a household that is not",
        ),
        pytest.param(
            "ghi_chu: Ông Nguyễn Văn An, Bí thư chi bộ, đi từng nhà.",
            [],
            id="an official in the story of a group",
        ),
    ],
)
def test_private_matters(yaml, expected):
    """What belongs to a private person is advised against."""
    assert told_of(yaml) == expected
