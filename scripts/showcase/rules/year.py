"""Asks whether a year is one of the movement's: four digits, from 1990 to the next; and a date one of the State's: from 1945."""

import re
from collections.abc import Iterator
from datetime import date

from showcase.reading.form import DOCUMENT, MILESTONE
from showcase.reading.kinds import Date, Whole
from showcase.reading.record import Cell
from showcase.record.submission import Submission
from showcase.rules.asking import unread
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.problem import Problem

NAME = "nam"

EARLIEST = 1990
EARLIEST_DATE = 1945
"""Of documents, and of every date: no source and no law of this State is older."""
_LONGEST_AHEAD = 50
"""Years after which a document may cease to hold."""
_A_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)", re.ASCII)


def check(submission: Submission, setting: Setting) -> Iterator[Problem]:
    """Năm phải viết bằng bốn chữ số và nằm trong khoảng 1990 đến năm tới.

    Phong trào được phát động năm 2009; những cách làm cũ hơn cũng được kể, nhưng không sớm hơn 1990. Một giai đoạn thì
    ghi năm bắt đầu, phần còn lại kể trong bài. Văn bản và mọi ngày tháng thì từ 1945.

    Sai: `nam: 2020-2025`, `ngay: 0001-01-01`. Đúng: `nam: 2020`, `ngay: 2021-01-01`.
    """
    latest = setting.today.year + 1
    for cell, typed in unread(submission, Whole):
        if cell.entry.key == "nam":
            yield submission.error(NAME, cell.node, f"{quote(typed)} không phải là năm.{_way_out(typed)}")
    for cell in submission.cells_of(Whole):
        if isinstance(cell.value, int) and cell.entry.key == "nam":
            earliest = EARLIEST_DATE if cell.entry == DOCUMENT.by_key["nam"] else EARLIEST
            yield from _outside(submission, cell, cell.value, earliest, latest)
    for cell in submission.cells_of(Date):
        if isinstance(cell.value, date):
            earliest = EARLIEST if cell.entry == MILESTONE.by_key["ngay"] else EARLIEST_DATE
            ahead = _LONGEST_AHEAD if cell.entry.key == "het_hieu_luc" else 1
            yield from _outside(submission, cell, cell.value.year, earliest, setting.today.year + ahead)


def _outside(submission: Submission, cell: Cell, year: int, earliest: int, latest: int) -> Iterator[Problem]:
    if not earliest <= year <= latest:
        sentence = f"Năm {year} nằm ngoài khoảng {earliest}–{latest}. Hãy xem lại bốn chữ số của năm."
        yield submission.error(NAME, cell.node, sentence)


def _way_out(typed: str) -> str:
    years = _A_YEAR.findall(typed)
    if len(years) > 1:
        return f" Hãy ghi một năm, như '{years[0]}'; giai đoạn thì kể trong bài."
    return f" Ý bạn là '{years[0]}'?" if years else " Hãy ghi bốn chữ số, như 2022."
