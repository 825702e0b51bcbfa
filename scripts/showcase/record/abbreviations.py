"""The editors' list of abbreviations: a table of a page of docs/, read here, with what is wrong in it; nobody looks for words here.

The page is `docs/huong-dan/viet-tat.md`; readers see the same table that the search understands.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from showcase.words.problem import Problem, Severity, Spot
from showcase.words.quoting import quote
from showcase.words.text import match_key, nfc

__all__ = ["PATH", "RULE", "Abbreviation", "AbbreviationPage", "abbreviation_problems", "read_abbreviations"]

PATH = "docs/huong-dan/viet-tat.md"
RULE = "viet_tat"
_SHORTEST, _LONGEST = 2, 12

_ROW = re.compile(r"^\|(?P<short>[^|]*)\|(?P<long>[^|]*)\|\s*$")
_RULER = re.compile(r"^\|[\s:|-]+\|\s*$")


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """One row: `UBND` and `ủy ban nhân dân`."""

    short: str
    long: str


class AbbreviationPage(NamedTuple):
    """The editors' page as it was read; `path` as they know it."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class _Row:
    """A row as it stands in the file: its line from 1, its cells, the column of each from 1."""

    line: int
    short: str
    short_column: int
    long: str
    long_column: int


def read_abbreviations(text: str) -> tuple[Abbreviation, ...]:
    """Read the sound rows of the page's table in their order; what is wrong is told by `abbreviation_problems`."""
    wrong = {problem.spot.line for problem in abbreviation_problems(text)}
    return tuple(Abbreviation(row.short, row.long) for row in _rows(text) if row.line not in wrong)


def abbreviation_problems(text: str, path: str = PATH) -> Iterator[Problem]:
    """Yield what is wrong in the table, each at its cell; a page without a table has none, and no abbreviations."""
    first: dict[str, _Row] = {}
    for row in _rows(text):
        for column, message in _faults(row, first):
            yield Problem(Spot(path, row.line, column), Severity.ERROR, RULE, message)
        first.setdefault(match_key(row.short), row)


def _faults(row: _Row, first: dict[str, _Row]) -> Iterator[tuple[int, str]]:
    """Yield (column, sentence) of what is wrong in one row, given the rows above it by their abbreviation."""
    if not _SHORTEST <= len(row.short) <= _LONGEST or not row.short.isalnum():
        yield (
            row.short_column,
            f"{quote(row.short)} không phải là chữ viết tắt. Hãy viết liền, từ {_SHORTEST} đến {_LONGEST} chữ cái hoặc chữ số.",
        )
    elif before := first.get(match_key(row.short)):
        yield row.short_column, f"{quote(row.short)} đã có ở dòng {before.line}. Hãy giữ một dòng."
    if len(row.long.split()) < 2:
        yield row.long_column, f"{quote(row.long)} chưa phải là cách viết đầy đủ. Hãy viết ít nhất hai từ."


def _rows(text: str) -> Iterator[_Row]:
    """Yield the rows below the table's ruler; the file may have Windows' line ends."""
    in_table = False
    for number, line in enumerate(nfc(text).splitlines(), 1):
        match = _ROW.match(line)
        if in_table and match:
            yield _Row(number, *_cell(match, "short"), *_cell(match, "long"))
        in_table = bool(_RULER.match(line)) or (in_table and bool(match))


def _cell(match: re.Match[str], name: str) -> tuple[str, int]:
    """Give a cell's text and its column from 1."""
    text = match[name]
    return text.strip(), match.start(name) + 1 + len(text) - len(text.lstrip())
