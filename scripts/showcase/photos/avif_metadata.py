"""Finds what an AVIF tells beside its pixels, and overwrites it in place: every other byte stays where it was.

An AVIF names its parts by their places in the file, so to leave one out would move all others. Its EXIF becomes one of
no entry, its XMP blanks. Errors are raised as in `headers.py`.
"""

from collections.abc import Iterator
from itertools import islice
from struct import unpack_from

from showcase.photos.boxes import Span, boxes
from showcase.photos.errors import PhotoRefusedError
from showcase.record.photo import PhotoFault

_MOST_SPANS = 4096
_MOST_TOLD = 64
_EMPTY_EXIF = b"\0\0\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0"


def avif_metadata(data: bytes) -> Iterator[bytes]:
    """Yield the EXIF and XMP of an AVIF."""
    yield from (data[start:end] for _, (start, end) in _told_beside(data))


def avif_without_metadata(data: bytes) -> bytes:
    """Give an AVIF of the same length whose EXIF and XMP are empty; PhotoRefusedError where they lie over pixels."""
    cleaned = bytearray(data)
    for kind, (start, end) in _told_beside(data):
        filling = _EMPTY_EXIF if kind == b"Exif" and end - start >= len(_EMPTY_EXIF) else b""
        cleaned[start:end] = filling.ljust(end - start, b"\0" if kind == b"Exif" else b" ")
    return bytes(cleaned)


def _told_beside(data: bytes) -> list[tuple[bytes, Span]]:
    """Give (kind, span) of what is no picture; none of it shares a byte with a picture, or with the boxes."""
    whole = list(boxes(data, 0, len(data)))
    start, end = dict(whole)[b"meta"]
    parts = dict(boxes(data, start + 4, end))
    kinds = dict(_kinds(data, *parts[b"iinf"]))
    idat = parts.get(b"idat", (0, 0))
    located = list(islice(_spans(data, parts[b"iloc"][0], idat), _MOST_SPANS))
    beside = {item for item, kind in kinds.items() if kind in (b"Exif", b"mime")}
    homes = [idat, *(place for kind, place in whole if kind == b"mdat")]
    pictures = [span for item, span in located if item not in beside]
    told = [(kinds[item], span) for item, span in located if item in beside][:_MOST_TOLD]
    for _, span in told:
        at_home = any(home[0] <= span[0] < span[1] <= home[1] for home in homes)
        if not at_home or any(span[0] < picture[1] and picture[0] < span[1] for picture in pictures):
            raise PhotoRefusedError(PhotoFault.TRUNCATED)
    return told


def _kinds(data: bytes, start: int, stop: int) -> Iterator[tuple[int, bytes]]:
    """Yield (number, kind) of each item."""
    for _, (place, _end) in boxes(data, start + (6 if data[start] == 0 else 8), stop):
        number, kind_at = (">H", place + 8) if data[place] == 2 else (">I", place + 10)
        yield int(unpack_from(number, data, place + 4)[0]), data[kind_at : kind_at + 4]


def _spans(data: bytes, start: int, idat: Span) -> Iterator[tuple[int, Span]]:
    """Yield (number of its item, span), by the table of locations."""
    version, sizes = data[start], unpack_from(">H", data, start + 4)[0]
    of_offset, of_length, of_base, of_index = sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15, sizes & 15
    number = _Numbers(data, start + 6).next
    wide = 4 if version == 2 else 2
    for _ in range(min(number(wide), _MOST_SPANS)):
        item = number(wide)
        method = number(2) & 15 if version else 0
        number(2)  # which file: this one
        base = number(of_base) + (idat[0] if method == 1 else 0)
        for _ in range(number(2)):
            number(of_index if version else 0)
            offset, length = base + number(of_offset), number(of_length)
            yield item, (offset, offset + length) if method < 2 else (0, 0)


class _Numbers:
    """Reads one whole number after the other."""

    def __init__(self, data: bytes, position: int) -> None:
        self._data = data
        self._position = position

    def next(self, size: int) -> int:
        """Give the next number, of so many bytes."""
        start, self._position = self._position, self._position + size
        if self._position > len(self._data):
            raise PhotoRefusedError(PhotoFault.TRUNCATED)
        return int.from_bytes(self._data[start : self._position], "big")
