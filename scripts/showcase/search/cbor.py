"""As much of CBOR (RFC 8949) as Pagefind's files use: lists, texts and whole numbers; bytes in, values out, and back."""

import struct
from typing import Any

__all__ = ["list_head", "read_cbor", "write_cbor"]

_WHOLE, _NEGATIVE, _TEXT, _LIST = 0, 1, 3, 4
_SIZES = {24: ">B", 25: ">H", 26: ">I", 27: ">Q"}
_LIMITS = {short: 1 << 8 * struct.calcsize(form) for short, form in _SIZES.items()}


def read_cbor(data: bytes) -> Any:
    """Read one value; raises ValueError where it is of another kind, or something follows it."""
    value, end = _read(data, 0)
    if end != len(data):
        message = f"{len(data) - end} bytes follow the value"
        raise ValueError(message)
    return value


def write_cbor(value: Any) -> bytes:
    """Write a value in the one shortest way."""
    out = bytearray()
    _write(value, out)
    return bytes(out)


def list_head(count: int) -> bytes:
    """Write how many values a list has; they follow one after the other, and nothing ends it."""
    out = bytearray()
    _write_head(_LIST, count, out)
    return bytes(out)


def _read(data: bytes, at: int) -> tuple[Any, int]:
    kind, number, at = _head(data, at)
    if kind == _WHOLE:
        return number, at
    if kind == _NEGATIVE:
        return -1 - number, at
    if kind == _TEXT:
        return data[at : at + number].decode(), at + number
    if kind == _LIST:
        items = []
        for _ in range(number):
            item, at = _read(data, at)
            items.append(item)
        return items, at
    message = f"a value of kind {kind} at byte {at}"
    raise ValueError(message)


def _head(data: bytes, at: int) -> tuple[int, int, int]:
    """Give the kind of the value that begins at a byte, its number, and where it goes on."""
    kind, short = data[at] >> 5, data[at] & 31
    if short < min(_SIZES):
        return kind, short, at + 1
    if short not in _SIZES:
        message = f"a length without end at byte {at}"
        raise ValueError(message)
    size = struct.calcsize(_SIZES[short])
    (number,) = struct.unpack_from(_SIZES[short], data, at + 1)
    return kind, number, at + 1 + size


def _write(value: Any, out: bytearray) -> None:
    if isinstance(value, int):
        _write_head(*((_WHOLE, value) if value >= 0 else (_NEGATIVE, -1 - value)), out)
    elif isinstance(value, str):
        encoded = value.encode()
        _write_head(_TEXT, len(encoded), out)
        out += encoded
    else:
        _write_head(_LIST, len(value), out)
        for item in value:
            _write(item, out)


def _write_head(kind: int, number: int, out: bytearray) -> None:
    if number < min(_SIZES):
        out.append(kind << 5 | number)
        return
    short = next(short for short, limit in _LIMITS.items() if number < limit)
    out.append(kind << 5 | short)
    out += struct.pack(_SIZES[short], number)
