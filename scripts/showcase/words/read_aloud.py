"""A text is written as it is said: no digit, no abbreviation, no bracket, no sign that a voice has no word for."""

import re
from collections.abc import Mapping

from showcase.words.sentences import CAPITAL
from showcase.words.spoken_figures import say_figures, say_phones
from showcase.words.spoken_letters import spell
from showcase.words.spoken_numbers import speak_digits
from showcase.words.syllable import is_marked, is_syllable
from showcase.words.text import match_key, nfc

__all__ = ["read_aloud", "unspoken_in"]

_WITH_SIGNS = {"v.v": "vân vân", "t.ư": "trung ương", "tp.hcm": "Thành phố Hồ Chí Minh", "đ/c": "đồng chí"}
"""Abbreviations with a sign within, which the editors' list cannot hold."""
_WITH_DOT = frozenset({"TP", "TX", "TT"})
"""A dot behind these does not end a sentence: `TP. Hà Nội`."""
_ELSEWHERE = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_BRACKETS = re.compile(r"\s*[(\[{<]\s*([^()\[\]{}<>]*?)\s*[)\]}>]\s*(?=([.,;:!?…]|$)?)")
_WORD = re.compile(rf"(?i:v\.v\b\.*|t\.ư\b\.?|(?<!\w)(?:tp\.hcm|đ/c)\b)|(?<!\w)[{CAPITAL}]{{2,}}(?!\w)\.?")
_UNSPOKEN = re.compile(r"\d[\d.,/:–-]*\d%?|\d%?|[()\[\]{}<>]")
_SHOUTED = re.compile(rf"(?<!\w)[{CAPITAL}]{{2,}}(?:[ ,–-]+[{CAPITAL}]{{2,}}){{2,}}(?!\w)")
_INITIALS = re.compile(rf"(?<!\w)(?:[{CAPITAL}]\.){{2,}}[{CAPITAL}]?(?!\w)|(?<=(?:ông|anh|chị) )[{CAPITAL}]\.(?!\w)")
_EACH = re.compile(r"\b(?:đồng|vuông|khối|tấn|tạ|gam|lít)(?:/[^\W\d_-]+)+")
_SIGNS = (
    (re.compile(r"(?:(?<=Bắc)|(?<=Đông))\s*[–—-]\s*(?=Nam|Tây)"), " "),
    (re.compile(r"\s+[–—-]\s+|[–—]"), ", "),
    (re.compile(r"\s*/\s*"), " hoặc "),
    (re.compile(r"\s*&\s*"), " và "),
    (re.compile(r"\s*\+\s*"), " cộng "),
    (re.compile(r"\s*≥\s*"), " ít nhất "),
    (re.compile(r"\s*≤\s*"), " nhiều nhất "),
    (re.compile(r"\s*=\s*"), " bằng "),
    (re.compile(r"\s*[→⇒]\s*"), " đến "),
    (re.compile(r"\s*%\s*"), " phần trăm "),
    (re.compile(r"…|\.{3,}"), ", vân vân."),
    (re.compile(r"\d+"), lambda match: speak_digits("".join(str(int(digit)) for digit in match.group()))),
    (re.compile(r"[^\w\s.,;:!?“”‘’\"'-]|_"), " "),
    (re.compile(r"[^\W\d]"), lambda match: match.group() if match.group().isalpha() else " "),
)
"""What is left once numbers are said; digits of other scripts among it."""
_ODD = re.compile(r"[^\w\s.,;:!?“”‘’\"']|[\d_]|\.{3}|[²³¹⁰-₉]")
_SAID_OTHERWISE = re.compile(
    rf"{_ODD.pattern}|[{CAPITAL}][{CAPITAL}.]|(?<!\w)[IVX](?!\w)|(?i:v\.v|t\.ư|www\.)| [.,;:!?”]|[,;:]\s*[,;.!?]|[.!?]\s*[.,;]"
)
"""Whatever a step of `read_aloud` looks for: most sentences of a story have none of it, and are said as they stand."""
_TIDY = (
    (re.compile(r"\s+"), " "),
    (re.compile(r" (?=[.,;:!?”])"), ""),
    (re.compile(r"[,;:](?:\s*[,;])+"), ","),
    (re.compile(r"(?<=[.!?])(?:\s*[.,;])+"), ""),
    (re.compile(r"[,;:]+\s*(?=[.!?])"), ""),
)


