"""Whatever is written with digits as it is said: dates, telephones, documents, roads, units, spans, Roman numerals, numbers."""

import re
from decimal import Decimal

from showcase.words.rewriting import Step, begun, rewritten, text_before
from showcase.words.sentences import CAPITAL
from showcase.words.spoken_dates import DATES, say_day
from showcase.words.spoken_letters import spell
from showcase.words.spoken_nouns import HEADS, TIME, are_alike, is_body, is_counted
from showcase.words.spoken_numbers import read_spoken, speak_digits, speak_number
from showcase.words.spoken_units import UNIT, UNIT_BELOW, say_unit

__all__ = ["say_figures", "say_once", "say_phones"]

_ROMAN = {"I": 1, "V": 5, "X": 10}
_BEFORE_ROMAN = re.compile(
    r"(?i:\b(?:khóa|khoá|thứ|quý|kỷ|kỳ|phần|chương|hạng|cấp|loại|nhóm|khu|vực|đợt|vùng|hội|đoàn|đoạn|tập|mục|tháng|bậc)) "
    r"(?:[IVX]+(?:, ?| và | hoặc | đến | ?[–-] ?))*$"
)
_NAMED = (
    r"\b(?i:tổ|thôn|ấp|khu|khu vực|phố|đội|xóm|bản|buôn|khóm|ngõ|hẻm|nhóm|cụm|lớp|điều|khoản|mục|chi bộ|chi hội|phường|"
    r"quận|quý|thứ|(?<!hệ )(?<!chỉ )(?<!tỷ )(?<!tỉ )(?<!con )(?<!dân )(?<!tổng )số)"
)
"""What is named by numbers: behind these “4,5” are two, and before a unit it is four and a half all the same."""
_MEASURE = rf"(?:(?:{UNIT}|nghìn|ngàn|vạn|triệu|tỷ|tỉ|tấn|tạ|yến|mét|lít|đồng|phần|lần|điểm|héc|ki|công|sào|mẫu)(?!\w))"
_ROADS = {
    "QL": "quốc lộ",
    "TL": "tỉnh lộ",
    "HL": "hương lộ",
    "ĐT": "đường tỉnh",
    "ĐH": "đường huyện",
    "ĐX": "đường xã",
}
_SHORT = r"(?:11[1-9]|156|10\d\d|14\d\d)"
"""Telephone numbers of three or four digits, which are no years."""
_ORDINALS = {1: "nhất", 4: "tư"}
_LONGEST = 24
"""Signs of a number; what is longer is none that anybody counts, and said digit by digit."""
_FEW = 10
"""Up to here a fraction has a name: 1/3 is “một phần ba”, 12/15 “mười hai trên mười lăm”."""
_CODE = r"(?P<code>\d{1,9})(?:[-/](?P<year>(?:19|20)\d\d))?(?:[-/][A-ZĐƯ][A-ZĐƯa-z0-9]*)+"
_NUMBER = r"(?P<number>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)"
_COUNT_OF = r"\d{1,3}(?:\.\d{3})+|\d{1,9}"
_WEIGHED = re.compile(rf" (?:nghìn|ngàn|triệu|tỷ|tỉ|đồng|tấn|tạ|yến|lít|mét|{UNIT})(?!\w)")
"""What is not counted in whole has a rate: “50 triệu đồng/12 hộ”, “5 kg gạo/2 người”."""
_RATE = re.compile(r"(?i)\b(?:cứ|mỗi|bình quân|trung bình|định mức|tỷ lệ|tỉ lệ|mật độ)(?: [^\W\d]+){0,3} $")
"""Behind these a slash between two numbers is a rate: “cứ 2 người/5 hộ”."""
_WHOLLY = frozenset({(1, 2), (1, 3), (2, 3), (1, 4), (3, 4)})
"""Shares that are said of people too: “một phần ba số hộ”, “hai phần ba hội viên”."""
_MASS = re.compile(r" (?:số|diện tích|dân số|khối lượng)\b")
_MEASURED = re.compile(rf"\d ?(?:(?:nghìn|ngàn|triệu|tỷ|tỉ)(?: đồng| {UNIT})?|đồng|tấn|tạ|mét|{UNIT}),? $")
_BEHIND_SCORE = re.compile(r"(?i)\b(?:t[ỷỉ] số(?: [^\W\d]+){0,2}|thắng|thua|hòa|hoà) $")
_RANK = re.compile(r"(?i)\b(?:xếp|đứng|hạng|thứ) $")
_ANY = re.compile(r"\d|(?<!\w)[IVX]+(?!\w)")


