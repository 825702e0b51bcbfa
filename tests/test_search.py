"""The search before a browser sees it: how words are spelled, what a record holds, what the index is made of."""

import gzip
import json
import struct
import subprocess
import unicodedata
from collections import Counter
from itertools import accumulate, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import model as submission
from making import vocabularies
from pagefind.service import get_executable
from showcase.record.abbreviations import Abbreviation, abbreviation_problems, read_abbreviations
from showcase.record.catalogue import vocabularies_of
from showcase.record.making import make_model
from showcase.record.reference import Reference
from showcase.record.summary import make_summary
from showcase.search import index as search
from showcase.search import lists as search_lists
from showcase.search.cbor import read_cbor, write_cbor
from showcase.search.files import in_order, search_files
from showcase.search.index import PagefindError, make_index, pagefind_program, whole_index
from showcase.search.lists import word_lists
from showcase.search.record import WEIGHTS, read_record, search_record
from showcase.search.words import folded, pairs, spelled, words_of
from showcase.system.gazetteer import load_gazetteer
from showcase.views.card import make_card
from showcase.views.search_facets import facets_of, search_panel

ROOT = Path(__file__).parent.parent
GAZETTEER = load_gazetteer()
VOCABULARIES = vocabularies_of(vocabularies())
REFERENCE = Reference(VOCABULARIES, GAZETTEER)
UBND = (Abbreviation("UBND", "ủy ban nhân dân"), Abbreviation("GPMB", "giải phóng mặt bằng"))


def read(snippet="", name="ngoc-chien-duong-sach"):
    return make_model(submission(snippet, name=name), GAZETTEER)


def card_of(model, copied=0):
    return make_card(make_summary(model), copied, REFERENCE)


def facets(snippet="", copied=0):
    return facets_of(make_summary(read(snippet)), GAZETTEER, copied)


def record(snippet="", name="ngoc-chien-duong-sach", copied=0):
    model = read(snippet, name)
    return search_record(model, make_summary(model), card_of(model, copied), REFERENCE, UBND)


def zone_of(made, text):
    """The zone in which all words of a text stand, '' where one is missing."""
    zones = [[zone for zone, words in made.words.items() if spelled(word) in words.split()] for word in words_of(text)]
    return max((zone for found in zones for zone in found), key=list(WEIGHTS).index) if all(zones) else ""


# --- Words ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Quốc phòng - an ninh", ("quốc", "phòng", "an", "ninh")),
        ("Quốc phòng–an ninh", ("quốc", "phòng", "an", "ninh")),
        ("ĐƯỜNG", ("đường",)),
        ("\u00d0ường", ("đường",)),
        ("hơn 13.663 mô hình", ("hơn", "13663", "mô", "hình")),
        ("3,5 m²", ("3", "5", "m2")),
        ("Ea H’Leo", ("ea", "hleo")),
        ("29/01/2024", ("29", "01", "2024")),
        ("“Dân vận khéo”…", ("dân", "vận", "khéo")),
        ("", ()),
    ],
)
def test_words_are_what_a_reader_takes_for_words(text, words):
    assert words_of(text) == words


@pytest.mark.parametrize("same", [("hoà", "hòa"), ("khoẻ", "khỏe"), ("thuỷ", "thủy"), ("đường", "đươ\u0300ng")])
def test_two_ways_to_write_a_word_are_spelled_alike(same):
    one, other = same
    assert spelled(words_of(one)[0]) == spelled(words_of(unicodedata.normalize("NFD", other))[0])


def test_words_that_differ_in_a_mark_are_spelled_differently():
    words = (
        "dan",
        "dân",
        "đan",
        "dán",
        "dàn",
        "dản",
        "dãn",
        "dạn",
        "dần",
        "dẫn",
        "dấn",
        "dận",
        "đần",
        "đạn",
        "dăn",
        "dằn",
    )
    assert len({spelled(word) for word in words}) == len(words)