def read_aloud(text: str, long_forms: Mapping[str, str]) -> str:
    """Write a text as it is said, in one line; `long_forms` gives what abbreviations stand for, by `match_key` of each.

    What no list knows is said letter by letter.
    """
    said = " ".join(nfc(text).split())
    if not _SAID_OTHERWISE.search(said):  # each of some twenty steps would find nothing
        return said.strip(" ,;:")
    said = say_phones(_ELSEWHERE.sub("địa chỉ ghi trên trang", said))
    while _BRACKETS.search(said):
        said = _BRACKETS.sub(_between_commas, said)
    said = say_figures(_SHOUTED.sub(lambda match: _lowered(match.group(), long_forms), said))
    said = _INITIALS.sub(lambda match: spell(match.group().replace(".", "")), said)
    said = _EACH.sub(lambda match: match.group().replace("/", " mỗi "), _without_abbreviations(said, long_forms))
    if _ODD.search(said):
        for pattern, instead in _SIGNS:
            said = pattern.sub(instead, said)
        said = _without_abbreviations(said, long_forms)  # those that stood by a sign that is gone
    for pattern, instead in _TIDY:
        said = pattern.sub(instead, said)
    return said.strip(" ,;:")


def unspoken_in(text: str, long_forms: Mapping[str, str]) -> list[str]:
    """Give what of a text cannot be read out as it stands, each once: numbers, abbreviations, brackets."""
    words = (match.group().rstrip(".") for match in _WORD.finditer(text))
    found = [*_UNSPOKEN.findall(text), *(word for word in words if _is_abbreviation(word, long_forms))]
    return sorted(dict.fromkeys(found), key=text.find)


def _is_abbreviation(word: str, long_forms: Mapping[str, str]) -> bool:
    return word.casefold() in _WITH_SIGNS or match_key(word) in long_forms or not _is_shouted(word)


def _is_shouted(word: str) -> bool:
    """Tell whether a word of capitals is a word: “XÂY” has a mark that no abbreviation has, “UBND” has none."""
    return is_marked(word.lower().replace("đ", "d")) and is_syllable(word.lower())


def _lowered(run: str, long_forms: Mapping[str, str]) -> str:
    """Write a title in capitals as others are; the words of one that are known as abbreviations stay."""
    if not any(map(_is_shouted, re.findall(r"\w+", run))):
        return run
    return re.sub(
        r"\w+", lambda word: word.group() if match_key(word.group()) in long_forms else word.group().lower(), run
    )


def _without_abbreviations(text: str, long_forms: Mapping[str, str]) -> str:
    return _WORD.sub(lambda match: _unfolded(match, long_forms), text)


def _unfolded(match: re.Match[str], long_forms: Mapping[str, str]) -> str:
    word = match.group()
    letters = word.rstrip(".")
    end = "" if letters in _WITH_DOT else word[len(letters) :]
    if long := _WITH_SIGNS.get(letters.casefold()):
        return _as_begun(match, long)
    if long := long_forms.get(match_key(letters)):
        return f"{_as_begun(match, long)}{end}"
    return f"{letters.lower() if _is_shouted(letters) else spell(letters)}{end}"


def _as_begun(match: re.Match[str], long: str) -> str:
    """Begin with a capital letter what begins a sentence."""
    before = match.string[: match.start()].rstrip(" “\"'")
    return long[:1].upper() + long[1:] if not before or before[-1] in ".!?:" else long


def _between_commas(match: re.Match[str]) -> str:
    inner = match[1].strip(" ,;")
    if not inner:
        return " "
    lead = ", " if match.start() else ""
    return f"{lead}{inner}" if match[2] or match.end() == len(match.string) else f"{lead}{inner}, "
