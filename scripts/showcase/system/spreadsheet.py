"""A workbook (XLSX) has a sheet for each table and one that says what they count; the same tables give the same bytes, on any day."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter

from showcase.views.table import Table
from showcase.words.cell import Cell, plain_cell

_CONTENTS = "Các bảng"
_FIRST_DAY = datetime(1980, 1, 1)  # noqa: DTZ001 - an archive knows no earlier day and no zone
_UNIX = 3
_WIDEST, _NARROWEST, _SAMPLE = 60, 9, 200
"""Letters of a column; it is as wide as its first rows need."""
_LONGEST_TITLE = 31
"""Letters of a sheet's name, as Excel has it."""


def write_workbook(title: str, tables: Sequence[Table]) -> bytes:
    """Write tables as one workbook, whose first sheet lists them; `title` is what it is about."""
    book = Workbook(write_only=True)
    book.properties.title, book.properties.creator = title, ""
    book.properties.created = book.properties.modified = _FIRST_DAY
    contents = [(table.title, table.about, len(table.rows)) for table in tables]
    _add_sheet(book, _CONTENTS, ("Bảng", "Đếm gì", "Số dòng"), contents)
    for table in tables:
        _add_sheet(book, table.title[:_LONGEST_TITLE], table.head, table.rows)
    file = BytesIO()
    ExcelWriter(book, _Archive(file, "w", ZIP_DEFLATED)).save()
    return file.getvalue()


class _Archive(ZipFile):
    """An archive in which nothing says when or where it was made."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        """Add a file, as of the first day that an archive knows."""
        info = ZipInfo(zinfo_or_arcname, _FIRST_DAY.timetuple()[:6])
        info.create_system, info.compress_type = _UNIX, ZIP_DEFLATED
        super().writestr(info, data)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        """Add a file of the disk: openpyxl writes each sheet into one of its own first."""
        self.writestr(arcname, Path(filename).read_bytes())


def _add_sheet(book: Any, title: str, head: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    """Add a sheet whose head stays in view and can be sorted and filtered by."""
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for number, width in enumerate(_widths([head, *rows[:_SAMPLE]]), 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(head))}{len(rows) + 1}"
    sheet.append([_head_cell(sheet, text) for text in head])
    for row in rows:
        sheet.append([plain_cell(cell) for cell in row])


def _head_cell(sheet: Any, text: str) -> Any:
    cell = WriteOnlyCell(sheet, plain_cell(text))
    cell.font = Font(bold=True)
    return cell


def _widths(rows: Iterable[Sequence[Cell]]) -> list[int]:
    return [
        min(_WIDEST, max(_NARROWEST, *(len(str(cell)) + 2 for cell in column))) for column in zip(*rows, strict=True)
    ]
