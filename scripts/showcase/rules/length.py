"""Asks whether every text is neither too short nor too long."""

from collections.abc import Iterator

from showcase.reading.kinds import Story, Text
from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.numbers import write_number
from showcase.words.problem import Problem

NAME = "do_dai"


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Mỗi đoạn chữ phải đủ dài và không quá dài.

    Tiêu đề 8–200 ký tự, tóm tắt 40–400, mô tả ảnh 10–300, mỗi mục của bài viết 40–20.000 ký tự và tối đa 400 dòng, ghi
    chú của ban biên tập tối đa 500. Ký tự được đếm sau khi gộp các dấu cách liền nhau; chữ có dấu là một ký tự.

    Sai: `tieu_de: Chợ`. Đúng: `tieu_de: Chợ văn minh, an toàn ở Đống Đa`.
    """
    for cell in submission.cells_of(Text, Story):
        if isinstance(cell.kind, (Text, Story)) and isinstance(cell.value, str):
            for fault in _faults(cell.kind, cell.value):
                yield submission.error(NAME, cell.node, f"{quote(cell.entry.key)} {fault}")


def _faults(kind: Text | Story, text: str) -> Iterator[str]:
    """Yield what is wrong with the length of a text, and the way out."""
    length = len(text)
    if length < kind.least:
        yield f"dài {length} ký tự, {_bounds(kind)}. Hãy viết thêm ít nhất {kind.least - length} ký tự."
    if kind.most is not None and length > kind.most:
        yield f"dài {write_number(length)} ký tự, {_bounds(kind)}. Hãy bớt ít nhất {write_number(length - kind.most)} ký tự."
    if isinstance(kind, Story) and text.count("\n") >= kind.lines:
        lines = write_number(text.count("\n") + 1)
        yield f"dài {lines} dòng, tối đa {kind.lines} dòng. Hãy nối những câu của một đoạn lại với nhau."


def _bounds(kind: Text | Story) -> str:
    if kind.most is None:
        return f"cần ít nhất {write_number(kind.least)}"
    if kind.least <= 1:
        return f"tối đa {write_number(kind.most)}"
    return f"cần từ {write_number(kind.least)} đến {write_number(kind.most)}"
