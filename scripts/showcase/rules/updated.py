"""Asks whether the days of an entry follow each other: published, then changed or taken down."""

from collections.abc import Iterator
from datetime import date

from showcase.reading.node import Node
from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.words.dates import write_date
from showcase.words.problem import Problem

NAME = "cap_nhat"


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Ngày cập nhật và ngày gỡ bỏ không được trước ngày đăng.

    `ngay_dang` giữ nguyên mãi; sửa điều đáng kể thì ghi ngày sửa vào `cap_nhat`.

    Sai: `ngay_dang: 2026-11-22` với `cap_nhat: 2026-10-01`. Đúng: `cap_nhat: 2026-12-01`.
    """
    record = submission.record
    published = record.value("ngay_dang") if record else None
    if record is None or not isinstance(published, date):
        return
    takedown = record.group("go_bo")
    later: list[tuple[str, object, Node]] = [("cập nhật", record.value("cap_nhat"), record.node_at("cap_nhat"))]
    if takedown:
        later.append(("gỡ bỏ", takedown.value("ngay"), takedown.node_at("ngay")))
    for what, day, node in later:
        if isinstance(day, date) and day < published:
            sentence = (
                f"Ngày {what} {write_date(day)} trước ngày đăng {write_date(published)}. Hãy xem lại cả hai ngày."
            )
            yield submission.error(NAME, node, sentence)
