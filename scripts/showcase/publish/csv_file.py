"""Every CSV file of the site is written here: by RFC 4180, in UTF-8 with a BOM, without a cell that a spreadsheet computes.

Without the BOM, Excel reads Vietnamese as Latin letters; `sep=`, which would tell it the comma, makes it forget the BOM.
"""

import csv
from collections.abc import Iterable, Iterator

from showcase.words.cell import Cell, plain_cell

_BOM = "\ufeff"


class _Lines(list[str]):
    """What `csv` takes for a file."""

    write = list.append


def csv_file(head: Iterable[str], rows: Iterable[Iterable[Cell]]) -> bytes:
    """Write a table as CSV, its head first."""
    return csv_of_lines(head, [csv_lines(rows)])


def csv_lines(rows: Iterable[Iterable[Cell]]) -> str:
    """Write rows alone, for a file that is put together of many."""
    lines = _Lines()
    csv.writer(lines).writerows(map(plain_cell, row) for row in rows)
    return "".join(lines)


def cells_of(parts: Iterable[str]) -> Iterator[list[str]]:
    """Read back the cells of what `csv_lines` wrote, row by row."""
    return csv.reader(line for part in parts for line in part.splitlines(keepends=True))


def csv_of_lines(head: Iterable[str], parts: Iterable[str]) -> bytes:
    """Put a file together of its head and of what `csv_lines` wrote."""
    return "".join([_BOM, csv_lines([head]), *parts]).encode()
