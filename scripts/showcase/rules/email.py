"""Asks whether the e-mail address of a contact is one."""

from collections.abc import Iterator

from showcase.reading.form import EMAIL
from showcase.reading.kinds import Pattern
from showcase.record.submission import Submission
from showcase.rules.asking import unread
from showcase.rules.setting import Setting
from showcase.rules.wording import ask, quote
from showcase.words.problem import Problem
from showcase.words.text import fold

NAME = "thu_dien_tu"


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Địa chỉ thư điện tử phải viết đúng.

    Một địa chỉ, không dấu, không dấu cách, có đúng một dấu `@` và tên miền ở sau. Hãy dùng hòm thư của cơ quan.

    Sai: `email: danvan nghean.gov.vn`. Đúng: `email: danvan@nghean.gov.vn`.
    """
    for cell, typed in unread(submission, Pattern):
        if cell.kind == EMAIL:
            yield submission.error(
                NAME, cell.node, f"{quote(typed)} không phải là địa chỉ thư điện tử.{_way_out(typed)}"
            )


def _way_out(typed: str) -> str:
    mended = (
        fold(typed).removeprefix("mailto:").replace("(at)", "@").replace("[at]", "@").replace(" ", "").rstrip(".,;")
    )
    if mended != typed and EMAIL.read(mended):
        return ask(mended)
    return " Hãy ghi một địa chỉ, như 'danvan@nghean.gov.vn'."
