"""What has one right mend is mended, and nothing else: each mend by its lines, then what holds for all of them."""

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making import SOUND, setting, vocabularies, written
from showcase.reading.node import Mapping, Scalar, Sequence
from showcase.record.submission import read_model, read_vocabulary
from showcase.rules.book import check_file
from showcase.rules.mending import mend
from showcase.words.problem import Severity
from showcase.words.text import nfc
from test_fuzz import mutated

calm = settings(
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    deadline=None,
    max_examples=60,
)

ONE_MEND = {
    "marks as letters of their own": (unicodedata.normalize("NFD", "tieu_de: Đường làng"), "tieu_de: Đường làng"),
    "the Icelandic letter": ("don_vi:\n  - ten: Ðảng ủy xã", "don_vi:\n  - ten: Đảng ủy xã"),
    "no-break spaces": ("tieu_de:\u00a0Chợ\u202fsạch", "tieu_de: Chợ sạch"),
    "no-break spaces for indentation": ("noi_dung:\n\u00a0\u00a0cach_lam: x", "noi_dung:\n  cach_lam: x"),
    "blanks at the end": ("cap: tinh  \nloai: mo-hinh\t", "cap: tinh\nloai: mo-hinh"),
    "two line ends": ("a: x\r\nb: y\nc: z\r\n", "a: x\r\nb: y\r\nc: z\r\n"),
    "a date with hyphens": ("ngay_dang: 22-11-2026", "ngay_dang: 22/11/2026"),
    "a date with dots, in quotes": ("ngay_dang: '5.3.2026' # nhớ", "ngay_dang: '05/03/2026' # nhớ"),
    "a date with its year first": ("ngay_dang: 2026/3/5", "ngay_dang: 2026-03-05"),
    "a date in curly quotes": ("ngay_dang: “22/11/2026”", 'ngay_dang: "22/11/2026"'),
    "a dash for a hyphen": ("chu_de:\n  – y-te\n  – chuyen-doi-so", "chu_de:\n  - y-te\n  - chuyen-doi-so"),
    "a bullet before keys": ("dia_diem:\n  • noi: xã Ea\n    tai: x", "dia_diem:\n  - noi: xã Ea\n    tai: x"),
    "one dash of two": ("chu_de:\n  - y-te\n  — chuyen-doi-so", "chu_de:\n  - y-te\n  - chuyen-doi-so"),
    "a hyphen without its space": ("don_vi:\n  -ten: Hội\n    loai: x", "don_vi:\n  - ten: Hội\n    loai: x"),
    "hyphens without their space, in a list of keys": ("chu_de:\n  -y-te\n  -mat-tran", "chu_de:\n  - y-te\n  - mat-tran"),
    "a hyphen without its space, before one key": ("dia_diem:\n  -noi: xã Ea", "dia_diem:\n  - noi: xã Ea"),
    "a wide colon": ("tieu_de： Chợ sạch\nnoi_dung：\n  cach_lam: x", "tieu_de: Chợ sạch\nnoi_dung:\n  cach_lam: x"),
    "a colon without its space": ("loai:mo-hinh\ncap: tinh", "loai: mo-hinh\ncap: tinh"),
    "curly quotes round a colon": ("tieu_de: “Chợ: sạch”", "tieu_de: 'Chợ: sạch'"),
    "curly quotes round a key": ("loai: “mo-hinh”", 'loai: "mo-hinh"'),
    "curly quotes round a key of a vocabulary": ("chu_de:\n  - “y-te”", 'chu_de:\n  - "y-te"'),
    "a colon within": ("tieu_de: Ea H'Leo: sạch", "tieu_de: 'Ea H''Leo: sạch'"),
    "a number sign within": ("tieu_de: Tổ tự quản #4 và #5", "tieu_de: 'Tổ tự quản #4 và #5'"),
    "a sign of YAML at the start": ("ghi_chu: @hanoi", "ghi_chu: '@hanoi'"),
    "a fault behind another": ("nguon:\n  - ten： Hội\n    co_quan: @hoi", "nguon:\n  - ten: Hội\n    co_quan: '@hoi'"),
}  # fmt: skip

