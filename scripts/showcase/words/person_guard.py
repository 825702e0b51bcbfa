"""Tells of nearly every text, in a few microseconds, that it names no person; whoever passes is looked at by `persons.py`.

Measured on the files of `models/`, 2.6 kB each: some 75 µs. It looks at the lower byte of each letter, in which all capitals
become one sign, and splits where a word begins with it; one pattern for “a form of address, then a capital” took five times as long.
"""

import re
from collections.abc import Iterator

from showcase.words.person_words import (
    ADDRESSES,
    BEFORE_A_LETTER,
    BEFORE_HIGHLANDERS,
    BETWEEN,
    FAMILIES,
    MIDDLES,
    NO_SECOND,
    OFFICES,
    OTHER_FAMILIES,
    SURE_MIDDLES,
    SURE_OTHER_FAMILIES,
)

__all__ = ["may_name_a_person", "small_names_in"]

_CAPITALS = {*range(ord("A"), ord("Z") + 1), *map(ord, "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ"), *(ord(letter) & 0xFF for letter in "ĂĐƠƯ")}
# Of U+1EA0 … U+1EF9 every other letter is a capital; ỠỢỨỪỬỲỴ share their lower byte with àâèêìòô, and begin no name.
_CAPITALS |= {*range(0xA0, 0xFA, 2)} - {*map(ord, "àâèêìòô")}
_BLANKS = {*b'\t\n\r"*_[]`(', *(ord(sign) & 0xFF for sign in "“”‘’")}
_TABLE = bytes(ord("C") if byte in _CAPITALS else ord(" ") if byte in _BLANKS else byte for byte in range(256))


def _folded(text: str) -> bytes:
    return text.encode("utf-16-le", "replace")[::2].translate(_TABLE)


_MIDDLES = frozenset(form for middle in SURE_MIDDLES for form in (middle, middle.upper()))
_WHOLE = _MIDDLES.union(
    (form for family in FAMILIES for form in (family, family.upper())),
    (form for word in ADDRESSES if " " not in word for form in (word, word.capitalize())),
    (words for words in BETWEEN if " " not in words),
    BEFORE_HIGHLANDERS,
    ("BS", "ThS", "BS.", "Bs.", "Mr.", "Mrs.", "Ms.", "ThS."),
)
_RARER_MIDDLES = frozenset(form for middle in MIDDLES for form in (middle, middle.upper())) - _WHOLE
"""Many things begin with these: they tell of a person only between a family's name and another word (“Dương Thu Hà”)."""
_HIGHLANDER = re.compile(r"\b[HK]['’]\w")
_HIGHLANDERS = "H'", "H’", "K'", "K’"
"""To look for these first takes a hundredth of looking for the pattern, and hardly any text has one."""
_PHRASES = tuple(f" {words}" for words in (*ADDRESSES, *BETWEEN) if " " in words)
_WORDS = _WHOLE.union(_RARER_MIDDLES, (words.rpartition(" ")[2] for words in _PHRASES))
_UNITS = frozenset({"xã", "phường", "quận", "huyện", "phố", "tỉnh", "trấn"})
_OFFICE = re.compile(rf"\b(?:{OFFICES})\b")
_CLAUSE_END = re.compile('[.,;:!?\n"“”]')
_LONGEST = 24
_CLAUSE = 90
"""Letters before a name in which an office may stand."""
_SYLLABLE = re.compile(r"[a-zà-ỹ]+")
_SURE_FAMILIES = frozenset(name.lower() for name in FAMILIES)
_AFTER_THI = frozenset(name.lower() for name in FAMILIES | OTHER_FAMILIES)
_NOT_ASKED = ("tac_gia:", "co_quan:", "noi:", "hien_nay:")


def may_name_a_person(text: str) -> bool:
    """Tell whether a form of address, or a usual family's or middle name, stands before a word with a capital.

    `text` may be a whole file: lines whose key holds no text about people are passed over.
    """
    if any(begin in text for begin in _HIGHLANDERS) and _HIGHLANDER.search(text):
        return True
    if next(small_names_in(text), None):
        return True
    folded = _folded(f" {text}")
    if len(folded) != len(text) + 1:  # signs beyond the first plane, such as emoji, are two units each
        return True
    end, was_capital = -3, True
    before_capitals = folded.split(b" C")
    before_capitals.pop()
    for part in before_capitals:
        end += 2 + len(part)
        bare = part.rstrip()
        at = bare.rfind(b" ")
        last = end - len(part) + len(bare)
        # Of a word with a capital, that letter was taken by the split.
        word = text[last - len(bare) + at + (at >= 0) : last]
        if word in _WORDS and _stands_there(text, last, word, was_capital=was_capital):
            return True
        was_capital = at < 0
    return False


def small_names_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield where names stand that are written small: a family's, “thị” or “văn”, a given one (“nguyễn thị hoa”)."""
    for middle, families in ((" thị ", _AFTER_THI), (" văn ", _SURE_FAMILIES)):
        at = text.find(middle)
        while at >= 0:
            begin = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at)) + 1
            given = _SYLLABLE.match(text, at + len(middle))
            if given and text[begin:at] in families and given.group() not in NO_SECOND[middle.strip()]:
                yield begin, given.end()
            at = text.find(middle, at + 1)


def _stands_there(text: str, end: int, word: str, *, was_capital: bool) -> bool:
    """Tell whether what ends at a place makes a person's name of what follows, in a line that is asked about."""
    before = " " + text[max(0, end - _LONGEST) : end].replace("\n", " ")
    is_within = word in _RARER_MIDDLES and was_capital and ("", *before.split())[-2] in SURE_OTHER_FAMILIES
    if not (word in _WHOLE or is_within or before.lower().endswith(_PHRASES)):
        return False
    if word in BEFORE_HIGHLANDERS and not was_capital:
        return (" ", *before.split())[-2].lower() not in BEFORE_A_LETTER
    if word in _MIDDLES and not was_capital:
        return False
    line = text[text.rfind("\n", 0, end) + 1 : end]
    if line.lstrip(" -").startswith(_NOT_ASKED):
        return False
    # “phường Lê Lợi”, “xã Trừ Văn Thố”: a unit, if it is not one with an official, whose name may follow.
    *_, second, first, _ = ("", "", *before.split())
    if first.lower() not in _UNITS and (word not in _MIDDLES or second.lower() not in _UNITS):
        return True
    return bool(_OFFICE.search(_CLAUSE_END.split(text[max(0, end - _CLAUSE) : end])[-1].lower()))
