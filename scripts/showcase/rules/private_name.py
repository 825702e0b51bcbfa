"""Asks whether a private household or person is named."""

import re
from collections.abc import Iterator
from itertools import takewhile

from showcase.reading.kinds import Story, Text
from showcase.reading.node import Scalar
from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.problem import Problem, Severity

NAME = "ten_nguoi"

_PRIVATE = frozenset({"ca-nhan", "ho-gia-dinh"})
_OFFICIAL_TEXTS = frozenset({"co_quan", "tac_gia"})
_ADDRESSES = ("ông", "bà", "anh", "chị", "cô", "chú", "bác", "em", "cháu", "hộ", "gia đình")
_FIRST_LETTERS = "".join(sorted({letter for word in _ADDRESSES for letter in word[0] + word[0].upper()}))
# It begins with nothing but letters, since `re` looks for these alone; whether a word begins there is asked after that.
_ADDRESSED = re.compile(
    rf"[{_FIRST_LETTERS}](?<=\b.)(?i:{'|'.join(f'(?<={word[0]}){word[1:]}' for word in _ADDRESSES)})"
    r"(?=[ \t]+(?P<words>[^\W\d_]+(?:[ \t]+[^\W\d_]+){1,4}))"
)


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Bài về một cá nhân hoặc hộ gia đình không nên nêu tên riêng của họ.

    Chỉ nêu tên người dân khi họ đã đồng ý. Chưa hỏi được thì viết “một hộ gia đình”, “một nông dân”; cách làm vẫn kể
    được trọn vẹn. Người giữ chức vụ, nói với tư cách ấy, thì được nêu tên.

    Sai: `ten: Gia đình ông Nguyễn Văn A`. Đúng: `ten: Một hộ gia đình`.
    """
    if submission.record is None or submission.record.value("chu_the") not in _PRIVATE:
        return
    for cell in submission.cells_of(Text, Story):
        if isinstance(cell.node, Scalar) and cell.entry.key not in _OFFICIAL_TEXTS:
            for name in dict.fromkeys(_names(cell.node.value)):
                sentence = f"{quote(name)} có vẻ là tên của người dân. Nếu chưa được đồng ý cho nêu tên, hãy viết “một hộ gia đình”."
                yield Problem(submission.spot_in(cell.node, name), Severity.ADVICE, NAME, sentence)


def _names(text: str) -> Iterator[str]:
    """Yield what follows a word of address and is written as a name, of two words at least: `Lê Đức Trang`."""
    for match in _ADDRESSED.finditer(text):
        words = list(takewhile(lambda word: word[0].isupper(), match["words"].split()))
        if len(words) > 1:
            yield " ".join(words)
