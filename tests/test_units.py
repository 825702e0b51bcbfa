"""Written places in, today's units out: the cases of the sources, the hard ones, and then every unit there is."""

import random
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
import showcase
from hypothesis import given
from hypothesis import strategies as st
from showcase.record.loose_name import loose_key
from showcase.record.units import Fault, Gazetteer, Resolution, Share, Tier, Unit
from showcase.system.gazetteer import load_gazetteer
from showcase.words.collation import sort_key
from showcase.words.text import same_name

DATA = Path(showcase.__file__).parent / "record" / "data"


@pytest.fixture(scope="module")
def gazetteer():
    return load_gazetteer()


@pytest.fixture(scope="module")
def former_communes(gazetteer):
    return [
        commune
        for province in gazetteer.former_provinces
        for district in gazetteer.former_districts_of(province.code)
        for commune in gazetteer.communes_of_former_district(district.code)
    ]


def told(gazetteer: Gazetteer, resolution: Resolution) -> str:
    """Say a resolution in one line: today's name, "←" and the former one; or the fault and its candidates."""
    place = resolution.place
    if place is None:
        return f"{resolution.fault.name}: {' | '.join(resolution.candidates)}"
    former = place.former_commune or place.former_district or place.former_province
    origin = f" ← {gazetteer.written(former)}" if former else ""
    return f"{gazetteer.written(place.commune or place.province)}{origin}"


def check(gazetteer: Gazetteer, noi: str, expected: str, hien_nay: str | None = None) -> None:
    assert expected == told(gazetteer, gazetteer.resolve(noi, hien_nay))


# What the sources name, by the official conversion table; those without a district are whole towns.
SOURCES = {
    "xã Đông Sơn, huyện Chương Mỹ, Hà Nội": "xã Phú Nghĩa, thành phố Hà Nội",
    "xã Minh Tân, huyện Phú Xuyên, Hà Nội": "xã Đại Xuyên, thành phố Hà Nội",
    "quận Đống Đa, Hà Nội": "thành phố Hà Nội",
    "huyện Mỹ Đức, Hà Nội": "thành phố Hà Nội",
    "xã Quỳnh Liên, thị xã Hoàng Mai, tỉnh Nghệ An": "phường Quỳnh Mai, tỉnh Nghệ An",
    "xã Quỳnh Trang, thị xã Hoàng Mai, tỉnh Nghệ An": "phường Hoàng Mai, tỉnh Nghệ An",
    "phường Quỳnh Phương, thị xã Hoàng Mai, tỉnh Nghệ An": "phường Quỳnh Mai, tỉnh Nghệ An",
    "xã Quỳnh Vinh, thị xã Hoàng Mai, tỉnh Nghệ An": "phường Hoàng Mai, tỉnh Nghệ An",
    "xã Quỳnh Lộc, thị xã Hoàng Mai, tỉnh Nghệ An": "phường Tân Mai, tỉnh Nghệ An",
    "phường Quỳnh Thiện, thị xã Hoàng Mai, tỉnh Nghệ An": "phường Hoàng Mai, tỉnh Nghệ An",
    "xã Quỳnh Lập, thị xã Hoàng Mai, tỉnh Nghệ An": "phường Tân Mai, tỉnh Nghệ An",
    "phường Quỳnh Xuân, thị xã Hoàng Mai, tỉnh Nghệ An": "phường Quỳnh Mai, tỉnh Nghệ An",
    "phường Mai Hùng, thị xã Hoàng Mai, tỉnh Nghệ An": "phường Quỳnh Mai, tỉnh Nghệ An",
    "phường Quỳnh Dị, thị xã Hoàng Mai, tỉnh Nghệ An": "phường Tân Mai, tỉnh Nghệ An",
    "thị xã Hoàng Mai, tỉnh Nghệ An": "tỉnh Nghệ An",
    "xã Ngọc Chiến, huyện Mường La": "xã Ngọc Chiến, tỉnh Sơn La",
    "phường Thụy Khuê, quận Tây Hồ, Hà Nội": "phường Tây Hồ, thành phố Hà Nội",
}


@pytest.mark.parametrize(("noi", "today"), SOURCES.items())
def test_the_places_of_the_sources_are_what_the_conversion_table_says(gazetteer, noi, today):
    resolution = gazetteer.resolve(noi)
    assert today == gazetteer.written(resolution.place.commune or resolution.place.province)
    assert resolution.place.former_district is not None
    assert resolution.place.former_province is not None


DIVIDED = {
    "phường Đồng Xuân, quận Hoàn Kiếm, Hà Nội": ["phường Hoàn Kiếm", "phường Ba Đình"],
    "phường Mỹ Đình 1, quận Nam Từ Liêm, Hà Nội": ["phường Từ Liêm", "phường Cầu Giấy"],
    "phường Xuân La, quận Tây Hồ, Hà Nội": [
        "phường Tây Hồ",
        "phường Nghĩa Đô",
        "phường Phú Thượng",
        "phường Xuân Đỉnh",
    ],
}


@pytest.mark.parametrize(("noi", "successors"), DIVIDED.items())
def test_a_divided_commune_asks_which_of_todays_is_meant_and_any_of_them_may_be_said(gazetteer, noi, successors):
    full = [f"{name}, thành phố Hà Nội" for name in successors]
    check(gazetteer, noi, f"DIVIDED: {' | '.join(full)}")
    for short, name in zip(successors, full, strict=True):
        former = gazetteer.written(gazetteer.resolve(noi, name).place.former_commune)
        for said in (short, name, short.removeprefix("phường "), name.upper()):
            check(gazetteer, noi, f"{name} ← {former}", said)


