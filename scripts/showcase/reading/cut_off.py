"""Where a `#` ends a text for YAML, or makes its lines comments, is found here by how the lines look."""

import re
from collections.abc import Iterator

from showcase.reading.fault import Fault, FaultKind

__all__ = ["cut_short", "lines_cut_off"]

_COMMENT = re.compile(r"[ \t](#.*)")
_KEY = re.compile(r"[ -]*[A-Za-z_]\w*:(?:\s|$)|[ -]*[a-z]+(?:_[a-z]+)+\s", re.ASCII)
"""How a line begins that goes on with no text: a key, or one without its colon."""
_NO_PLAIN_TEXT = re.compile(r"[ -]*(?:[A-Za-z_]\w*:\s+)?(?:[|>'\"\[{]|$)", re.ASCII)
"""How a text begins that is in quotes or brackets or stands behind `|`, where `#` is a sign like others."""


def lines_cut_off(lines: list[str], first: int, end: int, indentation: int) -> Iterator[Fault]:
    """Find the lines below a text that begin with `#` and stand deeper than its key, which stands behind `indentation` blanks.

    The text begins at the line `first` and ends before `end`, both from 0. The detail of a fault is the number of the
    line with which the text begins, which is to be moved. A comment that is meant stands in the column of a key.
    """
    start = next((number for number in range(first, min(end, len(lines))) if lines[number].strip()), end)
    for number in range(end, len(lines)):
        content = lines[number].lstrip(" ")
        column = len(lines[number]) - len(content)
        if content and (column <= indentation or not content.startswith("#")):
            return
        if content:
            yield Fault(FaultKind.LINE_CUT_OFF, number + 1, column + 1, str(start + 1))


def cut_short(fault: Fault, lines: list[str]) -> Fault | None:
    """Give the `#` above a misplaced line that has ended the plain text of which that line is the rest; None where it is none.

    YAML blames the line below the comment, since no text goes on behind one.
    """
    rest = lines[fault.line - 1] if fault.line <= len(lines) else ""
    depth = len(rest) - len(rest.lstrip(" "))
    if not depth or _KEY.match(rest) or rest.lstrip().startswith("- "):
        return None
    above = [number for number in range(fault.line - 1) if lines[number].strip()]
    head = next(
        (number for number in reversed(above) if len(lines[number]) - len(lines[number].lstrip(" ")) < depth), -1
    )
    if head < 0 or _NO_PLAIN_TEXT.match(lines[head]):
        return None
    found = next((number for number in above if number >= head and _COMMENT.search(lines[number])), -1)
    comment = _COMMENT.search(lines[found]) if found >= 0 else None
    return Fault(FaultKind.CUT_SHORT, found + 1, comment.start(1) + 1) if comment else None
