"""Asks whether a year is one of the movement's: four digits, from 1990 to the next."""

import re
from collections.abc import Iterator
from datetime import date

from showcase.reading.form import MILESTONE
from showcase.reading.kinds import Date, Whole
from showcase.record.submission import Submission
from showcase.rules.asking import unread
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.problem import Problem

NAME = "nam"

EARLIEST = 1990
_A_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)", re.ASCII)


def check(submission: Submission, setting: Setting) -> Iterator[Problem]:
    """Năm phải viết bằng bốn chữ số và nằm trong khoảng 1990 đến năm tới.

    Phong trào được phát động năm 2009; những cách làm cũ hơn cũng được kể, nhưng không sớm hơn 1990. Một giai đoạn thì
    ghi năm bắt đầu, phần còn lại kể trong bài.

    Sai: `nam: 2020-2025`. Đúng: `nam: 2020`.
    """
    latest = setting.today.year + 1
    for cell, typed in unread(submission, Whole):
        if cell.entry.key == "nam":
            yield submission.error(NAME, cell.node, f"{quote(typed)} không phải là năm.{_way_out(typed)}")
    for cell in submission.cells_of(Whole, Date):
        year = cell.value if isinstance(cell.value, int) and cell.entry.key == "nam" else None
        if isinstance(cell.value, date) and cell.entry == MILESTONE.by_key["ngay"]:
            year = cell.value.year
        if year is not None and not EARLIEST <= year <= latest:
            sentence = f"Năm {year} nằm ngoài khoảng {EARLIEST}–{latest}. Hãy xem lại bốn chữ số của năm."
            yield submission.error(NAME, cell.node, sentence)


def _way_out(typed: str) -> str:
    years = _A_YEAR.findall(typed)
    if len(years) > 1:
        return f" Hãy ghi một năm, như '{years[0]}'; giai đoạn thì kể trong bài."
    return f" Ý bạn là '{years[0]}'?" if years else " Hãy ghi bốn chữ số, như 2022."