LEFT_ALONE = {
    "sound": SOUND,
    "quotes, comments and order": "# Đầu\nloai: \"mo-hinh\"\ntieu_de:   'Chợ'   # nhớ\n\n\n",
    "two blanks that break a line": "noi_dung:\n  cach_lam: |\n    Một  \n    Hai\n",
    "é of TCVN3": "tieu_de: D©n vËn khÐo ë x·",
    "a dash in a sentence": "tieu_de: Văn hóa\n  – xã hội",
    "a comment that may be meant": "tieu_de: Chợ sạch #chợ",
    "a colon, and what may be a comment or the rest": 'tieu_de: Mô hình: Tuyến "đường hoa" ấp 6 # 1 do phụ nữ chăm sóc',
    "a note with a colon and its rest": "ghi_chu: Thêm: ấp 7 # và ấp 11",
    "a number, and what may be a comment or the rest": "tieu_de: Tổ tự quản #4 # nhớ",
    "a rest that may be a comment": "tieu_de: Tuyến đường hoa # 1 ấp 6",
    "a month first": "ngay_dang: 11-22-2026",
    "a year of two digits": "ngay_dang: 22-11-26",
    "a title in curly quotes": "tieu_de: “Dân vận khéo”",
    "quotes that are not closed": 'tieu_de: "Chợ',
    "a text that runs over lines": "tom_tat: Chợ: sạch\n  và đẹp",
    "quotation within": 'tieu_de: "Chợ" sạch',
    "an address on a line": "https://vi-du.vn",
    "no-break space before a number sign": "tieu_de: Chợ\u00a0#4",
    "carriage returns alone": "cap: tinh\rloai: mo-hinh\r",
}


def read(text):
    return read_model("models/x/cho-sach/model.yaml", "cho-sach", text.encode("utf-8", "replace"))


def mended(text):
    return mend(text, read).text


@pytest.mark.parametrize("name", ONE_MEND)
def test_what_has_one_mend_is_mended(name):
    was, becomes = ONE_MEND[name]
    assert mended(was) == becomes


@pytest.mark.parametrize("name", LEFT_ALONE)
def test_what_has_none_or_two_is_left_alone(name):
    done = mend(LEFT_ALONE[name], read)
    assert done.changes == ()
    assert done.text == LEFT_ALONE[name]


def test_each_change_is_told_with_its_line():
    done = mend("loai: mo-hinh\nngay_dang: 22.11.2026\ntieu_de： Chợ\n", read)
    assert done.changes == ((2, "cách ghi ngày"), (3, "dấu hai chấm toàn hình"))


def test_vocabularies_are_mended_too():
    done = mend("y-te:\n  ten: Y tế\n  mo_ta： Sức khỏe\n", lambda text: read_vocabulary("x", "chu-de", text.encode()))
    assert done.text == "y-te:\n  ten: Y tế\n  mo_ta: Sức khỏe\n"
    assert vocabularies()


@pytest.mark.parametrize("name", ONE_MEND)
def test_what_is_mended_is_found_no_more_and_nothing_else_is(name):
    """Of a model that is sound but for a few lines: no finding is new, and none of the mended lines is left."""
    was, becomes = (written(text) for text in ONE_MEND[name])
    before, after = (
        {(one.spot.line, one.rule) for one in check_file(read(text), setting())} for text in (was, becomes)
    )
    broken = {rule for rule in ("cu_phap", "ngay_thang", "mat_chu") if any(told == rule for _, told in before)}
    assert not any(rule in broken for _, rule in after)
    assert not any(
        one.rule == "cu_phap" for one in check_file(read(becomes), setting()) if one.severity is Severity.ERROR
    )


def values(node, place=()):
    """Every value by the keys that lead to it; of a key that stands twice the last."""
    match node:
        case Scalar():
            yield place, nfc(node.value)
        case Sequence():
            for number, item in enumerate(node.items):
                yield from values(item, (*place, number))
        case Mapping():
            for key, value in node.pairs:
                yield from values(value, (*place, nfc(key.value)))


@calm
@given(mutated())
def test_to_mend_twice_is_to_mend_once(text):
    once = mended(text)
    assert mended(once) == once


@pytest.mark.slow
@calm
@given(
    mutated(), st.sampled_from(["\u00a0", "–", "：", "“", "Ð", " #4", "  ", "\r\n", "e\u0301"]), st.integers(0, 3000)
)
def test_every_value_that_could_be_read_is_still_the_same(text, odd, at):
    """But for those that a mend was about: they stand on its line."""
    text = text[:at] + odd + text[at:]
    before, done = read(text), mend(text, read)
    told = {change.line for change in done.changes}
    lines = dict(lines_of(before.node))
    after = dict(values(read(done.text).node))
    for place, value in dict(values(before.node)).items():
        assert lines[place] in told or after.get(place) == value


def lines_of(node, place=()):
    match node:
        case Scalar():
            yield place, node.line
        case Sequence():
            for number, item in enumerate(node.items):
                yield from lines_of(item, (*place, number))
        case Mapping():
            for key, value in node.pairs:
                yield from lines_of(value, (*place, nfc(key.value)))
