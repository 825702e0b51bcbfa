"""A workbook of LibreOffice becomes grids; what its library does not tell, hidden rows, formulas and what is seen of a number, is read from the file itself."""

from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple
from zipfile import ZipFile

from python_calamine import CalamineWorkbook

from showcase.exchange.archive import need_sound, scan
from showcase.exchange.grid import MOST_COLUMNS, MOST_ROWS, Grid, Merged, Odd, RefusedError, Row, need_few, spread
from showcase.exchange.seen import seen_by_text

_SHARE = "percentage"
_NUMBERS = frozenset({"float", "currency", _SHARE})
_BROKEN = "Không đọc được bảng tính này. Hãy mở bằng LibreOffice, lưu lại thành .ods hoặc .xlsx rồi thử lại."


def read_ods(data: bytes) -> list[Grid]:
    """Read all sheets of a workbook; raises RefusedError."""
    need_sound(data)
    looks = _Looks()
    try:
        with ZipFile(BytesIO(data)) as archive:
            scan(archive, "content.xml", looks.start, looks.end, looks.hear)
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        return [_grid(book, title, looks) for title in book.sheet_names]
    except RefusedError:
        raise
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a library of Rust may panic, which is no Exception
        raise RefusedError(_BROKEN) from error


def _grid(book: Any, title: str, looks: "_Looks") -> Grid:
    rows = need_few(title, _rows(book.get_sheet_by_name(title), looks.hidden[title], looks.cells[title]))
    spread(rows, looks.merged[title])
    return Grid(title, rows)


def _rows(sheet: Any, hidden: set[int], cells: dict[int, dict[int, "_Cell"]]) -> Iterator[Row]:
    for number, values in enumerate(sheet.to_python(skip_empty_area=False), 1):
        looks = cells.get(number, {})
        found = {
            column: _value(value, looks.get(column))
            for column, value in enumerate(values[:MOST_COLUMNS], 1)
            if value != "" or (column in looks and looks[column].is_formula)
        }
        if found:
            yield Row(number, found, number in hidden)


def _value(value: Any, look: "_Cell | None") -> Any:
    if look and look.is_formula:
        return Odd.FORMULA
    if look and isinstance(value, int | float) and not isinstance(value, bool):
        return seen_by_text(value, "".join(look.texts), is_share=look.is_share)
    return value


class _Cell(NamedTuple):
    """What a cell tells besides its value: whether it is a formula, or shown as a part of 100, and the text that is seen."""

    is_formula: bool
    is_share: bool
    texts: list[str]


class _Looks:
    """Counts rows and cells as the file repeats them, and refuses what would be too many."""

    def __init__(self) -> None:
        self.hidden: defaultdict[str, set[int]] = defaultdict(set)
        self.cells: defaultdict[str, dict[int, dict[int, _Cell]]] = defaultdict(dict)
        self.merged: defaultdict[str, list[Merged]] = defaultdict(list)
        self._title = ""
        self._row = self._rows = self._column = 0
        self._cell: _Cell | None = None
        self._in_remark = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take the beginning of one element of `content.xml`."""
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
        elif tag == "office:annotation":
            self._in_remark = True

    def end(self, tag: str) -> None:
        """Take the end of one element."""
        if tag == "office:annotation":
            self._in_remark = False
        elif tag in ("table:table-cell", "table:covered-table-cell"):
            self._cell = None

    def hear(self, text: str) -> None:
        """Take a piece of text; a remark at a cell is no part of what it shows."""
        if self._cell and not self._in_remark:
            self._cell.texts.append(text)

    def _take(self, attributes: dict[str, str], times: int) -> None:
        kind = attributes.get("office:value-type") or attributes.get("calcext:value-type")
        if kind and (self._column + times > MOST_COLUMNS or self._row + self._rows > MOST_ROWS):
            message = f"Trang tính “{self._title}” có dữ liệu quá xa bảng. Hãy xóa những cột, hàng thừa rồi lưu lại."
            raise RefusedError(message)
        is_formula = "table:formula" in attributes
        if is_formula or kind in _NUMBERS:
            self._cell = _Cell(is_formula, kind == _SHARE, [])
            cells = self.cells[self._title].get(self._row, {})
            for number in range(
                self._row, min(self._row + self._rows, MOST_ROWS + 1)
            ):  # rows that are repeated share them
                self.cells[self._title][number] = cells
            columns = range(self._column + 1, min(self._column + times, MOST_COLUMNS) + 1)
            cells.update(dict.fromkeys(columns, self._cell))
        spanned = _times(attributes, "table:number-rows-spanned")
        if spanned > 1:
            self.merged[self._title].append(Merged(self._row, self._row + spanned - 1, self._column + 1))


def _times(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(name, "1")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 1
