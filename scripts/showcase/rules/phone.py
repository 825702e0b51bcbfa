"""Asks whether the telephone number of a contact is one."""

import re
from collections.abc import Iterator

from showcase.reading.form import PHONE
from showcase.reading.kinds import Pattern
from showcase.record.submission import Submission
from showcase.rules.asking import unread
from showcase.rules.setting import Setting
from showcase.rules.wording import ask, quote
from showcase.words.problem import Problem

NAME = "dien_thoai"

_NUMBER = re.compile(r"[+(]?\d[\d .()-]{6,18}\d", re.ASCII)


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Số điện thoại cơ quan phải viết đúng.

    Một số duy nhất, gồm chữ số, có thể có dấu cách, dấu chấm, gạch nối hoặc ngoặc để dễ đọc, và mã vùng ở đầu.

    Sai: `dien_thoai_co_quan: ĐT 0238 3844 567 (chị Hoa)`. Đúng: `dien_thoai_co_quan: 0238 3844 567`.
    """
    for cell, typed in unread(submission, Pattern):
        if cell.kind == PHONE:
            yield submission.error(NAME, cell.node, f"{quote(typed)} không phải là một số điện thoại.{_way_out(typed)}")


def _way_out(typed: str) -> str:
    numbers = _NUMBER.findall(typed)
    if len(numbers) == 1 and PHONE.read(numbers[0].strip()):
        return ask(numbers[0])
    return " Hãy ghi một số có mã vùng, như '0238 3844 567'."
