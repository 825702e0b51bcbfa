"""Asks whether a list names the same thing twice."""

import re
from collections.abc import Iterator

from showcase.reading.kinds import Many
from showcase.reading.record import Cell, Record
from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.problem import Problem

NAME = "lap_lai"

_SAME = {"don_vi": ("ten",), "nguoi_duoc_neu": ("ten",), "nguon": ("url", "ten")}
"""By which keys two records of a list are the same; one page may hold several articles, each with a title of its own."""
_ADDRESS = re.compile(r"(?i)https?://(?:www\.)?([^/?#]*)([^#]*?)/?(?:#.*)?")


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Trong một danh sách không có mục nào lặp lại.

    Một chủ đề, một bước làm, một mã cũ, một cách viết khác chỉ ghi một lần; chữ hoa, chữ thường không làm cho hai mục khác
    nhau. Một đơn vị, một người, một địa chỉ của nguồn ghi hai lần thì được nhắc.

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
    yield from _of_records(submission)


def _of_records(submission: Submission) -> Iterator[Problem]:
    """Ask back where two records of one list are the same host, the same person, the same page."""
    for list_key, keys in _SAME.items():
        first: dict[tuple[str, ...], Record] = {}
        for record in submission.record.records(list_key) if submission.record else ():
            earlier = first.setdefault(tuple(_compared(record.text(key)) for key in keys), record)
            if earlier is not record and (text := record.text(keys[0])):
                sentence = (
                    f"{quote(text)} đã có ở dòng {earlier.node_at(keys[0]).line}. Nếu là một, hãy xóa một trong hai."
                )
                yield submission.advice(NAME, record.node_at(keys[0]), sentence)


def _compared(text: str) -> str:
    """Give a text as it is compared: of an address what leads to the same page with or without `www.` and a last `/`."""
    address = _ADDRESS.fullmatch(text)
    return f"{address[1].casefold()}{address[2]}" if address else text.casefold()
