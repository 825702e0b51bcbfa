"""libyaml says where it gave up; this module says what the editor did, and where: one fault at the cause.

Its sentences are about tokens ("mapping values are not allowed in this context") and its marks often lie a line or a
file behind the slip. What the line looks like tells the rest. Nothing here reads values.
"""

import re
from dataclasses import dataclass

import yaml

from showcase.reading.cut_off import cut_short
from showcase.reading.fault import Fault, FaultKind
from showcase.reading.node import Scalar

# What libyaml says, and what it means; the first entry whose words all occur in its context and problem is taken.
_MEANINGS: tuple[tuple[tuple[str, ...], FaultKind], ...] = (
    (("quoted scalar", "unexpected end of stream"), FaultKind.OPEN_QUOTE),
    (("quoted scalar", "document indicator"), FaultKind.OPEN_QUOTE),
    (("quoted scalar",), FaultKind.BAD_ESCAPE),
    (("tab character",), FaultKind.TAB),
    (("flow sequence", "did not find expected"), FaultKind.OPEN_BRACKET),
    (("flow mapping", "did not find expected"), FaultKind.OPEN_BRACKET),
    (("scanning an alias",), FaultKind.RESERVED_SIGN),
    (("scanning an anchor",), FaultKind.RESERVED_SIGN),
    (("scanning a tag",), FaultKind.RESERVED_SIGN),
    (("tag handle",), FaultKind.RESERVED_SIGN),
    (("mapping keys are not allowed",), FaultKind.RESERVED_SIGN),
    (("cannot start any token",), FaultKind.RESERVED_SIGN),
    (("expected node content",), FaultKind.RESERVED_SIGN),
    (("mapping values are not allowed",), FaultKind.COLON_IN_VALUE),
    (("simple key", "could not find expected ':'"), FaultKind.NO_COLON),
    (("did not find expected key",), FaultKind.INDENTATION),
    (("did not find expected '-' indicator",), FaultKind.INDENTATION),
    (("block sequence entries are not allowed",), FaultKind.INDENTATION),
    (("block scalar",), FaultKind.BLOCK_HEADER),
    (("directive",), FaultKind.DIRECTIVE),
    (("<document start>",), FaultKind.SECOND_DOCUMENT),
)
# The mark of these is where the scanner gave up, far from the cause: their context says where it began.
_CAUSE_IS_CONTEXT = frozenset(
    {FaultKind.OPEN_QUOTE, FaultKind.OPEN_BRACKET, FaultKind.NO_COLON, FaultKind.RESERVED_SIGN}
)
_ENDS_DOCUMENT = re.compile(r"^\.\.\.", re.MULTILINE)
_KEY_AND_COLON = re.compile(r"(?P<indent>[ -]*)(?P<key>[A-Za-z_][A-Za-z0-9_]*)[ \t]*")
_KEY_AND_VALUE = re.compile(r"[^:#]+:(?:[ \t]|$)")
_GLUED_COLON = re.compile(r"[ -]*[A-Za-z_][A-Za-z0-9_]*:[^ \t]")
_WIDE_COLON = re.compile(r"[ -]*[A-Za-z_][A-Za-z0-9_]*[ \t\u00a0]*(\uff1a)")
DASH_OF_WORD = re.compile(
    r"[ \t\u00a0]*(?P<dash>[\u2012-\u2015\u2022\u2023\u25a0-\u25cf\u25e6\u2043\u2212\u00b7\u27a2\u27a4\uf000-\uf0ff]|\*(?=[ \t\u00a0]))"
)
"""What people and Word put before the items of a list, and YAML does not take: dashes that are longer, bullets."""
_IN_CURLY_QUOTES = re.compile(
    r" *(?:- +)*[A-Za-z_]\w*: +[\u201c\u201e\u2018\u00ab][^\u201c-\u201f\u2018\u2019\u00ab\u00bb]+[\u201d\u201c\u2019\u00bb] *"
)
_GLUED_DASH = re.compile(r" *(-)[^\s-]")
_KEY_BEHIND_TAB = re.compile(r" *\t[ \t]*(?:- |[A-Za-z_][A-Za-z0-9_]*:)")
_CURED = frozenset({FaultKind.INDENTATION, FaultKind.NO_COLON, FaultKind.RESERVED_SIGN, FaultKind.DEEPER})
"""Faults of which the line itself may show the cause: a sign that looks like the right one."""
_NO_BREAK_SPACE = re.compile(r"(?:[ -]*(?P<indent>[\u00a0\u202f])|[ -]*[A-Za-z_]+:(?P<colon>[\u00a0\u202f]))")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quoted text that runs over lines, and the line on which it ends: perhaps a quote that was never closed."""

    scalar: Scalar
    last_line: int


@dataclass(frozen=True, slots=True)
class Before:
    """What was read before the error: the last quoted text if it ran over lines, where the innermost bracket opened."""

    quoted: Quoted | None = None
    bracket: tuple[int, int] | None = None


def syntax_faults(error: yaml.MarkedYAMLError, text: str, before: Before) -> list[Fault]:
    """Give the faults behind a libyaml error: no-break spaces where they are the cause, or else exactly one."""
    lines = text.splitlines()
    fault = _as_seen(_syntax_fault(error, lines, before), lines)
    # libyaml may give up on the line behind the last.
    is_outside = fault.line > max(1, len(lines))
    fault = Fault(fault.kind, max(1, len(lines)), 1, fault.detail) if is_outside else fault
    return no_break_spaces(text) or [fault, *_other_tabs(fault, lines)]


def _other_tabs(fault: Fault, lines: list[str]) -> list[Fault]:
    """Find the keys and items behind a tab that stand behind tabs too, for libyaml stops at the first."""
    if fault.kind is not FaultKind.TAB:
        return []
    found = enumerate(lines[fault.line :], fault.line + 1)
    return [Fault(FaultKind.TAB, number, line.index("\t") + 1) for number, line in found if _KEY_BEHIND_TAB.match(line)]


def no_break_spaces(text: str) -> list[Fault]:
    """Find no-break spaces that stand where YAML needs a space; asked only where the tree broke, for in a text they may stand."""
    faults = []
    for number, line in enumerate(text.splitlines() if "\u00a0" in text or "\u202f" in text else (), 1):
        if match := _NO_BREAK_SPACE.match(line):
            column = match.start("indent") if match["indent"] else match.start("colon")
            faults.append(Fault(FaultKind.NO_BREAK_SPACE, number, column + 1))
    return faults


def dash_of_word(line: str) -> str:
    """Give the sign before an item as it can be shown, '' where none stands: those of Word's own fonts no other font has."""
    match = DASH_OF_WORD.match(line)
    return "" if match is None else "của Word" if "\ue000" <= match["dash"] <= "\uf8ff" else match["dash"]


