"""What pages say, as sentences: places then and now, lists and their pages, lineage, figures; and how numbers are written."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from library import SITE, ViewContext, context_of, inputs_of, inputs_of_folder, made, view_at, views_of
from making import FIELDS, model, photo, report
from project import ROOT
from showcase.publish import list_pages
from showcase.publish.context import Context
from showcase.publish.facts import card, catalogue
from showcase.publish.site import all_outputs
from showcase.record.submission import Submission
from showcase.record.units import Place
from showcase.system.gazetteer import load_gazetteer
from showcase.views.address import PlaceAddresses
from showcase.views.card import Card
from showcase.views.counted import kinds_counted, stories_counted
from showcase.views.door import by_standing
from showcase.views.figures_page import headline_figures
from showcase.views.front_page import leading_furthest
from showcase.views.list_page import ListPage, line_of
from showcase.views.model_page import ModelPage
from showcase.views.page import Head, Image, Link, SiteFacts, capitalised
from showcase.views.place_names import place_today, places_today
from showcase.views.redirect_page import redirect_page
from showcase.words.dates import write_date
from showcase.words.numbers import with_unit, write_number, write_share, write_size

PHOTO = (
    "anh: [{tep: cho.jpg, mo_ta: Con đường làng rợp hoa., tac_gia: Ban biên tập, giay_phep: cua-du-an, nguoi: khong}]"
)


def one(snippet: str, **more: object) -> Context:
    return context_of(model(snippet, **more))


def many(number: int, snippet: str = "") -> Context:
    """So many models of one place and field, published on the same day."""
    names = [f"to-{place:03}" for place in range(number)]
    return context_of(*(model(f"tieu_de: Tổ liên gia {name}\n{snippet}", name=name) for name in names))


def page_of(context: Context, model_id: str = "ngoc-chien-duong-sach") -> ModelPage:
    return view_at(context, f"mo-hinh/{model_id}/")


def lists_of(context: Context) -> dict[str, list[ListPage]]:
    """The pages of every list by the address of its first."""
    found: dict[str, list[ListPage]] = {}
    for output in list_pages.outputs(context):
        where, _ = output.key
        found.setdefault(where, []).append(made(context, output))
    return found


def card_of(context: Context, model_id: str = "ngoc-chien-duong-sach") -> Card:
    return context.fact(card, model_id)


def places_of(context: Context) -> tuple[Place, ...]:
    return context.shared(catalogue).models[0].located(load_gazetteer())


def plain(text: str) -> str:
    """Put plain spaces where a line must not break."""
    return text.replace("\u00a0", " ")


def place(noi: str, hien_nay: str = "") -> str:
    now = f", hien_nay: {hien_nay}" if hien_nay else ""
    return f"{{noi: '{noi}'{now}}}"


# --- Places then and now -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "today"),
    [
        (("phường Quỳnh Thiện, thị xã Hoàng Mai, tỉnh Nghệ An",), "Phường Hoàng Mai, Nghệ An"),
        (("phường Hoàng Mai, tỉnh Nghệ An",), "Phường Hoàng Mai, Nghệ An"),
        (("phường Đồng Xuân, quận Hoàn Kiếm, Hà Nội", "phường Hoàn Kiếm"), "Phường Hoàn Kiếm, Hà Nội"),
        (("thị xã Hoàng Mai, tỉnh Nghệ An",), "Nghệ An (thị xã Hoàng Mai cũ)"),
        (("tỉnh Bắc Giang",), "Bắc Ninh (tỉnh Bắc Giang cũ)"),
        (("tỉnh Thừa Thiên Huế",), "Thành phố Huế"),
        (("tỉnh Nghệ An",), "Tỉnh Nghệ An"),
        (("TP Hà Nội",), "Thành phố Hà Nội"),
        (("huyện Lý Sơn, tỉnh Quảng Ngãi",), "Đặc khu Lý Sơn, Quảng Ngãi"),
        (("phường Sài Gòn, TPHCM",), "Phường Sài Gòn, TP. Hồ Chí Minh"),
        (("quận 2, TP. Hồ Chí Minh",), "TP. Hồ Chí Minh (thành phố Thủ Đức cũ)"),
        (("tỉnh Hà Nam Ninh",), "Tỉnh Ninh Bình"),
        (("xã Nam Cường, huyện Nam Đàn, Nghệ An", "xã Kim Liên"), "Xã Kim Liên, Nghệ An"),
    ],
)
def test_a_place_is_called_by_its_name_of_today(written, today):
    only = one(f"dia_diem: [{place(*written)}]")
    assert plain(place_today(places_of(only)[0])) == today
    assert plain(card_of(only).place) == today


@pytest.mark.parametrize(
    ("places", "together"),
    [
        (["phường Hoàng Mai, tỉnh Nghệ An"], "Phường Hoàng Mai, Nghệ An"),
        (
            ["phường Hoàng Mai, tỉnh Nghệ An", "phường Tân Mai, tỉnh Nghệ An"],
            "Phường Hoàng Mai và phường Tân Mai, Nghệ An",
        ),
        (
            ["phường Hoàng Mai, tỉnh Nghệ An", "huyện Diễn Châu, tỉnh Nghệ An"],
            "Phường Hoàng Mai và huyện Diễn Châu (cũ), Nghệ An",
        ),
        (
            ["huyện Diễn Châu, tỉnh Nghệ An", "phường Hoàng Mai, tỉnh Nghệ An"],
            "Huyện Diễn Châu (cũ) và phường Hoàng Mai, Nghệ An",
        ),
        (
            ["phường Hoàng Mai, tỉnh Nghệ An", "xã Ngọc Chiến, tỉnh Sơn La"],
            "Phường Hoàng Mai, Nghệ An và xã Ngọc Chiến, Sơn La",
        ),
        (
            ["phường Hoàng Mai, tỉnh Nghệ An", "tỉnh Sơn La", "TP Huế"],
            "Phường Hoàng Mai, Nghệ An và 2 nơi khác",
        ),
        (
            ["phường Quỳnh Thiện, thị xã Hoàng Mai, Nghệ An", "phường Hoàng Mai, tỉnh Nghệ An"],
            "Phường Hoàng Mai, Nghệ An",
        ),
    ],
)
def test_several_places_are_told_in_a_breath(places, together):
    assert plain(places_today(places_of(one(f"dia_diem: [{', '.join(map(place, places))}]")))) == together


def test_a_page_shows_a_place_as_it_was_written_beside_what_it_is_now():
    (shown,) = page_of(
        one("dia_diem: [{noi: 'xã Quỳnh Liên, thị xã Hoàng Mai, tỉnh Nghệ An', tai: thôn Bình Minh}]")
    ).places
    assert (shown.detail, shown.written) == ("Thôn Bình Minh", "xã Quỳnh Liên, thị xã Hoàng Mai, tỉnh Nghệ An")
    assert (shown.today, shown.changed) == ("Phường Quỳnh Mai, Nghệ An", True)
    assert [(link.label, link.address) for link in shown.links] == [
        ("Phường Quỳnh Mai", "dia-phuong/nghe-an/quynh-mai/"),
        ("Tỉnh Nghệ An", "dia-phuong/nghe-an/"),
        ("Thị xã Hoàng Mai (cũ)", "dia-phuong/cu/nghe-an/hoang-mai/"),
    ]


def test_a_place_of_today_says_nothing_of_before():
    (shown,) = page_of(one("dia_diem: [{noi: 'xã Ngọc Chiến, tỉnh Sơn La'}]")).places
    assert (shown.written, shown.changed) == ("Xã Ngọc Chiến, tỉnh Sơn La", False)
    assert [link.label for link in shown.links] == ["Xã Ngọc Chiến", "Tỉnh Sơn La"]


def test_a_place_that_no_list_knows_is_shown_as_it_was_written_with_today_beside_it_and_has_no_page():
    context = one("dia_diem: [{noi: 'xã Nam Cường, huyện Nam Đàn, Nghệ An', hien_nay: xã Kim Liên}]")
    (shown,) = page_of(context).places
    assert (shown.written, shown.today, shown.changed) == (
        "Xã Nam Cường, huyện Nam Đàn, Nghệ An", "Xã Kim Liên, Nghệ An", True,
    )  # fmt: skip
    assert [link.label for link in shown.links] == ["Xã Kim Liên", "Tỉnh Nghệ An", "Huyện Nam Đàn (cũ)"]
    (none,) = page_of(one("dia_diem: [{noi: tỉnh Hà Nam Ninh}]")).places
    assert (none.written, none.changed) == ("Tỉnh Hà Nam Ninh", True)
    assert [link.label for link in none.links] == ["Tỉnh Ninh Bình"]
    assert not [
        where for where in lists_of(one("dia_diem: [{noi: tỉnh Hà Nam Ninh}]")) if where.startswith("dia-phuong/cu/")
    ]


BODY = "dia_diem: [{pham_vi: Bộ Tư lệnh Thủ đô Hà Nội, tinh: Hà Nội}]"
NOWHERE = "dia_diem: [{pham_vi: Đảng bộ Khối các cơ quan Trung ương}]"


def test_a_body_without_territory_stands_under_its_province_alone():
    context = one(BODY)
    (shown,) = page_of(context).places
    assert (shown.written, shown.changed) == ("Bộ Tư lệnh Thủ đô Hà Nội", False)
    assert [link.label for link in shown.links] == ["Thành phố Hà Nội"]
    assert card_of(context).place == "Bộ Tư lệnh Thủ đô Hà Nội"
    assert page_of(context).place.address == "dia-phuong/ha-noi/"
    assert lists_with(context) == {
        "mo-hinh/",
        "linh-vuc/van-hoa-xa-hoi/",
        "dia-phuong/ha-noi/",
        "dia-phuong/ha-noi/linh-vuc/van-hoa-xa-hoi/",
        "tien-trinh/trien-khai/",
    }


def test_a_body_of_no_province_stands_in_the_lists_of_all():
    context = one(NOWHERE)
    (shown,) = page_of(context).places
    assert (shown.written, shown.links) == ("Đảng bộ Khối các cơ quan Trung ương", ())
    assert page_of(context).place.address == ""
    assert lists_with(context) == {"mo-hinh/", "linh-vuc/van-hoa-xa-hoi/", "tien-trinh/trien-khai/"}


def lists_with(context: Context) -> set[str]:
    """The lists that have models."""
    return {where for where, pages in lists_of(context).items() if pages[0].cards}


@pytest.mark.slow
def test_the_city_is_never_called_by_the_bare_name_of_a_person():
    context = Context(inputs_of(model("dia_diem: [{noi: 'phường Sài Gòn, TP. Hồ Chí Minh'}]"), is_searched=True))
    texts = [
        output.bytes_of(context).decode() for output in all_outputs(context) if output.path.endswith(("html", "json"))
    ]
    named = [text for page in texts for text in re.findall(r".{0,10}Hồ(?:\s|</?\w+>)*Chí Minh", page)]
    assert len(named) > 20
    assert [text for text in named if not re.search(r"(?i)(?:tp\.?|thành phố|tư tưởng)\s+Hồ", text)] == []
    (page,) = lists_of(context_of(model("dia_diem: [{noi: TP. Hồ Chí Minh}]")))["dia-phuong/ho-chi-minh/"]
    assert page.title == "TP. Hồ Chí Minh"


def test_the_list_of_a_former_district_leads_to_today():
    lists = lists_of(one("dia_diem: [{noi: 'thị xã Hoàng Mai, tỉnh Nghệ An'}]"))
    (page,) = lists["dia-phuong/cu/nghe-an/hoang-mai/"]
    assert page.title == "Thị xã Hoàng Mai"
    assert plain(page.lead) == (
        "Thị xã Hoàng Mai không còn từ 01/07/2025, khi cấp huyện kết thúc hoạt động. 1 mô hình đã được ghi ở đây."
    )
    (group,) = page.groups
    assert group.title == "Đất cũ nay thuộc"
    assert [link.label for link in group.links] == ["Phường Hoàng Mai", "Phường Quỳnh Mai", "Phường Tân Mai"]
    assert [card.address for card in page.cards] == ["mo-hinh/ngoc-chien-duong-sach/"]


def test_a_former_province_leads_to_the_one_that_took_it():
    (page,) = lists_of(one("dia_diem: [{noi: tỉnh Bắc Giang}]"))["dia-phuong/cu/bac-giang/"]
    assert page.title == "Tỉnh Bắc Giang"
    assert [(link.label, link.address) for link in page.groups[0].links] == [("Tỉnh Bắc Ninh", "dia-phuong/bac-ninh/")]


def test_a_commune_says_what_it_was_made_of():
    (page,) = lists_of(one("dia_diem: [{noi: 'phường Hoàng Mai, tỉnh Nghệ An'}]"))["dia-phuong/nghe-an/hoang-mai/"]
    assert page.title == "Phường Hoàng Mai"
    assert plain(page.lead) == "1 mô hình ở phường Hoàng Mai, tỉnh Nghệ An."
    assert page.notes == ("Lập từ toàn bộ hoặc một phần của: phường Quỳnh Thiện, xã Quỳnh Trang, xã Quỳnh Vinh.",)


def test_every_province_has_a_page_be_it_empty():
    lists = lists_of(one("dia_diem: [{noi: tỉnh Nghệ An}]"))
    provinces = [address for address in lists if address.count("/") == 2 and address.startswith("dia-phuong/")]
    assert len(provinces) == 34
    (empty,) = lists["dia-phuong/ca-mau/"]
    assert (empty.total, empty.cards) == (0, ())
    assert empty.lead == "Chưa có bài nào của tỉnh Cà Mau được đưa lên chuyên trang."


def test_two_units_of_one_name_have_two_addresses():
    """Two former districts were called Hoàng Mai, in Hà Nội and in Nghệ An."""
    gazetteer = load_gazetteer()
    places = PlaceAddresses(gazetteer)
    units = [gazetteer.resolve(f"{name} Hoàng Mai, {province}").place.former_district for name, province in (
        ("quận", "Hà Nội"), ("thị xã", "Nghệ An")
    )]  # fmt: skip
    assert [places.former_district(unit) for unit in units] == [
        "dia-phuong/cu/ha-noi/hoang-mai/",
        "dia-phuong/cu/nghe-an/hoang-mai/",
    ]


def test_a_model_in_two_places_of_a_province_stands_there_once():
    lists = lists_of(one("dia_diem: [{noi: 'xã Ngọc Chiến, tỉnh Sơn La'}, {noi: 'xã Mường La, tỉnh Sơn La'}]"))
    assert len(lists["dia-phuong/son-la/"][0].cards) == 1
    assert plain(lists["dia-phuong/son-la/"][0].lead) == (
        "1 mô hình của tỉnh Sơn La, có mặt ở ít nhất 2 xã, phường, đặc khu hiện nay."
    )
    assert (
        len(lists["dia-phuong/son-la/ngoc-chien/"][0].cards) == len(lists["dia-phuong/son-la/muong-la/"][0].cards) == 1
    )


# --- Lists and their pages -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("models", "cards"), [(0, [0]), (1, [1]), (24, [24]), (25, [24, 1]), (48, [24, 24]), (49, [24, 24, 1])]
)
def test_a_long_list_is_paged_by_24(models, cards):
    pages = lists_of(many(models))["mo-hinh/"]
    assert [len(page.cards) for page in pages] == cards
    assert {page.total for page in pages} == {models}
    assert [page.head.address for page in pages] == ["mo-hinh/", "mo-hinh/trang-2/", "mo-hinh/trang-3/"][: len(cards)]
    assert [page.pager is None for page in pages] == [len(cards) == 1] * len(cards)
    shown = [card.address for page in pages for card in page.cards]
    assert len(set(shown)) == models, "no model is shown twice, and none is left out"


def test_the_pages_of_a_list_lead_to_each_other():
    first, second, third = lists_of(many(49))["mo-hinh/"]
    assert (first.pager.before, first.pager.after) == ("", "mo-hinh/trang-2/")
    assert (second.pager.before, second.pager.after) == ("mo-hinh/", "mo-hinh/trang-3/")
    assert (third.pager.before, third.pager.after) == ("mo-hinh/trang-2/", "")
    assert [link.label for link in second.pager.links] == ["1", "2", "3"]
    assert second.head.own_title == "Mô hình – trang 2"
    assert second.head.short_description == (
        "Trang 2. Phong trào “Dân vận khéo”: 49\u00a0mô hình đã có bài, mới đăng xếp trước."
    )
    assert first.groups, "what narrows the list stands on its first page"
    assert not second.groups
    assert not second.line.links, "and on no other"


def test_above_the_cards_a_list_stands_among_its_neighbours_that_have_most():
    context = context_of(
        model("dia_diem: [{noi: 'xã Ngọc Chiến, tỉnh Sơn La'}]\nchu_de: [y-te]", name="mot"),
        model("dia_diem: [{noi: 'xã Mường La, tỉnh Sơn La'}]", name="hai"),
        model("dia_diem: [{noi: 'xã Mường La, tỉnh Sơn La'}]\nlinh_vuc: kinh-te", name="ba"),
    )
    lists = lists_of(context)
    lines = {where: [(link.label, link.count) for link in pages[0].line.links] for where, pages in lists.items()}
    assert lines["mo-hinh/"] == [("Tất cả", 3), ("Y tế", 1), ("Cả 1 chủ đề", None)]
    assert lines["dia-phuong/son-la/"] == [("Cả tỉnh", 3), ("Xã Mường La", 2), ("Xã Ngọc Chiến", 1)]
    assert lines["dia-phuong/son-la/ngoc-chien/"] == [("Xã Ngọc Chiến", 1), ("Cả tỉnh", 3), ("Xã Mường La", 2)]
    assert lines["linh-vuc/kinh-te/"] == [("Kinh tế", 1), ("Tất cả", 3), ("Văn hóa - xã hội", 2)]
    assert lines["chu-de/y-te/"] == [("Y tế", 1), ("Tất cả", 3)]
    for where, pages in lists.items():
        own = [link for link in pages[0].line.links if link.address == where]
        assert len(own) == (len(pages[0].line.links) > 0), where


def test_a_line_holds_eight_neighbours_and_the_button_all():
    lists = lists_of(one("chu_de: [y-te, moi-truong]"))
    (page,) = lists["linh-vuc/van-hoa-xa-hoi/"]
    assert [group.title for group in page.groups] == ["Theo lĩnh vực", "Theo địa phương"]
    neighbours = [Link(f"Nơi {at}", f"noi-{at}/", at) for at in range(12)]
    line = line_of("Các nơi", [neighbours[3]], neighbours)
    assert [link.count for link in line.links] == [3, 11, 10, 9, 8, 7, 6, 5, 4], "of one without models nothing is said"


def test_a_very_long_list_leaves_pages_out_of_the_row():
    pages = lists_of(many(24 * 9 + 1))["mo-hinh/"]
    labels = [link.label if link else "…" for link in pages[4].pager.links]
    assert labels == ["1", "…", "4", "5", "6", "…", "10"]


def test_every_list_of_many_models_is_paged():
    lists = lists_of(many(25, "chu_de: [y-te]\n"))
    paged = [address for address, pages in lists.items() if len(pages) == 2]
    assert paged == [
        "mo-hinh/",
        "linh-vuc/van-hoa-xa-hoi/",
        "chu-de/y-te/",
        "tien-trinh/trien-khai/",
        "dia-phuong/son-la/",
        "dia-phuong/son-la/linh-vuc/van-hoa-xa-hoi/",
        "dia-phuong/son-la/ngoc-chien/",
    ]


def test_a_list_begins_with_the_newest_and_sorts_one_day_as_vietnamese_do():
    titles = [
        "Đường làng sạch",
        "Duyên dáng áo dài",
        "Ấp văn hóa mới",
        "Ăn sạch ở sạch",
        "Anh em một nhà",
        "Dòng sông xanh",
    ]
    models = [model(f"tieu_de: {title}\n", name=f"mo-hinh-so-{at}") for at, title in enumerate(titles)]
    newest = model("tieu_de: Xóm mới đăng hôm nay\nngay_dang: 2026-11-21\n", name="mo-hinh-moi")
    (page,) = lists_of(context_of(*models, newest))["mo-hinh/"]
    assert [card.title for card in page.cards] == [
        "Xóm mới đăng hôm nay",
        "Anh em một nhà",
        "Ăn sạch ở sạch",
        "Ấp văn hóa mới",
        "Dòng sông xanh",
        "Duyên dáng áo dài",
        "Đường làng sạch",
    ]


def test_provinces_stand_in_dictionary_order():
    places = view_at(one(""), "dia-phuong/")
    assert places.title.startswith("34")
    waiting = [link.label for link in places.waiting]
    assert waiting[:4] == ["An Giang", "Bắc Ninh", "Cà Mau", "Cao Bằng"]
    assert waiting.index("Cần Thơ") < waiting.index("Đà Nẵng") < waiting.index("Đồng Nai") < waiting.index("Gia Lai")
    assert plain(places.lead) == "1 mô hình ở 1 trong số 34 tỉnh, thành phố hiện nay."


def test_what_lies_in_no_province_is_told_below_the_table_whose_whole_counts_it():
    places = view_at(
        context_of(model(name="mot"), model("dia_diem:\n  - pham_vi: Bộ Công an", name="hai")), "dia-phuong/"
    )
    assert [row.place.count for row in places.table.rows] == [1]
    assert (places.table.whole.count, places.table.unplaced, places.table.is_shared) == (2, 1, False)


def test_the_map_and_its_table_count_each_field_of_a_province_and_the_fields_sum_to_all():
    in_two = "dia_diem:\n  - noi: tỉnh Sơn La\n  - noi: thành phố Hà Nội"
    context = context_of(
        model(name="mot"),
        model("linh_vuc: kinh-te", name="hai"),
        model(f"linh_vuc: kinh-te\n{in_two}", name="ba"),
    )
    front, places = (view_at(context, where) for where in ("", "dia-phuong/"))
    told = {
        row.place.label: (row.place.count, {link.address: link.count for link, _ in row.fields if link.count})
        for row in places.table.rows
    }
    assert told == {
        "Hà Nội": (1, {"dia-phuong/ha-noi/linh-vuc/kinh-te/": 1}),
        "Sơn La": (
            3,
            {"dia-phuong/son-la/linh-vuc/kinh-te/": 2, "dia-phuong/son-la/linh-vuc/van-hoa-xa-hoi/": 1},
        ),
    }
    assert (places.table.whole.count, places.table.is_shared) == (3, True)
    assert [(layer.label, layer.count) for layer in places.map.layers][:3] == [
        ("Tất cả", 3),
        ("Kinh tế", 2),
        ("Văn hóa - xã hội", 1),
    ]
    assert front.map.layers == places.map.layers[:1], "the front page lets choose a place, not a field"
    of_all, *of_fields = places.map.layers
    for row in places.table.rows:
        shown = [tile.link for layer in of_fields for tile in layer.tiles if tile.link.label == row.place.label]
        assert sum(link.count for link in shown) == row.place.count
        assert [tile.link for tile in of_all.tiles if tile.link.label == row.place.label] == [row.place]
        assert {link.address for link in shown} <= set(lists_of(context))


NGHE_AN = "40"
"""The code of Nghệ An in the list of the provinces."""


@pytest.mark.slow
def test_the_table_has_short_heads_and_the_shades_of_the_map():
    context = ViewContext(inputs_of_folder(ROOT / "models"))
    table = view_at(context, "dia-phuong/").table
    assert [plain(head) for head in table.heads] == [
        "Kinh tế",
        "Văn hóa - xã hội",
        "Quốc phòng - an ninh",
        "Hệ thống chính trị",
    ]
    nghe_an = next(row for row in table.rows if row.place.label == "Nghệ An")
    there = [
        model.field for model in context.shared(catalogue).models if NGHE_AN in {at.province for at in model.places}
    ]
    counts = [there.count(field) for field in ("kinh-te", "van-hoa-xa-hoi", "quoc-phong-an-ninh", "he-thong-chinh-tri")]
    assert min(counts) >= 2
    steps = [sum(count >= least for least in (1, 5, 20, 100)) for count in counts]
    assert [(link.count, step) for link, step in nghe_an.fields] == list(zip(counts, steps, strict=True))


def test_an_empty_catalogue_has_its_map_and_no_table():
    places = view_at(context_of(), "dia-phuong/")
    assert places.table is None
    assert [len(layer.tiles) for layer in places.map.layers] == [34, 0, 0, 0, 0]
    assert [islands.name for islands in places.map.archipelagos] == ["Hoàng Sa", "Trường Sa"]


def test_fields_and_themes_stand_in_the_order_of_their_files():
    context = one("chu_de: [y-te]")
    fields, themes = view_at(context, "linh-vuc/"), view_at(context, "chu-de/")
    keys = [line.removesuffix(":") for line in FIELDS.splitlines() if line.endswith(":") and not line.startswith(" ")]
    full = [door.link.key for door in fields.doors]
    assert [key for key in keys if key in full] == full
    assert full + [link.key for link in fields.waiting] == [*full, *(key for key in keys if key not in full)]
    assert [door.link.key for door in themes.doors] == ["y-te"]
    assert "y-te" not in [link.key for link in themes.waiting]


# --- One model -----------------------------------------------------------------------------------------------------


def lineage() -> Context:
    """A teacher who changed its id, two learners of whom one knows the old id, and a copy without an entry."""
    return context_of(
        model(
            "tieu_de: Đường hoa đầu tiên\nduong_dan_cu: [duong-hoa-2021]\n"
            "da_nhan_rong: [{noi: 'huyện Mường La, tỉnh Sơn La', don_vi: Đoàn xã, nam: 2024, nguon: 1}]\n",
            name="duong-hoa",
        ),
        model("tieu_de: Học sau\nhoc_tu: duong-hoa\nlich_su: [{nam: 2024, viec: trien-khai}]\n", name="hoc-sau"),
        model(
            "tieu_de: Học trước\nhoc_tu: duong-hoa-2021\nlich_su: [{nam: 2023, viec: trien-khai}]\n", name="hoc-truoc"
        ),
        model("tieu_de: Tự làm lấy\n", name="tu-lam"),
    )


def test_the_lineage_is_told_at_both_ends():
    everything = lineage()
    teacher = page_of(everything, "duong-hoa")
    assert [(stop.year, stop.address, stop.is_here) for stop in teacher.trail] == [
        (2022, "", True),
        (2023, "mo-hinh/hoc-truoc/", False),
        (2024, "mo-hinh/hoc-sau/", False),
        (2024, "", False),
    ], "in the order of years, first of all itself"
    for learner in ("hoc-sau", "hoc-truoc"):
        first, own = page_of(everything, learner).trail
        assert (first.address, own.is_here) == ("mo-hinh/duong-hoa/", True)
        assert not page_of(everything, learner).is_copied
    assert page_of(everything, "tu-lam").trail == ()


def test_copies_without_an_entry_count_and_are_told():
    everything = lineage()
    page = page_of(everything, "duong-hoa")
    copy = page.trail[-1]
    assert (copy.label, copy.details, copy.year, copy.source) == ("Huyện Mường La, tỉnh Sơn La", "Đoàn xã", 2024, 1)
    assert page.is_copied
    assert card_of(everything, "duong-hoa").copied == 3
    assert card_of(everything, "tu-lam").copied == 0


def test_who_learned_from_a_model_that_was_taken_down_stands_alone():
    gone = model("tieu_de: Đã gỡ\ngo_bo: {ngay: 2026-11-21, ly_do: Theo đề nghị.}\n", name="da-go")
    learner = model("tieu_de: Học theo\nhoc_tu: da-go\n", name="hoc-theo")
    page = page_of(context_of(gone, learner), "hoc-theo")
    assert page.trail == ()


def test_a_model_taken_down_leaves_its_day_and_its_reason_and_nothing_else():
    context = context_of(
        model("tieu_de: Chuyện không nên kể\ngo_bo: {ngay: 21/11/2026, ly_do: Theo đề nghị.}\n", name="da-go"),
        model("tieu_de: Còn đây\n", name="con-day"),
    )
    everything = context.shared(catalogue)
    assert [m.id for m in everything.models] == ["con-day"]
    assert [m.id for m in everything.taken_down] == ["da-go"]
    notice = view_at(context, "mo-hinh/da-go/")
    assert (notice.day, notice.reason) == ("21/11/2026", "Theo đề nghị.")
    assert "Chuyện không nên kể" not in repr(notice)
    others = [view for address, view in views_of(context).items() if not address.startswith("mo-hinh/da-go/")]
    assert "da-go" not in repr(others)


# --- The search ----------------------------------------------------------------------------------------------------


def searched(*models: Submission) -> Context:
    """A context of a site that has a search."""
    return ViewContext(inputs_of(*models, is_searched=True))


def test_the_search_stands_on_the_first_page_of_all_models_and_the_front_page_leads_there():
    models = [model(f"tieu_de: Tổ liên gia {number}\n", name=f"to-{number:03}") for number in range(30)]
    found = views_of(searched(*models))
    assert [address for address, view in found.items() if getattr(view, "panel", ())] == ["mo-hinh/"]
    without = views_of(context_of(*models))
    assert not without["mo-hinh/"].panel
    assert (found[""].is_searched, without[""].is_searched) == (True, False)
    assert {address for address in found if found[address] != without[address]} == {"", "mo-hinh/"}


@pytest.mark.parametrize(
    "snippet",
    [
        "cap: tinh",
        "loai: dien-hinh",
        "don_vi:\n  - ten: Hội Phụ nữ xã Ngọc Chiến\n    loai: cong-an",
        "chu_de: [y-te]",
        "lich_su:\n  - nam: 2021\n    viec: trien-khai",
        "lam_theo:\n  buoc: [Họp các nhà lại, Chia đường làng]",
        "ket_qua:\n  - chi_so: Hộ\n    sau: 12",
        "dia_diem:\n  - noi: phường Quỳnh Mai, Nghệ An",
        "da_nhan_rong:\n  - noi: xã Mường La, tỉnh Sơn La",
    ],
)
def test_the_first_page_is_another_when_what_one_narrows_by_is(snippet):
    first = model("cap: co-so\nchu_de: [chuyen-doi-so]\n", name="mot-mot")
    one, other = (searched(first, model(second, name="hai-hai")) for second in ("", snippet))
    assert view_at(one, "mo-hinh/").panel != view_at(other, "mo-hinh/").panel


def test_former_addresses_lead_to_today_s():
    assert view_at(lineage(), "mo-hinh/duong-hoa-2021/").target == "mo-hinh/duong-hoa/"


def test_a_story_may_link_to_a_model_by_the_id_that_it_had():
    text = "noi_dung: {cach_lam: 'Xóm đã học [đường hoa](../duong-hoa-2021/) và [chỗ không có](../khong-co/) rồi về làm thử.'}"
    everything = context_of(
        *map(_again, lineage().shared(catalogue).models), model(f"tieu_de: Kể chuyện\n{text}\n", name="ke-chuyen")
    )
    assert page_of(everything, "ke-chuyen").linked == {"duong-hoa-2021": "duong-hoa"}


def _again(made) -> Submission:
    former = f"duong_dan_cu: [{', '.join(made.former_ids)}]\n" if made.former_ids else ""
    return model(f"tieu_de: {made.title}\n{former}", name=made.id)


@pytest.mark.parametrize(
    ("result", "number", "before", "bars"),
    [
        ("{chi_so: Camera, sau: 3.100, xap_xi: hon}", "hơn 3.100", "", (0, 0)),
        ("{chi_so: Hộ nghèo, truoc: 40, sau: 10}", "10", "40", (1000, 250)),
        ("{chi_so: Tỷ lệ, truoc: '3,5', sau: 7}", "7", "3,5", (500, 1000)),
        ("{chi_so: Số vụ, truoc: 12, sau: 0}", "0", "12", (1000, 0)),
        ("{chi_so: Số vụ, truoc: 0, sau: 0}", "0", "0", (0, 0)),
        ("{chi_so: Nhiệt độ, truoc: -2, sau: -1, xap_xi: gan}", "gần -1", "-2", (1000, 500)),
    ],
)
def test_results_are_numbers_with_bars_where_there_is_a_before(result, number, before, bars):
    (shown,) = page_of(one(f"ket_qua: [{result}]")).results
    assert (plain(shown.number), shown.before) == (number, before)
    assert (shown.bar_before, shown.bar_after) == bars


def test_the_history_is_told_by_day_or_by_year():
    page = page_of(
        one(
            "lich_su: [{nam: 2021, viec: dang-ky}, {ngay: 19/05/2022, viec: cong-nhan, cap: tinh, van_ban: 12/QĐ}, "
            "{nam: 2024, viec: khen-thuong, ghi_chu: Bằng khen.}]"
        )
    )
    assert [(m.when, m.machine, m.what, m.details) for m in page.moments] == [
        ("Năm 2021", "2021", "Đăng ký", ()),
        ("19/05/2022", "2022-05-19", "Công nhận cấp tỉnh, thành phố", ("12/QĐ",)),
        ("Năm 2024", "2024", "Khen thưởng", ("Bằng khen.",)),
    ]
    assert ("Từ năm", "2021") in page.facts
    assert ("Khen thưởng", "2024") in page.facts


@pytest.mark.parametrize(
    ("history", "reached", "is_told"),
    [
        ("{nam: 2022, viec: trien-khai}", ["Đang làm 2022"], False),
        ("{nam: 2020, viec: dang-ky}, {nam: 2021, viec: trien-khai}", ["Đã đăng ký 2020", "Đang làm 2021"], False),
        ("{nam: 2022, viec: duy-tri}", ["Đang làm duy trì 2022"], False),
        (
            "{nam: 2021, viec: trien-khai}, {nam: 2022, viec: cong-nhan}",
            ["Đang làm 2021", "Được công nhận 2022"],
            False,
        ),
        (
            "{nam: 2021, viec: trien-khai}, {nam: 2022, viec: cong-nhan, cap: tinh}",
            ["Đang làm 2021", "Được công nhận 2022 cấp tỉnh, thành phố"],
            True,
        ),
        ("{nam: 2021, viec: trien-khai}, {nam: 2022, viec: trien-khai}", ["Đang làm 2021–2022"], True),
        ("{nam: 2021, viec: trien-khai}, {nam: 2022, viec: duy-tri}", ["Đang làm 2021, duy trì 2022"], True),
        ("{nam: 2021, viec: trien-khai}, {nam: 2022, viec: khen-thuong}", ["Đang làm 2021", "Được khen 2022"], False),
        ("{nam: 2022, viec: khen-thuong}", ["Được khen 2022"], False),
        # A launch, a training, an inspection or an assessment tells of no stage but itself; that it was completed does.
        ("{nam: 2021, viec: phat-dong}, {nam: 2022, viec: tap-huan}", [], True),
        ("{nam: 2022, viec: kiem-tra}, {nam: 2022, viec: danh-gia, xep_loai: hieu-qua}", [], True),
        ("{nam: 2021, viec: so-ket}, {nam: 2022, viec: tong-ket}", [], True),
        ("{nam: 2021, viec: phat-dong}, {nam: 2022, viec: hoan-thanh}", ["Đã kết thúc hoàn thành 2022"], True),
        (
            "{nam: 2021, viec: trien-khai}, {nam: 2022, viec: hoan-thanh}",
            ["Đang làm 2021", "Đã kết thúc hoàn thành 2022"],
            False,
        ),
    ],
)
def test_the_stages_have_the_years_of_their_events_and_the_history_stands_where_it_has_more(history, reached, is_told):
    page = page_of(one(f"lich_su: [{history}]"))
    assert [" ".join(filter(None, (stage.label, stage.when, stage.level))) for stage in page.stages] == reached
    assert [stage.is_here for stage in page.stages] == [False] * (len(reached) - 1) + [True] * bool(reached)
    assert bool(page.moments) is is_told


def test_an_assessment_says_what_came_of_it():
    history = "{nam: 2022, viec: phat-dong}, {nam: 2023, viec: danh-gia, cap: tinh, xep_loai: chua-hieu-qua}"
    page = page_of(one(f"lich_su: [{history}]"))
    assert [moment.what for moment in page.moments] == ["Phát động", "Đánh giá cấp tỉnh, thành phố: chưa hiệu quả"]
    assert ("Từ năm", "2022") in page.facts


def test_what_no_event_tells_is_one_sentence():
    commended = page_of(one("lich_su: [{nam: 2022, viec: khen-thuong}]"))
    assert commended.stage_notes == ("Chưa có mốc nào ghi việc đăng ký, thực hiện, thẩm định, công nhận và nhân rộng.",)
    every = ("dang-ky", "trien-khai", "tham-dinh", "cong-nhan", "khen-thuong", "nhan-rong")
    history = ", ".join(f"{{nam: 2022, viec: {kind}}}" for kind in every)
    assert page_of(one(f"lich_su: [{history}]")).stage_notes == ()


def test_copies_are_told_beside_the_stages_and_reach_none():
    copied = page_of(lineage(), "duong-hoa")
    assert "Đang nhân rộng" not in [stage.label for stage in copied.stages]
    assert plain(copied.stage_notes[0]).endswith("nơi làm theo, từ năm 2023."), "the first year of a copy"
    without = one("da_nhan_rong: [{noi: tỉnh Sơn La}, {noi: tỉnh Cao Bằng}]")
    assert plain(page_of(without).stage_notes[0]) == "Đã biết 2 nơi làm theo."


def test_what_doing_the_same_needs_is_told_with_what_is_not_known():
    steps = "lam_theo: {buoc: [Họp dân., Làm thử.]"
    unknown = page_of(one(f"{steps}}}")).guide.needs
    assert unknown == (("Tiền", ""), ("Người", ""), ("Thời gian", ""), ("Điều kiện", ""))
    guide = page_of(one(f"{steps}, thoi_gian: Một vụ}}")).guide
    assert guide.needs == (("Tiền", ""), ("Người", ""), ("Thời gian", "Một vụ"), ("Điều kiện", ""))
    assert not guide.is_long
    assert page_of(one(f"{steps}, kinh_phi: {'dài ' * 20}}}")).guide.is_long


def test_a_page_has_the_code_of_its_address_for_who_prints_it():
    inputs = inputs_of(model())
    site = SiteFacts(name="Khéo", description="", url="https://mau.example/thu/")
    known = page_of(ViewContext(replace(inputs, settings=inputs.settings._replace(site=site))))
    assert known.web == "https://mau.example/thu/mo-hinh/ngoc-chien-duong-sach/"
    assert known.code is not None
    unknown = page_of(one(""))
    assert (unknown.web, unknown.code) == ("", None)


@pytest.mark.parametrize(
    ("history", "said"),
    [
        ("{nam: 2022, viec: duy-tri}", ("Được nêu năm", "2022")),
        ("{nam: 2022, viec: trien-khai}", ("Được nêu năm", "2022")),
        ("{nam: 2022, viec: dang-ky}, {nam: 2022, viec: trien-khai}", ("Được nêu năm", "2022")),
        ("{nam: 2021, viec: duy-tri}, {nam: 2022, viec: nhan-rong}", ("Được nêu năm", "2021")),
        ("{ngay: 19/05/2022, viec: trien-khai}", ("Từ năm", "2022")),
        ("{nam: 2021, viec: dang-ky}, {nam: 2022, viec: trien-khai}", ("Từ năm", "2021")),
    ],
)
def test_a_start_is_told_where_the_history_tells_one(history, said):
    """An event that has no day and none after its year may be no more than the year of the article."""
    assert said in page_of(one(f"lich_su: [{history}]")).facts


@pytest.mark.parametrize(
    ("history", "said"),
    [
        ("{nam: 2022, viec: dang-ky, cap: tinh}", "Cấp đăng ký"),
        ("{nam: 2022, viec: trien-khai}", "Cấp đăng ký"),
        ("{nam: 2022, viec: cong-nhan, cap: co-so}", "Cấp đăng ký"),
        ("{nam: 2022, viec: khen-thuong, cap: tinh}", "Cấp đăng ký"),
        ("{nam: 2022, viec: cong-nhan, cap: tinh}", "Cấp công nhận"),
        ("{nam: 2022, viec: cong-nhan}", "Cấp công nhận"),
    ],
)
def test_a_level_is_one_of_recognition_where_an_event_says_so(history, said):
    facts = dict(page_of(one(f"cap: tinh\nlich_su: [{history}]")).facts)
    assert facts[said] == "Cấp tỉnh, thành phố"
    assert len({"Cấp đăng ký", "Cấp công nhận"} & facts.keys()) == 1


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "dia_diem: [{noi: 'xã Quỳnh Trang, thị xã Hoàng Mai, tỉnh Nghệ An'}]",
            [("Nay có thể hỏi", "Ủy ban Mặt trận Tổ quốc Việt Nam phường Hoàng Mai, tỉnh Nghệ An")],
        ),
        (
            "dia_diem: [{noi: 'quận Đống Đa, Hà Nội'}]\ndon_vi: [{ten: Công an quận Đống Đa, loai: cong-an}]",
            [("Nay có thể hỏi", "Công an thành phố Hà Nội")],
        ),
        (
            "dia_diem: [{noi: 'xã Ngọc Chiến, tỉnh Sơn La'}]\nlien_he: {don_vi: Hội Phụ nữ xã Ngọc Chiến}",
            [("Đơn vị", "Hội Phụ nữ xã Ngọc Chiến")],
        ),
        (
            "dia_diem: [{noi: 'xã Ngọc Chiến, tỉnh Sơn La'}]\nlien_he: {don_vi: Ban Dân vận Tỉnh ủy Sơn La}",
            [
                ("Đơn vị lúc đó", "Ban Dân vận Tỉnh ủy Sơn La"),
                ("Nay có thể hỏi", "Ban Tuyên giáo và Dân vận Tỉnh ủy Sơn La"),
            ],
        ),
    ],
)
def test_who_is_to_be_asked_is_there_today(text, rows):
    page = page_of(one(text))
    asked = [("Nay có thể hỏi", page.asked)] if page.asked else []
    assert [row[:2] for row in page.contact] + asked == rows


@pytest.mark.parametrize(
    ("place", "host", "note"),
    [
        ("xã Quỳnh Trang, thị xã Hoàng Mai, tỉnh Nghệ An", "Hội Phụ nữ xã Quỳnh Trang", "đơn vị lúc đó"),
        ("quận Đống Đa, Hà Nội", "Hội Phụ nữ quận Đống Đa", "đơn vị lúc đó"),
        ("xã Ngọc Chiến, huyện Mường La, tỉnh Sơn La", "Hội Phụ nữ xã Ngọc Chiến", ""),
        ("xã Ngọc Chiến, huyện Mường La, tỉnh Sơn La", "Tổ hợp tác rau sạch", ""),
    ],
)
def test_a_host_whose_name_is_gone_is_told_to_be_of_that_time(place, host, note):
    page = page_of(one(f"dia_diem: [{{noi: '{place}'}}]\ndon_vi: [{{ten: {host}, loai: hoi-phu-nu}}]"))
    assert page.hosts == ((host, note),)


def test_a_page_can_be_cited_and_edited():
    page = page_of(one("ngay_dang: 20/11/2026\ncap_nhat: 2026-11-21\n"))
    assert page.citation == "“Tổ tự quản giữ sạch đường làng”, Dân vận khéo, đăng ngày 20/11/2026"
    assert page.updated == "21/11/2026"
    assert (page.file, page.edit) == ("models/son-la/ngoc-chien-duong-sach/model.yaml", "")
    site = SiteFacts(name="Khéo", description="", edit_base="https://kho.example/sua/")
    inputs = inputs_of(model())
    elsewhere = ViewContext(replace(inputs, settings=inputs.settings._replace(site=site)))
    assert page_of(elsewhere).edit == "https://kho.example/sua/models/son-la/ngoc-chien-duong-sach/model.yaml"


def test_a_model_without_a_photo_has_a_cover_set_in_type():
    without, photographed = page_of(one("")), page_of(one(PHOTO, photos=(photo(),)))
    assert (without.picture, without.cover.kind, without.head.image) == (None, "words", None)
    assert photographed.cover is None
    assert photographed.picture.credit == "Ảnh: Ban biên tập (của dự án)"
    image, largest = photographed.head.image, photographed.picture.jpeg[-1]
    assert (image.path, image.width, image.height) == (largest.path, largest.width, largest.height)
    assert image.alternative == photographed.picture.alternative


# --- Figures -------------------------------------------------------------------------------------------------------


def figures(snippet: str, *models: Submission):
    return view_at(context_of(*models, reports=(report(snippet),)), "so-lieu/").reports[0].figures[0]


SHARED = """\
so_lieu:
  - chi_tieu: xay-dung
    doi_tuong: mo-hinh
    tong: 385
    chia_theo:
      - chieu: linh-vuc
        phan: {kinh-te: 10, van-hoa-xa-hoi: 24, quoc-phong-an-ninh: 10, he-thong-chinh-tri: 11}
        ghi_chu_lech: Nguồn không giải thích.
