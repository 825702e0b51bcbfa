"""A workbook of Excel becomes grids; formulas are told as such and computed by nobody, and a number is what is seen of it."""

import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook

from showcase.exchange.archive import Looks, looks_of, need_sound
from showcase.exchange.grid import MOST_COLUMNS, Grid, Odd, RefusedError, Row, need_few, spread
from showcase.exchange.seen import seen_by_format

_BROKEN = "Không đọc được bảng tính này. Hãy mở bằng Excel hoặc LibreOffice, lưu lại thành .xlsx rồi thử lại."


def read_xlsx(data: bytes) -> list[Grid]:
    """Read all sheets of a workbook; raises RefusedError."""
    need_sound(data)
    try:
        with warnings.catch_warnings(), ZipFile(BytesIO(data)) as archive:
            warnings.simplefilter("ignore")  # of what it does not know, such as newer kinds of validation
            book = load_workbook(BytesIO(data), read_only=True, keep_links=False)
            return [_grid(sheet, archive) for sheet in book.worksheets]
    except RefusedError:
        raise
    except Exception as error:  # the library fails on broken files in any way
        raise RefusedError(_BROKEN) from error


def _grid(sheet: Any, archive: ZipFile) -> Grid:
    looks = looks_of(archive, sheet._worksheet_path.lstrip("/"), sheet.title)  # noqa: SLF001 - of where it lies it says nothing else
    sheet.reset_dimensions()  # they may be a lie, and rows are as long as they say
    rows = need_few(sheet.title, _rows(sheet, looks))
    spread(rows, looks.merged)
    return Grid(sheet.title, rows)


def _rows(sheet: Any, looks: Looks) -> Iterator[Row]:
    for number, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS if looks.is_wide else None), 1):
        values = {column: _value(cell) for column, cell in enumerate(cells, 1) if cell.value is not None}
        if values:
            yield Row(number, values, number in looks.hidden)


def _value(cell: Any) -> Any:
    if cell.data_type == "f":
        return Odd.FORMULA
    if cell.data_type == "e":
        return Odd.FAULT
    if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
        return seen_by_format(cell.value, cell.number_format)
    return cell.value
