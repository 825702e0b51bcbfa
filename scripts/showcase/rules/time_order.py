"""Asks whether the milestones of a model, and the rounds of an event, stand in the order of time."""

from collections.abc import Iterator
from datetime import date

from showcase.reading.record import Record
from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.year import EARLIEST
from showcase.words.dates import write_date
from showcase.words.problem import Problem

NAME = "thu_tu"


def check(submission: Submission, setting: Setting) -> Iterator[Problem]:
    """Các mốc lịch sử, các vòng thi phải xếp từ trước đến sau.

    Nơi làm theo trước cả mốc đầu tiên thì được nhắc. Mốc chỉ ghi năm được đứng trước hay sau một ngày trong cùng năm. Vòng
    thi không sau ngày cuối của sự kiện. Xếp sai thường là do gõ nhầm năm.

    Sai: mốc `nam: 2023` rồi mới đến mốc `nam: 2021`. Đúng: mốc `nam: 2021` đứng trước.
    """
    latest: tuple[date, Record] | None = None
    for milestone in submission.record.records("lich_su") if submission.record else ():
        span = _span(milestone, setting.today)
        if span is None:
            continue
        earliest, last = span
        if latest is not None and last < latest[0]:
            sentence = (
                f"Mốc {_written(milestone)} đứng sau mốc {_written(latest[1])} ở dòng {latest[1].node.line}. "
                "Hãy xếp các mốc từ trước đến sau, hoặc xem lại năm."
            )
            yield submission.error(NAME, milestone.node_at("ngay" if milestone.value("ngay") else "nam"), sentence)
        if latest is None or earliest > latest[0]:
            latest = (earliest, milestone)
    if submission.record and submission.kind == "model":
        yield from _of_copies(submission, submission.record, setting.today)
    if submission.record and submission.kind == "event":
        yield from _of_rounds(submission, submission.record, setting.today)


def _of_copies(submission: Submission, model: Record, today: date) -> Iterator[Problem]:
    """Ask back where somebody copied before anything is told of the model; the source may have begun to tell late."""
    spans = [span for milestone in model.records("lich_su") if (span := _span(milestone, today))]
    begins = min((earliest.year for earliest, _ in spans), default=0)
    for copy in model.records("da_nhan_rong"):
        year = copy.value("nam")
        if isinstance(year, int) and EARLIEST <= year < begins:
            sentence = f"Nơi này làm theo năm {year}, trước mốc đầu tiên của mô hình là năm {begins}. Hãy xem lại năm, hoặc thêm mốc sớm hơn."
            yield submission.advice(NAME, copy.node_at("nam"), sentence)


def _of_rounds(submission: Submission, event: Record, today: date) -> Iterator[Problem]:
    ends = next((day for key in ("den_ngay", "ngay", "tu_ngay") if isinstance(day := event.value(key), date)), None)
    before: date | None = None
    for one in event.records("vong"):
        day = one.value("ngay")
        if not isinstance(day, date) or not EARLIEST <= day.year <= today.year + 1:  # of which another rule tells
            continue
        if before and day < before:
            sentence = f"Vòng này ngày {write_date(day)}, mà vòng đứng trên nó ngày {write_date(before)}. Hãy xếp các vòng từ trước đến sau, hoặc xem lại ngày."
            yield submission.error(NAME, one.node_at("ngay"), sentence)
        elif ends and day > ends:
            sentence = (
                f"Vòng này ngày {write_date(day)}, sau ngày cuối của sự kiện là {write_date(ends)}. Hãy xem lại ngày."
            )
            yield submission.error(NAME, one.node_at("ngay"), sentence)
        before = max(day, before or day)


def _span(milestone: Record, today: date) -> tuple[date, date] | None:
    """Give the first and last day on which the milestone may have been; None where another rule has told of its time."""
    day, year = milestone.value("ngay"), milestone.value("nam")
    if isinstance(day, date):
        return (day, day) if day <= today and day.year >= EARLIEST else None
    if isinstance(year, int) and EARLIEST <= year <= today.year + 1:
        return date(year, 1, 1), date(year, 12, 31)
    return None


def _written(milestone: Record) -> str:
    day = milestone.value("ngay")
    return write_date(day) if isinstance(day, date) else f"năm {milestone.value('nam')}"
