"""A text is written as it is said: no digit, no abbreviation, no bracket, no sign that a voice has no word for."""

import re
from collections.abc import Mapping

from showcase.words.rewriting import Step, begun, rewritten, text_before
from showcase.words.sentences import CAPITAL, begins_sentence
from showcase.words.spoken_figures import say_figures, say_once, say_phones
from showcase.words.spoken_letters import spell
from showcase.words.spoken_numbers import NUMBER_WORDS, speak_digits
from showcase.words.spoken_rates import RATES
from showcase.words.spoken_signs import say_comparisons
from showcase.words.syllable import is_marked, is_syllable
from showcase.words.text import match_key, nfc

__all__ = ["read_aloud", "unspoken_in"]

_WITH_SIGNS = {
    "v.v": "vân vân",
    "t.ư": "trung ương",
    "tp.hcm": "Thành phố Hồ Chí Minh",
    "đ/c": "đồng chí",
    "kt-xh": "kinh tế, xã hội",
    "vh-xh": "văn hóa, xã hội",
    "ct-xh": "chính trị, xã hội",
    "qp-an": "quốc phòng, an ninh",
    "an-qp": "an ninh, quốc phòng",
    "gd-đt": "giáo dục và đào tạo",
    "gd&đt": "giáo dục và đào tạo",
    "lđ-tb&xh": "lao động, thương binh và xã hội",
    "lđtb&xh": "lao động, thương binh và xã hội",
}
"""Abbreviations with a sign within, which the editors' list cannot hold."""
_WITH_DOT = frozenset({"TP", "TX", "TT"})
"""A dot behind these does not end a sentence: `TP. Hà Nội`."""
_ELSEWHERE = Step(
    "/w@",
    re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    "địa chỉ ghi trên trang",
)
_UNITS = {"P": "phường", "Q": "quận", "H": "huyện", "X": "xã", "TX": "thị xã", "TT": "thị trấn", "TP": "thành phố"}


def _unit(match: re.Match[str]) -> str:
    """Say the kind of a unit before its name, “Q.Gò Vấp”, or number, “P.12”; “chị H. Nam” and a room P.302 stay."""
    short, before = match["short"], text_before(match)
    if match["number"] is not None:
        is_unit = short in ("P", "Q", "TP")
    else:
        is_unit = len(short) > 1 or not match["gap"] or before.endswith((", ", "("))
    is_unit = is_unit and short in _UNITS and not re.search(r"[\w.]$", before)
    return f"{_UNITS[short]} " if is_unit else match.group()


_BESIDE = (
    Step(
        "PQHXT",
        re.compile(
            rf"(?P<short>[PQHXT][XTP]?)\.(?P<gap> ?)(?:(?P<number>(?=\d{{1,2}}(?!\d)))|(?=[{CAPITAL}][{CAPITAL.lower()}]))"
        ),
        _unit,
    ),
    Step("–-", re.compile(rf"[–-](?<=[{CAPITAL}][{CAPITAL}] [–-]) (?=Việt Nam\b)"), ""),
)
_COMMANDS = re.compile(r"[ -](?i:quân sự|QS|phòng|PCTT|PTDS|thống nhất|chiến dịch|công trường)\b")
"""Behind BCH, whose other meaning the editors' list has, a “ban chỉ huy”."""
_FIRST = (_ELSEWHERE, *map(begun, _BESIDE))
"""Besides addresses, abbreviations that what stands beside them tells: “P.12” is a ward, behind “chị” P. is a name."""
_CLOSE = ("cũ", "mới")
"""What is said without a pause, though it stands between brackets: “xã Đồng Phú (cũ)”."""
_BRACKETS = re.compile(r"\s*[(\[{<]\s*([^()\[\]{}<>]*?)\s*[)\]}>]\s*(?=([.,;:!?…]|$)?)")
_WITH_HYPHEN = "|".join(short.upper().replace("-", " ?[–-] ?") for short in _WITH_SIGNS if "-" in short or "&" in short)
_WORD = re.compile(
    rf"(?i:v\.v\b\.*|t\.ư\b\.?|(?<!\w)(?:tp\.hcm|đ/c)\b)|(?<!\w)(?=[{CAPITAL}]{{2}})(?:(?:{_WITH_HYPHEN})\b|[{CAPITAL}]{{2,}}(?!\w)\.?)"
)
_UNSPOKEN = re.compile(r"\d[\d.,/:–-]*\d%?|\d%?|[()\[\]{}<>]")
_SHOUTED = re.compile(rf"(?<!\w)[{CAPITAL}]{{2,}}(?:[ ,–-]+[{CAPITAL}]{{2,}}){{2,}}(?!\w)")
_INITIALS = re.compile(rf"(?<!\w)(?:[{CAPITAL}]\.){{2,}}[{CAPITAL}]?(?!\w)|(?<=(?:ông|anh|chị) )[{CAPITAL}]\.(?!\w)")


_FROM = re.compile(
    rf"(?i)\b(?:thứ|tháng|quý|ngày|lớp|khối)(?: mùng)?(?: (?:nhất|{'|'.join(sorted(NUMBER_WORDS))})){{1,6}} ?$"
)


