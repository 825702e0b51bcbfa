"""Asks whether something of the guide's template, or of its examples, was left standing."""

import re
from collections.abc import Iterator

from showcase.reading.kinds import Pattern, Story, Text
from showcase.reading.node import Scalar
from showcase.reading.record import Cell
from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.persons import IsPlace
from showcase.words.problem import Problem, Severity
from showcase.words.text import nfc

NAME = "mau"

FRAGMENTS = (
    "Tên mô hình, từ 8 đến 200",
    "nói được điều hay nhất của mô hình",
    "Câu này hiện trên thẻ",
    "Vì sao phải làm. Viết thành đoạn",
    "Đã làm những gì, ai làm",
    "Tên bài báo hoặc báo cáo",
    "đứng trên thang lắp camera lên cột điện",
    "Lắp camera ở khối 5",
    "một quy định của năm 2022",
    "vẫn sạch dù không ai được thuê",
    "Trần Văn Mẫu",
    "orem ipsum",
)
"""A few words of each text of the guide's samples that nobody else will have written, so few that no line breaks them."""

_WHOLE = frozenset(
    {
        "cơ quan ban hành",
        "cơ quan đăng",
        "mô tả ảnh",
        "nội dung",
        "tên bài",
        "tên bài báo",
        "tên bài viết",
        "tên báo cáo",
        "tên cơ quan",
        "tên đơn vị",
        "tên mô hình",
        "tên nguồn",
        "tên tác giả",
        "tiêu đề",
        "tiêu đề mô hình",
        "tóm tắt",
        "abc",
        "test",
        "xxx",
        *(sign * times for sign in ".…_?" for times in range(1, 13)),
    }
)
"""Whole values that name what should stand in their place, or hold it open; in small letters."""

_LONGEST_WHOLE = max(map(len, _WHOLE))
# A blank first: `re` looks for it fast, and hardly any text has a capital alone.
_CAPITAL_ALONE = re.compile(r" [A-Z](?![\w’'-])(?! [A-ZĐ])")  # “xã A Ngo” is one
_NEXT_LINE = re.compile(r" *\n *(\w+)")
# Phường I and phường V were wards: Roman numbers are names.
_EXAMPLE = re.compile(
    r"(?:\b(?:(?i:phường) [A-HJ-UW-Z]|(?i:xã|thị trấn|huyện|quận|thị xã|tỉnh|thành phố) [A-Z])"
    r"|\b[A-ZĐ][^\W\d_]+ (?:Văn|Thị) [ABCXYZ])$"
)
_REACH = 30
_SITE = re.compile(r"(?i)\b(?:example\.(?:com|org|net|vn))\b")
_DOTS = re.compile(r"\.{5,}|…{2,}")
_BRACKETS = re.compile(
    r"[\[<{](?i:tên|họ tên|họ và tên|ghi|điền|nhập)"
    r" (?i:tên|rõ|số|ngày|vào|đủ|đơn vị|mô hình|xã|phường|thôn|địa phương|địa chỉ|cơ quan|bài|tác giả|người)\b"
    r"[^\]>}\n]{0,60}[\]>}](?!\()"
)


def check(submission: Submission, setting: Setting) -> Iterator[Problem]:
    """Chữ của mẫu phải được thay bằng chữ của mô hình.

    Chép mẫu ở hướng dẫn rồi quên thay một chỗ thì trang sẽ đăng đúng chỗ ấy: “Tên bài báo hoặc báo cáo”, “Nguyễn Văn A”,
    “xã A”, dấu chấm chấm còn để trống, địa chỉ `example.com`. Không biết điền gì thì hãy bỏ cả dòng, nếu mục ấy không
    bắt buộc.

    Sai: `ten: Tên bài báo hoặc báo cáo`. Đúng: `ten: Sức lan tỏa của phong trào`.
    """
    for cell in submission.cells_of(Text):
        text = cell.value
        if isinstance(text, str) and len(text) <= _LONGEST_WHOLE and text.lower() in _WHOLE:
            yield _problem(submission, cell, text)
    if looks := list(_looks(submission.text)):
        for cell in submission.cells_of(Text, Story, Pattern):
            for left in dict.fromkeys(_left_standing(cell, looks, setting.gazetteer.names.__contains__)):
                yield _problem(submission, cell, left)


def _looks(text: str) -> Iterator[re.Pattern[str]]:
    """Yield what is worth looking for in a file: most hold nothing of the kind."""
    yield from (re.compile(re.escape(fragment)) for fragment in FRAGMENTS if fragment in text)
    if _CAPITAL_ALONE.search(text):
        yield _CAPITAL_ALONE
    if "example." in text:
        yield _SITE
    if "....." in text or "……" in text:
        yield _DOTS
    if ("[" in text or "<" in text or "{" in text) and _BRACKETS.search(text):
        yield _BRACKETS


def _left_standing(cell: Cell, looks: list[re.Pattern[str]], is_place: IsPlace) -> Iterator[str]:
    """Yield what of the template stands in a value."""
    value = nfc(cell.node.value) if isinstance(cell.node, Scalar) else ""
    for look in looks:
        for match in look.finditer(value):
            if left := _example(match, is_place) if look is _CAPITAL_ALONE else match.group():
                yield left


def _example(capital: re.Match[str], is_place: IsPlace) -> str:
    """Give the name that ends with a capital alone: `xã A`, `Nguyễn Văn A`; '' where it is kept back by a full stop.

    At the end of a line it may be the first half of a real one, which goes on in the next: `xã A` and `Bung`.
    """
    following = _NEXT_LINE.match(capital.string, capital.end())
    if following and is_place(f"{capital.group().strip()} {following[1]}"):
        return ""
    before = capital.string[max(0, capital.start() - _REACH) : capital.end()]
    name = _EXAMPLE.search(before)
    is_kept_back = capital.string[capital.end() : capital.end() + 1] == "." and before[-1] != "A"
    return name.group() if name and not is_kept_back else ""


def _problem(submission: Submission, cell: Cell, left: str) -> Problem:
    sentence = f"{quote(left)} là chữ của mẫu, chưa được thay. Hãy viết thông tin thật của mô hình, hoặc bỏ đi nếu không bắt buộc phải có."
    return Problem(submission.spot_in(cell.node, left), Severity.ERROR, NAME, sentence)
