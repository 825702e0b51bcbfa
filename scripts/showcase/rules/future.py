"""Asks whether anything is said to have happened that cannot have happened yet."""

from collections.abc import Iterator
from datetime import date

from showcase.reading.kinds import Date
from showcase.reading.record import Record
from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.words.dates import write_date
from showcase.words.problem import Problem

NAME = "tuong_lai"

_AHEAD = {"hieu_luc_tu", "het_hieu_luc"}
"""What a document says of days to come."""


def check(submission: Submission, setting: Setting) -> Iterator[Problem]:
    """Không có ngày nào ở tương lai, không có kết quả nào của năm chưa đến.

    Mọi ngày (của mốc lịch sử, của nguồn, ngày đăng, cập nhật, gỡ bỏ) đều không sau hôm nay, trừ ngày hiệu lực của văn bản; năm của kết quả và của nơi
    đã nhân rộng không sau năm nay. Riêng mốc lịch sử chỉ ghi năm được đến năm tới, cho điều đã đăng ký trước.

    Sai: `ngay_dang: 2062-11-22`. Đúng: `ngay_dang: 2026-11-22`.
    """
    today = setting.today
    for cell in submission.cells_of(Date):
        if isinstance(cell.value, date) and cell.value > today and cell.entry.key not in _AHEAD:
            sentence = f"{write_date(cell.value)} là ngày ở tương lai (hôm nay là {write_date(today)}). Hãy xem lại ngày, tháng, năm."
            yield submission.error(NAME, cell.node, sentence)
    for record in _that_happened(submission):
        year = record.value("nam")
        # A year beyond the next one is told by the rule on years.
        if year == today.year + 1:
            sentence = f"Năm {year} chưa đến, chưa thể có kết quả. Hãy xem lại năm."
            yield submission.error(NAME, record.node_at("nam"), sentence)


def _that_happened(submission: Submission) -> Iterator[Record]:
    if submission.record and submission.kind == "model":
        yield from submission.record.records("ket_qua")
        yield from submission.record.records("da_nhan_rong")