"""


def test_parts_that_do_not_add_up_to_their_total_stand_on_their_own():
    """Nobody knows of what they are parts: they are shares of their sum, and the note says why."""
    figure = figures(SHARED)
    assert (figure.number, figure.what, figure.title) == ("385", "mô hình được xây dựng", "Mô hình được xây dựng")
    (chart,) = figure.charts
    assert (chart.title, chart.total, chart.sum) == ("Theo lĩnh vực", "385", "55")
    assert (chart.gap, plain(chart.finding)) == (
        "Nguồn không giải thích.",
        "các phần cộng được 55 mô hình",
    )
    assert [(bar.label, bar.number, bar.share) for bar in chart.bars] == [
        ("Văn hóa - xã hội", "24", "43,6%"),
        ("Xây dựng hệ thống chính trị", "11", "20%"),
        ("Kinh tế", "10", "18,2%"),
        ("Quốc phòng - an ninh", "10", "18,2%"),
    ]


def chart_of(total: str, *parts: str):
    rows = ", ".join(f"phần {at}: {part}" for at, part in enumerate(parts))
    gap = ", ghi_chu_lech: Nguồn ghi vậy" if sum(map(int, parts)) != int(total) else ""
    text = (
        f"{{chi_tieu: dang-ky, doi_tuong: mo-hinh, tong: {total}, chia_theo: [{{chieu: khoi, phan: {{{rows}}}{gap}}}]}}"
    )
    return figures(f"so_lieu: [{text}]").charts[0]


@pytest.mark.parametrize(
    ("total", "parts", "lengths"),
    [
        ("385", ("10", "24", "10", "11"), [1000, 458, 416, 416]),
        ("3", ("1", "1", "1"), [1000, 1000, 1000]),
        ("385", ("200", "300"), [1000, 666]),
        ("20001", ("1", "20000"), [1000, 1]),
        ("5", ("0", "5"), [1000, 0]),
        ("0", ("0", "0"), [0, 0]),
    ],
)
def test_bars_are_sorted_and_measured_by_the_longest(total, parts, lengths):
    """Whatever counts something can be seen, and nothing that counts nothing."""
    assert [bar.length for bar in chart_of(total, *parts).bars] == lengths


@pytest.mark.parametrize(
    ("total", "parts", "finding"),
    [
        ("30", ("10", "5", "15"), "nhiều nhất là phần 2"),
        ("30", ("10", "16", "4"), "hơn nửa là phần 1"),
        ("30", ("0", "30"), "tất cả là phần 1"),
        ("30", ("12", "12", "6"), ""),
        ("0", ("0", "0"), ""),
        ("20", ("15", "15", "10"), "các phần cộng được 40 mô hình"),
        ("20", ("16", "15", "10"), "các phần cộng được 41 mô hình"),
        ("99", ("16", "15"), "các phần cộng được 31 mô hình"),
    ],
)
def test_a_chart_says_what_one_sees_at_a_glance(total, parts, finding):
    assert plain(chart_of(total, *parts).finding) == finding


def test_a_total_says_how_many_have_a_page_of_those_that_the_source_counts():
    """Place and year prove nothing; an exemplar and a practice are no models, whatever report they name."""
    area = "noi: thị xã Hoàng Mai, tỉnh Nghệ An\nnam: 2022\n"
    here = (
        "dia_diem: [{noi: 'phường Quỳnh Thiện, thị xã Hoàng Mai, Nghệ An'}]\nlich_su: [{nam: 2022, viec: trien-khai}]\n"
    )
    counted = "thuoc_so_lieu: [ha-noi-2023]\n"
    kinds = (here, counted, counted, f"loai: dien-hinh\n{counted}", f"loai: cach-lam\n{counted}")
    models = [model(f"tieu_de: Bài số {at}\n{text}", name=f"so-{at}") for at, text in enumerate(kinds)]
    assert plain(figures(area + SHARED, *models).shown) == "Chuyên trang giới thiệu 2 trong số 385 mô hình đó."
    assert figures(area + SHARED, models[0]).shown == ""
    exemplars = "so_lieu: [{chi_tieu: dang-ky, doi_tuong: dien-hinh, tong: 163}]\n"
    assert plain(figures(exemplars, *models).shown) == "Chuyên trang giới thiệu 1 trong số 163 điển hình đó."


def test_what_the_catalogue_counts_of_itself_adds_up():
    context = context_of(
        model("tieu_de: Một\nlinh_vuc: kinh-te\n", name="mot"),
        model("tieu_de: Hai\ndia_diem: [{noi: tỉnh Sơn La}, {noi: tỉnh Nghệ An}]\n", name="hai"),
    )
    fields, provinces = view_at(context, "so-lieu/").own
    assert [(bar.label, bar.number) for bar in fields.bars] == [("Kinh tế", "1"), ("Văn hóa - xã hội", "1")]
    assert [(bar.label, bar.number) for bar in provinces.bars] == [("Sơn La", "2"), ("Nghệ An", "1")]
    assert (fields.finding, provinces.finding) == ("", "hơn nửa ở Sơn La")
    assert (fields.total, fields.gap) == ("2", "")
    assert (provinces.sum, provinces.total, provinces.gap) == (
        "3",
        "2",
        "Bài về nhiều tỉnh được đếm ở từng tỉnh.",
    )


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        ([], "0 bài"),
        (["mo-hinh"], "1 mô hình"),
        (["cach-lam", "mo-hinh", "cach-lam"], "1 mô hình và 2 cách làm"),
        (["dien-hinh", "cach-lam", "mo-hinh", "mo-hinh"], "2 mô hình, 1 điển hình và 1 cách làm"),
    ],
)
def test_models_exemplars_and_practices_are_counted_as_what_they_are(kinds, said):
    context = context_of(*(model(f"loai: {kind}\n", name=f"so-{at}") for at, kind in enumerate(kinds)))
    everything = context.shared(catalogue)
    assert plain(kinds_counted(everything.models)) == said
    assert (
        plain(view_at(context, "mo-hinh/").lead) == f"Phong trào “Dân vận khéo”: {said} đã có bài, mới đăng xếp trước."
    )
    assert next(chart.title for chart in view_at(context, "so-lieu/").own) == (
        "Theo loại" if len(set(kinds)) > 1 else "Theo lĩnh vực"
    )


def test_headlines_are_the_largest_total_of_each_report_and_three_at_most():
    def of(number: int, total: str) -> Submission:
        row = f"{{chi_tieu: dang-ky, doi_tuong: mo-hinh, tong: {total}}}"
        small = "{chi_tieu: duy-tri, doi_tuong: dien-hinh, tong: 5}"
        return report(f"nam: {number}\nso_lieu: [{small}, {row}]\n", name=f"ha-noi-{number}")

    reports = tuple(of(2020 + at, total) for at, total in enumerate(("199", "13.663", "2.665", "385")))
    context = context_of(reports=reports)
    headlines = headline_figures(context.shared(catalogue))
    assert [(number, plain(what)) for number, what, _, _ in headlines] == [
        ("13.663", "mô hình được đăng ký ở thành phố Hà Nội, năm 2021"),
        ("2.665", "mô hình được đăng ký ở thành phố Hà Nội, năm 2022"),
        ("385", "mô hình được đăng ký ở thành phố Hà Nội, năm 2023"),
    ]
    numbers = view_at(context, "").numbers
    assert [number.number for number in numbers] == ["13.663", "2.665", "385"]
    assert [number.anchor for number in numbers] == ["ha-noi-2021", "ha-noi-2022", "ha-noi-2023"]
    assert {number.source for number in numbers} == {"Ban Dân vận Thành ủy Hà Nội"}


# --- The front page ------------------------------------------------------------------------------------------------


def test_the_front_page_of_nothing_still_invites():
    page = view_at(context_of(), "")
    assert (page.lead, page.needs, page.newest, page.numbers, page.total) == (None, (), (), (), 0)
    assert [(door.lead, door.more) for door in page.fields] == [(None, ())] * 4


RICH = f"tieu_de: Nhiều điều để xem\n{PHOTO}\nket_qua: [{{chi_so: Hộ, sau: 12}}]\n"


def test_the_front_page_leads_with_the_story_that_has_most_to_show():
    context = context_of(
        *(model(f"tieu_de: Bình thường {n}\n", name=f"thuong-{n}") for n in range(9)),
        model(RICH, name="nhieu-dieu", photos=(photo(),)),
    )
    page = view_at(context, "")
    assert page.lead.title == "Nhiều điều để xem"
    told = (page.lead, *page.newest, *(door.lead for door in page.fields if door.lead))
    assert len({card.title for card in told}) == len(told) == 5, "nothing is told twice"


def test_editors_say_what_may_lead_and_the_newest_of_it_leads():
    def chosen(name, day):
        return model(f"tieu_de: Ngày {day}, {name}\nnoi_bat: co\nngay_dang: 2026-11-{day}\n", name=name)

    context = context_of(
        model(RICH, name="nhieu-dieu", photos=(photo(),)),
        model("tieu_de: Mới nhất trong tất cả\nngay_dang: 2026-11-22\n", name="moi-nhat"),
        chosen("mot", 19),
        chosen("ba", 20),
        chosen("hai", 20),
    )
    assert view_at(context, "").lead.title == "Ngày 20, ba", "of one day the first by its id"
    standing = [one.id for one in by_standing(context.shared(catalogue))]
    assert standing == ["ba", "hai", "mot", "nhieu-dieu", "moi-nhat"]


def test_the_needs_are_the_themes_that_lead_to_most_steps_then_to_most_models():
    def theme(key, count, guides=0):
        return Link(key, f"chu-de/{key}/", count, guides=Link("có hướng dẫn", "", guides) if guides else None)

    themes = (theme("a", 3), theme("b", 2), theme("c", 4), theme("d", 1, 1), theme("e", 2), theme("f", 5, 2))
    assert [link.label for link in leading_furthest(themes)] == ["f", "d", "c", "a"]
    assert [link.label for link in leading_furthest(themes[:2])] == ["a", "b"]


# --- The indexes ---------------------------------------------------------------------------------------------------


def test_a_door_tells_one_story_two_titles_with_their_places_and_how_many_there_are():
    there = "dia_diem: [{noi: tỉnh Nghệ An}]\n"
    context = context_of(
        *(model(f"tieu_de: Chuyện số {n}\n{there}", name=f"chuyen-{n}") for n in range(5)),
        model("tieu_de: Chỉ có một\ndia_diem: [{noi: tỉnh Sơn La}]\n", name="chi-mot"),
    )
    nghe_an, son_la = view_at(context, "dia-phuong/").doors
    assert (nghe_an.link.label, nghe_an.link.count, nghe_an.tells_all) == ("Nghệ An", 5, False)
    assert nghe_an.lead.title == "Chuyện số 0"
    assert [(link.label, link.address, link.note) for link in nghe_an.more] == [
        ("Chuyện số 1", "mo-hinh/chuyen-1/", "Tỉnh Nghệ An"),
        ("Chuyện số 2", "mo-hinh/chuyen-2/", "Tỉnh Nghệ An"),
    ]
    assert (son_la.lead.title, son_la.more, son_la.tells_all) == ("Chỉ có một", (), True)


def test_no_door_tells_what_another_did_as_long_as_there_is_anything_else():
    both = "chu_de: [y-te, chuyen-doi-so]\n"
    context = context_of(
        model(f"{RICH}{both}", name="ca-hai", photos=(photo(),)), model(f"tieu_de: Ít hơn\n{both}", name="it-hon")
    )
    first, second = view_at(context, "chu-de/").doors
    assert {first.lead.title, second.lead.title} == {"Nhiều điều để xem", "Ít hơn"}
    assert [link.label for link in (*first.more, *second.more)] == [second.lead.title, first.lead.title]


def test_a_former_province_leads_to_its_districts_too():
    places = view_at(one("dia_diem: [{noi: 'xã Quỳnh Liên, thị xã Hoàng Mai, Nghệ An'}]"), "dia-phuong/cu/")
    (door,) = places.doors
    assert (door.link.label, door.lead.address) == ("Tỉnh Nghệ An", "mo-hinh/ngoc-chien-duong-sach/")
    assert [(link.label, link.address, link.count) for link in door.within] == [
        ("Thị xã Hoàng Mai", "dia-phuong/cu/nghe-an/hoang-mai/", 1)
    ]


# --- What every page says of itself --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "root"), [("", "."), ("so-lieu/", ".."), ("dia-phuong/cu/ha-noi/hoang-mai/", "../../../..")]
)
def test_the_way_to_the_root(address, root):
    assert Head(title="", description="", address=address, section="", site=SITE).root == root


def test_titles_descriptions_and_public_addresses():
    site = SiteFacts(name="Khéo", description="", url="https://mau.example/thu/")
    long = "Mười hộ trong xóm thay nhau quét dọn đường làng vào mỗi sáng chủ nhật. " * 3
    head = Head(title="Chợ", description=long, address="mo-hinh/cho/", section="", site=site)
    assert (head.full_title, head.canonical) == ("Chợ – Khéo", "https://mau.example/thu/mo-hinh/cho/")
    assert head.short_description.endswith("…")
    assert len(head.short_description) <= 161
    assert long.startswith(head.short_description[:-1])
    assert Head(title="", description="Ngắn.", address="", section="", site=SITE).full_title == "Dân vận khéo"
    assert Head(title="", description="Ngắn.", address="", section="", site=SITE).canonical == ""


def test_a_page_of_a_long_list_says_its_number_however_long_its_description_is():
    head = Head(title="Chợ", description="Mười hộ quét dọn. " * 20, address="", section="", site=SITE, number=12)
    assert head.full_title == "Chợ – trang 12 – Dân vận khéo"
    assert head.short_description.startswith("Trang 12. Mười hộ")
    assert len(head.short_description) <= 161
    assert replace(head, number=1).short_description.startswith("Mười hộ")


def test_what_is_shared_shows_the_page_s_own_picture_or_that_of_the_site():
    site = SiteFacts(name="Khéo", description="", url="https://mau.example/thu", picture="assets/khéo.png")
    own = Image("anh/1-400.jpg", 400, 300, "image/jpeg", "Một cái chợ", version="1a2b")
    head = Head(title="Chợ", description="", address="mo-hinh/cho/", section="", site=site, image=own)
    assert head.picture == "https://mau.example/thu/anh/1-400.jpg?1a2b"
    assert replace(head, image=None).picture == "https://mau.example/thu/assets/khéo.png"
    assert replace(head, image=None).shared.width == 0, "of a picture that is not ours only the path is known"
    drawn = replace(head, image=None, site=replace(site, picture="chia-se.png"))
    assert (drawn.picture, drawn.shared.width) == ("https://mau.example/thu/chia-se.png", 1200)
    assert replace(head, image=None, site=replace(site, picture="")).picture == ""
    assert replace(head, site=replace(site, url="")).picture == "", "a picture without an address of its host is none"


QUESTIONS = """\
noi_dung:
  cach_lam: Mười hộ thay nhau quét đường làng vào sáng chủ nhật.
  han_che: |
    {told}

    - Chổi ai mua?
    - Ngày mưa ai quét thay?
    - Nhà vắng người thì sao?
    - Rác đổ ở đâu?
