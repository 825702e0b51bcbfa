"""Numbers in words, as stories tell them: “mười lăm”, “hai mươi mốt”, “một trăm linh năm”, “ba nghìn rưỡi”."""

import re
from collections.abc import Sequence

__all__ = ["NUMBER_WORDS", "read_spoken"]

_DIGITS = {
    "không": 0,
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
}
_LAST = {**_DIGITS, "mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}
"""What stands behind tens: hai mươi mốt, ba mươi tư, bốn mươi lăm."""
_SCALES = (("tỷ", 10**9), ("tỉ", 10**9), ("triệu", 10**6), ("vạn", 10**4), ("nghìn", 1000), ("ngàn", 1000))
_AND, _HALF = ("linh", "lẻ"), "rưỡi"
NUMBER_WORDS = frozenset({*_LAST, *_AND, _HALF, "mười", "mươi", "chục", "trăm", *(scale for scale, _ in _SCALES)})
"""Every word that numbers are made of, in small letters."""
_BLANKS = re.compile(r"\s+")


def read_spoken(text: str) -> int | None:
    """Read words, in small letters, that are one number and nothing else; None for all others, such as “một trăm hai”."""
    return _read(_BLANKS.split(text.strip()))


def _read(words: Sequence[str]) -> int | None:
    for name, scale in _SCALES:
        if name in words:
            at = words.index(name)
            return _add(_hundreds(words[:at]), scale, words[at + 1 :])
    return _hundreds(words)


def _hundreds(words: Sequence[str]) -> int | None:
    if "trăm" not in words:
        return _tens(words)
    at = words.index("trăm")
    digit, rest = _digit(words[:at]), words[at + 1 :]
    if len(rest) == 2 and rest[0] in _AND:
        last = _digit(rest[1:])
        return None if digit is None or last is None else 100 * digit + last
    return _add(digit, 100, rest)


def _add(count: int | None, scale: int, rest: Sequence[str]) -> int | None:
    """Add what follows “trăm”, “nghìn” … : nothing, a half, or a number of two words and more (“nghìn hai” is none)."""
    if count is None:
        return None
    if not rest:
        return count * scale
    if list(rest) == [_HALF]:
        return count * scale + scale // 2
    more = _read(rest[1:]) if rest[0] in _AND else _read(rest)
    is_whole = more is not None and more < scale and (len(rest) > 1 or rest[0] == "mười")
    return count * scale + more if is_whole and more is not None else None


def _tens(words: Sequence[str]) -> int | None:
    match words:
        case [_]:
            return 10 if words[0] == "mười" else _digit(words)
        case ["mười", last] if last in _LAST and last not in ("không", "mốt", "tư"):
            return 10 + _LAST[last]
        case [first, "mươi" | "chục"]:
            digit = _DIGITS.get(first)
            return 10 * digit if digit else None
        case [first, "mươi", last] if first in _DIGITS and last in _LAST:
            return 10 * _DIGITS[first] + _LAST[last]
        case [first, "lăm" | "nhăm" | "mốt" as last] if _DIGITS.get(first, 0) > 1:
            return 10 * _DIGITS[first] + _LAST[last]
    return None


def _digit(words: Sequence[str]) -> int | None:
    return _DIGITS.get(words[0]) if len(words) == 1 else None
