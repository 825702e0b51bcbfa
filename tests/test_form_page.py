"""The page of the form: each key of a model stands on it or is named with the reason; what it says speaks to who knows no keys."""

import re
from dataclasses import replace

import pytest
from making import vocabularies
from project import ROOT
from showcase.reading.form import MODEL, PHOTO
from showcase.reading.kinds import Entry, Form, Text, every_entry
from showcase.record.catalogue import vocabularies_of
from showcase.views.form_description import described_entries, paths
from showcase.views.form_page import form_page
from showcase.views.form_words import LEFT_TO_THE_FILE, WORDS
from showcase.views.page import SiteFacts

VOCABULARIES = vocabularies_of(vocabularies())
SITE = SiteFacts(name="Dân vận khéo", description="Những cách làm hay.")
A_KEY = re.compile(r"\b[a-z]+_[a-z_]+\b|\bghi co\b|\bmã\b|'")


def walked(entries, above=""):
    """Yield each key that is described with its path."""
    for one in entries:
        yield f"{above}{one['key']}", one
        yield from walked(one.get("of", one).get("entries", ()), f"{above}{one['key']}.")


@pytest.fixture(scope="module")
def page():
    return form_page(VOCABULARIES, SITE)


@pytest.fixture(scope="module")
def told(page):
    return dict(walked(page.data["entries"]))


def test_each_key_of_a_model_is_asked_for_or_left_to_the_file_for_a_reason(told):
    left = {path for path in paths() if any(f"{path}.".startswith(f"{one}.") for one in LEFT_TO_THE_FILE)}
    assert set(told) | left == set(paths())
    assert set(told) & left == {"anh.tep"}, "the form names the files of photos itself"
    assert left >= set(LEFT_TO_THE_FILE)
    assert all(LEFT_TO_THE_FILE.values())


def test_no_words_are_kept_for_a_key_that_is_not_there():
    assert set(WORDS) - set(paths()) == set()
    for path, words in WORDS.items():
        if words.when:
            above = path.rpartition(".")[0]
            assert f"{above}.{words.when[0]}" in set(paths())


def test_a_key_that_is_added_to_the_table_is_asked_for_without_another_line():
    entry = Entry("chua_co_bao_gio", "motto", Text(3, 60), "Khẩu hiệu: một câu ngắn.")
    form = Form("mô hình", (*MODEL.entries, entry))
    (last,) = [one for one in described_entries(form, VOCABULARIES) if one["key"] == "chua_co_bao_gio"]
    assert last == {
        "key": "chua_co_bao_gio",
        "label": "Khẩu hiệu",
        "help": "Một câu ngắn.",
        "kind": "text",
        "least": 3,
        "most": 60,
        "fold": True,
    }


def test_each_key_stands_in_one_step(page):
    keys = [key for step in page.data["steps"] for key in step["keys"]]
    assert len(keys) == len(set(keys))
    assert set(keys) == {one["key"] for one in page.data["entries"]}
    assert [one["key"] for one in page.data["entries"]] == [key for key in MODEL.by_key if key in keys]


def test_what_must_be_is_asked_at_once(told):
    assert {path for path, one in told.items() if one.get("must") and one.get("fold")} == set()


def test_no_help_repeats_its_label(told):
    same = {path for path, one in told.items() if one.get("help", "").lower().startswith(f"{one['label'].lower()},")}
    assert same == {path for path, one in told.items() if one.get("help", "").rstrip(".") == one["label"]} == set()
    assert told["tieu_de_ngan"]["help"] == "Khi tiêu đề dài."


def test_the_date_of_a_correction_is_asked_of_corrections_alone(told):
    assert {path for path, one in told.items() if one.get("isOfEdits")} == {"cap_nhat"}


def test_a_button_has_one_name_wherever_it_is_told_of():
    words = re.findall(
        "“Kiểm tra[^”]*”", "".join((ROOT / name).read_text("utf-8") for name in ("README.md", "mkdocs.yml"))
    )
    assert set(words) == {"“Kiểm tra kỹ”"}


def test_what_is_said_names_no_key_and_no_file(told):
    said = {path: f"{one['label']} {one.get('help', '')}" for path, one in told.items()}
    assert {path: words for path, words in said.items() if A_KEY.search(words)} == {}


def test_limits_and_choices_are_those_of_the_table(told):
    assert (told["tieu_de"]["least"], told["tieu_de"]["most"]) == (8, 200)
    assert (told["anh"]["least"], told["anh"]["most"]) == (0, 12)
    assert [key for key, _ in told["anh.nguoi"]["options"]] == list(PHOTO.by_key["nguoi"].kind.options)
    assert [key for key, _ in told["linh_vuc"]["options"]] == list(VOCABULARIES.fields.terms)
    for entry in every_entry(MODEL):
        if hasattr(entry.kind, "expression"):
            # JavaScript knows neither of these as the browsers that are promised have it.
            assert not re.search(r"\(\?[a-z<]", entry.kind.expression.replace("(?:", "")), entry.key


def test_where_one_sends_without_an_account_is_what_the_settings_say():
    ways = SITE.contributions._replace(mail="danvan@mau.example", zalo="0900 000 000")
    page = form_page(VOCABULARIES, replace(SITE, contributions=ways))
    assert page.data["sending"] == {"mail": "danvan@mau.example", "zalo": "0900 000 000"}
