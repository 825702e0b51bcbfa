"""Asks whether a sentence tells of a named person what nobody need know: illness, belief, origin, need, offence, age, house."""

import re
from collections.abc import Iterator
from functools import lru_cache

from showcase.record.submission import Submission
from showcase.rules.naming import Declared, Named, declared, named, spot_of, who
from showcase.rules.setting import Setting
from showcase.rules.wording import listed, quote
from showcase.words.person_words import OF_HISTORY
from showcase.words.persons import sentence_at
from showcase.words.problem import Problem, Severity

NAME = "nhay_cam"

_HOUSE = re.compile(
    r"(?i)\b(?:số nhà|nhà số|căn nhà số|căn hộ số|phòng số)\s+\d|\bsố\s+\d+[a-z]?(?:/\d+)*[a-z]?,?\s+(?:đường|phố|ngõ|ngách|hẻm|kiệt)\b"
    r"|\b(?:ngõ|ngách|hẻm|kiệt)\s+\d+(?:/\d+)*,?\s+(?:số nhà|nhà số|nhà|số)\s+\d"
    rf"|(?<!ngày )(?<!năm )(?<![\w/])\d{{1,3}}[a-z]?(?:/\d+)*[a-z]?,?\s+(?:{'|'.join(sorted(OF_HISTORY))})\b"
)
"""A street bears the name of a person of history, so a number before one is a house: “12/5 Nguyễn Trãi”."""
_NOT_AGAINST = "".join(
    f"(?<!{word} )" for word in ["chống", "phòng", "ngừa", "hết", "giảm", "nạn", "vụ", "tránh", "dịch"]
)
"""What is fought is told of no person: “lắp camera chống trộm”."""
_TOLD = {
    "bệnh tật": re.compile(
        rf"(?i){_NOT_AGAINST}\b(?:hiv|aids|covid(?:-19)?)\b"
        r"|(?i:\b(?:ung thư|tâm thần|bại não|bại liệt|liệt nửa người|bị liệt|động kinh|trầm cảm|tự kỷ|thiểu năng|khuyết tật|tàn tật"
        r"|dị tật|dị dạng|câm điếc|khiếm thị|khiếm thính|mù lòa|bị mù|hiểm nghèo|chạy thận|suy thận|xơ gan|viêm gan|tiểu đường|đột quỵ|tai biến"
        r"|da cam|tim bẩm sinh|bệnh tim|bệnh phổi|lao phổi|bệnh lao|bệnh phong|dương tính|nhiễm bệnh|mắc bệnh|bị bệnh|bệnh nặng"
        r"|ốm nặng|ốm đau|suy dinh dưỡng|u não|liệt giường|bị điếc|bị câm|bị bỏng|parkinson|vô sinh|tự tử|tự sát"
        r"|cụt (?:(?:hai|một|cả hai) )?(?:chân|tay))\b)"
    ),
    "tôn giáo": re.compile(
        r"(?i)\b(?:công giáo|thiên chúa giáo|tin lành|cao đài|hòa hảo|hoà hảo|phật tử|đạo phật|theo đạo|có đạo|bỏ đạo|giáo dân|tín đồ|đạo hồi|hồi giáo"
        r"|đạo chúa|pháp luân công|tà đạo|hội thánh|quy y|giáo hữu)\b"
    ),
    "dân tộc": re.compile(
        r"(?i:\bdân tộc (?:thiểu số|ít người)\b)|\b(?:[Dd]ân tộc|[Nn]gười|[Đđ]ồng bào) (?:H['’]?[Mm]ông|Mông|Dao|Tày|Nùng|Mường|Thái|Khmer"
        r"|Khơ[ -][Mm](?:e|er|ú)|Chăm|Hoa|Ê[ -]?[Đđ]ê|Ba[ -]?[Nn]a|Gia[ -]?[Rr]ai|J['’]?[Rr]ai|Xơ Đăng|Cơ Ho|K['’]?[Hh]o|Sán|Hrê|M['’]?[Nn]ông|Ra[ -]?[Gg]lai|X?[Tt]iêng"
        r"|Bru|Vân Kiều|Thổ|Cơ Tu|Giáy|Tà Ôi|Mạ|Giẻ|Chơ Ro|Xinh Mun|Hà Nhì|Lào|La|Kháng|Phù Lá|Pà Thẻn|Lự|Chứt|Lô Lô|Mảng|Cơ Lao|Bố Y|Cống|Si La|Ơ Đu|Kinh)\b"
    ),
    "hoàn cảnh nghèo khó": re.compile(
        r"(?i)\b(?:hộ nghèo|(?:hộ )?cận nghèo|thoát nghèo|diện nghèo|nhà nghèo|nghèo khó|nghèo túng|nghèo đói|rất nghèo|quá nghèo|hoàn cảnh (?:rất |đặc biệt |hết sức )?khó khăn"
        r"|khốn khó|mồ côi|neo đơn|không nơi nương tựa|thiếu ăn|đói ăn|túng thiếu|chạy ăn từng bữa|siết nợ|vô gia cư|nợ nần|vỡ nợ|trợ cấp xã hội|bảo trợ xã hội)\b"
    ),
    "vi phạm pháp luật": re.compile(
        r"(?i)\b(?:nghiện|tiền án|tiền sự|phạm tội|phạm nhân|tù giam|án tù|(?:đi|ở|ngồi|ra|mãn hạn) tù|chấp hành án|tái hòa nhập|bị bắt"
        r"|bị khởi tố|bị can|bị cáo|bị xử phạt|truy nã|hiếp dâm|xâm hại|phạt tù|trại giam|tạm giữ|tạm giam|tham ô|gây thương tích)\b"
        rf"|{_NOT_AGAINST}\b(?:ma t[úu][yý]|trộm|cướp|lừa đảo|đánh bạc|cờ bạc|cá độ|mại dâm|bạo lực gia đình|bạo hành|buôn lậu)\b"
    ),
}
_MILD = frozenset({"tôn giáo", "dân tộc", "hoàn cảnh nghèo khó"})
_CHILD = "tuổi của trẻ em"
_AGE = re.compile(
    r"(?i)(?<!dưới )(?<!trên )(?<!đến )(?<!từ )(?<![-–\d])\b(\d{1,2})\s+(?:tháng\s+)?tuổi\b(?!\s+(?:đảng|quân|nghề|đoàn|đời))"
    r"|\btuổi\s+(\d{1,2})\b|(?<!hết )\blớp\s+(\d{1,2})(?:[a-z]\d?)?\b(?!\s+(?:buổi|ngày|tháng))"
    r"|\b(?:sinh|SN)\s+(?:ngày\s+[\d/.-]+[/.-]|(?:ngày\s+\d{1,2}\s+)?(?:tháng\s+\d{1,2}(?:[/.-]|\s+năm\s+))|năm\s+)?(\d{4})\b"
    r"|(?<!mươi )\b(?:lên|một|hai|ba|bốn|sáu|bảy|tám|chín|mười(?:\s(?:một|hai|ba|bốn|lăm))?)\s(?:năm\s)?tuổi\b(?!\s+(?:đảng|quân|nghề|đoàn))"
)
_LAST_CLASS, _GROWN_UP = 10, 16
_MARKUP = str.maketrans(dict.fromkeys("*_`"))
_BEFORE_AN_AGE = re.compile(
    r"(?i)\b(?:trâu|bò|bê|nghé|lợn|heo|dê|cừu|ngựa|gà|vịt|hươu|voi|cây|gốc|rừng|vườn|cam|quýt|bưởi|cà phê|cao su|chè|keo|quế|hồi|tiêu|điều) $"
)
"""What has an age and is nobody: “15 con trâu 2 tuổi”, “200 gốc cam 5 tuổi”."""


