"""What is proposed is a slip of the keyboard and nothing else; words that are only alike get no proposal."""

import pytest
from showcase.rules.wording import key_meant
from showcase.words.slip import plain_letters, slip_of
from showcase.words.syllables import reads_as_words

MILESTONES = ("cong-nhan", "nhan-rong", "trien-khai", "phat-dong", "ket-thuc", "dang-ky")
THEMES = ("du-lich", "an-ninh-trat-tu", "moi-truong", "vung-giao", "dan-toc")
HOSTS = ("cong-an", "hoi-nong-dan", "hoi-phu-nu", "tap-the")


def slip(typed, known, other_words=()):
    return slip_of(typed, {word: word for word in known}, other_words)


@pytest.mark.parametrize(
    ("typed", "known", "meant"),
    [
        ("Công nhận", MILESTONES, "cong-nhan"),
        ("cong_nhan", MILESTONES, "cong-nhan"),
        ("CONGNHAN", MILESTONES, "cong-nhan"),
        ("đăng kí", MILESTONES, "dang-ky"),
        ("cong-nahn", MILESTONES, "cong-nhan"),  # two letters swapped
        ("nhan-rog", MILESTONES, "nhan-rong"),  # one missing
        ("trien-khaii", MILESTONES, "trien-khai"),  # one too much
        ("hoi-phu-nuu", HOSTS, "hoi-phu-nu"),  # "nuu" may be a syllable, but the other two are right
        ("hoi-nogn-dna", HOSTS, "hoi-nong-dan"),  # two slips in a long word
        ("tapthe", HOSTS, "tap-the"),
    ],
)
def test_a_slip_is_seen(typed, known, meant):
    assert slip(typed, known) == meant


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("công đoàn", HOSTS),  # is no "công an", two letters shorter
        ("hoàn thành", MILESTONES),
        ("giáo dục", THEMES),
        ("phát triển", MILESTONES),
        ("du kích", THEMES),  # one letter from "du lịch"
        ("dukich", THEMES),
        ("an sinh", THEMES),
        ("thị trường", THEMES),  # two from "môi trường"
        ("hội công dân", HOSTS),
        ("công dân", ["cong-doan"]),
        ("hội đồng", ["hoi-dong-y"]),
        ("giám định", ["gia-dinh"]),
        ("trien-kha", MILESTONES),
        ("hội phụ huynh", HOSTS),
        ("an-ninh", THEMES),  # the beginning of a word is another word
        ("quan", HOSTS),
        ("", MILESTONES),
        ("-", MILESTONES),
        ("công nhận" * 40, MILESTONES),
    ],
)
def test_another_word_is_no_slip(typed, known):
    assert slip(typed, known) == ""


def test_names_of_keys_are_no_prose():
    keys = {key: key for key in ("tom_tat", "noi_dung", "tac_gia", "nguon")}
    assert slip_of("tom_tac", keys) == ""
    assert slip_of("tom_tac", keys, is_prose=False) == "tom_tat"
    assert slip_of("noi_dun", keys, is_prose=False) == "noi_dung"
    assert slip_of("giay_phep", keys, is_prose=False) == ""


def test_two_that_are_as_near_are_none():
    assert slip("hoi-nguoi-muu", ["hoi-nguoi-mu", "hoi-nguoi-muon"]) == "hoi-nguoi-mu"
    assert slip("xuan-duonk", ["xuan-duong", "xuan-duon"]) == ""


def test_a_spelling_of_two_keys_tells_neither():
    names = {"ton-giao": ("Tôn giáo", "Giáo xứ"), "vung-giao": ("Vùng giáo", "Giáo xứ")}
    assert key_meant("giáo xứ", names) == ""
    assert key_meant("tôn giáo", names) == "ton-giao"


def test_another_number_is_another_thing():
    assert slip("duong-lang-1.jpg", ["duong-lang-2.jpg"]) == ""
    assert slip("duong-lagn-2.jpg", ["duong-lang-2.jpg", "duong-lang-3.jpg"]) == "duong-lang-2.jpg"


def test_a_word_of_another_list_is_meant_as_it_stands():
    assert slip("nguoi", ["nguon"], {plain_letters("nguoi")}) == ""
    assert slip("hoi-phu-nuu", HOSTS, {plain_letters("hoi-phu-nuu")}) == ""


@pytest.mark.parametrize(
    "text", ["truong hoc", "nghieng", "khuyen hoc", "giao duc", "quynh", "yeu nuoc", "uy ban", "dukich"]
)
def test_syllables_without_marks_read_as_words(text):
    assert reads_as_words(text)


@pytest.mark.parametrize("text", ["trien kai", "rogn", "cong nahn", "dug", "xyz", "wifi", "nhan rog"])
def test_what_no_syllable_can_be_does_not(text):
    assert not reads_as_words(text)
