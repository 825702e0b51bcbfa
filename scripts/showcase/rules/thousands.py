"""Asks whether a comma in a text stands where thousands were meant: “3,100 hộ” is three households and a tenth."""

import re
from collections.abc import Iterator

from showcase.reading.form import SOURCE
from showcase.reading.kinds import Story, Text
from showcase.reading.node import Scalar
from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.counting import COUNTED
from showcase.words.problem import Problem, Severity

NAME = "hang_nghin"

# It begins with the comma, for which `re` looks fast; a text has hardly any that a digit follows.
_GROUP = re.compile(r",\d{3}(?!\d)")
_UNITS = "|".join(sorted((re.escape(unit).replace("\\ ", r"\s+") for unit in COUNTED), key=len, reverse=True))
_COUNTED = re.compile(rf"(?<![\w.,])[1-9]\d{{0,2}}(?:,\d{{3}})+(?=\s+(?P<unit>{_UNITS})(?!\w))", re.IGNORECASE)


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Trong câu cũng vậy, hàng nghìn ngăn bằng dấu chấm.

    Người, hộ, camera, cây… đếm từng đơn vị một, nên “3,100 hộ” với người đọc là ba phẩy một hộ. Dấu phẩy ngăn hàng nghìn
    là lối viết tiếng Anh, thường theo vào khi chép từ bảng tính.

    Sai: “vận động 3,100 hộ”. Đúng: “vận động 3.100 hộ”.
    """
    if not _GROUP.search(submission.text):
        return
    for cell in submission.cells_of(Text, Story):
        if isinstance(cell.node, Scalar) and "," in cell.node.value and cell.entry not in SOURCE.entries:
            for match in _COUNTED.finditer(cell.node.value):
                meant = match.group().replace(",", ".")
                told = f"{match.group()} {' '.join(match['unit'].split())}"
                sentence = (
                    f"{quote(told)} đọc theo lối Việt Nam là số có phần lẻ. Nếu là hàng nghìn, hãy viết {quote(meant)}."
                )
                yield Problem(submission.spot_in(cell.node, match.group()), Severity.ADVICE, NAME, sentence)
