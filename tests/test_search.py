"""The search before a browser sees it: how words are spelled, what a record holds, what the index is made of."""

import gzip
import json
import random
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import document, event, vocabularies
from making import model as submission
from showcase.record.abbreviations import Abbreviation, abbreviation_problems, read_abbreviations
from showcase.record.catalogue import vocabularies_of
from showcase.record.making import make_document, make_event, make_model
from showcase.record.place import Fault
from showcase.record.reference import Reference
from showcase.record.summary import make_summary
from showcase.record.unit import Tier
from showcase.search.index import changed_index, in_order, make_index, named_before, whole_index
from showcase.search.named import named_rows
from showcase.search.pieces import FOLDER, MANIFEST, bucket, in_numbers, in_signs, name_of, read, written
from showcase.search.places import place_key, place_pieces, start_pieces
from showcase.search.record import ZONES, SearchRecord, read_record, search_record, write_record
from showcase.search.words import exact, pairs, plain, shown, words_of
from showcase.system.gazetteer import load_gazetteer
from showcase.system.pool import Pool
from showcase.views.card import make_card
from showcase.views.search_facets import facets_of, search_panel

ROOT = Path(__file__).parent.parent
GAZETTEER = load_gazetteer()
VOCABULARIES = vocabularies_of(vocabularies())
REFERENCE = Reference(VOCABULARIES, GAZETTEER)
ALONE = Pool(is_alone=True)
UBND = (Abbreviation("UBND", "ủy ban nhân dân"), Abbreviation("GPMB", "giải phóng mặt bằng"))


def model_of(snippet="", name="ngoc-chien-duong-sach"):
    return make_model(submission(snippet, name=name), GAZETTEER)


def card_of(model, copied=0):
    return make_card(make_summary(model), copied, REFERENCE)


def facets(snippet="", copied=0):
    summary = make_summary(model_of(snippet))
    return facets_of(summary, GAZETTEER, copied, summary.proofs)


def record(snippet="", name="ngoc-chien-duong-sach", copied=0):
    model = model_of(snippet, name)
    return search_record(model, make_summary(model), card_of(model, copied), (), REFERENCE, UBND)


def zone_of(made, text):
    """The zone in which all words of a text stand, '' where one is missing."""
    zones = [
        [zone for zone, terms in zip(ZONES, made.terms, strict=True) if exact(word) in terms.split("\n")]
        for word in words_of(text)
    ]
    return max((zone for found in zones for zone in found), key=ZONES.index) if all(zones) else ""


# --- Words ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Quốc phòng - an ninh", ["quốc", "phòng", "an", "ninh"]),
        ("Quốc phòng–an ninh", ["quốc", "phòng", "an", "ninh"]),
        ("ĐƯỜNG", ["đường"]),
        ("\u00d0ường", ["đường"]),
        ("hơn 13.663 mô hình", ["hơn", "13663", "mô", "hình"]),
        ("3,5 m²", ["3", "5", "m2"]),
        ("Ea H’Leo", ["ea", "hleo"]),
        ("29/01/2024", ["29", "01", "2024"]),
        ("“Dân vận khéo”…", ["dân", "vận", "khéo"]),
        ("", []),
    ],
)
def test_words_are_what_a_reader_takes_for_words(text, words):
    assert words_of(text) == words


@pytest.mark.parametrize("same", [("hoà", "hòa"), ("khoẻ", "khỏe"), ("thuỷ", "thủy"), ("đường", "đươ\u0300ng")])
def test_two_ways_to_write_a_word_are_one(same):
    one, other = same
    assert exact(words_of(one)[0]) == exact(words_of(unicodedata.normalize("NFD", other))[0])


def test_words_that_differ_in_a_mark_are_others_and_have_one_plain_form():
    words = [
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
    ]
    assert len({exact(word) for word in words}) == len(words)
    assert {plain(exact(word)) for word in words} == {"dan"}


