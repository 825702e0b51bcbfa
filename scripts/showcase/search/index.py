"""The search index is made here of the records of all models: pure but for the folder in which it is kept.

Models are numbered by place, those of one place newest first: neighbours share words and facets, so lists of them compress
well. Where a record changed and no number with it, only the pieces that tell of it are made again; otherwise all are.
"""

import os
import pickle
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import Any

from showcase.search.named import Named
from showcase.search.pieces import FOLDER, MANIFEST, bucket, in_signs, name_of, read, written
from showcase.search.places import place_pieces, start_pieces
from showcase.search.record import SearchRecord, read_head, read_record
from showcase.search.terms import Edit, Terms, all_terms, change, edits_of, in_buckets, is_word, models_with
from showcase.search.words import plain, shown
from showcase.system.kept import emptied, read_kept, write_kept
from showcase.system.pool import Pool
from showcase.system.reading import read_regular
from showcase.system.writing import write_new, write_whole
from showcase.views.search_facets import COMMUNE, FORMER

__all__ = ["DamagedIndexError", "SearchIndex", "changed_index", "in_order", "make_index", "named_before", "whole_index"]

_STATE = "state"
_MOST = 1 << 40
_BY_PROVINCE = COMMUNE, FORMER
_LAST_OF_GROUP, _LARGEST_GROUP = 23, 16
"""A group of cards ends with one of 256/23 addresses: some eight a file, and a new model changes its own group alone."""


class DamagedIndexError(Exception):
    """A file of the index is not what was written; the argument is its path. The index is to be made anew of the records."""


@dataclass
class _Index:
    """What is known of an index besides its pieces: which models it is of, in their order, and how its pieces are called."""

    edition: str
    paths: list[str] = field(default_factory=list)
    keys: list[tuple[str, int, str]] = field(default_factory=list)
    facets: list[Mapping[str, tuple[str, ...]]] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    terms: list[str] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)
    cards: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    starts: list[str] = field(default_factory=list)
    named: Named = field(default_factory=dict)
    others: dict[str, Any] = field(default_factory=dict)
    manifest: str = ""

    def names(self) -> set[str]:
        """Give the names of all pieces."""
        facets = [
            name
            for one in self.others["facets"].values()
            for name in (one.values() if isinstance(one, dict) else [one])
        ]
        others = self.others["days"], self.others["words"], *self.others["named"].values()
        return {*self.terms, *self.cards, *self.places, *self.starts, *others, *facets}


@dataclass(frozen=True)
class SearchIndex:
    """An index as it lies in `folder`, so small that it can go to another process; what it holds is read when asked for."""

    folder: Path
    edition: str

    @cached_property
    def files(self) -> dict[str, str]:
        """What stands for each file by its path in the site, the manifest last; none where none is whole."""
        index = _read_state(self.folder, self.edition)
        if index is None:
            return {}
        return {f"{FOLDER}{name}.json": name for name in sorted(index.names())} | {MANIFEST: index.manifest}

    def file(self, path: str) -> bytes:
        """Give the bytes of a file; raises DamagedIndexError where they are others by now."""
        data = _read(self.folder / path)
        if name_of(data) != self.files[path]:
            raise DamagedIndexError(path)
        return data


def whole_index(folder: Path, edition: str, named: Named) -> SearchIndex | None:
    """Give the index that lies in `folder`, where it is whole, tells of these and was made by this edition of the code."""
    index = _read_state(folder, edition)
    return SearchIndex(folder, edition) if index and index.named == named else None


def named_before(folder: Path, edition: str) -> set[str] | None:
    """Give the addresses of the events and documents that the index in `folder` tells of; None where none is whole."""
    index = _read_state(folder, edition)
    return {row.address for rows in index.named.values() for row in rows} if index else None


