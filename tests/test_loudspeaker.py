"""What is read over loudspeakers: sixty texts and more against the rules, what finds room first, and the pages that collect them."""

import pytest
from library import SITE, ViewContext, context_of, inputs_of, inputs_of_folder, made, view_at
from made_site import make_models
from making import model
from project import ROOT
from showcase.mkdocs.errors import HostError
from showcase.mkdocs.loudspeaker import need_loudspeaker
from showcase.publish import loudspeaker_pages
from showcase.publish.context import Context
from showcase.publish.facts import catalogue
from showcase.publish.loudspeaker_pages import text_of
from showcase.publish.site import all_outputs
from showcase.record.abbreviations import PATH, read_abbreviations
from showcase.views.loudspeaker_text import WORDS_A_MINUTE
from showcase.views.page import Loudspeaker, hosts_in_line
from showcase.words.read_aloud import unspoken_in

ABBREVIATIONS = read_abbreviations((ROOT / PATH).read_text(encoding="utf-8"))
STEPS = "lam_theo:\n  buoc:\n" + "".join(f"    - Họp tổ lần {n}, cùng bàn việc.\n" for n in range(1, 6))
ID = "ngoc-chien-duong-sach"


def set_to(inputs, setting):
    site = SITE.__class__(name=SITE.name, description=SITE.description, loudspeaker=setting)
    return inputs.__class__(
        **{
            **{name: getattr(inputs, name) for name in inputs.__dataclass_fields__},
            "settings": inputs.settings._replace(site=site),
            "abbreviations": ABBREVIATIONS,
        }
    )


def one(snippet="", setting=Loudspeaker()):  # noqa: B008 - frozen
    return ViewContext(set_to(inputs_of(model(snippet, name=ID)), setting))


def read_out(snippet="", setting=Loudspeaker()):  # noqa: B008 - frozen
    return one(snippet, setting).fact(text_of, ID)


@pytest.fixture(scope="module")
def real():
    return inputs_of_folder(ROOT / "models")


@pytest.fixture(scope="module")
def invented(tmp_path_factory):
    folder = tmp_path_factory.mktemp("loudspeaker") / "models"
    make_models(folder)
    return inputs_of_folder(folder)


# --- The rules, on every text there is -----------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("seconds", [60, 120])
def test_every_text_can_be_read_out_in_time(real, invented, seconds):
    texts = {}
    for inputs in (real, invented):
        context = Context(set_to(inputs, Loudspeaker(seconds=seconds)))
        offered = [one.id for one in context.shared(catalogue).models if one.is_offered]
        texts |= {model_id: context.fact(text_of, model_id) for model_id in offered}
    assert len(texts) >= 60
    faults = {model_id: unspoken_in(text.plain, {}) for model_id, text in texts.items()}
    assert {model_id: found for model_id, found in faults.items() if found} == {}
    composed = {model_id: text for model_id, text in texts.items() if not text.is_written}
    assert len(composed) >= 60
    assert {model_id: text.seconds for model_id, text in composed.items() if text.seconds > seconds} == {}
    whole = [text.paragraphs for text in texts.values()]
    assert all(first == Loudspeaker().opening and last == Loudspeaker().closing for first, *_, last in whole)
    if seconds == 120:
        assert [text.plain for text in composed.values() if "xin hỏi" not in text.paragraphs[-2]] == []


@pytest.mark.parametrize("seconds", [60, 120])
def test_however_much_is_told_the_time_is_kept(seconds):
    snippet = (
        f"tieu_de: {'13.663 ' * 25}hộ\ntom_tat: {'Tổ có 29/01/2024 và 3,5% cùng 0238 3844 567. ' * 8}\n"
        f"luu_y: {'Số 13.663 nay là 13.664. ' * 19}\n" + STEPS
    )
    text = read_out(snippet, Loudspeaker(seconds=seconds))
    assert text.words <= seconds * WORDS_A_MINUTE // 60
    assert unspoken_in(text.plain, {}) == []


# --- What is said, and in which order -------------------------------------------------------------------------------


