"""What several rules look at: the values of one kind, those that could not be read, the keys that were mistyped."""

from collections.abc import Iterator
from functools import lru_cache

from showcase.reading.characters import BLANK
from showcase.reading.fault import Fault, FaultKind
from showcase.reading.form import DOCUMENT, EVENT, MODEL, REPORT, TERM
from showcase.reading.kinds import Table, Text, every_entry
from showcase.reading.node import Mapping, Scalar
from showcase.reading.record import Cell, Record
from showcase.record.submission import Submission
from showcase.words.problem import Problem, Severity, Spot
from showcase.words.slip import plain_letters, slip_of
from showcase.words.text import nfc

_MOST_MISSPELT = 20
"""Keys of one mapping that are compared with the known ones: a comparison takes up to a millisecond."""

_KEYS = frozenset(
    plain_letters(entry.key) for form in (MODEL, REPORT, DOCUMENT, EVENT, TERM) for entry in every_entry(form)
)


def typed(cell: Cell) -> str:
    """Give the text of a value as it was typed, '' where it is a list or a mapping."""
    return cell.node.value if isinstance(cell.node, Scalar) else ""


def unread(submission: Submission, kind: type) -> Iterator[tuple[Cell, str]]:
    """Yield the values of a kind that were typed and could not be read, with what was typed.

    What is empty, a list or a mapping, or holds a character that no file may hold, other rules have told.
    """
    for cell in submission.cells_of(kind):
        if cell.value is None and isinstance(cell.node, Scalar) and not cell.is_empty:
            text = nfc(cell.node.value.strip())
            if BLANK not in text:
                yield cell, text


def is_headline(cell: Cell) -> bool:
    """Tell whether a text stands on cards and in lists: a title, a name, a summary. Broken letters in it are errors."""
    return isinstance(cell.kind, Text) and (cell.kind.is_name or cell.entry.key == "tom_tat")


def misspelt(record: Record) -> dict[str, str]:
    """Give the unknown keys of a mapping that are a missing one, mistyped: `{"tieude": "tieu_de"}`."""
    form = record.form
    unknown = [key.value for key, _ in record.node.pairs if key.value not in form.by_key][:_MOST_MISSPELT]
    if not unknown:
        return {}
    missing = tuple(entry.key for entry in form.entries if entry.key not in record.cells)
    return {key: meant for key in unknown if (meant := key_slip(key, missing))}


@lru_cache(maxsize=1024)
def key_slip(typed: str, known: tuple[str, ...]) -> str:
    """Give the known key that was mistyped, '' where none was: `nguoi` is a key of photos, and no mistyped `nguon`."""
    return slip_of(typed, {key: key for key in known}, _KEYS, is_prose=False)


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
