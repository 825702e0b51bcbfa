"""What a photo file tells beside its pixels: whether it says where it was taken, and the same file without any of it.

No pixel is decoded: parts are left out or kept as they are, so the picture is the same to the last bit. Kept is what
its looks depend on: the orientation, the colour profile, and how colours are coded. Lost is all else: EXIF, XMP, IPTC,
comments, thumbnails, and what is appended, such as the film of a moving photo or the second picture of an HDR one.
"""

import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice
from struct import error as StructError  # noqa: N812 - a class that is named like a variable
from struct import iter_unpack, pack, unpack_from

from showcase.photos.avif_metadata import avif_metadata, avif_without_metadata
from showcase.photos.errors import PhotoRefusedError
from showcase.photos.headers import (
    APP1,
    END_OF_IMAGE,
    START_OF_SCAN,
    exif_orientation,
    jpeg_segments,
    png_chunks,
    webp_chunks,
)
from showcase.record.photo import PhotoFault

_EXIF = b"Exif\0\0"
_GPS_DIRECTORY, _LATITUDE, _LONGITUDE = 0x8825, 2, 4
_MOST_ASKED = 200
"""Parts of one photo; an XMP with a map of depths takes a hundred."""
_MOST_UNPACKED = 1_000_000
"""Bytes of a compressed text: it may announce gigabytes."""


def has_position(data: bytes) -> bool:
    """Tell whether a photo says where it was taken: EXIF with a latitude, XMP with one, or a film appended that has a place.

    Of a file that is cut off, what can be read is asked; what is no photo has none.
    """
    try:
        return any(map(_tells_position, islice(_metadata(data), _MOST_ASKED)))
    except (PhotoRefusedError, LookupError, StructError):
        return False


def without_metadata(data: bytes) -> bytes:
    """Give the same picture in a file that tells nothing else; raises PhotoRefusedError for what is no sound photo.

    What has nothing to lose comes back as it is, byte for byte. An AVIF keeps its length: its metadata are overwritten.
    """
    try:
        return _cleaner(data)(data)
    except (LookupError, StructError) as error:  # a look for what is not there, because the file is cut
        raise PhotoRefusedError(PhotoFault.TRUNCATED) from error


def _cleaner(data: bytes) -> Callable[[bytes], bytes]:
    if data.startswith(b"\xff\xd8\xff"):
        return _clean_jpeg
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return _clean_png
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return _clean_webp
    if data[4:8] == b"ftyp":
        return avif_without_metadata
    raise PhotoRefusedError(PhotoFault.NOT_A_PICTURE)


def _metadata(data: bytes) -> Iterator[bytes]:
    """Yield each part of a photo that may tell where it was taken."""
    if data.startswith(b"\xff\xd8\xff"):
        yield from _metadata_of_jpeg(data)
    elif data.startswith(b"\x89PNG\r\n\x1a\n"):
        for kind, start, end in png_chunks(data):
            if kind in (b"eXIf", b"tEXt", b"zTXt", b"iTXt"):
                yield _unpacked(kind, data[start + 8 : end - 4])
    elif data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        yield from (data[start + 8 : end] for kind, start, end in webp_chunks(data) if kind in (b"EXIF", b"XMP "))
    elif data[4:8] == b"ftyp":
        yield from avif_metadata(data)


def _metadata_of_jpeg(data: bytes) -> Iterator[bytes]:
    for kind, start, end in jpeg_segments(data):
        if kind == APP1:
            yield data[start + 4 : end]
        elif kind == END_OF_IMAGE and end < len(data):
            appended = data[end:]
            # A film appended by a phone writes its place under this name.
            yield b"GPSLatitude" if b"\xa9xyz" in appended or b"GPSLatitude" in appended else b""
            yield from (appended[exif.start() : exif.start() + 65_536] for exif in re.finditer(_EXIF, appended))


