"""Days, months and hours as they are said: 29/01/2024 is “ngày hai mươi chín tháng một năm hai nghìn không trăm hai mươi tư”."""

import re

from showcase.words.rewriting import Step, text_before
from showcase.words.sentences import begins_sentence
from showcase.words.spoken_nouns import is_counted
from showcase.words.spoken_numbers import speak_number
from showcase.words.spoken_units import UNIT

__all__ = ["DATES", "say_day"]

_LAST_DAY, _LAST_MONTH, _LAST_HOUR = 31, 12, 24
_MUNG = 10
"""The first ten days of a month are said with “mùng”."""
_APRIL = 4
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_BEFORE = r"(?P<word>\b(?i:ngày|hôm|sáng|trưa|chiều|tối|đêm) )"
_FEAST = r"(?i:dịp|lễ|tết|dương lịch|giỗ tổ|mừng|kỷ niệm|quốc khánh|quốc tế (?:lao động|thiếu nhi|phụ nữ)|mùng|mồng)"
_DAY_WORD = rf"(?P<word>\b(?:(?i:ngày|hôm|sáng|trưa|chiều|tối|đêm)|(?P<feast>{_FEAST})) )"
"""A day follows these, whatever it looks like; behind a feast every member of a list is one."""
_BEHIND_DAY = re.compile(rf"(?<!mỗi )(?<!Mỗi )(?<!một )\b(?P<word>(?i:ngày|hôm|sáng|trưa|chiều|tối|đêm)|{_FEAST}) $")
_MAYBE_DAY = re.compile(r"(?i)\b(?:từ|đến|tới|trước|sau|hết|qua|vào|hạn|trong) $")
_NO_DAY = re.compile(r"(?i)\b(?:số|nhà|hẻm|ngõ|ngách|kiệt|đạt|được|còn|có|hơn|gần|khoảng|chiếm) $")
_FEASTS = frozenset(
    {(30, 4), (2, 9), (8, 3), (20, 10), (20, 11), (26, 3), (27, 7), (22, 12), (19, 5), (19, 8), (15, 10), (18, 11)}
)
"""Days, each with its month, that are known without a word before them."""
_BEHIND_ROAD = re.compile(r"\b(?i:đường|phố|đại lộ|công viên|quảng trường|ngã (?:ba|tư|năm)) $")
"""What is named by days: “đường 3/2” is “đường ba tháng hai”."""
_NAMING = _FEASTS | {(3, 2), (2, 4), (10, 3), (1, 5), (1, 6)}
"""Days that name a road between hyphens too, where “đường 5-7 m” is a span."""
_CALENDAR = re.compile(r" (?:âm|dương) lịch\b")
_TURNS = re.compile(r" (?:lần|lượt|giờ|buổi|bữa|tiếng|ca|chuyến)\b")
"""What is done so often a day: “mỗi ngày 2-3 lần” has no day of March."""
_TO = re.compile(" ?[–—-] ?")
_ONE_DAY = re.compile(
    rf"(?P<word>\b(?i:ngày|mùng|mồng) )?(?<![\d/-])(?P<day>\d{{1,2}})(?:[/.-](?P<month>\d{{1,2}})(?:[/.-]{_YEAR})?)?(?!\d)"
)
_MEASURE = rf"(?:{UNIT}|nghìn|ngàn|triệu|tỷ|tỉ|tấn|tạ|lít|đồng|ki-lô|héc-ta)"
_ORDERED = r"(?i:quý|(?<!cùng )(?<!thời )kỳ|đợt|lần|thứ|số|vòng|phiên|khóa|tập|tuần|thông tư|nghị định|nghị quyết|quyết định|chỉ thị)"
"""What stands between these and the slash before a year is no month: “quý 2/2024”, “Thông tư 5/2024”."""
_HOUR = r"\d{1,2}(?: ?(?:[hHg]|giờ)|:\d\d)"
_AT_HOUR = re.compile(
    r"(?i)\b(?:lúc|từ|đến|tới|trước|sau|vào|hồi|sáng|trưa|chiều|tối|đêm) $|\b(?:giờ(?: [^\W\d]+){0,3}|\d{1,2}[gh:]\d\d|lúc \d{1,2}g)(?:,| và| hoặc) $"
)
_PART_OF_DAY = re.compile(rf" (?:sáng|trưa|chiều|tối|đêm|ngày|hôm|hằng|hàng|rưỡi|kém|thứ)\b| (?:đến|tới) {_HOUR}\b")


def say_day(day: int) -> str:
    """Say a day of the month, 1 to 31: `mùng ba`, `hai mươi chín`."""
    return f"mùng {speak_number(day)}" if day <= _MUNG else speak_number(day)


