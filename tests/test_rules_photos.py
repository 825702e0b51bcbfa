"""Photos: are they there, may they be shown, will they look well. YAML in and files beside it, sentences out."""

import pytest
from making import model, photo, told, told_of_all
from showcase.record.photo import PhotoFault

MARKET = """
anh:
  - tep: cho.jpg
    mo_ta: Các hộ quét dọn đường làng
    tac_gia: Ban biên tập
    giay_phep: cua-du-an
"""


def beside(yaml, *files):
    """Say what is found in a model with one photo, `cho.jpg`, told about as the snippet goes on, and these files."""
    lines = "".join(f"    {line}\n" for line in yaml.split("\n") if line)
    return told(model(MARKET.lstrip() + lines, photos=files))


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            "",
            [
                "2:5: nhắc [nguoi_trong_anh] Ảnh chụp này chưa nói trong ảnh có người không. Hãy thêm 'nguoi: khong', 'nguoi: tap-the' hoặc 'nguoi: nhan-dien-duoc'.",
            ],
            id="nobody looked",
        ),
        pytest.param(
            "nguoi: khong",
            [],
            id="nobody is there",
        ),
        pytest.param(
            "loai: minh-hoa",
            [],
            id="a drawing",
        ),
        pytest.param(
            "nguoi: nhan-dien-duoc",
            [
                "2:5: lỗi [dong_y] Ảnh nhận ra được người thì phải có 'dong_y: co'. Hãy hỏi người trong ảnh; nếu chưa được đồng ý, hãy dùng ảnh khác.",
            ],
            id="a face",
        ),
        pytest.param(
            ("nguoi: nhan-dien-duoc\ndong_y: co"),
            [],
            id="a face, and consent",
        ),
        pytest.param(
            ("nguoi: nhan-dien-duoc\ndong_y: khong"),
            [
                "7:13: lỗi [lua_chon] 'khong' không phải là lời đồng ý. Hãy ghi 'co'; nếu là không thì xóa dòng này.",
            ],
            id="a face, and a consent that is none",
        ),
        pytest.param(
            ("loai: minh-hoa\nnguoi: nhan-dien-duoc"),
            [
                "2:5: lỗi [dong_y] Ảnh nhận ra được người thì phải có 'dong_y: co'. Hãy hỏi người trong ảnh; nếu chưa được đồng ý, hãy dùng ảnh khác.",
            ],
            id="a face on a drawing",
        ),
        pytest.param(
            ("nguoi: tap-the\ntre_em: co"),
            [
                "2:5: lỗi [tre_em] Ảnh có trẻ em thì phải có 'dong_y_phu_huynh: co'. Hãy hỏi cha mẹ các em; nếu chưa được đồng ý, hãy dùng ảnh khác.",
            ],
            id="children",
        ),
        pytest.param(
            ("nguoi: tap-the\ntre_em: co\ndong_y_phu_huynh: co"),
            [],
            id="children, and consent",
        ),
        pytest.param(
            ("nguoi: khong\ntre_em: co\ndong_y_phu_huynh: co"),
            [
                "6:12: nhắc [tre_em] Ảnh ghi 'nguoi: khong' mà lại ghi 'tre_em: co'. Hãy xem lại ảnh và sửa một trong hai.",
            ],
            id="children and nobody",
        ),
    ],
)
def test_people(yaml, expected):
    """Who is on a photo was asked; children were asked about."""
    assert beside(yaml, photo("cho.jpg")) == expected


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        (
            photo("cho.jpg"),
            [],
        ),
        (
            photo("Cho.JPG"),
            [
                "2:10: lỗi [anh_thieu] Không có tệp 'cho.jpg': tên tệp phải đúng cả hoa thường. Ý bạn là 'Cho.JPG'?",
            ],
        ),
        (
            photo("cho-sang.jpg"),
            [
                "2:10: lỗi [anh_thieu] Không có tệp 'cho.jpg' trong thư mục. Ý bạn là 'cho-sang.jpg'?",
            ],
        ),
        (
            photo("cho.jpg", fault=PhotoFault.TRUNCATED),
            [
                "2:10: lỗi [anh_hong] 'cho.jpg': Tệp ảnh bị cắt hoặc bị hỏng, thường do tải lên hay tải về dở dang. Hãy chép lại tệp gốc từ điện thoại hoặc máy ảnh.",
            ],
        ),
        (
            photo("cho.jpg", width=200, height=150, fault=PhotoFault.TOO_SMALL),
            [
                "2:10: lỗi [anh_hong] 'cho.jpg': Ảnh chỉ có 200 × 150 điểm ảnh; cần rộng ít nhất 320 và cao ít nhất 200. Đây có lẽ là ảnh thu nhỏ; hãy tìm ảnh gốc.",
            ],
        ),
        (
            photo("cho.jpg", width=640, height=480),
            [
                "2:10: nhắc [anh_chua_dep] 'cho.jpg' chỉ rộng 640 điểm ảnh nên sẽ hơi mờ; nên từ 800 trở lên. Hãy tìm ảnh gốc nếu có.",
            ],
        ),
        (
            photo("cho.jpg", format="png"),
            [
                "2:10: nhắc [anh_chua_dep] 'cho.jpg' thật ra là ảnh PNG. Hãy đổi đuôi tệp thành '.png' và sửa 'tep' theo.",
            ],
        ),
        (
            photo("cho.jpg", width=900, height=1600),
            [
                "2:10: nhắc [anh_bia] Ảnh bìa là ảnh đứng nên trên thẻ sẽ bị cắt mất trên dưới. Nếu có, hãy đưa một ảnh ngang lên đầu danh sách.",
            ],
        ),
    ],
)
def test_files(file, expected):
    """A photo that is named is there, can be opened, and is good enough."""
    assert beside("nguoi: khong", file) == expected


