"""All files together: ids, lineage, twins, vocabularies, reports, and what lies in the folder by mistake."""

import inspect
from dataclasses import replace

import pytest
from making import FIELDS, HOST_KINDS, THEMES, intake, model, report, setting, told, told_of_all, vocabulary
from showcase.record.abbreviations import AbbreviationPage
from showcase.record.intake import Intake, Stray, StrayKind
from showcase.rules.book import check_catalogue


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            """
            so_lieu:
              - chi_tieu: dang-ky
                doi_tuong: mo-hinh
                tong: 13.663
                chia_theo:
                  - chieu: cap
                    phan:
                      tinh: 565
                      huyen: 4.908
                      co-so: 8.190
            """,
            [],
            id="they add up",
        ),
        pytest.param(
            """
            so_lieu:
              - chi_tieu: xay-dung
                doi_tuong: mo-hinh
                tong: 385
                chia_theo:
                  - chieu: linh-vuc
                    phan:
                      kinh-te: 10
                      van-hoa-xa-hoi: 24
                      quoc-phong-an-ninh: 10
                      he-thong-chinh-tri: 11
            """,
            [
                "8:11: lỗi [tong_lech] Các phần cộng lại là 55, tổng là 385, lệch 330. Hãy xem lại số; nếu nguồn ghi đúng như vậy, hãy thêm 'ghi_chu_lech' nói vì sao.",
            ],
            id="they do not",
        ),
        pytest.param(
            """
            so_lieu:
              - chi_tieu: xay-dung
                doi_tuong: mo-hinh
                tong: 385
                chia_theo:
                  - chieu: linh-vuc
                    phan:
                      kinh-te: 10
                      van-hoa-xa-hoi: 45
                    ghi_chu_lech: Nguồn chỉ chia những mô hình đăng ký ở thị xã.
            """,
            [],
            id="they do not, and it is said why",
        ),
        pytest.param(
            """
            so_lieu:
              - chi_tieu: xay-dung
                doi_tuong: mo-hinh
                tong: 385
                chia_theo:
                  - chieu: khoi
                    phan:
                      xã, phường: 366
                      cơ quan, đơn vị: 19
                    ghi_chu_lech: Nguồn không nói.
            """,
            [
                "10:23: nhắc [tong_lech] Các phần cộng lại đúng bằng tổng nên không cần 'ghi_chu_lech'. Hãy xóa dòng này.",
            ],
            id="it is said why, and they do",
        ),
        pytest.param(
            """
            so_lieu:
              - chi_tieu: xay-dung
                doi_tuong: mo-hinh
                tong: 385
                chia_theo:
                  - chieu: khoi
                    phan:
                      xã, phường: ba trăm
                      cơ quan: 19
            """,
            [
                "8:23: lỗi [con_so] 'ba trăm' không phải là con số viết đúng cách. Hãy viết đủ các chữ số, như 3100, 3.100 hoặc 3,5.",
            ],
            id="a part that cannot be read is told alone",
        ),
        pytest.param(
            """
            so_lieu:
              - chi_tieu: dang-ky
                doi_tuong: mo-hinh
                tong: 6
                chia_theo:
                  - chieu: cap
                    phan:
                      thành phố: 1
                      cơ sở: 2
                      quốc tế: 3
                  - chieu: chu-the
                    phan:
                      Tập thể: 6
                  - chieu: linh-vuc
                    phan:
                      kinh tế: 6
            """,
            [
                "8:11: lỗi [phan_la] 'thành phố' không phải là cấp. Ý bạn là 'tinh'?",
                "9:11: lỗi [phan_la] 'cơ sở' không phải là cấp. Ý bạn là 'co-so'?",
                "10:11: lỗi [phan_la] 'quốc tế' không phải là cấp. Hãy dùng: co-so, huyen, tinh, trung-uong; hoặc chia theo 'khoi' và viết bằng lời.",
                "13:11: lỗi [phan_la] 'Tập thể' không phải là chủ thể. Ý bạn là 'tap-the'?",
                "16:11: lỗi [phan_la] 'kinh tế' không phải là lĩnh vực. Ý bạn là 'kinh-te'?",
            ],
            id="keys that are none",
        ),
        pytest.param(
            """
            so_lieu:
              - chi_tieu: dang-ky
                doi_tuong: mo-hinh
                tong: 6
              - chi_tieu: dang-ky
                doi_tuong: dien-hinh
                tong: 7
              - chi_tieu: dang-ky
                doi_tuong: mo-hinh
                tong: 8
            """,
            [
                "8:5: lỗi [so_lieu_lap] Số liệu 'dang-ky' về 'mo-hinh' đã có ở dòng 2. Hãy gộp làm một, mỗi cách chia một mục trong 'chia_theo'.",
            ],
            id="the same figure twice",
        ),
        pytest.param(
            """
            so_lieu:
              - chi_tieu: dang-ky
                doi_tuong: mo-hinh
                tong: 6
                chia_theo:
                  - chieu: khoi
                    phan: {xã: 6}
                  - chieu: khoi
                    phan: {phường: 6}
            """,
            [
                "8:16: lỗi [so_lieu_lap] Cách chia theo 'khoi' đã có ở dòng 6. Hãy gộp hai mục làm một.",
            ],
            id="the same division twice",
        ),
        pytest.param(
            """
            so_lieu:
              - chi_tieu: dang-ky
                doi_tuong: mo-hinh
                tong: 6
                chia_theo:
                  - chieu: cap
                    phan:
                      tinh: 6
                      tinh: 6
            """,
            [
                "9:11: lỗi [khoa_trung] 'tinh' đã có ở dòng 8. Hãy giữ một dòng và xóa dòng kia.",
            ],
            id="a part that stands twice",
        ),
        pytest.param(
            """
            so_lieu:
              - chi_tieu: dang-ky
                doi_tuong: mo-hinh
                tong: 6
                chia_theo:
                  - chieu: khoi
                    phan: {}
            """,
            [
                "7:15: lỗi [so_luong] 'phan' chưa có phần nào. Hãy ghi mỗi phần một dòng, như 'tinh: 565'.",
            ],
            id="no part at all",
        ),
        pytest.param(
            "noi: thành phố Hà Nộm",
            [
                "1:6: lỗi [dia_diem] Không tìm thấy địa phương 'thành phố Hà Nộm'. Ý bạn là 'thành phố Hà Nội' hoặc 'tỉnh Hà Nam'?",
            ],
            id="a place that is none",
        ),
    ],
)
def test_sums_and_parts(yaml, expected):
    """The parts of a total are named by known keys and add up to it, or it is said why not."""
    assert told(report(inspect.cleandoc(yaml))) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            """
            y-te:
              ten: Y tế
              mo_ta: Sức khỏe.
            """,
            [],
            id="a sound one",
        ),
        pytest.param(
            """
            Y tế:
              ten: Y tế
              mo_ta: Sức khỏe.
            """,
            [
                "1:1: lỗi [khoa_danh_muc] Khóa 'Y tế' chỉ được gồm chữ thường không dấu, chữ số và gạch nối. Ý bạn là 'y-te'?",
            ],
            id="a key with marks",
        ),
        pytest.param(
            """
            y-te:
              ten: Y tế
              mo_ta: Sức khỏe.
            suc-khoe:
              ten: Y TẾ
              mo_ta: Sức khỏe.
            """,
            [
                "5:8: lỗi [ten_danh_muc] Tên 'Y TẾ' đã là tên của 'y-te' ở dòng 2. Hãy đặt tên khác, hoặc gộp hai mục.",
            ],
            id="the same name twice",
        ),
        pytest.param(
            """
            y-te:
              ten: Y tế
              mo_ta: Sức khỏe.
              ten_khac: [Trạm xá]
            ha-tang:
              ten: Hạ tầng
              mo_ta: Đường, trường, trạm.
              ten_khac: [trạm xá]
            """,
            [
                "8:14: nhắc [ten_danh_muc] Cách viết 'trạm xá' đã ở mục 'y-te', dòng 4. Hãy giữ ở một mục.",
            ],
            id="the same spelling twice",
        ),
        pytest.param(
            "y-te: Y tế",
            [
                "1:7: lỗi [sai_kieu] 'y-te' phải là nhóm khóa, ở đây là chữ. Hãy viết mỗi khóa một dòng, thụt vào hai dấu cách: 'ten: …'.",
            ],
            id="a term that is a text",
        ),
        pytest.param(
            """
            y-te:
              ten: Y tế
            """,
            [
                "2:3: lỗi [thieu_khoa] Mục danh mục thiếu khóa 'mo_ta'. Hãy thêm: một câu giải thích.",
            ],
            id="a term without a sentence",
        ),
        pytest.param(
            """
            y-te:
              ten: Y tế
              mo_ta: Sức khỏe.
            y-te:
              ten: Trạm y tế
              mo_ta: Sức khỏe.
            """,
            [
                "4:1: lỗi [khoa_trung] 'y-te' đã có ở dòng 1. Hãy giữ một dòng và xóa dòng kia.",
            ],
            id="a term twice",
        ),
    ],
)
def test_terms(yaml, expected):
    """A vocabulary has sound keys, and one name for each."""
    assert told(vocabulary(inspect.cleandoc(yaml))) == expected


