"""Text of before Unicode, or read in a wrong encoding, becomes Vietnamese again where that is certain.

TCVN3 (the fonts .VnTime …) and VNI put Vietnamese letters where Western ones lie, Windows-1258 writes tones as letters
of their own, and UTF-8 that was read as Windows-1252 has two or three signs for each letter. A word is one of theirs if
it is no Vietnamese syllable as it stands, and is one when decoded. Words that are syllables either way ("cê" is "cờ" in
TCVN3) belong to those beside them.
"""

import re
import unicodedata
from collections.abc import Callable
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from showcase.words.syllable import is_marked, is_syllable
from showcase.words.text import nfc

__all__ = ["Legacy", "Recovered", "recovered"]


class Legacy(Enum):
    """How a text came to be broken."""

    MISREAD = "UTF-8 read as Windows-1252"
    TCVN3 = "TCVN3"
    VNI = "VNI"
    WINDOWS_1258 = "Windows-1258"


class Recovered(NamedTuple):
    """A broken text: how it was broken, its first broken word, and what it should be, '' where that is not certain."""

    legacy: Legacy
    word: str
    text: str


# Beside them U+2212, which programs make of TCVN3's soft hyphen.
_TCVN3 = dict(
    zip(
        "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
) | {"\u2212": "ư"}
_VNI_MARKS = dict(zip("ùøûõïâáàåãäêéèúüë", ["́", "̀", "̉", "̃", "̣", "̂", "̂́", "̂̀", "̂̉", "̂̃", "̣̂", "̆", "̆́", "̆̀", "̆̉", "̆̃", "̣̆"], strict=True))  # fmt: skip
_VNI_LETTERS = dict(zip("ôöíìæóòîñÔÖÍÌÆÓÒÎÑ", "ơưíìỉĩịỵđƠƯÍÌỈĨỊỴĐ", strict=True))
_VNI = re.compile("([aeouyôöAEOUYÔÖ])([ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË])|[ôöíìæóòîñÔÖÍÌÆÓÒÎÑ]")
_WINDOWS_1258 = str.maketrans("ÌÒÞìòÃãÐðÕõÝý", "\u0300\u0309\u0303\u0301\u0323ĂăĐđƠơƯư")
_LONGEST = 400
"""Characters of a text that is made whole; what is longer nobody copies out of a message."""
_MANY = 3
"""Broken words of a text without a sound one: then all of it was written so."""
_WORD = re.compile(r"[^\s.,:;!?()\[\]{}\"“”‘’'/–—…-]+")
_CHUNK = re.compile(r"[^ \n\t]+")


@lru_cache(maxsize=64)
def recovered(text: str) -> Recovered | None:
    """Tell how a text was broken and what it should be; None where no word of it is surely broken."""
    if misread := _misread(text):
        return misread
    words = [match.group() for match in _WORD.finditer(text)]
    found = {
        legacy: [word for word in words if len(word) > 1 and _is_broken(word, decode)]
        for legacy, decode in _DECODERS.items()
    }
    legacy, broken = max(found.items(), key=lambda pair: len(pair[1]))
    if not broken:
        return None
    is_sure = sum(len(others) == len(broken) for others in found.values()) == 1
    decode = _DECODERS[legacy]
    is_pure = len(broken) >= _MANY and not any(_kind(word, decode) == _SOUND for word in words)
    is_short = len(text) <= _LONGEST
    return Recovered(legacy, broken[0], _of_words(text, decode, is_pure=is_pure) if is_sure and is_short else "")


def _of_tcvn3(word: str) -> str:
    return "".join(_TCVN3.get(letter, letter) for letter in word)


def _of_vni(word: str) -> str:
    return unicodedata.normalize("NFC", _VNI.sub(_vni_letter, word))


def _vni_letter(match: re.Match[str]) -> str:
    letter, mark = match.groups()
    if letter is None:
        return _VNI_LETTERS[match.group()]
    return _VNI_LETTERS.get(letter, letter) + _VNI_MARKS[mark.lower()]


def _of_windows_1258(word: str) -> str:
    return unicodedata.normalize("NFC", word.translate(_WINDOWS_1258))


_DECODERS: dict[Legacy, Callable[[str], str]] = {
    Legacy.TCVN3: _of_tcvn3,
    Legacy.VNI: _of_vni,
    Legacy.WINDOWS_1258: _of_windows_1258,
}


def _is_broken(word: str, decode: Callable[[str], str]) -> bool:
    """Tell whether a word is none as it stands, and one when decoded."""
    if word.isascii() or is_syllable(word):
        return False
    decoded = decode(word)
    return decoded != word and is_syllable(decoded) and is_marked(decoded)


def _of_words(text: str, decode: Callable[[str], str], *, is_pure: bool) -> str:
    """Decode the broken words of a text, and the unclear ones between them; '' where one stands at a border."""
    matches = list(_WORD.finditer(text))
    kinds = [_kind(match.group(), decode) for match in matches]
    told = [_told(kinds, number, is_pure=is_pure) for number in range(len(kinds))]
    if _STRANGE in told:
        return ""
    pieces: list[str] = []
    end = 0
    for match, kind in zip(matches, told, strict=True):
        pieces += text[end : match.start()], decode(match.group()) if kind == _BROKEN else match.group()
        end = match.end()
    return nfc("".join([*pieces, text[end:]]))


def _told(kinds: list[str], number: int, *, is_pure: bool) -> str:
    """Give what a word is; an unclear one is what the clear ones on both its sides are, and strange where these differ."""
    if kinds[number] != _UNCLEAR:
        return kinds[number]
    before = next((kind for kind in reversed(kinds[:number]) if kind in _CLEAR), "")
    after = next((kind for kind in kinds[number + 1 :] if kind in _CLEAR), "")
    if before == after or (not before and (is_pure or after == _SOUND)):
        return after
    return before if not after and (is_pure or before == _SOUND) else _STRANGE


_BROKEN, _SOUND, _UNCLEAR, _STRANGE, _PLAIN = "broken", "sound", "unclear", "strange", "plain"
_CLEAR = frozenset({_BROKEN, _SOUND})


def _kind(word: str, decode: Callable[[str], str]) -> str:
    if word.isascii():
        return _PLAIN
    if _is_broken(word, decode):
        return _BROKEN
    if not is_syllable(word):
        return _STRANGE if word.isalpha() or decode(word) != word else _PLAIN
    decoded = decode(word)
    return _UNCLEAR if decoded != word and is_syllable(decoded) else _SOUND


def _misread(text: str) -> Recovered | None:
    chunks = {chunk: plain for chunk in _CHUNK.findall(text) if not chunk.isascii() and (plain := _of_misread(chunk))}
    if not chunks:
        return None
    is_whole = not any(
        "Ã" in chunk or "º" in chunk or "»" in chunk for chunk in _CHUNK.findall(text) if chunk not in chunks
    )
    plain = _CHUNK.sub(lambda match: chunks.get(match.group(), match.group()), text) if is_whole else ""
    return Recovered(Legacy.MISREAD, next(iter(chunks)), nfc(plain))


def _of_misread(chunk: str) -> str:
    """Give what a misread piece of text was, '' where it was none."""
    try:
        plain = b"".join(_byte(letter) for letter in chunk).decode("utf-8")
    except UnicodeError:
        return ""
    return plain if is_marked(plain) else ""


def _byte(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")
