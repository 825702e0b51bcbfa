"""A CSV file becomes one grid, in whatever encoding and with whatever sign between its values Excel wrote it."""

import csv
from collections.abc import Iterator
from io import StringIO

from showcase.exchange.archive import LARGEST
from showcase.exchange.grid import MOST_COLUMNS, Grid, RefusedError, Row, need_few

_SIGNS = (";", ",", "\t")
_LONGEST = 131_072
"""Letters of a value: beyond it a quotation mark was not closed. The reader has one bound for all who use it."""


def read_csv(data: bytes, title: str) -> list[Grid]:
    """Read a CSV file as the sheet `title`; raises RefusedError."""
    if len(data) > LARGEST:
        message = "Tệp quá lớn. Hãy chia ra nhiều tệp."
        raise RefusedError(message)
    text = _decoded(data)
    head = next((line for line in text.split("\n") if line.strip()), "")
    if text.strip() and not any(sign in head for sign in _SIGNS):
        message = (
            "Dòng đầu của tệp CSV phải là tên các cột, ngăn nhau bằng dấu chấm phẩy, dấu phẩy hoặc Tab. "
            "Hãy mở bằng Excel rồi lưu lại thành .xlsx."
        )
        raise RefusedError(message)
    sign = max(_SIGNS, key=head.count)
    before = csv.field_size_limit(_LONGEST)
    try:
        return [Grid(title, need_few(title, _rows(text, sign)))]
    except csv.Error as error:
        message = "Tệp CSV có chỗ không đọc được, có lẽ một dấu nháy kép không đóng. Hãy mở bằng Excel rồi lưu lại thành .xlsx."
        raise RefusedError(message) from error
    finally:
        csv.field_size_limit(before)


def _rows(text: str, sign: str) -> Iterator[Row]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=sign)
    for number, values in enumerate(reader, 1):
        found = {column: value for column, value in enumerate(values[:MOST_COLUMNS], 1) if value.strip()}
        if found:
            yield Row(number, {**found})


def _decoded(data: bytes) -> str:
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding).replace("\x00", "")
    except UnicodeDecodeError as error:
        message = "Tệp CSV không theo bảng mã UTF-8. Trong Excel, hãy chọn Lưu thành “CSV UTF-8”, hoặc lưu thành .xlsx."
        raise RefusedError(message) from error
