"""Asks whether each event has one time: a year or a day."""

from collections.abc import Iterator

from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.words.problem import Problem

NAME = "thoi_diem"


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Mỗi mốc lịch sử có đúng một thời điểm, `nam` hoặc `ngay`.

    Biết chính xác ngày thì ghi `ngay`, chỉ biết năm thì ghi `nam`. Ghi cả hai thì thừa, và có thể trái nhau; không ghi
    thì mốc ấy không có chỗ trên dòng thời gian.

    Sai: một mốc chỉ có `viec: trien-khai`. Đúng: thêm `nam: 2022`.
    """
    for event in submission.record.records("lich_su") if submission.record else ():
        has_year, has_day = "nam" in event.cells, "ngay" in event.cells
        if has_year and has_day:
            sentence = "Mốc này có cả 'nam' và 'ngay'. Hãy giữ 'ngay' nếu biết chính xác, nếu không thì giữ 'nam'."
            yield submission.error(NAME, event.node_at("nam"), sentence)
        if not has_year and not has_day:
            sentence = "Mốc này chưa có thời điểm. Hãy thêm 'nam: 2022', hoặc 'ngay: 22/11/2022' nếu biết chính xác."
            yield submission.error(NAME, event.node, sentence)