def test_ids_are_unique_whatever_their_case():
    one, two = model(name="cho-sach"), model("tieu_de: Chợ văn minh ở Đống Đa", name="Cho-Sach")
    assert told_of_all(one, two) == [
        "models/son-la/Cho-Sach/model.yaml:1:1: lỗi [ma_trung] Mã 'Cho-Sach' đã là mã của models/son-la/cho-sach/model.yaml. Hãy đổi tên một trong hai thư mục.",
    ]


def test_a_former_id_is_nobodys_id_of_today():
    """Neither another model's, nor the model's own."""
    one = model("duong_dan_cu: [cho-moi, cho-cu, cho-sach]", name="cho-sach")
    two = model("tieu_de: Chợ văn minh ở Đống Đa", name="cho-moi")
    assert told_of_all(one, two) == [
        "models/son-la/cho-sach/model.yaml:1:16: lỗi [ma_trung] Mã cũ 'cho-moi' đang là mã của models/son-la/cho-moi/model.yaml. Hãy xóa dòng này, hoặc đổi mã của mô hình kia.",
        "models/son-la/cho-sach/model.yaml:1:33: lỗi [ma_trung] Mã cũ 'cho-sach' chính là mã hiện nay của mô hình này. Hãy xóa dòng này.",
    ]