def say_phones(text: str) -> str:
    """Say telephone numbers digit by digit, with a pause where they have a gap."""
    return rewritten(text, _PHONES)


def say_once(text: str) -> str:
    """Leave out the bracket that says once more, in words or in figures, what stands before it: `3 (ba) hộ`."""
    return rewritten(text, _TWICE)


def say_figures(text: str) -> str:
    """Say all that is written with digits, and Roman numerals."""
    return rewritten(text, _STEPS) if _ANY.search(text) else text


def _phone(match: re.Match[str]) -> str:
    groups = re.findall(r"\d+", match.group())
    if match["abroad"]:
        groups[:2] = [f"0{groups[1]}"] if len(groups) > 1 else [f"0{groups[0][2:]}"]
    return ", ".join(map(speak_digits, groups))


def _hotline(match: re.Match[str]) -> str:
    groups = re.findall(r"\d+", match.group())
    return ", ".join(map(speak_digits, groups)) if 8 <= sum(map(len, groups)) <= 10 else match.group()


def _short_numbers(match: re.Match[str]) -> str:
    """Say 113 digit by digit where one calls it; “gọi 115 hộ” calls households."""
    if is_counted(match.string, match.end()):
        return match.group()
    said = re.sub(r"\d+", lambda number: speak_digits(number.group()), re.sub(" ?/ ?", " hoặc ", match["numbers"]))
    return f"{match['call']}{said}"


def _without_words(match: re.Match[str]) -> str:
    """Give a figure, and what it counts, without the bracket behind if that says the same in words."""
    if len(match["number"]) > _LONGEST:
        return match.group()
    counted = match["counted"].replace("%", "phần trăm").strip()
    words = match["words"].lower().removesuffix(" chẵn").removesuffix(counted).strip()
    is_same = words == speak_number(_value(match["number"])) or (
        match["number"].isdigit() and read_spoken(words) == int(match["number"])
    )
    return match["number"] + match["counted"] if is_same else match.group()


def _without_figure(match: re.Match[str]) -> str:
    if len(match["number"]) > _LONGEST:
        return match.group()
    words = f" {text_before(match).lower()}"
    return "" if words.endswith(f" {speak_number(_value(match['number']))}") else match.group()


def _road(match: re.Match[str]) -> str:
    """Say the sign of a road, QL.1A, unless its number counts what follows: “đỗ ĐH 12 em”."""
    if is_counted(match.string, match.end()):
        return match.group()
    road = _ROADS[match["road"]]
    if text_before(match).lower().endswith("đường "):
        road = road.removeprefix("đường ")
    return f"{road} {match['number']}{f' {letter}' if (letter := match['letter']) else ''}"


def _listed(match: re.Match[str]) -> str:
    """Part the numbers of a list, 1,2,3; two with no word before them are one with a comma."""
    is_list = match["word"] or match["numbers"].count(",") > 1
    return re.sub(",(?=\\d)", ", ", match.group()) if is_list else match.group()


def _code(match: re.Match[str]) -> str:
    """Say the number of a document, 11-CT/TU: who says “Chỉ thị số” has named what its letters stand for."""
    number = match["code"]
    said = speak_digits(number) if number.startswith("0") else speak_number(int(number))
    return f"{said} năm {speak_number(int(match['year']))}" if match["year"] else said


def _roman(match: re.Match[str]) -> str:
    values = [_ROMAN[letter] for letter in match.group()]
    number = sum(-one if one < two else one for one, two in zip(values, [*values[1:], 0], strict=True))
    before = text_before(match)
    if number <= 0 or (len(values) == 1 and not _BEFORE_ROMAN.search(before)):
        return match.group()
    return _ORDINALS.get(number, speak_number(number)) if before.lower().endswith("thứ ") else speak_number(number)