WITH_NOW = {
    # All the people went to Tây Hồ; an editor who knows that it happened on the strip of Ba Đình may say so.
    ("phường Thụy Khuê, quận Tây Hồ, Hà Nội", "phường Ba Đình"): "phường Ba Đình, thành phố Hà Nội ← "
    "phường Thụy Khuê, quận Tây Hồ, thành phố Hà Nội",
    ("phường Thụy Khuê, quận Tây Hồ, Hà Nội", "Hà Nội"): "phường Tây Hồ, thành phố Hà Nội ← "
    "phường Thụy Khuê, quận Tây Hồ, thành phố Hà Nội",
    ("phường Xuân La, quận Tây Hồ, Hà Nội", "phường Hoàn Kiếm"): "NOT_A_SUCCESSOR: phường Tây Hồ, thành phố Hà Nội | "
    "phường Nghĩa Đô, thành phố Hà Nội | phường Phú Thượng, thành phố Hà Nội | phường Xuân Đỉnh, thành phố Hà Nội",
    ("phường Đồng Xuân, quận Hoàn Kiếm, Hà Nội", "phường Hoàn Kiếm, Nghệ An"): "NOW_UNKNOWN: "
    "phường Hoàn Kiếm, thành phố Hà Nội | phường Ba Đình, thành phố Hà Nội",
    ("phường Đồng Xuân, quận Hoàn Kiếm, Hà Nội", "phường Hoan Kiem"): "NOW_UNKNOWN: "
    "phường Hoàn Kiếm, thành phố Hà Nội | phường Ba Đình, thành phố Hà Nội",
    ("phường Đồng Xuân, quận Hoàn Kiếm, Hà Nội", "quận Hoàn Kiếm"): "NOW_UNKNOWN: "
    "phường Hoàn Kiếm, thành phố Hà Nội | phường Ba Đình, thành phố Hà Nội",
    ("phường Đồng Xuân, quận Hoàn Kiếm, Hà Nội", ", ,"): "NOW_UNKNOWN: "
    "phường Hoàn Kiếm, thành phố Hà Nội | phường Ba Đình, thành phố Hà Nội",
    ("phường Hoàn Kiếm, Hà Nội", "phường Hoàn Kiếm, TP Hà Nội"): "phường Hoàn Kiếm, thành phố Hà Nội",
    ("phường Hoàn Kiếm, Hà Nội", "phường Ba Đình"): "NOT_A_SUCCESSOR: phường Hoàn Kiếm, thành phố Hà Nội",
    ("thị xã Hoàng Mai, Nghệ An", "phường Quỳnh Mai"): "phường Quỳnh Mai, tỉnh Nghệ An ← "
    "thị xã Hoàng Mai, tỉnh Nghệ An",
    ("tỉnh Yên Bái", "tỉnh Lào Cai"): "tỉnh Lào Cai ← tỉnh Yên Bái",
    ("tỉnh Yên Bái", "Hà Nội"): "NOT_A_SUCCESSOR: tỉnh Lào Cai",
    ("tỉnh Yên Bái", "phường Yên Bái"): "NOT_A_SUCCESSOR: tỉnh Lào Cai",
    # Today's xã Thanh Sơn lies elsewhere in Đồng Nai; what is said of today tells which one is meant.
    ("xã Thanh Sơn, Đồng Nai", None): "xã Thanh Sơn, thành phố Đồng Nai",
    ("xã Thanh Sơn, Đồng Nai", "xã Phú Lâm"): "xã Phú Lâm, thành phố Đồng Nai ← "
    "xã Thanh Sơn, huyện Tân Phú, tỉnh Đồng Nai",
    ("Hoàng Mai, Nghệ An", "phường Tân Mai"): "phường Tân Mai, tỉnh Nghệ An ← thị xã Hoàng Mai, tỉnh Nghệ An",
}


@pytest.mark.parametrize(("written", "expected"), WITH_NOW.items())
def test_hien_nay_settles_what_it_can_and_is_refused_where_it_cannot_be_true(gazetteer, written, expected):
    noi, hien_nay = written
    check(gazetteer, noi, expected, hien_nay)


ON_TRUST = {
    ("xã Nam Cường, huyện Nam Đàn, Nghệ An", None): "MERGED: xã Thiên Nhẫn, tỉnh Nghệ An",
    ("xã Nam Cường, Nghệ An", None): "MERGED: xã Thiên Nhẫn, tỉnh Nghệ An",
    ("xa Nam Cuong, huyen Nam Dan", None): "MERGED: xã Thiên Nhẫn, tỉnh Nghệ An",
    ("phường Nam Cường, huyện Nam Đàn, Nghệ An", None): "UNKNOWN: ",
    ("xã Nam Cường, huyện Nam Đàn, Nghệ An", "xã Kim Liên"): "xã Kim Liên, tỉnh Nghệ An ← huyện Nam Đàn, tỉnh Nghệ An",
    ("xã Nam Cường, huyện Nam Đàn, Nghệ An", "Nghệ An"): "tỉnh Nghệ An ← huyện Nam Đàn, tỉnh Nghệ An",
    ("huyện Bình Xuyên Thượng, tỉnh Hải Hưng", "tỉnh Hưng Yên"): "tỉnh Hưng Yên ← tỉnh Hưng Yên",
    # It lay in another district or province then; whoever says so names today's province too.
    ("xã Nam Cường, huyện Nam Đàn, Nghệ An", "phường Hoàng Mai"): "NOT_A_SUCCESSOR: ",
    ("xã Nam Cường, huyện Nam Đàn, Nghệ An", "phường Hoàng Mai, Nghệ An"): "phường Hoàng Mai, tỉnh Nghệ An ← "
    "huyện Nam Đàn, tỉnh Nghệ An",
    ("xã Nam Cường, huyện Nam Đàn, Nghệ An", "phường Hoàn Kiếm"): "NOT_A_SUCCESSOR: ",
    ("xã Nam Cường, huyện Nam Đàn, Nghệ An", "phường Hoàn Kiếm, Hà Nội"): "phường Hoàn Kiếm, thành phố Hà Nội",
    ("xã Nam Cường, huyện Nam Đàn, Nghệ An", "xã Kim Lien"): "NOW_UNKNOWN: xã Kim Liên, tỉnh Nghệ An",
    # No kind, no province, more than a place: not the shape of one.
    ("Nam Cường, huyện Nam Đàn, Nghệ An", "xã Kim Liên"): "UNKNOWN: ",
    ("xã Nam Cường, huyện Nam Đàn, tỉnh Atlantis", "xã Kim Liên"): "UNKNOWN: ",
    ("cả nước", "xã Kim Liên"): "COUNTRY: ",
    # A slip of the keyboard stays one, whatever is said of today.
    ("phường Đông Xuân, quận Hoàn Kiếm, Hà Nội", "phường Hoàn Kiếm"): "UNKNOWN: "
    "phường Đồng Xuân, quận Hoàn Kiếm, thành phố Hà Nội",
    # The lists have several of the name; what is said of today tells.
    ("huyện Từ Liêm, Hà Nội", "phường Từ Liêm"): "phường Từ Liêm, thành phố Hà Nội ← "
    "quận Nam Từ Liêm, thành phố Hà Nội",
    ("tỉnh Thuận Hải", "phường Phan Thiết"): "phường Phan Thiết, tỉnh Lâm Đồng",
}


