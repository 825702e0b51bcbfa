"""The head of a sheet says what its columns hold: a row of keys or of labels among its first, in any order, with others between."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from showcase.exchange.grid import Grid, Row
from showcase.exchange.layout import ID, ID_ABOUT, Column, Sheet
from showcase.exchange.taking import as_text
from showcase.words.text import match_key

__all__ = ["HELPERS", "Head", "about_in_labels", "are_keys", "find_head"]

HELPERS = {"chon_tinh": "Chọn tỉnh, thành phố", "chon_xa": "Chọn xã, phường, đặc khu"}
"""Columns of a template in which a place is chosen rather than typed."""
_HEAD_WITHIN = 12
"""Rows among which the head of a sheet is looked for."""
_ENOUGH = 2
_IN_LABELS = (
    ("ghi cach-lam", "chọn “Cách làm”"),
    ("tối đa 6 mã của danh mục", "tối đa 6 mục của danh mục"),
    ("một mã của danh mục", "chọn trong danh mục"),
    ("Một mã của danh mục", "Chọn trong danh mục"),
    ("ghi noi hoặc pham_vi", "ghi tên địa phương hoặc tên cơ quan, tổ chức"),
    ("cơ quan ở pham_vi", "cơ quan, tổ chức ở cột của nó"),
    ("ghi nam hoặc ngay", "ghi năm hoặc ngày"),
    ("ghi ten hoặc theo", "ghi tên bộ tiêu chí hoặc mã của văn bản"),
    ("đi cùng viec: danh-gia", "đi cùng việc “Đánh giá”"),
    ("; huyen, cả", "; “Cấp quận, huyện”, cả"),
    ("trong danh sách nguon", "của mô hình ở trang “Nguồn”"),
    ("Ghi co ", "Ghi “có” "),
    ("Bắt buộc là co ", "Bắt buộc là “có” "),
)
"""How what is said of keys in files is said of what a sheet shows."""


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


def about_in_labels(column: Column) -> str:
    """Say what belongs in a column in words that a sheet has: it shows labels, files have keys."""
    about = column.entry.about
    for in_files, in_sheets in _IN_LABELS:
        about = about.replace(in_files, in_sheets)
    return about


def are_keys(row: Row, head: Head) -> bool:
    """Tell whether a row below the head is what was left of the row of keys when somebody wrote into it."""
    return sum(as_text(row.values.get(number, "")) == column.key for number, column in head.columns.items()) >= _ENOUGH
