"""Families of copies: small trees as text go in, lines and sentences come out; and every member stands once, however many."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from library import context_of, due, inputs_of, made, make_all, view_at
from making import model
from showcase.publish import family_pages
from showcase.publish.context import Context
from showcase.publish.facts import catalogue
from showcase.publish.inputs import Inputs
from showcase.record.family import Family
from showcase.record.submission import Submission
from showcase.system.gazetteer import load_gazetteer
from showcase.views.family_page import FamilyPage, Line
from showcase.views.family_part import PAGE_SIZE
from showcase.views.model_page import ModelPage
from showcase.views.redirect_page import RedirectPage
from showcase.views.spread import measured, spread_words
from showcase.views.spreading_page import SpreadingPage

PLACES = {"Sơn La": "xã Ngọc Chiến, tỉnh Sơn La", "Nghệ An": "phường Hoàng Mai, tỉnh Nghệ An", "Huế": "thành phố Huế"}

_ROW = re.compile(
    r"(?P<dent> *)(?P<sign>[-+]) (?P<name>\S+)(?: (?P<year>\d{4}))?(?:, (?P<place>[^(]+?))?(?: \((?P<former>\S+)\))?"
)


def grown(text: str) -> Context:
    """Make a catalogue of trees: `- id year, province (former id)` for a model, `+` for a copy without an entry."""
    return context_of(*_models(text))


def _models(text: str) -> Iterator[Submission]:
    rows = [match for line in text.splitlines() if (match := _ROW.fullmatch(line.rstrip()))]
    assert len(rows) == len([line for line in text.splitlines() if line.strip()]), "a line was not understood"
    teachers: dict[int, str] = {}
    copies: dict[str, list[str]] = {}
    snippets: dict[str, str] = {}
    for row in rows:
        depth = len(row["dent"])
        place, year = PLACES[row["place"] or "Sơn La"], row["year"]
        if row["sign"] == "+":
            when = f", nam: {year}" if year else ""
            copies.setdefault(teachers[depth - 2], []).append(f"{{noi: '{place}', don_vi: {row['name']}{when}}}")
            continue
        teachers[depth] = row["name"]
        former = f"duong_dan_cu: [{row['former']}]\n" if row["former"] else ""
        teacher = f"hoc_tu: {teachers[depth - 2]}\n" if depth else ""
        snippets[row["name"]] = (
            f"tieu_de: Cách làm {row['name']}\ndia_diem: [{{noi: '{place}'}}]\n"
            f"lich_su: [{{nam: {year or 2020}, viec: trien-khai}}]\n{former}{teacher}"
        )
    for name, snippet in snippets.items():
        told = f"da_nhan_rong: [{', '.join(copies[name])}]\n" if name in copies else ""
        yield model(snippet + told, name=name)


def drawn(page: FamilyPage) -> str:
    """Draw the lines of a page as the text that they were made of."""
    return "\n".join("  " * (line.level - 1) + _told(line) for line in page.lines)


def _told(line: Line) -> str:
    if line.gap:
        return f"… {line.gap}"
    name = line.title.removeprefix("Cách làm ") if line.address else line.host
    sign = "^" if line.is_above else "-" if line.address else "+"
    return f"{sign} {name} {line.year}" if line.year else f"{sign} {name}"


def pages(context: Context) -> list[FamilyPage]:
    """The pages of the first family of the catalogue."""
    root = families(context)[0].root.id
    found = [view for where, view in tree_views(context).items() if isinstance(view, FamilyPage)]
    return [view for view in found if view.head.address.startswith(f"lan-toa/{root}/")]


def families(context: Context) -> tuple[Family, ...]:
    return context.shared(catalogue).families


def tree_views(context: Context) -> dict[str, object]:
    """What each page of families, and each redirect to one, says by its address."""
    return {output.address: made(context, output) for output in family_pages.outputs(context)}


def row_views(context: Context) -> list[SpreadingPage]:
    """The pages that list all families."""
    return [view for view in tree_views(context).values() if isinstance(view, SpreadingPage)]


def redirects(context: Context) -> dict[str, str]:
    """Where each address leads that is no page of its own."""
    return {where: view.target for where, view in tree_views(context).items() if isinstance(view, RedirectPage)}


def page_of(context: Context, model_id: str) -> ModelPage:
    return view_at(context, f"mo-hinh/{model_id}/")


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def sentence_of(text: str) -> str:
    return plain(spread_words(measured(families(grown(text))[0]), load_gazetteer()).sentence)


# --- The tree ------------------------------------------------------------------------------------------------------

TREE = """\
- cho-sach 2016
  + chi-hoi 2018, Huế
  + doan-xa
  - hoc-truoc 2017, Nghệ An
    - chau 2019
      + chot 2024
  - hoc-sau 2020
