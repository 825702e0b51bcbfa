"""Asks whether the texts tell the same number as the results, where both count the same thing."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from showcase.reading.kinds import Story
from showcase.reading.record import Cell, Record
from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.counting import counted_units
from showcase.words.numbers import read_number, write_number
from showcase.words.problem import Problem, Severity
from showcase.words.spoken_numbers import NUMBER_WORDS, read_spoken

NAME = "so_trong_bai"

_TEXTS = ("tieu_de", "tom_tat")
_WORDS = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
# What stands before a unit: a number in digits or in words, at the end of the text before it.
_NUMBER = rf"\d[\d.]*(?:,\d+)?|(?:(?:{_WORDS})\s+)*(?:{_WORDS})"
_BEFORE = re.compile(rf"(?<![\w.,])(?:{_NUMBER})\s+$", re.IGNORECASE)
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_REACH = 70
"""Characters: no number in words is longer."""
_WORD = 12
_BLANKS = 8
"""Characters: where a unit of two words is broken over two lines, the second is indented."""
_NEAR = Decimal("0.25")
"""What differs by more than a quarter is another number; 15 beside 16, and 3.000 beside 3.100, are likely one that was corrected."""


class _Told(NamedTuple):
    """A number that a text tells of a unit, where, and in which words; `beginning` is what of them a line surely holds."""

    number: Decimal
    cell: Cell
    words: str
    beginning: str


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Con số ở `ket_qua` và con số trong bài phải khớp nhau.

    Sửa con số ở một chỗ mà quên chỗ kia thì trang nói hai điều: bảng kết quả ghi 16 hộ, bài vẫn kể “mười lăm hộ”. Máy đọc
    cả số viết bằng chữ, và chỉ nhắc khi bài có một con số gần bằng, cùng đơn vị, mà không nơi nào trong bài có đúng con số
    của kết quả. Nếu đó là hai chuyện khác nhau thì không phải sửa.

    Sai: `sau: 16` với `don_vi_tinh: hộ`, bài viết “Mười lăm hộ cùng làm”. Đúng: bài viết “Mười sáu hộ cùng làm”.
    """
    results = submission.record.records("ket_qua") if submission.record else []
    if not results:
        return
    known = {number for result in results for key in ("truoc", "sau") if (number := _number(result, key)) is not None}
    texts: list[Cell] | None = None
    for result in results:
        number, units = _number(result, "sau"), [*counted_units(result.text("don_vi_tinh") or result.text("chi_so"))]
        if number and units:
            texts = [*_texts(submission)] if texts is None else texts
            for told in _other_numbers(texts, units, number, known):
                yield _problem(submission, told, number, units[0])


def _number(result: Record, key: str) -> Decimal | None:
    number = result.value(key)
    return number if isinstance(number, Decimal) else None


def _texts(submission: Submission) -> Iterator[Cell]:
    """Yield the title, the summary and the sections of the story."""
    above = submission.record.cells if submission.record else {}
    for cell in (*(above[key] for key in _TEXTS if key in above), *submission.cells_of(Story)):
        if isinstance(cell.value, str):
            yield cell


def _other_numbers(texts: list[Cell], units: list[str], number: Decimal, known: set[Decimal]) -> list[_Told]:
    """Give the numbers of the same unit that are near the result's, unless the result's own is told somewhere."""
    written = write_number(number)
    if any(_has(str(cell.value), written) for cell in texts):
        return []
    of_units = ([told for cell in texts for told in _told(cell, unit)] for unit in units)
    told = next(filter(None, of_units), [])
    if any(one.number == number for one in told):
        return []
    return [one for one in told if one.number not in known and abs(one.number - number) <= _NEAR * number]


def _has(text: str, written: str) -> bool:
    return written in text and any(match.group() == written for match in _DIGITS.finditer(text))


def _told(cell: Cell, unit: str) -> Iterator[_Told]:
    """Yield each number that a text tells of a unit; blanks and ends of lines are one."""
    text, first = str(cell.value), unit.partition(" ")[0]
    at = text.find(first)
    while at >= 0:
        end = at + len(first)
        is_number = not text[end : end + 1].isalnum() and _ends_with_number(text[max(0, at - _WORD) : at])
        if is_number and (match := _BEFORE.search(text, max(0, at - _REACH), at)):
            words = " ".join(match.group().lower().split())
            behind = " ".join(text[at : at + len(unit) + _BLANKS].split())
            number = read_number(words) if words[0].isdigit() else read_spoken(words)
            if number is not None and behind.startswith(unit) and not behind[len(unit) : len(unit) + 1].isalnum():
                yield _Told(Decimal(number), cell, f"{match.group()}{unit}", f"{match.group()}{first}")
        at = text.find(first, end)


def _ends_with_number(before: str) -> bool:
    """Tell whether the last word is one of a number: nearly none is, and to look for all of it costs ten times as much."""
    last = before.split()[-1:]
    return bool(last) and before[-1].isspace() and (last[0][-1].isdigit() or last[0].lower() in NUMBER_WORDS)


def _problem(submission: Submission, told: _Told, number: Decimal, unit: str) -> Problem:
    """Tell it where the text has the other number, as it is written there."""
    words = " ".join(told.words.split())
    sentence = (
        f"Ở đây viết {quote(words)}, còn 'ket_qua' ghi {quote(f'{write_number(number)} {unit}')}. "
        "Nếu là cùng một con số, hãy sửa cho khớp."
    )
    in_line = told.beginning.strip().splitlines()[0]
    return Problem(submission.spot_in(told.cell.node, in_line), Severity.ADVICE, NAME, sentence)
