"""Grids become drafts: each row finds its model, each cell its place in it; what cannot be taken is remarked where it stands."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from showcase.exchange.draft import Draft, Leaf, Place, Remark
from showcase.exchange.grid import Grid, Row, Value
from showcase.exchange.layout import ID, ID_ABOUT, Column, Path, Sheet, sheets
from showcase.exchange.taking import DITTO, as_text, take
from showcase.reading.kinds import Key, Many
from showcase.record.vocabulary import Vocabularies
from showcase.words.nearest import nearest
from showcase.words.numbers import write_number
from showcase.words.quoting import quote
from showcase.words.text import match_key

__all__ = ["HELPERS", "SILENT", "Assembled", "assemble"]

HELPERS = {"chon_tinh": "Chọn tỉnh, thành phố", "chon_xa": "Chọn xã, phường, đặc khu"}
"""Columns of a template in which a place is chosen rather than typed."""
SILENT = ("Hướng dẫn", "Danh mục", "Địa danh")
"""Sheets of a template that hold no models."""
_HEAD_WITHIN = 12
"""Rows among which the head of a sheet is looked for."""
_ENOUGH = 2
_MOST_TOLD = 20


class Assembled(NamedTuple):
    """The models of a workbook in the order of its rows, and what is to be told of its sheets."""

    drafts: list[Draft]
    remarks: list[Remark]
    columns: dict[tuple[str, str], int]
    """The number of each column by its sheet, as that is called here, and its key."""


class _Head(NamedTuple):
    """What the columns of a sheet hold, by number; the rows of models stand below the last row of the head."""

    columns: dict[int, Column]
    helpers: dict[int, str]
    names: int
    owner: int
    last_row: int


def assemble(grids: Iterable[Grid], vocabularies: Vocabularies) -> Assembled:
    """Make drafts of the sheets of one workbook."""
    work = _Work(vocabularies)
    found = [(grid, sheet) for grid in grids if (sheet := work.sheet_of(grid))]
    order = sheets()
    for grid, sheet in sorted(found, key=lambda pair: order.index(pair[1])):
        work.take(grid, sheet)
    return Assembled(list(work.drafts.values()), work.remarks, work.columns)


class _Work:
    """What is known while the sheets of a workbook are read one after the other."""

    def __init__(self, vocabularies: Vocabularies) -> None:
        self.drafts: dict[str, Draft] = {}
        self.remarks: list[Remark] = []
        self.columns: dict[tuple[str, str], int] = {}
        self._by_title: dict[str, Draft | None] = {}
        self._vocabularies = vocabularies

    def sheet_of(self, grid: Grid) -> Sheet | None:
        """Tell which sheet of the layout a grid is: by its name, else by a head that only the models' has."""
        key = match_key(grid.title)
        if key in map(match_key, SILENT) or not grid.rows:
            return None
        for sheet in sheets():
            if key == match_key(sheet.title) and _head(grid, sheet):
                return sheet
        models = sheets()[0]
        head = _head(grid, models)
        if head and any(column.path == ("tieu_de",) for column in head.columns.values()):
            return models
        self._tell(
            Place(grid.title), "không nhận ra trang này nên không đọc. Hãy dùng tệp mẫu của lệnh showcase template."
        )
        return None

    def take(self, grid: Grid, sheet: Sheet) -> None:
        """Read the rows of one sheet."""
        head = _head(grid, sheet)
        if head is None:
            return
        self._tell_of_head(grid, sheet, head)
        self.columns.update({(grid.title, column.key): number for number, column in head.columns.items()})
        self.columns[grid.title, ID] = head.names
        above: dict[int, Value] = {}
        rows = [row for row in grid.rows if row.number > head.last_row]
        for row in rows:
            values = {
                column: above.get(column, value) if _is_ditto(value) else value for column, value in row.values.items()
            }
            above = {**above, **values}
            if any(as_text(value).strip() or not isinstance(value, str) for value in values.values()):
                self._take_row(grid.title, sheet, head, row._replace(values=values))
        if hidden := [row.number for row in rows if row.is_hidden]:
            numbers = ", ".join(map(str, hidden[:_MOST_TOLD])) + ("…" if len(hidden) > _MOST_TOLD else "")
            self._tell(
                Place(grid.title, hidden[0]),
                f"{write_number(len(hidden))} hàng đang bị ẩn ({numbers}) vẫn được đọc. Nếu không muốn đưa vào, hãy xóa những hàng ấy.",
            )

    def _tell_of_head(self, grid: Grid, sheet: Sheet, head: _Head) -> None:
        known = [*head.columns, *head.helpers, head.names, head.owner]
        texts = next((row.values for row in grid.rows if row.number == head.last_row), {})
        keys = [column.key for column in sheet.columns]
        for column, value in texts.items():
            if column not in known and (text := as_text(value)):
                meant = nearest(text, [*keys, *(one.label for one in sheet.columns)], 1)
                way_out = f" Ý bạn là '{meant[0]}'?" if meant else ""
                self._tell(
                    Place(grid.title, head.last_row, column),
                    f"cột {quote(text)} không có trong mẫu nên không đọc.{way_out}",
                )

    def _take_row(self, title: str, sheet: Sheet, head: _Head, row: Row) -> None:
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
        for number, column in head.columns.items():
            if (value := row.values.get(number)) is not None:
                self._take_cell(
                    draft, (*base, *column.path), column, value, Place(title, row.number, number, column.key)
                )
        self._take_choice(draft, base, head, row, place)

    def _started(self, name: str, row: Row, head: _Head, place: Place) -> Draft | None:
        """Begin a model; its title names it too where no other has that title."""
        draft = Draft(name, place)
        key = match_key(name) or f"\x00{len(self.drafts)}"
        if first := self.drafts.get(key):
            message = f"mã {quote(name)} đã dùng ở {first.place}. Mỗi mô hình cần một mã riêng."
            for one in (draft, first):
                one.remarks.append(Remark(place._replace(column=head.names, key=ID), message))
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

    def _base(self, draft: Draft, sheet: Sheet, head: _Head, row: Row, place: Place) -> Path | None:
        """Give where the values of a row begin: at the next item of its list."""
        if not sheet.path:
            return ()
        path: Path = sheet.path
        if sheet.owner:
            number = as_text(row.values.get(head.owner, "")) or "1"
            if not (number.isascii() and number.isdigit() and (*sheet.path[:1], int(number) - 1) in draft.rows):
                message = f"mô hình này không có mục thứ {quote(number)} ở trang của “{sheet.owner}”."
                draft.remarks.append(Remark(place._replace(column=head.owner, key=sheet.owner), message))
                return None
            path = (sheet.path[0], int(number) - 1, *sheet.path[1:])
        return (*path, draft.count(path))

    def _take_cell(self, draft: Draft, path: Path, column: Column, value: Value, place: Place) -> None:
        taken = take(value, column, self._vocabularies)
        if taken.fault:
            draft.remarks.append(Remark(place, taken.fault))
            return
        if taken.note:
            draft.remarks.append(Remark(place, taken.note, is_error=False))
        texts = taken.text.split("\n") if isinstance(column.kind, Many) else [taken.text]
        for number, text in enumerate(texts):
            if text:
                draft.values[(*path, number) if isinstance(column.kind, Many) else path] = Leaf(text, place)
        for size, step in enumerate(path[:-1], 1):
            if isinstance(step, str) and isinstance(path[size], int) and size + 1 < len(path) and taken.text:
                draft.rows.setdefault(path[: size + 1], place._replace(column=0, key=""))
        if isinstance(column.value_kind, Key) and isinstance(path[-1], int) and taken.text:
            self._drop_repeated(draft, path)

    def _drop_repeated(self, draft: Draft, path: Path) -> None:
        """Leave out a term that stands in two columns of a row."""
        text = draft.values[path].text
        if any(other != path and other[:-1] == path[:-1] and leaf.text == text for other, leaf in draft.values.items()):
            del draft.values[path]

    def _take_choice(self, draft: Draft, base: Path, head: _Head, row: Row, place: Place) -> None:
        """Make the name of a place of what was chosen, where none was typed."""
        chosen = {name: as_text(row.values.get(number, "")) for number, name in head.helpers.items()}
        at = base or ("dia_diem", 0)
        if not chosen.get("chon_tinh") or (*at, "noi") in draft.values or (*at, "pham_vi") in draft.values:
            return
        number = next(number for number, name in head.helpers.items() if name == "chon_tinh")
        name = ", ".join(filter(None, (chosen.get("chon_xa", ""), chosen["chon_tinh"])))
        draft.values[(*at, "noi")] = Leaf(name, place._replace(column=number, key="chon_tinh"))
        draft.rows.setdefault(at, place)

    def _tell(self, place: Place, message: str, *, is_error: bool = False) -> None:
        self.remarks.append(Remark(place, message, is_error=is_error))


def _is_ditto(value: Value) -> bool:
    return isinstance(value, str) and len(value) < 16 and " ".join(value.lower().split()) in DITTO


def _head(grid: Grid, sheet: Sheet) -> _Head | None:
    """Find the row of keys, or of labels, whichever comes last of the first rows; None where there is none."""
    found: _Head | None = None
    for row in grid.rows:
        if row.number > _HEAD_WITHIN:
            break
        head = _head_of(row, sheet, _heads(sheet))
        if head and len(head.columns) >= min(_ENOUGH, len(sheet.columns)):
            if found and len(head.columns) < len(found.columns):
                break
            found = head
    return found


def _head_of(row: Row, sheet: Sheet, heads: Mapping[str, Column | str]) -> _Head:
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
    return _Head(columns, helpers, others[ID], others[sheet.owner] if sheet.owner else 0, row.number)


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
