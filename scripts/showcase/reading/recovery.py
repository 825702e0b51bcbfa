"""Behind a fault reading goes on: a file that is no YAML is read key by key, and what could not be read is named.

The first run then tells most of what is wrong. A piece begins at each line that looks like a key in the first column, and
is read alone. What a piece with a fault holds is told of its syntax only, part by part: its values wait for the next run,
since a list that lacks an item, or a text that lost its end, would be blamed for what it never said. Nothing of such a
file is published, for its faults are errors.
"""

import re
from collections.abc import Callable
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from showcase.reading.fault import Fault, FaultKind
from showcase.reading.node import Mapping, Node, Scalar, Sequence
from showcase.reading.syntax import no_break_spaces, without_colon
from showcase.reading.yamltext import DEEPEST, parse, parse_node

_MOST_PIECES = 200
"""Keys of one level; the format knows thirty, and each piece costs a reading of its own."""
# A key as it should be, or with a full-width colon; a word with `_` is one without any.
_KEY = re.compile(r" *(?:[A-Za-z_]\w*[ \t\u00a0]*(?:[:\uff1a]|$)|[a-z]+(?:_[a-z]+)+(?=\s))", re.ASCII | re.MULTILINE)
_ITEM = re.compile(r" *-(?= |$)", re.MULTILINE)
_KEY_ALONE = re.compile(r" *[A-Za-z_]\w*[ \t]*:[ \t]*(?:#.*)?", re.ASCII)
_NAME = re.compile(r"[A-Za-z_]\w*")
_DOCUMENT_MARK = re.compile(r"(?:---|\.\.\.)\s*")


class Reading(NamedTuple):
    """What a text holds: `unread` names the keys that stand there and could not be read, '' where it is not known which."""

    node: Mapping | None
    faults: list[Fault]
    unread: frozenset[str] = frozenset()


class _Piece(NamedTuple):
    """Some lines of the file, the first of them counted from 0."""

    first: int
    lines: list[str]


def read(text: str) -> Reading:
    """Read a text whole, or else key by key."""
    node, faults = parse(text)
    is_cut = any(fault.kind is FaultKind.SECOND_DOCUMENT for fault in faults)
    if node is not None and not is_cut:
        return Reading(node, faults)
    lines = text.splitlines(keepends=True)
    pieces = _pieces(_Piece(0, _without_marks(lines) if is_cut else lines), _KEY, choose=min)
    if not pieces or (is_cut and _has_key_twice(pieces)):
        return Reading(node, faults)
    return _joined(pieces, faults)


def _joined(pieces: list[_Piece], first_faults: list[Fault]) -> Reading:
    """Read each piece alone, and join what could be read; what was wrong with the whole is told where no piece tells it."""
    pairs: list[tuple[Scalar, Node]] = []
    faults: list[Fault] = []
    unread: list[str] = []
    for piece in pieces:
        node, found = _read(piece)
        if isinstance(node, Mapping) and node.column == 1:
            pairs += node.pairs
        else:
            unread += _names(piece)
            found = _of_parts(piece, DEEPEST) or found
        faults += found
    passed = [fault for fault in first_faults if fault.kind in (FaultKind.SECOND_DOCUMENT, FaultKind.DIRECTIVE)]
    missed = [fault for fault in first_faults if not any(found.line <= fault.line for found in faults)]
    told = list(dict.fromkeys([*faults, *passed, *missed]))
    return Reading(Mapping(tuple(pairs), 1, 1) if pairs else None, told, frozenset(unread or [""] * len(missed)))


def _of_parts(piece: _Piece, depth: int) -> list[Fault]:
    """Give the faults of syntax in the parts of a piece that has one; [] where it has no parts, or none is at fault."""
    first, *rest = piece.lines
    if _KEY_ALONE.fullmatch(first.rstrip()):
        inner = _Piece(piece.first + 1, rest)
    elif match := _ITEM.match(first):
        inner = _Piece(piece.first, [f"{first[: match.end() - 1]} {first[match.end() :]}", *rest])
    else:
        return []
    parts = _pieces(inner, _ITEM) or _pieces(inner, _KEY)
    return [fault for part in parts for fault in _of_part(part, depth)]


def _of_part(part: _Piece, depth: int) -> list[Fault]:
    node, faults = _read(part)
    return faults if node is not None or not depth else _of_parts(part, depth - 1) or faults


def _pieces(whole: _Piece, start: re.Pattern[str], choose: Callable[[list[int]], int] = itemgetter(0)) -> list[_Piece]:
    """Cut lines where a key or an item begins in the column of the first one; what stands above the first is a piece too."""
    columns = {number: _indentation(line) for number, line in enumerate(whole.lines) if start.match(line)}
    column = choose(list(columns.values())) if columns else 0
    starts = [number for number, found in columns.items() if found == column]
    if not starts or len(starts) > _MOST_PIECES:
        return []
    cuts = [*({0} - set(starts)), *starts, len(whole.lines)]
    return [_Piece(whole.first + one, whole.lines[one:other]) for one, other in pairwise(cuts)]


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _without_marks(lines: list[str]) -> list[str]:
    return ["\n" if _DOCUMENT_MARK.fullmatch(line) else line for line in lines]


def _has_key_twice(pieces: list[_Piece]) -> bool:
    """Tell whether what stands behind `---` is another model."""
    names = [name[0] for piece in pieces if (name := _NAME.match(piece.lines[0]))]
    return len(names) > len(set(names))


def _names(piece: _Piece) -> list[str]:
    """Give what may be keys in a piece: the words that begin its lines in the first column."""
    names = [match[0] for line in piece.lines if (match := _NAME.match(line))]
    return [name for name in names if name.isascii()] or [""]


def _read(piece: _Piece) -> tuple[Node | None, list[Fault]]:
    """Read a piece, and give it its place in the file; of a piece that is only text the key lacks its colon."""
    text = "".join(piece.lines)
    node, faults = parse_node(text)
    if any(fault.kind is FaultKind.EMPTY for fault in faults):  # comments and blank lines
        return Mapping((), piece.first + 1, 1), []
    if isinstance(node, Scalar):
        line = piece.lines[node.line - 1]
        faults += no_break_spaces(text) or [without_colon(line, node.line, node.column)]
        node = None
    return (_moved(node, piece.first) if node is not None else None), [fault.moved(piece.first) for fault in faults]


def _moved(node: Node, lines: int) -> Node:
    """Give the same node so many lines further down."""
    if isinstance(node, Scalar):
        return node._replace(line=node.line + lines)
    if isinstance(node, Sequence):
        return Sequence(tuple(_moved(item, lines) for item in node.items), node.line + lines, node.column)
    pairs = tuple((key._replace(line=key.line + lines), _moved(value, lines)) for key, value in node.pairs)
    return Mapping(pairs, node.line + lines, node.column)
