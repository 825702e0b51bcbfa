"""Each mend proposes lines of a file as they should be, as the rules propose them to people; whether one is taken, others decide."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from showcase.reading.fault import Fault, FaultKind
from showcase.reading.form import DOCUMENT, EVENT, MODEL, REPORT, VOCABULARY
from showcase.reading.kinds import Date, Group, Key, Kind, Many, Simple, Story, Table, Text
from showcase.reading.node import Scalar
from showcase.reading.record import Cell
from showcase.reading.syntax import DASH_OF_WORD
from showcase.record.submission import Submission
from showcase.rules.lost_comment import with_its_number
from showcase.rules.syntax import ends_on_its_line, in_quotes
from showcase.words.dates import read_date
from showcase.words.legacy import recovered
from showcase.words.text import nfc

Lines = list[str]


class Edit(NamedTuple):
    """A line from 0 as it should be, and why; `is_free` where the value on it may become another."""

    number: int
    line: str
    reason: str
    is_free: bool = False


Step = Callable[[Submission, Lines], Iterator[Edit]]

_DAY_FIRST = re.compile(r"\d{1,2}([-./])\d{1,2}\1\d{4}", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})([-./])(\d{1,2})\2(\d{1,2})", re.ASCII)
_GLUED_KEY = re.compile(r"([ -]*([a-z_]+):)(\S.*)")
_IN_CURLY_QUOTES = re.compile("[“„‘«](?P<value>[^“”„‘’«»]+)[”“’»]")
_GLUED_HYPHEN = re.compile(r"-(?=[^\s-])")
_QUOTABLE = frozenset({FaultKind.COLON_IN_VALUE, FaultKind.CURLY_QUOTES, FaultKind.RESERVED_SIGN})


def _letters(_submission: Submission, lines: Lines) -> Iterator[Edit]:
    """Write letters one way, unless they are of an old encoding: there `Ð` is é, and would be lost."""
    for number, line in enumerate(lines):
        plain = nfc(line)
        if plain != line and recovered(line) is None:
            yield Edit(number, plain, _reason(line))


def _reason(line: str) -> str:
    if "\u00a0" in line or "\u202f" in line:
        return "dấu cách không ngắt"
    return "chữ Ð không phải của tiếng Việt" if "\u00d0" in line or "\u00f0" in line else "dấu viết rời khỏi chữ (NFC)"


def _syntax(submission: Submission, lines: Lines) -> Iterator[Edit]:
    """Mend what keeps a file from being read, where the line itself shows what was meant."""
    for fault in submission.faults:
        if fault.line <= len(lines):
            line, reason = _without_fault(fault, lines)
            if line:
                yield Edit(fault.line - 1, line, reason)


def _without_fault(fault: Fault, lines: Lines) -> tuple[str, str]:
    line, start = lines[fault.line - 1], fault.column - 1
    if fault.kind is FaultKind.WIDE_COLON:
        rest = line[start + 1 :].strip(" \t\u00a0\u3000")
        return f"{line[:start].rstrip()}: {rest}".rstrip(), "dấu hai chấm toàn hình"
    if fault.kind is FaultKind.DASH_OF_WORD:
        return _with_hyphen(line), "gạch đầu dòng của Word"
    if fault.kind is FaultKind.GLUED_DASH:
        return f"{line[: start + 1]} {line[start + 1 :]}", "thiếu dấu cách sau gạch đầu dòng"
    if (
        fault.kind is FaultKind.NO_SPACE_AFTER_COLON
        and (match := _GLUED_KEY.fullmatch(line))
        and match[2] in _known_keys()
    ):
        return f"{match[1]} {match[3]}", "thiếu dấu cách sau dấu hai chấm"
    if fault.kind in _QUOTABLE and fault.detail not in ("-", "\t") and ends_on_its_line(lines, fault.line - 1):
        return in_quotes(fault.kind, line), "giá trị cần đặt trong nháy"
    return "", ""


@cache
def _known_keys() -> frozenset[str]:
    """Every key of every form: "tieu_de:Chợ" lacks a space, "https://…" does not."""
    return frozenset(
        key
        for kind in (Group(MODEL), Group(REPORT), Group(DOCUMENT), Group(EVENT), VOCABULARY)
        for key in _keys_of(kind)
    )


def _keys_of(kind: Kind) -> Iterator[str]:
    match kind:
        case Many(of=of) | Table(of=of):
            yield from _keys_of(of)
        case Group(form=form):
            for entry in form.entries:
                yield entry.key
                yield from _keys_of(entry.kind)


def _with_hyphen(line: str) -> str:
    match = DASH_OF_WORD.match(line)
    return line if match is None else f"{line[: match.start('dash')]}- {line[match.end('dash') :].lstrip()}"


def _cells(submission: Submission, lines: Lines) -> Iterator[Edit]:
    """Mend values that were read as something else than was meant."""
    for cell in submission.cells:
        if cell.node.line <= len(lines):
            if isinstance(cell.kind, Many) and cell.value is None:
                yield from _list(cell, lines)
            elif isinstance(cell.node, Scalar):
                yield from _value(cell, cell.node, lines)


def _list(cell: Cell, lines: Lines) -> Iterator[Edit]:
    """Give each item of a list a hyphen in the place of its dash or bullet, and its hyphen a space behind it."""
    column = cell.node.column - 1
    for number in range(cell.node.line - 1, len(lines)):
        line = lines[number]
        if line.strip() and (len(line) - len(line.lstrip()) < column or line[:column].strip()):
            return
        match = DASH_OF_WORD.match(line)
        if _GLUED_HYPHEN.match(line, column):
            yield Edit(
                number, f"{line[:column]}- {line[column + 1 :]}", "thiếu dấu cách sau gạch đầu dòng", is_free=True
            )
        elif match and match.start("dash") == column:
            yield Edit(number, _with_hyphen(line), "gạch đầu dòng của Word", is_free=True)


def _value(cell: Cell, node: Scalar, lines: Lines) -> Iterator[Edit]:
    number = node.line - 1
    line = lines[number]
    if not node.style and ends_on_its_line(lines, number) and (mended := with_its_number(line)):
        if isinstance(cell.kind, Text):
            yield Edit(number, mended, "dấu # làm mất phần sau của câu", is_free=True)
    elif not cell.is_empty and (
        isinstance(cell.kind, Key) or (cell.value is None and not isinstance(cell.kind, Text | Story))
    ):
        typed = node.value.strip()
        written = _written(cell, typed, is_quoted=bool(node.style))
        start = line.find(typed, node.column - 1)
        if written and start >= 0:
            reason = "cách ghi ngày" if isinstance(cell.kind, Date) else "nháy cong của Word"
            yield Edit(number, f"{line[:start]}{written}{line[start + len(typed) :]}", reason, is_free=True)


def _written(cell: Cell, typed: str, *, is_quoted: bool) -> str:
    """Write a value as its kind takes it, '' where nothing but a word could mend it."""
    if isinstance(cell.kind, Date) and (written := _as_date(typed)):
        return written
    if match := _IN_CURLY_QUOTES.fullmatch(typed):
        value = match["value"]
        is_read = isinstance(cell.kind, Simple) and cell.kind.read(value) is not None
        return "" if not is_read else value if is_quoted else f'"{value}"'
    return ""


def _as_date(typed: str) -> str:
    """Write a day with its month and year as the format has it, in the order in which it was typed; '' of any other."""
    if _DAY_FIRST.fullmatch(typed):
        day, month, year = re.split(r"[-./]", typed)
        written = f"{day:>02}/{month:>02}/{year}"
    elif _YEAR_FIRST.fullmatch(typed):
        year, month, day = re.split(r"[-./]", typed)
        written = f"{year}-{month:>02}-{day:>02}"
    else:
        return ""
    return written if read_date(written) else ""


def _blanks(submission: Submission, lines: Lines) -> Iterator[Edit]:
    """Take blanks off the ends of lines; in a text two of them may break the line, and then they are part of a value."""
    if not submission.faults:
        for number, line in enumerate(lines):
            yield Edit(number, line.rstrip(" \t"), "dấu cách thừa ở cuối dòng")


STEPS: tuple[Step, ...] = (_letters, _syntax, _cells, _blanks)
"""In the order in which they are asked: what keeps a file from being read goes before what it says."""
