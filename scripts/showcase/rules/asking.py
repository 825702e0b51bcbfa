"""What several rules look at: the values of one kind, those that could not be read, the keys that were mistyped."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from showcase.reading.characters import BLANK
from showcase.reading.fault import Fault, FaultKind
from showcase.reading.kinds import Table
from showcase.reading.node import Mapping, Scalar
from showcase.reading.record import Cell, Record
from showcase.record.submission import Submission
from showcase.words.nearest import nearest
from showcase.words.problem import Problem, Severity, Spot
from showcase.words.text import fold

_MOST_MISSPELT = 20
"""Keys of one mapping that are compared with the known ones: a comparison takes up to a millisecond."""

_SLIP = 0.8
"""Share of common letters: "tieude" has 1.0, "tieu_dee" 0.93; "mau_giay" for "tac_gia" has 0.57."""
_JOINTS = str.maketrans("", "", "-_ ")


def typed(cell: Cell) -> str:
    """Give the text of a value as it was typed, '' where it is a list or a mapping."""
    return cell.node.value if isinstance(cell.node, Scalar) else ""


def unread(submission: Submission, kind: type) -> Iterator[tuple[Cell, str]]:
    """Yield the values of a kind that were typed and could not be read, with what was typed.

    What is empty, a list or a mapping, or holds a character that no file may hold, other rules have told.
    """
    for cell in submission.cells_of(kind):
        if cell.value is None and isinstance(cell.node, Scalar) and not cell.is_empty:
            text = cell.node.value.strip()
            if BLANK not in text:
                yield cell, text


def misspelt(record: Record) -> dict[str, str]:
    """Give the unknown keys of a mapping that are very likely a missing one: `{"tieude": "tieu_de"}`."""
    form = record.form
    unknown = [key.value for key, _ in record.node.pairs if key.value not in form.by_key][:_MOST_MISSPELT]
    if not unknown:
        return {}
    missing = tuple(entry.key for entry in form.entries if entry.key not in record.cells)
    return {key: meant for key in unknown for meant in _nearest_key(key, missing)}


@lru_cache(maxsize=1024)
def _nearest_key(key: str, missing: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(known for known in nearest(key, missing, limit=1) if is_slip(key, known))


def is_slip(typed: str, known: str) -> bool:
    """Tell whether a key is so near to a known one that it is a slip of the keyboard, not another word."""
    one, other = fold(typed).translate(_JOINTS), fold(known).translate(_JOINTS)
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _SLIP


def tell(submission: Submission, rule: str, sentences: dict[FaultKind, str]) -> Iterator[Problem]:
    """Yield the faults of some kinds, each with its sentence, in which `{typed}` is what stands at its place."""
    lines: list[str] | None = None
    for fault in submission.faults:
        if fault.kind in sentences:
            lines = submission.text.splitlines() if lines is None else lines
            message = sentences[fault.kind].format(detail=fault.detail, typed=_word_at(lines, fault))
            yield Problem(Spot(submission.path, fault.line, fault.column), Severity.ERROR, rule, message)


def _word_at(lines: list[str], fault: Fault) -> str:
    line = lines[fault.line - 1] if fault.line <= len(lines) else ""
    words = line[fault.column - 1 :].split()
    return words[0][:30] if words else ""


def mappings(submission: Submission) -> Iterator[Mapping]:
    """Yield every mapping of the file that the format knows, tables included."""
    if submission.terms is not None and submission.node is not None:
        yield submission.node
    for record in submission.records:
        yield record.node
    for cell in submission.cells_of(Table):
        if isinstance(cell.node, Mapping):
            yield cell.node
