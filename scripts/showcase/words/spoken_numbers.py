"""Numbers in words, read as stories tell them and written as they are said: “hai mươi mốt”, “một trăm linh năm”.

The library num2words (0.5.14) says “một nghìn lẻ năm” of 1005, “ba phẩy năm mươi” of 3,5 and “mười bảy” of -3, so what is
written here is our own; the two halves of this module are each other's proof.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

__all__ = ["NUMBER_WORDS", "read_spoken", "speak_digits", "speak_number"]

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
_SPOKEN = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_BEHIND_TENS = {1: "mốt", 4: "tư", 5: "lăm"}
_GROUPS = ("", " nghìn", " triệu")
_BILLION = 9
"""Digits of what is said before “tỷ”: ten billions are “mười tỷ”, a million of them “một triệu tỷ”."""


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


@lru_cache(maxsize=4096)
def speak_number(number: Decimal | int) -> str:
    """Say a number: 13663 is “mười ba nghìn sáu trăm sáu mươi ba”, 3,5 “ba phẩy năm”, 8,05 “tám phẩy không năm”.

    Years and small counts are said again and again; those said last are remembered.
    """
    whole, _, part = f"{abs(Decimal(number)):f}".partition(".")
    part = part.rstrip("0")
    said = _speak_whole(whole.lstrip("0"))
    if part:
        said += f" phẩy {_speak_part(part)}"
    return f"âm {said}" if number < 0 else said


def speak_digits(digits: str) -> str:
    """Say digits one by one, as those of a telephone: “không chín tám”."""
    return " ".join(_SPOKEN[int(digit)] for digit in digits)


def _speak_part(part: str) -> str:
    """Say what stands behind the comma: two digits as a number, whatever begins with nought or is longer digit by digit."""
    return speak_digits(part) if part.startswith("0") or len(part) > 2 else _speak_whole(part)


def _speak_whole(digits: str) -> str:
    billions, below = digits[:-_BILLION], digits[-_BILLION:]
    if not billions:
        return " ".join(_speak_groups(below, is_first=True)) or "không"
    return " ".join([f"{_speak_whole(billions)} tỷ", *_speak_groups(below, is_first=False)])


def _speak_groups(digits: str, *, is_first: bool) -> Iterator[str]:
    """Say up to nine digits, three at a time; whatever follows another group has its hundreds, be they none."""
    for place in range(-(-len(digits) // 3) - 1, -1, -1):
        group = int(digits[: len(digits) - 3 * place][-3:])
        if group:
            yield f"{_speak_hundreds(group, is_first=is_first)}{_GROUPS[place]}"
            is_first = False
        elif place == 1 and not is_first and int(digits[-3:]):
            yield "không nghìn"  # “một triệu năm trăm” is how people say a million and a half


def _speak_hundreds(number: int, *, is_first: bool) -> str:
    hundreds, below = divmod(number, 100)
    if not hundreds and is_first:
        return _speak_tens(below)
    said = f"{_SPOKEN[hundreds]} trăm"
    if not below:
        return said
    return f"{said} linh {_SPOKEN[below]}" if below < 10 else f"{said} {_speak_tens(below)}"


def _speak_tens(number: int) -> str:
    tens, ones = divmod(number, 10)
    if not tens:
        return _SPOKEN[ones]
    said = "mười" if tens == 1 else f"{_SPOKEN[tens]} mươi"
    if not ones:
        return said
    behind = "lăm" if ones == 5 else _BEHIND_TENS.get(ones, _SPOKEN[ones]) if tens > 1 else _SPOKEN[ones]
    return f"{said} {behind}"
