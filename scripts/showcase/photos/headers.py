"""Reads the headers of JPEG, PNG and WebP: format, size, orientation, number of scans; decodes no pixel and needs no library.

A decoder believes what a header says, and so it is read here first: 250 kB can announce 88 megapixels, 555 kB can hold
2,000 scans. Each reader takes the bytes of a file, walks through them along the lengths that they state, in bounded steps,
and so also finds what is cut off. Where the walk cannot go on, it raises PhotoRefusedError, LookupError or struct.error.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from struct import unpack_from

from showcase.photos.errors import PhotoRefusedError
from showcase.record.photo import MOST_SCANS, PhotoFacts, PhotoFault

MOST_PARTS = 20_000
"""Segments or chunks: a PNG of 40 MB in the usual pieces of 8 kB has 5,000."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a file says: its format, its pixels as stored, its EXIF orientation (1 to 8), the number of scans of a JPEG."""

    format: str
    width: int = 0
    height: int = 0
    orientation: int = 1
    scans: int = 1
    fault: PhotoFault | None = None

    @property
    def upright(self) -> tuple[int, int]:
        """Width and height in pixels once the orientation is applied."""
        return (self.height, self.width) if self.orientation >= 5 else (self.width, self.height)

    def as_facts(self) -> PhotoFacts:
        """The facts that the header alone tells."""
        width, height = self.upright
        return PhotoFacts("", format=self.format, width=width, height=height, fault=self.fault)


