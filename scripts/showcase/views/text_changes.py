"""What changed in a file's texts is told value by value, as words that go and words that come; how the file writes them does not count."""

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from enum import Enum
from itertools import zip_longest
from typing import NamedTuple

from showcase.reading.kinds import Choice, Entry, Form, Group, Many, Table

Path = tuple[str | int, ...]
Texts = Mapping[Path, str]
_AROUND = 8
"""Words that are shown on either side of a change."""
_LONGEST = 4_000
"""Words and blanks that are compared one by one; longer texts are shown one after the other.

What stands very often begins no match, so that a text of one word a thousand times takes no longer than others."""
_WORD = re.compile(r"\s+|[^\s]+")
_LEFT_OUT = " … "


class Fate(Enum):
    """What becomes of some words; the value is the element of HTML for it."""

    STAYS = "span"
    GOES = "del"
    COMES = "ins"


class Piece(NamedTuple):
    """Words with one fate."""

    fate: Fate
    text: str


class TextChange(NamedTuple):
    """One value that is another: what it is called, and its words."""

    label: str
    pieces: tuple[Piece, ...]


def text_changes(before: Texts, after: Texts, form: Form | None) -> tuple[TextChange, ...]:
    """Compare the texts of two states of a file, by path; `form` names the values, None where the file is a table of terms."""
    return tuple(_change(path, old, new, form) for path, old, new in _pairs(before, after) if old != new)


def _pairs(before: Texts, after: Texts) -> Iterator[tuple[Path, str, str]]:
    """Yield what stood and what stands at each path; an item that came into a list makes no other of those behind it."""
    for key in dict.fromkeys(path[0] for path in (*after, *before)):
        old, new = [*_items(before, key).items()], [*_items(after, key).items()]
        for first, other in _matched([said for _, said in old], [said for _, said in new]):
            place, was = old[first] if first is not None else ((), {})
            place, there = new[other] if other is not None else (place, {})
            for rest in dict.fromkeys((*there, *was)):
                yield (*place, *rest), was.get(rest, ""), there.get(rest, "")


def _items(texts: Texts, key: str | int) -> dict[Path, dict[Path, str]]:
    """Give what stands below a key: each item of a list by its path, or all of it as one."""
    found: dict[Path, dict[Path, str]] = {}
    for path, text in texts.items():
        if path[0] == key:
            depth = 2 if len(path) > 1 and isinstance(path[1], int) else 1
            found.setdefault(path[:depth], {})[path[depth:]] = text
    return found


def _matched(old: list[dict[Path, str]], new: list[dict[Path, str]]) -> Iterator[tuple[int | None, int | None]]:
    """Yield the numbers of items that are the same or stand in the same place, None where one of the two has none."""
    matcher = SequenceMatcher(None, [repr(one) for one in old], [repr(one) for one in new])
    for what, first, last, other, other_last in matcher.get_opcodes():
        if what != "equal":
            yield from zip_longest(range(first, last), range(other, other_last))


def label_of(path: Path, form: Form | None) -> str:
    """Name a value: `Kết quả 2 › Con số đạt được`."""
    return _named(path, form)[0]


def _named(path: Path, form: Form | None) -> tuple[str, Entry | None]:
    """Give the name of a value, and the entry of the form that it is of."""
    names: list[str] = []
    entry = None
    for step in path:
        if isinstance(step, int):
            names[-1:] = [f"{_capital(form.what) if form else names[-1]} {step + 1}"]
            continue
        entry = form.by_key.get(step) if form else None
        names.append(entry.label if entry else step)
        form = _within(entry) if entry else None
    return " › ".join(names), entry


def _change(path: Path, old: str, new: str, form: Form | None) -> TextChange:
    """Tell one value; of a closed list the labels are told, not the keys."""
    label, entry = _named(path, form)
    options = entry.kind.options if entry and isinstance(entry.kind, Choice) else {}
    return TextChange(label, tuple(_pieces(options.get(old, old), options.get(new, new))))


def _capital(what: str) -> str:
    return f"{what[0].upper()}{what[1:]}"


def _within(entry: Entry) -> Form | None:
    match entry.kind:
        case Group(form=form) | Many(of=Group(form=form)) | Table(of=Group(form=form)):
            return form
    return None


def _pieces(before: str, after: str) -> Iterator[Piece]:
    old, new = _WORD.findall(before), _WORD.findall(after)
    if max(len(old), len(new)) > _LONGEST:
        yield from _both(before, after)
        return
    operations = SequenceMatcher(None, old, new).get_opcodes()
    for number, (what, first, last, new_first, new_last) in enumerate(operations):
        if what == "equal":
            yield Piece(Fate.STAYS, _cut(old[first:last], is_first=number == 0, is_last=number == len(operations) - 1))
        else:
            yield from _both("".join(old[first:last]), "".join(new[new_first:new_last]))


def _both(before: str, after: str) -> Iterator[Piece]:
    if before:
        yield Piece(Fate.GOES, before)
    if after:
        yield Piece(Fate.COMES, after)


def _cut(words: list[str], *, is_first: bool, is_last: bool) -> str:
    """Leave of what stays the words beside a change, blanks counted as words."""
    before, after = (0 if is_first else 2 * _AROUND), (0 if is_last else 2 * _AROUND)
    if len(words) <= before + after + 2:
        return "".join(words)
    return "".join(words[:before]) + _LEFT_OUT + "".join(words[len(words) - after :])
