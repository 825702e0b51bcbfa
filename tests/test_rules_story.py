"""Stories: links, pictures, HTML. Markdown in, the whole sentences out."""

import pytest
from making import model, photo, told, told_of, told_of_all


def story(markdown):
    """Write a section that ends with the Markdown; its first line is line 4 of the file, its first column the fifth."""
    lines = ["Các hộ họp lại, chia đường làng thành mười đoạn.", *markdown.split("\n")]
    return "noi_dung:\n  cach_lam: |\n" + "".join(f"    {line}\n" for line in lines)


def told_in(markdown):
    return told_of(story(markdown))


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            "Xem [bài báo](https://hanoimoi.vn/bai) và <https://hanoimoi.vn>.",
            [],
            id="to the web",
        ),
        pytest.param(
            "Hỏi [Ban Dân vận](mailto:danvan@sonla.gov.vn).",
            [],
            id="to an office",
        ),
        pytest.param(
            "Như [chợ](../dong-da-cho/) và [phố](/mo-hinh/dong-xuan-pho/).",
            [],
            id="to other models",
        ),
        pytest.param(
            "Xem [bài báo](javascript:alert(1)).",
            [
                "4:19: lỗi [lien_ket] Liên kết 'javascript:alert(1)' thuộc kiểu không được phép. Chỉ dùng https://, http:// và mailto:.",
            ],
            id="a script",
        ),
        pytest.param(
            "Xem [bài báo](hanoimoi.vn/bai).",
            [
                "4:19: lỗi [lien_ket] Liên kết 'hanoimoi.vn/bai' thiếu phần đầu. Ý bạn là 'https://hanoimoi.vn/bai'?",
            ],
            id="no scheme",
        ),
        pytest.param(
            "Xem [quyết định](quyet-dinh.pdf).",
            [
                "4:22: lỗi [lien_ket] Liên kết 'quyet-dinh.pdf' không dẫn tới trang nào. Hãy ghi địa chỉ đầy đủ bắt đầu bằng https://, hoặc '../ma-mo-hinh/' để dẫn tới một mô hình khác.",
            ],
            id="a file",
        ),
        pytest.param(
            "Xem [phần dưới](#cach-lam).",
            [
                "4:21: lỗi [lien_ket] Liên kết '#cach-lam' không dẫn tới trang nào. Hãy ghi địa chỉ đầy đủ bắt đầu bằng https://, hoặc '../ma-mo-hinh/' để dẫn tới một mô hình khác.",
            ],
            id="a place in the page",
        ),
        pytest.param(
            "Hỏi [Ban Dân vận](danvan@sonla.gov.vn).",
            [
                "4:23: lỗi [lien_ket] Hòm thư trong liên kết phải viết như 'mailto:danvan@nghean.gov.vn', không phải 'danvan@sonla.gov.vn'.",
            ],
            id="a mailbox without its scheme",
        ),
        pytest.param(
            "Xem [bài báo](https://hanoimoi.vn@vi-du.com/).",
            [
                "4:19: lỗi [lien_ket] Liên kết 'https://hanoimoi.vn@vi-du.com/' có dấu @ trước tên trang nên dễ lừa mắt người đọc. Hãy bỏ phần trước dấu @.",
            ],
            id="a name before the host",
        ),
        pytest.param(
            "Xem [bài báo](https://hanoimoi).",
            [
                "4:19: lỗi [lien_ket] Liên kết 'https://hanoimoi' không có tên trang hợp lệ. Hãy chép lại địa chỉ từ trình duyệt.",
            ],
            id="no host",
        ),
        pytest.param(
            "Xem [bài báo](https:\\\\hanoimoi.vn).",
            [
                "2:13: lỗi [lien_ket] Liên kết 'https:\\hanoimoi.vn' có dấu \\, xuống dòng hoặc ký tự vô hình. Hãy chép lại địa chỉ từ trình duyệt.",
            ],
            id="a backslash",
        ),
        pytest.param(
            "Xem [bài báo]().",
            [
                "4:17: lỗi [lien_ket] Liên kết không có địa chỉ. Hãy ghi địa chỉ trong ngoặc tròn: [lời](https://…).",
            ],
            id="nothing",
        ),
        pytest.param(
            "Xem [bài báo](https://hanoimoi.vn/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa).",
            [
                "4:19: lỗi [lien_ket] Liên kết 'https://hanoimoi.vn/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…' dài quá 2.000 ký tự. Hãy bỏ phần theo dõi sau dấu '?'.",
            ],
            id="too long",
        ),
        pytest.param(
            "Nguồn ghi [sic] và (xem sau).",
            [],
            id="brackets that are no link",
        ),
    ],
)
def test_links(yaml, expected):
    """A link leads to the web, to an office or to another model."""
    assert told_in(yaml) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            "Xem [hanoi.gov.vn](https://vi-du.com/a).",
            [
                "4:10: lỗi [lien_ket_gia] Chữ của liên kết là 'hanoi.gov.vn' nhưng liên kết dẫn tới 'https://vi-du.com/a'. Hãy sửa cho khớp, hoặc dùng lời thay cho địa chỉ.",
            ],
            id="another host",
        ),
        pytest.param(
            "Xem [https://hanoi.gov.vn/tin](https://vi-du.com/a).",
            [
                "4:18: lỗi [lien_ket_gia] Chữ của liên kết là 'hanoi.gov.vn' nhưng liên kết dẫn tới 'https://vi-du.com/a'. Hãy sửa cho khớp, hoặc dùng lời thay cho địa chỉ.",
            ],
            id="another host with its scheme",
        ),
        pytest.param(
            "Xem [trang www.hanoi.gov.vn của thành phố](https://vi-du.com).",
            [
                "4:20: lỗi [lien_ket_gia] Chữ của liên kết là 'hanoi.gov.vn' nhưng liên kết dẫn tới 'https://vi-du.com'. Hãy sửa cho khớp, hoặc dùng lời thay cho địa chỉ.",
            ],
            id="another host in words",
        ),
        pytest.param(
            "Xem [hanoi.gov.vn](../dong-da-cho/).",
            [
                "4:10: lỗi [lien_ket_gia] Chữ của liên kết là 'hanoi.gov.vn' nhưng liên kết dẫn tới '../dong-da-cho/'. Hãy sửa cho khớp, hoặc dùng lời thay cho địa chỉ.",
            ],
            id="to a model",
        ),
        pytest.param(
            "Hỏi [danvan@hanoi.gov.vn](mailto:ai-do@vi-du.com).",
            [
                "4:10: lỗi [lien_ket_gia] Chữ của liên kết là 'danvan@hanoi.gov.vn' nhưng liên kết dẫn tới 'mailto:ai-do@vi-du.com'. Hãy sửa cho khớp, hoặc dùng lời thay cho địa chỉ.",
            ],
            id="another mailbox",
        ),
        pytest.param(
            "Xem [hanoi.gov.vn](https://hanoi.gov.vn/tin).",
            [],
            id="the same",
        ),
        pytest.param(
            "Xem [www.hanoi.gov.vn](https://hanoi.gov.vn/tin).",
            [],
            id="the same with www",
        ),
        pytest.param(
            "Xem [hanoi.gov.vn](https://dichvucong.hanoi.gov.vn/tin).",
            [],
            id="a part of it",
        ),
        pytest.param(
            "Xem [báo Hànộimới số 1.500](https://hanoimoi.vn).",
            [],
            id="words alone",
        ),
    ],
)
def test_disguised_links(yaml, expected):
    """The text of a link shows no other host than the one it leads to."""
    assert told_in(yaml) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            "<b>Mười hộ</b> được vay vốn, <i>tất cả</i> đã trả.",
            [
                "4:5: nhắc [html] '<b>' là mã HTML nên sẽ hiện nguyên như đã gõ. Hãy dùng dấu của Markdown: **đậm**, *nghiêng*, dòng trống để xuống đoạn.",
                "4:34: nhắc [html] '<i>' là mã HTML nên sẽ hiện nguyên như đã gõ. Hãy dùng dấu của Markdown: **đậm**, *nghiêng*, dòng trống để xuống đoạn.",
            ],
            id="a tag",
        ),
        pytest.param(
            "<script>alert(1)</script>",
            [
                "4:5: nhắc [html] '<script>' là mã HTML nên sẽ hiện nguyên như đã gõ. Hãy dùng dấu của Markdown: **đậm**, *nghiêng*, dòng trống để xuống đoạn.",
            ],
            id="a script",
        ),
        pytest.param(
            "Chợ <!-- xem lại --> sạch.",
            [
                "4:9: nhắc [html] '<!-- xem lại -->' là mã HTML nên sẽ hiện nguyên như đã gõ. Hãy dùng dấu của Markdown: **đậm**, *nghiêng*, dòng trống để xuống đoạn.",
            ],
            id="a comment",
        ),
        pytest.param(
            "Khi 3 < 5 và 5 > 3.",
            [],
            id="smaller than",
        ),
        pytest.param(
            "Chợ &#8238; sạch.",
            [
                "2:13: lỗi [ky_tu] Mục này có mã (như '&#8238;') của ký tự U+202E (dấu đổi chiều chữ), không nhìn thấy được và không được dùng. Hãy xóa mã ấy.",
            ],
            id="an unseen character as an entity",
        ),
        pytest.param(
            (
                "- a\n"
                "  - a\n"
                "    - a\n"
                "      - a\n"
                "        - a\n"
                "          - a\n"
                "            - a\n"
                "              - a\n"
                "                - a\n"
                "                  - a\n"
                "                    - a\n"
                "                      - a"
            ),
            [
                "2:13: nhắc [bai_qua_roi] Mục này có danh sách lồng quá sâu hoặc quá nhiều dấu ngoặc vuông nên sẽ hiện như chữ thường. Hãy viết đơn giản hơn.",
            ],
            id="lists in lists in lists",
        ),
    ],
)
def test_html_and_the_like(yaml, expected):
    """HTML is shown as typed; entities hide nothing."""
    assert told_in(yaml) == expected