@pytest.mark.parametrize(
    "word",
    [
        "hòa",
        "quý",
        "đường",
        "giữa",
        "thủy",
        "ngoài",
        "khuỷu",
        "cười",
        "mía",
        "già",
        "gì",
        "được",
        "nghèo",
        "quỳnh",
        "khuya",
        "thuế",
        "hóa",
        "ất",
        "ý",
        "êđê",
        "ipad",
        "4g",
    ],
)
def test_an_exact_word_is_shown_as_people_write_it(word):
    assert shown(exact(word)) == word


@given(st.text(max_size=60))
def test_any_text_gives_words_without_blanks_or_line_ends(text):
    for word in words_of(text):
        assert word
        assert not set(exact(word)) & set(" \n\x1e\x1f")


def test_pairs_are_words_that_stand_together():
    assert list(pairs([exact(word) for word in words_of("Hòa bình, đẹp")])) == [
        "hoa\u0300 binh\u0300",
        "binh\u0300 đẹp".replace("đẹp", exact("đẹp")),
    ]


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
        ("xã Ngọc Chiến", "names"),
        ("Hội Phụ nữ", "names"),
        ("chia đoạn", "text"),
        ("báo cáo kết", "text"),
    ],
)
def test_a_word_stands_where_it_weighs_most(words, zone):
    assert zone_of(record(), words) == zone


def test_a_word_stands_in_one_zone_alone():
    terms = [term for zone in record().terms for term in zone.split("\n")]
    assert len(terms) == len(set(terms))


def test_the_editors_note_is_not_searched():
    noted = record("ghi_chu: Nguồn không nêu lĩnh vực, biên tập viên tự xếp\n")
    assert not zone_of(noted, "biên tập viên")
    assert zone_of(noted, "Ngọc Chiến")


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


def test_a_story_is_read_without_what_its_links_lead_to():
    story = 'noi_dung:\n  cach_lam: "Đi **từng nhà**, xem [bài này](../x-y-z/), rồi hẹn bà con họp ở nhà văn hóa."\n'
    assert zone_of(record(story), "từng nhà xem bài này rồi hẹn") == "text"
    assert not zone_of(record(story), "z")


def test_a_row_says_a_result_as_sure_as_its_source_is_though_its_thumb_has_the_number_alone():
    result = "ket_qua: [{chi_so: Người có thẻ, truoc: 65, sau: 235, xap_xi: gan, don_vi_tinh: người}]"
    row = json.loads(record(result).card)
    said = [row[key] for key in ("chi_so", "truoc", "so", "don_vi_tinh")]
    assert said == ["Người có thẻ", "65", "gần\u00a0235", "người"]
    assert row["bia"][3] == "235"


def test_the_card_says_what_every_card_says():
    shown = json.loads(record(copied=3).card)
    card = card_of(model_of(), 3)
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
        "cu": ("nghe-an/40", "nghe-an/432", "nghe-an/17137"),
        "chu-de": ("y-te",),
        "cap": ("tinh",),
        "loai": ("mo-hinh",),
        "chu-the": ("tap-the",),
        "chang": ("trien-khai",),
        "can-cu": ("nguon-doc-lap",),
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


# --- Pieces --------------------------------------------------------------------------------------------------------


@given(st.lists(st.integers(0, 100_000), unique=True).map(sorted), st.sampled_from([1, 4]))
def test_numbers_are_read_as_they_were_written(numbers, step):
    assert list(in_numbers(in_signs(numbers, step), step)) == numbers


@pytest.mark.parametrize(
    ("numbers", "step", "signs"), [([], 1, ""), ([1, 5, 6, 400], 1, "BEBqM"), ([2, 7, 40], 4, "CHkB")]
)
def test_numbers_are_written_as_the_description_says(numbers, step, signs):
    assert in_signs(numbers, step) == signs