def _month(month: int) -> str:
    return f"tháng {'tư' if month == _APRIL else speak_number(month)}"


def _date(match: re.Match[str]) -> str:
    """Say a day with its month and, where it has one, its year; what is no day of a calendar stays."""
    parts = match.groupdict()
    day, month = int(parts["day"]), int(parts["month"] or 1)
    if not (1 <= day <= _LAST_DAY and 1 <= month <= _LAST_MONTH):
        return match.group()
    before = parts.get("word") or ""
    if before.lower() in ("mùng ", "mồng "):
        said = f"{before}{speak_number(day)}"
    else:
        said = f"{before if before.lower() == 'ngày ' else f'{before}ngày '}{say_day(day)}"
    year = f" năm {speak_number(int(parts['year']))}" if parts.get("year") else ""
    return f"{said} {_month(month)}{year}" if parts["month"] else said


def _days(match: re.Match[str]) -> str:
    """Say a list or a span of days if what stands around or in it tells that they are days, and no shares."""
    text, end = match.string, match.end()
    word, is_feast = match["word"] or "", bool(match["feast"])
    members = list(_ONE_DAY.finditer(match["days"]))
    if not (word or _are_days(members, text_before(match)) or _CALENDAR.match(text, end)):
        return match.group()
    if "-" in match["days"] and _may_be_share(members[-1]) and _TURNS.match(text, end):
        return match.group()
    if not is_feast and _may_be_share(members[-1]) and (len(members) > 1 or not word) and is_counted(text, end):
        if len(members) == 1:
            return match.group()
        days, rest = match["days"][: members[-1].start()], match["days"][members[-1].start() :]
    else:
        days, rest = match["days"], ""
    if "/" in days:
        days = _TO.sub(" đến ", days)
    if word.lower() in ("ngày ", "mùng ", "mồng "):
        return f"{_ONE_DAY.sub(_date, word + days)}{rest}"
    return f"{word}{_ONE_DAY.sub(_date, days)}{rest}"


def _are_days(members: list[re.Match[str]], before: str) -> bool:
    """Tell of what has no word for days before it: one member is known for a day, or nothing may be a share."""
    if _NO_DAY.search(before):
        return False
    if any(one["year"] or (int(one["day"]), int(one["month"])) in _FEASTS for one in members):
        return True
    if _MAYBE_DAY.search(before):
        return any(not _may_be_share(one) for one in members)
    return len(members) > 1 and not any(map(_may_be_share, members))


def _may_be_share(day: re.Match[str]) -> bool:
    """Tell whether what looks like a day may be a share too: 2/9 may, 30/4 is more than the whole."""
    return bool(day["month"]) and not day["year"] and not int(day["month"]) < int(day["day"]) <= _LAST_DAY


def _list_of_days(joint: str, dash: str) -> re.Pattern[str]:
    """Make the pattern of days whose parts are joined so; `dash` is what else may stand between two of them."""
    day = rf"\d{{1,2}}{joint}\d{{1,2}}(?:{joint}(?:19|20)\d\d)?(?!\d)"
    between = rf"(?: ?[,;{dash}] ?| (?:và|hoặc|hay|đến|tới) (?:hết )?(?:ngày )?)"
    return re.compile(
        rf"{_DAY_WORD}?(?<![\w/.,-])(?P<days>(?(word)(?:\d{{1,2}}{between}){{0,3}}){day}(?:{between}{day}){{0,9}})"
        rf"(?![/%{joint}]|[.,]\d)"
    )


def _dotted_day(match: re.Match[str]) -> str:
    """Say 5.9 behind a word for days as a day, unless something is counted by it: “mỗi ngày 1.5 tấn”."""
    day, month = int(match["day"]), int(match["month"])
    word = _BEHIND_DAY.search(text_before(match))
    is_counted_so = is_counted(match.string, match.end()) or _TURNS.match(match.string, match.end())
    if not word or is_counted_so or not (1 <= day <= _LAST_DAY and 1 <= month <= _LAST_MONTH):
        return match.group()
    said = {"ngày": say_day(day), "mùng": speak_number(day), "mồng": speak_number(day)}
    others = _TO.sub(" đến ", match["more"].replace("ngày ", "").replace(".", "/"))
    return f"{said.get(word['word'].lower(), f'ngày {say_day(day)}')} {_month(month)}{_ONE_DAY.sub(_date, others)}"


def _road_of_day(match: re.Match[str]) -> str:
    """Say a road that is named by a day; what is counted or measured behind says that it is a share or a span."""
    day, month = int(match["day"]), int(match["month"])
    is_day = (day, month) in _NAMING or (match["joint"] == "/" and month < day <= _LAST_DAY and month <= _LAST_MONTH)
    if not is_day or not _BEHIND_ROAD.search(text_before(match)) or is_counted(match.string, match.end()):
        return match.group()
    return f"{speak_number(day)} {_month(month)}"