def test_a_former_id_belongs_to_one_model():
    one = model("duong_dan_cu: [cho-cu]", name="cho-sach")
    two = model("tieu_de: Chợ văn minh ở Đống Đa\nduong_dan_cu: [cho-cu]", name="cho-moi")
    assert told_of_all(one, two) == [
        "models/son-la/cho-moi/model.yaml:2:16: lỗi [ma_trung] Mã cũ 'cho-cu' đã là mã cũ ở models/son-la/cho-sach/model.yaml:1. Hãy giữ ở một mô hình.",
    ]


def test_lineage_leads_to_models_that_are_there():
    """By their ids of today, or former ones."""
    teacher = model("duong_dan_cu: [cho-cu]", name="dong-da-cho")
    pupil = model("tieu_de: Chợ văn minh ở bản Lướt\nhoc_tu: cho-cu", name="ban-luot-cho")
    lost = model("tieu_de: Phố đi bộ văn minh\nhoc_tu: dong-da-choo", name="pho-di-bo")
    alone = model("tieu_de: Bến xe an toàn\nhoc_tu: quoc-te", name="ben-xe")
    assert told_of_all(teacher, pupil, lost, alone) == [
        "models/son-la/ben-xe/model.yaml:2:9: lỗi [hoc_tu] Không có mô hình nào mang mã 'quoc-te'. Mã là tên thư mục của mô hình.",
        "models/son-la/pho-di-bo/model.yaml:2:9: lỗi [hoc_tu] Không có mô hình nào mang mã 'dong-da-choo'. Ý bạn là 'dong-da-cho'?",
    ]


def test_nobody_learns_from_himself():
    """Not even by a former id."""
    one = model("hoc_tu: cho-sach", name="cho-sach")
    two = model("tieu_de: Bến xe an toàn\nhoc_tu: ben-cu\nduong_dan_cu: [ben-cu]", name="ben-xe")
    assert told_of_all(one, two) == [
        "models/son-la/ben-xe/model.yaml:2:9: lỗi [hoc_tu] Mô hình không thể học từ chính mình. Hãy ghi mã của mô hình khác, hoặc xóa dòng này.",
        "models/son-la/cho-sach/model.yaml:1:9: lỗi [hoc_tu] Mô hình không thể học từ chính mình. Hãy ghi mã của mô hình khác, hoặc xóa dòng này.",
    ]


def test_a_circle_of_lineage_is_told_whole():
    """At each of its models, and not at those that only lead into it."""
    one = model("tieu_de: Chợ văn minh\nhoc_tu: hai-hai", name="mot-mot")
    two = model("tieu_de: Bến xe an toàn\nhoc_tu: ba-ba", name="hai-hai")
    three = model("tieu_de: Phố đi bộ văn minh\nhoc_tu: mot-mot", name="ba-ba")
    outside = model("tieu_de: Đường làng sạch đẹp\nhoc_tu: mot-mot", name="bon-bon")
    assert told_of_all(outside, one, two, three) == [
        "models/son-la/ba-ba/model.yaml:2:9: lỗi [hoc_tu] Học theo vòng tròn: ba-ba → mot-mot → hai-hai → ba-ba. Hãy xóa 'hoc_tu' ở nơi làm đầu tiên.",
        "models/son-la/hai-hai/model.yaml:2:9: lỗi [hoc_tu] Học theo vòng tròn: hai-hai → ba-ba → mot-mot → hai-hai. Hãy xóa 'hoc_tu' ở nơi làm đầu tiên.",
        "models/son-la/mot-mot/model.yaml:2:9: lỗi [hoc_tu] Học theo vòng tròn: mot-mot → hai-hai → ba-ba → mot-mot. Hãy xóa 'hoc_tu' ở nơi làm đầu tiên.",
    ]


