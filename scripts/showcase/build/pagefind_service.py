"""Pagefind is asked here for the program that finds and ranks in a reader's browser; nothing is known of models.

The program lies within Pagefind's own, which gives it out with every index, be it one of nothing. It is spoken to as its
wrappers for Python and Node do: requests as JSON in base64 with commas between. The one for Python makes a folder and
waits a tenth of a second for every answer.
"""

import base64
import binascii
import json
import subprocess
from collections.abc import Iterator, Mapping
from typing import IO, Any

from showcase.build.trouble import PagefindError

__all__ = ["pagefind_program"]

_LAST = "GetFiles"
_REQUESTS: tuple[Mapping[str, object], ...] = (
    {"type": "NewIndex", "config": {}},
    {"type": _LAST, "index_id": 0},
)


def pagefind_program() -> dict[str, bytes]:
    """Give the files of an index of nothing by path; raises PagefindError where there are none to be had."""
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
