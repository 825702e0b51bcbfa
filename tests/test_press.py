"""What a newsroom takes of a model: a title and a summary that fit, the facts, each photo with its credit, how it is cited."""

import html
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from library import due, inputs_of, make_all
from making import model, photo
from showcase.publish.context import Context
from showcase.publish.press_pages import outputs
from showcase.views.citation import Cited, for_apa, for_bibtex, for_newspaper, for_ris
from showcase.views.page import SiteFacts
from showcase.views.sharing import sharing

SITE = SiteFacts(name="Dân vận khéo", description="Thử.", url="https://mau.example/thu/", has_press=True)
NAME = "ngoc-chien-duong-sach"
PAGE = f"mo-hinh/{NAME}/bao-chi/index.html"
WITH_PHOTO = """\
anh:
  - tep: cho.jpg
    mo_ta: Chợ phiên buổi sáng, các sạp hàng xếp thẳng hàng
    chu_thich: Chợ phiên sau một năm.
    tac_gia: Báo Sơn La
    giay_phep: CC-BY-SA-4.0
    nguoi: khong
"""


class Fields(HTMLParser):
    """What stands in the fields of a page, by their labels, and where its links lead."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.labels, self.fields, self.links, self._in = {}, {}, {}, None
        self.feed(page)
        self.told = {self.labels[key].strip(): text for key, text in self.fields.items()}

    def handle_starttag(self, tag, attrs):
        known = dict(attrs)
        if tag == "label":
            self._in = self.labels, known["for"]
        elif tag == "textarea":
            assert "readonly" in known
            self._in = self.fields, known["id"]
            self.fields[known["id"]] = ""
        elif tag == "a":
            self.links[known["href"]] = known
        elif tag == "span":
            self._in = None

    def handle_endtag(self, _tag):
        self._in = None

    def handle_data(self, data):
        if self._in:
            store, key = self._in
            store[key] = store.get(key, "") + data


def made_of(snippet="", site=SITE, **more):
    inputs = inputs_of(model(snippet, **more))
    inputs = replace(inputs, settings=inputs.settings._replace(site=site))
    context = Context(inputs)
    return {output.path: output.bytes_of(context).decode() for output in outputs(context)}


def test_each_text_stands_in_a_field_of_its_own():
    fields = Fields(made_of(WITH_PHOTO, photos=(photo("cho.jpg"),))[PAGE])
    assert {"Tít", "Tóm tắt", "Dòng ghi nguồn", "Trên báo", "Theo APA", "BibTeX"} <= set(fields.told)
    credit = "Ảnh: Báo Sơn La, Dân vận khéo, mau.example/thu/mo-hinh/ngoc-chien-duong-sach, CC BY-SA 4.0"
    assert fields.told["Dòng ghi nguồn"] == credit
    assert fields.told["Địa chỉ ngắn, để in"] == f"mau.example/thu/mo-hinh/{NAME}"


def test_a_long_title_and_summary_are_cut_to_what_fits():
    told = Fields(
        made_of(f"tieu_de: {'Đường hoa, đường sạch, ' * 8}\ntom_tat: {'Bà con cùng làm đường mới. ' * 14}\n")[PAGE]
    ).told
    assert 30 < len(told["Tít"]) <= 65
    assert 80 < len(told["Tóm tắt"]) <= 160
    assert told["Tít"].endswith("…")
    assert told["Tóm tắt"].endswith(".")


def test_the_largest_photo_is_there_to_be_saved_under_a_name_that_tells_its_credit():
    links = Fields(made_of(WITH_PHOTO, photos=(photo("cho.jpg"),))[PAGE]).links
    (saved,) = (where for where, told in links.items() if "download" in told and "/anh/" in where)
    assert re.search(rf"/anh/{NAME}_bao-son-la_[0-9a-f]{{12}}-1600\.jpg$", saved)
    assert "https://creativecommons.org/licenses/by-sa/4.0/" in links


def test_what_is_shown_by_permission_alone_is_said_to_be():
    page = made_of(WITH_PHOTO.replace("CC-BY-SA-4.0", "duoc-phep"), photos=(photo("cho.jpg"),))[PAGE]
    assert "muốn đăng lại, xin hỏi người giữ ảnh" in page
    assert "muốn đăng lại" not in made_of(WITH_PHOTO, photos=(photo("cho.jpg"),))[PAGE]


def test_what_there_is_several_of_stands_below_one_label():
    two = "dia_diem:\n  - noi: xã Ngọc Chiến, tỉnh Sơn La\n  - noi: phường Hoàn Kiếm, Hà Nội\n"
    assert made_of(two)[PAGE].count("<dt>Ở đâu</dt>") == 1
    assert "Hoàn Kiếm" in made_of(two)[PAGE]


def test_a_source_is_led_to_and_no_page_is_trusted_for_it():
    source = "nguon:\n  - ten: Một con đường\n    co_quan: Báo Sơn La\n    url: https://baosonla.vn/duong-1.html\n"
    assert Fields(made_of(source)[PAGE]).links["https://baosonla.vn/duong-1.html"]["rel"] == "noopener nofollow"
    assert "<cite>Một con đường</cite>. Báo Sơn La." in made_of(source.partition("    url")[0])[PAGE]


def test_the_data_of_the_model_is_led_to_where_there_is_some():
    where = f"../../../mo-hinh/{NAME}/du-lieu.json"
    assert where in Fields(made_of(site=replace(SITE, data=("mo-hinh",)))[PAGE]).links
    assert where not in Fields(made_of()[PAGE]).links


def test_the_code_of_a_frame_is_there_where_other_sites_can_show_the_model():
    site = replace(SITE, embeds=("mo-hinh",))
    code = Fields(made_of("tieu_de: Đường 'hoa' & \"đẹp\" của bản\n", site=site)[PAGE]).told["Mã nhúng thẻ bài"]
    assert f'src="https://mau.example/thu/nhung/{NAME}/"' in code
    assert "&amp; &#34;đẹp&#34;" in code
    assert code.count("<") == 2
    assert "Mã nhúng thẻ bài" not in Fields(made_of()[PAGE]).told


def test_a_site_that_wants_none_has_none():
    assert made_of(site=replace(SITE, has_press=False)) == {}


def test_a_site_without_an_address_says_none():
    page = made_of(site=replace(SITE, url=""))[PAGE]
    assert "Địa chỉ ngắn" not in page
    assert "dv-code" not in page


def test_a_taken_down_model_has_none():
    assert made_of("go_bo:\n  ngay: 2026-11-23\n  ly_do: Gỡ theo đề nghị của địa phương.\n") == {}


@pytest.mark.slow
def test_a_corrected_sentence_of_the_story_cites_nothing_anew():
    def inputs(story):
        made = inputs_of(model(f"noi_dung:\n  cach_lam: {story}\n"))
        return replace(made, settings=made.settings._replace(site=SITE))

    before = inputs("Bà con cùng nhau góp công, góp cây để làm con đường hoa dài.")
    after = inputs("Bà con cùng nhau góp công, góp cây để làm con đường hoa thơm.")
    _, history = make_all(before)
    changed = due(history, after)
    assert changed
    assert not {path for path in changed if path.endswith((".bib", ".ris"))}


HOSTILE = Cited(
    "duong-hoa",
    'Đường “hoa” {100%} \\input{x} & $y_z$ #1 ~^ TY  - <b>"',
    date(2026, 11, 2),
    None,
    "https://mau.example/{a}/",
    "Dân vận khéo",
)


def test_bibtex_is_one_entry_whatever_a_title_holds():
    entry = for_bibtex(HOSTILE)
    depth = 0
    for position, sign in enumerate(entry.strip()):
        depth += (sign == "{") - (sign == "}")
        assert depth > 0 or position < len("@online") or position == len(entry.strip()) - 1
    assert depth == 0
    assert entry.count("@online{") == 1
    assert "\\input" not in entry
    assert "date = {2026-11-02}" in entry


def test_ris_is_a_record_of_lines_each_with_a_tag():
    lines = for_ris(HOSTILE).split("\r\n")
    assert lines[0] == "TY  - ELEC"
    assert lines[-2:] == ["ER  - ", ""]
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines[:-1])


def test_citations_for_people():
    assert for_newspaper(HOSTILE).startswith("“Đường ‘hoa’")
    plain = HOSTILE._replace(title="Đường hoa", web="https://mau.example/mo-hinh/duong-hoa/")
    assert for_newspaper(plain) == (
        "“Đường hoa”, Dân vận khéo, đăng ngày 02/11/2026, https://mau.example/mo-hinh/duong-hoa/"
    )
    assert for_apa(plain) == (
        "Dân vận khéo. (2026, ngày 2 tháng 11). Đường hoa. https://mau.example/mo-hinh/duong-hoa/"
    )
    assert for_apa(plain._replace(web="")) == "Dân vận khéo. (2026, ngày 2 tháng 11). Đường hoa."


@pytest.mark.parametrize(
    "title", ['Đường "hoa" <script>alert(1)</script>', "Đường </textarea><script>alert(1)</script>"]
)
def test_no_title_leaves_its_field(title):
    page = made_of(f"tieu_de: '{title}'\n")[PAGE]
    assert "<script>alert" not in page
    assert Fields(page).told["Tít"] == html.unescape(title)


def test_what_is_shared_has_title_and_place_and_links_that_need_no_script():
    told = sharing("Đường hoa.", "xã Ngọc Chiến, Sơn La", "https://mau.example/mo-hinh/a&b/")
    assert told.text == "Đường hoa (xã Ngọc Chiến, Sơn La)"
    assert told.facebook.endswith("?u=https%3A%2F%2Fmau.example%2Fmo-hinh%2Fa%26b%2F")
    assert told.zalo.startswith("https://button-share.zalo.me/share_external?")
    assert sharing("Đường hoa", "Sơn La", "") == ("Đường hoa (Sơn La)", "", "")
