"""How near two written names are, for proposals alone: marks, joints and the pairs c/k and i/y do not count, and a letter or two may be wrong."""

import re
from collections.abc import Iterable

from showcase.record.written_place import Part, folded_names
from showcase.words.text import fold

__all__ = ["ENGLISH", "FAR", "apart", "distance", "loose_key", "loose_keys", "loose_kind"]

FAR = 9.0
"""More than any slip of the keyboard."""
_LONG = 10
"""Letters: in shorter names two wrong ones make another name; xã Nam Hưng is not a slip for xã Nam Cường."""
_SAME_SOUND = str.maketrans("ky", "ci")
_NOT_A_LETTER = re.compile(r"[^a-z0-9]")
_ZEROS = re.compile(r"\b0+(?=\d)")

# What an English text calls the kinds; a district is a huyện or a quận, a town a thị trấn or a thị xã.
ENGLISH = re.compile(r"\b(?:ward|commune|district|province|city|town|township|municipality|special zone)\b")
_KIND = re.compile(
    r"(?:(?P<word>tinh|thanh pho|quan|huyen|thi xa|phuong|xa|thi tran|dac khu)\b"
    r"|(?P<short>tp|tx|tt|dk|t|q|h|p|x)(?:[. ]|(?=\d)))"
)
_SHORT = {
    "tp": "thanh pho", "tx": "thi xa", "tt": "thi tran", "dk": "dac khu", "t": "tinh",
    "q": "quan", "h": "huyen", "p": "phuong", "x": "xa",
}  # fmt: skip


def loose_key(name: str) -> str:
    """Give the key that a name shares with what a hurried hand makes of it: `Đắk Lắk`, `Dac Lac`, `Daklak`."""
    return _NOT_A_LETTER.sub("", _ZEROS.sub("", fold(name))).translate(_SAME_SOUND)


def loose_keys(part: Part) -> tuple[str, ...]:
    """Give the keys that a part may stand for: without its kind, and as a whole."""
    names = [ENGLISH.sub(" ", name) for name in folded_names(part)]
    return tuple(dict.fromkeys(filter(None, map(loose_key, names))))


def loose_kind(part: Part) -> str:
    """Give the kind that was written, without marks; '' where none was."""
    found = _KIND.match(fold(part.text))
    return "" if not found else found["word"] or _SHORT[found["short"]]


def apart(one: str, other: str) -> float:
    """Count the letters that were left out, added, changed or swapped; `FAR` where they are too many for a slip."""
    most = 1 if min(len(one), len(other)) < _LONG else 2
    if abs(len(one) - len(other)) > most or one.isdigit() or other.isdigit():
        return FAR
    if len(set(one) ^ set(other)) > 2 * most:
        return FAR
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        earlier, before = before, row
        row = [at]
        for to, wanted in enumerate(other, 1):
            cost = min(before[to] + 1, row[-1] + 1, before[to - 1] + (letter != wanted))
            if earlier and to > 1 and letter == other[to - 2] and one[at - 2] == wanted:
                cost = min(cost, earlier[to - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return FAR
    return float(row[-1]) if row[-1] <= most else FAR


def distance(keys: Iterable[str], name: str) -> float:
    """Give how far the nearest of some keys is from a name."""
    return min((0.0 if key == name else apart(key, name) for key in keys), default=FAR)