def _unpacked(kind: bytes, body: bytes) -> bytes:
    """Give a chunk of PNG as text: compressed ones in clear, EXIF that an old program wrote in hexadecimal digits as bytes."""
    name, _, text = body.partition(b"\0")
    if kind == b"zTXt" or (kind == b"iTXt" and text[:1] == b"\1"):
        packed = text[1:] if kind == b"zTXt" else text[2:].split(b"\0", 2)[-1]
        with suppress(zlib.error):
            text = zlib.decompressobj().decompress(packed, _MOST_UNPACKED)
    if name in (b"Raw profile type exif", b"Raw profile type APP1"):
        digits = re.sub(rb"[^0-9a-fA-F]", b"", b"".join(text.split(b"\n")[3:]))
        return bytes.fromhex(digits[: len(digits) // 2 * 2].decode())
    return body if kind == b"eXIf" else text


def _tells_position(part: bytes) -> bool:
    if b"GPSLatitude" in part:
        return True
    found = re.search(rb"II\*\0|MM\0\*", part[:16])
    if not found:
        return False
    exif = part[found.start() :].ljust(8, b"\0")
    order = "<" if exif.startswith(b"II") else ">"
    directory = _directory(exif, order, unpack_from(order + "I", exif, 4)[0])
    place = next((value for tag, value in directory if tag == _GPS_DIRECTORY), None)
    return place is not None and any(tag in (_LATITUDE, _LONGITUDE) for tag, _ in _directory(exif, order, place))


def _directory(exif: bytes, order: str, place: int) -> Iterator[tuple[int, int]]:
    """Yield (tag, value) of each entry of a directory of EXIF data, as far as there are any."""
    if place + 2 <= len(exif):
        (count,) = unpack_from(order + "H", exif, place)
        entries = exif[place + 2 : place + 2 + 12 * count]
        yield from (
            (tag, value) for tag, _, _, value in iter_unpack(order + "HHII", entries[: len(entries) // 12 * 12])
        )


def _clean_jpeg(data: bytes) -> bytes:
    """Leave out segments of applications and comments; between segments only coded pixels are kept."""
    kept, position, before, is_cut = [data[:2]], 2, 0, True
    for kind, start, end in jpeg_segments(data):
        if before == START_OF_SCAN:
            kept.append(data[position:start])
        kept.append(_cleaned_segment(kind, data[start:end]))
        position, before = end, kind
        is_cut = is_cut and kind != START_OF_SCAN
    if is_cut:
        raise PhotoRefusedError(PhotoFault.TRUNCATED)
    if before == START_OF_SCAN:  # nothing marks its end
        kept.append(data[position:])
    return b"".join(kept)


def _cleaned_segment(kind: int, segment: bytes) -> bytes:
    body = segment[4:]
    if kind == APP1 and body.startswith(_EXIF):
        exif = _only_orientation(exif_orientation(body))
        return pack(">BBH", 0xFF, APP1, len(_EXIF + exif) + 2) + _EXIF + exif if exif else b""
    if kind == 0xE0 and body.startswith(b"JFIF\0") and len(body) >= 14:
        return pack(">BBH", 0xFF, kind, 16) + body[:12] + b"\0\0"  # without its thumbnail
    tells_colours = (kind == 0xE2 and body.startswith(b"ICC_PROFILE\0")) or (kind == 0xEE and body.startswith(b"Adobe"))
    is_told_beside = 0xE0 <= kind <= 0xEF or kind == 0xFE
    return segment if tells_colours or not is_told_beside else b""


def _only_orientation(orientation: int) -> bytes:
    """Give EXIF data of one entry, or none for a picture that is stored upright."""
    if orientation == 1:
        return b""
    return b"MM\0*" + pack(">IHHHIHHI", 8, 1, 0x0112, 3, 1, orientation, 0, 0)


_SHOWN = frozenset(
    {b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"mDCV", b"cLLI", b"bKGD", b"hIST", b"pHYs"}
    | {b"sPLT", b"acTL", b"fcTL", b"fdAT"}
)
"""Chunks of PNG that a picture's looks depend on, beside those whose name begins with a capital."""


def _clean_png(data: bytes) -> bytes:
    kept = [data[:8]]
    for kind, start, end in png_chunks(data):
        if kind in _SHOWN or kind[:1].isupper():
            kept.append(data[start:end])
        elif kind == b"eXIf" and (exif := _only_orientation(exif_orientation(_EXIF + data[start + 8 : end - 4]))):
            kept.append(pack(">I", len(exif)) + kind + exif + pack(">I", zlib.crc32(kind + exif)))
    return b"".join(kept)


_PICTURE = frozenset({b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ICCP", b"ANIM", b"ANMF"})
_HAS_EXIF, _HAS_XMP = 0x08, 0x04


def _clean_webp(data: bytes) -> bytes:
    size = unpack_from("<I", data, 4)[0] + 8
    if size > len(data):
        raise PhotoRefusedError(PhotoFault.TRUNCATED)
    kept, exif = bytearray(), b""
    for kind, start, end in webp_chunks(data[:size]):
        if end > size:
            raise PhotoRefusedError(PhotoFault.TRUNCATED)
        if kind in _PICTURE:
            kept += data[start:end].ljust(end - start + (end - start) % 2, b"\0")
        elif kind == b"EXIF" and not exif and kept.startswith(b"VP8X"):
            body = data[start + 8 : end]
            exif = _only_orientation(exif_orientation(body if body.startswith(_EXIF) else _EXIF + body))
    if not kept:
        raise PhotoRefusedError(PhotoFault.TRUNCATED)
    if kept.startswith(b"VP8X"):
        kept[8] = kept[8] & ~(_HAS_EXIF | _HAS_XMP) | (_HAS_EXIF if exif else 0)
    if exif:
        kept += b"EXIF" + pack("<I", len(exif)) + exif
    return b"RIFF" + pack("<I", len(kept) + 4) + b"WEBP" + bytes(kept)
