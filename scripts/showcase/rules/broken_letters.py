"""Asks whether letters came in broken: by a wrong conversion, or from the fonts of before Unicode."""

import re
from collections.abc import Iterator
from functools import partial

from showcase.reading.characters import BLANK
from showcase.reading.fault import FaultKind
from showcase.reading.kinds import Story, Text
from showcase.reading.node import Scalar
from showcase.record.submission import Submission
from showcase.rules.asking import is_headline
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.legacy import Legacy, Recovered, recovered
from showcase.words.problem import Problem, Severity
from showcase.words.syllable import is_syllable

NAME = "chu_hong"

_CONVERT = "Hãy chuyển sang Unicode (với UniKey: chép đoạn chữ rồi bấm Ctrl+Shift+F6), hoặc gõ lại."
_COPY = "Hãy chép lại từ bản gốc, lưu tệp theo mã UTF-8."
_SENTENCES = {
    Legacy.MISREAD: ("có vẻ là chữ Việt bị đọc sai mã.", _COPY),
    Legacy.TCVN3: ("có vẻ gõ bằng phông cũ TCVN3 (.VnTime).", _CONVERT),
    Legacy.VNI: ("có vẻ gõ bằng phông cũ VNI.", _CONVERT),
    Legacy.WINDOWS_1258: ("có vẻ theo mã cũ Windows-1258.", _CONVERT),
}
# "Dân vận" as TCVN3 has it is "D©n vËn": signs in the middle of words that no language writes there.
_TCVN3 = re.compile(r"[A-Za-z][©®§¸µ¶·¹¨¾»¼½ª«¬][A-Za-z]|(?<!\w)[®§][a-z]")
# UTF-8 that was read as Windows-1252: "Việt" is "Viá»‡t".
_MISREAD = re.compile("á[»º][\u0080-\u00bf\u0152-\u2122]|Ä[‘\u0090\u0091]|Ã[\u0080-\u009f¡-ª¬-º¼-¿]|Æ[°¡]")
_SUSPECTS = re.compile(f"[{BLANK}©®§¸µ¶·¹¨¾»¼½ª«¬−äåïîëöæßçûüøñÄÅÏÎËÖÛØÑÃÆØ×÷Þþ]")
_SUSPECT_PAIRS = ("aâ", "eâ", "oâ", "ýõ", "aò", "aì", "aÌ", "õò", "ôò", "êò")
"""In VNI and Windows-1258 a text may hold letters of Vietnamese alone, but not beside each other as there."""
_MAY_BE_LOST = re.compile(r"\?[a-zà-ỹ]")
_LONGEST_QUOTED, _LONGEST_PROPOSED = 200, 400
"""Characters; a summary has at most as many as are proposed."""


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Chữ không hỏng vì phông cũ hay vì chuyển mã sai.

    Văn bản cũ gõ bằng phông TCVN3 (.VnTime) hoặc VNI nhìn đúng trên máy đã cài phông, nhưng chép ra ngoài thì thành
    `D©n vËn` hay `Daân vaän`. Chuyển mã sai thì “Việt” thành `Viá»‡t`, hoặc chữ mất hẳn thành `�` hay `?`. Trong tiêu đề,
    tóm tắt và tên gọi đây là lỗi; nơi khác là lời nhắc.

    Cách sửa: chuyển đoạn chữ sang Unicode bằng UniKey (Ctrl+Shift+F6) trước khi chép, hoặc gõ lại. Nơi nào máy tính ra
    được chữ đúng thì lời báo viết sẵn.
    """
    text = submission.text
    may_be_legacy = _has_pair(text) or (not submission.is_usual and _SUSPECTS.search(text) is not None)
    if not may_be_legacy and not _MAY_BE_LOST.search(text):
        return
    is_blanked = any(fault.kind in (FaultKind.CHARACTER, FaultKind.NOT_UTF8) for fault in submission.faults)
    find = partial(_found, is_blanked=is_blanked) if may_be_legacy else _lost
    for cell in submission.cells_of(Text, Story):
        if isinstance(cell.node, Scalar):
            for word, sentence in find(cell.node.value):
                severity = Severity.ERROR if is_headline(cell) else Severity.ADVICE
                yield Problem(submission.spot_in(cell.node, word), severity, NAME, sentence)


def _found(text: str, *, is_blanked: bool) -> Iterator[tuple[str, str]]:
    """Yield the first broken word of a text and what is said of it."""
    if BLANK in text and not is_blanked:
        word = next(word for word in text.split() if BLANK in word)
        yield word, f"Trong {quote(word)} có chữ đã mất khi chuyển mã (dấu {BLANK}). Hãy gõ lại theo bản gốc."
    elif not text.isascii() and (_SUSPECTS.search(text) or _has_pair(text)):
        yield from _legacy(text)
    yield from _lost(text)


def _legacy(text: str) -> Iterator[tuple[str, str]]:
    if found := recovered(text):
        yield _told(found, text)
    elif word := next((word for word in text.split() if _guess(word)), ""):
        cause, way_out = _SENTENCES[_guess(word) or Legacy.MISREAD]
        yield word, f"{quote(word)} {cause} {way_out}"


def _told(found: Recovered, text: str) -> tuple[str, str]:
    """Propose the whole text where it is certain and short enough to be copied, else tell of the word."""
    cause, way_out = _SENTENCES[found.legacy]
    if found.text and "\n" not in found.text.strip() and len(found.text) <= _LONGEST_PROPOSED:
        sentence = f"{quote(text, _LONGEST_QUOTED)} {cause} Ý bạn là {quote(found.text, _LONGEST_PROPOSED)}?"
        return text.split(maxsplit=1)[0], sentence
    return found.word, f"{quote(found.word)} {cause} {way_out}"


def _guess(word: str) -> Legacy | None:
    """Tell by signs that stand side by side in no language how a word was broken."""
    patterns = {Legacy.MISREAD: _MISREAD, Legacy.TCVN3: _TCVN3}
    return next((legacy for legacy, pattern in patterns.items() if pattern.search(word)), None)


def _has_pair(text: str) -> bool:
    return any(pair in text for pair in _SUSPECT_PAIRS)


def _lost(text: str) -> Iterator[tuple[str, str]]:
    """Yield the first word in which a `?` stands for a letter: "s?ch" is one, "gì?ai" lacks a space."""
    for word in text.split() if "?" in text else ():
        if _MAY_BE_LOST.search(word) and not set("/=&@") & set(word):
            core = word.strip(",.;:!()“”\"'")
            if not all(is_syllable(part) for part in core.split("?") if part):
                yield (
                    core,
                    f"Trong {quote(core)} dấu ? đứng ở chỗ của chữ đã mất khi chuyển mã. Hãy gõ lại theo bản gốc.",
                )
                return