def with_photo(markdown):
    yaml = """
anh:
  - tep: chợ.jpg
    mo_ta: Các hộ quét dọn đường làng
    tac_gia: Ban biên tập
    giay_phep: cua-du-an
    loai: minh-hoa
"""
    return told(model(story(markdown) + yaml.lstrip(), photos=(photo("chợ.jpg"),)))


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("![Chợ](chợ.jpg)", []),
        ("![Chợ](./chợ.jpg)", []),
        ("![Chợ](ch%E1%BB%A3.jpg)", []),
        (
            "![Chợ](cho.jpg)",
            ["4:12: lỗi [anh_trong_bai] Ảnh 'cho.jpg' chèn trong bài không có trong 'anh'. Ý bạn là 'chợ.jpg'?"],
        ),
        (
            "![Đường](duong.png)",
            [
                "4:14: lỗi [anh_trong_bai] Ảnh 'duong.png' chèn trong bài không có trong 'anh'. Hãy thêm tệp ấy vào 'anh', hoặc bỏ ảnh khỏi bài."
            ],
        ),
        (
            "![Chợ](https://vi-du.com/cho.jpg)",
            [
                "4:12: lỗi [anh_trong_bai] Ảnh 'https://vi-du.com/cho.jpg' chèn trong bài không có trong 'anh'. Hãy tải ảnh về đặt cạnh model.yaml, thêm vào 'anh', rồi chèn bằng tên tệp."
            ],
        ),
    ],
)
def test_pictures_in_the_story(markdown, expected):
    """A picture in the story is one of the model's photos."""
    assert with_photo(markdown) == expected


def test_links_to_models():
    """A link to a model finds it by its id of today or a former one."""
    here = model(story("Như [chợ](../dong-da-cho/), [phố](/mo-hinh/pho-cu/) và [chợ kia](../dong-da-cho-cu/)."))
    market = model("duong_dan_cu: [pho-cu]\ntieu_de: Chợ văn minh ở Đống Đa", name="dong-da-cho")
    assert told_of_all(here, market) == [
        "models/son-la/ngoc-chien-duong-sach/model.yaml:4:70: lỗi [lien_ket_mo_hinh] Không có mô hình nào mang mã 'dong-da-cho-cu'. Ý bạn là 'dong-da-cho'?",
    ]
