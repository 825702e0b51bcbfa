"""The order of Vietnamese dictionaries, and nothing else.

Letters first, over the whole text: a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z. Only where all
letters are the same do tones decide (ngang huyền hỏi ngã sắc nặng), and after them case, small letters first. This is
the order of CLDR for ``vi`` that ICU and ``Intl.Collator("vi")`` follow; spaces come before signs, signs before digits.
"""

import unicodedata
from functools import cache

from showcase.words.text import nfc

__all__ = ["sort_key"]

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
# As CLDR's root orders them.
_SIGNS = " _-‐‑‒–—―,;:!¡?¿.·'\"«»()[]{}§¶@*/\\&#%•′″`´^¯¨¸°©®→+±÷×<=>¬|¦~≤≥¤¢$£¥₫€"
# Curly quotation marks are straight ones with a mark; an ellipsis is three full stops in another dress.
_VARIANTS = {
    "‘": ("'", "\2", "\1"),
    "’": ("'", "\3", "\1"),
    "“": ('"', "\2", "\1"),
    "”": ('"', "\3", "\1"),
    "„": ('"', "\4", "\1"),
    "…": ("...", "\1\1\1", "\2\2\2"),
}
_PRIMARY = {sign: chr(2 + place) for place, sign in enumerate(_SIGNS + "0123456789" + _LETTERS)}
_MARKS = "\u0300\u0309\u0303\u0301\u0323" + "\u0306\u0302\u030c\u030a\u0308\u030b\u0307\u0327\u0328\u0304"
# Above the variants of signs, as in CLDR.
_SECONDARY = {mark: chr(8 + place) for place, mark in enumerate(_MARKS)}
# Smaller than every weight: where one text ends, the longer one comes later.
_END = "\0"
_PLAIN = "\1"


def sort_key(text: str) -> str:
    """Give a text that sorts, code point by code point, where ``text`` stands in a Vietnamese dictionary.

    To be used as ``sorted(names, key=sort_key)``; it may be stored, compared and joined to a tuple.
    """
    weights = [_weights(letter) for letter in nfc(text)]
    return _END.join("".join(level) for level in zip(*weights, strict=True)) if weights else ""


@cache
def _weights(letter: str) -> tuple[str, str, str]:
    """Give a character's weight on the three levels: letter, marks, case."""
    if letter.isspace():
        letter = " "
    if unicodedata.combining(letter):
        return "", _mark_weight(letter), ""
    if letter in _VARIANTS:
        signs, second, third = _VARIANTS[letter]
        return "".join(_PRIMARY[sign] for sign in signs), second, third
    base, marks = _letter_and_marks(letter.lower())
    # What is in neither list (other scripts, rare signs) follows z in the order of its code points.
    primary = "".join(_PRIMARY.get(part) or _foreign(part) for part in base)
    case = _PLAIN if letter == letter.lower() else "\2"
    return primary, _PLAIN * len(base) + "".join(map(_mark_weight, marks)), case * len(base)


def _letter_and_marks(lowered: str) -> tuple[str, str]:
    """Take tones and foreign marks off, leave the marks that make another letter: ``ộ`` → ``ô`` and the dot below."""
    parts = unicodedata.normalize("NFD", lowered)
    base, rest = parts[0], ""
    for mark in parts[1:]:
        joined = unicodedata.normalize("NFC", base + mark)
        base, rest = (joined, rest) if joined in _LETTERS else (base, rest + mark)
    return base, rest


def _mark_weight(mark: str) -> str:
    return _SECONDARY.get(mark) or _foreign(mark)


def _foreign(character: str) -> str:
    """Give a weight after all of ours, in the order of code points; the last 256 of them, which nobody uses, are alike."""
    return chr(min(0x100 + ord(character), 0x10FFFF))
