"""Reading: bytes to text to nodes to records, each with its place; nothing is judged, nothing is run."""

from datetime import date
from decimal import Decimal

import pytest
from showcase.reading.characters import BLANK, LARGEST, blanked, decode, forbidden
from showcase.reading.fault import Fault, FaultKind
from showcase.reading.form import MODEL, VOCABULARY
from showcase.reading.kinds import Entry
from showcase.reading.node import Mapping, Scalar, Sequence
from showcase.reading.record import Record, read_record, read_table
from showcase.reading.recovery import read
from showcase.reading.yamltext import DEEPEST, parse
from showcase.record.submission import read_model


def tree(text):
    node, faults = parse(text)
    assert faults == []
    return node


def kinds(text):
    return [fault.kind for fault in parse(text)[1]]


# --- Bytes ---------------------------------------------------------------------------------------------------------


def test_text_comes_without_its_byte_order_mark():
    assert decode(b"\xef\xbb\xbfloai: x\n") == ("loai: x\n", [])


def test_a_file_may_hold_so_much_and_no_more():
    assert decode(b"a" * LARGEST)[1] == []
    assert decode(b"a" * (LARGEST + 1)) == ("", [Fault(FaultKind.TOO_LARGE)])


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        ("tieu_de: x".encode("utf-16-be"), Fault(FaultKind.UTF16)),
        (b"\xff\xd8\xff\xe0", Fault(FaultKind.NOT_TEXT)),
        (b"{\\rtf1", Fault(FaultKind.NOT_TEXT)),
    ],
)
def test_bytes_that_are_no_text(data, fault):
    assert decode(data) == ("", [fault])


@pytest.mark.parametrize(
    ("data", "text", "fault"),
    [
        ("a: ờ\nb: x".encode("utf-16"), "a: ờ\nb: x", Fault(FaultKind.UTF16)),
        (b"a: b\nc: \xe1\n", f"a: b\nc: {BLANK}\n", Fault(FaultKind.NOT_UTF8, 2, 4, "E1")),
        (b"a: \xed\xa0\x80\n", f"a: {BLANK * 3}\n", Fault(FaultKind.NOT_UTF8, 1, 4, "ED")),
    ],
)
def test_bytes_of_another_encoding_are_read_on(data, text, fault):
    assert decode(data) == (text, [fault])


def test_a_forbidden_character_is_blanked_so_that_every_place_stays_true():
    """U+2028 ends a line for YAML and for nobody else: the places behind it would all be off by one."""
    text, faults = decode("a: x\u2028y\nb: \u200b\u200b\n".encode())
    assert text == f"a: x{BLANK}y\nb: {BLANK}{BLANK}\n"
    assert faults == [Fault(FaultKind.CHARACTER, 1, 5, "2028"), Fault(FaultKind.CHARACTER, 2, 4, "200B", (2,))]
    assert tree(text).pairs[1][0] == Scalar("b", 2, 1)


@pytest.mark.parametrize("text", ["👩\u200d🌾", "👨\u200d👩\u200d👧", "❤\ufe0f", "dòng\n\tmột\r\n", "ổ\u0323"])
def test_what_may_stand(text):
    assert list(forbidden(text)) == []
    assert blanked(text) == text


@pytest.mark.parametrize(
    "text", ["a\u200db", "\u200d", "👩\u200d", "\x85", "\x00", "\x7f", "\ufeff", "\u2066", "\U000e0041"]
)
def test_what_may_not_stand(text):
    assert len(list(forbidden(text))) == 1
    assert len(blanked(text)) == len(text)


# --- Text ----------------------------------------------------------------------------------------------------------


def test_nodes_know_where_they_stand():
    root = tree("loai: mo-hinh\nnoi_dung:\n  cach_lam: |\n    Một\n    Hai\nchu_de: [a, 'b']\n")
    assert isinstance(root, Mapping)
    (kind_key, kind), (_, story), (_, themes) = root.pairs
    assert (kind_key, kind) == (Scalar("loai", 1, 1), Scalar("mo-hinh", 1, 7))
    assert isinstance(story, Mapping)
    assert story.pairs[0][1] == Scalar("Một\nHai\n", 3, 13, "|")
    assert themes == Sequence((Scalar("a", 6, 10), Scalar("b", 6, 13, "'")), 6, 9)


@pytest.mark.parametrize(
    "typed", ["no", "yes", "08", "13.663", "2022-01-02", "1:30", "~", "0x1F", ".inf", "1e3", "null"]
)
def test_every_scalar_is_the_text_that_was_typed(typed):
    assert tree(f"a: {typed}\n").pairs[0][1].value == typed


