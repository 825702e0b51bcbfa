"""Asks whether a text gives away what belongs to a private person: a mobile number, a private mailbox, an identity card."""

import re
from collections.abc import Iterator

from showcase.reading.kinds import Pattern, Story, Text
from showcase.reading.node import Scalar
from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.problem import Problem, Severity

NAME = "rieng_tu"

# Ten digits from 03, 05, 07, 08 or 09; offices have 02.
_MOBILE = re.compile(r"(?<![\d.,/-])(?:\+?84[ .-]?|0)[35789]\d(?:[ .-]?\d){7}(?![\d/-])", re.ASCII)
_AT_HOME = re.compile(r"@(?:gmail|yahoo|hotmail|outlook|icloud|live|zoho)\.", re.IGNORECASE)
_MAILBOX = re.compile(rf"(?<![\w.+-])[\w.+-]{{1,64}}{_AT_HOME.pattern}[\w.]+\w", re.ASCII | re.IGNORECASE)
_IDENTITY = re.compile(
    r"(?i)(?:cccd|cmnd|cmtnd|căn cước(?: công dân)?|chứng minh(?: nhân dân| thư)?)\D{0,12}(\d{9}(?:\d{3})?)(?!\d)"
)
# Where they are left out of a text, as editors put them into numbers, also over the end of a line, nine digits stand in a row.
_BETWEEN_DIGITS = b" \t\r\n.-"
_DIGITS_AS_0 = bytes.maketrans(b"123456789", b"0" * 9)
_NINE = b"0" * 9
_WAY_OUT = "Hãy thay bằng số máy của cơ quan, hoặc xóa."


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Trong tệp không nên có số di động, hòm thư riêng hay số căn cước của ai.

    Điều đã lên mạng thì không lấy lại được. Để liên hệ, hãy ghi máy bàn và hòm thư của cơ quan; số căn cước thì không
    bao giờ. Số di động dùng chung của một cơ quan vẫn đăng được: đây chỉ là lời nhắc.

    Sai: `dien_thoai_co_quan: 0912 345 678`. Đúng: `dien_thoai_co_quan: 0238 3844 567`.
    """
    if not _may_hold_something(submission.text):
        return
    for cell in submission.cells_of(Text, Story, Pattern):
        is_asked = cell.entry.key != "url"
        if is_asked and isinstance(cell.node, Scalar) and _may_hold_something(cell.node.value):
            yield from _asked(submission, cell.node)


def _may_hold_something(text: str) -> bool:
    """Tell it of nearly every text in two thirds of the time that one pattern for digits takes."""
    if "@" in text and _AT_HOME.search(text):
        return True
    return _NINE in text.encode(errors="replace").translate(_DIGITS_AS_0, _BETWEEN_DIGITS)


def _asked(submission: Submission, node: Scalar) -> Iterator[Problem]:
    for match in _MOBILE.finditer(node.value):
        sentence = f"{quote(match.group())} có vẻ là số di động của riêng một người. {_WAY_OUT}"
        yield Problem(submission.spot_in(node, match.group()), Severity.ADVICE, NAME, sentence)
    for match in _MAILBOX.finditer(node.value):
        sentence = f"{quote(match.group())} có vẻ là hòm thư riêng. Hãy thay bằng hòm thư của cơ quan, hoặc xóa."
        yield Problem(submission.spot_in(node, match.group()), Severity.ADVICE, NAME, sentence)
    for match in _IDENTITY.finditer(node.value):
        sentence = "Ở đây có vẻ có số căn cước hoặc chứng minh của một người. Hãy xóa số ấy."
        yield Problem(submission.spot_in(node, match[1]), Severity.ADVICE, NAME, sentence)
