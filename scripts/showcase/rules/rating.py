"""Asks whether each assessment says what came of it, and nothing else does."""

from collections.abc import Iterator

from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.problem import Problem

NAME = "xep_loai"


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Mốc `danh-gia` phải có `xep_loai`, mốc khác thì không.

    Đánh giá mà không nói kết quả thì người đọc không biết mô hình hay hay dở. `xep_loai` nhận `hieu-qua` hoặc
    `chua-hieu-qua`, đúng như nguồn nói; nguồn không nói thì chỉ ghi mốc `kiem-tra`, `so-ket` hoặc `tong-ket`.

    Sai: `viec: danh-gia` mà không có `xep_loai`. Đúng: thêm `xep_loai: hieu-qua`.
    """
    for milestone in submission.record.records("lich_su") if submission.record else ():
        kind, has_rating = milestone.value("viec"), "xep_loai" in milestone.cells
        if kind == "danh-gia" and not has_rating:
            sentence = "Mốc 'danh-gia' chưa nói kết quả. Hãy thêm 'xep_loai: hieu-qua' hoặc 'xep_loai: chua-hieu-qua' theo nguồn."
            yield submission.error(NAME, milestone.node, sentence)
        elif has_rating and isinstance(kind, str) and kind != "danh-gia":
            sentence = f"'xep_loai' chỉ đi cùng 'viec: danh-gia', ở đây 'viec' là {quote(kind)}. Hãy xóa dòng này, hoặc thêm một mốc 'danh-gia'."
            yield submission.error(NAME, milestone.node_at("xep_loai"), sentence)
