"""Asks whether something stands after every key and every dash."""

from collections.abc import Iterator

from showcase.reading.form import STORY
from showcase.reading.kinds import Group, Many, Table, Text
from showcase.reading.node import Mapping, Scalar
from showcase.reading.record import Cell
from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.wording import quote, small
from showcase.words.problem import Problem

NAME = "de_trong"

_NOTHINGS = frozenset({"~", "null", "Null", "NULL", "none", "None", "N/A", "n/a"})


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Sau mỗi tên mục và mỗi dấu gạch phải có giá trị.

    Mục bắt buộc thì phải điền; mục không bắt buộc mà chưa có gì để ghi thì xóa cả dòng. Giá trị bắt đầu bằng dấu `#`
    cũng thành trống, vì YAML coi phần sau `#` là chú thích: hãy đặt nó trong nháy đơn.

    Sai: `cap:`. Đúng: `cap: tinh`, hoặc không có dòng `cap`.
    """
    for cell in submission.cells:
        value = cell.value
        if value is None:
            if cell.is_empty:
                yield submission.error(NAME, cell.node, _sentence(cell, submission))
        elif isinstance(value, str):
            if value in _NOTHINGS and isinstance(cell.kind, Text):
                yield submission.advice(
                    NAME,
                    cell.node,
                    f"{quote(value)} ở đây được hiểu là chữ và sẽ hiện lên trang. "
                    f"Nếu muốn để trống, hãy xóa dòng {quote(cell.entry.key)}.",
                )
        elif _is_hollow(cell):
            sentence = f"{quote(cell.entry.key)} chưa có mục nào. Hãy điền vào, hoặc xóa dòng này."
            yield submission.error(NAME, cell.node, sentence)


def _is_hollow(cell: Cell) -> bool:
    """Tell whether a mapping has no key and needs none; a story without a section has a rule of its own."""
    if not isinstance(cell.kind, Group) or not isinstance(cell.node, Mapping) or cell.node.pairs:
        return False
    return cell.kind.form is not STORY and not cell.kind.form.required


def _sentence(cell: Cell, submission: Submission) -> str:
    key = quote(cell.entry.key)
    if cell.is_item:
        return f"Mục này của {key} để trống. Hãy điền vào, hoặc xóa dấu gạch."
    if _is_commented_out(cell, submission):
        return f"{key} để trống vì phần sau dấu # là chú thích, không được đọc. Hãy đặt giá trị trong nháy đơn."
    if isinstance(cell.kind, Many | Group | Table):
        return f"{key} để trống. Các dòng thuộc về nó phải ở ngay dưới và thụt vào hai dấu cách; nếu không có gì, hãy xóa dòng này."
    return (
        f"{key} để trống. Hãy điền: {small(cell.entry.about)}"
        if cell.entry.must
        else f"{key} để trống. Hãy điền, hoặc xóa dòng này."
    )


def _is_commented_out(cell: Cell, submission: Submission) -> bool:
    node = cell.node
    if not isinstance(node, Scalar) or node.style or "#" not in submission.text:
        return False
    rest = submission.text.splitlines()[node.line - 1][node.column - 1 :].lstrip()
    # "cap: # chưa rõ" is a comment that somebody meant, "tieu_de: #4 sạch đẹp" is not.
    return rest.startswith("#") and rest[1:2].strip() != ""