def test_a_key_that_stands_twice_is_there_twice():
    assert [key.line for key, _ in tree("a: x\na: y\n").pairs] == [1, 2]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_end_as_in_yaml(line_end):
    assert tree(f"a: x{line_end}b: y{line_end}").pairs[1][0] == Scalar("b", 2, 1)


def test_eight_levels_are_read_and_nine_are_not():
    levels = DEEPEST - 1
    assert tree("a: " + "[" * levels + "]" * levels + "\n")
    assert kinds("a: " + "[" * DEEPEST + "]" * DEEPEST + "\n") == [FaultKind.TOO_DEEP]


def test_forty_thousand_brackets_are_read_calmly():
    """`yaml.compose` dies on them with signal 11."""
    assert kinds("[" * 40_000) == [FaultKind.TOO_DEEP]
    assert kinds("{a: " * 40_000) == [FaultKind.TOO_DEEP]
    assert kinds("- " * 40_000) == [FaultKind.TOO_DEEP]


def test_a_billion_laughs_are_no_laugh():
    """Each line is nine of the line before; nothing is ever put in the place of an alias."""
    lines = ["a0: &a0 haha"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    node, faults = parse("\n".join(lines))
    assert {fault.kind for fault in faults} == {FaultKind.ANCHOR, FaultKind.ALIAS}
    assert node is not None
    assert len(node.pairs) == 10


def test_nothing_in_a_file_runs(tmp_path):
    """A tag that would make PyYAML call a function is told and passed over."""
    trap = tmp_path / "trap"
    assert kinds(f"a: !!python/object/apply:pathlib.Path.touch ['{trap}']\n") == [FaultKind.TAG]
    assert not trap.exists()


def test_faults_that_can_be_passed_over_leave_the_tree():
    node, faults = parse("a: &x 1\nb: *x\nc: !t 2\nd: 3\n")
    assert [fault.kind for fault in faults] == [FaultKind.ANCHOR, FaultKind.ALIAS, FaultKind.TAG]
    assert node is not None
    assert [key.value for key, _ in node.pairs] == ["a", "b", "c", "d"]


def test_escaped_characters_are_refused_like_raw_ones():
    node, faults = parse('a: "x\\u200By\\0"\nb: "\\t\\n\\xE1"\n')
    assert faults == [Fault(FaultKind.CHARACTER, 1, 4, "200B"), Fault(FaultKind.CHARACTER, 1, 4, "0000")]
    assert node is not None
    assert node.pairs[0][1].value == f"x{BLANK}y{BLANK}"
    assert node.pairs[1][1].value == "\t\ná"


# --- Records -------------------------------------------------------------------------------------------------------


def record(text):
    return read_record(MODEL, tree(text))


def test_values_are_read_by_their_kinds():
    read = record(
        "tieu_de: '  Chợ   văn\u00a0minh '\nngay_dang: 22/11/2026\n"
        "ket_qua:\n  - chi_so: Số hộ\n    sau: 13.663\n    truoc: 3,5\n    nguon: 1\nlich_su:\n  - ngay: 2022-01-02\n"
    )
    assert read.text("tieu_de") == "Chợ văn minh"
    assert read.value("ngay_dang") == date(2026, 11, 22)
    result = read.records("ket_qua")[0]
    assert (result.value("sau"), result.value("truoc"), result.value("nguon")) == (Decimal(13663), Decimal("3.5"), 1)
    assert read.records("lich_su")[0].value("ngay") == date(2022, 1, 2)


def test_all_text_is_brought_to_one_form():
    """NFC, the true Đ, plain spaces."""
    assert record("tieu_de: \u00d0o\u0302\u0301ng \u00d0a\n").text("tieu_de") == "Đống Đa"


@pytest.mark.parametrize(
    "text",
    [
        "ngay_dang: 31/02/2026",
        "ngay_dang: [a]",
        "ngay_dang:",
        "loai: x",
        "hoc_tu: A b",
        "noi_dung: x",
        "anh: x",
        "go_bo: []",
    ],
)
def test_what_cannot_be_read_is_nothing_and_no_exception(text):
    read = record(f"{text}\n")
    assert read.value(text.partition(":")[0]) is None
    assert read.cells[text.partition(":")[0]].node is not None


def test_the_first_of_two_keys_counts():
    assert record("loai: mo-hinh\nloai: dien-hinh\n").value("loai") == "mo-hinh"


def test_a_missing_key_points_at_its_mapping():
    read = record("\n\nloai: mo-hinh\n")
    assert read.node_at("loai") == Scalar("mo-hinh", 3, 7)
    assert read.node_at("tieu_de") is read.node


def test_what_is_asked_of_nothing_is_nothing():
    read = record("loai: mo-hinh\n")
    assert read.text("tieu_de") == ""
    assert read.items("chu_de") == ()
    assert read.records("anh") == []
    assert read.group("noi_dung") is None
    assert read.table("noi_dung") == {}


@pytest.mark.parametrize(
    ("typed", "is_empty"), [("", True), ("''", True), ("'  '", True), ("|\n", True), ("x", False), ("[]", False)]
)
def test_emptiness(typed, is_empty):
    assert record(f"cap: {typed}\n").cells["cap"].is_empty is is_empty


def test_an_item_is_no_value_of_its_key():
    themes = record("chu_de: [a]\n").cells["chu_de"]
    assert not themes.is_item
    assert themes.value[0].is_item


def test_a_table_names_its_values_by_their_keys():
    terms = read_table(Entry("chu-de", "terms", VOCABULARY, ""), VOCABULARY.of, tree("y-te:\n  ten: Y tế\nphu-nu: x\n"))
    assert [cell.entry.key for cell in terms.values()] == ["y-te", "phu-nu"]
    assert isinstance(terms["y-te"].value, Record)
    assert terms["phu-nu"].value is None
    assert not terms["phu-nu"].is_item


# --- Submissions ---------------------------------------------------------------------------------------------------


def test_a_submission_lists_its_records_and_values_in_the_order_of_the_file():
    submission = read_model("m", "m", b"loai: mo-hinh\nchu_de: [a, b]\nlien_he:\n  email: x\n")
    assert [record.form.what for record in submission.records] == ["mô hình", "liên hệ"]
    assert [cell.node.line for cell in submission.cells] == [1, 2, 2, 2, 3 + 1, 4]


def test_words_are_found_within_a_text_of_several_lines():
    submission = read_model("m", "m", "noi_dung:\n  cach_lam: |\n    Chợ sạch\n    và đẹp\n".encode())
    node = submission.cells[1].node
    assert (submission.spot_in(node, "đẹp").line, submission.spot_in(node, "đẹp").column) == (4, 8)
    assert submission.spot_in(node, "xa lạ") == submission.spot(node)


def test_a_file_that_cannot_be_read_has_no_records():
    submission = read_model("m", "m", b"\xff\xfe")
    assert (submission.record, submission.records, submission.cells, submission.text) == (None, (), (), "")


# --- Behind a fault ------------------------------------------------------------------------------------------------


def test_a_text_without_a_fault_is_read_whole():
    text = "loai: mo-hinh\nchu_de: [a, b]\n"
    assert read(text) == (tree(text), [], frozenset())


def test_the_other_keys_are_read_at_their_places():
    reading = read("loai: mo-hinh\ntieu_de: Chợ: sạch\nchu_de:\n  - a\n")
    assert reading.node == Mapping(
        (
            (Scalar("loai", 1, 1), Scalar("mo-hinh", 1, 7)),
            (Scalar("chu_de", 3, 1), Sequence((Scalar("a", 4, 5),), 4, 3)),
        ),
        1,
        1,
    )
    assert reading.unread == {"tieu_de"}
    assert reading.faults == [Fault(FaultKind.COLON_IN_VALUE, 2, 13, ":")]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a: b: c\nd: 'e\nf: g\nh: @i\n", [(1, 5), (2, 4), (4, 4)]),
        ("a:\n  - b: c: d\n    e: f\n  - g: @h\n    i: j: k\nl: m: n\n", [(2, 9), (4, 8), (5, 9), (6, 5)]),
        ("a:\n  b: c: d\n  e: |\n    f: g: h\n  i: @j\n", [(2, 7), (5, 6)]),
        ("a: b\n---\nc: d: e\n", [(2, 1), (3, 5)]),
        ("a: [b\nc: d: e\n", [(1, 4), (2, 5)]),
        ("tieu_de Chợ\nloai： x\n", [(1, 1), (2, 5)]),
    ],
)
def test_every_fault_that_stands_alone_is_told_at_once(text, places):
    assert sorted((fault.line, fault.column) for fault in read(text).faults) == places