def test_a_word_without_marks_begins_all_its_spellings_and_none_of_another_word():
    assert spelled("đường").startswith("duongø")
    assert spelled("dương").startswith("duongø")
    assert not spelled("danh").startswith("danø")
    assert not next(pairs(words_of("dân vận"))).startswith("danø")


@given(
    st.text("aăâeêioôơuưyđbcdghklmnpqrstvx", min_size=1, max_size=6),
    st.sampled_from(["", "\u0300", "\u0301", "\u0323"]),
)
def test_no_exact_spelling_begins_another(letters, tone):
    word = unicodedata.normalize("NFC", letters[0] + tone + letters[1:])
    other = unicodedata.normalize("NFC", letters + tone)
    one, two = spelled(word), spelled(other)
    assert one == two or not (one.startswith(two) or two.startswith(one))


@given(st.text(max_size=60))
def test_any_text_gives_words_that_pagefind_takes_as_they_are(text):
    """Letters and digits alone: nothing that it splits, and nothing that would end the markup around it."""
    for word in words_of(text):
        assert spelled(word).isalnum()
        assert folded(word) in spelled(word)


def test_pairs_are_words_that_stand_together():
    assert list(pairs(words_of("Hòa bình, đẹp"))) == ["hoaæbinhz", "binhædepz"]


# --- Abbreviations -------------------------------------------------------------------------------------------------

TABLE = """\
# Chữ viết tắt

| Viết tắt | Viết đầy đủ |
| --- | --- |
"""


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("| UBND | ủy ban nhân dân |", []),
        ("| U.B | ủy ban |", ["5:3: 'U.B' không phải là chữ viết tắt"]),
        ("|   U | ủy ban |", ["5:5: 'U' không phải là chữ viết tắt"]),
        ("| UBND | chính |", ["5:10: 'chính' chưa phải là cách viết đầy đủ"]),
        ("| UB | ủy ban |\n| Ub | ủy ban nhân dân |", ["6:3: 'Ub' đã có ở dòng 5"]),
    ],
)
def test_the_checker_tells_what_is_wrong_in_the_list(row, said):
    found = [f"{p.spot.line}:{p.spot.column}: {p.message}" for p in abbreviation_problems(TABLE + row)]
    assert [sentence[: len(start)] for sentence, start in zip(found, said, strict=True)] == said


def test_what_is_wrong_is_not_used():
    assert read_abbreviations(TABLE + "| UBND | ủy ban nhân dân |\n| U | ủy ban |\n") == UBND[:1]


def test_the_editors_list_is_sound_and_has_what_the_movement_writes():
    text = (ROOT / "docs/huong-dan/viet-tat.md").read_text(encoding="utf-8")
    assert list(abbreviation_problems(text)) == []
    shorts = {row.short for row in read_abbreviations(text)}
    assert shorts >= {"UBND", "LHPN", "MTTQ", "CCB", "GPMB", "BHXH"}


# --- Records -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("Tổ tự quản", "title"),
        ("mười hộ", "summary"),
        ("xã Ngọc Chiến", "facts"),
        ("Hội Phụ nữ", "facts"),
        ("chia đoạn", "rest"),
        ("báo cáo kết", "rest"),
    ],
)
def test_a_word_stands_where_it_weighs_most(words, zone):
    assert zone_of(record(), words) == zone


def test_a_word_stands_in_one_zone_alone():
    words = [word for zone in record().words.values() for word in zone.split()]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("xã Quỳnh Liên, thị xã Hoàng Mai, tỉnh Nghệ An", "phường Quỳnh Mai"),
        ("xã Quỳnh Liên, thị xã Hoàng Mai, tỉnh Nghệ An", "thị xã Hoàng Mai"),
        ("quận Tây Hồ, Hà Nội", "phường Tây Hồ"),
        ("phường Tây Hồ, Hà Nội", "quận Tây Hồ"),
        ("phường Quỳnh Mai, Nghệ An", "xã Quỳnh Liên"),
        ("tỉnh Hà Giang", "tỉnh Tuyên Quang"),
    ],
)
def test_former_and_present_names_find_a_model(place, name):
    assert zone_of(record(f"dia_diem:\n  - noi: {place}\n"), name)


