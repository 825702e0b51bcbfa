"""Lines that people set as a table or a list, and Markdown joins to one paragraph, are found by how they look."""

import re
from collections.abc import Iterator
from itertools import pairwise

_MARKER = re.compile(
    r"[ \t]*(?P<mark>[\u2022\u2023\u25a0-\u25cf\u25e6\u2043\u00b7\u27a2\u27a4\u2192]|[\u2012-\u2015\u2212]|"
    r"\(\w{1,3}\)|[A-Za-zĐđ][)/.]|[IVXivx]{1,4}[)/.]|\d{1,2}/)[ \t]*(?P<text>[^\W_].*)"
)
_LONG_DASHES = frozenset("\u2012\u2013\u2014\u2015\u2212")
_ROW_OF_TABS = re.compile(r"\S[ ]*\t[ \t]*\S")
FINISHED = (".", "!", "?", ":", ";", "…", ".”", "!”", "?”", ":*", ":**")
"""How a line ends whose sentence does not go on below it."""
_ALPHABET = [*"abcdđeghiklmnopqrstuvxy"]
_NUMERALS = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]
_FEW = 2


def is_finished(line: str) -> bool:
    """Tell whether a sentence ends with a line, or a list may follow it."""
    return line.rstrip().endswith(FINISHED)


def tables(lines: list[str]) -> Iterator[int]:
    """Yield the first line of each table: two rows at least with tabs or pipes between words."""
    for is_row in (_has_tabs, _has_pipes):
        rows = {number for number, line in enumerate(lines) if is_row(line)}
        for number in sorted(rows):
            if number + 1 in rows and number - 1 not in rows:
                yield number


def _has_tabs(line: str) -> bool:
    return "\t" in line and _ROW_OF_TABS.search(line) is not None


def _has_pipes(line: str) -> bool:
    cells = line.strip().split("|")
    return len(cells) > _FEW and ((not cells[0] and not cells[-1]) or all(map(str.strip, cells)))


def lists(lines: list[str]) -> Iterator[int]:
    """Yield the first line of each list whose signs are none of Markdown's, so that it becomes one line."""
    marked: list[int] = []
    for number, line in enumerate([*lines, ""]):
        match = _MARKER.match(line)
        if match and _begins_item(match, lines[number - 1] if number else ""):
            marked.append(number)
        elif not line.strip():
            if len(marked) >= _FEW and _is_series([lines[one] for one in marked]):
                yield marked[0]
            marked = []


def _is_series(marked: list[str]) -> bool:
    """Tell whether letters and numbers go on, a), b) or 1/, 2/: "V. Lê" and "A. Bê" are names."""
    marks = [match["mark"].strip("()./").lower() for line in marked if (match := _MARKER.match(line))]
    return not marks[0].isalnum() or any(other in _next_to(one) for one, other in pairwise(marks))


def _next_to(mark: str) -> set[str]:
    """Give what may follow a number or a letter in a series."""
    if mark.isdigit():
        return {str(int(mark) + 1)}
    after = {_ALPHABET[_ALPHABET.index(mark) + 1]} if mark in _ALPHABET[:-1] else set()
    return after | ({_NUMERALS[_NUMERALS.index(mark) + 1]} if mark in _NUMERALS[:-1] else set())


def _begins_item(match: re.Match[str], above: str) -> bool:
    """Tell whether a sign begins an item; a long dash before a small letter may as well go on with the line above."""
    is_dash = match["mark"] in _LONG_DASHES
    return not is_dash or not match["text"][:1].islower() or is_finished(above) or above.rstrip().endswith(",")
