"""Pagefind's own program is run here, and nothing is known of models: pages of words go in, the files of its index come out.

The program is spoken to as its wrappers for Python and Node do: requests as JSON in base64 with commas between. The one
for Python waits a tenth of a second for every answer, 140 s for 1,366 pages; sent one after the other without waiting
they take 4.
"""

import base64
import binascii
import json
import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from operator import itemgetter
from threading import Thread
from typing import IO, Any

from pagefind.service import get_executable

from showcase.site.trouble import PagefindError

__all__ = ["LANGUAGE", "indexed"]

LANGUAGE = "vi"
_LAST, _PAGES = "GetFiles", "fragment/"
_CHUNK = "8000"
"""Places of words in a file of the index, 9 kB; of Pagefind's own 20,000 a search for two frequent words loads a third more."""


def indexed(pages: Sequence[str]) -> dict[str, bytes]:
    """Index pages of HTML, numbered in their order; gives the files of the index by path, but for the pages themselves.

    They are asked for, not read from a folder: told that they are written, Pagefind may end with some of them empty, one
    time in fifteen on a busy machine, whether it is killed or its input is closed.
    """
    files = _ask(_requests(pages))
    kept = (file for file in files if not file["path"].startswith(_PAGES))
    return {file["path"]: base64.b64decode(file["content"]) for file in sorted(kept, key=itemgetter("path"))}


def _requests(pages: Sequence[str]) -> Iterator[Mapping[str, object]]:
    yield {"type": "NewIndex", "config": {"force_language": LANGUAGE}}
    for number, page in enumerate(pages):
        # Its page numbers follow the order of adding; the address is never shown, for fragments are written anew.
        yield {"type": "AddFile", "index_id": 0, "url": f"{number}/", "file_contents": page}
    yield {"type": _LAST, "index_id": 0}


def _ask(requests: Iterable[Mapping[str, object]]) -> list[dict[str, str]]:
    """Send all requests and give what the last one is answered; raises PagefindError where one is refused."""
    command = (str(get_executable()), "--service")
    environment = os.environ | {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": _CHUNK}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as process:
        if process.stdin is None or process.stdout is None:
            raise PagefindError(*command)
        writer = Thread(target=_send, args=(requests, process.stdin))
        writer.start()
        try:
            found = next((files for answer in _answers(process.stdout) if (files := _files(answer)) is not None), None)
        finally:
            process.kill()
            writer.join()
    if found is None:
        message = "Pagefind ended before its index was ready"
        raise PagefindError(message)
    return found


def _send(requests: Iterable[Mapping[str, object]], pipe: IO[bytes]) -> None:
    """Write requests; where the program is gone, its answers end, and their reader tells of it."""
    try:
        for number, request in enumerate(requests):
            pipe.write(base64.b64encode(json.dumps({"message_id": number, "payload": request}).encode()) + b",")
        pipe.flush()
    except BrokenPipeError:
        with suppress(BrokenPipeError):  # what is left in the buffer finds nobody either
            pipe.close()


def _answers(pipe: IO[bytes]) -> Iterator[Any]:
    """Yield the answers as they come; what is none of them, as a warning that was printed, is passed over."""
    begun: list[bytes] = []  # the last answer is of megabytes, and comes in many pieces
    while piece := pipe.read1(1 << 20):  # type: ignore[attr-defined] # a buffered reader has it
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
