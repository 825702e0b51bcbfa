"""Looks at one photo file: reads its bytes once, never through a link, and tells what they are before any decoder does."""

import hashlib
import os
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from struct import error as StructError  # noqa: N812 - a class that is named like a variable

from showcase.photos.avif_header import read_boxes
from showcase.photos.headers import CutShortError, Header, TooManyPartsError, read_jpeg, read_png, read_webp
from showcase.record.photo import LARGEST_FILE, PhotoFacts, PhotoFault, judged, named

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
_DAMAGE = (CutShortError, IndexError, StructError)
"""What the readers meet where a file is cut: an IndexError or a StructError is a look past its end."""


class PhotoRefusedError(Exception):
    """A file cannot be used; `fault` says why."""

    def __init__(self, fault: PhotoFault) -> None:
        """Keep the fault, so that it survives the way out of a worker."""
        super().__init__(fault)
        self.fault = fault


def inspect(path: Path) -> PhotoFacts:
    """Tell what a file is, without decoding it; costs 2 to 20 ms for a photo of 1 to 10 MB."""
    return named(look(path), path.name)


def look(path: Path) -> PhotoFacts:
    """Tell what a file is by its bytes alone; the facts have no name yet."""
    try:
        return facts_of(read_regular(path))
    except PhotoRefusedError as refused:
        size = path.lstat().st_size if refused.fault is PhotoFault.TOO_LARGE_FILE else 0
        return PhotoFacts("", size=size, fault=refused.fault)


def read_regular(path: Path) -> bytes:
    """Read a regular file of a bearable size; raises PhotoRefusedError."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            raise PhotoRefusedError(PhotoFault.LINK)
        # Between the look and the opening a link may take the file's place, or a pipe that nobody fills.
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(path, flags), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise PhotoRefusedError(PhotoFault.LINK)
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise PhotoRefusedError(PhotoFault.UNREADABLE) from error
    if len(data) > LARGEST_FILE:
        raise PhotoRefusedError(PhotoFault.TOO_LARGE_FILE)
    return data


def facts_of(data: bytes) -> PhotoFacts:
    """Tell what bytes are, whatever they are called."""
    header = read_header(data)
    facts = replace(header.as_facts(), digest=hashlib.sha256(data).hexdigest(), size=len(data))
    return judged(facts, header.scans)


def read_header(data: bytes) -> Header:
    """Read the header of any file; a fault of its structure stands in it."""
    form, read = _kind(data)
    try:
        header = read(data)
    except _DAMAGE:
        return Header(form, fault=PhotoFault.TRUNCATED)
    except TooManyPartsError:
        return Header(form, fault=PhotoFault.TOO_MANY_SCANS)
    if header.fault is None and not (header.width and header.height):
        return replace(header, fault=PhotoFault.UNSUPPORTED)
    return header


def _kind(data: bytes) -> tuple[str, Callable[[bytes], Header]]:
    """Tell the format by the first bytes, and who reads it."""
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg", read_jpeg
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png", read_png
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "webp", read_webp
    if data[4:8] == b"ftyp":
        return "avif", read_boxes
    return "", _refuse


def _refuse(data: bytes) -> Header:
    """Say what a file is that is none of ours."""
    if not data:
        return Header("", fault=PhotoFault.MISSING_BYTES)
    if data.startswith((b"GIF87a", b"GIF89a")):
        return Header("gif", fault=PhotoFault.GIF)
    for start, form in _UNSUPPORTED.items():
        if data.startswith(start):
            return Header(form, fault=PhotoFault.UNSUPPORTED)
    beginning = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if beginning.startswith(b"<") and b"<svg" in beginning and b"<html" not in beginning:
        return Header("svg", fault=PhotoFault.SVG)
    return Header("", fault=PhotoFault.NOT_A_PICTURE)
