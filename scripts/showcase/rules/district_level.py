"""Asks whether the level of districts is used only for what was before they were abolished on 2025-07-01."""

from collections.abc import Iterator
from datetime import date

from showcase.reading.record import Record
from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.words.problem import Problem

NAME = "cap_huyen"

_LAST_YEAR = 2025
_ABOLISHED = date(2025, 7, 1)
_DECIDING = frozenset({"dang-ky", "cong-nhan"})
_UNTOLD = (
    "Cấp huyện chỉ dùng cho điều đã đăng ký hoặc công nhận trước 01/07/2025, mà 'lich_su' chưa có mốc nào như vậy. "
    "Hãy thêm mốc 'dang-ky' hoặc 'cong-nhan' ấy, hoặc xóa dòng này nếu nguồn không nói."
)
_TOO_LATE = (
    "Từ 01/07/2025 không còn cấp huyện, mà 'lich_su' không có mốc đăng ký hay công nhận nào trước ngày ấy. "
    "Hãy ghi cấp 'co-so' hoặc 'tinh'."
)


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Cấp huyện chỉ dùng cho việc trước ngày 01/07/2025.

    Từ ngày ấy không còn cấp huyện. `cap: huyen` của mô hình cần một mốc `dang-ky` hoặc `cong-nhan` trước ngày ấy trong
    `lich_su`; chỉ có mốc khác trước ngày ấy thì được nhắc bổ sung. `cap: huyen` của một mốc, một sự kiện cần chính nó trước
    ngày ấy.

    Sai: `cap: huyen` với mốc `nam: 2026`, `viec: cong-nhan`. Đúng: `cap: co-so`.
    """
    record = submission.record
    if record and submission.kind == "event" and record.value("cap") == "huyen" and _is_before(record) is False:
        sentence = "Từ 01/07/2025 không còn cấp huyện, mà sự kiện này sau ngày ấy. Hãy ghi cấp 'co-so' hoặc 'tinh'."
        yield submission.error(NAME, record.node_at("cap"), sentence)
    if record is None or submission.kind != "model":
        return
    milestones = record.records("lich_su")
    for milestone in milestones:
        if milestone.value("cap") == "huyen" and _is_before(milestone) is False:
            sentence = "Từ 01/07/2025 không còn cấp huyện, mà mốc này sau ngày ấy. Hãy ghi cấp 'co-so' hoặc 'tinh'."
            yield submission.error(NAME, milestone.node_at("cap"), sentence)
    if record.value("cap") == "huyen" and _can_be_judged(record, milestones):
        deciding = [milestone for milestone in milestones if milestone.value("viec") in _DECIDING]
        if not deciding and any(_is_before(milestone) for milestone in milestones):
            yield submission.advice(NAME, record.node_at("cap"), _UNTOLD)
        elif not any(_is_before(milestone) for milestone in deciding):
            yield submission.error(NAME, record.node_at("cap"), _TOO_LATE)


def _is_before(told: Record) -> bool | None:
    """Tell whether a milestone, or an event, was or may have been before the day; None where its time could not be read."""
    day, year = told.value("tu_ngay") or told.value("ngay"), told.value("nam")
    if isinstance(day, date):
        return day < _ABOLISHED
    return year <= _LAST_YEAR if isinstance(year, int) else None


def _can_be_judged(record: Record, milestones: list[Record]) -> bool:
    """An milestone that could not be read may be the one that is asked for."""
    is_whole = len(milestones) == len(record.items("lich_su")) > 0
    return is_whole and all(_is_before(milestone) is not None and milestone.value("viec") for milestone in milestones)
