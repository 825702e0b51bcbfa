"""Whatever is written with digits as it is said: dates, telephones, documents, units, spans, Roman numerals, numbers."""

import re
from decimal import Decimal

from showcase.words.rewriting import Step, rewritten
from showcase.words.spoken_dates import DATES, say_day
from showcase.words.spoken_letters import spell
from showcase.words.spoken_numbers import speak_digits, speak_number
from showcase.words.spoken_units import UNIT, UNIT_BELOW, say_unit

__all__ = ["say_figures", "say_phones"]

_ROMAN = {"I": 1, "V": 5, "X": 10}
_BEFORE_ROMAN = re.compile(
    r"(?i)\b(?:khóa|khoá|thứ|quý|kỷ|kỳ|phần|chương|hạng|cấp|loại|nhóm|khu|đợt|vùng|hội|đoàn|tập|mục|tháng) $"
)
_ORDINALS = {1: "nhất", 4: "tư"}
_FEW = 10
"""Up to here a fraction has a name: 1/3 is “một phần ba”, 12/15 “mười hai trên mười lăm”."""
_CODE = r"(?P<code>\d+)(?:[-/](?P<year>(?:19|20)\d\d))?(?:[-/][A-ZĐƯ][A-ZĐƯa-z0-9]*)+"
_NUMBER = r"(?P<number>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)"
_ANY = re.compile(r"\d|(?<!\w)[IVX]+(?!\w)")


def say_phones(text: str) -> str:
    """Say telephone numbers digit by digit, with a pause where they have a gap."""
    return rewritten(text, [_PHONE])


def say_figures(text: str) -> str:
    """Say all that is written with digits, and Roman numerals."""
    return rewritten(text, _STEPS) if _ANY.search(text) else text


def _phone(match: re.Match[str]) -> str:
    groups = re.findall(r"\d+", match.group())
    if match["abroad"]:
        groups[:2] = [f"0{groups[1]}"] if len(groups) > 1 else [f"0{groups[0][2:]}"]
    return ", ".join(map(speak_digits, groups))


def _code(match: re.Match[str]) -> str:
    """Say the number of a document, 11-CT/TU: who says “Chỉ thị số” has named what its letters stand for."""
    number = match["code"]
    said = speak_digits(number) if number.startswith("0") else speak_number(int(number))
    return f"{said} năm {speak_number(int(match['year']))}" if match["year"] else said


def _roman(match: re.Match[str]) -> str:
    values = [_ROMAN[letter] for letter in match.group()]
    number = sum(-one if one < two else one for one, two in zip(values, [*values[1:], 0], strict=True))
    before = match.string[: match.start()]
    if number <= 0 or (len(values) == 1 and not _BEFORE_ROMAN.search(before)):
        return match.group()
    return _ORDINALS.get(number, speak_number(number)) if before.lower().endswith("thứ ") else speak_number(number)


def _fraction(match: re.Match[str]) -> str:
    part, whole = int(match["part"]), int(match["whole"])
    if not 0 < part < whole <= _FEW:
        return f"{match['part']} trên {match['whole']}"
    return f"{speak_number(part)} phần {_ORDINALS[whole] if whole == 4 else speak_number(whole)}"


def _letters_first(match: re.Match[str]) -> str:
    letters = match["letters"]
    return f"{spell(letters) if letters.isupper() else letters} {match['digits']}"


def _digits_first(match: re.Match[str]) -> str:
    letters = match["letters"]
    return f"{match['digits']} {spell(letters) if letters.isupper() else letters}"


def _number(match: re.Match[str]) -> str:
    text, before, behind = match["number"], match.string[: match.start()], match.string[match.end() :]
    if not text.isdigit():
        return speak_number(Decimal(text.replace(".", "").replace(",", ".")))
    if text.startswith("0") and len(text) > 1:
        # “01 mô hình” is one, “tổ số 04” is called so.
        is_count = len(text) == 2 and re.match(r" [a-zà-ỹđ]", behind) and not before.endswith("số ")
        return speak_number(int(text)) if is_count else speak_digits(text)
    if before.lower().endswith(("thứ ", "tháng ")) and text == "4":
        return "tư"
    if (
        before.lower().endswith("ngày ")
        and not before.lower().endswith("mỗi ngày ")
        and re.match(r" (?:tháng|và \d|đến \d)", behind)
    ):
        return say_day(int(text))
    return speak_number(int(text))


_PHONE = Step(
    "0+",
    re.compile(r"(?<![\d.,/])(?P<abroad>\+84[ .]?)?\(?(?(abroad)|0)[\d .()-]{6,16}\d(?![\d.,/]*\d)"),
    _phone,
)
_STEPS = (
    *DATES[:3],
    Step("/-", re.compile(rf"(?<![\w/.-]){_CODE}(?![\w/])"), _code),
    *DATES[3:],
    Step("IVX", re.compile(r"(?<!\w)[IVX]+(?!\w)"), _roman),
    Step(
        "",
        re.compile(rf"{_NUMBER} ?(?P<unit>{UNIT})(?![\w²³])"),
        lambda match: f"{match['number']} {say_unit(match['unit'])}",
    ),
    Step(
        "/",
        re.compile(rf"(?<=[^\W\d]) ?/ ?(?P<unit>{UNIT_BELOW})(?![\w²³])"),
        lambda match: f" mỗi {say_unit(match['unit'])}",
    ),
    Step("–—-", re.compile(r"(?<=\d)\s*[–—-]\s*(?=\d)|(?<=giờ)\s*[–—-]\s*(?=\w)"), " đến "),
    Step("x×", re.compile(r"(?<=\d)\s*[x×]\s*(?=\d)"), " nhân "),
    Step("/", re.compile(r"(?<![\d.,/])(?P<part>\d{1,9})/(?P<whole>\d{1,9})(?![\d.,]*\d|/)"), _fraction),
    Step("/:", re.compile(r"(?<=\d)[/:](?=\d)"), " trên "),
    Step(".", re.compile(r"(?<=\d)\.(?=\d{1,2}(?!\d)|\d{4,})"), " chấm "),
    Step("", re.compile(r"(?<![^\W\d_])(?P<letters>[^\W\d_]+)-?(?P<digits>\d+(?:[.,]\d+)*)"), _letters_first),
    Step("", re.compile(r"(?<![.,])(?P<digits>\d+)(?P<letters>[^\W\d_]+)"), _digits_first),
    Step("", re.compile(_NUMBER), _number),
)
