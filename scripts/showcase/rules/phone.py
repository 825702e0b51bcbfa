"""Asks whether the telephone number of a contact is one."""

import re
from collections.abc import Iterator

from showcase.reading.form import PHONE
from showcase.reading.kinds import Pattern
from showcase.record.submission import Submission
from showcase.rules.asking import typed, unread
from showcase.rules.setting import Setting
from showcase.rules.wording import ask, of_excel, quote
from showcase.words.problem import Problem

NAME = "dien_thoai"

_NUMBER = re.compile(r"[+(]?\d[\d .()-]{6,18}\d", re.ASCII)
_ZEROS = str.maketrans("Oo", "00")
_NOT_DIGITS = re.compile(r"\D", re.ASCII)
_MOBILE_WITHOUT_0 = re.compile(r"[35789]\d{8}", re.ASCII)
_OFFICE = 11
"""Digits of every fixed line since the area codes were changed in 2017, with its 0: 024 and 028 with eight more, others with seven."""
_OFFICE_WITHOUT_0 = re.compile(r"2\d{9}", re.ASCII)


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Số điện thoại cơ quan phải viết đúng.

    Một số duy nhất, gồm chữ số (máy bàn có 11 chữ số kể cả mã vùng), có thể có dấu cách, dấu chấm, gạch nối hoặc ngoặc để dễ đọc, và mã vùng ở đầu. Chép từ
    Excel thì số 0 đầu thường mất, hoặc số thành `2.38E+09`: hãy xem lại số gốc.

    Sai: `dien_thoai_co_quan: ĐT 0238 3844 567 (chị Hoa)`. Đúng: `dien_thoai_co_quan: 0238 3844 567`.
    """
    for cell, text in unread(submission, Pattern):
        if cell.kind == PHONE:
            yield submission.error(NAME, cell.node, f"{quote(text)} không phải là một số điện thoại.{_way_out(text)}")
    for cell in submission.cells_of(Pattern):
        if cell.kind == PHONE and cell.value is not None and (sentence := _without_0(typed(cell).strip())):
            yield submission.error(NAME, cell.node, sentence)
        elif cell.kind == PHONE and isinstance(cell.value, str) and (many := _wrong_length(cell.value)):
            sentence = f"{quote(cell.value)} có {many} chữ số, mà số máy bàn có {_OFFICE} chữ số kể cả mã vùng. Hãy xem lại số gốc."
            yield submission.advice(NAME, cell.node, sentence)


def _way_out(text: str) -> str:
    if shortened := of_excel(text):
        return shortened
    numbers = _NUMBER.findall(text.translate(_ZEROS))
    if len(numbers) == 1 and PHONE.read(numbers[0].strip()) and not _without_0(numbers[0].strip()):
        return ask(numbers[0])
    return " Hãy ghi một số có mã vùng, như '0238 3844 567'."


def _wrong_length(text: str) -> int:
    """Give how many digits a fixed line's number has, where it has not as many as they all have; else 0."""
    digits = _NOT_DIGITS.sub("", text)
    digits = f"0{digits.removeprefix('84').removeprefix('0')}" if text.startswith("+84") else digits
    return len(digits) if digits.startswith("02") and len(digits) != _OFFICE else 0


def _without_0(text: str) -> str:
    """Say that a number lost its first 0, as it does in a sheet; '' where it did not."""
    digits = _NOT_DIGITS.sub("", text)
    if text.startswith("+"):
        return ""
    if _OFFICE_WITHOUT_0.fullmatch(digits):
        return f"{quote(text)} thiếu số 0 đầu.{ask(f'0{text}')}"
    if _MOBILE_WITHOUT_0.fullmatch(digits):
        return f"{quote(text)} thiếu số 0 đầu. Hãy ghi máy bàn của cơ quan, có mã vùng, như '0238 3844 567'."
    return ""
