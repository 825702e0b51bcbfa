"""Asks whether the text is free of characters that nobody sees."""

from collections.abc import Iterator

from showcase.reading.fault import FaultKind
from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.story_text import sections
from showcase.rules.wording import lines_named
from showcase.words.problem import Problem, Severity, Spot

NAME = "ky_tu"

_NAMES = {
    "0000": "ký tự NUL",
    "00AD": "gạch nối ẩn",
    "200B": "khoảng trắng không độ rộng",
    "200C": "dấu tách không độ rộng",
    "200D": "dấu nối không độ rộng",
    "2060": "dấu nối ẩn",
    "FEFF": "dấu BOM nằm giữa tệp",
}
_FIRST_PRINTED = 0xA0
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_BREAKING = frozenset("\x85\u2028\u2029")


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    r"""Trong tệp không được có ký tự vô hình hay ký tự điều khiển.

    Chữ dán từ trang web, Word hay Zalo có khi kèm những ký tự không nhìn thấy: khoảng trắng không độ rộng, dấu đổi
    chiều chữ, dấu xuống dòng lạ. Chúng làm cho tìm kiếm không thấy và có thể giấu chữ khỏi mắt người duyệt, nên không
    được dùng, kể cả khi viết bằng mã trong nháy kép như `"\u200B"`. Chỉ biểu tượng cảm xúc được giữ dấu nối của nó.

    Cách sửa: xóa cả từ ở chỗ được chỉ rồi gõ lại bằng tay, đừng dán.
    """
    for fault in submission.faults:
        if fault.kind is FaultKind.CHARACTER:
            spot = Spot(submission.path, fault.line, fault.column)
            yield Problem(spot, Severity.ERROR, NAME, _sentence(fault.detail, fault.also))
    for node, facts in sections(submission):
        for sign in dict.fromkeys(facts.unseen):
            code = f"{ord(sign):04X}"
            sentence = f"Mục này có mã (như '&#{ord(sign)};') của ký tự U+{code} ({_name(code)}), không nhìn thấy được và không được dùng. Hãy xóa mã ấy."
            yield submission.error(NAME, node, sentence)


def _sentence(code: str, also: tuple[int, ...]) -> str:
    again = f" Ký tự này còn ở {lines_named(also)}." if also else ""
    if chr(int(code, 16)) in _BREAKING:
        return f"Ký tự U+{code} là dấu xuống dòng lạ. Hãy xóa nó và xuống dòng bằng phím Enter.{again}"
    return f"Ký tự U+{code} ({_name(code)}) không nhìn thấy được và không được dùng. Hãy xóa chữ ở hai bên rồi gõ lại.{again}"


def _name(code: str) -> str:
    if chr(int(code, 16)) in _TURNING:
        return "dấu đổi chiều chữ"
    return _NAMES.get(code, "ký tự điều khiển" if int(code, 16) < _FIRST_PRINTED else "ký tự ẩn")