@pytest.mark.parametrize(("written", "expected"), ON_TRUST.items())
def test_a_place_that_no_table_knows_is_taken_with_hien_nay(gazetteer, written, expected):
    noi, hien_nay = written
    check(gazetteer, noi, expected, hien_nay)


def test_a_name_of_before_the_lists_says_so(gazetteer):
    assert gazetteer.resolve("quận 2, TP. Hồ Chí Minh").place.unlisted
    assert gazetteer.resolve("xã Nam Cường, huyện Nam Đàn, Nghệ An", "xã Kim Liên").place.unlisted
    assert not gazetteer.resolve("quận Tây Hồ, Hà Nội").place.unlisted
    assert not gazetteer.resolve("phường Tây Hồ, Hà Nội").place.unlisted


SLIPS = {
    "cả nước": "COUNTRY: ",
    "toàn tỉnh": "WHOLE: ",
    "toàn huyện Quỳnh Lưu, tỉnh Nghệ An": "WHOLE: huyện Quỳnh Lưu, tỉnh Nghệ An",
    "trên địa bàn huyện Quỳnh Lưu": "WHOLE: huyện Quỳnh Lưu, tỉnh Nghệ An",
    "xã Quỳnh Vinh và Quỳnh Lộc, thị xã Hoàng Mai, Nghệ An": "SEVERAL: "
    "xã Quỳnh Vinh, thị xã Hoàng Mai, tỉnh Nghệ An | xã Quỳnh Lộc, thị xã Hoàng Mai, tỉnh Nghệ An",
    "các xã Quỳnh Vinh, Quỳnh Lộc, thị xã Hoàng Mai, Nghệ An": "SEVERAL: "
    "xã Quỳnh Vinh, thị xã Hoàng Mai, tỉnh Nghệ An | xã Quỳnh Lộc, thị xã Hoàng Mai, tỉnh Nghệ An",
    "Hà Nội và Hải Phòng": "SEVERAL: thành phố Hà Nội | thành phố Hải Phòng",
    "thôn Bình Minh xã Quỳnh Liên thị xã Hoàng Mai": "BELOW: xã Quỳnh Liên, thị xã Hoàng Mai, tỉnh Nghệ An",
    "xã Quỳnh Liên thị xã Hoàng Mai tỉnh Nghệ An": "JOINED: xã Quỳnh Liên, thị xã Hoàng Mai, tỉnh Nghệ An",
    "Quỳnh Liên Hoàng Mai Nghệ An": "JOINED: xã Quỳnh Liên, thị xã Hoàng Mai, tỉnh Nghệ An",
    "P. Đồng Xuân, Q. Hoàn Kiếm, HN": "SHORTENED: phường Đồng Xuân, quận Hoàn Kiếm, thành phố Hà Nội",
    "quận 1, Sài Gòn": "SHORTENED: quận 1, thành phố Hồ Chí Minh",
    "TPVinh, Nghệ An": "SHORTENED: thành phố Vinh, tỉnh Nghệ An",
    "quận Hải Châu, ĐN": "SHORTENED: quận Hải Châu, thành phố Đà Nẵng",
    "tỉnh Đắc Lắc": "UNKNOWN: tỉnh Đắk Lắk",
    "Dong Xuan ward, Hoan Kiem district, Hanoi": "ENGLISH: phường Đồng Xuân, quận Hoàn Kiếm, thành phố Hà Nội",
    "Hanoi": "UNMARKED: thành phố Hà Nội",
    "phường Hoàn Kiếm, quận Hoàn Kiếm, Hà Nội": "MIXED: phường Hoàn Kiếm, thành phố Hà Nội",
}


@pytest.mark.parametrize(("noi", "expected"), SLIPS.items())
def test_a_slip_is_told_as_what_it_is(gazetteer, noi, expected):
    check(gazetteer, noi, expected)