def _span(match: re.Match[str]) -> str:
    """Say from which to which: “thứ hai - thứ sáu”; what has no number behind the first noun is no span."""
    return " đến " if _FROM.search(text_before(match)) else match.group()


_SIGNS = (
    Step("–—-", re.compile(r"(?:(?<=Bắc)|(?<=Đông))\s*[–—-]\s*(?=Nam|Tây)"), " "),
    Step("–—-", re.compile(r"[–—-] ?(?=(?i:thứ|tháng|quý|ngày|lớp|khối|chủ nhật)\b)"), _span),
    Step("–—-", re.compile(r"\s+[–—-]\s+|[–—]"), ", "),
    Step("/", re.compile(r"\s*/\s*"), " hoặc "),
    Step("&", re.compile(r"\s*&\s*"), " và "),
    Step("+", re.compile(r"\s*\+\s*"), " cộng "),
    Step("≥", re.compile(r"\s*≥\s*"), " ít nhất "),
    Step("≤", re.compile(r"\s*≤\s*"), " nhiều nhất "),
    Step("≈~", re.compile(r"\s*[≈~]\s*"), " khoảng "),
    Step("=", re.compile(r"\s*=\s*"), " bằng "),
    Step("→⇒", re.compile(r"\s*[→⇒]\s*"), " đến "),
    Step("%", re.compile(r"\s*%\s*"), " phần trăm "),
    Step("….", re.compile(r"…|\.{3,}"), ", vân vân."),
    Step("", re.compile(r"\d+"), lambda match: speak_digits("".join(str(int(digit)) for digit in match.group()))),
    Step("", re.compile(r"[^\w\s.,;:!?“”‘’\"'-]|_"), " "),
    Step("", re.compile(r"[^\W\d]"), lambda match: match.group() if match.group().isalpha() else " "),
)
"""What is left once numbers are said; digits of other scripts among it."""
_ODD = re.compile(r"[^\w\s.,;:!?“”‘’\"']|[\d_]|\.{3}|[²³¹⁰-₉]")
_SAID_AS_IT_STANDS = re.compile(
    rf"(?:[“‘\"']?(?:[{CAPITAL}]?[{CAPITAL.lower()}]++[”’\"']?[.,;:!?]?[”’\"']?|(?![IVX])[{CAPITAL}](?= ))(?: |$))*+"
)
"""Words with at most their first letter a capital, each with one sign behind it: no step of `read_aloud` finds anything there."""
_TIDY = (
    Step("", re.compile(r"\s+"), " "),
    Step("", re.compile(r" (?=[.,;:!?”])"), ""),
    Step(",;:", re.compile(r"[,;:](?:\s*[,;])+"), ","),
    Step(".,;", re.compile(r"(?<=[.!?])(?:\s*[.,;])+"), ""),
    Step(",;:", re.compile(r"[,;:]+\s*(?=[.!?])"), ""),
)


def read_aloud(text: str, long_forms: Mapping[str, str]) -> str:
    """Write a text as it is said, in one line; `long_forms` gives what abbreviations stand for, by `match_key` of each.

    What no list knows is said letter by letter.
    """
    said = " ".join(nfc(text).split())
    if _SAID_AS_IT_STANDS.fullmatch(said):  # as most sentences of a story
        return said.strip(" ,;:")
    said = say_once(say_phones(say_comparisons(rewritten(said, _FIRST))))
    while _BRACKETS.search(said):
        said = _BRACKETS.sub(_between_commas, said)
    said = say_figures(_SHOUTED.sub(lambda match: _lowered(match.group(), long_forms), said))
    said = _INITIALS.sub(lambda match: spell(match.group().replace(".", "")), said)
    said = rewritten(_without_abbreviations(said, long_forms), RATES)
    if _ODD.search(said):
        said = rewritten(said, _SIGNS)
        said = _without_abbreviations(said, long_forms)  # those that stood by a sign that is gone
    return rewritten(said, _TIDY).strip(" ,;:")


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
    if long := _WITH_SIGNS.get(letters.casefold().replace("–", "-").replace(" ", "")):
        return _as_begun(match, long)
    if letters == "BCH" and _COMMANDS.match(match.string, match.end()):
        return _as_begun(match, "ban chỉ huy")
    if long := long_forms.get(match_key(letters)):
        return f"{_as_begun(match, long)}{end}"
    if _is_shouted(letters):
        return f"{letters.lower()}{end}"
    said = spell(letters)
    return f"{said[:1].upper() + said[1:] if begins_sentence(match.string, match.start()) else said}{end}"


def _as_begun(match: re.Match[str], long: str) -> str:
    """Begin with a capital letter what begins a sentence."""
    before = match.string[: match.start()].rstrip(" “\"'")
    return long[:1].upper() + long[1:] if not before or before[-1] in ".!?:" else long


def _between_commas(match: re.Match[str]) -> str:
    inner = match[1].strip(" ,;")
    if not inner or inner in _CLOSE:
        return f" {inner} "
    before = match.string[: match.start()][-1:]
    lead = " " if before in ".!?" else ", "
    return f"{lead}{inner}" if match[2] or match.end() == len(match.string) else f"{lead}{inner}, "