def without_colon(line: str, number: int, column: int = 1) -> Fault:
    """Give the fault of a line that has no key although it should: its colon is glued, wide, or missing."""
    if wide := _WIDE_COLON.match(line):
        return Fault(FaultKind.WIDE_COLON, number, wide.start(1) + 1)
    kind = FaultKind.NO_SPACE_AFTER_COLON if _GLUED_COLON.match(line) else FaultKind.NO_COLON
    return Fault(kind, number, column)


def _as_seen(fault: Fault, lines: list[str]) -> Fault:
    """Name the sign that looks like YAML's own and is none, where the line, or for a deeper one that above it, begins with it."""
    line = lines[fault.line - 1] if fault.line <= len(lines) else ""
    if fault.kind is FaultKind.COLON_IN_VALUE and _IN_CURLY_QUOTES.fullmatch(line):
        return _as(fault, FaultKind.CURLY_QUOTES)
    if fault.kind is FaultKind.NO_COLON:
        fault = without_colon(line, fault.line, fault.column)
    for number in (fault.line, fault.line - 1) if fault.kind in _CURED else ():
        line = lines[number - 1] if 0 < number <= len(lines) else ""
        if glued := _GLUED_DASH.match(line):
            return Fault(FaultKind.GLUED_DASH, number, glued.start(1) + 1)
        if match := DASH_OF_WORD.match(line):
            return Fault(FaultKind.DASH_OF_WORD, number, match.start("dash") + 1, dash_of_word(match.string))
    return fault