READ = {
    # A town and a district of one name, and a ward of today in each of their provinces.
    "thị xã Hoàng Mai, Nghệ An": "tỉnh Nghệ An ← thị xã Hoàng Mai, tỉnh Nghệ An",
    "quận Hoàng Mai": "thành phố Hà Nội ← quận Hoàng Mai, thành phố Hà Nội",
    "phường Hoàng Mai, Nghệ An": "phường Hoàng Mai, tỉnh Nghệ An",
    "phường Hoàng Mai, thành phố Hà Nội": "phường Hoàng Mai, thành phố Hà Nội",
    # Provinces of today, of both eras and of the former one.
    "Nghệ An": "tỉnh Nghệ An",
    "tỉnh Đồng Nai": "thành phố Đồng Nai",
    "thành phố Đồng Nai": "thành phố Đồng Nai",
    "tỉnh Thanh Hóa": "tỉnh Thanh Hoá",
    "Huế": "thành phố Huế",
    "TP. Huế": "thành phố Huế",
    "tỉnh Thừa Thiên - Huế": "thành phố Huế ← thành phố Huế",
    "TP. Hồ Chí Minh": "thành phố Hồ Chí Minh",
    "TP Hồ Chí Minh": "thành phố Hồ Chí Minh",
    "Tp.HCM": "thành phố Hồ Chí Minh",
    "TPHCM": "thành phố Hồ Chí Minh",
    "tỉnh Yên Bái": "tỉnh Lào Cai ← tỉnh Yên Bái",
    "Bà Rịa – Vũng Tàu": "thành phố Hồ Chí Minh ← tỉnh Bà Rịa - Vũng Tàu",
    "Hà Nội, Việt Nam.": "thành phố Hà Nội",
    # "thành phố" is more than a word where a former town has the name of its province.
    "thành phố Cao Bằng": "tỉnh Cao Bằng ← thành phố Cao Bằng, tỉnh Cao Bằng",
    "Cao Bằng": "tỉnh Cao Bằng",
    "TP Vinh": "tỉnh Nghệ An ← thành phố Vinh, tỉnh Nghệ An",
    "thành phố Thủ Đức, TP. HCM": "thành phố Hồ Chí Minh ← thành phố Thủ Đức, thành phố Hồ Chí Minh",
    # A former unit with its new province, as people write; a namesake in its own province comes first.
    "huyện Trấn Yên, tỉnh Lào Cai": "tỉnh Lào Cai ← huyện Trấn Yên, tỉnh Yên Bái",
    "xã Hưng Khánh, huyện Trấn Yên, tỉnh Lào Cai": "xã Hưng Khánh, tỉnh Lào Cai ← "
    "xã Hưng Khánh, huyện Trấn Yên, tỉnh Yên Bái",
    "huyện Châu Thành, tỉnh Tây Ninh": "tỉnh Tây Ninh ← huyện Châu Thành, tỉnh Tây Ninh",
    "huyện Châu Thành, tỉnh Long An": "tỉnh Tây Ninh ← huyện Châu Thành, tỉnh Long An",
    # Left out: the district, the province, the kinds.
    "xã Minh Tân, Hà Nội": "xã Đại Xuyên, thành phố Hà Nội ← xã Minh Tân, huyện Phú Xuyên, thành phố Hà Nội",
    "Ngọc Chiến, Sơn La": "xã Ngọc Chiến, tỉnh Sơn La",
    "Ngọc Chiến": "xã Ngọc Chiến, tỉnh Sơn La",
    # Once divided, and its name lives on in the same province: with the province or alone, today's is meant.
    "xã Canh Liên, tỉnh Gia Lai": "xã Canh Liên, tỉnh Gia Lai",
    "xã Canh Liên": "xã Canh Liên, tỉnh Gia Lai",
    "Quỳnh Liên, Hoàng Mai, Nghệ An": "phường Quỳnh Mai, tỉnh Nghệ An ← xã Quỳnh Liên, thị xã Hoàng Mai, tỉnh Nghệ An",
    # Abbreviations, brackets, dashes, numbers.
    "P.Bến Nghé, Q.1, TP.HCM": "phường Sài Gòn, thành phố Hồ Chí Minh ← phường Bến Nghé, quận 1, thành phố Hồ Chí Minh",
    "P. 01, Q3, TPHCM": "phường Bàn Cờ, thành phố Hồ Chí Minh ← phường 1, quận 3, thành phố Hồ Chí Minh",
    "x. Quỳnh Liên (TX Hoàng Mai, T. Nghệ An)": "phường Quỳnh Mai, tỉnh Nghệ An ← "
    "xã Quỳnh Liên, thị xã Hoàng Mai, tỉnh Nghệ An",
    "TT. Trâu Quỳ, H. Gia Lâm, Hà Nội": "xã Gia Lâm, thành phố Hà Nội ← "
    "thị trấn Trâu Quỳ, huyện Gia Lâm, thành phố Hà Nội",
    "xã Quỳnh Liên - thị xã Hoàng Mai - tỉnh Nghệ An": "phường Quỳnh Mai, tỉnh Nghệ An ← "
    "xã Quỳnh Liên, thị xã Hoàng Mai, tỉnh Nghệ An",
    "phường 1 – thành phố Vũng Tàu – tỉnh Bà Rịa – Vũng Tàu": "phường Vũng Tàu, thành phố Hồ Chí Minh ← "
    "phường 1, thành phố Vũng Tàu, tỉnh Bà Rịa - Vũng Tàu",
    # Apostrophes as people type them; the list itself has one with a space behind it.
    "xã Ea H’Leo, Đắk Lắk": "xã Ea H'Leo, tỉnh Đắk Lắk",
    "huyện Đắk Rʼ Lấp, Đắk Nông": "tỉnh Lâm Đồng ← huyện Đắk R'Lấp, tỉnh Đắk Nông",
    "huyện Ia H’Drai, Kon Tum": "tỉnh Quảng Ngãi ← huyện Ia H' Drai, tỉnh Kon Tum",
    # Tone marks in the older and the newer place.
    "phường Yên Hòa, Hà Nội": "phường Yên Hoà, thành phố Hà Nội",
    "phường Yên Hoà, Hà Nội": "phường Yên Hoà, thành phố Hà Nội",
    "phường Thuỵ Khuê, Tây Hồ, Hà Nội": "phường Tây Hồ, thành phố Hà Nội ← "
    "phường Thụy Khuê, quận Tây Hồ, thành phố Hà Nội",
    # Islands: the former district is the special zone of today.
    "đặc khu Phú Quốc": "đặc khu Phú Quốc, tỉnh An Giang",
    "Hoàng Sa": "đặc khu Hoàng Sa, thành phố Đà Nẵng",
    "huyện Hoàng Sa, thành phố Đà Nẵng": "đặc khu Hoàng Sa, thành phố Đà Nẵng ← huyện Hoàng Sa, thành phố Đà Nẵng",
    "Trường Sa, Khánh Hòa": "đặc khu Trường Sa, tỉnh Khánh Hoà",
    "huyện Trường Sa, tỉnh Khánh Hòa": "đặc khu Trường Sa, tỉnh Khánh Hoà ← huyện Trường Sa, tỉnh Khánh Hòa",
    "huyện Lý Sơn, Quảng Ngãi": "đặc khu Lý Sơn, tỉnh Quảng Ngãi ← huyện Lý Sơn, tỉnh Quảng Ngãi",
    # Spelt as the commune of today that bears the name, and otherwise in the list of the former districts.
    "xã Đăk La, huyện Đăk Hà, tỉnh Kon Tum": "xã Đăk Hà, tỉnh Quảng Ngãi ← xã Đăk La, huyện Đắk Hà, tỉnh Kon Tum",
    "xã La Pán Tẩn, huyện Mù Cang Chải, tỉnh Yên Bái": "xã Púng Luông, tỉnh Lào Cai ← "
    "xã La Pán Tẩn, huyện Mù Căng Chải, tỉnh Yên Bái",
    # Raised, renamed, moved, divided or gone before early 2025.
    "phường Thảo Nguyên, thị xã Mộc Châu, tỉnh Sơn La": "phường Thảo Nguyên, tỉnh Sơn La ← "
    "phường Thảo Nguyên, huyện Mộc Châu, tỉnh Sơn La",
    "huyện Sông Cầu, tỉnh Phú Yên": "tỉnh Đắk Lắk ← thị xã Sông Cầu, tỉnh Phú Yên",
    "xã Nghi Phú (TP Vinh)": "phường Vinh Phú, tỉnh Nghệ An ← phường Nghi Phú, thành phố Vinh, tỉnh Nghệ An",
    "thị trấn Hoàng Mai (Quỳnh Lưu)": "phường Hoàng Mai, tỉnh Nghệ An ← "
    "phường Quỳnh Thiện, thị xã Hoàng Mai, tỉnh Nghệ An",
    "xã Quỳnh Dị, huyện Quỳnh Lưu, Nghệ An": "phường Tân Mai, tỉnh Nghệ An ← "
    "phường Quỳnh Dị, thị xã Hoàng Mai, tỉnh Nghệ An",
    "tỉnh Hà Tây": "thành phố Hà Nội ← thành phố Hà Nội",
    "thị xã Hà Đông, tỉnh Hà Tây": "thành phố Hà Nội ← quận Hà Đông, thành phố Hà Nội",
    "huyện Từ Liêm, Hà Nội": "thành phố Hà Nội ← thành phố Hà Nội",
    "quận 2 (TP. Hồ Chí Minh)": "thành phố Hồ Chí Minh ← thành phố Thủ Đức, thành phố Hồ Chí Minh",
    "thị xã Cửa Lò": "tỉnh Nghệ An ← thành phố Vinh, tỉnh Nghệ An",
    "tỉnh Hà Nam Ninh": "tỉnh Ninh Bình",
    "tỉnh Hải Hưng": "DIVIDED: thành phố Hải Phòng | tỉnh Hưng Yên",
    "huyện Kim Bảng, tỉnh Nam Hà": "tỉnh Ninh Bình ← thị xã Kim Bảng, tỉnh Hà Nam",
    "huyện Mê Linh, Vĩnh Phúc": "thành phố Hà Nội ← huyện Mê Linh, thành phố Hà Nội",
    "xã Đông Xuân, huyện Lương Sơn, Hòa Bình": "xã Yên Xuân, thành phố Hà Nội ← "
    "xã Đông Xuân, huyện Quốc Oai, thành phố Hà Nội",
    "xã Mễ Trì, huyện Từ Liêm": "DIVIDED: phường Từ Liêm, thành phố Hà Nội | phường Đại Mỗ, thành phố Hà Nội | "
    "phường Yên Hoà, thành phố Hà Nội",
    "thành phố Huế, tỉnh Thừa Thiên Huế": "thành phố Huế ← thành phố Huế",
    # Names from before the picture of early 2025.
    "phường Nghi Hương, thị xã Cửa Lò, tỉnh Nghệ An": "phường Cửa Lò, tỉnh Nghệ An ← "
    "phường Nghi Hương, thành phố Vinh, tỉnh Nghệ An",
    "quận Thủ Đức, TP.HCM": "thành phố Hồ Chí Minh ← thành phố Thủ Đức, thành phố Hồ Chí Minh",
    "huyện Quế Võ, Bắc Ninh": "tỉnh Bắc Ninh ← thị xã Quế Võ, tỉnh Bắc Ninh",
    "xã Phương Liễu, huyện Quế Võ, tỉnh Bắc Ninh": "phường Phương Liễu, tỉnh Bắc Ninh ← "
    "phường Phương Liễu, thị xã Quế Võ, tỉnh Bắc Ninh",
    "thành phố Ninh Bình": "tỉnh Ninh Bình ← thành phố Hoa Lư, tỉnh Ninh Bình",
    "phường Vĩnh Ninh, thành phố Huế, tỉnh Thừa Thiên Huế": "phường Thuận Hoá, thành phố Huế ← "
    "phường Vĩnh Ninh, quận Thuận Hóa, thành phố Huế",
}


