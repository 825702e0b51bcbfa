"""The search index is written here for Pagefind's program to read: small, the same on every day, and with cards.

What Pagefind would write itself grows too large for a phone at 13,663 models, or is in another order each time, and takes
a minute and 1.5 GB. So its program, which finds and ranks in the reader's browser, comes from it, and all that the program
loads is written here in its format, CBOR within gzip, for the one version that is pinned.
"""

import gzip
import hashlib
import json
import struct
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from showcase.search.cbor import write_cbor
from showcase.search.lists import WordLists, word_lists
from showcase.search.record import WEIGHTS, SearchRecord
from showcase.search.words import folded, words_of

__all__ = ["FOLDER", "in_order", "search_files"]

FOLDER = "tim/"
"""Where the index lies in the site."""
VERSION = "1.5.2"
"""Of Pagefind: its format is its own affair, so another version must be looked at before it is let in."""
_LANGUAGE = "vi"
_SIGNATURE = b"pagefind_dcd"
_CODE = ("pagefind.js", "wasm.unknown.pagefind")
_LENGTH = 64
"""Words of every page, as far as Pagefind is told: a record's words stand in it once, so its length says nothing."""
_NAME = 6
"""Hexadecimal digits of a fragment's name: 24 bits, 3.4 bytes of the 4.1 that a browser loads for each model."""
_FIRST_DAY = date(2000, 1, 1)


def in_order(records: Iterable[SearchRecord]) -> tuple[SearchRecord, ...]:
    """Sort records by place, then newest first: neighbours share words and facets, so lists of them compress well."""
    newest = sorted(records, key=lambda record: (record.newest, record.address), reverse=True)
    return tuple(sorted(newest, key=lambda record: record.place))


def search_files(records: Sequence[SearchRecord], program: Mapping[str, bytes]) -> dict[str, bytes]:
    """Give every file of the search by its path in the site, for records in their order; those that name others come last.

    `program` are the files that Pagefind gives for an index of nothing. Raises ValueError where that is another version.
    """
    entry = json.loads(program["pagefind-entry.json"])
    if entry["version"] != VERSION:
        message = f"this is Pagefind {entry['version']}; what its program reads is known for {VERSION} alone"
        raise ValueError(message)
    fragments = dict(_fragments(records))
    filters = dict(_filters(records))
    lists = dict(_lists(records))
    kept = {path: program[path] for path in _CODE}
    kept |= {f"index/{name}.pf_index": data for name, (_, data) in lists.items()}
    kept |= {f"fragment/{name}.pf_fragment": data for name, data in fragments.items()}
    kept |= {f"filter/{name}.pf_filter": data for name, data in filters.values()}
    meta = _pack(_meta(fragments, lists, filters))
    meta_name = f"{_LANGUAGE}_{_digest(meta)[:10]}"
    kept[f"pagefind.{meta_name}.pf_meta"] = meta
    kept |= {"thu-tu.bin": _orders(records, list(fragments)), "tu.json": _known_words(records)}
    kept["pagefind-entry.json"] = _entry(entry, meta_name, len(records))
    return {f"{FOLDER}{path}": data for path, data in kept.items()}


def _lists(records: Sequence[SearchRecord]) -> Iterator[tuple[str, tuple[WordLists, bytes]]]:
    """Yield for each file of word lists its name, which words it is of, and its bytes."""
    for lists in word_lists((record.words for record in records), WEIGHTS):
        # Of numbers that repeat: with the utmost care packing takes six times as long, for a twentieth less.
        data = _pack(lists.data, 7)
        yield f"{_LANGUAGE}_{_digest(data)[:10]}", (lists, data)


