"""Asks whether a number is written as Vietnamese write it."""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from showcase.reading.kinds import Number, Story, Text, Whole
from showcase.reading.record import Cell, Record
from showcase.record.submission import Submission
from showcase.rules.asking import typed, unread
from showcase.rules.setting import Setting
from showcase.rules.wording import ask, of_excel, quote
from showcase.words.counting import counted_unit
from showcase.words.numbers import propose_number, read_number, write_number
from showcase.words.problem import Problem, Severity

NAME = "con_so"

_APPROXIMATIONS = re.compile(r"(?i)^\W*(hơn|trên|gần|khoảng|chừng|>|<|~|≈)\s*\d")
_KEYS = {"hơn": "hon", "trên": "hon", ">": "hon", "gần": "gan", "<": "gan"}
_WORDS_BEFORE = re.compile(r"\W*([^\W\d_][^\d]*?)[\s:]*\d")
_UNIT_AFTER = re.compile(r"^[-\u2212\d.,\s]+[^-\u2212\d.,\s]")
_ENGLISH_THOUSAND = re.compile(r"-?\d{1,3},000", re.ASCII)
_EXPONENT = re.compile(r"\d[\d.,]{0,20}[Ee]\+\d{1,3}", re.ASCII)
_OTHER_FIGURES = frozenset({"so"})
"""Keys of reports under which something else than models may be counted."""
_OTHERS_WHOLE = frozenset({"nam", "nguon"})
"""Years and numbers of sources, of which other rules tell."""
_THREE_DECIMALS = re.compile(r"-?[1-9]\d{0,2},\d{3}", re.ASCII)


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Con số phải viết theo lối Việt Nam.

    Dấu chấm ngăn hàng nghìn, dấu phẩy trước phần lẻ: `3100` hoặc `3.100` là ba nghìn một trăm, `3,5` là ba phẩy năm. Chỉ
    ghi con số; đơn vị ghi ở `don_vi_tinh`, “hơn”, “gần”, “khoảng” ghi ở `xap_xi`.

    Cái đếm từng đơn vị một, như hộ, người, camera, cây, thì không có ba chữ số lẻ: `3,100` ở đó phải hỏi lại là 3.100 hay
    3,1.

    Sai: `sau: 3.5`, `sau: 1,000`, `sau: hơn 3100 hộ`. Đúng: `sau: 3,5`, `sau: 1.000`, `sau: 3.100`.
    """
    for cell, text in unread(submission, Number):
        yield submission.error(NAME, cell.node, f"{quote(text)} không phải là con số viết đúng cách.{_way_out(text)}")
    yield from _in_texts(submission)
    yield from _counted(submission)
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
                yield _three_decimals(submission, cell, text)
            elif isinstance(cell.value, Decimal) and cell.value < 0:
                yield from _below_zero(submission, cell, text)


def _below_zero(submission: Submission, cell: Cell, text: str) -> Iterator[Problem]:
    """Ask back where less than nothing is counted; of what is added up another rule tells."""
    record, unit = _record_of(submission, cell), _counted_under(submission, cell)
    if unit and not (record and record.text("loai_chi_so")):
        sentence = (
            f"{quote(text)} nhỏ hơn 0, mà {quote(unit)} thì đếm được. Hãy bỏ dấu trừ; nếu là mức giảm, hãy ghi chữ"
            " 'giảm' ở tên của điều được đếm."
        )
        yield submission.advice(NAME, cell.node, sentence)


def _counted(submission: Submission) -> Iterator[Problem]:
    """Yield what is counted in whole and is no such count: how many clusters, how many teams."""
    for cell in submission.cells_of(Whole):
        if cell.entry.key not in _OTHERS_WHOLE and not cell.value and (text := typed(cell).strip()):
            sentence = (
                f"{quote(text)} không phải là một số đếm. Hãy ghi bằng chữ số, từ 1 trở lên, như 4; "
                "nếu nguồn không nói thì bỏ dòng này."
            )
            yield submission.error(NAME, cell.node, sentence)


def _three_decimals(submission: Submission, cell: Cell, text: str) -> Problem:
    """Ask back where something is counted in whole, which has no decimals; elsewhere they may be meant."""
    number = read_number(text) or Decimal(0)
    meant, as_read = text.replace(",", "."), write_number(number)
    if unit := _counted_under(submission, cell):
        sentence = (
            f"{quote(text)} được hiểu là {as_read}, mà {quote(unit)} thì đếm từng đơn vị một: {meant} hay {as_read}? "
            f"Nếu là hàng nghìn, hãy viết {quote(meant)}{_average(number) if submission.kind == 'model' else ''}."
        )
        return submission.error(NAME, cell.node, sentence)
    sentence = f"{quote(text)} được hiểu là số có ba chữ số lẻ. Nếu là hàng nghìn, hãy viết {quote(meant)}."
    return submission.advice(NAME, cell.node, sentence)


def _average(number: Decimal) -> str:
    rounded = number.quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"; nếu là số trung bình, hãy viết {quote(write_number(rounded))}"


def _counted_under(submission: Submission, cell: Cell) -> str:
    """Give what a number counts in whole: its unit, or what is measured; in a report models and exemplars. '' if neither."""
    if submission.kind == "report" and cell.entry.key not in _OTHER_FIGURES:
        return "mô hình"
    record = _record_of(submission, cell)
    return counted_unit(record.text("don_vi_tinh") or record.text("chi_so") or record.text("ten")) if record else ""


def _record_of(submission: Submission, cell: Cell) -> Record | None:
    return next((one for one in submission.records if cell in one.cells.values()), None)


def _in_texts(submission: Submission) -> Iterator[Problem]:
    """Yield the numbers in sentences that Excel has shortened."""
    if not any(sign in submission.text for sign in ("E+", "e+")):
        return
    for cell in submission.cells_of(Text, Story):
        if match := _EXPONENT.search(typed(cell)):
            sentence = f"{quote(match.group())} không phải là con số viết đúng cách.{of_excel(match.group())}"
            yield Problem(submission.spot_in(cell.node, match.group()), Severity.ADVICE, NAME, sentence)


def _way_out(text: str) -> str:
    if shortened := of_excel(text):
        return shortened
    words = None if _APPROXIMATIONS.match(text) else _WORDS_BEFORE.match(text)
    if words:
        return f" Hãy chỉ ghi con số, như 3.100 hoặc 3,5; chữ {quote(words[1])} ghi ở tên của điều được đếm."
    meant = propose_number(text)
    way_out = ask(meant) if meant else " Hãy viết đủ các chữ số, như 3100, 3.100 hoặc 3,5."
    if match := _APPROXIMATIONS.match(text):
        way_out += f" Chữ {quote(match[1])} ghi ở 'xap_xi: {_KEYS.get(match[1].lower(), 'khoang')}'."
    if _UNIT_AFTER.match(_APPROXIMATIONS.sub("0", text)):
        way_out += " Đơn vị ghi ở 'don_vi_tinh'."
    return way_out