def test_a_place_elsewhere_does_not_find_it():
    assert not zone_of(record(), "Quỳnh Liên")


def test_abbreviations_find_what_is_written_out_and_the_other_way_round():
    long = record("tieu_de: Ủy ban nhân dân xã nghe dân mỗi tuần\n")
    short = record("tieu_de: Công tác GPMB ở ngõ nhỏ đầu làng\n")
    assert zone_of(long, "UBND") == "title"
    assert zone_of(short, "giải phóng mặt bằng") == "title"
    assert not zone_of(record(), "GPMB")


def test_uy_ban_is_uy_ban_wherever_its_tone_stands():
    assert zone_of(record("tieu_de: Uỷ ban nhân dân xã nghe dân mỗi tuần\n"), "UBND") == "title"


def test_passages_are_read_as_a_page_says_them():
    story = 'noi_dung:\n  cach_lam: "Đi **từng nhà**, xem [bài này](../x-y-z/), rồi hẹn bà con họp ở nhà văn hóa."\n'
    assert "Đi từng nhà, xem bài này, rồi hẹn bà con họp ở nhà văn hóa." in json.loads(record(story).card)["doan"]


def test_the_card_says_what_every_card_says():
    shown = json.loads(record(copied=3).card)
    card = card_of(read(), 3)
    assert (shown["bai"], shown["tieu_de"], shown["tom_tat"]) == (card.address, card.title, card.summary)
    assert (shown["noi"], shown["nam"], shown["nhan_rong"], shown["linh_vuc"]) == (card.place, 2022, 3, card.field)


# --- Facets --------------------------------------------------------------------------------------------------------

NGHE_AN = "dia_diem:\n  - noi: xã Quỳnh Liên, thị xã Hoàng Mai, tỉnh Nghệ An\n"


def test_facets_of_a_model():
    text = f"{NGHE_AN}chu_de: [y-te]\ncap: tinh\nket_qua:\n  - chi_so: Hộ\n    sau: 12\n"
    assert facets(text, copied=2) == {
        "linh-vuc": ("van-hoa-xa-hoi",),
        "tinh": ("nghe-an",),
        "xa": ("nghe-an/quynh-mai Phường Quỳnh Mai",),
        "chu-de": ("y-te",),
        "cap": ("tinh",),
        "loai": ("mo-hinh",),
        "don-vi": ("hoi-phu-nu",),
        "nam": ("2022",),
        "co": ("so-lieu", "nhan-rong"),
    }


def test_the_panel_offers_what_there_is_to_choose():
    both = [facets(), facets(f"{NGHE_AN}linh_vuc: kinh-te\n", copied=1)]
    panel = {facet.name: facet for facet in search_panel(both, VOCABULARIES, GAZETTEER)}
    assert [(option.key, option.label, option.count) for option in panel["linh-vuc"].options] == [
        ("kinh-te", "Kinh tế", 1),
        ("van-hoa-xa-hoi", "Văn hóa - xã hội", 1),
    ]
    assert [option.label for option in panel["tinh"].options] == ["Nghệ An", "Sơn La"]
    assert panel["xa"].options == ()
    assert "loai" not in panel, "all models are of one kind, so there is nothing to choose"
    assert [option.key for option in panel["co"].options] == ["nhan-rong"]


# --- The index -----------------------------------------------------------------------------------------------------


@given(
    st.recursive(st.integers(-(2**63), 2**63) | st.text(), lambda inner: st.lists(inner, max_size=30), max_leaves=40)
)
def test_cbor_is_read_as_it_was_written(value):
    assert read_cbor(write_cbor(value)) == value


@pytest.mark.parametrize(
    ("data", "value"),
    [("00", 0), ("17", 23), ("1818", 24), ("190100", 256), ("20", -1), ("6161", "a"), ("820102", [1, 2])],
)
def test_cbor_is_that_of_the_standard(data, value):
    assert write_cbor(value) == bytes.fromhex(data)
    assert read_cbor(bytes.fromhex(data)) == value


