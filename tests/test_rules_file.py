"""A file before it is read: bytes, characters, syntax. What the editor did, in one sentence, where it was done."""

import pytest
from making import model, told, written
from showcase.record.submission import read_model

SAVE_AS = (
    "Hãy mở tệp bằng Notepad, chọn Tệp → Lưu dưới dạng, ở ô Mã hóa chọn UTF-8 rồi lưu; "
    "từ Word thì lưu kiểu Văn bản thuần và chọn Unicode (UTF-8)."
)
NO_TEXT = (
    "Đây không phải là tệp chữ: có lẽ là tệp Word, Excel, PDF hoặc ảnh được đổi tên. "
    "Hãy chép phần chữ sang một tệp mới bằng Notepad, theo mẫu của hướng dẫn."
)
READING = ("[tep]", "[ma_hoa]", "[ky_tu]", "[cu_phap]", "[yaml_don_gian]")


def whole(yaml, name="ngoc-chien"):
    """Say all that is found in these bytes."""
    data = yaml if isinstance(yaml, bytes) else yaml.encode()
    return told(read_model(f"models/son-la/{name}/model.yaml", name, data))


def syntax_of(yaml):
    """Say what keeps this file from being read; that much else is missing in it goes without saying."""
    return [line for line in whole(yaml) if line.split(" ")[2] in READING]


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            ('loai: mo-hinh\ntieu_de: "Chợ văn minh\ntom_tat: Chợ sạch'),
            [
                '2:10: lỗi [cu_phap] Dấu nháy " mở ở đây không được đóng ở cuối giá trị. Hãy thêm " vào cuối, hoặc bỏ dấu mở; để trích lời trong câu hãy dùng “ ”.',
            ],
            id="never closed",
        ),
        pytest.param(
            ('tieu_de: "Chợ văn minh\ntom_tat: Chợ sạch\nghi_chu: "Chợ"\nloai: mo-hinh'),
            [
                '1:10: lỗi [cu_phap] Dấu nháy " mở ở đây không được đóng ở cuối giá trị. Hãy thêm " vào cuối, hoặc bỏ dấu mở; để trích lời trong câu hãy dùng “ ”.',
            ],
            id="closed by the next one that comes",
        ),
        pytest.param(
            ("tieu_de: 'Chợ văn minh\ntom_tat: Chợ sạch"),
            [
                "1:10: lỗi [cu_phap] Dấu nháy ' mở ở đây không được đóng ở cuối giá trị. Hãy thêm ' vào cuối, hoặc bỏ dấu mở; để trích lời trong câu hãy dùng “ ”.",
            ],
            id="a single one",
        ),
        pytest.param(
            'tieu_de: "Dân vận khéo" trong tuyên truyền',
            [
                "1:25: lỗi [cu_phap] Sau dấu nháy đóng vẫn còn chữ; lời trích trong câu dùng “ ”, không dùng nháy của máy chữ. Hãy viết: tieu_de: “Dân vận khéo” trong tuyên truyền",
            ],
            id="a quotation at the start",
        ),
        pytest.param(
            'tieu_de: "Mô hình "Chợ văn minh" kiểu mẫu"',
            [
                "1:20: lỗi [cu_phap] Sau dấu nháy đóng vẫn còn chữ; lời trích trong câu dùng “ ”, không dùng nháy của máy chữ. Hãy viết: tieu_de: Mô hình “Chợ văn minh” kiểu mẫu",
            ],
            id="a quotation within",
        ),
        pytest.param(
            "tieu_de: 'Xã Ea H'Leo làm đường'",
            [
                "1:19: lỗi [cu_phap] Sau dấu nháy đóng vẫn còn chữ; lời trích trong câu dùng “ ”, không dùng nháy của máy chữ. Hãy viết: tieu_de: 'Xã Ea H''Leo làm đường'",
            ],
            id="an apostrophe within single quotes",
        ),
        pytest.param(
            "tieu_de: “Dân vận khéo” trong tuyên truyền",
            [],
            id="curly quotes are letters",
        ),
    ],
)
def test_quotes(yaml, expected):
    """Quotes are closed, and hold the whole value."""
    assert syntax_of(yaml) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            "tieu_de: Đống Đa: chợ văn minh",
            [
                "1:17: lỗi [cu_phap] Giá trị có dấu hai chấm bên trong thì phải đặt trong nháy đơn. Hãy viết: tieu_de: 'Đống Đa: chợ văn minh'",
            ],
            id="in a value",
        ),
        pytest.param(
            ("nguon:\n  - ten: Bài: một"),
            [
                "2:13: lỗi [cu_phap] Giá trị có dấu hai chấm bên trong thì phải đặt trong nháy đơn. Hãy viết: ten: 'Bài: một'",
            ],
            id="in a value of a list",
        ),
        pytest.param(
            "tieu_de: Ea H'Leo: làm đường",
            [
                "1:18: lỗi [cu_phap] Giá trị có dấu hai chấm bên trong thì phải đặt trong nháy đơn. Hãy viết: tieu_de: 'Ea H''Leo: làm đường'",
            ],
            id="in a value with an apostrophe",
        ),
        pytest.param(
            ("tieu_de:Chợ văn minh\nloai: mo-hinh"),
            [
                "1:1: lỗi [cu_phap] Sau dấu hai chấm phải có một dấu cách: 'tieu_de: Chợ', không phải 'tieu_de:Chợ'.",
            ],
            id="no space after it",
        ),
        pytest.param(
            ("tieu_de Chợ văn minh\nloai: mo-hinh"),
            [
                "1:1: lỗi [cu_phap] Dòng này thiếu dấu hai chấm và dấu cách sau khóa ('tieu_de: …'). Nếu đây là lời văn nối tiếp dòng trên, hãy thụt nó vào sâu hơn khóa của nó.",
            ],
            id="none at all, in the first line",
        ),
        pytest.param(
            ("loai: mo-hinh\ntieu_de Chợ văn minh\ntom_tat: Chợ sạch"),
            [
                "2:1: lỗi [cu_phap] Dòng này thiếu dấu hai chấm và dấu cách sau khóa ('tieu_de: …'). Nếu đây là lời văn nối tiếp dòng trên, hãy thụt nó vào sâu hơn khóa của nó.",
            ],
            id="none at all, further down",
        ),
        pytest.param(
            ("tieu_de： Chợ văn minh\nloai: mo-hinh"),
            [
                "1:1: lỗi [cu_phap] Dòng này thiếu dấu hai chấm và dấu cách sau khóa ('tieu_de: …'). Nếu đây là lời văn nối tiếp dòng trên, hãy thụt nó vào sâu hơn khóa của nó.",
            ],
            id="a wide one",
        ),
        pytest.param(
            ("noi_dung:\n  boi_canh: |\n  Đường làng đầy rác.\n  cach_lam: x"),
            [
                "3:3: lỗi [cu_phap] Dòng này thiếu dấu hai chấm và dấu cách sau khóa ('tieu_de: …'). Nếu đây là lời văn nối tiếp dòng trên, hãy thụt nó vào sâu hơn khóa của nó.",
            ],
            id="a text that runs on without indentation",
        ),
    ],
)
def test_colons(yaml, expected):
    """A colon after each key, a space after the colon, none in a value."""
    assert syntax_of(yaml) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            ("dia_diem:\n\t- noi: xã Ngọc Chiến"),
            [
                "2:1: lỗi [cu_phap] Chỗ này thụt lề bằng phím Tab mà YAML chỉ nhận dấu cách. Hãy thay mỗi Tab bằng hai dấu cách.",
            ],
            id="a tab before a dash",
        ),
        pytest.param(
            ("noi_dung:\n\tboi_canh: Đường làng đầy rác."),
            [
                "2:1: lỗi [cu_phap] Chỗ này thụt lề bằng phím Tab mà YAML chỉ nhận dấu cách. Hãy thay mỗi Tab bằng hai dấu cách.",
            ],
            id="a tab before a key",
        ),
        pytest.param(
            ("noi_dung:\n  boi_canh: |\n\tĐường làng đầy rác."),
            [
                "3:1: lỗi [cu_phap] Chỗ này thụt lề bằng phím Tab mà YAML chỉ nhận dấu cách. Hãy thay mỗi Tab bằng hai dấu cách.",
            ],
            id="a tab in a story",
        ),
        pytest.param(
            ("noi_dung:\n  boi_canh: a\n   cach_lam: b"),
            [
                "3:4: lỗi [cu_phap] Dòng này thụt sâu hơn dòng trên, mà dòng trên đã có giá trị. Hãy lùi nó ra cho thẳng cột; nếu đây là lời văn nối tiếp, hãy viết cả đoạn sau dấu '|'.",
            ],
            id="one column too far",
        ),
        pytest.param(
            ("loai: mo-hinh\n  cap: tinh"),
            [
                "2:3: lỗi [cu_phap] Dòng này thụt sâu hơn dòng trên, mà dòng trên đã có giá trị. Hãy lùi nó ra cho thẳng cột; nếu đây là lời văn nối tiếp, hãy viết cả đoạn sau dấu '|'.",
            ],
            id="too far at the top",
        ),
        pytest.param(
            ("dia_diem:\n  - noi: a\n    tai: b\n   hien_nay: c"),
            [
                "4:4: lỗi [cu_phap] Dòng này không thẳng cột với dòng nào ở trên. Các khóa cùng nhóm phải thẳng cột, mỗi cấp thụt hai dấu cách; lời văn nhiều dòng phải thụt sâu hơn khóa của nó.",
            ],
            id="less than its brothers",
        ),
        pytest.param(
            ("dia_diem:\n - noi: a\n  - noi: b"),
            [
                "3:3: lỗi [cu_phap] Dòng này không thẳng cột với dòng nào ở trên. Các khóa cùng nhóm phải thẳng cột, mỗi cấp thụt hai dấu cách; lời văn nhiều dòng phải thụt sâu hơn khóa của nó.",
            ],
            id="a dash too far",
        ),
        pytest.param(
            ("noi_dung:\n  boi_canh: |\n    Đường làng\n   đầy rác.\n  cach_lam: x"),
            [
                "4:4: lỗi [cu_phap] Dòng này không thẳng cột với dòng nào ở trên. Các khóa cùng nhóm phải thẳng cột, mỗi cấp thụt hai dấu cách; lời văn nhiều dòng phải thụt sâu hơn khóa của nó.",
            ],
            id="a story that comes out",
        ),
        pytest.param(
            ("  tieu_de: Chợ\nloai: mo-hinh"),
            [
                "2:1: lỗi [cu_phap] Dòng này không thẳng cột với dòng nào ở trên. Các khóa cùng nhóm phải thẳng cột, mỗi cấp thụt hai dấu cách; lời văn nhiều dòng phải thụt sâu hơn khóa của nó.",
            ],
            id="the first line",
        ),
        pytest.param(
            ("noi_dung:\n\xa0\xa0boi_canh: Đường làng đầy rác."),
            [
                "2:1: lỗi [cu_phap] Ở đây có dấu cách không ngắt (thường do dán từ Word hay trang web): trông như dấu cách nhưng YAML không nhận. Hãy xóa nó rồi gõ dấu cách thường.",
            ],
            id="no-break spaces",
        ),
        pytest.param(
            ("tieu_de:\xa0Chợ văn minh\nloai: mo-hinh"),
            [
                "1:9: lỗi [cu_phap] Ở đây có dấu cách không ngắt (thường do dán từ Word hay trang web): trông như dấu cách nhưng YAML không nhận. Hãy xóa nó rồi gõ dấu cách thường.",
            ],
            id="a no-break space after a colon",
        ),
    ],
)
def test_indentation(yaml, expected):
    """Keys of one mapping stand in one column; spaces, no tabs."""
    assert syntax_of(yaml) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            ("chu_de: [y-te, phu-nu\nloai: mo-hinh"),
            [
                "1:9: lỗi [cu_phap] Dấu ngoặc [ mở ở đây không được đóng. Hãy đóng ngoặc; nếu ngoặc thuộc về câu văn, hãy đặt cả câu trong nháy đơn.",
            ],
            id="a bracket never closed",
        ),
        pytest.param(
            "tieu_de: [Hà Nội] Chợ văn minh",
            [
                "1:19: lỗi [cu_phap] Sau dấu ngoặc đóng vẫn còn chữ. Câu văn bắt đầu bằng [ hoặc { phải đặt cả câu trong nháy đơn: '[Hà Nội] Chợ văn minh'.",
            ],
            id="a sentence that begins with a bracket",
        ),
        pytest.param(
            ("tieu_de: {Hà Nội: chợ\nloai: mo-hinh"),
            [
                "1:10: lỗi [cu_phap] Dấu ngoặc { mở ở đây không được đóng. Hãy đóng ngoặc; nếu ngoặc thuộc về câu văn, hãy đặt cả câu trong nháy đơn.",
            ],
            id="a brace",
        ),
        pytest.param(
            "ghi_chu: @hanoi",
            [
                "1:10: lỗi [cu_phap] Giá trị không được bắt đầu bằng dấu @ trừ khi đặt trong nháy đơn. Hãy viết: ghi_chu: '@hanoi'",
            ],
            id="an at sign",
        ),
        pytest.param(
            "ghi_chu: % hộ tham gia",
            [
                "1:10: lỗi [cu_phap] Giá trị không được bắt đầu bằng dấu % trừ khi đặt trong nháy đơn. Hãy viết: ghi_chu: '% hộ tham gia'",
            ],
            id="a percent sign",
        ),
        pytest.param(
            "ghi_chu: `chợ`",
            [
                "1:10: lỗi [cu_phap] Giá trị không được bắt đầu bằng dấu ` trừ khi đặt trong nháy đơn. Hãy viết: ghi_chu: '`chợ`'",
            ],
            id="a backtick",
        ),
        pytest.param(
            "ghi_chu: *Chợ* văn minh",
            [
                "1:10: lỗi [cu_phap] Giá trị không được bắt đầu bằng dấu * trừ khi đặt trong nháy đơn. Hãy viết: ghi_chu: '*Chợ* văn minh'",
            ],
            id="a star that is no alias",
        ),
        pytest.param(
            "ghi_chu: , chợ",
            [
                "1:10: lỗi [cu_phap] Giá trị không được bắt đầu bằng dấu , trừ khi đặt trong nháy đơn. Hãy viết: ghi_chu: ', chợ'",
            ],
            id="a comma",
        ),
        pytest.param(
            "chu_de: - y-te",
            [
                "1:9: lỗi [cu_phap] Sau dấu hai chấm không viết '- ' trên cùng dòng. Hãy xuống dòng, mỗi mục một dòng bắt đầu bằng '- '.",
            ],
            id="a dash",
        ),
        pytest.param(
            "ghi_chu: > chợ",
            [
                "1:12: lỗi [cu_phap] Sau dấu | hoặc > phải xuống dòng ngay, lời văn ở các dòng dưới thụt vào hai dấu cách. Nếu dấu ấy thuộc về câu văn, hãy đặt cả câu trong nháy đơn.",
            ],
            id="a quotation of Markdown",
        ),
        pytest.param(
            "ghi_chu: | chợ",
            [
                "1:12: lỗi [cu_phap] Sau dấu | hoặc > phải xuống dòng ngay, lời văn ở các dòng dưới thụt vào hai dấu cách. Nếu dấu ấy thuộc về câu văn, hãy đặt cả câu trong nháy đơn.",
            ],
            id="an upright",
        ),
        pytest.param(
            'ghi_chu: "C:\\Users"',
            [
                "1:15: lỗi [cu_phap] Trong nháy kép, dấu \\ mở đầu một mã riêng của YAML, và ở đây mã ấy không có. Hãy dùng nháy đơn thay cho nháy kép.",
            ],
            id="a backslash in double quotes",
        ),
        pytest.param(
            ("%ABC\nloai: mo-hinh"),
            [
                "1:5: lỗi [cu_phap] Dòng bắt đầu bằng % là lệnh của YAML và không được dùng. Hãy xóa dòng này.",
            ],
            id="a directive",
        ),
        pytest.param(
            ("[a, b]: c\nloai: mo-hinh"),
            [
                "1:1: lỗi [cu_phap] Trước dấu hai chấm phải là một khóa như 'tieu_de', ở đây lại là ngoặc hoặc danh sách. Nếu đây là câu văn, hãy đặt cả câu trong nháy đơn.",
            ],
            id="a key that is a list",
        ),
        pytest.param(
            "ghi_chu: {{ ten }}",
            [
                "1:11: lỗi [cu_phap] Trước dấu hai chấm phải là một khóa như 'tieu_de', ở đây lại là ngoặc hoặc danh sách. Nếu đây là câu văn, hãy đặt cả câu trong nháy đơn.",
            ],
            id="double braces",
        ),
    ],
)
def test_brackets_and_signs(yaml, expected):
    """Signs that mean something to YAML stand in quotes."""
    assert syntax_of(yaml) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            ("ghi_chu: &chung Chợ văn minh của phường\ntom_tat: *chung"),
            [
                "1:10: lỗi [yaml_don_gian] '&chung' là neo (anchor) của YAML và không được dùng. Hãy bỏ nó và chép lại nội dung ở mỗi chỗ cần; nếu dấu ấy thuộc về câu văn, hãy đặt cả câu trong nháy đơn.",
                "2:10: lỗi [yaml_don_gian] '*chung' trỏ tới một neo (alias) của YAML và không được dùng. Hãy chép nội dung vào đây; nếu dấu ấy thuộc về câu văn, hãy đặt cả câu trong nháy đơn.",
            ],
            id="an anchor and its alias",
        ),
        pytest.param(
            "ghi_chu: *Số liệu năm 2022",
            [
                "1:10: lỗi [cu_phap] Giá trị không được bắt đầu bằng dấu * trừ khi đặt trong nháy đơn. Hãy viết: ghi_chu: '*Số liệu năm 2022'",
            ],
            id="a sentence with a star",
        ),
        pytest.param(
            "ghi_chu: !Quan trọng lắm",
            [
                "1:10: lỗi [yaml_don_gian] '!Quan' là thẻ (tag) của YAML và không được dùng. Hãy xóa nó; nếu dấu ấy thuộc về câu văn, hãy đặt cả câu trong nháy đơn.",
            ],
            id="a sentence with an exclamation mark",
        ),
        pytest.param(
            "ghi_chu: !!python/object:os.system x",
            [
                "1:10: lỗi [yaml_don_gian] '!!python/object:os.system' là thẻ (tag) của YAML và không được dùng. Hãy xóa nó; nếu dấu ấy thuộc về câu văn, hãy đặt cả câu trong nháy đơn.",
            ],
            id="a tag of Python",
        ),
        pytest.param(
            ("lien_he:\n  <<: {don_vi: Hội Phụ nữ}"),
            [
                "2:3: lỗi [yaml_don_gian] '<<' (gộp khóa) không được dùng. Hãy viết đủ các khóa ở đây.",
            ],
            id="merged keys",
        ),
        pytest.param(
            ("loai: mo-hinh\n---\nloai: dien-hinh"),
            [
                "2:1: lỗi [yaml_don_gian] Từ đây là phần thứ hai của tệp, sau dòng '---' hoặc '...'; mỗi tệp chỉ có một phần. Hãy xóa dòng ấy, hoặc chuyển phần này sang tệp riêng.",
            ],
            id="a second document",
        ),
        pytest.param(
            ("loai: mo-hinh\n...\nloai: dien-hinh"),
            [
                "3:1: lỗi [yaml_don_gian] Từ đây là phần thứ hai của tệp, sau dòng '---' hoặc '...'; mỗi tệp chỉ có một phần. Hãy xóa dòng ấy, hoặc chuyển phần này sang tệp riêng.",
            ],
            id="a text after the end",
        ),
        pytest.param(
            "ghi_chu: [[[[[[[[a]]]]]]]]",
            [
                "1:17: lỗi [yaml_don_gian] Đến đây các nhóm lồng nhau quá 8 cấp; mẫu không có chỗ nào sâu như vậy. Hãy so lại thụt lề với mẫu.",
            ],
            id="too deep",
        ),
        pytest.param(
            ("---\nloai: mo-hinh\n...\n"),
            [],
            id="a start line is harmless",
        ),
    ],
)
def test_plain_yaml(yaml, expected):
    """Of YAML only the plain part."""
    assert syntax_of(yaml) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            "",
            [
                "1:1: lỗi [tep] Tệp trống. Hãy chép mẫu từ một tệp đã có rồi điền vào, hoặc xóa tệp này.",
            ],
            id="nothing",
        ),
        pytest.param(
            "# Chợ văn minh\n",
            [
                "1:1: lỗi [tep] Tệp trống. Hãy chép mẫu từ một tệp đã có rồi điền vào, hoặc xóa tệp này.",
            ],
            id="comments alone",
        ),
        pytest.param(
            "Chợ văn minh ở phường Đống Đa\n",
            [
                "1:1: lỗi [tep] Tệp phải gồm những dòng 'khóa: giá trị' như 'tieu_de: Chợ văn minh', bắt đầu từ đầu dòng; ở đây không có khóa nào. Hãy chép mẫu từ một tệp đã có.",
            ],
            id="a sentence",
        ),
        pytest.param(
            "- tieu_de: Chợ văn minh\n",
            [
                "1:1: lỗi [tep] Tệp phải gồm những dòng 'khóa: giá trị' như 'tieu_de: Chợ văn minh', bắt đầu từ đầu dòng; ở đây không có khóa nào. Hãy chép mẫu từ một tệp đã có.",
            ],
            id="a list",
        ),
        pytest.param(
            ("tieu_de: Chợ: văn minh\nkhoa_la: x\n"),
            [
                "1:13: lỗi [cu_phap] Giá trị có dấu hai chấm bên trong thì phải đặt trong nháy đơn. Hãy viết: tieu_de: 'Chợ: văn minh'",
            ],
            id="syntax alone is told",
        ),
    ],
)
def test_whole_files(yaml, expected):
    """A file that holds nothing to read says one thing, and nothing else is said of it."""
    assert whole(yaml) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            ("tieu_de: Chợ\u200b văn minh\ntom_tat: Chợ\u200b sạch\nghi_chu: Chợ\u200b"),
            [
                "1:13: lỗi [ky_tu] Ký tự U+200B (khoảng trắng không độ rộng) không nhìn thấy được và không được dùng. Hãy xóa chữ ở hai bên rồi gõ lại. Ký tự này còn ở các dòng 2 và 3.",
            ],
            id="zero width, thrice",
        ),
        pytest.param(
            "tieu_de: Chợ \u202eabc",
            [
                "1:14: lỗi [ky_tu] Ký tự U+202E (dấu đổi chiều chữ) không nhìn thấy được và không được dùng. Hãy xóa chữ ở hai bên rồi gõ lại.",
            ],
            id="right to left",
        ),
        pytest.param(
            "tieu_de: Chợ\u2028văn minh",
            [
                "1:13: lỗi [ky_tu] Ký tự U+2028 là dấu xuống dòng lạ. Hãy xóa nó và xuống dòng bằng phím Enter.",
            ],
            id="a line separator",
        ),
        pytest.param(
            "tieu_de: Chợ\x07 văn minh",
            [
                "1:13: lỗi [ky_tu] Ký tự U+0007 (ký tự điều khiển) không nhìn thấy được và không được dùng. Hãy xóa chữ ở hai bên rồi gõ lại.",
            ],
            id="a control",
        ),
        pytest.param(
            "tieu_de: Chợ\u200b văn\xad minh",
            [
                "1:13: lỗi [ky_tu] Ký tự U+200B (khoảng trắng không độ rộng) không nhìn thấy được và không được dùng. Hãy xóa chữ ở hai bên rồi gõ lại.",
                "1:18: lỗi [ky_tu] Ký tự U+00AD (gạch nối ẩn) không nhìn thấy được và không được dùng. Hãy xóa chữ ở hai bên rồi gõ lại.",
            ],
            id="two kinds",
        ),
        pytest.param(
            'tieu_de: "Chợ\\u200B văn minh"',
            [
                "1:10: lỗi [ky_tu] Ký tự U+200B (khoảng trắng không độ rộng) không nhìn thấy được và không được dùng. Hãy xóa chữ ở hai bên rồi gõ lại.",
            ],
            id="as an escape",
        ),
        pytest.param(
            'tieu_de: "Chợ\\0"',
            [
                "1:10: lỗi [ky_tu] Ký tự U+0000 (ký tự NUL) không nhìn thấy được và không được dùng. Hãy xóa chữ ở hai bên rồi gõ lại.",
            ],
            id="nought as an escape",
        ),
        pytest.param(
            ("tieu_de: Chợ\nghi_chu: \ufeffChợ"),
            [
                "2:10: lỗi [ky_tu] Ký tự U+FEFF (dấu BOM nằm giữa tệp) không nhìn thấy được và không được dùng. Hãy xóa chữ ở hai bên rồi gõ lại.",
            ],
            id="a mark within the file",
        ),
        pytest.param(
            "ghi_chu: Nông dân 👩\u200d🌾 và gia đình 👨\u200d👩\u200d👧.",
            [],
            id="emoji of several parts are whole",
        ),
    ],
)
def test_unseen_characters(yaml, expected):
    """Characters that nobody sees are refused, wherever they hide."""
    assert syntax_of(yaml) == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (
            "tieu_de: Chợ\n".encode("utf-16"),
            "1:1: lỗi [ma_hoa] Tệp được lưu theo mã UTF-16, không phải UTF-8. " + SAVE_AS,
        ),
        (
            "tieu_de: Chợ\n".encode("utf-16-le"),
            "1:1: lỗi [ma_hoa] Tệp được lưu theo mã UTF-16, không phải UTF-8. " + SAVE_AS,
        ),
        (
            b"loai: mo-hinh\ntieu_de: Ch\xf4\xec v\xe3n minh\n",
            "2:12: lỗi [ma_hoa] Từ chỗ này tệp không phải là UTF-8 (byte F4), chữ Việt sẽ hỏng. " + SAVE_AS,
        ),
        (b"PK\x03\x04\x14\x00\x06\x00", "1:1: lỗi [tep] " + NO_TEXT),
        (b"%PDF-1.7\n", "1:1: lỗi [tep] " + NO_TEXT),
        (
            b"a" * (256 * 1024 + 1),
            "1:1: lỗi [tep] Tệp nặng hơn 256 KB. Hãy rút gọn bài viết; ảnh phải là tệp riêng đặt cạnh model.yaml, không dán vào đây.",
        ),
    ],
)
def test_bytes(data, expected):
    """Bytes that are no text in UTF-8 are told once, with the way to save them."""
    assert whole(data) == [expected]


def test_a_byte_order_mark_and_line_ends_of_windows_are_accepted():
    data = b"\xef\xbb\xbf" + written("").replace("\n", "\r\n").encode()
    assert whole(data, name="ngoc-chien-duong-sach") == []


def test_what_is_told_of_a_value_is_told_once():
    """The value behind an anchor is not called too short as well, nor the one behind an alias empty."""
    assert [line.split("] ")[0] for line in told(model("tieu_de: &x A\ntom_tat: *x"))] == [
        "1:10: lỗi [yaml_don_gian",
        "2:10: lỗi [yaml_don_gian",
    ]


def test_a_blanked_character_makes_no_second_fault():
    """An address that is sound but for an unseen character is told for that character alone."""
    yaml = """
nguon:
  - ten: Báo cáo tổng kết
    co_quan: Ủy ban nhân dân xã
    url: "https://hanoimoi.vn\\u200B/bai"
"""
    assert [line.split("] ")[0] for line in told(model(yaml))] == ["5:10: lỗi [ky_tu"]
