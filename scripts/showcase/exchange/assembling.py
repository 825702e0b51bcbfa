"""Grids become drafts: each row finds its model, each cell its place in it; what cannot be taken is remarked where it stands."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from showcase.exchange.choosing import Told, beside_name, chosen_name
from showcase.exchange.draft import Draft, Leaf, Place, Remark
from showcase.exchange.grid import Grid, Row, Value
from showcase.exchange.heads import Head, are_keys, find_head
from showcase.exchange.layout import ID, INTRODUCTION, LISTS, PLACES, Column, Path, Sheet, sheets
from showcase.exchange.taking import DITTO, Known, as_text, is_deleted, take
from showcase.reading.kinds import Key, Many, Number
from showcase.record.units import Gazetteer
from showcase.record.vocabulary import Vocabularies
from showcase.words.numbers import read_number, write_number
from showcase.words.quoting import quote
from showcase.words.text import is_usual, match_key

__all__ = ["Assembled", "assemble"]

_NUMBER = re.compile(r"[1-9][0-9]?", re.ASCII)
_OF_ITEM = 3
"""Steps to a value of an item: its list, its number, its key."""
_MOST_TOLD = 20
_UNIT = "don_vi_tinh"
"""The key of the unit in which a result counts."""
_KEYS_LOST = (
    "hàng này giữ mã của các cột mà đã bị ghi đè. Hãy chép lại hàng này từ tệp mẫu, và chuyển điều đã ghi xuống một hàng "
    "trống ở dưới."
)


class Assembled(NamedTuple):
    """The models of a workbook in the order of its rows, and what is to be told of its sheets."""

    drafts: list[Draft]
    remarks: list[Remark]
    columns: dict[tuple[str, str], int]
    """The number of each column by its sheet, as that is called here, and its key."""


def assemble(grids: Iterable[Grid], vocabularies: Vocabularies, gazetteer: Gazetteer) -> Assembled:
    """Make drafts of the sheets of one workbook."""
    work = _Work(vocabularies, gazetteer)
    found = [(grid, sheet) for grid in grids if (sheet := work.sheet_of(grid))]
    order = sheets()
    for grid, sheet in sorted(found, key=lambda pair: order.index(pair[1])):
        work.take(grid, sheet)
    return Assembled(list(work.drafts.values()), work.remarks, work.columns)


class _Work:
    """What is known while the sheets of a workbook are read one after the other."""

    def __init__(self, vocabularies: Vocabularies, gazetteer: Gazetteer) -> None:
        self.drafts: dict[str, Draft] = {}
        self.remarks: list[Remark] = []
        self.columns: dict[tuple[str, str], int] = {}
        self._by_title: dict[str, Draft | None] = {}
        self._known_keys = Known(vocabularies)
        self._gazetteer = gazetteer
        self._is_old = False
        """A text of before Unicode was found: its neighbours may be of that time too, though they look like ours."""

    def sheet_of(self, grid: Grid) -> Sheet | None:
        """Tell which sheet of the layout a grid is: by its name, else by a head that only the models' has."""
        key = match_key(grid.title)
        if key in map(match_key, (INTRODUCTION, LISTS, PLACES)) or not grid.rows:
            return None
        for sheet in sheets():
            if key == match_key(sheet.title) and find_head(grid, sheet):
                return sheet
        models = sheets()[0]
        head = find_head(grid, models)
        if head and any(column.path == ("tieu_de",) for column in head.columns.values()):
            return models
        self._tell(
            Place(grid.title), "không nhận ra trang này nên không đọc. Hãy dùng tệp mẫu của lệnh showcase template."
        )
        return None

    def take(self, grid: Grid, sheet: Sheet) -> None:
        """Read the rows of one sheet."""
        head = find_head(grid, sheet)
        if head is None:
            return
        self._tell_of_head(grid, head)
        self.columns.update({(grid.title, column.key): number for number, column in head.columns.items()})
        self.columns[grid.title, ID] = head.names
        above: dict[int, Value] = {}
        rows = [row for row in grid.rows if row.number > head.last_row]
        if rows and are_keys(rows[0], head):
            self._tell(Place(grid.title, rows[0].number), _KEYS_LOST, is_error=True)
            rows = rows[1:]
        for row in rows:
            values = {
                column: above.get(column, value) if _is_ditto(value) else value for column, value in row.values.items()
            }
            above = {**above, **values}
            if any(as_text(value).strip() or not isinstance(value, str) for value in values.values()):
                self._take_row(grid.title, sheet, head, row._replace(values=values))
        self._tell_of_nameless(grid, head, rows)
        if hidden := [row.number for row in rows if row.is_hidden]:
            numbers = ", ".join(map(str, hidden[:_MOST_TOLD])) + ("…" if len(hidden) > _MOST_TOLD else "")
            self._tell(
                Place(grid.title, hidden[0]),
                f"{write_number(len(hidden))} hàng đang bị ẩn ({numbers}) vẫn được đọc. Nếu không muốn đưa vào, hãy xóa những hàng ấy.",
            )

    def _tell_of_head(self, grid: Grid, head: Head) -> None:
        known = [*head.columns, *head.helpers, head.names, head.owner]
        texts = next((row.values for row in grid.rows if row.number == head.last_row), {})
        for column, value in texts.items():
            if column not in known and (text := as_text(value)):
                place = Place(grid.title, head.last_row, column)
                self._tell(place, f"cột {quote(text)} không có trong mẫu nên không đọc.")

    def _tell_of_nameless(self, grid: Grid, head: Head, rows: Iterable[Row]) -> None:
        """Tell of values in a column above which nothing stands, once for each column."""
        known = {*head.columns, *head.helpers, head.names, head.owner}
        named = {column for row in grid.rows if row.number == head.last_row for column in row.values}
        told: set[int] = set()
        for row in rows:
            for column, value in row.values.items():
                if column not in known | named | told and (not isinstance(value, str) or value.strip()):
                    told.add(column)
                    message = "cột này không có tên ở hàng tiêu đề nên không đọc ô này và các ô dưới nó."
                    self._tell(Place(grid.title, row.number, column), message)

    def _take_row(self, title: str, sheet: Sheet, head: Head, row: Row) -> None:
        place = Place(title, row.number)
        name = as_text(row.values.get(head.names, ""))
        draft = (
            self._started(name, row, head, place)
            if not sheet.path
            else self._known(name, place._replace(column=head.names, key=ID))
        )
        if draft is None:
            return
        base = self._base(draft, sheet, head, row, place)
        if base is None:
            return
        if sheet.path:
            draft.rows[base] = place
        texts = [value for value in row.values.values() if isinstance(value, str)]
        may_be_old = self._is_old or not is_usual("".join(texts))
        unit = _unit(head, row)
        for number, column in head.columns.items():
            if (value := row.values.get(number)) is not None:
                value = _without_unit(value, unit) if isinstance(column.kind, Number) else value
                cell = Place(title, row.number, number, column.key)
                self._take_cell(draft, (*base, *column.path), column, value, cell, may_be_old=may_be_old)
        if not base:
            self._count_items(draft, place)
        self._take_choice(draft, base, head, row, place)

    def _started(self, name: str, row: Row, head: Head, place: Place) -> Draft | None:
        """Begin a model; its title names it too where no other has that title."""
        draft = Draft(name, place)
        key = match_key(name) or f"\x00{len(self.drafts)}"
        if first := self.drafts.get(key):
            for one, other in ((draft, first), (first, draft)):
                message = f"mã {quote(name)} dùng cả ở {other.place}. Mỗi mô hình cần một mã riêng."
                one.remarks.append(Remark(one.place._replace(column=head.names, key=ID), message))
            key = f"{key}\x00{len(self.drafts)}"
        self.drafts[key] = draft
        for number, column in head.columns.items():
            if column.path == ("tieu_de",) and (title := match_key(as_text(row.values.get(number, "")))):
                self._by_title[title] = None if title in self._by_title else draft
        return draft

    def _known(self, name: str, place: Place) -> Draft | None:
        key = match_key(name)
        draft = self.drafts.get(key) or self._by_title.get(key)
        if draft is None:
            reason = (
                f"không có mô hình nào mang mã {quote(name)} ở trang “{sheets()[0].title}”"
                if name
                else "thiếu mã của mô hình"
            )
            self._tell(place, f"{reason}. Hãy ghi đúng mã đã ghi ở trang ấy.", is_error=True)
        return draft

    def _base(self, draft: Draft, sheet: Sheet, head: Head, row: Row, place: Place) -> Path | None:
        """Give where the values of a row begin: at the next item of its list."""
        if not sheet.path:
            return ()
        path: Path = sheet.path
        if sheet.owner:
            number = as_text(row.values.get(head.owner, "")) or "1"
            if not (_NUMBER.fullmatch(number) and (*sheet.path[:1], int(number) - 1) in draft.rows):
                message = f"mô hình này không có mục thứ {quote(number)} ở trang của “{sheet.owner}”."
                draft.remarks.append(Remark(place._replace(column=head.owner, key=sheet.owner), message))
                return None
            path = (sheet.path[0], int(number) - 1, *sheet.path[1:])
        return (*path, draft.count(path))

    def _take_cell(
        self, draft: Draft, path: Path, column: Column, value: Value, place: Place, *, may_be_old: bool
    ) -> None:
        taken = take(value, column, self._known_keys, may_be_old=may_be_old)
        self._is_old = self._is_old or (may_be_old and isinstance(value, str) and bool(taken.note or taken.fault))
        if taken.fault:
            draft.remarks.append(Remark(place, taken.fault))
            draft.untaken.add(path)
            return
        if taken.note:
            draft.remarks.append(Remark(place, taken.note, is_error=False))
        texts = taken.text.split("\n") if isinstance(column.kind, Many) else [taken.text]
        for number, text in enumerate(texts):
            if text:
                draft.values[(*path, number) if isinstance(column.kind, Many) else path] = Leaf(text, place)
        if isinstance(column.value_kind, Key) and isinstance(path[-1], int) and taken.text:
            self._drop_repeated(draft, path)

    @staticmethod
    def _count_items(draft: Draft, place: Place) -> None:
        """Note the items of lists that stand in the model's own row."""
        for path in draft.values:
            if len(path) == _OF_ITEM and isinstance(path[1], int):
                draft.rows.setdefault(path[:2], place)

    def _drop_repeated(self, draft: Draft, path: Path) -> None:
        """Leave out a term that stands in two columns of a row."""
        text = draft.values[path].text
        if any(other != path and other[:-1] == path[:-1] and leaf.text == text for other, leaf in draft.values.items()):
            del draft.values[path]

    def _take_choice(self, draft: Draft, base: Path, head: Head, row: Row, place: Place) -> None:
        """Make the name of a place of what was chosen, where none was typed; where one was, both must be the same place."""
        cells = {name: place._replace(column=number, key=name) for number, name in head.helpers.items()}
        province, commune = (
            as_text(row.values.get(cells[name].column, "")) if name in cells else ""
            for name in ("chon_tinh", "chon_xa")
        )
        if not province and not commune:
            return
        at = base or ("dia_diem", 0)
        cell = cells["chon_tinh" if province else "chon_xa"]
        name, typed = chosen_name(province, commune), self._typed(draft, (*at, "noi"))
        told = None
        if (*at, "pham_vi") in draft.values:
            told = Told("đã ghi cơ quan, tổ chức ở cột của nó nên không dùng nơi chọn ở đây.")
        elif not name:
            told = Told("đã chọn xã, phường mà chưa chọn tỉnh, thành phố nên không dùng ô này.")
        elif typed:
            told = beside_name(name, typed, self._typed(draft, (*at, "hien_nay")), self._gazetteer)
        else:
            draft.values[(*at, "noi")] = Leaf(name, cell)
            draft.rows.setdefault(at, place)
        if told:
            draft.remarks.append(Remark(cell, told.message, is_error=told.is_error))

    @staticmethod
    def _typed(draft: Draft, path: Path) -> str | None:
        leaf = draft.values.get(path)
        return leaf.text if leaf and not is_deleted(leaf.text) else None

    def _tell(self, place: Place, message: str, *, is_error: bool = False) -> None:
        self.remarks.append(Remark(place, message, is_error=is_error))


def _unit(head: Head, row: Row) -> str:
    """Give the unit in which the numbers of a row count, '' where its own column says none."""
    numbers = (number for number, column in head.columns.items() if column.entry.key == _UNIT)
    return next((as_text(row.values.get(number, "")) for number in numbers), "")


def _without_unit(value: Value, unit: str) -> Value:
    """Leave out behind a number the unit that its row names too: of “85%” where that is %, 85 stays."""
    if not isinstance(value, str) or not unit:
        return value
    number = as_text(value).removesuffix(unit).rstrip()
    return number if read_number(number) is not None else value


def _is_ditto(value: Value) -> bool:
    return isinstance(value, str) and len(value) < 16 and " ".join(value.lower().split()) in DITTO