@pytest.mark.parametrize("data", ["f6", "0000", "9f01ff"])
def test_cbor_that_pagefind_does_not_write_is_refused(data):
    with pytest.raises(ValueError, match="byte"):
        read_cbor(bytes.fromhex(data))


def some_records():
    return [
        record(f"tieu_de: Chợ văn minh số {n}\nngay_dang: 2026-10-{n + 1:02}\n", name=f"cho-{n}") for n in range(5)
    ] + [record(NGHE_AN, name="quynh-lien")]


def unpacked(data):
    return gzip.decompress(data).removeprefix(b"pagefind_dcd")


@pytest.fixture(scope="module")
def made():
    records = in_order(some_records())
    return records, search_files(records, pagefind_program())


def test_records_lie_by_place_and_then_newest_first():
    assert [one.address for one in in_order(some_records())] == [
        "mo-hinh/quynh-lien/",
        *(f"mo-hinh/cho-{n}/" for n in (4, 3, 2, 1, 0)),
    ]


def test_every_file_that_the_index_names_is_there(made):
    records, files = made
    entry = json.loads(files["tim/pagefind-entry.json"])["languages"]["vi"]
    _, pages, chunks, filters, sorts, _ = read_cbor(unpacked(files[f"tim/pagefind.{entry['hash']}.pf_meta"]))
    assert entry["page_count"] == len(pages) == len(records)
    named = [f"tim/fragment/{name}.pf_fragment" for name, _ in pages]
    named += [f"tim/index/{name}.pf_index" for _, _, name in chunks]
    named += [f"tim/filter/{name}.pf_filter" for _, name in filters]
    others = {"pagefind.js", "wasm.unknown.pagefind", "thu-tu.bin", "tu.json", "pagefind-entry.json"}
    assert set(files) == {*named, *(f"tim/{name}" for name in others), f"tim/pagefind.{entry['hash']}.pf_meta"}
    assert sorts == []
    assert list(files)[-1] == "tim/pagefind-entry.json", "what names the others is published last"


WORDS = [
    {"title": "chowjz suachwz", "summary": "", "facts": "sonzaz", "rest": "baz vanz"},
    {"title": "", "summary": "vanz", "facts": "", "rest": "baz"},
    *({"title": "", "summary": "", "facts": "", "rest": "xaz"} for _ in range(300)),
    {"title": "baz", "summary": "", "facts": "", "rest": "vanz xaz"},
]


def read_lists(data, zones):
    """What a file of word lists says: for each word its records, each with the zone that its weight tells of."""
    (lists,) = read_cbor(data)
    weights = {-1 - round(24 * weight): zone for zone, weight in zones.items()}
    found = {}
    for word, rows, variants in lists:
        assert variants == []
        numbers = accumulate(step for step, _, _ in rows)
        found[word] = [(number, weights[weight]) for number, (_, (weight, _), _) in zip(numbers, rows, strict=True)]
    return found


def test_a_list_tells_of_every_record_that_has_a_word_and_what_it_weighs():
    (lists,) = word_lists(WORDS, WEIGHTS)
    assert (lists.first, lists.last) == ("baz", "xaz")
    assert read_lists(lists.data, WEIGHTS) == {
        "baz": [(0, "rest"), (1, "rest"), (302, "title")],
        "chowjz": [(0, "title")],
        "sonzaz": [(0, "facts")],
        "suachwz": [(0, "title")],
        "vanz": [(0, "rest"), (1, "summary"), (302, "rest")],
        "xaz": [(number, "rest") for number in range(2, 303)],
    }


def test_no_two_words_have_one_place_and_a_word_has_one_in_all_records():
    """Pagefind's program takes two words at one place for a single one."""
    (lists,) = word_lists(WORDS, WEIGHTS)
    places = [{place for _, (_, place), _ in rows} for _, rows, _ in read_cbor(lists.data)[0]]
    assert [len(some) for some in places] == [1] * 6
    assert len(set.union(*places)) == 6


