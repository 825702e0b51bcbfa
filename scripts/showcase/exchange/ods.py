"""A workbook of LibreOffice becomes grids; what its library does not tell, hidden rows and formulas, is read from the file itself."""

from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from python_calamine import CalamineWorkbook

from showcase.exchange.archive import need_sound, scan
from showcase.exchange.grid import MOST_COLUMNS, MOST_ROWS, Grid, Merged, Odd, RefusedError, Row, need_few, spread

_BROKEN = "Không đọc được bảng tính này. Hãy mở bằng LibreOffice, lưu lại thành .ods hoặc .xlsx rồi thử lại."


def read_ods(data: bytes) -> list[Grid]:
    """Read all sheets of a workbook; raises RefusedError."""
    need_sound(data)
    looks = _Looks()
    try:
        with ZipFile(BytesIO(data)) as archive:
            scan(archive, "content.xml", looks.start)
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        return [_grid(book, title, looks) for title in book.sheet_names]
    except RefusedError:
        raise
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a library of Rust may panic, which is no Exception
        raise RefusedError(_BROKEN) from error


def _grid(book: Any, title: str, looks: "_Looks") -> Grid:
    hidden, odd = looks.hidden[title], looks.odd[title]
    rows = need_few(title, _rows(book.get_sheet_by_name(title), hidden, odd))
    spread(rows, looks.merged[title])
    return Grid(title, rows)


def _rows(sheet: Any, hidden: set[int], odd: dict[int, set[int]]) -> Iterator[Row]:
    for number, values in enumerate(sheet.to_python(skip_empty_area=False), 1):
        formulas = odd.get(number, ())
        found = {
            column: Odd.FORMULA if column in formulas else value
            for column, value in enumerate(values[:MOST_COLUMNS], 1)
            if value != "" or column in formulas
        }
        if found:
            yield Row(number, found, number in hidden)


class _Looks:
    """Counts rows and cells as the file repeats them, and refuses what would be too many."""

    def __init__(self) -> None:
        self.hidden: defaultdict[str, set[int]] = defaultdict(set)
        self.odd: defaultdict[str, dict[int, set[int]]] = defaultdict(dict)
        self.merged: defaultdict[str, list[Merged]] = defaultdict(list)
        self._title = ""
        self._row = self._rows = self._column = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take one element of `content.xml`."""
        if tag == "table:table":
            self._title, self._row, self._rows = attributes.get("table:name", ""), 0, 1
        elif tag == "table:table-row":
            self._row += self._rows if self._row else 1
            self._rows, self._column = _times(attributes, "table:number-rows-repeated"), 0
            if attributes.get("table:visibility") in ("collapse", "filter") and self._rows < MOST_ROWS:
                self.hidden[self._title].update(range(self._row, self._row + self._rows))
        elif tag in ("table:table-cell", "table:covered-table-cell"):
            times = _times(attributes, "table:number-columns-repeated")
            self._take(attributes, times)
            self._column += times

    def _take(self, attributes: dict[str, str], times: int) -> None:
        has_value = "office:value-type" in attributes or "calcext:value-type" in attributes
        if has_value and (self._column + times > MOST_COLUMNS or self._row + self._rows > MOST_ROWS):
            message = f"Trang tính “{self._title}” có dữ liệu quá xa bảng. Hãy xóa những cột, hàng thừa rồi lưu lại."
            raise RefusedError(message)
        if "table:formula" in attributes:
            columns = range(self._column + 1, min(self._column + times, MOST_COLUMNS) + 1)
            self.odd[self._title].setdefault(self._row, set()).update(columns)
        spanned = _times(attributes, "table:number-rows-spanned")
        if spanned > 1:
            self.merged[self._title].append(Merged(self._row, self._row + spanned - 1, self._column + 1))


def _times(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(name, "1")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 1
