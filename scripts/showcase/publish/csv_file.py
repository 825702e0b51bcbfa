"""Every CSV file of the site is written here: by RFC 4180, in UTF-8 with a BOM, without a cell that a spreadsheet computes.

Without the BOM, Excel reads Vietnamese as Latin letters; `sep=`, which would tell it the comma, makes it forget the BOM.
"""

import csv
from collections.abc import Iterable

from showcase.words.cell import Cell, plain_cell

_BOM = "\ufeff"


class _Lines(list[str]):
    """What `csv` takes for a file."""

    write = list.append


def csv_file(head: Iterable[str], rows: Iterable[Iterable[Cell]]) -> bytes:
    """Write a table as CSV, its head first."""
    lines = _Lines()
    writer = csv.writer(lines)
    writer.writerow(map(plain_cell, head))
    writer.writerows(map(plain_cell, row) for row in rows)
    return (_BOM + "".join(lines)).encode()
