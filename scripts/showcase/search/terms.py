"""The terms of all models: which of them have a word, or two side by side, and where; spread over pieces of one size.

Every function here is pure; processes share the work.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from showcase.search.pieces import bucket, in_numbers, in_signs
from showcase.search.record import ZONES, SearchRecord, read_terms
from showcase.search.words import plain
from showcase.system.pool import Pool

__all__ = ["Edit", "Terms", "all_terms", "change", "edits_of", "in_buckets", "is_word", "models_with", "terms_of"]

_STEP = len(ZONES)
_MODELS_FOR_A_PIECE = 16
"""A piece then has some 10 kB on the way at any size, and 13,663 models have 1,024 of them."""
_TOGETHER, _WORTH_PROCESSES = 16, 600
"""Records that are one task, and from how many on processes share them: 1 ms each."""

Terms = dict[str, dict[str, str]]
"""A piece of terms: for each plain form the exact ones, and for each of them which models have it, and where."""
Edit = tuple[str, int, int | None]
"""A term that a model has in another zone now, None where it has it no more."""


def _buckets_for(models: int) -> int:
    """Give how many pieces of terms there are: a power of two, so that it is another only when models double."""
    return 1 << (max(0, models - 1) // _MODELS_FOR_A_PIECE).bit_length()


class _Stretch(NamedTuple):
    """Which models of a stretch of all have a term: the first number, the last, how many there are, and all after the first in signs.

    A number is that of the model times four, and that of the zone.
    """

    first: int
    last: int
    total: int
    signs: str

    def followed_by(self, other: "_Stretch") -> "_Stretch":
        """Give one stretch of two."""
        between = in_signs([other.first], _STEP, self.last)
        return _Stretch(self.first, other.last, self.total + other.total, f"{self.signs}{between}{other.signs}")


def all_terms(records: Sequence[bytes], pool: Pool) -> dict[str, _Stretch]:
    """Give for each exact term which models have it, and where; `records` are in the order of the models."""
    tasks = [(start, records[start : start + _TOGETHER]) for start in range(0, len(records), _TOGETHER)]
    found: dict[str, _Stretch] = {}
    for terms in pool.map(terms_of, None, tasks, is_much=len(records) >= _WORTH_PROCESSES):
        for term, stretch in terms.items():
            before = found.get(term)
            found[term] = before.followed_by(stretch) if before else stretch
    return found


def terms_of(_: None, tasks: Sequence[tuple[int, Sequence[bytes]]]) -> dict[str, _Stretch]:
    """Find the terms of some records, each task a stretch of them that begins with the model of a number."""
    having: defaultdict[str, list[int]] = defaultdict(list)
    for first, records in tasks:
        for number, data in enumerate(records, first):
            for at, terms in enumerate(read_terms(data), number * _STEP):
                for term in _listed(terms):
                    having[term].append(at)
    return {
        term: _Stretch(numbers[0], numbers[-1], len(numbers), in_signs(numbers[1:], _STEP, numbers[0]))
        for term, numbers in having.items()
    }


def in_buckets(found: Mapping[str, _Stretch], models: int) -> Iterator[Terms]:
    """Yield the pieces of so many models' terms."""
    count = _buckets_for(models)
    pieces: list[Terms] = [{} for _ in range(count)]
    for term in sorted(found):
        base, stretch = plain(term), found[term]
        signs = in_signs([stretch.first], _STEP) + stretch.signs
        pieces[bucket(base, count)].setdefault(base, {})[term] = signs
    return (dict(sorted(terms.items())) for terms in pieces)


def change(terms: Terms, term: str, number: int, zone: int | None) -> None:
    """Note that a model has a term in a zone, or nowhere any more."""
    base = plain(term)
    exact = terms.setdefault(base, {})
    having = [one for one in in_numbers(exact.pop(term, ""), _STEP) if one // _STEP != number]
    if zone is not None:
        having.append(number * _STEP + zone)
    if having:
        exact[term] = in_signs(sorted(having), _STEP)
    if not exact:
        del terms[base]


def _zones(record: SearchRecord) -> dict[str, int]:
    return {term: zone for zone, terms in enumerate(record.terms) for term in _listed(terms)}


def _listed(terms: str) -> list[str]:
    return terms.split("\n") if terms else []


def is_word(term: str) -> bool:
    """Tell a word from a pair and from a number."""
    return " " not in term and not term.isdigit()


def edits_of(number: int, old: SearchRecord, new: SearchRecord) -> Iterator[Edit]:
    """Yield what changes in the terms where the record of a model is another."""
    was, now = _zones(old), _zones(new)
    for term in sorted(was.keys() | now.keys()):
        if was.get(term) != now.get(term):
            yield term, number, now.get(term)


def models_with(terms: Terms, term: str) -> int:
    """Count the models that have an exact term."""
    return sum(1 for _ in in_numbers(terms.get(plain(term), {}).get(term, ""), _STEP))
