"""Vietnamese syllables, and text that is broken in one of the known ways: what is certain is told, and nothing else."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from showcase.system.gazetteer import load_gazetteer
from showcase.words.legacy import Legacy, recovered
from showcase.words.syllable import is_syllable, needs_marks
from showcase.words.telex import of_telex

SYLLABLES = "chợ sạch người bán hàng văn minh ở xã Quỳnh Trang nghiêng khuỷu quyển giếng gì gìn quốc oà hoà thuý uống yếu ươn ỷ Đức ngoằn xoong"
TONES = "\u0300\u0301\u0303\u0309\u0323"
WORDS = "Tổ tự quản giữ sạch đường làng bản Ngọc Chiến được huyện khen thưởng vì dân vận khéo"


def of(text, table):
    """Write a text with the letters of another table."""
    return "".join(table.get(letter, letter) for letter in text)


TCVN3 = dict(zip("ạảãàáặẳẵằắậẩẫầấẹẻẽèéệểễềếịỉĩìíọỏõòóộổỗồốợởỡờớụủũùúựửữừứỵỷỹỳýăâêôơưđ", "¹¶·µ¸Æ¼½»¾ËÈÉÇÊÑÎÏÌÐÖÓÔÒÕÞØÜ×Ýäáâßãéæçåèîëìêíôñòïóùö÷õøþûüúý¨©ª«¬\u2212®", strict=True))  # fmt: skip


def of_utf8(text):
    return "".join(letter.encode().decode("cp1252", "replace") for letter in text)


def of_windows_1258(text):
    """There a tone is a letter of its own, and every other mark is part of its letter."""
    return "".join(apart(letter) for letter in text).encode("cp1258").decode("cp1252")


def apart(letter):
    marks = unicodedata.normalize("NFD", letter)
    plain = "".join(mark for mark in marks if mark not in TONES)
    return unicodedata.normalize("NFC", plain) + "".join(mark for mark in marks if mark in TONES)


@pytest.mark.parametrize("word", SYLLABLES.split())
def test_syllables(word):
    assert is_syllable(word)
    assert is_syllable(word.upper())
    assert is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize(
    "word", ["market", "clean", "Chî", "s¹ch", "xaõ", "baùn", "ngöôøi", "hoáà", "Viá»‡t", "qu?n", "а", "b2"]
)
def test_what_is_no_syllable(word):
    assert not is_syllable(word)


def test_every_name_of_a_province_is_made_of_syllables():
    """But for those of other languages: Đắk Lắk."""
    words = {word for province in load_gazetteer().provinces for word in province.name.replace("-", " ").split()}
    assert {word for word in words if not is_syllable(word)} <= {"Đắk", "Lắk"}
    assert len(words) > 50


@pytest.mark.parametrize(
    ("word", "needs"), [("sach", True), ("nguoi", True), ("hinh", True), ("an", False), ("trong", False)]
)
def test_words_that_cannot_do_without_marks(word, needs):
    assert needs_marks(word) is needs


@pytest.mark.parametrize(
    ("legacy", "broken", "whole"),
    [
        (Legacy.TCVN3, of(WORDS, TCVN3), WORDS),
        (Legacy.WINDOWS_1258, of_windows_1258(WORDS), WORDS),
        (Legacy.MISREAD, of_utf8("Tổ quản lý sạch đẹp Chiến"), "Tổ quản lý sạch đẹp Chiến"),
        (Legacy.VNI, "Toå töï quaûn giöõ saïch ñöôøng laøng baûn", "Tổ tự quản giữ sạch đường làng bản"),
    ],
)
def test_what_is_broken_is_made_whole(legacy, broken, whole):
    assert recovered(broken) == (legacy, broken.split()[0], whole)


@pytest.mark.parametrize(
    "text",
    [
        "Chợ sạch",
        "Café René, São Paulo",
        "5° 10 m² © ® §2 µg",
        "naïve Noël",
        "Ea H’Leo, Krông Pắc",
        "Mô hình “5 không”",
    ],
)
def test_what_is_whole_is_left_alone(text):
    assert recovered(text) is None


def test_what_is_not_certain_is_not_proposed():
    """ "xã" is "xó" in TCVN3, and a word of its own: nobody knows which."""
    found = recovered("xã s¹ch")
    assert found == (Legacy.TCVN3, "s¹ch", "")


@settings(derandomize=True, database=None)
@given(st.lists(st.sampled_from(WORDS.split()), min_size=3, max_size=12))
def test_a_proposal_is_what_was_meant(words):
    text = " ".join(words)
    found = recovered(of(text, TCVN3))
    assert found is None or found.text in {text, ""}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Chowj", "chợ"), ("nguwowif", "người"), ("ddoanf", "đoàn"), ("quyr", "quỷ"), ("giuwx", "giữ"), ("hoaf", "hòa")],
)
def test_telex(typed, meant):
    assert of_telex(typed) == meant


@pytest.mark.parametrize("word", ["market", "Zalo", "window", "bans", "sach", "QR"])
def test_what_is_no_telex(word):
    assert of_telex(word) in {"", "bán"}