def test_a_long_line_of_lineage_is_no_circle():
    """A thousand models, each copied from the one before: told at once, and nothing is wrong with it."""
    line = [model(f"tieu_de: Chợ số {n} sạch đẹp\nhoc_tu: cho-{n - 1}", name=f"cho-{n}") for n in range(2, 1000)]
    problems = check_catalogue(intake(model(name="cho-1"), *line), setting())
    assert [problem for problem in problems if problem.rule == "hoc_tu"] == []


def test_twins():
    """The same place, the same host, nearly the same title: perhaps one model that was entered twice."""
    one = model("tieu_de: Mô hình tự quản giữ sạch đường làng", name="mot-mot")
    two = model("tieu_de: Mô hình tự quản giữ gìn sạch đường làng", name="hai-hai")
    assert told_of_all(one, two) == [
        "models/son-la/mot-mot/model.yaml:1:10: nhắc [giong_nhau] Mô hình này có cùng nơi, cùng đơn vị và gần như cùng tiêu đề với 'Mô hình tự quản giữ gìn sạch đường làng' ở models/son-la/hai-hai/model.yaml. Nếu là một, hãy gộp lại và ghi mã bị bỏ vào 'duong_dan_cu'.",
    ]


@pytest.mark.parametrize(
    "other",
    [
        "tieu_de: Hội thi nấu ăn cho nông dân",
        "dia_diem:\n  - noi: xã Mường La, tỉnh Sơn La",
        "don_vi:\n  - ten: Công an xã Ngọc Chiến\n    loai: cong-an",
        "go_bo:\n  ngay: 21/11/2026\n  ly_do: Nhập trùng.",
    ],
    ids=["another title", "another place", "another host", "taken down"],
)
def test_no_twins(other):
    assert told_of_all(model(name="mot-mot"), model(other, name="hai-hai")) == []


def test_the_three_vocabularies_are_there():
    nothing = Intake("models", (), (), ())
    assert [str(problem) for problem in check_catalogue(nothing, setting())] == [
        "models/_vocabulary/chu-de.yaml:1:1: lỗi [du_danh_muc] Thiếu tệp này: danh mục chủ đề. Hãy lấy lại từ bản trước hoặc viết mới theo hướng dẫn.",
        "models/_vocabulary/don-vi.yaml:1:1: lỗi [du_danh_muc] Thiếu tệp này: danh mục loại đơn vị. Hãy lấy lại từ bản trước hoặc viết mới theo hướng dẫn.",
        "models/_vocabulary/linh-vuc.yaml:1:1: lỗi [du_danh_muc] Thiếu tệp này: danh mục lĩnh vực. Hãy lấy lại từ bản trước hoặc viết mới theo hướng dẫn.",
    ]


def test_the_four_fields_are_there():
    few = vocabulary("kinh-te:\n  ten: Kinh tế\n  mo_ta: Làm ăn.\n", "linh-vuc")
    others = vocabulary(THEMES, "chu-de"), vocabulary(HOST_KINDS, "don-vi")
    problems = check_catalogue(Intake("models", (), (), (few, *others)), setting())
    assert [str(problem) for problem in problems] == [
        "models/_vocabulary/linh-vuc.yaml:1:1: lỗi [du_danh_muc] Danh mục lĩnh vực thiếu 'van-hoa-xa-hoi', 'quoc-phong-an-ninh' và 'he-thong-chinh-tri'. Bốn lĩnh vực của phong trào phải có đủ.",
    ]


def test_a_vocabulary_that_cannot_be_read_does_not_miss_its_fields():
    broken = vocabulary("kinh-te: a: b\n" + FIELDS, "linh-vuc")
    others = vocabulary(THEMES, "chu-de"), vocabulary(HOST_KINDS, "don-vi")
    assert check_catalogue(Intake("models", (), (), (broken, *others)), setting()) == []