def make_index(records: Mapping[str, bytes], named: Named, folder: Path, edition: str, pool: Pool) -> SearchIndex:
    """Make the index of all records, by path, and of events and documents, in `folder`."""
    emptied(folder)
    emptied(folder / FOLDER)
    ordered = in_order({path: read_head(data) for path, data in records.items()})
    index = _Index(edition, named=named)
    for path, record in ordered:
        index.paths.append(path)
        index.keys.append(_key(record))
        index.facets.append(record.facets)
    pieces = _Pieces(folder)
    found = all_terms([records[path] for path, _ in ordered], pool)
    index.counts = Counter({term: stretch.total for term, stretch in found.items() if is_word(term)})
    index.terms = [pieces.put({"terms": terms}) for terms in in_buckets(found, len(ordered))]
    index.groups = list(_group_sizes([record.address for _, record in ordered]))
    cards = iter([record.card for _, record in ordered])
    index.cards = [pieces.put({"cards": list(islice(cards, size))}) for size in index.groups]
    index.places = [pieces.put({"places": names}) for names in place_pieces()]
    index.starts = [pieces.put({"starts": rows}) for rows in start_pieces()]
    return finished(index, pieces)


def changed_index(
    before: Mapping[str, bytes], after: Mapping[str, bytes], named: Named, folder: Path, edition: str
) -> SearchIndex | None:
    """Bring an index to what some records, by path, say now, and to `named`; None where models came, went or have other numbers.

    Raises DamagedIndexError where a piece that would be changed is not what was written.
    """
    index = _read_state(folder, edition)
    if index is None or before.keys() != after.keys():
        return None
    numbers = {path: number for number, path in enumerate(index.paths)}
    changes = [(numbers[path], read_record(before[path]), read_record(after[path])) for path in sorted(after)]
    changes = [(number, old, new) for number, old, new in changes if old != new]
    if any(_key(old) != _key(new) for _, old, new in changes):
        return None
    if not changes and index.named == named:
        return SearchIndex(folder, edition)
    index.named = named
    (folder / _STATE).unlink()
    pieces = _Pieces(folder)
    _change_terms(index, changes, pieces)
    for number, old, new in changes:
        index.facets[number] = new.facets
        if old.card != new.card:
            _change_card(index, number, new.card, pieces)
    return finished(index, pieces)


def in_order(records: Mapping[str, SearchRecord]) -> list[tuple[str, SearchRecord]]:
    """Sort records, by path, by place, then newest first."""
    return sorted(records.items(), key=lambda pair: _key(pair[1]))


def _key(record: SearchRecord) -> tuple[str, int, str]:
    """Give by what a record is numbered."""
    return record.place, -record.day, record.address


def _change_terms(index: _Index, changes: Sequence[tuple[int, SearchRecord, SearchRecord]], pieces: "_Pieces") -> None:
    """Write anew the pieces of those terms that a model has no more, has now, or has elsewhere."""
    due: dict[int, list[Edit]] = defaultdict(list)
    for one in changes:
        for edit in edits_of(*one):
            due[bucket(plain(edit[0]), len(index.terms))].append(edit)
    for place, edits in due.items():
        terms: Terms = pieces.content(index.terms[place])["terms"]
        for term, number, zone in edits:
            change(terms, term, number, zone)
            if is_word(term):
                index.counts[term] = models_with(terms, term)
        index.terms[place] = pieces.put({"terms": {base: dict(sorted(terms[base].items())) for base in sorted(terms)}})
    index.counts = +index.counts


# --- Cards and the rest --------------------------------------------------------------------------------------------


def _group_sizes(addresses: Iterable[str]) -> Iterator[int]:
    """Yield how many cards stand in each group."""
    size = 0
    for address in addresses:
        size += 1
        if size == _LARGEST_GROUP or blake2b(address.encode(), digest_size=1).digest()[0] < _LAST_OF_GROUP:
            yield size
            size = 0
    if size:
        yield size


def _change_card(index: _Index, number: int, card: str, pieces: "_Pieces") -> None:
    first = 0
    for group, size in enumerate(index.groups):
        if number < first + size:
            cards = pieces.content(index.cards[group])["cards"]
            cards[number - first] = card
            index.cards[group] = pieces.put({"cards": cards})
            return
        first += size


