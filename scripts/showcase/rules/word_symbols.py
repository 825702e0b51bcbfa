"""Asks whether a text holds signs that only Word's own fonts (Symbol, Wingdings) can show."""

import re
from collections.abc import Iterator

from showcase.reading.kinds import Story, Text
from showcase.reading.node import Scalar
from showcase.record.submission import Submission
from showcase.rules.asking import is_headline
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.problem import Problem, Severity

NAME = "ky_hieu_word"

_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_AT_START = re.compile("[ \t\u00a0]*[\ue000-\uf8ff\U000f0000-\U0010fffd]")


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Không dùng ký hiệu riêng của Word.

    Dấu đầu dòng, mũi tên, dấu tích chép từ Word thuộc phông Symbol hay Wingdings: máy khác không có phông ấy thì hiện ô
    trống. Trong tiêu đề, tóm tắt và tên gọi đây là lỗi, nơi khác là lời nhắc.

    Sai: dòng bắt đầu bằng dấu chấm tròn chép từ Word. Đúng: `- Quét dọn`, mỗi mục một dòng, sau một dòng trống; nơi chỉ nhận
    chữ thuần thì xóa ký hiệu.
    """
    if submission.is_usual or not _PRIVATE.search(submission.text):
        return
    for cell in submission.cells_of(Text, Story):
        text = cell.node.value if isinstance(cell.node, Scalar) else ""
        severity = Severity.ERROR if is_headline(cell) else Severity.ADVICE
        for sign in dict.fromkeys(_PRIVATE.findall(text)):
            yield Problem(submission.spot_in(cell.node, sign), severity, NAME, _sentence(sign, text, cell.entry.key))


def _sentence(sign: str, text: str, key: str) -> str:
    code = f"U+{ord(sign):04X}"
    if any(_AT_START.match(line) and sign in line for line in text.splitlines()) and "\n" in text.strip():
        return (
            f"Đây là dấu đầu dòng của Word ({code}): trên trang chỉ hiện một ô trống. Hãy gõ '- ' ở đầu mỗi mục, mỗi mục một "
            "dòng, và để một dòng trống trước mục đầu."
        )
    return f"Trong {quote(key)} có ký hiệu riêng của Word ({code}): trên trang chỉ hiện một ô trống. Hãy xóa nó, hoặc gõ một dấu thường."
