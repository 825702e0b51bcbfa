"""A number or a sign of a list at the beginning of an item, as Word and people set it: “1. Họp thôn”, “- Kiểm tra”, “Bước 2: …”."""

import re

__all__ = ["without_list_sign"]

_WORDS = "một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười"
_SIGN = re.compile(
    r"\s*(?:"
    rf"bước\s+(?:\d{{1,2}}|{_WORDS})\s*(?:[.:)/]|[-\u2013\u2014](?=\s))+"
    r"|\(?(?P<number>\d{1,2})(?:[.:/](?=\s)|\)|\s[-\u2013\u2014](?=\s))(?:[.:](?=\s))?"
    r"|\(?(?P<letter>[a-zđ])(?:\.(?=\s)|\))"
    r"|[-\u2013\u2014•●○▪■◦·‣➢✓✔\ue000-\uf8ff](?=\s*[^\W\d])|[+*>](?=\s)"
    r")\s*",
    re.IGNORECASE,
)
_LETTERS = "abcdefghiklm", "abcdđeghikl"
"""How the items of a list are counted by letters, with and without đ."""


def without_list_sign(text: str, number: int) -> str:
    """Give the item of a list, the `number`-th from 1, without the number or sign that it begins with; as it is where it has none.

    “1. 5 hộ góp công” counts only where it is the first item: elsewhere the number may be a part of what is said.
    """
    rest = text
    while (match := _SIGN.match(rest)) and _counts(match, rest[match.end() :], number):
        rest = rest[match.end() :]
    return rest


def _counts(match: re.Match[str], rest: str, number: int) -> bool:
    """Tell whether a sign is one of a list: something follows it, and a letter, or a number before a digit, is that of its place."""
    if not rest.strip():
        return False
    if match["letter"]:
        letter = match["letter"].lower()
        return any(letters[number - 1 : number] == letter for letters in _LETTERS)
    return not match["number"] or not rest[0].isdigit() or int(match["number"]) == number
