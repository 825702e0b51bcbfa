"""A piece is one file of the search: JSON, named by its content; how numbers and names are written in it stands here.

The format is described in CONTRIBUTING; `docs/assets/tim-may.js` reads it.
"""

import base64
import json
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b
from typing import Any
from zlib import crc32

__all__ = ["FOLDER", "MANIFEST", "VERSION", "bucket", "in_numbers", "in_signs", "name_of", "read", "written"]

FOLDER = "tim/manh/"
"""Where pieces lie in the site."""
MANIFEST = "tim/muc-luc.json"
"""The one file that is not named by its content: it names all pieces of its edition."""
VERSION = 1
NAME = 10
"""Letters of a piece's name: 48 bits. All is small, for disks that do not tell `a` from `A`."""
_SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES = {sign: value for value, sign in enumerate(_SIGNS)}
_BITS, _MORE = 5, 32


def written(content: Any) -> bytes:
    """Write a piece, which says of what version it is: what a host gives instead of a file seldom does."""
    whole = {"tim": VERSION, **content}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()


def read(data: bytes) -> Any:
    """Read a piece back."""
    return json.loads(data)


def name_of(data: bytes) -> str:
    """Give the name of a piece."""
    return base64.b32encode(blake2b(data, digest_size=6).digest()).decode().lower()[:NAME]


def bucket(key: str, buckets: int) -> int:
    """Give the number of the piece, of so many, in which a key lies."""
    return crc32(key.encode()) % buckets


def in_signs(numbers: Iterable[int], step: int = 1, after: int = 0) -> str:
    """Write rising numbers as the distance of each from the last one's multiple of `step`, five bits a sign, the lowest first.

    With a step of 4 a number may carry two bits more, as the zone of a document does. `after` is the number before the first.
    """
    signs, before = [], after - after % step
    for number in numbers:
        signs.append(_in_signs(number - before))
        before = number - number % step
    return "".join(signs)


def in_numbers(signs: str, step: int = 1) -> Iterator[int]:
    """Give back the numbers that `in_signs` wrote."""
    before = number = shift = 0
    for value in map(_VALUES.__getitem__, signs):
        number |= (value & (_MORE - 1)) << shift
        shift += _BITS
        if value < _MORE:
            before = before - before % step + number
            yield before
            number = shift = 0


@cache
def _in_signs(number: int) -> str:
    signs = ""
    while number >= _MORE:
        signs += _SIGNS[number % _MORE + _MORE]
        number //= _MORE
    return signs + _SIGNS[number]