def test_what_stands_in_a_part_that_could_not_be_read_is_named():
    assert read("loai: x\nnguon:\n  - ten: a: b\nghi_chu x\n").unread == {"nguon", "ghi_chu"}
    assert read("Chợ sạch\nloai: x\n").unread == {""}


def test_a_line_that_a_fault_names_is_that_of_the_whole_file():
    cut_off = read("loai: a: b\nghi_chu: |\n    c\n  # d\n").faults[-1]
    assert (cut_off.kind, cut_off.line, cut_off.detail) == (FaultKind.LINE_CUT_OFF, 4, "3")


def test_another_model_behind_a_mark_is_not_mixed_in():
    reading = read("loai: a\n---\nloai: b\n")
    assert reading.node == tree("loai: a\n")
    assert [fault.kind for fault in reading.faults] == [FaultKind.SECOND_DOCUMENT]


# --- What libyaml lets pass ----------------------------------------------------------------------------------------

REFUSED = [
    ('a: "b"# c', (FaultKind.GLUED_COMMENT, 1, 7)),
    ("a: 'b'#c", (FaultKind.GLUED_COMMENT, 1, 7)),
    ("a: [b, c]# d", (FaultKind.GLUED_COMMENT, 1, 10)),
    ("a: {b: c}#", (FaultKind.GLUED_COMMENT, 1, 10)),
    ("a: [b,# c\n  d]", (FaultKind.GLUED_COMMENT, 1, 7)),
    ("a: |# b\n  c", (FaultKind.GLUED_COMMENT, 1, 5)),
    ("a: >2-# b\n   c", (FaultKind.GLUED_COMMENT, 1, 7)),
    ("a: [b,\nc]", (FaultKind.NOT_INDENTED, 2, 1)),
    ("a: {b: c,\n  d: e\n}", (FaultKind.NOT_INDENTED, 3, 1)),
    ("a:\n  - [b,\n  c]", (FaultKind.NOT_INDENTED, 3, 3)),
    ('a: "b\nc"', (FaultKind.NOT_INDENTED, 2, 1)),
    ("a: 'b\n\n\tc'", (FaultKind.NOT_INDENTED, 3, 2)),
    ("a:\n  b: 'c\n  d'", (FaultKind.NOT_INDENTED, 3, 3)),
    ("a: |\n    \n  # b\n", (FaultKind.LOST_LINE, 3, 3)),
    ("a: >\n \n  \n   \n # b\n", (FaultKind.LOST_LINE, 5, 2)),
]
TAKEN = [
    'a: "b" # c\nd: [e, f] # g\nh: | # i\n  j\n',
    "a: b#c\nd: |\n  “e”# f\n  [g]# h\n",
    '# "a"# b\nc: d # [e]#\n',
    "a: [b,\n  c\n ]\n",
    "a:\n- 'b\n  c'\n- d\n",
    "a: 'b\n\n  c'\n",
    "a: |\n\n# b\nc: d\n",
    "a: [b, 'c#']\n",
]


