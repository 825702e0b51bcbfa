"""Vietnamese text: how it is folded, matched, made an address of, put in order, and guessed."""

import itertools
import json
import random
import shutil
import subprocess
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from showcase.words.collation import sort_key
from showcase.words.nearest import nearest
from showcase.words.text import fold, is_usual, match_key, nfc, same_name, slug

VIETNAMESE = st.text(
    alphabet="aàảãáạăằắặâầấậbcdđeèéẹêềếệghiìíịklmnoòóọôồốộơờớợpqrstuùúụưừứựvxyỳýỵ -'’AĐÊÔƠƯ", max_size=20
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("\u00d0à Nẵng", "Đà Nẵng"),
        ("\u00f0ường", "đường"),
        ("10\u00a0000\u202fđồng", "10 000 đồng"),
        (unicodedata.normalize("NFD", "Quảng Ngãi"), "Quảng Ngãi"),
        ("hoà  hòa ’ʼ", "hoà  hòa ’ʼ"),
    ],
)
def test_a_text_is_brought_to_one_form_and_not_rewritten(typed, kept):
    assert nfc(typed) == kept


@pytest.mark.parametrize(
    ("text", "folded", "address"),
    [
        ("Đồng Xuân", "dong xuan", "dong-xuan"),
        ("  Dân vận\tKHÉO ", "dan van kheo", "dan-van-kheo"),
        ("Ea H’Leo", "ea h'leo", "ea-hleo"),
        ("Ea H´Leo", "ea h'leo", "ea-hleo"),
        ("Bà Rịa – Vũng Tàu", "ba ria – vung tau", "ba-ria-vung-tau"),
        ("hoà hòa", "hoa hoa", "hoa-hoa"),
        ("\u00d0ường số 3", "duong so 3", "duong-so-3"),
        ("500 m²", "500 m2", "500-m2"),
        ("“ ”", "“ ”", ""),
        ("", "", ""),
    ],
)
def test_a_text_as_a_hurried_reader_types_it_and_as_a_part_of_an_address(text, folded, address):
    assert fold(text) == folded
    assert slug(text) == address


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hoà Bình", "Hòa Bình"),
        ("Thuỵ Khuê", "THỤY KHUÊ"),
        ("sức khoẻ", "Sức khỏe"),
        ("M'Đrắk", "M’ Đrắk"),
        ("Ia H' Drai", "Ia Hʼdrai"),
        ("Phan Rang-Tháp Chàm", "Phan Rang – Tháp Chàm"),
        ("\u00d0ắk  Lắk", "đắk lắk"),
        ("Huế", unicodedata.normalize("NFD", "HUẾ")),
    ],
)
def test_spellings_of_one_name(one, other):
    assert same_name(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Phú Quí", "Phú Quý"),
        ("Cẩm Giang", "Cẩm Giàng"),
        ("Tân Thành", "Tân Thạnh"),
        ("Mỹ Tho", "Mỹ Thọ"),
        ("Dak Lak", "Đắk Lắk"),
        ("Mỹ Đình 1", "Mỹ Đình 2"),
    ],
)
def test_different_names(one, other):
    assert not same_name(one, other)


@given(VIETNAMESE)
def test_what_was_looked_at_once_looks_the_same_again(text):
    for look in (nfc, fold, slug):
        assert look(look(text)) == look(text)
    for look in (nfc, fold, slug, match_key, sort_key):
        assert look(unicodedata.normalize("NFD", text)) == look(text)


ALPHABET = (
    "a à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ b c d đ e è ẻ ẽ é ẹ ê ề ể ễ ế ệ f g h i ì ỉ ĩ í ị j k l m n "
    "o ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ p q r s t u ù ủ ũ ú ụ ư ừ ử ữ ứ ự v w x y ỳ ỷ ỹ ý ỵ z"
)


