"""Asks whether each milestone, each document and each event has one time: a year, a day, or the first and the last of some days."""

from collections.abc import Iterator
from datetime import date

from showcase.reading.form import DOCUMENT, EVENT, MILESTONE
from showcase.reading.record import Record
from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.wording import listed
from showcase.words.dates import write_date
from showcase.words.problem import Problem

NAME = "thoi_diem"

_TIMES = ("nam", "ngay")
_TIMED = {id(form) for form in (MILESTONE, DOCUMENT, EVENT)}
_FIRST, _LAST = "tu_ngay", "den_ngay"


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Mỗi mốc lịch sử, mỗi văn bản, mỗi sự kiện có đúng một thời điểm, `nam` hoặc `ngay`.

    Biết chính xác ngày thì ghi `ngay`, chỉ biết năm thì ghi `nam`. Ghi cả hai thì thừa, và có thể trái nhau; không ghi
    thì mốc ấy không có chỗ trên dòng thời gian. Sự kiện nhiều ngày thì ghi `tu_ngay` và `den_ngay`.

    Sai: một mốc chỉ có `viec: trien-khai`. Đúng: thêm `nam: 2022`.
    """
    for record in submission.records:
        if id(record.form) in _TIMED:
            yield from _of_record(record, submission)


def _of_record(record: Record, submission: Submission) -> Iterator[Problem]:
    what = record.form.what.capitalize()
    given = [key for key in (*_TIMES, _FIRST, _LAST) if key in record.cells]
    if not given:
        sentence = f"{what} này chưa có thời điểm. Hãy thêm 'nam: 2022', hoặc 'ngay: 22/11/2022' nếu biết chính xác."
        yield submission.error(NAME, record.node, sentence)
    elif given == list(_TIMES):
        sentence = f"{what} này có cả 'nam' và 'ngay'. Hãy giữ 'ngay' nếu biết chính xác, nếu không thì giữ 'nam'."
        yield submission.error(NAME, record.node_at("nam"), sentence)
    elif given in ([_FIRST], [_LAST]):
        sentence = f"{what} nhiều ngày cần cả '{_FIRST}' và '{_LAST}'; nếu chỉ một ngày thì ghi 'ngay'."
        yield submission.error(NAME, record.node_at(given[0]), sentence)
    elif given == [_FIRST, _LAST]:
        yield from _of_days(record, submission)
    elif given in (["ngay", _FIRST], ["ngay", _LAST]):
        other = _LAST if given[1] == _FIRST else _FIRST
        sentence = f"{what} nhiều ngày thì đổi 'ngay' thành '{other}'; nếu chỉ một ngày thì bỏ '{given[1]}'."
        yield submission.error(NAME, record.node_at("ngay"), sentence)
    elif len(given) > 1:
        sentence = f"{what} này ghi thời điểm hai lần: {listed(given, 'và')}. Hãy giữ một cách ghi."
        yield submission.error(NAME, record.node_at(given[0]), sentence)


def _of_days(record: Record, submission: Submission) -> Iterator[Problem]:
    first, last = record.value(_FIRST), record.value(_LAST)
    if isinstance(first, date) and isinstance(last, date) and last <= first:
        sentence = f"Ngày cuối {write_date(last)} không sau ngày đầu {write_date(first)}. Hãy xem lại; nếu chỉ một ngày thì ghi 'ngay'."
        yield submission.error(NAME, record.node_at(_LAST), sentence)