def test_a_text_says_what_where_who_how_whom_to_ask_and_who_says_so():
    snippet = """\
tieu_de: Tổ tự quản giữ sạch đường làng
dia_diem:
  - noi: xã Quỳnh Liên, thị xã Hoàng Mai, tỉnh Nghệ An
    tai: thôn Bình Minh
don_vi:
  - {ten: Hội LHPN xã Quỳnh Liên, loai: hoi-phu-nu}
  - {ten: Công an xã Quỳnh Liên, loai: cong-an, vai_tro: phoi-hop}
ket_qua:
  - {chi_so: Đường có người nhận, truoc: 2, sau: 12, don_vi_tinh: km, nam: 2022}
lam_theo:
  buoc: [Họp 10 hộ trong xóm, Chia đường thành đoạn]
lien_he:
  don_vi: UBND phường Quỳnh Mai
  dien_thoai_co_quan: 0238 3844 567
"""
    text = read_out(snippet)
    assert text.paragraphs == (
        "Kính thưa bà con, sau đây là một cách làm hay từ cơ sở.",
        (
            "Mô hình: “Tổ tự quản giữ sạch đường làng”. Nơi làm: thôn Bình Minh, xã Quỳnh Liên, thị xã Hoàng Mai, "
            "nay thuộc phường Quỳnh Mai, tỉnh Nghệ An. Đơn vị thực hiện: Hội Liên hiệp Phụ nữ xã Quỳnh Liên, "
            "cùng với Công an xã Quỳnh Liên."
        ),
        (
            "Mười hộ trong xóm thay nhau quét dọn đường làng vào mỗi sáng chủ nhật. Các hộ họp lại, chia đường làng thành "
            "mười đoạn và nhận mỗi nhà một đoạn."
        ),
        "Kết quả đo được. Đường có người nhận: từ hai lên mười hai ki-lô-mét, số liệu năm hai nghìn không trăm hai mươi hai.",
        "Muốn làm theo, có hai bước. Bước một: Họp mười hộ trong xóm. Bước hai: Chia đường thành đoạn.",
        (
            "Muốn biết thêm, xin hỏi ủy ban nhân dân phường Quỳnh Mai, số điện thoại không hai ba tám, ba tám bốn bốn, "
            "năm sáu bảy. Theo Ủy ban nhân dân xã Ngọc Chiến."
        ),
        "Cảm ơn bà con đã lắng nghe.",
    )
    assert text.slow_line == (
        "Đọc chậm: thôn Bình Minh; phường Quỳnh Mai; thị xã Hoàng Mai; Hội Liên hiệp Phụ nữ xã Quỳnh Liên; "
        "Công an xã Quỳnh Liên."
    )


def test_what_people_say_in_their_own_way_is_said_so():
    told = read_out("tom_tat: Sản phẩm OCOP của tổ có mã QR trên nhãn, ai cũng xem được gốc gác.\n").plain
    assert "Sản phẩm ô cốp của tổ có mã kiu a trên nhãn" in told
    paper = read_out("nguon:\n  - {ten: Tổ tự quản, co_quan: Báo Tin tức (TTXVN)}\n").plain
    assert "Theo Báo Tin tức, Thông tấn xã Việt Nam." in paper


def test_in_a_minute_the_first_steps_are_told_and_where_the_others_stand():
    words = "Cả tổ cùng bàn, cùng làm và cùng xem lại việc đã làm vào cuối mỗi tháng."
    steps = "lam_theo:\n  buoc:\n" + f"    - {words}\n" * 6
    text = read_out(steps, Loudspeaker(seconds=60))
    told = " ".join(text.paragraphs)
    assert "Bước một: Cả tổ" in told
    assert "Bước sáu" not in told
    assert "Còn các bước nữa, xin hỏi nơi đã làm." in told
    assert "Bước sáu" in " ".join(read_out(steps).paragraphs)


def test_a_guide_may_have_no_steps():
    assert "Muốn làm theo" not in read_out("lam_theo:\n  kinh_phi: Mỗi hộ góp một buổi công.\n").plain