def _month_of_year(match: re.Match[str]) -> str:
    month = int(match["month"])
    if match["ordered"]:
        return f"{match['ordered']}{match['month']} năm {match['year']}"
    if not 1 <= month <= _LAST_MONTH:
        return match.group()
    said = _month(month)
    return f"{match['word'] or 'tháng '}{said.partition(' ')[2]} năm {speak_number(int(match['year']))}"


def _hour(match: re.Match[str]) -> str:
    hour, minutes = int(match["hour"]), int(match["minutes"] or 0)
    if ":" in match.group() and hour > _LAST_HOUR:
        return match.group()
    return f"{speak_number(hour)} giờ{f' {speak_number(minutes)}' if minutes else ''}"


def _hour_or_gram(match: re.Match[str]) -> str:
    """Say 7g as an hour if a word beside it says so, or nothing that could be weighed follows where a sentence begins."""
    text, end = match.string, match.end()
    is_first = begins_sentence(text, match.start()) and not re.match(r" [^\W\d]", text[end : end + 2])
    has_word = _AT_HOUR.search(text_before(match)) or _PART_OF_DAY.match(text, end)
    is_hour = int(match["hour"]) <= _LAST_HOUR and (is_first or has_word)
    return f"{speak_number(int(match['hour']))} giờ" if is_hour else match.group()


DATES = (
    Step("-", re.compile(rf"(?<!\d){_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"), _date),
    Step(
        "/-",
        re.compile(
            rf"(?P<day>\d(?<![\w/.,-]\d)\d?)(?P<joint>[/-])(?P<month>\d{{1,2}})(?![\w/%-]|[.,]\d| ?{UNIT}(?!\w)| mét)"
        ),
        _road_of_day,
    ),
    Step("/", _list_of_days("/", "–—-"), _days),
    Step(
        ".",
        re.compile(
            rf"(?P<day>\d(?<![\w/.,-]\d)\d?)\."
            rf"(?P<month>\d{{1,2}})(?!\d)(?P<more>(?:(?: ?[,;–-] ?| (?:và|đến|tới) (?:ngày )?)\d{{1,2}}\.\d{{1,2}}(?!\d))*)"
            rf"(?![.,/-]\d| ?{_MEASURE}(?!\w))"
        ),
        _dotted_day,
    ),
    Step(
        "/.-",
        re.compile(
            rf"{_BEFORE}?(?<![\d/.,-])(?P<day>\d{{1,2}})(?P<joint>[/.-])(?P<month>\d{{1,2}})(?P=joint){_YEAR}(?![\d/-])"
        ),
        _date,
    ),
    Step(
        "/–—-",
        re.compile(r"(?<=\b(?:19|20)\d\d)(?: ?[–—-] ?(?=\d{1,2}/(?:19|20)\d\d(?!\d))|/(?=(?:19|20)\d\d(?![\d/])))"),
        " đến ",
    ),
    Step(
        "/-",
        re.compile(
            rf"(?P<ordered>\b{_ORDERED} )?(?<![\d/.,-])(?P<word>[Tt]háng )?(?P<month>\d{{1,2}})[/-]{_YEAR}(?![\d/-])"
        ),
        _month_of_year,
    ),
    Step("/-", re.compile(r"(?<=[IVX])[/-](?=(?:19|20)\d\d(?![\d/-]))"), " năm "),
    Step("-", _list_of_days("-", ""), _days),
    Step(
        "–—-",
        re.compile(rf"(?:(?<=\d)|(?<=\d[hHg])|(?<=\d giờ)|(?<=\dgiờ)) ?[–—-] ?(?={_HOUR}(?!\w)|\d{{1,2}}[hHg]\d\d)"),
        " đến ",
    ),
    Step("/", re.compile(r"(?<=\d/)(?P<hour>\d{1,2}) ?h(?!\w)"), r"\g<hour> giờ"),
    Step(
        "",
        re.compile(
            r"(?<![\w.,])(?<!\d[/:])(?<!lệ )(?<!pha )(?<!loãng )(?<!trộn )(?P<hour>\d{1,2})"
            r"(?: ?(?:[hH]|giờ)|[gG](?=\d\d)|:(?=\d\d))(?P<minutes>[0-5]\d)?(?:'|p|ph)?(?![\w:]|/\d)"
        ),
        _hour,
    ),
    Step("g", re.compile(r"(?<![\w.,/])(?P<hour>\d{1,2})g(?![\w/])"), _hour_or_gram),
)
"""What is looked for, in this order."""