@pytest.mark.parametrize(("noi", "expected"), READ.items())
def test_a_name_is_read_as_people_write_it(gazetteer, noi, expected):
    check(gazetteer, noi, expected)


ASKED_BACK = {
    # A quận never had a xã, and no huyện was called Hoàng Mai.
    "xã Đồng Xuân, quận Hoàn Kiếm, Hà Nội": "UNKNOWN: phường Đồng Xuân, quận Hoàn Kiếm, thành phố Hà Nội",
    "huyện Hoàng Mai, Nghệ An": "UNKNOWN: phường Hoàng Mai, tỉnh Nghệ An | thị xã Hoàng Mai, tỉnh Nghệ An",
    "Sài Gòn": "AMBIGUOUS: thành phố Hồ Chí Minh | phường Sài Gòn, thành phố Hồ Chí Minh",
    "Hoàng Mai": "AMBIGUOUS: phường Hoàng Mai, thành phố Hà Nội | phường Hoàng Mai, tỉnh Nghệ An | "
    "quận Hoàng Mai, thành phố Hà Nội | thị xã Hoàng Mai, tỉnh Nghệ An",
    "phường Hoàng Mai": "AMBIGUOUS: phường Hoàng Mai, thành phố Hà Nội | phường Hoàng Mai, tỉnh Nghệ An",
    "Hoàng Mai, Nghệ An": "AMBIGUOUS: phường Hoàng Mai, tỉnh Nghệ An | thị xã Hoàng Mai, tỉnh Nghệ An",
    "Hoàn Kiếm, Hà Nội": "AMBIGUOUS: phường Hoàn Kiếm, thành phố Hà Nội | quận Hoàn Kiếm, thành phố Hà Nội",
    "huyện Châu Thành, Vĩnh Long": "AMBIGUOUS: huyện Châu Thành, tỉnh Bến Tre | huyện Châu Thành, tỉnh Trà Vinh",
    "Yên Viên, Gia Lâm, Hà Nội": "AMBIGUOUS: thị trấn Yên Viên, huyện Gia Lâm, thành phố Hà Nội | "
    "xã Yên Viên, huyện Gia Lâm, thành phố Hà Nội",
    # Typed without marks, or with a wrong one: the right name is proposed, never taken.
    "phuong dong xuan, quan hoan kiem, ha noi": "UNMARKED: phường Đồng Xuân, quận Hoàn Kiếm, thành phố Hà Nội",
    "phường Đông Xuân, quận Hoàn Kiếm, Hà Nội": "UNKNOWN: phường Đồng Xuân, quận Hoàn Kiếm, thành phố Hà Nội",
    "phường Hoàng Mai, Nghẹ An": "UNKNOWN: phường Hoàng Mai, tỉnh Nghệ An",
    "Nghe An": "UNMARKED: tỉnh Nghệ An",
    "tinh Thanh Hoa": "UNMARKED: tỉnh Thanh Hoá",
    # The wrong kind, the wrong district, the era mixed up.
    "xã Hoàng Mai, Nghệ An": "UNKNOWN: phường Hoàng Mai, tỉnh Nghệ An | thị xã Hoàng Mai, tỉnh Nghệ An",
    "phường Yên Dũng, tỉnh Bắc Giang": "MIXED: phường Yên Dũng, tỉnh Bắc Ninh",
    # Too small for this place of the file.
    "thôn Bình Minh, xã Quỳnh Liên, thị xã Hoàng Mai, tỉnh Nghệ An": "BELOW: "
    "xã Quỳnh Liên, thị xã Hoàng Mai, tỉnh Nghệ An",
    "bản Lướt, xã Ngọc Chiến, huyện Mường La": "BELOW: xã Ngọc Chiến, huyện Mường La, tỉnh Sơn La",
    "": "UNKNOWN: ",
    " , ;": "UNKNOWN: ",
    "Việt Nam": "COUNTRY: ",
}


