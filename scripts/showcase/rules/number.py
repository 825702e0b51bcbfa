"""Asks whether a number is written as Vietnamese write it."""

import re
from collections.abc import Iterator

from showcase.reading.kinds import Number
from showcase.record.submission import Submission
from showcase.rules.asking import typed, unread
from showcase.rules.setting import Setting
from showcase.rules.wording import ask, quote
from showcase.words.numbers import propose_number
from showcase.words.problem import Problem

NAME = "con_so"

_APPROXIMATIONS = re.compile(r"(?i)^\W*(hơn|trên|gần|khoảng|chừng|>|<|~|≈)\s*\d")
_KEYS = {"hơn": "hon", "trên": "hon", ">": "hon", "gần": "gan", "<": "gan"}
_UNIT_AFTER = re.compile(r"^[-\u2212\d.,\s]+[^-\u2212\d.,\s]")
_ENGLISH_THOUSAND = re.compile(r"-?\d{1,3},000", re.ASCII)
_THREE_DECIMALS = re.compile(r"-?[1-9]\d{0,2},\d{3}", re.ASCII)


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Con số phải viết theo lối Việt Nam.

    Dấu chấm ngăn hàng nghìn, dấu phẩy trước phần lẻ: `3100` hoặc `3.100` là ba nghìn một trăm, `3,5` là ba phẩy năm. Chỉ
    ghi con số; đơn vị ghi ở `don_vi_tinh`, “hơn”, “gần”, “khoảng” ghi ở `xap_xi`.

    Sai: `sau: 3.5`, `sau: 1,000`, `sau: hơn 3100 hộ`. Đúng: `sau: 3,5`, `sau: 1.000`, `sau: 3.100`.
    """
    for cell, text in unread(submission, Number):
        yield submission.error(NAME, cell.node, f"{quote(text)} không phải là con số viết đúng cách.{_way_out(text)}")
    for cell in submission.cells_of(Number):
        if cell.value is not None:
            text = typed(cell).strip()
            if _ENGLISH_THOUSAND.fullmatch(text):
                meant = text.replace(",", ".")
                whole = text.partition(",")[0]
                sentence = (
                    f"{quote(text)} được hiểu là {whole}, vì dấu phẩy đứng trước phần lẻ. Ý bạn là {quote(meant)}?"
                )
                yield submission.error(NAME, cell.node, sentence)
            elif _THREE_DECIMALS.fullmatch(text):
                meant = text.replace(",", ".")
                sentence = f"{quote(text)} được hiểu là số có ba chữ số lẻ. Nếu là hàng nghìn, hãy viết {quote(meant)}."
                yield submission.advice(NAME, cell.node, sentence)


def _way_out(text: str) -> str:
    meant = propose_number(text)
    way_out = ask(meant) if meant else " Hãy viết đủ các chữ số, như 3100, 3.100 hoặc 3,5."
    if match := _APPROXIMATIONS.match(text):
        way_out += f" Chữ {quote(match[1])} ghi ở 'xap_xi: {_KEYS.get(match[1].lower(), 'khoang')}'."
    if _UNIT_AFTER.match(_APPROXIMATIONS.sub("0", text)):
        way_out += " Đơn vị ghi ở 'don_vi_tinh'."
    return way_out
