"""A workbook for editors has a sheet for each of the layout, lists to choose from, notes of the form's own words, and heads that are locked.

All cells are text, so that a spreadsheet changes none of what is typed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from showcase.exchange.heads import HELPERS, about_in_labels
from showcase.exchange.layout import ID, ID_ABOUT, INTRODUCTION, LISTS, PLACES, Column, Sheet, sheets, story_labels
from showcase.reading.kinds import Choice, Date, Key, Kind, Many, Number, Story, Text, Whole
from showcase.record.units import Gazetteer
from showcase.record.vocabulary import Vocabularies
from showcase.words.cell import plain_cell

__all__ = ["Rows", "write_workbook"]

Rows = Mapping[tuple[str, ...], Sequence[Sequence[str]]]
"""The rows of each sheet by its path; of each a name, the number of its owner where the sheet has one, and the columns."""

FIRST_ROW = 3
"""Above it stand labels and keys."""
_MUST, _MAY = PatternFill("solid", "FDE9C9"), PatternFill("solid", "DCE9F5")
_OPEN = Protection(locked=False)
_TOP = Alignment(vertical="top", wrap_text=True)
_WIDE, _MEDIUM, _NARROW = 60, 26, 16
_NOTE = (420, 160)
"""Pixels of a note."""
_LAST_ROW = 20_000
_GUIDE = (
    "Mỗi hàng của trang “Mô hình” là một mô hình. Cột có nền vàng phải có; cột có nền xanh, không biết thì bỏ trống. Riêng các cột của câu chuyện ({story}) phải có ít nhất một.",
    "Hàng 1 là tiêu đề, hàng 2 bị ẩn và giữ mã của các cột để máy đọc: để nguyên hai hàng ấy, điền từ hàng 3.",
    "Cột đầu là mã của mô hình: chữ thường không dấu, số và gạch nối, ví dụ dong-xuan-pho-am-thuc. Chưa biết đặt mã thì ghi số 1, 2, 3…; máy sẽ đặt.",
    "Một mô hình có nhiều địa điểm, đơn vị, mốc, nguồn thì ghi những cái sau ở trang cùng tên, cột đầu là mã đã ghi ở trang “Mô hình”.",
    "Ô có mũi tên thì chọn trong danh sách. Rê chuột vào tiêu đề cột để xem lời giải thích.",
    "Địa điểm: gõ tên từ nhỏ đến lớn, như xã Quỳnh Liên, thị xã Hoàng Mai, tỉnh Nghệ An; hoặc chọn tỉnh rồi chọn xã của hiện nay.",
    "Số viết như trong văn bản: 13.663 là mười ba nghìn, 3,5 là ba rưỡi. Ngày viết 22/11/2026.",
    "Xuống dòng trong ô: Alt+Enter. Trong câu chuyện, mỗi đoạn một dòng, giữa hai đoạn để một dòng trống.",
    "“nt” ở một ô nghĩa là như hàng trên. Khi cập nhật bài đã có, ô trống giữ nguyên điều đã ghi, chữ “xóa” thì bỏ đi.",
    "Bảng này chỉ để nhập lần đầu. Muốn sửa bài đã nhập thì dùng bảng do showcase export ghi ra, có mã của từng bài: ở bảng cũ, một hàng đổi tên là một bài mới.",
    "Xong thì chạy: showcase import TỆP.xlsx. Chỗ nào chưa đúng, máy nói rõ trang, hàng, cột và cách sửa.",
)


def write_workbook(vocabularies: Vocabularies, gazetteer: Gazetteer, rows: Rows) -> bytes:
    """Write the workbook with the rows of each sheet, or none."""
    book = Workbook()
    book.remove(book.active)
    book.properties.title, book.properties.creator = "Dân vận khéo", ""
    guide, *made = (
        book.create_sheet(title) for title in (INTRODUCTION, *(sheet.title for sheet in sheets()), LISTS, PLACES)
    )
    _fill_guide(guide)
    lists = _fill_lists(made[-2], vocabularies)
    provinces = _fill_places(made[-1], gazetteer)
    for page, sheet in zip(made, sheets(), strict=False):
        _Page(page, sheet, lists, provinces).fill(rows.get(sheet.path, ()))
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _fill_guide(page: Any) -> None:
    page.column_dimensions["A"].width = 110
    story = ", ".join(story_labels())
    for number, line in enumerate(_GUIDE, 1):
        cell = page.cell(number, 1, line.replace("{story}", story))
        cell.alignment = _TOP
    page.protection.enable()


def _fill_lists(page: Any, vocabularies: Vocabularies) -> dict[str, str]:
    """Write all lists to choose from side by side; give the range of each by its name."""
    ranges: dict[str, str] = {}
    for sheet in sheets():
        for column in sheet.columns:
            name, labels = _list_name(column.value_kind), _labels(column.value_kind, vocabularies)
            if labels and name not in ranges:
                number = len(ranges) + 1
                letter = get_column_letter(number)
                for row, label in enumerate((column.entry.label, *labels), 1):
                    page.cell(row, number, plain_cell(label))
                page.column_dimensions[letter].width = _MEDIUM
                ranges[name] = f"'{LISTS}'!${letter}$2:${letter}${len(labels) + 1}"
    page.protection.enable()
    return ranges


def _list_name(kind: Kind) -> str:
    """Name the list that a value is chosen from, '' where it is from none."""
    if isinstance(kind, Choice):
        return " ".join(kind.options)
    return kind.vocabulary if isinstance(kind, Key) else ""


def _labels(kind: Kind, vocabularies: Vocabularies) -> list[str]:
    if isinstance(kind, Choice):
        return list(kind.options.values())
    if isinstance(kind, Key):
        return [term.label for term in vocabularies.named(kind.vocabulary).terms.values()]
    return []


def _fill_places(page: Any, gazetteer: Gazetteer) -> str:
    """Write a column for each province with its communes below; give the range of the provinces."""
    provinces = gazetteer.provinces
    for number, province in enumerate(provinces, 1):
        page.cell(1, number, province.full_name)
        for row, commune in enumerate(gazetteer.communes_of(province.code), 2):
            page.cell(row, number, commune.full_name)
        page.column_dimensions[get_column_letter(number)].width = _MEDIUM
    page.freeze_panes = "A2"
    page.protection.enable()
    return f"'{PLACES}'!$A$1:${get_column_letter(len(provinces))}$1"


class _Page:
    """One sheet of the layout while it is written."""

    def __init__(self, page: Any, sheet: Sheet, lists: Mapping[str, str], provinces: str) -> None:
        self._page, self._sheet, self._lists, self._provinces = page, sheet, lists, provinces
        self._first = 2 + bool(sheet.owner)
        """The number of the first column of the layout."""

    def fill(self, rows: Sequence[Sequence[str]]) -> None:
        """Write head, lists and rows."""
        page = self._page
        for number, (label, key, about, must) in enumerate(self._heads(), 1):
            self._head(number, label, key, about, must=must)
        for number, width in enumerate(self._widths(), 1):
            dimension = page.column_dimensions[get_column_letter(number)]
            dimension.width, dimension.protection, dimension.number_format = width, _OPEN, "@"
        sample = page.cell(FIRST_ROW, 1)
        sample.number_format, sample.alignment, sample.protection = "@", _TOP, _OPEN
        style = sample._style  # noqa: SLF001 - as below
        for row, values in enumerate(rows, FIRST_ROW):
            for number, text in enumerate(values, 1):
                if text:
                    page.cell(row, number, plain_cell(text))._style = style  # noqa: SLF001 - a third of the time
        self._choices()
        page.freeze_panes = f"{'C' if not self._sheet.path else 'B'}{FIRST_ROW}"
        page.row_dimensions[1].height = 32
        page.row_dimensions[2].hidden = True
        self._protect()

    def _heads(self) -> Iterator[tuple[str, str, str, bool]]:
        about = (
            "Mã của mô hình, như ở trang “Mô hình”."
            if self._sheet.path
            else "Mã của mô hình, hoặc một số; mỗi hàng một mã."
        )
        yield ID_ABOUT, ID, about, bool(self._sheet.path)
        if self._sheet.owner:
            yield _of_owner(self._sheet), self._sheet.owner, "Số thứ tự, đếm từ 1; bỏ trống là 1.", False
        for column in self._sheet.columns:
            yield column.label, column.key, f"{about_in_labels(column)}\n\n{_bounds(column)}", column.must
        for key, label in self._helpers():
            yield label, key, "Chọn ở đây thì không cần gõ tên địa phương.", False

    def _helpers(self) -> Iterable[tuple[str, str]]:
        return HELPERS.items() if self._sheet.path in ((), ("dia_diem",)) else ()

    def _head(self, number: int, label: str, key: str, about: str, *, must: bool) -> None:
        cell = self._page.cell(1, number, f"{label} *" if must else label)
        cell.font, cell.alignment, cell.fill = Font(bold=True), _TOP, _MUST if must else _MAY
        cell.comment = Comment(about.strip(), "Dân vận khéo", height=_NOTE[1], width=_NOTE[0])
        self._page.cell(2, number, key)

    def _widths(self) -> Iterator[int]:
        yield _MEDIUM
        if self._sheet.owner:
            yield _NARROW
        for column in self._sheet.columns:
            yield _width(column)
        yield from (_MEDIUM for _ in self._helpers())

    def _choices(self) -> None:
        for number, column in enumerate(self._sheet.columns, self._first):
            if name := self._lists.get(_list_name(column.value_kind)):
                self._choose(number, name)
        if self._helpers():
            first = self._first + len(self._sheet.columns)
            letter = get_column_letter(first)
            self._choose(first, self._provinces)
            offset = f"MATCH(${letter}{FIRST_ROW},{self._provinces},0)-1"
            corner = f"'{PLACES}'!$A$1"
            self._choose(first + 1, f"OFFSET({corner},1,{offset},COUNTA(OFFSET({corner},1,{offset},400,1)),1)")

    def _choose(self, number: int, formula: str) -> None:
        letter = get_column_letter(number)
        choice = DataValidation("list", formula1=formula, allow_blank=True, showErrorMessage=False)
        choice.add(f"{letter}{FIRST_ROW}:{letter}{_LAST_ROW}")
        self._page.add_data_validation(choice)

    def _protect(self) -> None:
        """Lock the head and leave all else to be worked with."""
        protection = self._page.protection
        protection.enable()
        for allowed in ("formatCells", "formatColumns", "formatRows", "insertRows", "deleteRows", "sort", "autoFilter"):
            setattr(protection, allowed, False)  # where it is true, it is forbidden


def _of_owner(sheet: Sheet) -> str:
    owner = next(one for one in sheets() if one.path == sheet.path[:1])
    return f"{owner.title} thứ mấy"


def _bounds(column: Column) -> str:
    if isinstance(column.kind, Many):
        return "Mỗi mục một dòng (Alt+Enter)."
    kind = column.value_kind
    if isinstance(kind, Date):
        return "Ghi: ngày, như 22/11/2026."
    return "Chọn trong danh sách." if isinstance(kind, Choice | Key) else f"Ghi: {kind.description}."


def _width(column: Column) -> int:
    kind = column.value_kind
    if isinstance(kind, Story) or isinstance(column.kind, Many) or (isinstance(kind, Text) and (kind.most or 0) > 200):
        return _WIDE
    return _NARROW if isinstance(kind, Date | Number | Whole) else _MEDIUM
