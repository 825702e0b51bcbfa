"""Asks whether a report has a figure at all."""

from collections.abc import Iterator

from showcase.record.submission import Submission
from showcase.rules.asking import misspelt
from showcase.rules.setting import Setting
from showcase.words.problem import Problem

NAME = "so_lieu_trong"

_KEYS = {"so_lieu", "so_khac"}


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Báo cáo số liệu phải có ít nhất một con số.

    Số mô hình, điển hình theo một chỉ tiêu thì ghi ở `so_lieu`; con số nào khác, hoặc con số mà nguồn chỉ ước chừng, thì ghi
    ở `so_khac`.

    Sai: một báo cáo chỉ có `tieu_de`, `noi`, `nam` và `nguon`. Đúng: thêm `so_lieu` với một `chi_tieu`, một `tong`.
    """
    record = submission.record
    if submission.kind != "report" or record is None or _KEYS & record.cells.keys():
        return
    if not _KEYS.intersection(misspelt(record).values()):
        sentence = (
            "Báo cáo này chưa có con số nào. Hãy thêm 'so_lieu' cho số mô hình, điển hình; "
            "con số khác, hoặc chỉ ước chừng, thì ghi ở 'so_khac'."
        )
        yield submission.error(NAME, record.node, sentence)
