"""Asks whether a list stands where a list belongs, a mapping where a mapping, a text where a text."""

import re
from collections.abc import Iterator

from showcase.reading.kinds import Group, Key, Kind, Many, Pattern, Story, Table
from showcase.reading.node import Mapping, Node, Sequence
from showcase.reading.record import Cell
from showcase.reading.syntax import dash_of_word
from showcase.record.submission import Submission
from showcase.rules.asking import typed
from showcase.rules.setting import Setting
from showcase.rules.wording import listed, quote
from showcase.words.problem import Problem

NAME = "sai_kieu"


_BETWEEN = re.compile(r"[,;]\s*")
_GLUED = "Sau mỗi dấu gạch phải có một dấu cách thường: '- …'."


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Giá trị phải đúng kiểu: danh sách, nhóm mục hay chữ.

    Danh sách viết mỗi ý một dòng, bắt đầu bằng dấu gạch và một dấu cách. Nhóm mục viết mỗi mục một dòng, thụt vào
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
            return "nhóm mục"
    return "chữ"


def _found(node: Node) -> str:
    match node:
        case Sequence():
            return "danh sách"
        case Mapping():
            return "nhóm mục"
    return "chữ"


def _sentence(cell: Cell) -> str:
    key, wanted, found = quote(cell.entry.key), _shape(cell.kind), _found(cell.node)
    if sign := _sign_of_a_list(cell):
        return (
            f"{key} phải là danh sách, và mỗi mục của nó bắt đầu bằng gạch ngắn '- '; dấu {sign} ở đây chỉ trông giống. "
            "Hãy thay mỗi dấu ấy bằng '- ' (gạch ngắn và một dấu cách)."
        )
    where = f"Mỗi gạch đầu dòng của {key}" if cell.is_item else key
    return f"{where} phải là {wanted}, ở đây là {found}. {_way_out(cell, found)}"


def _sign_of_a_list(cell: Cell) -> str:
    """Give the dash or bullet that stands where a list's hyphen belongs, '' where none does."""
    return dash_of_word(_beginning(cell)) if isinstance(cell.kind, Many) else ""


def _beginning(cell: Cell) -> str:
    """Give the text of a value, of a mapping its first key."""
    return typed(cell) if not isinstance(cell.node, Mapping) else "".join(key.value for key, _ in cell.node.pairs[:1])


def _way_out(cell: Cell, found: str) -> str:
    match cell.kind, found:
        case Many(), _ if _beginning(cell).startswith("-"):
            way_out = _GLUED
        case Many(of=of), "chữ":
            way_out = _as_list(typed(cell), of)
        case Many(), _:
            way_out = "Hãy thêm '- ' trước mục đầu của mỗi nhóm và thụt các mục sau cho thẳng với nó."
        case ((Group() | Table()), "danh sách"):
            way_out = "Hãy bỏ dấu gạch ở đầu dòng."
        case Group(form=form), _:
            example = f"{'- ' if cell.is_item else ''}{form.entries[0].key}: …"
            way_out = f"Hãy viết mỗi mục một dòng, thụt vào hai dấu cách: {quote(example)}."
        case Table(), _:
            way_out = "Hãy viết mỗi phần một dòng, thụt vào hai dấu cách: 'tinh: 565'."
        case Story(), _:
            way_out = (
                f"Hãy viết '{cell.entry.key}: |' rồi xuống dòng, cả đoạn thụt vào hai dấu cách: "
                "sau dấu ấy, dấu hai chấm và gạch đầu dòng đều là lời văn."
            )
        case _, "danh sách":
            way_out = "Hãy bỏ dấu gạch hoặc ngoặc vuông và viết giá trị ngay sau dấu hai chấm."
        case _:
            way_out = (
                "Hãy viết giá trị ngay sau dấu hai chấm; câu có dấu hai chấm hoặc ngoặc nhọn thì đặt trong nháy đơn."
            )
    return way_out


def _as_list(text: str, of: Kind) -> str:
    """Say how a text is written as a list: keys and ids hold no comma, so what stands between two is one; sentences may."""
    examples = [f"{of.form.entries[0].key}: …" if isinstance(of, Group) else text]
    if isinstance(of, Key | Pattern):
        examples = [part for part in _BETWEEN.split(text) if part] or examples
    return f"Hãy xuống dòng và viết mỗi ý một dòng: {listed([quote(f'- {one}') for one in examples], 'rồi')}."