def test_a_notice_is_told_or_at_least_that_there_is_one():
    assert any("Xin lưu ý: Quy định nay đã đổi." in one for one in read_out("luu_y: Quy định nay đã đổi.\n").paragraphs)
    long = f"luu_y: {'Quy định của năm ấy nay đã đổi nhiều. ' * 12}\n"
    assert "Bài này có điều cần lưu ý" in read_out(long, Loudspeaker(seconds=60)).plain


def test_what_listeners_have_no_use_for_is_left_out():
    story = (
        "noi_dung:\n  cach_lam: |\n    Tổ đi từng nhà. Nguồn không nói tổ có mấy người. Tổ làm ba việc:\n\n    - Một việc.\n\n"
        "    Xem [bài này](../a-b-c/) để rõ.\n"
    )
    told = read_out(story).plain
    assert "Tổ đi từng nhà." in told
    assert not any(words in told for words in ("Nguồn không", "ba việc", "Xem bài này"))


def told_of(story):
    lines = "\n".join(f"    {line}" for line in story.splitlines())
    return read_out(f"noi_dung:\n  cach_lam: |\n{lines}\n").plain


def test_a_list_is_told_from_its_beginning_without_a_gap():
    told = told_of("Trước hết là hỏi từng nhà. Hai là góp nguồn lực. Ba là chia việc.")
    assert "Trước hết là hỏi từng nhà. Hai là góp nguồn lực. Ba là chia việc." in told
    gap = told_of("Trước hết là hỏi từng nhà. Hai là nguồn không nói. Ba là chia việc. Tổ họp mỗi tháng.")
    assert "Trước hết là hỏi từng nhà. Tổ họp mỗi tháng." in gap
    assert "Hai là chia việc" not in told_of("Hai là chia việc. Tổ họp mỗi tháng.")
    assert "Thứ hai, thứ tư hằng tuần tổ quét đường." in told_of("Thứ hai, thứ tư hằng tuần tổ quét đường.")


def test_a_tale_is_told_to_its_end_or_not_begun():
    tale = "Anh Bảy cất một khẩu súng. " + "Tổ đến nhà, nói chuyện ruộng nương. " * 30 + "Rồi súng được nộp."
    told = told_of(f"Tổ họp mỗi tháng.\n\n{tale}")
    assert "Tổ họp mỗi tháng." in told
    assert "khẩu súng" not in told
    assert "khẩu súng" in told_of("Ở đây có người cất một khẩu súng. Rồi súng được nộp.")


def test_a_year_of_all_results_is_told_once_and_what_fell_goes_down():
    told = read_out(
        "ket_qua:\n  - {chi_so: Hộ nghèo, truoc: 8, sau: 2, don_vi_tinh: hộ, nam: 2012}\n"
        "  - {chi_so: Hộ dự họp, sau: 40, don_vi_tinh: hộ, nam: 2012}\n"
    ).plain
    year = "hai nghìn không trăm mười hai"
    assert f"Kết quả đo được, số liệu năm {year}. Hộ nghèo: từ tám xuống hai hộ. Hộ dự họp: bốn mươi hộ." in told


def test_a_host_that_is_no_name_is_written_small_behind_another():
    hosts = "don_vi:\n  - {ten: Công an xã, loai: cong-an}\n  - {ten: Chính quyền xã, loai: chinh-quyen, vai_tro: phoi-hop}\n"
    assert "Đơn vị thực hiện: Công an xã, cùng với chính quyền xã." in read_out(hosts).plain
    assert hosts_in_line(("Chính quyền xã", "Cấp ủy", "Công an xã")) == ("Chính quyền xã", "cấp ủy", "Công an xã")


