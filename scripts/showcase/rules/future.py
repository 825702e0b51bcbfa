"""Asks whether anything is said to have happened that cannot have happened yet."""

from collections.abc import Iterator
from datetime import date

from showcase.reading.form import EVENT, MILESTONES, ROUND
from showcase.reading.kinds import Date
from showcase.reading.record import Record
from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.dates import write_date
from showcase.words.problem import Problem

NAME = "tuong_lai"

_AHEAD = {"hieu_luc_tu", "het_hieu_luc"}
"""What a document says of days to come."""
_PLANNED = tuple(
    form.by_key[key] for form in (EVENT, ROUND) for key in ("ngay", "tu_ngay", "den_ngay") if key in form.by_key
)
"""When a contest or a festival will be: a calendar tells of it before; of years beyond the next one the rule on years tells."""
_BEGINS = ("ngay", "tu_ngay")
_REGISTERED = "dang-ky"
_SETTLED = (
    "tham-dinh",
    "cong-nhan",
    "khen-thuong",
    "kiem-tra",
    "so-ket",
    "tong-ket",
    "danh-gia",
)
"""Milestones that nobody can tell of a year to come; of the others a plan may say so."""
_OUTCOMES = {"giai": "giải", "mo_hinh": "mô hình được giới thiệu hoặc khen"}


def check(submission: Submission, setting: Setting) -> Iterator[Problem]:
    """Không có ngày nào ở tương lai, không có kết quả nào của năm chưa đến.

    Mọi ngày (của mốc lịch sử, của nguồn, ngày đăng, cập nhật, gỡ bỏ) đều không sau hôm nay, trừ ngày hiệu lực của văn bản; năm của kết quả và của nơi
    đã nhân rộng không sau năm nay; năm của báo cáo cũng vậy, trừ con số đăng ký. Riêng mốc lịch sử chỉ ghi năm được đến năm tới, cho điều đã đăng ký trước;
    mốc như công nhận, khen thưởng, tổng kết ở năm tới thì được nhắc.

    Sai: `ngay_dang: 2062-11-22`. Đúng: `ngay_dang: 2026-11-22`.
    """
    today = setting.today
    for cell in submission.cells_of(Date):
        may_be_ahead = cell.entry.key in _AHEAD or cell.entry in _PLANNED
        if isinstance(cell.value, date) and cell.value > today and not may_be_ahead:
            sentence = f"{write_date(cell.value)} là ngày ở tương lai (hôm nay là {write_date(today)}). Hãy xem lại ngày, tháng, năm."
            yield submission.error(NAME, cell.node, sentence)
    yield from _outcome_of_what_is_planned(submission, today)
    yield from _settled_ahead(submission, today)
    for record in _that_happened(submission):
        year = record.value("nam")
        # A year beyond the next one is told by the rule on years.
        if year == today.year + 1:
            sentence = f"Năm {year} chưa đến, chưa thể có kết quả. Hãy xem lại năm."
            yield submission.error(NAME, record.node_at("nam"), sentence)


def _settled_ahead(submission: Submission, today: date) -> Iterator[Problem]:
    """Ask back where a milestone of the next year says that something was settled."""
    for milestone in submission.record.records("lich_su") if submission.record and submission.kind == "model" else ():
        if milestone.value("nam") == today.year + 1 and milestone.value("viec") in _SETTLED:
            what = MILESTONES[str(milestone.value("viec"))].lower()
            sentence = f"Năm {today.year + 1} chưa đến mà mốc này ghi {quote(what)}. Hãy xem lại năm; nếu mới là kế hoạch, hãy bỏ mốc này."
            yield submission.advice(NAME, milestone.node_at("nam"), sentence)


def _outcome_of_what_is_planned(submission: Submission, today: date) -> Iterator[Problem]:
    record = submission.record
    if record is None or submission.kind != "event":
        return
    begins = next((day for key in _BEGINS if isinstance(day := record.value(key), date)), today)
    for key, what in _OUTCOMES.items():
        if begins > today and key in record.cells:
            sentence = f"Sự kiện này bắt đầu ngày {write_date(begins)}, nay chưa thể có {what}. Hãy bỏ mục này, hoặc xem lại ngày."
            yield submission.error(NAME, record.node_at(key), sentence)


def _that_happened(submission: Submission) -> Iterator[Record]:
    if submission.record and submission.kind == "report":
        counted = {figure.text("chi_tieu") for figure in submission.record.records("so_lieu")}
        if counted != {_REGISTERED}:
            yield submission.record
    if submission.record and submission.kind == "model":
        yield from submission.record.records("ket_qua")
        yield from submission.record.records("da_nhan_rong")