@pytest.mark.parametrize(
    "line",
    [
        ALPHABET,
        "10 2 a",
        # Letters decide first, over the whole word; then tones; then case, small letters first.
        "ma Ma mà Mà mả mã má mạ mai mái màn mản măng mâm mơ",
        "Cà|Cà Mau|Cao Bằng|Cần Thơ|Đà Nẵng|Đắk Lắk|Điện Biên|Đồng Nai|Hà Nội|Hà Tĩnh|Huế",
        # A space comes before every letter, so a short name stands before the longer words that begin with it.
        "Ba|Bà Rịa|Ba Vì|Bạc Liêu",
    ],
)
def test_words_come_as_in_a_dictionary(line):
    words = line.split("|") if "|" in line else line.split()
    shuffled = random.Random(len(words)).sample(words, len(words))
    assert shuffled != words
    assert sorted(shuffled, key=sort_key) == words


def test_the_order_does_not_depend_on_how_a_text_is_encoded():
    words = ALPHABET.split()
    decomposed = [unicodedata.normalize("NFD", word) for word in reversed(words)]
    assert [nfc(word) for word in sorted(decomposed, key=sort_key)] == words


@pytest.mark.skipif(shutil.which("node") is None, reason="Intl.Collator is asked through node")
def test_the_order_is_that_of_intl_collator():
    words = [
        "",
        " ",
        "Đà Nẵng",
        "đà nẵng",
        "“Dân vận khéo”",
        '"Dân vận',
        "Ea H’Leo",
        "Ea H'leo",
        "…",
        "...",
        "3.100",
        "12",
    ]
    words += [f"{a}{b}" for a, b in itertools.product("aàăặâÁđDơỠữ-’' 1", repeat=2)]
    script = """
        const words = JSON.parse(require('fs').readFileSync(0)), order = new Intl.Collator('vi');
        console.log(JSON.stringify(words.map(a => words.map(b => Math.sign(order.compare(a, b))))));
    """
    asked = subprocess.run(["node", "-e", script], input=json.dumps(words), capture_output=True, text=True, check=True)
    keys = [sort_key(word) for word in words]
    ours = [[(one > other) - (one < other) for other in keys] for one in keys]
    assert ours == json.loads(asked.stdout)


FIELDS = ["kinh-te", "van-hoa-xa-hoi", "quoc-phong-an-ninh", "he-thong-chinh-tri"]
KEYS = ["tieu_de", "tom_tat", "loai", "chu_the", "linh_vuc", "dia_diem", "noi_dung", "nguon", "ngay_dang"]


@pytest.mark.parametrize(
    ("typed", "known", "meant"),
    [
        ("quoc-phong", FIELDS, ("quoc-phong-an-ninh",)),
        ("Kinh tế", FIELDS, ("kinh-te",)),
        ("an ninh", FIELDS, ("quoc-phong-an-ninh",)),
        ("thể thao", FIELDS, ()),
        ("tieude", KEYS, ("tieu_de",)),
        ("Tiêu đề", KEYS, ("tieu_de",)),
        ("noi_dug", KEYS, ("noi_dung",)),
        ("", KEYS, ()),
    ],
)
def test_the_nearest_known_word_is_proposed_or_none(typed, known, meant):
    assert nearest(typed, known) == meant


def test_the_same_word_without_marks_is_proposed_alone():
    assert nearest("Tân Thanh", ["Tân Thành", "Tân Thạnh", "Tân Thắng", "Tân Thanh Tây"]) == ("Tân Thành", "Tân Thạnh")
    assert nearest("a", ["a", "ab"], limit=0) == ()


def test_the_last_characters_of_unicode_sort_last_and_break_nothing():
    words = ["đường", "Ω", "\U0010fffd", "z"]
    assert sorted(words, key=sort_key) == ["đường", "z", "Ω", "\U0010fffd"]


@pytest.mark.slow
def test_the_usual_signs_are_those_of_a_keyboard_and_of_vietnamese_and_no_more():
    alphabet = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
    toned = {nfc(letter + tone) for letter in "aăâeêioôơuưy" for tone in "\u0300\u0301\u0303\u0309\u0323"}
    letters = {form for letter in {*alphabet, *toned} for form in (letter, letter.upper())}
    keyboard = {chr(code) for code in range(0x20, 0x7F)} | {"\n"}
    expected = (letters | keyboard | set("“”‘’–…°²³")) - {"Ã"}
    assert {chr(code) for code in range(0x110000) if is_usual(chr(code))} == expected
    assert not is_usual("Ông Ã")
    assert is_usual("")
