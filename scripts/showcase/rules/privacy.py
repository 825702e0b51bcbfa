"""Asks whether a text gives away what belongs to a private person: a mobile number, a private mailbox, an identity card."""

import re
from collections.abc import Iterator

from showcase.reading.kinds import Pattern, Story, Text
from showcase.reading.node import Scalar
from showcase.reading.record import Cell
from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.problem import Problem, Severity

NAME = "rieng_tu"

# Ten digits from 03, 05, 07, 08 or 09; offices have 02.
_MOBILE = re.compile(r"(?<![\d.,/-])(?:\+?84[ .-]?|0)[35789]\d(?:[ .-]?\d){7}(?![\d/-])", re.ASCII)
_MAILBOX = re.compile(r"[\w.+-]+@(?:gmail|yahoo|hotmail|outlook|icloud|live|zoho)\.[\w.]+\w", re.ASCII | re.IGNORECASE)
_IDENTITY = re.compile(
    r"(?i)(?:cccd|cmnd|cmtnd|căn cước(?: công dân)?|chứng minh(?: nhân dân| thư)?)\D{0,12}(\d{9}(?:\d{3})?)(?!\d)"
)
_LATER_ANSWER = "Hãy thay bằng số máy của cơ quan, hoặc xóa."


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Trong tệp không nên có số di động, hòm thư riêng hay số căn cước của ai.

    Điều đã lên mạng thì không lấy lại được. Để liên hệ, hãy ghi máy bàn và hòm thư của cơ quan; số căn cước thì không
    bao giờ. Số di động dùng chung của một cơ quan vẫn đăng được: đây chỉ là lời nhắc.

    Sai: `dien_thoai_co_quan: 0912 345 678`. Đúng: `dien_thoai_co_quan: 0238 3844 567`.
    """
    for cell in submission.cells:
        if isinstance(cell.kind, Text | Story | Pattern) and isinstance(cell.node, Scalar):
            value = cell.node.value
            if "@" in value or any(digit in value for digit in "35789"):
                yield from _asked(submission, cell, cell.node)


def _asked(submission: Submission, cell: Cell, node: Scalar) -> Iterator[Problem]:
    if cell.entry.key == "url":
        return
    for match in _MOBILE.finditer(node.value):
        sentence = f"{quote(match.group())} có vẻ là số di động của riêng một người. {_LATER_ANSWER}"
        yield Problem(submission.spot_in(node, match.group()), Severity.ADVICE, NAME, sentence)
    for match in _MAILBOX.finditer(node.value):
        sentence = f"{quote(match.group())} có vẻ là hòm thư riêng. Hãy thay bằng hòm thư của cơ quan, hoặc xóa."
        yield Problem(submission.spot_in(node, match.group()), Severity.ADVICE, NAME, sentence)
    for match in _IDENTITY.finditer(node.value):
        sentence = "Ở đây có vẻ có số căn cước hoặc chứng minh của một người. Hãy xóa số ấy."
        yield Problem(submission.spot_in(node, match[1]), Severity.ADVICE, NAME, sentence)