"""


def test_the_tree_is_drawn_as_it_is_a_model_its_copies_its_learners():
    (page,) = pages(grown(TREE))
    assert drawn(page) == TREE.strip().replace(", Huế", "").replace(", Nghệ An", "")


def test_each_line_says_where_when_what_came_of_it_and_from_whom():
    context = context_of(
        model("tieu_de: Chợ sạch đầu tiên\nlich_su: [{nam: 2016, viec: trien-khai}]\n", name="cho-sach"),
        model(
            "tieu_de: Chợ sạch thứ hai\nhoc_tu: cho-sach\nlinh_vuc: kinh-te\n"
            "dia_diem: [{noi: 'xã Quỳnh Liên, thị xã Hoàng Mai, tỉnh Nghệ An'}]\n"
            "ket_qua: [{chi_so: Tiểu thương, truoc: 40, sau: 120, don_vi_tinh: người, xap_xi: hon}, {chi_so: Khác, sau: 1}]\n"
            "da_nhan_rong: [{noi: tỉnh Bắc Giang, tai: bản Giàn, don_vi: Đoàn xã, nam: 2024, nguon: 1}]\n",
            name="cho-hai",
        ),
    )
    first, second, copy = pages(context)[0].lines
    assert (first.place, first.year, first.result, first.teacher) == ("Xã Ngọc Chiến, Sơn La", 2016, "", "")
    assert (second.address, second.anchor, second.field) == ("mo-hinh/cho-hai/", "bai-cho-hai", "kinh-te")
    assert second.place == "Phường Quỳnh Mai, Nghệ An", "the place of today"
    assert plain(second.result) == "Tiểu thương: 40 → hơn 120 người"
    assert (second.generation, second.teacher) == (2, "Chợ sạch đầu tiên")
    assert (copy.title, copy.place) == ("Bản Giàn, tỉnh Bắc Giang", "nay thuộc tỉnh Bắc Ninh")
    assert (copy.host, copy.year, copy.address) == ("Đoàn xã", 2024, "")
    assert copy.source == "mo-hinh/cho-hai/#nguon-1"
    assert (copy.generation, copy.teacher) == (3, "Chợ sạch thứ hai")


def test_copies_stand_in_the_order_of_their_years_on_every_page():
    years = [2000 + (at * 37) % 60 for at in range(60)]
    rows = "\n".join(f"  + nha-{at} {year}" for at, year in enumerate(years))
    first, second = pages(grown(f"- goc-cay\n  + chua-ro\n{rows}"))
    shown = [line.year for page in (first, second) for line in page.lines if not line.address]
    assert shown == [*sorted(years), 0], "whose year is not told comes last"


@pytest.mark.parametrize(
    ("written", "now"),
    [
        ("xã Quỳnh Liên, thị xã Hoàng Mai, tỉnh Nghệ An", "nay thuộc phường Quỳnh Mai, Nghệ An"),
        ("thị xã Hoàng Mai, tỉnh Nghệ An", ""),
        ("phường Hoàng Mai, tỉnh Nghệ An", ""),
        ("tỉnh Thanh Hóa", ""),
        ("tỉnh Hà Giang", "nay thuộc tỉnh Tuyên Quang"),
    ],
)
def test_a_copy_says_where_it_lies_today_if_its_name_does_not(written, now):
    context = context_of(model(f"da_nhan_rong: [{{noi: '{written}'}}]\n"))
    assert pages(context)[0].lines[1].place == now


def test_lists_open_and_close_in_pairs():
    for page in pages(grown(TREE)):
        assert sum(line.opens for line in page.lines) == sum(line.closes for line in page.lines)
        for line, following in pairwise(page.lines):
            assert following.level == line.level + line.opens - line.closes


def test_a_family_begins_with_who_learned_from_none_that_is_on_show():
    context = context_of(
        model("tieu_de: Đã gỡ khỏi trang\ngo_bo: {ngay: 2026-11-21, ly_do: Theo đề nghị.}\n", name="da-go"),
        model("tieu_de: Học nơi đã gỡ\nhoc_tu: da-go\n", name="hoc-theo"),
        model("tieu_de: Học lại\nhoc_tu: hoc-theo\n", name="hoc-lai"),
        model("tieu_de: Một mình\n", name="mot-minh"),
    )
    assert [[member.model.id for member in family.members] for family in families(context)] == [["hoc-theo", "hoc-lai"]]


def test_a_circle_is_no_family_and_hangs_nobody():
    """A rule refuses it; a preview shows its pages all the same."""
    context = context_of(
        model("tieu_de: Vòng một\nhoc_tu: vong-hai\n", name="vong-mot"),
        model("tieu_de: Vòng hai\nhoc_tu: vong-mot\n", name="vong-hai"),
        model("tieu_de: Học từ vòng\nhoc_tu: vong-hai\n", name="hoc-vong"),
        model("tieu_de: Tự học mình\nhoc_tu: tu-minh\n", name="tu-minh"),
    )
    assert families(context) == ()
    assert list(tree_views(context)) == ["lan-toa/"]
    page = page_of(context, "vong-mot")
    assert [stop.address for stop in page.trail] == ["mo-hinh/vong-hai/", "", "mo-hinh/vong-hai/"]
    assert page.tree == ""


# --- What spread, in a sentence ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (TREE, "Lan tới 6 nơi, qua 4 đời, từ năm 2016 đến năm 2024, ở 3 tỉnh, thành phố"),
        ("- mot-nha 2020\n  + hai\n", "Lan tới 1 nơi, trong năm 2020, đều ở tỉnh Sơn La"),
        ("- mot-nha 2020, Huế\n  - hai-nha 2019, Huế\n", "Lan tới 1 nơi, từ năm 2019 đến năm 2020, đều ở thành phố Huế"),
        ("- mot-nha 2020\n  - hai-nha 2021\n    + ba\n", "Lan tới 2 nơi, qua 3 đời, từ năm 2020 đến năm 2021, đều ở tỉnh Sơn La"),
    ],
)  # fmt: skip
def test_the_head_tells_the_story_in_numbers(text, sentence):
    assert sentence_of(text) == sentence


def test_two_places_of_one_model_are_one_copy_in_two_provinces():
    two = "dia_diem: [{noi: 'xã Ngọc Chiến, tỉnh Sơn La'}, {noi: tỉnh Cà Mau}]\n"
    context = context_of(model("", name="mot-nha"), model(f"tieu_de: Hai nơi\nhoc_tu: mot-nha\n{two}", name="hai-nha"))
    spread = measured(families(context)[0])
    assert (spread.places, len(spread.provinces)) == (1, 2)


# --- Large families ------------------------------------------------------------------------------------------------


def tree_of(number: int) -> str:
    """A family in which each model teaches three, with a copy without an entry here and there."""
    rows: list[str] = []

    def grow(at: int, depth: int) -> None:
        rows.append(f"{'  ' * depth}- nha-{at:04} {2000 + depth}")
        if at % 9 == 0:
            rows.append(f"{'  ' * (depth + 1)}+ chep-{at:04}")
        for child in range(3 * at + 1, 3 * at + 4):
            if child < number:
                grow(child, depth + 1)

    grow(0, 0)
    return "\n".join(rows)


def test_a_family_of_500_is_paged_and_every_member_stands_once():
    text = tree_of(500)
    context = grown(text)
    every = pages(context)
    assert len(every) == -(-len(text.splitlines()) // PAGE_SIZE) == 14
    shown = [line for page in every for line in page.lines if not (line.is_above or line.gap)]
    assert ["  " * (line.generation - 1) + _told(line) for line in shown] == text.splitlines()
    assert max(len(page.lines) for page in every) <= PAGE_SIZE + 5
    anchors = [line.anchor for page in every for line in page.lines if line.anchor]
    assert len(set(anchors)) == len(anchors) == 500


def test_a_page_opens_with_the_teachers_of_its_first_line():
    context = grown(tree_of(500))
    for page in pages(context)[1:]:
        own = [line.is_above or bool(line.gap) for line in page.lines].index(False)
        above, first = page.lines[:own], page.lines[own]
        assert [line.level for line in above] == list(range(1, len(above) + 1))
        assert above[0].title == "Cách làm nha-0000"
        assert (first.teacher, first.level) == (above[-1].title, len(above) + 1)
        assert page.words.sentence == pages(context)[0].words.sentence


@pytest.mark.slow
def test_a_line_of_a_thousand_is_no_depth():
    """Each learned from the one before: the middle of the line of teachers is left out."""
    rows = [model(f"tieu_de: Cách làm số {at}\n{f'hoc_tu: nha-{at - 1}' if at else ''}\n", name=f"nha-{at}") for at in range(1000)]  # fmt: skip
    context = context_of(*rows)
    every = pages(context)
    assert len(every) == 25
    assert [_told(line) for line in every[-1].lines[:6]] == [
        "^ số 0",
        "… 956",
        "^ số 957",
        "^ số 958",
        "^ số 959",
        "- số 960 2022",
    ]
    assert all(line.is_deep for line in every[-1].lines[5:])
    assert max(line.level for line in every[-1].lines) == PAGE_SIZE + 5


def test_who_climbs_back_into_what_was_left_out_hangs_below_it():
    """The teacher is not on the page: the line says in words from whom it learned, or that it was told before."""
    deep = "\n".join(f"{'  ' * at}- day-{at:02}" for at in range(45))
    text = f"{deep}\n{'  ' * 20}- nhanh\n{'  ' * 21}- nhanh-con\n  - xong"
    last = pages(grown(text))[-1]
    assert drawn(last).splitlines()[-3:] == ["    - nhanh 2020", "      - nhanh-con 2020", "  - xong 2020"]


def test_copies_without_an_entry_are_cut_between_pages_too():
    rows = "\n".join(f"  + nha-{at}" for at in range(100))
    first, second, third = pages(grown(f"- goc-cay\n{rows}\n  - hoc-tro\n    + cuoi"))
    assert len(first.lines) == PAGE_SIZE
    assert drawn(second).splitlines()[:2] == ["^ goc-cay", "  + nha-39"]
    assert drawn(third).splitlines()[-2:] == ["  - hoc-tro 2020", "    + cuoi"]


# --- Addresses -----------------------------------------------------------------------------------------------------


def test_a_tree_has_the_address_of_its_root_and_others_lead_to_their_line():
    context = grown(
        "- goc-cay (goc-cu)\n  - giua-cay (giua-cu)\n    - ngon-cay (ngon-cu)\n"
        "- cay-khac\n  + chep\n"
    )  # fmt: skip
    assert set(tree_views(context)) - set(redirects(context)) == {"lan-toa/", "lan-toa/goc-cay/", "lan-toa/cay-khac/"}
    assert redirects(context) == {
        "lan-toa/goc-cu/": "lan-toa/goc-cay/",
        "lan-toa/giua-cay/": "lan-toa/goc-cay/#bai-giua-cay",
        "lan-toa/giua-cu/": "lan-toa/goc-cay/#bai-giua-cay",
    }


def test_who_learned_later_is_found_in_the_tree_of_the_teacher():
    """What was a root yesterday keeps its address."""
    before = grown("- goc-cay\n  - con-mot\n- cay-hai\n  - con-hai\n")
    after = grown("- goc-cay\n  - con-mot\n  - cay-hai\n    - con-hai\n")
    lost = set(tree_views(before)) - set(tree_views(after))
    assert lost == set()
    assert redirects(after) == {"lan-toa/cay-hai/": "lan-toa/goc-cay/#bai-cay-hai"}


def test_who_stands_on_a_later_page_is_found_there():
    context = grown("- goc-cay\n" + "\n".join(f"  + nha-{at}" for at in range(60)) + "\n  - hoc-tro\n    + cuoi")
    assert redirects(context) == {"lan-toa/hoc-tro/": "lan-toa/goc-cay/trang-2/#bai-hoc-tro"}
    former, there = (tree_views(context)[where].head for where in ("lan-toa/hoc-tro/", "lan-toa/goc-cay/trang-2/"))
    assert replace(former, address=there.address, leads_to="") == there, "and shared as the page on which it stands"
    assert page_of(context, "hoc-tro").tree == "lan-toa/goc-cay/trang-2/#bai-hoc-tro"
    assert page_of(context, "goc-cay").tree == "lan-toa/goc-cay/"


def test_the_tree_of_a_model_taken_down_leads_to_its_notice():
    gone = "go_bo: {ngay: 2026-11-21, ly_do: Theo đề nghị.}\n"
    context = context_of(
        model(f"tieu_de: Đã có người học\nduong_dan_cu: [da-hoc-cu]\n{gone}", name="da-hoc"),
        model("tieu_de: Học theo\nhoc_tu: da-hoc-cu\n", name="hoc-theo"),
        model(f"tieu_de: Không ai học\n{gone}", name="khong-ai"),
    )
    assert redirects(context) == {"lan-toa/da-hoc/": "mo-hinh/da-hoc/", "lan-toa/da-hoc-cu/": "mo-hinh/da-hoc/"}


# --- What depends on what ------------------------------------------------------------------------------------------


def pages_due(before: Inputs, after: Inputs) -> set[str]:
    """The pages of families that are made again, by address."""
    _, history = make_all(before)
    return {path.removesuffix("index.html") for path in due(history, after) if path.startswith("lan-toa/")}


def inputs_with(changed: str = "", copies: str = "") -> Inputs:
    return inputs_of(
        model(f"tieu_de: Gốc một\n{copies}", name="goc-mot"),
        model(f"tieu_de: Học một\nhoc_tu: goc-mot\n{changed}", name="hoc-mot"),
        model("tieu_de: Gốc hai\nda_nhan_rong: [{noi: tỉnh Cà Mau}]\n", name="goc-hai"),
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    "snippet",
    ["lich_su: [{nam: 2023, viec: trien-khai}]",
     "linh_vuc: kinh-te", "dia_diem: [{noi: tỉnh Cà Mau}]", "ket_qua: [{chi_so: Hộ, sau: 12}]"],
)  # fmt: skip
def test_a_change_of_a_member_makes_the_pages_of_its_family_alone(snippet):
    found = pages_due(inputs_with(), inputs_with(f"{snippet}\n"))
    assert {"lan-toa/goc-mot/"} <= found <= {"lan-toa/goc-mot/", "lan-toa/"}


def test_a_change_that_no_tree_shows_makes_no_page_of_a_family():
    other = "tom_tat: Mười hộ trong xóm nay thay nhau quét dọn đường làng vào sáng chủ nhật.\n"
    assert pages_due(inputs_with(), inputs_with(other)) == set()


def test_what_a_copy_tells_is_part_of_it():
    one, other = (f"da_nhan_rong: [{{noi: tỉnh Cà Mau, don_vi: {host}}}]\n" for host in ("Hội", "Đoàn"))
    assert pages_due(inputs_with(copies=one), inputs_with(copies=other)) == {"lan-toa/goc-mot/"}


def test_what_no_tree_shows_makes_none():
    assert pages_due(inputs_with(), inputs_with("ghi_chu: Nguồn không nêu lĩnh vực.\n")) == set()


@pytest.mark.slow
def test_the_same_members_in_another_tree_are_another_page():
    flat = inputs_of(*_models("- goc-cay\n  - con-mot\n  - con-hai\n    + x\n"))
    deep = inputs_of(*_models("- goc-cay\n  - con-mot\n    - con-hai\n      + x\n"))
    assert "lan-toa/goc-cay/" in pages_due(flat, deep)


# --- The page of all, the front page, a model's page ---------------------------------------------------------------


def rows(context: Context) -> list[str]:
    every = [row for view in row_views(context) for row in view.rows]
    return [f"{row.root.label.removeprefix('Cách làm ')}: {row.places} nơi, {plain(row.line)}" for row in every]


def test_the_furthest_spread_comes_first():
    context = grown("- it-hon 2020\n  + mot\n" + TREE + "- gia-hon 2019\n  + mot\n- mot-minh\n")
    assert rows(context) == [
        "cho-sach: 6 nơi, 4 đời · 2016–2024 · 3 tỉnh, thành phố",
        "gia-hon: 1 nơi, 2019 · đều ở tỉnh Sơn La",
        "it-hon: 1 nơi, 2020 · đều ở tỉnh Sơn La",
    ]


def test_all_are_counted_on_the_first_page():
    context = grown(TREE + "- it-hon 2020, Huế\n  + mot\n")
    view = view_at(context, "lan-toa/")
    assert [number for number, _ in view.figures] == ["2", "7", "3"]


def test_many_families_are_paged_by_24():
    context = grown("\n".join(f"- goc-{at:02}\n  + chep" for at in range(50)))
    every = row_views(context)
    assert [len(view.rows) for view in every] == [24, 24, 2]
    assert [view.first for view in every] == [1, 25, 49]
    assert [bool(view.figures) for view in every] == [True, False, False]
    assert [view.head.address for view in every] == ["lan-toa/", "lan-toa/trang-2/", "lan-toa/trang-3/"]


def test_nothing_spread_is_said_and_skipped_on_the_front_page():
    context = grown("- mot-minh\n")
    view = view_at(context, "lan-toa/")
    assert (view.rows, view.figures, view.pager) == ((), (), None)
    assert view_at(context, "").spread == ()


def test_the_front_page_tells_of_three():
    context = grown("\n".join(f"- goc-{at:02}\n" + "  + chep\n" * at for at in range(1, 6)))
    shown = view_at(context, "").spread
    assert [(row.root.address, row.places) for row in shown] == [
        ("lan-toa/goc-05/", "5"),
        ("lan-toa/goc-04/", "4"),
        ("lan-toa/goc-03/", "3"),
    ]


@pytest.mark.parametrize(
    ("learners", "copies", "shown", "besides"),
    [(0, 1, (0, 1), 0), (3, 5, (3, 5), 0), (4, 5, (3, 5), 1), (2, 7, (2, 5), 2), (300, 50, (3, 5), 342)],
)
def test_a_model_s_page_shows_a_few_of_those_who_copied_it(learners, copies, shown, besides):
    text = "- goc-cay\n" + "  + chep\n" * copies + "".join(f"  - nha-{at:03}\n" for at in range(learners))
    page = page_of(grown(text), "goc-cay")
    followers = [bool(stop.address) for stop in page.trail if not stop.is_here]
    assert (followers.count(True), followers.count(False), page.copied_besides) == (*shown, besides)
    assert page.tree == "lan-toa/goc-cay/"


def test_who_only_learned_leads_to_its_line():
    page = page_of(grown("- goc-cay\n  - hoc-tro\n"), "hoc-tro")
    assert ([stop.label for stop in page.trail if stop.address], page.copied_besides) == (["Cách làm goc-cay"], 0)
    assert page.tree == "lan-toa/goc-cay/#bai-hoc-tro"
    assert page_of(grown("- mot-minh\n"), "mot-minh").tree == ""