def _syntax_fault(error: yaml.MarkedYAMLError, lines: list[str], before: Before) -> Fault:
    """Give the fault at its cause; what libyaml means by its words is only where to look."""
    here, line = _as_said(error, lines)
    fault = here
    match here.kind, here.detail:
        case FaultKind.COLON_IN_VALUE, _:
            fault = _colon(here, lines)
        case FaultKind.INDENTATION, _:
            fault = _misplaced(here, line[: here.column - 1].rstrip(), before.quoted)
            fault = (cut_short(fault, lines) or fault) if fault is here else fault
        case FaultKind.NO_COLON, _ if _GLUED_COLON.match(line):
            fault = _as(here, FaultKind.NO_SPACE_AFTER_COLON)
        case FaultKind.RESERVED_SIGN, "\t":
            fault = _as(here, FaultKind.TAB)
        case FaultKind.RESERVED_SIGN, "" if before.bracket:  # the end of the file where something should stand
            row, column = before.bracket
            fault = Fault(FaultKind.OPEN_BRACKET, row, column, lines[row - 1][column - 1 : column])
        case FaultKind.SECOND_DOCUMENT, _ if not _ENDS_DOCUMENT.search("\n".join(lines[: here.line - 1])):
            fault = _as(here, FaultKind.INDENTATION)
    return fault


def _as_said(error: yaml.MarkedYAMLError, lines: list[str]) -> tuple[Fault, str]:
    """Give the fault that libyaml's words mean, at the mark that is nearer to its cause, and the line there."""
    said = f"{error.context or ''} {error.problem or ''}"
    kind = next((kind for words, kind in _MEANINGS if all(word in said for word in words)), FaultKind.SYNTAX)
    mark = error.problem_mark or error.context_mark
    if kind in _CAUSE_IS_CONTEXT and error.context_mark:
        mark = error.context_mark
    if mark is None:
        return Fault(kind), ""
    line = lines[mark.line] if mark.line < len(lines) else ""
    return Fault(kind, mark.line + 1, mark.column + 1, line[mark.column : mark.column + 1]), line


def _misplaced(here: Fault, typed: str, quoted: Quoted | None) -> Fault:
    """Something stands where a key or a dash should: look at what stands before it on its line."""
    if quoted is not None and quoted.last_line == here.line:
        return Fault(FaultKind.OPEN_QUOTE, quoted.scalar.line, quoted.scalar.column, quoted.scalar.style)
    if typed.endswith(("'", '"')):
        return _as(here, FaultKind.TEXT_AFTER_QUOTE)
    if typed.endswith(("]", "}")):
        return _as(here, FaultKind.TEXT_AFTER_BRACKET)
    if typed.endswith(":") and here.detail == "-":
        return _as(here, FaultKind.RESERVED_SIGN)
    return here


def _colon(here: Fault, lines: list[str]) -> Fault:
    """A colon in a value, or the colon of a key that the line above has swallowed.

    `tieu_de Chợ` without its colon runs on into the next line, and that line's colon is the one that libyaml refuses.
    """
    line = lines[here.line - 1]
    swallowed = _KEY_AND_COLON.fullmatch(line[: here.column - 1])
    if swallowed is None or here.line == 1:
        return here
    above = next((number for number in range(here.line - 2, -1, -1) if lines[number].strip()), 0)
    content = lines[above].lstrip(" -")
    column = len(lines[above]) - len(content) + 1
    if _GLUED_COLON.match(lines[above]):
        return Fault(FaultKind.NO_SPACE_AFTER_COLON, above + 1, column)
    if not _KEY_AND_VALUE.match(content):
        return Fault(FaultKind.NO_COLON, above + 1, column)
    return Fault(FaultKind.DEEPER, here.line, len(swallowed["indent"]) + 1)


def _as(fault: Fault, kind: FaultKind) -> Fault:
    return Fault(kind, fault.line, fault.column, fault.detail)
