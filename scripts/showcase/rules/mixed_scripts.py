"""Asks whether a word mixes Latin letters with Cyrillic or Greek ones that look the same."""

import re
import unicodedata
from collections.abc import Iterator

from showcase.reading.kinds import Story, Text
from showcase.reading.node import Scalar
from showcase.reading.record import Cell
from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.problem import Problem, Severity
from showcase.words.text import nfc

NAME = "tron_he_chu"

# Greek, Cyrillic, Armenian, Cherokee, full-width Latin, mathematical letters: what is used to look like Latin.
_OTHERS = "\u0370-\u03ff\u1f00-\u1fff\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f\u0530-\u058f\u13a0-\u13ff"
_OTHERS += "\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7cb"
_OTHER_LETTER = re.compile(f"[{_OTHERS}]")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
# μm, μg/m³, kΩ are written so everywhere.
_UNIT = re.compile("[μΜ][gmlsAVFHW]|[kMG]?Ω")
_SCRIPTS = {
    "CYRILLIC": "chữ Kirin",
    "GREEK": "chữ Hy Lạp",
    "ARMENIAN": "chữ Armenia",
    "CHEROKEE": "chữ Cherokee",
    "FULLWIDTH": "chữ toàn hình",
    "MATHEMATICAL": "chữ toán học",
}


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Không từ nào trộn chữ La-tinh với chữ nước khác trông giống hệt.

    Chữ `а` của tiếng Nga và chữ `a` của ta trông như nhau nhưng máy coi là khác: tìm không thấy, và kẻ xấu dùng để giả
    tên cơ quan. Trong tiêu đề, tên gọi và địa danh đây là lỗi; trong bài viết là lời nhắc. Cách sửa: xóa cả từ, gõ lại.

    Sai: `Xаnh` (chữ а tiếng Nga). Đúng: `Xanh`.
    """
    if (submission.is_usual or not _OTHER_LETTER.search(submission.text)) and "\\" not in submission.text:
        return
    for cell in submission.cells_of(Text, Story):
        if isinstance(cell.node, Scalar) and _OTHER_LETTER.search(cell.node.value):
            yield from _asked(submission, cell, cell.node)


def _asked(submission: Submission, cell: Cell, node: Scalar) -> Iterator[Problem]:
    is_name = isinstance(cell.kind, Text) and cell.kind.is_name
    severity = Severity.ERROR if is_name else Severity.ADVICE
    for word in dict.fromkeys(_WORD.findall(node.value)):
        strange = _OTHER_LETTER.search(word)
        if strange and _LATIN.search(nfc(word)) and not _UNIT.fullmatch(word):
            letter = strange.group()
            sentence = (
                f"Từ {quote(word)} trộn chữ La-tinh với {_script(letter)}: chữ {quote(letter)} ở đây là U+{ord(letter):04X}. "
                "Hãy xóa cả từ rồi gõ lại."
            )
            yield Problem(submission.spot_in(node, word), severity, NAME, sentence)


def _script(letter: str) -> str:
    return _SCRIPTS.get(unicodedata.name(letter, "").partition(" ")[0], "một loại chữ khác")