def test_who_was_not_named_is_no_she():
    assert "Bà đến" not in told_of("Bà đến đúng sáng thứ tư. Tổ họp mỗi tháng.")
    assert "Bà đến" in told_of("Một bà trong xóm mở hàng nước. Bà đến đúng sáng thứ tư.")
    assert "Bà con góp công." in told_of("Bà con góp công.")
    assert "Nhờ vậy" not in told_of("Nguồn không nói rõ. Nhờ vậy đường sạch. Tổ họp mỗi tháng.")
    assert "Họ đến" not in told_of("Họ đến từng nhà. Tổ họp mỗi tháng.")


def test_what_only_explains_an_abbreviation_is_not_read():
    told = told_of("Tên viết tắt: CCB là cựu chiến binh. Tổ họp mỗi tháng.")
    assert "cựu chiến binh" not in told
    assert "Tổ họp mỗi tháng." in told


def test_a_body_beside_a_hyphen_is_one():
    told = told_of("WWF - Việt Nam tài trợ. Tổ họp mỗi tháng.")
    assert "Vê kép vê kép ép Việt Nam tài trợ." in told


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("noi: tỉnh Kon Tum", "Nơi làm: tỉnh Kon Tum cũ, nay thuộc tỉnh Quảng Ngãi."),
        (
            "noi: huyện Đắk Song, tỉnh Đắk Nông",
            "Nơi làm: huyện Đắk Song, tỉnh Đắk Nông cũ, nay thuộc tỉnh Lâm Đồng.",
        ),
        ("noi: thị xã Nghi Sơn, tỉnh Thanh Hóa", "Nơi làm: thị xã Nghi Sơn cũ, tỉnh Thanh Hoá."),
        ("noi: thị xã Hoàng Mai, tỉnh Nghệ An", "Nơi làm: thị xã Hoàng Mai cũ, tỉnh Nghệ An."),
        (
            "{noi: 'phường Quỳnh Mai, tỉnh Nghệ An', tai: xã Quỳnh Liên cũ}",
            "Nơi làm: xã Quỳnh Liên cũ, nay thuộc phường Quỳnh Mai, tỉnh Nghệ An.",
        ),
        (
            "{noi: 'phường Quỳnh Mai, tỉnh Nghệ An', tai: nơi có ảnh trong bài báo}",
            "Nơi làm: phường Quỳnh Mai, tỉnh Nghệ An.",
        ),
    ],
)
def test_names_of_two_times_are_not_mixed(place, said):
    assert said in read_out(f"dia_diem:\n  - {place}\n").plain


def test_names_to_be_read_slowly_are_names_with_their_capitals():
    snippet = """\
dia_diem:
  - {noi: 'phường Quỳnh Mai, tỉnh Nghệ An', tai: 'xóm Bình Minh, nơi có hội quán đầu tiên'}
  - {noi: 'phường Hoàng Mai, tỉnh Nghệ An', tai: nơi tổ chức năm 2023}
don_vi:
  - {ten: Bộ Chỉ huy Quân sự tỉnh Nghệ An, loai: quan-doi}
  - {ten: 10 tiểu ban ở các thôn, loai: khac, vai_tro: phoi-hop}
  - {ten: Các ngành và doanh nghiệp, loai: quan-doi, vai_tro: phoi-hop}
"""
    text = read_out(snippet)
    assert "mười tiểu ban ở các thôn, các ngành và doanh nghiệp." in text.paragraphs[1]
    assert text.slow_line == (
        "Đọc chậm: xóm Bình Minh; phường Quỳnh Mai; phường Hoàng Mai; Bộ Chỉ huy Quân sự tỉnh Nghệ An."
    )


def test_a_title_that_says_what_it_is_is_not_introduced():
    told = read_out("tieu_de: Mô hình tự quản “Văn minh” ở Hoàng Mai\n").paragraphs[1]
    assert told.startswith("Mô hình tự quản “Văn minh”")


def test_editors_may_write_it_themselves():
    text = read_out("phat_thanh: |\n  Mười hộ cùng quét đường.\n\n  Đường nay sạch hơn\n")
    assert text.is_written
    assert text.paragraphs[1:-1] == ("Mười hộ cùng quét đường. Đường nay sạch hơn.",)


# --- Pages ----------------------------------------------------------------------------------------------------------


