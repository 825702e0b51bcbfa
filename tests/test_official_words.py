"""An official types ordinary words where a key is asked for, and obeys: no proposal says another thing than was typed.

`official_words.tsv` holds some 120 words for each list as they are said in offices, with the key that each truly means; most
mean none, as officials do not know the lists. The vocabularies are the real ones.
"""

import re
from collections import Counter
from pathlib import Path

import pytest
from making import TODAY, model
from project import ROOT
from showcase.record.catalogue import vocabularies_of
from showcase.record.submission import read_vocabulary
from showcase.rules.book import check_file
from showcase.rules.setting import Setting
from showcase.system.gazetteer import load_gazetteer

WORDS = [
    line.split("\t")
    for line in (Path(__file__).parent / "official_words.tsv").read_text(encoding="utf-8").splitlines()[1:]
]
PLACES = {
    "don-vi": 'don_vi: [{{ten: Một đơn vị ở xã, loai: "{}"}}]',
    "chu-de": 'chu_de: ["{}"]',
    "viec": 'lich_su: [{{nam: 2022, viec: "{}"}}]',
    "linh-vuc": 'linh_vuc: "{}"',
}
LEAST_FOUND = {"don-vi": 95, "chu-de": 80, "viec": 45, "linh-vuc": 35}
"""Of the words that truly mean a key, so many at least are understood."""


@pytest.fixture(scope="module")
def setting():
    files = sorted((ROOT / "models/_vocabulary").glob("*.yaml"))
    read = tuple(read_vocabulary(path.name, path.stem, path.read_bytes()) for path in files)
    return Setting(TODAY, load_gazetteer(), vocabularies_of(read))


def proposed(where, typed, setting):
    said = " ".join(problem.message for problem in check_file(model(PLACES[where].format(typed)), setting))
    assert "không phải là" in said, f"{typed} is a key itself"
    found = re.findall(r"Ý bạn là '([^']*)'", said)
    return found[0] if found else "-"


@pytest.mark.slow
@pytest.mark.parametrize("where", PLACES)
def test_no_proposal_changes_the_meaning(where, setting):
    words = [(typed, meant) for name, typed, meant in WORDS if name == where]
    assert len(words) >= 120
    proposals = [(typed, meant, proposed(where, typed, setting)) for typed, meant in words]
    assert [one for one in proposals if one[2] not in ("-", one[1])] == []
    counts = Counter(said == meant for _, meant, said in proposals if meant != "-")
    assert counts[True] >= LEAST_FOUND[where]


def test_no_word_is_listed_twice():
    assert len({(where, typed) for where, typed, _ in WORDS}) == len(WORDS)


@pytest.mark.parametrize(
    ("snippet", "told"),
    [
        ("linh_vuc: thể thao", "van-hoa-xa-hoi (Văn hóa - xã hội: Nếp sống, y tế, dân số"),
        ("chu_de: [thể thao]", "có ở hướng dẫn, trang huong-dan/danh-muc/#chu-de"),
        ("don_vi: [{ten: Kiểm lâm, loai: kiểm lâm}]", "có ở hướng dẫn, trang huong-dan/danh-muc/#don-vi"),
        ("lich_su: [{nam: 2022, viec: ra mắt}]", "xem xét: tham-dinh (Thẩm định), kiem-tra (Kiểm tra)"),
        ("cap: quốc tế", "huyen (Cấp quận, huyện)"),
    ],
)
def test_where_nothing_is_proposed_the_choices_are_told_with_what_they_mean(snippet, told, setting):
    (problem,) = check_file(model(snippet), setting)
    assert told in problem.message
