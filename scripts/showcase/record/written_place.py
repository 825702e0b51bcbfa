"""How people write the name of a place; which places there are is not known here.

``"P.Đồng Xuân, Q. Hoàn Kiếm, TP Hà Nội"`` becomes three parts from the smallest to the largest, each with its kind
(``"phường"``, ``"quận"``, ``"thành phố"``; empty where none was written) and the key of its name.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from showcase.words.text import fold, match_key, nfc

__all__ = ["Part", "folded_names", "name_key", "parts_of"]

_KINDS = ("tỉnh", "thành phố", "quận", "huyện", "thị xã", "phường", "xã", "thị trấn", "đặc khu")
_SHORT = {
    "t": "tỉnh",
    "tp": "thành phố",
    "q": "quận",
    "h": "huyện",
    "tx": "thị xã",
    "p": "phường",
    "x": "xã",
    "tt": "thị trấn",
    "đk": "đặc khu",
}
_BY_KEY = {match_key(kind): kind for kind in _KINDS} | _SHORT

# No unit of either era has a name that begins with one of these words, so what stands there is the kind.
# "P1", "Q3" may be written together; a word may not: "TPHCM" is a name.
_KIND_AND_NAME = re.compile(
    rf"(?:(?P<word>{'|'.join(map(match_key, _KINDS))})\s+"
    rf"|(?P<short>{'|'.join(_SHORT)})(?:\.\s*|\s+)"
    r"|(?P<letter>[pq])(?=\d))(?P<name>.+)"
)
_FOLDED_KIND = re.compile(rf"(?:(?:{'|'.join(map(fold, _KINDS))})\s+|(?:{'|'.join(map(fold, _SHORT))})(?:\.\s*|\s+))")
_SEPARATORS = re.compile(r"[,;()]")
_LEADING_ZEROS = re.compile(r"\b0+(?=\d)")
_COUNTRY = match_key("Việt Nam")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a written name: its kind or the empty text, the key of its name, and what was typed."""

    kind: str
    key: str
    text: str


def name_key(name: str) -> str:
    """Give the key by which a unit's bare name is found; ``01`` is ``1``, the rest as ``match_key``."""
    return _LEADING_ZEROS.sub("", match_key(name))


@lru_cache(maxsize=8192)
def parts_of(written: str) -> tuple[Part, ...]:
    """Take a written name apart at commas and brackets, smallest first; the country's own name is left out."""
    texts = (" ".join(text.split()).rstrip(". ") for text in _SEPARATORS.split(nfc(written)))
    parts = tuple(_part(text) for text in texts if text)
    return parts[:-1] if parts and parts[-1].key == _COUNTRY else parts


def folded_names(part: Part) -> tuple[str, ...]:
    """Give the names, folded, that a part may stand for when marks are missing: with and without its first word.

    ``"xa Dung"`` may be xã Dung or the name Xa Dung, so both are given.
    """
    whole = fold(part.text)
    bare = _FOLDED_KIND.sub("", whole, count=1) if _FOLDED_KIND.match(whole) else whole
    return tuple(dict.fromkeys((bare, whole)))


def _part(text: str) -> Part:
    key = name_key(text)
    found = _KIND_AND_NAME.fullmatch(key)
    if found is None:
        return Part("", key, text)
    return Part(_BY_KEY[found["word"] or found["short"] or found["letter"]], found["name"], text)
