"""Asks whether each milestone, and each document, has one time: a year or a day."""

from collections.abc import Iterator

from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.words.problem import Problem

NAME = "thoi_diem"

_TIMES = {"nam", "ngay"}


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Mỗi mốc lịch sử, mỗi văn bản có đúng một thời điểm, `nam` hoặc `ngay`.

    Biết chính xác ngày thì ghi `ngay`, chỉ biết năm thì ghi `nam`. Ghi cả hai thì thừa, và có thể trái nhau; không ghi
    thì mốc ấy không có chỗ trên dòng thời gian.

    Sai: một mốc chỉ có `viec: trien-khai`. Đúng: thêm `nam: 2022`.
    """
    for record in submission.records:
        if not record.form.by_key.keys() >= _TIMES:
            continue
        what = record.form.what.capitalize()
        given = _TIMES & record.cells.keys()
        if len(given) == len(_TIMES):
            sentence = f"{what} này có cả 'nam' và 'ngay'. Hãy giữ 'ngay' nếu biết chính xác, nếu không thì giữ 'nam'."
            yield submission.error(NAME, record.node_at("nam"), sentence)
        if not given:
            sentence = (
                f"{what} này chưa có thời điểm. Hãy thêm 'nam: 2022', hoặc 'ngay: 22/11/2022' nếu biết chính xác."
            )
            yield submission.error(NAME, record.node, sentence)
