"""One spelling in our own words: the tone stands where readers of newspapers have it (hòa, thủy), not on the last vowel.

What others wrote is never respelt: names of the State's lists, and other spellings that are there to be found.
"""

import re
from collections.abc import Iterator

import pytest
from project import ROOT

NEWER = re.compile(r"(?i)\b\w*(?:o[àáảãạ]|o[èéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])\b")
OLDER = re.compile(r"(?i)\b\w*(?:[òóỏõọ][ae]|[ùúủũụ]y)\b")
OF_THE_LISTS = re.compile("Thanh Hoá|Khánh Hoà|Thái Hoà|Thuỷ Nguyên")
OTHER_SPELLING = re.compile(r"^ {4}- ")
"""An item of `ten_khac`."""
OURS = (
    "scripts/showcase/**/*",
    "docs/**/*",
    "overrides/**/*",
    "models/_vocabulary/*",
    "mkdocs.yml",
    "README.md",
    "CHANGELOG.md",
)
TEXT = {".py", ".html", ".js", ".css", ".md", ".yml", ".yaml", ".svg", ".txt"}


def newer(text: str) -> Iterator[str]:
    """The words with the tone on the last vowel; a line that has both spellings of a word speaks about them."""
    for line in OF_THE_LISTS.sub("", text).splitlines():
        if not OTHER_SPELLING.match(line) and not OLDER.search(line):
            yield from NEWER.findall(line)


@pytest.mark.parametrize("text", ["văn hoá", "Uỷ ban", "sức khoẻ", "Thuỵ Khuê"])
def test_the_newer_spelling_is_found(text):
    assert list(newer(text))


@pytest.mark.parametrize(
    "text", ["văn hóa", "Ủy ban", "sức khỏe", "quý", "hoàn toàn", "thuyền", "`hoà` and `hòa` are one", "tỉnh Khánh Hoà"]
)
def test_the_older_one_and_words_that_have_no_choice_are_not(text):
    assert list(newer(text)) == []


@pytest.mark.slow
def test_our_own_words_have_the_older_spelling():
    paths = [path for pattern in OURS for path in sorted(ROOT.glob(pattern)) if path.suffix in TEXT and path.is_file()]
    found = {path.relative_to(ROOT).as_posix(): list(newer(path.read_text(encoding="utf-8"))) for path in paths}
    assert len(found) > 300
    assert {path: words for path, words in found.items() if words} == {}
