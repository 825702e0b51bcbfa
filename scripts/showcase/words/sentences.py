"""Cuts a text into sentences, each with its place; nothing here knows what they say."""

import re
from collections.abc import Iterator

__all__ = ["CAPITAL", "begins_sentence", "sentences_in"]

CAPITAL = "A-ZÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
"""The capital letters of Vietnamese, as they stand in a set of a pattern."""

# A sentence ends with its sign before a capital, a quotation mark or a bracket; with an empty line; before an item of a list.
_END = re.compile(
    rf"(?<=[.!?…])[”\"’)]*(?:[ \t]*\n)?[ \t]*(?<=\s)(?=[{CAPITAL}“\"(-])|\n[ \t]*\n\s*|\n(?=[ \t]*(?:[-*+>#]|\d+[.)]) )"
)
_SHORTENED = re.compile(r"(?<![^\W\d_])(?:[A-HJ-UWYĐ]{1,2}|v\.v)\.+$")
"""A dot behind these ends no sentence: `TP. 5`, `Q. 1`, `v.v. 15 hộ`; behind Roman numerals it does."""


def sentences_in(text: str) -> Iterator[tuple[int, str]]:
    """Yield (place, sentence) in the order of the text."""
    start = 0
    for end in _END.finditer(text):
        yield start, text[start : end.start()]
        start = end.end()
    yield start, text[start:]


def begins_sentence(text: str, place: int) -> bool:
    """Tell whether a sentence begins at a place of a text in one line, or behind the quotation mark that stands there."""
    before = text[:place].rstrip(" “‘\"'")
    is_behind_end = len(before) < place and before[-1:] in ".!?…" and not _SHORTENED.search(before[-5:])
    return not before or is_behind_end