@pytest.mark.parametrize(("noi", "expected"), ASKED_BACK.items())
def test_what_is_not_clear_is_asked_back_with_the_names_that_may_be_meant(gazetteer, noi, expected):
    check(gazetteer, noi, expected)


@pytest.mark.parametrize(
    ("noi", "among"),
    [
        ("phường Hoàng Mai, tỉnh Hà Tĩnh", "phường Hoàng Mai, tỉnh Nghệ An"),
        ("phường Hoàng May, Nghệ An", "phường Hoàng Mai, tỉnh Nghệ An"),
        ("xã Ngọc Chiếng, huyện Mường La", "xã Ngọc Chiến, huyện Mường La, tỉnh Sơn La"),
        ("quận Hoàng Kiếm, Hà Nội", "quận Hoàn Kiếm, thành phố Hà Nội"),
        ("Nghệ Anh", "tỉnh Nghệ An"),
        ("xã Ea Hleo, Đắk Lắk", "xã Ea H'Leo, tỉnh Đắk Lắk"),
    ],
)
def test_a_name_with_a_slip_finds_its_neighbour(gazetteer, noi, among):
    resolution = gazetteer.resolve(noi)
    assert Fault.UNKNOWN is resolution.fault
    assert among in resolution.candidates
    assert len(resolution.candidates) <= 3


def test_a_name_that_fits_dozens_shows_six(gazetteer):
    resolution = gazetteer.resolve("Tân Thành")
    assert Fault.AMBIGUOUS is resolution.fault
    assert len(resolution.candidates) == 6


def test_codes_mean_nothing_without_their_era(gazetteer):
    assert gazetteer.commune("17110").full_name == "phường Hoàng Mai"
    assert gazetteer.former_commune("17110").full_name == "phường Quỳnh Thiện"
    assert gazetteer.province("24").full_name == "tỉnh Bắc Ninh"
    assert gazetteer.former_province("24").full_name == "tỉnh Bắc Giang"
    with pytest.raises(KeyError):
        gazetteer.province("02")


# --- every unit there is ---


def test_every_province_and_commune_of_today_reads_back_as_itself(gazetteer):
    communes = 0
    for province in gazetteer.provinces:
        place = gazetteer.resolve(province.full_name).place
        assert (province, None, None) == (place.province, place.commune, place.former_province)
        for commune in gazetteer.communes_of(province.code):
            place = gazetteer.resolve(gazetteer.written(commune)).place
            assert (province, commune) == (place.province, place.commune)
            assert place.former_province is place.former_district is place.former_commune is None
            communes += 1
    assert (len(gazetteer.provinces), communes) == (34, 3321)


def test_every_former_province_and_district_reads_back_as_itself(gazetteer):
    districts = 0
    for province in gazetteer.former_provinces:
        place = gazetteer.resolve(province.full_name).place
        today = gazetteer.province_after(province.code)
        kept_its_name = any(same_name(province.name, unit.name) for unit in gazetteer.provinces)
        assert place.former_province == (None if kept_its_name else province)
        assert kept_its_name or place.province == today
        for district in gazetteer.former_districts_of(province.code):
            place = gazetteer.resolve(gazetteer.written(district)).place
            assert (today, province, district) == (place.province, place.former_province, place.former_district)
            only = gazetteer.communes_after(district.code)
            assert place.commune == (only[0] if len(only) == 1 else None)
            districts += 1
    assert (len(gazetteer.former_provinces), districts) == (63, 696)


@pytest.mark.slow
def test_every_former_commune_resolves_or_was_divided(gazetteer, former_communes):
    outcomes = Counter()
    for commune in former_communes:
        resolution = gazetteer.resolve(gazetteer.written(commune))
        outcomes[resolution.fault] += 1
        if resolution.place:
            assert commune == resolution.place.former_commune
            assert resolution.place.commune in gazetteer.successors(commune)
        else:
            expected = [gazetteer.written(unit) for unit in gazetteer.successors(commune)]
            assert expected == list(resolution.candidates)
    assert outcomes == {None: 9649, Fault.DIVIDED: 384}