CUT_OFF = [
    ("a: |\n    b\n  # c\nd: e\n", [(3, 3, "2")]),
    ("a: >-\n\n    b\n\n  #c\n\n #d\n# e\n", [(5, 3, "3"), (7, 2, "3")]),
    ("a:\n  b: |\n     c\n   # d\n  # e\n", [(4, 4, "3")]),
    ("a:\n  - |\n     c\n    # d\n", [(4, 5, "3")]),
    ("a: |\n  b\n  # c\n# d\n", []),
    ("a:\n  b: |\n    c\n  # d\n  e: f\n", []),
    ("a: |2\n    b\n  # c\n", []),
]


CUT_SHORT = [
    ("a: b\n  c #1\n  d\n", (FaultKind.CUT_SHORT, 2, 5)),
    ("a: b\n  # c\n\n  d\n", (FaultKind.CUT_SHORT, 2, 3)),
    ("a:\n  - b #1\n    c\n", (FaultKind.CUT_SHORT, 2, 7)),
    ("a: b # c\n  d: e\n", (FaultKind.INDENTATION, 2, 3)),
    ("a: |\n    b # c\n  d\n", (FaultKind.INDENTATION, 3, 3)),
    ("a: 'b # c'\n  d\n", (FaultKind.INDENTATION, 2, 3)),
]


@pytest.mark.parametrize(("text", "fault"), CUT_SHORT)
def test_a_text_that_a_comment_cuts_short_is_told_at_the_comment(text, fault):
    assert [(found.kind, found.line, found.column) for found in parse(text)[1]] == [fault]


@pytest.mark.parametrize(("text", "places"), CUT_OFF)
def test_lines_that_the_first_line_of_a_text_cuts_off_are_told_with_it(text, places):
    faults = parse(text)[1]
    assert {fault.kind for fault in faults} <= {FaultKind.LINE_CUT_OFF}
    assert [(fault.line, fault.column, fault.detail) for fault in faults] == places


@pytest.mark.parametrize(("text", "fault"), REFUSED)
def test_what_is_no_yaml_is_refused_though_libyaml_reads_it(text, fault):
    assert [(found.kind, found.line, found.column) for found in parse(text)[1]] == [fault]


@pytest.mark.parametrize("text", TAKEN)
def test_what_is_yaml_is_taken(text):
    assert parse(text)[1] == []


def test_an_explicit_key_without_a_value_stands_where_it_was_typed():
    """libyaml has the value on the line behind it, which may not be there."""
    (_, (key, value)) = tree("loai: x # y\n? cap").pairs
    assert (key.line, value.line) == (2, 2)
