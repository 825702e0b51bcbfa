"""Words that go and come, value by value: what stays is not told again, and one item more makes no other of those behind it."""

import pytest
from showcase.reading.form import MODEL
from showcase.views.text_changes import Fate, label_of, text_changes

STAYS, GOES, COMES = Fate.STAYS, Fate.GOES, Fate.COMES


def told(before, after, form=MODEL):
    return [
        (change.label, [(piece.fate, piece.text) for piece in change.pieces])
        for change in text_changes(before, after, form)
    ]


def milestones(*years):
    return {("lich_su", number, "nam"): str(year) for number, year in enumerate(years)}


def test_words_are_told_with_those_beside_them():
    before, after = ({("tom_tat",): f"Mười hộ {word} dọn đường làng"} for word in ("quét", "cùng nhau quét"))
    assert told(before, after) == [
        ("Tóm tắt", [(STAYS, "Mười hộ"), (COMES, " cùng nhau"), (STAYS, " quét dọn đường làng")])
    ]


def test_of_a_long_text_what_stays_far_away_is_left_out():
    words = [f"chữ{number}" for number in range(200)]
    other = [*words[:100], "thêm", *words[100:]]
    ((_, pieces),) = told({("tom_tat",): " ".join(words)}, {("tom_tat",): " ".join(other)})
    assert pieces[0][1].startswith(" … ")
    assert pieces[0][1].split()[1:] == words[92:100]
    assert pieces[-1][1].split()[:-1] == words[100:108]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (milestones(2021, 2022), milestones(2020, 2021, 2022), [("Mốc 1 › Năm", [(COMES, "2020")])]),
        (milestones(2020, 2021, 2022), milestones(2021, 2022), [("Mốc 1 › Năm", [(GOES, "2020")])]),
        (milestones(2020, 2021), milestones(2020, 2025), [("Mốc 2 › Năm", [(GOES, "2021"), (COMES, "2025")])]),
        (milestones(2020), milestones(2020), []),
        ({}, {("loai",): "mo-hinh"}, [("Loại", [(COMES, "Mô hình")])]),
        ({}, {("loai",): "khac"}, [("Loại", [(COMES, "khac")])]),
    ],
)  # fmt: skip
def test_lists_are_compared_item_by_item(before, after, expected):
    assert told(before, after) == expected


def test_a_text_of_many_words_is_told_at_once():
    before, after = ({("tom_tat",): f"{sign} " * 5000} for sign in "ab")
    assert [fate for fate, _ in told(before, after)[0][1]] == [GOES, COMES]


def test_what_the_form_does_not_know_bears_its_own_name():
    assert label_of(("dia_diem", 1, "noi"), MODEL) == "Địa điểm 2 › Tên địa phương"
    assert label_of(("y-te", "mo_ta"), None) == "y-te › mo_ta"
    assert label_of(("la", 0, "x"), MODEL) == "la 1 › x"


def test_what_stands_very_often_costs_no_more_than_other_words():
    """Otherwise a stranger has a runner compare for hours: each word with each."""
    before, after = ({("tom_tat",): f"{sign} " + "a " * 1900} for sign in "xy")
    assert {fate for fate, _ in told(before, after)[0][1]} >= {GOES, COMES}
