"""What has one right mend is mended in the text of a file; nothing else in it is touched, and no word.

Each step proposes lines, as the rules propose them to people. A line is taken only if every value that could be read
before is still the same, letter by letter, but for the value that the line was about; and if nothing new is wrong.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from showcase.reading.node import Mapping, Node, Scalar, Sequence
from showcase.record.submission import Submission
from showcase.rules.mends import STEPS, Edit, Step
from showcase.words.text import nfc

__all__ = ["Change", "Mended", "mend"]


class Change(NamedTuple):
    """One line that was mended, counted from 1, and what was done."""

    line: int
    reason: str


class Mended(NamedTuple):
    """The text after all mends, and what was done to it."""

    text: str
    changes: tuple[Change, ...]


Read = Callable[[str], Submission]

_MOST_PASSES = 20
"""A mended key may show a fault below it; a file with more layers is not worth the time."""
_MOST_ALONE = 300
"""Lines that are tried one by one, a millisecond each in a file of usual size."""
_MOST_READ = 3_000_000
"""Characters that are read for that in all."""
_LINE_END = re.compile(r"(\r\n|\r|\n)")


def mend(text: str, read: Read) -> Mended:
    """Mend a text without its byte order mark; `read` makes a submission of it."""
    changes: list[Change] = []
    text = _with_one_line_end(text, changes)
    for _ in range(_MOST_PASSES):
        known = len(changes)
        for step in STEPS:
            text, done = _taken(text, read, step)
            changes += done
        if len(changes) == known:
            break
    return Mended(text, tuple(sorted(dict.fromkeys(changes))))


def _with_one_line_end(text: str, changes: list[Change]) -> str:
    """Make all line ends what most of them are, where they are mixed."""
    ends = Counter(_LINE_END.findall(text))
    if len(ends) <= 1:
        return text
    usual = max(sorted(ends), key=lambda end: ends[end])
    changes.append(Change(1, "dấu xuống dòng lẫn hai kiểu"))
    return _LINE_END.sub(usual.replace("\\", r"\\"), text)


def _taken(text: str, read: Read, step: Step) -> tuple[str, list[Change]]:
    """Take the lines that a step proposes: all together, or else one by one those that do no harm."""
    before = read(text)
    pieces = _LINE_END.split(text)
    lines = pieces[::2]
    edits = [edit for edit in step(before, lines) if edit.line != lines[edit.number]]
    whole = _edited(pieces, edits)
    if edits and _is_harmless(before, read(whole), edits):
        return whole, [Change(edit.number + 1, edit.reason) for edit in edits]
    done: list[Change] = []
    for edit in edits[: min(_MOST_ALONE, _MOST_READ // len(text))] if len(edits) > 1 else ():
        tried = _edited(pieces, [edit])
        after = read(tried)
        if _is_harmless(before, after, [edit]):
            pieces, before = _LINE_END.split(tried), after
            done.append(Change(edit.number + 1, edit.reason))
    return "".join(pieces), done


def _edited(pieces: list[str], edits: list[Edit]) -> str:
    mended = list(pieces)
    for edit in edits:
        mended[2 * edit.number] = edit.line
    return "".join(mended)


def _is_harmless(before: Submission, after: Submission, edits: list[Edit]) -> bool:
    """Tell whether every value is what it was, all that was read is read, and nothing new is wrong on the edited lines."""
    free = {edit.number + 1 for edit in edits if edit.is_free}
    kept = dict(_values(after.node, ())) if after.node else {}
    is_kept = all(
        place in kept and nfc(kept[place].value) == nfc(leaf.value)
        for place, leaf in _values(before.node, ())
        if leaf.line not in free
    )
    wrong_before, wrong_after = (Counter(fault.line for fault in one.faults) for one in (before, after))
    is_worse = any(wrong_after[edit.number + 1] > wrong_before[edit.number + 1] for edit in edits)
    is_less = len(after.faults) < len(before.faults) or after.unread <= before.unread
    return is_kept and is_less and not is_worse


def _values(node: Node | None, place: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Scalar]]:
    """Yield each value with the keys and numbers that lead to it."""
    match node:
        case Scalar():
            yield place, node
        case Sequence(items=items):
            for number, item in enumerate(items):
                yield from _values(item, (*place, number))
        case Mapping(pairs=pairs):
            seen: Counter[str] = Counter()
            for key, value in pairs:
                seen[key.value] += 1
                yield from _values(value, (*place, nfc(key.value), seen[key.value]))
