"""Asks whether a list stands where a list belongs, a mapping where a mapping, a text where a text."""

from collections.abc import Iterator

from showcase.reading.kinds import Group, Kind, Many, Table
from showcase.reading.node import Mapping, Node, Sequence
from showcase.reading.record import Cell
from showcase.record.submission import Submission
from showcase.rules.asking import typed
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.problem import Problem

NAME = "sai_kieu"


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Giá trị phải đúng kiểu: danh sách, nhóm khóa hay chữ.

    Danh sách viết mỗi mục một dòng, bắt đầu bằng dấu gạch và một dấu cách. Nhóm khóa viết mỗi khóa một dòng, thụt vào
    hai dấu cách. Chữ viết ngay sau dấu hai chấm.

    Sai:

    ```yaml
    chu_de: chuyen-doi-so
    noi_dung: Năm 2022, thị xã Hoàng Mai …
    ```

    Đúng:

    ```yaml
    chu_de:
      - chuyen-doi-so
    noi_dung:
      boi_canh: Năm 2022, thị xã Hoàng Mai …
    ```
    """
    for cell in submission.cells:
        if cell.value is None and not cell.is_empty and _shape(cell.kind) != _found(cell.node):
            yield submission.error(NAME, cell.node, _sentence(cell))


def _shape(kind: Kind) -> str:
    match kind:
        case Many():
            return "danh sách"
        case Group() | Table():
            return "nhóm khóa"
    return "chữ"


def _found(node: Node) -> str:
    match node:
        case Sequence():
            return "danh sách"
        case Mapping():
            return "nhóm khóa"
    return "chữ"


def _sentence(cell: Cell) -> str:
    key, wanted, found = quote(cell.entry.key), _shape(cell.kind), _found(cell.node)
    where = f"Mỗi mục của {key}" if cell.is_item else key
    return f"{where} phải là {wanted}, ở đây là {found}. {_way_out(cell, found)}"


def _way_out(cell: Cell, found: str) -> str:
    match cell.kind, found:
        case Many(of=of), "chữ":
            way_out = _as_list(typed(cell), of)
        case Many(), _:
            way_out = "Hãy thêm '- ' trước khóa đầu của mỗi mục và thụt các khóa sau cho thẳng với nó."
        case ((Group() | Table()), "danh sách"):
            way_out = "Hãy bỏ dấu gạch ở đầu dòng."
        case Group(form=form), _:
            example = f"{'- ' if cell.is_item else ''}{form.entries[0].key}: …"
            way_out = f"Hãy viết mỗi khóa một dòng, thụt vào hai dấu cách: {quote(example)}."
        case Table(), _:
            way_out = "Hãy viết mỗi phần một dòng, thụt vào hai dấu cách: 'tinh: 565'."
        case _, "danh sách":
            way_out = "Hãy bỏ dấu gạch hoặc ngoặc vuông và viết giá trị ngay sau dấu hai chấm."
        case _:
            way_out = (
                "Hãy viết giá trị ngay sau dấu hai chấm; câu có dấu hai chấm hoặc ngoặc nhọn thì đặt trong nháy đơn."
            )
    return way_out


def _as_list(text: str, of: Kind) -> str:
    if text.startswith("-"):
        return "Sau mỗi dấu gạch phải có một dấu cách thường: '- …'."
    example = f"{of.form.entries[0].key}: …" if isinstance(of, Group) else text
    return f"Hãy xuống dòng và viết mỗi mục một dòng: {quote(f'- {example}')}."
