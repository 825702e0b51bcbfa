"""Dates as the format takes them and as readers see them: 2026-11-22 or 22/11/2026 in, 22/11/2026 out."""

import re
from datetime import date, datetime, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7))
"""It has known no other time since 1975, nor one for the summer."""
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{2})/(\d{2})/(\d{4})", re.ASCII)
# Whatever else people write: 5/3/2024, 05-03-2024, 5.3.2024, 2024/03/05, "ngày 5 tháng 3 năm 2024", 2024-03-05T10:00.
_LOOSE_YEAR_FIRST = re.compile(r"(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})(?!\d)", re.ASCII)
_LOOSE_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})\D{1,7}(\d{1,2})\D{1,5}(\d{4}|\d{2})(?!\d)", re.ASCII)
_LAST_SHORT_YEAR = 69


def read_date(text: str) -> date | None:
    """Read `YYYY-MM-DD` or `DD/MM/YYYY`; None where it is neither, or no day of the calendar."""
    if match := _YEAR_FIRST.fullmatch(text):
        year, month, day = match.groups()
    elif match := _DAY_FIRST.fullmatch(text):
        day, month, year = match.groups()
    else:
        return None
    return _day(int(year), int(month), int(day))


def looks_like_date(text: str) -> bool:
    """Tell whether the text has the shape of a date, though the day may not exist (31/02/2024)."""
    return bool(_YEAR_FIRST.fullmatch(text) or _DAY_FIRST.fullmatch(text))


def date_parts(text: str) -> tuple[int, int, int] | None:
    """Give year, month and day as numbers out of any writing of a date, whether or not the day exists."""
    if match := _LOOSE_YEAR_FIRST.search(text):
        year, month, day = map(int, match.groups())
    elif match := _LOOSE_DAY_FIRST.search(text):
        day, month, year = map(int, match.groups())
        if year < 100:
            year += 2000 if year <= _LAST_SHORT_YEAR else 1900
    else:
        return None
    return year, month, day


def propose_date(text: str) -> date | None:
    """Guess the day that some other writing means: `5/3/2024`, `2024/03/05`, and `11/22/2024` with its month first."""
    parts = date_parts(text)
    if parts is None:
        return None
    year, month, day = parts
    return _day(year, month, day) or _day(year, day, month)


def days_in_month(year: int, month: int) -> int:
    """Tell how many days a month has, 1 to 12 of a year from 1."""
    return next(day for day in (31, 30, 29, 28) if _day(year, month, day))


def write_date(day: date) -> str:
    """Write a date for readers, `22/11/2026`."""
    return f"{day.day:02}/{day.month:02}/{day.year}"


def write_moment(day: date) -> str:
    """Write the moment at which a day begins in Việt Nam, for machines: `2026-11-22T00:00:00+07:00`."""
    return datetime(day.year, day.month, day.day, tzinfo=VIETNAM).isoformat()


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
