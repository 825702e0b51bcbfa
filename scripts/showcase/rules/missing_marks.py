"""Asks whether Vietnamese is written with its marks."""

import re
from collections.abc import Iterator

from showcase.reading.form import ID
from showcase.reading.kinds import Story, Text
from showcase.reading.node import Scalar
from showcase.reading.record import Cell
from showcase.record.submission import Submission
from showcase.rules.asking import is_headline
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.problem import Problem, Severity
from showcase.words.syllable import is_marked, is_syllable, needs_marks
from showcase.words.telex import of_telex, of_vni_keys

NAME = "thieu_dau"

_WORD = re.compile(r"[^\W\d_]+")
_OF_TELEX = re.compile(r"(?i)[a-z]*(?:uw|ow|aw|dd)[a-z]*|[a-z]+j")
"""What no English word has beside its other letters, once it also means a syllable: "nguwowif", "Chowj", "sachj"."""
_ENGLISH = frozenset(
    [
        "now",
        "how",
        "cow",
        "row",
        "low",
        "bow",
        "vow",
        "tow",
        "mow",
        "chow",
        "law",
        "raw",
        "saw",
        "paw",
        "thaw",
        "dawn",
        "lawn",
        "pawn",
        "town",
    ]
)
_OF_ADDRESSES = re.compile(r"\S*(?:://|www\.|@)\S*")
_KEYED = re.compile(r"(?i)\b[a-z]{2,7}[1-9]{1,2}[a-z]{0,3}[1-9]?\b")
_MANY_KEYED = 3
_ID = re.compile(ID.expression)
"""A milestone names a document by its id, or by what is printed on it."""
_FEW = 4
"""Words: a shorter name may be of any language."""
_SHARE = 0.75
_LONGEST_ABBREVIATION = 5
_LOOKED_AT = 2000
"""Characters of a text: what is written without marks is so from its beginning."""
_PLAIN_ENTRIES = frozenset({"ten_khac", "noi", "hien_nay"})
"""Spellings that readers type may lack their marks on purpose; of places a rule of their own knows the right name."""


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Chữ Việt phải có dấu.

    Tiêu đề, tóm tắt và tên gọi viết hoàn toàn không dấu thì người đọc phải đoán, ô tìm kiếm hiểu sai; gõ theo lối Telex mà
    bộ gõ chưa bật thì dấu thành chữ: `Chowj sachj`. Ở những chỗ ấy đây là lỗi, trong bài viết là lời nhắc. Tên nước ngoài,
    chữ viết tắt và tên ngắn thì không sao.

    Sai: `tieu_de: Cho sach o xa Quynh Trang`. Đúng: `tieu_de: Chợ sạch ở xã Quỳnh Trang`.
    """
    for cell in submission.cells_of(Text, Story):
        text = cell.node.value if isinstance(cell.node, Scalar) else ""
        if "w" in text or "j" in text or not is_marked(text):
            sentence, word = _found(_OF_ADDRESSES.sub(" ", text[:_LOOKED_AT]))
            if sentence and not _is_free(cell):
                severity = Severity.ERROR if is_headline(cell) else Severity.ADVICE
                yield Problem(submission.spot_in(cell.node, word), severity, NAME, sentence)


def _is_free(cell: Cell) -> bool:
    is_id = cell.entry.key == "van_ban" and isinstance(cell.node, Scalar) and _ID.fullmatch(cell.node.value)
    return bool(is_id) or cell.entry.key in _PLAIN_ENTRIES or cell.entry.key.endswith("_en")


def _found(text: str) -> tuple[str, str]:
    """Give what is said of a text, and the word at which it is said; '' where it is well."""
    words = _WORD.findall(text)
    keyed = [word for word in _KEYED.findall(text) if of_vni_keys(word)]
    if len(keyed) >= _MANY_KEYED:
        return (
            f"{quote(keyed[0])} có vẻ gõ theo lối VNI khi bộ gõ tiếng Việt chưa bật. Hãy bật bộ gõ (UniKey: chữ V) rồi gõ lại.",
            keyed[0],
        )
    coded = [word for word in words if _OF_TELEX.fullmatch(word) and of_telex(word) and not _is_english(word)]
    if len(coded) > 1:
        return (
            f"{quote(coded[0])} có vẻ gõ theo lối Telex khi bộ gõ tiếng Việt chưa bật. Hãy bật bộ gõ (UniKey: chữ V) rồi gõ lại.",
            coded[0],
        )
    if not is_marked(text) and _lacks_marks(words):
        return (
            f"{quote(text)} viết không dấu. Hãy gõ lại có dấu; nếu bộ gõ chưa bật, hãy bật nó (UniKey: chữ V).",
            words[0],
        )
    return "", ""


def _is_english(word: str) -> bool:
    return word.lower().removesuffix("s") in _ENGLISH


def _lacks_marks(words: list[str]) -> bool:
    if any(word.islower() for word in words):
        words = [word for word in words if not (word.isupper() and len(word) <= _LONGEST_ABBREVIATION)]
    syllables = [word for word in words if is_syllable(word)]
    if len(syllables) < _FEW or len(syllables) < _SHARE * len(words):
        return False
    return sum(needs_marks(word) for word in syllables) > 1
