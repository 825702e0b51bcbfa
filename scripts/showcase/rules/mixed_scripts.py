"""Asks whether a word mixes Latin letters with Cyrillic or Greek ones that look the same."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

from showcase.reading.kinds import Story, Text
from showcase.reading.node import Scalar
from showcase.reading.record import Cell
from showcase.record.submission import Submission
from showcase.rules.asking import is_headline
from showcase.rules.setting import Setting
from showcase.rules.wording import ask, quote
from showcase.words.problem import Problem, Severity
from showcase.words.text import nfc

NAME = "tron_he_chu"

# Greek, Cyrillic, Armenian, Cherokee: what is used to look like Latin.
_OTHERS = "\u0370-\u03ff\u1f00-\u1fff\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f\u0530-\u058f\u13a0-\u13ff"
_OTHER_LETTER = re.compile(f"[{_OTHERS}]")
# Full-width signs, ligatures, mathematical letters: the same letters in another dress.
_DRESSED = "\uff01-\uff5e\ufb00-\ufb06\u2160-\u217f\u24b6-\u24e9\u2102\u210a-\u2113\u2115\u2119-\u211d\u2124\u212c\U0001d400-\U0001d7ff"
_DRESSED_LETTER = re.compile(f"[{_DRESSED}]")
_STRANGE = re.compile(f"[{_OTHERS}{_DRESSED}]")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
# μm, μg/m³, kΩ are written so everywhere.
_UNIT = re.compile("[μΜ][gmlsAVFHW]|[kMG]?Ω")
_SCRIPTS = {
    "CYRILLIC": "chữ Kirin",
    "GREEK": "chữ Hy Lạp",
    "ARMENIAN": "chữ Armenia",
    "CHEROKEE": "chữ Cherokee",
    "FULLWIDTH": "chữ toàn hình (của bộ gõ tiếng Trung, tiếng Nhật)",
    "MATHEMATICAL": "chữ toán học",
    "LATIN": "chữ ghép",
    "ROMAN": "số La Mã liền một ký tự",
    "CIRCLED": "chữ trong vòng tròn",
}


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Không từ nào trộn chữ La-tinh với chữ nước khác trông giống hệt.

    Chữ `а` của tiếng Nga và chữ `a` của ta trông như nhau nhưng máy coi là khác: tìm không thấy, và kẻ xấu dùng để giả
    tên cơ quan. Chữ toàn hình `Ｃ`, chữ đậm toán học `𝗖` và chữ ghép `ﬁ` cũng vậy. Trong tiêu đề, tóm tắt, tên gọi và địa
    danh đây là lỗi; trong bài viết là lời nhắc. Cách sửa: xóa cả từ, gõ lại.

    Sai: `Xаnh` (chữ а tiếng Nga). Đúng: `Xanh`.
    """
    if (submission.is_usual or not _STRANGE.search(submission.text)) and "\\" not in submission.text:
        return
    for cell in submission.cells_of(Text, Story):
        if isinstance(cell.node, Scalar) and _STRANGE.search(cell.node.value):
            yield from _asked(submission, cell, cell.node)
            yield from _dressed(submission, cell, cell.node)


def _dressed(submission: Submission, cell: Cell, node: Scalar) -> Iterator[Problem]:
    """Yield what looks like plain letters and is none, words that stand side by side together, with what they should be."""
    for is_dressed, run in groupby(node.value.split(), lambda word: _DRESSED_LETTER.search(word) is not None):
        if is_dressed:
            words = list(run)
            typed = " ".join(words)
            letter = _DRESSED_LETTER.search(typed)
            script = _script(letter.group()) if letter else ""
            sentence = f"{quote(typed)} gõ bằng {script}: trông như chữ thường mà máy coi là chữ khác."
            plain = unicodedata.normalize("NFKC", typed)
            yield Problem(submission.spot_in(node, words[0]), _severity(cell), NAME, f"{sentence}{ask(plain)}")


def _severity(cell: Cell) -> Severity:
    return Severity.ERROR if is_headline(cell) else Severity.ADVICE


def _asked(submission: Submission, cell: Cell, node: Scalar) -> Iterator[Problem]:
    for word in dict.fromkeys(_WORD.findall(node.value)):
        strange = _OTHER_LETTER.search(word)
        if strange and _LATIN.search(nfc(word)) and not _UNIT.fullmatch(word):
            letter = strange.group()
            sentence = (
                f"Từ {quote(word)} trộn chữ La-tinh với {_script(letter)}: chữ {quote(letter)} ở đây là U+{ord(letter):04X}. "
                "Hãy xóa cả từ rồi gõ lại."
            )
            yield Problem(submission.spot_in(node, word), _severity(cell), NAME, sentence)


def _script(letter: str) -> str:
    return _SCRIPTS.get(unicodedata.name(letter, "").partition(" ")[0], "một loại chữ khác")
