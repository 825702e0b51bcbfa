"""A slash behind a count is said “mỗi” before what it is counted by: “2 lần/tháng” are twice each month, not twice or a month."""

import re

from showcase.words.rewriting import Step
from showcase.words.spoken_nouns import HEADS, are_alike
from showcase.words.spoken_numbers import NUMBER_WORDS

__all__ = ["RATES"]

_SLASH = re.compile(" ?/ ?")
_COUNT = rf"(?i:{'|'.join(sorted(NUMBER_WORDS - {'không'}))}|mấy|vài|nhiều)"
_MEASURES = (
    r"(?<!hợp )(?<!hội )(?<!cộng )(?<!cánh )\bđồng|\bmét(?: vuông| khối)?|\b(?:tấn|tạ|yến|gam|lít|héc-ta|oát|trăm|nghìn|"
    r"triệu|tỷ)|%"
)
_OF_TIME = "ngày|tuần|tháng|quý|năm"


def _each(match: re.Match[str]) -> str:
    return _SLASH.sub(" mỗi ", match.group())


def _each_of_them(match: re.Match[str]) -> str:
    """Say “mỗi”, unless the two are of a kind or, behind other words, both are times: “15 phiếu ghi ngày/tháng”."""
    what = [word for word in match["what"].split() if word not in NUMBER_WORDS]
    head = match["head"]
    is_choice = are_alike(match["what"], head)
    is_choice = is_choice or (len(what) > 1 and what[-1] in _OF_TIME.split("|") and head in _OF_TIME.split("|"))
    return match.group() if is_choice else _each(match)


RATES = (
    Step("/", re.compile(r"(?i)\b(và|hoặc) ?/ ?(?=(?:và|hoặc)\b)"), r"\1 "),
    Step("/", re.compile(rf"(?:{_MEASURES})(?: ?/ ?(?!(?:nghìn|triệu|tỷ)\b)[^\W\d_-]+)+"), _each),
    Step(
        "/",
        re.compile(
            rf"(?<![\w-]){_COUNT}(?P<what>(?: [\w-]+){{1,5}}) ?/ ?(?:{_COUNT} ){{0,6}}(?P<head>{HEADS})"
            rf"(?: ?/ ?(?:{HEADS}))*"
        ),
        _each_of_them,
    ),
    Step("/", re.compile(rf"\b(?:lần|lượt|vụ|lứa|chuyến|cuộc) ?/ ?(?:{_OF_TIME})(?!\w)"), _each),
)
"""For a text whose numbers are said already, in this order; what they leave is a choice, “xã/phường”."""
