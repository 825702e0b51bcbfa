"""Asks whether a word of a closed list is one of that list."""

from collections.abc import Iterator

from showcase.reading.form import YES
from showcase.reading.kinds import Choice
from showcase.record.submission import Submission
from showcase.rules.asking import unread
from showcase.rules.setting import Setting
from showcase.rules.wording import propose_labelled, quote
from showcase.words.problem import Problem

NAME = "lua_chon"


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Chỗ phải chọn một từ cho sẵn thì ghi đúng một trong những từ ấy.

    Loại, chủ thể, cấp, việc, vai trò, giấy phép ảnh… là những danh sách đóng, viết không dấu và có gạch nối. Lời nhắc
    gợi ý từ gần nhất, hoặc kể hết các từ được dùng cùng nghĩa của chúng.

    Sai: `loai: Mô hình`. Đúng: `loai: mo-hinh`.
    """
    for cell, typed in unread(submission, Choice):
        if isinstance(cell.kind, Choice):
            sentence = f"{quote(typed)} không phải là {cell.kind.what}.{_way_out(typed, cell.kind)}"
            yield submission.error(NAME, cell.node, sentence)


def _way_out(typed: str, kind: Choice) -> str:
    if kind.options == YES:
        return " Hãy ghi 'co'; nếu là không thì xóa dòng này."
    return propose_labelled(typed, kind.options)