def test_a_piece_tells_what_it_is_and_is_named_by_what_it_holds():
    data = written({"terms": {"duong": {}}})
    assert data == b'{"tim":1,"terms":{"duong":{}}}'
    assert name_of(data) == name_of(written({"terms": {"duong": {}}})) != name_of(written({"terms": {}}))
    assert name_of(data).isalnum()
    assert name_of(data) == name_of(data).lower(), "disks that do not tell `a` from `A` hold it too"


# --- The index -----------------------------------------------------------------------------------------------------

WORDS = ["chợ", "cho", "đường", "dương", "hoa", "hòa", "bình", "bính", "camera", "an", "ninh", "tổ", "dân", "phố"]
PLACES = ("Hà Nội", "Nghệ An", "Sơn La")


def made_record(number, chance, name=""):
    """A record of some words, as any model may give one."""
    told = [exact(chance.choice(WORDS)) for _ in range(30)]
    seen: dict[str, None] = {}
    zones = []
    for start in range(0, 30, 8):
        part = told[start : start + 8]
        here = dict.fromkeys([*part, *pairs(part)])
        zones.append("\n".join(term for term in here if term not in seen))
        seen |= here
    address = f"mo-hinh/{name or f'bai-{number}'}/"
    facets = {"linh-vuc": (chance.choice(("kinh-te", "van-hoa-xa-hoi")),), "xa": ("nghe-an/tan-mai Phường Tân Mai",)}
    return SearchRecord(
        address, json.dumps({"bai": address, "so": chance.random()}), tuple(zones), facets, 738000 + number % 7,
        chance.choice(PLACES),
    )  # fmt: skip


def made_records(count, seed=1):
    chance = random.Random(seed)
    return [made_record(number, chance) for number in range(count)]


def as_outputs(records):
    """Records by path, as they are kept from build to build."""
    return {f"records/{one.address}": write_record(one) for one in records}


def files_of(index):
    """Every file of an index by its path."""
    return {path: index.file(path) for path in index.files}


