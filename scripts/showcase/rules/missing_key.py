"""Asks whether every key that must stand is there."""

from collections.abc import Iterator

from showcase.reading.fault import FaultKind
from showcase.record.submission import Submission
from showcase.rules.asking import misspelt
from showcase.rules.setting import Setting
from showcase.rules.wording import quote, small
from showcase.words.problem import Problem

NAME = "thieu_khoa"


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Những mục bắt buộc phải có đủ.

    Lời nhắc chỉ vào dòng đầu của nhóm thiếu mục và nói mục ấy là gì. Không biết giá trị thì đừng bịa: hãy tìm trong
    nguồn, hoặc hỏi đơn vị thực hiện.

    Sai: một nguồn chỉ có `ten: Sức lan tỏa của phong trào`. Đúng: thêm dòng `co_quan: Ban Dân vận Tỉnh ủy Nghệ An`.
    """
    if any(fault.kind is FaultKind.SECOND_DOCUMENT for fault in submission.faults):
        return  # The keys may stand in the part that was not read.
    for record in submission.records:
        missing = [entry for entry in record.form.required if entry.key not in record.cells]
        if record is submission.record:
            missing = [entry for entry in missing if not submission.may_have(entry.key)]
        meant = set(misspelt(record).values()) if missing else set()
        for entry in missing:
            if entry.key not in meant:
                what = record.form.what
                yield submission.error(
                    NAME,
                    record.node,
                    f"{what[:1].upper()}{what[1:]} thiếu mục {quote(entry.key)}. Hãy thêm: {small(entry.about)}",
                )
