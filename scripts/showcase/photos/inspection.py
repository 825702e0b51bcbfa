"""Inspects one photo file without decoding it: its bytes are read once, and their header tells what they are."""

import hashlib
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from struct import error as StructError  # noqa: N812 - a class that is named like a variable

from showcase.photos.avif_header import read_iso_media
from showcase.photos.errors import PhotoRefusedError
from showcase.photos.headers import Header, read_jpeg, read_png, read_webp
from showcase.photos.metadata import has_position
from showcase.reading.characters import LFS_POINTER
from showcase.record.photo import LARGEST_FILE, PhotoFacts, PhotoFault, with_size_fault
from showcase.system.reading import read_regular

_UNSUPPORTED = {
    b"II*\0": "tiff",
    b"MM\0*": "tiff",
    b"BM": "bmp",
    b"8BPS": "psd",
    b"\0\0\0\x0cJXL ": "jxl",
    b"\xff\x0a": "jxl",
    b"\0\0\0\x0cjP  ": "jp2",
    b"\xff\x4f\xff\x51": "jp2",
    b"\0\0\1\0": "ico",
    b"%PDF": "pdf",
}


def inspect_file(path: Path) -> PhotoFacts:
    """Tell what a file is without decoding it; the facts have no name, and a file that is none has a fault.

    Reading and digesting take 1 ms for each megabyte.
    """
    try:
        return inspect_bytes(read_photo(path))
    except PhotoRefusedError as refused:
        return PhotoFacts("", size=refused.size, fault=refused.fault)
    except Exception:  # noqa: BLE001 - our own mistake, of which no other photo may suffer
        return PhotoFacts("", fault=PhotoFault.OUR_MISTAKE)


def inspect_bytes(data: bytes) -> PhotoFacts:
    """Tell what the bytes of a file are without decoding them; the facts have no name."""
    header = read_header(data)
    digest, is_placed = hashlib.sha256(data).hexdigest(), has_position(data)
    facts = replace(header.as_facts(), digest=digest, size=len(data), has_position=is_placed)
    return with_size_fault(facts, header.scans)


def read_photo(path: Path) -> bytes:
    """Give the bytes of a regular file of at most LARGEST_FILE bytes, never through a link; raises PhotoRefusedError."""
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            raise PhotoRefusedError(PhotoFault.LINK)
        if status.st_size > LARGEST_FILE:
            raise PhotoRefusedError(PhotoFault.TOO_LARGE_FILE, status.st_size)
        # Since then a link or a pipe may have taken its place, which `read_regular` refuses, or it may have grown.
        data = read_regular(str(path), LARGEST_FILE)
    except OSError as error:
        raise PhotoRefusedError(PhotoFault.UNREADABLE) from error
    if len(data) > LARGEST_FILE:
        raise PhotoRefusedError(PhotoFault.TOO_LARGE_FILE, len(data))
    return data


def read_header(data: bytes) -> Header:
    """Read the header of any file; where that cannot be done, it has a fault."""
    form, read = _reader(data)
    try:
        header = read(data)
    except (LookupError, StructError):  # a look for what is not there, because the file is cut
        return Header(form, fault=PhotoFault.TRUNCATED)
    except PhotoRefusedError as refused:
        return Header(form, fault=refused.fault)
    if header.fault is None and not (header.width and header.height):
        return replace(header, fault=PhotoFault.UNSUPPORTED)
    return header


def _reader(data: bytes) -> tuple[str, Callable[[bytes], Header]]:
    """Give the format that the first bytes announce, and the reader of its header."""
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg", read_jpeg
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png", read_png
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "webp", read_webp
    if data[4:8] == b"ftyp":
        return "avif", read_iso_media
    return "", _unusable


def _unusable(data: bytes) -> Header:
    """Tell what a file is that has none of our formats."""
    if not data:
        return Header("", fault=PhotoFault.MISSING_BYTES)
    if data.startswith(LFS_POINTER):
        return Header("", fault=PhotoFault.LFS_POINTER)
    if data.startswith((b"GIF87a", b"GIF89a")):
        return Header("gif", fault=PhotoFault.GIF)
    for start, form in _UNSUPPORTED.items():
        if data.startswith(start):
            return Header(form, fault=PhotoFault.UNSUPPORTED)
    beginning = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if beginning.startswith(b"<") and b"<svg" in beginning and b"<html" not in beginning:
        return Header("svg", fault=PhotoFault.SVG)
    return Header("", fault=PhotoFault.NOT_A_PICTURE)
