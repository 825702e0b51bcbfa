"""Asks whether a `#` in a sentence has turned its rest into a comment."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from showcase.reading.form import MODEL
from showcase.reading.kinds import Story, Text, every_entry
from showcase.reading.node import Scalar
from showcase.reading.record import Cell
from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.wording import in_single_quotes, quote, without_comment
from showcase.words.problem import Problem, Severity, Spot

NAME = "mat_chu"

_COMMENT = re.compile(r"(?:^|[ \t])(#.*)")
# "cap: tinh #4" loses "#4"; a comment that is meant has a space after its sign.
_GLUED = re.compile(r"#[^\s#!]")
# "#4" belongs to the sentence; of what begins with "# " only a person knows.
_NUMBERED = re.compile(r"(?P<before> *(?:- +)*(?:[A-Za-z_]\w*: +)?)(?P<value>[^\s'\"\[{|>].*)", re.ASCII)
_NUMBER = re.compile(r"(?:^|[ \t])#\d", re.ASCII)
_OF_KEY = "Hãy đặt cả câu trong nháy đơn; nếu đúng là chú thích, hãy thêm dấu cách sau '#'."
_OF_TEXT = "Nếu đúng là chú thích, hãy chuyển nó lên một dòng riêng ở trên. Nếu nó thuộc về câu"
_LONGEST = 110


class _Comment(NamedTuple):
    """A comment of a value: its line and column from 0, and its text with the sign."""

    number: int
    column: int
    text: str


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Không phần nào của câu bị mất vì đứng sau dấu `#`.

    Với YAML, mọi thứ sau dấu cách và dấu `#` là chú thích, không được đọc. Nếu `#` thuộc về câu, hãy đặt cả câu trong
    nháy đơn; nếu đúng là chú thích cho một câu văn, hãy viết nó trên một dòng riêng ở trên, bắt đầu bằng `# `.

    Sai: `ten: Tổ tự quản #4`. Đúng: `ten: 'Tổ tự quản #4'`.
    """
    if " #" not in submission.text and "\t#" not in submission.text:
        return
    lines = submission.text.splitlines()
    for cell in submission.cells:
        node = cell.node
        if not isinstance(node, Scalar) or node.style or not node.value or node.line > len(lines):
            continue
        is_text = isinstance(cell.kind, Text | Story)
        comments = list(_comments(lines, node, goes_on=is_text))
        if not comments or (_is_hint(cell, comments) if is_text else not _GLUED.match(comments[0].text)):
            continue
        first = comments[0]
        spot = Spot(submission.path, first.number + 1, first.column + 1)
        way_out = _way_out(lines[first.number], is_text=is_text, is_alone=first.number == node.line - 1)
        sentence = f"{quote(first.text.rstrip())} bị coi là chú thích và mất khỏi {quote(cell.entry.key)}. {way_out}"
        yield Problem(spot, Severity.ADVICE, NAME, sentence)


def _comments(lines: Sequence[str], node: Scalar, *, goes_on: bool) -> Iterator[_Comment]:
    """Yield the comment behind a plain value and, where a text `goes_on`, those on the lines below that stand deeper than its key."""
    if found := _COMMENT.search(lines[node.line - 1], node.column - 1):
        yield _Comment(node.line - 1, found.start(1), found[1])
    base = _base(lines[node.line - 1], node.column - 1)
    for number in range(node.line, len(lines) if goes_on and base >= 0 else 0):
        line = lines[number]
        if line.strip():
            if len(line) - len(line.lstrip(" ")) <= base:
                return
            if found := _COMMENT.search(line):
                yield _Comment(number, found.start(1), found[1])


def _base(line: str, start: int) -> int:
    """Give the column, from 0, of the key or hyphen before a value; what stands no deeper is none of it. -1 where there is none."""
    before = line[:start].rstrip()
    if before.endswith(":"):
        return len(before) - len(before.lstrip(" -"))
    return before.rfind("-") if before.endswith("-") else start - 1 if not before else -1


def _is_hint(cell: Cell, comments: Sequence[_Comment]) -> bool:
    """Tell whether the comments are what `showcase new` writes behind a key that is to be filled in."""
    said = " ".join(comment.text.lstrip("#").strip() for comment in comments)
    return said in _hints().get(cell.entry.key, ())


@cache
def _hints() -> dict[str, set[str]]:
    hints: dict[str, set[str]] = {}
    for entry in every_entry(MODEL):
        hints.setdefault(entry.key, set()).add(entry.about)
    return hints


def _way_out(line: str, *, is_text: bool, is_alone: bool) -> str:
    """Say how what was lost is kept; of a value that `is_alone` on its line by that line as it should be."""
    numbered = with_its_number(line).strip()
    if numbered and len(numbered) <= _LONGEST:
        return f"Hãy viết: {numbered}"
    if not is_text:
        return _OF_KEY
    whole = with_all_of_it(line).strip() if is_alone else ""
    if whole and len(whole) <= _LONGEST:
        return f"{_OF_TEXT}, hãy viết: {whole}"
    return f"{_OF_TEXT}, hãy đặt cả câu trong nháy đơn."


def with_its_number(line: str) -> str:
    """Write a line whose value has lost "#4" with quotes round the value; '' of any other line, and where a comment follows.

    What begins with "# " may belong to the sentence too, and behind quotes nobody would be told of it.
    """
    value, comment = without_comment(line)
    match = _NUMBERED.fullmatch(value) if "#" in value and not comment else None
    return with_all_of_it(value) if match and _NUMBER.search(match["value"]) else ""


def with_all_of_it(line: str) -> str:
    """Write a line with quotes round all that stands behind its key; '' where a value begins with quotes or brackets."""
    match = _NUMBERED.fullmatch(line.rstrip())
    return f"{match['before']}{in_single_quotes(match['value'])}" if match else ""
