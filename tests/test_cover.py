"""Covers set in type: what each says, and that no two in a row look the same."""

from inspect import cleandoc
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from library import context_of
from making import model, photo
from showcase.publish.facts import card
from showcase.views.cover import Cover, Look, varied

SET = "chu_de: []\n"


def cover_of(snippet, name="duong-hoa"):
    """Give the cover of a sound model with these lines."""
    return context_of(model(cleandoc(snippet), name=name)).fact(card, name).cover


def test_before_and_after_are_two_blocks_in_true_proportion():
    cover = cover_of("""\
        ket_qua:
          - chi_so: Điểm rác tự phát
            truoc: 14
            sau: 2
            don_vi_tinh: điểm
        """)
    assert (cover.kind, cover.above, cover.unit) == ("bars", "Điểm rác tự phát", "điểm")
    assert [(block.number, block.length, block.step) for block in cover.blocks] == [("14", 1000, "in"), ("2", 142, "2")]


@pytest.mark.parametrize(
    ("unit", "measure", "said"),
    [
        ("kg", "Gạo đổi một khẩu súng", ("hơn", "3.100", "kg", "gạo đổi một khẩu súng")),
        ("mắt", "Mắt camera an ninh", ("hơn", "3.100", "", "mắt camera an ninh")),
    ],
    ids=["with its unit", "with a unit that what is counted says already"],
)
def test_a_result_is_one_number(unit, measure, said):
    cover = cover_of(f"""\
        ket_qua:
          - chi_so: {measure}
            sau: 3.100
            xap_xi: hon
            don_vi_tinh: {unit}
        """)
    assert (cover.about, cover.large, cover.unit, cover.below) == said
    assert (cover.kind, cover.above) == ("number", "Xã Ngọc Chiến, Sơn La")


def test_a_number_that_stayed_the_same_is_no_before_and_after():
    assert cover_of("ket_qua: [{chi_so: Tổ tự quản, truoc: 4, sau: 4}]").kind == "number"


def test_many_copies_are_a_square_each():
    copies = "".join(f"  - noi: tỉnh Sơn La\n    tai: bản {number}\n" for number in range(1, 33))
    cover = cover_of(f"da_nhan_rong:\n{copies}")
    assert (cover.kind, cover.large, cover.squares, cover.below) == ("copies", "32", (16, 16), "nơi đã làm theo")


def test_words_that_the_title_quotes_are_set_but_not_the_name_of_the_movement():
    assert cover_of("tieu_de: Mô hình “6 không, 3 có” ở bản").large == "6 không, 3 có"
    cover = cover_of("tieu_de: “Dân vận khéo” trong làm đường")
    assert (cover.kind, cover.large) == ("words", "“Dân vận khéo” trong làm đường")


def test_a_place_below_the_commune_is_told_then_and_now():
    cover = cover_of("""\
        dia_diem:
          - noi: phường Quỳnh Thiện, thị xã Hoàng Mai, tỉnh Nghệ An
            tai: khối Bắc Mỹ
        """)
    assert (cover.kind, cover.large) == ("place", "Khối Bắc Mỹ")
    assert (cover.above, cover.below) == ("Phường Quỳnh Thiện, thị xã Hoàng Mai", "Nay: phường Hoàng Mai, Nghệ An")


def test_a_place_that_is_still_so_called_is_told_once():
    cover = cover_of("dia_diem:\n  - noi: xã Ngọc Chiến, tỉnh Sơn La\n    tai: bản Lướt\n")
    assert (cover.above, cover.below) == ("Xã Ngọc Chiến", "")


def test_else_the_title_is_the_cover_and_its_thumb_says_where():
    cover = cover_of("tieu_de: Tiết kiệm xanh")
    assert (cover.kind, cover.large, cover.thumb) == ("words", "Tiết kiệm xanh", "Ngọc Chiến")


def test_a_model_with_a_picture_has_no_cover_and_says_its_result_below():
    shown = (
        "anh: [{tep: cho.jpg, mo_ta: Một con đường hoa, tac_gia: Ban biên tập, giay_phep: cua-du-an, nguoi: khong}]\n"
    )
    result = "ket_qua: [{chi_so: Điểm rác, truoc: 14, sau: 2}]\n"
    listed = context_of(model(shown + result, name="duong-hoa", photos=(photo("cho.jpg"),))).fact(card, "duong-hoa")
    assert listed.cover is None
    assert (listed.measure, listed.before, listed.number) == ("Điểm rác", "14", "2")


def test_long_titles_are_set_small_and_short_ones_large():
    sizes = [cover_of(f"tieu_de: {'Đường hoa ' * times}") for times in (1, 5, 19)]
    assert [cover.size for cover in sizes] == sorted((cover.size for cover in sizes), reverse=True)
    assert sizes[0].size > 10 > sizes[2].size


def test_the_same_model_always_looks_the_same():
    assert cover_of(SET) == cover_of(SET)
    looks = {cover_of(SET, name=f"duong-hoa-{number}").look for number in range(40)}
    assert len(looks) > 5


@given(st.lists(st.integers(0, 8), max_size=30))
def test_no_two_in_a_row_have_the_same_tone_and_band(numbers):
    """Whatever order the covers have; a picture between two of them does not count as one."""
    looks = [Look(tone, band) for band in ("block", "side", "edge") for tone in ("full", "deep", "pale")]
    covers = [Cover(kind="words", look=looks[number], large="Đường hoa", size=8, thumb="Mai") for number in numbers]
    following = list(varied(covers))
    assert len(following) == len(covers)
    assert all(one.look != other.look for one, other in pairwise(following))
    assert all(one == other for one, other in zip(covers[:1], following, strict=False))


def test_how_sure_a_number_is_stands_small_beside_it_and_not_in_a_thumb():
    cover = cover_of("ket_qua: [{chi_so: Người có thẻ, truoc: 65, sau: 235, xap_xi: gan}]")
    assert (cover.blocks[1].about, cover.blocks[1].number, cover.thumb) == ("gần", "235", "235")
