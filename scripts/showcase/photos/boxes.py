"""Walks the boxes of an ISO base media file (ISO/IEC 14496-12, 4.2), of which AVIF is one.

Errors are raised as in `headers.py`.
"""

from collections.abc import Iterator
from struct import unpack_from

from showcase.photos.errors import PhotoRefusedError
from showcase.record.photo import PhotoFault

_MOST_BOXES = 4096

Span = tuple[int, int]
"""Start and end in the file."""


def boxes(data: bytes, position: int, stop: int) -> Iterator[tuple[bytes, Span]]:
    """Yield (kind, place of the body) of successive boxes; a length of 1 is followed by one in 64 bits, one of 0 means the rest."""
    for _ in range(_MOST_BOXES):
        if position >= stop:
            return
        length, kind = unpack_from(">I4s", data, position)
        start = position + 8
        if length == 1:
            (length,) = unpack_from(">Q", data, start)
            start += 8
        end = position + length if length else stop
        if end > stop or end < start:
            raise PhotoRefusedError(PhotoFault.TRUNCATED)
        yield kind, (start, end)
        position = end
    raise PhotoRefusedError(PhotoFault.TOO_MANY_SCANS)