def _score(match: re.Match[str]) -> str:
    """Say a score, “tỷ số 2-1”; where its numbers count what follows, it is a span: “thua 2-3 điểm”."""
    is_span = is_counted(match.string, match.end()) or is_body(match.string, match.end())
    is_score = not is_span and _BEHIND_SCORE.search(text_before(match))
    return f"{match['one']} {match['other']}" if is_score else match.group()


def _in_year(match: re.Match[str]) -> str:
    """Say “vào năm” behind a measure: “năm héc-ta năm hai nghìn” has two that sound alike."""
    return f"vào {match.group()}" if _MEASURED.search(text_before(match)) else match.group()


def _both(match: re.Match[str]) -> str:
    """Join what is counted on both sides of a slash, each with its number: “250 hộ/1.020 khẩu”; a rate stays one."""
    one, what, other, head = match["one"], match["what"], match["other"], match["head"]
    is_rate = _value(other) == 1 or bool(_WEIGHED.match(what)) or bool(_RATE.search(text_before(match)))
    is_rate = is_rate or (_value(one) == 1 and not are_alike(what, head))
    return match.group() if is_rate else f"{one}{what} và {other} {head}"


def _fraction(match: re.Match[str]) -> str:
    """Say a share: “2/3 số hộ” are two thirds, “2/3 xã” and “9/10 điểm” so many of so many, as a rank is."""
    part, whole, text, end = int(match["part"]), int(match["whole"]), match.string, match.end()
    is_count = is_body(text, end) or (
        (part, whole) not in _WHOLLY and is_counted(text, end) and not _MASS.match(text, end)
    )
    if not 0 < part < whole <= _FEW or is_count or _RANK.search(text_before(match)):
        return f"{match['part']} trên {match['whole']}"
    return f"{speak_number(part)} phần {_ORDINALS[whole] if whole == 4 else speak_number(whole)}"


def _letters_first(match: re.Match[str]) -> str:
    letters = match["letters"]
    return f"{spell(letters) if letters.isupper() else letters} {match['digits']}"


def _digits_first(match: re.Match[str]) -> str:
    letters = match["letters"]
    return f"{match['digits']} {spell(letters) if letters.isupper() else letters}"


def _value(number: str) -> Decimal:
    return Decimal(number.replace(".", "").replace(",", "."))


def _number(match: re.Match[str]) -> str:
    text, before, behind = match["number"], text_before(match), match.string[match.end() :]
    if len(text) > _LONGEST:
        return speak_digits("".join(filter(str.isdigit, text)))
    if not text.isdigit():
        return speak_number(_value(text))
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


