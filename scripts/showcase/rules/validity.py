"""Asks whether the days and years of a document follow each other: issued, in force, no longer in force."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from showcase.reading.form import PERIOD
from showcase.record.submission import Submission
from showcase.rules.asking import unread
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.dates import write_date
from showcase.words.problem import Problem

NAME = "hieu_luc"

_DAYS = {"ngay": "ban hành", "hieu_luc_tu": "có hiệu lực", "het_hieu_luc": "hết hiệu lực"}


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Các ngày của một văn bản phải theo thứ tự: ban hành, có hiệu lực, hết hiệu lực; giai đoạn viết từ năm đến năm.

    `giai_doan` là hai năm nối bằng gạch nối, năm đầu không sau năm cuối. Ngày nào nguồn không nói thì để trống.

    Sai: `giai_doan: 2021 đến 2025`. Đúng: `giai_doan: 2021-2025`.
    """
    if submission.kind != "document" or submission.record is None:
        return
    record = submission.record
    days = [(key, value) for key in _DAYS if isinstance(value := record.value(key), date)]
    for (first, earlier), (second, later) in pairwise(days):
        if later < earlier:
            sentence = f"Ngày {_DAYS[second]} {write_date(later)} trước ngày {_DAYS[first]} {write_date(earlier)}. Hãy xem lại cả hai ngày."
            yield submission.error(NAME, record.node_at(second), sentence)
    for cell, wrong in unread(submission, type(PERIOD)):
        if cell.kind == PERIOD:
            sentence = f"{quote(wrong)} không phải là một giai đoạn. Hãy ghi năm đầu và năm cuối, như '2021-2025'."
            yield submission.error(NAME, cell.node, sentence)
    period = record.text("giai_doan")
    if period[:4] > period[-4:]:
        sentence = f"Giai đoạn {quote(period)} kết thúc trước khi bắt đầu. Hãy xem lại hai năm."
        yield submission.error(NAME, record.node_at("giai_doan"), sentence)
