"""Asks whether every key is one that the format knows."""

import re
from collections.abc import Iterator

from showcase.reading.kinds import Entry, Form, Group, Kind, Many
from showcase.reading.record import Record
from showcase.record.submission import Submission
from showcase.rules.asking import key_slip, misspelt
from showcase.rules.setting import Setting
from showcase.rules.wording import ask, quote
from showcase.words.problem import Problem

NAME = "khoa_la"

_MOST_PROPOSED = 20
"""Unknown keys of one mapping for which the nearest known one is looked for: that takes up to a millisecond each."""

_MOST_LISTED = 8
_COLON_WITHIN = re.compile(r"([A-Za-z_]\w*) *[:\uff1a]", re.ASCII)


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Mỗi mục phải là một mục của định dạng, viết đúng từng chữ, không dấu.

    Mục lạ thường là mục gõ nhầm hoặc đặt nhầm chỗ vì thụt lề sai. Hãy sửa theo gợi ý; nếu muốn thêm thông tin chưa
    có mục, hãy viết vào nội dung bài.

    Sai: `tieude: Chợ văn minh`. Đúng: `tieu_de: Chợ văn minh`.
    """
    for record in submission.records:
        known = record.form.by_key
        unknown = [key for key, _ in record.node.pairs if key.value not in known]
        meant = misspelt(record) if unknown else {}
        for number, key in enumerate(unknown):
            way_out = _of_colon(key.value)
            if not way_out and number < _MOST_PROPOSED:
                way_out = _way_out(submission, record, key.value, meant)
            sentence = f"{quote(key.value)} không phải là mục của {record.form.what}.{way_out}"
            yield submission.error(NAME, key, sentence)


def _of_colon(typed: str) -> str:
    """Say what is wrong where a key has run on behind a colon that is none: "tieu_de:Chợ", "ten： Hội"."""
    match = _COLON_WITHIN.match(typed)
    if match is None:
        return ""
    return (
        f" Sau tên mục phải là dấu hai chấm thường và một dấu cách: '{match[1]}: …'; "
        "nếu giá trị có dấu hai chấm, hãy đặt nó trong nháy đơn."
    )


def _way_out(submission: Submission, record: Record, typed: str, meant: dict[str, str]) -> str:
    """Propose the right spelling, or the right place, or the keys that are still free."""
    root = submission.record.form if submission.record else None
    if holder := next((entry for entry in record.form.entries if _holds(entry, typed)), None):
        return f" Đây là mục của {quote(holder.key)}: hãy đặt dưới {quote(holder.key)} và thụt vào hai dấu cách."
    if root is not None and record.form is not root and typed in root.by_key:
        return f" Đây là mục của {root.what}: hãy lùi dòng này ra sát lề trái."
    if typed in meant:
        return ask(meant[typed])
    if there := next(
        (key for key, _ in record.node.pairs if key.value in record.cells and key_slip(typed, (key.value,))), None
    ):
        return f" Mục gần giống là {quote(there.value)}, đã có ở dòng {there.line}; hãy xóa một trong hai."
    free = [entry.key for entry in record.form.entries if entry.key not in record.cells]
    if 0 < len(free) <= _MOST_LISTED:
        return f" Ở đây còn ghi được: {', '.join(free)}."
    return " Hãy xóa dòng này, hoặc xem các mục trong hướng dẫn."


def _holds(entry: Entry, key: str) -> bool:
    form = _form(entry.kind)
    return form is not None and key in form.by_key


def _form(kind: Kind) -> Form | None:
    match kind:
        case Group(form=form) | Many(of=Group(form=form)):
            return form
    return None
