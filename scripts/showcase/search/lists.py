"""The lists of words are written here as Pagefind's program reads them: for every word, the records that have it.

Pagefind would make them too, of pages of text, and note where in its page each word stands. A record's words stand in no
order; such places say nothing, and they do not compress: at 13,663 models they are six tenths of all bytes. So a word has
one place in all records here, and no other word has it, for the program takes two words at one place for a single one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from showcase.search.cbor import list_head, write_cbor

__all__ = ["WordLists", "word_lists"]

_ENOUGH = 8_000
"""Records of words, counted together, in a file."""
_UNIT = 24
"""Pagefind's own: so much is a weight of 1. It stands before the places that it holds for, as a number below zero."""
_THREE = list_head(3)
"""Begins a word: itself, its records, its other spellings; and a record: its distance, where the word stands, more."""


@dataclass(frozen=True, slots=True)
class WordLists:
    """A file of the index: the lists of all words from `first` to `last`, as CBOR."""

    first: str
    last: str
    data: bytes


def word_lists(records: Iterable[Mapping[str, str]], weights: Mapping[str, float]) -> Iterator[WordLists]:
    """Yield the lists of all words in their order, a file's worth at a time.

    `records` are words by zone with blanks between, in the order of the pages, none twice in one; `weights` are those of
    the zones.
    """
    having = _having(records, tuple(weights))
    weight_of = tuple(weights.values())
    words: list[str] = []
    lists: list[bytes] = []
    size = 0
    for place, word in enumerate(sorted(having)):
        words.append(word)
        lists.append(_list(word, place, having[word], weight_of))
        size += len(having[word])
        if size >= _ENOUGH:
            yield _file(words, lists)
            words, lists, size = [], [], 0
    if words:
        yield _file(words, lists)


def _having(records: Iterable[Mapping[str, str]], zones: Sequence[str]) -> Mapping[str, Sequence[int]]:
    """Give the records of each word, one number each: that of the record times the number of zones, and that of the zone."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(records):
        for at, zone in enumerate(zones, number * len(zones)):
            for word in words[zone].split():
                found[word].append(at)
    return found


def _list(word: str, place: int, having: Iterable[int], weights: Sequence[float]) -> bytes:
    """Write a word with the records that have it, each by its distance from the one before, and no other spelling."""
    zones = len(weights)
    ends = [write_cbor([[-1 - round(weight * _UNIT), place], []])[1:] for weight in weights]
    known: dict[int, bytes] = {}
    rows = []
    before = 0
    for one in having:
        number, zone = divmod(one, zones)
        step = one - before
        if step not in known:
            known[step] = _THREE + _number(step // zones) + ends[zone]
        rows.append(known[step])
        before = number * zones
    return b"".join((_THREE, write_cbor(word), list_head(len(rows)), *rows, list_head(0)))


@cache
def _number(number: int) -> bytes:
    return write_cbor(number)


def _file(words: Sequence[str], lists: Sequence[bytes]) -> WordLists:
    return WordLists(words[0], words[-1], b"".join((list_head(1), list_head(len(lists)), *lists)))
