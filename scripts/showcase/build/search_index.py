"""The search index is kept on the disk here, and made anew only when a record, or the code that makes it, is another."""

import importlib.metadata
import json
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from showcase.build.pagefind_service import pagefind_program
from showcase.search import cbor
from showcase.search import files as search_files
from showcase.search import lists as search_lists
from showcase.search import record as search_record
from showcase.search import words as search_words
from showcase.search.files import in_order
from showcase.search.record import SearchRecord
from showcase.words.fingerprint import fingerprint

__all__ = ["SearchIndex", "kept_index", "last_index", "make_index"]

_STATE = "state"


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """An index as it lies in `folder`, so small that it can go to another process; what it holds is read when asked for."""

    folder: Path

    def files(self) -> dict[str, str]:
        """Give the digest of each file by its path in the site, the one that names the others last.

        Without records there is nothing to search, and no file.
        """
        return _read(self.folder)[1]

    def file(self, path: str) -> bytes:
        """Give the bytes of a file."""
        return (self.folder / path).read_bytes()


def kept_index(folder: Path, mark: str) -> SearchIndex | None:
    """Give the index that lies in `folder` if it was made under this mark and is whole."""
    (kept, _), files = _read(folder)
    return SearchIndex(folder) if kept == mark and _are_there(files, folder) else None


def last_index(folder: Path) -> SearchIndex | None:
    """Give the index that lies in `folder`, whatever it was made of, if there is one and it is whole."""
    _, files = _read(folder)
    return SearchIndex(folder) if files and _are_there(files, folder) else None


def make_index(records: Iterable[SearchRecord], folder: Path, mark: str) -> SearchIndex:
    """Bring the index in `folder` to what the records say; `mark` stands for all that they were made of."""
    ordered = in_order(records)
    state = _state(ordered)
    (_, kept), files = _read(folder)
    is_whole = _are_there(files, folder)
    if kept != state or not is_whole:
        files = _make(ordered, folder, files if is_whole else {})
    lines = (f"{digest} {path}" for path, digest in files.items())
    (folder / _STATE).write_text("\n".join([f"{mark} {state}", *lines]), encoding="utf-8")
    return SearchIndex(folder)


def _read(folder: Path) -> tuple[tuple[str, str], dict[str, str]]:
    """Give under which mark and of which records the index was made that lies there, and the digests of its files."""
    try:
        first, *lines = (folder / _STATE).read_text(encoding="utf-8").split("\n")
    except OSError:
        return ("", ""), {}
    mark, _, state = first.partition(" ")
    rows = (line.partition(" ") for line in lines)
    return (mark, state), {path: digest for digest, _, path in rows}


def _are_there(files: Iterable[str], folder: Path) -> bool:
    return all((folder / path).is_file() for path in files)


def _make(records: tuple[SearchRecord, ...], folder: Path, known: Mapping[str, str]) -> dict[str, str]:
    """Make the files of an index and give their digests; those that are `known` lie there and are not written again."""
    if not known:
        shutil.rmtree(folder / search_files.FOLDER, ignore_errors=True)
    made = search_files.search_files(records, pagefind_program()) if records else {}
    digests = {path: blake2b(data, digest_size=16).hexdigest() for path, data in made.items()}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _STATE).unlink(missing_ok=True)  # who is killed from here on leaves files of which nothing is said
    for path in known.keys() - made.keys():
        (folder / path).unlink(missing_ok=True)
    for path, data in made.items():
        if known.get(path) != digests[path]:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
    return digests


def _state(records: tuple[SearchRecord, ...]) -> str:
    modules = (cbor, search_files, search_lists, search_record, search_words)
    code = [Path(module.__file__ or "").read_bytes() for module in modules]
    told = (json.dumps(record, ensure_ascii=False).encode() for record in records)
    return fingerprint(importlib.metadata.version("pagefind_bin"), *code, *told)
