"""Asks whether running text of a story would be shown as a list, a heading or another thing that nobody meant."""

import re
from collections.abc import Iterator

from showcase.reading.accident import Accident, AccidentKind, accidents
from showcase.reading.kinds import Story
from showcase.reading.node import Scalar
from showcase.reading.syntax import dash_of_word
from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.rules.wording import quote
from showcase.words.problem import Problem, Severity, Spot

NAME = "dinh_dang_nham"

_LIMITS = Story()
SENTENCES = {
    AccidentKind.LIST: (
        "Dòng này bắt đầu bằng gạch ngang nên sẽ hiện thành một mục của danh sách, tách khỏi câu ở trên. "
        "Hãy đưa dấu gạch lên cuối dòng trên; nếu đúng là danh sách, hãy để một dòng trống trước nó."
    ),
    AccidentKind.NUMBERED_LIST: (
        "Dòng này bắt đầu bằng số 1 và dấu chấm hoặc ngoặc nên sẽ hiện thành một danh sách đánh số, tách khỏi câu ở trên. "
        "Hãy đưa con số lên cuối dòng trên; nếu đúng là danh sách, hãy để một dòng trống trước nó."
    ),
    AccidentKind.QUOTATION: (
        "Dòng này bắt đầu bằng dấu > nên sẽ hiện thành đoạn trích dẫn. "
        "Hãy đưa dấu > lên cuối dòng trên, hoặc viết 'trên', 'hơn'."
    ),
    AccidentKind.HEADING: (
        "Dòng này bắt đầu bằng dấu # nên sẽ hiện thành tiêu đề, chữ to. "
        "Hãy đưa dấu # lên cuối dòng trên, hoặc viết 'số'; nếu đúng là tiêu đề, hãy để một dòng trống trước nó."
    ),
    AccidentKind.HEADING_ABOVE: (
        "Hàng gạch này biến cả đoạn ở ngay trên nó thành tiêu đề, chữ to. "
        "Hãy xóa nó; nếu muốn kẻ một đường ngang, hãy để một dòng trống trước nó."
    ),
    AccidentKind.CODE: (
        "Đoạn này thụt vào từ bốn dấu cách (hoặc Tab) nên sẽ hiện trong khung như mã máy tính, chữ không xuống dòng. "
        "Hãy xóa chỗ thụt ở đầu dòng: để một dòng trống là đủ tách đoạn."
    ),
    AccidentKind.TABLE: (
        "Trang không có bảng: các hàng này sẽ hiện nối liền thành một đoạn. "
        "Hãy viết mỗi hàng thành một mục của danh sách, như '- Tổ 1: 45 hộ, đạt 90%'; con số kết quả thì ghi ở 'ket_qua'."
    ),
    AccidentKind.RUN_ON_LIST: (
        "{words}: dấu đầu dòng này không phải của Markdown, các mục sẽ hiện nối liền thành một đoạn. "
        "Hãy bắt đầu mỗi mục bằng '- ' (hoặc '1. '), và để một dòng trống trước mục đầu."
    ),
    AccidentKind.ITALICS: (
        "{words}: hai dấu * sẽ biến mất và chữ ở giữa thành chữ nghiêng. Nếu là phép nhân, hãy viết dấu ×; "
        "nếu muốn hiện dấu *, hãy viết \\*."
    ),
    AccidentKind.STARS: (
        "{words}: dấu * ở đây sẽ hiện nguyên, chữ không đậm. Hai dấu * phải ôm sát chữ, sau dấu đóng là dấu cách; "
        "dấu nháy và dấu câu hãy để ra ngoài."
    ),
}
_JOINED = {
    ">": "Lời văn sau '>' được nối lại thành một dòng nên danh sách này sẽ dính liền. Hãy thay dấu '>' bằng '|'.",
    "": (
        "Lời văn không có dấu '|' được nối lại thành một dòng nên danh sách này sẽ dính liền. Hãy viết '{key}: |' rồi xuống dòng, "
        "mỗi mục bắt đầu bằng '- '."
    ),
}
"""What is said of a list by the sign of its text; plain text has none."""
_SIGN = re.compile(r"(?:^|\s)(?:[-*+]\s|[\u2012-\u2015\u2022\u2023\u25a0-\u25cf\u25e6\u2043\u2212\u00b7\u27a2\u27a4])")
"""Text that was joined and has none of these was no list: most is told by this, without the lines of the file."""
_FEW = 2


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Lời văn trong bài không nên vô tình thành danh sách, tiêu đề hay khung chữ.

    Bài viết dùng Markdown: dòng bắt đầu bằng `-`, `>`, `#`, hàng gạch dưới một đoạn, đoạn thụt bốn dấu cách hay Tab, dấu
    `*` giữa các số đều đổi cách hiện. Bảng dán từ Word và danh sách bắt đầu bằng `•`, `–`, `a)`, `1/` thì dính liền thành
    một đoạn. Danh sách thật viết mỗi mục một dòng, bắt đầu bằng `- `, sau một dòng trống.

    Sai: dòng trên hết ở `kinh tế`, dòng dưới bắt đầu bằng `- xã hội`. Đúng: đưa dấu gạch lên cuối dòng trên.
    """
    for cell in submission.cells_of(Story):
        node = cell.node
        if isinstance(node, Scalar) and len(node.value) <= _LIMITS.most and node.value.count("\n") < _LIMITS.lines:
            for accident in accidents(node.value):
                sentence = SENTENCES[accident.kind].format(words=quote(accident.words))
                yield Problem(_spot(submission, node, accident), Severity.ADVICE, NAME, sentence)
            if node.style in _JOINED and _SIGN.search(node.value) and (spot := _folded_list(submission, node)):
                yield Problem(spot, Severity.ADVICE, NAME, _JOINED[node.style].format(key=cell.entry.key))


def _spot(submission: Submission, node: Scalar, accident: Accident) -> Spot:
    """Give the place of an accident; in a text behind `|` the lines of the file are those of the text."""
    lines = submission.text.splitlines()
    number = node.line + accident.line  # from 0: the text begins on the line after its `|`
    if node.style != "|" or number >= len(lines) or accident.words not in lines[number]:
        return submission.spot_in(node, accident.words)
    return Spot(submission.path, number + 1, lines[number].find(accident.words) + 1)


def _folded_list(submission: Submission, node: Scalar) -> Spot | None:
    """Give the place of a list in a text whose lines are joined, None where there is none."""
    start = node.line if node.style else node.line - 1  # from 0: plain text has no line of its own for its sign
    lines = submission.text.splitlines()[start:]
    first = next((line for line in lines if line.strip()), "")
    indentation = len(first) - len(first.lstrip(" "))
    items: list[int] = []
    for number, line in enumerate(lines, start + 1):
        if line.strip() and len(line) - len(line.lstrip(" ")) < indentation:
            break
        if line[indentation:].startswith(("- ", "* ", "+ ")) or dash_of_word(line):
            items.append(number)
    return Spot(submission.path, items[0], indentation + 1) if len(items) >= _FEW else None
