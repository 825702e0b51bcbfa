"""The head of a sheet says what its columns hold: a row of keys or of labels among its first, in any order, with others between."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from showcase.exchange.grid import Grid, Row
from showcase.exchange.layout import ID, ID_ABOUT, Column, Sheet
from showcase.exchange.taking import as_text
from showcase.words.text import match_key

__all__ = ["HELPERS", "Head", "find_head"]

HELPERS = {"chon_tinh": "Chọn tỉnh, thành phố", "chon_xa": "Chọn xã, phường, đặc khu"}
"""Columns of a template in which a place is chosen rather than typed."""
_HEAD_WITHIN = 12
"""Rows among which the head of a sheet is looked for."""
_ENOUGH = 2


class Head(NamedTuple):
    """What the columns of a sheet hold, by number; the rows of models stand below the last row of the head."""

    columns: dict[int, Column]
    helpers: dict[int, str]
    names: int
    owner: int
    last_row: int


def find_head(grid: Grid, sheet: Sheet) -> Head | None:
    """Find the row of keys, or of labels, whichever comes last of the first rows; None where there is none."""
    found: Head | None = None
    for row in grid.rows:
        if row.number > _HEAD_WITHIN:
            break
        head = _head_of(row, sheet, _heads(sheet))
        if len(head.columns) + bool(head.names) >= _ENOUGH:
            if found and len(head.columns) < len(found.columns):
                break
            found = head
    return found


def _head_of(row: Row, sheet: Sheet, heads: Mapping[str, Column | str]) -> Head:
    columns: dict[int, Column] = {}
    helpers: dict[int, str] = {}
    others = {ID: 0, sheet.owner: 0}
    for number, value in row.values.items():
        match heads.get(_head_key(as_text(value))):
            case Column() as column if column not in columns.values():
                columns[number] = column
            case str(key) if key in HELPERS:
                helpers[number] = key
            case str(key):
                others[key] = number
    return Head(columns, helpers, others[ID], others[sheet.owner] if sheet.owner else 0, row.number)


def _head_key(text: str) -> str:
    return match_key(text.rstrip(" *"))


def _heads(sheet: Sheet) -> dict[str, Column | str]:
    return dict(_named(sheet))


def _named(sheet: Sheet) -> Iterator[tuple[str, Column | str]]:
    yield from ((match_key(label), key) for key, label in HELPERS.items())
    yield from ((match_key(key), key) for key in HELPERS)
    for column in sheet.columns:
        yield _head_key(column.label), column
        yield _head_key(column.key), column
    if sheet.owner:
        yield match_key(sheet.owner), sheet.owner
    yield match_key(ID_ABOUT), ID
    yield match_key(ID), ID
