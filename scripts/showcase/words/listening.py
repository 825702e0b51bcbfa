"""Which sentences of a story make sense to who only hears them, one after the other."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

__all__ = ["heard"]

_ABOUT_SOURCES = re.compile(
    r"(?i)\b(?:nguồn(?! (?:lực|gốc|thu|tiền|vốn|nước|giúp|giống|kinh|quỹ|hàng|rau|nhân|nguyên|điện|sống|ngân|lợi|cung|hỗ))|"
    r"bài viết|bài báo|chú thích)\b|là đơn vị (?:thực hiện|chủ trì)\.$"
)
"""Sentences that tell of the source, what it leaves open, or who did it once more: readers need them, listeners do not."""
_FIRST_OF_LIST = re.compile(r"(?:Trước hết|Trước tiên|Đầu tiên|Một là|Thứ nhất|Việc thứ nhất|Việc đầu)\b")
_NEXT_OF_LIST = re.compile(
    r"(?:(?:Hai|Ba|Bốn|Năm|Sáu|Bảy) là|Thứ (?:hai|ba|tư|năm|sáu)(?: là|,(?! thứ))|"
    r"(?:Việc|Bước|Điều|Cách|Khâu|Điểm) thứ (?:hai|ba|tư|năm|sáu))(?!\w)"
)
_GOES_ON = re.compile(
    r"(?:Cuối cùng|Đó là|Vì (?:thế|vậy)|Nhờ (?:thế|vậy|đó)|Do (?:đó|vậy)|Từ đó|Sau đó|Tiếp đó|Tiếp theo|Sau cùng|Họ (?=[^\W\d_A-ZĐ]))"
)
"""A sentence that begins so says nothing without the one before it."""
_NO_PERSON = "con|em|chị|anh|bà|ông|cháu|bác|cô|chú|nào|nhỏ|già|giáo|sĩ|ý|trọng|hùng|học|đỡ|lão|thể|mẹ|nội|ngoại|dâu|gái|trai|bé|thích|dũng|đơn"
_PRONOUN = re.compile(rf"(?P<word>Bà|Ông|Anh|Chị|Em|Cô|Chú|Bác|Cụ)(?= [a-zà-ỹđ])(?! (?:{_NO_PERSON})\b)")
"""Somebody who was named before; “bà con” and “chị em” are many."""
_REPEATED = re.compile(r"(?i)\b(?P<what>[^\W\d]+(?: [^\W\d]+){1,5}) là (?P=what)\b")
"""What explains an abbreviation that is not heard: “cựu chiến binh là cựu chiến binh”."""


def heard(
    paragraphs: Iterable[Iterable[str]], said: Callable[[], Iterable[str]], say: Callable[[str], str]
) -> Iterator[list[str]]:
    """Yield of each paragraph the sentences that are understood by what was said before them, as paragraphs are asked for one by one.

    `said` gives what has been said by then, and `say` how a sentence sounds.
    """
    is_whole, has_last = True, False
    for sentences in paragraphs:
        told: list[str] = []
        for sentence in sentences:
            if _FIRST_OF_LIST.match(sentence):
                is_whole = True
            is_torn = (_NEXT_OF_LIST.match(sentence) and not (is_whole and has_last)) or (
                _GOES_ON.match(sentence) and not has_last
            )
            is_strange = _is_of_a_stranger(sentence, chain(said(), told))
            has_last = not (is_torn or is_strange or _is_for_readers(sentence) or _REPEATED.search(say(sentence)))
            if has_last:
                told.append(sentence)
            else:
                is_whole = False
        if told:
            yield told


def _is_of_a_stranger(sentence: str, said: Iterable[str]) -> bool:
    """Tell whether a sentence begins with a word for somebody of whom nothing was said before."""
    pronoun = _PRONOUN.match(sentence)
    if pronoun is None:
        return False
    told = re.compile(rf"(?i)\b{pronoun['word']}\b(?! (?:{_NO_PERSON})\b)")
    return not any(map(told.search, said))


def _is_for_readers(sentence: str) -> bool:
    """Tell whether a sentence leads to a list, asks, or tells of sources."""
    return sentence[-1] in ":?" or bool(_ABOUT_SOURCES.search(sentence))
