"""Keys and shapes: what stands where in a file. YAML in, the whole sentences out; a sound rest is added to each case."""

import pytest
from making import told_of


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            """
            loai: mo-hinh
            loai: dien-hinh
            """,
            [
                "2:1: lỗi [khoa_trung] 'loai' đã có ở dòng 1. Hãy giữ một dòng và xóa dòng kia.",
            ],
            id="at the top",
        ),
        pytest.param(
            """
            cap: tinh
            cap: tinh
            cap: co-so
            """,
            [
                "2:1: lỗi [khoa_trung] 'cap' đã có ở dòng 1. Hãy giữ một dòng và xóa dòng kia.",
                "3:1: lỗi [khoa_trung] 'cap' đã có ở dòng 1. Hãy giữ một dòng và xóa dòng kia.",
            ],
            id="three times",
        ),
        pytest.param(
            """
            dia_diem:
              - noi: xã Ngọc Chiến, tỉnh Sơn La
                tai: bản Lướt
                tai: bản Đông Xuông
            """,
            [
                "4:5: lỗi [khoa_trung] 'tai' đã có ở dòng 3. Hãy giữ một dòng và xóa dòng kia.",
            ],
            id="within a list",
        ),
        pytest.param(
            "lien_he: {don_vi: Hội Phụ nữ, don_vi: Công an}",
            [
                "1:31: lỗi [khoa_trung] 'don_vi' đã có ở dòng 1. Hãy giữ một dòng và xóa dòng kia.",
            ],
            id="on one line",
        ),
        pytest.param(
            """
            dia_diem:
              - noi: xã Ngọc Chiến, tỉnh Sơn La
              - noi: xã Mường La, tỉnh Sơn La
            """,
            [],
            id="in two mappings it is no repetition",
        ),
    ],
)
def test_duplicate_keys(yaml, expected):
    """A key stands once in its mapping; the line of the first is told."""
    assert told_of(yaml) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            "tieude: Tổ tự quản giữ sạch đường làng",
            [
                "1:1: lỗi [khoa_la] 'tieude' không phải là khóa của mô hình. Ý bạn là 'tieu_de'?",
            ],
            id="one letter is missing",
        ),
        pytest.param(
            "Tiêu đề: Tổ tự quản giữ sạch đường làng",
            [
                "1:1: lỗi [khoa_la] 'Tiêu đề' không phải là khóa của mô hình. Ý bạn là 'tieu_de'?",
            ],
            id="with marks",
        ),
        pytest.param(
            "loai: mo-hinh",
            [
                "1:1: lỗi [thieu_khoa] Mô hình thiếu khóa 'tieu_de'. Hãy thêm: tiêu đề.",
            ],
            id="it is missing indeed",
        ),
        pytest.param(
            "title: Tổ tự quản giữ sạch đường làng",
            [
                "1:1: lỗi [khoa_la] 'title' không phải là khóa của mô hình. Hãy xóa dòng này, hoặc xem các khóa trong hướng dẫn.",
                "1:1: lỗi [thieu_khoa] Mô hình thiếu khóa 'tieu_de'. Hãy thêm: tiêu đề.",
            ],
            id="another language",
        ),
    ],
)
def test_missing_and_mistyped_keys(yaml, expected):
    """A mistyped key is told once, where it stands, and not as missing as well."""
    assert told_of(yaml, without=("tieu_de",)) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            "tieude: Tổ tự quản giữ sạch đường làng",
            [
                "1:1: lỗi [khoa_la] 'tieude' không phải là khóa của mô hình. Khóa gần giống là 'tieu_de', đã có ở dòng 2; hãy xóa một trong hai.",
            ],
            id="the right one is there too",
        ),
        pytest.param(
            """
            noi_dung:
            boi_canh: Đường làng nhiều năm đầy rác, trẻ em đi học phải bịt mũi khi qua chợ.
            """,
            [
                "1:10: lỗi [de_trong] 'noi_dung' để trống. Các dòng thuộc về nó phải ở ngay dưới và thụt vào hai dấu cách; nếu không có gì, hãy xóa dòng này.",
                "2:1: lỗi [khoa_la] 'boi_canh' không phải là khóa của mô hình. Đây là khóa của 'noi_dung': hãy đặt dưới 'noi_dung' và thụt vào hai dấu cách.",
            ],
            id="a child beside its parent",
        ),
        pytest.param(
            """
            noi_dung:
              cach_lam: Các hộ họp lại, chia đường làng thành mười đoạn và nhận mỗi nhà một đoạn.
              ghi_chu: Nguồn không nêu lĩnh vực.
            """,
            [
                "3:3: lỗi [khoa_la] 'ghi_chu' không phải là khóa của nội dung. Đây là khóa của mô hình: hãy lùi dòng này ra sát lề trái.",
            ],
            id="a key of the file within a mapping",
        ),
        pytest.param(
            "thoi_tiet: nắng",
            [
                "1:1: lỗi [khoa_la] 'thoi_tiet' không phải là khóa của mô hình. Hãy xóa dòng này, hoặc xem các khóa trong hướng dẫn.",
            ],
            id="nothing like it",
        ),
        pytest.param(
            """
            nguon:
              - ten: Báo cáo tổng kết
                co_quan: Ủy ban nhân dân xã
                mau_giay: trắng
            """,
            [
                "4:5: lỗi [khoa_la] 'mau_giay' không phải là khóa của nguồn. Ở đây còn ghi được: tac_gia, ngay, url.",
            ],
            id="few keys are left",
        ),
        pytest.param(
            "'': x",
            [
                "1:1: lỗi [khoa_la] '' không phải là khóa của mô hình. Hãy xóa dòng này, hoặc xem các khóa trong hướng dẫn.",
            ],
            id="an empty key",
        ),
    ],
)
def test_unknown_keys(yaml, expected):
    """An unknown key gets the nearest known one, or the place where it belongs."""
    assert told_of(yaml) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            """
            nguon:
              - ten: Báo cáo tổng kết
            """,
            [
                "2:5: lỗi [thieu_khoa] Nguồn thiếu khóa 'co_quan'. Hãy thêm: cơ quan đăng hoặc ban hành.",
            ],
            id="of a source",
        ),
        pytest.param(
            """
            anh:
              - chu_thich: Chợ
                loai: minh-hoa
            """,
            [
                "2:5: lỗi [thieu_khoa] Ảnh thiếu khóa 'tep'. Hãy thêm: tên tệp ảnh nằm cùng thư mục.",
                "2:5: lỗi [thieu_khoa] Ảnh thiếu khóa 'mo_ta'. Hãy thêm: mô tả ảnh cho người không nhìn thấy ảnh.",
                "2:5: lỗi [thieu_khoa] Ảnh thiếu khóa 'tac_gia'. Hãy thêm: người chụp, người vẽ hoặc nơi cung cấp.",
                "2:5: lỗi [thieu_khoa] Ảnh thiếu khóa 'giay_phep'. Hãy thêm: giấy phép sử dụng.",
            ],
            id="of a photo, all at once",
        ),
        pytest.param(
            """
            lien_he:
              email: danvan@sonla.gov.vn
            """,
            [
                "2:3: lỗi [thieu_khoa] Liên hệ thiếu khóa 'don_vi'. Hãy thêm: đơn vị trả lời, không ghi tên cá nhân.",
            ],
            id="of a contact",
        ),
        pytest.param(
            """
            lich_su:
              - nam: 2022
            """,
            [
                "2:5: lỗi [thieu_khoa] Sự kiện thiếu khóa 'viec'. Hãy thêm: việc đã diễn ra.",
            ],
            id="an event has its own",
        ),
    ],
)
def test_missing_keys(yaml, expected):
    """A missing key is told at the first line of its mapping, with what it is for."""
    assert told_of(yaml) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            "cap:",
            [
                "1:5: lỗi [de_trong] 'cap' để trống. Hãy điền, hoặc xóa dòng này.",
            ],
            id="one that may be left out",
        ),
        pytest.param(
            "tieu_de:",
            [
                "1:9: lỗi [de_trong] 'tieu_de' để trống. Hãy điền: tiêu đề.",
            ],
            id="one that must stand",
        ),
        pytest.param(
            "tom_tat: '  '",
            [
                "1:10: lỗi [de_trong] 'tom_tat' để trống. Hãy điền: tóm tắt, hiện trên thẻ và đầu trang.",
            ],
            id="quotes with nothing between",
        ),
        pytest.param(
            "chu_de:",
            [
                "1:8: lỗi [de_trong] 'chu_de' để trống. Các dòng thuộc về nó phải ở ngay dưới và thụt vào hai dấu cách; nếu không có gì, hãy xóa dòng này.",
            ],
            id="a list",
        ),
        pytest.param(
            """
            chu_de:
              - y-te
              -
            """,
            [
                "3:4: lỗi [de_trong] Mục này của 'chu_de' để trống. Hãy điền vào, hoặc xóa dấu gạch.",
            ],
            id="an item",
        ),
        pytest.param(
            "tieu_de: #4 sạch đẹp, văn minh",
            [
                "1:9: lỗi [de_trong] 'tieu_de' để trống vì phần sau dấu # là chú thích, không được đọc. Hãy đặt giá trị trong nháy đơn.",
            ],
            id="a sentence that began with a number sign",
        ),
        pytest.param(
            "cap: # chưa rõ",
            [
                "1:5: lỗi [de_trong] 'cap' để trống. Hãy điền, hoặc xóa dòng này.",
            ],
            id="a comment that was meant",
        ),
        pytest.param(
            "ghi_chu: ~",
            [
                "1:10: nhắc [de_trong] '~' ở đây được hiểu là chữ và sẽ hiện lên trang. Nếu muốn để trống, hãy xóa dòng 'ghi_chu'.",
            ],
            id="nothing, as programmers write it",
        ),
        pytest.param(
            "cap: null",
            [
                "1:6: lỗi [lua_chon] 'null' không phải là cấp. Hãy chọn một trong: co-so (Cấp cơ sở), huyen (Cấp quận, huyện), tinh (Cấp tỉnh, thành phố), trung-uong (Cấp trung ương).",
            ],
            id="nothing where a word must be chosen",
        ),
        pytest.param(
            "go_bo:",
            [
                "1:7: lỗi [de_trong] 'go_bo' để trống. Các dòng thuộc về nó phải ở ngay dưới và thụt vào hai dấu cách; nếu không có gì, hãy xóa dòng này.",
            ],
            id="a takedown that says nothing",
        ),
    ],
)
def test_empty_values(yaml, expected):
    """After a key and after a dash something stands."""
    assert told_of(yaml) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            "chu_de: y-te",
            [
                "1:9: lỗi [sai_kieu] 'chu_de' phải là danh sách, ở đây là chữ. Hãy xuống dòng và viết mỗi mục một dòng: '- y-te'.",
            ],
            id="a text where a list belongs",
        ),
        pytest.param(
            """
            chu_de:
              -y-te
              -chuyen-doi-so
            """,
            [
                "2:3: lỗi [sai_kieu] 'chu_de' phải là danh sách, ở đây là chữ. Sau mỗi dấu gạch phải có một dấu cách thường: '- …'.",
            ],
            id="dashes without a space",
        ),
        pytest.param(
            "dia_diem: xã Ngọc Chiến, tỉnh Sơn La",
            [
                "1:11: lỗi [sai_kieu] 'dia_diem' phải là danh sách, ở đây là chữ. Hãy xuống dòng và viết mỗi mục một dòng: '- noi: …'.",
            ],
            id="a text where a list of mappings belongs",
        ),
        pytest.param(
            """
            dia_diem:
              - xã Ngọc Chiến, tỉnh Sơn La
            """,
            [
                "2:5: lỗi [sai_kieu] Mỗi mục của 'dia_diem' phải là nhóm khóa, ở đây là chữ. Hãy viết mỗi khóa một dòng, thụt vào hai dấu cách: '- noi: …'.",
            ],
            id="a text where an item is a mapping",
        ),
        pytest.param(
            """
            dia_diem:
              noi: xã Ngọc Chiến, tỉnh Sơn La
            """,
            [
                "2:3: lỗi [sai_kieu] 'dia_diem' phải là danh sách, ở đây là nhóm khóa. Hãy thêm '- ' trước khóa đầu của mỗi mục và thụt các khóa sau cho thẳng với nó.",
            ],
            id="a mapping where a list belongs",
        ),
        pytest.param(
            "noi_dung: Các hộ họp lại, chia đường làng thành mười đoạn.",
            [
                "1:11: lỗi [sai_kieu] 'noi_dung' phải là nhóm khóa, ở đây là chữ. Hãy viết mỗi khóa một dòng, thụt vào hai dấu cách: 'boi_canh: …'.",
            ],
            id="a text where a mapping belongs",
        ),
        pytest.param(
            """
            lien_he:
              - don_vi: Hội Phụ nữ xã Ngọc Chiến
            """,
            [
                "2:3: lỗi [sai_kieu] 'lien_he' phải là nhóm khóa, ở đây là danh sách. Hãy bỏ dấu gạch ở đầu dòng.",
            ],
            id="a list where a mapping belongs",
        ),
        pytest.param(
            """
            tieu_de:
              - Tổ tự quản giữ sạch đường làng
            """,
            [
                "2:3: lỗi [sai_kieu] 'tieu_de' phải là chữ, ở đây là danh sách. Hãy bỏ dấu gạch hoặc ngoặc vuông và viết giá trị ngay sau dấu hai chấm.",
            ],
            id="a list where a text belongs",
        ),
        pytest.param(
            "ghi_chu: {ten: x}",
            [
                "1:10: lỗi [sai_kieu] 'ghi_chu' phải là chữ, ở đây là nhóm khóa. Hãy viết giá trị ngay sau dấu hai chấm; câu có dấu hai chấm hoặc ngoặc nhọn thì đặt trong nháy đơn.",
            ],
            id="braces where a text belongs",
        ),
        pytest.param(
            "chu_de: [y-te, chuyen-doi-so]",
            [],
            id="a list in brackets is a list",
        ),
    ],
)
def test_shapes(yaml, expected):
    """A list, a mapping, a text: each where it belongs, and how it is written."""
    assert told_of(yaml) == expected
