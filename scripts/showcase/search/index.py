"""The search index is kept on the disk, and made anew only when a record, or the code that makes it, is another."""

import base64
import binascii
import json
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import IO, Any

from showcase.search.files import FOLDER, in_order, search_files
from showcase.search.record import read_record
from showcase.words.digest import digest_of

_STATE = "state"
_LAST = "GetFiles"
_REQUESTS: tuple[Mapping[str, object], ...] = (
    {"type": "NewIndex", "config": {}},
    {"type": _LAST, "index_id": 0},
)


class PagefindError(Exception):
    """Pagefind ended or refused; the message is what it said."""


@dataclass(frozen=True)
class SearchIndex:
    """An index as it lies in `folder`, so small that it can go to another process; what it holds is read when asked for."""

    folder: Path

    @cached_property
    def files(self) -> dict[str, str]:
        """The digest of each file by its path in the site, the one that names the others last; none where none is whole."""
        return _read(self.folder)[1]

    def file(self, path: str) -> bytes:
        """Give the bytes of a file."""
        return (self.folder / path).read_bytes()


def whole_index(folder: Path, edition: str) -> SearchIndex | None:
    """Give the index that lies in `folder`, where it is whole and was made by this edition of the code."""
    state, _ = _read(folder)
    return SearchIndex(folder) if state.startswith(f"{edition} ") else None


def make_index(records: Mapping[str, bytes], folder: Path, edition: str) -> SearchIndex:
    """Bring the index in `folder` to what records say, by path, which an edition of the code made.

    Raises PagefindError where its program cannot be had.
    """
    state = f"{edition} {digest_of(*(part for path in sorted(records) for part in (path.encode(), records[path])))}"
    known, files = _read(folder)
    if known != state:
        files = _make(records, folder, files)
        lines = (f"{digest} {path}" for path, digest in files.items())
        (folder / _STATE).write_text("\n".join([state, *lines]), encoding="utf-8")
    return SearchIndex(folder)


def _read(folder: Path) -> tuple[str, dict[str, str]]:
    """Give of which records the index was made that lies there, and the digests of its files; nothing where one is missing."""
    try:
        state, *lines = (folder / _STATE).read_text(encoding="utf-8").split("\n")
    except (OSError, ValueError):
        return "", {}
    files = {path: digest for digest, _, path in (line.partition(" ") for line in lines)}
    return (state, files) if all((folder / path).is_file() for path in files) else ("", {})


def _make(records: Mapping[str, bytes], folder: Path, known: Mapping[str, str]) -> dict[str, str]:
    """Make the files of an index and give their digests; those that are `known` lie there and are not written again."""
    if not known:
        shutil.rmtree(folder / FOLDER, ignore_errors=True)
    ordered = in_order(map(read_record, records.values()))
    made = search_files(ordered, pagefind_program()) if ordered else {}
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


def pagefind_program() -> dict[str, bytes]:
    """Give the files of an index of nothing by path: Pagefind's program for the browser lies within its own.

    It is spoken to as its wrappers for Python and Node do: requests as JSON in base64 with commas between.
    """
    from pagefind.service import get_executable  # noqa: PLC0415 - it loads all that serves a network, most builds need none

    command = (str(get_executable()), "--service")
    # Without buffers: what a program that is gone did not take would be offered to it once more at the end.
    with subprocess.Popen(command, bufsize=0, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        if process.stdin is None or process.stdout is None:
            raise PagefindError(*command)
        try:
            process.stdin.write(b"".join(map(_message, range(len(_REQUESTS)), _REQUESTS)))
            # Its input stays open until it has answered: with its end the program ends too, whatever was asked.
            found = next((files for answer in _answers(process.stdout) if (files := _files(answer)) is not None), None)
        except BrokenPipeError:
            found = None
        finally:
            process.kill()
    if found is None:
        message = "Pagefind ended before it answered"
        raise PagefindError(message)
    return {file["path"]: base64.b64decode(file["content"]) for file in found}


def _message(number: int, request: Mapping[str, object]) -> bytes:
    return base64.b64encode(json.dumps({"message_id": number, "payload": request}).encode()) + b","


def _answers(pipe: IO[bytes]) -> Iterator[Any]:
    """Yield the answers as they come; what is none of them, as a warning that was printed, is passed over."""
    begun: list[bytes] = []  # the last answer is of half a megabyte, and comes in many pieces
    while piece := pipe.read(1 << 20):
        first, *more = piece.split(b",")
        begun.append(first)
        for part in more:
            answer = b"".join(begun)
            begun = [part]
            try:
                yield json.loads(base64.b64decode(answer.strip().rpartition(b"\n")[2]))
            except (binascii.Error, ValueError):
                continue


def _files(answer: Any) -> list[dict[str, str]] | None:
    """Give the files where an answer is the one to the last request."""
    payload = (answer or {}).get("payload") or {}
    if payload.get("type") == "Error":
        raise PagefindError(payload.get("message", ""))
    return payload["files"] if payload.get("type") == _LAST else None
