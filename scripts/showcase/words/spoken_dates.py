"""Days, months and hours as they are said: 29/01/2024 is “ngày hai mươi chín tháng một năm hai nghìn không trăm hai mươi tư”."""

import re

from showcase.words.rewriting import Step
from showcase.words.spoken_numbers import speak_number

__all__ = ["DATES", "say_day"]

_LAST_DAY, _LAST_MONTH = 31, 12
_MUNG = 10
"""The first ten days of a month are said with “mùng”."""
_APRIL = 4
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_BEFORE = r"(?P<word>\b(?i:ngày|hôm|sáng|trưa|chiều|tối|đêm) )"
_FEASTS = r"30[-/]4|2[-/]9|8[-/]3|20[-/]1[01]|26[-/]3|27[-/]7|22[-/]12|19[-/][58]|15[-/]10|18[-/]11"
"""Days that are known without the word “ngày” before them."""


def say_day(day: int) -> str:
    """Say a day of the month, 1 to 31: `mùng ba`, `hai mươi chín`."""
    return f"mùng {speak_number(day)}" if day <= _MUNG else speak_number(day)


def _month(month: int) -> str:
    return f"tháng {'tư' if month == _APRIL else speak_number(month)}"


def _date(match: re.Match[str]) -> str:
    """Say a day with its month and, where it has one, its year; what is no day of a calendar stays."""
    parts = match.groupdict()
    day, month = int(parts["day"]), int(parts["month"])
    if not (1 <= day <= _LAST_DAY and 1 <= month <= _LAST_MONTH):
        return match.group()
    before = parts.get("word") or ""
    word = before if before.lower() == "ngày " else f"{before}ngày "
    year = f" năm {speak_number(int(parts['year']))}" if parts.get("year") else ""
    return f"{word}{say_day(day)} {_month(month)}{year}"


def _feast(match: re.Match[str]) -> str:
    day, month = map(int, re.split("[-/]", match.group()))
    return f"ngày {say_day(day)} {_month(month)}"


def _month_of_year(match: re.Match[str]) -> str:
    month = int(match["month"])
    if not 1 <= month <= _LAST_MONTH:
        return match.group()
    said = _month(month)
    return f"{match['word'] or 'tháng '}{said.partition(' ')[2]} năm {speak_number(int(match['year']))}"


def _hour(match: re.Match[str]) -> str:
    minutes = int(match["minutes"] or 0)
    return f"{speak_number(int(match['hour']))} giờ{f' {speak_number(minutes)}' if minutes else ''}"


DATES = (
    Step("-", re.compile(rf"(?<!\d){_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"), _date),
    Step(
        "/.-",
        re.compile(
            rf"{_BEFORE}?(?<![\d/.,-])(?P<day>\d{{1,2}})(?P<joint>[/.-])(?P<month>\d{{1,2}})(?P=joint){_YEAR}(?![\d/-])"
        ),
        _date,
    ),
    Step(
        "/-",
        re.compile(rf"(?<![\d/.,-])(?P<word>[Tt]háng )?(?P<month>\d{{1,2}})[/-]{_YEAR}(?![\d/-])"),
        _month_of_year,
    ),
    Step("/-", re.compile(rf"{_BEFORE}(?P<day>\d{{1,2}})[/-](?P<month>\d{{1,2}})(?![\d/%-])"), _date),
    Step("/-", re.compile(rf"(?<![\w/.,-])(?:{_FEASTS})(?![\d/%,.-]\d|[\d/%])"), _feast),
    Step("", re.compile(r"(?<![\w.,])(?P<hour>\d{1,2}) ?(?:h|giờ)(?P<minutes>\d\d)?(?:'|p|ph)?(?![\w/])"), _hour),
)
"""What is looked for, in this order."""
