"""Dates as the format takes them and as readers see them: 2026-11-22 or 22/11/2026 in, 22/11/2026 out."""

import re
from datetime import date

_YEAR_FIRST = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{2})/(\d{2})/(\d{4})", re.ASCII)


def read_date(text: str) -> date | None:
    """Read `YYYY-MM-DD` or `DD/MM/YYYY`; None where it is neither, or no day of the calendar."""
    if match := _YEAR_FIRST.fullmatch(text):
        year, month, day = match.groups()
    elif match := _DAY_FIRST.fullmatch(text):
        day, month, year = match.groups()
    else:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def looks_like_date(text: str) -> bool:
    """Tell whether the text has the shape of a date, though the day may not exist (31/02/2024)."""
    return bool(_YEAR_FIRST.fullmatch(text) or _DAY_FIRST.fullmatch(text))


def write_date(day: date) -> str:
    """Write a date for readers, `22/11/2026`."""
    return f"{day.day:02}/{day.month:02}/{day.year}"
