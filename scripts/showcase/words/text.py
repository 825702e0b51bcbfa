"""Pure text: nothing here knows about files, places or models.

Five ways to look at one Vietnamese text, from the closest to the loosest:

=============  ==============================================  ==========================================
``nfc``        the same text, written one way                  what we store and show
``match_key``  case, tone placement, spaces, dashes are gone   is it the same name?  ``hoà`` = ``Hòa``
``fold``       marks are gone too                              what a reader types: ``duong`` for ``đường``
``slug``       only ``a-z0-9-`` are left                       a part of an address
``sort_key``   (in ``collation``)                              dictionary order
=============  ==============================================  ==========================================

What people wrote is never rewritten by ``match_key`` and ``fold``: their results are compared and thrown away.
"""

import re
import unicodedata
from functools import lru_cache

__all__ = ["fold", "is_usual", "match_key", "nfc", "same_name", "slug", "slug_heading"]

# U+00D0 and U+00F0 are Icelandic eth; Ð looks like Đ and is typed for it, so names would miss their match.
# U+00A0 and U+202F are spaces that must not break a line; in data they are spaces.
_LOOK_ALIKE = str.maketrans({"\u00d0": "Đ", "\u00f0": "đ", "\u00a0": " ", "\u202f": " "})

# Of letters beside ASCII only Vietnamese ones, without Ã: a text that was read in a wrong encoding is full of it.
_UNUSUAL = re.compile("[^\n -~À-ÂÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ“”‘’–…°²³]")

# The marks of the five tones; the other marks (breve, circumflex, horn) make another letter.
_TONES = frozenset("\u0300\u0309\u0303\u0301\u0323")
_APOSTROPHES = str.maketrans(dict.fromkeys("‘’ʼ`´′ʹ\u02bb", "'"))
_DASHES = str.maketrans(dict.fromkeys("-‐‑‒–—―", " "))
_AROUND_APOSTROPHE = re.compile(r"\s*'\s*")
_NOT_IN_A_SLUG = re.compile(r"[^a-z0-9]+")


def nfc(text: str) -> str:
    """Give the same text in the one form that we keep: NFC, a true Đ, plain spaces."""
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    # To look first costs a hundredth of translating, and of one pattern for all four; hardly any text has one.
    if "\u00d0" in text or "\u00f0" in text or "\u00a0" in text or "\u202f" in text:
        return text.translate(_LOOK_ALIKE)
    return text


@lru_cache(maxsize=16)
def is_usual(text: str) -> bool:
    """Tell whether a text holds ASCII, Vietnamese letters and the signs of a newspaper, and nothing else.

    Nearly all do. Nothing in them is of another script, unseen, or left by a wrong encoding, and no rule need look for it.
    Of a file's text it is asked twice, when it is decoded and when it is judged; to look takes a fortieth of both.
    """
    return not _UNUSUAL.search(text)


def fold(text: str) -> str:
    """Give the text as a hurried reader types it: ``"Tổ  Đường"`` → ``"to duong"``.

    Lower case, no marks, đ → d, apostrophes straight, white space collapsed.
    """
    lowered = nfc(text).casefold().translate(_APOSTROPHES)
    if not lowered.isascii():
        lowered = _without_marks(lowered)
    return " ".join(lowered.split())


def slug(text: str) -> str:
    """Give a part of an address: ``"Đồng Xuân"`` → ``"dong-xuan"``, ``"Ea H’Leo"`` → ``"ea-hleo"``.

    Only ``a-z``, ``0-9`` and single inner ``-``; the empty text where nothing of the kind is left.
    """
    return _NOT_IN_A_SLUG.sub("-", fold(text).replace("'", "")).strip("-")


@lru_cache(maxsize=65536)
def match_key(text: str) -> str:
    """Give a key that two spellings of one name share; only for comparing.

    Case, the place of the tone (hoà/hòa, thuý/thúy), the form of apostrophes, and dashes and spaces do not count;
    letters, vowels and tones do: ``Quí`` and ``Quý`` are two names, as are ``Tân`` and ``Tấn``.
    """
    plain = nfc(text).casefold().translate(_APOSTROPHES).translate(_DASHES)
    words = _AROUND_APOSTROPHE.sub("'", plain).split()
    return " ".join(word if word.isascii() else _tone_at_the_end(word) for word in words)


def same_name(one: str, other: str) -> bool:
    """Tell whether two texts are spellings of the same name (see ``match_key``)."""
    return match_key(one) == match_key(other)


def _without_marks(lowered: str) -> str:
    # NFKD, not NFD: "m²" and "ﬁ" are then found as m2 and fi.
    letters = unicodedata.normalize("NFKD", lowered)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).replace("đ", "d")


@lru_cache(maxsize=16384)
def _tone_at_the_end(word: str) -> str:
    # A syllable has one tone, so where its mark stands tells nothing: hoà and hòa both become hoa + grave.
    # Names of several syllables in one word keep the order of their tones: Mađaguôi, Ea H'đing.
    marks = unicodedata.normalize("NFD", word)
    letters = "".join(mark for mark in marks if mark not in _TONES)
    return unicodedata.normalize("NFC", letters) + "".join(mark for mark in marks if mark in _TONES)


def slug_heading(heading: str, separator: str) -> str:
    """Give the anchor of a heading of docs/ in the signature that Python-Markdown's `toc` asks for."""
    return slug(heading).replace("-", separator)
