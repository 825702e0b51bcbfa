"""A Vietnamese word is written syllable by syllable, and what a syllable may look like is known: here it is asked.

Of some 7,000 spellings that the rhymes below allow nearly all are words or may be; of English words, words of a wrong
encoding, or of Telex typed raw, few fit. Nothing here knows what a word means.
"""

import re
import unicodedata
from functools import lru_cache

from showcase.words.text import fold, nfc

__all__ = ["is_marked", "is_syllable", "needs_marks"]

_ONSETS = "ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx]"
# Written without marks; those of the second line are never written so.
_BARE = "a ai am an ang anh ao au ay e em en eng eo i ia im in inh iu o oi om on ong oa oai oam oan oang oanh oao oay oe oen oeo oong u ua ui um un ung uy uya uyn uynh uyu y ay ue uo"
_MARKED = "ac ach ap at ec ep et ich ip it iec iem ien ieng iep iet ieu oc op ot oac oach oap oat oet ooc uc up ut uan uang uat uay uech uen uenh uych uyp uyt uyen uyet uoc uoi uom uon uong uop uot uou uu ech enh eu yem yen yeng yet yeu uych"
_MARKED += " uynh uyt"
_NEEDING = frozenset(_MARKED.split()) - frozenset(_BARE.split())
_RHYMES = "|".join(sorted({*_BARE.split(), *_MARKED.split()}, key=len, reverse=True))
_SYLLABLE = re.compile(f"(?P<onset>{_ONSETS})?(?P<rhyme>{_RHYMES})")
# "gì", "gìn", "giếng": the i belongs to both; "quốc": the u does.
_SHARED = re.compile(
    "gi(?:n|eng|et|ec)?|qu(?:oc|ynh|yt|it|inh|ip|y|i|a[cmnptuy]|an[gh]|ach|at|e[nto]?|en[h]|et|eu|ech|o[nm]?)"
)
_LETTERS = re.compile("[A-Za-zÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]+")
# "xaõ" is how another encoding has "xã": in these no tone stands on the last letter.
_TONELESS_END = frozenset(
    [
        "ai",
        "ay",
        "ao",
        "au",
        "eo",
        "ia",
        "iu",
        "oi",
        "ua",
        "ui",
        "uu",
        "eu",
        "oai",
        "oay",
        "oao",
        "oeo",
        "uoi",
        "ieu",
        "yeu",
        "uya",
        "uyu",
        "uou",
        "uay",
    ]
)
_TONES = frozenset("\u0300\u0309\u0303\u0301\u0323")
_NEVER_RHYMES = re.compile("(?<![ưƯ])[ơƠ](?:ng|c|nh|ch)$", re.IGNORECASE)
"""“đờng” is what is left of “đường” where a soft hyphen of TCVN3 was lost."""
_IS_MARKED = re.compile("[À-ỹ]")
"""A letter with a mark, or đ; none of them is ASCII."""
# Without marks these are no words, or hardly ever used: "hinh" is "hình", "nuoi" is "nuôi".
_NEVER_BARE = frozenset(
    [
        "bai",
        "bo",
        "chong",
        "dan",
        "dang",
        "dau",
        "day",
        "de",
        "den",
        "dia",
        "doan",
        "doi",
        "don",
        "dong",
        "duc",
        "giu",
        "gi",
        "goi",
        "hinh",
        "ho",
        "hoi",
        "hon",
        "ke",
        "kheo",
        "khoi",
        "khong",
        "lam",
        "loi",
        "mo",
        "moi",
        "nao",
        "ngheo",
        "nhan",
        "nha",
        "nong",
        "nu",
        "phai",
        "pho",
        "phu",
        "roi",
        "te",
        "ten",
        "thon",
        "toi",
        "toan",
        "tren",
        "va",
        "van",
        "vao",
        "ve",
        "von",
        "vung",
        "xom",
    ]
)


def is_marked(text: str) -> bool:
    """Tell whether a text has a letter with a Vietnamese mark."""
    return not text.isascii() and _IS_MARKED.search(text) is not None


@lru_cache(maxsize=4096)
def is_syllable(word: str) -> bool:
    """Tell whether a word may be one Vietnamese syllable, with or without its marks; case does not count."""
    word = nfc(word)
    if not _LETTERS.fullmatch(word):
        return False
    letters = unicodedata.normalize("NFD", word)
    if sum(letter in _TONES for letter in letters) > 1 or _NEVER_RHYMES.search(_without_tones(letters)):
        return False
    plain = fold(word)
    match = _SYLLABLE.fullmatch(plain)
    if match is None:
        return _SHARED.fullmatch(plain) is not None
    return letters[-1] not in _TONES or match["rhyme"] not in _TONELESS_END


def _without_tones(letters: str) -> str:
    return nfc("".join(letter for letter in letters if letter not in _TONES))


@lru_cache(maxsize=4096)
def needs_marks(word: str) -> bool:
    """Tell whether a word without marks cannot be right: what ends in c, ch, p or t has a tone, "nguoi" has two marks."""
    plain = word.casefold()
    match = _SYLLABLE.fullmatch(plain)
    return plain in _NEVER_BARE or (match is not None and match["rhyme"] in _NEEDING)