# A literal first byte and one plain set search 2 GB/s; `\xff+` before the set searches 0.1 GB/s.
_JPEG_MARKER = re.compile(rb"\xff([\x02-\xcf\xd8-\xfe])")
_START_OF_FRAME = frozenset({0xC0, 0xC1, 0xC2})
_RARE_FRAME = frozenset({0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
START_OF_SCAN, APP1, END_OF_IMAGE = 0xDA, 0xE1, 0xD9


def read_jpeg(data: bytes) -> Header:
    """Walk the segments of a JPEG as libjpeg does, to its end or to the end of the file."""
    width = height = scans = 0
    orientation = 1
    for kind, start, end in jpeg_segments(data):
        body = data[start + 4 : end]
        if kind in _START_OF_FRAME and body[0] == 8 and body[5] in (1, 3, 4):
            height, width = unpack_from(">HH", body, 1)
        elif kind in _START_OF_FRAME or kind in _RARE_FRAME:
            return Header("jpeg", fault=PhotoFault.UNSUPPORTED)
        elif kind == APP1 and body.startswith(b"Exif\0\0") and orientation == 1:
            orientation = exif_orientation(body)
        elif kind == START_OF_SCAN:
            scans += 1
        if scans > MOST_SCANS:
            raise PhotoRefusedError(PhotoFault.TOO_MANY_SCANS)
    if not scans:
        raise PhotoRefusedError(PhotoFault.TRUNCATED)
    return Header("jpeg", width, height, orientation, scans)


def jpeg_segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield (marker, start, end) of each segment up to the end marker; four bytes of it stand before its body.

    The search skips the coded pixels, where 0xFF stands only before 0x00 or RST.
    """
    position = 2
    for _ in range(MOST_PARTS):
        found = _JPEG_MARKER.search(data, position)
        if found is None:
            return
        if found[1][0] == END_OF_IMAGE:
            yield END_OF_IMAGE, found.start(), found.end()
            return
        start = found.end()
        length = unpack_from(">H", data, start)[0]
        position = start + length
        if length < 2 or position > len(data):
            raise PhotoRefusedError(PhotoFault.TRUNCATED)
        yield found[1][0], found.start(), position
    raise PhotoRefusedError(PhotoFault.TOO_MANY_SCANS)


_PNG_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}


def read_png(data: bytes) -> Header:
    """Walk the chunks of a PNG and check the CRC of each; what follows the end chunk is no part of the picture."""
    width = height = 0
    orientation = 1
    for kind, start, end in png_chunks(data):
        if kind in (b"IDAT", b"fdAT"):
            continue
        body = data[start + 8 : end - 4]
        if kind == b"IHDR":
            width, height, depth, colour = unpack_from(">IIBB", body)
            if depth not in _PNG_DEPTHS.get(colour, ()):
                return Header("png", fault=PhotoFault.UNSUPPORTED)
        elif kind == b"acTL" and unpack_from(">I", body)[0] > 1:
            return Header("png", width, height, fault=PhotoFault.ANIMATED)
        elif kind == b"eXIf":
            orientation = exif_orientation(b"Exif\0\0" + body)
    return Header("png", width, height, orientation)


def png_chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Yield (kind, start, end) of each chunk, the end chunk last; eight bytes stand before its body, four behind it."""
    view, position = memoryview(data), 8
    for _ in range(MOST_PARTS):
        (length,) = unpack_from(">I", data, position)
        end = position + 8 + length
        kind = data[position + 4 : position + 8]
        if zlib.crc32(view[position + 4 : end]) != unpack_from(">I", data, end)[0]:
            raise PhotoRefusedError(PhotoFault.TRUNCATED)
        yield kind, position, end + 4
        if kind == b"IEND":
            return
        position = end + 4
    raise PhotoRefusedError(PhotoFault.TOO_MANY_SCANS)


_ANIMATION = 0x02


def read_webp(data: bytes) -> Header:
    """Read the canvas of a WebP and the EXIF chunk behind the picture."""
    if unpack_from("<I", data, 4)[0] + 8 > len(data):
        raise PhotoRefusedError(PhotoFault.TRUNCATED)
    kind = data[12:16]
    if kind == b"VP8 " and data[23:26] == b"\x9d\x01\x2a":
        width, height = unpack_from("<HH", data, 26)
        return Header("webp", width & 0x3FFF, height & 0x3FFF)
    if kind == b"VP8L" and data[20] == 0x2F:
        (bits,) = unpack_from("<I", data, 21)
        return Header("webp", (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    if kind == b"VP8X":
        width = int.from_bytes(data[24:27], "little") + 1
        height = int.from_bytes(data[27:30], "little") + 1
        if data[20] & _ANIMATION:
            return Header("webp", width, height, fault=PhotoFault.ANIMATED)
        return Header("webp", width, height, _webp_orientation(data))
    return Header("webp", fault=PhotoFault.UNSUPPORTED)


def _webp_orientation(data: bytes) -> int:
    for kind, start, end in webp_chunks(data):
        if kind == b"EXIF":
            body = data[start + 8 : end]
            return exif_orientation(body if body.startswith(b"Exif\0\0") else b"Exif\0\0" + body)
    return 1


def webp_chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Yield (kind, start, end) of each chunk; eight bytes stand before its body, and one behind it where that is odd."""
    position = 12
    for _ in range(MOST_PARTS):
        if position + 8 > len(data):
            return
        (length,) = unpack_from("<I", data, position + 4)
        yield data[position : position + 4], position, position + 8 + length
        position += 8 + length + length % 2
    raise PhotoRefusedError(PhotoFault.TOO_MANY_SCANS)


_ORIENTATION, _SHORT = 0x0112, 3


def exif_orientation(exif: bytes) -> int:
    """Read the orientation from the first directory of EXIF data that begins with `Exif`; 1 where there is no sound one."""
    tiff = exif[6:]
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if order is None or len(tiff) < 10:
        return 1
    (start,) = unpack_from(order + "I", tiff, 4)
    count = unpack_from(order + "H", tiff, start)[0] if start + 2 <= len(tiff) else 0
    for place in range(start + 2, min(start + 2 + 12 * count, len(tiff) - 11), 12):
        tag, kind, _, value = unpack_from(order + "HHIH", tiff, place)
        if tag == _ORIENTATION:
            return value if kind == _SHORT and 1 <= value <= 8 else 1
    return 1