@pytest.mark.parametrize(
    ("kind", "path", "expected"),
    [
        (
            StrayKind.LINK,
            "models/son-la/cho",
            "lỗi [vat_la] Đây là liên kết (symlink), có thể dẫn ra ngoài kho dữ liệu nên không được đọc. Hãy thay bằng chính tệp hoặc thư mục ấy.",
        ),
        (
            StrayKind.NOT_REGULAR,
            "models/son-la/ong",
            "lỗi [vat_la] Đây không phải là tệp hay thư mục thường. Hãy xóa nó.",
        ),
        (
            StrayKind.NO_MODEL,
            "models/son-la/anh",
            "lỗi [vat_la] Thư mục này có tệp nhưng không có model.yaml. Hãy thêm model.yaml, hoặc chuyển các tệp vào thư mục của một mô hình.",
        ),
        (
            StrayKind.LOOSE,
            "models/son-la/bao-cao.docx",
            "lỗi [vat_la] Tệp 'bao-cao.docx' không được đọc vì không nằm trong thư mục của mô hình nào. Mỗi mô hình là một thư mục riêng, tên là mã của nó, có 'model.yaml' và ảnh nằm cạnh; hãy chuyển tệp vào đó hoặc xóa tệp.",
        ),
        (
            StrayKind.MISNAMED_MODEL,
            "models/son-la/cho/model.yaml.txt",
            "lỗi [vat_la] Tệp 'model.yaml.txt' không được đọc vì tên phải đúng là 'model.yaml'. Hãy đổi tên tệp (trong Windows, bật Hiện đuôi tên tệp để thấy tên thật).",
        ),
        (
            StrayKind.INSIDE_MODEL,
            "models/son-la/cho/anh",
            "lỗi [vat_la] Thư mục này nằm bên trong thư mục của một mô hình nên không được đọc. Hãy đặt ảnh ngay cạnh model.yaml, và đưa mô hình khác ra ngoài.",
        ),
        (
            StrayKind.UNKNOWN_VOCABULARY,
            "models/_vocabulary/linhvuc.yaml",
            "lỗi [vat_la] 'linhvuc.yaml' không phải là danh mục nào. Trong '_vocabulary' chỉ có linh-vuc.yaml, chu-de.yaml và don-vi.yaml.",
        ),
        (
            StrayKind.UNKNOWN_VOCABULARY,
            "models/_reports/ha-noi.xlsx",
            "lỗi [vat_la] 'ha-noi.xlsx' không được đọc: trong '_reports' chỉ có tệp số liệu tên kết thúc bằng '.yaml'. Hãy đổi tên hoặc xóa tệp.",
        ),
        (
            StrayKind.ILLEGIBLE_NAME,
            "models/son-la/ch�",
            "lỗi [vat_la] Tên 'ch�' có ký tự không nhìn thấy được hoặc không theo Unicode (ở chỗ dấu �) nên không được đọc. Hãy đổi tên, chỉ dùng chữ không dấu, chữ số và gạch nối.",
        ),
        (
            StrayKind.UNREADABLE,
            "models/son-la/khoa",
            "lỗi [vat_la] Không mở được 'khoa'. Hãy kiểm tra quyền đọc, hoặc đóng chương trình đang dùng nó.",
        ),
    ],
)
def test_strays(kind, path, expected):
    """What lies in the folder by mistake is told, each with its way out."""
    assert told_of_all(strays=(Stray(kind, path),)) == [f"{path}:1:1: {expected}"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("| UBND | ủy ban nhân dân |", []),
        (
            "| U.B.N.D | ủy ban nhân dân |",
            [
                "5:3: lỗi [viet_tat] 'U.B.N.D' không phải là chữ viết tắt. Hãy viết liền, từ 2 đến 12 chữ cái hoặc chữ số.",
            ],
        ),
        (
            "| UBND | ủy ban nhân dân |\n| Ubnd | ủy ban |",
            ["6:3: lỗi [viet_tat] 'Ubnd' đã có ở dòng 5. Hãy giữ một dòng."],
        ),
        (
            "| HTX | hợptácxã |",
            ["5:9: lỗi [viet_tat] 'hợptácxã' chưa phải là cách viết đầy đủ. Hãy viết ít nhất hai từ."],
        ),
    ],
)
def test_abbreviations(rows, expected):
    """The list lies in docs/, and is checked with the models."""
    page = AbbreviationPage("docs/huong-dan/viet-tat.md", f"# Chữ\n\n| Tắt | Đầy đủ |\n| --- | --- |\n{rows}\n")
    problems = check_catalogue(replace(intake(), abbreviations=page), setting())
    assert [str(problem).removeprefix(f"{page.path}:") for problem in problems] == expected
