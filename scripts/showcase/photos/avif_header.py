"""Reads the header of AVIF and of other ISO base media files (HEIC, video): format, size, orientation.

AVIF states its orientation in properties of its own (`irot`, `imir`); that of its EXIF does not count. Errors are raised
as in `headers.py`.
"""

from collections.abc import Iterator
from struct import unpack_from

from showcase.photos.boxes import boxes
from showcase.photos.errors import PhotoRefusedError
from showcase.photos.headers import Header
from showcase.record.photo import PhotoFault

_AVIF = {b"avif", b"avis"}
_HEIC = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1"}

# (quarter turns against the clock, mirror: None, 0 top to bottom, 1 left to right) -> EXIF orientation. HEIF turns
# first and mirrors then; the table is that of libavif, and a test holds it against pictures that libavif wrote.
_ORIENTATIONS = {
    (0, None): 1, (1, None): 8, (2, None): 3, (3, None): 6,
    (0, 0): 4, (1, 0): 5, (2, 0): 2, (3, 0): 7,
    (0, 1): 2, (1, 1): 7, (2, 1): 4, (3, 1): 5,
}  # fmt: skip


def read_iso_media(data: bytes) -> Header:
    """Read the header of a file that begins with an `ftyp` box; all but a still AVIF comes with a fault."""
    (length,) = unpack_from(">I", data)
    main = data[8:12]
    brands = {main, *(data[place : place + 4] for place in range(16, min(length, 256), 4))}
    if main == b"avis":
        return Header("avif", fault=PhotoFault.ANIMATED)
    if brands & _AVIF:
        return _read_avif(data)
    if brands & _HEIC:
        return Header("heic", fault=PhotoFault.HEIC)
    return Header("video", fault=PhotoFault.UNSUPPORTED)


def _read_avif(data: bytes) -> Header:
    children = dict(_boxes(dict(_boxes(data))[b"meta"][4:]))
    parts = dict(_boxes(children[b"iprp"]))
    properties = list(_boxes(parts[b"ipco"]))
    main = _main_item(children[b"pitm"])
    own = [properties[index - 1] for index in _associated(parts[b"ipma"], main) if 0 < index <= len(properties)]
    sizes = [unpack_from(">II", body, 4) for kind, body in own if kind == b"ispe"]
    if not sizes:
        raise PhotoRefusedError(PhotoFault.TRUNCATED)
    width, height = sizes[0]
    return Header("avif", width, height, _orientation(own))


def _orientation(properties: list[tuple[bytes, bytes]]) -> int:
    turns = next((body[0] & 3 for kind, body in properties if kind == b"irot"), 0)
    mirror = next((body[0] & 1 for kind, body in properties if kind == b"imir"), None)
    return _ORIENTATIONS[turns, mirror]


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield (kind, body) of the boxes within a body."""
    return ((kind, data[start:end]) for kind, (start, end) in boxes(data, 0, len(data)))


def _main_item(pitm: bytes) -> int:
    return int(unpack_from(">H" if pitm[0] == 0 else ">I", pitm, 4)[0])


def _associated(ipma: bytes, item: int) -> list[int]:
    """Give the numbers, counted from 1, of the properties that belong to an item."""
    long_items, long_numbers = ipma[0] >= 1, ipma[3] & 1
    (count,) = unpack_from(">I", ipma, 4)
    position, width = 8, 2 if long_numbers else 1
    for _ in range(count):
        (number,) = unpack_from(">I" if long_items else ">H", ipma, position)
        position += 4 if long_items else 2
        many = ipma[position]
        found = ipma[position + 1 : position + 1 + many * width]
        position += 1 + many * width
        if number == item:
            mask = 0x7FFF if long_numbers else 0x7F
            return [int.from_bytes(found[place : place + width], "big") & mask for place in range(0, len(found), width)]
    return []
