"""Asks whether the number of a source is one of the list of sources."""

from collections.abc import Iterator

from showcase.reading.kinds import Whole
from showcase.record.submission import Submission
from showcase.rules.asking import unread
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.problem import Problem

NAME = "so_nguon"


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Số thứ tự của nguồn phải trỏ tới một nguồn trong danh sách.

    Trong `ket_qua` và `da_nhan_rong`, `nguon: 1` là nguồn đầu tiên của danh sách `nguon`, `nguon: 2` là nguồn thứ hai.

    Sai: `nguon: 3` khi chỉ có hai nguồn. Đúng: `nguon: 2`.
    """
    if submission.record is None or submission.kind != "model":
        return
    for cell, typed in unread(submission, Whole):
        if cell.entry.key == "nguon":
            sentence = f"{quote(typed)} không phải là số thứ tự của nguồn. Hãy ghi một số như 1, đếm từ nguồn đầu tiên."
            yield submission.error(NAME, cell.node, sentence)
    count = len(submission.record.items("nguon"))
    for cell in submission.cells_of(Whole):
        number = cell.value if cell.entry.key == "nguon" else None
        if count and isinstance(number, int) and not 1 <= number <= count:
            known = "chỉ có 1 nguồn, ghi 1" if count == 1 else f"có {count} nguồn, đếm từ 1 đến {count}"
            yield submission.error(NAME, cell.node, f"Không có nguồn số {number}: danh sách 'nguon' {known}.")
