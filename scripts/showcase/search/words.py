"""A text becomes the terms of the search index here; nothing knows of models.

A term is a word, or two words that stand side by side. It has two forms:

==========  ==============  ===================================================================================
the text    ``Hòa Bình``    what somebody wrote
exact       ``hoà``         small, composed, the tone at the end: `hoà` and `hòa` are one word, `hoa` is another
plain       ``hoa``         without any mark: what a hurried reader types
==========  ==============  ===================================================================================

`docs/assets/tim-chu.js` takes a question apart in the same way; a browser test compares the two.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from showcase.words.text import match_key, nfc

__all__ = ["exact", "pairs", "plain", "shown", "words_of", "words_of_each"]

# A point between digits groups thousands (13.663 is also asked for as 13663); an apostrophe belongs to its word (H'Leo).
_GROUPS = re.compile(r"(?<=\d)\.(?=\d{3}(?!\d))")
_APOSTROPHES = re.compile(r"(?<=\w)['‘’ʼ`´](?=\w)")
_WORD = re.compile(r"[^\W_]+")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_MARKED_VOWELS = "ăâêôơư"
_VOWELS = f"aeiouy{_MARKED_VOWELS}"
_BETWEEN = "\x1f"
"""Stands between texts, and in none: control characters are refused."""
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Soft hyphens and the like, which nobody sees and some word processors leave within words."""


exact: Callable[[str], str] = match_key
"""Gives the exact form of a word of `words_of`."""


def words_of(text: str) -> list[str]:
    """Give the words of a text in order, small, composed: `Quốc phòng–an ninh` gives four, whatever the dashes."""
    return words_of_each([text])[0]


def words_of_each(texts: Iterable[str]) -> list[list[str]]:
    """Give the words of each text; of thirty at once in a third of the time."""
    whole = unicodedata.normalize("NFKC", nfc(_BETWEEN.join(texts))).casefold()
    for sign in _UNSEEN:
        if sign in whole:
            whole = whole.replace(sign, "")
    return [_WORD.findall(text) for text in _APOSTROPHES.sub("", _GROUPS.sub("", whole)).split(_BETWEEN)]


@lru_cache(maxsize=65536)
def plain(term: str) -> str:
    """Give the plain form of an exact one, be it a word or a pair: `đường` gives `duong`."""
    letters = unicodedata.normalize("NFKD", term)
    return "".join([letter for letter in letters if not unicodedata.combining(letter)]).replace("đ", "d")


def pairs(words: Sequence[str]) -> Iterator[str]:
    """Yield each two exact words that stand side by side, with a blank between."""
    return map(" ".join, pairwise(words))


def shown(word: str) -> str:
    """Write an exact word as people do, its tone over the vowel that bears it: `hòa`, `quý`, `đường`."""
    letters = word.rstrip(_TONES)
    tone = word[len(letters) :]
    vowels = [at for at, letter in enumerate(letters) if letter in _VOWELS and not _is_of_consonant(letters, at)]
    if not vowels or len(tone) != 1:
        return unicodedata.normalize("NFC", word)
    marked = [at for at in vowels if letters[at] in _MARKED_VOWELS]
    is_open = vowels[-1] == len(letters) - 1
    at = marked[-1] if marked else vowels[-2] if is_open and len(vowels) > 1 else vowels[-1]
    return unicodedata.normalize("NFC", f"{letters[: at + 1]}{tone}{letters[at + 1 :]}")


def _is_of_consonant(letters: str, at: int) -> bool:
    """Tell whether a letter belongs to the consonant before a vowel, as in `qu` and `gi`."""
    return at == 1 and letters[:2] in ("qu", "gi") and letters[2:3] != "" and letters[2] in _VOWELS