def looked_up(files, term):
    """Find by the files alone which models have a term, and in which zone, as the browser does."""
    manifest = read(files[MANIFEST])
    place = bucket(plain(term), len(manifest["terms"]) // 10)
    piece = read(files[f"{FOLDER}{manifest['terms'][place * 10 : place * 10 + 10]}.json"])
    signs = piece["terms"].get(plain(term), {}).get(term, "")
    return {number // 4: number % 4 for number in in_numbers(signs, 4)}


@pytest.mark.slow
@pytest.mark.parametrize("count", [1, 16, 17, 200])
def test_the_index_tells_of_every_term_which_models_have_it_and_where(tmp_path, count):
    records = made_records(count)
    files = files_of(make_index(as_outputs(records), {}, tmp_path, "edition", ALONE))
    ordered = [one for _, one in in_order({one.address: one for one in records})]
    expected = {}
    for number, one in enumerate(ordered):
        for zone, terms in enumerate(one.terms):
            for term in filter(None, terms.split("\n")):
                expected.setdefault(term, {})[number] = zone
    assert {term: looked_up(files, term) for term in expected} == expected
    assert looked_up(files, "nobody") == {}


@pytest.mark.slow
def test_processes_give_the_same_files(tmp_path, monkeypatch):
    monkeypatch.setattr("showcase.search.terms._WORTH_PROCESSES", 1)
    monkeypatch.setattr("showcase.search.terms._TOGETHER", 1)
    alone = make_index(as_outputs(made_records(130)), {}, tmp_path / "alone", "edition", ALONE)
    with Pool() as pool:
        shared = make_index(as_outputs(made_records(130)), {}, tmp_path / "shared", "edition", pool)
    assert files_of(shared) == files_of(alone)


@pytest.mark.slow
def test_all_but_the_manifest_is_named_by_content_and_the_manifest_comes_last(tmp_path):
    files = files_of(make_index(as_outputs(made_records(60)), {}, tmp_path, "edition", ALONE))
    assert list(files)[-1] == MANIFEST
    assert all(path == f"{FOLDER}{name_of(data)}.json" for path, data in files.items() if path != MANIFEST)
    assert all(read(data)["tim"] == 1 for data in files.values())


def test_cards_lie_in_small_groups_in_the_order_of_the_models(tmp_path):
    records = made_records(300)
    files = files_of(make_index(as_outputs(records), {}, tmp_path, "edition", ALONE))
    manifest = read(files[MANIFEST])
    names = [manifest["cards"][at : at + 10] for at in range(0, len(manifest["cards"]), 10)]
    groups = [read(files[f"{FOLDER}{name}.json"])["cards"] for name in names]
    assert [len(group) for group in groups] == [ord(letter) - ord("a") for letter in manifest["groups"]]
    assert max(map(len, groups)) <= 16
    ordered = in_order({one.address: one for one in records})
    assert [card for group in groups for card in group] == [one.card for _, one in ordered]


def test_a_new_model_leaves_nearly_all_groups_of_cards_as_they_were(tmp_path):
    records = made_records(300)
    before = read(make_index(as_outputs(records), {}, tmp_path, "edition", ALONE).file(MANIFEST))["cards"]
    more = [*records, made_record(3, random.Random(7), "moi")]
    after = read(make_index(as_outputs(more), {}, tmp_path, "edition", ALONE).file(MANIFEST))["cards"]
    names = [{cards[at : at + 10] for at in range(0, len(cards), 10)} for cards in (before, after)]
    assert len(names[0] - names[1]) <= 2


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
def test_what_changed_gives_the_same_files_as_all_made_anew(tmp_path, seed):
    chance, records = random.Random(seed), made_records(120, seed)
    make_index(as_outputs(records), {}, tmp_path / "kept", "edition", ALONE)
    for _ in range(4):
        at = chance.randrange(len(records))
        old = records[at]
        new = made_record(at, chance)._replace(day=old.day, place=old.place)
        records[at] = new
        kept = changed_index(as_outputs([old]), as_outputs([new]), {}, tmp_path / "kept", "edition")
        clean = make_index(as_outputs(records), {}, tmp_path / f"clean-{chance.random()}", "edition", ALONE)
        assert files_of(kept) == files_of(clean)
    there = {path.relative_to(tmp_path / "kept").as_posix() for path in (tmp_path / "kept/tim").rglob("*.json")}
    assert there == set(kept.files), "nothing is left of what was"


@pytest.mark.parametrize(
    "change",
    [
        lambda one: (one, one._replace(day=one.day + 1)),
        lambda one: (one, one._replace(place="Cà Mau")),
        lambda one: (one, None),
        lambda one: (None, one._replace(address="mo-hinh/khac/")),
    ],
    ids=["another day", "another place", "gone", "new"],
)
def test_where_numbers_change_nothing_is_patched(tmp_path, change):
    records = made_records(20)
    make_index(as_outputs(records), {}, tmp_path, "edition", ALONE)
    before, after = change(records[3])
    given = [as_outputs([one] if one else []) for one in (before, after)]
    assert changed_index(*given, {}, tmp_path, "edition") is None
    assert whole_index(tmp_path, "edition", {})


# --- Events and documents -------------------------------------------------------------------------------------------


def named(events=("ngay: 2024-10-15",), numbers=("05-CT/TW",)):
    return named_rows(
        [make_event(event(snippet, name=f"hoi-thi-{at}"), GAZETTEER) for at, snippet in enumerate(events)],
        [make_document(document(f"so_hieu: {one}", name=f"so-{at}"), GAZETTEER) for at, one in enumerate(numbers)],
    )


def test_events_lie_under_their_kind_and_documents_under_the_letters_of_their_number_too():
    rows = named(numbers=("05-CT/TW", "11/CT-BCA-V05", "10/2022/QH15"))
    assert {key: [row.address for row in found] for key, found in rows.items()} == {
        "chi thi": ["van-ban/so-0/", "van-ban/so-1/", "van-ban/so-2/"],
        "ct": ["van-ban/so-0/", "van-ban/so-1/"],
        "hoi thi": ["su-kien/hoi-thi-0/"],
    }
    assert rows["ct"][0].name == "Chỉ thị 05-CT/TW"
    assert rows["hoi thi"][0].about.startswith("Hội thi · 15/10/2024 · ")


def test_each_kind_is_one_piece_and_who_asks_for_none_loads_none(tmp_path):
    rows = named()
    files = files_of(make_index(as_outputs(made_records(20)), rows, tmp_path, "edition", ALONE))
    pieces = read(files[MANIFEST])["named"]
    assert pieces.keys() == {"chi thi", "ct", "hoi thi"}
    assert pieces["chi thi"] == pieces["ct"], "the same rows are the same piece"
    for key, name in pieces.items():
        assert read(files[f"{FOLDER}{name}.json"])["named"] == [list(row) for row in rows[key]]


def test_an_event_that_changed_gives_the_same_files_as_all_made_anew(tmp_path):
    records, after = as_outputs(made_records(20)), named(events=("ngay: 2024-10-16", "ngay: 2023-10-16"), numbers=())
    before = make_index(records, named(), tmp_path / "kept", "edition", ALONE)
    assert whole_index(tmp_path / "kept", "edition", named()) == before
    assert whole_index(tmp_path / "kept", "edition", after) is None
    kept = changed_index({}, {}, after, tmp_path / "kept", "edition")
    assert files_of(kept) == files_of(make_index(records, after, tmp_path / "clean", "edition", ALONE))
    assert named_before(tmp_path / "kept", "edition") == {"su-kien/hoi-thi-0/", "su-kien/hoi-thi-1/"}


def test_a_record_is_read_as_it_was_written():
    assert read_record(write_record(record())) == record()._replace(
        facets={key: list(words) for key, words in record().facets.items()}
    )


def test_an_index_is_known_by_the_edition_of_the_code_that_made_it(tmp_path):
    made = make_index(as_outputs(made_records(9)), {}, tmp_path / "tim", "edition", ALONE)
    assert whole_index(tmp_path / "tim", "edition", {}) == made
    assert whole_index(tmp_path / "tim", "other", {}) is None
    assert whole_index(tmp_path / "elsewhere", "edition", {}) is None


def cut(file):
    file.write_bytes(file.read_bytes()[:-3])


@pytest.mark.slow
@pytest.mark.parametrize(
    "spoil",
    [
        lambda folder: next((folder / FOLDER).iterdir()).unlink(),
        lambda folder: (folder / MANIFEST).unlink(),
        lambda folder: (folder / "state").unlink(),
        lambda folder: (folder / "state").write_bytes(b""),
        lambda folder: (folder / "state").write_bytes(b"\xff\0"),
        lambda folder: (folder / "state").write_bytes((folder / "state").read_bytes()[:-1] + b"x"),
        lambda folder: cut(next((folder / FOLDER).iterdir())),
    ],
    ids=[
        "a piece is gone",
        "the manifest is gone",
        "its state is gone",
        "is empty",
        "is no pickle",
        "is another",
        "a piece is cut",
    ],
)
def test_an_index_that_is_not_whole_is_made_anew(tmp_path, spoil):
    made = make_index(as_outputs(made_records(30)), {}, tmp_path, "edition", ALONE).files
    spoil(tmp_path)
    assert whole_index(tmp_path, "edition", {}) is None
    assert make_index(as_outputs(made_records(30)), {}, tmp_path, "edition", ALONE).files == made
    assert whole_index(tmp_path, "edition", {})


# --- Places --------------------------------------------------------------------------------------------------------


def places_named(name):
    key = place_key(name)
    return place_pieces()[bucket(key, len(place_pieces()))].get(key, [])


@pytest.mark.parametrize(
    ("name", "full", "within", "today"),
    [
        ("Quỳnh Thiện", "phường Quỳnh Thiện", "thị xã Hoàng Mai, Nghệ An", ["phường Hoàng Mai"]),
        ("Đồng Xuân", "phường Đồng Xuân", "quận Hoàn Kiếm, Hà Nội", ["phường Hoàn Kiếm", "phường Ba Đình"]),
        ("Hoàng Mai", "thị xã Hoàng Mai", "Nghệ An", ["phường Hoàng Mai", "phường Quỳnh Mai", "phường Tân Mai"]),
        ("Hà Giang", "tỉnh Hà Giang", "", []),
        ("Nghi Thái", "xã Nghi Thái", "huyện Nghi Lộc, Nghệ An", ["phường Vinh Lộc"]),
        ("Mỹ Đình", "xã Mỹ Đình", "quận Nam Từ Liêm, Hà Nội", ["phường Từ Liêm", "phường Cầu Giấy"]),
    ],
)
def test_a_former_place_tells_what_it_is_today(name, full, within, today):
    (row,) = [row for row in places_named(name) if row[0] == full and row[1] == within and row[2]]
    assert [label for _, label in row[5]] == today


def test_each_place_is_offered_by_the_first_letters_of_its_name_and_no_piece_of_them_is_large():
    rows = [(key, row) for piece in place_pieces() for key, found in piece.items() for row in found]
    starts = start_pieces()
    offered = [(name, within, province) for piece in starts for name, within, province, _ in piece]
    assert sorted(offered) == sorted((row[0], row[1], row[4]) for _, row in rows)
    for key, row in rows:
        assert (row[0], row[1], row[4], 1 if row[2] else 0) in starts[bucket(key[:2], len(starts))]
    assert max(len(gzip.compress(written({"starts": piece}))) for piece in starts) < 15_000


def test_every_unit_of_both_eras_is_found_by_its_name():
    units = [*GAZETTEER.provinces, *GAZETTEER.former_provinces]
    units += [unit for province in GAZETTEER.provinces for unit in GAZETTEER.communes_of(province.code)]
    for province in GAZETTEER.former_provinces:
        for district in GAZETTEER.former_districts_of(province.code):
            units += [district, *GAZETTEER.communes_of_former_district(district.code)]
    assert len(units) > 14_000
    lost = [unit.full_name for unit in units if unit.full_name not in [row[0] for row in places_named(unit.name)]]
    assert lost == []


def test_what_was_divided_before_2025_is_found_in_each_province_that_it_went_to():
    (row,) = [row for row in places_named("Từ Liêm") if row[0] == "huyện Từ Liêm"]
    assert row[2:5] == ("019 021", "ha-noi", "Hà Nội")
    assert [row[4] for row in places_named("Hải Hưng") if row[0] == "tỉnh Hải Hưng"] == ["Hải Phòng", "Hưng Yên"]
    assert len([row for row in places_named("Lai Châu") if row[0] == "tỉnh Lai Châu"]) == 1


def test_the_whole_name_of_each_place_of_an_earlier_time_is_one_that_the_checker_knows():
    for tier in Tier:
        for _, kind, name, _ in GAZETTEER.table(tier, former=True).other_names():
            for row in places_named(name):
                if row[0] == f"{kind} {name}":
                    assert GAZETTEER.resolve(", ".join(filter(None, row[:2])), None).fault in (None, Fault.DIVIDED), row


def test_near_a_commune_are_those_of_its_former_district():
    (row,) = [row for row in places_named("Quỳnh Mai") if row[4] == "Nghệ An" and not row[2]]
    assert row[6].split() == ["hoang-mai", "tan-mai"]


def test_a_former_unit_whose_name_another_bears_today_is_told_of_too():
    rows = [row for row in places_named("Phước Long") if row[0] == "xã Phước Long" and row[4] == "Cà Mau"]
    assert {row[2] != "" for row in rows} == {True, False}
