"""A text becomes the words of the search index here, each with all its marks and findable without any; nothing knows of models.

Pagefind folds tones and vowels but not đ, takes `hoà` and `hòa` for two spellings, and lets “dan” find every “danh” and
“dang”, which in a language of short syllables is nearly everything. So the index holds no Vietnamese but spellings of
our own, in plain letters, that Pagefind neither folds nor splits. Two signs divide them that no folded word has:

==================  ==========================  ===============================================================
``đường``           ``duongødhhfz``             folded, `ø`, the marks letter by letter, the tone as in Telex, `z`
``duong``           ``duongøz``                 a word without marks is exact too
a reader's “duong”  ``duongø``                  the beginning of all of them, and of no other word
``hòa bình``        ``hoaæbinhz``               two words that stand together, folded
==================  ==========================  ===============================================================

`docs/assets/tim-chu.js` spells the words of a question the same way; a browser test compares the two.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from showcase.words.text import nfc

__all__ = ["folded", "pairs", "spelled", "words_of"]

_MARKED, _PAIRED, _END = "ø", "æ", "z"
_TONES = {"\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0301": "s", "\u0323": "j"}
_VOWELS = {"\u0306": "b", "\u0302": "c", "\u031b": "h"}
_PLAIN, _STROKE = "q", "d"

# A point between digits groups thousands (13.663 is also asked for as 13663); an apostrophe belongs to its word (H'Leo).
_GROUPS = re.compile(r"(?<=\d)\.(?=\d{3}(?!\d))")
_APOSTROPHES = re.compile(r"(?<=\w)['‘’ʼ`´](?=\w)")
_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> tuple[str, ...]:
    """Give the words of a text in order, small, composed: `Quốc phòng–an ninh` gives four, whatever the dashes."""
    plain = _APOSTROPHES.sub("", _GROUPS.sub("", unicodedata.normalize("NFKC", nfc(text)).casefold()))
    return tuple(_WORD.findall(plain))


@lru_cache(maxsize=65536)
def spelled(word: str) -> str:
    """Give a word of `words_of` as the index holds it: `đường` is `duongødhhfz`, `hoà` and `hòa` are `hoaøfz`."""
    base, marks = _taken_apart(word)
    return f"{base}{_MARKED}{marks}{_END}"


def folded(word: str) -> str:
    """Give a word of `words_of` without marks: what a hurried reader types."""
    return _taken_apart(word)[0]


def pairs(words: Iterable[str]) -> Iterator[str]:
    """Yield each two words of `words_of` that stand together, folded, as the index holds them."""
    yield from (f"{first}{_PAIRED}{second}{_END}" for first, second in pairwise(map(folded, words)))


@lru_cache(maxsize=65536)
def _taken_apart(word: str) -> tuple[str, str]:
    """Give a word's plain letters, and its marks: one letter for each that has or precedes one, then the tones."""
    base = marks = tones = ""
    for sign in unicodedata.normalize("NFKD", word):
        if sign in _TONES:
            tones += _TONES[sign]
        elif sign in _VOWELS:
            marks = marks[:-1] + _VOWELS[sign]
        elif not unicodedata.combining(sign):
            base += "d" if sign == "đ" else sign
            marks += _STROKE if sign == "đ" else _PLAIN
    return base, marks.rstrip(_PLAIN) + tones
