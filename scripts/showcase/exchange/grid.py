"""A grid is one sheet as it was found: its rows with the values of their cells, whatever program wrote it."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import NamedTuple

MOST_COLUMNS = 200
MOST_ROWS = 400_000
"""Of one sheet: twenty sources of each of 13,663 models, and half as many again."""
_MOST_MERGED = 20_000


class RefusedError(Exception):
    """A file that is not read; the message is a sentence with the way out."""


class Odd(Enum):
    """What stands in a cell and is no value."""

    FORMULA = "công thức"
    FAULT = "lỗi của bảng tính"
    SHOWN = "hiện khác với số bên trong"


Value = str | int | float | bool | datetime | date | time | timedelta | Odd


class Row(NamedTuple):
    """One row: its number as people see it, its values by column from 1, and whether it is hidden."""

    number: int
    values: dict[int, Value]
    is_hidden: bool = False


class Grid(NamedTuple):
    """A sheet: its name and its rows that are not empty."""

    title: str
    rows: list[Row]


class Merged(NamedTuple):
    """Cells that were made one: rows and columns from 1, the last included."""

    first_row: int
    last_row: int
    column: int


def spread(rows: list[Row], merged: Sequence[Merged]) -> None:
    """Give each row that a merged cell reaches down to the value that stands in its first."""
    by_number = {row.number: row for row in rows}
    for cell in merged[:_MOST_MERGED]:
        first = by_number.get(cell.first_row)
        value = first.values.get(cell.column) if first else None
        if value is None:
            continue
        for number in range(cell.first_row + 1, min(cell.last_row, MOST_ROWS) + 1):
            if row := by_number.get(number):
                row.values.setdefault(cell.column, value)


def letters(column: int) -> str:
    """Name a column from 1 as spreadsheets do: 28 is AB."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def need_few(title: str, rows: Iterable[Row]) -> list[Row]:
    """Take rows to the last that may be; raises RefusedError beyond it."""
    taken: list[Row] = []
    for row in rows:
        if len(taken) >= MOST_ROWS:
            message = f"Trang tính “{title}” có quá {MOST_ROWS} hàng. Hãy chia ra nhiều tệp."
            raise RefusedError(message)
        taken.append(row)
    return taken