def test_lists_are_what_pagefind_itself_makes_of_the_same_words_but_for_the_places(tmp_path):
    for number, words in enumerate(WORDS):
        zones = (f'<p data-pagefind-weight="{WEIGHTS[zone]}"> {some} </p>' for zone, some in words.items())
        (tmp_path / f"{number:03}.html").write_text(f'<html lang="vi"><body data-pagefind-body>{"".join(zones)}')
    command = (str(get_executable()), "--site", str(tmp_path), "--output-path", str(tmp_path / "tim"))
    subprocess.run(command, check=True, capture_output=True)
    (data,) = (file.read_bytes() for file in tmp_path.glob("tim/index/*"))
    (lists,) = word_lists(WORDS, WEIGHTS)
    theirs = read_lists(unpacked(data), WEIGHTS)
    # It numbers pages in an order of its own.
    assert {word: Counter(zone for _, zone in rows) for word, rows in theirs.items()} == {
        word: Counter(zone for _, zone in rows) for word, rows in read_lists(lists.data, WEIGHTS).items()
    }


def test_lists_are_divided_where_a_file_has_enough(monkeypatch):
    monkeypatch.setattr(search_lists, "_ENOUGH", 3)
    bounds = [(lists.first, lists.last) for lists in word_lists(WORDS, WEIGHTS)]
    assert bounds == [("baz", "baz"), ("chowjz", "suachwz"), ("vanz", "vanz"), ("xaz", "xaz")]


def test_every_word_of_every_record_is_in_the_files_that_tell_of_it(monkeypatch):
    monkeypatch.setattr(search_lists, "_ENOUGH", 40)
    records = in_order(some_records())
    files = search_files(records, pagefind_program())
    (meta,) = (data for path, data in files.items() if path.endswith("pf_meta"))
    found = set()
    bounds = read_cbor(unpacked(meta))[2]
    assert len(bounds) > 5
    for first, last, name in bounds:
        lists = read_lists(unpacked(files[f"tim/index/{name}.pf_index"]), WEIGHTS)
        assert all(first <= word and word[: len(last)] <= last for word in lists)
        found |= {(word, number, zone) for word, rows in lists.items() for number, zone in rows}
    assert all(last < first for (_, last, _), (first, _, _) in pairwise(bounds))
    assert found == {
        (word, n, zone) for n, one in enumerate(records) for zone, words in one.words.items() for word in words.split()
    }


def test_a_fragment_holds_the_card_and_its_name_is_in_the_orders(made):
    records, files = made
    rows = list(struct.iter_unpack(">IH", files["tim/thu-tu.bin"]))
    for one, (name, _) in zip(records, rows, strict=True):
        fragment = json.loads(unpacked(files[f"tim/fragment/vi_{name:06x}.pf_fragment"]))
        assert (fragment["url"], fragment["meta"]["bai"]) == (one.address, one.card)
    days = [day for _, day in rows[1:]]
    assert days == sorted(days, reverse=True)


def test_a_facet_counts_its_models(made):
    records, files = made
    facets = dict(read_cbor(unpacked(data)) for path, data in files.items() if path.endswith("pf_filter"))
    assert facets["tinh"] == [["nghe-an", [0]], ["son-la", [1, 2, 3, 4, 5]]]
    assert set(facets) == {name for one in records for name, keys in one.facets.items() if keys}


def test_proposals_are_words_with_their_marks(made):
    _, files = made
    words = json.loads(files["tim/tu.json"])
    assert {"chợ", "văn", "minh", "đường"} <= set(words)
    assert words[0] in {"chợ", "văn", "minh", "số", "làng", "mười", "hộ", "trong", "xóm", "đường", "sáng", "dọn", "chủ"}


def test_another_version_of_pagefind_is_refused(made):
    records, _ = made
    entry = json.dumps({"version": "1.6.0", "languages": {}}).encode()
    with pytest.raises(ValueError, match=r"1\.6\.0"):
        search_files(records, {"pagefind-entry.json": entry})


