"""Cuts a text into sentences, each with its place; nothing here knows what they say."""

import re
from collections.abc import Iterator

CAPITAL = "A-ZÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
"""The capital letters of Vietnamese, as they stand in a set of a pattern."""

# A sentence ends with its sign before a capital, a quotation mark or a bracket; with an empty line; before an item of a list.
_END = re.compile(
    rf"(?<=[.!?…])[”\"’)]*(?:[ \t]*\n)?[ \t]*(?<=\s)(?=[{CAPITAL}“\"(-])|\n[ \t]*\n\s*|\n(?=[ \t]*(?:[-*+>#]|\d+[.)]) )"
)


def sentences_in(text: str) -> Iterator[tuple[int, str]]:
    """Yield (place, sentence) in the order of the text."""
    start = 0
    for end in _END.finditer(text):
        yield start, text[start : end.start()]
        start = end.end()
    yield start, text[start:]
