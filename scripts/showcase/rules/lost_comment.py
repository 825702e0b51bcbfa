"""Asks whether a `#` in a sentence has turned its rest into a comment."""

import re
from collections.abc import Iterator

from showcase.reading.node import Scalar
from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.wording import in_single_quotes, quote, without_comment
from showcase.words.problem import Problem, Severity, Spot

NAME = "mat_chu"

# "Tổ tự quản #4" loses "#4"; a comment that is meant has a space after its sign.
_LOST = re.compile(r"(?<=\S)[ \t]+(#[^\s#!].*)$")
# "#4" belongs to the sentence; what begins with "# " behind it is a comment all the same.
_NUMBERED = re.compile(r"(?P<before> *(?:- +)*(?:[A-Za-z_]\w*: +)?)(?P<value>[^\s'\"\[{|>].*)", re.ASCII)
_NUMBER = re.compile(r"(?:^|[ \t])#\d", re.ASCII)
_WAY_OUT = "Hãy đặt cả câu trong nháy đơn; nếu đúng là chú thích, hãy thêm dấu cách sau '#'."
_LONGEST = 110


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Không phần nào của câu bị mất vì đứng sau dấu `#`.

    Với YAML, mọi thứ sau dấu cách và dấu `#` là chú thích, không được đọc. Nếu `#` thuộc về câu, hãy đặt cả câu trong
    nháy đơn; nếu đúng là chú thích, hãy thêm một dấu cách sau `#`.

    Sai: `ten: Tổ tự quản #4`. Đúng: `ten: 'Tổ tự quản #4'`.
    """
    if " #" not in submission.text:
        return
    lines = submission.text.splitlines()
    for cell in submission.cells:
        node = cell.node
        if isinstance(node, Scalar) and not node.style and node.value and node.line <= len(lines):
            match = _LOST.search(lines[node.line - 1], node.column - 1)
            if match:
                spot = Spot(submission.path, node.line, match.start(1) + 1)
                mended = with_its_number(lines[node.line - 1]).strip()
                way_out = f"Hãy viết: {mended}" if mended and len(mended) <= _LONGEST else _WAY_OUT
                sentence = f"{quote(match[1])} bị coi là chú thích và mất khỏi {quote(cell.entry.key)}. {way_out}"
                yield Problem(spot, Severity.ADVICE, NAME, sentence)


def with_its_number(line: str) -> str:
    """Write a line whose value has lost "#4" with quotes round the value; '' of any other line."""
    line, comment = without_comment(line)
    match = _NUMBERED.fullmatch(line) if "#" in line else None
    if match is None or not _NUMBER.search(match["value"]):
        return ""
    return f"{match['before']}{in_single_quotes(match['value'])}{comment}"
