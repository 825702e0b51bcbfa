"""Asks whether letters came in broken: by a wrong conversion, or from the fonts of before Unicode."""

import re
from collections.abc import Iterator

from showcase.reading.characters import BLANK
from showcase.reading.fault import FaultKind
from showcase.reading.kinds import Story, Text
from showcase.reading.node import Scalar
from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.problem import Problem, Severity

NAME = "chu_hong"

_CONVERT = "Hãy chuyển sang Unicode (với UniKey: chép đoạn chữ rồi bấm Ctrl+Shift+F6), hoặc gõ lại."
# "Dân vận" as TCVN3 has it is "D©n vËn": signs in the middle of words that no language writes there.
_TCVN3 = re.compile(r"[A-Za-z][©®§¸µ¶·¹¨¾»¼½ª«¬][A-Za-z]|(?<!\w)[®§][a-z]")
# As VNI has it, "Daân vaän": a vowel, then one that carries the marks of it.
_VNI = re.compile(r"[aeouyAEOUYöôÖÔ][äåïûøñÄÅÏÛØÑ]|aâ|eâ|oâ|ñ[aeiouöô]")
# UTF-8 that was read as Windows-1252: "Việt" is "Viá»‡t".
_MISREAD = re.compile("á[»º][\u0080-\u00bf\u0152-\u2122]|Ä[‘\u0090\u0091]|Ã[\u0080-\u009f¡-ª¬-º¼-¿]|Æ[°¡]")
_SUSPECTS = re.compile(f"[{BLANK}©®§¸µ¶·¹¨¾»¼½ª«¬äåïûøñÄÅÏÛØÑÃÆ]")
_SUSPECT_PAIRS = ("aâ", "eâ", "oâ")


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Chữ không hỏng vì phông cũ hay vì chuyển mã sai.

    Văn bản cũ gõ bằng phông TCVN3 (.VnTime) hoặc VNI nhìn đúng trên máy đã cài phông, nhưng chép ra ngoài thì thành
    `D©n vËn` hay `Daân vaän`. Chuyển mã sai thì “Việt” thành `Viá»‡t`, hoặc chữ mất hẳn thành `�`.

    Cách sửa: chuyển đoạn chữ sang Unicode bằng UniKey (Ctrl+Shift+F6) trước khi chép, hoặc gõ lại.
    """
    text = submission.text
    if not _has_pair(text) and (submission.is_usual or not _SUSPECTS.search(text)):
        return
    is_blanked = any(fault.kind is FaultKind.CHARACTER for fault in submission.faults)
    for cell in submission.cells_of(Text, Story):
        if isinstance(cell.node, Scalar) and _is_suspect(cell.node.value):
            for word in cell.node.value.split():
                if sentence := _sentence(word, is_blanked=is_blanked):
                    yield Problem(submission.spot_in(cell.node, word), Severity.ADVICE, NAME, sentence)
                    break


def _is_suspect(text: str) -> bool:
    return _has_pair(text) or _SUSPECTS.search(text) is not None


def _has_pair(text: str) -> bool:
    return any(pair in text for pair in _SUSPECT_PAIRS)


def _sentence(word: str, *, is_blanked: bool) -> str:
    if BLANK in word and not is_blanked:
        return f"Trong {quote(word)} có chữ đã mất khi chuyển mã (dấu {BLANK}). Hãy gõ lại theo bản gốc."
    if _MISREAD.search(word):
        return f"{quote(word)} có vẻ là chữ Việt bị đọc sai mã. Hãy chép lại từ bản gốc, lưu tệp theo mã UTF-8."
    if _TCVN3.search(word):
        return f"{quote(word)} có vẻ gõ bằng phông cũ TCVN3 (.VnTime). {_CONVERT}"
    if _VNI.search(word):
        return f"{quote(word)} có vẻ gõ bằng phông cũ VNI. {_CONVERT}"
    return ""
