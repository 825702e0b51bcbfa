"""A text behind `|` or `>` ends for YAML where a line stands less deep than its first one: lines with `#` that are lost so are found here."""

from collections.abc import Iterator

from showcase.reading.fault import Fault, FaultKind

__all__ = ["lines_cut_off"]


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
