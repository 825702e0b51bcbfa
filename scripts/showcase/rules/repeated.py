"""Asks whether a list names the same thing twice."""

from collections.abc import Iterator

from showcase.reading.kinds import Many
from showcase.reading.record import Cell
from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.problem import Problem

NAME = "lap_lai"


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Trong một danh sách không có mục nào lặp lại.

    Một chủ đề, một bước làm, một mã cũ, một cách viết khác chỉ ghi một lần; chữ hoa, chữ thường không làm cho hai mục khác
    nhau.

    Sai: `chu_de: [y-te, phu-nu, y-te]`. Đúng: `chu_de: [y-te, phu-nu]`.
    """
    for cell in submission.cells_of(Many):
        if isinstance(cell.kind, Many) and isinstance(cell.value, tuple) and len(cell.value) > 1:
            first: dict[str, Cell] = {}
            for item in cell.value:
                if isinstance(item.value, str):
                    earlier = first.setdefault(item.value.casefold(), item)
                    if earlier is not item:
                        sentence = f"{quote(item.value)} đã có ở dòng {earlier.node.line}. Hãy xóa một trong hai."
                        yield submission.error(NAME, item.node, sentence)