def _facet_pieces(facets: Iterable[Mapping[str, tuple[str, ...]]], pieces: "_Pieces") -> dict[str, Any]:
    """Write which models have each key of each facet; communes and former units are a piece for each province."""
    having: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, one in enumerate(facets):
        for name, keys in one.items():
            for key in keys:
                having[f"{name} {key.partition('/')[0]}" if name in _BY_PROVINCE else name][key].append(number)
    names: dict[str, Any] = {name: {} for name in _BY_PROVINCE}
    for name in sorted(having):
        piece = pieces.put({"keys": {key: in_signs(numbers) for key, numbers in sorted(having[name].items())}})
        facet, _, province = name.partition(" ")
        if province:
            names[facet][province] = piece
        else:
            names[facet] = piece
    return names


def finished(index: _Index, pieces: "_Pieces") -> SearchIndex:
    """Write what tells of all models, and the manifest; forget the pieces of before."""
    words = sorted(index.counts, key=lambda word: (-index.counts[word], word))
    index.others = {
        "facets": _facet_pieces(index.facets, pieces),
        "days": pieces.put({"days": [-day for _, day, _ in index.keys]}),
        "words": pieces.put({"words": " ".join(map(shown, words))}),
        "named": {key: pieces.put({"named": rows}) for key, rows in index.named.items()},
    }
    manifest = written(
        {
            "models": len(index.paths),
            "terms": "".join(index.terms),
            "cards": "".join(index.cards),
            "groups": _sizes(index.groups),
            "places": "".join(index.places),
            "starts": "".join(index.starts),
            **index.others,
        }
    )
    index.manifest = name_of(manifest)
    write_whole(pieces.folder / MANIFEST, manifest)
    pieces.keep_only(index.names())
    write_kept(pieces.folder / _STATE, pickle.dumps((index, _sizes_of_files(pieces.folder))), index.edition)
    return SearchIndex(pieces.folder, index.edition)


def _sizes(sizes: Iterable[int]) -> str:
    """Write the sizes of groups, a letter each: `b` is one."""
    return "".join(chr(ord("a") + size) for size in sizes)


class _Pieces:
    """The pieces in a folder; what lies there by its name is not written again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._there = {path.name for path in (folder / FOLDER).iterdir()}

    def put(self, content: Any) -> str:
        """Write a piece; gives its name."""
        data = written(content)
        name = name_of(data)
        if f"{name}.json" not in self._there:
            write_new(f"{self.folder}/{FOLDER}{name}.json", data)
            self._there.add(f"{name}.json")
        return name

    def content(self, name: str) -> Any:
        """Read a piece."""
        data = _read(self.folder / FOLDER / f"{name}.json")
        if name_of(data) != name:
            raise DamagedIndexError(name)
        return read(data)

    def keep_only(self, names: Iterable[str]) -> None:
        """Remove all other pieces."""
        for file in self._there - {f"{name}.json" for name in names}:
            (self.folder / FOLDER / file).unlink(missing_ok=True)


def _read_state(folder: Path, edition: str) -> _Index | None:
    """Give what is known of the index of an edition that lies in a folder; None where a file is missing, or of another length."""
    state = read_kept(folder / _STATE, edition)
    if state is None:
        return None
    index, sizes = pickle.loads(state)  # noqa: S301 - our own file, of our own edition
    try:
        return index if sizes == _sizes_of_files(folder) else None
    except OSError:
        return None


def _sizes_of_files(folder: Path) -> dict[str, int]:
    """Give the length of each file: one that was cut when the machine lost its power has another."""
    with os.scandir(folder / FOLDER) as entries:
        sizes = {entry.name: entry.stat().st_size for entry in entries}
    return {**sizes, MANIFEST: (folder / MANIFEST).stat().st_size}


def _read(file: Path) -> bytes:
    """Read a file of the index; nothing where that cannot be done, which is no file's content."""
    try:
        return read_regular(str(file), _MOST)
    except OSError:
        return b""
