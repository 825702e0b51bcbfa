"""Text that was typed for Telex or VNI while no program listened: "Chowj" and "Cho75" are "Chợ"."""

import re
import unicodedata
from functools import lru_cache

from showcase.words.syllable import is_marked, is_syllable

__all__ = ["of_telex", "of_vni_keys"]

_TONES = dict(zip("sfrxj", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_LETTERS = {"aa": "â", "ee": "ê", "oo": "ô", "dd": "đ", "aw": "ă", "ow": "ơ", "uw": "ư"}
_LETTER = re.compile("|".join(_LETTERS))
_CODED = re.compile(r"(?P<body>[a-z]*[aeiouyw])(?P<end>ch|ng|nh|[cmnpt])?(?P<tone>[sfrxj])?(?P<late>ch|ng|nh|[cmnpt])?")
_KEYED = re.compile(r"[a-z]{1,7}[1-9]{1,2}[a-z]{0,3}[1-9]?")
_KEYS = {"1": "s", "2": "f", "3": "r", "4": "x", "5": "j"}
_MARKS = {
    "6": str.maketrans("aeo", "âêô"),
    "7": str.maketrans("ou", "ơư"),
    "8": str.maketrans("a", "ă"),
    "9": str.maketrans("d", "đ"),
}
_LONGEST = 9
"""Letters: "nguwowif" has eight."""


@lru_cache(maxsize=4096)
def of_telex(word: str) -> str:
    """Give the syllable that a word means when it is read as Telex, '' where it means none, or the same."""
    plain = word.lower()
    match = _CODED.fullmatch(plain) if plain.isascii() and len(plain) <= _LONGEST else None
    if match is None or (match["end"] and match["late"]):
        return ""
    letters = _LETTER.sub(lambda found: _LETTERS[found.group()], match["body"])
    syllable = letters + (match["end"] or match["late"] or "")
    if tone := match["tone"]:
        syllable = _with_tone(syllable, _TONES[tone])
    return syllable if is_marked(syllable) and is_syllable(syllable) else ""


@lru_cache(maxsize=4096)
def of_vni_keys(word: str) -> str:
    """Give the syllable that a word means when its digits are read as VNI's keys, '' where it means none."""
    plain = word.lower()
    if not _KEYED.fullmatch(plain):
        return ""
    syllable = "".join(letter for letter in plain if letter.isalpha())
    tones = [_TONES[_KEYS[digit]] for digit in plain if digit in _KEYS]
    for digit in plain:
        syllable = syllable.translate(_MARKS.get(digit, {}))
    if len(syllable) < 2 or len(tones) > 1:
        return ""
    syllable = _with_tone(syllable, tones[0]) if tones else syllable
    return syllable if is_marked(syllable) and is_syllable(syllable) else ""


def _with_tone(syllable: str, tone: str) -> str:
    """Put a tone on the vowel that has it: a marked one, else the one before the last, or the only one."""
    vowels = [place for place, letter in enumerate(syllable) if letter in "aăâeêioôơuưy"]
    vowels = vowels[1:] if syllable.startswith(("qu", "gi")) and len(vowels) > 1 else vowels
    if not vowels:
        return syllable
    marked = [place for place in vowels if syllable[place] in "ăâêôơư"]
    has_end = vowels[-1] + 1 < len(syllable)
    place = marked[-1] if marked else vowels[-1] if has_end or len(vowels) == 1 else vowels[-2]
    return unicodedata.normalize("NFC", syllable[: place + 1] + tone + syllable[place + 1 :])