def _fragments(records: Sequence[SearchRecord]) -> Iterator[tuple[str, bytes]]:
    """Yield (name, bytes) of what a result shows; a name is a digest of the bytes, and no two are alike."""
    taken: set[str] = set()
    for record in records:
        shown = {"url": record.address, "content": "", "word_count": 0, "filters": {}, "anchors": []}
        data = _pack(json.dumps({**shown, "meta": {"bai": record.card}}, ensure_ascii=False).encode())
        names = (f"{_LANGUAGE}_{_digest(data + bytes(salt))[:_NAME]}" for salt in range(len(records)))
        name = next(name for name in names if name not in taken)
        taken.add(name)
        yield name, data


def _filters(records: Sequence[SearchRecord]) -> Iterator[tuple[str, tuple[str, bytes]]]:
    """Yield for each facet the name of its file and the file: each key with the numbers of its pages."""
    pages: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, record in enumerate(records):
        for facet, keys in record.facets.items():
            for key in keys:
                pages[facet][key].append(number)
    for facet in sorted(pages):
        data = _pack(write_cbor([facet, [[key, numbers] for key, numbers in sorted(pages[facet].items())]]))
        yield facet, (f"{_LANGUAGE}_{_digest(data)[:10]}", data)


def _meta(
    fragments: Iterable[str],
    lists: Mapping[str, tuple[WordLists, bytes]],
    filters: Mapping[str, tuple[str, bytes]],
) -> bytes:
    """Write what Pagefind loads first: the names of all files; no order to sort by, for that has a file of its own."""
    pages = [[name, _LENGTH] for name in fragments]
    bounds = _bounds([made for made, _ in lists.values()])
    named = [[*bound, name] for bound, name in zip(bounds, lists, strict=True)]
    return write_cbor([VERSION, pages, named, [[facet, name] for facet, (name, _) in filters.items()], [], []])


def _bounds(lists: Sequence[WordLists]) -> Iterator[tuple[str, str]]:
    """Yield from where to where each file goes: no more letters than tell its words from its neighbours'."""
    starts, ends = [lists[0].first] if lists else [], []
    for one, other in pairwise(lists):
        same = next(
            at for at, (end, start) in enumerate(zip(f"{one.last} ", other.first, strict=False)) if end != start
        )
        ends.append(one.last[: same + 1])
        starts.append(other.first[: same + 1])
    yield from zip(starts, [*ends, *(last.last for last in lists[-1:])], strict=True)


def _entry(entry: Mapping[str, object], meta_name: str, count: int) -> bytes:
    language = {_LANGUAGE: {"hash": meta_name, "wasm": None, "page_count": count}}
    return json.dumps({**entry, "languages": language}, sort_keys=True).encode()


def _orders(records: Sequence[SearchRecord], fragments: Sequence[str]) -> bytes:
    """Write all models by place, each as the number that its fragment's name is and its day, for sorting by both.

    Six bytes each, the largest first: 82 kB at 13,663 models, loaded by those alone who sort.
    """
    days = ((date.fromisoformat(record.newest) - _FIRST_DAY).days for record in records)
    names = (int(name.rpartition("_")[2], 16) for name in fragments)
    return b"".join(struct.pack(">IH", name, max(0, day)) for name, day in zip(names, days, strict=True))


def _known_words(records: Sequence[SearchRecord]) -> bytes:
    """Write the words of titles and summaries as they are most often marked, the most frequent first: to propose for others."""
    cards = (json.loads(record.card) for record in records)
    counts = Counter(word for card in cards for word in words_of(f"{card['tieu_de']} {card['tom_tat']}"))
    marked: dict[str, list[str]] = defaultdict(list)
    for word in filter(str.isalpha, sorted(counts)):
        marked[folded(word)].append(word)
    often = {max(words, key=counts.__getitem__): sum(map(counts.__getitem__, words)) for words in marked.values()}
    words = sorted(often, key=lambda word: (-often[word], word))
    return json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode()


def _pack(data: bytes, care: int = 9) -> bytes:
    return gzip.compress(_SIGNATURE + data, compresslevel=care, mtime=0)


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()