def test_no_file_at_all():
    assert beside("nguoi: khong") == [
        "2:10: lỗi [anh_thieu] Không có tệp 'cho.jpg' trong thư mục. Hãy đặt tệp ảnh ngay cạnh model.yaml, hoặc xóa ảnh này khỏi danh sách.",
    ]


def test_a_name_with_marks_written_in_two_ways():
    """A file from a Mac may be named with the marks apart from their letters."""
    yaml = MARKET.lstrip().replace("cho.jpg", "ch\u1ee3.jpg") + "    nguoi: khong\n"
    assert told(model(yaml, photos=(photo("cho\u031b\u0323.jpg"),))) == [
        "2:10: lỗi [anh_thieu] Tên tệp 'chợ.jpg' có dấu ghi theo hai cách khác nhau. Hãy đổi tên tệp cho không dấu rồi sửa 'tep' theo.",
    ]


def test_files_that_nobody_names():
    """A picture that is not told about is an error, any other file an advice."""
    files = photo("cho.jpg"), photo("duong.jpg"), photo("iphone.heic", fault=PhotoFault.HEIC)
    report, windows = (photo(name, fault=PhotoFault.NOT_A_PICTURE) for name in ("bao-cao.docx", "Thumbs.db"))
    assert beside("nguoi: khong", *files, report, windows) == [
        "1:1: lỗi [anh_thua] Ảnh 'duong.jpg' nằm trong thư mục nhưng không có trong 'anh'. Hãy thêm vào 'anh', hoặc xóa tệp.",
        "1:1: lỗi [anh_thua] Ảnh 'iphone.heic' nằm trong thư mục nhưng không có trong 'anh'. Hãy thêm vào 'anh', hoặc xóa tệp.",
        "1:1: nhắc [tep_thua] Tệp 'bao-cao.docx' không phải là ảnh và không được dùng đến. Hãy xóa nó khỏi thư mục.",
        "1:1: nhắc [tep_thua] Tệp 'Thumbs.db' không phải là ảnh và không được dùng đến. Hãy xóa nó khỏi thư mục.",
    ]


def test_files_beside_a_model_that_cannot_be_read_are_not_told():
    """Whether they are named can only be said once the file is read."""
    assert [line.split("] ")[0] for line in told(model("loai: a: b", photos=(photo("cho.jpg"),)))] == [
        "1:8: lỗi [cu_phap"
    ]


TWO = """
anh:
  - tep: truoc.jpg
    mo_ta: Đường làng đầy rác
    tac_gia: Ban biên tập
    giay_phep: cua-du-an
    nguoi: khong
    thoi_diem: truoc
  - tep: sau.jpg
    mo_ta: Đường làng sạch đẹp
    tac_gia: Ban biên tập
    giay_phep: cua-du-an
    nguoi: khong
    thoi_diem: sau
""".lstrip()


def test_the_cover_is_no_picture_of_before():
    assert told(model(TWO, photos=(photo("truoc.jpg"), photo("sau.jpg")))) == [
        "7:16: nhắc [anh_bia] Ảnh bìa là ảnh lúc chưa có mô hình. Hãy đưa một ảnh khác lên đầu danh sách.",
    ]


def test_the_same_photo_in_one_model():
    same = photo("truoc.jpg", digest="x"), photo("sau.jpg", digest="x")
    assert told_of_all(model(TWO, photos=same)) == [
        "models/son-la/ngoc-chien-duong-sach/model.yaml:8:10: lỗi [anh_lap] 'sau.jpg' là cùng một ảnh với 'truoc.jpg' ở dòng 2. Hãy giữ một.",
    ]


def test_nearly_the_same_photo_in_one_model():
    near = photo("truoc.jpg", difference_hash=0xF0F0F0F0F0), photo("sau.jpg", difference_hash=0xF0F0F0F0F1)
    assert told_of_all(model(TWO, photos=near)) == [
        "models/son-la/ngoc-chien-duong-sach/model.yaml:8:10: nhắc [anh_lap] 'sau.jpg' trông giống hệt 'truoc.jpg' ở dòng 2. Nếu là một ảnh, hãy giữ bản lớn hơn.",
    ]


def test_photos_that_differ():
    far = photo("truoc.jpg", difference_hash=0xF0F0F0F0F0), photo("sau.jpg", difference_hash=0x0F0F0F0F0F)
    assert told_of_all(model(TWO, photos=far)) == []


def test_the_same_file_told_twice():
    yaml = TWO.replace("sau.jpg", "truoc.jpg")
    assert told_of_all(model(yaml, photos=(photo("truoc.jpg"),))) == [
        "models/son-la/ngoc-chien-duong-sach/model.yaml:8:10: lỗi [anh_lap] 'truoc.jpg' là cùng một ảnh với 'truoc.jpg' ở dòng 2. Hãy giữ một.",
    ]


def test_the_same_photo_in_two_models():
    yaml = MARKET.lstrip() + "    nguoi: khong\n"
    one = model(yaml, name="cho-mot", photos=(photo("cho.jpg", digest="x"),))
    two = model(yaml + "tieu_de: Chợ văn minh ở Đống Đa\n", name="cho-hai", photos=(photo("cho.jpg", digest="x"),))
    assert told_of_all(one, two) == [
        "models/son-la/cho-hai/model.yaml:2:10: lỗi [anh_lap] 'cho.jpg' là cùng một ảnh với 'cho.jpg' ở models/son-la/cho-mot/model.yaml:2. Hãy giữ một.",
    ]