def addresses(context):
    return {output.address for output in all_outputs(context)}


def test_a_model_has_a_sheet_and_a_plain_text():
    context = one()
    sheet = view_at(context, f"mo-hinh/{ID}/phat-thanh/")
    plain = next(
        output for output in loudspeaker_pages.outputs(context) if output.path == f"mo-hinh/{ID}/phat-thanh.txt"
    )
    assert made(context, plain).decode() == sheet.text.plain
    assert view_at(context, f"mo-hinh/{ID}/").loudspeaker == sheet.head.address
    assert [link.address for link in sheet.collections] == ["dia-phuong/son-la/ngoc-chien/phat-thanh/", "phat-thanh/"]


def test_who_is_not_offered_is_not_read_out():
    context = one("khong_de_xuat: co\nluu_y: Quy định nay đã đổi.\n")
    assert not any("phat-thanh" in where for where in addresses(context) - {"phat-thanh/"})
    assert view_at(context, f"mo-hinh/{ID}/").loudspeaker == ""
    assert view_at(context, "dia-phuong/son-la/ngoc-chien/").more == ()
    assert view_at(context, "phat-thanh/").entries == ()


def test_a_site_may_do_without():
    context = one("", None)
    assert not any("phat-thanh" in where for where in addresses(context))
    assert view_at(context, f"mo-hinh/{ID}/").loudspeaker == ""
    assert view_at(context, "dia-phuong/son-la/ngoc-chien/").more == ()


def test_the_week_is_that_of_the_latest_model_from_monday_to_sunday():
    days = {"chu-nhat": "2026-11-22", "thu-hai": "2026-11-16", "tuan-truoc": "2026-11-15"}
    context = context_of(*(model(f"ngay_dang: {day}\n", name=name) for name, day in days.items()))
    week = view_at(context, "phat-thanh/")
    assert "từ 16/11/2026 đến 22/11/2026" in week.lead
    assert {entry.link.address for entry in week.entries} == {f"mo-hinh/{one}/phat-thanh/" for one in list(days)[:2]}
    commune = view_at(context, "dia-phuong/son-la/ngoc-chien/phat-thanh/")
    assert len(commune.entries) == 3


def test_many_are_parted_into_pages():
    context = context_of(*(model(f"tieu_de: Tổ liên gia số {n}\n", name=f"to-{n:02}") for n in range(23)))
    assert [len(view_at(context, where).entries) for where in ("phat-thanh/", "phat-thanh/trang-3/")] == [10, 3]
    commune = "dia-phuong/son-la/ngoc-chien/phat-thanh/"
    assert [len(view_at(context, f"{commune}{where}").entries) for where in ("", "trang-2/", "trang-3/")] == [10, 10, 3]


# --- The setting ----------------------------------------------------------------------------------------------------


def test_the_setting_is_read():
    assert need_loudspeaker({}) == Loudspeaker()
    assert need_loudspeaker(given=False) is None
    assert need_loudspeaker({"seconds": 60}).seconds == 60


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (True, "hãy ghi opening, closing, seconds, hoặc false"),
        ({"giay": 60}, "hãy ghi opening, closing, seconds"),
        ({"seconds": 90}, "seconds là 60 hoặc 120, không phải 90"),
        ({"opening": ""}, "opening và closing là một câu, không để trống"),
        ({"opening": "Đài xã, 17h"}, "'17' không đọc thành tiếng được"),
        ({"closing": "UBND xã kính chào."}, "'UBND' không đọc thành tiếng được"),
        ({"closing": "chào bà con " * 11}, "cộng lại có quá 40 chữ"),
    ],
)
def test_a_wrong_setting_is_told(given, said):
    with pytest.raises(HostError, match=r"mkdocs\.yml, loudspeaker: ") as told:
        need_loudspeaker(given)
    assert said in str(told.value)


def test_mkdocs_yml_has_the_setting_that_is_documented():
    assert "loudspeaker:" in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert "`loudspeaker`" in (ROOT / "README.md").read_text(encoding="utf-8")