_PHONES = tuple(
    map(
        begun,
        (
            Step(
                "0+",
                re.compile(
                    r"(?<![\d.,/])(?P<abroad>\+84[ .]?)?\(?(?(abroad)|(?!\d\d?(?P<joint>[.-])\d\d?(?P=joint)(?:19|20)\d\d(?!\d))0)[\d .()-]{6,16}\d(?![\d.,/]*\d)"
                ),
                _phone,
            ),
            Step(
                "1",
                re.compile(
                    r"(?<![\d.,/])1[89]00(?:-(?!(?:1[89]|20)\d\d(?!\d))\d{4,6}|(?:[ .]?\d{2,6}){1,3})(?!\d|[./]\d)"
                ),
                _hotline,
            ),
            Step(
                "1",
                re.compile(
                    rf"(?P<call>\b(?i:gọi|tổng đài|đường dây nóng|hotline)(?: [^\W\d]+){{0,8}}[: ] ?)"
                    rf"(?P<numbers>{_SHORT}(?:(?:, ?| ?/ ?| và | hoặc | hay ){_SHORT})*)(?![\w/]|[.,]\d)"
                ),
                _short_numbers,
            ),
        ),
    )
)
_TWICE = (
    Step(
        "(",
        re.compile(
            rf"(?<![\d.,]){_NUMBER}(?P<counted> ?%|(?: [^\W\d]+){{0,2}}) ?\((?i:bằng chữ: ?)?"
            r"(?P<words>[^\W\d]+(?: [^\W\d]+)*)\)"
        ),
        _without_words,
    ),
    Step("(", re.compile(rf" ?\({_NUMBER}\)"), _without_figure),
)
_STEPS = tuple(
    map(
        begun,
        (
            Step(
                "QLTLHĐX",
                re.compile(
                    rf"(?<!\w)(?P<road>{'|'.join(_ROADS)})[.-]? ?(?P<number>\d{{1,3}})(?P<letter>[A-ZĐ]?)(?![\w/:]|[.,]\d)"
                ),
                _road,
            ),
            Step("ă", re.compile(r"năm (?=(?:19|20)\d\d(?!\d))"), _in_year),
            *DATES[:5],
            Step("/-", re.compile(rf"(?<![\w/.-]){_CODE}(?![\w/])"), _code),
            *DATES[5:],
            Step(
                ",",
                re.compile(
                    rf"(?:(?P<word>{_NAMED}) )?(?<![\w.,])(?P<numbers>\d{{1,2}}(?:(?(word), ?|,)\d{{1,2}})+)(?!\d|[.,]\d)(?! ?{_MEASURE})"
                ),
                _listed,
            ),
            Step("IVX", re.compile(r"(?<!\w)[IVX]+(?!\w)"), _roman),
            Step("-−–", re.compile(r"(?<![\w.,/)%°–-])(?<![\d%] )[−–-](?=\d[\d.,]{0,9} ?(?:[%‰°]|độ\b))"), "âm "),
            Step(
                "–—-:",
                re.compile(
                    r"(?P<one>\d(?<![\w.,/-]\d)\d?)(?:-| [–—-] |–|:)"
                    r"(?P<other>\d{1,2})(?![\w/:-]|[.,]\d)"
                ),
                _score,
            ),
            Step("–—-", re.compile(r"(?<=[\d%])\s*[–—-]\s*(?=\d)|(?<=giờ)\s*[–—-]\s*(?=\w)"), " đến "),
            Step(
                "/",
                re.compile(r"(?<=\d)(?P<noun> ?[^\W\d_]+) ?/ ?(?=\d[\d.,]*(?P=noun)(?!\w))"),
                r"\g<noun> trên ",
            ),
            Step(
                "/",
                re.compile(
                    rf"(?<![\d.,/])(?P<one>{_COUNT_OF})(?P<what>(?: [^\W\d]+){{1,5}}) ?/ ?"
                    rf"(?P<other>{_COUNT_OF}) (?!{TIME})(?P<head>{HEADS})"
                ),
                _both,
            ),
            Step(
                "",
                re.compile(
                    rf"(?<!\d){_NUMBER}(?P<scale> (?:nghìn|ngàn|triệu|tỷ|tỉ))? ?(?P<unit>{UNIT})(?![\w²³]|/c\b)"
                ),
                lambda match: f"{match['number']}{match['scale'] or ''} {say_unit(match['unit'])}",
            ),
            Step(
                "/",
                re.compile(rf"(?<=[^\W\d]) ?/ ?(?P<unit>{UNIT_BELOW})(?![\w²³])"),
                lambda match: f" mỗi {say_unit(match['unit'])}",
            ),
            Step("x×", re.compile(r"(?<=\d)\s*[x×]\s*(?=\d)"), " nhân "),
            Step("/", re.compile(r"(?<![\d.,/])(?P<part>\d{1,9})/(?P<whole>\d{1,9})(?![\d.,]*\d|/)"), _fraction),
            Step("/:", re.compile(r"(?<=\d)[/:](?=\d)"), " trên "),
            Step(".", re.compile(r"(?<=\d)\.(?=\d{1,2}(?!\d)|\d{4,})"), " chấm "),
            Step(".", re.compile(rf"(?<=[{CAPITAL}])\.(?=\d)"), " "),
            Step("", re.compile(r"(?<![^\W\d_])(?P<letters>[^\W\d_]+)-?(?P<digits>\d+(?:[.,]\d+)*)"), _letters_first),
            Step("", re.compile(r"(?<!\d)(?P<digits>\d+)(?P<letters>[^\W\d_]+)"), _digits_first),
            Step("", re.compile(_NUMBER), _number),
        ),
    )
)
