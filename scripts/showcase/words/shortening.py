"""A text is cut where its sense allows it: after a sentence, a clause, a phrase, or else a word; never within a name or a number.

Vietnamese writes each syllable apart, so a cut may still part two that are one word: editors write short texts themselves
where that matters.
"""

import re
from collections.abc import Iterable, Iterator

from showcase.words.sentences import sentences_in

_LEAST = 0.5
"""Of the length that is allowed: a sentence or a clause that is shorter says too little."""
_CLAUSE_END = re.compile(r"\s*[,;:]\s|\s+–\s|\s+(?=\()")
_PHRASES = [
    "cho",
    "của",
    "do",
    "gắn",
    "khi",
    "nhằm",
    "nhờ",
    "ở",
    "qua",
    "sang",
    "sau",
    "tại",
    "theo",
    "thuộc",
    "trên",
    "trong",
    "trước",
    "từ",
    "và",
    "vào",
    "về",
    "vì",
    "với",
    "để",
    "đoạn",
    "đối",
    "hoặc",
    "mà",
]
"""Words that a phrase begins with, so that what stands before it is whole."""
_KINDS = [
    "ấp",
    "anh",
    "bà",
    "bản",
    "bộ",
    "chị",
    "cấp",
    "đảng",
    "đường",
    "hội",
    "huyện",
    "khối",
    "làng",
    "ông",
    "phố",
    "phường",
    "quận",
    "tên",
    "thị",
    "thôn",
    "tỉnh",
    "tổ",
    "trấn",
    "ủy",
    "xã",
    "xóm",
    "năm",
    "số",
]
"""Words that a name follows."""
_PHRASE_START = re.compile(rf"\s+(?=(?:{'|'.join(_PHRASES)})\s)")
_BLANK = re.compile(r"\s+")
_PAIRS = ("“”", "()", "‘’")
_ELLIPSIS = "…"


def shortened(text: str, most: int, names: Iterable[str] = ()) -> str:
    """Give a text in at most `most` letters, with `…` where it goes on; none of the `names` is cut."""
    if len(text) <= most:
        return text
    ends = [place + len(sentence) for place, sentence in sentences_in(text)]
    whole = max((end for end in ends if end <= most), default=0)
    if whole >= most * _LEAST:
        return text[:whole].strip()
    within = list(_spans(text, names))
    room = most - len(_ELLIPSIS)
    for ends_of in (_CLAUSE_END, _PHRASE_START):
        places = (found.start() for found in ends_of.finditer(text) if not _begins(text, found))
        if place := _last(text, places, room, within, int(most * _LEAST)):
            return _ended(text[:place])
    words = (found.start() for found in _BLANK.finditer(text) if not (_ties(text, found) or _begins(text, found)))
    blanks = (found.start() for found in _BLANK.finditer(text))
    return _ended(text[: _last(text, words, room, within) or _last(text, blanks, room) or room])


def _last(text: str, places: Iterable[int], room: int, within: Iterable[tuple[int, int]] = (), least: int = 1) -> int:
    """Give the last of some places that leaves no bracket open and lies in none of the spans, 0 where there is none."""
    sound = (
        place
        for place in places
        if least <= place <= room
        and not any(start < place < end for start, end in within)
        and all(text.count(pair[0], 0, place) == text.count(pair[1], 0, place) for pair in _PAIRS)
    )
    return max(sound, default=0)


def _spans(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield where the names stand."""
    lower = text.lower()
    for name in filter(None, names):
        for found in re.finditer(re.escape(name.lower()), lower):
            yield found.span()


def _ties(text: str, blank: re.Match[str]) -> bool:
    """Tell whether what follows belongs to what stands before: a name to its kind, a number to what it counts and is of."""
    before, after = text[: blank.start()].rpartition(" ")[2], text[blank.end() : blank.end() + 1]
    is_name = after.isupper() and (before[:1].isupper() or before.lower() in _KINDS)
    return is_name or after.isdigit() or "-" in (before, after) or any(letter.isdigit() for letter in before)


def _begins(text: str, blank: re.Match[str]) -> bool:
    """Tell whether what stands before begins a phrase itself: of `sau khi dự án` nothing may be left."""
    return text[: blank.start()].rpartition(" ")[2].lower() in _PHRASES


def _ended(text: str) -> str:
    return f"{text.rstrip(' ,.;:–-(')}{_ELLIPSIS}"