"""
GUIDED = "lam_theo: {buoc: [Họp tổ, Chia đường]}\n"


def test_questions_stand_apart_from_the_story_and_three_of_them_on_the_sheet():
    context = one(QUESTIONS.format(told="Ngày mưa to thì không quét được.") + GUIDED)
    page, sheet = page_of(context), view_at(context, "mo-hinh/ngoc-chien-duong-sach/lam-theo/")
    assert [(section.title, section.markdown) for section in page.sections[1:]] == [
        ("Chỗ còn khó", "Ngày mưa to thì không quét được.")
    ]
    assert page.questions == ("Chổi ai mua?", "Ngày mưa ai quét thay?", "Nhà vắng người thì sao?", "Rác đổ ở đâu?")
    assert sheet.questions == page.questions[:3]


def test_a_story_that_only_asks_tells_of_no_limit():
    page = page_of(one(QUESTIONS.format(told="")))
    assert [section.title for section in page.sections] == ["Cách làm"]
    assert len(page.questions) == 4


def test_a_sheet_is_shared_with_the_picture_of_its_model():
    context = one(f"lam_theo: {{buoc: [Họp tổ.]}}\n{PHOTO}", photos=(photo(),))
    sheet = view_at(context, "mo-hinh/ngoc-chien-duong-sach/lam-theo/")
    assert sheet.head.image == page_of(context).head.image is not None


# --- Former addresses ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("gone", ["", "go_bo: {ngay: 2026-11-21, ly_do: Theo đề nghị.}\n"], ids=["on show", "gone"])
def test_a_former_address_says_of_itself_what_the_page_says_that_it_leads_to(gone):
    context = one(f"duong_dan_cu: [duong-cu]\n{gone}{PHOTO}", photos=(photo(),))
    former, today = view_at(context, "mo-hinh/duong-cu/"), view_at(context, "mo-hinh/ngoc-chien-duong-sach/")
    assert former.target == former.head.leads_to == today.head.address
    assert replace(former.head, address=today.head.address, leads_to="") == today.head
    assert former.head.root == "../..", "its own links begin where it is itself"
    assert bool(former.head.image) == (not gone), "of what was taken down nothing is told"


def test_a_former_address_is_to_be_known_as_the_one_of_today():
    site = SiteFacts(name="Khéo", description="", url="https://mau.example/thu/")
    today = Head(title="Chợ", description="", address="mo-hinh/cho/", section="", site=site)
    former = redirect_page("mo-hinh/cho-cu/", today, place="x", title="")
    assert (former.head.canonical, former.target) == ("https://mau.example/thu/mo-hinh/cho/", "mo-hinh/cho/#x")


# --- Words ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "0"),
        (999, "999"),
        (1000, "1.000"),
        (13663, "13.663"),
        (Decimal("3.5"), "3,5"),
        (Decimal("1234567.25"), "1.234.567,25"),
        (Decimal("-0.5"), "-0,5"),
        (Decimal("3E+3"), "3.000"),
        (Decimal("7.0"), "7"),
    ],
)
def test_numbers_are_written_as_vietnamese_do(number, written):
    assert write_number(number) == written


@pytest.mark.parametrize(
    ("part", "whole", "written"),
    [(1921, 2665, "72,1%"), (1, 1, "100%"), (0, 5, "0%"), (1, 3, "33,3%"), (1, 1000, "0,1%"), (1, 2665, "dưới 0,1%")],
)
def test_shares_have_one_decimal_at_most(part, whole, written):
    assert write_share(part, whole) == written


@pytest.mark.parametrize(("unit", "written"), [("m", "3.100 m"), ("%", "3.100%"), ("", "3.100")])
def test_a_unit_stands_behind_its_number(unit, written):
    assert plain(with_unit("3.100", unit)) == written


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "0 kB"),
        (49_999, "50 kB"),
        (4_210_000, "4,2 MB"),
        (26_214_400, "26,2 MB"),
        (812_400_000, "812 MB"),
        (1_234_567_890, "1.235 MB"),
    ],
)
def test_sizes_are_written_in_kilobytes_and_megabytes(number, written):
    assert write_size(number).replace("\u00a0", " ") == written


def test_dates_counts_and_capitals():
    assert write_date(date(2024, 1, 29)) == "29/01/2024"
    assert stories_counted(13663) == "13.663\u00a0bài"
    assert capitalised("đường hoa") == "Đường hoa"
    assert capitalised("") == ""


# --- The real catalogue --------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def real():
    return ViewContext(inputs_of_folder(ROOT / "models"))


@pytest.mark.slow
def test_the_real_figures_say_what_is_open(real):
    pages = [
        view for where, view in views_of(real).items() if where.startswith("so-lieu/") and hasattr(view, "reports")
    ]
    reports = {report.anchor: report for page in pages for report in page.reports}
    assert reports.keys() == {report.id for report in real.shared(catalogue).reports}
    hoang_mai = reports["hoang-mai-2022"].figures[0]
    assert {figure.shown for report in reports.values() for figure in report.figures} == {""}, "no source says so"
    by_field = next(chart for chart in hoang_mai.charts if chart.title == "Theo lĩnh vực")
    assert (by_field.sum, sum(Decimal(bar.number) for bar in by_field.bars)) == ("55", 55)
    assert "385" in by_field.gap
    son_la = reports["son-la-2022"].figures[0]
    assert [(chart.sum, chart.gap) for chart in son_la.charts] == [("2.665", ""), ("2.665", "")]
    assert "suy ra" in reports["son-la-2022"].note
    (levels,) = reports["ha-noi-2023"].figures[0].charts
    assert [(bar.label, bar.number) for bar in levels.bars] == [
        ("Cấp cơ sở", "8.190"),
        ("Cấp quận, huyện", "4.908"),
        ("Cấp tỉnh, thành phố", "565"),
    ]


FIRST_TEXTS = {
    "Hiệu quả phong trào thi đua “Dân vận khéo”",
    "Quận Tây Hồ: Hiệu quả công tác dân vận chính quyền",
    "Sức lan tỏa của phong trào “Dân vận khéo” ở Hoàng Mai",
    "Triển khai mô hình “Dân vận khéo” tại Hà Nội: Tạo không khí phấn khởi trong nhân dân",
}
"""The titles of the texts that the catalogue began with."""


def model_pages(real):
    return [page for page in views_of(real).values() if isinstance(page, ModelPage)]


@pytest.mark.slow
def test_what_the_real_pages_do_not_infer(real):
    """No text of the first five tells when one began or that one was recognised; a story says at most once what is open."""
    pages = model_pages(real)
    assert len(pages) == len(real.shared(catalogue).models)
    first = [page for page in pages if {source.title for source in page.sources} <= FIRST_TEXTS]
    assert len(first) >= 20
    labels = {label for page in first for label, _ in page.facts}
    assert {"Từ năm", "Cấp công nhận"} & labels == set()
    open_ends = re.compile("nguồn (?:chưa|không) (?:nói|nêu)", re.IGNORECASE)
    stories = {page.model_id: " ".join(section.markdown for section in page.sections) for page in pages}
    assert {name for name, story in stories.items() if len(open_ends.findall(story)) > 1} == set()


def test_the_real_practices_are_those_whose_sources_call_them_nothing_else(real):
    kinds = {model.id: model.kind for model in real.shared(catalogue).models}
    first = {page.model_id for page in model_pages(real) if page.sources[0].title in FIRST_TEXTS}
    practices = {name for name in first if kinds[name] == "cach-lam"}
    assert practices == {
        "ha-dong-mat-bang-vanh-dai-4",
        "hoang-mai-mat-bang-cao-toc-bac-nam",
        "ngoc-chien-du-lich-cong-dong",
        "tay-ho-dan-van-chinh-quyen",
        "thuy-khue-mat-bang-muong-thoat-nuoc",
        "xuan-la-doan-duong-sach-dep",
    }


def test_the_real_headlines(real):
    assert [(number, plain(what)) for number, what, _, _ in headline_figures(real.shared(catalogue))] == [
        ("21.975", "điển hình được đăng ký ở tỉnh Vĩnh Long, năm 2019"),
        ("13.663", "mô hình được đăng ký ở thành phố Hà Nội, năm 2023"),
        ("7.678", "mô hình hoạt động hiệu quả ở Thành phố Hồ Chí Minh, năm 2025"),
    ]


def test_no_two_pages_of_the_real_site_share_an_address(real):
    addresses = [output.path for output in all_outputs(real)]
    assert len(addresses) > 100
    assert sorted(addresses) == sorted(set(addresses))


@pytest.mark.slow
def test_every_link_of_every_real_view_leads_to_a_page(real):
    views = views_of(real)
    by_hand = {"huong-dan/", "gioi-thieu/"}
    missing = {
        f"{address} → {link.address}"
        for address, view in views.items()
        for link in links_in(view)
        if link.address and link.address not in views and link.address not in by_hand
    }
    assert missing == set()


def links_in(value: object):
    """Every link and card of a view, however deep."""
    if hasattr(value, "address") and type(value).__name__ in {"Link", "Card"}:
        yield value
    if isinstance(value, tuple | list):
        for part in value:
            yield from links_in(part)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from links_in(getattr(value, name))