def test_the_same_records_give_the_same_bytes(made):
    records, files = made
    assert search_files(records, pagefind_program()) == files


def test_what_pagefind_refuses_is_told(monkeypatch):
    monkeypatch.setattr("showcase.search.index._REQUESTS", ({"type": "GetFiles", "index_id": 7},))
    with pytest.raises(PagefindError, match="does not yet exist"):
        pagefind_program()


def test_no_file_of_the_program_is_cut():
    """Pagefind's own way to write files leaves one empty now and then, so they are asked for instead."""
    assert len({tuple(sorted(pagefind_program().items())) for _ in range(20)}) == 1


def test_a_pagefind_that_dies_is_told(monkeypatch):
    monkeypatch.setattr("pagefind.service.get_executable", lambda: "true")
    with pytest.raises(PagefindError, match="ended"):
        pagefind_program()


def as_outputs(records):
    """Records by path, as they are kept from build to build."""
    return {one.address: json.dumps(one).encode() for one in records}


def test_a_record_is_read_as_it_was_made():
    (data,) = as_outputs([record()]).values()
    assert read_record(data) == record()._replace(facets={key: list(words) for key, words in record().facets.items()})


def test_the_index_is_made_anew_only_when_a_record_changed(tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(search, "pagefind_program", lambda: asked.append("") or pagefind_program())
    first = make_index(as_outputs(some_records()), tmp_path, "edition")
    assert make_index(as_outputs(reversed(some_records())), tmp_path, "edition").files == first.files
    assert len(asked) == 1, "the order in which records come is nothing"
    changed = make_index(as_outputs([*some_records()[:-1], record(name="moi")]), tmp_path, "edition")
    assert len(asked) == 2
    assert changed.files != first.files
    assert all(changed.file(path) for path in changed.files)
    there = {path.relative_to(tmp_path).as_posix() for path in (tmp_path / "tim").rglob("*") if path.is_file()}
    assert there == set(changed.files), "nothing is left of what was"


def test_an_index_is_known_by_the_edition_of_the_code_that_made_it(tmp_path):
    made = make_index(as_outputs(some_records()), tmp_path / "tim", "edition")
    assert whole_index(tmp_path / "tim", "edition") == made
    assert whole_index(tmp_path / "tim", "other") is None
    assert whole_index(tmp_path / "elsewhere", "edition") is None


@pytest.mark.parametrize(
    "spoil",
    [
        lambda folder: (folder / "tim/tu.json").unlink(),
        lambda folder: (folder / "state").unlink(),
        lambda folder: (folder / "state").write_bytes(b""),
        lambda folder: (folder / "state").write_bytes(b"\xff\0"),
    ],
    ids=["a file is gone", "its state is gone", "is empty", "is no text"],
)
def test_an_index_that_is_not_whole_is_made_anew(tmp_path, spoil):
    made = make_index(as_outputs(some_records()), tmp_path, "edition").files
    spoil(tmp_path)
    assert whole_index(tmp_path, "edition") is None
    assert make_index(as_outputs(some_records()), tmp_path, "edition").files == made
    assert whole_index(tmp_path, "edition")


def test_a_file_of_another_content_has_another_digest(tmp_path):
    """Some names stay the same for ever, and the build must see that what lies under them is new."""
    first = make_index(as_outputs(some_records()), tmp_path, "edition").files
    second = make_index(as_outputs(some_records()[1:]), tmp_path, "edition").files
    fixed = ("tim/thu-tu.bin", "tim/pagefind-entry.json")
    assert [first[path] == second[path] for path in fixed] == [False, False]
    assert first["tim/pagefind.js"] == second["tim/pagefind.js"]


def test_a_catalogue_without_models_has_no_index(tmp_path):
    make_index(as_outputs(some_records()), tmp_path, "edition")
    assert make_index({}, tmp_path, "edition").files == {}
    assert search_panel([], VOCABULARIES, GAZETTEER) == ()
