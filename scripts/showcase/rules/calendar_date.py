"""Asks whether a date is written as the format has it, and stands in the calendar."""

import re
from collections.abc import Iterator
from datetime import date

from showcase.reading.form import MILESTONE, SOURCE
from showcase.reading.kinds import Date, Entry
from showcase.record.submission import Submission
from showcase.rules.asking import unread
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.dates import date_parts, days_in_month, looks_like_date, propose_date, write_date
from showcase.words.problem import Problem

NAME = "ngay_thang"

_NO_DAY = re.compile(r"(?i)(?:tháng\s+)?(?:[0-9]{1,2}(?:[/.-]|,?\s+năm\s+))?(?:năm\s+)?([0-9]{4})(?:[/.-][0-9]{1,2})?")
_OF_EXCEL = re.compile(r"[34][0-9]{4}")
"""Days since 1899, as Excel keeps a date and gives it where a cell has another format: of 1982 and later."""
_DAY_BEFORE_EXCEL = date(1899, 12, 30).toordinal()


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Ngày phải viết đúng cách và có thật trong lịch.

    Viết ngày trước như `22/11/2026`, hoặc năm trước như `2026-11-22`; ngày và tháng luôn hai chữ số, năm bốn chữ số.
    Chỉ biết năm thì trong `lich_su` ghi `nam` thay cho `ngay`.

    Sai: `ngay: 5/3/2024`, `ngay: 31/02/2024`. Đúng: `ngay: 05/03/2024`.
    """
    for cell, typed in unread(submission, Date):
        yield submission.error(NAME, cell.node, _sentence(typed, cell.entry))


def _sentence(typed: str, entry: Entry) -> str:
    parts, meant = date_parts(typed), propose_date(typed)
    if looks_like_date(typed) and parts:
        year, month, _ = parts
        turned = f" Ý bạn là '{write_date(meant)}'?" if meant else ""
        if not 1 <= month <= 12:
            return f"{quote(typed)} không có trong lịch: không có tháng {month}.{turned}"
        if year:
            last = days_in_month(year, month)
            return f"{quote(typed)} không có trong lịch: tháng {month} năm {year} chỉ có {last} ngày, từ 01 đến {last}."
    if meant:
        return f"{quote(typed)} viết chưa đúng cách. Ý bạn là '{write_date(meant)}'?"
    if _OF_EXCEL.fullmatch(typed):
        day = date.fromordinal(_DAY_BEFORE_EXCEL + int(typed))
        return f"{quote(typed)} là một ngày mà Excel ghi bằng số. Ý bạn là '{write_date(day)}'?"
    if match := _NO_DAY.fullmatch(typed):
        return f"{quote(typed)} chưa đủ ngày, tháng, năm. Hãy viết như 22/11/2026 hoặc 2026-11-22.{_instead(match[1], entry)}"
    return f"{quote(typed)} không phải là ngày. Hãy viết như 22/11/2026 hoặc 2026-11-22."


def _instead(year: str, entry: Entry) -> str:
    """Say what to do where only the year is known."""
    if entry == MILESTONE.by_key["ngay"]:
        return f" Nếu chỉ biết năm, hãy ghi 'nam: {year}'."
    if entry == SOURCE.by_key["ngay"]:
        return " Nếu chỉ biết năm, hãy xóa dòng này và ghi năm vào 'ten'."
    return ""