def check(submission: Submission, setting: Setting) -> Iterator[Problem]:
    """Trong một câu, tên một người không đứng cùng bệnh tật, tôn giáo, dân tộc, hoàn cảnh nghèo, vi phạm, số nhà hay tuổi trẻ em.

    Mỗi điều ấy làm người ta bị nhìn khác đi, nhất là trẻ em, và luật bảo vệ riêng. Hãy bỏ tên, hoặc bỏ điều ấy. Người khai
    `can_cu: cong-vu` với một chức vụ được nêu tên trong mọi câu, vì câu nói về việc chung. Người khai `can_cu: dong-y` có thể kể mình từng
    nghèo, theo đạo nào, dân tộc nào, khi đã đồng ý cho nêu đúng điều ấy: khi đó đây là lời nhắc. Bệnh tật, vi phạm, số nhà
    và tuổi của trẻ em dưới 16 tuổi thì không bao giờ đứng cùng tên. Tên viết tắt của một em nhỏ mà câu kể cả tuổi, lớp và
    chuyện buồn của em thì máy nhắc: người trong vùng vẫn nhận ra.

    Sai: `Cháu Nguyễn Văn A, 9 tuổi, mồ côi, ở nhà số 12 ngõ 5.` Đúng: `Một cháu bé mồ côi trong xóm.`
    """
    people = declared(submission)
    for one in named(submission, setting):
        person = who(one.person.name, people)
        if person is None or not person.is_in_office:
            yield from _told_with(submission, one, person, setting.today.year)