def test_a_divided_commune_that_left_its_code_to_one_of_todays_proposes_that_one_first(gazetteer, former_communes):
    # Where the table names who got all the people, it was the one with the code in 19 of 20 cases.
    heirs, codes = Counter(), 0
    for commune in former_communes:
        shares = gazetteer.shares(commune)
        of_the_code = [today for today, _ in shares if today.code == commune.code]
        if len(shares) > 1 and of_the_code:
            people = [today for today, share in shares if share is Share.ALL_PEOPLE]
            heirs[people == of_the_code] += bool(people)
            codes += not people
            assert shares[0][0] == (people or of_the_code)[0] or shares[0][1] is Share.WHOLE
    assert heirs == {True: 19, False: 1}
    assert codes > 100


@pytest.mark.slow
def test_whatever_is_proposed_for_a_divided_commune_is_accepted_as_hien_nay(gazetteer, former_communes):
    for commune in former_communes:
        noi = gazetteer.written(commune)
        for name in gazetteer.resolve(noi).candidates:
            assert name == gazetteer.written(gazetteer.resolve(noi, name).place.commune)


def test_every_proposal_for_an_ambiguous_name_can_be_read(gazetteer, former_communes):
    names = sorted({commune.name for commune in former_communes})
    for name in random.Random(7).sample(names, 400):
        for candidate in gazetteer.resolve(name).candidates:
            again = gazetteer.resolve(candidate)
            assert again.place or again.fault is Fault.DIVIDED, candidate


def _respelt(written: str, chance: random.Random) -> str:
    """Spell a name another way that means the same: case, tone placement, apostrophes, spaces, NFD."""
    older = {"òa": "oà", "óa": "oá", "ỏa": "oả", "ọa": "oạ", "ủy": "uỷ", "úy": "uý", "ùy": "uỳ", "ụy": "uỵ", "ỏe": "oẻ"}
    if chance.random() < 0.5:
        # Only where nothing follows in the syllable and no q comes before: hòa, not hoàn, not quý.
        pattern = rf"(?<![qQ])({'|'.join(older)})(?!\w)"
        written = re.sub(pattern, lambda found: older[found[0]], written)
    written = written.replace("'", chance.choice("'’ʼ‘`")).replace(" ", chance.choice([" ", "  ", "\u00a0"]))
    written = chance.choice([str, str.lower, str.upper, str.title])(written)
    return chance.choice([str, lambda text: unicodedata.normalize("NFD", text)])(written)


@pytest.mark.slow
def test_a_name_spelt_another_way_is_the_same_place(gazetteer, former_communes):
    chance = random.Random(20250701)
    today = [unit for province in gazetteer.provinces for unit in gazetteer.communes_of(province.code)]
    respelt = 0
    for unit in chance.sample(former_communes, 2500) + chance.sample(today, 1500):
        written = gazetteer.written(unit)
        other = _respelt(written, chance)
        respelt += other != written
        assert gazetteer.resolve(written) == gazetteer.resolve(other), other
    assert respelt > 3000


WORDS = st.sampled_from(
    [
        "xã",
        "phường",
        "TP.",
        "Q",
        "huyện",
        "tỉnh",
        "Hoàng Mai",
        "hà nội",
        "Nghe An",
        "1",
        "01",
        ",",
        " - ",
        "(",
        ".",
        "'",
        "Ð",
        "\u0301",
    ]
)


@pytest.mark.slow
@given(st.lists(WORDS | st.text(max_size=4), max_size=12).map(" ".join), st.none() | WORDS)
def test_whatever_is_typed_gives_a_place_or_a_fault_and_never_both(noi, hien_nay):
    resolution = load_gazetteer().resolve(noi, hien_nay)
    assert (resolution.place is None) != (resolution.fault is None)
    assert len(resolution.candidates) <= 6
    assert not (resolution.place and resolution.candidates)


# --- what became of them, and where they are shown ---


def test_a_commune_knows_what_it_was_made_of(gazetteer):
    names = [unit.full_name for unit in gazetteer.former_communes_of("17110")]
    assert names == ["phường Quỳnh Thiện", "xã Quỳnh Trang", "xã Quỳnh Vinh"]
    assert [unit.full_name for unit in gazetteer.former_communes_of("21548")] == ["huyện Lý Sơn"]
    assert [unit.name for unit in gazetteer.former_provinces_of("51")] == ["Kon Tum", "Quảng Ngãi"]


@pytest.mark.slow
def test_succession_is_the_same_from_both_ends(gazetteer, former_communes):
    ends = {(former.code, today.code) for former in former_communes for today in gazetteer.successors(former)}
    starts = {
        (former.code, today.code)
        for province in gazetteer.provinces
        for today in gazetteer.communes_of(province.code)
        for former in gazetteer.former_communes_of(today.code)
        if former.tier is Tier.COMMUNE
    }
    assert ends == starts
    for former in former_communes:
        assert set(gazetteer.successors(former)) <= set(gazetteer.communes_after(former.parent))


def test_no_slug_is_given_twice_and_none_stands_in_the_way_of_a_page(gazetteer):
    def distinct(units: tuple[Unit, ...]) -> list[str]:
        given = [gazetteer.slug_of(unit) for unit in units]
        assert len(set(given)) == len(given)
        return given

    provinces = distinct(gazetteer.provinces) + distinct(gazetteer.former_provinces)
    below = [slug for unit in gazetteer.provinces for slug in distinct(gazetteer.communes_of(unit.code))]
    below += [
        slug for unit in gazetteer.former_provinces for slug in distinct(gazetteer.former_districts_of(unit.code))
    ]
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) for slug in provinces + below)
    assert "cu" not in provinces
    assert not [slug for slug in below if re.fullmatch(r"linh-vuc|trang-\d+", slug)]


