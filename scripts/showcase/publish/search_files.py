"""Pagefind's index becomes ours here: small, the same on every day, and with cards; the disk is not known.

Pagefind makes what is costly, the lists of words. What it writes beside them grows too large for a phone at 13,663
models, or is in another order each time (filters), so it is written anew in its own format, CBOR within gzip, for the
one version that is pinned. Measured at 13,663 models: what is loaded before the first search shrinks from 165 kB to 56.
"""

import gzip
import hashlib
import json
import struct
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from showcase.publish.cbor import read_cbor, write_cbor
from showcase.publish.search_record import WEIGHTS, SearchRecord
from showcase.publish.search_words import folded_words, words_of

__all__ = ["FOLDER", "PARTS", "in_order", "page_of", "search_files"]

Part = tuple[str, str]

FOLDER = "tim/"
"""Where the index lies in the site."""
VERSION = "1.5.2"
"""Of Pagefind: its format is its own affair, so another version must be looked at before it is let in."""
PARTS: tuple[Part, ...] = (("", "h"), ("h", "o"), ("o", "\uffff"))
"""Pieces of the alphabet with about as many words each, from and below: Pagefind's memory grows with the words it has."""
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


def page_of(record: SearchRecord, part: Part) -> str:
    """Write those of a record's words that belong to a part of the alphabet as the page that Pagefind reads.

    They are letters and digits, so nothing needs escaping.
    """
    first, end = part
    kept = {zone: [word for word in words if first <= word < end] for zone, words in record.words.items()}
    # With a space at each end: Pagefind would take the last word of one zone and the first of the next for a single one.
    zones = (f'<p data-pagefind-weight="{WEIGHTS[zone]}"> {" ".join(words)} </p> ' for zone, words in kept.items())
    return f'<html lang="{_LANGUAGE}"><body data-pagefind-body>{"".join(zones)}'


def search_files(records: Sequence[SearchRecord], parts: Sequence[Mapping[str, bytes]]) -> dict[str, bytes]:
    """Give every file of the search by its path in the site: of the records in their order, and the index of each part.

    Those that others name come last. Raises ValueError where another version of Pagefind made the index.
    """
    entry = json.loads(parts[0]["pagefind-entry.json"])
    if entry["version"] != VERSION:
        message = f"Pagefind {entry['version']} made the index; its format is known for {VERSION} alone"
        raise ValueError(message)
    fragments = dict(_fragments(records))
    filters = dict(_filters(records))
    kept = {path: data for made in parts for path, data in made.items() if path in _CODE or path.startswith("index/")}
    kept |= {f"fragment/{name}.pf_fragment": data for name, data in fragments.items()}
    kept |= {f"filter/{name}.pf_filter": data for name, data in filters.values()}
    meta = _pack(_meta([_only(made, "pf_meta") for made in parts], list(fragments), filters))
    meta_name = f"{_LANGUAGE}_{_digest(meta)[:10]}"
    kept[f"pagefind.{meta_name}.pf_meta"] = meta
    kept |= {"thu-tu.bin": _orders(records, list(fragments)), "tu.json": _known_words(records)}
    kept["pagefind-entry.json"] = _entry(entry, meta_name, len(records))
    return {f"{FOLDER}{path}": data for path, data in kept.items()}


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


def _meta(parts: Sequence[bytes], fragments: Sequence[str], filters: Mapping[str, tuple[str, bytes]]) -> bytes:
    """Write what Pagefind loads first: the names of all files; no order to sort by, for that has a file of its own."""
    chunks: list[Any] = []
    for part in parts:
        version, pages, more, _, _, fields = read_cbor(_unpack(part))
        chunks += more
        if len(pages) != len(fragments):
            message = f"Pagefind took {len(pages)} of {len(fragments)} pages"
            raise ValueError(message)
    named = [[name, _LENGTH] for name in fragments]
    return write_cbor([version, named, chunks, [[facet, name] for facet, (name, _) in filters.items()], [], fields])


def _entry(entry: Mapping[str, Any], meta_name: str, count: int) -> bytes:
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
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for record in records:
        card = json.loads(record.card)
        for word in words_of(f"{card['tieu_de']} {card['tom_tat']}"):
            if word.isalpha():
                counts[folded_words(word)[0]][word] += 1
    ordered = sorted(counts, key=lambda base: (-counts[base].total(), base))
    words = [max(sorted(counts[base]), key=counts[base].__getitem__) for base in ordered]
    return json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode()


def _only(made: Mapping[str, bytes], ending: str) -> bytes:
    (found,) = (data for path, data in made.items() if path.endswith(ending))
    return found


def _pack(data: bytes) -> bytes:
    return gzip.compress(_SIGNATURE + data, compresslevel=9, mtime=0)


def _unpack(data: bytes) -> bytes:
    return gzip.decompress(data).removeprefix(_SIGNATURE)


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()
