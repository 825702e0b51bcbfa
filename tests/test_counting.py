"""Numbers in words, and what is counted in whole."""

import pytest
from showcase.words.counting import counted_unit
from showcase.words.spoken_numbers import read_spoken


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("năm", 5),
        ("mười", 10),
        ("mười lăm", 15),
        ("hai mươi", 20),
        ("hai mươi mốt", 21),
        ("ba mươi tư", 34),
        ("ba mươi lăm", 35),
        ("hai lăm", 25),
        ("ba chục", 30),
        ("một trăm", 100),
        ("một trăm linh năm", 105),
        ("một trăm lẻ năm", 105),
        ("ba trăm tám mươi lăm", 385),
        ("một trăm rưỡi", 150),
        ("một nghìn", 1000),
        ("ba ngàn một trăm", 3100),
        ("ba nghìn rưỡi", 3500),
        ("hai nghìn không trăm hai mươi", 2020),
        ("mười ba nghìn sáu trăm sáu mươi ba", 13663),
        ("một triệu rưỡi", 1_500_000),
        ("hai triệu ba trăm nghìn", 2_300_000),
        ("một tỷ hai trăm triệu", 1_200_000_000),
    ],
)
def test_numbers_in_words_are_read(words, number):
    assert read_spoken(words) == number


@pytest.mark.parametrize(
    "words",
    ["", "nghìn", "một năm", "mươi", "trăm", "một trăm hai", "hai hai", "hai nghìn ba", "linh năm", "rưỡi", "tư"],
)
def test_what_is_no_number_or_says_it_in_short_is_left_alone(words):
    assert read_spoken(words) is None


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("hộ", "hộ"),
        ("Hộ", "hộ"),
        ("Hộ thoát nghèo", "hộ"),
        ("Số hộ thoát nghèo", "hộ"),
        ("Mắt camera an ninh", "mắt camera"),
        ("lượt người", "lượt người"),
        ("m", ""),
        ("tỷ đồng", ""),
        ("nghìn hộ", ""),
        ("người/km²", ""),
        ("Tỷ lệ hộ nghèo", ""),
        ("Người trung bình mỗi hộ", ""),
        ("", ""),
    ],
)
def test_a_unit_is_counted_in_whole_or_not(text, unit):
    assert counted_unit(text) == unit