def test_units_that_share_a_slug_are_told_apart_by_kind_or_by_code(gazetteer):
    assert gazetteer.slug_of(gazetteer.province("40")) == "nghe-an"
    assert gazetteer.slug_of(gazetteer.commune("00070")) == "hoan-kiem"
    assert [gazetteer.slug_of(gazetteer.commune(code)) for code in ("28261", "30076")] == ["phuong-my-tho", "xa-my-tho"]
    assert [gazetteer.slug_of(gazetteer.commune(code)) for code in ("02143", "05665")] == [
        "van-lang-02143",
        "van-lang-05665",
    ]
    assert [gazetteer.slug_of(gazetteer.former_district(code)) for code in ("447", "449")] == [
        "huyen-ky-anh",
        "thi-xa-ky-anh",
    ]
    assert gazetteer.slug_of(gazetteer.former_district("760")) == "quan-1"


def test_units_come_in_the_order_of_a_vietnamese_dictionary(gazetteer):
    names = [unit.name for unit in gazetteer.provinces]
    assert sorted(names, key=sort_key) == names
    assert names.index("Đà Nẵng") < names.index("Đắk Lắk") < names.index("Điện Biên") < names.index("Đồng Nai")
    assert names.index("Cao Bằng") < names.index("Cần Thơ") < names.index("Đà Nẵng") < names.index("Gia Lai")


def test_the_readme_of_the_data_counts_right():
    text = (DATA / "README.md").read_text(encoding="utf-8")
    counted = re.findall(r"`(\w+\.tsv)` \| ([\d,]+) \|", text)
    assert {path.name for path in DATA.glob("*.tsv")} == {name for name, _ in counted}
    for name, count in counted:
        rows = (DATA / name).read_text(encoding="utf-8").splitlines()[1:]
        assert int(count.replace(",", "")) == len(rows), name
        assert all(row == unicodedata.normalize("NFC", row) and "\u00d0" not in row for row in rows)


def test_every_commune_that_was_merged_away_leads_to_todays(gazetteer):
    _, *rows = [line.split("\t") for line in (DATA / "merged_communes.tsv").read_text(encoding="utf-8").splitlines()]
    for district, kind, key, into in rows:
        heir = gazetteer.table(Tier.COMMUNE, former=True).unit(into)
        assert heir.parent == district
        assert kind in ("xã", "phường", "thị trấn")
        assert gazetteer.successors(heir)
        assert key not in {
            loose_key(unit.name) for unit in gazetteer.table(Tier.COMMUNE, former=True).children(district)
        }
    assert rows == sorted(rows)


# --- lists that do not exist yet ---

SMALL = {
    "provinces": "code\ttype\tname\n01\ttỉnh\tAn Hòa",
    "communes": "code\ttype\tname\tprovince\n00001\tphường\tMỹ Tho\t01\n00002\txã\tMỹ Tho\t01",
    "former_provinces": "code\ttype\tname\tnow\n01\ttỉnh\tAn Hòa\t01",
    "former_districts": "code\ttype\tname\tformer_province\tnow\n001\thuyện\tCũ\t01\t00001 00002",
    "former_communes": "code\ttype\tname\tformer_district\tnow\n00001\txã\tĐôi\t001\t00001:part 00002:part",
}


def test_two_successors_of_one_name_are_told_apart_by_their_kind():
    small = Gazetteer.from_tables(**SMALL)
    noi = "xã Đôi, huyện Cũ, An Hòa"
    check(small, noi, "NOW_AMBIGUOUS: phường Mỹ Tho, tỉnh An Hòa | xã Mỹ Tho, tỉnh An Hòa", "Mỹ Tho")
    check(small, noi, "xã Mỹ Tho, tỉnh An Hòa ← xã Đôi, huyện Cũ, tỉnh An Hòa", "xã Mỹ Tho")


@pytest.mark.parametrize(
    ("now", "heir"),
    [
        ("00001:whole", "phường Mỹ Tho"),
        ("00001:all-people 00002:part", "phường Mỹ Tho"),
        ("00001:part 00002:all-people", "xã Mỹ Tho"),
        ("00001:part", None),
        ("00001:part 00002:part", None),
        ("00001:whole 00002:whole", None),
        ("00001:whole 00002:part", None),
        ("00001:all-people 00002:all-people", None),
    ],
)
def test_only_a_commune_that_went_whole_or_with_all_its_people_to_one_has_an_heir(now, heir):
    rows = SMALL["former_communes"].replace("00001:part 00002:part", now)
    small = Gazetteer.from_tables(**{**SMALL, "former_communes": rows})
    found = small.heir(small.former_commune("00001"))
    assert heir == (found.full_name if found else None)


@pytest.mark.parametrize(
    ("code", "names", "first"),
    [
        ("00002", "An Bình|Đôi", "Đôi"),  # it kept the code
        ("00009", "An Bình|Đôi", "Đôi"),  # it kept the name
        ("00009", "An Bình|Phủ Cũ", "An Bình"),  # in dictionary order
        ("00009", "An Bình|Cũ", "Cũ"),  # it has the name of the district
    ],
)
def test_the_likeliest_successor_comes_first(code, names, first):
    communes = "code\ttype\tname\tprovince" + "".join(
        f"\n0000{place}\txã\t{name}\t01" for place, name in enumerate(names.split("|"), start=1)
    )
    rows = SMALL["former_communes"].replace("\n00001\t", f"\n{code}\t")
    small = Gazetteer.from_tables(**{**SMALL, "communes": communes, "former_communes": rows})
    assert small.successors(small.former_commune(code))[0].name == first


def test_another_name_never_makes_a_clear_one_ambiguous():
    others = "era\tcode\ttype\tname\tlast_listed\nformer\t001\thuyện\tMỹ Tho\t2019-09\ntoday\t00001\txã\tBạn\t-"
    small = Gazetteer.from_tables(**SMALL, other_names=others)
    check(small, "phường Mỹ Tho, An Hòa", "phường Mỹ Tho, tỉnh An Hòa")
    check(small, "huyện Mỹ Tho, An Hòa", "tỉnh An Hòa ← huyện Cũ, tỉnh An Hòa")
    check(small, "xã Bạn, An Hòa", "phường Mỹ Tho, tỉnh An Hòa")