def _told_with(submission: Submission, one: Named, person: Declared | None, year: int) -> Iterator[Problem]:
    typed = sentence_at(one.cell.value, one.person.start) if isinstance(one.cell.value, str) else ""
    house, told = _told_in(typed, year)
    if one.person.is_initials and not house:
        yield from _of_initials(submission, one, told)
        return
    # Of somebody who is untold (“bà T.”) the house alone is told, which tells who it is.
    told = house if one.person.is_initials else (*house, *told)
    has_agreed = person is not None and person.record.value("can_cu") == "dong-y"
    spot = spot_of(submission, one)
    beside = f"Câu này nêu {quote(one.person.said)} cùng với {listed(told, 'và')}." if told else ""
    if told and has_agreed and _MILD.issuperset(told):
        sentence = f"{beside} Hãy chắc rằng người ấy đồng ý cho nêu cả điều này; nếu chưa, hãy bỏ tên hoặc bỏ điều ấy."
        yield Problem(spot, Severity.ADVICE, NAME, sentence)
    elif told:
        yield Problem(spot, Severity.ERROR, NAME, f"{beside} Hãy bỏ tên, hoặc bỏ điều ấy.")


def _of_initials(submission: Submission, one: Named, told: tuple[str, ...]) -> Iterator[Problem]:
    """Advise where neighbours know all the same who “cháu N.” is: a child of that age or class to whom that happened."""
    if _CHILD in told and len(told) > 1:
        sentence = (
            f"Tên ở {quote(one.person.said)} đã viết tắt, nhưng câu này có cả {listed(told, 'và')}, nên người trong vùng vẫn"
            " nhận ra là em nào. Hãy bỏ bớt, hoặc kể chung như “một em nhỏ”."
        )
        yield Problem(spot_of(submission, one), Severity.ADVICE, NAME, sentence)


@lru_cache(maxsize=16)
def _told_in(typed: str, year: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give what a sentence tells of whoever is in it: the house, and all else; a sentence may name hundreds."""
    sentence = " ".join(typed.translate(_MARKUP).split())  # as it is read
    house = ("số nhà",) if _HOUSE.search(sentence) else ()
    ages = (age for age in _AGE.finditer(sentence) if not _BEFORE_AN_AGE.search(sentence[: age.start()]))
    child = (_CHILD,) if any(_is_of_a_child(age, year) for age in ages) else ()
    return house, (*[what for what, words in _TOLD.items() if words.search(sentence)], *child)


def _is_of_a_child(age: re.Match[str], year: int) -> bool:
    years, at_age, school, born = age.groups()
    if school:
        return int(school) <= _LAST_CLASS
    if born:
        return int(born) > year - _GROWN_UP
    return "tháng" in age.group() or int(years or at_age or 0) < _GROWN_UP
